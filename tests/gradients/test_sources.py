"""dL/dh_t split by the clock whose loss it comes from."""

import numpy as np
import pytest
from every_network import DEPTHS, KINDS, apart, network, problem
from hypothesis import given, settings
from hypothesis import strategies as st

import rnnviz
from rnnviz.errors import InputError
from rnnviz.gradients import sources
from rnnviz.network.network import finish
from rnnviz.network.passes import Passes


@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
@pytest.mark.parametrize("layers", DEPTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_all_sources_together_are_the_gradient(kind, layers, direction):
    net = network(kind, layers, direction=direction)
    x, target, _, mask = problem(net, 7, 2)
    grads = net.gradients(x, target, mask=mask)
    for layer in range(layers):
        for reverse in (False, True)[: 2 if direction == "bidirectional" else 1]:
            for name in (*net.cell.states, *net.cell.blocks):
                asked = {"layer": layer, "reverse": reverse}
                split = rnnviz.loss_sources(net, x, target, mask=mask, name=name, sequence=1, **asked)
                whole = grads.get(name, layer, reverse)[:, 1]
                assert np.allclose(split.total, whole, rtol=1e-10, atol=1e-14), name


@settings(max_examples=25, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    steps=st.integers(1, 9),
    layers=st.integers(1, 2),
    seed=st.integers(0, 99),
)
def test_a_source_is_the_gradient_of_the_loss_at_that_clock_alone(kind, steps, layers, seed):
    net = network(kind, layers, seed=seed)
    x, target, state, _ = problem(net, steps, 1, seed)
    split = rnnviz.loss_sources(net, x, target, state=state)
    for k in range(steps):
        alone = np.zeros((steps, 1))
        alone[k] = 1
        one = net.gradients(x, target, state=state, mask=alone)["h"][:, 0] / steps
        assert np.allclose(split.vectors[:, k], one, rtol=1e-10, atol=1e-14)
        assert (split.vectors[k + 1 :, k] == 0).all()
    assert np.allclose(split.norms, np.linalg.norm(split.vectors, axis=2))


@pytest.mark.parametrize("kind", KINDS)
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
    ],
)
def test_what_cannot_be_done_is_said(steps, change, sentence):
    x = np.zeros((steps, 1, 2))
    with pytest.raises(InputError, match=sentence):
        rnnviz.loss_sources(network(), x, x, **change)
