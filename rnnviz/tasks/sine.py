"""Sine forecast: having seen a wave so far, which value comes next?"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.base import Array, Batch, Task, tasks
from rnnviz.tasks.coding import next_values, said_numbers
from rnnviz.tasks.held_out import test_rng, validation_rng
from rnnviz.words import QT_TRANSLATE_NOOP

_VALIDATION_SIZE = 64


@dataclass(frozen=True)
class Sine(Task):
    """x_t = sin(2 pi t / period + phase) + noise; the target is the next value of the wave, without noise.

    Phase and period are drawn at random for each sequence. Validation is 64 waves drawn the same way from a seed of
    its own. One value cannot tell the period, so the first forecasts are guesses and 100 % is out of reach.
    """

    name: ClassVar[str] = "sine"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Sine forecast")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Which value does the wave take next?")
    group: ClassVar[str] = "series"
    kinds: ClassVar[tuple[Kind, ...]] = ("numbers", "bits")
    output: ClassVar[str] = "linear"
    example: ClassVar[str] = "0 0.5 0.87 1 0.87 0.5 0 -0.5 -0.87 -1 -0.87 -0.5"

    length: int = option(
        24,
        QT_TRANSLATE_NOOP("options", "Length"),
        QT_TRANSLATE_NOOP("options", "How many clocks a sequence has"),
        minimum=2,
        maximum=1000,
    )
    shortest_period: float = option(
        8.0,
        QT_TRANSLATE_NOOP("options", "Min. period"),
        QT_TRANSLATE_NOOP("options", "How many clocks the fastest wave takes"),
        minimum=2.0,
        maximum=1000.0,
    )
    longest_period: float = option(
        16.0,
        QT_TRANSLATE_NOOP("options", "Max. period"),
        QT_TRANSLATE_NOOP("options", "How many clocks the slowest wave takes"),
        minimum=2.0,
        maximum=1000.0,
    )
    noise: float = option(
        0.0,
        QT_TRANSLATE_NOOP("options", "Noise"),
        QT_TRANSLATE_NOOP("options", "Standard deviation of the normal noise that is added to what is read"),
        minimum=0.0,
        maximum=1.0,
    )
    tolerance: float = option(
        0.1,
        QT_TRANSLATE_NOOP("options", "Tolerance"),
        QT_TRANSLATE_NOOP("options", "A forecast is right when it is off by less than this"),
        above=0.0,
        maximum=2.0,
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.longest_period < self.shortest_period:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "The longest period, {longest}, is below the shortest, {shortest}; give at least that."
                ),
                longest=self.longest_period,
                shortest=self.shortest_period,
            )

    @property
    def inputs(self) -> int:
        return 1

    @property
    def outputs(self) -> int:
        return 1

    @property
    def perfect(self) -> None:
        """Nobody knows what the best guesses cost at the first clocks, where the period cannot be told yet."""
        return None

    @property
    def learned(self) -> float:
        """At the first two clocks of 24 the period cannot be told; the best linear answer from the last two values is
        right at two thirds of the clocks."""
        return 0.9

    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        period = rng.uniform(self.shortest_period, self.longest_period, batch_size)
        phase = rng.uniform(0, 2 * np.pi, batch_size)
        wave = np.sin(2 * np.pi * np.arange(self.length + 1)[:, None] / period + phase)[..., None]
        x = wave[:-1] + self.noise * rng.standard_normal(wave[:-1].shape)
        return Batch(x, wave[1:].copy(), np.ones((self.length, batch_size)))

    def validation(self) -> Batch:
        return self.sample(validation_rng(), _VALIDATION_SIZE)

    def test(self) -> Batch:
        """64 more waves, from another seed."""
        return self.sample(test_rng(), _VALIDATION_SIZE)

    def encode(self, sequence: Sequence) -> Array:
        self.check_kind(sequence)
        return sequence.values.copy()

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """The next typed value of each; the last has none."""
        return next_values(self.encode(sequence))

    def say(self, output: Array) -> tuple[str, ...]:
        return said_numbers(output[:, 0])

    def correct(self, output: Array, target: Array) -> NDArray[np.bool_]:
        """Right when the forecast is off by less than `tolerance`."""
        right: NDArray[np.bool_] = np.abs(output[..., 0] - target[..., 0]) < self.tolerance
        return right


tasks.add(Sine.name, Sine)
