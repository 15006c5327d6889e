"""What `Seen` comes to for the network at hand: a quantity that it has, and a unit of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from rnnviz.engine.messages import Array, Snapshot
from rnnviz.figure.drawing import Floats
from rnnviz.figure.scene import Scene
from rnnviz.session.state import Seen
from rnnviz.words import QT_TRANSLATE_NOOP, translate


class Choice(NamedTuple):
    """A quantity, whether its gradient, and a unit from 0; units: how many there are."""

    name: str
    gradient: bool
    unit: int
    units: int


def quantities(scene: Scene, gradients: Mapping[str, Array]) -> list[tuple[str, bool]]:
    """(name, whether its gradient) of all that the symbols can be coloured by, values first."""
    names = [gate.name for gate in scene.gates]
    return [*((name, False) for name in names), *((name, True) for name in names if name in gradients)]


def chosen(scene: Scene, seen: Seen, gradients: Mapping[str, Array]) -> Choice:
    """h for a quantity that this cell does not have, the last unit for one beyond it."""
    units = scene.units("H")
    known = quantities(scene, gradients)
    name, gradient = (seen.quantity, seen.gradient) if (seen.quantity, seen.gradient) in known else ("h", False)
    return Choice(name, gradient, min(seen.unit, units - 1), units)


def stepped(scene: Scene, seen: Seen, gradients: Mapping[str, Array], units: int = 0, quantity: int = 0) -> Seen:
    """So many units, or quantities, further, around the end."""
    choice, known = chosen(scene, seen, gradients), quantities(scene, gradients)
    name, gradient = known[(known.index((choice.name, choice.gradient)) + quantity) % len(known)]
    return replace(seen, quantity=name, gradient=gradient, unit=(choice.unit + units) % choice.units)


def title(scene: Scene, name: str, gradient: bool) -> str:
    """“hidden h”, “forget f”; for a gradient “∂L/∂h”, “∂L/∂f, before its function”."""
    if not gradient:
        return f"{translate('cells', scene.gate(name).title)} {name}"
    if name in scene.cell.states:
        return f"∂L/∂{name}"
    return translate("figure", QT_TRANSLATE_NOOP("figure", "∂L/∂{gate}, before its function")).format(gate=name)


def short_title(scene: Scene, choice: Choice) -> str:
    """The same for where there is little room."""
    return f"∂L/∂{choice.name}" if choice.gradient else title(scene, choice.name, False)


def values_of(scene: Scene, choice: Choice, gradients: Mapping[str, Array]) -> Floats:
    """(T, units); NaN where nothing is known."""
    if not choice.gradient:
        return scene.values("H" if choice.name == "h" else choice.name, range(1, scene.steps + 1))
    return np.asarray(gradients[choice.name], np.float64)


def fitting(scene: Scene, snapshot: Snapshot | None) -> Mapping[str, Array]:
    """The gradients of this sequence, layer and direction by their letters; none while those known are of another
    sequence."""
    if snapshot is None or not scene.known == scene.steps == len(snapshot.gradients.get("h", ())):
        return {}
    filed = {gate.name: scene.filed(gate.name) for gate in scene.gates}
    return {name: snapshot.gradients[key] for name, key in filed.items() if key in snapshot.gradients}
