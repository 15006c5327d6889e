"""XOR in time: in a stream of bits every third one is the exclusive or of the two before; which bit comes next?"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.base import Array, Batch, Score, tasks
from rnnviz.tasks.coding import one_hot, said_classes
from rnnviz.tasks.held_out import DrawnTask
from rnnviz.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class XorInTime(DrawnTask):
    """n triples of bits a b (a xor b), one bit a clock; the target is the next bit (Elman 1990, Finding structure in
    time).

    Only every third bit can be known. Of the 3n - 1 clocks that count, a perfect answer is sure at n and guesses at
    2n - 1: loss ln 2 (2n - 1) / (3n - 1), accuracy (n + (2n - 1) / 2) / (3n - 1), about 0.46 and 2/3. Elman's famous
    picture is the error that falls at every third clock.
    """

    name: ClassVar[str] = "xor-in-time"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "XOR in time")
    story: ClassVar[str] = QT_TRANSLATE_NOOP(
        "tasks", "Which bit comes next, where every third one is the exclusive or of the two before?"
    )
    group: ClassVar[str] = "memory"
    kinds: ClassVar[tuple[Kind, ...]] = ("bits",)
    output: ClassVar[str] = "softmax"
    example: ClassVar[str] = "1 0 1 0 0 0 1 1 0 0 1 1"

    triples: int = option(
        8,
        QT_TRANSLATE_NOOP("options", "Triples"),
        QT_TRANSLATE_NOOP("options", "A sequence has three bits for each of them"),
        minimum=4,
        maximum=300,
    )

    @property
    def inputs(self) -> int:
        return 2

    @property
    def outputs(self) -> int:
        return 2

    @property
    def perfect(self) -> Score:
        sure, counted = self.triples, 3 * self.triples - 1
        return Score(float(np.log(2)) * (counted - sure) / counted, (sure + (counted - sure) / 2) / counted)

    @property
    def learned(self) -> float:
        """Three standard deviations of the guesses at the 2n - 1 random bits of each held-out sequence below perfect,
        for n = 8 rounded: a lucky network is no better than one that knows all that can be known."""
        return 0.65

    def encode(self, sequence: Sequence) -> Array:
        self.check_kind(sequence)
        return one_hot(sequence.values[:, 0].astype(np.intp), 2)

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """The exclusive or where the rule tells it, whatever was typed there; else the next bit that was typed."""
        self.check_kind(sequence)
        bits = sequence.values[:, 0].astype(np.intp)
        following = np.append(bits[1:], -1)
        following[1::3] = bits[:-1:3] ^ bits[1::3]
        return one_hot(following, 2), (following >= 0).astype(np.float64)

    def say(self, output: Array) -> tuple[str, ...]:
        return said_classes(output, "01")

    @property
    def input_names(self) -> tuple[str, ...]:
        return ("0", "1")

    @property
    def output_names(self) -> tuple[str, ...]:
        return ("0", "1")

    def _draw(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        pairs = rng.integers(0, 2, (self.triples, 2, count))
        return np.concatenate([pairs, pairs[:, :1] ^ pairs[:, 1:]], axis=1).reshape(-1, count)

    def _batch(self, bits: NDArray[np.intp]) -> Batch:
        following = np.concatenate([bits[1:], np.full_like(bits[:1], -1)])
        return Batch(one_hot(bits, 2), one_hot(following, 2), (following >= 0).astype(np.float64))


tasks.add(XorInTime.name, XorInTime)
