"""The units of a layer: circles with their values in them, or cells of a strip where there are too many."""

import itertools
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rnnviz.figure.drawing import Batch, Boxes, Circles, Colours, Floats, Keys, Picture, Texts
from rnnviz.figure.heat import Place, strips
from rnnviz.figure.marks import between, clock_keys, even, fading, ink, middles, short, unit_keys
from rnnviz.figure.palette import diverging, ink_on
from rnnviz.figure.rows import Layout, Lights, Row
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis

_DIM = 0.30  # how visible the outline of a unit without a value is
LEAST_TEXT = 8.0


def layer(
    scene: Scene,
    layout: Layout,
    axis: TimeAxis,
    clocks: range,
    name: str,
    shown: Floats,
    apart: bool = False,
    written: bool = True,
) -> list[Batch]:
    """One layer over the visible clocks. shown (clocks,): how far each clock's values are revealed. apart: each clock's
    cells are a picture of their own, as wide as the layout's row, wherever the axis has the clock. written: with the
    values as numbers, where they fit."""
    row = layout.row(name)
    values = scene.remember(("values", name, clocks), lambda: scene.values(name, clocks))
    seen = np.where(np.isnan(values[:, 0]), 0.0, shown)
    if row.r:
        return _circles(scene, layout, axis, clocks, name, values, seen, written)
    x = axis.x(clocks.start) + row.shift - row.half
    place = Place(x, row.y - row.high, axis.column, 2 * row.high, row.across, row.down, row.gap)
    cells = strips(scene, name, clocks, seen, place)
    if apart:
        cells = _each(cells, clocks, middles(axis, clocks, row.shift - row.half), 2 * row.half)
    return [*_frames(scene, axis, clocks, name, row, seen), *cells]


def _each(pictures: list[Picture], clocks: range, lefts: Floats, width: float) -> list[Picture]:
    """A picture for each clock. lefts (clocks,), width: where its cells lie."""
    made = []
    for picture in pictures:
        whole = picture.across + picture.gap
        for start in range(0, picture.rgba.shape[1], whole):
            t = picture.first_t + start // whole
            x, cells = float(lefts[t - clocks.start]), picture.rgba[:, start : start + picture.across]
            made.append(replace(picture, x=x, w=width, rgba=cells, first_t=t, gap=0))
    return made


def _circles(
    scene: Scene, layout: Layout, axis: TimeAxis, clocks: range, name: str, values: Floats, seen: Floats, written: bool
) -> list[Batch]:
    row, units = layout.row(name), values.shape[1]
    count = values.size
    along = row.pitch * np.arange(units, dtype=np.float64)
    x = middles(axis, clocks, row.x(0))[:, None] + (0.0 * along if row.upright else along)

    def dress() -> tuple[Colours, Colours, Colours]:
        part = np.repeat(seen, units)
        fill = between(ink(scene.theme.stage), diverging(values.ravel(), limit=scene.limit), part)
        line = between(ink(scene.theme.stage), ink(scene.colour(name)), _DIM + (1 - _DIM) * part)
        return fill, line, ink_on(fill)

    fill, line, on = scene.latest(("circles", name, clocks), seen.tobytes(), dress)
    width = max(1.0, 1.5 * min(layout.scale, row.r / 8))
    levels = np.tile(row.level(0) + (along if row.upright else 0.0 * along), len(clocks))
    y, r = levels, np.full(count, row.r)
    keys = unit_keys(name, clocks, units, scene.part)
    there = scene.exists(name, clocks)
    circles = Circles(x.ravel(), y, r, fill, line, np.full(count, width), keys)
    made: list[Batch] = [circles if there.all() else _some(circles, np.repeat(there, units))]
    size = np.floor(0.86 * row.r) if row.r < 14 else np.floor(0.78 * row.r)
    if written and size >= LEAST_TEXT:
        whole = wholly_seen(axis, clocks, row.half, row.shift)
        wanted = np.flatnonzero(np.repeat(there & whole & (seen > 0.5), units))
        room = 1.84 * row.r
        strings = tuple(short(value, room, float(size)) for value in values.ravel()[wanted].round(6).tolist())
        made.append(Texts(strings, x.ravel()[wanted], levels[wanted], on[wanted], float(size)))
    return made


