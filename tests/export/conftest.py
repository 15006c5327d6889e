"""A film that needs no figure: flat colours, a moving square, a counter in pixels."""

import numpy as np
import pytest

WIDTH, HEIGHT = 160, 96


def drawn(k, width=WIDTH, height=HEIGHT):
    """Frame k: a pale ground, a red and a blue field (which would show swapped channels), a square that moves."""
    frame = np.empty((height, width, 4), np.uint8)
    frame[:] = (244, 246, 249, 255)
    frame[8:40, 8:40] = (213, 94, 0, 255)
    frame[8:40, 48:80] = (0, 114, 178, 255)
    x = 8 + (5 * k) % (width - 40)
    frame[56:80, x : x + 24] = (0, 158, 115, 255)
    return frame


@pytest.fixture
def draw():
    return drawn
