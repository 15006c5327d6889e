"""Trying a network on the task's held-out sequences."""

from collections.abc import Generator
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from rnnviz.devices.base import Device, beside, host
from rnnviz.engine.batches import asked
from rnnviz.engine.messages import Array, Exam
from rnnviz.engine.place import Place
from rnnviz.network.losses import loss_name
from rnnviz.network.network import Network
from rnnviz.network.passes import Passes
from rnnviz.tasks.base import Batch, Task

MAX_CLASSES = 32  # a larger confusion matrix is no longer read


@final
class Examination:
    """The task's held-out sequences and the arrays to try a network on them, again and again."""

    def __init__(self, network: Network, task: Task, place: Place | None = None) -> None:
        """place: where to compute; None for here."""
        self._task, self._network, self._loss = task, network, loss_name(None, network.spec.output)
        self.place = place or Place()
        test = task.test()
        self._sets = [asked(batch, network.spec) for batch in (task.validation(), test) if batch is not None]
        self._there: tuple[Device | None, Network, list[Passes]] | None = None
        if self._device() is None:
            self._passes(None)  # what has no room says so at once

    def _device(self) -> Device | None:
        return self.place.any_device(self._network, self._sets[0].x.shape[1])

    def _passes(self, device: Device | None) -> list[Passes]:
        """Of each set, with the network's weights of this moment."""
        if self._there is None or self._there[0] is not device:
            self._there = None
            network = self._network.on(device)
            sizes = [batch.x.shape[:2] for batch in self._sets]
            passes = [network.passes(steps, count, record="values") for steps, count in sizes]
            self._there = device, network, passes
        _, network, passes = self._there
        if device is not None:
            network.vector[...] = beside(self._network.vector, network.vector)
        return passes

    def steps(self, updates: int = 0) -> Generator[None, None, Exam]:
        """With the network's weights of this moment, after so many updates, in pieces."""
        return self.place.attempt(self._steps, self._device(), updates)

    def _steps(self, device: Device | None) -> Generator[None, None, Exam]:
        passes = self._passes(device)
        loss, right, output = yield from self._try(self._sets[0], passes[0])
        confused = confusion(self._network.spec.output, output, self._sets[0].target, self._sets[0].mask)
        if len(self._sets) == 1:
            return Exam(loss, right, confusion=confused)
        test_loss, test_right, _ = yield from self._try(self._sets[1], passes[1])
        return Exam(loss, right, test_loss, test_right, confusion=confused)

    def validation(self, updates: int = 0) -> Generator[None, None, tuple[float, float]]:
        """Loss and accuracy in [0, 1] on the held-out sequences alone."""
        return self.place.attempt(self._validate, self._device(), updates)

    def _validate(self, device: Device | None) -> Generator[None, None, tuple[float, float]]:
        loss, right, _ = yield from self._try(self._sets[0], self._passes(device)[0])
        return loss, right

    def _try(self, batch: Batch, passes: Passes) -> Generator[None, None, tuple[float, float, Array]]:
        yield from passes.forward(batch.x, None)
        loss, _ = self._network.judge(passes, batch.target, self._loss, batch.mask)
        output = host(passes.outside(passes.output))
        return loss, accuracy(self._task, output, batch.target, batch.mask), output


def confusion(readout: str, output: NDArray[Any], target: NDArray[Any], mask: NDArray[Any]) -> NDArray[np.int64] | None:
    """(O, O) clocks that count, by their class (row) and by the most probable answer (column); those where several are
    exactly so are left out. output, target (T, B, O), mask (T, B). None without classes: another readout than softmax,
    targets that are shared among several, or more than 32 of them."""
    classes = output.shape[-1]
    if readout != "softmax" or not 2 <= classes <= MAX_CLASSES:
        return None
    wanted = target[mask != 0]
    if not (np.isin(wanted, (0, 1)).all() and (wanted.sum(axis=-1) == 1).all()):
        return None
    said = output[mask != 0]
    clear = np.count_nonzero(said == said.max(axis=-1, keepdims=True), axis=-1) == 1
    pairs = wanted[clear].argmax(axis=-1) * classes + said[clear].argmax(axis=-1)
    counts = np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)
    counts.flags.writeable = False
    return counts


def accuracy(task: Task, output: NDArray[Any], target: NDArray[Any], mask: NDArray[Any]) -> float:
    """The share of right answers where the mask is not 0, in [0, 1]; NaN where it is 0 everywhere."""
    right = task.correct(output, target)[mask != 0]
    return float(right.mean()) if right.size else float("nan")
