"""The mark of a number that a person holds by hand: a small padlock."""

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Circles, Floats
from rnnviz.figure.marks import even
from rnnviz.figure.palette import Theme


def locks(theme: Theme, x: Floats, y: Floats, size: float, colour: str = "") -> list[Batch]:
    """Padlocks `size` pixels high with their middles at x, y (N,). They are seen on any colour: dark on a light edge,
    in the dark theme the other way round. colour: another one than that of text."""
    count = len(x)
    one = np.ones(count)
    line, paper, clear = even(colour or theme.text, count), even(theme.field, count), even(theme.field, count, 0.0)
    wide, high, r = 0.86 * size, 0.56 * size, 0.27 * size
    left, top = x - wide / 2, y + 0.5 * size - high
    body = Boxes(left, top, wide * one, high * one, line, paper, 1.0 * one, 0.16 * size)
    halo = Circles(x, top, (r + 0.5) * one, clear, paper, (0.17 * size + 2.0) * one)
    shackle = Circles(x, top, r * one, clear, line, max(1.1, 0.17 * size) * one)
    return [halo, shackle, body]
