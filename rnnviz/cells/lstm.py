r"""The long short-term memory with a forget gate and no peepholes, as PyTorch has it.

Hochreiter, S. and Schmidhuber, J. (1997). Long short-term memory. Neural Computation 9(8),
doi:10.1162/neco.1997.9.8.1735.
Gers, F., Schmidhuber, J. and Cummins, F. (2000). Learning to forget. Neural Computation 12(10), for the forget gate.
"""

from collections.abc import Mapping
from typing import Any, final

import numpy as np

from rnnviz.cells.base import Array, Cell, Columns, Gate, Params, State, Tape, Values, cells, sigmoid, through_weights
from rnnviz.words import QT_TRANSLATE_NOOP


@final
class LSTM(Cell):
    name = "lstm"
    title = QT_TRANSLATE_NOOP("cells", "LSTM")
    source = "Hochreiter and Schmidhuber 1997; Gers et al. 2000"
    blocks = ("i", "f", "g", "o")
    states = ("h", "c")
    gates = (
        Gate(
            "f", QT_TRANSLATE_NOOP("cells", "forget"), "sigmoid", "forget", r"f_t = \sigma(W_f x_t + U_f h_{t-1} + b_f)"
        ),
        Gate(
            "i", QT_TRANSLATE_NOOP("cells", "input"), "sigmoid", "input", r"i_t = \sigma(W_i x_t + U_i h_{t-1} + b_i)"
        ),
        Gate(
            "g",
            QT_TRANSLATE_NOOP("cells", "candidate"),
            "tanh",
            "candidate",
            r"g_t = \tanh(W_g x_t + U_g h_{t-1} + b_g)",
        ),
        Gate("c", QT_TRANSLATE_NOOP("cells", "cell"), "state", "cell", r"c_t = f_t \odot c_{t-1} + i_t \odot g_t"),
        Gate(
            "o", QT_TRANSLATE_NOOP("cells", "output"), "sigmoid", "output", r"o_t = \sigma(W_o x_t + U_o h_{t-1} + b_o)"
        ),
        Gate("h", QT_TRANSLATE_NOOP("cells", "hidden"), "state", "H", r"h_t = o_t \odot \tanh(c_t)"),
    )

    def step(self, params: Params, x: Array, state: State) -> tuple[Values, Values]:
        h, c = state["h"], state["c"]
        sums = {name: W @ x + U @ h + b_ih + b_hh for name, (W, U, b_ih, b_hh) in self.split(params).items()}
        f = sigmoid(sums["f"])
        i = sigmoid(sums["i"])
        g = np.tanh(sums["g"])
        c = f * c + i * g
        o = sigmoid(sums["o"])
        h = o * np.tanh(c)
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
        three = tape.d_rows[:, : 3 * hidden].reshape(steps, 3, hidden, *tape.last)
        tape.backward = Columns(
            tape.d_h[1:], d_c[1:], f, three, tape.block(tape.d_rows, 3), tape.d_rows, d_c[:-1], tape.d_h[:-1]
        )
        return tape

    def pack(self, params: Params, tape: Tape) -> None:
        tape.pack(params, tape.extra["scale"])

    def scan(self, tape: Tape, first: int, last: int) -> None:
        dot, tanh, multiply, add = np.dot, np.tanh, np.multiply, np.add
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
            for (d_h, d_c, f, d_ifg, d_o, d_rows, d_c_before, d_h_before), c_by_h, by_c, by_h in zip(
                tape.backward.back(start, stop), through_h[::-1], of_c[::-1], of_o[::-1], strict=True
            ):
                multiply(d_h, c_by_h, work)
                add(d_c, work, d_c)
                multiply(by_c, d_c, d_ifg)
                multiply(by_h, d_h, d_o)
                multiply(d_c, f, d_c_before)
                dot(back, d_rows, work)
                add(d_h_before, work, d_h_before)
        tape.product(tape.d_rows[first:last], tape.inputs[first:last], tape.d_packed, add=last < tape.steps)

    def weight_gradients(self, tape: Tape, out: Mapping[str, Array]) -> None:
        tape.unpack(out)

    def input_gradient(self, params: Params, tape: Tape) -> Array:
        return through_weights(params["weight_ih"], tape.d_rows)

    def jacobian(self, params: Params, tape: Tape, sequence: int = 0) -> Array:
        factors, through_h = np.empty_like(tape.rows), np.empty_like(tape.extra["tanh_c"])
        self._factors(tape, 0, tape.steps, factors, through_h)
        f, U = tape.values["f"], params["weight_hh"]
        if tape.batch > 1:
            factors, through_h, f = factors[..., sequence], through_h[..., sequence], f[..., sequence]
        by_row = factors[:, :, None] * U
        hidden = tape.hidden
        result = np.zeros((tape.steps, 2 * hidden, 2 * hidden), tape.dtype)
        c_by_h = by_row[:, : 3 * hidden].reshape(tape.steps, 3, hidden, hidden).sum(axis=1)
        c_by_c = np.eye(hidden, dtype=tape.dtype) * f[:, :, None]
        result[:, :hidden, :hidden] = by_row[:, 3 * hidden :] + through_h[:, :, None] * c_by_h
        result[:, :hidden, hidden:] = through_h[:, :, None] * c_by_c
        result[:, hidden:, :hidden] = c_by_h
        result[:, hidden:, hidden:] = c_by_c
        return result


cells.add(LSTM.name, LSTM)
