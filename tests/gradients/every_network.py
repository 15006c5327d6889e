"""Networks of every kind that the registry knows, and a problem for each."""

import inspect

import numpy as np

from rnnviz import Network
from rnnviz.cells.base import Cell, cells, make_cell
from rnnviz.gradients.base import make_method
from rnnviz.network.losses import FOR_READOUT
from rnnviz.network.network import finish
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.options import options_of


# A cell or a scenario that is added to the program is tested by being there.
def _acts(name, options):
    """Whether these options make another unit of the cell: other parameters, or another h from the same ones."""
    plain, other = make_cell(name), make_cell(name, **options)
    if plain.shapes(2, 3) != other.shapes(2, 3):
        return True
    params = {key: np.linspace(-1, 2, int(np.prod(shape))).reshape(shape) for key, shape in plain.shapes(2, 3).items()}
    state = {key: np.full(1 if key == "s" else 3, -0.4) for key in plain.states}
    one, two = (cell.step(params, np.array([0.5, -2.0]), state)[1]["h"] for cell in (plain, other))
    return not np.array_equal(one, two)


def _kinds():
    """Every cell, as it is and with each value of each option that it listens to."""
    found = [(name, {}) for name in cells]
    offered = options_of(NetworkSpec)
    for option in inspect.signature(Cell.__init__).parameters.keys() & offered.keys() - {"outputs"}:
        field, what = offered[option]
        others = [value for value in what.choices or (False, True) if value != field.default]
        found += [(name, {option: value}) for name in cells for value in others if _acts(name, {option: value})]
    return sorted(found, key=lambda kind: (len(kind[1]), str(kind)))


KINDS = _kinds()
SCENARIOS = options_of(NetworkSpec)["scenario"][1].choices
LOSSES = [(output, loss) for output in FOR_READOUT for loss in ("mse", FOR_READOUT[output]) if output != "linear"]
LOSSES += [("linear", "mse")]
DEPTHS = (1, 2, 3)


def network(kind=("lstm", {}), layers=1, hidden=3, seed=3, **others):
    name, options = kind[0], kind[1] if isinstance(kind[1], dict) else {"activation": kind[1]}
    return Network(name, 2, hidden, 2, layers=layers, seed=seed, **options, **others)


def problem(net, steps=9, batch=3, seed=5):
    """x (T, B, D), target (T, B, O), state, mask (T, B)."""
    rng, spec = np.random.default_rng(seed), net.spec
    x = rng.standard_normal((steps, batch, spec.inputs))
    target = rng.standard_normal((steps, batch, spec.outputs))
    sizes = {name: spec.outputs if name == "s" else spec.hidden for name in net.cell.states}
    state = {name: 0.5 * rng.standard_normal((spec.layers, batch, size)) for name, size in sizes.items()}
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
