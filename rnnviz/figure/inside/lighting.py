"""What is lit in an open cell and in its equations while something is pointed at elsewhere."""

import re
from typing import NamedTuple

from rnnviz.figure.inside.describe import owner
from rnnviz.figure.inside.diagram import Diagram, diagram_of
from rnnviz.figure.scene import Scene
from rnnviz.session.state import Key

_VALUE = re.compile(r"\b[a-z]\w*")


class Lit(NamedTuple):
    """names: of symbols, and of rows whose value it is. row, own: in this row alone these symbols too, what the value
    that is pointed at is made of."""

    names: frozenset[str] = frozenset()
    row: str = ""
    own: frozenset[str] = frozenset()


def name_inside(scene: Scene, t: int, key: Key) -> str:
    """What a number is called in the cell of clock t of this layer and direction: one of its own, of the layer below,
    or handed on by the clock before. “” where it is none of its values."""
    there, earlier = scene.about(key), key.t == scene.clock_before(t)
    memory = "uh" if scene.cell.memory == "S" else "h_before"
    if key.name == "S":
        return memory if earlier and scene.cell.memory == "S" else ""
    if key.name == "X" or (key.name == "H" and there.part != scene.part):
        below = there.layer == scene.layer - 1 if key.name == "H" else not scene.layer
        return "x" if below and key.t == t else ""
    if there.part != scene.part:
        return ""
    name = {"H": "h", "M": memory}.get(key.name, key.name)
    if key.t == t:
        return name
    return f"{name}_before" if earlier and scene.cell.memory and name in scene.cell.states else ""


def lit_by(scene: Scene, shown: Key, key: Key) -> Lit:
    """In the equations of `shown` while `key` is pointed at."""
    here = scene.about(shown)
    name, diagram = name_inside(here, shown.t, key), diagram_of(here.cell)
    if not name:
        return Lit()
    row = owner(here, key).name
    own = frozenset() if diagram is None or key.t != shown.t else _made_of(diagram, name)
    return Lit(frozenset({name}), "h" if row == "H" else row, own)


def _made_of(diagram: Diagram, name: str) -> frozenset[str]:
    """The values in the formula of another one; of a sum its products."""
    found = set(_VALUE.findall(diagram.formulas.get(name, "")))
    if name.endswith("_pre"):
        found |= set(diagram.weights.values())
    return frozenset(found - {name})
