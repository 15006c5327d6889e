"""Networks that read their own last answer, as memory (Jordan) or as input, and the scenarios without that."""

import numpy as np
import plain_loops
import pytest
from test_gradients import TOLERANCE, UNITS, difference_error, problem

import rnnviz
from rnnviz import Network
from rnnviz.cells.base import Size, make_cell
from rnnviz.engine.evaluate import evaluate, model_of
from rnnviz.errors import InputError
from rnnviz.network import feedback
from rnnviz.network.spec import NetworkSpec, TrainingSpec

SCENARIOS = ("one-to-one", "one-to-many", "many-to-one", "many-to-many", "delayed")
READOUTS = [
    ("linear", "mse"),
    ("softmax", "mse"),
    ("sigmoid", "mse"),
    ("softmax", "cross_entropy"),
    ("sigmoid", "binary_cross_entropy"),
]
CELLS = [*UNITS, *(("jordan", {"activation": name}) for name in ("tanh", "sigmoid", "relu", "linear"))]
JORDAN = ("jordan", {})


def network(cell, options, output="softmax", **others):
    return Network(cell, inputs=2, hidden=3, outputs=2, output=output, seed=9, **options, **others)


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize(("cell", "options"), CELLS)
def test_central_differences(cell, options, scenario):
    assert (
        difference_error(network(cell, options, scenario=scenario), "cross_entropy", scenario == "delayed") < TOLERANCE
    )


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize(("output", "loss"), READOUTS)
@pytest.mark.parametrize(
    ("cell", "scenario"), [("jordan", "many-to-many"), ("jordan", "one-to-many"), ("gru", "delayed")]
)
def test_central_differences_with_every_readout_loss_and_mask(cell, scenario, output, loss, masked):
    assert difference_error(network(cell, {}, output, scenario=scenario), loss, masked) < TOLERANCE


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize(("cell", "layers"), [("jordan", 2), ("jordan", 3), ("lstm", 3), ("feedforward", 2)])
def test_central_differences_through_stacks(cell, layers, scenario):
    assert difference_error(network(cell, {}, layers=layers, scenario=scenario), "mse") < TOLERANCE


@pytest.mark.parametrize("scenario", ["one-to-one", "many-to-one"])
def test_scenarios_that_read_nothing_back_may_be_bidirectional(scenario):
    net = network("lstm", {}, layers=2, direction="bidirectional", scenario=scenario)
    assert difference_error(net, "mse") < TOLERANCE


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize(("cell", "options"), CELLS)
def test_an_independent_oracle_in_plain_loops_agrees_to_all_digits(cell, options, scenario):
    net = network(cell, options, scenario=scenario, encoder=2)
    x, target, _, mask = problem(net, masked=True)
    mask[-1], mask[0] = 1, 1
    grads = net.gradients(x, target, "cross_entropy", mask=mask)
    kind = "gru-before" if "reset" in options else cell
    counts = mask * grads.trace.has_s[:, None]

    def oracle(p, inputs):
        named = {name: array.tolist() for name, array in p.items()}
        activation = options.get("activation", "tanh")
        s = plain_loops.run(kind, activation, "softmax", named, inputs.tolist(), 3, scenario, 2)
        return s, plain_loops.loss("cross_entropy", s, target, counts)

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
        assert float((ours * towards).sum()) == pytest.approx(exact, rel=1e-9, abs=1e-14), name


@pytest.mark.parametrize("what", ["memory", "input"])
def test_an_error_of_one_in_a_thousand_on_the_way_back_is_caught(monkeypatch, what):
    net = network(
        "jordan" if what == "memory" else "elman", {}, scenario="many-to-many" if what == "memory" else "delayed"
    )
    assert difference_error(net, "mse") < TOLERANCE
    right = feedback.readout.respond_back
    monkeypatch.setattr(feedback.readout, "respond_back", lambda kind, s, d_s: 1.001 * right(kind, s, d_s))
    assert difference_error(net, "mse") > TOLERANCE


def test_what_there_is_at_which_clock():
    def found(scenario, **options):
        trace = network("elman", {}, scenario=scenario, **options).run(np.ones((5, 1, 2)))
        return "".join(map(str, trace.has_x.astype(int))), "".join(map(str, trace.has_s.astype(int)))

    assert found("one-to-one") == ("10000", "10000")
    assert found("one-to-many") == ("10000", "11111")
    assert found("many-to-one") == ("11111", "00001")
    assert found("many-to-many") == ("11111", "11111")
    assert found("delayed") == ("11000", "00111")
    assert found("delayed", encoder=4) == ("11110", "00001")


def test_what_is_read_is_the_last_answer_and_after_the_encoder_nothing():
    x = np.random.default_rng(0).standard_normal((6, 3, 2))
    trace = network("lstm", {}, scenario="one-to-many").run(x)
    assert (trace["x"][0] == x[0]).all()
    assert (trace["x"][1:] == trace.output[:-1]).all()
    trace = network("lstm", {}, scenario="delayed", encoder=2).run(x)
    assert (trace["x"][:2] == x[:2]).all()
    assert not trace["x"][2].any()
    assert (trace["x"][3:] == trace.output[2:-1]).all()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_what_is_not_there_has_no_influence_and_no_gradient(scenario):
    net, rng = network("gru", {}, scenario=scenario), np.random.default_rng(3)
    x, target = rng.standard_normal((6, 2, 2)), rng.dirichlet([1, 1], (6, 2))
    grads = net.gradients(x, target, "cross_entropy")
    other_x, other_target = x.copy(), target.copy()
    other_x[~grads.trace.has_x] = 7
    other_target[~grads.trace.has_s] = rng.dirichlet([1, 1])
    again = net.gradients(other_x, other_target, "cross_entropy")
    assert again.loss == grads.loss
    assert (again.vector == grads.vector).all()
    assert not grads["x"][~grads.trace.has_x].any()


