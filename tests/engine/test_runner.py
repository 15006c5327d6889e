"""The thread: it answers, sleeps, gives way, and ends at once whatever it is doing."""

import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from small_tasks import Echo

from rnnviz.engine.evaluate import fresh, nothing_shown
from rnnviz.engine.messages import Build, Configure, Pause, Show, Train
from rnnviz.engine.runner import Engine, Mailbox
from rnnviz.errors import InputError
from rnnviz.network.spec import NetworkSpec, TrainingSpec

BATCH = Echo().validation()
SHOW = Show(1, BATCH.x[:, 0], BATCH.target[:, 0], BATCH.mask[:, 0])


def build(number: int = 1, **spec) -> Build:
    return Build(number, fresh(NetworkSpec(**spec)), Echo(), TrainingSpec(batch=4))


@pytest.fixture
def engine():
    engine = Engine()
    engine.start()
    yield engine
    assert engine.stop()


def until(engine: Engine, true, seconds: float = 10.0):
    """The first snapshot of which `true` says so."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        snapshot = engine.latest()
        if snapshot is not None and true(snapshot):
            return snapshot
        time.sleep(0.001)
    pytest.fail("the engine did not answer in time")


def test_it_answers_learns_pauses_and_resumes(engine):
    engine.send(build())
    engine.send(SHOW)
    assert until(engine, lambda s: s.shown == 1).network.updates == 0
    engine.send(Train())
    learning = until(engine, lambda s: s.network.updates > 10)
    assert learning.training
    engine.send(Pause())
    paused = until(engine, lambda s: not s.training)
    time.sleep(0.05)
    assert engine.latest() is None
    engine.send(Configure(TrainingSpec("sgd", rate=0.5)))
    engine.send(Train(3))
    assert until(engine, lambda s: not s.training).network.updates == paused.network.updates + 3


def test_only_the_newest_request_is_answered(engine):
    for number in range(1, 6):
        engine.send(build(number))
    for number in range(1, 30):
        engine.send(replace(SHOW, shown=number))
    assert until(engine, lambda s: s.shown == 29).model == 5
    assert engine.latest() is None


def test_a_bad_command_does_not_end_the_thread(engine):
    engine.send(build())
    engine.send(replace(SHOW, x=np.full((6, 2), np.inf)))
    assert isinstance(until(engine, lambda s: s.problem is not None).problem, InputError)
    engine.send(replace(SHOW, shown=3))
    assert until(engine, lambda s: s.shown == 3).problem is None


def test_who_asks_for_news_does_not_wait_for_them(engine):
    start = time.monotonic()
    assert engine.latest() is None
    assert time.monotonic() - start < 0.5


def test_an_idle_engine_takes_no_time():
    engine = Engine()
    engine.start()
    engine.send(build())
    until(engine, lambda s: True)
    before = time.process_time()
    time.sleep(0.3)
    assert time.process_time() - before < 0.1
    assert engine.stop()


@pytest.mark.parametrize("moment", ["idle", "learning", "tracing", "before anything"])
def test_it_ends_at_once_whatever_it_does(moment):
    engine = Engine()
    engine.start()
    if moment != "before anything":
        engine.send(build(hidden=128 if moment == "tracing" else 3))
        until(engine, lambda s: True)
    if moment == "learning":
        engine.send(Train())
    if moment == "tracing":
        x = np.eye(2)[np.zeros(10_000, int)]
        engine.send(Show(1, x, x, np.ones(len(x))))
        time.sleep(0.05)
    assert "rnnviz-engine" in [thread.name for thread in threading.enumerate()]
    start = time.monotonic()
    assert engine.stop()
    assert time.monotonic() - start < 1.0
    assert engine.stop()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("rnnviz")]


def test_who_ends_it_is_told_when_it_has_not_ended_in_time(monkeypatch):
    engine, begun, go_on = Engine(), threading.Event(), threading.Event()

    def long_update():
        begun.set()
        return go_on.wait(30)

    monkeypatch.setattr(engine._worker, "advance", long_update)
    engine.start()
    engine.send(build())
    assert begun.wait(30)
    assert not engine.stop(timeout=0.02)
    go_on.set()
    assert engine.stop()


def test_a_long_trace_gives_way_to_a_newer_sequence(engine):
    engine.send(build(hidden=128))
    x = np.eye(2)[np.zeros(10_000, int)]
    engine.send(Show(1, x, x, np.ones(len(x))))
    time.sleep(0.05)
    start = time.monotonic()
    engine.send(replace(SHOW, shown=2))
    until(engine, lambda s: s.shown == 2)
    assert time.monotonic() - start < 0.5


def test_it_can_be_started_again():
    engine = Engine()
    for number in (1, 2):
        engine.start()
        engine.start()
        engine.send(build(number))
        assert until(engine, lambda s, n=number: s.model == n).model == number
        assert engine.stop()


def test_learning_holds_still_while_a_frame_is_made(engine):
    engine.send(build())
    engine.send(Train())
    until(engine, lambda s: s.network.updates > 10)
    assert not engine._worker._wanted()
    with engine.hold():
        assert engine._worker._wanted()
        time.sleep(0.01)
        before = engine._worker._trainer.updates
        time.sleep(0.02)
        assert engine._worker._trainer.updates <= before + 2
    until(engine, lambda s: s.network.updates > before)


def test_inline_it_is_the_same_engine_without_a_thread():
    engine = Engine()
    engine.send(build())
    engine.send(SHOW)
    engine.run_inline()
    assert engine.latest().network.updates == 0
    engine.send(Train())
    engine.run_inline(12)
    snapshot = engine.latest()
    assert (snapshot.network.updates, snapshot.training, snapshot.shown) == (12, False, 1)
    assert engine.latest() is None
    threaded = Engine()
    threaded.start()
    for command in (build(), SHOW, Train(12)):
        threaded.send(command)
    other = until(threaded, lambda s: s.network.updates == 12 and not s.training)
    assert threaded.stop()
    for name, array in snapshot.network.parameters.items():
        assert (other.network.parameters[name] == array).all()


def test_who_waits_has_the_snapshot_as_soon_as_it_is_there():
    mailbox, snapshot = Mailbox(), nothing_shown(build().network, 1)
    start = time.monotonic()
    assert mailbox.take(0.02) is None
    assert time.monotonic() - start >= 0.019
    later = threading.Timer(0.02, mailbox.put, [snapshot])
    later.start()
    start = time.monotonic()
    assert mailbox.take(30.0) is snapshot
    assert time.monotonic() - start < 20
    later.join()
    mailbox.put(snapshot)
    assert mailbox.take(30.0) is snapshot
    assert mailbox.take() is None


def test_the_mailbox_holds_one_snapshot_and_no_problem_is_lost():
    mailbox, model = Mailbox(), fresh(NetworkSpec())
    problem = InputError("wrong")
    mailbox.put(nothing_shown(model, 1, 1, problem))
    mailbox.put(nothing_shown(model, 1, 2))
    taken = mailbox.take()
    assert (taken.shown, taken.problem) == (2, problem)
    assert mailbox.take() is None
    mailbox.put(nothing_shown(model, 1, 1, problem))
    mailbox.put(nothing_shown(model, 2, 2))
    assert mailbox.take().problem is None
