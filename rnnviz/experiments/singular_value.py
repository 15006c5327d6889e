"""Vanishing and exploding against the largest singular value of U.

Pascanu, R., Mikolov, T. and Bengio, Y. (2013). On the difficulty of training recurrent neural networks.
arXiv:1211.5063: with |phi'| <= 1 it is sufficient for vanishing that the largest singular value of U is below 1, and
necessary for exploding that it is above 1.
"""

from typing import final

import numpy as np

from rnnviz.experiments.base import Chart, Curve, Experiment, Floats, Report, experiments
from rnnviz.gradients.jacobians import memory
from rnnviz.network.network import Network
from rnnviz.words import QT_TRANSLATE_NOOP

VALUES = (0.5, 0.8, 1.0, 1.2, 1.5, 2.0, 3.0)


def distances(activation: str, largest: float, hidden: int, clocks: int, seed: int) -> Floats:
    """||d h_T / d h_(T-n)|| for n = 0 .. T - 1: U Gaussian, scaled to this largest singular value, small inputs."""
    rng = np.random.default_rng(seed)
    net = Network("elman", inputs=1, hidden=hidden, outputs=1, activation=activation)
    U = rng.standard_normal((hidden, hidden))
    net.parameters["weight_hh_l0"][...] = U * largest / np.linalg.norm(U, 2)
    x = 0.1 * rng.standard_normal((clocks, 1, 1))
    return memory(net, x)[-1, ::-1]


@final
class SingularValue(Experiment):
    name = "singular-value"
    title = QT_TRANSLATE_NOOP("experiments", "Vanishing and exploding against the largest singular value of U")
    claim = QT_TRANSLATE_NOOP(
        "experiments", "Below 1 the gradient must vanish; to explode, the largest singular value must be above 1."
    )
    source = "Pascanu et al. 2013"

    def run(self, quick: bool = False, seed: int = 0) -> Report:
        hidden, clocks = (16, 16) if quick else (50, 50)
        n = np.arange(float(clocks))
        curves, rows = [], []
        for largest in VALUES:
            linear = distances("linear", largest, hidden, clocks, seed)
            tanh = distances("tanh", largest, hidden, clocks, seed)
            curves.append((Curve(f"{largest:g}", n, linear), Curve(f"{largest:g}", n, tanh)))
            rows.append((largest, float(linear[-1]), float(tanh[-1]), float(largest ** (clocks - 1))))
        x_name = QT_TRANSLATE_NOOP("experiments", "clocks between, t − k")
        y_name = QT_TRANSLATE_NOOP("experiments", "‖∂hₜ/∂hₖ‖")
        heading = QT_TRANSLATE_NOOP("experiments", "largest σ")
        units = QT_TRANSLATE_NOOP("experiments", "linear units"), QT_TRANSLATE_NOOP("experiments", "tanh units")
        return Report(
            (
                QT_TRANSLATE_NOOP("experiments", "largest singular value of U"),
                QT_TRANSLATE_NOOP("experiments", "linear, over all clocks"),
                QT_TRANSLATE_NOOP("experiments", "tanh, over all clocks"),
                QT_TRANSLATE_NOOP("experiments", "bound"),
            ),
            tuple(rows),
            tuple(
                Chart(title, x_name, y_name, tuple(pair[which] for pair in curves), heading=heading)
                for which, title in enumerate(units)
            ),
        )


experiments.add(SingularValue.name, SingularValue())
