"""The forget gate's bias at the start: 0 forgets half at each clock, 1 keeps most.

Gers, F., Schmidhuber, J. and Cummins, F. (2000). Learning to forget. Neural Computation 12(10); Jozefowicz, R.,
Zaremba, W. and Sutskever, I. (2015). An empirical exploration of recurrent network architectures. ICML.
"""

from typing import final

import numpy as np

from rnnviz.engine.training import train
from rnnviz.experiments.base import Chart, Curve, Experiment, Floats, Report, experiments
from rnnviz.gradients.sources import loss_sources
from rnnviz.network.network import Network
from rnnviz.tasks.adding import Adding
from rnnviz.words import QT_TRANSLATE_NOOP

BIASES = (0.0, 1.0, 2.0)
LEARNT = 0.05  # of the loss on held-out sequences; always answering 1 costs 1/6
HIDDEN = 12


def network(bias: float, seed: int) -> Network:
    """An untrained LSTM for the adding problem, with this forget bias."""
    net = Network("lstm", inputs=2, hidden=HIDDEN, outputs=1, seed=seed)
    forget = slice(HIDDEN, 2 * HIDDEN)
    net.parameters["bias_ih_l0"][forget] = bias
    net.parameters["bias_hh_l0"][forget] = 0
    return net


def reach(bias: float, clocks: int, seed: int) -> Floats:
    """||dL_T/dc_(T-n)|| for n = 0 .. clocks - 1, relative to n = 0: how far back the last loss reaches at the start."""
    batch = Adding(length=clocks).sample(np.random.default_rng(seed), 1)
    split = loss_sources(network(bias, seed), batch.x, batch.target, mask=batch.mask, name="c")
    norms = split.norms[::-1, -1]
    relative: Floats = norms / norms[0]
    return relative


def learning(bias: float, length: int, updates: int, seed: int) -> tuple[float, float]:
    """Updates until the held-out loss was below `LEARNT` (infinite if never), and the loss at the end."""
    history = train(network(bias, seed), Adding(length=length), updates, seed=seed, validations=updates // 50)
    below = np.flatnonzero(history.validation_loss < LEARNT)
    first = float(history.validation_updates[below[0]]) if below.size else np.inf
    return first, float(history.validation_loss[-1])


@final
class ForgetBias(Experiment):
    name = "forget-bias"
    title = QT_TRANSLATE_NOOP("experiments", "Forget bias 1 against 0")
    claim = QT_TRANSLATE_NOOP(
        "experiments", "An LSTM that begins with open forget gates reaches further back, and learns long tasks sooner."
    )
    source = "Gers et al. 2000; Jozefowicz et al. 2015"

    def run(self, quick: bool = False, seed: int = 0) -> Report:
        clocks, length, updates, seeds = (20, 10, 100, 2) if quick else (60, 60, 2000, 5)
        curves, rows = [], []
        for bias in BIASES:
            norms = np.median([reach(bias, clocks, seed + k) for k in range(seeds)], axis=0)
            curves.append(Curve(f"{bias:g}", np.arange(float(clocks)), norms))
            runs = np.array([learning(bias, length, updates, seed + k) for k in range(seeds)])
            within = int(np.isfinite(runs[:, 0]).sum())
            middle = float(np.median(runs[:, 0]))
            rows.append(
                (
                    f"{bias:g}",
                    float(norms[-1]),
                    f"{within}/{seeds}",
                    middle if np.isfinite(middle) else "—",
                    float(np.median(runs[:, 1])),
                )
            )
        columns = (
            QT_TRANSLATE_NOOP("experiments", "forget bias"),
            QT_TRANSLATE_NOOP("experiments", "reach at the start"),
            QT_TRANSLATE_NOOP("experiments", "learnt"),
            QT_TRANSLATE_NOOP("experiments", "median updates until then"),
            QT_TRANSLATE_NOOP("experiments", "median loss at the end"),
        )
        chart = Chart(
            QT_TRANSLATE_NOOP("experiments", "untrained: how far back the last loss reaches"),
            QT_TRANSLATE_NOOP("experiments", "clocks back"),
            QT_TRANSLATE_NOOP("experiments", "‖∂L/∂cₜ‖, relative"),
            tuple(curves),
            heading=columns[0],
        )
        return Report(columns, tuple(rows), (chart,))


experiments.add(ForgetBias.name, ForgetBias())
