"""What the public network promises: shapes, states, precision, determinism and sentences for what it cannot use."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import rnnviz
from rnnviz import Network
from rnnviz.errors import InputError
from rnnviz.network import passes as passes_module
from rnnviz.network.network import finish
from rnnviz.network.spec import NetworkSpec

CELLS = ["feedforward", "elman", "jordan", "lstm", "gru"]
SMALL = {"inputs": 2, "hidden": 3, "outputs": 2}


def batch_for(net: Network, steps: int = 6, batch: int = 4, seed: int = 0):
    rng = np.random.default_rng(seed)
    shape = (steps, batch)
    return rng.standard_normal((*shape, net.spec.inputs)), rng.standard_normal((*shape, net.spec.outputs))


def test_the_worked_example():
    """Elman 1990's network as textbooks compute it by hand: every weight 1, no bias, linear units."""
    net = Network("elman", inputs=2, hidden=2, outputs=2, activation="linear")
    net.load_parameters(
        {name: np.full(array.shape, 0.0 if "bias" in name else 1.0) for name, array in net.parameters.items()}
    )
    x = np.array([[[1.0, 1.0]], [[1.0, 1.0]], [[2.0, 2.0]]])
    assert net.run(x).output[:, 0].tolist() == [[4, 4], [12, 12], [32, 32]]
    assert net.run(x[::-1]).output[:, 0].tolist() == [[8, 8], [20, 20], [44, 44]]


def test_parameters_have_the_names_and_shapes_of_pytorch():
    shapes = {name: array.shape for name, array in Network("lstm", 2, 3, 5).parameters.items()}
    assert shapes == {
        "weight_ih_l0": (12, 2),
        "weight_hh_l0": (12, 3),
        "bias_ih_l0": (12,),
        "bias_hh_l0": (12,),
        "readout.weight": (5, 3),
        "readout.bias": (5,),
    }
    deep = Network("gru", 2, 3, 5, layers=2, direction="bidirectional").parameters
    assert deep["weight_ih_l1_reverse"].shape == (9, 6)
    assert deep["readout.weight"].shape == (5, 6)


@settings(max_examples=40, deadline=None)
@given(
    cell=st.sampled_from(CELLS),
    sizes=st.tuples(*[st.integers(1, 4)] * 3),
    steps=st.integers(1, 5),
    batch=st.integers(1, 3),
    layers=st.integers(1, 3),
    direction=st.sampled_from(["forward", "bidirectional"]),
)
def test_every_array_has_the_shape_that_is_promised(cell, sizes, steps, batch, layers, direction):
    assume(cell != "jordan" or direction == "forward")
    net = Network(cell, *sizes, layers=layers, direction=direction)
    _, hidden, outputs = sizes
    ways = 2 if direction == "bidirectional" else 1
    x, target = batch_for(net, steps, batch)
    grads = net.gradients(x, target)
    trace = grads.trace
    wide = (steps, batch, hidden * ways)
    assert trace.output.shape == (steps, batch, outputs)
    assert {trace[gate.name].shape for gate in net.cell.gates} == {wide}
    assert trace["x"].tolist() == x.tolist()
    assert grads["x"].shape == x.shape
    assert grads["h"].shape == wide
    assert grads.norm("h").shape == (steps, batch)
    assert np.allclose(grads.norm("h") ** 2, (grads["h"] ** 2).sum(axis=2))
    assert {name: array.shape for name, array in grads.parameters.items()} == {
        name: array.shape for name, array in net.parameters.items()
    }
    for layer in range(layers):
        assert trace.get("h", layer, reverse=ways == 2).shape == (steps, batch, hidden)
    for states in (trace.state, grads.state):
        carried = outputs if cell == "jordan" else hidden
        assert {array.shape for array in states.values()} == {(layers * ways, batch, carried)}


@pytest.mark.parametrize("cell", CELLS)
def test_a_batch_is_its_sequences_one_by_one(cell):
    net = Network(cell, **SMALL, seed=3)
    x, target = batch_for(net)
    whole = net.gradients(x, target)
    ones = [net.gradients(x[:, b : b + 1], target[:, b : b + 1]) for b in range(4)]
    assert whole.loss == pytest.approx(np.mean([one.loss for one in ones]), rel=1e-13)
    for b, one in enumerate(ones):
        assert np.allclose(whole.trace["h"][:, b], one.trace["h"][:, 0], rtol=1e-13, atol=1e-15)
        assert np.allclose(whole["h"][:, b], one["h"][:, 0] / 4, rtol=1e-12, atol=1e-16)
    for name, array in whole.parameters.items():
        assert np.allclose(array, np.mean([one.parameters[name] for one in ones], axis=0), rtol=1e-11, atol=1e-15)


