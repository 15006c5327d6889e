"""What a tooltip says inside an open cell, and to which gate or layer each of its numbers belongs."""

from rnnviz.figure.describe import describe, number
from rnnviz.figure.inside.diagram import diagram_of
from rnnviz.figure.inside.header import ALL, CLOSE, EARLIER, LATER
from rnnviz.figure.inside.values import Numbers
from rnnviz.figure.scene import Scene
from rnnviz.session.state import Key
from rnnviz.words import QT_TRANSLATE_NOOP, translate

_BUTTONS = {
    EARLIER: QT_TRANSLATE_NOOP("figure", "Previous unit (Up)"),
    LATER: QT_TRANSLATE_NOOP("figure", "Next unit (Down)"),
    ALL: QT_TRANSLATE_NOOP("figure", "All units as columns of cells, or one unit"),
    CLOSE: QT_TRANSLATE_NOOP("figure", "Back to the overview (Esc)"),
}
_LAYERS = {"x": "X", "h_before": "M", "c_before": "c"}


def owner(scene: Scene, key: Key) -> Key:
    """The gate or layer that a number in an open cell belongs to."""
    diagram = diagram_of(scene.cell)
    name = _LAYERS.get(key.name, key.name)
    if diagram is not None:
        name = next((wire.owner for wire in diagram.wires if wire.value == key.name), name)
    if name == "h":
        name = "H"
    here = scene.about(key)
    if name == "X" and here.layer:
        return scene.at(here.layer - 1).key("H", key.t)
    t = here.clock_before(key.t) if key.name == "c_before" else 0
    # X, and M where it holds S, have units of their own, and there may be fewer of them than of those inside.
    return here.key(name, t or key.t, key.unit if key.unit < here.units(name) else -1)


def describe_inside(scene: Scene, key: Key) -> str:
    """Name and value in one sentence."""
    if key.name in _BUTTONS:
        return translate("figure", _BUTTONS[key.name])
    known = {gate.name for gate in scene.gates} | set(scene.sizes)
    own = owner(scene, key)
    if key.name in known or key.name in _LAYERS:
        return describe(scene, own)
    diagram = diagram_of(scene.cell)
    if diagram is None:
        return ""
    numbers = Numbers.of(scene, diagram, key.t, key.unit)
    meaning = scene.notation.filled(diagram.meanings.get(key.name, ""), scene.cell.memory)
    if not meaning or not numbers.known:
        return ""
    if numbers.unit < 0:
        values = numbers.values[key.name]
        low, high = number(float(values.min()), signed=True), number(float(values.max()), signed=True)
        said = translate("figure", "{low} to {high} over {units} units")
        return f"{meaning}: " + said.format(low=low, high=high, units=len(values))
    said = translate("figure", "{value} for unit {unit} (1 of {units} units)")
    value = number(numbers.one(key.name), signed=True)
    return f"{meaning}: " + said.format(value=value, unit=numbers.unit + 1, units=len(numbers.values[key.name]))
