"""The stage with open cells: their columns are wide and show the interior, the others make room and are dimmed."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import numpy as np

from rnnviz.figure.drawing import Batch, Circles, Drawing, Texts
from rnnviz.figure.held_marks import held_inside
from rnnviz.figure.inside.answer import answer, held_answer, with_answer
from rnnviz.figure.inside.diagram import Diagram, diagram_of
from rnnviz.figure.inside.geometry import NARROWEST, Card
from rnnviz.figure.inside.header import header
from rnnviz.figure.inside.labels import labels
from rnnviz.figure.inside.lighting import name_inside
from rnnviz.figure.inside.motion import Course
from rnnviz.figure.inside.nodes import nodes
from rnnviz.figure.inside.values import Numbers
from rnnviz.figure.inside.widen import Widening, parted
from rnnviz.figure.inside.wires import wires
from rnnviz.figure.layout import layout_of
from rnnviz.figure.marks import box, frame_box, ink, line
from rnnviz.figure.metrics import fitted
from rnnviz.figure.motion import Moment
from rnnviz.figure.outline import outline
from rnnviz.figure.rows import MEMORY_SPREAD, Layout
from rnnviz.figure.scene import Scene
from rnnviz.figure.shared import glow_inside
from rnnviz.figure.stage import StaticId, stage
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.weight_matrix import Entry
from rnnviz.session.playback import Position
from rnnviz.session.state import Key
from rnnviz.words import translate

_VEIL = 0.42
MOST_SOURCES = 16  # the sources with the largest shares are framed


def opened_stage(
    scene: Scene,
    axis: TimeAxis,
    height: float,
    position: Position,
    unit: int,
    selection: Key | None = None,
    hover: Key | None = None,
    sources: tuple[tuple[Key, float], ...] = (),
    controls: bool = True,
    rolled: float = 0.0,
    shared: Entry | None = None,
) -> Drawing:
    """The stage on an axis with opened columns, `height` pixels high. unit: whose numbers, -1 for all. sources: the
    numbers that the selected one was computed from, with their shares. controls: whether there are buttons. rolled:
    how far the network is folded; then the other columns, which are copies of this one, are veiled all the more.
    shared: a weight that is touched."""
    diagram = diagram_of(scene.cell)
    layout = layout_of(scene, axis.column, height)
    # What travels in the opened column is drawn by the cell itself; the copy to the next memory leaves it.
    to = position.t - 1 if scene.reverse else position.t + 1
    leaves = Moment.of(scene, position).phase == "M" and to not in axis.opened
    still = position if leaves or position.t not in axis.opened else replace(position, progress=1.0)
    known = {gate.name for gate in scene.gates} | set(scene.sizes)
    framed = tuple(key if _elsewhere(key, known, axis) else None for key in (selection, hover))
    identity = ("around", axis, height, still, framed, rolled)
    around = scene.remember(identity, lambda: _around(scene, layout, axis, still, framed, rolled))
    top, bottom = card_edges(layout)
    edges = _edges(scene, layout, axis)
    live: list[Batch] = []
    for t, (x1, x2) in zip(axis.opened, pairwise(edges), strict=True):
        if diagram is not None and x2 - x1 >= 0.9 * NARROWEST:
            chosen = glowing(scene, t, hover, sources)
            if shared is not None:
                chosen |= glow_inside(scene, diagram, shared, unit)
            middle = (x1 + min(axis.x(t + 0.5), axis.x(axis.wide[1] - 0.5))) / 2
            above = with_answer(scene, layout, axis, t, middle, x2 - x1)
            live += _own_texts(scene, layout, position, t, middle, x2 - x1)
            live += answer(scene, above, axis, t, x2 - x1, Moment.of(scene, position))
            card = Card.of(x1 + 1, top, x2 - 1, bottom, scene.reverse)
            live += interior(scene, diagram, card, position, t, unit, chosen, controls)
            live += held_inside(scene, diagram, card, t, unit)
            live += held_answer(scene, above, axis, t)
            lit = [(key, source_alpha(share)) for key, share in sources[:MOST_SOURCES]]
            for key, alpha in (*lit, (hover, 0.55), (selection, 1.0)):
                if key is not None and (key.name, key.t) == ("S", t):
                    live += outline(scene, above, axis, key, alpha)
    for key, share in sources[:MOST_SOURCES]:
        if key.t not in axis.opened:
            live += outline(scene, layout, axis, key, source_alpha(share))
    background = ink(scene.theme.stage)
    return Drawing(axis.width, height, background, around, tuple(live), StaticId((identity, scene), scene.model))


def _around(
    scene: Scene, layout: Layout, axis: TimeAxis, position: Position, framed: tuple[Key | None, ...], rolled: float
) -> tuple[Batch, ...]:
    """All that stays while values travel inside: the other columns, pushed aside and dimmed, and the empty cards."""
    under = stage(scene, axis.even, layout.height, position, framed[0], framed[1], playhead=False)
    widening, reach = Widening(axis), _reach(axis)
    memory = (layout.M.y - layout.M.high - 2, layout.M.y + layout.M.high + 2)
    made = [one for batch in (*under.static, *under.live) for one in parted(batch, widening, memory, reach)]
    theme, (top, bottom) = scene.theme, card_edges(layout)
    # The stage's own cover moved on with what it covered; its left one stands where it was, below the rows' names.
    end = axis.left + axis.room
    made.append(box(end, 0.0, axis.width - end, layout.height, ink(theme.stage)))
    edges = _edges(scene, layout, axis)
    left, right = edges[0], edges[-1]
    # The neighbours dim while the column widens; of a folded network they are copies of this very cell, and go.
    dim = _VEIL * min(1.0, axis.extra / NARROWEST)
    veil = ink(theme.stage, round(dim + (1 - dim) * rolled, 2))
    begin, high, low = axis.left - reach, top, bottom  # the first clock's M stands before its column
    if rolled:  # also what reaches beyond the cell
        high, low = layout.S.y - layout.S.high - 2, layout.X.y + layout.X.high + 2
    for x1, x2 in ((begin, left), (right, axis.left + axis.room)):
        if x2 > x1:
            made.append(box(x1, high, x2 - x1, low - high, veil))
    made.append(box(left + 1, top, right - left - 2, bottom - top, ink(theme.field), 8.0))
    made.append(frame_box(left + 1, top, right - left - 2, bottom - top, ink(theme.role("H")), 1.6, 8.0))
    made += [line(x, top + 1, x, bottom - 1, ink(theme.border), 1.0) for x in edges[1:-1]]
    return tuple(made)


def _reach(axis: TimeAxis) -> float:
    """How far the units of M reach into the column of the clock before."""
    return 0.5 * MEMORY_SPREAD * axis.column + 3


def _edges(scene: Scene, layout: Layout, axis: TimeAxis) -> list[float]:
    """The left edge of each open cell, and the right edge of the last one; on the way to another clock what is wide.
    The memories that are copied from them stay in sight."""
    first, last = axis.wide
    edges = [axis.x(t - 0.5) for t in (first, *axis.opened[1:], last)]
    if scene.cell.memory and not layout.narrow:
        if axis.opened.stop <= scene.steps:
            edges[-1] -= _reach(axis)
        if axis.opened.start > 1 and scene.bidirectional:
            edges[0] += _reach(axis)
    return edges


def glowing(scene: Scene, t: int, hover: Key | None, sources: tuple[tuple[Key, float], ...]) -> dict[str, float]:
    """How strongly the values of the cell of clock t glow: what is pointed at, and what the selected number is made
    of, the larger its share the stronger."""
    made: dict[str, float] = {}
    for key, share in sources:
        name = name_inside(scene, t, key)
        made[name] = max(made.get(name, 0.0), 0.10 + 0.16 * min(share, 1.0))
    if hover is not None:
        made[name_inside(scene, t, hover)] = 0.34
    made.pop("", None)
    return made


def source_alpha(share: float) -> float:
    """How visible the frame around a source is."""
    return 0.25 + 0.75 * min(share, 1.0)


def with_sources(
    drawing: Drawing, scene: Scene, axis: TimeAxis, height: float, sources: tuple[tuple[Key, float], ...]
) -> Drawing:
    """The overview with a frame around each number that the selected one was computed from."""
    layout = layout_of(scene, axis.column, height)
    frames = [
        mark for key, share in sources[:MOST_SOURCES] for mark in outline(scene, layout, axis, key, source_alpha(share))
    ]
    return replace(drawing, live=(*drawing.live, *frames)) if frames else drawing


def card_edges(layout: Layout) -> tuple[float, float]:
    """Top and bottom of an open cell: between the words above the network and the labels below it."""
    top = layout.word_y + 0.75 * layout.text if layout.word_y else 3.0
    return top, layout.label_y - 0.75 * layout.text


def interior(
    scene: Scene,
    diagram: Diagram,
    card: Card,
    position: Position,
    t: int,
    unit: int,
    lit: Mapping[str, float],
    controls: bool = True,
) -> list[Batch]:
    """One open cell on its card."""
    course = Course.of(scene, position, t)
    numbers = Numbers.of(scene, diagram, t, unit)
    left, top, right, bottom = card.frame
    frame = frame_box(left, top, right - left, bottom - top, ink(scene.theme.border), 1.4, 12.0 * card.scale)
    return [
        frame,
        *wires(scene, diagram, card, course, numbers, lit),
        *nodes(scene, diagram, card, course, numbers, lit),
        *labels(scene, diagram, card, course, numbers),
        *_tick(scene, card, course),
        *scene.latest(
            ("header", t), (card, numbers.unit, controls), lambda: header(scene, card, t, numbers.unit, controls)
        ),
    ]


def _own_texts(scene: Scene, layout: Layout, position: Position, t: int, x: float, wide: float) -> list[Batch]:
    """Below the cell the symbol of X and the clock."""
    theme, one, now = scene.theme, np.ones(1), t == position.t
    clock = translate("figure", "t = {t}").format(t=t)
    wanted = [
        (scene.labels[t - 1], layout.label_y, layout.text, theme.text),
        (clock, layout.clock_y, layout.small, theme.accent if now else theme.muted),
    ]
    return [
        Texts((fitted(string, wide, size, now),), x * one, y * one, ink(colour)[None], float(size), "c", now)
        for string, y, size, colour in wanted
        if y
    ]


def _tick(scene: Scene, card: Card, course: Course) -> list[Batch]:
    """The clock that ticks while M is copied: its hand goes round once, from quarter to quarter."""
    part = course.reached("M", 0.0, 1.0)
    if not 0 < part < 1:
        return []
    r = 1.2 * card.text
    away = 1.3 * r + 4
    x, y = card.left + away if card.mirrored else card.right - away, card.frame[3] - 5.2 * card.text
    turn = 2 * np.pi * part
    one = np.ones(1)
    colour = ink(scene.theme.role("M"))
    face = Circles(x * one, y * one, r * one, ink(scene.theme.field)[None], colour[None], 2.4 * one)
    hand = line(x, y, x + 0.75 * r * float(np.sin(turn)), y - 0.75 * r * float(np.cos(turn)), colour, 2.6)
    quarters = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]
    ticks = [line(x + 0.78 * r * a, y + 0.78 * r * b, x + r * a, y + r * b, colour, 1.4) for a, b in quarters]
    return [face, *ticks, hand]


def _elsewhere(key: Key | None, known: set[str], axis: TimeAxis) -> bool:
    """Whether the stage itself frames this: nothing of the opened columns."""
    return key is not None and key.name in known and key.t not in axis.opened
