"""What all networks with symmetric weights ask of the numbers they are given."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]

MAX_UNITS = 1024
MAX_CLOCKS = 10_000
MAX_ENUMERATED = 12  # units whose 2^N states are listed one by one
UNIT_VALUES = {"bipolar": (-1.0, 1.0), "binary": (0.0, 1.0)}


def frozen(array: Any) -> Floats:
    """A read-only copy in float64."""
    made = np.array(array, dtype=np.float64)
    made.setflags(write=False)
    return made


def check_symmetric(weights: Floats) -> None:
    """Weights (N, N) with w_ij = w_ji and w_ii = 0, all finite. Errors: InputError names the pair that is wrong."""
    if weights.ndim != 2 or weights.shape[0] != weights.shape[1] or not 1 <= len(weights) <= MAX_UNITS:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "Weights of the shape {shape}: give a square of 1 to {most} units."),
            shape=weights.shape,
            most=MAX_UNITS,
        )
    check_finite(weights)
    i, j = (int(k[0]) if len(k) else -1 for k in np.nonzero(weights != weights.T))
    if i >= 0:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "Weight {i},{j} is {one} and weight {j},{i} is {other}; they must be equal."),
            i=i,
            j=j,
            one=weights[i, j],
            other=weights[j, i],
        )
    own = np.flatnonzero(np.diagonal(weights))
    if len(own):
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "Weight {i},{i} is {value}; no unit is connected to itself, give 0."),
            i=int(own[0]),
            value=weights[own[0], own[0]],
        )


def check_finite(array: Floats) -> None:
    if not np.isfinite(array).all():
        raise InputError(QT_TRANSLATE_NOOP("errors", "A weight is not a finite number; give finite numbers."))


def check_states(states: Any, units: int, values: str) -> Floats:
    """States (..., units) as float64. Errors: InputError for another width or a value that no unit can have."""
    array = np.asarray(states, dtype=np.float64)
    low, high = UNIT_VALUES[values]
    if not array.ndim or array.shape[-1] != units:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "A pattern of the shape {shape} for {units} units; give {units} values."),
            shape=array.shape,
            units=units,
        )
    wrong = array[(array != low) & (array != high)]
    if len(wrong):
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "A {values} unit cannot be {value:g}; give {low:g} or {high:g}."),
            values=values,
            value=wrong[0],
            low=low,
            high=high,
        )
    return array


def check_clocks(clocks: int) -> None:
    if not 1 <= clocks <= MAX_CLOCKS:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "{clocks} clocks: give 1 to {most}."), clocks=clocks, most=MAX_CLOCKS
        )


def check_enumerated(units: int) -> None:
    """Errors: InputError where a sum over all states would be too long."""
    if units > MAX_ENUMERATED:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", "All states of {units} units are too many to add up; use at most {most} units."
            ),
            units=units,
            most=MAX_ENUMERATED,
        )


def free_units(clamped: Any, units: int) -> NDArray[np.bool_]:
    """(N,): which units are not clamped. Errors: InputError for another number of units, or when none is free."""
    kept = np.zeros(units, dtype=bool) if clamped is None else np.asarray(clamped, dtype=bool)
    if kept.shape != (units,):
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "Clamped units of the shape {shape}; give one yes or no for each of {units}."),
            shape=kept.shape,
            units=units,
        )
    if kept.all():
        raise InputError(QT_TRANSLATE_NOOP("errors", "Every unit is clamped; leave at least one free."))
    return ~kept


def all_states(units: int) -> Floats:
    """(2^units, units): every state of 0/1 units; the first unit changes slowest. Errors: InputError above 12 units."""
    check_enumerated(units)
    numbers = np.arange(2**units)[:, None] >> np.arange(units)[::-1]
    return frozen(numbers & 1)


def sigmoid(z: Floats) -> Floats:
    """1 / (1 + exp(-z)) without overflow."""
    made: Floats = 0.5 * (1.0 + np.tanh(0.5 * z))
    return made


def corrupted(pattern: Floats, share: float, seed: int, values: str = "bipolar") -> Floats:
    """The pattern (N,) with round(share N) of its units, drawn from the seed, turned to their other value.

    A larger share of the same seed turns the same units and more. Errors: InputError for a share outside [0, 1].
    """
    pattern = check_states(pattern, np.shape(pattern)[-1] if np.ndim(pattern) else 0, values)
    if not 0 <= share <= 1:
        raise InputError(QT_TRANSLATE_NOOP("errors", "A corrupted share of {share}: give 0 to 1."), share=share)
    turned = np.random.default_rng(seed).permutation(len(pattern))[: round(share * len(pattern))]
    made = pattern.copy()
    made[turned] = sum(UNIT_VALUES[values]) - made[turned]
    return made
