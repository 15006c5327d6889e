"""Small helpers that drawings are put together with: colours with alpha, keys, easing, numbers in few characters."""

from collections.abc import Callable, Hashable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rnnviz.figure.drawing import Batch, Boxes, Circles, Colours, Floats, Keys, Lines
from rnnviz.figure.metrics import text_width
from rnnviz.figure.palette import rgba
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.state import Key


@lru_cache(maxsize=512)
def ink(colour: str, alpha: float = 1.0) -> Colours:
    """(4,) RGBA of “#rrggbb”; read-only."""
    made = np.array(rgba(colour, alpha), dtype=np.uint8)
    made.setflags(write=False)
    return made


def even(colour: str, count: int, alpha: float = 1.0) -> Colours:
    """(count, 4): the same colour for all."""
    return np.broadcast_to(ink(colour, alpha), (count, 4))


def fading(colour: str, alpha: Floats) -> Colours:
    """(..., 4): one colour with an alpha of its own for each mark."""
    made = np.empty((*alpha.shape, 4), dtype=np.uint8)
    made[..., :3] = ink(colour)[:3]
    made[..., 3] = np.rint(255 * alpha)
    return made


def between(low: Colours, high: Colours, part: Floats) -> Colours:
    """Opaque mixture of two colours, `part` (...) of the way from low (..., 4) to high (..., 4)."""
    mixed = low + (high.astype(np.float64) - low) * part[..., None]
    made: Colours = np.rint(mixed).astype(np.uint8)
    made[..., 3] = 255
    return made


def ease(progress: float) -> float:
    """Slow, fast, slow, from 0 to 1 (smoothstep)."""
    p = min(max(progress, 0.0), 1.0)
    return p * p * (3 - 2 * p)


def unit_keys(name: str, clocks: range, units: int, part: tuple[int, bool] = (0, False)) -> Keys:
    """Keys of all units of all clocks, clock by clock. part: layer and direction."""
    return _unit_keys(name, clocks, units, *((0, False) if name in ("X", "S") else part))


@lru_cache(maxsize=256)
def _unit_keys(name: str, clocks: range, units: int, layer: int, reverse: bool) -> Keys:
    return tuple(Key(name, t, unit, layer, reverse) for t in clocks for unit in range(units))


def clock_keys(name: str, clocks: range, part: tuple[int, bool] = (0, False)) -> Keys:
    """One key for each clock, standing for all its units."""
    return _clock_keys(name, clocks, *((0, False) if name in ("X", "S") else part))


@lru_cache(maxsize=256)
def _clock_keys(name: str, clocks: range, layer: int, reverse: bool) -> Keys:
    return tuple(Key(name, t, -1, layer, reverse) for t in clocks)


@lru_cache(maxsize=16384)
def short(value: float, room: float, size: float) -> str:
    """A number with as many digits as fit, two decimals at most: “.58”, “-.31”, “12”, “1e5”; empty if none fits."""
    if not np.isfinite(value):
        return ""
    if value == round(value) and abs(value) < 1e6:
        candidates = [f"{value + 0.0:.0f}"]  # −0 is 0
    else:
        candidates = [f"{value:.2f}", f"{value:.1f}"] if abs(value) < 100 else [f"{value:.1f}"]
        if abs(value) >= 1:  # the nearest whole number is still near
            candidates.append(f"{value:.0f}")
    if abs(value) >= 1000:
        candidates.append(f"{value:.0e}".replace("e+0", "e").replace("e+", "e"))
    for text in candidates:
        text = text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
        text = {"-.00": ".00", "-.0": ".0"}.get(text, text)
        if text_width(text, size) <= room:
            return text
    return ""


def box(x: float, y: float, w: float, h: float, fill: Colours, radius: float = 0.0, key: Key | None = None) -> Boxes:
    """One filled box without an outline."""
    one = np.ones(1)
    return Boxes(x * one, y * one, w * one, h * one, fill[None], ink("#000000", 0.0)[None], 0 * one, radius, (key,))


def frame_box(x: float, y: float, w: float, h: float, line: Colours, width: float, radius: float = 0.0) -> Boxes:
    """One outline without a filling."""
    one = np.ones(1)
    return Boxes(x * one, y * one, w * one, h * one, ink("#000000", 0.0)[None], line[None], width * one, radius)


def ring(x: float, y: float, r: float, line: Colours, width: float) -> Circles:
    """One circle without a filling."""
    one = np.ones(1)
    return Circles(x * one, y * one, r * one, ink("#000000", 0.0)[None], line[None], width * one)


def line(x1: float, y1: float, x2: float, y2: float, colour: Colours, width: float) -> Lines:
    """One line."""
    one = np.ones(1)
    return Lines(x1 * one, y1 * one, x2 * one, y2 * one, colour[None], width * one)


def dots(x: Floats, y: Floats, r: float, fill: Colours) -> Circles:
    """Circles of one size without outlines, fill (N, 4)."""
    count = len(x)
    return Circles(x, y, np.full(count, r), fill, even("#000000", count, 0.0), np.zeros(count))


def middles(axis: TimeAxis, clocks: range, shift: float = 0.0) -> Floats:
    """(len(clocks),): the middles of the clocks' columns, moved by `shift`."""
    made: Floats = np.arange(len(clocks), dtype=np.float64) * axis.column + (axis.x(clocks.start) + shift)
    return made


def bezier(points: NDArray[np.float64], part: float) -> NDArray[np.float64]:
    """(N, 2): the place `part` of the way along each cubic Bézier curve (N, 4, 2)."""
    q = 1 - part
    weights = np.array([q**3, 3 * q * q * part, 3 * q * part * part, part**3])
    place: NDArray[np.float64] = np.einsum("k,nkc->nc", weights, points)
    return place


_KEPT: dict[Hashable, tuple[Batch, ...]] = {}
_MOST_KEPT = 48


def kept(key: Hashable, make: Callable[[], tuple[Batch, ...]]) -> tuple[Batch, ...]:
    """What `make` made for this key, if that was lately: the very same arrays, which a painter may know again."""
    found = _KEPT.get(key)
    if found is None:
        found = make()
        while len(_KEPT) >= _MOST_KEPT:
            _KEPT.pop(next(iter(_KEPT)), None)
        _KEPT[key] = found
    return found
