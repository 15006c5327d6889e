"""Hopfield's network: its energy, its rules, its two ways of updating."""

import numpy as np
import plain_energy as plain
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz import Hopfield, corrupted
from rnnviz.energy.storage import RULES
from rnnviz.energy.trajectory import EVERY, NOBODY
from rnnviz.errors import InputError


def some_patterns(seed, count, units, values="bipolar"):
    low = -1 if values == "bipolar" else 0
    return np.random.default_rng(seed).choice((float(low), 1.0), (count, units))


seeds = st.integers(0, 2**31 - 1)


@settings(max_examples=60, deadline=None)
@given(seeds, st.integers(1, 14), st.sampled_from(("bipolar", "binary")), st.booleans())
def test_the_energy_never_rises_under_asynchronous_updates(seed, units, values, coarse):
    """For any symmetric weights; coarse ones are whole numbers, so that many fields are ties."""
    rng = np.random.default_rng(seed)
    upper = np.triu(rng.integers(-2, 3, (units, units)) if coarse else rng.normal(size=(units, units)), 1)
    thresholds = rng.integers(-2, 3, units) if coarse else rng.normal(size=units)
    network = Hopfield(upper + upper.T, thresholds, values)
    path = network.recall(some_patterns(seed, 1, units, values)[0], seed=seed)
    assert (np.diff(path.energies) <= 0).all()
    np.testing.assert_allclose(path.energies, network.energy(path.states), atol=1e-9)
    assert path.period == 1
    assert network.is_fixed(path.states[-1])


@settings(max_examples=40, deadline=None)
@given(
    seeds, st.integers(2, 24), st.integers(1, 8), st.sampled_from(sorted(RULES)), st.sampled_from(("bipolar", "binary"))
)
def test_the_energy_never_rises_whatever_rule_stored_the_patterns(seed, units, count, rule, values):
    network = Hopfield.store(some_patterns(seed, count, units, values), rule, values)
    path = network.recall(some_patterns(seed + 1, 1, units, values)[0], seed=seed)
    assert (np.diff(path.energies) <= 0).all()
    assert (path.changed.sum(axis=1) <= 1).all()
    # What changes brings the energy strictly down, so that no state comes again.
    moved = path.changed.any(axis=1)[1:]
    assert (np.diff(path.energies)[moved] < 0).all()


@settings(max_examples=40, deadline=None)
@given(seeds, st.integers(2, 16), st.integers(1, 6), st.sampled_from(sorted(RULES)))
def test_synchronous_updates_end_in_a_fixed_point_or_a_cycle_of_two(seed, units, count, rule):
    network = Hopfield.store(some_patterns(seed, count, units), rule)
    path = network.recall(some_patterns(seed + 1, 1, units)[0], "synchronous")
    assert path.period in (1, 2)
    assert (path.unit[1:] == EVERY).all()
    low = network.recall(path.states[-1], "synchronous")
    assert len(low) == (2 if path.period == 1 else 3)
    assert (path.states[-1] == path.states[-1 - path.period]).all()


def test_a_cycle_of_two_and_an_energy_that_does_not_fall_synchronously():
    """Two units that inhibit each other, both on: together they switch for ever; one after the other they settle."""
    network = Hopfield(np.array([[0.0, -1.0], [-1.0, 0.0]]), np.zeros(2))
    both = network.recall([1, 1], "synchronous")
    assert both.period == 2
    assert both.states.tolist() == [[1, 1], [-1, -1], [1, 1]]
    assert both.energies.tolist() == [1, 1, 1]
    assert network.recall([1, 1]).energies.tolist()[-1] == -1


@pytest.mark.parametrize("rule", ["hebb", "storkey"])
@pytest.mark.parametrize("seed", range(3))
def test_the_rules_are_the_textbook_s(rule, seed):
    patterns = some_patterns(seed, 4, 9)
    wanted = getattr(plain, rule)(patterns.tolist())
    np.testing.assert_allclose(RULES[rule](patterns), wanted, atol=1e-12)


