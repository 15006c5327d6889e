r"""The long short-term memory with a forget gate, as PyTorch has it, and with peepholes where they are asked for.

Hochreiter, S. and Schmidhuber, J. (1997). Long short-term memory. Neural Computation 9(8),
doi:10.1162/neco.1997.9.8.1735.
Gers, F., Schmidhuber, J. and Cummins, F. (2000). Learning to forget. Neural Computation 12(10), for the forget gate.
Gers, F. and Schmidhuber, J. (2000). Recurrent nets that time and count. IJCNN, doi:10.1109/IJCNN.2000.861302, for the
peepholes: i and f see c_(t-1), o sees c_t, each unit its own. weight_peephole (3*H,) has them in the order i, f, o.
"""

from collections.abc import Mapping
from typing import Any, final

import numpy as np

from rnnviz.cells.base import (
    Array,
    Cell,
    Columns,
    Gate,
    HeldClocks,
    Params,
    Put,
    State,
    Tape,
    Values,
    as_computed,
    cells,
    sigmoid,
    through_weights,
)
from rnnviz.words import QT_TRANSLATE_NOOP


def _sum(gate: str, peepholes: bool) -> str:
    """What a gate is the function of, in TeX."""
    seen = {"f": r" + p_f \odot c_{t-1}", "i": r" + p_i \odot c_{t-1}", "o": r" + p_o \odot c_t"}.get(gate, "")
    return f"W_{gate} x_t + U_{gate} h_{{t-1}}{seen if peepholes else ''} + b_{gate}"


