"""The feed-forward contrast on a device: no clock waits for another, so all of them are one product and one launch."""

from collections.abc import Mapping
from typing import final

from rnnviz.cells.base import ALL, Array, Cell, Params, Tape
from rnnviz.cells.fused.activations import alone, alone_back
from rnnviz.cells.fused.base import Fused, fused, of_inputs
from rnnviz.devices.base import Device


@final
class FusedFeedForward(Fused):
    def __init__(self, cell: Cell, device: Device) -> None:
        super().__init__(cell, device)
        self._forth, self._back = alone(cell.activation), alone_back(cell.activation)

    def _name(self, tape: Tape) -> None:
        tape.gradients["h_pre"] = tape.d_rows

    def pack(self, params: Params, tape: Tape) -> None:
        tape.packed[:, tape.hidden : -1] = params["weight_ih"]
        tape.packed[:, -1] = params["bias_ih"]

    def scan(self, tape: Tape, first: int, last: int) -> None:
        h = of_inputs(tape, first, last, tape.hidden)
        self.launch(self._forth, tape, h)
        tape.values["h"][first:last] = h

    def scan_back(self, params: Params, tape: Tape, first: int, last: int) -> None:
        h, d_a = tape.values["h"][first:last].copy(), tape.d_rows[tape.at(first, last)]
        self.launch(self._back, tape, tape.d_h[first + 1 : last + 1], h, d_a)
        tape.product(d_a, tape.inputs[first:last], (tape.d_packed, ALL, ALL), add=last < tape.steps)

    def weight_gradients(self, tape: Tape, out: Mapping[str, Array]) -> None:
        out["weight_ih"][...] = tape.d_packed[:, tape.hidden : -1]
        out["bias_ih"][...] = tape.d_packed[:, -1]


fused.add("feedforward", FusedFeedForward)
