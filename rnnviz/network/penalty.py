"""What large weights cost: l1 * sum |w| + l2 / 2 * sum w^2 over the weights; biases are left alone.

Goodfellow, I., Bengio, Y. and Courville, A. (2016). Deep learning, section 7.1.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def penalised(named: dict[str, Array]) -> Array:
    """(N,) with 1 for each weight and 0 for each bias, in the order of the parameters."""
    return np.concatenate([np.full(array.size, float("bias" not in name)) for name, array in named.items()])


def penalty(weights: Array, which: Array, l1: float, l2: float) -> float:
    """In the units of the loss."""
    w = weights * which
    return float(l1 * np.abs(w).sum() + l2 / 2 * np.dot(w, w))


def add_penalty_gradient(weights: Array, which: Array, l1: float, l2: float, gradient: Array) -> None:
    """Its derivative, added to the gradient (N,); at w = 0 that of l1 is 0."""
    gradient += which * (l1 * np.sign(weights) + l2 * weights)
