"""Sunspots: having seen the yearly numbers so far, how many spots does the sun show next year?"""

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.paths import resource
from rnnviz.tasks.base import Array, Batch, Task, tasks
from rnnviz.tasks.coding import next_values
from rnnviz.words import QT_TRANSLATE_NOOP, translate

SCALE = 100.0  # spots in one unit of x and s
FIRST_HELD_OUT = 1930


@lru_cache(maxsize=1)
def yearly() -> Array:
    """(309, 2), read-only: the years 1700 to 2008 and their mean sunspot numbers; resources/data says whence."""
    table = np.loadtxt(resource("data", "sunspots.csv"), delimiter=",", skiprows=1)
    table.setflags(write=False)
    return table


@dataclass(frozen=True)
class Sunspots(Task):
    """Windows of the yearly mean sunspot numbers since 1700, in hundreds; the target of each year is the next one.

    Training draws windows from the years before 1930, validation has those that lie in 1930 to 2008 from end to end.
    What a perfect forecast would reach nobody knows. Always answering the mean of the held-out years is the baseline;
    answering the value of the year itself is a much harder one, `persistence`.
    """

    name: ClassVar[str] = "sunspots"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Sunspots")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "How many spots will the sun show next year?")
    group: ClassVar[str] = "series"
    kinds: ClassVar[tuple[Kind, ...]] = ("numbers", "bits")
    output: ClassVar[str] = "linear"
    example: ClassVar[str] = "5 11 16 23 36 58 29 20 10 8 3 0 0 2 11 27 47 63 60 39 28 26 22"  # 1700 to 1722

    window: int = option(
        24,
        QT_TRANSLATE_NOOP("options", "Window"),
        QT_TRANSLATE_NOOP("options", "How many years are read at a time"),
        minimum=2,
        maximum=70,
    )
    tolerance: float = option(
        15.0,
        QT_TRANSLATE_NOOP("options", "Tolerance"),
        QT_TRANSLATE_NOOP("options", "A forecast is right when it is off by fewer spots than this"),
        above=0.0,
        maximum=200.0,
    )

    @property
    def inputs(self) -> int:
        return 1

    @property
    def outputs(self) -> int:
        return 1

    @property
    def perfect(self) -> None:
        """Nobody knows how much of next year's number this year's tell."""
        return None

    @property
    def learned(self) -> float:
        """Above what the best linear answer from the last three years reaches, 50 %; this year's number for the next
        reaches 39 %."""
        return 0.55

    @property
    def persistence(self) -> float:
        """The loss of answering, at each held-out year, its own number."""
        batch = self.validation()
        return float(np.square(batch.x - batch.target).mean())

    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        before = yearly()[yearly()[:, 0] < FIRST_HELD_OUT, 1]
        return self._windows(before, rng.integers(0, len(before) - self.window, batch_size))

    def whole(self) -> tuple[Batch, ...]:
        """Every window of the years before."""
        before = yearly()[yearly()[:, 0] < FIRST_HELD_OUT, 1]
        return (self._windows(before, np.arange(len(before) - self.window)),)

    def validation(self) -> Batch:
        """Every window of the held-out years."""
        after = yearly()[yearly()[:, 0] >= FIRST_HELD_OUT, 1]
        return self._windows(after, np.arange(len(after) - self.window))

    def encode(self, sequence: Sequence) -> Array:
        """Numbers of spots, as they are counted."""
        self.check_kind(sequence)
        x: Array = sequence.values / SCALE
        return x

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """The next typed number of each; the last has none."""
        return next_values(self.encode(sequence))

    def say(self, output: Array) -> tuple[str, ...]:
        """Spots, in whole numbers."""
        return tuple(f"{np.round(SCALE * value) + 0.0:.0f}" for value in output[:, 0])

    def correct(self, output: Array, target: Array) -> NDArray[np.bool_]:
        """Right when the forecast is off by less than `tolerance` spots."""
        right: NDArray[np.bool_] = SCALE * np.abs(output[..., 0] - target[..., 0]) < self.tolerance
        return right

    @property
    def input_names(self) -> tuple[str, ...]:
        return (translate("tasks", "spots / 100"),)

    @property
    def output_names(self) -> tuple[str, ...]:
        return (translate("tasks", "spots / 100"),)

    def _windows(self, spots: Array, starts: NDArray[np.intp]) -> Batch:
        years = (spots / SCALE)[starts + np.arange(self.window + 1)[:, None]][..., None]
        return Batch(years[:-1].copy(), years[1:].copy(), np.ones((self.window, len(starts))))


tasks.add(Sunspots.name, Sunspots)
