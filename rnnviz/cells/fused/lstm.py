"""The LSTM on a device, with and without peepholes: rows i, f, g, o."""

from collections.abc import Mapping
from typing import final

import numpy as np

from rnnviz.cells.base import ALL, Array, Cell, Columns, Params, Tape
from rnnviz.cells.fused.base import Fused, both_back, fused, of_inputs
from rnnviz.devices.base import Device
from rnnviz.devices.kernels import Kernel

_SUMS = ("sum_i", "sum_f", "sum_g", "sum_o")
_PEEPHOLES = ("p_i", "p_f", "p_o")


def _forth(peepholes: bool) -> Kernel:
    """Every `sum` is U h_(t-1); the gates come as W x + b. o sees c_t."""
    i, f, o = (f" + p_{gate} * {c}" if peepholes else "" for gate, c in (("i", "before"), ("f", "before"), ("o", "c")))
    return Kernel(
        "lstm_peepholes" if peepholes else "lstm",
        ("i", "f", "g", "o", *_SUMS, "before", *(_PEEPHOLES if peepholes else ())),
        ("i", "f", "g", "o", "c", "tanh_c", "h"),
        (
            f"i = (1 + tanh((i + sum_i{i}) / 2)) / 2",
            f"f = (1 + tanh((f + sum_f{f}) / 2)) / 2",
            "g = tanh(g + sum_g)",
            "c = f * before + i * g",
            f"o = (1 + tanh((o + sum_o{o}) / 2)) / 2",
            "tanh_c = tanh(c)",
            "h = o * tanh_c",
        ),
    )


def _back(peepholes: bool) -> Kernel:
    """`later` comes as dL/dc by way of the clock after, and goes on to the clock before."""
    return Kernel(
        "lstm_peepholes_back" if peepholes else "lstm_back",
        ("d_h", "through", "later", "i", "f", "g", "o", "before", "tanh_c", *(_PEEPHOLES if peepholes else ())),
        ("d_h", "later", "d_i", "d_f", "d_g", "d_o", "d_c"),
        (
            "d_h = d_h + through",
            "d_o = d_h * tanh_c * (o * (1 - o))",
            "d_c = later + d_h * o * (1 - tanh_c * tanh_c)" + (" + d_o * p_o" if peepholes else ""),
            "d_i = d_c * g * (i * (1 - i))",
            "d_f = d_c * before * (f * (1 - f))",
            "d_g = d_c * i * (1 - g * g)",
            "later = d_c * f" + (" + d_i * p_i + d_f * p_f" if peepholes else ""),
        ),
    )


@final
class FusedLSTM(Fused):
    def __init__(self, cell: Cell, device: Device) -> None:
        super().__init__(cell, device)
        self._forth, self._back = _forth(cell.peepholes), _back(cell.peepholes)

    def _name(self, tape: Tape) -> None:
        steps, hidden = tape.steps, tape.hidden
        c, tanh_c, d_c = tape.zeros(steps + 1, hidden), tape.empty(steps, hidden), tape.empty(len(tape.d_rows), hidden)
        gates, d_gates = ([tape.block(a, k) for k in range(4)] for a in (tape.rows, tape.d_rows))
        tape.values |= dict(zip("ifgo", gates, strict=True)) | {"c": c[1:]}
        tape.gradients |= dict(zip("ifgo", d_gates, strict=True)) | {"c": d_c}
        later = tape.later["c"] = tape.zeros(hidden)
        tape.starts["c"] = c[0], later
        sums, read = tape.empty(4 * hidden), tape.inputs[:-1, :hidden]
        tape.extra |= {"sum": sums, "c": c, "recurrent": np.empty_like(tape.packed[:, :hidden])}
        if self.peepholes:
            tape.extra["peepholes"] = tape.empty(3, hidden)
            tape.d_packed = np.zeros_like(tape.d_packed, shape=(4 * hidden, tape.d_packed.shape[1] + 1))
        tape.forward = Columns(read, *gates, c[:-1], c[1:], tanh_c, tape.h[1:])
        tape.backward = Columns(tape.d_h[1:], *gates, c[:-1], tanh_c)
        tape.down = Columns(*d_gates, d_c, tape.d_rows)

    def _seen(self, tape: Tape) -> tuple[Array, ...]:
        return tuple(tape.extra["peepholes"]) if self.peepholes else ()

    def pack(self, params: Params, tape: Tape) -> None:
        super().pack(params, tape)
        tape.extra["recurrent"][...] = params["weight_hh"]
        if self.peepholes:
            tape.extra["peepholes"][...] = params["weight_peephole"].reshape(3, tape.hidden, *[1] * len(tape.last))

    def scan(self, tape: Tape, first: int, last: int) -> None:
        recurrent, sums, hidden, seen = tape.extra["recurrent"], tape.extra["sum"], tape.hidden, self._seen(tape)
        of_gates = [sums[k * hidden : (k + 1) * hidden] for k in range(4)]
        tape.rows[first:last] = of_inputs(tape, first, last, hidden)
        for read, i, f, g, o, before, c, tanh_c, h in tape.forward.forth(first, last):
            np.dot(recurrent, read, sums)
            self.launch(self._forth, tape, i, f, g, o, *of_gates, before, *seen, c, tanh_c, h)

    def scan_back(self, params: Params, tape: Tape, first: int, last: int) -> None:
        back, through, seen = params["weight_hh"].T, tape.extra["through"], self._seen(tape)
        later = tape.later["c"]
        if last == tape.steps:
            later[...] = 0
        through[...] = 0
        for d_h, i, f, g, o, before, tanh_c, *d_gates, d_c, d_rows in both_back(tape, first, last):
            self.launch(self._back, tape, d_h, through, later, i, f, g, o, before, tanh_c, *seen, *d_gates, d_c)
            np.dot(back, d_rows, through)
        tape.d_read[first] += through
        clocks, add, d_rows = slice(first, last), last < tape.steps, tape.d_rows[tape.at(first, last)]
        by_inputs = tape.d_packed[:, : tape.inputs.shape[1]]
        tape.product(d_rows, tape.inputs[clocks], (by_inputs, ALL, ALL), add=add)
        if self.peepholes:
            c, hidden = tape.extra["c"], tape.hidden
            for k, at in ((0, c[clocks]), (1, c[clocks]), (3, c[first + 1 : last + 1])):
                every = tape.block(d_rows, k) * at
                column = tape.d_packed[k * hidden : (k + 1) * hidden, -1]
                column[...] = every.sum(axis=(0, 2) if every.ndim == 3 else 0) + (column if add else 0)

    def weight_gradients(self, tape: Tape, out: Mapping[str, Array]) -> None:
        super().weight_gradients(tape, out)
        if self.peepholes:
            of_i, of_f, _, of_o = tape.d_packed[:, -1].reshape(4, tape.hidden)
            out["weight_peephole"][...] = np.concatenate([of_i, of_f, of_o])

    def weight_inputs(self, tape: Tape, t: int) -> Array:
        if not self.peepholes:
            return super().weight_inputs(tape, t)
        before, c = tape.extra["c"][t : t + 2]
        seen = np.concatenate([before, before, np.zeros_like(c), c])
        return np.concatenate([np.repeat(tape.inputs[t][None], len(seen), axis=0), seen[:, None]], axis=1)


fused.add("lstm", FusedLSTM)
