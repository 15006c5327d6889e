"""What the engine does between commands, driven slice by slice on a clock of the test's own."""

import numpy as np
import pytest
from small_tasks import Echo

from rnnviz.engine import worker as worker_module
from rnnviz.engine.evaluate import evaluate, fresh, model_of
from rnnviz.engine.messages import Build, Configure, Model, Pause, Show, Snapshot, Train
from rnnviz.engine.worker import Worker
from rnnviz.network.network import Network
from rnnviz.network.spec import NetworkSpec, TrainingSpec

SPEC = NetworkSpec(seed=2)
BATCH = Echo().validation()
SHOW = Show(1, BATCH.x[:, 0], BATCH.target[:, 0], BATCH.mask[:, 0])


class Bench:
    """A worker, all it published, and a clock that moves a millisecond each time it is read."""

    def __init__(self, *commands):
        self.published: list[Snapshot] = []
        self.now = 0.0
        self.worker = Worker(self.published.append, clock=self.tick)
        self.send(*commands)

    def tick(self) -> float:
        self.now += 0.001
        return self.now

    def send(self, *commands) -> None:
        for command in commands:
            self.worker.handle(command)

    def finish(self) -> Snapshot:
        while self.worker.advance():
            continue
        return self.published[-1]


def build(number: int = 1, spec: NetworkSpec = SPEC, training: TrainingSpec | None = None, **task) -> Build:
    return Build(number, fresh(spec), Echo(**task), training or TrainingSpec(batch=4))


def test_build_and_show_are_answered_by_one_snapshot():
    bench = Bench(build(7), SHOW)
    snapshot = bench.finish()
    assert len(bench.published) == 1
    assert (snapshot.model, snapshot.shown, snapshot.training, snapshot.problem) == (7, 1, False, None)
    expected = evaluate(fresh(SPEC), SHOW.x, SHOW.target, SHOW.mask)
    assert snapshot.loss == expected.loss
    assert (snapshot.gradients["f"] == expected.gradients["f"]).all()
    assert not bench.worker.advance()


def test_a_network_without_a_sequence_is_answered_too():
    snapshot = Bench(build()).finish()
    assert (snapshot.shown, dict(snapshot.trace)) == (-1, {})


def test_commands_before_the_first_network_do_nothing():
    bench = Bench(Train(3), Pause(), Configure(TrainingSpec()), SHOW)
    assert not bench.worker.advance()
    assert bench.published == []
    bench.send(build())
    assert bench.finish().shown == 1


def test_so_many_updates_and_an_answer_with_the_weights_they_gave():
    bench = Bench(build(), SHOW, Train(90))
    snapshot = bench.finish()
    assert (snapshot.network.updates, snapshot.training) == (90, False)
    assert snapshot.history.updates.tolist() == list(range(1, 91))
    assert 0 <= snapshot.network.accuracy <= 1
    assert snapshot.history.validation_updates[-1] == 90
    again = evaluate(snapshot.network, SHOW.x, SHOW.target, SHOW.mask)
    assert (again.trace["s"] == snapshot.trace["s"]).all()
    assert any(one.training and one.updates_per_second > 0 for one in bench.published)


def test_pause_and_resume_is_the_same_as_no_pause():
    whole = Bench(build(), SHOW, Train(24)).finish()
    bench = Bench(build(), SHOW, Train())
    while bench.worker._trainer.updates < 5:
        bench.worker.advance()
    bench.send(Pause())
    paused = bench.finish()
    assert not paused.training
    bench.send(Show(2, SHOW.x[:3], SHOW.target[:3], SHOW.mask[:3]))
    bench.finish()
    bench.send(Train(24 - paused.network.updates))
    resumed = bench.finish()
    assert resumed.network.updates == 24
    for name, array in whole.network.parameters.items():
        assert (resumed.network.parameters[name] == array).all()


