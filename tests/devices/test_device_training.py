"""Learning, trying and tracing on the strict device, beside NumPy's; and a device that fails on the way."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strict import Strict

import rnnviz
from rnnviz.devices.base import devices
from rnnviz.engine.evaluate import evaluate, model_of
from rnnviz.engine.examination import Examination
from rnnviz.engine.messages import Build, Configure, Look, Show
from rnnviz.engine.place import Place
from rnnviz.engine.runner import Engine
from rnnviz.engine.training import Trainer
from rnnviz.errors import InputError
from rnnviz.network.network import Network, finish
from rnnviz.network.optimisers.base import optimisers
from rnnviz.network.spec import TrainingSpec
from rnnviz.options import options_of
from rnnviz.tasks.base import tasks

CELLS = [
    ("feedforward", {}),
    ("elman", {}),
    ("jordan", {}),
    ("lstm", {"peepholes": True}),
    ("gru", {"reset": "before"}),
]
EVERYTHING = {
    "clip": 0.5, "clip_value": 0.05, "l1": 1e-3, "l2": 1e-2, "noise": 0.1, "dropout_inputs": 0.3, "dropout_layers": 0.2,
    "dropout_recurrent": 0.4, "schedule": "cosine",
}  # fmt: skip


def learnt(backend, updates=6, task="parity", net=None, **options):
    """(Network, History) after some updates."""
    net = net or Network("lstm", 2, 4, 2, layers=2, output="softmax", seed=1)
    history = rnnviz.train(net, task, updates=updates, backend=backend, validations=3, seed=2, **options)
    return net, history


def alike(one, other, tolerance=1e-12):
    (net, history), (there, past) = one, other
    np.testing.assert_allclose(net.vector, there.vector, rtol=tolerance, atol=tolerance)
    for name in (
        "loss",
        "accuracy",
        "gradient_norms",
        "penalty",
        "validation_loss",
        "validation_accuracy",
        "test_loss",
    ):
        np.testing.assert_allclose(getattr(history, name), getattr(past, name), rtol=tolerance, atol=tolerance)
    assert (history.confusion is None) == (past.confusion is None)
    if history.confusion is not None:
        np.testing.assert_array_equal(history.confusion, past.confusion)


@pytest.mark.parametrize("cell", CELLS, ids=str)
@pytest.mark.parametrize("options", [{}, EVERYTHING], ids=["plain", "everything"])
def test_learning_is_the_same(cell, options, device):
    def net():
        return Network(cell[0], 2, 4, 2, layers=2, output="softmax", seed=1, **cell[1])

    there = learnt("cupy", net=net(), **options)
    assert device.launches
    assert there[1].backend == "CuPy"
    assert there[1].fault is None
    alike(there, learnt("numpy", net=net(), **options))


@pytest.mark.parametrize("name", list(optimisers))
def test_every_optimiser_is_the_same(name, device):
    there = learnt("cupy", net=Network("gru", 2, 3, 2, output="softmax", seed=1), optimiser=name)
    # Newton's Hessian is made here, and says so.
    assert there[1].backend == ("NumPy" if name == "newton" else "CuPy")
    assert there[1].fault is None
    alike(there, learnt("numpy", net=Network("gru", 2, 3, 2, output="softmax", seed=1), optimiser=name))


@pytest.mark.parametrize(
    "options",
    [
        {"gradient": "tbptt", "k1": 2, "k2": 3},
        {"gradient": "rtrl"},
        {"batch": None, "training_set": 20},
        {"training_set": 20, "batch": 4},
        {"patience": 2, "rate": 3.0, "clip": None, "optimiser": "sgd", "updates": 40},
        {"batch": 1},
        *({"record": name} for name in options_of(TrainingSpec)["record"][1].choices),
    ],
    ids=str,
)
def test_every_way_of_learning_is_the_same(options, device):
    there, here = learnt("cupy", **options), learnt("numpy", **options)
    assert there[1].fault is None
    assert there[1].stopped == pytest.approx(here[1].stopped)
    alike(there, here, 1e-9)  # a rate of 3 throws rounding about


@pytest.mark.parametrize("output", ["linear", "sigmoid"])
def test_every_readout_is_the_same(output, device):
    def net():
        return Network("elman", 2, 4, 2, output=output, scenario="many-to-one", dtype="float32", seed=1)

    there = learnt("cupy", net=net())
    assert there[1].fault is None
    alike(there, learnt("numpy", net=net()), 1e-4)


def test_random_numbers_are_drawn_here_in_the_same_order(device):
    there, here = learnt("cupy", updates=1, **EVERYTHING), learnt("numpy", updates=1, **EVERYTHING)
    np.testing.assert_allclose(there[0].vector, here[0].vector, rtol=1e-14)


@pytest.mark.parametrize("cell", CELLS, ids=str)
@pytest.mark.parametrize("looked_at", ["", "sources", "memory", "singular"])
def test_a_trace_is_the_same(cell, looked_at, device):
    net = Network(cell[0], 2, 4, 2, layers=2, output="softmax", seed=1, **cell[1])
    x, target = np.eye(2)[[1, 0, 1, 1]], np.eye(2)[[1, 1, 0, 1]]
    seen = {
        name: evaluate(
            model_of(net, 3), x, target, np.ones(4), training=TrainingSpec(backend=name), looked_at=Look(looked_at)
        )
        for name in ("cupy", "numpy")
    }
    there, here = seen["cupy"], seen["numpy"]
    assert (there.backend, here.backend) == ("NumPy" if looked_at else "CuPy", "NumPy")
    assert there.loss == pytest.approx(here.loss, rel=1e-12)
    for which in ("trace", "gradients", "norms", "extra"):
        one, other = getattr(there, which), getattr(here, which)
        assert set(one) == set(other)
        for name in one:
            assert isinstance(one[name], np.ndarray)
            assert not one[name].flags.writeable
            np.testing.assert_allclose(one[name], other[name], rtol=1e-10, atol=1e-13)
    assert str(there.extra_problem) == str(here.extra_problem)
    assert [str(alarm) for alarm in there.alarms] == [str(alarm) for alarm in here.alarms]


def test_examinations_are_the_same_and_follow_the_weights(device):
    net, task = Network("gru", 2, 4, 2, output="softmax", seed=1), tasks["parity"]()
    there, here = Examination(net, task, Place("cupy")), Examination(net, task)
    for _ in range(2):
        assert finish(there.steps()).loss == pytest.approx(finish(here.steps()).loss, rel=1e-12)
        net.vector[...] *= 1.5
    assert device.launches


def through(monkeypatch, strict):
    """This device, through CuPy's own door."""
    devices["cupy"]
    monkeypatch.setitem(devices._items, "cupy", strict)
    return strict


