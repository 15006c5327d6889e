"""Temporal order: two signals hide among distractors; which two were they, and in which order?"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.base import Array, Batch, Scenario, tasks
from rnnviz.tasks.coding import one_hot, read_symbols, said_classes
from rnnviz.tasks.held_out import DrawnTask
from rnnviz.words import QT_TRANSLATE_NOOP

ALPHABET = "abcdXYEB"
CLASSES = ("XX", "XY", "YX", "YY")
_X, _E, _B = ALPHABET.index("X"), ALPHABET.index("E"), ALPHABET.index("B")


@dataclass(frozen=True)
class TemporalOrder(DrawnTask):
    """E, then random letters a b c d among which two are X or Y, then B; at B, and only there, the answer is one of
    XX, XY, YX, YY (Hochreiter & Schmidhuber 1997, experiment 6a). The first signal stands in the first third of the
    sequence, the second in its second half.

    A perfect answer has the loss 0 and the accuracy 1; guessing ln 4 = 1.386 and 1/4. Longer is harder.
    """

    name: ClassVar[str] = "temporal-order"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Temporal order")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "In which order did the signals X and Y come?")
    group: ClassVar[str] = "memory"
    scenario: ClassVar[Scenario] = "many-to-one"
    kinds: ClassVar[tuple[Kind, ...]] = ("text",)
    output: ClassVar[str] = "softmax"
    example: ClassVar[str] = "EcaXbdYacB"

    length: int = option(
        10,
        QT_TRANSLATE_NOOP("options", "Length"),
        QT_TRANSLATE_NOOP("options", "How many clocks a sequence has"),
        minimum=8,
        maximum=1000,
    )

    @property
    def inputs(self) -> int:
        return len(ALPHABET)

    @property
    def outputs(self) -> int:
        return len(CLASSES)

    def encode(self, sequence: Sequence) -> Array:
        return one_hot(read_symbols(self, sequence, ALPHABET), self.inputs)

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """At the end of a sequence that holds two signals, whether B stands there or not; InputError for a third."""
        read_symbols(self, sequence, ALPHABET)
        signals = [(place, label) for place, label in enumerate(sequence.labels, start=1) if label in "XY"]
        if len(signals) > 2:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "Character {place} is the third signal, “{symbol}”; give two X or Y."),
                place=signals[2][0],
                symbol=signals[2][1],
            )
        codes = np.full(len(sequence), -1)
        if len(signals) == 2:
            codes[-1] = CLASSES.index("".join(label for _, label in signals))
        return one_hot(codes, self.outputs), (codes >= 0).astype(np.float64)

    def say(self, output: Array) -> tuple[str, ...]:
        return said_classes(output, CLASSES)

    @property
    def input_names(self) -> tuple[str, ...]:
        return tuple(ALPHABET)

    @property
    def output_names(self) -> tuple[str, ...]:
        return CLASSES

    def _draw(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        codes = rng.integers(0, _X, (self.length, count))
        codes[0], codes[-1], each = _E, _B, np.arange(count)
        codes[rng.integers(1, self.length // 3 + 1, count), each] = _X + rng.integers(0, 2, count)
        codes[rng.integers(self.length // 2, self.length - 1, count), each] = _X + rng.integers(0, 2, count)
        return codes

    def _batch(self, codes: NDArray[np.intp]) -> Batch:
        # Of the signals in order of time, 0 for X and 1 for Y, the first counts 2 and the second 1.
        signals = np.where((codes == _X) | (codes == _X + 1), codes - _X, 0)
        first = signals[: self.length // 2].sum(axis=0)
        answers = np.full(codes.shape, -1)
        answers[-1] = 2 * first + signals.sum(axis=0) - first
        return Batch(one_hot(codes, self.inputs), one_hot(answers, self.outputs), (answers >= 0).astype(np.float64))


tasks.add(TemporalOrder.name, TemporalOrder)
