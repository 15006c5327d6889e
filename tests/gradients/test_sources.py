"""dL/dh_t split by the clock whose loss it comes from."""

import numpy as np
import pytest
from every_network import KINDS, SCENARIOS, apart, network, problem
from hypothesis import given, settings
from hypothesis import strategies as st

import rnnviz
from rnnviz.errors import InputError
from rnnviz.gradients import sources
from rnnviz.network.network import finish
from rnnviz.network.passes import Passes
from rnnviz.network.spec import FED_BACK

STACKS = [(direction, scenario) for direction in ("forward", "bidirectional") for scenario in SCENARIOS]


def possible(kind, direction, scenario):
    """Whether there is such a network."""
    return direction == "forward" or (kind[0] != "jordan" and scenario not in FED_BACK)


@pytest.mark.parametrize(("direction", "scenario"), STACKS)
@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("kind", KINDS)
def test_all_sources_together_are_the_gradient(kind, layers, direction, scenario):
    if not possible(kind, direction, scenario):
        return
    net = network(kind, layers, direction=direction, scenario=scenario)
    x, target, _, mask = problem(net, 7, 2)
    mask[0] = mask[-1] = 1
    grads = net.gradients(x, target, mask=mask)
    for layer in range(layers):
        for reverse in (False, True)[: 2 if direction == "bidirectional" else 1]:
            for name in set(net.cell.states) - {"s"} | {"h"} | set(net.cell.blocks):
                asked = {"layer": layer, "reverse": reverse}
                split = rnnviz.loss_sources(net, x, target, mask=mask, name=name, sequence=1, **asked)
                whole = grads.get(name, layer, reverse)[:, 1]
                assert np.allclose(split.total, whole, rtol=1e-10, atol=1e-14), name


@settings(max_examples=25, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    scenario=st.sampled_from(["many-to-many", "one-to-many"]),
    steps=st.integers(1, 9),
    layers=st.integers(1, 2),
    seed=st.integers(0, 99),
)
def test_a_source_is_the_gradient_of_the_loss_at_that_clock_alone(kind, scenario, steps, layers, seed):
    net = network(kind, layers, seed=seed, scenario=scenario)
    x, target, state, _ = problem(net, steps, 1, seed)
    split = rnnviz.loss_sources(net, x, target, state=state)
    for k in range(steps):
        alone = np.zeros((steps, 1))
        alone[k] = 1
        one = net.gradients(x, target, state=state, mask=alone)["h"][:, 0] / steps
        assert np.allclose(split.vectors[:, k], one, rtol=1e-10, atol=1e-14)
        assert (split.vectors[k + 1 :, k] == 0).all()
    assert np.allclose(split.norms, np.linalg.norm(split.vectors, axis=2))


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    stack=st.sampled_from(STACKS),
    layers=st.integers(1, 3),
    clocks=st.tuples(st.integers(0, 8), st.integers(1, 9)),
    batch=st.integers(1, 2),
    seed=st.integers(0, 99),
)
def test_some_clocks_of_a_long_sequence_have_the_same_sources_as_all_of_them(kind, stack, layers, clocks, batch, seed):
    """But where a way can leave them and come back: from one direction of a layer into the other of the next."""
    first, last = min(clocks), max(max(clocks), min(clocks) + 1)
    direction, scenario = stack
    if not possible(kind, direction, scenario):
        return
    layers = 1 if direction == "bidirectional" else layers
    net = network(kind, layers, seed=seed, direction=direction, scenario=scenario)
    x, target, _, _ = problem(net, 9, batch, seed)
    for reverse in (False, True)[: 1 + (direction == "bidirectional")]:
        asked = {"layer": 0, "reverse": reverse, "sequence": batch - 1}
        whole = rnnviz.loss_sources(net, x, target, **asked).vectors
        some = rnnviz.loss_sources(net, x, target, **asked, first=first, last=last)
        assert some.first == first
        assert np.allclose(some.vectors, whole[first:last, first:last], rtol=1e-10, atol=1e-14)


def test_a_deep_bidirectional_network_leaves_out_the_ways_that_leave_the_clocks_asked_for():
    """And nothing else: with the reverse direction of the lower layer cut off there are no such ways."""
    net = network(("elman", "tanh"), 2, direction="bidirectional")
    x, target, _, _ = problem(net, 9, 1)
    whole = rnnviz.loss_sources(net, x, target, layer=0).vectors[3:6, 3:6]
    some = rnnviz.loss_sources(net, x, target, layer=0, first=3, last=6).vectors
    assert 1e-9 < np.abs(some - whole).max() < 0.2 * np.abs(whole).max()
    for name in ("weight_hh_l0_reverse", "weight_hh_l1_reverse"):
        net.parameters[name][...] = 0
    whole = rnnviz.loss_sources(net, x, target, layer=0).vectors[3:6, 3:6]
    assert np.allclose(rnnviz.loss_sources(net, x, target, layer=0, first=3, last=6).vectors, whole, atol=1e-15)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind[0] != "jordan"])
def test_a_source_has_come_through_the_jacobians_between(kind):
    net = network(kind, 2)
    x, target, _, _ = problem(net, 6, 1)
    split = rnnviz.loss_sources(net, x, target).vectors
    matrices = rnnviz.jacobians(net, x).matrices
    for k in range(6):
        row = np.zeros(matrices.shape[1])
        row[:3] = split[k, k]  # the error enters at h
        for t in range(k, 0, -1):
            row = row @ matrices[t]
            assert np.allclose(split[t - 1, k], row[:3], rtol=1e-9, atol=1e-14)


def test_an_error_of_one_in_a_thousand_in_one_source_is_caught(monkeypatch):
    net = network()
    x, target, _, _ = problem(net, 7, 1)
    whole = net.gradients(x, target)["h"][:, 0].copy()
    right = Passes.backward

    def wrong(self, d_logits, *, to_inputs):
        d_logits = d_logits.copy()
        d_logits[5] *= 1.001
        return right(self, d_logits, to_inputs=to_inputs)

    split = rnnviz.loss_sources(net, x, target)
    assert apart(split.total, whole) < 1e-12
    grads = net.gradients(x, target)
    monkeypatch.setattr(Passes, "backward", wrong)
    assert apart(finish(sources.split(net, grads.passes)).sum(axis=1), whole) > 1e-5


def test_pieces_of_any_size_give_the_same(monkeypatch):
    net = network(layers=2)
    x, target, state, mask = problem(net, 8, 2)
    whole = rnnviz.loss_sources(net, x, target, state=state, mask=mask).vectors
    monkeypatch.setattr(sources, "_NUMBERS", 1)
    assert apart(rnnviz.loss_sources(net, x, target, state=state, mask=mask).vectors, whole) < 1e-12


@pytest.mark.parametrize(
    ("steps", "change", "sentence"),
    [
        (201, {}, "201 clocks are too many"),
        (5, {"name": "q"}, "no array “q”"),
        (5, {"layer": 3}, "layers 0 to 0"),
        (5, {"sequence": -1}, "no sequence -1"),
        (5, {"first": 2, "last": 6}, "no clocks 2 to 6 here.*last <= 5"),
        (900, {"first": 100, "last": 301}, "201 clocks are too many"),
    ],
)
def test_what_cannot_be_done_is_said(steps, change, sentence):
    x = np.zeros((steps, 1, 2))
    with pytest.raises(InputError, match=sentence):
        rnnviz.loss_sources(network(), x, x, **change)
