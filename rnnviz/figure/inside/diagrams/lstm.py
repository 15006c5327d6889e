"""The LSTM: c on a conveyor above, the gates below it, h leaving to the right and up to S; with peepholes, ways from c
down to the gates that see it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.cells.base import Cell, Params
from rnnviz.figure.inside.diagram import AFTER, ALWAYS, BEFORE, Conveyor, Diagram, Node, Number, Values, Wire, diagrams

_TOP, _MIX, _GATES, _BUS, _INPUT = 0.14, 0.41, 0.695, 0.93, 0.955
_F, _I, _SUM, _G, _O, _UP = 0.115, 0.345, 0.46, 0.575, 0.8, 0.945
_X = 0.04
_TANH, _TIMES = 0.29, 0.47


def _derive(cell: Cell, params: Params, values: Values) -> dict[str, NDArray[Any]]:
    return {
        "kept": values["f"] * values["c_before"],
        "added": values["i"] * values["g"],
        "tanh_c": np.tanh(values["c"]),
    }


def _gate(name: str, role: str, x: float, function: str) -> tuple[Wire, Node]:
    way = Wire(f"{name}_pre", name, "", ((x, _INPUT), (x, _BUS), (x, _GATES)), name, 0.0, 0.6)
    return way, Node("gate", name, function, role, (x, _GATES), name)


_PARTS = tuple(
    _gate(*of)
    for of in (
        ("f", "forget", _F, "σ"),
        ("i", "input", _I, "σ"),
        ("g", "candidate", _G, "tanh"),
        ("o", "output", _O, "σ"),
    )
)

# c_(t-1) goes down on the left into f, and across f's way up into i; c_t goes down on the right into o.
_LEFT, _ACROSS, _INTO_I, _RIGHT = 0.06, 0.55, 0.285, 0.885
_PEEPHOLES = (
    Wire("c_before", "c", "cell", ((_LEFT, _TOP), (_LEFT, _GATES), (_F, _GATES)), "f", 0.0, 0.6),
    Wire(
        "c_before", "c", "cell", ((_LEFT, _ACROSS), (_INTO_I, _ACROSS), (_INTO_I, _GATES), (_I, _GATES)), "i", 0.0, 0.6
    ),
    Wire("c", "c", "cell", ((_RIGHT, _TOP), (_RIGHT, _GATES), (_O, _GATES)), "o", 0.0, 0.6),
)


def _diagram(peepholes: bool) -> Diagram:
    return Diagram(
        nodes=(
            *(node for _, node in _PARTS),
            Node("operator", "kept", "×", "forget", (_F, _TOP), "c", 0.35, 0.40),
            Node("operator", "added", "×", "input", (_SUM, _MIX), "c", 0.35, 0.40),
            Node("operator", "c", "+", "cell", (_SUM, _TOP), "c", 0.70, 0.75),
            Node("function", "tanh_c", "tanh", "cell", (_O, _TANH), "H", 0.30, 0.35),
            Node("operator", "h", "×", "output", (_O, _TIMES), "H", 0.55, 0.60),
        ),
        wires=(
            Wire(
                "h_before", "M", "M", ((BEFORE, _BUS), (_X, _BUS)), ALWAYS,
                number=Number((BEFORE, _BUS), "above", True), dashed=True,
            ),
            Wire("h_before", "M", "M", ((_X, _BUS), (_O, _BUS)), "X", 0.5, 1.0, dashed=True),
            Wire(
                "x", "X", "X", ((_X, AFTER), (_X, _INPUT)), "X", 0.0, 0.5, number=Number((_X, AFTER), "right", True)
            ),
            Wire("x", "X", "X", ((_X, _INPUT), (_O, _INPUT)), "X", 0.5, 1.0),
            *(wire for wire, _ in _PARTS),
            *(_PEEPHOLES if peepholes else ()),
            Wire(
                "c_before", "c", "cell", ((BEFORE, _TOP), (_F, _TOP)), "c", 0.0, 0.35,
                number=Number((BEFORE, _TOP), "above", True),
            ),
            Wire("f", "f", "forget", ((_F, _GATES), (_F, _TOP)), "c", 0.0, 0.35),
            Wire("i", "i", "input", ((_I, _GATES), (_I, _MIX), (_SUM, _MIX)), "c", 0.0, 0.35),
            Wire("g", "g", "candidate", ((_G, _GATES), (_G, _MIX), (_SUM, _MIX)), "c", 0.0, 0.35),
            Wire(
                "kept", "c", "cell", ((_F, _TOP), (_SUM, _TOP)), "c", 0.42, 0.7,
                number=Number(((_F + _SUM) / 2, _TOP), "above"),
            ),
            Wire(
                "added", "c", "input", ((_SUM, _MIX), (_SUM, _TOP)), "c", 0.42, 0.7,
                number=Number((_SUM, (_MIX + _TOP) / 2), "right"),
            ),
            Wire(
                "c", "c", "cell", ((_SUM, _TOP), (AFTER, _TOP)), "c", 0.77, 1.0,
                number=Number((AFTER, _TOP), "above"),
            ),
            Wire("c", "c", "cell", ((_O, _TOP), (_O, _TANH)), "H", 0.0, 0.3),
            Wire(
                "tanh_c", "h", "cell", ((_O, _TANH), (_O, _TIMES)), "H", 0.37, 0.55,
                number=Number((_O, (_TANH + _TIMES) / 2), "left"),
            ),
            Wire("o", "o", "output", ((_O, _GATES), (_O, _TIMES)), "H", 0.2, 0.55),
            Wire(
                "h", "h", "H", ((_O, _TIMES), (_UP, _TIMES), (_UP, _BUS), (AFTER, _BUS)), "H", 0.62, 1.0,
                number=Number((AFTER, _BUS), "above"),
            ),
            Wire("h", "h", "H", ((_UP, _TIMES), (_UP, BEFORE)), "S"),
        ),
        conveyor=Conveyor("cell", _TOP),
        derive=_derive,
        meanings={
            "kept": "f ⊙ cₜ₋₁",
            "added": "i ⊙ g",
            "tanh_c": "tanh(c)",
            **{
                f"{name}_pre": f"{{W_{name}}} x + {{U_{name}}} hₜ₋₁ + {seen if peepholes else ''}{{b_{name}}}"
                for name, seen in (("f", "pf ⊙ cₜ₋₁ + "), ("i", "pi ⊙ cₜ₋₁ + "), ("g", ""), ("o", "po ⊙ c + "))
            },
        },
        code=(
            "h_before, c_before = h, c",
            "i_pre, f_pre, g_pre, o_pre = np.split(W_ih @ x + b_ih + W_hh @ h + b_hh, 4)",
            "i_pre, f_pre = i_pre + np.split(p, 3)[0] * c, f_pre + np.split(p, 3)[1] * c",
            "i, f, g = sigma(i_pre), sigma(f_pre), np.tanh(g_pre)",
            "c = f * c + i * g",
            "o_pre = o_pre + np.split(p, 3)[2] * c",
            "o = sigma(o_pre)",
            "h = o * np.tanh(c)",
        ),
        formulas={
            **{name: name for name in ("h_before", "c_before", "f_pre", "i_pre", "g_pre", "o_pre", *"fgioch")},
            "kept": "f * c_before",
            "added": "i * g",
            "tanh_c": "np.tanh(c)",
        },
    )  # fmt: skip


diagrams.add("lstm", _diagram(False))
diagrams.add("lstm-peepholes", _diagram(True))
