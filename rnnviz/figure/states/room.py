"""Keeps texts apart: a text is placed where nothing else is, or not at all."""

from typing import Literal

import numpy as np

from rnnviz.figure.drawing import Floats, Texts
from rnnviz.figure.marks import ink
from rnnviz.figure.metrics import text_width

# How far a line of text reaches above and below its middle, in sizes.
_ABOVE, _BELOW = 0.45, 0.58
Anchor = Literal["l", "c", "r"]
_PART: dict[Anchor, float] = {"l": 0.0, "c": 0.5, "r": 1.0}
_AIR = 1.0  # pixels between two texts


class Room:
    """What is taken, within left, top, right, bottom in pixels."""

    def __init__(self, left: float, top: float, right: float, bottom: float) -> None:
        self._bounds = (left, top, right, bottom)
        self._taken = np.zeros((64, 4))
        self._count = 0

    def block(self, x: Floats, y: Floats, r: float) -> None:
        """No text may lie on these marks (N,), r in every direction."""
        for left, top, right, bottom in np.stack([x - r, y - r, x + r, y + r], axis=1).tolist():
            self._add((left, top, right, bottom))

    def take(self, string: str, x: float, y: float, size: float, anchor: Anchor = "c", bold: bool = False) -> bool:
        """Whether the text has room there; then the room is gone."""
        left = x - _PART[anchor] * text_width(string, size, bold)
        box = (left, y - _ABOVE * size, left + text_width(string, size, bold), y + _BELOW * size)
        low_x, low_y, high_x, high_y = self._bounds
        if box[0] < low_x or box[1] < low_y or box[2] > high_x or box[3] > high_y:
            return False
        taken = self._taken[: self._count]
        across = (taken[:, 0] < box[2] + _AIR) & (box[0] < taken[:, 2] + _AIR)
        if (across & (taken[:, 1] < box[3] + _AIR) & (box[1] < taken[:, 3] + _AIR)).any():
            return False
        self._add(box)
        return True

    def _add(self, box: tuple[float, float, float, float]) -> None:
        if self._count == len(self._taken):
            self._taken = np.concatenate([self._taken, np.zeros_like(self._taken)])
        self._taken[self._count] = box
        self._count += 1


def word(string: str, x: float, y: float, colour: str, size: float, anchor: Anchor = "c", bold: bool = False) -> Texts:
    """One text, whatever it may lie on."""
    one = np.ones(1)
    return Texts((string,), x * one, y * one, ink(colour)[None], size, anchor, bold)
