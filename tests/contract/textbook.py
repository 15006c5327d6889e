"""A whole network by the cells' textbook `step`: layers, directions, scenarios, and a place to move one number."""

import numpy as np

from rnnviz.network.parameters import directions
from rnnviz.network.scenario import has_x, reads_back


def textbook(net, x, state, moved=None):
    """({(name, layer, reverse): (T, H)} of every h, c and gate, and of the sums as NAME_pre; logits (T, O)) of one
    sequence x (T, D); state {"h": (L, H)}.

    moved: {(t, layer, reverse): (name, unit, by)}: so much is added to that number of the state as soon as it is there.
    """
    spec, steps, moved = net.spec, len(x), moved or {}
    if not spec.feeds_back:
        read = np.where(has_x(spec, steps)[:, None], x, 0)
        arrays = {}
        for layer in range(spec.layers):
            ways = [_layer(net, read, state, moved, layer, reverse) for reverse in range(len(directions(spec)))]
            for reverse, found in enumerate(ways):
                arrays |= {(name, layer, bool(reverse)): array for name, array in found.items()}
            read = np.concatenate([found["h"] for found in ways], axis=1)
        return arrays, read @ net.parameters["readout.weight"].T + net.parameters["readout.bias"]
    states = [{name: value[layer] for name, value in state.items()} for layer in range(spec.layers)]
    found, logits, answer = [[] for _ in range(spec.layers)], [], np.zeros(spec.outputs)
    for t in range(steps):
        below = x[t] if has_x(spec, steps)[t] else answer if reads_back(spec, steps)[t] else 0 * x[t]
        for layer in range(spec.layers):
            states[layer], values = _clock(net, below, states[layer], moved, (t, layer, False))
            found[layer].append(values)
            below = values["h"]
        logits.append(net.parameters["readout.weight"] @ below + net.parameters["readout.bias"])
        answer = _respond(spec.output, logits[-1])
        if net.cell.memory == "S":
            states = [{"s": answer}] * spec.layers
    arrays = {
        (name, layer, False): np.array([values[name] for values in found[layer]])
        for layer in range(spec.layers)
        for name in found[layer][0]
    }
    return arrays, np.array(logits)


def _layer(net, read, state, moved, layer, reverse):
    """{name: (T, H)} of one layer and direction over what it reads, (T, D)."""
    row = layer * len(directions(net.spec)) + reverse
    carried = {name: value[row] for name, value in state.items()}
    clocks = range(len(read))[::-1] if reverse else range(len(read))
    found = [None] * len(read)
    for t in clocks:
        carried, found[t] = _clock(net, read[t], carried, moved, (t, layer, bool(reverse)))
    return {name: np.array([values[name] for values in found]) for name in found[0]}


def _clock(net, x, carried, moved, place):
    _, layer, reverse = place
    suffix = f"_l{layer}" + "_reverse" * reverse
    names = net.cell.shapes(net.spec.inputs, net.spec.hidden)
    params = {name: net.parameters[name + suffix] for name in names}
    after, values = net.cell.step(params, x, carried)
    name, unit, by = moved.get(place, ("h", 0, 0.0))
    values = values | {name: values[name] + by * np.eye(net.spec.hidden)[unit]}
    return {key: values.get(key, value) for key, value in after.items()}, values


def _respond(kind, a):
    if kind == "linear":
        return a
    return 1 / (1 + np.exp(-a)) if kind == "sigmoid" else np.exp(a - a.max()) / np.exp(a - a.max()).sum()
