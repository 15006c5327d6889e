"""Truncated backpropagation through time, BPTT(k2; k1): every k1 clocks, back through the last k2.

Williams, R. J. and Peng, J. (1990). An efficient gradient-based algorithm for on-line training of recurrent network
trajectories. Neural Computation 2(4), doi:10.1162/neco.1990.2.4.490.

Exactly: after the clocks e = k1, 2 k1, 3 k1, ... and T, the losses of those clocks that have come since the last such
moment are propagated back through the clocks e - k2 + 1 .. e, for k2 >= k1. The state before these is taken for a
constant. All losses count once, the weights stay the same through the sequence, and the gradient is the sum over these
windows. k1 = k2 cuts a sequence of n k1 clocks into n pieces that share no gradient; k1 = 1 gives every loss the same
reach; k2 >= T is full BPTT.

dL/dh_t and its kin are truncated as well: sums over the windows that contain t.

Where the last answer is read, as memory (Jordan) or as the next input, it belongs to the state: what the first clock of
a window reads is a constant too.
"""

from collections.abc import Generator, Iterator, Mapping
from typing import final

import numpy as np
from numpy.typing import NDArray

from rnnviz.devices.base import beside
from rnnviz.gradients.base import Array, Method, methods
from rnnviz.network import feedback
from rnnviz.network.dropout import Masks, silences_memory
from rnnviz.network.network import Network
from rnnviz.network.parameters import cell_of
from rnnviz.network.passes import Passes
from rnnviz.network.results import Gradients
from rnnviz.network.room import masks_of, needed, numbers_of, thinned
from rnnviz.network.spec import NetworkSpec
from rnnviz.words import QT_TRANSLATE_NOOP

_KEPT = 4  # sizes of windows whose arrays wait for the next batch
Places = NDArray[np.intp]


