"""A plain loop for second derivatives, sharing no line with the program."""

import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).resolve().parent.parent / "network"))
import plain_loops


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
