"""What a person holds, marked on the stage: a dark frame and a padlock; and the cue that a number can be dragged."""

from dataclasses import replace

import numpy as np

from rnnviz.figure.by_hand import changeable
from rnnviz.figure.drawing import Batch, Boxes, Circles, Lines
from rnnviz.figure.inside.diagram import BEFORE, Diagram
from rnnviz.figure.inside.geometry import EDGE, Card
from rnnviz.figure.locks import locks
from rnnviz.figure.marks import even
from rnnviz.figure.outline import outline
from rnnviz.figure.rows import Layout
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.network.held import Spot
from rnnviz.session.state import Key

MOST = 400  # marks; of more, the first ones
_LEAST = 5.0  # pixels: a smaller lock is not drawn


def key_of(scene: Scene, spot: Spot) -> Key:
    """What stands for it on the stage; c and the candidates are inside H, and the first c comes in with the first M. Of
    an answer that is not asked for there is only the memory that copies it."""
    part = (spot.layer, spot.reverse)
    if spot.t == 0:
        return Key("M", scene.steps if spot.reverse else 1, spot.unit, *part)
    if spot.name == "s":
        return Key("S", spot.t, spot.unit) if scene.has_s[spot.t - 1] else Key("M", spot.t + 1, spot.unit, *part)
    lights = {gate.name for gate in scene.lights}
    return Key(spot.name if spot.name in lights else "H", spot.t, spot.unit, *part)


def held_marks(scene: Scene, layout: Layout, axis: TimeAxis, clocks: range | None = None) -> list[Batch]:
    """In the overview, and beside an open cell. What has no mark of its own there has a lock in its role's colour.
    clocks: only these of those in sight."""
    made: list[Batch] = []
    for spot in list(scene.held)[:MOST]:
        key = key_of(scene, spot)
        if key.t not in axis.visible or key.t in axis.opened or (clocks is not None and key.t not in clocks):
            continue
        # With keys they stay away where the cell of their clock is open.
        marks = held_mark(scene, layout, axis, spot, key)
        made += [replace(mark, keys=(key,)) for mark in marks if isinstance(mark, Boxes | Circles)]
    return made


def held_mark(scene: Scene, layout: Layout, axis: TimeAxis, spot: Spot, key: Key) -> list[Batch]:
    """The frame and the padlock of one number that is held, at what stands for it on the stage."""
    frame = outline(scene, layout, axis, key, 1.0, scene.theme.text)
    own = {"H": "h", "M": scene.cell.memory.lower(), "S": "s"}.get(key.name, key.name) == spot.name
    return [*(frame if own else []), *(_lock(scene, frame[0], spot, own, layout.scale) if frame else [])]


def _lock(scene: Scene, frame: Batch, spot: Spot, own: bool, scale: float) -> list[Batch]:
    colour = scene.theme.text if own else scene.about(Key(spot.name, spot.t or 1, 0)).ink(spot.name)
    low = 1.0 if not own else -1.0  # what is inside H has its lock at the lower edge
    one = np.ones(1)
    if isinstance(frame, Circles):
        size = min(10.0 * scale, 0.8 * float(frame.r[0]))
        x, y = float(frame.x[0] + 0.7 * frame.r[0]), float(frame.y[0] + low * 0.7 * frame.r[0])
    elif isinstance(frame, Boxes):
        size = min(9.0 * scale, 0.9 * float(frame.h[0]))
        x = float(frame.x[0] + frame.w[0] / 2)
        y = float(frame.y[0] + (frame.h[0] if low > 0 else 0.0))
    else:
        return []
    return locks(scene.theme, x * one, y * one, size, colour) if size >= _LEAST else []


def held_inside(scene: Scene, diagram: Diagram, card: Card, t: int, unit: int) -> list[Batch]:
    """In an open cell: at the corner of each node whose value is held, and at what comes in before the first clock; in
    Jordan's, where S comes in, at any of it that is held. unit: the one that is shown, -1 for all."""
    first = not scene.clock_before(t)
    names = {
        spot.name if spot.t else f"{spot.name}_before"
        for spot in scene.held
        if (spot.layer, spot.reverse) == scene.part
        and (spot.t == t or (spot.t == 0 and first))
        and unit in (-1, spot.unit)
    }
    x, y = [], []
    for node in diagram.nodes:
        if node.name in names and node.kind in ("gate", "operator", "function"):
            (left, top), (half, high) = card.at(node.place), card.half(node, diagram)
            x.append(left + half)
            y.append(top - high)
    for wire in diagram.wires:
        if wire.value in names and wire.number is not None and wire.value.endswith("_before"):
            left, top = card.at(wire.number.place)
            x.append(left + 1.1 * card.text)
            y.append(top + 2.4 * card.text)
            names = names - {wire.value}
    comes_in = scene.clock_before(t)
    if scene.cell.memory == "S" and any(
        (spot.name, spot.t) == ("s", comes_in) and (comes_in or spot.layer == scene.layer) for spot in scene.held
    ):
        way = next(wire for wire in diagram.wires if wire.dashed and wire.points[0][0] == BEFORE)
        left, top = card.at(way.points[0])
        x.append(left + EDGE + 0.6 * card.text)
        y.append(top + 1.2 * card.text)
    return locks(scene.theme, np.array(x), np.array(y), 1.15 * card.text) if x else []


def drag_cue(scene: Scene, layout: Layout, axis: TimeAxis, key: Key) -> list[Batch]:
    """Small arrowheads above and below what the mouse points at, where dragging changes it."""
    if layout.narrow or key.t in axis.opened or changeable(scene, key) is None:
        return []
    frame = outline(scene, layout, axis, key, 1.0)
    if not frame:
        return []
    mark = frame[0]
    if isinstance(mark, Circles):
        x, top, bottom = float(mark.x[0]), float(mark.y[0] - mark.r[0]), float(mark.y[0] + mark.r[0])
    elif isinstance(mark, Boxes):
        x, top, bottom = float(mark.x[0] + mark.w[0] / 2), float(mark.y[0]), float(mark.y[0] + mark.h[0])
    else:
        return []
    wide, high, gap = 4.5, 3.5, 3.0
    x1 = np.array([x - wide, x + wide, x - wide, x + wide])
    y1 = np.array([top - gap, top - gap, bottom + gap, bottom + gap])
    y2 = np.array([top - gap - high] * 2 + [bottom + gap + high] * 2)
    return [Lines(x1, y1, np.full(4, x), y2, even(scene.theme.accent, 4), np.full(4, 2.2))]
