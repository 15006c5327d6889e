"""Axes, ticks and curves of the small plots that stand beside the stage."""

from dataclasses import dataclass

import numpy as np

from rnnviz.figure.drawing import Batch, Floats, Lines, Texts
from rnnviz.figure.marks import dots, even, ink, line
from rnnviz.figure.palette import Theme
from rnnviz.figure.patterns.units import Frame


@dataclass(frozen=True)
class Axes:
    """The frame of the curves, and the numbers at its edges."""

    frame: Frame
    x: tuple[float, float]
    y: tuple[float, float]

    def place(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Where points lie on the page."""
        frame = self.frame
        part_x = (np.asarray(x) - self.x[0]) / (self.x[1] - self.x[0])
        part_y = (np.asarray(y) - self.y[0]) / (self.y[1] - self.y[0])
        return frame.x + frame.w * part_x, frame.y + frame.h * (1 - part_y)

    def grid(
        self, theme: Theme, x_ticks: tuple[float, ...], y_ticks: tuple[float, ...], x_name: str, y_name: str
    ) -> list[Batch]:
        """Lines across at the ticks of y, numbers at both, and names."""
        frame, muted, one = self.frame, ink(theme.muted), np.ones(1)
        made: list[Batch] = []
        for tick in y_ticks:
            y = float(self.place(np.zeros(1), np.array([tick]))[1][0])
            made.append(line(frame.x, y, frame.x + frame.w, y, ink(theme.border), 1.0))
            made.append(Texts((_number(tick),), (frame.x - 8) * one, y * one, muted[None], 11.0, "r"))
        for tick in x_ticks:
            x = float(self.place(np.array([tick]), np.zeros(1))[0][0])
            made.append(Texts((_number(tick),), x * one, (frame.y + frame.h + 13) * one, muted[None], 11.0))
        below = frame.y + frame.h + 32
        made.append(Texts((x_name,), (frame.x + frame.w / 2) * one, below * one, ink(theme.text)[None], 12.0))
        made.append(Texts((y_name,), (frame.x - 34) * one, (frame.y - 16) * one, ink(theme.text)[None], 12.0, "l"))
        return made

    def curve(self, x: Floats, y: Floats, colour: str, width: float = 2.0, points: bool = False) -> list[Batch]:
        """A polyline through the points, cut off at the frame's lower and upper edge."""
        px, py = self.place(x, np.clip(y, *self.y))
        count = max(len(px) - 1, 0)
        across, down = np.diff(px), np.diff(py)
        # Each piece reaches a little into the next one, so that no seam is seen between them.
        more = 0.25 * width / np.maximum(np.hypot(across, down), 1e-9)
        x2, y2 = px[1:] + more * across, py[1:] + more * down
        made: list[Batch] = [Lines(px[:-1], py[:-1], x2, y2, even(colour, count), np.full(count, width))]
        if points:
            made.append(dots(px, py, 3.5, even(colour, len(px))))
        return made


def ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """At most so many round numbers from low to high."""
    step = next(s * 10.0**e for e in range(-6, 9) for s in (1, 2, 5) if (high - low) / (s * 10.0**e) <= most - 0.5)
    return tuple(float(step * k) for k in range(int(np.ceil(low / step - 1e-9)), int(np.floor(high / step + 1e-9)) + 1))


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")
