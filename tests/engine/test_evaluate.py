"""A snapshot holds what the network computed, and nothing of it can be changed."""

import numpy as np
import pytest

from rnnviz.engine.evaluate import evaluate, fresh, model_of
from rnnviz.engine.examination import Examination, confusion
from rnnviz.engine.messages import Model
from rnnviz.engine.training import train
from rnnviz.errors import InputError
from rnnviz.network import room
from rnnviz.network.network import Network, finish
from rnnviz.network.spec import NetworkSpec
from rnnviz.tasks.parity import Parity

RNG = np.random.default_rng(0)
X, TARGET, MASK = RNG.standard_normal((5, 2)), np.eye(2)[[0, 1, 1, 0, 1]], np.array([0.0, 1, 1, 0, 1])


@pytest.mark.parametrize("cell", ["feedforward", "elman", "jordan", "lstm", "gru"])
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
    assert (model.updates, model.loss, model.accuracy, model.edited) == (3, 0.5, 0.75, False)
    assert model_of(net, edited=True).edited


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


def test_confusion_counts_answers_where_they_count():
    target = np.eye(3)[[[0, 1], [2, 2], [1, 0]]]  # (T, B, O)
    said = np.eye(3)[[[0, 2], [2, 1], [1, 1]]] * 0.4 + 0.2
    mask = np.array([[1.0, 1], [1, 0], [1, 0]])
    assert confusion("softmax", said, target, mask).tolist() == [[1, 0, 0], [0, 1, 1], [0, 0, 1]]
    assert confusion("softmax", said, target, 0 * mask).sum() == 0
    assert not confusion("softmax", said, target, mask).flags.writeable
    assert confusion("softmax", 0 * said + 1 / 3, target, mask).sum() == 0  # no answer stands out
    said[0, 1] = (0.2, 0.4, 0.4)
    assert confusion("softmax", said, target, mask).tolist() == [[1, 0, 0], [0, 1, 0], [0, 0, 1]]


@pytest.mark.parametrize(
    ("readout", "target"),
    [
        ("sigmoid", np.eye(3)[[[0, 1]]]),
        ("linear", np.eye(3)[[[0, 1]]]),
        ("softmax", np.full((1, 2, 3), 0.5)),  # several answers are right, as in a grammar
        ("softmax", np.array([[[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]])),
        ("softmax", np.eye(33)[[[0, 1]]]),
        ("softmax", np.ones((1, 2, 1))),
    ],
)
def test_without_classes_there_is_no_confusion(readout, target):
    assert confusion(readout, target, target, np.ones((1, 2))) is None


def test_up_to_32_classes_are_told_apart():
    answers = np.eye(32)[[[0, 31]]]
    assert confusion("softmax", answers, answers, np.ones((1, 2))).sum() == 2


def test_an_examination_tries_validation_and_test():
    net, task = Network(output="softmax", seed=2), Parity()
    exam = finish(Examination(net, task).steps())
    for batch, loss, right in (
        (task.validation(), exam.loss, exam.accuracy),
        (task.test(), exam.test_loss, exam.test_accuracy),
    ):
        run = net.gradients(batch.x, batch.target, "cross_entropy", mask=batch.mask)
        assert loss == pytest.approx(run.loss, rel=1e-12)
        assert right == (run.trace.output.argmax(2) == batch.target.argmax(2)).mean()
    assert exam.confusion.trace() / exam.confusion.sum() == exam.accuracy
    no_test = finish(Examination(net, Parity(longest=12)).steps())
    assert np.isnan([no_test.test_loss, no_test.test_accuracy]).all()
    assert no_test.loss == exam.loss


def test_an_examination_keeps_no_derivatives(monkeypatch):
    net, task = Network(output="softmax", seed=2), Parity()
    steps, count = task.validation().x.shape[:2]
    most = max(room.needed(net.spec, *batch.x.shape[:2], "values") for batch in (task.validation(), task.test()))
    assert most < room.needed(net.spec, steps, count, "loss")
    for spare in (0, 2):
        monkeypatch.setattr(room, "memory", lambda most=2 * most - spare: most)
        if spare:
            with pytest.raises(InputError, match="GB of memory"):
                Examination(net, task)
        else:
            Examination(net, task)


def test_what_a_run_tells_of_itself():
    net = Network(output="softmax", seed=2)
    history = train(net, "parity", updates=20, validations=4)
    assert history.loss_name == "cross_entropy"
    assert np.allclose(history.test_perplexity, np.exp(history.test_loss))
    assert len(history.test_loss) == len(history.validation_loss) == 4
    assert history.confusion.sum() == 256 * 8
    assert (history.penalty == 0).all()
    assert history.stopped is None
