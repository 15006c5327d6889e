"""How many random patterns a Hopfield network recalls, by the rule that stores them.

Amit, D. J., Gutfreund, H. and Sompolinsky, H. (1985). Storing infinite numbers of patterns in a spin-glass model of
neural networks. Physical Review Letters 55, 1530: with Hebb's rule and many units, recall breaks down at 0.138 patterns
a unit.
"""

from typing import final

import numpy as np

from rnnviz.energy.capacity import CRITICAL, CapacitySpec, capacity
from rnnviz.experiments.base import Chart, Curve, Experiment, Report, experiments
from rnnviz.words import QT_TRANSLATE_NOOP

LOADS = (0.05, 0.1, 0.12, 0.13, 0.14, 0.15, 0.16, 0.2, 0.3)
RULES = {
    "hebb": QT_TRANSLATE_NOOP("experiments", "Hebb"),
    "storkey": QT_TRANSLATE_NOOP("experiments", "Storkey"),
    "pseudo-inverse": QT_TRANSLATE_NOOP("experiments", "pseudo-inverse"),
}


@final
class HopfieldCapacity(Experiment):
    name = "hopfield-capacity"
    title = QT_TRANSLATE_NOOP("experiments", "What a Hopfield network can hold")
    claim = QT_TRANSLATE_NOOP(
        "experiments", "With Hebb's rule recall breaks down near 0.138 patterns a unit; other rules hold more."
    )
    source = "Amit et al. 1985; Storkey 1997; Personnaz et al. 1985"

    def run(self, quick: bool = False, seed: int = 0) -> Report:
        units, trials, loads = (100, 1, (0.05, 0.14, 0.3)) if quick else (300, 3, LOADS)
        found = {rule: capacity(CapacitySpec(units, rule, trials, seed=seed), loads) for rule in RULES}
        rows: tuple[tuple[str | float, ...], ...] = tuple(
            (f"{load:g}", *(float(found[rule].overlaps[k]) for rule in RULES), float(found["hebb"].fixed[k]))
            for k, load in enumerate(loads)
        )
        curves = [Curve(name, found[rule].loads, found[rule].overlaps, "points") for rule, name in RULES.items()]
        theory = np.array([CRITICAL, CRITICAL]), np.array([0.0, 1.0])
        curves.append(Curve(QT_TRANSLATE_NOOP("experiments", "0.138 P / N"), *theory, "theory"))
        chart = Chart(
            QT_TRANSLATE_NOOP("experiments", "Recall from the pattern itself"),
            QT_TRANSLATE_NOOP("experiments", "patterns a unit, P / N"),
            QT_TRANSLATE_NOOP("experiments", "overlap m after recall"),
            tuple(curves),
            log_y=False,
        )
        columns = (
            QT_TRANSLATE_NOOP("experiments", "P / N"),
            QT_TRANSLATE_NOOP("experiments", "m, Hebb"),
            QT_TRANSLATE_NOOP("experiments", "m, Storkey"),
            QT_TRANSLATE_NOOP("experiments", "m, pseudo-inverse"),
            QT_TRANSLATE_NOOP("experiments", "fixed points, Hebb"),
        )
        return Report(columns, rows, (chart,))


experiments.add(HopfieldCapacity.name, HopfieldCapacity())
