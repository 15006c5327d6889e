"""An equation cut into symbols, each with the value that it stands for: what is pointed at in an equation."""

import re
from typing import NamedTuple

from rnnviz.figure.inside.diagram import diagram_of
from rnnviz.figure.letters import in_part
from rnnviz.figure.scene import Scene

TOKEN = re.compile(r"\\[A-Za-z]+|[A-Za-z](?:_(?:\{[^}]*\}|[A-Za-z]))?|[0-9]+|\S")
CLOCKS = {"t": 0, "{t}": 0, "{t-1}": -1}
_WEIGHTS = {"W": "X", "U": "M", "p": "cell"}  # whose colour they carry: what they are multiplied with


class Symbol(NamedTuple):
    """tex: without the clock, so that it is typeset once. clock: the number below it, or “”. name: of the value or the
    wire, “” for a sign. role: its colour, “” for a sign."""

    tex: str
    clock: str
    name: str
    role: str


def symbols(scene: Scene, name: str, t: int) -> tuple[Symbol, ...]:
    """The equation of a gate (or c, or h) at clock t."""
    gate = scene.gate(name)
    return tuple(_symbol(scene, name, gate.role, token, t) for token in TOKEN.findall(gate.tex))


def _symbol(scene: Scene, gate: str, role: str, token: str, t: int) -> Symbol:
    letter, _, below = token.partition("_")
    if below in CLOCKS:
        clock = str(t + (-CLOCKS[below] if scene.reverse else CLOCKS[below]))
        tex = in_part(scene, token).removesuffix("_t").removesuffix("_{t-1}").removesuffix("_{t+1}")
        if letter == "x":
            return Symbol(tex, clock, "x", "H" if scene.layer else "X")
        if letter == "s":  # as many as there are outputs: this unit has its share of them only
            return Symbol(letter, clock, "uh", "M")
        if below == "{t-1}":
            return Symbol(tex, clock, f"{letter}_before", "M" if letter == "h" else scene.gate(letter).role)
        return Symbol(tex, clock, letter, scene.gate(letter).role)
    if letter in ("W", "U", "p", "b"):
        diagram = diagram_of(scene.cell)
        names = {} if diagram is None else diagram.weights
        tex = _weight(scene, gate, token)
        return Symbol(tex, "", names.get(token, f"{gate}_pre"), _WEIGHTS.get(letter, role))
    return Symbol(token, "", "", "")


def _weight(scene: Scene, gate: str, token: str) -> str:
    """A parameter in the notation chosen; of two biases that stand apart the gate's equation tells which one it is."""
    return scene.notation.tex(token, scene.cell.memory, "b_{h" in scene.gate(gate).tex)
