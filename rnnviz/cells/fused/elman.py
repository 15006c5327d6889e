"""Elman's network on a device."""

from typing import final

import numpy as np

from rnnviz.cells.base import ALL, Cell, Columns, Params, Tape
from rnnviz.cells.fused.activations import recurrent, recurrent_back
from rnnviz.cells.fused.base import Fused, both_back, fused, of_inputs
from rnnviz.devices.base import Device


@final
class FusedElman(Fused):
    def __init__(self, cell: Cell, device: Device) -> None:
        super().__init__(cell, device)
        self._forth, self._back = recurrent(cell.activation), recurrent_back(cell.activation)

    def _name(self, tape: Tape) -> None:
        h, read = tape.h, tape.inputs[:-1, : tape.hidden]
        tape.gradients["h_pre"] = tape.d_rows
        tape.extra |= {"sum": tape.empty(tape.hidden), "recurrent": np.empty_like(tape.packed[:, : tape.hidden])}
        tape.forward = Columns(read, h[1:])
        tape.backward, tape.down = Columns(tape.d_h[1:], h[1:]), Columns(tape.d_rows)

    def pack(self, params: Params, tape: Tape) -> None:
        super().pack(params, tape)
        tape.extra["recurrent"][...] = params["weight_hh"]

    def scan(self, tape: Tape, first: int, last: int) -> None:
        recurrent, sums = tape.extra["recurrent"], tape.extra["sum"]
        tape.values["h"][first:last] = of_inputs(tape, first, last, tape.hidden)
        for read, h in tape.forward.forth(first, last):
            np.dot(recurrent, read, sums)
            self.launch(self._forth, tape, h, sums)

    def scan_back(self, params: Params, tape: Tape, first: int, last: int) -> None:
        back, through = params["weight_hh"].T, tape.extra["through"]
        through[...] = 0
        for d_h, h, d_a in both_back(tape, first, last):
            self.launch(self._back, tape, d_h, through, h, d_a)
            np.dot(back, d_a, through)
        tape.d_read[first] += through
        d_rows = tape.d_rows[tape.at(first, last)]
        tape.product(d_rows, tape.inputs[first:last], (tape.d_packed, ALL, ALL), add=last < tape.steps)


fused.add("elman", FusedElman)
