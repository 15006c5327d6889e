"""The nodes of an open cell: gates that fill to their value, functions, products with weights, and operators."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import pairwise, product

import numpy as np

from rnnviz.figure.describe import indexed
from rnnviz.figure.drawing import Anchor, Batch, Boxes, Circles, Colours, Floats, Picture, Texts
from rnnviz.figure.inside.diagram import Diagram, Node
from rnnviz.figure.inside.geometry import Card
from rnnviz.figure.inside.motion import Course
from rnnviz.figure.inside.values import Numbers, tabular
from rnnviz.figure.marks import between, box, even, frame_box, ink, line
from rnnviz.figure.metrics import text_width
from rnnviz.figure.palette import diverging, filling
from rnnviz.figure.scene import Scene
from rnnviz.session.state import Key
from rnnviz.words import translate

PLATE = 0.62  # how much of the filling is covered below letters and numbers
_PLATE_ON_CELLS = 0.85  # these may be white in the dark
_TINT = 0.34  # of the role's colour in a gate's filling, so that the letter on it can be read
_LEAST_BAR = 2.5
SIGNS = ((r"\tanh", "tanh"), (r"\sigma", "σ"), (r"\max", "ReLU"))


def nodes(
    scene: Scene, diagram: Diagram, card: Card, course: Course, numbers: Numbers, lit: Mapping[str, float]
) -> list[Batch]:
    """All nodes. lit: how strongly the values glow by their name, 0 to 1."""
    made: list[Batch] = []
    for index, node in enumerate(diagram.nodes):
        fired = course.fired(node) if numbers.known or node.name == "b" else 0.0
        shine = lit.get(node.name, 0.0)
        # Of the frames of a clock most are made while this node rests.
        made += scene.latest(
            ("node", course.t, index),
            (card, numbers.unit, fired, shine),
            partial(_node, scene, diagram, card, course.t, numbers, node, fired, shine),
        )
    return [*made, *scene.latest(("titles", course.t), card, lambda: _titles(scene, diagram, card))]


def _node(
    scene: Scene, diagram: Diagram, card: Card, t: int, numbers: Numbers, node: Node, fired: float, shine: float
) -> list[Batch]:
    key = scene.key(node.name, t, numbers.unit)
    if node.kind == "weights":
        node = replace(node, sign=scene.notation.written(node.sign, memory=scene.cell.memory))
    if node.kind == "gate":
        made = _gate(scene, diagram, card, t, numbers, node, fired, key)
    else:
        made = _plain(scene, diagram, card, node, fired, key)
    if shine:
        (x, y), (half, high) = card.at(node.place), card.half(node, diagram)
        line = ink(scene.theme.accent, min(1.0, 3 * shine))
        frame = frame_box(x - half - 3, y - high - 3, 2 * half + 6, 2 * high + 6, line, 2.2 * card.scale, 8.0)
        made.append(frame)
    return made


def _outline(scene: Scene, node: Node, fired: float) -> Colours:
    return between(ink(scene.theme.field), ink(scene.theme.role(node.role)), np.array(0.38 + 0.62 * fired))


def _plain(scene: Scene, diagram: Diagram, card: Card, node: Node, fired: float, key: Key) -> list[Batch]:
    (x, y), (half, high) = card.at(node.place), card.half(node, diagram)
    one = np.ones(1)
    outline = _outline(scene, node, fired)
    # An operator flashes in its colour at the moment when its inputs meet.
    flash = 4 * fired * (1 - fired)
    fill = between(ink(scene.theme.field), ink(scene.theme.role(node.role)), np.array(0.45 * flash))
    width = 1.8 * card.scale
    colour = ink(scene.theme.ink(node.role), 0.55 + 0.45 * fired)
    if node.kind == "operator":
        shape: Batch = Circles(x * one, y * one, half * one, fill[None], outline[None], width * one, (key,))
        reach = 0.5 * half
        strokes = [(x - reach, y, x + reach, y), (x, y - reach, x, y + reach)]
        if node.sign == "×":
            reach *= math.sqrt(0.5)
            strokes = [(x - reach, y - reach, x + reach, y + reach), (x - reach, y + reach, x + reach, y - reach)]
        return [shape, *(line(*stroke, colour, 2.2 * card.scale) for stroke in strokes)]
    shape = Boxes(
        (x - half) * one, (y - high) * one, 2 * half * one, 2 * high * one, fill[None], outline[None], width * one,
        5.0 * card.scale, (key,),
    )  # fmt: skip
    bold = node.kind == "weights"
    return [shape, Texts((node.sign,), x * one, y * one, colour[None], card.text, "c", bold, True)]


def _gate(
    scene: Scene, diagram: Diagram, card: Card, t: int, numbers: Numbers, node: Node, fired: float, key: Key
) -> list[Batch]:
    gate = scene.gate(node.name)
    (x, y), (half, high) = card.at(node.place), card.gate(diagram)
    left, top, wide, tall = x - half, y - high, 2 * half, 2 * high
    one, radius = np.ones(1), 6.0 * card.scale
    made: list[Batch] = [
        Boxes(
            left * one, top * one, wide * one, tall * one, ink(scene.theme.field)[None], even("#000000", 1, 0.0),
            0 * one, radius, (key,),
        )
    ]  # fmt: skip
    if fired:
        made += _filling(scene, numbers, node, fired, (left + 1, top + 1, wide - 2, tall - 2), t)
    made.append(frame_box(left, top, wide, tall, _outline(scene, node, fired), 1.9 * card.scale, radius))
    letter, sign = indexed(node.name, t), node.sign or _sign(gate.tex)
    text, sized = card.text, text_width(letter, card.text, True)
    whole = sized + (text_width(sign, 0.85 * text) + 0.35 * text if sign else 0.0)
    sign = sign if whole <= wide - 6 else ""
    single = numbers.unit >= 0
    row = y - 0.62 * text if single else y
    start = x - (whole if sign else sized) / 2
    ink_ = ink(scene.theme.text if fired > 0.5 else scene.theme.ink(node.role))
    if fired:
        # The edge of the filling must not strike the name through.
        half, high = (whole if sign else sized) / 2 + 3, 0.6 * text
        cells = not single and wide - 2 < _LEAST_BAR * len(numbers.values[node.name])
        plate = _PLATE_ON_CELLS if cells else PLATE
        made.append(box(x - half, row - high, 2 * half, 2 * high, ink(scene.theme.field, plate), 3.0))
    made.append(Texts((letter,), start * one, row * one, ink_[None], text, "l", True, True, (key,)))
    if sign:
        place = start + sized + 0.35 * text
        made.append(Texts((sign,), place * one, row * one, ink_[None], 0.85 * text, "l", False, True))
    if single:
        written = tabular(numbers.one(node.name), gate.kind != "sigmoid") if fired > 0.5 else ""
        if written:
            half, high = min(text_width(written, text, True) / 2 + 2, wide / 2 - 1), 0.55 * text
            made.append(box(x - half, y + 0.68 * text - high, 2 * half, 2 * high, ink(scene.theme.field, PLATE), 3.0))
            made.append(Texts((written,), x * one, (y + 0.68 * text) * one, ink_[None], text, "c", True, False, (key,)))
    return made


def _titles(scene: Scene, diagram: Diagram, card: Card) -> list[Batch]:
    """The gates' names in words below them: beside the way into a gate, in the middle where there is none. One that has
    no room before the next way is set smaller, or on the other side where that is no other gate's; else it is left out.
    """
    gates = sorted((card.at(node.place), node) for node in diagram.nodes if node.kind == "gate")
    (_, y), high, usual = gates[0][0], card.gate(diagram)[1], max(round(0.85 * card.text), 8)
    if card.frame[3] - (y + high) < 2.4 * usual:
        return []
    place = y + high + 0.85 * usual
    ways = {card.frame[0] - 1, card.frame[2] + 1, *_uprights(diagram, card, place - 0.5 * usual, place + 0.6 * usual)}
    own = {x for (x, _), _ in gates}
    made: list[Batch] = []
    for (x, _), node in reversed(gates) if card.mirrored else gates:
        word = translate("cells", scene.gate(node.name).title)
        before, after = max(way for way in ways if way < x), min(way for way in ways if way > x)
        usually: list[tuple[float, float, Anchor]] = [(x, after, "l"), (before, x, "r")]
        sides = usually[::-1] if card.mirrored else usually
        if own & {sides[1][0], sides[1][1]} - {x}:
            del sides[1]
        if x not in ways:
            sides = [(x - min(x - before, after - x), x + min(x - before, after - x), "c")]
        for (start, stop, anchor), size in product(sides, (usual, 8)):
            if text_width(word, size, True) + 7 <= stop - start:
                at = np.array([x + {"l": 5.0, "c": 0.0, "r": -5.0}[anchor]])
                colour = ink(scene.theme.ink(node.role))[None]
                made.append(Texts((word,), at, np.array([place]), colour, float(size), anchor, True))
                break
    return made


def _uprights(diagram: Diagram, card: Card, top: float, bottom: float) -> Iterator[float]:
    """Where wires pass this height upright."""
    for wire in diagram.wires:
        for (x1, y1), (x2, y2) in pairwise(card.at(place) for place in wire.points):
            if x1 == x2 and min(y1, y2) < bottom and max(y1, y2) > top:
                yield x1


def _sign(tex: str) -> str:
    return next((sign for command, sign in SIGNS if command in tex), "")


def _filling(
    scene: Scene, numbers: Numbers, node: Node, fired: float, inside: tuple[float, float, float, float], t: int
) -> list[Batch]:
    """From below up to the value where it lies in [0, 1]; from the middle up or down where it can be negative. For all
    units a bar each, or a cell each where they are too many."""
    left, top, wide, tall = inside
    theme, gate = scene.theme, scene.gate(node.name)
    signed = gate.kind != "sigmoid"
    values = numbers.values[node.name]
    shown = values if numbers.unit < 0 else values[numbers.unit : numbers.unit + 1]
    count = len(shown)
    if count > 1 and wide / count < _LEAST_BAR:
        return [_cells(scene, node.name, shown, inside, t, fired)]
    level: Floats = np.nan_to_num(np.clip(shown, -1.0 if signed else 0.0, 1.0)).astype(np.float64) * fired
    zero = top + (tall / 2 if signed else tall)
    reach = level * (tall / 2 if signed else tall)
    pitch = wide / count
    gap = 1.0 if count > 1 else 0.0
    x: Floats = left + pitch * np.arange(count, dtype=np.float64) + gap / 2
    y, h = np.minimum(zero - reach, zero), np.abs(reach)
    fill = between(ink(theme.field), ink(theme.role(node.role)), np.full(count, _TINT))
    keys = tuple(scene.key(node.name, t, unit if numbers.unit < 0 else numbers.unit) for unit in range(count))
    clear = even("#000000", count, 0.0)
    made: list[Batch] = [Boxes(x, y, np.full(count, pitch - gap), h, fill, clear, np.zeros(count), 2.0, keys)]
    edges = even(theme.role(node.role), count)
    thin = np.full(count, 2.0)
    made.append(Boxes(x, zero - reach - 1, np.full(count, pitch - gap), thin, edges, clear, np.zeros(count), 0.0, keys))
    if signed:
        made.append(box(left, zero - 0.4, wide, 0.8, ink(theme.muted, 0.6)))
    return made


def _cells(
    scene: Scene, name: str, values: np.ndarray, inside: tuple[float, float, float, float], t: int, fired: float
) -> Picture:
    left, top, wide, tall = inside
    across = math.ceil(math.sqrt(len(values) * wide / tall))
    down = math.ceil(len(values) / across)
    gate = scene.gate(name)
    colours = (
        filling(values, scene.theme.role(gate.role), scene.theme.field) if gate.kind == "sigmoid" else diverging(values)
    )
    image = np.zeros((down * across, 4), dtype=np.uint8)
    image[: len(values)] = colours
    image[: len(values), 3] = round(255 * fired)
    return Picture(left, top, wide, tall, image.reshape(down, across, 4), name, t, across, 0, len(values))
