"""What every task offers: batches to learn from, and the reading of one sequence that a person typed."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import KIND_TITLES, Kind, Sequence
from rnnviz.registry import Registry
from rnnviz.words import QT_TRANSLATE_NOOP, translate

Array = NDArray[np.float64]


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
    kinds: ClassVar[tuple[Kind, ...]]  # the kinds of sequence that it reads
    output: ClassVar[str]  # the readout that suits it: linear, softmax or sigmoid
    example: ClassVar[str]  # a sequence to begin with

    @property
    @abstractmethod
    def inputs(self) -> int:
        """D, the width of x."""

    @property
    @abstractmethod
    def outputs(self) -> int:
        """O, the width of the target."""

    @classmethod
    @abstractmethod
    def fit(cls, inputs: int, outputs: int) -> Self:
        """The task with these widths. InputError says which widths it can have."""

    @classmethod
    @abstractmethod
    def for_sequence(cls, sequence: Sequence) -> Self:
        """The task with the widths (for text: the alphabet) that suit this sequence."""

    @abstractmethod
    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        """A fresh batch of sequences of one length, never one of those in `validation`."""

    @abstractmethod
    def validation(self) -> Batch:
        """The same held-out sequences each time, for an honest accuracy."""

    @abstractmethod
    def encode(self, sequence: Sequence) -> Array:
        """x (T, D). InputError names the first symbol that the network cannot read and what it would."""

    @abstractmethod
    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """target (T, O) and mask (T,) for this very sequence: what a perfect network would say."""

    @abstractmethod
    def say(self, output: Array) -> tuple[str, ...]:
        """T words for an output (T, O), shown over S: “odd”, “e”, “0.31”."""

    @abstractmethod
    def correct(self, output: Array, target: Array) -> NDArray[np.bool_]:
        """Which answers of (..., O) are right, (...): the accuracy is their mean where the mask is 1."""

    @property
    def readout(self) -> str:
        """The readout that suits this very task: `output`, unless its width asks for another."""
        return self.output

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
    def output_names(self) -> tuple[str, ...]:
        """O short names for tooltips and labels."""
        return tuple(f"s{i + 1}" for i in range(self.outputs))


tasks: Registry[type[Task]] = Registry("task", "rnnviz.tasks")
