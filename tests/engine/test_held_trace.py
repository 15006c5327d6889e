"""What a person holds is in the trace that is seen, and learning knows nothing of it."""

from dataclasses import replace

import numpy as np

from rnnviz.engine.evaluate import evaluate, fresh
from rnnviz.engine.messages import Build, Configure, Show, Train
from rnnviz.engine.worker import Worker
from rnnviz.network.held import Spot
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.tasks.parity import Parity

HELD = {Spot("f", 2, 1): 0.125, Spot("h", 0, 0): -0.5}
SPEC = NetworkSpec(cell="lstm", hidden=3, inputs=2, outputs=1, output="sigmoid")


def run(held, updates, training=None):
    task = Parity()
    spec = replace(SPEC, inputs=task.inputs, outputs=task.outputs, output=task.readout)
    x = np.random.default_rng(0).normal(size=(5, task.inputs))
    seen = []
    worker = Worker(seen.append)
    worker.handle(Build(1, fresh(spec), task, training or TrainingSpec()))
    worker.handle(Show(1, x, np.zeros((5, task.outputs)), np.ones(5), held))
    if updates:
        worker.handle(Train(updates))
    while worker.advance():
        pass
    return seen[-1], x, task, worker


def test_the_snapshot_says_what_is_held_and_has_it_in_its_trace():
    snapshot, x, task, _ = run(HELD, 0)
    assert dict(snapshot.held) == HELD
    assert snapshot.trace["f"][1, 1] == 0.125
    again = evaluate(snapshot.network, x, np.zeros((5, task.outputs)), np.ones(5), held=HELD)
    for name, array in again.trace.items():
        np.testing.assert_array_equal(array, snapshot.trace[name])
    without = evaluate(snapshot.network, x, np.zeros((5, task.outputs)), np.ones(5))
    assert not np.array_equal(without.trace["h"], snapshot.trace["h"])


def test_learning_is_the_same_bit_by_bit_whatever_is_held():
    one, other = run(HELD, 7)[0], run({}, 7)[0]
    assert one.network.updates == other.network.updates == 7
    for name, array in one.network.parameters.items():
        np.testing.assert_array_equal(array, other.network.parameters[name])
    assert one.trace["f"][1, 1] == 0.125


def test_gradients_of_a_trace_with_held_numbers_are_never_truncated():
    training = TrainingSpec(gradient="tbptt", k1=1, k2=2)
    assert run({}, 0, training)[0].truncated == (1, 2)
    assert run({Spot("h", 0, 0): -0.5}, 0, training)[0].truncated == (1, 2)
    snapshot, *_, worker = run(HELD, 0, training)
    assert snapshot.truncated is None
    worker.handle(Configure(TrainingSpec()))
    while worker.advance():
        pass


def test_what_this_network_has_not_is_left_out():
    snapshot = run({**HELD, Spot("z", 2, 0): 0.5, Spot("f", 99, 0): 0.5}, 0)[0]
    assert dict(snapshot.held) == HELD
