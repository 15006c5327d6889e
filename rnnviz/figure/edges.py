"""What connects the layers: weights as lines, the copy of H to the next clock's M, and what travels along them."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rnnviz.figure.drawing import Batch, Circles, Colours, Curves, Floats, Lines
from rnnviz.figure.layout import Layout, Row
from rnnviz.figure.marks import between, bezier, clock_keys, dots, ease, even, ink
from rnnviz.figure.motion import Moment
from rnnviz.figure.palette import diverging
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis

MOST_LINES = 3000  # more visible lines than this become one band a layer pair
MOST_PULSES = 150
FULL_WIDTH_AT = 2.5  # |weight| that is drawn with the widest line
MOST_COPIES = 12  # so many units' values are seen travelling one by one to M


def bundled(scene: Scene, layout: Layout, visible: int, edge: str) -> bool:
    """Whether a layer pair is drawn as one band."""
    if not (layout.row(edge[0]).r and layout.row(edge[1]).r):
        return True
    sizes = scene.sizes
    each = sum(sizes[pair[0]] * sizes[pair[1]] for pair in scene.edges)
    return each * visible > MOST_LINES


def ends(layout: Layout, edge: str, units: dict[str, int]) -> tuple[Floats, Floats, Floats, Floats]:
    """x1, y1, x2, y2 of the edges of a layer pair from the middle of a column, ordered as the weights (to, from)."""
    start, end = layout.row(edge[0]), layout.row(edge[1])
    a, b = units[edge[0]], units[edge[1]]
    x1 = np.tile(middles_of(start, a), b)
    x2 = np.repeat(middles_of(end, b), a)
    y1 = np.full(a * b, start.y - start.high * 0.9)
    y2 = np.full(a * b, end.y + end.high * 0.9)
    return x1, y1, x2, y2


def middles_of(row: Row, units: int) -> Floats:
    """(units,): the middles of the circles of a row, from the middle of the column."""
    made: Floats = row.shift - row.half + row.pitch * (np.arange(units, dtype=np.float64) + 0.5)
    return made


def lines(scene: Scene, layout: Layout, xs: Floats, visible: int, strength: float) -> list[Batch]:
    """The weights at the columns whose middles are xs. strength: 1 for the current clock, less for the others."""
    made: list[Batch] = []
    for edge in scene.edges:
        weight = scene.weights(edge)
        if bundled(scene, layout, visible, edge):
            made.append(_band(scene, layout, edge, weight, xs, strength))
            continue
        # The strongest last, so that they lie on top.
        order = np.argsort(np.abs(weight), axis=None, kind="stable")
        x1, y1, x2, y2 = (place[order] for place in ends(layout, edge, scene.sizes))
        colour, width = _look(scene, layout, edge, weight.ravel()[order], strength)
        n = len(xs)
        made.append(
            Lines(
                np.add.outer(xs, x1).ravel(), np.tile(y1, n), np.add.outer(xs, x2).ravel(), np.tile(y2, n),
                np.tile(colour, (n, 1)), np.tile(width, n),
            )
        )  # fmt: skip
    return made


def _ground(scene: Scene, strength: float) -> Colours:
    """What lines are mixed with. Mixed colours are opaque, and several times as fast to paint as translucent ones."""
    return ink(scene.theme.highlight if strength == 1 else scene.theme.stage)


def _look(scene: Scene, layout: Layout, edge: str, weight: Floats, strength: float) -> tuple[Colours, Floats]:
    """Colour and width of edges. Both come in few steps, so that a painter needs few pens."""
    size = np.minimum(np.abs(weight) / FULL_WIDTH_AT, 1.0)
    size = np.nan_to_num(np.rint(size * 6) / 6)
    part = strength * (0.45 + 0.55 * size)
    if edge == "HS" or scene.signed:
        colour = diverging(np.rint(weight * 4) / 4, f"line-{scene.theme.name}", FULL_WIDTH_AT)
    else:
        colour, part = even(scene.colour(edge[0]), len(weight)), 0.85 * part
    colour = between(_ground(scene, strength), colour, part)
    thin = 0.7 if strength < 1 else 0.9
    return colour, (thin + (2.0 if strength == 1 else 0.9) * size) * min(max(layout.scale, 0.8), 1.5)


def _band(scene: Scene, layout: Layout, edge: str, weight: Floats, xs: Floats, strength: float) -> Lines:
    """One thick line a column for all weights of a layer pair; its width is fixed."""
    start, end = layout.row(edge[0]), layout.row(edge[1])
    count = len(xs)
    width = max(3.0, min(0.16 * layout.column, 16.0 * layout.scale))
    y1, y2 = np.full(count, start.y - start.high), np.full(count, end.y + end.high)
    x2 = xs + end.shift - (0.5 * end.half if edge == "MH" else 0.0)
    part = np.full(count, 0.32 if strength == 1 else 0.14)
    colour = between(_ground(scene, strength), ink(scene.colour(edge[0])), part)
    return Lines(xs + start.shift, y1, x2, y2, colour, np.full(count, width))


def copy_path(layout: Layout, unit: float | None = None, source: str = "H") -> NDArray[np.float64]:
    """(4, 2): the curve from H (or S) to the next clock's M, from the middle of its column; from the right edge of H
    to the middle of M, or from one unit to its copy."""
    hidden, memory = layout.row(source), layout.M
    right = layout.column
    down = memory.y - hidden.y
    if unit is None:
        x1, y1 = hidden.half + 1.0, hidden.y
        x2, y2 = right + memory.shift, memory.y - memory.high - 2
        bow = max(0.12 * layout.column, x2 - x1)
        return np.array([[x1, y1], [x1 + bow, y1 + 0.05 * down], [x2, y1 + 0.3 * down], [x2, y2]])
    x1, x2 = hidden.x(unit), right + memory.x(unit)
    return np.array(
        [[x1, hidden.y], [x1 + 0.5 * (x2 - x1), hidden.y + 0.55 * down], [x2, hidden.y + 0.3 * down], [x2, memory.y]]
    )


def copies(scene: Scene, layout: Layout, xs: Floats, clocks: range, strength: float) -> Curves:
    """The dashed curves that leave the columns whose middles are xs; clocks: where they arrive."""
    path = copy_path(layout, None, scene.cell.memory)
    points = np.repeat(path[None], len(xs), axis=0)
    points[:, :, 0] += xs[:, None]
    width = np.full(len(xs), max(1.2, 1.6 * layout.scale))
    colour = between(ink(scene.theme.stage), ink(scene.colour("M")), np.full(len(xs), strength))
    return Curves(points, colour, width, (4.0, 3.0), clock_keys("M", clocks))


def pulses(scene: Scene, layout: Layout, axis: TimeAxis, moment: Moment, label_top: float) -> list[Batch]:
    """What travels at this moment in the current clock's column."""
    if not moment.moving:
        return []
    x, part = axis.x(moment.t), ease(moment.progress)
    # Seen on the way, not at the ends, where the value itself appears.
    alpha = min(1.0, 6 * moment.progress, 6 * (1 - moment.progress))
    r = max(2.0, 2.6 * layout.scale)
    phase = moment.phase
    if phase == "X":
        places = x + _along(layout.X, scene.sizes["X"])
        start, end = label_top, layout.X.y + layout.X.high
        y = start + (end - start) * part
        return [dots(places, np.full(len(places), y), r, even(scene.colour("X"), len(places), alpha))]
    if phase == "M":
        return _copying(scene, layout, x, moment.t, part) if moment.t < scene.steps else []
    if phase == "S":
        return [_along_edges(scene, layout, "HS", x, part, scene.colour("H"), alpha, r)]
    name = "h" if phase == "H" else phase
    if scene.gate(name).kind == "state":
        return []
    colour = scene.colour(name)
    return [_along_edges(scene, layout, edge, x, part, colour, alpha, r) for edge in scene.edges if edge[1] == "H"]


