"""Both passes of every network on the strict device, beside NumPy's."""

import itertools

import numpy as np
import pytest

from rnnviz import Network
from rnnviz.devices.base import host
from rnnviz.gradients.base import make_method
from rnnviz.network import room
from rnnviz.network.dropout import draw_masks
from rnnviz.network.network import finish
from rnnviz.network.spec import TrainingSpec

KINDS = [
    ("feedforward", {}),
    ("elman", {}),
    *(("elman", {"activation": name}) for name in ("sigmoid", "relu", "linear")),
    ("jordan", {}),
    ("jordan", {"activation": "sigmoid"}),
    ("lstm", {}),
    ("lstm", {"peepholes": True}),
    ("gru", {}),
    ("gru", {"reset": "before"}),
]
SCENARIOS = ("many-to-many", "many-to-one", "one-to-one", "one-to-many", "delayed")


def derived(net, device, method="bptt", batch=3, steps=9, **options):
    """(Gradients on the device or here, Trace's passes)."""
    rng, spec = np.random.default_rng(5), net.spec
    x = rng.standard_normal((steps, batch, spec.inputs)).astype(spec.dtype)
    target = np.eye(spec.outputs)[rng.integers(0, spec.outputs, (steps, batch))]
    wide = {"s": spec.outputs}
    ways = spec.layers * (1 + (spec.direction == "bidirectional"))
    state = {name: 0.5 * rng.standard_normal((ways, batch, wide.get(name, spec.hidden))) for name in net.cell.states}
    mask = rng.integers(0, 2, (steps, batch)).astype(float)
    mask[[0, -1], 0] = 1
    loss = {"linear": "mse", "softmax": "cross_entropy", "sigmoid": "binary_cross_entropy"}[spec.output]
    twin = net.on(device)
    made = make_method(TrainingSpec(gradient=method, **options))
    passes = twin.passes(steps, batch)
    return finish(made.derive(twin, passes, x, target, loss, state, mask, to_inputs=True))


def same(one, other, tolerance):
    """Every value and every gradient of two results."""
    assert one.loss == pytest.approx(other.loss, rel=tolerance, abs=tolerance)
    pairs = [(one.vector, other.vector), (one.passes.output, other.passes.output), (one.passes.d_x, other.passes.d_x)]
    pairs.append((one.passes.d_logits, other.passes.d_logits))
    for here, there in zip(itertools.chain(*one.passes.tapes), itertools.chain(*other.passes.tapes), strict=True):
        assert set(here.values) == set(there.values)
        assert set(here.gradients) == set(there.gradients)
        pairs += [(here.values[name], there.values[name]) for name in here.values]
        pairs += [(here.gradients[name], there.gradients[name]) for name in here.gradients]
        pairs += [(here.starts[name][1], there.starts[name][1]) for name in here.starts]
    for a, b in pairs:
        a, b = host(a), host(b)
        np.testing.assert_allclose(a, b, rtol=tolerance, atol=tolerance * (1 + np.abs(b).max()))


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize("layers", [1, 3])
@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_cell_depth_direction_and_batch(kind, direction, layers, batch, device):
    if kind[0] == "jordan" and direction == "bidirectional":
        pytest.skip("a Jordan network runs forward")
    net = Network(kind[0], 2, 4, 3, layers=layers, direction=direction, output="softmax", seed=3, **kind[1])
    same(derived(net, device, batch=batch), derived(net, None, batch=batch), 1e-13)
    assert device.launches


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_cell_on_a_device_keeps_its_textbook_step_its_shapes_and_its_numbers(kind, device):
    net, rng = Network(kind[0], 2, 4, 3, seed=3, **kind[1]), np.random.default_rng(1)
    here, there = net.cell, net.on(device).cell
    assert here.shapes(2, 4) == there.shapes(2, 4)
    assert here.numbers(2, 4) == there.numbers(2, 4)
    weights = {name: rng.standard_normal(shape) for name, shape in here.shapes(2, 4).items()}
    state = {name: rng.standard_normal(3 if name == "s" else 4) for name in here.states}
    x, seen = rng.standard_normal(2), []
    wanted = here.step(weights, x, state)[1]
    values = there.step(weights, x, state, lambda name, value: (seen.append(name), value)[1])[1]
    assert seen  # what a person holds is put in its place
    assert all((values[name] == array).all() for name, array in wanted.items())


@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_passes_in_pieces_are_the_same(kind, layers, device, monkeypatch):
    monkeypatch.setattr("rnnviz.network.passes._STEPS_IN_A_SLICE", 4)
    net = Network(kind[0], 2, 4, 3, layers=layers, output="softmax", seed=3, **kind[1])
    pieces = derived(net, device)
    assert pieces.passes.slices == [(0, 4), (4, 8), (8, 9)]
    same(pieces, derived(net, None), 1e-11)


