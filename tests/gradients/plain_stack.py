"""A network clock by clock through the cells' textbook `step`, with a place to move one number on the way."""

import numpy as np

from rnnviz.network.scenario import has_x, reads_back


def run(net, x, state, moved, held=None):
    """[layer][t]: the state after clock t, {"h": (H,)} and for the LSTM "c", of the only sequence of x (T, 1, D).

    moved: {(t, layer): (name, unit, by)}: so much is added to that number of the state as soon as it is there. held: by
    `Spot` what stands where another number would be computed.
    """
    spec, cell = net.spec, net.cell
    params = [
        {name: net.parameters[f"{name}_l{layer}"] for name in cell.shapes(spec.inputs, spec.hidden)}
        for layer in range(spec.layers)
    ]
    states = [{name: value[layer, 0] for name, value in state.items()} for layer in range(spec.layers)]
    found = [[] for _ in range(spec.layers)]
    answer = np.zeros(spec.outputs)
    for t in range(len(x)):
        below = x[t, 0] if has_x(spec, len(x))[t] else answer if reads_back(spec, len(x))[t] else 0 * x[t, 0]
        for layer in range(spec.layers):

            def put(name, value, layer=layer, t=t):
                for spot, number in (held or {}).items():
                    if (spot.name, spot.t - 1, spot.layer) == (name, t, layer):
                        value = np.where(np.arange(len(value)) == spot.unit, number, value)
                return value

            after, values = cell.step(params[layer], below, states[layer], put)
            after = {"h": values["h"]} | {name: value for name, value in after.items() if name == "c"}
            name, unit, by = moved.get((t, layer), ("h", 0, 0.0))
            after[name] = after[name] + by * np.eye(spec.hidden)[unit]
            found[layer].append(after)
            states[layer] = states[layer] | after if cell.memory != "S" else states[layer]
            below = after["h"]
        a = net.parameters["readout.weight"] @ below + net.parameters["readout.bias"]
        answer = {"linear": a, "sigmoid": 1 / (1 + np.exp(-a)), "softmax": np.exp(a) / np.exp(a).sum()}[spec.output]
        for spot, number in (held or {}).items():
            if (spot.name, spot.t - 1) == ("s", t):
                answer = np.where(np.arange(len(answer)) == spot.unit, number, answer)
        if cell.memory == "S":
            states = [{"s": answer}] * spec.layers
    return found
