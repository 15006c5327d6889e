"""Drawings made for even columns, brought to an axis on which some columns are wider.

What stands left of the opened columns stays, what stands right of them moves on, and what fills an opened column (a
cell of a heat map, the playhead's light) fills all of it.
"""

from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Curves, Drawing, Floats, Keys, Lines, Picture, Texts
from rnnviz.figure.time_axis import TimeAxis


class Widening:
    """From places on the even axis to places on the widened one."""

    def __init__(self, axis: TimeAxis) -> None:
        even = axis.even
        self.opened = axis.opened
        self.edges = [even.x(t - 0.5) for t in (*axis.opened, axis.opened.stop)]
        self.left, self.right = self.edges[0], self.edges[-1]
        self.more = axis.widened
        self._from, self._to = (even.x(t - 0.5) for t in axis.wide)
        self._stretch = self.more / (self._to - self._from)

    def stretched(self, x: Floats) -> Floats:
        """Continuous: places within the opened columns move apart."""
        place: Floats = x + np.clip(x - self._from, 0.0, self._to - self._from) * self._stretch
        return place

    def slid(self, x: Floats, reach: Floats | float = 0.0) -> Floats:
        """By whole marks: those that reach beyond the opened columns move on as they are. reach: from x to the right
        end of what the mark belongs to."""
        place: Floats = x + np.where(x + reach > self.right - 0.01, self.more, 0.0)
        return place


def widened(drawing: Drawing, axis: TimeAxis) -> Drawing:
    """Everything stretched: for heat maps over time."""
    widening = Widening(axis)
    static = tuple(made for batch in drawing.static for made in _stretched(batch, widening))
    live = tuple(made for batch in drawing.live for made in _stretched(batch, widening))
    identity = None if drawing.static_id is None else (drawing.static_id, axis.wide, axis.extra)
    return replace(drawing, static=static, live=live, static_id=identity)


def _stretched(batch: Batch, widening: Widening) -> list[Batch]:
    at = widening.stretched
    if isinstance(batch, Boxes):
        left = at(batch.x)
        return [replace(batch, x=left, w=at(batch.x + batch.w) - left)]
    if isinstance(batch, Lines):
        return [replace(batch, x1=at(batch.x1), x2=at(batch.x2))]
    if isinstance(batch, Curves):
        points = batch.points.copy()
        points[..., 0] = at(points[..., 0])
        return [replace(batch, points=points)]
    if isinstance(batch, Picture):
        return _cut(batch, widening)
    return [replace(batch, x=at(batch.x))]


def _cut(batch: Picture, widening: Widening) -> list[Batch]:
    """A picture in pieces: before, each of, and after the opened columns, each column of it as wide as its clock."""
    columns = batch.rgba.shape[1]
    cell = batch.w / columns
    per_clock = batch.across + batch.gap
    cuts = [round((edge - batch.x) / cell) for edge in widening.edges]
    places = [0, *(min(max(cut, 0), columns) for cut in cuts), columns]
    made: list[Batch] = []
    for start, stop in pairwise(places):
        if stop > start:
            left, right = widening.stretched(np.array([batch.x + cell * start, batch.x + cell * stop])).tolist()
            piece = batch.rgba[:, start:stop]
            first = batch.first_t + start // per_clock
            made.append(replace(batch, x=left, w=right - left, rgba=piece, first_t=first))
    return made


def parted(batch: Batch, widening: Widening, memory: tuple[float, float], reach: float) -> list[Batch]:
    """One batch of the stage with the columns pushed apart and the opened clocks' own marks left out. memory: top and
    bottom of the row of M, whose units begin `reach` pixels before their clock's column."""
    if isinstance(batch, Boxes) and not any(batch.keys):
        return _stretched(batch, widening)
    if isinstance(batch, Picture):
        return _pushed(batch, widening)
    if isinstance(batch, Lines):
        end = np.maximum(batch.x1, batch.x2)
        away = widening.slid(end) - end
        own = (end > widening.left + 0.01) & (away == 0)
        return _without(own, replace(batch, x1=batch.x1 + away, x2=batch.x2 + away), widening.opened)
    if isinstance(batch, Curves):
        end = batch.points[..., 0].max(axis=1)
        points = batch.points.copy()
        points[..., 0] += (widening.slid(end, reach) - end)[:, None]
        return _without(np.zeros(len(end), bool), replace(batch, points=points), widening.opened)
    middle, y = (batch.x + batch.w / 2, batch.y + batch.h / 2) if isinstance(batch, Boxes) else (batch.x, batch.y)
    ahead = np.where((y > memory[0]) & (y < memory[1]), reach, 0.0)
    away = widening.slid(middle, ahead) - middle
    # Texts have no keys; an opened clock's own are written anew, for its width.
    own = (middle + ahead > widening.left) & (away == 0) if isinstance(batch, Texts) else np.zeros(len(y), bool)
    return _without(own, replace(batch, x=batch.x + away), widening.opened)


def _without(own: np.ndarray, batch: Batch, opened: range) -> list[Batch]:
    """The batch without the marks that are `own` (N,) or whose keys are of opened clocks."""
    keys: Keys = getattr(batch, "keys", ())
    if keys:
        own = own | np.array([key is not None and key.t in opened for key in keys])
    if not own.any():
        return [batch]
    kept = np.flatnonzero(~own)
    values = {field.name: getattr(batch, field.name) for field in fields(batch)}
    taken: dict[str, Any] = {
        name: value[kept] if isinstance(value, np.ndarray) else tuple(value[k] for k in kept)
        for name, value in values.items()
        if isinstance(value, np.ndarray) or (name in ("keys", "strings") and value)
    }
    return [replace(batch, **taken)]


def _pushed(batch: Picture, widening: Widening) -> list[Batch]:
    """Strips of cells: those before the opened clocks, and those after them moved on, as they are."""
    columns, per_clock = batch.rgba.shape[1], batch.across + batch.gap
    cell = batch.w / columns
    made: list[Batch] = []
    before = max(0, widening.opened.start - batch.first_t) * per_clock
    after = max(0, widening.opened.stop - batch.first_t) * per_clock
    if before:
        stop = min(before - batch.gap, columns)
        made.append(replace(batch, w=cell * stop, rgba=batch.rgba[:, :stop]))
    if after < columns:
        first, x = batch.first_t + after // per_clock, batch.x + cell * after + widening.more
        made.append(replace(batch, x=x, w=cell * (columns - after), rgba=batch.rgba[:, after:], first_t=first))
    return made
