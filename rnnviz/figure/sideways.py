"""Columns in which X stands at the left and S at the right, as in many textbooks, with the units of a row one below the
other: where their rows lie.

Time still runs from left to right, for all views share one axis: a clock's whole network stands within its column, and
what is handed on goes along a lane of its own, below the network (right to left: above it), so that it crosses nobody.
"""

import math
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rnnviz.figure.rows import (
    LEAST_MEMORY_RADIUS,
    LEAST_RADIUS,
    NO_LIGHTS,
    NO_ROW,
    Layout,
    Part,
    Row,
    Stack,
    lamps_of,
    row_of,
)

_LEAST_LEVEL = 24.0  # pixels for X, each layer and S side by side; in narrower columns they stand one above the other
_LARGE_LEVEL = 44.0  # a layer with gates and a memory, at scale 1
_LANE = 0.17  # of the height, for a memory
_LANES = 0.36  # for all memories together
_LEAST_LANE = 11.0  # pixels
_THIN = 0.5
_MEMORY = 0.82  # how much of the way from one row to the next a memory takes

_DIP = 13.0  # pixels by which a way without a memory leaves the row, at scale 1; of several layers' each one more
_APART = 8.0

Path = NDArray[np.float64]  # (4, 2): a cubic Bézier curve, from the middle of the column
Sizes = tuple[int, int, int, int]  # inputs, hidden, memory, outputs


def least_column(layers: int) -> float:
    """Columns narrower than this have no room for the rows side by side."""
    return _LEAST_LEVEL * (layers + 2)


def comfortable_column(layers: int, units: int) -> float:
    """A good width of a column in pixels."""
    return min(46.0 * (layers + 2) + 6.0 * min(units, 6), 352.0)


class _Room(NamedTuple):
    """What the rows of one layer and direction have in common. pitch: from one row to the next, across; most: the size
    of marks; k: the same for the lights, at scale 1; lane: the height of a memory's lane."""

    column: float
    small: float
    hidden: int
    memory: int
    lights: int
    pitch: float
    lane: float
    most: float
    k: float


def turned(plain: Layout, sizes: Sizes, lights: int, stack: Stack, top: float, bottom: float, most: float) -> Layout:
    """plain: without rows. The rows lie between `top` and `bottom`. most: as for `layout_of`."""
    inputs, hidden, memory, outputs = sizes
    k, column, ways = plain.scale, plain.column, stack.ways
    lanes_fit = not memory or _LANES * (bottom - top) >= _LEAST_LANE * stack.layers * ways
    every = lanes_fit and column / (stack.layers + 2) >= _LARGE_LEVEL * k
    large = [every or layer == stack.layer for layer in range(stack.layers)]
    wide = [2 if not every and here else 1 for here in large]  # the layer that is looked at has room for two
    pitch = column / (sum(wide) + 2)
    shifts, x = [], -column / 2
    for size in (1, *wide, 1):
        shifts.append(x + pitch * size / 2)
        x += pitch * size
    top += 1.35 * plain.small  # the rows' letters
    if memory and most > 1 and stack.layers == 1:  # what the memory holds is said beside it
        bottom, top = bottom - 1.3 * plain.small, top + (1.3 * plain.small if ways == 2 else 0.0)
    lanes = sum(large) if memory else 0
    lane = min(_LANE * (bottom - top), 30.0 * k * min(most, 1.15)) if lanes else 0.0
    if lanes > 1:
        lane = min(lane, _LANES * (bottom - top) / (lanes * ways))
    air = 12.0 * k if lanes else 0.0
    above, below = (top + lanes * lane + air if ways == 2 else top), bottom - lanes * lane - air
    each = (below - above) / ways
    room = _Room(column, plain.small, hidden, memory, lights, pitch, lane, most * k, k)
    parts: list[Part] = []
    for layer in range(stack.layers):
        for way in range(ways):
            start = above + each * (ways - 1 - way)
            part = _part(room, layer, bool(way), large[layer], wide[layer], (start, start + each))
            part = part._replace(H=part.H._replace(shift=shifts[layer + 1]))
            part = part._replace(lights=part.lights._replace(shift=shifts[layer + 1]))
            if memory and large[layer]:
                along = (sum(large[:layer]) + 0.5) * lane
                part = part._replace(M=_memory(room, part, top + along if way else bottom - along))
            parts.append(part)
    middle = (above + below) / 2 if ways == 2 else parts[0].H.y
    reach = min(middle - above, below - middle)
    X, S = (
        _upright(units, room, 1, 2 * reach, 1.0)._replace(y=middle, shift=shift)
        for units, shift in ((inputs, shifts[0]), (outputs, shifts[-1]))
    )
    made = plain._replace(X=X, S=S, parts=tuple(parts)).of(stack.layer, stack.reverse)
    return made if stack.layers * ways > 1 else made._replace(parts=())


