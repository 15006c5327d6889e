"""Singular values and eigenvalues of many matrices at once."""

from collections.abc import Callable

import numpy as np

from rnnviz.gradients.base import Array


def singular_values(matrices: Array) -> Array:
    """(N, n, n) -> (N, n), the largest first; NaN for a matrix that is not finite."""
    return _of_finite(matrices, lambda some: np.linalg.svd(some, compute_uv=False), matrices.shape[:2])


def spectral_radius(matrices: Array) -> Array:
    """(N, n, n) -> (N,): the largest absolute eigenvalue; NaN for a matrix that is not finite."""
    return _of_finite(matrices, lambda some: np.abs(np.linalg.eigvals(some)).max(axis=1), matrices.shape[:1])


def _of_finite(matrices: Array, function: Callable[[Array], Array], shape: tuple[int, ...]) -> Array:
    result = np.full(shape, np.nan, matrices.dtype)
    finite = np.isfinite(matrices).all(axis=(1, 2))
    if finite.any():
        result[finite] = function(matrices[finite])
    return result