def test_a_model_from_the_middle_of_a_run_goes_on_counting():
    model = Bench(build(), Train(10)).finish().network
    bench = Bench(Build(2, model, Echo(), TrainingSpec(batch=4)), SHOW)
    assert bench.finish().network is model
    bench.send(Train(5))
    snapshot = bench.finish()
    assert snapshot.network.updates == 15
    assert snapshot.history.updates[0] == 11


def test_weights_that_a_person_changed_are_still_said_to_be_so_after_learning():
    network = Network.from_spec(SPEC)
    for edited in (False, True):
        bench = Bench(Build(1, model_of(network, edited=edited), Echo(), TrainingSpec(batch=4)), SHOW, Train(3))
        assert (bench.finish().network.updates, bench.published[-1].network.edited) == (3, edited)


def test_settings_change_in_flight():
    bench = Bench(build(), SHOW, Train(5), Configure(TrainingSpec("sgd", rate=0.1, clip=1e-9)))
    start = fresh(SPEC).parameters["readout.weight"]
    assert np.allclose(bench.finish().network.parameters["readout.weight"], start, atol=1e-8)


def test_a_new_network_stops_learning_and_starts_a_new_history():
    bench = Bench(build(1), SHOW, Train())
    for _ in range(20):
        bench.worker.advance()
    bench.send(build(2))
    snapshot = bench.finish()
    assert (snapshot.model, snapshot.training, snapshot.network.updates, len(snapshot.history.updates)) == (2, 0, 0, 0)


def test_a_sequence_that_the_new_network_cannot_read_is_forgotten():
    bench = Bench(build(1), SHOW)
    bench.finish()
    bench.send(build(2, NetworkSpec(inputs=3, outputs=3), width=3))
    snapshot = bench.finish()
    assert (snapshot.model, snapshot.shown, snapshot.problem) == (2, -1, None)


def test_a_task_that_does_not_fit_the_network_is_refused_and_the_old_network_stays():
    bench = Bench(build(1), SHOW)
    bench.finish()
    bench.send(build(2, NetworkSpec(inputs=3)))
    refused = bench.published[-1]
    assert "(2, 2)" in str(refused.problem)
    assert (refused.model, dict(refused.trace)) == (2, {})
    bench.send(Train(3))
    snapshot = bench.finish()
    assert (snapshot.model, snapshot.network.updates, snapshot.problem) == (1, 3, None)


@pytest.mark.parametrize(
    ("show", "sentence"),
    [
        (Show(5, np.zeros((4, 3)), np.zeros((4, 2)), np.ones(4)), "(3, 2)"),
        (Show(5, np.zeros((4, 1, 2)), np.zeros((4, 2)), np.ones(4)), "(4, 1, 1, 2)"),
        (Show(5, np.zeros((0, 2)), np.zeros((0, 2)), np.ones(0)), "at least one clock"),
        (Show(5, np.full((4, 2), np.nan), np.zeros((4, 2)), np.ones(4)), "nan"),
        (Show(5, np.zeros((4, 2)), np.zeros((3, 2)), np.ones(4)), "target"),
        (Show(5, np.zeros((4, 2)), np.zeros((4, 2)), np.ones(3)), "mask"),
    ],
)
def test_a_sequence_that_cannot_be_shown_changes_nothing_else(show, sentence):
    bench = Bench(build(), SHOW)
    bench.finish()
    bench.send(show)
    refused = bench.published[-1]
    assert (refused.shown, dict(refused.trace)) == (5, {})
    assert sentence in str(refused.problem)
    bench.send(Train(2))
    snapshot = bench.finish()
    assert (snapshot.shown, snapshot.network.updates) == (1, 2)
    bench.send(Show(6, SHOW.x, SHOW.target, SHOW.mask))
    assert bench.finish().problem is None


def test_divergence_stops_learning_says_why_and_keeps_finite_weights():
    spec = NetworkSpec("elman", hidden=4, activation="relu", output="linear", seed=1)
    bench = Bench(build(1, spec, TrainingSpec("sgd", rate=10.0, clip=None), length=40, scale=1e3), SHOW, Train())
    with np.errstate(all="ignore"):
        snapshot = bench.finish()
    assert "no longer finite" in str(snapshot.problem)
    assert not snapshot.training
    assert all(np.isfinite(array).all() for array in snapshot.network.parameters.values())
    assert snapshot.shown == 1
    bench.send(Configure(TrainingSpec("sgd", rate=1e-9)), Train(1))
    assert bench.finish().problem is None


