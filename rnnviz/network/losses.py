"""How wrong an output is, in one number, and the gradient of that number; both computed from the logits.

mse: the squared error, mean over time, batch and outputs.
cross_entropy: -sum_o y_o log s_o with the softmax readout, mean over time and batch.
binary_cross_entropy: -(y log s + (1 - y) log(1 - s)) with the sigmoid readout, mean over time, batch and outputs.
With a mask (T, B) the means run over those clocks and sequences where it is not 0.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.network.readout import respond, respond_back
from rnnviz.words import QT_TRANSLATE_NOOP

Array = NDArray[Any]

FOR_READOUT = {"linear": "mse", "softmax": "cross_entropy", "sigmoid": "binary_cross_entropy"}
_NEEDS = {"mse": None, "cross_entropy": "softmax", "binary_cross_entropy": "sigmoid"}


def loss_name(name: str | None, readout: str) -> str:
    """The loss to use: `name`, or for None the one that fits the readout. InputError when they do not go together."""
    if name is None:
        return FOR_READOUT[readout]
    if name not in _NEEDS:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "There is no loss “{name}”; there is {names}."),
            name=name,
            names=", ".join(_NEEDS),
        )
    needs = _NEEDS[name]
    if needs is not None and needs != readout:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "The loss “{name}” needs the output “{needs}”; this network has “{readout}”."),
            name=name,
            needs=needs,
            readout=readout,
        )
    return name


def loss_and_gradient(
    name: str, readout: str, a: Array, s: Array, target: Array, weight: Array | None, free: Array | None = None
) -> tuple[float, Array]:
    """The loss and dL/da. a (logits), s = psi(a) and target (T, O, B) or (T, O); weight broadcastable to them: what
    each clock of each sequence counts for in the mean, or None where all count alike. Where nothing counts the loss is
    NaN and the gradient 0. Complex numbers pass through: the gradient, not the loss, of an imaginary step is right.

    free (T, O[, B]): 0 where s is held at a number and is not psi(a): the loss is that of this number, infinite where
    it makes impossible what was wanted, and nothing flows through it."""
    count = a.size / a.shape[1] if weight is None else float(weight.sum())
    if count == 0:
        return float("nan"), np.zeros_like(a)
    if name == "mse":
        share, error = 1 / (count * a.shape[1]), _difference(s, target)
        counted = error if weight is None else error * weight
        loss = share * float(np.vdot(error, counted).real)
        counted *= 2 * share
        if free is None:
            return loss, respond_back(readout, s, counted)
        return loss, respond_back(readout, respond(readout, a), free * counted)
    if name == "cross_entropy":
        share = 1 / count
        top = a - a.max(axis=1, keepdims=True)
        each = target * (np.log(np.exp(top).sum(axis=1, keepdims=True)) - top)
        d_a = share * (s * target.sum(axis=1, keepdims=True) - target)
    else:
        share = 1 / (count * a.shape[1])
        each = np.maximum(a, 0) - a * target + np.log1p(np.exp(-np.abs(a)))
        d_a = share * (s - target)
    if free is not None:
        each, d_a = _with_held(name, readout, a, s, target, free, share, each)
        if weight is not None:  # what does not count may be infinite
            each = np.where(weight == 0, 0.0, each)
    if weight is not None:
        each = each * weight
        d_a *= weight
    return share * float(each.sum().real), d_a


def _difference(s: Array, target: Array) -> Array:
    if s.ndim == 2:
        return s - target
    result = np.empty_like(s)
    result[...] = target  # in the order of s it is sooner subtracted
    return np.subtract(s, result, result)


def _with_held(
    name: str, readout: str, a: Array, s: Array, target: Array, free: Array, share: float, each: Array
) -> tuple[Array, Array]:
    """What each number of s costs, and dL/da, where some of s are not what the readout makes of a."""
    own, wanted = respond(readout, a), target * free
    if name == "cross_entropy":
        return np.where(free, each, _bits(target, s)), share * (own * wanted.sum(axis=1, keepdims=True) - wanted)
    return np.where(free, each, _bits(target, s) + _bits(1 - target, 1 - s)), share * free * (own - target)


def _bits(target: Array, s: Array) -> Array:
    """-y log s, 0 where nothing of it is wanted."""
    result: Array = -target * np.log(np.where(target == 0, 1, s))
    return result
