"""The frames of a film, drawn one at a time when the format asks for them; none is kept."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rnnviz.export.base import Cancelled

Frame = NDArray[np.uint8]
Progress = Callable[[int, int, float], None]  # done, total, seconds left


def unasked() -> bool:
    """Nobody can cancel."""
    return False


def unheard(done: int, total: int, seconds_left: float) -> None:
    """Nobody listens."""


@dataclass(eq=False)
class Frames:
    """`count` frames of (height, width, 4) uint8 RGBA; frame k comes from `draw(k)`, in any order, as often as asked.

    `extra` drawings beside the film itself (a palette's sample) are counted in the progress. Before each drawing
    `cancelled` is asked; true raises Cancelled.
    """

    count: int
    width: int
    height: int
    fps: int
    draw: Callable[[int], Frame]
    loop: bool = True
    extra: int = 0
    progress: Progress = unheard
    cancelled: Callable[[], bool] = unasked
    _done: int = field(default=0, init=False)
    _started: float = field(default=0.0, init=False)

    @property
    def seconds(self) -> float:
        """How long the film lasts."""
        return self.count / self.fps

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Frame]:
        for k in range(self.count):
            yield self[k]

    def sample(self, most: int) -> Iterator[Frame]:
        """At most so many frames, spread evenly over the film, first and last included."""
        for k in sample_of(self.count, most):
            yield self[k]

    def __getitem__(self, k: int) -> Frame:
        if self.cancelled():
            raise Cancelled
        if self._done == 0:
            self._started = time.monotonic()
        frame = self.draw(k)
        if frame.shape != (self.height, self.width, 4) or frame.dtype != np.uint8:
            raise ValueError(f"frame {k} is {frame.dtype} {frame.shape}, not uint8 {(self.height, self.width, 4)}")
        self._done += 1
        total = self.count + self.extra
        left = (time.monotonic() - self._started) / self._done * (total - self._done)
        self.progress(min(self._done, total), total, max(0.0, left))
        return frame


def sample_of(count: int, most: int) -> list[int]:
    """At most `most` of the numbers 0 .. count - 1, spread evenly, first and last included."""
    if count <= most:
        return list(range(count))
    return sorted({round(i * (count - 1) / (most - 1)) for i in range(most)})
