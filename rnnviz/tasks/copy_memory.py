"""Copy memory: keep some letters over a silence, and say them when asked."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.asked import ASK, SILENCE, answers_after_asking, check_asked
from rnnviz.tasks.base import Array, Batch, Scenario, tasks
from rnnviz.tasks.coding import one_hot, read_symbols, said_classes
from rnnviz.tasks.held_out import DrawnTask
from rnnviz.words import QT_TRANSLATE_NOOP

_LETTERS = "abcdefgh"
_FEWEST = 100  # different sequences


@dataclass(frozen=True)
class CopyMemory(DrawnTask):
    """`items` random letters, `delay` silent clocks “.”, the question “?”, and as many silent clocks as there are
    letters, in which they are to be said in the same order; only these count (Hochreiter & Schmidhuber 1997; Arjovsky,
    Shah & Bengio 2016).

    A perfect answer has the loss 0 and the accuracy 1. Without memory ln(symbols) and 1/symbols are the best there is.
    More letters and a longer delay are harder.
    """

    name: ClassVar[str] = "copy-memory"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Copy memory")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Which letters stood at the beginning, long before the question?")
    group: ClassVar[str] = "memory"
    scenario: ClassVar[Scenario] = "delayed"
    kinds: ClassVar[tuple[Kind, ...]] = ("text",)
    output: ClassVar[str] = "softmax"
    example: ClassVar[str] = "dabc....?...."

    symbols: int = option(
        6,
        QT_TRANSLATE_NOOP("options", "Letters"),
        QT_TRANSLATE_NOOP("options", "How many different letters there are"),
        minimum=2,
        maximum=len(_LETTERS),
    )
    items: int = option(
        4,
        QT_TRANSLATE_NOOP("options", "Items"),
        QT_TRANSLATE_NOOP("options", "How many letters are to be kept"),
        minimum=2,
        maximum=50,
    )
    delay: int = option(
        4,
        QT_TRANSLATE_NOOP("options", "Delay"),
        QT_TRANSLATE_NOOP("options", "How many clocks the silence before the question lasts"),
        minimum=0,
        maximum=1000,
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.symbols**self.items < _FEWEST:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "Only {count} sequences would differ; give letters and items that make {fewest} or more."
                ),
                count=self.symbols**self.items,
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
        kept = "".join(_LETTERS[(5 * place + 1) % self.symbols] for place in range(self.items))
        return kept + SILENCE * self.delay + ASK + SILENCE * self.items

    def encode(self, sequence: Sequence) -> Array:
        codes = read_symbols(self, sequence, self.alphabet)
        check_asked(sequence)
        return one_hot(codes, self.inputs)

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """The typed letters, from the clock after the question on, as far as it goes on."""
        self.encode(sequence)
        kept = [self.alphabet.index(label) for label in sequence.labels if label not in SILENCE + ASK]
        return answers_after_asking(sequence, kept, self.outputs)

    def say(self, output: Array) -> tuple[str, ...]:
        return said_classes(output, self.alphabet)

    @property
    def input_names(self) -> tuple[str, ...]:
        return tuple(self.alphabet)

    @property
    def output_names(self) -> tuple[str, ...]:
        return tuple(self.alphabet)

    def _draw(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        return rng.integers(0, self.symbols, (self.items, count))

    def _batch(self, kept: NDArray[np.intp]) -> Batch:
        silent, asked = self.symbols, self.symbols + 1
        codes = np.full((2 * self.items + self.delay + 1, kept.shape[1]), silent)
        codes[: self.items] = kept
        codes[self.items + self.delay] = asked
        answers = np.full_like(codes, -1)
        answers[-self.items :] = kept
        return Batch(one_hot(codes, self.inputs), one_hot(answers, self.outputs), (answers >= 0).astype(np.float64))


tasks.add(CopyMemory.name, CopyMemory)
