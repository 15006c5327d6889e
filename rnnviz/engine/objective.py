"""The loss that an update lowers, its gradient and its curvature, over batches of different lengths."""

from collections import OrderedDict
from collections.abc import Generator, Iterator
from typing import Any, NamedTuple, final

import numpy as np
from numpy.typing import NDArray

from rnnviz.devices.base import host
from rnnviz.engine.batches import shares
from rnnviz.engine.examination import accuracy
from rnnviz.gradients.base import Method
from rnnviz.network.dropout import Masks, silences_memory
from rnnviz.network.hessian import hessian
from rnnviz.network.losses import loss_name
from rnnviz.network.network import Network
from rnnviz.network.passes import Passes
from rnnviz.network.room import check_room
from rnnviz.tasks.base import Batch, Task

Array = NDArray[Any]
_KEPT_CELLS = 4_000_000  # T * B * H summed over the arrays that are kept for the next batch of the same size


class Outcome(NamedTuple):
    """gradient (N,) is overwritten by the next one. accuracy: in [0, 1]."""

    loss: float
    accuracy: float
    gradient: Array


@final
class Objective:
    """The mean loss of a network on batches of its task; every clock that counts has the same weight."""

    def __init__(self, network: Network, task: Task) -> None:
        self.record = "all"  # what stays of each clock, see `rnnviz.network.room`; it may change between updates
        self.network, self._task = network, task
        self._has_room: tuple[Any, ...] = ()  # what was found to fit last
        self._loss = loss_name(None, network.spec.output)
        self._passes: OrderedDict[tuple[int, int, bool], Passes] = OrderedDict()

    def derive(
        self, batches: tuple[Batch, ...], method: Method, masks: tuple[Masks, ...] = ()
    ) -> Generator[None, None, Outcome]:
        """Loss, accuracy and the gradient that the method makes of them, in pieces. masks: the dropout of each batch,
        if there is any."""
        if len(batches) == 1:
            return (yield from self._derive(batches[0], method, masks[0] if masks else None))
        loss, right, answers = 0.0, 0.0, 0
        gradient = np.zeros_like(self.network.vector)
        for batch, share, mask in _weighed(batches, masks):
            one = yield from self._derive(batch, method, mask)
            loss += share * one.loss
            gradient += share * one.gradient
            count = int(np.count_nonzero(batch.mask))
            right, answers = right + one.accuracy * count, answers + count
        return Outcome(loss, right / max(answers, 1), gradient)

    def _derive(self, batch: Batch, method: Method, masks: Masks | None) -> Generator[None, None, Outcome]:
        steps, count = batch.x.shape[:2]
        apart = silences_memory(masks)
        asked = (steps, count, apart, self.record, method)
        if asked != self._has_room:
            check_room(self.network.spec, steps, count, self.record, apart, method.extra)
            self._has_room = asked
        passes = self.passes(steps, count, masks)
        derived = yield from method.derive(self.network, passes, batch.x, batch.target, self._loss, None, batch.mask)
        right = accuracy(self._task, host(passes.outside(passes.output)), batch.target, batch.mask)
        return Outcome(derived.loss, right, derived.vector)

    def value(self, batches: tuple[Batch, ...], masks: tuple[Masks, ...] = ()) -> Generator[None, None, float]:
        """The loss alone."""
        total = 0.0
        for batch, share, mask in _weighed(batches, masks):
            passes = self.passes(len(batch.x), batch.x.shape[1], mask)
            yield from passes.forward(batch.x, None)
            total += share * self.network.judge(passes, batch.target, self._loss, batch.mask)[0]
        return total

    def curvature(self, batches: tuple[Batch, ...], masks: tuple[Masks, ...] = ()) -> Generator[None, None, Array]:
        """The exact Hessian (N, N)."""
        total = np.zeros((self.network.vector.size,) * 2)
        for batch, share, mask in _weighed(batches, masks):
            part = yield from hessian(self.network, batch.x, batch.target, batch.mask, self._loss, mask)
            total += share * part
        return total

    def passes(self, steps: int, batch: int, masks: Masks | None = None) -> Passes:
        """Arrays for this size, with this dropout: the ones used before, if they are still there."""
        apart = silences_memory(masks)
        passes = self._passes.pop((steps, batch, apart), None)
        if passes is None or passes.record != self.record:
            passes = self.network.passes(steps, batch, apart=apart, record=self.record)
        self._passes[steps, batch, apart] = passes
        passes.silence(masks)
        while len(self._passes) > 1 and self._kept() > _KEPT_CELLS:
            self._passes.popitem(last=False)
        return passes

    def _kept(self) -> int:
        spec = self.network.spec
        return sum(steps * batch for steps, batch, _ in self._passes) * spec.hidden * spec.layers


def _weighed(batches: tuple[Batch, ...], masks: tuple[Masks, ...]) -> Iterator[tuple[Batch, float, Masks | None]]:
    """Each batch, what its loss counts for in the loss over all, and its dropout, if there is any."""
    return zip(batches, shares(batches), masks or (None,) * len(batches), strict=True)