def _part(room: _Room, layer: int, reverse: bool, large: bool, wide: int, place: tuple[float, float]) -> Part:
    """One layer's row in one direction, within (top, bottom), and its lights just above it."""
    top, bottom = place
    high = min(12.5 * room.k, 0.1 * (bottom - top)) if room.lights else 0.0
    letter = room.small * 1.2 + 3.0 if high >= 0.55 * 12.5 * room.k and room.lights else 0.0
    above = letter + 2 * high + 5 * room.k if room.lights else 0.0
    row = _upright(room.hidden, room, wide, 0.94 * (bottom - top - above), 1.0 if large else _THIN)
    row = row._replace(y=(top + above + bottom) / 2)
    if not (large and room.lights):
        return Part(layer, reverse, row, NO_ROW, NO_LIGHTS)
    start = row.y - row.high - above
    letter_y = start + 0.6 * room.small if letter else 0.0
    across = 0.98 * room.pitch * wide
    lamps = lamps_of(room.lights, room.hidden, across, start + letter + high, letter_y, high, room.k)
    return Part(layer, reverse, row, NO_ROW, lamps)


def _upright(units: int, room: _Room, wide: int, tall: float, size: float) -> Row:
    """Circles one below the other, with air between them where there is room; cells where they would be too small."""
    across, k = room.pitch * wide, room.most * size
    # No layer's circles are much larger than those of X and S: the room beside them is the edges'.
    r = min(16.5 * k, tall / (2.16 * units), 0.36 * room.pitch * min(wide, 1.3))
    if r >= LEAST_RADIUS:
        pitch = min(2.7 * r, tall / units)
        return Row(0.0, r, pitch, r, pitch * units / 2, upright=True)
    width = min(0.44 * across, 22.0 * k)
    cells = max(range(1, min(units, 8) + 1), key=lambda count: min(width / count, tall / math.ceil(units / count)))
    down = math.ceil(units / cells)
    gap = max(1, round(cells * (room.column / width - 1)))
    pitch = room.column / (cells + gap)
    return Row(0.0, 0.0, pitch, pitch * cells / 2, min(tall, 1.3 * pitch * down) / 2, cells, down, gap, upright=True)


def _memory(room: _Room, part: Part, y: float) -> Row:
    """The memory in its lane, below (right to left: above) what stands before this layer."""
    r = min(0.72 * part.H.r if part.H.r else 9 * room.k, 0.36 * room.lane, _MEMORY * room.pitch / (2.16 * room.memory))
    row = row_of(room.memory, r, room.column, _MEMORY * room.pitch / room.column, 0.5 * room.k, LEAST_MEMORY_RADIUS)
    side = 1.0 if part.reverse else -1.0
    return row._replace(high=min(row.high, 0.4 * room.lane), y=y, shift=part.H.shift + side * 0.85 * room.pitch)


