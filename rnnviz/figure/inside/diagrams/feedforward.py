"""The feed-forward cell: W x from below meets b, and the activation makes h of it. Nothing comes from the left."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.cells.base import Cell, Params
from rnnviz.figure.inside.diagram import AFTER, ALWAYS, BEFORE, Diagram, Node, Number, Values, Wire, diagrams

_MIDDLE, _BIAS, _WEIGHTS = 0.5, 0.17, 0.82
_SUM, _ACT, _UP = 0.14, 0.54, 0.95


def _derive(cell: Cell, params: Params, values: Values) -> dict[str, NDArray[Any]]:
    W, b = (np.asarray(params[name], np.float64) for name in ("weight_ih", "bias_ih"))
    return {"wx": W @ values["x"], "b": b}


diagrams.add(
    "feedforward",
    Diagram(
        nodes=(
            Node("weights", "wx", "W", "X", (_SUM, _WEIGHTS), "X", 0.80, 0.95),
            Node("weights", "b", "b", "H", (_SUM, _BIAS), ALWAYS),
            Node("operator", "h_pre", "+", "H", (_SUM, _MIDDLE), "H", 0.30, 0.36),
            Node("gate", "h", "", "H", (_ACT, _MIDDLE), "H", 0.60, 0.75),
        ),
        wires=(
            Wire(
                "x", "X", "X", ((_SUM, AFTER), (_SUM, _WEIGHTS)), "X", 0.0, 0.8,
                number=Number((_SUM, AFTER), "right", True),
            ),
            Wire(
                "wx", "h", "X", ((_SUM, _WEIGHTS), (_SUM, _MIDDLE)), "H", 0.0, 0.3,
                number=Number((_SUM, (_WEIGHTS + _MIDDLE) / 2), "right"),
            ),
            Wire(
                "b", "h", "H", ((_SUM, _BIAS), (_SUM, _MIDDLE)), "H", 0.0, 0.3,
                number=Number((_SUM, (_BIAS + _MIDDLE) / 2), "right", True),
            ),
            Wire(
                "h_pre", "h", "H", ((_SUM, _MIDDLE), (_ACT, _MIDDLE)), "H", 0.38, 0.58,
                number=Number(((_SUM + _ACT) / 2, _MIDDLE), "above"),
            ),
            Wire(
                "h", "h", "H", ((_ACT, _MIDDLE), (_UP, _MIDDLE)), "H", 0.78, 1.0,
                number=Number(((_ACT + _UP) / 2, _MIDDLE), "below"),
            ),
            Wire("h", "h", "H", ((_UP, _MIDDLE), (_UP, BEFORE)), "S"),
        ),
        derive=_derive,
        meanings={"wx": "{W} x", "b": "{b}", "h_pre": "{W} x + {b}"},
        weights={"W": "wx", "b": "b"},
        code=("h_pre = W_ih @ x + b_ih", "h = phi(h_pre)"),
        formulas={"h_pre": "h_pre", "h": "h", "wx": "W_ih @ x", "b": "b_ih"},
    ),
)  # fmt: skip
