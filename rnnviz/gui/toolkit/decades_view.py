"""A logarithmic scale that never jitters, and the recent past of a curve: plain arithmetic behind the curves view."""

from collections import deque
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

DEEPEST = 16  # decades below the largest norm; what is smaller lies on the floor
EARLIER = 12  # how many earlier updates fade behind the newest
INTERVAL = 0.25  # seconds between two that are kept, so that the fade shows the last three seconds


SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def decade_name(decade: int) -> str:
    """A power of ten as an axis shows it: 10⁻³, 1, 10, 10²."""
    return {0: "1", 1: "10"}.get(decade, "10" + str(decade).translate(SUPERSCRIPTS))


def scientific(value: float) -> str:
    """A positive number with one digit, as wide whatever it is: 3·10⁻²; one that is not finite as it is written."""
    digit, power, decade = f"{value:.0e}".partition("e")
    return f"{digit}·10{str(int(decade)).translate(SUPERSCRIPTS)}" if power else digit


@dataclass(frozen=True)
class Decades:
    """A range of whole powers of ten: 10**low to 10**high."""

    low: int = -3
    high: int = 0

    def grown(self, norms: NDArray[np.floating]) -> Self:
        """Wide enough for the positive, finite norms as well; it only ever widens, by whole decades, down to
        `DEEPEST` below the largest."""
        seen = norms[np.isfinite(norms) & (norms > 0)]
        if not seen.size:
            return self
        high = max(self.high, int(np.ceil(np.log10(seen.max()))))
        low = min(self.low, int(np.floor(np.log10(seen.min()))))
        return type(self)(max(low, high - DEEPEST), high)

    def heights(self, norms: NDArray[np.floating]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """log10 of the norms, and which of them lie on the floor because they are 0 or below 10**low.

        Where a norm is NaN or infinite there is no height: NaN, a gap in the curve.
        """
        known = np.isfinite(norms)
        floored = known & (norms < 10.0**self.low)
        logs = np.full(len(norms), np.nan)
        logs[known] = np.log10(np.maximum(norms[known], 10.0**self.low))
        return logs, floored

    def ticks(self, pixels: float, apart: float = 17.0) -> list[int]:
        """The decades to label on an axis so many pixels high, at least `apart` pixels from each other."""
        span = max(1, self.high - self.low)
        step = next((s for s in (1, 2, 3, 4, 5, 6, 8, 10, 12, 16) if s * pixels / span >= apart), span)
        return [d for d in range(self.high, self.low - 1, -1) if (self.high - d) % step == 0]


class Recent:
    """The newest curve and, sampled over time, those of earlier updates of the same network on the same sequence."""

    def __init__(self) -> None:
        self.newest: dict[str, NDArray[np.floating]] = {}
        self.earlier: deque[dict[str, NDArray[np.floating]]] = deque(maxlen=EARLIER)
        self.changes = 0  # how often the past became another one
        self._source: tuple[int, int] | None = None
        self._updates = -1
        self._kept = float("-inf")

    def push(self, source: tuple[int, int], updates: int, norms: dict[str, NDArray[np.floating]], now: float) -> None:
        """norms (T,) by name, after so many updates; source: (model, shown); now: seconds of a steady clock."""
        if source != self._source or updates < self._updates:
            self.clear()
        elif updates > self._updates and now - self._kept >= INTERVAL:
            self.earlier.append(self.newest)
            self.changes += 1
            self._kept = now
        self._source, self._updates, self.newest = source, updates, norms

    def clear(self) -> None:
        self.newest = {}
        self.earlier.clear()
        self.changes += 1
        self._source, self._updates, self._kept = None, -1, float("-inf")


def labelled(clocks: range, column: float, apart: float, now: int) -> list[int]:
    """The clocks whose labels have room, `apart` pixels each: round numbers, the first, and always `now`."""
    step = next((s * 10**e for e in range(9) for s in (1, 2, 5) if s * 10**e * column >= apart), 1)
    some = [t for t in clocks if (t - 1) % step == 0] if step <= 2 else [t for t in clocks if t % step == 0]
    if step > 2 and clocks.start == 1 and (step - 1) * column >= apart:
        some.insert(0, 1)
    kept = [t for t in some if t == now or abs(t - now) * column >= apart or now not in clocks]
    return sorted({*kept, *((now,) if now in clocks else ())})