@final
class TruncatedBPTT(Method):
    name = "tbptt"
    title = QT_TRANSLATE_NOOP("gradients", "truncated BPTT")
    source = "Williams and Peng 1990"

    def __init__(self, k1: int = 1, k2: int = 1) -> None:
        super().__init__(k1, k2)
        self._kept: dict[tuple[int, str, bool], Passes] = {}

    def extra(self, spec: NetworkSpec, steps: int, batch: int, record: str, apart: bool = False) -> float:
        """Bytes of the sums over the windows, and of the arrays in which as many windows at once run as have room in
        the sequence."""
        if self.k2 >= steps:
            return 0.0
        summed = sum(layer.derivatives + spec.hidden for layer in numbers_of(spec)) if record == "all" else 0
        total = float(summed * steps * batch * np.dtype(spec.dtype).itemsize)
        if spec.feeds_back:
            return total
        count, at_once = -(-steps // self.k1), max(1, steps // self.k2)
        sizes = {min(count, at_once), count % at_once} - {0}
        # Of each window: the state before it, what it reads and is told, and where there is dropout its masks.
        layers, states = numbers_of(spec), len(cell_of(spec).states)
        begun = sum(layer.values + (2 + states) * spec.hidden for layer in layers)
        if apart:  # what the whole sequence was read through is gone by then
            begun += masks_of(spec) + 2 * spec.hidden * spec.layers
            total -= thinned(spec) * steps * batch * np.dtype(spec.dtype).itemsize
        told = 2 * (spec.inputs + spec.outputs) * self.k2
        each = (begun + told) * np.dtype(spec.dtype).itemsize
        return total + sum(needed(spec, self.k2, size * batch, record, apart) + each * size * batch for size in sizes)

    def derive(
        self,
        network: Network,
        passes: Passes,
        x: Array,
        target: Array,
        loss: str,
        state: Mapping[str, Array] | None = None,
        mask: Array | None = None,
        *,
        to_inputs: bool = False,
    ) -> Generator[None, None, Gradients]:
        yield from passes.forward(x, state)
        value, d_logits = network.judge(passes, target, loss, mask)
        if self.k2 >= passes.steps:
            yield from passes.backward(d_logits, to_inputs=to_inputs)
            return Gradients(passes, value)
        sums = _Sums(passes, x.shape, to_inputs)
        if network.spec.feeds_back:
            yield from self._one_by_one(passes, d_logits, sums, to_inputs)
            return Gradients(passes, value)
        for starts, own in self._windows(passes.steps):
            clocks = starts[:, None] + np.arange(self.k2)
            # A window is one more sequence in the batch, begun from the state that the whole pass had there.
            windows = self._passes(network, len(starts) * passes.batch, passes.record, passes.masks)
            begin = {name: _before(passes, name, starts) for name in passes.cell.states}
            yield from windows.forward(_columns(x[clocks]), begin)
            seeds = passes.outside(d_logits)[clocks] * beside(own[..., None, None], d_logits)
            yield from windows.backward(windows.inside(_columns(seeds)), to_inputs=to_inputs)
            sums.add(windows, starts)
        sums.store(d_logits)
        return Gradients(passes, value)

    def _windows(self, steps: int) -> Iterator[tuple[Places, NDArray[np.bool_]]]:
        """(first clocks (M,), which clocks' losses are theirs (M, k2)), as many at once as the sequence has room for.

        A window that would begin before the sequence begins with it, and goes on past its losses without harm.
        """
        starts, begins, ends = self._cuts(steps)
        clocks = starts[:, None] + np.arange(self.k2)
        own = (clocks >= begins[:, None]) & (clocks < ends[:, None])
        at_once = max(1, steps // self.k2)
        for first in range(0, len(ends), at_once):
            yield starts[first : first + at_once], own[first : first + at_once]

    def _cuts(self, steps: int) -> tuple[Places, Places, Places]:
        """Of each window (M,): its first clock, the first whose loss is its own, and the one after its last."""
        ends = np.array([*range(self.k1, steps, self.k1), steps])
        return np.maximum(ends - self.k2, 0), np.array([0, *ends[:-1]]), ends

    def _one_by_one(
        self, passes: Passes, d_logits: Array, sums: "_Sums", to_inputs: bool
    ) -> Generator[None, None, None]:
        """Where a clock depends on which clock it is, the windows have no arrays of their own: one after the other goes
        back over those of the whole pass, the latest first, and the weights' gradients add up by themselves."""
        total, d_x = np.zeros_like(d_logits), np.zeros_like(passes.tapes[0][0].x)
        for start, begin, end in reversed(list(zip(*self._cuts(passes.steps), strict=True))):
            passes.d_logits, d_x[start:end] = np.zeros_like(d_logits), 0
            passes.d_logits[begin:end] = d_logits[begin:end]
            yield from feedback.window(passes, start, end, d_x, to_inputs=to_inputs)
            total += passes.d_logits
            sums.add_clocks(start, end, d_x)
        sums.store(total)
        feedback.finish(passes, passes.d_x)

    def _passes(self, network: Network, columns: int, record: str, masks: Masks | None) -> Passes:
        apart = silences_memory(masks)
        key = (columns, record, apart)
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = network.passes(self.k2, columns, apart=apart, record=record)
        self._kept[key].silence(None if masks is None else masks.repeated(columns // len(masks.below[0])))
        return self._kept[key]


def _columns(windows: Array) -> Array:
    """(M, k2, B, n) as (k2, M * B, n)."""
    return windows.swapaxes(0, 1).reshape(windows.shape[1], -1, windows.shape[3])


def _before(passes: Passes, name: str, starts: Places) -> Array:
    """A state before each window, (layers, M * B, H)."""
    layers = []
    for (tape,) in passes.tapes:
        after = passes.outside(tape.values[name])[starts - 1]
        begin = passes.outside(tape.starts[name][0][None])[0]
        after = np.where(beside((starts == 0)[:, None, None], after), begin, after)
        layers.append(after.reshape(-1, tape.hidden))
    return np.stack(layers)


class _Sums:
    """Adds up what the windows give, and puts it where `Gradients` reads it."""

    def __init__(self, passes: Passes, x_shape: tuple[int, ...], to_inputs: bool) -> None:
        self.passes = passes
        self.vector = np.zeros_like(passes.vector)
        self.x = np.zeros_like(passes.vector, shape=x_shape) if to_inputs else None
        tapes = [tape for (tape,) in passes.tapes]
        kept = [tape.gradients if passes.record == "all" else {} for tape in tapes]
        self.clocks = [{name: np.zeros_like(passes.outside(a)) for name, a in of.items()} for of in kept]
        self.starts = [{name: np.zeros_like(d) for name, (_, d) in t.starts.items()} for t in tapes]

    def add(self, windows: Passes, starts: Places) -> None:
        batch = self.passes.batch
        self.vector += windows.vector
        for (tape,), clocks, begins in zip(windows.tapes, self.clocks, self.starts, strict=True):
            for name, total in clocks.items():
                _scatter(total, windows.outside(tape.gradients[name]), starts, batch)
            for name, total in begins.items():
                gradient = windows.outside(tape.starts[name][1][None])[0]
                for window in np.flatnonzero(starts == 0):
                    part = gradient[window * batch : (window + 1) * batch]
                    total += self.passes.inside(part[None])[0]
        if self.x is not None and windows.d_x is not None:
            _scatter(self.x, windows.outside(windows.d_x), starts, batch)

    def add_clocks(self, start: int, end: int, d_x: Array) -> None:
        """A window over the arrays of the whole pass."""
        passes = self.passes
        for (tape,), clocks, begins in zip(passes.tapes, self.clocks, self.starts, strict=True):
            for name, total in clocks.items():
                total[start:end] += passes.outside(tape.gradients[name][start:end])
            if start == 0:
                for name, begin in begins.items():
                    begin += tape.starts[name][1]
        if self.x is not None:
            self.x[start:end] += passes.outside(d_x[start:end])

    def store(self, d_logits: Array) -> None:
        passes = self.passes
        passes.vector[...] = self.vector
        passes.d_logits = d_logits
        passes.d_x = None if self.x is None else passes.inside(self.x)
        for (tape,), clocks, begins in zip(passes.tapes, self.clocks, self.starts, strict=True):
            for name, total in clocks.items():
                tape.gradients[name][...] = passes.inside(total)
            for name, total in begins.items():
                tape.starts[name][1][...] = total


def _scatter(total: Array, pieces: Array, starts: Places, batch: int) -> None:
    """Add the windows' (k2, M * B, n) to the clocks that they are of, (T, B, n)."""
    for window, start in enumerate(starts):
        total[start : start + len(pieces)] += pieces[:, window * batch : (window + 1) * batch]


methods.add(TruncatedBPTT.name, TruncatedBPTT)