def _some(all_of: Circles, wanted: NDArray[np.bool_]) -> Circles:
    """Those circles that are wanted."""
    c, keys = all_of, tuple(key for key, here in zip(all_of.keys, wanted, strict=True) if here)
    return Circles(c.x[wanted], c.y[wanted], c.r[wanted], c.fill[wanted], c.line[wanted], c.line_width[wanted], keys)


def wholly_seen(axis: TimeAxis, clocks: range, half: float, shift: float = 0.0) -> NDArray[np.bool_]:
    """(clocks,): whether what reaches `half` to both sides of a clock's middle, moved by `shift`, can be seen whole."""
    x = middles(axis, clocks, shift)
    left = axis.left if axis.offset > 0 else 0.0
    seen: NDArray[np.bool_] = (x - half >= left - 0.5) & (x + half <= axis.left + axis.room + 0.5)
    return seen


def _frames(scene: Scene, axis: TimeAxis, clocks: range, name: str, row: Row, seen: Floats) -> list[Batch]:
    """An outline around each clock's strip; it is also what is pointed at between the cells."""
    there = np.flatnonzero(scene.exists(name, clocks))
    count = len(there)
    x = middles(axis, clocks, row.shift - row.half)[there]
    line = between(ink(scene.theme.stage), ink(scene.colour(name)), _DIM + (1 - _DIM) * seen[there])
    y, w, h = np.full(count, row.y - row.high - 1), np.full(count, 2 * row.half + 2), np.full(count, 2 * row.high + 2)
    fill = even(scene.theme.stage, count)
    keys = clock_keys(name, clocks, scene.part)
    keys = keys if count == len(clocks) else tuple(keys[index] for index in there)
    return [Boxes(x - 1, y, w, h, fill, line, np.full(count, 1.2), 2.5, keys)]


def hull(scene: Scene, layout: Layout, axis: TimeAxis, clocks: range) -> Boxes:
    """Nothing to be seen: each clock's H as a whole, with its lights, so that between them H is pointed at too."""
    row, place, count = layout.H, layout.lights, len(clocks)
    left, right, top, bottom = row.shift - row.half, row.shift + row.half, row.y - row.high, row.y + row.high
    if place.number:
        aside = place.x(place.number - 1) + place.half
        left, right = min(left, place.shift - aside), max(right, place.shift + aside)
        top, bottom = min(top, place.y - place.high), max(bottom, place.y + place.high)
    clear = even(scene.theme.stage, count, 0.0)
    x, wide, high = middles(axis, clocks, left), np.full(count, right - left), np.full(count, bottom - top)
    keys = clock_keys("H", clocks, scene.part)
    return Boxes(x, np.full(count, top), wide, high, clear, clear, np.zeros(count), 0.0, keys)


