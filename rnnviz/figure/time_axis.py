"""The one horizontal axis that stage, tracks and gradient curves share: clock t to x and back."""

import math
from dataclasses import dataclass, replace
from typing import Self

MIN_COLUMN = 2.0
MAX_COLUMN = 360.0


@dataclass(frozen=True)
class TimeAxis:
    """steps: T. width: of the whole view, in pixels. left, right: gutters that hold names, no columns.
    column: the width of one clock. offset: how far the columns are scrolled to the left, in pixels."""

    steps: int
    width: float
    left: float
    right: float = 16.0
    column: float = 104.0
    offset: float = 0.0

    @property
    def room(self) -> float:
        """The width between the gutters."""
        return max(1.0, self.width - self.left - self.right)

    @property
    def longest_offset(self) -> float:
        return max(0.0, self.steps * self.column - self.room)

    def x(self, t: float) -> float:
        """The middle of clock t's column (t counts from 1)."""
        return self.left + (t - 0.5) * self.column - self.offset

    def clock(self, x: float) -> int | None:
        """The clock whose column is at x; None in the gutters and past the last clock."""
        if not self.left <= x <= self.left + self.room:
            return None
        t = math.floor((x - self.left + self.offset) / self.column) + 1
        return t if 1 <= t <= self.steps else None

    def nearest(self, x: float) -> int:
        """The clock nearest to x, wherever x is: for scrubbing."""
        t = math.floor((x - self.left + self.offset) / self.column) + 1
        return min(max(t, 1), self.steps)

    @property
    def visible(self) -> range:
        """The clocks whose columns can be seen, at least in part."""
        first = math.floor(self.offset / self.column) + 1
        last = math.ceil((self.offset + self.room) / self.column)
        return range(max(1, first), min(self.steps, last) + 1)

    def scrolled(self, offset: float) -> Self:
        return replace(self, offset=min(max(0.0, offset), self.longest_offset))

    def resized(self, width: float) -> Self:
        return replace(self, width=width).scrolled(self.offset)

    def showing(self, t: int, margin: float = 1.0) -> Self:
        """Scrolled as little as needed for clock t, and `margin` columns beside it, to be seen."""
        start, stop = (t - 1 - margin) * self.column, (t + margin) * self.column
        if stop - start >= self.room:
            return self.scrolled((t - 0.5) * self.column - self.room / 2)
        return self.scrolled(min(max(self.offset, stop - self.room), start))

    def zoomed(self, factor: float, x: float) -> Self:
        """Columns `factor` times as wide; the instant under x stays there."""
        column = min(max(self.column * factor, MIN_COLUMN), MAX_COLUMN)
        instant = (x - self.left + self.offset) / self.column
        return replace(self, column=column).scrolled(instant * column - (x - self.left))
