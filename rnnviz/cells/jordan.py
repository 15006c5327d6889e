r"""Jordan's network: h_t = \varphi(W x_t + U s_(t-1) + b). What is remembered is the last answer, M_t = S_(t-1).

Jordan, M. I. (1986). Serial order: a parallel distributed processing approach. ICS Report 8604, University of
California, San Diego; also in Advances in Psychology 121 (1997), doi:10.1016/S0166-4115(97)80111-2. His state units
decay and need not; here, as in Elman (1990), M is a plain copy of the clock before.

s_t = psi(V h_t + c) is the output after the readout's function, so a clock of the network has to be finished before the
next one can begin: `rnnviz.network.passes` goes clock by clock and puts s_(t-1) into M. weight_hh is (H, O), the other
parameters are Elman's. In a deep network every layer reads the same S_(t-1), each through a weight_hh of its own. The
state that is carried is s, (L, B, O): what each layer's M holds before the first clock.
"""

from typing import final

import numpy as np

from rnnviz.cells.activations import FUNCTION, hidden_gate, respond, scale_of, slopes
from rnnviz.cells.base import (
    ALL,
    Array,
    Cell,
    Numbers,
    Params,
    Put,
    Size,
    State,
    Tape,
    Values,
    as_computed,
    cells,
    through_weights,
)
from rnnviz.words import QT_TRANSLATE_NOOP


@final
class Jordan(Cell):
    """One clock is computed from x_t and from M_t, which whoever calls `scan` has put into the tape."""

    name = "jordan"
    title = QT_TRANSLATE_NOOP("cells", "Jordan")
    source = "Jordan 1986"
    blocks = ("h",)
    states = ("s",)
    memory = "S"

    def __init__(
        self, activation: str = "tanh", peepholes: bool = False, reset: str = "after", outputs: int = 1
    ) -> None:
        super().__init__(activation, peepholes, reset, outputs)
        self.gates = (hidden_gate(activation, "W x_t + U s_{t-1} + b"),)

    def shapes(self, inputs: int, hidden: int) -> dict[str, tuple[int, ...]]:
        return super().shapes(inputs, hidden) | {"weight_hh": (hidden, self.outputs)}

    def step(self, params: Params, x: Array, state: State, put: Put = as_computed) -> tuple[Values, Values]:
        """The state that comes back is the one that was given: the next s is the readout's."""
        a = params["weight_ih"] @ x + params["weight_hh"] @ state["s"] + params["bias_ih"] + params["bias_hh"]
        h = put("h", FUNCTION[self.activation](a))
        return {"s": state["s"]}, {"h_pre": a, "h": h}

    def tape(self, size: Size) -> Tape:
        tape = Tape(size._replace(apart=False), size.hidden, size.hidden, memory=self.outputs)
        tape.gradients["h_pre"] = tape.d_rows
        d_s = tape.extra["d_s"] = tape.zeros(size.steps + 1, self.outputs)  # dL/ds_t through M_(t+1)
        tape.values = {"h": tape.rows, "s": tape.inputs[1:, : self.outputs]}
        tape.starts = {"s": (tape.inputs[0, : self.outputs], d_s[0])}
        return tape

    def numbers(self, inputs: int, hidden: int) -> Numbers:
        """s, x, 1, h. Derivatives of the sum; those of s stay in any case."""
        width = self.outputs + inputs + 1
        return Numbers(width + self.outputs + hidden, hidden, hidden * width)

    def pack(self, params: Params, tape: Tape) -> None:
        scale = scale_of(self.activation)
        tape.pack(params, None if scale == 1 else scale)

    def scan(self, tape: Tape, first: int, last: int) -> None:
        h = tape.rows[first:last]
        h[...] = through_weights(tape.packed.T, tape.inputs[first:last])
        respond(self.activation, h)

    def scan_back(self, params: Params, tape: Tape, first: int, last: int) -> None:
        d_a, clocks = tape.d_rows[tape.at(first, last)], slice(first, last)
        slopes(self.activation, tape.rows[clocks], d_a)
        if tape.free is not None:
            d_a *= tape.free["h"][clocks]
        np.multiply(d_a, tape.d_h[first + 1 : last + 1], d_a)
        tape.extra["d_s"][clocks] = through_weights(params["weight_hh"], d_a)
        tape.product(d_a, tape.inputs[clocks], (tape.d_packed, ALL, ALL), add=last < tape.steps)

    def jacobian(self, params: Params, tape: Tape, sequence: int = 0) -> Array:
        """dh_t/dM_t, (T, H, O): what the cell alone can know of ds_t/ds_(t-1)."""
        factors = tape.empty(tape.steps, tape.hidden)
        slopes(self.activation, tape.rows, factors)
        if tape.free is not None:
            factors *= tape.free["h"]
        one = factors if tape.batch == 1 else factors[..., sequence]
        result: Array = one[:, :, None] * params["weight_hh"]
        return result


cells.add(Jordan.name, Jordan)
