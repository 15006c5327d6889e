"""Elman's cell: W x from below and U h_(t-1) from the left meet in a sum with b, and the activation makes h of it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.cells.base import Cell, Params
from rnnviz.figure.inside.diagram import AFTER, ALWAYS, BEFORE, Diagram, Node, Number, Values, Wire, diagrams

_MIDDLE, _BIAS, _WEIGHTS = 0.5, 0.17, 0.82
_U, _SUM, _ACT, _UP = 0.06, 0.36, 0.74, 0.94


def _derive(cell: Cell, params: Params, values: Values) -> dict[str, NDArray[Any]]:
    W, U, b_ih, b_hh = (np.asarray(part, np.float64) for part in cell.split(params)["h"])
    return {"wx": W @ values["x"], "uh": U @ values["h_before"], "b": b_ih + b_hh}


diagrams.add(
    "elman",
    Diagram(
        nodes=(
            Node("weights", "wx", "W", "X", (_SUM, _WEIGHTS), "X", 0.80, 0.95),
            Node("weights", "uh", "U", "M", (_U, _MIDDLE), "X", 0.80, 0.95),
            Node("weights", "b", "b", "H", (_SUM, _BIAS), ALWAYS),
            Node("operator", "h_pre", "+", "H", (_SUM, _MIDDLE), "H", 0.30, 0.36),
            Node("gate", "h", "", "H", (_ACT, _MIDDLE), "H", 0.60, 0.75),
        ),
        wires=(
            Wire(
                "h_before", "M", "M", ((BEFORE, _MIDDLE), (_U, _MIDDLE)), "X", 0.0, 0.8,
                number=Number((BEFORE, _MIDDLE), "above", True), dashed=True,
            ),
            Wire(
                "x", "X", "X", ((_SUM, AFTER), (_SUM, _WEIGHTS)), "X", 0.0, 0.8,
                number=Number((_SUM, AFTER), "right", True),
            ),
            Wire(
                "uh", "h", "M", ((_U, _MIDDLE), (_SUM, _MIDDLE)), "H", 0.0, 0.3,
                number=Number(((_U + _SUM) / 2, _MIDDLE), "above"),
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
                "h", "h", "H", ((_ACT, _MIDDLE), (AFTER, _MIDDLE)), "H", 0.78, 1.0,
                number=Number((AFTER, _MIDDLE), "above"),
            ),
            Wire("h", "h", "H", ((_UP, _MIDDLE), (_UP, BEFORE)), "S"),
        ),
        derive=_derive,
        meanings={"wx": "{W} x", "uh": "{U} hₜ₋₁", "b": "{b}", "h_pre": "{W} x + {U} hₜ₋₁ + {b}"},
        weights={"W": "wx", "U": "uh", "b": "b"},
        code=("h_before = h", "h_pre = W_ih @ x + W_hh @ h + b_ih + b_hh", "h = phi(h_pre)"),
        formulas={
            **{name: name for name in ("h_before", "h_pre", "h")},
            "wx": "W_ih @ x",
            "uh": "W_hh @ h_before",
            "b": "b_ih + b_hh",
        },
    ),
)  # fmt: skip