@pytest.mark.parametrize("cell", CELLS)
def test_a_sequence_in_two_parts_with_the_state_carried_over_is_the_whole(cell):
    net = Network(cell, **SMALL, layers=2, seed=3)
    x, _ = batch_for(net)
    first = net.run(x[:2])
    second = net.run(x[2:], first.state)
    assert np.allclose(np.concatenate([first.output, second.output]), net.run(x).output, rtol=1e-14)


@pytest.mark.parametrize("cell", CELLS)
def test_pieces_of_a_pass_add_up_to_the_whole(cell, monkeypatch):
    """A long sequence is done in slices; whatever their length, the numbers stay."""
    net = Network(cell, **SMALL, layers=2, direction="forward" if cell == "jordan" else "bidirectional", seed=3)
    x, target = batch_for(net, steps=7, batch=2)
    whole = net.gradients(x, target)
    monkeypatch.setattr(passes_module, "_STEPS_IN_A_SLICE", 3)
    passes = net.passes(7, 2)
    pieces = list(net.derive(passes, x, target, "mse"))
    assert len(pieces) > (5 if cell == "jordan" else 12)  # two stops a pass, for others also a layer and direction
    for name, array in whole.parameters.items():
        assert np.allclose(passes.gradients[name], array, rtol=1e-12, atol=1e-16)


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize("cell", CELLS)
def test_small_caches_change_nothing(cell, batch, monkeypatch):
    net = Network(cell, **SMALL, seed=3)
    x, target = batch_for(net, batch=batch)
    whole = net.gradients(x, target)
    monkeypatch.setattr("rnnviz.cells.base.CACHE_BYTES", 1)
    monkeypatch.setattr("rnnviz.cells.base.SHORT", 2)
    pieces = net.gradients(x, target)
    for name, array in whole.parameters.items():
        assert (pieces.parameters[name] == array).all()


@pytest.mark.parametrize("cell", CELLS)
def test_arrays_used_again_give_the_same_bits(cell):
    net = Network(cell, **SMALL, seed=3)
    x, target = batch_for(net)
    passes = net.passes(6, 4)
    first = finish(net.derive(passes, x, target, "mse"))
    kept = {name: array.copy() for name, array in first.parameters.items()}
    finish(
        net.derive(
            passes, 2 * x, target, "mse", {name: np.ones_like(trace) for name, trace in net.run(x).state.items()}
        )
    )
    again = finish(net.derive(passes, x, target, "mse"))
    assert all((again.parameters[name] == array).all() for name, array in kept.items())


@pytest.mark.parametrize("cell", CELLS)
def test_single_precision_is_close_to_double(cell):
    double, single = (Network(cell, **SMALL, seed=3, dtype=dtype) for dtype in ("float64", "float32"))
    x, target = batch_for(double)
    a, b = double.gradients(x, target), single.gradients(x, target)
    assert b["h"].dtype == b.trace.output.dtype == b.parameters["weight_ih_l0"].dtype == np.float32
    assert b.loss == pytest.approx(a.loss, rel=1e-5)
    for name in a.names:
        assert np.abs(a[name] - b[name]).max() < 1e-5 * np.abs(a[name]).max()


def test_the_same_seed_gives_the_same_bits_and_another_seed_others():
    one, same, other = (Network("lstm", **SMALL, seed=seed) for seed in (4, 4, 5))
    assert (one.vector == same.vector).all()
    assert not (one.vector == other.vector).any()
    assert np.abs(one.vector).max() <= 1 / np.sqrt(3)


def test_networks_are_made_from_a_record_and_copied():
    spec = NetworkSpec(cell="gru", inputs=2, hidden=4, outputs=3, seed=11)
    net = Network.from_spec(spec)
    other = Network.from_spec(spec, net.parameters)
    assert net.spec == spec
    assert (other.vector == net.vector).all()
    twin = net.copy()
    twin.parameters["readout.bias"][:] = 9
    assert (net.parameters["readout.bias"] != 9).all()


def test_writing_into_a_parameter_changes_the_network():
    net = Network("elman", **SMALL)
    net.parameters["readout.bias"][:] = 100
    assert (net.run(np.zeros((1, 1, 2))).output > 90).all()


def test_results_cannot_be_written_to():
    net = Network("lstm", **SMALL)
    grads = net.gradients(*batch_for(net))
    for array in (grads["h"], grads.trace["f"], grads.trace.output, *grads.parameters.values()):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_names_of_a_trace_and_of_gradients():
    net = Network("lstm", **SMALL)
    grads = net.gradients(*batch_for(net))
    assert set(grads.trace.names) == {"f", "i", "g", "c", "o", "h", "x", "s"}
    assert set(grads.names) == {"h", "c", "f", "i", "g", "o", "x", "s"}
    with pytest.raises(InputError, match=r"“z”.*f, i, g, c, o, h"):
        grads.trace["z"]
    with pytest.raises(InputError, match="layers 0 to 0"):
        grads.trace.get("h", layer=1)
    with pytest.raises(InputError, match="forward"):
        grads.get("h", reverse=True)


