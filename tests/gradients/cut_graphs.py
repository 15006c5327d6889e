"""Oracles in plain Python loops that share no line with the program: truncated BPTT by literally cutting the graph, and
RTRL with Williams and Zipser's own sensitivities."""

import math
import sys
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parent.parent / "network"))
import plain_loops

TINY = 1e-30


def mean_squared(s: list[Any], y: Any, count: int) -> complex:
    return sum((a - b) ** 2 for a, b in zip(s, y, strict=True)) / (len(s) * count)


def readout(p: dict[str, Any], h: list[Any]) -> list[Any]:
    return [plain_loops.weighted(p["readout.weight"], h, p["readout.bias"], o) for o in range(len(p["readout.bias"]))]


def truncated(cell: str, activation: str, p: dict[str, Any], x: Any, y: Any, hidden: int, k1: int, k2: int) -> float:
    """The derivative along the imaginary part of p (complex step) of the losses of one sequence x (T, D), y (T, O),
    where the state that enters a window has lost its imaginary part: the graph is cut there."""
    steps = len(x)
    real = {name: plain_real(value) for name, value in p.items()}
    states = [([0j] * hidden, [0j] * hidden)]
    for t in range(steps):
        states.append(plain_loops.clock(cell, activation, real, list(x[t]), *states[-1]))
    total, begin = 0.0, 0
    for end in [*range(k1, steps, k1), steps]:
        start = max(0, end - k2)
        h, c = states[start]
        for t in range(start, end):
            h, c = plain_loops.clock(cell, activation, p, list(x[t]), h, c)
            if t >= begin:
                total += mean_squared(readout(p, h), y[t], steps).imag / TINY
        begin = end
    return total


def plain_real(value: Any) -> Any:
    return [plain_real(v) for v in value] if isinstance(value, list) else complex(value).real


def rtrl(p: dict[str, Any], x: Any, y: Any, hidden: int) -> dict[str, list[list[float]]]:
    """dL/dw of a tanh Elman network by the paper's equations, number by number: p^k_ij(t) with z = (h_(t-1), x_t, 1).

    Returns "weight_hh" (H, H), "weight_ih" (H, D) and "bias" (H, 1).
    """
    steps, inputs = len(x), len(x[0])
    width = hidden + inputs + 1
    W, U, V = p["weight_ih_l0"], p["weight_hh_l0"], p["readout.weight"]
    bias = [a + b for a, b in zip(p["bias_ih_l0"], p["bias_hh_l0"], strict=True)]
    h = [0.0] * hidden
    sens = [[[0.0] * width for _ in range(hidden)] for _ in range(hidden)]  # sens[k][i][j]
    out = [[0.0] * width for _ in range(hidden)]
    for t in range(steps):
        z = [*h, *x[t], 1.0]
        new_h = []
        for k in range(hidden):
            a = bias[k]
            for j in range(inputs):
                a += W[k][j] * x[t][j]
            for j in range(hidden):
                a += U[k][j] * h[j]
            new_h.append(math.tanh(a))
        new = [[[0.0] * width for _ in range(hidden)] for _ in range(hidden)]
        for k in range(hidden):
            for i in range(hidden):
                for j in range(width):
                    total = z[j] if i == k else 0.0
                    for m in range(hidden):
                        total += U[k][m] * sens[m][i][j]
                    new[k][i][j] = (1 - new_h[k] ** 2) * total
        h, sens = new_h, new
        s = [sum(V[o][k] * h[k] for k in range(hidden)) + p["readout.bias"][o] for o in range(len(V))]
        for k in range(hidden):
            error = sum(2 * (s[o] - y[t][o]) / (len(s) * steps) * V[o][k] for o in range(len(s)))
            for i in range(hidden):
                for j in range(width):
                    out[i][j] += error * sens[k][i][j]
    return {
        "weight_hh": [row[:hidden] for row in out],
        "weight_ih": [row[hidden:-1] for row in out],
        "bias": [row[-1:] for row in out],
    }
