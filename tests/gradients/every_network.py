"""Networks of every kind that the registry knows, and a problem for each."""

import numpy as np

from rnnviz import Network
from rnnviz.cells.base import cells
from rnnviz.gradients.base import make_method
from rnnviz.network.network import finish
from rnnviz.network.spec import TrainingSpec

# A cell that is added to the registry is tested by being there; Jordan's memory goes through the readout, so that only
# full BPTT can do it.
KINDS = [(name, {}) for name in cells if name != "jordan"] + [
    ("elman", {"activation": name}) for name in ("sigmoid", "relu", "linear")
]
KINDS += [("lstm", {"peepholes": True}), ("gru", {"reset": "before"})]
DEPTHS = (1, 2, 3)


def network(kind=("lstm", {}), layers=1, hidden=3, seed=3, **others):
    name, options = kind[0], kind[1] if isinstance(kind[1], dict) else {"activation": kind[1]}
    return Network(name, 2, hidden, 2, layers=layers, seed=seed, **options, **others)


def problem(net, steps=9, batch=3, seed=5):
    """x (T, B, D), target (T, B, O), state, mask (T, B)."""
    rng, spec = np.random.default_rng(seed), net.spec
    x = rng.standard_normal((steps, batch, spec.inputs))
    target = rng.standard_normal((steps, batch, spec.outputs))
    state = {name: 0.5 * rng.standard_normal((spec.layers, batch, spec.hidden)) for name in net.cell.states}
    mask = rng.integers(0, 2, (steps, batch)).astype(float)
    mask[-1, 0] = 1
    return x, target, state, mask


def by(method, net, x, target, state=None, mask=None, k1=1, k2=1, loss="mse"):
    """The `Gradients` of one method."""
    made = make_method(TrainingSpec(gradient=method, k1=k1, k2=k2))
    made.check(net.spec)
    passes = net.passes(*x.shape[:2])
    return finish(made.derive(net, passes, x, target, loss, state, mask, to_inputs=True))


def apart(one, other):
    """The largest difference, relative to the largest number."""
    return float(np.abs(one - other).max() / max(np.abs(other).max(), 1e-300))
