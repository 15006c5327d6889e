"""What a snapshot has besides the arrays of a single row: stacks, alarms, clocks, what was looked at."""

import numpy as np
import pytest

from rnnviz.engine.evaluate import evaluate, fresh, model_of, nothing_shown, shown_method
from rnnviz.engine.examination import accuracy
from rnnviz.engine.messages import History, Look
from rnnviz.errors import InputError
from rnnviz.gradients.alarms import alarms
from rnnviz.gradients.look import LOOKS
from rnnviz.network.network import Network
from rnnviz.network.parameters import array_name, part_suffix, parts
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.tasks.parity import Parity

RNG = np.random.default_rng(0)
X, TARGET, MASK = RNG.standard_normal((5, 2)), np.eye(2)[[0, 1, 1, 0, 1]], np.array([0.0, 1, 1, 0, 1])
STACK = NetworkSpec(cell="gru", hidden=4, layers=2, direction="bidirectional", seed=3)
TRUNCATED = TrainingSpec(gradient="tbptt", k1=2, k2=2)


def test_names_are_plain_only_where_there_is_one_row():
    assert array_name(NetworkSpec(), "h", 0) == "h"
    assert array_name(NetworkSpec(layers=2), "h", 0) == "h_l0"
    assert array_name(NetworkSpec(direction="bidirectional"), "h", 0, True) == "h_l0_reverse"
    assert array_name(STACK, "f", 1, True) == "f_l1_reverse"
    assert part_suffix(1) == "_l1"
    assert parts(STACK) == ((0, False), (0, True), (1, False), (1, True))
    assert [type(reverse) for _, reverse in parts(STACK)] == [bool] * 4


def test_every_layer_and_direction_is_in_a_snapshot_by_its_name():
    snapshot = evaluate(fresh(STACK), X, TARGET, MASK)
    run = Network.from_spec(STACK).gradients(X[:, None], TARGET[:, None], "cross_entropy", mask=MASK[:, None])
    for layer, reverse in parts(STACK):
        for gate in ("r", "z", "n", "h"):
            name = f"{gate}_l{layer}" + ("_reverse" if reverse else "")
            assert (snapshot.trace[name] == run.trace.get(gate, layer, reverse)[:, 0]).all()
        name = f"h_l{layer}" + ("_reverse" if reverse else "")
        assert (snapshot.gradients[name] == run.get("h", layer, reverse)[:, 0]).all()
    both = np.concatenate([snapshot.trace["h_l1"], snapshot.trace["h_l1_reverse"]], axis=1)
    assert (snapshot.trace["h"] == both).all()
    assert "h_l1" in snapshot.norms
    assert snapshot.norms["h_l0"] is snapshot.norms["h_l0"]  # computed once
    with pytest.raises(ValueError, match="read-only"):
        snapshot.norms["h_l0"][0] = 0


def large(spec: NetworkSpec, times: float = 100.0, updates: int = 7):
    """A model whose gates are all flat, so that there is something to be alarmed about."""
    net = Network.from_spec(spec)
    net.vector[...] *= times
    return net, model_of(net, updates)


def test_alarms_are_those_of_the_run():
    spec = NetworkSpec("lstm", hidden=4, seed=1)
    net, model = large(spec)
    snapshot = evaluate(model, X, TARGET, MASK)
    run = net.gradients(X[:, None], TARGET[:, None], "cross_entropy", mask=MASK[:, None])
    assert snapshot.alarms == alarms(run, 0, 7)
    assert {alarm.update for alarm in snapshot.alarms} == {7}
    assert "saturated" in {alarm.kind for alarm in snapshot.alarms}


