"""The wires of an open cell: faint where nothing has passed yet, then in their role's colour, as thick as the value."""

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

import numpy as np

from rnnviz.figure.drawing import Batch, Circles, Colours, Lines
from rnnviz.figure.inside.diagram import Diagram, Wire
from rnnviz.figure.inside.geometry import Card
from rnnviz.figure.inside.motion import Course
from rnnviz.figure.inside.values import Numbers
from rnnviz.figure.marks import between, box, even, ink
from rnnviz.figure.scene import Scene
from rnnviz.session.state import Key

_FAINT = 0.26
_BELT, _TINT = 5.5, 0.17  # half of the conveyor's width at scale 1, and how much of its colour it has
_JOINT = 2.9  # the least radius at scale 1
_DASH = (6.0, 4.0)
Path = list[tuple[float, float]]


def wires(
    scene: Scene, diagram: Diagram, card: Card, course: Course, numbers: Numbers, lit: Mapping[str, float]
) -> list[Batch]:
    """The conveyor, all wires, and the values on their way. lit: how strongly the values glow by their name, 0 to 1."""
    drawn, below, faint = scene.latest(
        ("wires", course.t), (card, numbers.unit), partial(_still, scene, diagram, card, course.t, numbers)
    )
    strong, glow = _Pencil(), _Pencil()
    corners: list[tuple[float, float, float, Colours]] = []
    moving: list[tuple[float, float, Colours]] = []
    for wire, path, colour, thick, key in drawn:
        part = course.travelled(wire) if numbers.known or wire.value in ("h_before", "c_before") else 0.0
        if part:
            way = _part_of(path, part)
            strong.draw(way, colour, thick, key, wire.dashed)
            corners += [] if wire.dashed else [(*place, thick / 2, colour) for place in way[1:-1]]
            if part < 1:
                moving.append((*way[-1], colour))
        shine = max(lit.get(wire.value, 0.0), lit.get(wire.owner, 0.0))
        if shine:
            glow.draw(path, ink(scene.theme.accent, shine), thick + 7 * card.scale, None, False)
    for joint, wire in diagram.joints:
        colour, there = ink(_colour(scene, wire)), numbers.known and course.travelled(wire) == 1
        pale = between(ink(scene.theme.field), colour, np.array(_FAINT))
        least = max(_JOINT * card.scale, 0.5 * _thickness(card, wire, numbers) + 1.2 * card.scale)
        corners.append((*card.at(joint), least, colour if there else pale))
    made = [*below, *glow.batches(), *faint, *strong.batches()]
    if corners:
        x, y, r, fills = zip(*corners, strict=True)
        made.append(_dots(np.array(x), np.array(y), np.array(r), np.array(fills)))
    if moving:
        x, y, fills = zip(*moving, strict=True)
        made.append(_dots(np.array(x), np.array(y), np.full(len(x), 4.6 * card.scale), np.array(fills)))
    return made


def _belt(scene: Scene, diagram: Diagram, card: Card) -> list[Batch]:
    if diagram.conveyor is None:
        return []
    role, level = diagram.conveyor
    y, half = card.at((0.0, level))[1], _BELT * card.scale
    fill = between(ink(scene.theme.field), ink(scene.theme.role(role)), np.array(_TINT))
    return [box(card.left, y - half, card.right - card.left, 2 * half, fill)]


def _still(
    scene: Scene, diagram: Diagram, card: Card, t: int, numbers: Numbers
) -> tuple[list[tuple[Wire, Path, Colours, float, Key]], list[Batch], list[Batch]]:
    """What stays while values travel: each wire's path, colour, thickness and key, the belt, and all wires faint."""
    faint, drawn = _Pencil(), []
    for wire in diagram.wires:
        path = [card.at(place) for place in wire.points]
        key, colour = scene.key(wire.value, t, numbers.unit), ink(_colour(scene, wire))
        pale = between(ink(scene.theme.field), colour, np.array(_FAINT))
        faint.draw(path, pale, 1.6 * card.scale, key, wire.dashed)
        drawn.append((wire, path, colour, _thickness(card, wire, numbers), key))
    return drawn, _belt(scene, diagram, card), faint.batches()


class _Pencil:
    """Collects lines and makes two batches of them, solid and dashed."""

    def __init__(self) -> None:
        self._lines: dict[bool, list[tuple[float, float, float, float]]] = {False: [], True: []}
        self._looks: dict[bool, list[tuple[Colours, float, Key | None]]] = {False: [], True: []}

    def draw(self, path: Path, colour: Colours, width: float, key: Key | None, dashed: bool) -> None:
        for start, end in pairwise(path):
            self._lines[dashed].append((*start, *end))
            self._looks[dashed].append((colour, width, key))

    def batches(self) -> list[Batch]:
        made: list[Batch] = []
        for dashed, ends in self._lines.items():
            if ends:
                x1, y1, x2, y2 = np.array(ends).T
                colours, widths, keys = zip(*self._looks[dashed], strict=True)
                dash = _DASH if dashed else ()
                made.append(Lines(x1, y1, x2, y2, np.array(colours), np.array(widths), dash, keys))
        return made


def _colour(scene: Scene, wire: Wire) -> str:
    return scene.theme.role(wire.role) if wire.role else scene.theme.muted


def _thickness(card: Card, wire: Wire, numbers: Numbers) -> float:
    """As thick as the value is large; sums before their function are not on the scale of the values."""
    if not wire.role:
        return 1.6 * card.scale
    return (1.6 + 3.6 * numbers.size(wire.value)) * card.scale


def _part_of(path: Path, part: float) -> Path:
    """The beginning of a path, as far as `part` of its length."""
    if part >= 1:
        return path
    lengths = [abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in pairwise(path)]
    left = part * sum(lengths)
    way = path[:1]
    for (x1, y1), (x2, y2), length in zip(path, path[1:], lengths, strict=False):
        if left <= length:
            share = left / length if length else 0.0
            return [*way, (x1 + (x2 - x1) * share, y1 + (y2 - y1) * share)]
        way.append((x2, y2))
        left -= length
    return way


def _dots(x: np.ndarray, y: np.ndarray, r: np.ndarray, fill: Colours) -> Circles:
    count = len(x)
    return Circles(x, y, r, fill, even("#000000", count, 0.0), np.zeros(count))
