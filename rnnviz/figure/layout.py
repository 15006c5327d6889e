"""Where everything of the stage lies within one clock's column: arithmetic on sizes, no values and no colours."""

import math
from functools import lru_cache
from typing import NamedTuple

from rnnviz.figure.scene import Scene

NARROW = 24.0  # columns narrower than this show continuous heat maps
LEAST_RADIUS = 5.0  # neurons smaller than this become strips
LEAST_MEMORY_RADIUS = 3.2
LEAST_BAR = 2.0  # narrower bars in a gate's light become cells
SPREAD = 0.88  # how much of a column its units take
MEMORY_SPREAD = 0.46


class Row(NamedTuple):
    """One layer within a column. y: its middle. r: radius of its circles, 0 for a strip of cells. pitch: from the
    middle of one unit to the next. half, high: half its width and height. across, down, gap: cells of a strip, and
    the empty cells up to the next clock's strip. shift: its middle, from the middle of the column."""

    y: float
    r: float
    pitch: float
    half: float
    high: float
    across: int = 1
    down: int = 1
    gap: int = 0
    shift: float = 0.0

    def x(self, unit: float) -> float:
        """The middle of a unit, from the middle of the column (circles)."""
        return self.shift - self.half + self.pitch * (unit + 0.5)


_NO_ROW = Row(0.0, 0.0, 0.0, 0.0, 0.0)


class Lights(NamedTuple):
    """The gates' lights. y: the middle. letter_y: of their letters, 0 for none. pitch: from one to the next. half,
    high: half the width and height of one. across, down: cells when there are too many units for bars, else 0."""

    y: float
    letter_y: float
    number: int
    pitch: float
    half: float
    high: float
    across: int = 0
    down: int = 0

    def x(self, index: int) -> float:
        """The middle of a light, from the middle of the column."""
        return (index - (self.number - 1) / 2) * self.pitch


class Layout(NamedTuple):
    """The stage's geometry. scale: 1 at a comfortable height. text, small: sizes of letters, in pixels. narrow:
    columns are too narrow for neurons; then rows are bands, `half` of which means nothing, and `bands` are the gates'
    (y, half height). word_y, clock_y: 0 when there is no room for them. M: of no height where there is no memory."""

    height: float
    column: float
    scale: float
    text: int
    small: int
    narrow: bool
    word_y: float
    label_y: float
    clock_y: float
    S: Row
    H: Row
    M: Row
    X: Row
    lights: Lights
    bands: tuple[tuple[float, float], ...] = ()

    def row(self, name: str) -> Row:
        row: Row = getattr(self, name)
        return row


def layout_of(scene: Scene, column: float, height: float) -> Layout:
    """The geometry of this scene's stage for columns and a height in pixels."""
    sizes = scene.sizes
    units = sizes["X"], sizes["H"], sizes.get("M", 0), sizes["S"]
    return _layout(*units, len(scene.lights), round(column, 3), round(height, 1))


@lru_cache(maxsize=128)
def _layout(
    inputs: int, hidden: int, memory: int, outputs: int, lights: int, column: float, height: float
) -> Layout:  # fmt: skip
    scale = min(max(height / 460, 0.6), 2.0)
    floor = 11 if height >= 240 else 9
    text = min(max(round(13 * scale), floor), 22)
    small = min(max(round(10 * scale), floor - 2, 8), 16)
    pad = 7 * scale
    word = text * 1.6 if height >= 170 else 0.0
    clock = small * 1.5 if height >= 170 else 0.0
    word_y = pad + word / 2 if word else 0.0
    clock_y = height - pad - clock / 2 if clock else 0.0
    label_y = height - pad - clock - text * 0.7
    top, bottom = pad + word, height - pad - clock - text * 1.4
    if column < NARROW:
        return _narrow(
            column, height, scale, text, small, (word_y, label_y, clock_y), top, bottom, lights, bool(memory)
        )

    radii = {n: min(16.5 * scale, SPREAD * column / (2.16 * n)) for n in (inputs, hidden, outputs)}
    least = min((r for r in radii.values() if r >= LEAST_RADIUS), default=0.0)
    shape = {n: _row(n, min(r, 1.3 * least), column, SPREAD, scale, LEAST_RADIUS) for n, r in radii.items()}
    S, H, X = shape[outputs], shape[hidden], shape[inputs]
    M = _NO_ROW
    if memory:
        copied = shape[memory]
        small_r = min(0.72 * copied.r, MEMORY_SPREAD * column / (2.16 * memory))
        M = _row(memory, small_r, column, MEMORY_SPREAD, 0.8 * scale, LEAST_MEMORY_RADIUS)._replace(shift=-column / 2)

    letter = small * 1.2 + 3.0 if lights else 0.0
    light_high = (12.5 if lights else 0.0) * scale
    between = 5 * scale if lights else 0.0
    used = 2 * (S.high + H.high + M.high + X.high + light_high) + letter + between
    spare = max(0.0, bottom - top - used) / ((3.1 if lights else 3.0) - (0 if memory else 0.95))
    if lights:
        y = top + 2 * S.high + 1.05 * spare
        lamps = _lights(lights, hidden, column, y + letter + light_high, y + 0.6 * small, light_high, scale)
        hidden_y = y + letter + 2 * light_high + between + H.high
    else:
        lamps = Lights(0.0, 0.0, 0, 0.0, 0.0, 0.0)
        hidden_y = top + 2 * S.high + spare + H.high
    memory_y = hidden_y + H.high + 0.95 * spare + M.high
    return Layout(
        height, column, scale, text, small, False, word_y, label_y, clock_y,
        S._replace(y=top + S.high), H._replace(y=hidden_y), M._replace(y=memory_y), X._replace(y=bottom - X.high),
        lamps,
    )  # fmt: skip


