"""Adding problem: the sum of the two marked numbers of a long sequence."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.base import Array, Batch, Scenario, Score, tasks
from rnnviz.tasks.coding import said_numbers
from rnnviz.tasks.held_out import DrawnTask
from rnnviz.words import QT_TRANSLATE_NOOP, translate

_GRID = 1 << 40  # values are whole multiples of 1 / _GRID, so that they can be told apart by whole numbers


@dataclass(frozen=True)
class Adding(DrawnTask):
    """x_t = (value, mark): values uniform in [0, 1), one mark in each half of the sequence, no other. The only answer,
    at the last clock, is the sum of the two marked values (Hochreiter & Schmidhuber 1997, with the values of Le,
    Jaitly & Hinton 2015).

    A perfect answer has the loss 0. Always answering 1, the mean, costs the variance of a sum of two uniform values,
    2/12 = 0.1667 (the 0.1767 that is often printed does not follow from the definition). Longer is harder.
    """

    name: ClassVar[str] = "adding"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Adding problem")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "What is the sum of the two marked numbers?")
    group: ClassVar[str] = "memory"
    scenario: ClassVar[Scenario] = "many-to-one"
    kinds: ClassVar[tuple[Kind, ...]] = ("vectors",)
    output: ClassVar[str] = "linear"
    example: ClassVar[str] = "0.5,0; 0.3,1; 0.8,0; 0.9,0; 0.1,0; 0.6,1; 0.7,0; 0.2,0"

    length: int = option(
        10,
        QT_TRANSLATE_NOOP("options", "Length"),
        QT_TRANSLATE_NOOP("options", "How many clocks a sequence has"),
        minimum=2,
        maximum=1000,
    )
    tolerance: float = option(
        0.1,
        QT_TRANSLATE_NOOP("options", "Tolerance"),
        QT_TRANSLATE_NOOP("options", "An answer is right when it is off by less than this"),
        above=0.0,
        maximum=2.0,
    )

    @property
    def inputs(self) -> int:
        return 2

    @property
    def outputs(self) -> int:
        return 1

    @property
    def baseline(self) -> Score:
        """Always 1: the variance of the sum, and the share of sums that lie within the tolerance of 1."""
        near = min(self.tolerance, 1.0)
        return Score(1 / 6, near * (2 - near))

    def encode(self, sequence: Sequence) -> Array:
        self.check_kind(sequence)
        for place, (label, values) in enumerate(zip(sequence.labels, sequence.values, strict=True), start=1):
            if len(values) != 2 or values[1] not in (0, 1) or not 0 <= values[0] <= 1:
                raise InputError(
                    QT_TRANSLATE_NOOP(
                        "errors", "Step {place} is “{label}”; give a value from 0 to 1 and a mark, 0 or 1: 0.3,1"
                    ),
                    place=place,
                    label=label,
                )
        return sequence.values.copy()

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """The sum of all marked values, at the last clock."""
        batch = self._of(self.encode(sequence)[:, None])
        return batch.target[:, 0], batch.mask[:, 0]

    def say(self, output: Array) -> tuple[str, ...]:
        return said_numbers(output[:, 0])

    def correct(self, output: Array, target: Array) -> NDArray[np.bool_]:
        """Right when the sum is off by less than `tolerance`."""
        right: NDArray[np.bool_] = np.abs(output[..., 0] - target[..., 0]) < self.tolerance
        return right

    @property
    def input_names(self) -> tuple[str, ...]:
        return (translate("tasks", "value"), translate("tasks", "mark"))

    @property
    def output_names(self) -> tuple[str, ...]:
        return (translate("tasks", "sum"),)

    def _draw(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        """(T, n) of 2 * value + mark, in whole numbers."""
        codes = 2 * rng.integers(0, _GRID, (self.length, count))
        half, each = self.length // 2, np.arange(count)
        codes[rng.integers(0, half, count), each] += 1
        codes[rng.integers(half, self.length, count), each] += 1
        return codes

    def _batch(self, codes: NDArray[np.intp]) -> Batch:
        return self._of(np.stack([codes // 2 / _GRID, codes % 2], axis=-1))

    def _of(self, x: Array) -> Batch:
        target, mask = np.zeros((*x.shape[:2], 1)), np.zeros(x.shape[:2])
        target[-1, :, 0] = np.sum(x[..., 0] * x[..., 1], axis=0)
        mask[-1] = 1
        return Batch(x, target, mask)


tasks.add(Adding.name, Adding)
