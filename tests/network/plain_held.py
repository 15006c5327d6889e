"""A whole network in plain Python loops, with numbers held by hand: an oracle that shares no line with the program.

Numbers may be complex, for derivatives by the complex step (Squire and Trapp 1998).
"""

import cmath

from plain_loops import ACTIVATIONS, sigmoid, weighted


def clock(spec, p, suffix, x, h, c, hold):
    """One clock of one layer: p the parameters, h and c the state before, hold(name, unit, computed) what stands there.
    Returns every quantity by its name."""
    H = spec.hidden
    W, b_ih = p[f"weight_ih{suffix}"], p[f"bias_ih{suffix}"]
    made = {name: [0j] * H for name in "ifgorznch"}

    def from_x(row):
        return weighted(W, x, b_ih, row)

    def from_h(row, state=None):
        return weighted(p[f"weight_hh{suffix}"], h if state is None else state, p[f"bias_hh{suffix}"], row)

    for k in range(H):
        if spec.cell == "feedforward":
            made["h"][k] = hold("h", k, ACTIVATIONS[spec.activation](from_x(k)))
        elif spec.cell in ("elman", "jordan"):
            made["h"][k] = hold("h", k, ACTIVATIONS[spec.activation](from_x(k) + from_h(k)))
        elif spec.cell == "lstm":
            see = p[f"weight_peephole{suffix}"] if spec.peepholes else [0] * (3 * H)
            i = made["i"][k] = hold("i", k, sigmoid(from_x(k) + from_h(k) + see[k] * c[k]))
            f = made["f"][k] = hold("f", k, sigmoid(from_x(H + k) + from_h(H + k) + see[H + k] * c[k]))
            g = made["g"][k] = hold("g", k, cmath.tanh(from_x(2 * H + k) + from_h(2 * H + k)))
            new = made["c"][k] = hold("c", k, f * c[k] + i * g)
            o = made["o"][k] = hold("o", k, sigmoid(from_x(3 * H + k) + from_h(3 * H + k) + see[2 * H + k] * new))
            made["h"][k] = hold("h", k, o * cmath.tanh(new))
    if spec.cell == "gru":
        for k in range(H):
            made["r"][k] = hold("r", k, sigmoid(from_x(k) + from_h(k)))
        for k in range(H):
            z = made["z"][k] = hold("z", k, sigmoid(from_x(H + k) + from_h(H + k)))
            row = 2 * H + k
            if spec.reset == "before":
                inner = from_x(row) + from_h(row, [r * old for r, old in zip(made["r"], h, strict=True)])
            else:
                inner = from_x(row) + made["r"][k] * from_h(row)
            n = made["n"][k] = hold("n", k, cmath.tanh(inner))
            made["h"][k] = hold("h", k, (1 - z) * n + z * h[k])
    return made


def run(spec, p, x, held):
    """x (T, D) nested, held {(name, t, unit, layer, reverse): value}. Returns (name, t, layer, reverse) -> units, all
    from 1 in t, and the outputs as ("s", t, 0, False)."""
    steps, found = len(x), {}
    layers, ways = range(spec.layers), (False, True)[: 1 + (spec.direction == "bidirectional")]

    def begin(name, units, layer, way):
        return [complex(held.get((name, 0, k, layer, way), 0)) for k in range(units)]

    def step(layer, way, t, row, h, c):
        def hold(name, k, computed):
            return complex(held.get((name, t, k, layer, way), computed))

        made = clock(spec, p, f"_l{layer}{'_reverse' * way}", row, h, c, hold)
        found.update({(name, t, layer, way): units for name, units in made.items()})
        return made["h"], made["c"]

    def answer(t):
        h = [unit for way in ways for unit in found["h", t, spec.layers - 1, way]]
        a = [weighted(p["readout.weight"], h, p["readout.bias"], o) for o in range(spec.outputs)]
        if spec.output == "softmax":
            whole = sum(cmath.exp(value) for value in a)
            a = [cmath.exp(value) / whole for value in a]
        elif spec.output == "sigmoid":
            a = [sigmoid(value) for value in a]
        found["s", t, 0, False] = [complex(held.get(("s", t, o, 0, False), a[o])) for o in range(spec.outputs)]
        return found["s", t, 0, False]

    if spec.cell == "jordan" or spec.scenario == "one-to-many":
        state = {layer: begin("h", spec.hidden, layer, False) for layer in layers}
        cells = {layer: begin("c", spec.hidden, layer, False) for layer in layers}
        memory = {layer: begin("s", spec.outputs, layer, False) for layer in layers}
        last = None
        for t in range(1, steps + 1):
            row = list(x[t - 1]) if last is None or spec.scenario != "one-to-many" else last
            for layer in layers:
                before = memory[layer] if spec.cell == "jordan" else state[layer]
                state[layer], cells[layer] = step(layer, False, t, row, before, cells[layer])
                row = state[layer]
            last = answer(t)
            memory = dict.fromkeys(layers, last)
        return found
    rows = [list(row) for row in x]
    for layer in layers:
        for way in ways:
            h, c = begin("h", spec.hidden, layer, way), begin("c", spec.hidden, layer, way)
            for t in range(steps, 0, -1) if way else range(1, steps + 1):
                h, c = step(layer, way, t, rows[t - 1], h, c)
        rows = [[unit for way in ways for unit in found["h", t, layer, way]] for t in range(1, steps + 1)]
    for t in range(1, steps + 1):
        answer(t)
    return found
