"""Oracles in plain Python loops that share no line with the program: truncated BPTT by literally cutting the graph, and
RTRL with Williams and Zipser's own sensitivities."""

import cmath
import math
import sys
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parent.parent / "network"))
import plain_loops

TINY = 1e-30


def readout(p: dict[str, Any], h: list[Any]) -> list[Any]:
    return [plain_loops.weighted(p["readout.weight"], h, p["readout.bias"], o) for o in range(len(p["readout.bias"]))]


def one_clock(net: Any, p: list[dict[str, Any]], x: list[Any], states: list[Any]) -> tuple[list[Any], list[Any]]:
    """(states after, answer) of all layers: p and states (h, c, what M copies of the answer) by layer."""
    after = []
    for layer, named in enumerate(p):
        h, c, s = states[layer]
        h, c = plain_loops.clock(net["cell"], net["activation"], named, x, s if net["cell"] == "jordan" else h, c)
        after.append([h, c, s])
        x = h
    s = readout(p[0], x)
    if net["output"] == "sigmoid":
        s = [plain_loops.sigmoid(a) for a in s]
    elif net["output"] == "softmax":
        total = sum(cmath.exp(a) for a in s)
        s = [cmath.exp(a) / total for a in s]
    return [[h, c, s] for h, c, _ in after], s


def truncated(net: dict[str, Any], p: dict[str, Any], x: Any, y: Any, mask: Any, k1: int, k2: int) -> float:
    """The derivative along the imaginary part of p (complex step) of the losses of one sequence x (T, D), y (T, O),
    mask (T,), where all that enters a window has lost its imaginary part: the graph is cut there.

    net: cell, activation, output, loss, hidden, layers, scenario and read, how many clocks a “delayed” one reads.
    """
    steps, outputs = len(x), len(p["readout.bias"])
    nothing = [[[0j] * net["hidden"], [0j] * net["hidden"], [0j] * outputs] for _ in range(net["layers"])]
    layered = [_of_layer(p, layer) for layer in range(net["layers"])]
    real = [plain_real(named) for named in layered]
    before = [(nothing, [0j] * outputs)]
    for t in range(steps):
        states, last = before[-1]
        before.append(one_clock(net, real, _read(net, x, last, t), states))
    counted = sum(mask)
    total, begin = 0.0, 0
    for end in [*range(k1, steps, k1), steps]:
        start = max(0, end - k2)
        states, last = plain_real(before[start][0]), plain_real(before[start][1])
        for t in range(start, end):
            states, last = one_clock(net, layered, _read(net, x, last, t), states)
            if t >= begin and mask[t]:
                total += plain_loops.loss(net["loss"], [[last]], [[y[t]]], [[1]]).imag / TINY / counted
        begin = end
    return total


def _read(net: dict[str, Any], x: Any, last: list[Any], t: int) -> list[Any]:
    scenario, read = net["scenario"], net["read"]
    if scenario == "one-to-many" and t > 0:
        return last
    if scenario == "delayed" and t >= read:
        return last if t > read else [0j] * len(x[t])
    return [0j] * len(x[t]) if scenario == "one-to-one" and t > 0 else list(x[t])


def _of_layer(p: dict[str, Any], layer: int) -> dict[str, Any]:
    """One layer's parameters under the names of a network that has only this one."""
    own = {name.replace(f"_l{layer}", "_l0"): value for name, value in p.items() if name.endswith(f"_l{layer}")}
    return own | {name: value for name, value in p.items() if name.startswith("readout")}


def plain_real(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: plain_real(v) for name, v in value.items()}
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
