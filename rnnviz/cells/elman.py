r"""Elman's simple recurrent network: h_t = \varphi(W x_t + U h_(t-1) + b).

Elman, J. L. (1990). Finding structure in time. Cognitive Science 14(2). doi:10.1207/s15516709cog1402_1
"""

from typing import final

import numpy as np

from rnnviz.cells.activations import FUNCTION, hidden_gate, respond, scale_of, slopes
from rnnviz.cells.base import (
    ALL,
    Array,
    Cell,
    Columns,
    Numbers,
    Params,
    Put,
    Size,
    State,
    Tape,
    Values,
    as_computed,
    cells,
)
from rnnviz.words import QT_TRANSLATE_NOOP


@final
class Elman(Cell):
    name = "elman"
    title = QT_TRANSLATE_NOOP("cells", "Elman")
    source = "Elman 1990"
    blocks = ("h",)
    states = ("h",)

    def __init__(
        self, activation: str = "tanh", peepholes: bool = False, reset: str = "after", outputs: int = 1
    ) -> None:
        super().__init__(activation, peepholes, reset, outputs)
        self.gates = (hidden_gate(activation, "W x_t + U h_{t-1} + b"),)

    def step(self, params: Params, x: Array, state: State, put: Put = as_computed) -> tuple[Values, Values]:
        W, U, b_ih, b_hh = self.split(params)["h"]
        a = W @ x + U @ state["h"] + b_ih + b_hh
        h = put("h", FUNCTION[self.activation](a))
        return {"h": h}, {"h_pre": a, "h": h}

    def tape(self, size: Size) -> Tape:
        tape = Tape(size, size.hidden, size.hidden)
        tape.gradients["h_pre"] = tape.d_rows
        tape.extra = {"one": np.array(1.0, tape.dtype)}
        tape.forward = Columns(tape.inputs[:-1], tape.h[1:])
        tape.backward = Columns(tape.d_h[1:], tape.d_read, tape.h[1:])
        tape.down = Columns(tape.d_rows)
        return tape

    def numbers(self, inputs: int, hidden: int) -> Numbers:
        """h, x, 1. The derivative of the sum."""
        return Numbers(hidden + inputs + 1, hidden, hidden * (hidden + inputs + 1))

    def pack(self, params: Params, tape: Tape) -> None:
        scale = scale_of(self.activation)
        tape.pack(params, None if scale == 1 else scale)

    def scan(self, tape: Tape, first: int, last: int) -> None:
        dot, tanh, packed = np.dot, np.tanh, tape.packed
        if self.activation == "tanh":  # the usual one, and nothing to decide at each clock
            for inputs, h in tape.forward.forth(first, last):
                dot(packed, inputs, h)
                tanh(h, h)
            return
        for inputs, h in tape.forward.forth(first, last):
            dot(packed, inputs, h)
            respond(self.activation, h)

    def _factors(self, tape: Tape, first: int, last: int, out: Array) -> None:
        """dh/da of clocks [first, last) into out (n, H, B)."""
        slopes(self.activation, tape.values["h"][first:last], out)
        if tape.free is not None:
            out *= tape.free["h"][first:last]

    def scan_back(self, params: Params, tape: Tape, first: int, last: int) -> None:
        dot, multiply, add, subtract = np.dot, np.multiply, np.add, np.subtract
        back, work, one = params["weight_hh"].T, tape.work, tape.extra["one"]
        by_clock = tape.by_clock and self.activation == "tanh"
        shift = tape.at(first, last).start - first
        for start, stop in [(first, last)] if by_clock else tape.chunks(first, last):
            if not by_clock:
                self._factors(tape, start, stop, tape.d_rows[start + shift : stop + shift])
            for (d_h, d_before, h), (d_a,) in zip(
                tape.backward.back(start, stop), tape.down.back(start + shift, stop + shift), strict=True
            ):
                if by_clock:
                    multiply(h, h, d_a)
                    subtract(one, d_a, d_a)
                multiply(d_a, d_h, d_a)
                dot(back, d_a, work)
                add(d_before, work, d_before)
        whole = tape.d_packed, ALL, ALL
        tape.product(tape.d_rows[tape.at(first, last)], tape.inputs[first:last], whole, add=last < tape.steps)

    def jacobian(self, params: Params, tape: Tape, sequence: int = 0) -> Array:
        factors = tape.empty(tape.steps, tape.hidden)
        self._factors(tape, 0, tape.steps, factors)
        one = factors if tape.batch == 1 else factors[..., sequence]
        result: Array = one[:, :, None] * params["weight_hh"]
        return result


cells.add(Elman.name, Elman)
