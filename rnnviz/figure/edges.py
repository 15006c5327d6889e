"""What connects the layers: weights as lines, the copy of H to the next clock's M, and what travels along them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rnnviz.figure.drawing import Batch, Circles, Colours, Curves, Floats, Lines
from rnnviz.figure.marks import between, bezier, clock_keys, dots, ease, even, ink
from rnnviz.figure.motion import Moment
from rnnviz.figure.palette import diverging
from rnnviz.figure.rows import Layout, Row
from rnnviz.figure.scene import Scene
from rnnviz.figure.sideways import copy_sideways
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.playback import LOWER, UPPER
from rnnviz.session.state import Key

MOST_LINES = 3000  # more visible lines than this become one band a layer pair
MOST_PULSES = 150
FULL_WIDTH_AT = 2.5  # |weight| that is drawn with the widest line
_BAND = 0.39  # how visible a faint band is, of the edges that it stands for
MOST_COPIES = 12  # so many units' values are seen travelling one by one to M


class Wire(NamedTuple):
    """The weights between two rows. edge: “XH”, “MH” or “HS”; part: the layer and direction that they lead to, for “HS”
    that they come from. weight (to, from). way: of those that come from a layer below, from which direction."""

    edge: str
    part: tuple[int, bool]
    start: Row
    end: Row
    weight: Floats
    way: bool = False


def wires_of(scene: Scene, layout: Layout) -> tuple[Wire, ...]:
    """All of them, the lowest layer first. M has none where it is not drawn."""
    return scene.remember(("wires", layout), lambda: tuple(_wires(scene, layout)))


def _wires(scene: Scene, layout: Layout) -> Iterator[Wire]:
    hidden, ways = scene.units("H"), 1 + scene.bidirectional
    for part in scene.parts:
        here, rows = scene.at(*part), layout.of(*part)
        weight = here.weights("XH")
        if part[0] == 0:
            yield Wire("XH", part, rows.X, rows.H, weight)
        else:
            for way in range(ways):
                below = layout.of(part[0] - 1, bool(way)).H
                yield Wire("XH", part, below, rows.H, weight[:, way * hidden : (way + 1) * hidden], bool(way))
        if scene.cell.memory and rows.M.high:
            yield Wire("MH", part, rows.M, rows.H, here.weights("MH"))
    weight = scene.weights("HS")
    for way in range(ways):
        top = (scene.top, bool(way))
        yield Wire("HS", top, layout.of(*top).H, layout.S, weight[:, way * hidden : (way + 1) * hidden])


def bundled(scene: Scene, layout: Layout, visible: int, wire: Wire) -> bool:
    """Whether a layer pair is drawn as one band."""
    if not (wire.start.r and wire.end.r):
        return True
    return sum(each.weight.size for each in wires_of(scene, layout)) * visible > MOST_LINES


def ends(wire: Wire) -> tuple[Floats, Floats, Floats, Floats]:
    """x1, y1, x2, y2 of the edges of a layer pair from the middle of a column, ordered as the weights (to, from)."""
    start, end = wire.start, wire.end
    b, a = wire.weight.shape
    if start.upright or end.upright:
        return _between(start, end, a, b)
    x1 = np.tile(middles_of(start, a), b)
    x2 = np.repeat(middles_of(end, b), a)
    y1 = np.full(a * b, start.y - start.high * 0.9)
    y2 = np.full(a * b, end.y + end.high * 0.9)
    return x1, y1, x2, y2


def _between(start: Row, end: Row, a: int, b: int) -> tuple[Floats, Floats, Floats, Floats]:
    """From the rim of each circle to the rim of each other one, straight on; of cells, from their sides."""
    x1, y1 = np.tile(middles_of(start, a), b), np.tile(levels_of(start, a), b)
    x2, y2 = np.repeat(middles_of(end, b), a), np.repeat(levels_of(end, b), a)
    length = np.maximum(np.hypot(x2 - x1, y2 - y1), 1e-9)
    dx, dy = (x2 - x1) / length, (y2 - y1) / length
    r1, r2 = 0.9 * start.r, 0.9 * end.r
    return x1 + r1 * dx, y1 + r1 * dy, x2 - r2 * dx, y2 - r2 * dy


def levels_of(row: Row, units: int) -> Floats:
    """(units,): the heights of the circles of a row."""
    made: Floats = row.level(0) + (row.pitch if row.upright else 0.0) * np.arange(units, dtype=np.float64)
    return made


def middles_of(row: Row, units: int) -> Floats:
    """(units,): the middles of the circles of a row, from the middle of the column."""
    if row.upright:
        return np.full(units, row.shift)
    made: Floats = row.shift - row.half + row.pitch * (np.arange(units, dtype=np.float64) + 0.5)
    return made


def lines(scene: Scene, layout: Layout, middles: Floats, clocks: range, visible: int, strength: float) -> list[Batch]:
    """The weights at these clocks, the middles of whose columns are given; those of X and S where the scenario has
    them. strength: 1 for the current clock, less for the others."""
    made: list[Batch] = []
    for wire in wires_of(scene, layout):
        xs = middles
        if wire.edge == "HS" or (wire.edge == "XH" and not wire.part[0]):
            xs = middles[scene.exists("S" if wire.edge == "HS" else "X", clocks)]
        if len(xs):
            made.append(wire_lines(scene, layout, wire, xs, visible, strength))
    return made


def wire_lines(scene: Scene, layout: Layout, wire: Wire, xs: Floats, visible: int, strength: float) -> Lines:
    """The weights of one layer pair in the columns whose middles are xs."""
    if bundled(scene, layout, visible, wire):
        return _band(scene, layout, wire, xs, strength)

    def dress() -> tuple[NDArray[np.intp], Colours, Floats]:
        # The strongest last, so that they lie on top.
        order = np.argsort(np.abs(wire.weight), axis=None, kind="stable")
        return order, *_look(scene, layout, wire, wire.weight.ravel()[order], strength)

    which = "edges", wire.edge, wire.part, wire.way, strength == 1
    order, colour, width = scene.latest(which, (strength, layout.scale), dress)
    x1, y1, x2, y2 = (place[order] for place in ends(wire))
    n = len(xs)
    return Lines(
        np.add.outer(xs, x1).ravel(), np.tile(y1, n), np.add.outer(xs, x2).ravel(), np.tile(y2, n),
        np.tile(colour, (n, 1)), np.tile(width, n),
    )  # fmt: skip


def _ground(scene: Scene, strength: float) -> Colours:
    """What lines are mixed with. Mixed colours are opaque, and several times as fast to paint as translucent ones."""
    return ink(scene.theme.highlight if strength == 1 else scene.theme.stage)


def _look(scene: Scene, layout: Layout, wire: Wire, weight: Floats, strength: float) -> tuple[Colours, Floats]:
    """Colour and width of edges. Both come in few steps, so that a painter needs few pens."""
    size = np.minimum(np.abs(weight) / FULL_WIDTH_AT, 1.0)
    size = np.nan_to_num(np.rint(size * 6) / 6)
    part = strength * (0.45 + 0.55 * size)
    if wire.edge == "HS" or scene.signed:
        colour = diverging(np.rint(weight * 4) / 4, f"line-{scene.theme.name}", FULL_WIDTH_AT)
    else:
        colour, part = even(scene.colour(_from(wire)), len(weight)), 0.85 * part
    colour = between(_ground(scene, strength), colour, part)
    thin = 0.7 if strength < 1 else 0.9
    return colour, (thin + (2.0 if strength == 1 else 0.9) * size) * min(max(layout.scale, 0.8), 1.5)


def _from(wire: Wire) -> str:
    """The layer that a wire leaves."""
    return "H" if wire.edge == "XH" and wire.part[0] else wire.edge[0]


def _band(scene: Scene, layout: Layout, wire: Wire, xs: Floats, strength: float) -> Lines:
    """One thick line a column for all weights of a layer pair; its width is fixed."""
    start, end = wire.start, wire.end
    count = len(xs)
    width = max(3.0, min(0.16 * layout.column, (10.0 if layout.parts else 16.0) * layout.scale))
    if end.upright:
        (dx1, y1), (dx2, y2) = sides(wire)
    else:
        dx1, y1, y2 = start.shift, start.y - start.high, end.y + end.high
        dx2 = end.shift - (0.0 if wire.edge != "MH" else 0.5 * end.half * (-1 if wire.part[1] else 1))
    part = np.full(count, 0.32 if strength == 1 else _BAND * strength)
    colour = between(_ground(scene, strength), ink(scene.colour(_from(wire))), part)
    return Lines(xs + dx1, np.full(count, y1), xs + dx2, np.full(count, y2), colour, np.full(count, width))


def sides(wire: Wire) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a band between two upright rows, or from a memory below or above one, begins and ends."""
    start, end = wire.start, wire.end
    if wire.edge != "MH":
        return (start.shift + start.half, start.y), (end.shift - end.half, end.y)
    side = -1.0 if start.y > end.y else 1.0
    return (start.shift, start.y + side * start.high), (end.shift, end.y - side * end.high)


