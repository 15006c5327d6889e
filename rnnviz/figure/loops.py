"""The loop of the folded network: H (or S) is copied to M, which is read at the next clock; on the way there each copy
of the unrolled network has a way of its own to the next one's memory."""

import numpy as np
from numpy.typing import NDArray

from rnnviz.figure.describe import before, lettered
from rnnviz.figure.drawing import Batch, Circles, Curves, Floats, Texts
from rnnviz.figure.edges import MOST_COPIES, copy_path, heads, read_back_path
from rnnviz.figure.gutter import reach_of_letters
from rnnviz.figure.marks import between, bezier, clock_keys, ease, even, ink, line
from rnnviz.figure.metrics import text_width
from rnnviz.figure.motion import Moment
from rnnviz.figure.palette import diverging
from rnnviz.figure.rows import Layout, Row
from rnnviz.figure.scene import Scene
from rnnviz.figure.sideways import back_sideways, loop_sideways

Path = NDArray[np.float64]  # (4, 2): a cubic Bézier curve, from the middle of the column

_SHORT = 80.0  # pixels
_BOW = 22.0  # pixels by which a loop reaches beyond what it goes around, at scale 1


def loop_path(layout: Layout, source: str, reverse: bool, crowd: int = 0) -> Path:
    """From H (or S) outwards and to the memory of the same column; to H itself where M is not drawn. To the left, in
    reverse to the right. crowd: how many memories lie above this one, around which a way from S has to go."""
    if layout.sideways:
        return loop_sideways(layout, source, reverse)
    copied, memory, hidden = layout.row(source), layout.M, layout.H
    side = 1.0 if reverse else -1.0
    bow = _BOW * layout.scale
    x1 = copied.shift + side * (copied.half + 1)
    if memory.high and not crowd:
        x2, y2 = memory.shift, memory.y - memory.high - 2
        down = y2 - copied.y
        return np.array([[x1, copied.y], [x2, copied.y], [x2, copied.y + 0.35 * down], [x2, y2]])
    end = memory if memory.high else hidden
    x2 = end.shift + side * (end.half + 2)
    out = max(side * x1, side * x2) + bow * (1.0 + 0.7 * crowd)
    y1, y2 = copied.y, end.y
    if copied is end or y1 == y2:
        y1, y2 = end.y - 0.5 * end.high, end.y + 0.5 * end.high
        return np.array([[x1, y1], [side * out, y1 - 0.8 * bow], [side * out, y2 + 0.8 * bow], [x2, y2]])
    return np.array([[x1, y1], [side * out, y1], [side * out, y2], [x2, y2]])


def way(scene: Scene, layout: Layout, part: tuple[int, bool], apart: float, rolled: float) -> Path:
    """From one copy's H to the next one's memory, `apart` pixels beside it; with rolled = 1 the loop. part: layer and
    direction."""
    rows, source = layout.of(*part), scene.cell.memory
    loop = loop_path(rows, source, part[1], _crowd(scene, layout, part))
    if rolled >= 1 or (source == "S" and not rows.M.high):
        return loop
    start = copy_path(rows._replace(column=apart), None, part[1], source)
    path: Path = start + (loop - start) * rolled
    return path


def _crowd(scene: Scene, layout: Layout, part: tuple[int, bool]) -> int:
    """How many memories lie on the way from S to this one."""
    if scene.cell.memory != "S":
        return 0
    return sum(1 for each in layout.parts if each.layer > part[0] and each.reverse == part[1] and each.M.high)


def ways(
    scene: Scene, layout: Layout, part: tuple[int, bool], path: Path, xs: Floats, clocks: range,
    strength: Floats | float, head: float,
) -> list[Batch]:  # fmt: skip
    """These ways, leaving the columns whose middles are xs; clocks: where they arrive. strength: how visible all of
    them or each one is. head: how much of an arrow they have at their ends, 0 to 1."""
    if not len(xs):
        return []
    points = np.repeat(path[None], len(xs), axis=0)
    points[:, :, 0] += xs[:, None]
    width = np.full(len(xs), max(1.2, 1.6 * layout.scale))
    colour = between(ink(scene.theme.stage), ink(scene.colour("M")), np.full(len(xs), strength))
    long = float(np.hypot(*np.diff(path, axis=0).T).sum())
    dash = (4.0, 3.0) if long > _SHORT else (2.4, 1.8)  # so that it remains one line
    made = Curves(points, colour, width, dash, clock_keys("M", clocks, part))
    return [made, heads(made, head * max(3.5, 5 * layout.scale))] if head else [made]


def back_way(layout: Layout, apart: float, rolled: float) -> Path:
    """From S to the X of the next clock, `apart` pixels beside it; with rolled = 1 around the right side of the one
    column."""
    S, X = layout.S, layout.X
    if layout.sideways:
        start = read_back_path(layout, apart)
        below = layout.word_y + 0.8 * layout.text + 1.3 * layout.small  # the letters over the rows
        over: Path = start + (back_sideways(layout, below) - start) * rolled
        return over
    widest = max(row.shift + row.half for row in (S, X, *(each.H for each in layout.parts), layout.H))
    reach = max([widest, *(each.M.shift + each.M.half for each in layout.parts if each.reverse and each.M.high)])
    out = (reach + 1.2 * _BOW * layout.scale) / 0.75
    loop = np.array([[S.half + 2, S.y], [out, S.y], [out, X.y], [X.half + 4, X.y]])
    start = read_back_path(layout, apart)
    path: Path = start + (loop - start) * rolled
    return path


