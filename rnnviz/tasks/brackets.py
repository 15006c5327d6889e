"""Matching brackets: which bracket has to be closed next?"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.base import Array, Batch, tasks
from rnnviz.tasks.coding import one_hot, read_symbols, said_classes
from rnnviz.tasks.held_out import DrawnTask
from rnnviz.words import QT_TRANSLATE_NOOP, translate

_PAIRS = ("()", "[]", "{}")


@dataclass(frozen=True)
class Brackets(DrawnTask):
    """Brackets that open and close in the right order, never more than `depth` open at a time; the target of every
    clock is the bracket that would close the innermost open one, or “all closed”.

    At each clock a bracket opens or closes with the same probability, where both are allowed. A perfect answer has
    the loss 0 and the accuracy 1. It needs a stack: of one kind of bracket a counter is enough.
    """

    name: ClassVar[str] = "brackets"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Matching brackets")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Which bracket has to be closed next?")
    group: ClassVar[str] = "language"
    kinds: ClassVar[tuple[Kind, ...]] = ("text",)
    output: ClassVar[str] = "softmax"
    example: ClassVar[str] = "[()(()[])]"

    pairs: int = option(
        2,
        QT_TRANSLATE_NOOP("options", "Bracket kinds"),
        QT_TRANSLATE_NOOP("options", "1: ( ), 2: also [ ], 3: also { }"),
        minimum=1,
        maximum=3,
    )
    depth: int = option(
        4,
        QT_TRANSLATE_NOOP("options", "Depth"),
        QT_TRANSLATE_NOOP("options", "How many brackets can be open at a time"),
        minimum=2,
        maximum=50,
    )
    length: int = option(
        14,
        QT_TRANSLATE_NOOP("options", "Length"),
        QT_TRANSLATE_NOOP("options", "How many clocks a sequence has"),
        minimum=14,
        maximum=1000,
    )

    @property
    def alphabet(self) -> str:
        """The opening brackets, then the closing ones in the same order."""
        return "".join(pair[0] for pair in _PAIRS[: self.pairs]) + "".join(pair[1] for pair in _PAIRS[: self.pairs])

    @property
    def inputs(self) -> int:
        return 2 * self.pairs

    @property
    def outputs(self) -> int:
        return self.pairs + 1

    @property
    def start(self) -> str:
        return ("(()(()))", self.example, "[({}())[]]")[self.pairs - 1]

    def encode(self, sequence: Sequence) -> Array:
        codes = read_symbols(self, sequence, self.alphabet)
        self._innermost(codes)
        return one_hot(codes, self.inputs)

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """InputError for a bracket that closes what is not open."""
        wanted = self._innermost(read_symbols(self, sequence, self.alphabet))
        return one_hot(np.array(wanted), self.outputs), np.ones(len(sequence))

    def say(self, output: Array) -> tuple[str, ...]:
        return said_classes(output, self.output_names)

    @property
    def input_names(self) -> tuple[str, ...]:
        return tuple(self.alphabet)

    @property
    def output_names(self) -> tuple[str, ...]:
        return (*self.alphabet[self.pairs :], translate("tasks", "all closed"))

    def _innermost(self, codes: NDArray[np.intp]) -> list[int]:
        """After each bracket the kind of the innermost open one, or `pairs` where none is open."""
        open_ones: list[int] = []
        wanted = []
        for place, code in enumerate(codes.tolist(), start=1):
            if code < self.pairs:
                open_ones.append(code)
            elif open_ones and open_ones[-1] == code - self.pairs:
                open_ones.pop()
            else:
                expected = [self.alphabet[self.pairs + open_ones[-1]]] if open_ones else []
                raise InputError(
                    QT_TRANSLATE_NOOP("errors", "Character {place} is “{symbol}”; here only {wanted} can stand."),
                    place=place,
                    symbol=self.alphabet[code],
                    wanted=" ".join([*self.alphabet[: self.pairs], *expected]),
                )
            wanted.append(open_ones[-1] if open_ones else self.pairs)
        return wanted

    def _draw(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        each, level = np.arange(count), np.zeros(count, dtype=np.intp)
        stack = np.zeros((self.depth, count), dtype=np.intp)
        codes = np.empty((self.length, count), dtype=np.intp)
        for t in range(self.length):
            opens = (rng.random(count) < 0.5) & (level < self.depth) | (level == 0)
            kind = np.where(opens, rng.integers(0, self.pairs, count), stack[np.maximum(level - 1, 0), each])
            stack[level[opens], each[opens]] = kind[opens]
            codes[t] = np.where(opens, kind, kind + self.pairs)
            level += np.where(opens, 1, -1)
        return codes

    def _batch(self, codes: NDArray[np.intp]) -> Batch:
        wanted = np.array([self._innermost(column) for column in codes.T]).T
        return Batch(one_hot(codes, self.inputs), one_hot(wanted, self.outputs), np.ones(codes.shape))


tasks.add(Brackets.name, Brackets)
