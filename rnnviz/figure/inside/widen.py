"""Drawings made for even columns, brought to an axis on which some columns are wider.

What stands left of the opened columns stays, what stands right of them moves on, and what fills an opened column (a
cell of a heat map, the playhead's light) fills all of it.
"""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Curves, Drawing, Floats, Lines, Picture, Texts
from rnnviz.figure.time_axis import TimeAxis


class Widening:
    """From places on the even axis to places on the widened one."""

    def __init__(self, axis: TimeAxis) -> None:
        even = axis.even
        self.left = even.x(axis.opened.start - 0.5)
        self.right = even.x(axis.opened.stop - 0.5)
        self.more = len(axis.opened) * axis.extra
        self._stretch = self.more / (self.right - self.left)

    def stretched(self, x: Floats) -> Floats:
        """Continuous: places within the opened columns move apart."""
        place: Floats = x + np.clip(x - self.left, 0.0, self.right - self.left) * self._stretch
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
    identity = None if drawing.static_id is None else (drawing.static_id, axis.opened, axis.extra)
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
    """A picture in pieces: before, in and after the opened columns, each column of it as wide as its clock."""
    columns = batch.rgba.shape[1]
    cell = batch.w / columns
    per_clock = batch.across + batch.gap
    cuts = [round((edge - batch.x) / cell) for edge in (widening.left, widening.right)]
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
    """One batch of the stage with the columns pushed apart. memory: top and bottom of the row of M, whose units belong
    to the clock that follows although they begin `reach` pixels before its column."""
    if isinstance(batch, Boxes) and not any(batch.keys):
        return _stretched(batch, widening)
    if isinstance(batch, Picture):
        middle = np.array([batch.x + batch.w])
        return _pushed(batch, widening) if float(middle[0]) > widening.right else [batch]
    if isinstance(batch, Lines):
        end = np.maximum(batch.x1, batch.x2)
        away = widening.slid(end) - end
        return [replace(batch, x1=batch.x1 + away, x2=batch.x2 + away)]
    if isinstance(batch, Curves):
        end = batch.points[..., 0].max(axis=1)
        points = batch.points.copy()
        points[..., 0] += (widening.slid(end, reach) - end)[:, None]
        return [replace(batch, points=points)]
    if isinstance(batch, Boxes):
        middle = batch.x + batch.w / 2
        in_memory = (batch.y + batch.h / 2 > memory[0]) & (batch.y + batch.h / 2 < memory[1])
        return [replace(batch, x=batch.x + widening.slid(middle, np.where(in_memory, reach, 0.0)) - middle)]
    in_memory = (batch.y > memory[0]) & (batch.y < memory[1])
    place = widening.slid(batch.x, np.where(in_memory, reach, 0.0))
    if isinstance(batch, Texts):  # an opened clock's own are written anew, for its width
        kept = np.flatnonzero((batch.x < widening.left) | (place != batch.x))
        keys = tuple(batch.keys[k] for k in kept) if batch.keys else ()
        strings = tuple(batch.strings[k] for k in kept)
        return [replace(batch, strings=strings, x=place[kept], y=batch.y[kept], colour=batch.colour[kept], keys=keys)]
    return [replace(batch, x=place)]


def _pushed(batch: Picture, widening: Widening) -> list[Batch]:
    """Strips of cells: those after the opened columns moved on, as they are."""
    columns = batch.rgba.shape[1]
    cell = batch.w / columns
    per_clock = batch.across + batch.gap
    # A clock's cells begin up to half a column after its left edge (or before it, as M's do).
    clocks = range((columns + batch.gap) // per_clock)
    wide = cell * batch.across
    middles = [batch.x + clock * cell * per_clock + wide / 2 for clock in clocks]
    first = next((clock for clock, x in zip(clocks, middles, strict=True) if x > widening.right - wide / 2 - 1), None)
    if first is None:
        return [batch]
    cut = first * per_clock
    made: list[Batch] = []
    if cut:
        stop = cut - batch.gap
        made.append(replace(batch, w=cell * stop, rgba=batch.rgba[:, :stop]))
    x = batch.x + cell * cut + widening.more
    made.append(replace(batch, x=x, w=cell * (columns - cut), rgba=batch.rgba[:, cut:], first_t=batch.first_t + first))
    return made
