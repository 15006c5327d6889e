"""Date formats: read a date as people write it, then say it as computers do."""

import datetime
import re
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.asked import ASK, SILENCE, answers_after_asking, check_asked
from rnnviz.tasks.base import Array, Batch, Scenario, Task, tasks
from rnnviz.tasks.coding import one_hot, read_symbols, said_classes
from rnnviz.tasks.held_out import LEARNED, TEST, VALIDATION, VALIDATION_SIZE, draw_part, test_rng, validation_rng
from rnnviz.words import QT_TRANSLATE_NOOP

MONTHS = {
    "english": ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
    "portuguese": ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"],
}
_LETTERS = "abcdefghijlmnoprstuvyz"  # all that the months need
ALPHABET = "0123456789-/␣" + _LETTERS + SILENCE + ASK
_FIRST, _DAYS = datetime.date(2000, 1, 1), 36525  # this century
_WRITTEN = re.compile(r"(\d\d)[ /](\d\d|[a-z]{3})[ /](\d\d)")


@dataclass(frozen=True)
class Dates(Task):
    """A day of the years 2000 to 2099, written as “02 nov 24” or “02/11/24”, the question “?”, and eight silent clocks
    “.”, in which it is to be said as 24-11-02; only these count.

    A perfect answer has the loss 0 and the accuracy 1; two of the eight signs, the hyphens, can be had without reading.
    """

    name: ClassVar[str] = "dates"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Date formats")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "How is this date written with year, month and day in order?")
    group: ClassVar[str] = "sequence"
    scenario: ClassVar[Scenario] = "delayed"
    kinds: ClassVar[tuple[Kind, ...]] = ("text",)
    output: ClassVar[str] = "softmax"
    example: ClassVar[str] = "02 nov 24?........"

    format: str = option(
        "month names",
        QT_TRANSLATE_NOOP("options", "Format"),
        QT_TRANSLATE_NOOP("options", "How the dates are written: 02/11/24, 02 nov 24, or either"),
        choices=("digits", "month names", "either"),
    )
    language: str = option("english", QT_TRANSLATE_NOOP("options", "Language"), choices=tuple(MONTHS))

    @property
    def inputs(self) -> int:
        return len(ALPHABET)

    @property
    def outputs(self) -> int:
        """As many as inputs, so that a network can read its own last answer."""
        return len(ALPHABET)

    @property
    def start(self) -> str:
        if self.format == "digits":
            return "02/11/24?........"
        return f"02 {MONTHS[self.language][10]} 24?........"

    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        return self._batch(rng, draw_part(rng, batch_size, LEARNED, _draw))

    def validation(self) -> Batch:
        rng = validation_rng()
        return self._batch(rng, draw_part(rng, VALIDATION_SIZE, VALIDATION, _draw))

    def test(self) -> Batch:
        rng = test_rng()
        return self._batch(rng, draw_part(rng, VALIDATION_SIZE, TEST, _draw))

    def encode(self, sequence: Sequence) -> Array:
        codes = read_symbols(self, sequence, ALPHABET)
        check_asked(sequence)
        return one_hot(codes, self.inputs)

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """The date that was typed before the question, as far as the silence goes; no answer where it is none."""
        self.encode(sequence)
        typed = "".join(sequence.labels).replace("␣", " ").split(ASK)[0].strip(" " + SILENCE)
        return answers_after_asking(sequence, self._answer(typed), self.outputs)

    def say(self, output: Array) -> tuple[str, ...]:
        return said_classes(output, ALPHABET)

    @property
    def input_names(self) -> tuple[str, ...]:
        return tuple(ALPHABET)

    @property
    def output_names(self) -> tuple[str, ...]:
        return tuple(ALPHABET)

    def _answer(self, typed: str) -> list[int]:
        """The signs of yy-mm-dd; none for what is no date."""
        written = _WRITTEN.fullmatch(typed)
        if written is None:
            return []
        day, month, year = written.groups()
        names = MONTHS[self.language]
        try:
            number = names.index(month) + 1 if month in names else int(month)
            date = datetime.date(2000 + int(year), number, int(day))
        except ValueError:
            return []
        return _signs(date)

    def _batch(self, rng: np.random.Generator, days: NDArray[np.intp]) -> Batch:
        """days (1, B) after the first."""
        dates = [_FIRST + datetime.timedelta(days=int(day)) for day in days[0]]
        named = rng.random(len(dates)) < {"digits": 0.0, "month names": 1.0, "either": 0.5}[self.format]
        width = 8 if self.format == "digits" else 9
        codes = np.full((width + 1 + 8, len(dates)), ALPHABET.index(SILENCE))
        codes[width] = ALPHABET.index(ASK)
        answers = np.full_like(codes, -1)
        for b, (date, name) in enumerate(zip(dates, named, strict=True)):
            month = MONTHS[self.language][date.month - 1] if name else f"{date.month:02}"
            typed = f"{date.day:02}{'␣' if name else '/'}{month}{'␣' if name else '/'}{date.year % 100:02}"
            codes[: len(typed), b] = [ALPHABET.index(sign) for sign in typed]
            answers[width + 1 :, b] = _signs(date)
        return Batch(one_hot(codes, self.inputs), one_hot(answers, self.outputs), (answers >= 0).astype(np.float64))


def _signs(date: datetime.date) -> list[int]:
    return [ALPHABET.index(sign) for sign in f"{date.year % 100:02}-{date.month:02}-{date.day:02}"]


def _draw(rng: np.random.Generator, count: int) -> NDArray[np.intp]:
    return rng.integers(0, _DAYS, (1, count))


tasks.add(Dates.name, Dates)
