"""Several layers one above the other, and two directions side by side: where their rows lie within a clock's column.

The layer that is looked at is large, with its gates and its memory; the others are thin strips where there is not
enough room for all. A row that runs right to left stands in the right half of the column, its memory at the right edge.
"""

import itertools
from collections.abc import Iterator

from rnnviz.figure.rows import (
    LEAST_MEMORY_RADIUS,
    LEAST_RADIUS,
    MEMORY_SPREAD,
    NO_LIGHTS,
    NO_ROW,
    SPREAD,
    Layout,
    Lights,
    Part,
    Row,
    Stack,
    lamps_of,
    row_of,
)

_THIN = 0.5  # a thin row, in heights of a large one
_LEAST_GAP = 13.0  # pixels between rows that stand comfortably, at scale 1
_FULL = 0.8  # all layers are large where the marks keep so much of their comfortable size
_SMALLEST = 0.3
_LETTERS = 0.55  # smaller lights than this have no letters

Sizes = tuple[int, int, int, int]  # inputs, hidden, memory, outputs


def stacked(
    plain: Layout, sizes: Sizes, lights: int, stack: Stack, top: float, bottom: float, most: float = 1.0
) -> Layout:  # fmt: skip
    """plain: without rows. lights: gates that open and close. The rows lie between `top` and `bottom`. most: as for
    `layout_of`."""
    if plain.narrow:
        return _narrow(plain, sizes, lights, stack, top, bottom)
    for every in (True, False):
        for k in _sizes(plain.scale * most):
            made, gap = _rows(plain, sizes, lights, stack, top, bottom, k, every)
            if gap >= _LEAST_GAP * max(k, 0.35):
                break
        if gap >= _LEAST_GAP * k and k >= _FULL * plain.scale:
            return made
    return made


def _sizes(scale: float) -> Iterator[float]:
    """Ever smaller marks."""
    k = scale
    while k > _SMALLEST * scale:
        yield k
        k *= 0.97


def _rows(
    plain: Layout, sizes: Sizes, lights: int, stack: Stack, top: float, bottom: float, k: float, every: bool
) -> tuple[Layout, float]:
    """The layout for marks of scale k, and the gap between its rows. every: all layers are large."""
    inputs, hidden, memory, outputs = sizes
    column, ways = plain.column, stack.ways
    S, X = _thick(outputs, column, SPREAD, k), _thick(inputs, column, SPREAD, k)
    H = _thick(hidden, column, SPREAD / ways, k)
    r = min(0.72 * H.r if H.r else 9 * k, MEMORY_SPREAD * column / (2.16 * memory * ways)) if memory else 0.0
    M = row_of(memory, r, column, MEMORY_SPREAD / ways, 0.7 * k, LEAST_MEMORY_RADIUS) if memory else NO_ROW
    thin = _thin(hidden, column, SPREAD / ways, k)
    letter = plain.small * 1.2 + 3.0 if lights and k >= _LETTERS * plain.scale else 0.0
    light_high = 12.5 * k if lights else 0.0
    between = 5 * k if lights else 0.0
    large = 2 * (H.high + M.high + light_high) + letter + between
    chosen = [every or layer == stack.layer for layer in range(stack.layers)]
    count = sum(chosen)
    used = 2 * (S.high + X.high) + count * large + (stack.layers - count) * 2 * thin.high
    gaps = stack.layers + 1 + (0.9 * count if memory else 0.0)
    gap = (bottom - top - used) / gaps
    step = max(gap, 0.0)
    y = top + 2 * S.high + step
    parts: list[Part] = []
    for layer in range(stack.layers - 1, -1, -1):
        memory_y = light_y = letter_y = 0.0
        if chosen[layer]:
            letter_y, light_y = (y + 0.6 * plain.small if letter else 0.0), y + letter + light_high
            y += letter + 2 * light_high + between
            hidden_y = y + H.high
            y += 2 * H.high
            if memory:
                memory_y = y + 0.9 * step + M.high
                y = memory_y + M.high
        else:
            hidden_y = y + thin.high
            y += 2 * thin.high
        y += step
        for way in range(ways - 1, -1, -1):
            side = (way - (ways - 1) / 2) * 0.5 * column if ways == 2 else 0.0
            row = (H if chosen[layer] else thin)._replace(y=hidden_y, shift=0.94 * side)
            lamps, below = NO_LIGHTS, NO_ROW
            if chosen[layer] and lights:
                lamps = lamps_of(lights, hidden, column / ways, light_y, letter_y, light_high, k)
                lamps = lamps._replace(shift=0.94 * side)
            if chosen[layer] and memory:
                edge = (way - 0.5) * column if ways == 2 else -column / 2
                below = M._replace(y=memory_y, shift=edge - 0.5 * side)
            parts.append(Part(layer, bool(way), row, below, lamps))
    parts.reverse()
    made = plain._replace(
        S=S._replace(y=top + S.high), X=X._replace(y=bottom - X.high), parts=tuple(parts)
    )  # fmt: skip
    return made.of(stack.layer, stack.reverse), gap