def copy_path(
    layout: Layout, unit: float | None = None, reverse: bool = False, source: str = "H"
) -> NDArray[np.float64]:
    """(4, 2): the curve from H (or S) to the next clock's M, from the middle of its column; from its edge to the middle
    of M, or from one unit to its copy. To the right, or in reverse to the left. Where M is not drawn, to the next H."""
    hidden, memory = layout.row(source), layout.M
    if layout.sideways:
        return copy_sideways(layout, unit, reverse, source)
    side = -1.0 if reverse else 1.0
    next_x = side * layout.column
    down = memory.y - hidden.y
    if not memory.high:
        x1, x2 = hidden.shift + side * (hidden.half + 1), next_x + hidden.shift - side * (hidden.half + 2)
        # Two directions pass each other: one below the row, one above it.
        bow = 0.0 if not hidden.shift else side * (hidden.high + 5)
        y = hidden.y + bow * 0.4
        return np.array([[x1, y], [x1 + 0.2 * (x2 - x1), y + bow], [x2 - 0.2 * (x2 - x1), y + bow], [x2, y]])
    if unit is None:
        x1, y1 = hidden.shift + side * (hidden.half + 1.0), hidden.y
        x2, y2 = next_x + memory.shift, memory.y - memory.high - 2
        if hidden.shift:  # on its way it passes below the other direction's row
            y1 = hidden.y + 0.5 * hidden.high
            way = x2 - x1
            level = hidden.y + hidden.high + 0.3 * (memory.y - memory.high - hidden.y - hidden.high)
            return np.array([[x1, y1], [x1 + 0.3 * way, level], [x2, level - 0.2 * (level - y1)], [x2, y2]])
        bow = side * max(0.12 * layout.column, side * (x2 - x1))
        return np.array([[x1, y1], [x1 + bow, y1 + 0.05 * down], [x2, y1 + 0.3 * down], [x2, y2]])
    x1, x2 = hidden.x(unit), next_x + memory.x(unit)
    return np.array(
        [[x1, hidden.y], [x1 + 0.5 * (x2 - x1), hidden.y + 0.55 * down], [x2, hidden.y + 0.3 * down], [x2, memory.y]]
    )


