"""Tasks that the tests of the engine need: tiny, and independent of the ones people see."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from rnnviz.inputs.sequence import Sequence
from rnnviz.tasks.base import Array, Batch, Task


@dataclass(frozen=True)
class Echo(Task):
    """Say which of `width` symbols was read one clock ago, one-hot; `scale` blows everything up, `length` is fixed."""

    name = "echo"
    title = story = example = "echo"
    kinds = ("bits",)
    output = "softmax"
    width: int = 2
    length: int = 6
    scale: float = 1.0
    blind: int = 1  # how many first clocks are not asked for

    @property
    def inputs(self) -> int:
        return self.width

    @property
    def outputs(self) -> int:
        return self.width

    @classmethod
    def fit(cls, inputs: int, outputs: int) -> Self:
        return cls()

    @classmethod
    def for_sequence(cls, sequence: Sequence) -> Self:
        return cls()

    def _batch(self, rng: np.random.Generator, size: int) -> Batch:
        bits = rng.integers(0, self.width, (self.length, size))
        x = np.eye(self.width)[bits] * self.scale
        mask = np.ones(bits.shape)
        mask[: self.blind] = 0
        return Batch(x, np.roll(x, 1, axis=0), mask)

    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        return self._batch(rng, batch_size)

    def validation(self) -> Batch:
        return self._batch(np.random.default_rng(99), 20)

    def encode(self, sequence: Sequence) -> Array:
        return np.eye(self.width)[sequence.values[:, 0].astype(int)]

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        x = self.encode(sequence)
        return np.roll(x, 1, axis=0), np.ones(len(x))

    def say(self, output: Array) -> tuple[str, ...]:
        return tuple(str(int(i)) for i in output.argmax(axis=-1))

    def correct(self, output: Array, target: Array) -> np.ndarray:
        return output.argmax(axis=-1) == target.argmax(axis=-1)
