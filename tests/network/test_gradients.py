"""The gradients against central differences and exact derivatives of an independent oracle; planted errors."""

import itertools

import numpy as np
import plain_loops
import pytest

from rnnviz import Network
from rnnviz.cells import reset_before
from rnnviz.cells.elman import Elman
from rnnviz.cells.gru import GRU
from rnnviz.cells.lstm import LSTM
from rnnviz.network.results import Gradients

UNITS = [("lstm", {}), ("lstm", {"peepholes": True}), ("gru", {}), ("gru", {"reset": "before"}), ("feedforward", {})]
UNITS += [("elman", {"activation": name}) for name in ("tanh", "sigmoid", "relu", "linear")]
READOUTS = [
    ("linear", "mse"),
    ("softmax", "mse"),
    ("sigmoid", "mse"),
    ("softmax", "cross_entropy"),
    ("sigmoid", "binary_cross_entropy"),
]
STACKS = [(1, "forward"), (3, "forward"), (1, "bidirectional"), (2, "bidirectional")]
EPSILON = TOLERANCE = 1e-6


def problem(net: Network, masked: bool, steps: int = 5, batch: int = 3):
    """x, target, state and mask from one fixed seed."""
    rng, spec = np.random.default_rng(42), net.spec
    x = rng.standard_normal((steps, batch, spec.inputs))
    target = rng.dirichlet(np.ones(spec.outputs), (steps, batch))
    count = spec.layers * (2 if spec.direction == "bidirectional" else 1)
    sizes = {"h": spec.hidden, "c": spec.hidden, "s": spec.outputs}
    state = {name: rng.standard_normal((count, batch, sizes[name])) * 0.5 for name in net.cell.states}
    mask = rng.integers(0, 2, (steps, batch)) if masked else None
    return x, target, state, mask


def difference_error(net: Network, loss: str, masked: bool = False) -> float:
    """For the inputs, each first state and each parameter in turn: how far the derivative along one random direction is
    from the central difference, relative to the length of the gradient (a direction that is by chance nearly
    orthogonal to it would make any other measure meaningless). The largest of these."""
    x, target, state, mask = problem(net, masked)
    rng = np.random.default_rng(7)
    grads = net.gradients(x, target, loss, state, mask)
    gradients = {("parameter", name): gradient for name, gradient in grads.parameters.items()}
    gradients |= {("state", name): gradient for name, gradient in grads.state.items()}
    gradients["input", "x"] = grads["x"]

    def loss_at(key: tuple[str, str], by: np.ndarray) -> float:
        kind, name = key
        other = net.copy()
        if kind == "parameter":
            other.parameters[name][...] += by
        begin = {key: array + by if (kind, name) == ("state", key) else array for key, array in state.items()}
        return other.gradients(x + by if kind == "input" else x, target, loss, begin, mask).loss

    errors = []
    for key, gradient in gradients.items():
        towards = rng.standard_normal(gradient.shape)
        slope = (loss_at(key, EPSILON * towards) - loss_at(key, -EPSILON * towards)) / (2 * EPSILON)
        size = np.linalg.norm(gradient)
        if size == 0:
            assert slope == 0, key  # a network without a memory does not ask for its first state
            continue
        known = max(size, 5e-4)  # the difference of two losses is exact to 1e-16 only, their slope to 1e-10
        errors.append(abs(float((gradient * towards).sum()) - slope) / known)
    return max(errors)


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize(("output", "loss"), READOUTS)
@pytest.mark.parametrize(("cell", "options"), UNITS)
def test_central_differences(cell, options, output, loss, masked):
    net = Network(cell, inputs=3, hidden=4, outputs=3, output=output, seed=5, **options)
    assert difference_error(net, loss, masked) < TOLERANCE


@pytest.mark.parametrize(("layers", "direction"), STACKS)
@pytest.mark.parametrize(("cell", "options"), UNITS[:6])
def test_central_differences_through_stacks(cell, options, layers, direction):
    net = Network(cell, inputs=2, hidden=3, outputs=2, layers=layers, direction=direction, seed=5, **options)
    assert difference_error(net, "mse", masked=True) < TOLERANCE