def copies(
    scene: Scene, layout: Layout, xs: Floats, clocks: range, strength: float, part: tuple[int, bool]
) -> list[Batch]:
    """The dashed curves that leave the columns whose middles are xs; clocks: where they arrive. part: of which layer
    and direction. Arrows where there are two directions, and where no M is drawn at the end."""
    rows = layout.of(*part)
    if scene.cell.memory == "S" and not rows.M.high:
        return []  # a strip shows no M that could receive S
    path = copy_path(rows, None, part[1], scene.cell.memory)
    points = np.repeat(path[None], len(xs), axis=0)
    points[:, :, 0] += xs[:, None]
    width = np.full(len(xs), max(1.2, 1.6 * layout.scale))
    colour = between(ink(scene.theme.stage), ink(scene.colour("M")), np.full(len(xs), strength))
    made = Curves(points, colour, width, (4.0, 3.0), clock_keys("M", clocks, part))
    if not scene.bidirectional and rows.M.high and not rows.sideways:
        return [made]
    return [made, heads(made, max(3.5, 5 * layout.scale))]


def read_back(scene: Scene, layout: Layout, axis: TimeAxis, clocks: range, strength: float) -> list[Batch]:
    """The dashed ways from S to the X of the next clock, which reads it; clocks: where they arrive."""
    reading = [t for t in clocks if scene.reads_back[t - 1]]
    if not reading:
        return []
    points = read_back_path(layout, layout.column)
    starts = np.array([axis.x(t - 1) for t in reading])
    paths = np.repeat(points[None], len(starts), axis=0)
    paths[:, :, 0] += starts[:, None]
    colour = between(ink(scene.theme.stage), ink(scene.colour("S")), np.full(len(starts), strength))
    width = np.full(len(starts), max(1.2, 1.6 * layout.scale))
    made = Curves(paths, colour, width, (4.0, 3.0), tuple(Key("X", t) for t in reading))
    return [made, heads(made, max(3.5, 5 * layout.scale))]