@pytest.fixture(scope="module")
def whole_run():
    """The run on NumPy that the next test compares with, and how many steps the device takes for it."""
    with pytest.MonkeyPatch.context() as patch:
        strict = through(patch, Strict())
        learnt("cupy", **EVERYTHING)
        return learnt("numpy", **EVERYTHING), strict.steps


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1))
def test_a_fault_anywhere_goes_on_here_at_the_same_update(monkeypatch, whole_run, share):
    here, steps = whole_run
    through(monkeypatch, Strict(breaks_at=max(1, round(share * steps))))
    there = learnt("cupy", **EVERYTHING)
    fault = there[1].fault
    assert 0 <= fault.updates <= 6
    assert str(fault) == (
        f"CuPy failed after {fault.updates} updates (an illegal memory access was encountered); "
        "NumPy goes on from the same weights."
    )
    assert there[1].backend == ("NumPy" if fault.updates < 6 else "CuPy")
    assert list(there[1].updates) == [1, 2, 3, 4, 5, 6]
    alike(there, here)


def test_a_device_that_failed_is_left_alone_until_it_is_chosen_anew(monkeypatch):
    strict = through(monkeypatch, Strict(breaks_at=1))
    place, net = Place("cupy"), Network()
    assert finish(Examination(net, tasks["parity"](), place).steps(7)).loss > 0
    assert place.fault.updates == 7
    strict.breaks_at = None
    assert place.device(net, 1) is None
    place.turn_to("cupy")
    assert place.device(net, 1) is None
    place.turn_to("numpy")
    place.turn_to("cupy")
    assert place.device(net, 1) is strict
    assert place.fault is None


def examined_last(net, task):
    """Three updates and an examination."""
    return rnnviz.train(net, task, updates=3, validations=1, backend="cupy").fault


