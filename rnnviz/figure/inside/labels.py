"""The numbers on the wires of an open cell, or for all units the vectors as small columns of cells."""

from dataclasses import replace

import numpy as np

from rnnviz.figure.describe import indexed
from rnnviz.figure.describe import number as in_words
from rnnviz.figure.drawing import Anchor, Batch, Boxes, Lines, Picture, Texts
from rnnviz.figure.gutter import layer_mark
from rnnviz.figure.inside.diagram import AFTER, BEFORE, Diagram, Number, Wire
from rnnviz.figure.inside.geometry import EDGE, Card
from rnnviz.figure.inside.motion import Course
from rnnviz.figure.inside.values import Numbers, tabular
from rnnviz.figure.marks import between, even, ink
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.palette import diverging
from rnnviz.figure.scene import Scene
from rnnviz.session.state import Key

_CELL, _TALLEST = 7.0, 46.0  # of a vector's cells, in pixels at scale 1


def labels(scene: Scene, diagram: Diagram, card: Card, course: Course, numbers: Numbers) -> list[Batch]:
    """Every number that has arrived. At the edges of the column the letter stands on the other side of the wire."""
    come = [course.written(wire) >= 0.5 for wire in diagram.wires]
    leaving = [course.travelled(wire) for wire in diagram.wires if wire.points[-1][1] == BEFORE]
    version = card, numbers.unit, tuple(come), tuple(leaving)
    return scene.latest(("labels", course.t), version, lambda: _labels(scene, diagram, card, course, numbers))


def _labels(scene: Scene, diagram: Diagram, card: Card, course: Course, numbers: Numbers) -> list[Batch]:
    made: list[Batch] = []
    for wire in diagram.wires:
        if wire.points[-1][1] == BEFORE:
            made += _leaving(scene, card, course, wire)
        if wire.number is None:
            if wire.owner == "M" and wire.points[0][0] == BEFORE:  # a vector of another size than the cell's
                whole = replace(wire, value="h_before", number=Number(wire.points[0], "above", True))
                made += _letter(scene, card, course, whole)
            continue
        edge = wire.number.place[0] in (BEFORE, AFTER)
        if edge or wire.number.place[1] == AFTER:
            made += _letter(scene, card, course, wire)
        if not numbers.known or course.written(wire) < 0.5:
            continue
        if wire.value == "x":
            made += _input(scene, card, course, numbers, wire)
        elif numbers.unit < 0:
            made += _vector(scene, card, course, numbers, wire)
        else:
            text, key = tabular(numbers.one(wire.value), True), scene.key(wire.value, course.t, numbers.unit)
            made += _beside(scene, card, _centred(diagram, card, wire), text, key, "below" if edge else "")
    return made


def _centred(diagram: Diagram, card: Card, wire: Wire) -> Wire:
    """With its number in the middle of what is seen of a level wire: a gate hides more of it than an operator."""
    (x1, y1), *_, (x2, y2) = wire.points
    if wire.number is None or y1 != y2 or not x1 < wire.number.place[0] < x2 or {x1, x2} & {BEFORE, AFTER}:
        return wire
    hidden = {node.place: card.half(node, diagram)[0] for node in diagram.nodes}
    aside = (hidden.get((x1, y1), 0.0) - hidden.get((x2, y2), 0.0)) / 2 / (card.frame[2] - card.frame[0])
    return replace(wire, number=replace(wire.number, place=((x1 + x2) / 2 + aside, y1)))


def _leaving(scene: Scene, card: Card, course: Course, wire: Wire) -> list[Batch]:
    """The head of an arrow up to S or to the layer above, and its letter."""
    x, y = card.at(wire.points[-1])
    y, reach = y + 2, 0.55 * card.text  # beyond the thickest wire
    part = course.travelled(wire)
    theme, one = scene.theme, np.ones(2)
    highest = scene.layer == scene.top
    role = "S" if highest else "H"
    colour = np.broadcast_to(between(ink(theme.field), ink(theme.role(role)), np.array(0.4 + 0.6 * part)), (2, 4))
    head = Lines(
        x * one, y * one, x + reach * np.array([-1.0, 1.0]), (y + reach) * one, colour, 2.2 * card.scale * one
    )  # fmt: skip
    name = indexed(role, course.t) + ("" if highest else layer_mark(scene, scene.layer + 1))
    key = Key("S", course.t) if highest else None
    away = reach + 0.3 * card.text
    place = (x + away if card.mirrored else x - away) * one[:1]
    text = Texts(
        (name,), place, (y + 0.8 * reach) * one[:1], ink(theme.ink(role))[None], card.text,
        "l" if card.mirrored else "r", True, True, (key,),
    )  # fmt: skip
    return [head, text]


