"""Jordan's network on a device. Whoever calls `scan` has put s_(t-1) into M, clock by clock."""

from typing import final

from rnnviz.cells.base import ALL, Cell, Params, Tape, through_weights
from rnnviz.cells.fused.activations import alone, alone_back
from rnnviz.cells.fused.base import Fused, fused, of_inputs
from rnnviz.devices.base import Device


@final
class FusedJordan(Fused):
    def __init__(self, cell: Cell, device: Device) -> None:
        super().__init__(cell, device)
        self._forth, self._back = alone(cell.activation), alone_back(cell.activation)

    def _name(self, tape: Tape) -> None:
        d_s = tape.extra["d_s"] = tape.zeros(tape.steps + 1, tape.memory)
        tape.gradients["h_pre"] = tape.d_rows
        tape.values = {"h": tape.rows, "s": tape.inputs[1:, : tape.memory]}
        tape.starts = {"s": (tape.inputs[0, : tape.memory], d_s[0])}

    def scan(self, tape: Tape, first: int, last: int) -> None:
        h = tape.rows[first:last]
        h[...] = of_inputs(tape, first, last, 0)
        self.launch(self._forth, tape, h)

    def scan_back(self, params: Params, tape: Tape, first: int, last: int) -> None:
        clocks = slice(first, last)
        d_a = tape.d_rows[tape.at(first, last)]
        self.launch(self._back, tape, tape.d_h[first + 1 : last + 1], tape.rows[clocks], d_a)
        tape.extra["d_s"][clocks] = through_weights(params["weight_hh"], d_a)
        tape.product(d_a, tape.inputs[clocks], (tape.d_packed, ALL, ALL), add=last < tape.steps)


fused.add("jordan", FusedJordan)