def test_of_a_gradient_that_was_cut_nobody_says_that_it_vanished():
    net = Network("elman", inputs=2, hidden=3, outputs=2, output="softmax", activation="linear", seed=1)
    net.parameters["weight_hh_l0"][...] = 0.01 * np.eye(3)
    x, target, mask = RNG.standard_normal((12, 2)), np.eye(2)[[0] * 12], np.r_[np.zeros(11), 1]
    whole = evaluate(model_of(net), x, target, mask)
    cut = evaluate(model_of(net), x, target, mask, training=TRUNCATED)
    assert (whole.truncated, cut.truncated) == (None, (2, 2))
    assert "vanishing" in {alarm.kind for alarm in whole.alarms}
    assert "vanishing" not in {alarm.kind for alarm in cut.alarms}


def test_truncated_gradients_are_shown_only_where_learning_truncates_and_can():
    forward, both = NetworkSpec(), NetworkSpec(direction="bidirectional")
    assert (shown_method(TRUNCATED, forward).k1, shown_method(TRUNCATED, forward).k2) == (2, 2)
    assert shown_method(TRUNCATED, both).name == "bptt"
    assert shown_method(TrainingSpec(gradient="rtrl"), forward).name == "bptt"
    assert shown_method(None, forward).name == "bptt"


def test_clocks_with_inputs_and_answers_are_told():
    snapshot = evaluate(fresh(NetworkSpec(scenario="many-to-one")), X, TARGET, MASK)
    assert snapshot.has_x.tolist() == [True] * 5
    assert snapshot.has_s.tolist() == [False] * 4 + [True]


@pytest.mark.parametrize("name", LOOKS)
def test_what_was_asked_for_is_there_and_read_only(name):
    snapshot = evaluate(fresh(NetworkSpec()), X, TARGET, MASK, looked_at=Look(name))
    assert snapshot.extra_problem is None
    assert np.isfinite(snapshot.extra[name]).all()
    assert not snapshot.extra[name].flags.writeable
    assert not evaluate(fresh(NetworkSpec()), X, TARGET, MASK).extra


def test_what_overflows_is_shown_without_a_warning():
    net, model = large(NetworkSpec("elman", hidden=3, activation="relu", output="softmax", seed=1), 1e120)
    with np.errstate(all="raise"):
        snapshot = evaluate(model, X, TARGET, MASK)
    assert [alarm.kind for alarm in snapshot.alarms] == ["nan"]
    with pytest.raises(InputError):
        evaluate(fresh(net.spec), X * np.inf, TARGET, MASK)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_sequence_without_a_single_answer_stays_in_the_networks_precision(dtype):
    snapshot = evaluate(fresh(NetworkSpec(dtype=dtype)), X, TARGET, 0 * MASK)
    assert {array.dtype.name for array in (*snapshot.trace.values(), *snapshot.gradients.values())} == {dtype}


def test_nothing_shown_is_empty_but_knows_its_model():
    model, problem = fresh(NetworkSpec()), InputError("no")
    empty = nothing_shown(model, 4, problem=problem)
    assert (empty.model, empty.shown, empty.network, empty.problem, empty.history) == (4, -1, model, problem, None)
    assert [dict(part) for part in (empty.trace, empty.gradients, empty.norms)] == [{}] * 3
    assert np.isnan(empty.loss)
    assert (evaluate(model, X, TARGET, MASK).model, evaluate(model, X, TARGET, MASK).shown) == (0, 0)


def test_perplexity_is_between_how_many_the_network_wavers():
    loss = np.array([0.0, np.log(3.0), 1e4])
    history = History(np.arange(3), loss, loss, loss_name="cross_entropy")
    with np.errstate(all="raise"):
        assert history.perplexity.tolist() == [1.0, pytest.approx(3.0), np.inf]
    other = History(np.arange(3), loss, loss, loss_name="mse").perplexity
    assert other.shape == (3,)
    assert np.isnan(other).all()


def test_accuracy_where_nothing_counts_is_no_number():
    task = Parity()
    batch = task.validation()
    assert np.isnan(accuracy(task, batch.target, batch.target, 0 * batch.mask))
    assert accuracy(task, batch.target, batch.target, batch.mask) == 1.0
