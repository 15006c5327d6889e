"""Which sequences are kept apart: a fifth of them, told by nothing but their contents.

A sequence is learned from, or kept for validation, or for the test, whatever the seed, the batch size and the moment
are, so that no sequence is ever two of these.
"""

from abc import abstractmethod
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.tasks.base import Batch, Task
from rnnviz.words import QT_TRANSLATE_NOOP

VALIDATION_SIZE = 128
LEARNED, VALIDATION, TEST = 0, 1, 2  # eight, one and one in ten
_TEN = 10
_ROUNDS = 200

Draw = Callable[[np.random.Generator, int], NDArray[np.intp]]


def validation_rng() -> np.random.Generator:
    """The same each time, and none that a seed and a number of updates can begin."""
    return np.random.default_rng([20_240_229, 7, 1])


def test_rng() -> np.random.Generator:
    """Another of that kind, for a third set of sequences."""
    return np.random.default_rng([20_240_229, 7, 2])


def part_of(codes: NDArray[np.intp]) -> NDArray[np.intp]:
    """(B,) of whole numbers (T, B): LEARNED for about eight sequences in ten, VALIDATION and TEST for one each."""
    mixed = np.full(codes.shape[1], 0x9E3779B97F4A7C15, dtype=np.uint64)
    for row in codes.astype(np.int64).view(np.uint64):
        mixed = (mixed ^ row) * np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(29)
    tenth = mixed % np.uint64(_TEN)
    return np.where(tenth == 0, VALIDATION, np.where(tenth == 1, TEST, LEARNED)).astype(np.intp)


@lru_cache(maxsize=8)
def kept_apart(part: int, draw: Draw) -> NDArray[np.intp]:
    """The `VALIDATION_SIZE` sequences of VALIDATION or TEST, read-only; drawn once for a task, however often
    these are asked for."""
    codes = draw_part(validation_rng() if part == VALIDATION else test_rng(), VALIDATION_SIZE, part, draw)
    codes.setflags(write=False)
    return codes


def draw_part(rng: np.random.Generator, count: int, part: int, draw: Draw) -> NDArray[np.intp]:
    """`count` sequences (T, count) of one part of those that draw(rng, n) -> (T, n) makes.

    Errors: InputError where the part seems to be empty, because there are too few different sequences.
    """
    parts: list[NDArray[np.intp]] = []
    missing = count
    for _ in range(_ROUNDS):
        codes = draw(rng, (2 if part == LEARNED else 2 * _TEN) * missing)
        parts.append(codes[:, part_of(codes) == part][:, :missing])
        missing -= parts[-1].shape[1]
        if not missing:
            return np.concatenate(parts, axis=1)
    raise InputError(
        QT_TRANSLATE_NOOP("errors", "There are too few different sequences to keep some apart; make them longer.")
    )


class DrawnTask(Task):
    """A task whose sequences are drawn as whole numbers, by which they are kept apart."""

    @abstractmethod
    def _draw(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        """All that makes the sequences, (N, count)."""

    @abstractmethod
    def _batch(self, codes: NDArray[np.intp]) -> Batch:
        """Of what `_draw` has made, (N, B)."""

    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        return self._batch(draw_part(rng, batch_size, LEARNED, self._draw))

    def validation(self) -> Batch:
        return self._batch(kept_apart(VALIDATION, self._draw))

    def test(self) -> Batch:
        return self._batch(kept_apart(TEST, self._draw))