@final
class LSTM(Cell):
    name = "lstm"
    title = QT_TRANSLATE_NOOP("cells", "LSTM")
    source = "Hochreiter and Schmidhuber 1997; Gers et al. 2000"
    blocks = ("i", "f", "g", "o")
    states = ("h", "c")

    def __init__(
        self, activation: str = "tanh", peepholes: bool = False, reset: str = "after", outputs: int = 1
    ) -> None:
        super().__init__(activation, peepholes, reset, outputs)
        f, i, g, o = (_sum(name, peepholes) for name in "figo")
        self.gates = (
            Gate("f", QT_TRANSLATE_NOOP("cells", "forget"), "sigmoid", "forget", rf"f_t = \sigma({f})"),
            Gate("i", QT_TRANSLATE_NOOP("cells", "input"), "sigmoid", "input", rf"i_t = \sigma({i})"),
            Gate("g", QT_TRANSLATE_NOOP("cells", "candidate"), "tanh", "candidate", rf"g_t = \tanh({g})"),
            Gate("c", QT_TRANSLATE_NOOP("cells", "cell"), "state", "cell", r"c_t = f_t \odot c_{t-1} + i_t \odot g_t"),
            Gate("o", QT_TRANSLATE_NOOP("cells", "output"), "sigmoid", "output", rf"o_t = \sigma({o})"),
            Gate("h", QT_TRANSLATE_NOOP("cells", "hidden"), "state", "H", r"h_t = o_t \odot \tanh(c_t)"),
        )

    def shapes(self, inputs: int, hidden: int) -> dict[str, tuple[int, ...]]:
        peepholes = {"weight_peephole": (3 * hidden,)} if self.peepholes else {}
        return super().shapes(inputs, hidden) | peepholes

    def step(self, params: Params, x: Array, state: State, put: Put = as_computed) -> tuple[Values, Values]:
        h, c = state["h"], state["c"]
        sums = {name: W @ x + U @ h + b_ih + b_hh for name, (W, U, b_ih, b_hh) in self.split(params).items()}
        if self.peepholes:
            p_i, p_f, p_o = np.split(params["weight_peephole"], 3)
            sums["i"] += p_i * c
            sums["f"] += p_f * c
        f = put("f", sigmoid(sums["f"]))
        i = put("i", sigmoid(sums["i"]))
        g = put("g", np.tanh(sums["g"]))
        c = put("c", f * c + i * g)
        if self.peepholes:
            sums["o"] += p_o * c
        o = put("o", sigmoid(sums["o"]))
        h = put("h", o * np.tanh(c))
        values = {f"{name}_pre": a for name, a in sums.items()}
        return {"h": h, "c": c}, values | {"f": f, "i": i, "g": g, "c": c, "o": o, "h": h}

    def tape(self, steps: int, batch: int, inputs: int, hidden: int, dtype: Any) -> Tape:
        tape = Tape(4 * hidden, 4 * hidden, steps, batch, inputs, hidden, dtype)
        c, tanh_c, d_c = tape.zeros(steps + 1, hidden), tape.empty(steps, hidden), tape.zeros(steps + 1, hidden)
        i, f, g, o = (tape.block(tape.rows, k) for k in range(4))
        tape.values |= {"i": i, "f": f, "g": g, "o": o, "c": c[1:]}
        tape.gradients |= {name: tape.block(tape.d_rows, k) for k, name in enumerate(self.blocks)} | {"c": d_c[1:]}
        tape.starts["c"] = (c[0], d_c[0])
        # Every gate is one tanh: sigmoid(a) = (1 + tanh(a / 2)) / 2, the inner half being in the packed weights.
        scale = np.repeat(np.array([0.5, 0.5, 1.0, 0.5], tape.dtype), hidden)[:, None]
        whole = np.ascontiguousarray(np.broadcast_to(scale, (4 * hidden, batch))).reshape(tape.rows.shape[1:])
        tape.extra = {
            "scale": scale,
            "outer": whole,
            "shift": 1 - whole,
            "c": c,
            "tanh_c": tanh_c,
            "d_c": d_c,
            "through_h": tape.empty(tape.chunk, hidden),
        }
        tape.extra["shift"][2 * hidden : 3 * hidden] = 0
        tape.forward = Columns(tape.inputs[:-1], tape.rows, i, f, g, o, c[:-1], c[1:], tanh_c, tape.inputs[1:, :hidden])
        kept = f  # dc_t/dc_(t-1)
        if self.peepholes:
            kept = tape.extra["kept"] = tape.empty(steps, hidden)
            tape.extra["peepholes"] = np.zeros((3, hidden, *([1] * len(tape.last))), tape.dtype)
            tape.d_packed = np.zeros((4 * hidden, hidden + inputs + 2), tape.dtype)
        self._go_back(tape, kept)
        return tape

    def _go_back(self, tape: Tape, kept: Array) -> None:
        """The columns of the backward pass, with dc_t/dc_(t-1) from `kept` (T, H, B)."""
        d_c, three = tape.extra["d_c"], tape.d_rows[:, : 3 * tape.hidden]
        three = three.reshape(tape.steps, 3, tape.hidden, *tape.last)
        tape.backward = Columns(
            tape.d_h[1:], d_c[1:], kept, three, tape.block(tape.d_rows, 3), tape.d_rows, d_c[:-1], tape.d_h[:-1]
        )

    def hold(self, tape: Tape, held: HeldClocks) -> None:
        super().hold(tape, held)
        tape.extra.setdefault("kept", tape.empty(tape.steps, tape.hidden))
        self._go_back(tape, tape.extra["kept"])

    def _again(self, tape: Tape, t: int) -> None:
        i, f, g, c, o, h = (tape.values[name][t] for name in "ifgcoh")
        for name in "ifg":
            tape.place(t, name)
        c[...] = f * tape.extra["c"][t] + i * g
        tape.place(t, "c")
        if self.peepholes:
            half = tape.packed[3 * tape.hidden :] @ tape.inputs[t] + 0.5 * tape.extra["peepholes"][2] * c
            o[...] = 0.5 + 0.5 * np.tanh(half)
        tape.place(t, "o")
        tape.extra["tanh_c"][t] = np.tanh(c)
        h[...] = o * tape.extra["tanh_c"][t]
        tape.place(t, "h")

    def pack(self, params: Params, tape: Tape) -> None:
        tape.pack(params, tape.extra["scale"])
        if self.peepholes:
            place = tape.extra["peepholes"]
            place[...] = params["weight_peephole"].reshape(place.shape)

    def scan(self, tape: Tape, first: int, last: int) -> None:
        dot, tanh, multiply, add = np.dot, np.tanh, np.multiply, np.add
        if self.peepholes:
            self._scan_with_peepholes(tape, first, last)
            return
        packed, outer, shift, work = tape.packed, tape.extra["outer"], tape.extra["shift"], tape.work
        for inputs, rows, i, f, g, o, c_before, c, tanh_c, h in tape.forward.forth(first, last):
            dot(packed, inputs, rows)
            tanh(rows, rows)
            multiply(rows, outer, rows)
            add(rows, shift, rows)
            multiply(f, c_before, c)
            multiply(i, g, work)
            add(c, work, c)
            tanh(c, tanh_c)
            multiply(o, tanh_c, h)

    def _scan_with_peepholes(self, tape: Tape, first: int, last: int) -> None:
        """o waits for c_t."""
        dot, tanh, multiply, add = np.dot, np.tanh, np.multiply, np.add
        packed, work, three = tape.packed, tape.work, 3 * tape.hidden
        outer, shift = tape.extra["outer"][:three], tape.extra["shift"][:three]
        half_i, half_f, half_o = 0.5 * tape.extra["peepholes"]
        for inputs, rows, i, f, g, o, c_before, c, tanh_c, h in tape.forward.forth(first, last):
            dot(packed, inputs, rows)
            multiply(half_i, c_before, work)
            add(i, work, i)
            multiply(half_f, c_before, work)
            add(f, work, f)
            ifg = rows[:three]
            tanh(ifg, ifg)
            multiply(ifg, outer, ifg)
            add(ifg, shift, ifg)
            multiply(f, c_before, c)
            multiply(i, g, work)
            add(c, work, c)
            multiply(half_o, c, work)
            add(o, work, o)
            tanh(o, o)
            multiply(o, 0.5, o)
            add(o, 0.5, o)
            tanh(c, tanh_c)
            multiply(o, tanh_c, h)

    def _factors(self, tape: Tape, first: int, last: int, out: Array, through_h: Array) -> None:
        """Of clocks [first, last): out (n, 4H, B) = dc/da_i, dc/da_f, dc/da_g, dh/da_o; through_h (n, H, B) = dh/dc."""
        rows, tanh_c = tape.rows[first:last], tape.extra["tanh_c"][first:last]
        i, g, o = (tape.block(rows, k) for k in (0, 2, 3))
        of_i, of_f, of_g, of_o = (tape.block(out, k) for k in range(4))
        np.subtract(1, rows, out)
        np.multiply(out, rows, out)
        np.multiply(of_i, g, of_i)
        np.multiply(of_f, tape.extra["c"][first:last], of_f)
        np.multiply(of_o, tanh_c, of_o)
        np.multiply(g, g, of_g)
        np.subtract(1, of_g, of_g)
        np.multiply(of_g, i, of_g)
        np.multiply(tanh_c, tanh_c, through_h)
        np.subtract(1, through_h, through_h)
        np.multiply(through_h, o, through_h)
        free = None if tape.free is None else {name: array[first:last] for name, array in tape.free.items()}
        if free is not None:
            for name, of_gate in (("i", of_i), ("f", of_f), ("g", of_g)):
                of_gate *= free[name] * free["c"]
            of_o *= free["o"] * free["h"]
            through_h *= free["h"]
            tape.extra["kept"][first:last] = tape.values["f"][first:last] * free["c"]
        if self.peepholes:
            p_i, p_f, p_o = tape.extra["peepholes"]
            through_h += of_o * p_o
            kept = tape.values["f"][first:last] if free is None else tape.extra["kept"][first:last]
            tape.extra["kept"][first:last] = kept + of_i * p_i + of_f * p_f

    def scan_back(self, params: Params, tape: Tape, first: int, last: int) -> None:
        dot, multiply, add = np.dot, np.multiply, np.add
        back, work, hidden = params["weight_hh"].T, tape.work, tape.hidden
        if last == tape.steps:
            tape.extra["d_c"][-1] = 0
        for start, stop in tape.chunks(first, last):
            count = stop - start
            factors, through_h = tape.factors[:count], tape.extra["through_h"][:count]
            self._factors(tape, start, stop, factors, through_h)
            of_c, of_o = factors[:, : 3 * hidden].reshape(count, 3, hidden, *tape.last), tape.block(factors, 3)
            for (d_h, d_c, kept, d_ifg, d_o, d_rows, d_c_before, d_h_before), c_by_h, by_c, by_h in zip(
                tape.backward.back(start, stop), through_h[::-1], of_c[::-1], of_o[::-1], strict=True
            ):
                multiply(d_h, c_by_h, work)
                add(d_c, work, d_c)
                multiply(by_c, d_c, d_ifg)
                multiply(by_h, d_h, d_o)
                multiply(d_c, kept, d_c_before)
                dot(back, d_rows, work)
                add(d_h_before, work, d_h_before)
        by_inputs, add_to = tape.d_packed[:, : tape.inputs.shape[1]], last < tape.steps
        tape.product(tape.d_rows[first:last], tape.inputs[first:last], by_inputs, add=add_to)
        if self.peepholes:
            c, clocks = tape.extra["c"], slice(first, last)
            for k, seen in ((0, c[clocks]), (1, c[clocks]), (3, c[first + 1 : last + 1])):
                of_row = (tape.block(tape.d_rows[clocks], k) * seen).sum(axis=0)
                place = tape.d_packed[k * hidden : (k + 1) * hidden, -1]
                place[...] = (of_row if tape.batch == 1 else of_row.sum(axis=1)) + (place if add_to else 0)

    def weight_gradients(self, tape: Tape, out: Mapping[str, Array]) -> None:
        tape.unpack(out)
        if self.peepholes:
            of_i, of_f, _, of_o = np.split(tape.d_packed[:, -1], 4)
            out["weight_peephole"][...] = np.concatenate([of_i, of_f, of_o])

    def weight_inputs(self, tape: Tape, t: int) -> Array:
        if not self.peepholes:
            return super().weight_inputs(tape, t)
        before, c = tape.extra["c"][t : t + 2]
        seen = np.concatenate([before, before, np.zeros_like(c), c])
        return np.concatenate([np.repeat(tape.inputs[t][None], len(seen), axis=0), seen[:, None]], axis=1)

    def input_gradient(self, params: Params, tape: Tape, first: int = 0, last: int | None = None) -> Array:
        return through_weights(params["weight_ih"], tape.d_rows[first:last])

    def jacobian(self, params: Params, tape: Tape, sequence: int = 0) -> Array:
        factors, through_h = np.empty_like(tape.rows), np.empty_like(tape.extra["tanh_c"])
        self._factors(tape, 0, tape.steps, factors, through_h)
        kept, U = tape.extra.get("kept", tape.values["f"]), params["weight_hh"]
        if tape.batch > 1:
            factors, through_h, kept = factors[..., sequence], through_h[..., sequence], kept[..., sequence]
        by_row = factors[:, :, None] * U
        hidden = tape.hidden
        result = np.zeros((tape.steps, 2 * hidden, 2 * hidden), tape.dtype)
        c_by_h = by_row[:, : 3 * hidden].reshape(tape.steps, 3, hidden, hidden).sum(axis=1)
        c_by_c = np.eye(hidden, dtype=tape.dtype) * kept[:, :, None]
        result[:, :hidden, :hidden] = by_row[:, 3 * hidden :] + through_h[:, :, None] * c_by_h
        result[:, :hidden, hidden:] = through_h[:, :, None] * c_by_c
        result[:, hidden:, :hidden] = c_by_h
        result[:, hidden:, hidden:] = c_by_c
        return result


cells.add(LSTM.name, LSTM)
