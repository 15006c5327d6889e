"""Rules that store patterns of ±1 in symmetric weights, in one shot."""

from collections.abc import Callable

import numpy as np

from rnnviz.energy.checks import Floats


def hebb(patterns: Floats) -> Floats:
    """w_ij = (1/N) sum over the patterns of xi_i xi_j. (Hebb 1949; Hopfield 1982.)"""
    return _without_own(patterns.T @ patterns / patterns.shape[1])


def storkey(patterns: Floats) -> Floats:
    """w_ij += (xi_i xi_j - xi_i h_ji - h_ij xi_j) / N, pattern after pattern, where h_ij is the field of unit i without
    what units i and j give. (Storkey 1997, Increasing the capacity of a Hopfield network without sacrificing
    functionality.)"""
    units = patterns.shape[1]
    weights = np.zeros((units, units))
    for pattern in patterns:
        given = weights * pattern
        field = given.sum(axis=1, keepdims=True) - given  # (i, j): w_ii is 0, so only j is left to be taken out
        crossed = field * pattern
        weights = _without_own(weights + (np.outer(pattern, pattern) - crossed - crossed.T) / units)
    return weights


def pseudo_inverse(patterns: Floats) -> Floats:
    """The projection on the space of the patterns, without its diagonal: w = X^+ X for the patterns in the rows of X.

    Every pattern is a fixed point as long as the patterns are fewer than the units and linearly independent.
    (Personnaz, Guyon, Dreyfus 1985, Information storage and retrieval in spin-glass like neural networks.)
    """
    weights = np.linalg.pinv(patterns) @ patterns
    # As many patterns as units fill the space: the projection is the identity, and what is left beside its diagonal is
    # rounding, which must not move a unit. No entry of a projection is larger than 1.
    weights[np.abs(weights) < 1e-12] = 0.0
    return _without_own(weights)


def _without_own(weights: Floats) -> Floats:
    """Exactly symmetric, with nothing on the diagonal."""
    made: Floats = (weights + weights.T) / 2
    np.fill_diagonal(made, 0.0)
    return made


RULES: dict[str, Callable[[Floats], Floats]] = {"hebb": hebb, "storkey": storkey, "pseudo-inverse": pseudo_inverse}
