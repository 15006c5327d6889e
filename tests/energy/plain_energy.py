"""The same networks as textbook loops over plain numbers, written apart from the program."""

import math
from itertools import product


def energy(weights, thresholds, state):
    total = 0.0
    for i in range(len(state)):
        for j in range(i):
            total -= weights[i][j] * state[i] * state[j]
        total += thresholds[i] * state[i]
    return total


def hebb(patterns):
    n = len(patterns[0])
    return [
        [0.0 if i == j else sum(p[i] * p[j] for p in patterns) / n for j in range(n)] for i in range(n)
    ]  # fmt: skip


def storkey(patterns):
    n = len(patterns[0])
    w = [[0.0] * n for _ in range(n)]
    for p in patterns:
        new = [row[:] for row in w]
        for i in range(n):
            for j in range(n):
                if i != j:
                    h_ij = sum(w[i][k] * p[k] for k in range(n) if k not in (i, j))
                    h_ji = sum(w[j][k] * p[k] for k in range(n) if k not in (i, j))
                    new[i][j] += (p[i] * p[j] - p[i] * h_ji - h_ij * p[j]) / n
        w = new
    return w


def walk(weights, thresholds, state, order, low):
    """One asynchronous clock for each unit in the order; the states and energies."""
    state, states, energies = list(state), [], []
    for i in order:
        field = sum(weights[i][j] * state[j] for j in range(len(state))) - thresholds[i]
        if abs(field) > 1e-9:
            state[i] = 1 if field > 0 else low
        states.append(list(state))
        energies.append(energy(weights, thresholds, state))
    return states, energies


def boltzmann(weights, biases, temperature):
    """{state: probability} of 0/1 units."""
    weight = {
        s: math.exp(-energy(weights, [-b for b in biases], s) / temperature)
        for s in product((0, 1), repeat=len(biases))
    }
    total = sum(weight.values())
    return {s: w / total for s, w in weight.items()}


def log_likelihood(weights, biases, visible, data):
    chance = boltzmann(weights, biases, 1.0)
    logs = []
    for row in data:
        logs.append(math.log(sum(p for s, p in chance.items() if list(s[:visible]) == list(row))))
    return sum(logs) / len(logs)


def restricted_log_likelihood(weights, a, b, data):
    """Of a restricted machine, as the Boltzmann machine that it is."""
    v, h = len(a), len(b)
    full = [[0.0] * (v + h) for _ in range(v + h)]
    for i in range(v):
        for j in range(h):
            full[i][v + j] = full[v + j][i] = weights[i][j]
    return log_likelihood(full, [*a, *b], v, data)