def test_an_unexpected_error_becomes_a_sentence_and_the_engine_lives(monkeypatch):
    bench = Bench(build(), SHOW)
    bench.finish()
    with monkeypatch.context() as patch:
        patch.setattr(Echo, "sample", lambda *_: 1 / 0)
        bench.send(Train())
        snapshot = bench.finish()
    assert "ZeroDivisionError" in str(snapshot.problem)
    assert not snapshot.training
    bench.send(Train(2))
    assert bench.finish().network.updates == 2


def test_a_trace_that_does_not_fit_in_memory_is_given_up(monkeypatch):
    bench = Bench(build(), SHOW)

    def too_much(*_, **__):
        raise MemoryError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(worker_module, "evaluation", too_much)
        snapshot = bench.finish()
    assert "no room" in str(snapshot.problem)
    assert snapshot.shown == 1
    bench.send(Show(2, SHOW.x, SHOW.target, SHOW.mask))
    assert bench.finish().shown == 2


def test_a_slow_trace_takes_a_small_part_of_the_time_and_can_be_left(monkeypatch):
    """Each piece of the trace takes 50 ms on the test's clock; learning must have most of the time all the same."""
    bench = Bench(build(), SHOW)
    pieces = []

    def slow(model, network, *_, number, shown, **others):
        for _ in range(20):
            bench.now += 0.05
            pieces.append(bench.now)
            yield
        return Snapshot(number, shown, model, {}, {}, {}, 0.0)

    bench.finish()
    monkeypatch.setattr(worker_module, "evaluation", slow)
    bench.send(Train())
    start = bench.now
    while bench.now - start < 10:
        bench.worker.advance()
    assert 0 < 0.05 * len(pieces) < 0.15 * 10
    news = [one for one in bench.published if one.training]
    assert len(news) > 40  # the history goes on while the trace is under way
    assert len({one.network.updates for one in news}) <= 2
    assert news[-1].history.updates[-1] > news[0].history.updates[-1]

    count = len(pieces)
    bench.send(Show(9, SHOW.x, SHOW.target, SHOW.mask))
    for _ in range(3):
        bench.worker.advance()
    monkeypatch.undo()
    bench.send(Show(10, SHOW.x, SHOW.target, SHOW.mask), Pause())
    assert bench.finish().shown == 10
    assert count < len(pieces) <= count + 3


def test_learning_gives_way_after_one_update_when_someone_waits():
    waiting = False
    worker = Worker(lambda snapshot: None, wanted=lambda: waiting, clock=lambda: 0.0)
    worker.handle(build())
    while worker.advance():
        continue
    worker.handle(Train(6))
    waiting = True
    worker.advance()
    worker.advance()
    assert worker._trainer.updates <= 2
    waiting = False
    worker.advance()
    assert worker._trainer.updates == 6


def test_weights_that_do_not_fit_are_refused_and_the_old_network_stays():
    bench = Bench(build(1), SHOW)
    bench.finish()
    parameters = fresh(NetworkSpec(hidden=5)).parameters
    bench.send(Build(2, Model(SPEC, parameters), Echo(), TrainingSpec()))
    assert "weight_ih_l0" in str(bench.published[-1].problem)
    bench.send(Train(1))
    assert bench.finish().model == 1


def test_a_network_that_fails_halfway_leaves_the_old_one_learning(monkeypatch):
    bench = Bench(build(1), SHOW, Train())
    bench.worker.advance()
    with monkeypatch.context() as patch:
        patch.setattr("rnnviz.network.room.memory", lambda: 0.0)
        bench.send(build(2))
    assert "memory" in str(bench.published[-1].problem)
    assert bench.worker.learning
    bench.send(Train(2))
    assert bench.finish().model == 1
