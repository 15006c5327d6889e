"""The rows of the stage: what a place within one clock's column is made of, and how units fill it."""

import math
from typing import NamedTuple

NARROW = 24.0  # columns narrower than this show continuous heat maps
LEAST_RADIUS = 5.0  # neurons smaller than this become strips
LEAST_MEMORY_RADIUS = 3.2
NUMBER_RADIUS = 9.4  # a circle of this size has room for its number
LEAST_BAR = 2.0  # narrower bars in a gate's light become cells
SPREAD = 0.88  # how much of a column its units take
MEMORY_SPREAD = 0.46


class Row(NamedTuple):
    """One layer within a column. y: its middle. r: radius of its circles, 0 for a strip of cells. pitch: from the
    middle of one unit to the next. half, high: half its width and height. across, down, gap: cells of a strip, and
    the empty cells up to the next clock's strip. shift: its middle, from the middle of the column. upright: units stand
    one below the other, as in drawings with X at the left and S at the right; then `pitch` is downwards."""

    y: float
    r: float
    pitch: float
    half: float
    high: float
    across: int = 1
    down: int = 1
    gap: int = 0
    shift: float = 0.0
    upright: bool = False

    def x(self, unit: float) -> float:
        """The middle of a unit, from the middle of the column (circles)."""
        return self.shift if self.upright else self.shift - self.half + self.pitch * (unit + 0.5)

    def level(self, unit: float) -> float:
        """The height of that place."""
        return self.y - self.high + self.pitch * (unit + 0.5) if self.upright else self.y


NO_ROW = Row(0.0, 0.0, 0.0, 0.0, 0.0)


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
    shift: float = 0.0

    def x(self, index: int) -> float:
        """The middle of a light, from the middle of all of them, which lies `shift` from the middle of the column."""
        return (index - (self.number - 1) / 2) * self.pitch


NO_LIGHTS = Lights(0.0, 0.0, 0, 0.0, 0.0, 0.0)


class Part(NamedTuple):
    """The rows of one layer and direction. M and the lights are of no height where the layer is only a thin strip."""

    layer: int
    reverse: bool
    H: Row
    M: Row
    lights: Lights
    bands: tuple[tuple[float, float], ...] = ()


class Layout(NamedTuple):
    """The stage's geometry. scale: 1 at a comfortable height. text, small: sizes of letters, in pixels. narrow:
    columns are too narrow for neurons; then rows are bands, `half` of which means nothing, and `bands` are the gates'
    (y, half height). word_y, clock_y: 0 when there is no room for them. M: of no height where there is no memory.

    H, M, lights and bands are those of the layer that is looked at. parts: every layer and direction, the lowest first;
    empty where there is only one. sideways: within a column X is at the left and S at the right."""

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
    parts: tuple[Part, ...] = ()
    sideways: bool = False

    def of(self, layer: int, reverse: bool) -> "Layout":
        """The same with the rows of another layer and direction."""
        for part in self.parts:
            if (part.layer, part.reverse) == (layer, reverse):
                return self._replace(H=part.H, M=part.M, lights=part.lights, bands=part.bands)
        return self

    def row(self, name: str) -> Row:
        row: Row = getattr(self, name)
        return row


class Stack(NamedTuple):
    """How many layers and directions there are, and which of them is looked at."""

    layers: int = 1
    ways: int = 1
    layer: int = 0
    reverse: bool = False


def row_of(units: int, r: float, column: float, spread: float, scale: float, least: float) -> Row:
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


def lamps_of(count: int, units: int, column: float, y: float, letter_y: float, high: float, scale: float) -> Lights:
    pitch = min(SPREAD * column / count, 28 * scale)
    half = 0.37 * pitch
    if 2 * half / units >= LEAST_BAR:
        return Lights(y, letter_y, count, pitch, half, high)
    down = max(range(1, min(units, 48) + 1), key=lambda lines: _cell_size(units, lines, 2 * half, 2 * high))
    return Lights(y, letter_y, count, pitch, half, high, math.ceil(units / down), down)
