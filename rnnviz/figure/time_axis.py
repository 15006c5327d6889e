"""The one horizontal axis that stage, tracks and gradient curves share: clock t to x and back."""

import math
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

MIN_COLUMN = 2.0
MAX_COLUMN = 360.0


@dataclass(frozen=True)
class TimeAxis:
    """steps: T. width: of the whole view, in pixels. left, right: gutters that hold names, no columns.
    column: the width of one clock. offset: how far the columns are scrolled to the left, in pixels; below 0 where they
    do not fill the room.
    opened: neighbouring clocks whose columns are `extra` pixels wider than the others, because their cells are open;
    they stay in sight however the view is scrolled. window: (from, to) in clocks, what of them is wide, while it slides
    from one clock to another; all of them when None."""

    steps: int
    width: float
    left: float
    right: float = 16.0
    column: float = 104.0
    offset: float = 0.0
    opened: range = range(0)
    extra: float = 0.0
    window: tuple[float, float] | None = None

    @property
    def wide(self) -> tuple[float, float]:
        """What is wide, from one edge of clocks to another: (3, 4) is the whole of clock 3."""
        return self.window or (float(self.opened.start), float(self.opened.stop))

    @property
    def widened(self) -> float:
        """By how much all columns are wider."""
        first, last = self.wide
        return (last - first) * self.extra

    @property
    def room(self) -> float:
        """The width between the gutters."""
        return max(1.0, self.width - self.left - self.right)

    @property
    def length(self) -> float:
        """The width of all columns."""
        return self.steps * self.column + self.widened

    @property
    def narrowest(self) -> float:
        """The narrowest column there is a use for: with it the whole sequence can be seen. Columns of less than a pixel
        show what their clocks have in common, see `heat.narrowed`."""
        return min(MIN_COLUMN, self.room / self.steps)

    @property
    def longest_offset(self) -> float:
        return max(0.0, self.length - self.room)

    @property
    def even(self) -> Self:
        """The same axis with nothing opened: columns up to the opened ones lie where they are, later ones further to
        the left."""
        return replace(self, opened=range(0), extra=0.0, window=None)

    def x(self, t: float) -> float:
        """The middle of clock t's column (t counts from 1)."""
        first, last = self.wide
        widened = min(max(t + 0.5 - first, 0.0), last - first) * self.extra
        return self.left + (t - 0.5) * self.column + widened - self.offset

    def instant(self, x: float) -> float:
        """The inverse of `x`, for any x; whole numbers are the middles of the columns."""
        along = x - self.left + self.offset
        if self.opened:
            first, last = self.wide
            before, wide = (first - 1) * self.column, self.column + self.extra
            inside = min(max(along - before, 0.0), (last - first) * wide)
            along -= inside * self.extra / wide
        return along / self.column + 0.5

    def places(self, t: NDArray[np.float64]) -> NDArray[np.float64]:
        """(N,) clocks as places along the axis in units of a column that is not opened: t itself when none is."""
        if not self.opened:
            return t
        first, last = self.wide
        widened = np.clip(t + 0.5 - first, 0.0, last - first)
        places: NDArray[np.float64] = t + widened * (self.extra / self.column)
        return places

    def clock(self, x: float) -> int | None:
        """The clock whose column is at x; None in the gutters and past the last clock."""
        if not self.left <= x <= self.left + self.room:
            return None
        t = math.floor(self.instant(x) + 0.5)
        return t if 1 <= t <= self.steps else None

    def nearest(self, x: float) -> int:
        """The clock nearest to x, wherever x is: for scrubbing."""
        t = math.floor(self.instant(x) + 0.5)
        return min(max(t, 1), self.steps)

    @property
    def visible(self) -> range:
        """The clocks whose columns can be seen, at least in part."""
        first = math.floor(self.instant(self.left) + 0.5)
        last = math.ceil(self.instant(self.left + self.room) - 0.5)
        return range(max(1, first), min(self.steps, last) + 1)

    @property
    def spare(self) -> float:
        """What is left on either side of columns that do not fill the room: few clocks stand in its middle."""
        return math.floor(max(0.0, self.room - self.length) / 2)

    def scrolled(self, offset: float) -> Self:
        low, high = -self.spare, self.longest_offset - self.spare
        if self.opened:
            first, last = self.wide
            before = (first - 1) * self.column
            after = before + (last - first) * (self.column + self.extra) - self.room
            low, high = max(low, min(before, after)), min(high, max(before, after))
        return replace(self, offset=min(max(low, offset), high))

    def resized(self, width: float) -> Self:
        return replace(self, width=width).scrolled(self.offset)

    def showing(self, t: int, margin: float = 1.0) -> Self:
        """Scrolled as little as needed for clock t, and `margin` columns beside it, to be seen."""
        start = self.x(t - 0.5) - self.left + self.offset - margin * self.column
        stop = self.x(t + 0.5) - self.left + self.offset + margin * self.column
        if stop - start >= self.room:
            return self.scrolled((start + stop - self.room) / 2)
        return self.scrolled(min(max(self.offset, stop - self.room), start))

    def zoomed(self, factor: float, x: float) -> Self:
        """Columns `factor` times as wide; the instant under x stays there."""
        column = min(max(self.column * factor, self.narrowest), MAX_COLUMN)
        instant, zoomed = self.instant(x), replace(self, column=column)
        return zoomed.scrolled(zoomed.offset + zoomed.x(instant) - x)