def lights(
    scene: Scene,
    layout: Layout,
    axis: TimeAxis,
    clocks: range,
    shown: dict[str, Floats],
    apart: bool = False,
    written: bool = True,
) -> list[Batch]:
    """A vessel for each sigmoid gate, with one bar a unit filled from below to its value; cells in the gate's colour
    where there are too many units for bars. shown: by gate, (clocks,) how far the light has filled. apart: as for
    `layer`. written: with the gates' letters."""
    place, gates = layout.lights, scene.lights
    units, count, number = scene.units("H"), len(clocks), len(gates)
    if not number:
        return []
    names = tuple(gate.name for gate in gates)
    middle = middles(axis, clocks, place.shift)
    values: Floats = scene.remember(
        ("lights", clocks), lambda: np.stack([scene.values(name, clocks) for name in names])
    )  # (gates, clocks, units)
    seen = np.where(np.isnan(values[..., 0]), 0.0, np.stack([shown[name] for name in names]))
    across = np.array([place.x(index) for index in range(number)])
    left = middle + across[:, None] - place.half
    top, tall, glasses = place.y - place.high, 2 * place.high, number * count

    def dress() -> tuple[Colours, Colours, Colours]:
        colours = np.stack([ink(scene.theme.role(gate.role)) for gate in gates])
        line = between(ink(scene.theme.stage), colours[:, None], np.where(seen > 0, 1.0, 0.35))
        empty = between(ink(scene.theme.field), colours, np.full(number, 0.13))
        each = count * units
        return line.reshape(-1, 4), np.repeat(empty, each, axis=0), np.repeat(colours, each, axis=0)

    line, empty, full = scene.latest(("light", clocks), (seen > 0).tobytes(), dress)
    made: list[Batch] = [
        Boxes(
            left.ravel() - 2, np.full(glasses, top - 2), np.full(glasses, 2 * place.half + 4),
            np.full(glasses, tall + 4), even(scene.theme.field, glasses), line,
            np.full(glasses, max(1.0, 1.3 * layout.scale)), 3.5, _light_keys(names, clocks, 0, scene.part),
        )
    ]  # fmt: skip
    if place.down:
        for index, name in enumerate(names):
            cells = _light_cells(scene, axis, clocks, name, place, index, seen[index], 1 if apart else None)
            made += _each(cells, clocks, left[index], 2 * place.half) if apart else cells
    else:
        pitch = 2 * place.half / units
        bar = pitch - (1.0 if pitch >= 3 else 0.5 if units > 1 else 0.0)
        x = (left[..., None] + pitch * np.arange(units) + (pitch - bar) / 2).ravel()
        n, keys = len(x), _light_keys(names, clocks, units, scene.part)
        clear, none, wide = even(scene.theme.field, n, 0.0), np.zeros(n), np.full(n, bar)
        made.append(Boxes(x, np.full(n, top), wide, np.full(n, tall), empty, clear, none, 0.0, keys))
        # fmax takes the number where the other is NaN: what is not known is empty.
        level = tall * (np.fmin(np.fmax(values, 0.0), 1.0) * seen[..., None]).ravel()
        made.append(Boxes(x, top + tall - level, wide, level, full, clear, none, 0.0, keys))
    if written and place.pitch >= layout.small and place.letter_y:
        whole = wholly_seen(axis, clocks, axis.column / (4 if place.shift else 2) - 1, place.shift)
        here = np.flatnonzero(whole)
        made.append(_tabs(scene, layout, (middle[here] + across[:, None]).ravel()))
        for index, name in enumerate(names):
            letters = fading(scene.ink(name), np.where(seen[index, here] > 0, 1.0, 0.75))
            made.append(
                Texts(
                    (name,) * len(here), middle[here] + across[index], np.full(len(here), place.letter_y),
                    letters, float(layout.small), "c", True, True,
                )
            )  # fmt: skip
    return made


def _tabs(scene: Scene, layout: Layout, x: Floats) -> Boxes:
    """Behind the gates' letters, so that they can be read where the ways from H to S run."""
    place, n, wide = layout.lights, len(x), 1.2 * layout.small
    top = place.letter_y - 0.62 * layout.small
    tall = place.y - place.high - 2 - top
    line = even(scene.theme.field, n, 0.0)
    fill = even(scene.theme.field, n, 0.85)
    return Boxes(
        x - wide / 2, np.full(n, top), np.full(n, wide), np.full(n, tall), fill, line, np.zeros(n), 3.0
    )  # fmt: skip


@lru_cache(maxsize=256)
def _light_keys(names: tuple[str, ...], clocks: range, units: int, part: tuple[int, bool]) -> Keys:
    """Of all gates, one after the other; units: 0 for one key a clock."""
    every = (unit_keys(name, clocks, units, part) if units else clock_keys(name, clocks, part) for name in names)
    return tuple(itertools.chain.from_iterable(every))


def _light_cells(
    scene: Scene, axis: TimeAxis, clocks: range, name: str, lamp: Lights, index: int, seen: Floats, gap: int | None
) -> list[Picture]:
    across = lamp.across
    gap = gap or max(1, round(across * (axis.column / (2 * lamp.half) - 1)))
    # The cells must repeat every column exactly, so that their width follows from the gap.
    width = axis.column * across / (across + gap)
    x = axis.x(clocks.start) + lamp.shift + lamp.x(index) - width / 2
    place = Place(x, lamp.y - lamp.high, axis.column, 2 * lamp.high, across, lamp.down, gap)
    return strips(scene, name, clocks, seen, place)


@lru_cache(maxsize=64)
def cell_box(row: Row, unit: int) -> tuple[float, float, float, float]:
    """x, y, w, h of one cell of a strip, from the middle of the column."""
    high = 2 * row.high / row.down
    x = row.shift - row.half + row.pitch * (unit % row.across)
    return x, row.y - row.high + high * (unit // row.across), row.pitch, high
