"""From hidden units to outputs: s = psi(V h + c), feature-major (T, O, B), or (T, O) for one sequence."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.cells.product import Product

Array = NDArray[Any]


def logits(weight: Array, bias: Array, h: Array, out: Array) -> None:
    """V h + c of every clock: (O, H), (O,), (T, H[, B]) -> out (T, O[, B])."""
    if h.ndim == 2:
        np.matmul(h, weight.T, out)
        np.add(out, bias, out)
    else:
        np.matmul(weight, h, out)
        np.add(out, bias[:, None], out)


def respond(kind: str, a: Array) -> Array:
    """psi(a) for the readout `kind`: linear, softmax (over the outputs) or sigmoid."""
    if kind == "softmax":
        e = np.exp(a - a.max(axis=1, keepdims=True))
        result: Array = e / e.sum(axis=1, keepdims=True)
        return result
    return (1 + np.tanh(a / 2)) / 2 if kind == "sigmoid" else a


def respond_back(kind: str, s: Array, d_s: Array) -> Array:
    """dL/da from dL/ds, with s = psi(a)."""
    if kind == "softmax":
        result: Array = s * (d_s - (d_s * s).sum(axis=1, keepdims=True))
        return result
    return d_s * s * (1 - s) if kind == "sigmoid" else d_s


def backward(weight: Array, d_a: Array, d_h: Array | None = None) -> Array:
    """dL/dh (T, H[, B]) from dL/da (T, O[, B]), written to `d_h` where that is given."""
    return np.matmul(d_a, weight, d_h) if d_a.ndim == 2 else np.matmul(weight.T, d_a, d_h)


def weight_gradients(h: Array, d_a: Array, d_weight: Array, d_bias: Array, product: Product) -> None:
    """Write dL/dV and dL/dc."""
    product(d_a, h, (d_weight, slice(None), slice(None)), add=False)
    if d_a.ndim == 3:
        d_a = np.matmul(d_a, np.ones_like(d_a[0, 0]))  # the sum over the sequences, several times as fast as `sum`
    d_bias[...] = d_a.sum(axis=0)
