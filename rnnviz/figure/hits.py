"""What lies at a point of a Drawing: arithmetic on its arrays."""

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Circles, Curves, Drawing, Keys, Lines, Picture, Texts
from rnnviz.figure.marks import bezier
from rnnviz.figure.metrics import text_width
from rnnviz.session.state import Key

REACH = 4.0  # so far beside a line still counts, in pixels
_SAMPLES = np.linspace(0.0, 1.0, 25)


def hit(drawing: Drawing, x: float, y: float) -> Key | None:
    """The key of the topmost mark at (x, y), or None. A mark without a key lets through what lies below it, unless
    it is an opaque box, which hides it."""
    for batch in (*reversed(drawing.live), *reversed(drawing.static)):
        found, hidden = _at(batch, x, y)
        if found is not None or hidden:
            return found
    return None


def _at(batch: Batch, x: float, y: float) -> tuple[Key | None, bool]:
    if isinstance(batch, Picture):
        return _in_picture(batch, x, y), False
    if isinstance(batch, Boxes):
        inside = (batch.x <= x) & (x <= batch.x + batch.w) & (batch.y <= y) & (y <= batch.y + batch.h)
        inside &= (batch.fill[:, 3] > 0) | bool(batch.keys)
        key = _last(inside, batch.keys)
        return key, key is None and bool((inside & (batch.fill[:, 3] == 255)).any())
    if not batch.keys:
        return None, False
    if isinstance(batch, Circles):
        return _last((batch.x - x) ** 2 + (batch.y - y) ** 2 <= batch.r**2, batch.keys), False
    if isinstance(batch, Lines):
        return _last(distance(batch.x1, batch.y1, batch.x2, batch.y2, x, y) <= REACH, batch.keys), False
    if isinstance(batch, Curves):
        places = np.stack([bezier(batch.points, part) for part in _SAMPLES.tolist()])
        start, end = places[:-1], places[1:]
        away = distance(start[..., 0], start[..., 1], end[..., 0], end[..., 1], x, y).min(axis=0)
        return _last(away <= REACH, batch.keys), False
    return _in_texts(batch, x, y), False


def _last(inside: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], keys: Keys) -> Key | None:
    marks: list[int] = np.flatnonzero(inside).tolist()
    for index in reversed(marks):
        key = keys[index] if index < len(keys) else None
        if key is not None:
            return key
    return None


def distance(x1: np.ndarray, y1: np.ndarray, x2: np.ndarray, y2: np.ndarray, x: float, y: float) -> np.ndarray:
    """From a point to each line from (x1, y1) to (x2, y2)."""
    dx, dy = x2 - x1, y2 - y1
    length = np.maximum(dx * dx + dy * dy, 1e-12)
    part = np.clip(((x - x1) * dx + (y - y1) * dy) / length, 0.0, 1.0)
    away: np.ndarray = np.hypot(x1 + part * dx - x, y1 + part * dy - y)
    return away


def _in_texts(batch: Texts, x: float, y: float) -> Key | None:
    part = {"l": 0.0, "c": 0.5, "r": 1.0}[batch.anchor]
    for index, string in enumerate(batch.strings):
        width = text_width(string, batch.size, batch.bold)
        left = batch.x[index] - part * width
        if left <= x <= left + width and abs(y - batch.y[index]) <= 0.6 * batch.size:
            found: Key | None = batch.keys[index]
            return found
    return None


def _key_of(name: str, t: int, unit: int) -> Key:
    """The key behind a picture's name, see `Scene.called`."""
    plain, found, rest = name.partition("_l")
    if not found:
        return Key(name, t, unit)
    layer, _, way = rest.partition("_")
    return Key(plain, t, unit, int(layer), bool(way))


def _in_picture(batch: Picture, x: float, y: float) -> Key | None:
    rows, columns = batch.rgba.shape[:2]
    if not (batch.name and batch.x <= x < batch.x + batch.w and batch.y <= y < batch.y + batch.h):
        return None
    column = min(int((x - batch.x) / batch.w * columns), columns - 1)
    row = min(int((y - batch.y) / batch.h * rows), rows - 1)
    clock, place = divmod(column, batch.across + batch.gap)
    unit = row * batch.across + place
    if place >= batch.across or unit >= (batch.units or rows * batch.across):
        return None
    return _key_of(batch.name, batch.first_t + clock, unit)
