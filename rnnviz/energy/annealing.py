"""The temperature of stochastic units, clock by clock."""

from dataclasses import dataclass

import numpy as np

from rnnviz.energy.checks import Floats
from rnnviz.options import option, validate
from rnnviz.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Annealing:
    """From `start` to `end` over the clocks; constant stays at `start`. Geometric steps are the usual choice: the
    colder, the smaller. (Kirkpatrick, Gelatt, Vecchi 1983, Optimization by simulated annealing.)"""

    start: float = option(
        1.0,
        QT_TRANSLATE_NOOP("options", "Temperature"),
        QT_TRANSLATE_NOOP("options", "The hotter, the more units go against their field"),
        above=0.0,
        maximum=1000.0,
    )
    schedule: str = option(
        "constant",
        QT_TRANSLATE_NOOP("options", "Annealing"),
        QT_TRANSLATE_NOOP("options", "How the temperature goes from its first to its last value"),
        choices=("constant", "linear", "geometric"),
    )
    end: float = option(
        0.1,
        QT_TRANSLATE_NOOP("options", "Cooled to"),
        QT_TRANSLATE_NOOP("options", "The temperature of the last clock"),
        above=0.0,
        maximum=1000.0,
    )

    def __post_init__(self) -> None:
        validate(self)

    def temperatures(self, clocks: int) -> Floats:
        """(clocks,)."""
        made: Floats
        if self.schedule == "constant":
            made = np.full(clocks, self.start)
        elif self.schedule == "linear":
            made = np.linspace(self.start, self.end, clocks)
        else:
            made = np.geomspace(self.start, self.end, clocks)
        return made
