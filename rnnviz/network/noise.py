"""Noise that is added to the gradient and dies away: N(0, eta / (1 + t)^0.55) after t updates.

Neelakantan, A. et al. (2015). Adding gradient noise improves learning for very deep networks. arXiv:1511.06807.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

DECAY = 0.55


def gradient_noise(rng: np.random.Generator, size: int, eta: float, done: int) -> NDArray[Any]:
    """(N,) for the update that comes after `done` updates."""
    return rng.normal(0.0, float(np.sqrt(eta / (1 + done) ** DECAY)), size)
