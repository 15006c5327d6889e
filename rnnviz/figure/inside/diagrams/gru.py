"""The GRU: h on a conveyor above, where z mixes the old state with the candidate n: h = (1 - z) n + z h_(t-1)."""

from typing import Any

from numpy.typing import NDArray

from rnnviz.cells.base import Cell, Params
from rnnviz.figure.inside.diagram import (
    AFTER,
    ALWAYS,
    BEFORE,
    Conveyor,
    Diagram,
    Node,
    Number,
    Values,
    Wire,
    diagrams,
    sums,
)

_TOP, _MIX, _GATES, _BUS, _INPUT = 0.14, 0.41, 0.695, 0.93, 0.955
_Z, _LESS, _R, _TIMES, _N, _UP = 0.135, 0.42, 0.365, 0.575, 0.8, 0.955
_X, _M = 0.04, 0.015


def _derive(cell: Cell, params: Params, values: Values) -> dict[str, NDArray[Any]]:
    recurrent = sums(cell, params, values, "n")[1]
    z, n, h = values["z"], values["n"], values["h_before"]
    return {"m": recurrent, "reset": values["r"] * recurrent, "less": 1 - z, "new": (1 - z) * n, "old": z * h}


def _derive_before(cell: Cell, params: Params, values: Values) -> dict[str, NDArray[Any]]:
    r, z, n, h = (values[name] for name in ("r", "z", "n", "h_before"))
    return {"reset": r * h, "less": 1 - z, "new": (1 - z) * n, "old": z * h}


_CODE = (
    "h_before = h",
    "r_pre, z_pre, n_x = np.split(W_ih @ x + b_ih, 3)",
    "r_h, z_h, m = np.split(W_hh @ h + b_hh, 3)",
    "r_pre, z_pre = r_pre + r_h, z_pre + z_h",
    "r, z = sigma(r_pre), sigma(z_pre)",
    "n_pre = n_x + r * m",
    "n = np.tanh(n_pre)",
    "h = (1 - z) * n + z * h",
)
_CODE_BEFORE = (
    "h_before = h",
    "r_pre, z_pre, n_x = np.split(W_ih @ x + b_ih + b_hh, 3)",
    "U_r, U_z, U_n = np.split(W_hh, 3)",
    "r_pre, z_pre = r_pre + U_r @ h, z_pre + U_z @ h",
    "r, z = sigma(r_pre), sigma(z_pre)",
    "n_pre = n_x + U_n @ (r * h)",
    "n = np.tanh(n_pre)",
    "h = (1 - z) * n + z * h",
)
_READ = Wire("h_before", "M", "M", ((_TIMES, _BUS), (_TIMES, _GATES)), "n", 0.0, 0.35, dashed=True)


