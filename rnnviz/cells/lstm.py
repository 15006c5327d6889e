r"""The long short-term memory with a forget gate, as PyTorch has it, and with peepholes where they are asked for.

Hochreiter, S. and Schmidhuber, J. (1997). Long short-term memory. Neural Computation 9(8),
doi:10.1162/neco.1997.9.8.1735.
Gers, F., Schmidhuber, J. and Cummins, F. (2000). Learning to forget. Neural Computation 12(10), for the forget gate.
Gers, F. and Schmidhuber, J. (2000). Recurrent nets that time and count. IJCNN, doi:10.1109/IJCNN.2000.861302, for the
peepholes: i and f see c_(t-1), o sees c_t, each unit its own. weight_peephole (3*H,) has them in the order i, f, o.
"""

from collections.abc import Mapping
from typing import final

import numpy as np

from rnnviz.cells.base import (
    ALL,
    Array,
    Cell,
    Columns,
    Gate,
    HeldClocks,
    Numbers,
    Params,
    Put,
    Size,
    State,
    Tape,
    Values,
    as_computed,
    cells,
    sigmoid,
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

    def tape(self, size: Size) -> Tape:
        # The rows of a clock are o, i, f, g, and then c of the clock before: what is a sigmoid stands together, and so
        # do the two pairs whose products are c. Their derivatives are those of i, f, g, o, and then dL/dc.
        steps, hidden = size.steps, size.hidden
        tape = Tape(size, 4 * hidden, 4 * hidden, beside=hidden)
        whole, d_whole, h = tape.whole, tape.d_whole, tape.h[1:]
        o, i, f, g, c = (tape.block(whole, k) for k in range(5))
        c[0] = 0
        tape.values |= {"i": i[:-1], "f": f[:-1], "g": g[:-1], "o": o[:-1], "c": c[1:]}
        tape.gradients |= {name: tape.block(d_whole, k) for k, name in enumerate((*self.blocks, "c"))}
        shares = tape.zeros(2 * hidden)  # i dL/dc and f dL/dc: the one is for g, the other flows on to c_(t-1)
        tape.later["c"] = shares[hidden:]
        tape.starts["c"] = (c[0], tape.later["c"])
        tanh_c = tape.empty(steps, hidden)
        # An array is multiplied with sooner than a float.
        one, half = np.array(1.0, tape.dtype), np.array(0.5, tape.dtype)
        terms = tape.empty(tape.chunk, 2 * hidden)
        tape.extra = {"c": c, "tanh_c": tanh_c, "one": one, "half": half, "terms": terms, "shares": shares}
        three, four = 3 * hidden, 4 * hidden
        now = whole[:-1]
        rows, oif, pair, other = now[:, :four], now[:, :three], now[:, hidden:three], now[:, three:]
        tape.forward = Columns(tape.inputs[:-1], rows, oif, pair, other, o[:-1], c[1:], tanh_c, h)
        kept = f[:-1]  # dc_t/dc_(t-1)
        if self.peepholes:
            tape.by_clock = False
            kept = tape.extra["kept"] = tape.empty(steps, hidden)
            tape.extra["peepholes"] = np.zeros((3, hidden, *([1] * len(tape.last))), tape.dtype)
            tape.d_packed = np.zeros((four, hidden + size.inputs + 2), tape.dtype)
            tape.forward = Columns(
                tape.inputs[:-1], rows, i[:-1], f[:-1], g[:-1], pair, other, o[:-1], c[:-1], c[1:], tanh_c, h
            )
        self._go_back(tape, kept)
        return tape

    def _go_back(self, tape: Tape, kept: Array) -> None:
        """The columns of the backward pass, with dc_t/dc_(t-1) from `kept` (T, H, B)."""
        hidden, now, d_whole = tape.hidden, tape.whole[:-1], tape.d_whole
        d_i, d_f, d_g, d_o, d_c = (tape.block(d_whole, k) for k in range(5))
        if not tape.by_clock:
            tape.backward = Columns(tape.d_h[1:], kept, tape.d_read)
            tape.down = Columns(d_i, d_f, d_g, d_o, d_c, tape.d_rows)
            return
        o, h, tanh_c, g = tape.values["o"], tape.values["h"], tape.extra["tanh_c"], tape.values["g"]
        pair, other, d_pair = (
            array.reshape(len(array), 2, hidden, *tape.last)
            for array in (now[:, hidden : 3 * hidden], now[:, 3 * hidden :], d_whole[:, : 2 * hidden])
        )
        tape.backward = Columns(tape.d_h[1:], o, h, tanh_c, pair, other, g, tape.d_read)
        tape.down = Columns(d_pair, d_g, d_o, d_c, tape.d_rows)

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
            half = tape.packed[: tape.hidden] @ tape.inputs[t] + 0.5 * tape.extra["peepholes"][2] * c
            o[...] = 0.5 + 0.5 * np.tanh(half)
        tape.place(t, "o")
        tape.extra["tanh_c"][t] = np.tanh(c)
        h[...] = o * tape.extra["tanh_c"][t]
        tape.place(t, "h")

    def numbers(self, inputs: int, hidden: int) -> Numbers:
        """h, x, 1; o, i, f, g, c; tanh(c). Derivatives of i, f, g, o, c."""
        more = int(self.peepholes)
        values = (7 + more) * hidden + inputs + 1
        return Numbers(values, 5 * hidden, 4 * hidden * (hidden + inputs + 1 + more))

    def pack(self, params: Params, tape: Tape) -> None:
        """sigmoid(a) = (1 + tanh(a / 2)) / 2: the inner half is in the weights of the scan."""
        packed, hidden = tape.packed, tape.hidden
        last = 3 * hidden  # where PyTorch has o, which comes first here
        for to, of in ((packed[:hidden], slice(last, None)), (packed[hidden:], slice(last))):
            to[:, :hidden], to[:, hidden:-1] = params["weight_hh"][of], params["weight_ih"][of]
            np.add(params["bias_ih"][of], params["bias_hh"][of], to[:, -1])
        np.multiply(packed[:last], tape.extra["half"], packed[:last])
        if self.peepholes:
            place = tape.extra["peepholes"]
            place[...] = params["weight_peephole"].reshape(place.shape)

    def scan(self, tape: Tape, first: int, last: int) -> None:
        dot, tanh, multiply, add = np.dot, np.tanh, np.multiply, np.add
        if self.peepholes:
            self._scan_with_peepholes(tape, first, last)
            return
        packed, terms, half = tape.packed, tape.extra["terms"][0], tape.extra["half"]
        added, kept = terms[: tape.hidden], terms[tape.hidden :]
        for inputs, rows, oif, pair, other, o, c, tanh_c, h in tape.forward.forth(first, last):
            dot(packed, inputs, rows)
            tanh(rows, rows)
            multiply(oif, half, oif)
            add(oif, half, oif)
            multiply(pair, other, terms)  # i * g and f * c_(t-1)
            add(added, kept, c)
            tanh(c, tanh_c)
            multiply(o, tanh_c, h)

    def _scan_with_peepholes(self, tape: Tape, first: int, last: int) -> None:
        """o waits for c_t."""
        dot, tanh, multiply, add = np.dot, np.tanh, np.multiply, np.add
        packed, work, hidden, terms = tape.packed, tape.work, tape.hidden, tape.extra["terms"][0]
        half, (half_i, half_f, half_o) = tape.extra["half"], 0.5 * tape.extra["peepholes"]
        for inputs, rows, i, f, g, pair, other, o, c_before, c, tanh_c, h in tape.forward.forth(first, last):
            dot(packed, inputs, rows)
            multiply(half_i, c_before, work)
            add(i, work, i)
            multiply(half_f, c_before, work)
            add(f, work, f)
            tanh(pair, pair)
            multiply(pair, half, pair)
            add(pair, half, pair)
            tanh(g, g)
            multiply(pair, other, terms)
            add(terms[:hidden], terms[hidden:], c)
            multiply(half_o, c, work)
            add(o, work, o)
            tanh(o, o)
            multiply(o, half, o)
            add(o, half, o)
            tanh(c, tanh_c)
            multiply(o, tanh_c, h)

    def _factors(self, tape: Tape, first: int, last: int, out: Array, terms: Array) -> None:
        """Of clocks [first, last): out (n, 5H, B) = dc/da_i, dc/da_f, dc/da_g, dh/da_o, dh/dc. terms (n, 2H, B): work,
        holds i * g and f * c_(t-1) then."""
        hidden, now, h, tanh_c = tape.hidden, tape.whole[first:last], tape.values["h"][first:last], tape.extra["tanh_c"]
        one, blocks = tape.extra["one"], (len(out), 5, hidden, *tape.last)
        o, i, _, g, _ = now.reshape(blocks).swapaxes(0, 1)
        of_i, of_f, of_g, of_o, through_h = out.reshape(blocks).swapaxes(0, 1)
        pair, of_pair = now[:, hidden : 3 * hidden], out[:, : 2 * hidden]
        np.multiply(pair, now[:, 3 * hidden :], terms)
        np.subtract(one, pair, of_pair)
        np.multiply(of_pair, terms, of_pair)
        np.multiply(terms[:, :hidden], g, of_g)
        np.subtract(i, of_g, of_g)  # i (1 - g^2)
        np.subtract(one, o, of_o)
        np.multiply(of_o, h, of_o)
        np.multiply(h, tanh_c[first:last], through_h)
        np.subtract(o, through_h, through_h)  # o (1 - tanh(c)^2), for h = o tanh(c)
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
        hidden = tape.hidden
        if last == tape.steps:
            tape.later["c"].fill(0)
        go_back = self._back_by_clock if tape.by_clock else self._back_in_pieces
        go_back(params["weight_hh"].T, tape, first, last)
        add_to, clocks, d_rows = last < tape.steps, slice(first, last), tape.d_rows[tape.at(first, last)]
        place = tape.d_packed[:, : tape.inputs.shape[1]], ALL, ALL
        tape.product(d_rows, tape.inputs[clocks], place, add=add_to)
        if self.peepholes:
            c = tape.extra["c"]
            for k, seen in ((0, c[clocks]), (1, c[clocks]), (3, c[first + 1 : last + 1])):
                of_row = (tape.block(d_rows, k) * seen).sum(axis=0)
                column = tape.d_packed[k * hidden : (k + 1) * hidden, -1]
                column[...] = (of_row if tape.batch == 1 else of_row.sum(axis=1)) + (column if add_to else 0)

    def _back_in_pieces(self, back: Array, tape: Tape, first: int, last: int) -> None:
        dot, multiply, add = np.dot, np.multiply, np.add
        work, terms, d_later = tape.work, tape.extra["terms"], tape.later["c"]
        shift = tape.at(first, last).start - first
        for start, stop in tape.chunks(first, last):
            self._factors(tape, start, stop, tape.d_whole[start + shift : stop + shift], terms[: stop - start])
            for (d_h, kept, d_before), (d_i, d_f, d_g, d_o, d_c, d_rows) in zip(
                tape.backward.back(start, stop), tape.down.back(start + shift, stop + shift), strict=True
            ):
                multiply(d_c, d_h, d_c)
                add(d_c, d_later, d_c)
                multiply(d_i, d_c, d_i)
                multiply(d_f, d_c, d_f)
                multiply(d_g, d_c, d_g)
                multiply(d_o, d_h, d_o)
                multiply(d_c, kept, d_later)
                dot(back, d_rows, work)
                add(d_before, work, d_before)

    @staticmethod
    def _back_by_clock(back: Array, tape: Tape, first: int, last: int) -> None:
        """The same without factors made before."""
        dot, multiply, add, subtract = np.dot, np.multiply, np.add, np.subtract
        work, one, d_later = tape.work, tape.extra["one"], tape.later["c"]
        shares = tape.extra["shares"].reshape(2, tape.hidden, *tape.last)
        of_i, shift = shares[0], tape.at(first, last).start - first
        for (d_h, o, h, tanh_c, pair, other, g, d_before), (d_pair, d_g, d_o, d_c, d_rows) in zip(
            tape.backward.back(first, last), tape.down.back(first + shift, last + shift), strict=True
        ):
            multiply(h, tanh_c, d_c)
            subtract(o, d_c, d_c)  # o (1 - tanh(c)^2), for h = o tanh(c)
            multiply(d_c, d_h, d_c)
            add(d_c, d_later, d_c)
            subtract(one, o, d_o)
            multiply(d_o, h, d_o)
            multiply(d_o, d_h, d_o)
            multiply(pair, d_c, shares)
            subtract(one, pair, d_pair)
            multiply(d_pair, other, d_pair)  # with g and c_(t-1)
            multiply(d_pair, shares, d_pair)
            multiply(g, g, d_g)
            subtract(one, d_g, d_g)
            multiply(d_g, of_i, d_g)
            dot(back, d_rows, work)
            add(d_before, work, d_before)

    def weight_gradients(self, tape: Tape, out: Mapping[str, Array]) -> None:
        super().weight_gradients(tape, out)
        if self.peepholes:
            of_i, of_f, _, of_o = np.split(tape.d_packed[:, -1], 4)
            out["weight_peephole"][...] = np.concatenate([of_i, of_f, of_o])

    def weight_inputs(self, tape: Tape, t: int) -> Array:
        if not self.peepholes:
            return super().weight_inputs(tape, t)
        before, c = tape.extra["c"][t : t + 2]
        seen = np.concatenate([before, before, np.zeros_like(c), c])
        return np.concatenate([np.repeat(tape.inputs[t][None], len(seen), axis=0), seen[:, None]], axis=1)

    def jacobian(self, params: Params, tape: Tape, sequence: int = 0) -> Array:
        steps, hidden = tape.steps, tape.hidden
        factors = tape.empty(steps, 5 * hidden)
        self._factors(tape, 0, steps, factors, tape.empty(steps, 2 * hidden))
        kept, U = tape.extra.get("kept", tape.values["f"]), params["weight_hh"]
        if tape.batch > 1:
            factors, kept = factors[..., sequence], kept[..., sequence]
        by_row, through_h = factors[:, : 4 * hidden, None] * U, factors[:, 4 * hidden :, None]
        result = np.zeros((steps, 2 * hidden, 2 * hidden), tape.dtype)
        c_by_h = by_row[:, : 3 * hidden].reshape(steps, 3, hidden, hidden).sum(axis=1)
        c_by_c = np.eye(hidden, dtype=tape.dtype) * kept[:, :, None]
        result[:, :hidden, :hidden] = by_row[:, 3 * hidden :] + through_h * c_by_h
        result[:, :hidden, hidden:] = through_h * c_by_c
        result[:, hidden:, :hidden] = c_by_h
        result[:, hidden:, hidden:] = c_by_c
        return result


cells.add(LSTM.name, LSTM)