def copying(scene: Scene, layout: Layout, x: float, t: int, path: Path, part: float) -> list[Batch]:
    """Each unit's value on its way to the memory, in its own colour; a single ball where units are too many. At the
    end (part = 1) they wait at the memory's door, which opens when the next clock begins."""
    source = scene.cell.memory
    values = scene.values(source, range(t, t + 1))[0]
    copied, memory = layout.row(source), layout.M
    if np.isnan(values[0]):
        return []
    units, along = len(values), ease(part)
    if copied.r and memory.r and units <= MOST_COPIES:
        place = bezier(_unit_paths(path, copied, memory, units), along)
        r = copied.r + (waiting_radius(memory) - copied.r) * along
        fill = diverging(values, limit=scene.limit)
    else:
        place, r = bezier(path[None], along), 5 * layout.scale
        fill = even(scene.colour("M"), 1)
    n = len(place)
    line_colour, width = even(scene.colour("M"), n), np.full(n, 1.5)
    return [Circles(x + place[:, 0], place[:, 1], np.full(n, r), fill, line_colour, width)]


def waiting_radius(memory: Row) -> float:
    """Of a value that waits to be taken into the memory."""
    return 0.5 * memory.r


def _unit_paths(path: Path, copied: Row, memory: Row, units: int) -> Path:
    """(units, 4, 2): the same way for every unit, from its place to above its place in the memory; below it where the
    memory has its lane, and its text, above the network."""
    side = 1.0 if copied.upright and memory.y < copied.y else -1.0
    every = np.repeat(path[None], units, axis=0)
    for unit in range(units):
        every[unit, 0] = copied.x(unit), copied.level(unit)
        every[unit, 2:, 0] += memory.x(unit) - memory.shift
        every[unit, 3, 0] = memory.x(unit)
        every[unit, 3, 1] = memory.y + side * (memory.high + waiting_radius(memory) + 2)
    return every


def tick(scene: Scene, layout: Layout, path: Path, x: float, turned: float, strength: float) -> list[Batch]:
    """A clock on the way: what goes along it is used one clock later. turned: how far its hand has gone round. Where
    the way down is short, it hangs further up, clear of what waits at the memory's door."""
    one, scale = np.ones(1), layout.scale
    r = max(5.5, 7.5 * scale)
    down = abs(float(path[3, 1] - path[0, 1])) - 2 * waiting_radius(layout.M) - 2
    place = bezier(path[None], 0.5 if layout.sideways else 0.22 + 0.28 * min(max(down / (2.5 * r), 0.0), 1.0))[0]
    centre, y = x + float(place[0]), float(place[1])
    colour = between(ink(scene.theme.stage), ink(scene.colour("M")), np.array(strength))
    face = Circles(
        centre * one, y * one, r * one, ink(scene.theme.field)[None], colour[None], max(1.2, 1.5 * scale) * one
    )
    angle = 2 * np.pi * turned
    hand = line(
        centre,
        y,
        centre + 0.68 * r * float(np.sin(angle)),
        y - 0.68 * r * float(np.cos(angle)),
        colour,
        max(1.2, 1.5 * scale),
    )
    rest = line(centre, y, centre + 0.45 * r, y, colour, max(1.2, 1.5 * scale))
    return [face, hand, rest]


def memory_text(scene: Scene, layout: Layout, x: float, t: int) -> Texts | None:
    """M₄ = h₃, below the memory; in the lane of a row that runs right to left above it. What is wider than the memory
    reaches outwards. None where there is no room among the other layers' rows and loops."""
    memory = layout.M
    first = not scene.clock_before(t)
    string = f"{lettered(scene, 'M', t)} = {0 if first else before(scene, t)}"
    one, size = np.ones(1), float(layout.small)
    # Outwards it may reach over the gutter, so that it stands clear of the row's letter there.
    out = max(memory.high, reach_of_letters(layout)) + 0.8 * size
    y = memory.y - out if layout.sideways and memory.y < layout.H.y else memory.y + out
    outwards = 1.0 if memory.shift > layout.H.shift else -1.0
    beyond = max(0.0, text_width(string, size, True) / 2 - memory.half)
    if layout.sideways and scene.top:  # lanes lie close together, and other layers' loops between them
        return None
    inner = memory.half if beyond else text_width(string, size, True) / 2  # from its middle towards the rows
    for below in layout.parts:
        if below.layer == scene.layer - 1 and below.reverse == scene.reverse:
            loop = abs(below.H.shift - memory.shift) - below.H.half - _BOW * layout.scale
            if loop < inner and below.H.y - below.H.high - 3 < y + 0.6 * size:
                return None
    return Texts(
        (string,), (x + memory.shift + outwards * beyond) * one, y * one, ink(scene.ink("M"))[None], size, "c", True
    )


def loops(scene: Scene, layout: Layout, x: float, moment: Moment, rolled: float, apart: float) -> list[Batch]:
    """The loop of every layer and direction of the column at x, its clock, and what travels along it. rolled: how far
    the network is folded, `apart` pixels between two clocks."""
    made: list[Batch] = []
    t = moment.t
    for part in scene.parts if scene.cell.memory else ():
        path = way(scene, layout, part, apart, rolled)
        here, rows = scene.at(*part), layout.of(*part)
        made += ways(scene, layout, part, path, np.array([x]), range(t, t + 1), rolled, rolled)
        to = t - 1 if moment.backwards else t + 1
        copies = moment.phase == "M" and part[1] == moment.backwards and 1 <= to <= scene.steps
        copies = copies and (not moment.steps or part[0] == moment.layer)
        share = moment.progress if copies else 0.0
        if rows.M.high:
            made += tick(scene, rows, path, x, ease(share), rolled)
        if copies and share > 0 and rows.M.high:
            made += copying(here, rows, x, t, path, share)
    return made