def _diagram(before: bool) -> Diagram:
    return Diagram(
        nodes=(
            Node("gate", "r", "σ", "reset", (_R, _GATES), "r"),
            Node("gate", "z", "σ", "update", (_Z, _GATES), "z"),
            Node("operator", "reset", "×", "reset", (_TIMES, _GATES), "n", 0.35, 0.40),
            Node("gate", "n", "tanh", "candidate", (_N, _GATES), "n", 0.72),
            Node("operator", "old", "×", "update", (_Z, _TOP), "H", 0.30, 0.35),
            Node("function", "less", "1 −", "update", (_LESS, _MIX), "H", 0.18, 0.22),
            Node("operator", "new", "×", "candidate", (_N, _MIX), "H", 0.38, 0.42),
            Node("operator", "h", "+", "H", (_N, _TOP), "H", 0.70, 0.75),
        ),
        wires=(
            Wire(
                "h_before", "M", "M", ((BEFORE, _TOP), (_M, _TOP)), ALWAYS,
                number=Number((BEFORE, _TOP), "above", True), dashed=True,
            ),
            Wire("h_before", "M", "M", ((_M, _TOP), (_M, _BUS), (_TIMES, _BUS)), "X", 0.3, 1.0, dashed=True),
            Wire(
                "x", "X", "X", ((_X, AFTER), (_X, _INPUT)), "X", 0.0, 0.5, number=Number((_X, AFTER), "right", True)
            ),
            Wire("x", "X", "X", ((_X, _INPUT), (_N, _INPUT)), "X", 0.5, 1.0),
            Wire("r_pre", "r", "", ((_R, _INPUT), (_R, _BUS), (_R, _GATES)), "r", 0.0, 0.6),
            Wire("z_pre", "z", "", ((_Z, _INPUT), (_Z, _BUS), (_Z, _GATES)), "z", 0.0, 0.6),
            _READ
            if before
            else Wire(
                "m", "n", "M", ((_TIMES, _BUS), (_TIMES, _GATES)), "n", 0.0, 0.35,
                number=Number((_TIMES, 0.85), "right"),
            ),
            Wire("r", "r", "reset", ((_R, _GATES), (_TIMES, _GATES)), "n", 0.0, 0.35),
            Wire("reset", "n", "reset", ((_TIMES, _GATES), (_N, _GATES)), "n", 0.42, 0.7),
            Wire("n_pre", "n", "", ((_N, _INPUT), (_N, _GATES)), "n", 0.0, 0.7),
            Wire("h_before", "M", "M", ((_M, _TOP), (_Z, _TOP)), "H", 0.0, 0.3, dashed=True),
            Wire("z", "z", "update", ((_Z, _GATES), (_Z, _TOP)), "H", 0.0, 0.3),
            Wire("z", "z", "update", ((_Z, _MIX), (_LESS, _MIX)), "H", 0.0, 0.18),
            Wire(
                "less", "h", "update", ((_LESS, _MIX), (_N, _MIX)), "H", 0.22, 0.38,
                number=Number(((_LESS + _N) / 2, _MIX), "above"),
            ),
            Wire("n", "n", "candidate", ((_N, _GATES), (_N, _MIX)), "H", 0.0, 0.38),
            Wire(
                "old", "h", "update", ((_Z, _TOP), (_N, _TOP)), "H", 0.4, 0.7,
                number=Number(((_Z + _N) / 2, _TOP), "above"),
            ),
            Wire(
                "new", "h", "candidate", ((_N, _MIX), (_N, _TOP)), "H", 0.42, 0.7,
                number=Number((_N, (_MIX + _TOP) / 2), "left"),
            ),
            Wire(
                "h", "h", "H", ((_N, _TOP), (AFTER, _TOP)), "H", 0.75, 1.0, number=Number((AFTER, _TOP), "above")
            ),
            Wire("h", "h", "H", ((_UP, _TOP), (_UP, BEFORE)), "S"),
        ),
        conveyor=Conveyor("H", _TOP),
        derive=_derive_before if before else _derive,
        meanings={
            **({} if before else {"m": "{U_n} hₜ₋₁ + {b_hn}"}),
            "reset": "r ⊙ hₜ₋₁" if before else "r ⊙ ({U_n} hₜ₋₁ + {b_hn})",
            "less": "1 − z",
            "new": "(1 − z) ⊙ n",
            "old": "z ⊙ hₜ₋₁",
            "r_pre": "{W_r} x + {U_r} hₜ₋₁ + {b_r}",
            "z_pre": "{W_z} x + {U_z} hₜ₋₁ + {b_z}",
            "n_pre": "{W_n} x + {U_n} (r ⊙ hₜ₋₁) + {b_n}" if before else "{W_n} x + {b_n} + r ⊙ ({U_n} hₜ₋₁ + {b_hn})",
        },
        weights={} if before else {"U_n": "m", "b_{hn}": "m"},
        code=_CODE_BEFORE if before else _CODE,
        formulas={
            **{name: name for name in ("h_before", "r_pre", "z_pre", "n_pre", *"rznh")},
            **({"reset": "r * h_before"} if before else {"m": "m", "reset": "r * m"}),
            "less": "1 - z",
            "new": "(1 - z) * n",
            "old": "z * h_before",
        },
    )  # fmt: skip


diagrams.add("gru", _diagram(False))
diagrams.add("gru-before", _diagram(True))
