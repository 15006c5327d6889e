"""The textbook equations in plain Python loops, unit by unit: an oracle that shares no line with the program.

Numbers may be complex: the imaginary part of f(w + i e d) / e is the exact derivative of f along d (the complex step,
Squire and Trapp 1998), so that the same loops also check gradients, to all digits.
"""

import cmath
from collections.abc import Sequence
from typing import Any

Number = complex
Row = list[Number]


def sigmoid(a: Number) -> Number:
    return 1 / (1 + cmath.exp(-a))


def relu(a: Number) -> Number:
    return a if a.real > 0 else 0j


ACTIVATIONS = {"tanh": cmath.tanh, "sigmoid": sigmoid, "relu": relu, "linear": lambda a: a}


def weighted(weights: Sequence[Sequence[Number]], values: Sequence[Number], bias: Sequence[Number], row: int) -> Number:
    total = complex(bias[row])
    for weight, value in zip(weights[row], values, strict=True):
        total += weight * value
    return total


def clock(cell: str, activation: str, p: dict[str, Any], x: Row, h: Row, c: Row) -> tuple[Row, Row]:
    hidden = len(p["readout.weight"][0])
    peepholes = p.get("weight_peephole_l0", [0] * 3 * hidden)

    def from_x(row: int) -> Number:
        return weighted(p["weight_ih_l0"], x, p["bias_ih_l0"], row)

    def from_h(row: int) -> Number:
        return weighted(p["weight_hh_l0"], h, p["bias_hh_l0"], row)

    new_h, new_c = [], []
    for k in range(hidden):
        if cell == "feedforward":
            new_h.append(ACTIVATIONS[activation](from_x(k)))
        elif cell in ("elman", "jordan"):
            new_h.append(ACTIVATIONS[activation](from_x(k) + from_h(k)))
        elif cell == "lstm":
            i = sigmoid(from_x(k) + from_h(k) + peepholes[k] * c[k])
            f = sigmoid(from_x(hidden + k) + from_h(hidden + k) + peepholes[hidden + k] * c[k])
            g = cmath.tanh(from_x(2 * hidden + k) + from_h(2 * hidden + k))
            new_c.append(f * c[k] + i * g)
            o = sigmoid(from_x(3 * hidden + k) + from_h(3 * hidden + k) + peepholes[2 * hidden + k] * new_c[k])
            new_h.append(o * cmath.tanh(new_c[k]))
        else:
            r = sigmoid(from_x(k) + from_h(k))
            z = sigmoid(from_x(hidden + k) + from_h(hidden + k))
            n = cmath.tanh(from_x(2 * hidden + k) + r * from_h(2 * hidden + k))
            if cell == "gru-before":
                resets = [sigmoid(from_x(j) + from_h(j)) for j in range(hidden)]
                kept = [a * b for a, b in zip(resets, h, strict=True)]
                row = 2 * hidden + k
                n = cmath.tanh(from_x(row) + weighted(p["weight_hh_l0"], kept, p["bias_hh_l0"], row))
            new_h.append((1 - z) * n + z * h[k])
    return new_h, new_c


def run(
    cell: str, activation: str, output: str, p: dict[str, Any], x: Any, hidden: int, scenario: str = "", read: int = 0
) -> list[list[Row]]:
    """x (T, B, D) nested; the outputs, [t][b][o]. read: how many clocks a “delayed” network reads."""
    steps, batch = len(x), len(x[0])
    outputs: list[list[Row]] = [[[] for _ in range(batch)] for _ in range(steps)]
    for b in range(batch):
        h, c = [0j] * hidden, [0j] * hidden
        last = [0j] * len(p["readout.bias"])
        for t in range(steps):
            row = list(x[t][b])
            if scenario == "one-to-many" and t > 0:
                row = last
            elif scenario == "delayed" and t >= read:
                row = last if t > read else [0j] * len(row)
            elif scenario == "one-to-one" and t > 0:
                row = [0j] * len(row)
            h, c = clock(cell, activation, p, row, last if cell == "jordan" else h, c)
            a = [weighted(p["readout.weight"], h, p["readout.bias"], o) for o in range(len(p["readout.bias"]))]
            if output == "sigmoid":
                a = [sigmoid(value) for value in a]
            elif output == "softmax":
                total = sum(cmath.exp(value) for value in a)
                a = [cmath.exp(value) / total for value in a]
            outputs[t][b] = last = a
    return outputs


def loss(name: str, s: list[list[Row]], target: Any, mask: Any) -> Number:
    total, count = 0j, 0
    for t in range(len(s)):
        for b in range(len(s[0])):
            if mask[t][b] == 0:
                continue
            count += 1
            for o, value in enumerate(s[t][b]):
                y = target[t][b][o]
                if name == "mse":
                    total += (value - y) ** 2 / len(s[t][b])
                elif name == "cross_entropy":
                    total -= y * cmath.log(value)
                else:
                    total -= (y * cmath.log(value) + (1 - y) * cmath.log(1 - value)) / len(s[t][b])
    return total / count