def _thick(units: int, column: float, spread: float, k: float) -> Row:
    return row_of(units, min(16.5 * k, spread * column / (2.16 * units)), column, spread, k, LEAST_RADIUS)


def _thin(units: int, column: float, spread: float, k: float) -> Row:
    r = min(16.5 * _THIN * k, spread * column / (2.16 * units))
    return row_of(units, r, column, spread, 0.42 * k, LEAST_RADIUS)


def _narrow(plain: Layout, sizes: Sizes, lights: int, stack: Stack, top: float, bottom: float) -> Layout:
    """Bands from top to bottom: S; of each layer its rows, right to left above left to right, and of the one that is
    looked at the gates above and the memory below its row; X."""
    memory = bool(sizes[2])
    large = [
        (layer, bool(way)) == (stack.layer, stack.reverse) for layer in range(stack.layers) for way in _ways(stack)
    ]
    wanted: list[tuple[str, int, float]] = [("S", 0, 1.0)]
    for index in range(len(large) - 1, -1, -1):
        if large[index]:
            wanted += [("light", index, 0.6)] * lights + [("H", index, 1.5)] + ([("M", index, 1.0)] if memory else [])
        else:
            wanted.append(("H", index, 0.8))
    wanted.append(("X", 0, 1.0))
    gap = max(2.0, min(7 * plain.scale, 0.3 * (bottom - top) / len(wanted)))
    within = min(2.0 * plain.scale, gap)  # the gates' bands lie close together
    inner = sum(1 for one, other in itertools.pairwise(wanted) if one[0] == other[0] == "light")
    room = bottom - top - gap * (len(wanted) - 1 - inner) - within * inner
    unit = room / sum(share for *_, share in wanted)
    y = top
    rows: dict[tuple[str, int], Row] = {}
    places: list[tuple[float, float]] = []
    for position, (name, index, share) in enumerate(wanted):
        high = share * unit / 2
        if name == "light":
            places.append((y + high, high))
        else:
            rows[name, index] = Row(y + high, 0.0, plain.column, plain.column / 2, high)
        close = name == "light" and wanted[position + 1][0] == "light"
        y += 2 * high + (within if close else gap)
    parts = tuple(
        Part(
            index // stack.ways, bool(index % stack.ways), rows["H", index], rows.get(("M", index), NO_ROW),
            Lights(0.0, 0.0, lights, 0.0, 0.0, 0.0) if here else NO_LIGHTS, tuple(places) if here else (),
        )
        for index, here in enumerate(large)
    )  # fmt: skip
    made = plain._replace(S=rows["S", 0], X=rows["X", 0], parts=parts)
    return made.of(stack.layer, stack.reverse)


def _ways(stack: Stack) -> range:
    return range(stack.ways)
