"""The parts of an open cell in the order in which data flows through them, and where each of them is drawn."""

from rnnviz.figure.drawing import Boxes, Circles, Drawing, Lines, Texts
from rnnviz.figure.inside.diagram import Diagram
from rnnviz.figure.metrics import text_width
from rnnviz.figure.scene import Scene
from rnnviz.session.state import Key

Box = tuple[float, float, float, float]  # left, top, right, bottom


def walk(scene: Scene, diagram: Diagram) -> tuple[str, ...]:
    """Every value of the cell once, by name: what arrives first comes first."""
    order = ["", *(phase.name for phase in scene.phases)]
    moments: dict[str, tuple[int, float]] = {}
    seen = [(node.name, node.phase, node.start) for node in diagram.nodes]
    seen += [(wire.value, wire.phase, wire.start) for wire in diagram.wires]
    for name, phase, start in seen:
        moment = order.index(phase), start
        moments[name] = min(moment, moments.get(name, moment))
    return tuple(sorted(moments, key=lambda name: moments[name]))


def parts_of(scene: Scene, diagram: Diagram, t: int, unit: int) -> list[Key]:
    """What the keyboard walks over in the open cell of clock t: its values, and the answer above it, of all units."""
    inside = [scene.key(name, t, unit) for name in walk(scene, diagram)]
    return [*inside, Key("S", t, -1)] if scene.has_s[t - 1] else inside


def place_of(drawing: Drawing, key: Key) -> Box | None:
    """The node of a value, or else its number, or else the beginning of its wire. A key for all units (-1) also finds
    those of single ones. None where it is not drawn."""

    def same(other: Key | None) -> bool:
        return other is not None and other._replace(unit=-1) == key._replace(unit=-1)

    for kind in (Circles | Boxes, Texts, Lines):
        for batch in drawing.live:
            if isinstance(batch, kind):
                found = next((index for index, other in enumerate(batch.keys) if same(other)), None)
                if found is not None:
                    return _box(batch, found)
    return None


def _box(batch: Circles | Boxes | Texts | Lines, index: int) -> Box:
    if isinstance(batch, Circles):
        x, y, r = (float(array[index]) for array in (batch.x, batch.y, batch.r))
        return x - r, y - r, x + r, y + r
    if isinstance(batch, Boxes):
        x, y, w, h = (float(array[index]) for array in (batch.x, batch.y, batch.w, batch.h))
        return x, y, x + w, y + h
    if isinstance(batch, Lines):
        x1, y1, x2, y2 = (float(array[index]) for array in (batch.x1, batch.y1, batch.x2, batch.y2))
        return min(x1, x2) - 5, min(y1, y2) - 5, max(x1, x2) + 5, max(y1, y2) + 5
    half = 0.62 * batch.size
    wide = text_width(batch.strings[index], batch.size, batch.bold)
    left = float(batch.x[index]) - {"l": 0.0, "c": 0.5, "r": 1.0}[batch.anchor] * wide
    y = float(batch.y[index])
    return left, y - half, left + wide, y + half
