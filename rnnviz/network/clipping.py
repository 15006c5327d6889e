"""Two ways to keep one huge gradient from throwing the weights away; both in place, both as in PyTorch."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def clip_by_value(gradient: Array, limit: float | None) -> None:
    """Cut every number of the gradient (N,) off at ±limit (Mikolov 2012); its direction changes."""
    if limit is not None:
        np.clip(gradient, -limit, limit, out=gradient)


def clip_by_norm(gradient: Array, limit: float | None) -> float:
    """Scale the gradient (N,) down in place when its Euclidean norm exceeds the limit (Pascanu et al. 2013,
    arXiv:1211.5063). Returns the norm before."""
    norm = float(np.sqrt(np.dot(gradient, gradient)))
    if limit is not None and norm > limit:
        # The tiny term is PyTorch's guard against dividing by zero; with it, clipped gradients agree to all digits.
        gradient *= limit / (norm + 1e-6)
    return norm
