"""What every task offers: batches to learn from, and the reading of one sequence that a person typed."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import KIND_TITLES, Kind, Sequence
from rnnviz.options import validate
from rnnviz.registry import Registry
from rnnviz.words import QT_TRANSLATE_NOOP, translate

Array = NDArray[np.float64]
LEARNED_SHARE = 0.95
MOST_WHOLE = 4096  # sequences in a full batch


# The headings of the list of tasks, in order.
GROUPS: dict[str, str] = {
    "first": QT_TRANSLATE_NOOP("tasks", "First steps"),
    "memory": QT_TRANSLATE_NOOP("tasks", "Memory"),
    "language": QT_TRANSLATE_NOOP("tasks", "Letters and words"),
    "sequence": QT_TRANSLATE_NOOP("tasks", "Sequence to sequence"),
    "series": QT_TRANSLATE_NOOP("tasks", "Waves and series"),
}
Scenario = Literal["one-to-many", "many-to-one", "many-to-many", "delayed"]


@dataclass(frozen=True)
class Score:
    """loss: the one that fits the readout (mse, cross-entropy in nats or binary cross-entropy). accuracy: in [0, 1].
    Both on the held-out sequences."""

    loss: float
    accuracy: float


@dataclass(frozen=True, eq=False)
class Batch:
    """x (T, B, D), target (T, B, O), mask (T, B) with 1 where the output counts in the loss."""

    x: Array
    target: Array
    mask: Array


class Task(ABC):
    """A frozen dataclass whose fields are the task's options; everything random comes from the `rng` given."""

    name: ClassVar[str]  # what people type
    title: ClassVar[str]  # what they read, marked for translation in the context "tasks"
    story: ClassVar[str]  # one sentence, likewise
    group: ClassVar[str]  # a key of GROUPS
    scenario: ClassVar[Scenario] = "many-to-many"  # which clocks have an input and which an answer
    kinds: ClassVar[tuple[Kind, ...]]  # the kinds of sequence that it reads
    output: ClassVar[str]  # the readout that suits it: linear, softmax or sigmoid
    example: ClassVar[str]  # a sequence to begin with

    def __post_init__(self) -> None:
        validate(self)

    @property
    @abstractmethod
    def inputs(self) -> int:
        """D, the width of x."""

    @property
    @abstractmethod
    def outputs(self) -> int:
        """O, the width of the target."""

    @classmethod
    def fit(cls, inputs: int, outputs: int) -> Self:
        """The task with these widths. InputError says which widths it can have."""
        task = cls()
        if (inputs, outputs) != (task.inputs, task.outputs):
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "The task “{task}” has {wanted} inputs and outputs, not {given}."),
                task=translate("tasks", cls.title),
                wanted=(task.inputs, task.outputs),
                given=(inputs, outputs),
            )
        return task

    @classmethod
    def for_sequence(cls, sequence: Sequence) -> Self:
        """The task with the widths (for text: the alphabet) that suit this sequence."""
        task = cls()
        task.check_kind(sequence)
        return task

    def changed(self, **options: object) -> Self:
        """The task with other values of some options. Errors: InputError for what they do not accept."""
        return replace(self, **options)  # type: ignore[type-var]

    @abstractmethod
    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        """A fresh batch, never one of the sequences in `validation`. Where sequences differ in length, the shorter ones
        end in clocks of zeros with the mask 0."""

    @abstractmethod
    def validation(self) -> Batch:
        """The same held-out sequences each time, for an honest accuracy."""

    def test(self) -> Batch | None:
        """Held-out sequences that are neither in `sample` nor in `validation`, where the task has a third set."""
        return None

    def whole(self) -> tuple[Batch, ...] | None:
        """Every sequence that there is to learn from, those of one length together; None where there is no end of
        them, or where they are more than `MOST_WHOLE`."""
        return None

    @abstractmethod
    def encode(self, sequence: Sequence) -> Array:
        """x (T, D). InputError names the first symbol that the network cannot read and what it would."""

    @abstractmethod
    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """target (T, O) and mask (T,) for this very sequence: what a perfect network would say."""

    @abstractmethod
    def say(self, output: Array) -> tuple[str, ...]:
        """T words for an output (T, O), shown over S: “odd”, “e”, “0.31”."""

    def correct(self, output: Array, target: Array) -> NDArray[np.bool_]:
        """Which answers of (..., O) are right, (...): the accuracy is their mean where the mask is 1. Of classes: the
        most probable one."""
        right: NDArray[np.bool_] = np.argmax(output, axis=-1) == np.argmax(target, axis=-1)
        return right

    def pen(self, sequence: Sequence, output: Array) -> Array | None:
        """(T + 1, 2): the line in a square from -1 to 1 that an output (T, O) draws for this sequence, from where the
        pen begins; None for a task whose answers draw nothing."""
        return None

    @property
    def start(self) -> str:
        """What to begin with, typed: `example`, unless the options ask for another."""
        return self.example

    @property
    def start_kind(self) -> Kind:
        """The kind that `start` is read as."""
        return self.kinds[0]

    @property
    def readout(self) -> str:
        """The readout that suits this very task: `output`, unless its width asks for another."""
        return self.output

    @property
    def perfect(self) -> Score | None:
        """What a network reaches that makes no mistake that could be avoided; None where nobody knows."""
        batch = self.validation()
        answers = batch.target[batch.mask != 0]
        return self._score(answers, answers)

    @property
    def baseline(self) -> Score:
        """What always giving the same answer reaches, the best one there is: the mean of the targets. A network that
        is no better has learned nothing from what it read."""
        batch = self.validation()
        answers = batch.target[batch.mask != 0]
        return self._score(np.broadcast_to(answers.mean(axis=0), answers.shape), answers)

    @property
    def learned(self) -> float | None:
        """The accuracy from which on a network counts as having learned the task: 95 % of the way from `baseline` to
        `perfect`. A task without a known perfect answer, or with one that chance moves, says what it is and why."""
        perfect, guess = self.perfect, self.baseline.accuracy
        return None if perfect is None else guess + LEARNED_SHARE * (perfect.accuracy - guess)

    def _score(self, given: Array, wanted: Array) -> Score:
        """Of the answers given (N, O), probabilities or values, where those wanted are right."""
        tiny = np.finfo(np.float64).tiny  # 0 log 0 = 0
        if self.readout == "softmax":
            loss = -np.sum(wanted * np.log(given + tiny), axis=-1).mean()
        elif self.readout == "sigmoid":
            loss = -(wanted * np.log(given + tiny) + (1 - wanted) * np.log(1 - given + tiny)).mean()
        else:
            loss = np.square(given - wanted).mean()
        return Score(max(0.0, float(loss)), float(self.correct(given, wanted).mean()))

    @property
    def held_out(self) -> bool:
        """Whether `validation` holds only what `sample` never draws."""
        return True

    def check_kind(self, sequence: Sequence) -> None:
        """InputError when the task does not read this kind of sequence."""
        if sequence.kind not in self.kinds:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "The task “{task}” reads {kinds}; this sequence holds {kind}."),
                task=translate("tasks", self.title),
                kinds=" / ".join(translate("inputs", KIND_TITLES[kind]) for kind in self.kinds),
                kind=translate("inputs", KIND_TITLES[sequence.kind]),
            )

    @property
    def input_names(self) -> tuple[str, ...]:
        """D short names for tooltips."""
        return tuple(f"x{i + 1}" for i in range(self.inputs))

    @property
    def input_symbols(self) -> tuple[str, ...]:
        """What is typed for the units of x, in their order, where they stand for symbols; a session keeps them."""
        return self.input_names if self.kinds == ("text",) else ()

    @property
    def output_names(self) -> tuple[str, ...]:
        """O short names for tooltips and labels."""
        return tuple(f"s{i + 1}" for i in range(self.outputs))


tasks: Registry[type[Task]] = Registry(QT_TRANSLATE_NOOP("kinds", "task"), "rnnviz.tasks")
