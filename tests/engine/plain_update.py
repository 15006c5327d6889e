"""Plain loops for dropout and for second derivatives, sharing no line with the program."""

import math
import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).resolve().parent.parent / "network"))
import plain_loops


def two_elman_layers(p, x, on_x, first, below, second):
    """x (T, D); masks of x, of h_(t-1) of the first layer, of what the second reads, of its h_(t-1). Outputs (T, O)."""
    hidden = len(first)
    low, high, outputs = [0.0] * hidden, [0.0] * hidden, []

    def unit(layer, k, values, value_mask, before, before_mask):
        total = p[f"bias_ih_l{layer}"][k] + p[f"bias_hh_l{layer}"][k]
        for j, value in enumerate(values):
            total += p[f"weight_ih_l{layer}"][k, j] * value * value_mask[j]
        for j, value in enumerate(before):
            total += p[f"weight_hh_l{layer}"][k, j] * value * before_mask[j]
        return math.tanh(total)

    for values in x:
        low = [unit(0, k, values, on_x, low, first) for k in range(hidden)]
        high = [unit(1, k, low, below, high, second) for k in range(hidden)]
        weight, bias = p["readout.weight"], p["readout.bias"]
        outputs.append([bias[o] + sum(weight[o, k] * high[k] for k in range(hidden)) for o in range(len(bias))])
    return outputs


def hessian(cell, output, loss, p, x, target, mask):
    """d2L/dw2 (N, N), one entry at a time: Im L(w + i e u_k) / e is exact, and its difference along u_j is central."""
    names, sizes = list(p), [array.size for array in p.values()]
    start = np.concatenate([array.ravel() for array in p.values()])

    def slope(w, k):
        moved = w.astype(complex)
        moved[k] += 1e-30j
        parts = np.split(moved, np.cumsum(sizes)[:-1])
        named = {name: part.reshape(p[name].shape).tolist() for name, part in zip(names, parts, strict=True)}
        s = plain_loops.run(cell, "tanh", output, named, x.tolist(), p["readout.weight"].shape[1])
        return plain_loops.loss(loss, s, target, mask).imag / 1e-30

    result, step = np.zeros((start.size, start.size)), 1e-5
    for j in range(start.size):
        to = np.zeros(start.size)
        to[j] = step
        for k in range(j, start.size):
            result[j, k] = result[k, j] = (slope(start + to, k) - slope(start - to, k)) / (2 * step)
    return result
