"""Sum of sines: how does a wave go on that several waves make together?"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.base import Array, Batch, Task, tasks
from rnnviz.tasks.coding import next_values, said_numbers
from rnnviz.tasks.held_out import VALIDATION_SIZE, test_rng, validation_rng
from rnnviz.words import QT_TRANSLATE_NOOP

# Periods that have no small common multiple, so that the sum does not soon repeat.
PERIODS = (8.0, 13.0, 21.0, 34.0, 55.0)
_PHASES = 2**20  # even ones are learned from, odd ones are kept apart


@dataclass(frozen=True)
class SumOfSines(Task):
    """x_t = mean over k of sin(2 pi t / period_k + phase_k) + noise, with the first `waves` periods of 8, 13, 21, 34
    and 55 clocks and random phases; the target is the next value of the sum, without noise.

    Without noise a sum of k sines obeys a linear recurrence of 2k terms: after 2k clocks the next value can be known
    exactly, before that only guessed. Always answering 0, the mean, costs 1 / (2k). The phases of validation are
    never drawn for learning.
    """

    name: ClassVar[str] = "sum-of-sines"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Sum of sines")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "How does a wave go on that several waves make together?")
    group: ClassVar[str] = "series"
    kinds: ClassVar[tuple[Kind, ...]] = ("numbers", "bits")
    output: ClassVar[str] = "linear"
    example: ClassVar[str] = "0.43 0.82 0.91 0.65 0.17 -0.3 -0.54 -0.44 -0.11 0.2 0.28 0.04 -0.41"

    waves: int = option(
        2,
        QT_TRANSLATE_NOOP("options", "Waves"),
        QT_TRANSLATE_NOOP("options", "How many sines are added"),
        minimum=1,
        maximum=len(PERIODS),
    )
    length: int = option(
        40,
        QT_TRANSLATE_NOOP("options", "Length"),
        QT_TRANSLATE_NOOP("options", "How many clocks a sequence has"),
        minimum=2,
        maximum=1000,
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

    @property
    def inputs(self) -> int:
        return 1

    @property
    def outputs(self) -> int:
        return 1

    @property
    def perfect(self) -> None:
        """Nobody knows what the best guesses at the first clocks cost."""
        return None

    @property
    def learned(self) -> float:
        """The best linear answer from the last six values of 40 is right at 85 % of the clocks, and no answer at the
        first few, where the waves cannot be told apart yet."""
        return 0.9

    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        return self._draw(rng, batch_size, 2 * rng.integers(0, 2, batch_size))

    def validation(self) -> Batch:
        return self._draw(validation_rng(), VALIDATION_SIZE, np.ones(VALIDATION_SIZE, dtype=np.intp))

    def test(self) -> Batch:
        return self._draw(test_rng(), VALIDATION_SIZE, np.full(VALIDATION_SIZE, 3))

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

    def _draw(self, rng: np.random.Generator, count: int, rest: NDArray[np.intp]) -> Batch:
        """rest (count,): of the phases, in whole steps, when divided by 4."""
        phase = (4 * rng.integers(0, _PHASES // 4, (self.waves, count)) + rest) * (2 * np.pi / _PHASES)
        t = np.arange(self.length + 1)[:, None, None]
        periods = np.array(PERIODS[: self.waves])[:, None]
        wave = np.sin(2 * np.pi * t / periods + phase).mean(axis=1)[..., None]
        x = wave[:-1] + self.noise * rng.standard_normal(wave[:-1].shape)
        return Batch(x, wave[1:].copy(), np.ones((self.length, count)))


tasks.add(SumOfSines.name, SumOfSines)
