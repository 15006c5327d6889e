"""Own data: columns of a table are read row by row, and others, or the same ones later, are foretold."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence, number_label, vector_label
from rnnviz.inputs.table import Table, table_of
from rnnviz.options import option
from rnnviz.paths import resource
from rnnviz.tasks.base import MOST_WHOLE, Array, Batch, Task, tasks
from rnnviz.words import QT_TRANSLATE_NOOP

MOST_CHARACTERS = 4_000_000  # of a table, which becomes a part of the session
_MOST_WINDOWS = 256
_MOST_VALUES = 4_000_000  # in a batch of its windows
_SHOWN = 24  # rows in the sequence to begin with

_table = lru_cache(maxsize=4)(table_of)


@dataclass(frozen=True)
class OwnData(Task):
    """Windows of the rows of a table, in their order. At each row the columns `reads` are read; the target is what the
    columns `foretells` hold `ahead` rows later.

    data: the text of the CSV file itself, so that a session holds all that it needs; the yearly sunspot numbers where
    it is left out. reads, foretells: names of columns, one a line. Training draws windows from the first rows; windows
    that lie wholly in the last `held_out_share` of the rows are the validation, of these at most 256, evenly spread.
    Normalisation is computed from the rows that are learned from, and undone in what is said. `baseline` always answers
    the mean; what a perfect network would reach nobody knows.

    Errors: InputError for a table or a column that cannot be used, and for a window that does not fit in both parts.
    """

    name: ClassVar[str] = "own-data"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Own data")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "What do these columns of a table of yours say next?")
    group: ClassVar[str] = "series"
    kinds: ClassVar[tuple[Kind, ...]] = ("numbers", "vectors", "bits")
    output: ClassVar[str] = "linear"
    example: ClassVar[str] = "5 11 16 23 36 58 29 20 10 8 3 0"

    data: str = ""
    file: str = "sunspots.csv"
    reads: str = "sunspots"
    foretells: str = "sunspots"
    window: int = option(
        24,
        QT_TRANSLATE_NOOP("options", "Window"),
        QT_TRANSLATE_NOOP("options", "How many rows are read at a time while learning"),
        minimum=1,
        maximum=1000,
    )
    ahead: int = option(
        1,
        QT_TRANSLATE_NOOP("options", "Rows ahead"),
        QT_TRANSLATE_NOOP("options", "How many rows later the target stands; 0: in the same row"),
        minimum=0,
        maximum=1000,
    )
    held_out_share: float = option(
        0.25,
        QT_TRANSLATE_NOOP("options", "Held out"),
        QT_TRANSLATE_NOOP("options", "The share of the rows, the last ones, that is kept apart for validation"),
        minimum=0.01,
        maximum=0.9,
    )
    normalisation: str = option(
        "standard score",
        QT_TRANSLATE_NOOP("options", "Normalisation"),
        QT_TRANSLATE_NOOP(
            "options", "Standard score: mean 0 and standard deviation 1; 0 to 1: from the least to the largest value"
        ),
        choices=("standard score", "0 to 1", "none"),
    )
    tolerance: float = option(
        0.3,
        QT_TRANSLATE_NOOP("options", "Tolerance"),
        QT_TRANSLATE_NOOP("options", "An answer is right when it is off by less than this, after normalisation"),
        above=0.0,
        maximum=1e9,
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.data:
            object.__setattr__(self, "data", resource("data", "sunspots.csv").read_text(encoding="utf-8"))
        if len(self.data) > MOST_CHARACTERS:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "“{file}” has {count} characters; at most {most} are accepted."),
                file=self.file,
                count=len(self.data),
                most=MOST_CHARACTERS,
            )
        for names, words in (
            (self._reads, QT_TRANSLATE_NOOP("errors", "No column to read is chosen; choose one or more.")),
            (self._foretells, QT_TRANSLATE_NOOP("errors", "No column to predict is chosen; choose one or more.")),
        ):
            if not names:
                raise InputError(words)
        rows, part = len(self._values[0]), self._first_held_out
        needed = self.window + self.ahead
        if min(part, rows - part) < needed:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{file}”: rows to learn from: {learned}, held out: {held}; window and rows ahead take {needed}.",
                ),
                file=self.file,
                learned=part,
                held=rows - part,
                needed=needed,
            )

    @property
    def table(self) -> Table:
        return _table(self.file, self.data)

    @property
    def inputs(self) -> int:
        return len(self._reads)

    @property
    def outputs(self) -> int:
        return len(self._foretells)

    @property
    def perfect(self) -> None:
        """Nobody knows."""
        return None

    @property
    def start(self) -> str:
        """The first rows that are held out, enough for one answer."""
        first = self._first_held_out
        rows = self._values[0][first : first + max(min(_SHOWN, self.window), self.ahead + 2)]
        if self.inputs == 1:
            return " ".join(number_label(value) for value in rows[:, 0])
        return "; ".join(",".join(number_label(value) for value in row) for row in rows)

    @property
    def start_kind(self) -> Kind:
        return "numbers" if self.inputs == 1 else "vectors"

    @classmethod
    def for_sequence(cls, sequence: Sequence) -> Self:
        task = cls()
        task.encode(sequence)
        return task

    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        last = self._first_held_out - self.window - self.ahead
        return self._windows(rng.integers(0, last + 1, batch_size))

    @property
    def _room(self) -> int:
        """Windows that one batch can hold."""
        return _MOST_VALUES // (self.window * (self.inputs + self.outputs))

    def whole(self) -> tuple[Batch, ...] | None:
        """The window at every row that is learned from."""
        count = self._first_held_out - self.window - self.ahead + 1
        return None if count > min(MOST_WHOLE, self._room) else (self._windows(np.arange(count)),)

    def validation(self) -> Batch:
        last = len(self._values[0]) - self.window - self.ahead
        count = max(1, min(_MOST_WINDOWS, self._room, last - self._first_held_out + 1))
        return self._windows(np.linspace(self._first_held_out, last, count).astype(np.intp))

    def encode(self, sequence: Sequence) -> Array:
        """Values as they stand in the table."""
        self.check_kind(sequence)
        if sequence.values.shape[1] != self.inputs:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "Step 1 is “{label}”, {width} wide; this network reads {inputs}: {names}."),
                label=sequence.labels[0],
                width=sequence.values.shape[1],
                inputs=self.inputs,
                names=", ".join(self._reads),
            )
        x: Array = (sequence.values - self._scale[0][0]) / self._scale[0][1]
        return x

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """What was typed `ahead` steps later, where all that is foretold is also read; else nobody knows it."""
        self.encode(sequence)
        target, mask = np.zeros((len(sequence), self.outputs)), np.zeros(len(sequence))
        if set(self._foretells) <= set(self._reads):
            columns = [self._reads.index(name) for name in self._foretells]
            later = sequence.values[self.ahead :][:, columns]
            target[: len(later)], mask[: len(later)] = (later - self._scale[1][0]) / self._scale[1][1], 1
        return target, mask

    def say(self, output: Array) -> tuple[str, ...]:
        """In the units of the table, three digits."""
        values = output * self._scale[1][1] + self._scale[1][0]
        rounded = np.array([[float(f"{value:.3g}") for value in row] for row in values])
        return tuple(vector_label(row) for row in rounded)

    def correct(self, output: Array, target: Array) -> NDArray[np.bool_]:
        """Right when every value is off by less than `tolerance`, after normalisation."""
        right: NDArray[np.bool_] = np.all(np.abs(output - target) < self.tolerance, axis=-1)
        return right

    @property
    def input_names(self) -> tuple[str, ...]:
        return self._reads

    @property
    def output_names(self) -> tuple[str, ...]:
        return self._foretells

    @cached_property
    def _reads(self) -> tuple[str, ...]:
        return tuple(filter(None, self.reads.split("\n")))

    @cached_property
    def _foretells(self) -> tuple[str, ...]:
        return tuple(filter(None, self.foretells.split("\n")))

    @cached_property
    def _values(self) -> tuple[Array, Array]:
        return self.table.columns(self._reads), self.table.columns(self._foretells)

    @cached_property
    def _first_held_out(self) -> int:
        rows = len(self._values[0])
        return rows - round(rows * self.held_out_share)

    @cached_property
    def _scale(self) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
        """What is subtracted from each column that is read, and from each that is foretold, and what divides it."""
        return self._scale_of(self._values[0]), self._scale_of(self._values[1])

    def _scale_of(self, values: Array) -> tuple[Array, Array]:
        learned = values[: self._first_held_out]
        if self.normalisation == "none":
            return np.zeros(values.shape[1]), np.ones(values.shape[1])
        low, size = (
            (learned.min(axis=0), np.ptp(learned, axis=0))
            if self.normalisation == "0 to 1"
            else (learned.mean(axis=0), learned.std(axis=0))
        )
        return low, np.where(size > 0, size, 1.0)  # a column that never changes stays 0

    def _windows(self, starts: NDArray[np.intp]) -> Batch:
        rows = starts + np.arange(self.window)[:, None]
        (x, y), (x_scale, y_scale) = self._values, self._scale
        return Batch(
            ((x - x_scale[0]) / x_scale[1])[rows],
            ((y - y_scale[0]) / y_scale[1])[rows + self.ahead],
            np.ones(rows.shape),
        )


def longest_window(rows: int, held_out_share: float, ahead: int) -> int:
    """The longest window that fits, with what is foretold, both into the rows to learn from and into those held out;
    below 1 where none does."""
    held = round(rows * held_out_share)
    return min(rows - held, held) - ahead


def from_table(file: str, text: str, table: Table) -> OwnData:
    """The last column of numbers of a table, to be predicted from itself, in windows of the usual length or the longest
    that fits. file, text: what the table was read from. Errors: InputError where it has no such column or too few rows.
    """
    column, usual = table.numeric()[-1:], OwnData()
    name = column[0] if column else ""
    room = longest_window(len(table), usual.held_out_share, usual.ahead)
    window = max(1, min(usual.window, room))
    return OwnData(data=text, file=file, reads=name, foretells=name, window=window)


tasks.add(OwnData.name, OwnData)
