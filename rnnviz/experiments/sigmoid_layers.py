"""Layers of a deep sigmoid network learn at speeds that differ by orders of magnitude.

Bengio, Y., Simard, P. and Frasconi, P. (1994), doi:10.1109/72.279181, for the mechanism; Glorot, X. and Bengio, Y.
(2010). Understanding the difficulty of training deep feedforward neural networks. AISTATS; Nielsen, M. (2015). Neural
networks and deep learning, chapter 5, measures the length of dL/db by layer as is done here.
"""

from typing import final

import numpy as np

from rnnviz.experiments.base import Chart, Curve, Experiment, Floats, Report, experiments
from rnnviz.network.network import Network
from rnnviz.words import QT_TRANSLATE_NOOP


def speeds(activation: str, layers: int, hidden: int, seed: int) -> Floats:
    """(layers,): ||dL/db|| by layer, from the input up, at the first update, over 20 random patterns.

    One clock and a memory of 0 make a stack of recurrent layers a feed-forward network.
    """
    rng = np.random.default_rng(seed)
    net = Network("elman", inputs=10, hidden=hidden, outputs=10, layers=layers, activation=activation)
    for name, array in net.parameters.items():
        scale = 1.0 if array.ndim == 1 else array.shape[1] ** -0.5
        array[...] = 0 if "bias_hh" in name else scale * rng.standard_normal(array.shape)
    x, target = rng.standard_normal((1, 20, 10)), np.eye(10)[rng.integers(0, 10, (1, 20))]
    gradients = net.gradients(x, target).parameters
    return np.array([np.linalg.norm(gradients[f"bias_ih_l{layer}"]) for layer in range(layers)])


@final
class SigmoidLayers(Experiment):
    name = "sigmoid-layers"
    title = QT_TRANSLATE_NOOP("experiments", "How fast each layer of a deep network learns")
    claim = QT_TRANSLATE_NOOP(
        "experiments", "In a deep sigmoid network the first layers learn orders of magnitude slower than the last."
    )
    source = "Bengio et al. 1994; Glorot and Bengio 2010"

    def run(self, quick: bool = False, seed: int = 0) -> Report:
        layers, hidden, seeds = 8, 30, 3 if quick else 30
        at = np.arange(1.0, layers + 1)
        curves, columns = [], []
        for activation in ("sigmoid", "tanh", "relu"):
            runs = np.array([speeds(activation, layers, hidden, seed + k) for k in range(seeds)])
            columns.append(np.exp(np.log(runs).mean(axis=0)))
            curves.append(Curve(activation, at, columns[-1], style="points"))
        rows: list[tuple[str | float, ...]] = [
            (f"{k + 1}", *(float(column[k]) for column in columns)) for k in range(layers)
        ]
        chart = Chart(
            QT_TRANSLATE_NOOP("experiments", "length of ∂L/∂b, geometric mean over the seeds"),
            QT_TRANSLATE_NOOP("experiments", "layer, from the input up"),
            "‖∂L/∂b‖",
            tuple(curves),
        )
        return Report((QT_TRANSLATE_NOOP("experiments", "layer"), "sigmoid", "tanh", "relu"), tuple(rows), (chart,))


experiments.add(SigmoidLayers.name, SigmoidLayers())
