"""The worked example: a linear network whose weights are all 1, small enough to follow with a pencil."""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import MAX_WIDTH, Kind, Sequence, vector_label
from rnnviz.options import option
from rnnviz.tasks.base import Array, Batch, Task, tasks
from rnnviz.words import QT_TRANSLATE_NOOP

HIDDEN = 2  # units of the network that is imitated
LARGEST = 1e6
_HELD_OUT_LENGTH = 3
_LENGTHS = (1, 2, 4, 5)
_VALIDATION_SEED = 20_240_229
_VALIDATION_SIZE = 64


@dataclass(frozen=True)
class WorkedExample(Task):
    """What two linear hidden units say when every weight is 1, no bias is added and the memory starts at 0.

        h_t = W x_t + U h_(t-1)        s_t = V h_t        W, U, V all ones

    so (1,1), (1,1), (2,2) gives (4,4), (12,12), (32,32). The answer grows twofold each clock; steps whose answer
    exceeds a million in size do not count (mask 0, target 0). Training draws 1, 2, 4 or 5 vectors of whole numbers
    from -2 to 2; validation is 64 sequences of length 3.
    """

    name: ClassVar[str] = "worked-example"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Worked example")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "What does a linear network say whose weights are all 1?")
    group: ClassVar[str] = "first"
    kinds: ClassVar[tuple[Kind, ...]] = ("vectors", "numbers", "bits")
    output: ClassVar[str] = "linear"
    example: ClassVar[str] = "1,1; 1,1; 2,2"

    input_width: int = option(2, QT_TRANSLATE_NOOP("options", "Inputs"), minimum=1, maximum=MAX_WIDTH)
    output_width: int = option(2, QT_TRANSLATE_NOOP("options", "Outputs"), minimum=1, maximum=MAX_WIDTH)

    @property
    def inputs(self) -> int:
        return self.input_width

    @property
    def outputs(self) -> int:
        return self.output_width

    @property
    def start(self) -> str:
        """The example, as wide as the network reads."""
        return "; ".join(",".join([value] * self.input_width) for value in "112")

    @classmethod
    def fit(cls, inputs: int, outputs: int) -> Self:
        return cls(inputs, outputs)

    @classmethod
    def for_sequence(cls, sequence: Sequence) -> Self:
        """As many inputs as the vectors have values, and as many outputs."""
        if sequence.kind not in cls.kinds:
            cls().check_kind(sequence)
        width = sequence.values.shape[1]
        return cls(width, width)

    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        return self._draw(rng, int(rng.choice(_LENGTHS)), batch_size)

    def validation(self) -> Batch:
        return self._draw(np.random.default_rng(_VALIDATION_SEED), _HELD_OUT_LENGTH, _VALIDATION_SIZE)

    def encode(self, sequence: Sequence) -> Array:
        self.check_kind(sequence)
        width = sequence.values.shape[1]
        if width != self.input_width:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "Step 1 is “{label}”, {width} wide; this network reads vectors of {inputs}."
                ),
                label=sequence.labels[0],
                width=width,
                inputs=self.input_width,
            )
        return sequence.values.copy()

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        target, mask = self._answers(self.encode(sequence)[:, None])
        return target[:, 0], mask[:, 0]

    def say(self, output: Array) -> tuple[str, ...]:
        return tuple(vector_label(answer) for answer in output)

    def correct(self, output: Array, target: Array) -> NDArray[np.bool_]:
        """Right when every value is off by less than one half: the right whole number."""
        right: NDArray[np.bool_] = np.all(np.abs(output - target) < 0.5, axis=-1)
        return right

    def _draw(self, rng: np.random.Generator, length: int, batch_size: int) -> Batch:
        x = rng.integers(-2, 3, (length, batch_size, self.input_width)).astype(np.float64)
        return Batch(x, *self._answers(x))

    def _answers(self, x: Array) -> tuple[Array, Array]:
        """target (T, B, O) and mask (T, B) for x (T, B, D), by the recurrence; all hidden units are alike."""
        answers = np.empty(x.shape[:2])
        hidden = np.zeros(x.shape[1])
        for t, values in enumerate(x.sum(axis=-1)):
            hidden = values + HIDDEN * hidden
            answers[t] = HIDDEN * hidden
            hidden = np.clip(hidden, -1e100, 1e100)  # far beyond what counts; an infinity would become NaN
        counts = np.abs(answers) <= LARGEST
        target = np.where(counts, answers, 0.0)[..., None].repeat(self.output_width, axis=-1)
        return target, counts.astype(np.float64)


tasks.add(WorkedExample.name, WorkedExample)