@pytest.mark.parametrize("block", range(4))
@pytest.mark.parametrize(("cell", "options"), [(Elman, {}), (LSTM, {}), (LSTM, {"peepholes": True}), (GRU, {})])
def test_an_error_of_one_in_a_thousand_in_any_gate_is_caught(monkeypatch, cell, options, block):
    net = Network(cell.name, inputs=3, hidden=4, outputs=3, seed=5, **options)
    assert difference_error(net, "mse") < TOLERANCE
    right = cell._factors

    def wrong(self, tape, first, last, out, *rest):
        right(self, tape, first, last, out, *rest)
        rows = out.shape[1] // (4 if cell is not Elman else 1)
        which = (0, 1, 3)[block % 3] if cell is GRU else block % (out.shape[1] // rows)  # its third is room to work in
        out[:, which * rows :][:, :rows] *= 1.001

    monkeypatch.setattr(cell, "_factors", wrong)
    assert difference_error(net, "mse") > TOLERANCE


@pytest.mark.parametrize("block", range(3))
def test_an_error_of_one_in_a_thousand_is_caught_where_reset_comes_before_the_product(monkeypatch, block):
    net = Network("gru", inputs=3, hidden=4, outputs=3, seed=5, reset="before")
    right = reset_before.factors_of

    def wrong(tape, first, last, out):
        right(tape, first, last, out)
        out[:, 4 * block : 4 * block + 4] *= 1.001

    monkeypatch.setattr(reset_before, "factors_of", wrong)
    assert difference_error(net, "mse") > TOLERANCE


@pytest.mark.parametrize("name", ["weight_ih_l0", "bias_hh_l0", "readout.weight"])
def test_an_error_of_one_in_a_thousand_in_one_parameter_is_caught(monkeypatch, name):
    net = Network("lstm", inputs=3, hidden=4, outputs=3, seed=5)
    right = Gradients.parameters.fget

    def wrong(self):
        return {key: array * (1.001 if key == name else 1) for key, array in right(self).items()}

    monkeypatch.setattr(Gradients, "parameters", property(wrong))
    assert difference_error(net, "mse") > TOLERANCE


@pytest.mark.parametrize(
    ("unit", "readout"), [*itertools.product(UNITS, READOUTS[:1]), *itertools.product(UNITS[:1], READOUTS[1:])]
)
def test_an_independent_oracle_in_plain_loops_agrees_to_all_digits(unit, readout):
    (cell, options), (output, loss) = unit, readout
    activation = options.get("activation", "tanh")
    kind = "gru-before" if "reset" in options else cell
    net = Network(cell, inputs=2, hidden=3, outputs=2, output=output, seed=9, **options)
    x, target, _, mask = problem(net, masked=True, steps=4, batch=2)
    grads = net.gradients(x, target, loss, mask=mask)

    def oracle(p, inputs):
        s = plain_loops.run(kind, activation, output, {k: v.tolist() for k, v in p.items()}, inputs.tolist(), 3)
        return s, plain_loops.loss(loss, s, target, mask)

    s, value = oracle(net.parameters, x)
    assert np.allclose(grads.trace.output, np.array(s).real, rtol=1e-12, atol=0)
    assert grads.loss == pytest.approx(value.real, rel=1e-12)

    rng, tiny = np.random.default_rng(1), 1e-30
    for name, array in [*net.parameters.items(), ("x", x)]:
        towards = rng.standard_normal(array.shape)
        moved = {**net.parameters, "x": x, name: array + 1j * tiny * towards}
        inputs = moved.pop("x")
        exact = oracle(moved, inputs)[1].imag / tiny
        ours = grads["x"] if name == "x" else grads.parameters[name]
        assert float((ours * towards).sum()) == pytest.approx(exact, rel=1e-10, abs=1e-15), name
