"""The equations that a cell prints are those it computes, and its gates are what the drawing takes them for."""

import re

import numpy as np
import pytest

from rnnviz.cells.base import make_cell

KINDS = [("lstm", {}), ("lstm", {"peepholes": True}), ("gru", {}), ("gru", {"reset": "before"})]
PLAIN = ("feedforward", "elman", "jordan")
KINDS += [(cell, {"activation": name}) for cell in PLAIN for name in ("tanh", "sigmoid", "relu", "linear")]
every_kind = pytest.mark.parametrize(("name", "options"), KINDS)
FUNCTIONS = {"sigma": lambda a: 1 / (1 + np.exp(-a)), "tanh": np.tanh, "max": np.maximum}


def value(tex, named):
    """The right-hand side of an equation in TeX, with arrays for its letters: `W x` is a product, the dot another."""
    line = tex.split(" = ", 1)[1].replace(r"\odot", "*").replace("{t-1}", "before").replace("\\", "")
    line = re.sub(r"\b([WU]\w*) ", r"\1 @ ", line).replace("{", "").replace("}", "")
    return eval(line, {"__builtins__": {}}, FUNCTIONS | named)


@every_kind
def test_the_printed_equations_give_what_the_step_gives(name, options):
    cell, rng = make_cell(name, outputs=2, **options), np.random.default_rng(4)
    params = {key: rng.standard_normal(shape) for key, shape in cell.shapes(2, 3).items()}
    state = {key: rng.standard_normal(2 if key == "s" else 3) for key in cell.states}
    x = rng.standard_normal(2)
    _, values = cell.step(params, x, state)
    named = {"x_t": x} | {f"{key}_before": array for key, array in state.items()}
    named |= {f"{gate.name}_t": values[gate.name] for gate in cell.gates}
    for k, letter in enumerate(cell.blocks):
        at = f"_{letter}" if len(cell.blocks) > 1 else ""
        arrays = {key: np.split(params[key], len(cell.blocks))[k] for key in params if key != "weight_peephole"}
        inner = name == "gru" and letter == "n" and cell.reset == "after"  # its second bias is inside the reset
        named |= {
            f"W{at}": arrays["weight_ih"],
            f"b{at}": arrays["bias_ih"] + (0 if inner else arrays.get("bias_hh", 0)),
        }
        named |= {f"U{at}": arrays.get("weight_hh"), f"b_h{letter}": arrays.get("bias_hh")}
    if cell.peepholes:
        named |= dict(zip(("p_i", "p_f", "p_o"), np.split(params["weight_peephole"], 3), strict=True))
    assert set(values) == {gate.name for gate in cell.gates} | {f"{block}_pre" for block in cell.blocks}
    for gate in cell.gates:
        assert np.allclose(value(gate.tex, named), values[gate.name], rtol=1e-12), gate.tex


@every_kind
def test_each_gate_has_the_kind_and_the_colour_of_its_role(name, options):
    h = {"tanh": "tanh", "sigmoid": "sigmoid"}.get(options.get("activation"), "state")
    assert {gate.name: (gate.kind, gate.role) for gate in make_cell(name, **options).gates} == {
        "lstm": {
            "f": ("sigmoid", "forget"), "i": ("sigmoid", "input"), "g": ("tanh", "candidate"),
            "c": ("state", "cell"), "o": ("sigmoid", "output"), "h": ("state", "H"),
        },
        "gru": {
            "r": ("sigmoid", "reset"), "z": ("sigmoid", "update"), "n": ("tanh", "candidate"), "h": ("state", "H"),
        },
    }.get(name, {"h": (h, "H")})  # fmt: skip