def test_the_memory_of_a_jordan_network_is_the_last_answer():
    net = network("jordan", {}, layers=2)
    x = np.random.default_rng(0).standard_normal((5, 2, 2))
    trace = net.run(x)
    assert net.parameters["weight_hh_l1"].shape == (3, 2)
    assert (trace.state["s"] == trace.output[-1]).all()
    later = net.run(x[3:], {"s": np.stack([trace.output[2]] * 2)})
    assert np.allclose(later.output, trace.output[3:], rtol=1e-14)
    by_hand = np.tanh(
        net.parameters["weight_ih_l0"] @ x[1, 0]
        + net.parameters["weight_hh_l0"] @ trace.output[0, 0]
        + net.parameters["bias_ih_l0"]
        + net.parameters["bias_hh_l0"]
    )
    assert np.allclose(trace.get("h", 0)[1, 0], by_hand, rtol=1e-14)


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize("activation", ["tanh", "sigmoid", "relu", "linear"])
def test_the_scan_of_a_jordan_cell_equals_the_textbook_step(activation, batch):
    cell, rng = make_cell("jordan", activation, outputs=2), np.random.default_rng(4)
    params = {name: rng.standard_normal(shape) for name, shape in cell.shapes(3, 4).items()}
    x, memory = rng.standard_normal((5, batch, 3)), rng.standard_normal((6, batch, 2))
    tape = cell.tape(Size(5, batch, 3, 4, np.float64))
    inside = (lambda a: a[:, 0]) if batch == 1 else (lambda a: a.swapaxes(1, 2))
    tape.begin(inside(x), {"s": 0.0})
    tape.inputs[:, :2] = inside(memory)
    cell.pack(params, tape)
    for t in range(5):
        cell.scan(tape, t, t + 1)
        for b in range(batch):
            _, values = cell.step(params, x[t, b], {"s": memory[t, b]})
            fast = tape.values["h"][t] if batch == 1 else tape.values["h"][t, :, b]
            assert np.allclose(fast, values["h"], rtol=1e-13)


def test_the_jacobian_of_a_jordan_network_equals_differences():
    net = network("jordan", {})
    x = np.random.default_rng(0).standard_normal((5, 1, 2))
    found, h = rnnviz.jacobians(net, x), net.run(x)["h"][:, 0]
    assert not found.matrices[0].any()
    V, c = net.parameters["readout.weight"], net.parameters["readout.bias"]

    def after(t, before):
        e = np.exp(V @ before + c)
        return net.run(x[t : t + 1], {"s": (e / e.sum())[None, None]})["h"][0, 0]

    for t in range(1, 5):
        columns = [(after(t, h[t - 1] + 1e-6 * unit) - after(t, h[t - 1] - 1e-6 * unit)) / 2e-6 for unit in np.eye(3)]
        assert np.allclose(found.matrices[t], np.array(columns).T, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize(
    ("cell", "scenario"), [("jordan", "many-to-many"), ("lstm", "delayed"), ("gru", "one-to-many")]
)
def test_one_sequence_many_sequences_both_precisions_and_the_same_bits(cell, scenario):
    net, single = (network(cell, {}, scenario=scenario, layers=2, dtype=dtype) for dtype in ("float64", "float32"))
    x, target, state, _ = problem(net, False)
    many, other = net.gradients(x, target, state=state), single.gradients(x, target, state=state)
    one = [
        net.gradients(x[:, b : b + 1], target[:, b : b + 1], state={k: v[:, b : b + 1] for k, v in state.items()})
        for b in range(3)
    ]
    assert np.allclose(sum(g.vector for g in one) / 3, many.vector, rtol=1e-10, atol=1e-14)
    for name in many.names:
        assert np.allclose(np.concatenate([g[name] for g in one], axis=1), 3 * many[name], rtol=1e-10, atol=1e-14)
        assert np.abs(other[name] - many[name]).max() < 1e-4 * np.abs(many[name]).max()
    assert (net.gradients(x, target, state=state).vector == many.vector).all()


@pytest.mark.parametrize("method", ["bptt", "rtrl", "tbptt"])
@pytest.mark.parametrize(("cell", "scenario"), [("jordan", "many-to-many"), ("lstm", "delayed")])
def test_what_is_seen_is_truncated_where_learning_truncates(method, cell, scenario):
    net = Network.from_spec(NetworkSpec(cell=cell, scenario=scenario))
    training = TrainingSpec(gradient=method, k1=1, k2=2)
    seen = evaluate(model_of(net), np.eye(2)[[0, 1, 1, 0]], np.eye(2)[[0, 1, 1, 0]], np.ones(4), training=training)
    assert seen.truncated == ((1, 2) if method == "tbptt" else None)
    assert seen.has_x.tolist() == net.run(np.ones((4, 1, 2))).has_x.tolist()


def test_what_cannot_be_is_refused_with_a_sentence():
    for options in ({"cell": "jordan"}, {"scenario": "delayed"}, {"scenario": "one-to-many"}):
        with pytest.raises(InputError, match="cannot be bidirectional"):
            NetworkSpec(direction="bidirectional", **options)
    with pytest.raises(InputError, match="3 inputs and 2 outputs"):
        NetworkSpec(inputs=3, scenario="one-to-many")
    for steps, encoder in ((1, None), (4, 4)):
        with pytest.raises(InputError, match=f"cannot answer in a sequence of {steps}"):
            Network("elman", scenario="delayed", encoder=encoder).run(np.ones((steps, 1, 2)))
