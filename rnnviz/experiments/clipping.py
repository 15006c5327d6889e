"""Clipping the gradient's norm: on and off, over learning rates.

Pascanu, R., Mikolov, T. and Bengio, Y. (2013). On the difficulty of training recurrent neural networks.
arXiv:1211.5063: at the walls of the loss a single long gradient throws the weights far away; scaled down to a fixed
length it does not.
"""

from typing import final

import numpy as np

from rnnviz.engine.training import train
from rnnviz.errors import InputError
from rnnviz.experiments.base import Chart, Curve, Experiment, Floats, Report, experiments
from rnnviz.network.network import Network
from rnnviz.tasks.adding import Adding
from rnnviz.words import QT_TRANSLATE_NOOP

HIDDEN, STRETCH = 16, 1.5  # U is orthogonal, times this
WORST = 1.0  # a held-out loss above this is worse than any guess


def learning(rate: float, clip: float | None, updates: int, seed: int) -> tuple[Floats, Floats]:
    """(updates, losses of the batches) of an Elman network on the adding problem with plain SGD, as far as they were
    finite."""
    net = Network("elman", inputs=2, hidden=HIDDEN, outputs=1, seed=seed)
    U = np.linalg.qr(np.random.default_rng(seed).standard_normal((HIDDEN, HIDDEN)))[0]
    net.parameters["weight_hh_l0"][...] = STRETCH * U
    done: list[tuple[Floats, Floats]] = [(np.zeros(0), np.zeros(0))]
    try:
        train(
            net,
            Adding(length=30),
            updates,
            optimiser="sgd",
            rate=rate,
            clip=clip,
            seed=seed,
            validations=20,
            progress=lambda _, history: done.append(
                (history.validation_updates.astype(float), history.validation_loss)
            ),
        )
    except InputError:  # it diverged; what was recorded before is kept
        x, y = done[-1]
        return np.append(x, updates), np.append(y, np.inf)
    return done[-1]


@final
class Clipping(Experiment):
    name = "clipping"
    title = QT_TRANSLATE_NOOP("experiments", "Clipping on and off")
    claim = QT_TRANSLATE_NOOP(
        "experiments", "Without clipping a network with a stretching U diverges at rates at which it learns with it."
    )
    source = "Pascanu et al. 2013"

    def run(self, quick: bool = False, seed: int = 0) -> Report:
        rates, updates, seeds = ((0.1,), 60, 2) if quick else ((0.01, 0.03, 0.1, 0.3), 600, 5)
        rows, curves = [], []
        for rate in rates:
            for clip in (None, 1.0):
                ends = np.array([learning(rate, clip, updates, seed + k)[1][-1] for k in range(seeds)])
                lost = int((~(ends < WORST)).sum())
                name = "—" if clip is None else f"{clip:g}"
                kept = ends[ends < WORST]
                rows.append((f"{rate:g}", name, f"{lost}/{seeds}", float(np.median(kept)) if kept.size else "—"))
        for clip, name in (
            (None, QT_TRANSLATE_NOOP("experiments", "no clipping")),
            (1.0, QT_TRANSLATE_NOOP("experiments", "clipped at norm 1")),
        ):
            x, y = learning(0.1, clip, updates, seed)
            curves.append(Curve(name, x[np.isfinite(y)], y[np.isfinite(y)], style="points"))
        columns = (
            QT_TRANSLATE_NOOP("experiments", "rate"),
            QT_TRANSLATE_NOOP("experiments", "clip norm"),
            QT_TRANSLATE_NOOP("experiments", "lost"),
            QT_TRANSLATE_NOOP("experiments", "median loss of the others"),
        )
        chart = Chart(
            QT_TRANSLATE_NOOP("experiments", "rate 0.1, one seed"),
            QT_TRANSLATE_NOOP("experiments", "updates"),
            QT_TRANSLATE_NOOP("experiments", "loss, held out"),
            tuple(curves),
        )
        return Report(columns, tuple(rows), (chart,))


experiments.add(Clipping.name, Clipping())
