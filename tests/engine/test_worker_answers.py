"""What the engine says when it was asked for something: examinations, settings, speeds, refusals."""

import numpy as np
import pytest
from small_tasks import Echo
from test_worker import BATCH, SHOW, SPEC, Bench, build

from rnnviz.engine.evaluate import evaluate, fresh, model_of
from rnnviz.engine.examination import Examination
from rnnviz.engine.messages import Build, Configure, Look, Model, Pause, Show, Train
from rnnviz.engine.worker import NEWS, SLICE
from rnnviz.errors import InputError
from rnnviz.gradients.look import LOOKS
from rnnviz.network.network import Network, finish
from rnnviz.network.spec import NetworkSpec, TrainingSpec


def trained(updates: int) -> Model:
    return model_of(Network.from_spec(NetworkSpec(seed=2)), updates)


@pytest.mark.parametrize("updates", [0, 1, 5])
def test_a_trained_network_is_examined_once_after_its_first_picture(updates):
    bench = Bench(Build(3, trained(updates), Echo(), TrainingSpec(batch=4)), SHOW)
    history = bench.finish().history
    if not updates:
        assert len(bench.published) == 1
        assert len(history.validation_loss) == 0
        return
    first, second = bench.published
    assert len(first.history.validation_loss) == 0
    assert first.loss == second.loss
    exam = finish(Examination(Network.from_spec(NetworkSpec(seed=2)), Echo()).steps())
    assert history.validation_updates.tolist() == [updates]
    assert (history.validation_loss[0], history.validation_accuracy[0]) == (exam.loss, exam.accuracy)
    assert (history.confusion == exam.confusion).all()
    assert not bench.worker.advance()


@pytest.mark.parametrize("spec", [NetworkSpec(seed=2), NetworkSpec(seed=2, hidden=5), NetworkSpec("gru", seed=2)])
def test_other_weights_are_traced_and_examined_with_the_arrays_of_those_before(spec):
    task, training = Echo(), TrainingSpec(batch=4)
    bench = Bench(Build(1, trained(4), task, training), SHOW)
    before = bench.finish()
    old, loss = bench.worker._examination, before.loss
    network = Network.from_spec(spec)
    network.vector += 0.1
    model = model_of(network, 7)
    bench.send(Build(2, model, task, training), SHOW)
    after = bench.finish()
    assert (bench.worker._examination is old) == (spec == before.network.spec)
    wanted = evaluate(model, SHOW.x, SHOW.target, SHOW.mask)
    assert after.loss == wanted.loss != loss
    assert (after.trace["h"] == wanted.trace["h"]).all()
    exam = finish(Examination(network, Echo()).steps())
    assert after.history.validation_updates.tolist() == [7]
    assert after.history.validation_loss.tolist() == [exam.loss]
    assert before.loss == loss == evaluate(trained(4), SHOW.x, SHOW.target, SHOW.mask).loss
    for others in ((Echo(), training), (task, TrainingSpec(batch=4, backend="numpy"))):
        kept = bench.worker._examination
        bench.send(Build(3, model, *others))
        assert bench.worker._examination is not kept
        bench.send(Build(4, model, task, training))


def test_other_truncation_is_seen_at_once_and_other_rates_are_not():
    bench = Bench(build(), SHOW)
    bench.finish()
    for training, truncated in (
        (TrainingSpec("sgd", gradient="tbptt", k1=2, k2=3), (2, 3)),
        (TrainingSpec("sgd", gradient="tbptt", k1=1, k2=3), (1, 3)),
        (TrainingSpec("sgd", gradient="rtrl"), None),
    ):
        bench.send(Configure(training))
        count = len(bench.published)
        assert bench.finish().truncated == truncated
        assert len(bench.published) == count + 1
    bench.send(Configure(TrainingSpec("sgd", gradient="rtrl", rate=0.5)))
    assert not bench.worker.advance()


@pytest.mark.parametrize("name", LOOKS)
def test_what_is_looked_at_comes_with_every_trace_until_it_is_let_go(name):
    bench = Bench(build(), SHOW, Look(name))
    assert set(bench.finish().extra) == {name}
    bench.send(Train(2))
    assert set(bench.finish().extra) == {name}
    bench.send(Look(""))
    assert not bench.finish().extra