def _letter(scene: Scene, card: Card, course: Course, wire: Wire) -> list[Batch]:
    """c₃ where it comes in, c₄ where it goes out."""
    t = course.t
    then = t + 1 if scene.reverse else t - 1  # the clock that M is a copy of
    name = indexed("c", then) if wire.value == "c_before" else indexed(wire.value, t)
    if wire.value == "x" and scene.layer:
        name = indexed("h", t) + layer_mark(scene, scene.layer - 1)
    if wire.value == "h_before":
        name = indexed("M", t)
        whole = f"{name} = {indexed(scene.cell.memory.lower(), then)}"
        room = card.frame[0] - card.left - 2 * EDGE
        size = next(
            (size for size in (card.text, 0.88 * card.text, 0.76 * card.text) if text_width(whole, size, True) <= room),
            None,
        )
        if size is not None:
            return _beside(scene, card, wire, whole, scene.key(wire.value, t), "above", True, size)
    side = "left" if wire.value == "x" else "above"
    return _beside(scene, card, wire, name, scene.key(wire.value, t), side, italic=True)


def _beside(
    scene: Scene, card: Card, wire: Wire, text: str, key: Key, side: str = "", italic: bool = False, size: float = 0.0
) -> list[Batch]:
    if wire.number is None or not text:
        return []
    x, y = card.at(wire.number.place)
    size, away = size or card.text, 0.5 * card.text
    side = side or wire.number.side
    anchor: Anchor = "c"
    if wire.number.place[0] in (BEFORE, AFTER):
        x, anchor = (x + EDGE, "l") if (wire.number.place[0] == BEFORE) != card.mirrored else (x - EDGE, "r")
    elif side in ("left", "right"):
        x, anchor = (x - away, "r") if (side == "left") != card.mirrored else (x + away, "l")
        if wire.number.place[1] == AFTER:
            y -= 0.75 * size
    if side in ("above", "below"):
        y += -1.05 * size if side == "above" else 1.15 * size
    one = np.ones(1)
    colour = ink(scene.theme.ink(wire.role) if wire.role else scene.theme.muted)
    return [Texts((text,), x * one, y * one, colour[None], size, anchor, True, italic, (key,))]


def _input(scene: Scene, card: Card, course: Course, numbers: Numbers, wire: Wire) -> list[Batch]:
    """The symbol, and the vector that it becomes where it is short."""
    x = numbers.values["x"]
    vector = " ".join(in_words(float(value)) for value in x)
    if scene.layer:  # what the layer below gives is no symbol
        return []
    text = f"{scene.labels[course.t - 1]} = ({vector})" if len(x) > 1 else vector
    place = card.at(wire.points[0])[0]
    room = (place - card.left if card.mirrored else card.right - place) - 8 - 0.5 * card.text
    if len(x) > 6 or text_width(text, card.text, True) > room:
        text = fitted(scene.labels[course.t - 1], room, card.text, True)
    return _beside(scene, card, wire, text, scene.key("x", course.t))


def _vector(scene: Scene, card: Card, course: Course, numbers: Numbers, wire: Wire) -> list[Batch]:
    """A cell a unit, from the first at the top, on the wire."""
    if wire.number is None:
        return []
    values = numbers.values[wire.value]
    count = len(values)
    x, y = card.at(wire.number.place)
    wide = _CELL * card.scale
    tall = min(count * _CELL, _TALLEST) * card.scale
    (x1, y1), (x2, y2) = (card.at(place) for place in wire.points[:2])
    if x1 == x2:  # between the nodes at the ends of its wire
        tall = min(tall, max(abs(y2 - y1) - 2 * card.operator() - 4, 8.0))
    if wire.number.place[0] in (BEFORE, AFTER):
        middle = (card.frame[0] - card.left) / 2
        x += middle if (wire.number.place[0] == BEFORE) != card.mirrored else -middle
        y += 4
        tall = min(tall, max(card.bottom - 3 - y, 8.0))  # below its wire, not on it
        y += tall / 2
    left, top = x - wide / 2, y - tall / 2
    one = np.ones(1)
    rgba = diverging(values, limit=scene.limit)[:, None]
    frame = Boxes(
        (left - 1) * one, (top - 1) * one, (wide + 2) * one, (tall + 2) * one, ink(scene.theme.field)[None],
        even(scene.theme.role(wire.role), 1), one, 2.0, (scene.key(wire.value, course.t),),
    )  # fmt: skip
    return [frame, Picture(left, top, wide, tall, rgba, wire.value, course.t, 1, 0, count)]
