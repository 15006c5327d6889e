r"""The gated recurrent unit, with the reset gate after the product as in PyTorch and cuDNN, or before it.

Cho, K. et al. (2014). Learning phrase representations using RNN encoder-decoder. arXiv:1406.1078. There the reset gate
acts on h_(t-1) before the product.
"""

from collections.abc import Mapping
from typing import final

import numpy as np

from rnnviz.cells import reset_before
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
    through_weights,
)
from rnnviz.words import QT_TRANSLATE_NOOP


@final
class GRU(Cell):
    name = "gru"
    title = QT_TRANSLATE_NOOP("cells", "GRU")
    source = "Cho et al. 2014"
    blocks = ("r", "z", "n")
    states = ("h",)

    def __init__(
        self, activation: str = "tanh", peepholes: bool = False, reset: str = "after", outputs: int = 1
    ) -> None:
        super().__init__(activation, peepholes, reset, outputs)
        r, z = (f"W_{gate} x_t + U_{gate} h_{{t-1}} + b_{gate}" for gate in "rz")
        n = {
            "after": r"W_n x_t + b_n + r_t \odot (U_n h_{t-1} + b_{hn})",
            "before": r"W_n x_t + U_n (r_t \odot h_{t-1}) + b_n",
        }[reset]
        h = r"h_t = (1 - z_t) \odot n_t + z_t \odot h_{t-1}"
        self.gates = (
            Gate("r", QT_TRANSLATE_NOOP("cells", "reset"), "sigmoid", "reset", rf"r_t = \sigma({r})"),
            Gate("z", QT_TRANSLATE_NOOP("cells", "update"), "sigmoid", "update", rf"z_t = \sigma({z})"),
            Gate("n", QT_TRANSLATE_NOOP("cells", "candidate"), "tanh", "candidate", rf"n_t = \tanh({n})"),
            Gate("h", QT_TRANSLATE_NOOP("cells", "hidden"), "state", "H", h),
        )

    def step(self, params: Params, x: Array, state: State, put: Put = as_computed) -> tuple[Values, Values]:
        h, blocks = state["h"], self.split(params)
        sums = {}
        for name in ("r", "z"):
            W, U, b_ih, b_hh = blocks[name]
            sums[name] = W @ x + U @ h + b_ih + b_hh
        r, z = put("r", sigmoid(sums["r"])), put("z", sigmoid(sums["z"]))
        W, U, b_ih, b_hh = blocks["n"]
        if self.reset == "before":
            sums["n"] = W @ x + b_ih + U @ (r * h) + b_hh
        else:
            sums["n"] = W @ x + b_ih + r * (U @ h + b_hh)
        n = put("n", np.tanh(sums["n"]))
        h = put("h", (1 - z) * n + z * h)
        values = {f"{name}_pre": a for name, a in sums.items()}
        return {"h": h}, values | {"r": r, "z": z, "n": n, "h": h}

    def tape(self, size: Size) -> Tape:
        if self.reset == "before":
            return reset_before.tape_of(size)
        # Four rows a unit: r, z, m = U_n h + b_hn (which r multiplies), and n.
        hidden = size.hidden
        tape = Tape(size, 4 * hidden, 3 * hidden)
        r, z, m, n = (tape.block(tape.rows, k) for k in range(4))
        tape.values |= {"r": r, "z": z, "n": n}
        tape.gradients |= {name: tape.block(tape.d_rows, k) for name, k in (("r", 0), ("z", 1), ("n", 3))}
        # An array is multiplied with sooner than a float.
        one, half = np.array(1.0, tape.dtype), np.array(0.5, tape.dtype)
        tape.extra = {"input_n": np.zeros((hidden, size.inputs + 1), tape.dtype), "m": m, "one": one, "half": half}
        h = tape.h
        tape.forward = Columns(
            tape.inputs[:-1], tape.rows[:, : 3 * hidden], tape.rows[:, : 2 * hidden], r, z, m, n, h[:-1], h[1:]
        )
        self._go_back(tape, z)
        return tape

    @staticmethod
    def _go_back(tape: Tape, kept: Array) -> None:
        """The columns of the backward pass, with the straight way from h_(t-1) to h_t from `kept` (T, H, B)."""
        d_gates, (r, n, h) = (tape.block(tape.d_rows, k) for k in range(4)), (tape.values[name] for name in "rnh")
        tape.backward = Columns(tape.d_h[1:], r, kept, tape.extra["m"], n, h, tape.d_h[:-1], tape.d_read)
        tape.down = Columns(*d_gates, tape.d_rows[:, : 3 * tape.hidden])

    def hold(self, tape: Tape, held: HeldClocks) -> None:
        super().hold(tape, held)
        tape.extra["straight"] = tape.empty(tape.steps, tape.hidden)
        (reset_before.go_back if self.reset == "before" else self._go_back)(tape, tape.extra["straight"])

    def _again(self, tape: Tape, t: int) -> None:
        r, z, n, h = (tape.values[name][t] for name in "rznh")
        before, x = tape.h[t], tape.inputs[t, tape.hidden :]
        tape.place(t, "r")
        tape.place(t, "z")
        if self.reset == "before":
            n[...] = reset_before.candidate(tape, t)
        else:
            n[...] = np.tanh(tape.extra["input_n"] @ x + r * tape.extra["m"][t])
        tape.place(t, "n")
        h[...] = (1 - z) * n + z * before
        tape.place(t, "h")

    def numbers(self, inputs: int, hidden: int) -> Numbers:
        """h, x, 1; r, z, n, and U_n h + b or r * h. Derivatives of r, z, n, and where there is one of U_n h + b."""
        rows = (3 if self.reset == "before" else 4) * hidden
        return Numbers(5 * hidden + inputs + 1, rows, rows * (hidden + inputs + 1))

    def pack(self, params: Params, tape: Tape) -> None:
        if self.reset == "before":
            tape.pack(params, tape.extra["scale"])
            return
        hidden, packed, input_n = tape.hidden, tape.packed, tape.extra["input_n"]
        gated = 2 * hidden  # rows of r and z; their sigmoid is (1 + tanh(a / 2)) / 2
        tape.pack(params)
        packed[:gated] *= 0.5
        packed[gated:, hidden:-1] = 0
        packed[gated:, -1] = params["bias_hh"][gated:]
        input_n[:, :-1] = params["weight_ih"][gated:]
        input_n[:, -1] = params["bias_ih"][gated:]

    def scan(self, tape: Tape, first: int, last: int) -> None:
        if self.reset == "before":
            reset_before.scan(tape, first, last)
            return
        dot, tanh, multiply, add, subtract = np.dot, np.tanh, np.multiply, np.add, np.subtract
        packed, work, half = tape.packed, tape.work, tape.extra["half"]
        x = tape.inputs[first:last, tape.hidden :]
        through_weights(tape.extra["input_n"].T, x, tape.values["n"][first:last])
        if tape.by_clock:
            self._scan_by_clock(tape, first, last)
            return
        for inputs, rzm, rz, r, z, m, n, h_before, h in tape.forward.forth(first, last):
            dot(packed, inputs, rzm)
            tanh(rz, rz)
            multiply(rz, half, rz)
            add(rz, half, rz)
            multiply(r, m, work)
            add(n, work, n)
            tanh(n, n)
            subtract(h_before, n, h)
            multiply(h, z, h)
            add(h, n, h)

    @staticmethod
    def _scan_by_clock(tape: Tape, first: int, last: int) -> None:
        """The same for wide clocks, gate by gate, so that each is still in the cache; leaves (1 - r) m, which the way
        back needs, in the place of m."""
        dot, tanh, multiply, add, subtract = np.dot, np.tanh, np.multiply, np.add, np.subtract
        packed, work, half = tape.packed, tape.work, tape.extra["half"]
        for inputs, rzm, _, r, z, m, n, h_before, h in tape.forward.forth(first, last):
            dot(packed, inputs, rzm)
            tanh(r, r)
            multiply(r, half, r)
            add(r, half, r)
            multiply(r, m, work)
            add(n, work, n)
            subtract(m, work, m)
            tanh(n, n)
            tanh(z, z)
            multiply(z, half, z)
            add(z, half, z)
            subtract(h_before, n, h)
            multiply(h, z, h)
            add(h, n, h)

    def _factors(self, tape: Tape, first: int, last: int, out: Array) -> None:
        """Of clocks [first, last): out (n, 4H, B) = (1 - r) m, dh/da_z, room to work in, dh/da_n. With these and r,
        dh/dm = r dh/da_n and dh/da_r = (1 - r) m dh/dm."""
        one, blocks = tape.extra["one"], (len(out), 4, tape.hidden, *tape.last)
        r, z, m, n = tape.rows[first:last].reshape(blocks).swapaxes(0, 1)
        of_r, of_z, work, of_n = out.reshape(blocks).swapaxes(0, 1)
        if tape.by_clock:
            of_r[...] = m
        else:
            np.subtract(one, r, of_r)
            np.multiply(of_r, m, of_r)
        np.subtract(one, z, of_z)
        np.multiply(n, n, of_n)
        np.subtract(one, of_n, of_n)
        np.multiply(of_n, of_z, of_n)
        np.subtract(tape.values["h"][first:last], n, work)  # z (h_(t-1) - n)
        np.multiply(of_z, work, of_z)
        if tape.free is not None:
            free = {name: array[first:last] for name, array in tape.free.items()}
            of_r *= free["r"]
            of_z *= free["z"] * free["h"]
            of_n *= free["n"] * free["h"]
            tape.extra["straight"][first:last] = z * free["h"]

    def scan_back(self, params: Params, tape: Tape, first: int, last: int) -> None:
        if self.reset == "before":
            reset_before.scan_back(params, tape, first, last)
            return
        (self._back_by_clock if tape.by_clock else self._back_in_pieces)(params["weight_hh"].T, tape, first, last)
        hidden = tape.hidden
        rzm, n, of_input = slice(3 * hidden), slice(3 * hidden, None), slice(hidden, None)
        places = (tape.d_packed[rzm], rzm, ALL), (tape.d_packed[n, of_input], n, of_input)
        tape.product(tape.d_rows[tape.at(first, last)], tape.inputs[first:last], *places, add=last < tape.steps)

    def _back_in_pieces(self, back: Array, tape: Tape, first: int, last: int) -> None:
        dot, multiply, add = np.dot, np.multiply, np.add
        work, shift = tape.work, tape.at(first, last).start - first
        for start, stop in tape.chunks(first, last):
            self._factors(tape, start, stop, tape.d_rows[start + shift : stop + shift])
            for (d_h, r, z, _, _, _, d_before, d_read), (d_r, d_z, d_m, d_n, d_rzm) in zip(
                tape.backward.back(start, stop), tape.down.back(start + shift, stop + shift), strict=True
            ):
                multiply(d_n, d_h, d_n)
                multiply(r, d_n, d_m)
                multiply(d_r, d_m, d_r)
                multiply(d_z, d_h, d_z)
                multiply(d_h, z, work)
                add(d_before, work, d_before)
                dot(back, d_rzm, work)
                add(d_read, work, d_read)

    @staticmethod
    def _back_by_clock(back: Array, tape: Tape, first: int, last: int) -> None:
        """The same without factors made before."""
        dot, multiply, add, subtract = np.dot, np.multiply, np.add, np.subtract
        work, one = tape.work, tape.extra["one"]
        shift = tape.at(first, last).start - first
        for (d_h, r, z, kept_m, n, h, d_before, d_read), (d_r, d_z, d_m, d_n, d_rzm) in zip(
            tape.backward.back(first, last), tape.down.back(first + shift, last + shift), strict=True
        ):
            multiply(d_h, z, work)
            add(d_before, work, d_before)
            subtract(d_h, work, work)  # (1 - z) d_h
            subtract(h, n, d_z)  # z (h_(t-1) - n)
            multiply(d_z, work, d_z)
            multiply(n, n, d_n)
            subtract(one, d_n, d_n)
            multiply(d_n, work, d_n)
            multiply(r, d_n, d_m)
            multiply(kept_m, d_m, d_r)  # kept_m is (1 - r) m
            dot(back, d_rzm, work)
            add(d_read, work, d_read)

    def weight_gradients(self, tape: Tape, out: Mapping[str, Array]) -> None:
        if self.reset == "before":
            super().weight_gradients(tape, out)
            return
        hidden, gradient = tape.hidden, tape.d_packed
        gated, m, n = slice(2 * hidden), slice(3 * hidden), slice(3 * hidden, None)
        out["weight_hh"][...] = gradient[m, :hidden]
        out["bias_hh"][...] = gradient[m, -1]
        for to, of in ((gated, gated), (slice(2 * hidden, None), n)):
            out["weight_ih"][to] = gradient[of, hidden:-1]
            out["bias_ih"][to] = gradient[of, -1]

    def input_gradient(self, params: Params, tape: Tape, first: int = 0, last: int | None = None) -> Array:
        if self.reset == "before":
            return super().input_gradient(params, tape, first, last)
        hidden, weights, d_rows = tape.hidden, params["weight_ih"], tape.d_rows[tape.at(first, last)]
        of_rz: Array = through_weights(weights[: 2 * hidden], d_rows[:, : 2 * hidden])
        of_rz += through_weights(weights[2 * hidden :], d_rows[:, 3 * hidden :])
        return of_rz

    def weight_inputs(self, tape: Tape, t: int) -> Array:
        return reset_before.weight_inputs(tape, t) if self.reset == "before" else super().weight_inputs(tape, t)

    def jacobian(self, params: Params, tape: Tape, sequence: int = 0) -> Array:
        if self.reset == "before":
            return reset_before.jacobian(params, tape, sequence)
        factors, hidden = np.empty_like(tape.rows), tape.hidden
        self._factors(tape, 0, tape.steps, factors)
        of_r, _, of_m, of_n = (tape.block(factors, k) for k in range(4))
        np.multiply(tape.values["r"], of_n, of_m)
        np.multiply(of_r, of_m, of_r)
        z = tape.extra.get("straight", tape.values["z"])
        if tape.batch > 1:
            factors, z = factors[..., sequence], z[..., sequence]
        by_row = factors[:, : 3 * hidden, None] * params["weight_hh"]
        result: Array = by_row.reshape(tape.steps, 3, hidden, hidden).sum(axis=1)
        result += np.eye(hidden, dtype=tape.dtype) * z[:, :, None]
        return result


cells.add(GRU.name, GRU)