def test_public_names_come_without_qt():
    assert {"Gradients", "History", "Network", "Trace", "train", "compare_gradients"} <= set(rnnviz.__all__)
    assert all(hasattr(rnnviz, name) for name in rnnviz.__all__)


WRONG_PARAMETERS = [
    ({"weight_hh_l0": np.zeros((3, 4))}, r"“weight_hh_l0” has the shape \(3, 4\).*\(12, 3\)"),
    ({"weight_zz": np.zeros(3)}, "no parameter “weight_zz”.*weight_ih_l0"),
    ({"readout.bias": [np.nan, 0.0]}, "“readout.bias”.*finite"),
    ({"readout.bias": ["a", "b"]}, "“readout.bias”.*number"),
]


@pytest.mark.parametrize(("change", "sentence"), WRONG_PARAMETERS)
def test_wrong_parameters_are_refused_whole(change, sentence):
    net = Network("lstm", **SMALL)
    before = net.vector.copy()
    with pytest.raises(ValueError, match=sentence):
        net.load_parameters({name: array * 2 for name, array in net.parameters.items()} | change)
    assert (net.vector == before).all()


def test_a_missing_parameter_is_named():
    net = Network("lstm", **SMALL)
    parameters = net.parameters
    del parameters["bias_ih_l0"]
    with pytest.raises(ValueError, match=r"“bias_ih_l0” is missing.*\(12,\)"):
        net.load_parameters(parameters)


X, Y = np.zeros((4, 2, 2)), np.zeros((4, 2, 2))
NAN = np.where(np.arange(16).reshape(4, 2, 2) == 5, np.nan, 0.0)
WRONG_INPUTS = [
    ({"x": np.zeros((4, 2))}, r"input has the shape \(4, 2\).*\(T, B, 2\)"),
    ({"x": np.zeros((4, 2, 3))}, r"input has the shape \(4, 2, 3\).*\(T, B, 2\)"),
    ({"x": np.zeros((0, 2, 2))}, "at least one clock"),
    ({"x": NAN}, r"input holds nan at \(1, 0, 1\)"),
    ({"x": [[["a", "b"]]]}, "input is not an array of numbers"),
    ({"x": [[[1, 2]], [[1]]]}, "input is not an array of numbers"),
    ({"target": np.zeros((4, 2, 3))}, r"target has the shape \(4, 2, 3\).*\(4, 2, 2\)"),
    ({"target": NAN}, r"target holds nan at \(1, 0, 1\)"),
    ({"mask": np.ones((4, 3))}, r"mask has the shape \(4, 3\).*\(4, 2\)"),
    ({"mask": np.zeros((4, 2))}, "mask needs"),
    ({"mask": -np.ones((4, 2))}, "mask needs"),
    ({"state": {"h": np.zeros((1, 3, 3))}}, r"state h has the shape \(1, 3, 3\).*\(1, 2, 3\)"),
    ({"state": {"q": np.zeros((1, 2, 3))}}, "no state “q”.*h, c"),
    ({"loss": "absolute"}, "no loss “absolute”.*mse, cross_entropy"),
    ({"loss": "cross_entropy"}, "“cross_entropy” needs the output “softmax”.*“linear”"),
]


@pytest.mark.parametrize(("change", "sentence"), WRONG_INPUTS)
def test_wrong_input_gets_a_sentence(change, sentence):
    net = Network("lstm", **SMALL)
    with pytest.raises(InputError, match=sentence):
        net.gradients(**({"x": X, "target": Y} | change))


def test_wrong_networks_are_refused():
    for wrong in ({"hidden": 0}, {"cell": "lstn"}, {"activation": "sin"}, {"output": "max"}, {"dtype": "float16"}):
        with pytest.raises(ValueError, match=r"choose|out of range"):
            Network(**wrong)


def test_overflow_is_not_a_warning():
    net = Network("elman", **SMALL, activation="relu")
    net.load_parameters({name: np.full(array.shape, 1e200) for name, array in net.parameters.items()})
    assert np.isinf(net.run(np.ones((5, 1, 2))).output).any()


def test_what_does_not_fit_in_memory_is_refused_before_it_is_tried(monkeypatch):
    net = Network("lstm", inputs=2, hidden=256, outputs=2)
    with pytest.raises(InputError, match=r"10000 clocks of 4096 sequences with 256 hidden units need \d+\.\d GB"):
        net.passes(10_000, 4096)
    monkeypatch.setattr("rnnviz.network.room.memory", lambda: 1e6)
    with pytest.raises(InputError, match=r"at most 0\.0 GB"):
        net.run(np.zeros((100, 1, 2)))
