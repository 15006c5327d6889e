"""A Drawing: what is to be seen, as plain arrays, with no toolkit behind it.

The same Drawing is painted in the window, into a film frame and into a file; tests assert facts about it with no
screen. x grows to the right and y downwards, in device-independent pixels. Colours are (N, 4) uint8 RGBA. Marks of a
batch are painted in order, batches in order, the static layer below the live one.

Every batch carries `keys`, one `Key` (or None) a mark, which say what each mark stands for: hit testing, tooltips and
tests look there.
"""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from rnnviz.session.state import Key

Floats = NDArray[np.float64]
Colours = NDArray[np.uint8]


Keys = tuple[Key | None, ...]
Anchor = Literal["l", "c", "r"]


@dataclass(frozen=True, eq=False)
class Circles:
    """x, y, r (N,); fill, line (N, 4); line_width (N,)."""

    x: Floats
    y: Floats
    r: Floats
    fill: Colours
    line: Colours
    line_width: Floats
    keys: Keys = ()


@dataclass(frozen=True, eq=False)
class Boxes:
    """x, y (upper left), w, h (N,); fill, line (N, 4); line_width (N,); radius of the corners, one for all."""

    x: Floats
    y: Floats
    w: Floats
    h: Floats
    fill: Colours
    line: Colours
    line_width: Floats
    radius: float = 0.0
    keys: Keys = ()


@dataclass(frozen=True, eq=False)
class Lines:
    """Straight lines x1, y1 to x2, y2 (N,); colour (N, 4); width (N,); dash: lengths on and off, () for solid."""

    x1: Floats
    y1: Floats
    x2: Floats
    y2: Floats
    colour: Colours
    width: Floats
    dash: tuple[float, ...] = ()
    keys: Keys = ()


@dataclass(frozen=True, eq=False)
class Curves:
    """Cubic Bézier curves, points (N, 4, 2) as start, two controls, end; colour (N, 4); width (N,); dash as Lines."""

    points: Floats
    colour: Colours
    width: Floats
    dash: tuple[float, ...] = ()
    keys: Keys = ()


@dataclass(frozen=True, eq=False)
class Texts:
    """strings N; x, y (N,) of the anchor; colour (N, 4); size in pixels; anchor: which point of the text lies on
    (x, y), horizontally l c r, vertically always the middle of the line."""

    strings: tuple[str, ...]
    x: Floats
    y: Floats
    colour: Colours
    size: float
    anchor: Anchor = "c"
    bold: bool = False
    italic: bool = False
    keys: Keys = ()


@dataclass(frozen=True, eq=False)
class Picture:
    """One image of cells: rgba (rows, columns, 4) uint8 stretched without smoothing over the box x, y, w, h.

    name and first_t say what it shows, where a key per cell would be too many: column j is clock first_t + j, row i is
    unit i of the array `name`. With `across` > 1 a clock takes that many columns, its units filling them row by row;
    `gap` transparent columns follow those of each clock. `units` is how many units there are; 0 means as many as there
    are cells for one clock.
    """

    x: float
    y: float
    w: float
    h: float
    rgba: Colours
    name: str = ""
    first_t: int = 1
    across: int = 1
    gap: int = 0
    units: int = 0


Batch = Circles | Boxes | Lines | Curves | Texts | Picture


@dataclass(frozen=True, eq=False)
class Drawing:
    """width and height in pixels; background (4,) uint8; static changes with the layout only (a painter may keep it
    as a pixmap while `static_id` stays equal); live changes with every frame."""

    width: float
    height: float
    background: Colours
    static: tuple[Batch, ...] = ()
    live: tuple[Batch, ...] = ()
    static_id: object = field(default=None)