def _row(units: int, r: float, column: float, spread: float, scale: float, least: float) -> Row:
    """Circles of radius r where that is enough, else cells in as many lines as make them largest; y is set later."""
    if r >= least:
        return Row(0.0, r, 2.16 * r, 1.08 * r * units, r)
    tall = 34 * scale
    down = max(range(1, min(units, 24) + 1), key=lambda lines: _cell_size(units, lines, spread * column, tall))
    across = math.ceil(units / down)
    gap = max(1, round(across * (1 / spread - 1)))
    pitch = column / (across + gap)
    high = min(tall, max(1.3 * pitch * down, 12 * scale)) / 2
    return Row(0.0, 0.0, pitch, pitch * across / 2, high, across, down, gap)


def _cell_size(units: int, down: int, width: float, tall: float) -> float:
    """How well cells can be seen: their smaller side, less where the last line is not full."""
    across = math.ceil(units / down)
    if (down - 1) * across >= units:  # a whole line would stay empty
        return 0.0
    full: float = (units / (across * down)) ** 4 * (1.0 if units % across else 1.25)
    return full * min(width / across, tall / down)


def _lights(count: int, units: int, column: float, y: float, letter_y: float, high: float, scale: float) -> Lights:
    pitch = min(SPREAD * column / count, 28 * scale)
    half = 0.37 * pitch
    if 2 * half / units >= LEAST_BAR:
        return Lights(y, letter_y, count, pitch, half, high)
    down = max(range(1, min(units, 48) + 1), key=lambda lines: _cell_size(units, lines, 2 * half, 2 * high))
    return Lights(y, letter_y, count, pitch, half, high, math.ceil(units / down), down)


def _narrow(
    column: float, height: float, scale: float, text: int, small: int,
    texts: tuple[float, float, float], top: float, bottom: float, lights: int, memory: bool,
) -> Layout:  # fmt: skip
    """Bands from top to bottom: S, one for each light, H, M where there is one, X."""
    shares = (1.0, *[0.7] * lights, 1.7, *([1.2] if memory else []), 1.0)
    gap = max(6.0, 9 * scale)
    within = 2.0 * scale  # the gates' bands lie close together
    wide = 3 if memory else 2
    gaps = wide * gap + (gap + within * (lights - 1) if lights else 0.0)
    unit = min((bottom - top - gaps) / sum(shares), 74 * scale)
    spread = (bottom - top - gaps - unit * sum(shares)) / (wide + 1 if lights else wide)
    places: list[tuple[float, float]] = []
    y = top
    for index, share in enumerate(shares):
        places.append((y + share * unit / 2, share * unit / 2))
        y += share * unit + (within if 1 <= index < lights else gap + spread)
    rows = [Row(y, 0.0, column, column / 2, high) for y, high in places]
    H, M = (rows[-3], rows[-2]) if memory else (rows[-2], _NO_ROW)
    return Layout(
        height, column, scale, text, small, True, *texts, rows[0], H, M, rows[-1],
        Lights(0.0, 0.0, lights, 0.0, 0.0, 0.0), tuple(places[1 : 1 + lights]),
    )  # fmt: skip