def read_back_path(layout: Layout, apart: float) -> NDArray[np.float64]:
    """(4, 2): from S to the X that reads it, of a column `apart` pixels further right, from the middle of its own."""
    S, X, edge = layout.S, layout.X, 0.5 * apart
    if layout.sideways:
        x1, x2 = S.shift + S.half + 2, apart + X.shift - X.half - 4
        return np.array([[x1, S.y], [x1 + 0.4 * (x2 - x1), S.y], [x2 - 0.4 * (x2 - x1), X.y], [x2, X.y]])
    # Beside the way from H to M, which comes down in the middle between the columns.
    return np.array(
        [[S.half + 2, S.y], [edge + 0.17 * apart, S.y], [edge - 0.03 * apart, X.y], [apart - X.half - 4, X.y]]
    )


def heads(curves: Curves, size: float) -> Lines:
    """The points of arrows at the ends of these curves."""
    tip = curves.points[:, 3]
    back = curves.points[:, 2] - tip
    back = size * back / np.maximum(np.linalg.norm(back, axis=1, keepdims=True), 1e-9)
    across = 0.55 * np.stack([-back[:, 1], back[:, 0]], axis=1)
    ends = np.concatenate([tip + back + across, tip + back - across])
    tips = np.concatenate([tip, tip])
    colour, width = np.concatenate([curves.colour] * 2), np.concatenate([curves.width] * 2)
    return Lines(tips[:, 0], tips[:, 1], ends[:, 0], ends[:, 1], colour, width)


