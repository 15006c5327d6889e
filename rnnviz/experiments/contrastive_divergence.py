"""What the sampling in contrastive divergence costs, beside the exact gradient.

Hinton, G. E. (2002). Training products of experts by minimizing contrastive divergence. Neural Computation 14(8);
Carreira-Perpiñán, M. Á. and Hinton, G. E. (2005). On contrastive divergence learning: samples that ran only k steps
from the data give a biased gradient, whose fixed points are not those of the likelihood.
"""

from typing import final

import numpy as np

from rnnviz.energy.learning import LearningSpec, learnt
from rnnviz.energy.restricted import RestrictedBoltzmann
from rnnviz.experiments.base import Chart, Curve, Experiment, Report, experiments
from rnnviz.words import QT_TRANSLATE_NOOP

SIDE, HIDDEN = 3, 6
WAYS = {
    "exact": (LearningSpec("exact", rate=0.2), QT_TRANSLATE_NOOP("experiments", "exact")),
    "CD-10": (LearningSpec("cd", 10, 0.2), QT_TRANSLATE_NOOP("experiments", "CD-10")),
    "CD-1": (LearningSpec("cd", 1, 0.2), QT_TRANSLATE_NOOP("experiments", "CD-1")),
}


def bars_and_stripes(side: int) -> np.ndarray:
    """(P, side * side): every picture whose rows, or whose columns, are each of one colour."""
    bits = (np.arange(2**side)[:, None] >> np.arange(side)) & 1
    rows = np.repeat(bits, side, axis=1)
    columns = np.tile(bits, (1, side))
    made: np.ndarray = np.unique(np.concatenate([rows, columns]), axis=0).astype(float)
    return made


@final
class ContrastiveDivergence(Experiment):
    name = "contrastive-divergence"
    title = QT_TRANSLATE_NOOP("experiments", "Contrastive divergence beside the exact gradient")
    claim = QT_TRANSLATE_NOOP(
        "experiments",
        "CD-1 learns, but stops short of the likelihood that the exact gradient reaches; CD-10 comes nearer.",
    )
    source = "Hinton 2002; Carreira-Perpiñán and Hinton 2005"

    def run(self, quick: bool = False, seed: int = 0) -> Report:
        updates, every = (1500, 100) if quick else (6000, 100)
        data = bars_and_stripes(SIDE)
        rows: list[tuple[str | float, ...]] = []
        curves = []
        for name, (spec, title) in WAYS.items():
            machine = RestrictedBoltzmann.create(SIDE * SIDE, HIDDEN, seed)
            likelihoods = [machine.log_likelihood(data)]
            for update in range(updates):
                machine = learnt(machine, data, spec, seed, update)
                if (update + 1) % every == 0:
                    likelihoods.append(machine.log_likelihood(data))
            curves.append(Curve(title, np.arange(0, updates + 1, every, dtype=float), np.array(likelihoods)))
            rows.append((name, likelihoods[0], likelihoods[-1]))
        best = np.full(2, -np.log(len(data)))
        ends = np.array([0.0, updates])
        curves.append(Curve(QT_TRANSLATE_NOOP("experiments", "best possible"), ends, best, "theory"))
        chart = Chart(
            QT_TRANSLATE_NOOP("experiments", "3 × 3 bars and stripes"),
            QT_TRANSLATE_NOOP("experiments", "updates"),
            QT_TRANSLATE_NOOP("experiments", "log-likelihood"),
            tuple(curves),
            log_y=False,
        )
        columns = (
            QT_TRANSLATE_NOOP("experiments", "gradient"),
            QT_TRANSLATE_NOOP("experiments", "before"),
            QT_TRANSLATE_NOOP("experiments", "after"),
        )
        return Report(columns, tuple(rows), (chart,))


experiments.add(ContrastiveDivergence.name, ContrastiveDivergence())
