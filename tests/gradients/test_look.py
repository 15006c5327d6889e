"""What is only computed when it is looked at; of how many clocks depends on the work that it is."""

import numpy as np
import pytest
from every_network import KINDS, network, problem
from hypothesis import given, settings
from hypothesis import strategies as st

import rnnviz
from rnnviz.gradients import look
from rnnviz.gradients.look import LOOKS, clocks_around
from rnnviz.network.network import finish
from rnnviz.network.spec import NetworkSpec


def seen(net, name, steps, *which):
    x, target, _, _ = problem(net, steps, 1)
    return finish(look.look(net, net.gradients(x, target).passes, name, *which))


@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_what_the_functions_say(kind, direction):
    if kind[0] == "jordan" and direction == "bidirectional":
        return
    net = network(kind, 2, direction=direction)
    x, target, _, _ = problem(net, 9, 1)
    for layer in range(2):
        for reverse in (False, True)[: 1 + (direction == "bidirectional")]:
            which = {"layer": layer, "reverse": reverse}
            expected = {
                "sources": rnnviz.loss_sources(net, x, target, **which).norms,
                "memory": rnnviz.memory(net, x, **which),
                "singular": rnnviz.jacobians(net, x, **which).singular_values,
            }
            assert set(expected) == set(LOOKS)
            for name, array in expected.items():
                assert np.allclose(seen(net, name, 9, layer, reverse), array, rtol=1e-12, atol=1e-15)
                some = seen(net, name, 9, layer, reverse, 2, 7)
                if name == "singular":
                    assert np.allclose(some, array[2:7], rtol=1e-12, atol=1e-15)
                elif name == "memory":
                    assert np.allclose(some, array[2:7, 2:7], rtol=1e-9, atol=1e-14)
                else:
                    part = rnnviz.loss_sources(net, x, target, **which, first=2, last=7).norms
                    assert np.allclose(some, part, rtol=1e-12, atol=1e-15)


def test_singular_values_are_found_slice_by_slice(monkeypatch):
    net = network()
    whole = seen(net, "singular", 9)
    monkeypatch.setattr(look, "_SLICE", 2)
    assert (seen(net, "singular", 9) == whole).all()


@settings(max_examples=100, deadline=None)
@given(
    steps=st.integers(1, 20_000),
    place=st.floats(0, 1),
    name=st.sampled_from(LOOKS),
    hidden=st.sampled_from([1, 3, 32, 256]),
    layers=st.sampled_from([1, 8]),
    scenario=st.sampled_from(["many-to-many", "one-to-many"]),
)
def test_the_clocks_computed_are_around_the_playhead_and_in_the_sequence(steps, place, name, hidden, layers, scenario):
    spec = NetworkSpec(hidden=hidden, layers=layers, scenario=scenario)
    t = 1 + round(place * (steps - 1))
    first, last = clocks_around(spec, steps, t, name)
    assert 0 <= first <= t - 1 < last <= steps
    if last - first < steps:
        margin = (last - first) // 4 - 1  # on both sides, but where the sequence ends
        assert first == 0 or t - 1 - first >= margin
        assert last == steps or last - t >= margin


@pytest.mark.parametrize(
    ("name", "work"),
    [
        ("singular", 70 * 10 * 6**3),  # ten times S**3 for each of seventy clocks
        ("memory", 70**2 * (6**3 // 2 + 1)),  # S**3 for each two of them, once
        # Each clock's loss goes back through all: forth, back and for the weights.
        ("sources", 70**2 * 4 * network().vector.size),
    ],
)
def test_seventy_clocks_fit_and_of_more_there_are_seventy(monkeypatch, name, work):
    monkeypatch.setattr(look, "_MOST_WORK", work)
    spec = network().spec
    assert clocks_around(spec, 70, 1, name) == (0, 70)
    assert clocks_around(spec, 71, 1, name) == (0, 70)
    assert clocks_around(spec, 71, 71, name) == (1, 71)
    assert clocks_around(spec, 7000, 350, name) == (298, 368)
    stay = {clocks_around(spec, 7000, t, name) for t in range(316, 351)}
    assert len(stay) == 1
