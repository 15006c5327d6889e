"""Clipping the gradient's norm: on and off, over learning rates.

Pascanu, R., Mikolov, T. and Bengio, Y. (2013). On the difficulty of training recurrent neural networks.
arXiv:1211.5063: at the walls of the loss a single long gradient throws the weights far away; scaled down to a fixed
length it does not.
"""

from typing import final

import numpy as np

from rnnviz.engine.messages import History
from rnnviz.engine.training import train
from rnnviz.errors import InputError
from rnnviz.experiments.base import Chart, Curve, Experiment, Floats, Report, experiments
from rnnviz.network.network import Network
from rnnviz.tasks.adding import Adding
from rnnviz.words import QT_TRANSLATE_NOOP

HIDDEN, STRETCH = 16, 1.5  # U is orthogonal, times this
HIGHEST = 1000.0  # in the plot
WORST = 1.0  # a held-out loss above this is worse than any guess


def learning(rate: float, clip: float | None, updates: int, seed: int) -> tuple[Floats, Floats, float]:
    """(updates, losses of the batches, held-out loss at the end) of an Elman network on the adding problem with plain
    SGD; infinite at the end when it diverged."""
    net = Network("elman", inputs=2, hidden=HIDDEN, outputs=1, seed=seed)
    U = np.linalg.qr(np.random.default_rng(seed).standard_normal((HIDDEN, HIDDEN)))[0]
    net.parameters["weight_hh_l0"][...] = STRETCH * U
    seen: list[History] = []
    try:
        train(
            net,
            Adding(length=30),
            updates,
            optimiser="sgd",
            rate=rate,
            clip=clip,
            seed=seed,
            validations=updates // 10,
            progress=lambda _, history: seen.append(history),
        )
    except InputError:  # it diverged; what was recorded before is kept
        end = np.inf
    else:
        end = float(seen[-1].validation_loss[-1])
    if not seen:
        return np.zeros(0), np.zeros(0), end
    return seen[-1].updates.astype(float), seen[-1].loss, end


@final
class Clipping(Experiment):
    name = "clipping"
    title = QT_TRANSLATE_NOOP("experiments", "Clipping on and off")
    claim = QT_TRANSLATE_NOOP(
        "experiments",
        "Without clipping a network with a stretching U diverges at rates at which it stays finite with it.",
    )
    source = "Pascanu et al. 2013"

    def run(self, quick: bool = False, seed: int = 0) -> Report:
        rates, updates, seeds = ((0.1,), 60, 2) if quick else ((0.01, 0.03, 0.1, 0.3), 600, 5)
        rows, curves = [], []
        for rate in rates:
            for clip in (None, 1.0):
                ends = np.array([learning(rate, clip, updates, seed + k)[2] for k in range(seeds)])
                lost = int((~(ends < WORST)).sum())
                name = "—" if clip is None else f"{clip:g}"
                kept = ends[ends < WORST]
                rows.append((f"{rate:g}", name, f"{lost}/{seeds}", float(np.median(kept)) if kept.size else "—"))
        for clip, name in (
            (None, QT_TRANSLATE_NOOP("experiments", "no clipping")),
            (1.0, QT_TRANSLATE_NOOP("experiments", "clipped at norm 1")),
        ):
            x, y, _ = learning(0.1, clip, updates, seed)
            curves.append(Curve(name, x, np.minimum(y, HIGHEST)))
        columns = (
            QT_TRANSLATE_NOOP("experiments", "rate"),
            QT_TRANSLATE_NOOP("experiments", "clip norm"),
            QT_TRANSLATE_NOOP("experiments", "lost"),
            QT_TRANSLATE_NOOP("experiments", "median loss of the others"),
        )
        chart = Chart(
            QT_TRANSLATE_NOOP("experiments", "rate 0.1, one seed"),
            QT_TRANSLATE_NOOP("experiments", "updates"),
            QT_TRANSLATE_NOOP("experiments", "loss of the batches, 1000 at the most"),
            tuple(curves),
        )
        return Report(columns, tuple(rows), (chart,))


experiments.add(Clipping.name, Clipping())
