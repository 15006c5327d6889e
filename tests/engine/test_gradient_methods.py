"""Learning and looking with another gradient than full BPTT."""

import numpy as np
import pytest
from small_tasks import Echo
from test_worker import SHOW, SPEC, Bench, build

import rnnviz
from rnnviz.engine.evaluate import evaluate, fresh
from rnnviz.engine.messages import Configure, Look, Train
from rnnviz.engine.training import Trainer
from rnnviz.errors import InputError
from rnnviz.gradients.look import LOOKS
from rnnviz.network.network import Network
from rnnviz.network.spec import NetworkSpec, TrainingSpec

CUT = TrainingSpec(gradient="tbptt", k1=1, k2=2, batch=4)


def learnt(updates=5, layers=1, **settings) -> np.ndarray:
    network = Network(layers=layers, seed=4)
    trainer = Trainer(network, Echo(), TrainingSpec("sgd", rate=0.5, batch=4, **settings), 1)
    learning = trainer.learn()
    while trainer.updates < updates:
        next(learning)
    return network.vector


@pytest.mark.parametrize("layers", [1, 2])
def test_rtrl_learns_what_bptt_learns_and_truncation_does_not(layers):
    full = learnt(layers=layers)
    assert np.allclose(learnt(layers=layers, gradient="rtrl"), full, rtol=1e-9, atol=1e-12)
    assert not np.allclose(learnt(layers=layers, gradient="tbptt", k1=1, k2=1), full, rtol=1e-3)
    assert np.allclose(learnt(layers=layers, gradient="tbptt", k1=2, k2=6), full, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("gradient", ["tbptt", "rtrl"])
def test_an_echo_of_one_clock_needs_no_longer_reach(gradient):
    net = Network(inputs=2, hidden=4, outputs=2, output="softmax", seed=1)
    history = rnnviz.train(net, Echo(), updates=300, rate=0.03, gradient=gradient, k1=1, k2=2)
    assert history.validation_accuracy[-1] == 1.0


def test_the_method_can_be_changed_between_updates():
    trainer = Trainer(Network(seed=4), Echo(), TrainingSpec("sgd", rate=0.5, batch=4), 1)
    learning = trainer.learn()
    for gradient in ("bptt", "rtrl", "tbptt", "rtrl", "bptt"):
        trainer.configure(TrainingSpec("sgd", rate=0.5, batch=4, gradient=gradient, k1=3, k2=6))
        while not next(learning):
            continue
    assert np.allclose(trainer.network.vector, learnt(), rtol=1e-9, atol=1e-12)


def test_a_bidirectional_network_says_that_it_cannot_be_truncated_and_is_shown_all_the_same():
    spec = NetworkSpec(direction="bidirectional", seed=2)
    bench = Bench(build(spec=spec, training=CUT), SHOW)
    snapshot = bench.finish()
    assert snapshot.problem is None
    assert snapshot.truncated is None
    bench.send(Train(1))
    assert "needs a network that runs forward in time" in str(bench.finish().problem)
    bench.send(Configure(TrainingSpec(batch=4)), Train(1))
    snapshot = bench.finish()
    assert snapshot.problem is None
    assert snapshot.network.updates == 1


def test_what_is_seen_is_truncated_as_soon_as_learning_would_be():
    bench = Bench(build(), SHOW)
    full = bench.finish()
    bench.send(Configure(CUT))
    cut = bench.finish()
    assert (full.truncated, cut.truncated) == (None, (1, 2))
    assert not np.allclose(full.norms["h"], cut.norms["h"], rtol=1e-3)
    assert cut.loss == full.loss
    bench.send(Configure(TrainingSpec(gradient="rtrl", batch=4)))
    assert (bench.finish().norms["h"] == full.norms["h"]).all()
    answers = len(bench.published)
    bench.send(Configure(TrainingSpec(gradient="rtrl", batch=4, rate=0.5)))
    bench.finish()
    assert len(bench.published) == answers


def test_evaluate_says_whose_gradient_it_is():
    model = fresh(NetworkSpec(seed=2))
    cut = evaluate(model, SHOW.x, SHOW.target, SHOW.mask, training=CUT)
    assert cut.truncated == (1, 2)
    with pytest.raises(InputError, match="newton"):
        TrainingSpec(gradient="newton")


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("layers", [1, 2])
def test_what_is_looked_at_comes_with_the_trace(name, layers):
    spec = NetworkSpec(layers=layers, seed=2)
    bench = Bench(build(spec=spec), SHOW, Look(name))
    snapshot = bench.finish()
    net = Network.from_spec(spec)
    x, target, mask = (a[:, None] for a in (SHOW.x, SHOW.target, SHOW.mask))
    expected = {
        "sources": lambda: rnnviz.loss_sources(net, x, target, None, mask=mask).norms,
        "memory": lambda: rnnviz.memory(net, x),
        "singular": lambda: rnnviz.jacobians(net, x).singular_values,
    }[name]()
    assert set(snapshot.extra) == {name}
    assert np.allclose(snapshot.extra[name], expected, rtol=1e-10, atol=1e-14)
    assert not snapshot.extra[name].flags.writeable
    bench.send(Look())
    assert dict(bench.finish().extra) == {}


@pytest.mark.parametrize("name", LOOKS)
def test_a_layer_a_direction_and_some_clocks_can_be_looked_at(name):
    spec = NetworkSpec(layers=2, direction="bidirectional", seed=2)
    first, last = 2, len(SHOW.x) - 1
    bench = Bench(build(spec=spec), SHOW, Look(name, 0, True, first, last))
    snapshot = bench.finish()
    net = Network.from_spec(spec)
    x, target, mask = (a[:, None] for a in (SHOW.x, SHOW.target, SHOW.mask))
    which = {"layer": 0, "reverse": True}
    some = slice(first, last)
    expected = {
        "sources": lambda: rnnviz.loss_sources(net, x, target, None, mask=mask, **which, first=first, last=last).norms,
        "memory": lambda: rnnviz.memory(net, x, **which)[some, some],
        "singular": lambda: rnnviz.jacobians(net, x, **which).singular_values[some],
    }[name]()
    assert np.allclose(snapshot.extra[name], expected, rtol=1e-10, atol=1e-14)
    assert snapshot.looked_at == Look(name, 0, True, first, last)
    # What was asked of a larger network and a longer sequence is answered for the nearest that there is.
    bench.send(build(2, spec=NetworkSpec(seed=2)), Look(name, 5, True, 500, 600))
    snapshot = bench.finish()
    assert snapshot.looked_at == Look(name, 0, False, 0, len(SHOW.x))
    assert len(snapshot.extra[name]) == len(SHOW.x)


def test_what_does_not_fit_is_said_and_the_rest_is_there(monkeypatch):
    def too_large(*_):
        raise InputError("too large")

    monkeypatch.setattr("rnnviz.gradients.look.layer_jacobians", too_large)
    snapshot = Bench(build(), SHOW, Look("memory")).finish()
    assert "too large" in str(snapshot.extra_problem)
    assert snapshot.problem is None
    assert len(snapshot.norms["h"]) == len(SHOW.x)


def test_the_size_of_the_last_update_is_known():
    bench = Bench(build(training=TrainingSpec("sgd", rate=0.5, batch=4)), SHOW)
    assert dict(bench.finish().update_ratios) == {}
    first = fresh(SPEC)
    bench.send(Train(1))
    snapshot = bench.finish()
    expected = rnnviz.update_ratios(first.parameters, snapshot.network.parameters)
    assert snapshot.update_ratios == pytest.approx(expected)
    assert all(ratio > 0 for ratio in expected.values())