def test_a_planted_error_of_a_thousandth_is_seen():
    patterns = some_patterns(0, 4, 9)
    for rule in ("hebb", "storkey"):
        wrong = 1.001 * RULES[rule](patterns)
        with pytest.raises(AssertionError):
            np.testing.assert_allclose(wrong, getattr(plain, rule)(patterns.tolist()), atol=1e-12)


def test_pseudo_inverse_leaves_every_pattern_a_fixed_point():
    for seed in range(5):
        patterns = some_patterns(seed, 20, 40)
        network = Hopfield.store(patterns, "pseudo-inverse")
        assert network.is_fixed(patterns).all()
        full = network.weights + np.diag(np.einsum("ij,ji->i", np.linalg.pinv(patterns), patterns))
        np.testing.assert_allclose(full @ patterns.T, patterns.T, atol=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_as_many_patterns_as_units_leave_no_weights_and_move_nothing(seed):
    """The projection is the identity then; what rounding leaves of it does not count."""
    patterns = some_patterns(seed, 6, 6)
    while np.linalg.matrix_rank(patterns) < 6:
        seed += 100
        patterns = some_patterns(seed, 6, 6)
    network = Hopfield.store(patterns, "pseudo-inverse")
    assert not network.weights.any()
    assert len(network.recall(some_patterns(seed + 1, 1, 6)[0])) == 7


@pytest.mark.parametrize("rule", sorted(RULES))
@pytest.mark.parametrize("values", ["bipolar", "binary"])
def test_stored_patterns_below_capacity_are_fixed_points_and_are_recalled(rule, values):
    """A load of 0.03, far below 0.138."""
    for seed in range(5):
        patterns = some_patterns(seed, 6, 200, values)
        network = Hopfield.store(patterns, rule, values)
        assert network.is_fixed(patterns).all()
        for update in ("asynchronous", "synchronous"):
            path = network.recall(corrupted(patterns[0], 0.2, seed, values), update, seed)
            assert (path.states[-1] == patterns[0]).all()


def test_recall_is_the_plain_loop():
    patterns = some_patterns(3, 3, 12)
    for values, low in (("bipolar", -1), ("binary", 0)):
        shown = patterns if values == "bipolar" else (patterns + 1) / 2
        network = Hopfield.store(shown, "hebb", values)
        path = network.recall(corrupted(shown[0], 0.4, 5, values), seed=9)
        assert path.unit[0] == NOBODY
        states, energies = plain.walk(
            network.weights.tolist(), network.thresholds.tolist(), path.states[0], path.unit[1:], low
        )  # fmt: skip
        assert states == path.states[1:].tolist()
        np.testing.assert_allclose(path.energies[1:], energies, atol=1e-12)


def test_every_sweep_takes_every_unit_once():
    network = Hopfield.store(some_patterns(1, 2, 10))
    path = network.recall(some_patterns(2, 1, 10)[0], seed=4)
    sweeps = path.unit[1:].reshape(-1, 10)
    assert (np.sort(sweeps, axis=1) == np.arange(10)).all()
    assert not (sweeps[0] == sweeps[-1]).all()


def test_binary_units_take_the_path_of_bipolar_ones():
    """v = (s + 1) / 2, and the energy is a quarter of it, apart from a constant."""
    patterns = some_patterns(8, 5, 30)
    bipolar, binary = Hopfield.store(patterns), Hopfield.store((patterns + 1) / 2, values="binary")
    cue = some_patterns(9, 1, 30)[0]
    one, other = bipolar.recall(cue, seed=2), binary.recall((cue + 1) / 2, seed=2)
    assert ((one.states + 1) / 2 == other.states).all()
    np.testing.assert_allclose(one.energies - one.energies[0], 4 * (other.energies - other.energies[0]), atol=1e-9)
    np.testing.assert_allclose(bipolar.overlaps(one.states), binary.overlaps(other.states))


def test_the_same_seed_gives_the_same_path_and_another_seed_another_order():
    network = Hopfield.store(some_patterns(1, 3, 20))
    cue = some_patterns(5, 1, 20)[0]
    paths = [network.recall(cue, seed=seed) for seed in (7, 7, 8)]
    assert (paths[0].unit[1:21] == paths[1].unit[1:21]).all()
    assert (paths[0].states == paths[1].states).all()
    assert not (paths[0].unit[1:21] == paths[2].unit[1:21]).all()


def test_a_path_can_be_cut_short():
    network = Hopfield.store(some_patterns(1, 3, 20))
    path = network.recall(some_patterns(5, 1, 20)[0], most=4)
    assert (len(path), path.period) == (4, 0)


def test_corruption_turns_so_many_units_and_grows_with_the_share():
    pattern = some_patterns(0, 1, 50)[0]
    turned = [set(np.flatnonzero(corrupted(pattern, share, 3) != pattern)) for share in (0, 0.1, 0.3, 1)]
    assert [len(t) for t in turned] == [0, 5, 15, 50]
    assert turned[1] < turned[2]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Hopfield([[0, 1], [2, 0]], [0, 0]), "Weight 0,1 is 1.0 and weight 1,0 is 2.0; they must be equal."),
        (lambda: Hopfield([[1, 0], [0, 0]], [0, 0]), "no unit is connected to itself"),
        (lambda: Hopfield([[0, np.nan], [np.nan, 0]], [0, 0]), "not a finite number"),
        (lambda: Hopfield([[0, 1]], [0]), "give a square"),
        (lambda: Hopfield([[0, 1], [1, 0]], [0]), "give one a unit"),
        (lambda: Hopfield.store([[1, 0]]), "A bipolar unit cannot be 0; give -1 or 1."),
        (lambda: Hopfield.store([[1, -1]], "hebbian"), "choose hebb, storkey, pseudo-inverse"),
        (lambda: Hopfield.store([[1, -1]], values="ternary"), "choose bipolar or binary"),
        (lambda: Hopfield.store([]), "give at least one"),
        (lambda: Hopfield.store([[1, -1]]).recall([1, 1, 1]), "give 2 values"),
        (lambda: Hopfield.store([[1, -1]]).recall([[1, 1]]), "give one state of 2 units"),
        (lambda: Hopfield.store([[1, -1]]).recall([1, 1], "parallel"), "choose asynchronous, synchronous"),
        (lambda: Hopfield.store([[1, -1]]).recall([1, 1], most=0), "give 1 to 10000"),
        (lambda: corrupted([1, -1], 1.5, 0), "give 0 to 1"),
    ],
)
def test_bad_input_is_one_sentence(make, says):
    with pytest.raises(InputError, match=says.replace("(", r"\(").replace(")", r"\)")):
        make()


@given(st.integers(0, 50), st.sampled_from(["bipolar", "binary"]))
@settings(max_examples=20, deadline=None)
def test_a_clock_of_a_sweep_is_as_many_clocks_of_a_unit_as_there_are_units(seed, values):
    rng = np.random.default_rng(seed)
    low, high = (-1, 1) if values == "bipolar" else (0, 1)
    network = Hopfield.store(rng.choice([low, high], (3, 12)), "hebb", values)
    cue = rng.choice([low, high], 12).astype(float)
    units, sweeps = (network.recall(cue, seed=seed, clock=clock) for clock in ("unit", "sweep"))
    assert (sweeps.states == units.states[::12]).all()
    np.testing.assert_allclose(sweeps.energies, network.energy(sweeps.states), atol=1e-9)
    assert (np.diff(sweeps.energies) <= 1e-9).all()
    assert (sweeps.unit[1:] == EVERY).all()
    assert sweeps.period == 1
    with pytest.raises(InputError, match="choose unit or sweep"):
        network.recall(cue, clock="hour")
