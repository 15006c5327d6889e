r"""The amnesic contrast: h_t = \varphi(W x_t + b). Each clock is answered from its own input alone.

Rumelhart, D., Hinton, G. and Williams, R. (1986). Learning representations by back-propagating errors. Nature 323,
doi:10.1038/323533a0.

Its parameters are those of PyTorch's `nn.Linear` in each layer, under the names that a recurrent layer has for them:
weight_ih (H, D) and bias_ih (H,). There is no weight_hh, no bias_hh and no memory M. The state is h, as everywhere,
but nothing reads it: dh_t/dh_(t-1) is 0, and a state to begin from changes nothing.
"""

from collections.abc import Mapping
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
class FeedForward(Cell):
    name = "feedforward"
    title = QT_TRANSLATE_NOOP("cells", "feed-forward")
    source = "Rumelhart et al. 1986"
    blocks = ("h",)
    states = ("h",)
    memory = ""

    def __init__(
        self, activation: str = "tanh", peepholes: bool = False, reset: str = "after", outputs: int = 1
    ) -> None:
        super().__init__(activation, peepholes, reset, outputs)
        self.gates = (hidden_gate(activation, "W x_t + b"),)

    def shapes(self, inputs: int, hidden: int) -> dict[str, tuple[int, ...]]:
        return {"weight_ih": (hidden, inputs), "bias_ih": (hidden,)}

    def step(self, params: Params, x: Array, state: State, put: Put = as_computed) -> tuple[Values, Values]:
        a = params["weight_ih"] @ x + params["bias_ih"]
        h = put("h", FUNCTION[self.activation](a))
        return {"h": h}, {"h_pre": a, "h": h}

    def tape(self, size: Size) -> Tape:
        tape = Tape(size._replace(apart=False), size.hidden, size.hidden)
        tape.gradients["h_pre"] = tape.d_rows
        return tape

    def numbers(self, inputs: int, hidden: int) -> Numbers:
        """h, x, 1. The derivative of the sum."""
        return Numbers(hidden + inputs + 1, hidden, hidden * (hidden + inputs + 1))

    def pack(self, params: Params, tape: Tape) -> None:
        tape.packed[:, : tape.hidden] = 0
        tape.packed[:, tape.hidden : -1] = params["weight_ih"]
        tape.packed[:, -1] = params["bias_ih"]
        tape.packed *= scale_of(self.activation)

    def scan(self, tape: Tape, first: int, last: int) -> None:
        # No clock waits for another, so that all of them are one product.
        h = tape.values["h"][first:last]
        through_weights(tape.packed[:, tape.hidden :].T, tape.inputs[first:last, tape.hidden :], h)
        respond(self.activation, h)

    def scan_back(self, params: Params, tape: Tape, first: int, last: int) -> None:
        d_a, hidden = tape.d_rows[tape.at(first, last)], tape.hidden
        slopes(self.activation, tape.values["h"][first:last], d_a)
        if tape.free is not None:
            d_a *= tape.free["h"][first:last]
        np.multiply(d_a, tape.d_h[first + 1 : last + 1], d_a)
        place = tape.d_packed[:, hidden:], ALL, ALL
        tape.product(d_a, tape.inputs[first:last, hidden:], place, add=last < tape.steps)

    def weight_gradients(self, tape: Tape, out: Mapping[str, Array]) -> None:
        out["weight_ih"][...] = tape.d_packed[:, tape.hidden : -1]
        out["bias_ih"][...] = tape.d_packed[:, -1]

    def jacobian(self, params: Params, tape: Tape, sequence: int = 0) -> Array:
        return np.zeros((tape.steps, tape.hidden, tape.hidden), tape.dtype)


cells.add(FeedForward.name, FeedForward)
