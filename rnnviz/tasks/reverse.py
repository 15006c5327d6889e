"""Reverse: read a word to its end, then say it backwards."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.asked import ASK, SILENCE, answers_after_asking, check_asked
from rnnviz.tasks.base import Array, Batch, Scenario, Task, tasks
from rnnviz.tasks.coding import one_hot, read_symbols, said_classes
from rnnviz.tasks.held_out import LEARNED, TEST, VALIDATION, VALIDATION_SIZE, draw_part, test_rng, validation_rng
from rnnviz.words import QT_TRANSLATE_NOOP

_LETTERS = "abcdefgh"
_FEWEST = 100  # different words of the longest length


@dataclass(frozen=True)
class Reverse(Task):
    """Random letters, the question “?”, and as many silent clocks “.”, in which the letters are to be said last one
    first; only these count (as in Sutskever, Vinyals & Le 2014, one network reads and answers).

    Training draws each length from `shortest` to `longest` alike; validation has words of the longest. A perfect answer
    has the loss 0 and the accuracy 1. Without memory ln(symbols) and 1/symbols are the best there is.
    """

    name: ClassVar[str] = "reverse"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Reverse a word")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "How does the word read backwards?")
    group: ClassVar[str] = "sequence"
    scenario: ClassVar[Scenario] = "delayed"
    kinds: ClassVar[tuple[Kind, ...]] = ("text",)
    output: ClassVar[str] = "softmax"
    example: ClassVar[str] = "dab?..."

    symbols: int = option(
        6,
        QT_TRANSLATE_NOOP("options", "Letters"),
        QT_TRANSLATE_NOOP("options", "How many different letters there are"),
        minimum=2,
        maximum=len(_LETTERS),
    )
    shortest: int = option(
        2,
        QT_TRANSLATE_NOOP("options", "Min. length"),
        QT_TRANSLATE_NOOP("options", "How many letters the shortest word has"),
        minimum=2,
        maximum=100,
    )
    longest: int = option(
        4,
        QT_TRANSLATE_NOOP("options", "Max. length"),
        QT_TRANSLATE_NOOP("options", "How many letters the longest word has"),
        minimum=2,
        maximum=100,
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.longest < self.shortest:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The longest word, {longest}, is shorter than the shortest, {shortest}; give that or more.",
                ),
                longest=self.longest,
                shortest=self.shortest,
            )
        if self.symbols**self.longest < _FEWEST:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "Only {count} words would differ; give letters and lengths that make {fewest} or more."
                ),
                count=self.symbols**self.longest,
                fewest=_FEWEST,
            )

    @property
    def alphabet(self) -> str:
        """The letters, “.” and “?”: their places are the units of x and s."""
        return _LETTERS[: self.symbols] + SILENCE + ASK

    @property
    def inputs(self) -> int:
        return self.symbols + 2

    @property
    def outputs(self) -> int:
        """As many as inputs, so that a network can read its own last answer."""
        return self.inputs

    @property
    def start(self) -> str:
        word = "".join(_LETTERS[(5 * place + 1) % self.symbols] for place in range(self.longest))
        return word + ASK + SILENCE * self.longest

    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        return self._batch(self._draw(rng, int(rng.integers(self.shortest, self.longest + 1)), batch_size, LEARNED))

    def validation(self) -> Batch:
        return self._batch(self._draw(validation_rng(), self.longest, VALIDATION_SIZE, VALIDATION))

    def test(self) -> Batch:
        return self._batch(self._draw(test_rng(), self.longest, VALIDATION_SIZE, TEST))

    def encode(self, sequence: Sequence) -> Array:
        codes = read_symbols(self, sequence, self.alphabet)
        check_asked(sequence)
        return one_hot(codes, self.inputs)

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """The typed letters backwards, from the clock after the question on, as far as it goes on."""
        self.encode(sequence)
        word = [self.alphabet.index(label) for label in sequence.labels if label not in SILENCE + ASK]
        return answers_after_asking(sequence, word[::-1], self.outputs)

    def say(self, output: Array) -> tuple[str, ...]:
        return said_classes(output, self.alphabet)

    @property
    def input_names(self) -> tuple[str, ...]:
        return tuple(self.alphabet)

    @property
    def output_names(self) -> tuple[str, ...]:
        return tuple(self.alphabet)

    def _draw(self, rng: np.random.Generator, length: int, count: int, part: int) -> NDArray[np.intp]:
        return draw_part(rng, count, part, lambda chance, n: chance.integers(0, self.symbols, (length, n)))

    def _batch(self, words: NDArray[np.intp]) -> Batch:
        length, count = words.shape
        codes = np.full((2 * length + 1, count), self.symbols)
        codes[:length], codes[length] = words, self.symbols + 1
        answers = np.full_like(codes, -1)
        answers[length + 1 :] = words[::-1]
        return Batch(one_hot(codes, self.inputs), one_hot(answers, self.outputs), (answers >= 0).astype(np.float64))


tasks.add(Reverse.name, Reverse)