def copy_sideways(layout: Layout, unit: float | None, reverse: bool, source: str) -> Path:
    """As `edges.copy_path`: from H (or S) to the lane, and along it to the next clock's memory; where no memory is
    drawn, to the next H."""
    copied, memory = layout.row(source), layout.M
    side, next_x = (-1.0, -layout.column) if reverse else (1.0, layout.column)
    x1 = copied.shift
    y1 = copied.y + side * (copied.high + 1)
    if unit is not None and memory.high:
        x1, y1, x2, y2 = copied.x(unit), copied.level(unit), next_x + memory.x(unit), memory.y
    elif memory.high:
        x2, y2 = next_x + memory.shift - side * (memory.half + 2), memory.y
    else:
        out = side * min(0.4 * copied.half, 4.0)
        x1, x2, lane = x1 + out, next_x + x1 - out, y1 + side * _depth(layout, reverse) / 0.75
        return np.array([[x1, y1], [x1, lane], [x2, lane], [x2, y1 + side * 2]])
    return np.array([[x1, y1], [x1, y2], [x1 + 0.45 * (x2 - x1), y2], [x2, y2]])


def _depth(layout: Layout, reverse: bool) -> float:
    """How far from its row a way without a memory goes along: each layer's on a level of its own, all of them between
    the rows and the lanes of the memories."""
    side = -1.0 if reverse else 1.0
    rows = [part.H for part in layout.parts if part.reverse == reverse and not part.M.high]
    lanes = [side * part.M.y - part.M.high for part in layout.parts if part.reverse == reverse and part.M.high]
    end = layout.label_y - 0.75 * layout.text if side > 0 else -layout.word_y - 0.75 * layout.text - 1.2 * layout.small
    room = min([end, *lanes]) - side * layout.H.y - layout.H.high - 8 * layout.scale
    first = min(_DIP * layout.scale, 0.5 * max(room, 4.0))
    step = min(_APART * layout.scale, max(room - first, 0.0) / max(len(rows) - 1, 1))
    return first + step * (rows.index(layout.H) if layout.H in rows else 0)


def loop_sideways(layout: Layout, source: str, reverse: bool) -> Path:
    """As `loops.loop_path`: out of H (or S), into the lane and back to the memory."""
    copied, memory, hidden = layout.row(source), layout.M, layout.H
    side = -1.0 if reverse else 1.0
    x1, y1 = copied.shift, copied.y + side * (copied.high + 1)
    if memory.high:
        x2 = memory.shift + side * (memory.half + 3)
        return np.array([[x1, y1], [x1, memory.y], [0.5 * (x1 + x2), memory.y], [x2, memory.y]])
    out = 2.2 * _DIP * layout.scale
    shifts = sorted({row.shift for row in (layout.X, layout.S, layout.H, *(part.H for part in layout.parts))})
    wide = min([0.9 * out, *(0.8 * (after - before) for before, after in pairwise(shifts))])
    if copied is not hidden:
        lane = max(side * y1, side * (hidden.y + side * hidden.high)) + 2 * out
        return np.array(
            [
                [x1, y1],
                [x1, side * lane],
                [hidden.shift, side * lane],
                [hidden.shift, hidden.y + side * (hidden.high + 2)],
            ]
        )
    foot = min(0.4 * hidden.half, 4.0)
    return np.array(
        [[x1 + foot, y1], [x1 + wide, y1 + side * out], [x1 - wide, y1 + side * out], [x1 - foot, y1 + side]]
    )


def back_sideways(layout: Layout, top: float) -> Path:
    """As `loops.back_way`: over all rows, not higher than `top`, from S to X."""
    S, X = layout.S, layout.X
    y1, y2 = S.y - S.high - 2, X.y - X.high - 4
    level = min(y1, y2) - (min(y1, y2) - top) / 0.75
    return np.array([[S.shift, y1], [S.shift, level], [X.shift, level], [X.shift, y2]])
