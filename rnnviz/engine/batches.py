"""The sequences of each update: fresh ones, some of a fixed training set, or all of it."""

from dataclasses import replace
from typing import final

import numpy as np

from rnnviz.network.scenario import counted
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.tasks.base import Batch, Task

DRAWN = 256  # sequences in the full batch of a task that could go on drawing for ever
_PARTS = 8  # a task may choose one length a batch: a drawn set is made of so many
_FIXED = 1  # what the seed is for, beside batches


@final
class Batches:
    """A full training set is the task's own where it has one, else sequences drawn once from the seed.

    Sequences of one length stand together: an update may have to go through several batches, whose losses count by
    how many clocks they have.
    """

    def __init__(self, task: Task, seed: int, updates: int, spec: NetworkSpec) -> None:
        """spec: of the network, whose scenario says which answers there are."""
        self._task, self._seed, self._spec = task, seed, spec
        self._rng = np.random.default_rng([seed, updates])
        self._fixed: tuple[int | None, tuple[Batch, ...]] | None = None

    def draw(self, training: TrainingSpec) -> tuple[Batch, ...]:
        """What the next update learns from."""
        if training.batch is None:
            return self._set(training.training_set)
        if training.training_set is None:
            return (asked(self._task.sample(self._rng, training.batch), self._spec),)
        return (self._some(self._set(training.training_set), training.batch),)

    def _set(self, size: int | None) -> tuple[Batch, ...]:
        if self._fixed is None or self._fixed[0] != size:
            whole = self._task.whole() if size is None else None
            batches = whole or self._drawn(DRAWN if size is None else size)
            self._fixed = size, tuple(asked(batch, self._spec) for batch in batches)
        return self._fixed[1]

    def _drawn(self, size: int) -> tuple[Batch, ...]:
        rng = np.random.default_rng([self._seed, 0, _FIXED])
        parts = np.diff(np.linspace(0, size, min(size, _PARTS) + 1).astype(int))
        by_length: dict[int, list[Batch]] = {}
        for part in parts:
            batch = self._task.sample(rng, int(part))
            by_length.setdefault(len(batch.x), []).append(batch)
        return tuple(map(_together, by_length.values()))

    def _some(self, batches: tuple[Batch, ...], size: int) -> Batch:
        """At most `size` different sequences of one length; longer batches are chosen more often."""
        sizes = np.array([batch.x.shape[1] for batch in batches])
        batch = batches[int(self._rng.choice(len(batches), p=sizes / sizes.sum()))]
        count = batch.x.shape[1]
        chosen = self._rng.choice(count, min(size, count), replace=False)
        return Batch(batch.x[:, chosen], batch.target[:, chosen], batch.mask[:, chosen])


def asked(batch: Batch, spec: NetworkSpec) -> Batch:
    """The same with a mask of 0 where the network's scenario has no answer."""
    return replace(batch, mask=counted(spec, batch.mask))


def _together(batches: list[Batch]) -> Batch:
    return Batch(*(np.concatenate([getattr(b, name) for b in batches], axis=1) for name in ("x", "target", "mask")))


def shares(batches: tuple[Batch, ...]) -> list[float]:
    """What the loss of each batch counts for in the loss over all: the clocks that count in it."""
    counts = [float(batch.mask.sum()) for batch in batches]
    total = sum(counts) or 1.0
    return [count / total for count in counts]
