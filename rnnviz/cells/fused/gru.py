"""The GRU on a device, with the reset gate after the product, or before it (see reset_before.py).

Rows n, r, z, m with m = U_n h_(t-1) + b_hn, so that what W has and what U has stand together: n, r, z and r, z, m.
"""

from collections.abc import Mapping
from typing import final

import numpy as np

from rnnviz.cells.base import ALL, Array, Cell, Columns, Params, Size, Tape, through_weights
from rnnviz.cells.fused import reset_before
from rnnviz.cells.fused.base import Fused, both_back, fused, of_inputs
from rnnviz.devices.base import Device
from rnnviz.devices.kernels import Kernel

_FORTH = Kernel(
    "gru",
    ("r", "z", "n", "sum_r", "sum_z", "sum_m", "bias", "before"),
    ("r", "z", "n", "m", "h"),
    (
        "r = (1 + tanh((r + sum_r) / 2)) / 2",
        "z = (1 + tanh((z + sum_z) / 2)) / 2",
        "m = sum_m + bias",
        "n = tanh(n + r * m)",
        "h = (1 - z) * n + z * before",
    ),
)
_BACK = Kernel(
    "gru_back",
    ("d_h", "through", "d_before", "r", "z", "m", "n", "before"),
    ("d_h", "d_before", "d_r", "d_z", "d_m", "d_n"),
    (
        "d_h = d_h + through",
        "d_n = d_h * (1 - z) * (1 - n * n)",
        "d_z = d_h * (before - n) * (z * (1 - z))",
        "d_m = d_n * r",
        "d_r = d_n * m * (r * (1 - r))",
        "d_before = d_before + d_h * z",
    ),
)


@final
class FusedGRU(Fused):
    def __init__(self, cell: Cell, device: Device) -> None:
        super().__init__(cell, device)
        self._before = cell.reset == "before"

    def tape(self, size: Size) -> Tape:
        tape = self._blank(size, 3 if self._before else 4)
        self._name(tape)
        return tape

    def _name(self, tape: Tape) -> None:
        if self._before:
            reset_before.name(tape)
            return
        hidden = tape.hidden
        n, r, z, m = (tape.block(tape.rows, k) for k in range(4))
        d_n, d_r, d_z, d_m = (tape.block(tape.d_rows, k) for k in range(4))
        tape.values |= {"r": r, "z": z, "n": n}
        tape.gradients |= {"r": d_r, "z": d_z, "n": d_n}
        tape.extra |= {"sum": tape.empty(3 * hidden), "bias": tape.empty(hidden)}
        tape.extra["recurrent"] = np.empty_like(tape.packed[:, :hidden])
        h, read = tape.h, tape.inputs[:-1, :hidden]
        tape.forward = Columns(read, h[:-1], r, z, n, m, h[1:])
        tape.backward = Columns(tape.d_h[1:], tape.d_h[:-1], r, z, m, n, h[:-1])
        tape.down = Columns(d_r, d_z, d_m, d_n, tape.d_rows[:, hidden:])

    def pack(self, params: Params, tape: Tape) -> None:
        tape.pack(params)
        tape.extra["recurrent"][...] = params["weight_hh"]
        if self._before:
            return
        gated, hidden = 2 * tape.hidden, tape.hidden  # `packed` is W and b of the rows n, r, z
        tape.packed[:hidden, hidden:-1] = params["weight_ih"][gated:]
        tape.packed[hidden:, hidden:-1] = params["weight_ih"][:gated]
        tape.packed[:hidden, -1] = params["bias_ih"][gated:]
        tape.packed[hidden:, -1] = params["bias_ih"][:gated] + params["bias_hh"][:gated]
        tape.extra["bias"][...] = params["bias_hh"][gated:].reshape(hidden, *[1] * len(tape.last))

    def scan(self, tape: Tape, first: int, last: int) -> None:
        if self._before:
            reset_before.scan(self, tape, first, last)
            return
        recurrent, sums, bias, hidden = tape.extra["recurrent"], tape.extra["sum"], tape.extra["bias"], tape.hidden
        of_gates = [sums[k * hidden : (k + 1) * hidden] for k in range(3)]
        tape.rows[first:last, : 3 * hidden] = of_inputs(tape, first, last, hidden)
        for read, before, r, z, n, m, h in tape.forward.forth(first, last):
            np.dot(recurrent, read, sums)
            self.launch(_FORTH, tape, r, z, n, *of_gates, bias, before, m, h)

    def scan_back(self, params: Params, tape: Tape, first: int, last: int) -> None:
        if self._before:
            reset_before.scan_back(self, params, tape, first, last)
            return
        back, through = params["weight_hh"].T, tape.extra["through"]
        through[...] = 0
        for d_h, d_before, *others, d_rzm in both_back(tape, first, last):
            self.launch(_BACK, tape, d_h, through, d_before, *others)
            np.dot(back, d_rzm, through)
        tape.d_read[first] += through
        d_rows = tape.d_rows[tape.at(first, last)]
        tape.product(d_rows, tape.inputs[first:last], (tape.d_packed, ALL, ALL), add=last < tape.steps)

    def weight_gradients(self, tape: Tape, out: Mapping[str, Array]) -> None:
        if self._before:
            super().weight_gradients(tape, out)
            return
        hidden, gradient, gated = tape.hidden, tape.d_packed, 2 * tape.hidden
        of_n, of_rz, of_m = gradient[:hidden], gradient[hidden : 3 * hidden], gradient[3 * hidden :]
        for rows, of_w, of_u in ((slice(gated), of_rz, of_rz), (slice(gated, None), of_n, of_m)):
            out["weight_ih"][rows], out["bias_ih"][rows] = of_w[:, hidden:-1], of_w[:, -1]
            out["weight_hh"][rows], out["bias_hh"][rows] = of_u[:, :hidden], of_u[:, -1]

    def input_gradient(self, params: Params, tape: Tape, first: int = 0, last: int | None = None) -> Array:
        if self._before:
            return super().input_gradient(params, tape, first, last)
        hidden, weights, d_rows = tape.hidden, params["weight_ih"], tape.d_rows[tape.at(first, last)]
        of_rz = through_weights(weights[: 2 * hidden], d_rows[:, hidden : 3 * hidden])
        return of_rz + through_weights(weights[2 * hidden :], d_rows[:, :hidden])

    def weight_inputs(self, tape: Tape, t: int) -> Array:
        return reset_before.weight_inputs(tape, t) if self._before else super().weight_inputs(tape, t)


fused.add("gru", FusedGRU)
