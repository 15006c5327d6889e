"""A snapshot holds what the network computed, and nothing of it can be changed."""

import numpy as np
import pytest

from rnnviz.engine.evaluate import evaluate, fresh, model_of
from rnnviz.engine.messages import Model
from rnnviz.errors import InputError
from rnnviz.network.network import Network
from rnnviz.network.spec import NetworkSpec

RNG = np.random.default_rng(0)
X, TARGET, MASK = RNG.standard_normal((5, 2)), np.eye(2)[[0, 1, 1, 0, 1]], np.array([0.0, 1, 1, 0, 1])


@pytest.mark.parametrize("cell", ["feedforward", "elman", "lstm", "gru"])
def test_a_snapshot_is_the_trace_and_gradients_of_the_network(cell):
    spec = NetworkSpec(cell=cell, seed=3)
    snapshot = evaluate(fresh(spec), X, TARGET, MASK, number=4, shown=9)
    net = Network.from_spec(spec)
    grads = net.gradients(X[:, None], TARGET[:, None], "cross_entropy", mask=MASK[:, None])
    assert (snapshot.model, snapshot.shown, snapshot.network.updates) == (4, 9, 0)
    assert snapshot.loss == grads.loss
    assert set(snapshot.trace) == {gate.name for gate in net.cell.gates} | {"x", "s"}
    for name, array in snapshot.trace.items():
        assert (array == grads.trace[name][:, 0]).all()
    for name, array in snapshot.gradients.items():
        assert (array == grads[name][:, 0]).all()
        assert np.allclose(snapshot.norms[name], np.linalg.norm(array, axis=1))
    assert {"h", "x"} <= set(snapshot.gradients)


def test_nothing_in_a_snapshot_can_be_written_to():
    snapshot = evaluate(fresh(NetworkSpec()), X, TARGET, MASK)
    arrays = [array for part in (snapshot.trace, snapshot.gradients, snapshot.norms) for array in part.values()]
    for array in [*arrays, *snapshot.network.parameters.values()]:
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_an_untrained_model_is_its_seed_and_knows_no_accuracy():
    one, two = fresh(NetworkSpec(seed=5)), fresh(NetworkSpec(seed=5))
    assert all((one.parameters[name] == array).all() for name, array in two.parameters.items())
    assert one.updates == 0
    assert np.isnan([one.loss, one.accuracy]).all()


def test_a_model_keeps_the_weights_of_its_moment():
    net = Network(seed=1)
    model = model_of(net, updates=3, loss=0.5, accuracy=0.75)
    net.vector[...] = 0
    assert model.parameters["weight_hh_l0"].any()
    assert (model.updates, model.loss, model.accuracy) == (3, 0.5, 0.75)


def test_a_sequence_on_which_nothing_counts_can_be_shown():
    snapshot = evaluate(fresh(NetworkSpec()), X, TARGET, 0 * MASK)
    assert np.isnan(snapshot.loss)
    assert (snapshot.norms["h"] == 0).all()
    assert np.isfinite(snapshot.trace["s"]).all()


def test_one_clock_and_every_stack_can_be_shown():
    for spec in (NetworkSpec(layers=3), NetworkSpec(cell="gru", direction="bidirectional", layers=2)):
        snapshot = evaluate(fresh(spec), X[:1], TARGET[:1], np.ones(1))
        assert snapshot.trace["h"].shape == (1, spec.hidden * (2 if spec.direction == "bidirectional" else 1))


@pytest.mark.parametrize(
    ("x", "target", "mask", "sentence"),
    [
        (X[:, :1], TARGET, MASK, r"input has the shape \(5, 1, 1\)"),
        (X[:0], TARGET[:0], MASK[:0], "at least one clock"),
        (X * np.nan, TARGET, MASK, "nan"),
        (X, TARGET[:4], MASK, "target has the shape"),
        (X, TARGET, MASK[:4], "mask has the shape"),
    ],
)
def test_what_cannot_be_shown_gets_a_sentence(x, target, mask, sentence):
    with pytest.raises(InputError, match=sentence):
        evaluate(fresh(NetworkSpec()), x, target, mask)


def test_a_model_whose_weights_do_not_fit_gets_a_sentence():
    model = fresh(NetworkSpec(hidden=4))
    with pytest.raises(InputError, match="weight_ih_l0"):
        evaluate(Model(NetworkSpec(hidden=3), model.parameters), X, TARGET, MASK)