def stopped_early(net, task):
    """Three updates, after each of which early stopping looks at the held-out loss."""
    trainer = Trainer(net, task, TrainingSpec(backend="cupy", patience=5), 0)
    learning = trainer.learn()
    for _ in range(3):
        while not next(learning):
            continue
    return trainer.place.fault


def opened(net, task):
    """A network that has learned for three updates is tried when it is opened."""
    made = Engine()
    made.send(Build(1, model_of(net, updates=3), task, TrainingSpec(backend="cupy")))
    made.run_inline()
    return made.latest().history.fault


def learned_in_the_engine(net, task):
    """Three updates between two answers, to each of which belongs an examination."""
    made = Engine()
    made.send(Build(1, model_of(net), task, TrainingSpec(backend="cupy")))
    made.run_inline(3)
    return made.latest().history.fault


@pytest.mark.parametrize("run", [examined_last, stopped_early, opened, learned_in_the_engine])
def test_a_fault_while_held_out_sequences_are_tried_names_the_update_before(monkeypatch, run):
    """The last step of each run is of its last examination."""
    strict = through(monkeypatch, Strict())
    assert run(Network("gru", 2, 3, 2, output="softmax", seed=1), tasks["parity"]()) is None
    assert strict.steps
    through(monkeypatch, Strict(breaks_at=strict.steps))
    assert run(Network("gru", 2, 3, 2, output="softmax", seed=1), tasks["parity"]()).updates == 3


def test_what_is_wrong_with_the_work_is_no_fault_of_the_device(device):
    net = Network("elman", 2, 3, 2, dtype="float32", seed=1)
    before = net.vector.copy()
    with pytest.raises(InputError, match="no longer finite"):
        learnt("cupy", net=net, updates=50, optimiser="sgd", rate=10.0, clip=None, l2=10.0)
    assert np.isfinite(net.vector).all()
    assert not np.array_equal(net.vector, before)


def engine(training, task, net):
    made = Engine()
    made.send(Build(1, model_of(net), task, training))
    made.send(Show(1, np.eye(2)[[1, 0, 1]], np.eye(2)[[1, 1, 0]], np.ones(3)))
    return made


def test_the_engine_says_what_computes(device):
    task, net = tasks["parity"](), Network("lstm", 2, 3, 2, output="softmax", seed=1)
    made = engine(TrainingSpec(backend="cupy"), task, net)
    made.run_inline(3)
    snapshot = made.latest()
    assert (snapshot.backend, snapshot.history.backend, snapshot.problem) == ("CuPy", "CuPy", None)
    made.send(Configure(TrainingSpec(backend="numpy")))
    made.run_inline(3)
    snapshot = made.latest()
    assert (snapshot.backend, snapshot.history.backend) == ("NumPy", "NumPy")
    here = engine(TrainingSpec(backend="numpy"), task, net)
    here.run_inline(6)
    for name, array in here.latest().network.parameters.items():
        np.testing.assert_allclose(snapshot.network.parameters[name], array, rtol=1e-12, atol=1e-14)


def test_the_engine_goes_on_after_a_fault_and_says_so(monkeypatch):
    strict = through(monkeypatch, Strict())
    made = engine(TrainingSpec(backend="cupy"), tasks["parity"](), Network("gru", 2, 3, 2, output="softmax", seed=1))
    made.run_inline(2)
    strict.breaks_at = strict.steps + 100
    made.run_inline(4)
    snapshot = made.latest()
    assert snapshot.network.updates == 6
    assert snapshot.history.backend == snapshot.backend == "NumPy"
    assert "failed after" in str(snapshot.history.fault)
    assert snapshot.problem is None


def test_a_device_that_is_not_there_is_told_when_learning_begins_and_the_trace_is_numpys(monkeypatch):
    missing = InputError("no GPU here")
    through(monkeypatch, Strict(problem=missing))
    made = engine(TrainingSpec(backend="cupy"), tasks["parity"](), Network("gru", 2, 3, 2, output="softmax", seed=1))
    made.run_inline(0)
    snapshot = made.latest()
    assert (snapshot.backend, snapshot.problem) == ("NumPy", None)
    assert len(snapshot.trace["h"]) == 3
    made.run_inline(2)
    snapshot = made.latest()
    assert snapshot.problem is missing
    assert snapshot.network.updates == 0
    made.send(Configure(TrainingSpec(backend="auto")))
    made.run_inline(2)
    assert made.latest().network.updates == 2