def pulses(scene: Scene, layout: Layout, axis: TimeAxis, moment: Moment, label_top: float) -> list[Batch]:
    """What travels at this moment in the current clock's column."""
    if not moment.moving:
        return []
    x, part = axis.x(moment.t), ease(moment.progress)
    # Seen on the way, not at the ends, where the value itself appears.
    alpha = min(1.0, 6 * moment.progress, 6 * (1 - moment.progress))
    r = max(2.0, 2.6 * layout.scale)
    phase = moment.phase
    if phase == "X" and not scene.has_x[moment.t - 1]:
        return []
    if phase == "X":
        places = x + _along(layout.X, scene.model.spec.inputs)
        start, end = label_top, layout.X.y + layout.X.high
        y = start + (end - start) * part
        return [dots(places, np.full(len(places), y), r, even(scene.colour("X"), len(places), alpha))]
    if phase == "M":
        if moment.t == (1 if moment.backwards else scene.steps):
            return []
        made: list[Batch] = []
        for each in scene.parts:
            if each[1] == moment.backwards and (
                not moment.steps or each[0] == moment.layer
            ):  # the others are complete, or not begun
                made += _copying(scene.at(*each), layout.of(*each), x, moment.t, part)
        return made
    if phase == "S" and not scene.has_s[moment.t - 1]:
        return []
    if phase == "S":
        return [
            _along_edges(scene, layout, wire, x, part, scene.colour("H"), alpha, r) for wire in _into_s(scene, layout)
        ]
    if phase in (LOWER, UPPER):
        return _through(scene, layout, moment, x, r)
    name = "h" if phase == "H" else phase
    if scene.gate(name).kind == "state":
        return []
    colour = scene.colour(name)
    return [
        _along_edges(scene, layout, wire, x, part, colour, alpha, r)
        for wire in wires_of(scene, layout)
        if wire.edge != "HS" and wire.part == (moment.layer, moment.backwards)
    ]


def _into_s(scene: Scene, layout: Layout) -> list[Wire]:
    return [wire for wire in wires_of(scene, layout) if wire.edge == "HS"]


def _through(scene: Scene, layout: Layout, moment: Moment, x: float, r: float) -> list[Batch]:
    """Through one layer after the other, all below or all above the one that is looked at."""
    made: list[Batch] = []
    for wire in wires_of(scene, layout):
        layer = wire.part[0]
        if wire.edge == "XH" and (layer < moment.layer) == (moment.phase == LOWER) and layer != moment.layer:
            part = moment.reached(layer)
            if 0 < part < 1:
                made.append(_along_edges(scene, layout, wire, x, ease(part), scene.colour(_from(wire)), 1.0, r))
    return made


def _along(row: Row, units: int) -> Floats:
    return middles_of(row, units) if row.r else np.array([row.shift])


def _along_edges(
    scene: Scene, layout: Layout, wire: Wire, x: float, part: float, colour: str, alpha: float, r: float
) -> Circles:
    if bundled(scene, layout, 1, wire) or wire.weight.size > MOST_PULSES:
        band = _band(scene, layout, wire, np.array([x]), 1.0)
        x1, y1, x2, y2, r = band.x1, band.y1, band.x2, band.y2, 1.5 * r
    else:
        x1, y1, x2, y2 = ends(wire)
        x1, x2 = x1 + x, x2 + x
    return dots(x1 + (x2 - x1) * part, y1 + (y2 - y1) * part, r, even(colour, len(x1), alpha))


def _copying(scene: Scene, layout: Layout, x: float, t: int, part: float) -> list[Batch]:
    """Each unit's value on its way to its copy, in its own colour; a single ball where units are too many."""
    source = scene.cell.memory
    if source == "S" and not layout.M.high:
        return []
    copied, memory = layout.row(source), layout.M
    units = scene.units(source)
    values = scene.values(source, range(t, t + 1))[0]
    if np.isnan(values[0]):
        return []
    if copied.r and memory.r and units <= MOST_COPIES:
        place = bezier(_unit_paths(layout, units, source, scene.reverse), part)
        fill, r = diverging(values, limit=scene.limit), copied.r + (memory.r - copied.r) * part
    else:
        place = bezier(copy_path(layout, None, scene.reverse, source)[None], part)
        fill, r = even(scene.colour("M"), 1), 5 * layout.scale
    n = len(place)
    line, width = even(scene.colour("M"), n), np.full(n, 1.5)
    return [Circles(x + place[:, 0], place[:, 1], np.full(n, r), fill, line, width)]


@lru_cache(maxsize=16)
def _unit_paths(layout: Layout, units: int, source: str, reverse: bool) -> NDArray[np.float64]:
    return np.array([copy_path(layout, unit, reverse, source) for unit in range(units)])
