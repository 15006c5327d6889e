"""Parity of ones: after each bit, has the number of ones so far been even or odd?"""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.base import MOST_WHOLE, Array, Batch, Task, tasks
from rnnviz.tasks.coding import said_classes
from rnnviz.words import QT_TRANSLATE_NOOP, translate

HELD_OUT_LENGTH = 8
TEST_LENGTH = 12
_TEST_SEED = 20_240_601


@dataclass(frozen=True)
class Parity(Task):
    """Random bits with the parity of the ones so far as the target of every step.

    Training draws lengths `shortest` to `longest`, never 8; validation is all 256 sequences of length 8. With the
    default lengths, 1 to 7, not even the beginning of a longer training sequence is one of them.
    """

    name: ClassVar[str] = "parity"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Parity of ones")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Is the number of ones so far even or odd?")
    group: ClassVar[str] = "first"
    kinds: ClassVar[tuple[Kind, ...]] = ("bits",)
    output: ClassVar[str] = "softmax"
    example: ClassVar[str] = "1 0 0 1 0 1 1 0"

    input_width: int = option(
        2,
        QT_TRANSLATE_NOOP("options", "Inputs"),
        QT_TRANSLATE_NOOP("options", "2: one unit for 0 and one for 1; 1: one unit that holds the bit"),
        minimum=1,
        maximum=2,
    )
    output_width: int = option(
        2,
        QT_TRANSLATE_NOOP("options", "Outputs"),
        QT_TRANSLATE_NOOP("options", "2: one unit for even and one for odd; 1: the probability of odd"),
        minimum=1,
        maximum=2,
    )
    shortest: int = option(
        1,
        QT_TRANSLATE_NOOP("options", "Min. length"),
        QT_TRANSLATE_NOOP("options", "How many clocks the shortest sequence has"),
        minimum=1,
        maximum=1000,
    )
    longest: int = option(
        7,
        QT_TRANSLATE_NOOP("options", "Max. length"),
        QT_TRANSLATE_NOOP("options", "How many clocks the longest sequence has"),
        minimum=1,
        maximum=1000,
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self._lengths:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "No length from {shortest} to {longest} is left to learn from: length 8 is held out."
                ),
                shortest=self.shortest,
                longest=self.longest,
            )

    @property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(n for n in range(self.shortest, self.longest + 1) if n != HELD_OUT_LENGTH)

    @property
    def inputs(self) -> int:
        return self.input_width

    @property
    def outputs(self) -> int:
        return self.output_width

    @property
    def readout(self) -> str:
        return "softmax" if self.output_width == 2 else "sigmoid"

    @classmethod
    def fit(cls, inputs: int, outputs: int) -> Self:
        if inputs not in (1, 2) or outputs not in (1, 2):
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "Parity has 1 or 2 inputs and 1 or 2 outputs, not {inputs} inputs and {outputs} outputs."
                ),
                inputs=inputs,
                outputs=outputs,
            )
        return cls(input_width=inputs, output_width=outputs)

    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        length = int(rng.choice(self._lengths))
        return self._batch(rng.integers(0, 2, (length, batch_size)).astype(np.float64))

    def whole(self) -> tuple[Batch, ...] | None:
        """All sequences of every length, where they are few."""
        if sum(2**length for length in self._lengths) > MOST_WHOLE:
            return None
        return tuple(self._all(length) for length in self._lengths)

    def validation(self) -> Batch:
        """All 256 sequences of length 8."""
        return self._all(HELD_OUT_LENGTH)

    def test(self) -> Batch | None:
        """256 sequences of length 12, drawn from a seed of their own, where learning does not go so far."""
        if TEST_LENGTH in self._lengths:
            return None
        rng = np.random.default_rng(_TEST_SEED)
        return self._batch(rng.integers(0, 2, (TEST_LENGTH, 256)).astype(np.float64))

    def _all(self, length: int) -> Batch:
        places = np.arange(length)[:, None]
        return self._batch(((np.arange(2**length) >> places) & 1).astype(np.float64))

    def encode(self, sequence: Sequence) -> Array:
        self.check_kind(sequence)
        return self._x(sequence.values[:, 0])

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        self.check_kind(sequence)
        return self._target(sequence.values[:, 0]), np.ones(len(sequence))

    def say(self, output: Array) -> tuple[str, ...]:
        shares = output if self.output_width == 2 else np.concatenate([1 - output, output], axis=-1)
        return said_classes(shares, (translate("tasks", "even"), translate("tasks", "odd")))

    def correct(self, output: Array, target: Array) -> NDArray[np.bool_]:
        """Right when even or odd, whichever has more than half the probability, is the target."""
        right: NDArray[np.bool_] = self._odd(output) == self._odd(target)
        return right

    @property
    def input_names(self) -> tuple[str, ...]:
        return ("0", "1") if self.input_width == 2 else ("bit",)

    @property
    def output_names(self) -> tuple[str, ...]:
        even, odd = translate("tasks", "even"), translate("tasks", "odd")
        return (even, odd) if self.output_width == 2 else (odd,)

    def _batch(self, bits: Array) -> Batch:
        return Batch(self._x(bits), self._target(bits), np.ones(bits.shape))

    def _x(self, bits: Array) -> Array:
        return _spread(bits, self.input_width)

    def _target(self, bits: Array) -> Array:
        return _spread(np.cumsum(bits, axis=0) % 2, self.output_width)

    def _odd(self, output: Array) -> NDArray[np.bool_]:
        odd: NDArray[np.bool_] = output[..., 1] > output[..., 0] if self.output_width == 2 else output[..., 0] > 0.5
        return odd


def _spread(bits: Array, width: int) -> Array:
    """(..., 2) one-hot, or (..., 1) the bit itself."""
    return np.stack([1 - bits, bits], axis=-1) if width == 2 else bits[..., None].copy()


tasks.add(Parity.name, Parity)
