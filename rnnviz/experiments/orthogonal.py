"""Orthogonal against Gaussian first weights: an orthogonal U keeps every length, a Gaussian one spreads them.

Saxe, A., McClelland, J. and Ganguli, S. (2014). Exact solutions to the nonlinear dynamics of learning in deep linear
neural networks. arXiv:1312.6120. Le, Q., Jaitly, N. and Hinton, G. (2015), arXiv:1504.00941, for recurrent ones.
"""

from typing import final

import numpy as np

from rnnviz.experiments.base import Chart, Curve, Experiment, Floats, Report, experiments
from rnnviz.gradients.jacobians import jacobians
from rnnviz.network.network import Network
from rnnviz.words import QT_TRANSLATE_NOOP

TITLES = {
    "orthogonal": (
        QT_TRANSLATE_NOOP("experiments", "orthogonal, largest"),
        QT_TRANSLATE_NOOP("experiments", "orthogonal, median"),
    ),
    "gaussian": (
        QT_TRANSLATE_NOOP("experiments", "N(0, 1/H), largest"),
        QT_TRANSLATE_NOOP("experiments", "N(0, 1/H), median"),
    ),
}


def lengths(way: str, activation: str, hidden: int, clocks: int, seed: int) -> tuple[Floats, Floats]:
    """Over n = 1 .. clocks: the largest and the median singular value of the product of n Jacobians."""
    rng = np.random.default_rng(seed)
    net = Network("elman", inputs=1, hidden=hidden, outputs=1, activation=activation)
    U = rng.standard_normal((hidden, hidden))
    net.parameters["weight_hh_l0"][...] = np.linalg.qr(U)[0] if way == "orthogonal" else U / hidden**0.5
    matrices = jacobians(net, 0.1 * rng.standard_normal((clocks, 1, 1))).matrices
    product, values = np.eye(hidden), []
    for matrix in matrices:
        product = matrix @ product
        values.append(np.linalg.svd(product, compute_uv=False))
    all_values = np.array(values)
    return all_values[:, 0], np.median(all_values, axis=1)


@final
class Orthogonal(Experiment):
    name = "orthogonal"
    title = QT_TRANSLATE_NOOP("experiments", "Orthogonal against Gaussian first weights")
    claim = QT_TRANSLATE_NOOP(
        "experiments", "Through an orthogonal U every direction keeps its length; through a Gaussian one most are lost."
    )
    source = "Saxe et al. 2014; Le et al. 2015"

    def run(self, quick: bool = False, seed: int = 0) -> Report:
        hidden, clocks, seeds = (16, 20, 3) if quick else (64, 100, 10)
        n = np.arange(1.0, clocks + 1)
        charts, rows = [], []
        for unit in ("linear", "tanh"):
            curves = []
            for way in TITLES:
                runs = np.array([lengths(way, unit, hidden, clocks, seed + k) for k in range(seeds)])
                largest, middle = np.median(runs, axis=0)
                curves += [
                    Curve(TITLES[way][0], n, largest),
                    Curve(TITLES[way][1], n, middle, style="beside"),
                ]
                rows.append((f"{unit}, {way}", float(largest[-1]), float(middle[-1])))
            title = {
                "linear": QT_TRANSLATE_NOOP("experiments", "linear units"),
                "tanh": QT_TRANSLATE_NOOP("experiments", "tanh units"),
            }[unit]
            x_name = QT_TRANSLATE_NOOP("experiments", "clocks between, t − k")
            charts.append(
                Chart(title, x_name, QT_TRANSLATE_NOOP("experiments", "singular values of ∂hₜ/∂hₖ"), tuple(curves))
            )
        columns = (
            QT_TRANSLATE_NOOP("experiments", "units, U"),
            QT_TRANSLATE_NOOP("experiments", "largest, over all clocks"),
            QT_TRANSLATE_NOOP("experiments", "median, over all clocks"),
        )
        return Report(columns, tuple(rows), tuple(charts))


experiments.add(Orthogonal.name, Orthogonal())
