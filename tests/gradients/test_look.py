"""What is only computed when it is looked at; the limits are where they are said to be."""

import numpy as np
import pytest
from every_network import KINDS, network, problem

import rnnviz
from rnnviz.errors import InputError
from rnnviz.gradients import jacobians, look
from rnnviz.gradients.look import LOOKS
from rnnviz.network.network import finish


def seen(net, name, steps):
    x, target, _, _ = problem(net, steps, 1)
    return finish(look.look(net, net.gradients(x, target).passes, name))


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_what_the_functions_say(kind):
    net = network(kind, 2)
    x, target, _, _ = problem(net, 9, 1)
    expected = {
        "sources": rnnviz.loss_sources(net, x, target).norms,
        "memory": rnnviz.memory(net, x),
        "singular": rnnviz.jacobians(net, x).singular_values,
    }
    assert set(expected) == set(LOOKS)
    for name, array in expected.items():
        assert np.allclose(seen(net, name, 9), array, rtol=1e-12, atol=1e-15)


def test_singular_values_are_found_slice_by_slice(monkeypatch):
    net = network()
    whole = seen(net, "singular", 9)
    monkeypatch.setattr(look, "_SLICE", 2)
    assert (seen(net, "singular", 9) == whole).all()


@pytest.mark.parametrize(
    ("name", "limits", "work"),
    [
        ("singular", look, 7 * 10 * 6**3),  # ten times S**3 for each of seven clocks
        ("memory", jacobians, 7 * 7 // 2 * 6**3),  # S**3 for each two of them
        # Each clock's loss goes back through all: 12 rows times 6 inputs, and as much forth and for the weights.
        ("sources", look, 7 * 12 * 6 * 4 * 7),
    ],
)
def test_seven_clocks_fit_and_eight_do_not(monkeypatch, name, limits, work):
    monkeypatch.setattr(limits, "_MOST_WORK", work)
    net = network()
    assert len(seen(net, name, 7)) == 7
    with pytest.raises(InputError, match=r"would take too long.*at most \d"):
        seen(net, name, 8)


def test_the_sentence_says_how_many_clocks_would_do(monkeypatch):
    monkeypatch.setattr(look, "_MOST_WORK", 7 * 10 * 6**3)
    with pytest.raises(InputError, match="8 clocks would take too long for this; at most 7 with"):
        seen(network(), "singular", 8)
    monkeypatch.setattr(jacobians, "_MOST_WORK", 32 * 6**3)
    with pytest.raises(InputError, match="9 Jacobians of 6 × 6 would take too long; at most 8 clocks"):
        seen(network(), "memory", 9)
