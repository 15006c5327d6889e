"""Delayed echo: say each bit again, some clocks later."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.base import Array, Batch, tasks
from rnnviz.tasks.coding import one_hot, said_classes
from rnnviz.tasks.held_out import DrawnTask
from rnnviz.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Echo(DrawnTask):
    """Random bits; the target of clock t is the bit of clock t - delay. The first `delay` clocks have no answer.

    A perfect answer repeats every bit: loss 0, accuracy 1. It needs `delay` bits of memory; without any, ln 2 = 0.693
    and one half is the best there is.
    """

    name: ClassVar[str] = "echo"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Delayed echo")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Which bit came some clocks ago?")
    group: ClassVar[str] = "memory"
    kinds: ClassVar[tuple[Kind, ...]] = ("bits",)
    output: ClassVar[str] = "softmax"
    example: ClassVar[str] = "1 0 0 1 0 1 1 0"

    delay: int = option(
        2,
        QT_TRANSLATE_NOOP("options", "Delay"),
        QT_TRANSLATE_NOOP("options", "How many clocks after a bit it is to be said"),
        minimum=0,
        maximum=990,
    )
    length: int = option(
        12,
        QT_TRANSLATE_NOOP("options", "Length"),
        QT_TRANSLATE_NOOP("options", "How many clocks a sequence has"),
        minimum=8,
        maximum=1000,
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.delay >= self.length:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "The delay is {delay}; give less than the sequence length, {length}."),
                delay=self.delay,
                length=self.length,
            )

    @property
    def inputs(self) -> int:
        return 2

    @property
    def outputs(self) -> int:
        return 2

    @property
    def start(self) -> str:
        """The example, repeated until there is something to echo."""
        bits = self.example.split()
        return " ".join(bits[k % len(bits)] for k in range(max(len(bits), self.delay + 4)))

    def encode(self, sequence: Sequence) -> Array:
        self.check_kind(sequence)
        return one_hot(sequence.values[:, 0].astype(np.intp), 2)

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        batch = self._of(self.encode(sequence)[:, None])
        return batch.target[:, 0], batch.mask[:, 0]

    def say(self, output: Array) -> tuple[str, ...]:
        return said_classes(output, "01")

    @property
    def input_names(self) -> tuple[str, ...]:
        return ("0", "1")

    @property
    def output_names(self) -> tuple[str, ...]:
        return ("0", "1")

    def _draw(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        return rng.integers(0, 2, (self.length, count))

    def _batch(self, bits: NDArray[np.intp]) -> Batch:
        return self._of(one_hot(bits, 2))

    def _of(self, x: Array) -> Batch:
        nothing = np.zeros_like(x[: self.delay])
        target = np.concatenate([nothing, x[: len(x) - len(nothing)]])
        return Batch(x, target, target.sum(axis=-1))


tasks.add(Echo.name, Echo)