@pytest.mark.parametrize("began", [0.0, 1000.0])
def test_the_speed_is_that_of_the_clock_and_nothing_when_nothing_learns(began):
    bench = Bench(build(), SHOW)
    bench.now = began
    bench.finish()
    assert bench.published[-1].updates_per_second == 0
    bench.send(Train())
    start, before = bench.now, bench.worker._trainer.updates
    while bench.now - start < 3:
        bench.worker.advance()
    done = bench.worker._trainer.updates - before
    speeds = [one.updates_per_second for one in bench.published if one.training and one.updates_per_second]
    assert speeds == pytest.approx([done / (bench.now - start)] * len(speeds), rel=0.3)
    bench.send(Pause())
    assert bench.finish().updates_per_second == 0
    bench.send(Train(1))
    assert bench.worker._rate == 0  # what it was before the pause is not what it is now


def test_news_come_no_more_often_than_they_can_be_read():
    bench = Bench(build(), SHOW)
    bench.finish()
    count, start = len(bench.published), bench.now
    bench.send(Train())
    while bench.now - start < 5:
        bench.worker.advance()
    assert 5 / NEWS / 2 < len(bench.published) - count < 5 / 0.04 + 2


@pytest.mark.parametrize("began", [0.0, 1000.0])
def test_a_slice_is_used_and_ends_in_time(began):
    bench = Bench(build(), Train())
    bench.now = began
    for _ in range(30):
        start = bench.now
        bench.worker.advance()
        assert bench.now - start < SLICE + 0.02  # a few readings of the clock, a thousandth each
    assert bench.worker._trainer.updates > 100


def test_pause_without_learning_is_no_question():
    bench = Bench(build(), SHOW)
    bench.finish()
    bench.send(Pause())
    assert not bench.worker.advance()
    assert len(bench.published) == 1


def test_early_stopping_ends_the_run():
    bench = Bench(build(training=TrainingSpec("sgd", clip=1e-200, batch=4, patience=20)), SHOW, Train())
    snapshot = bench.finish()
    assert not snapshot.training
    assert snapshot.history.stopped is not None
    assert snapshot.history.stopped.updates >= 20
    assert snapshot.network.updates == snapshot.history.stopped.best


def wide(x: int, target: int) -> Show:
    return Show(5, np.zeros((4, x)), np.zeros((4, target)), np.ones(4))


@pytest.mark.parametrize(("x", "target"), [(3, 2), (2, 3)])
def test_a_refusal_names_both_widths(x, target):
    bench = Bench(build(), SHOW)
    bench.finish()
    bench.send(wide(x, target))
    said = bench.published[-1]
    assert str(said.problem) == (
        f"The sequence has ({x}, {target}) inputs and outputs a clock, the network (2, 2); give the same."
    )
    assert (said.model, said.shown) == (1, 5)
    assert said.network.parameters.keys() == fresh(NetworkSpec(seed=2)).parameters.keys()
    assert bench.finish().problem is not None  # it stays until something else is asked for


def test_an_answer_after_a_failure_is_the_last_good_one(monkeypatch):
    bench = Bench(build(4), SHOW)
    good = bench.finish()
    with monkeypatch.context() as patch:
        patch.setattr(Echo, "sample", lambda *_: 1 / 0)
        bench.send(Train())
        failed = bench.finish()
    assert "ZeroDivisionError" in str(failed.problem)
    assert (failed.model, failed.loss, failed.network) == (4, good.loss, good.network)


def test_a_failure_before_anything_was_shown_names_its_network(monkeypatch):
    bench = Bench(build(4))
    bench.worker._asked = False
    monkeypatch.setattr(Echo, "sample", lambda *_: 1 / 0)
    bench.send(Train())
    bench.worker.advance()
    said = bench.published[-1]
    assert (said.model, said.shown) == (4, -1)
    assert said.network.parameters.keys() == fresh(SPEC).parameters.keys()
    assert isinstance(said.problem, InputError)


def test_a_build_that_is_refused_answers_with_what_was_asked_for():
    bench = Bench(build(1), SHOW)
    bench.finish()
    command = build(2, NetworkSpec(inputs=3))
    bench.send(command)
    said = bench.published[-1]
    assert (said.model, said.network) == (2, command.network)


def test_what_is_traced_while_learning_has_its_own_accuracy():
    snapshot = Bench(build(), SHOW, Train(60)).finish()
    exam = finish(Examination(Network.from_spec(snapshot.network.spec, snapshot.network.parameters), Echo()).steps())
    assert (snapshot.network.loss, snapshot.network.accuracy) == (exam.loss, exam.accuracy)
    again = evaluate(snapshot.network, BATCH.x[:, 0], BATCH.target[:, 0], BATCH.mask[:, 0])
    assert again.loss == snapshot.loss
