"""The names of attractors, and how much a network can hold."""

import numpy as np
import pytest

from rnnviz import CapacitySpec, Hopfield, attractor_of, capacity
from rnnviz.energy.attractors import Attractor
from rnnviz.energy.capacity import CRITICAL, capacity_points
from rnnviz.errors import InputError

rng = np.random.default_rng(0)
PATTERNS = rng.choice((-1.0, 1.0), (4, 300))
NETWORK = Hopfield.store(PATTERNS)


def test_a_stored_pattern_and_its_negative_are_told_apart():
    assert attractor_of(NETWORK, PATTERNS[2]) == Attractor("stored", (2,), (1,))
    assert attractor_of(NETWORK, -PATTERNS[1]) == Attractor("negative", (1,), (-1,))


@pytest.mark.parametrize("signs", [(1, 1, 1), (1, -1, 1), (-1, -1, -1)])
def test_the_sign_of_a_sum_of_three_is_a_mixture(signs):
    end = NETWORK.recall(np.sign(np.array(signs) @ PATTERNS[[0, 1, 3]])).states[-1]
    found = attractor_of(NETWORK, end)
    assert (found.kind, found.of, found.signs) == ("mixture", (0, 1, 3), signs)
    assert found.distance <= 15
    overlaps = NETWORK.overlaps(end)
    assert np.abs(np.abs(overlaps[[0, 1, 3]]) - 0.5).max() < 0.12
    assert abs(overlaps[2]) < 0.2


def test_what_is_no_fixed_point_is_moving_and_knows_its_nearest_pattern():
    state = PATTERNS[0].copy()
    state[:30] *= -1
    assert attractor_of(NETWORK, state) == Attractor("moving", (0,), (1,), 30)


def test_a_cycle_of_two_is_called_so():
    network = Hopfield([[0, -1], [-1, 0]], [0, 0])
    path = network.recall([1, 1], "synchronous")
    assert attractor_of(network, path.states[-1], path.period).kind == "cycle"
    assert attractor_of(network, [1, -1]) == Attractor("spurious")


def test_overloaded_networks_end_in_states_that_are_neither():
    patterns = np.random.default_rng(1).choice((-1.0, 1.0), (40, 100))
    network = Hopfield.store(patterns)
    kinds = {attractor_of(network, network.recall(p, seed=3).states[-1]).kind for p in patterns[:12]}
    assert "spurious" in kinds
    assert "moving" not in kinds


def test_binary_units_are_named_alike():
    network = Hopfield.store((PATTERNS + 1) / 2, values="binary")
    assert attractor_of(network, (PATTERNS[2] + 1) / 2) == Attractor("stored", (2,), (1,))
    assert attractor_of(network, (1 - PATTERNS[2]) / 2) == Attractor("negative", (2,), (-1,))


def test_recall_breaks_down_near_the_load_of_amit_and_colleagues():
    found = capacity(CapacitySpec(units=300, trials=3, seed=1), (0.05, 0.1, 0.2, 0.3))
    assert found.overlaps[0] > 0.995
    assert found.overlaps[1] > 0.97
    assert found.overlaps[2] < 0.75
    assert found.overlaps[3] < 0.5
    assert (np.diff(found.fixed) <= 0).all()
    assert found.fixed[0] == 1
    assert 0.1 < CRITICAL < 0.2


def test_the_pseudo_inverse_holds_more():
    hebb, inverse = (capacity(CapacitySpec(100, rule, 2), (0.3,)) for rule in ("hebb", "pseudo-inverse"))
    assert inverse.overlaps[0] == 1.0 == inverse.fixed[0]
    assert hebb.overlaps[0] < 0.7


def test_a_load_does_not_depend_on_what_was_asked_before():
    spec = CapacitySpec(40, trials=2, corruption=0.1)
    assert list(capacity_points(spec, (0.1, 0.2)))[1] == next(capacity_points(spec, (0.2,)))


def test_bad_input_is_one_sentence():
    with pytest.raises(InputError, match="is no pattern for 10 units; give at least"):
        capacity(CapacitySpec(10), (0.01,))
    with pytest.raises(InputError, match="Trials"):
        CapacitySpec(trials=0)
