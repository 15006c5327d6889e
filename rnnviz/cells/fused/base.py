"""What every cell on a device is: all clocks' inputs in one product, then one product and one launch a clock.

`rows` first gets W x + b of all clocks at once; the loop then adds U h_(t-1) and goes on to the gates in one launch.
Backwards one launch makes every derivative of a clock, and one product takes them to the clock before; what that gives
waits in `through` until the next launch adds it.

The launches of a loop are always the same and could be recorded once, as a CUDA graph. CuPy does not let a product of
cuBLAS be recorded (`cublas.setStream` raises NotImplementedError, as of version 15), so that they are not.
"""

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any, final

import numpy as np

from rnnviz.cells.base import Array, Cell, Numbers, Params, Put, Size, State, Tape, Values, as_computed, through_weights
from rnnviz.devices.base import Device, Launch, host
from rnnviz.devices.kernels import Kernel
from rnnviz.registry import Registry


class Fused(Cell):
    """Stands for one of the cells of `rnnviz.cells`, with arrays on a device. Parameters, and the values, gradients and
    starts of a tape, are that cell's; the rest of a tape is arranged as suits a device."""

    def __init__(self, cell: Cell, device: Device) -> None:
        super().__init__(cell.activation, cell.peepholes, cell.reset, cell.outputs)
        self.gates, self._cell, self._device = cell.gates, cell, device
        self._launches: dict[tuple[str, np.dtype[Any]], Launch] = {}
        for name in ("name", "title", "source", "blocks", "states", "memory"):
            setattr(self, name, getattr(cell, name))

    @final
    def launch(self, kernel: Kernel, tape: Tape, *arrays: Array) -> None:
        """One launch, on arrays in the order of `Kernel.arguments`."""
        key = kernel.name, tape.dtype
        if key not in self._launches:
            self._launches[key] = self._device.launcher(kernel, tape.dtype)
        self._launches[key](*arrays)

    def shapes(self, inputs: int, hidden: int) -> dict[str, tuple[int, ...]]:
        return self._cell.shapes(inputs, hidden)

    def step(self, params: Params, x: Array, state: State, put: Put = as_computed) -> tuple[Values, Values]:
        return self._cell.step(params, x, state, put)

    def numbers(self, inputs: int, hidden: int) -> Numbers:
        return self._cell.numbers(inputs, hidden)

    def tape(self, size: Size) -> Tape:
        tape = self._blank(size, len(self.blocks))
        self._name(tape)
        return tape

    @final
    def _blank(self, size: Size, rows: int) -> Tape:
        """rows: how many a unit."""
        like, memory = self._device.array(np.zeros(0, size.dtype)), self.outputs if self.memory == "S" else None
        size, blocks = size._replace(apart=size.apart and self.memory == "H"), len(self.blocks) * size.hidden
        tape = Tape(size, rows * size.hidden, blocks, memory=memory, like=like)
        tape.extra["through"] = tape.zeros(size.hidden)
        return tape

    @abstractmethod
    def _name(self, tape: Tape) -> None:
        """Say which of its arrays are values, gradients and starts."""

    def pack(self, params: Params, tape: Tape) -> None:
        tape.pack(params)

    @final
    def jacobian(self, params: Params, tape: Tape, sequence: int = 0) -> Array:
        """By NumPy, in this machine's memory, from the inputs and the first state of the tape."""
        named = {name: host(array) for name, array in params.items()}
        here = self._cell.tape(Size(tape.steps, tape.batch, tape.width, tape.hidden, tape.dtype))
        here.begin(host(tape.x), {name: host(start) for name, (start, _) in tape.starts.items()})
        if self.memory == "S":
            here.inputs[:, : tape.memory] = host(tape.inputs[:, : tape.memory])
        self._cell.pack(named, here)
        self._cell.scan(here, 0, tape.steps)
        return self._cell.jacobian(named, here, sequence)


def both_back(tape: Tape, first: int, last: int) -> Iterator[tuple[Array, ...]]:
    """Of clocks last - 1, ..., first: the columns of `backward`, and then those of `down`, which are of derivatives."""
    at = tape.at(first, last)
    for one, other in zip(tape.backward.back(first, last), tape.down.back(at.start, at.stop), strict=True):
        yield *one, *other


def of_inputs(tape: Tape, first: int, last: int, start: int) -> Array:
    """The packed weights times what clocks [first, last) read, both from row `start` of `inputs` on: (n, R[, B])."""
    return through_weights(tape.packed[:, start:].T, tape.inputs[first:last, start:])


fused: Registry[type[Fused]] = Registry("cell", "rnnviz.cells.fused")


def on_device(cell: Cell, device: Device) -> Cell:
    """The cell for arrays of the device."""
    return fused[cell.name](cell, device)