@pytest.mark.parametrize("output", ["linear", "softmax", "sigmoid"])
@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_scenario_and_loss(kind, scenario, output, device):
    net = Network(kind[0], 3, 4, 3, layers=2, scenario=scenario, output=output, seed=4, **kind[1])
    same(derived(net, device), derived(net, None), 1e-13)


@pytest.mark.parametrize("method", ["tbptt", "rtrl"])
@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_method(kind, batch, method, device):
    net = Network(kind[0], 2, 3, 2, layers=2, seed=6, **kind[1])
    options = {"method": method, "batch": batch, "k1": 2, "k2": 4}
    same(derived(net, device, **options), derived(net, None, **options), 1e-12)


@pytest.mark.parametrize("method", ["tbptt", "rtrl"])
@pytest.mark.parametrize("scenario", ["one-to-one", "one-to-many", "delayed"])
def test_every_method_where_answers_are_read_back(scenario, method, device):
    net = Network("lstm", 2, 3, 2, layers=2, output="softmax", scenario=scenario, seed=6)
    options = {"method": method, "k1": 2, "k2": 4}
    same(derived(net, device, **options), derived(net, None, **options), 1e-12)


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_jacobians_are_those_of_numpy(kind, batch, device):
    net, x = Network(kind[0], 2, 4, 3, output="softmax", seed=3, **kind[1]), np.random.default_rng(1)
    made, x = [], x.standard_normal((5, batch, 2))
    for twin in (net.on(device), net):
        passes = twin.passes(5, batch)
        finish(passes.forward(x, None))
        made.append(passes.cell.jacobian(passes.weights[0][0], passes.tapes[0][0], batch - 1))
    np.testing.assert_allclose(*made, rtol=1e-12, atol=1e-14)
    assert isinstance(made[0], np.ndarray)


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_single_precision(kind, device):
    net = Network(kind[0], 2, 4, 3, output="softmax", dtype="float32", seed=3, **kind[1])
    there = derived(net, device)
    same(there, derived(net, None), 3e-6)
    assert host(there.vector).dtype == np.float32


@pytest.mark.parametrize("batch", [1, 2])
@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(
    "kind",
    [
        {"cell": "feedforward"},
        {"cell": "elman"},
        {"cell": "jordan"},
        {"cell": "lstm"},
        {"cell": "lstm", "peepholes": True, "direction": "bidirectional"},
        {"cell": "gru", "layers": 2},
        {"cell": "gru", "reset": "before"},
        {"cell": "gru", "scenario": "delayed", "encoder": 30},
    ],
    ids=str,
)
def test_a_device_records_what_is_asked(kind, apart, batch, device, monkeypatch):
    """Of 75 clocks the derivatives of 32 stand at a time, so that the last piece is shorter."""
    monkeypatch.setattr(room, "COLUMNS", 1)
    net = Network(**{"inputs": 3, "hidden": 2, "outputs": 3, "seed": 1} | kind)
    rng = np.random.default_rng(0)
    x, target = rng.standard_normal((75, batch, 3)), rng.standard_normal((75, batch, 3))
    masks = draw_masks(np.random.default_rng(2), net.spec, batch, 0.3, 0.2, 0.5) if apart else None
    here = net.passes(75, batch, apart=apart)
    here.silence(masks)
    wanted = finish(net.derive(here, x, target, "mse", to_inputs=True))
    there = net.on(device)
    for record in ("loss", "norms"):
        passes = there.passes(75, batch, apart=apart, record=record)
        passes.silence(masks)
        found = finish(there.derive(passes, x, target, "mse", to_inputs=True))
        assert found.loss == pytest.approx(wanted.loss, rel=1e-12)
        np.testing.assert_allclose(host(found.vector), wanted.vector, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(host(passes.d_x), here.d_x, rtol=1e-9, atol=1e-14)
        for tapes, others in zip(passes.tapes, here.tapes, strict=True):
            for tape, other in zip(tapes, others, strict=True):
                assert len(tape.d_rows) == 32
                assert all(len(array) == 32 for name, array in tape.gradients.items() if name != "h")
                for name, norms in tape.norms.items():
                    lengths = np.linalg.norm(other.gradients[name], axis=1, keepdims=True)
                    np.testing.assert_allclose(host(norms), lengths, rtol=1e-9, atol=1e-14)
    values = there.passes(75, batch, record="values")
    assert not any(tape.d_whole.size for tapes in values.tapes for tape in tapes)
    finish(values.forward(x, None))
    plain = net.run(x)
    np.testing.assert_allclose(host(values.output), plain.passes.output, rtol=1e-12, atol=1e-15)
