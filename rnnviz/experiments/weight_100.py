"""A chain of sigmoid neurons with weights of 100 whose sums are 0: the gradient grows 25 times a layer.

Nielsen, M. (2015). Neural networks and deep learning, chapter 5: a layer multiplies the gradient by w sigma'(z), and
sigma' is 1/4 at most, at z = 0. With weights of 100 that is 25; with |w| < 4 it is below 1 whatever the biases.
"""

from typing import final

import numpy as np

from rnnviz.experiments.base import Chart, Curve, Experiment, Floats, Report, experiments
from rnnviz.network.network import Network
from rnnviz.words import QT_TRANSLATE_NOOP

LAYERS = 4


def growth(weight: float, biases: Floats | None = None) -> Floats:
    """(LAYERS - 1,): |dL/db| of each layer divided by that of the layer above, for a chain of single neurons. biases
    (LAYERS,): None for those that make every sum 0, where the slope is 1/4."""
    net = Network("elman", inputs=1, hidden=1, outputs=1, layers=LAYERS, activation="sigmoid")
    parameters = {name: np.zeros(array.shape) for name, array in net.parameters.items()}
    for layer in range(LAYERS):
        parameters[f"weight_ih_l{layer}"][...] = weight
        entering = 0.0 if layer == 0 else 0.5  # sigma(0)
        parameters[f"bias_ih_l{layer}"][...] = -weight * entering if biases is None else biases[layer]
    parameters["readout.weight"][...] = 1
    net.load_parameters(parameters)
    gradients = net.gradients(np.zeros((1, 1, 1)), np.ones((1, 1, 1))).parameters
    slopes = np.array([abs(float(gradients[f"bias_ih_l{layer}"][0])) for layer in range(LAYERS)])
    with np.errstate(invalid="ignore", divide="ignore"):
        ratios: Floats = slopes[:-1] / slopes[1:]
    ratios[np.isnan(ratios)] = 0  # nothing grows where nothing is left
    return ratios


@final
class Weight100(Experiment):
    name = "weight-100"
    title = QT_TRANSLATE_NOOP("experiments", "A gradient that grows 25 times a layer")
    claim = QT_TRANSLATE_NOOP(
        "experiments", "Weights of 100 at z = 0 multiply the gradient by 25 a layer; weights below 4 always shrink it."
    )
    source = "Nielsen 2015"

    def run(self, quick: bool = False, seed: int = 0) -> Report:
        rng = np.random.default_rng(seed)
        weights = np.array([0.5, 1.0, 2.0, 3.0, 3.99, 4.0, 5.0, 10.0, 30.0, 100.0])
        at_zero, anywhere = [], []
        for weight in weights:
            at_zero.append(float(growth(weight).max()))
            biases = rng.normal(0.0, 3.0, (20 if quick else 300, LAYERS))
            anywhere.append(max(float(growth(weight, one).max()) for one in biases))
        rows = tuple((float(w), z, a, float(w / 4)) for w, z, a in zip(weights, at_zero, anywhere, strict=True))
        chart = Chart(
            QT_TRANSLATE_NOOP("experiments", "growth a layer, |∂L/∂b| over that of the layer above"),
            QT_TRANSLATE_NOOP("experiments", "weight"),
            QT_TRANSLATE_NOOP("experiments", "growth a layer"),
            (
                Curve(QT_TRANSLATE_NOOP("experiments", "every sum 0"), weights, np.array(at_zero), style="points"),
                Curve(
                    QT_TRANSLATE_NOOP("experiments", "the largest with random biases"),
                    weights,
                    np.array(anywhere),
                    style="points",
                ),
                Curve("1", weights, np.ones(len(weights)), style="theory"),
            ),
            log_x=True,
        )
        columns = (
            QT_TRANSLATE_NOOP("experiments", "weight"),
            QT_TRANSLATE_NOOP("experiments", "every sum 0"),
            QT_TRANSLATE_NOOP("experiments", "the largest with random biases"),
            "w / 4",
        )
        return Report(columns, rows, (chart,))


experiments.add(Weight100.name, Weight100())