def _along(row: Row, units: int) -> Floats:
    return middles_of(row, units) if row.r else np.array([row.shift])


def _along_edges(
    scene: Scene, layout: Layout, edge: str, x: float, part: float, colour: str, alpha: float, r: float
) -> Circles:
    sizes = scene.sizes
    if bundled(scene, layout, 1, edge) or sizes[edge[0]] * sizes[edge[1]] > MOST_PULSES:
        band = _band(scene, layout, edge, scene.weights(edge), np.array([x]), 1.0)
        x1, y1, x2, y2, r = band.x1, band.y1, band.x2, band.y2, 1.5 * r
    else:
        x1, y1, x2, y2 = ends(layout, edge, sizes)
        x1, x2 = x1 + x, x2 + x
    return dots(x1 + (x2 - x1) * part, y1 + (y2 - y1) * part, r, even(colour, len(x1), alpha))


def _copying(scene: Scene, layout: Layout, x: float, t: int, part: float) -> list[Batch]:
    """Each unit's value on its way to its copy, in its own colour; a single ball where units are too many."""
    source = scene.cell.memory
    copied, memory = layout.row(source), layout.M
    units = scene.units(source)
    values = scene.values(source, range(t, t + 1))[0]
    if np.isnan(values[0]):
        return []
    if copied.r and memory.r and units <= MOST_COPIES:
        place = bezier(_unit_paths(layout, units, source), part)
        fill, r = diverging(values), copied.r + (memory.r - copied.r) * part
    else:
        place = bezier(copy_path(layout, None, source)[None], part)
        fill, r = even(scene.colour("M"), 1), 5 * layout.scale
    n = len(place)
    line, width = even(scene.colour("M"), n), np.full(n, 1.5)
    return [Circles(x + place[:, 0], place[:, 1], np.full(n, r), fill, line, width)]


@lru_cache(maxsize=16)
def _unit_paths(layout: Layout, units: int, source: str) -> NDArray[np.float64]:
    return np.array([copy_path(layout, unit, source) for unit in range(units)])
