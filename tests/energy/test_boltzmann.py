"""Boltzmann machines: their distribution, their samples, their gradients."""

import collections
import math
from itertools import islice

import numpy as np
import plain_energy as plain
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz import Annealing, Boltzmann, Hopfield, LearningSpec, RestrictedBoltzmann, learning
from rnnviz.energy.checks import all_states
from rnnviz.energy.learning import can_enumerate, flat, gradient_of
from rnnviz.energy.trajectory import EVERY, NOBODY
from rnnviz.errors import InputError

DATA = np.array([[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0], [1, 1, 0, 0]], dtype=float)


def a_machine(seed=0, visible=4, hidden=2):
    rng = np.random.default_rng(seed)
    made = Boltzmann.create(visible, hidden, seed, 1.0)
    return Boltzmann(made.weights, rng.normal(size=made.units), visible)


def a_restricted(seed=0, visible=4, hidden=3):
    rng = np.random.default_rng(seed)
    return RestrictedBoltzmann(rng.normal(size=(visible, hidden)), rng.normal(size=visible), rng.normal(size=hidden))


@pytest.mark.parametrize("temperature", [0.5, 1.0, 3.0])
def test_the_distribution_is_the_plain_one(temperature):
    machine = a_machine()
    wanted = plain.boltzmann(machine.weights.tolist(), machine.biases.tolist(), temperature)
    assert [tuple(map(int, s)) for s in all_states(6)] == list(wanted)
    np.testing.assert_allclose(machine.probabilities(temperature), list(wanted.values()), rtol=1e-10)


def state_numbers(states):
    """The rows of `all_states` that these 0/1 states (..., N) are."""
    return states.astype(int) @ 2 ** np.arange(states.shape[-1])[::-1]


def sampled_distance(machine, temperature, seed, samples=40_000, thinned=8):
    """Total variation between the frequencies of every `thinned`-th sweep and exp(-E/T)/Z, and its bound: E TV is at
    most half the sum of sqrt(p (1 - p) tau / n), and TV exceeds its mean by more than sqrt(2 log(1/d) tau / n) with a
    probability below d (McDiarmid), tau = 2 for what correlation the thinning leaves."""
    start = np.zeros(machine.units)
    path = machine.sample(start, 10_000, Annealing(temperature), seed, "sweep")
    parts = [state_numbers(path.states[500::thinned])]
    while sum(map(len, parts)) * thinned < samples:
        seed += 1
        path = machine.sample(path.states[-1], 10_000, Annealing(temperature), seed, "sweep")
        parts.append(state_numbers(path.states[thinned::thinned]))
    numbers = np.concatenate(parts)
    n = len(numbers) / 2
    p = machine.probabilities(temperature)
    frequency = np.bincount(numbers, minlength=len(p)) / len(numbers)
    bound = 0.5 * np.sqrt(p * (1 - p) / n).sum() + math.sqrt(math.log(1e4) / (2 * n))
    return 0.5 * np.abs(frequency - p).sum(), bound


@pytest.mark.parametrize("temperature", [0.8, 1.0, 2.0])
def test_sampled_frequencies_of_six_units_are_the_distribution_within_sampling_error(temperature):
    machine = a_machine(3)
    distance, bound = sampled_distance(machine, temperature, 11)
    assert distance < bound < 0.11


def test_the_bound_is_sharp_enough_to_see_another_temperature():
    machine = a_machine(3)
    p, q = machine.probabilities(1.0), machine.probabilities(0.8)
    _, bound = sampled_distance(machine, 1.0, 11)
    assert 0.5 * np.abs(p - q).sum() > bound


def test_a_clock_of_one_unit_changes_that_unit_only_and_the_energies_are_true():
    machine = a_machine(1)
    path = machine.sample(np.ones(6), 200, Annealing(2.0, "geometric", 0.1), 5)
    assert path.unit[0] == NOBODY
    for t, unit in enumerate(path.unit[1:].tolist(), start=1):
        assert not path.changed[t][np.arange(6) != unit].any()
    np.testing.assert_allclose(path.energies, machine.energy(path.states))
    assert path.temperatures[0] == 2.0
    assert path.temperatures[-1] == pytest.approx(0.1)


def test_clamped_units_stay():
    path = a_machine().sample([1, 0, 1, 0, 0, 0], 300, seed=2, clamped=[True] * 4 + [False] * 2)
    assert (path.states[:, :4] == [1, 0, 1, 0]).all()
    assert set(path.unit[1:].tolist()) == {4, 5}


def machines_to_clamp():
    return a_machine(4), RestrictedBoltzmann(
        np.random.default_rng(8).normal(0, 1, (3, 3)), np.array([0.3, -0.5, 0.2]), np.array([-0.4, 0.6, 0.1])
    )


@pytest.mark.parametrize("machine", machines_to_clamp(), ids=["boltzmann", "restricted"])
@given(
    st.lists(st.sampled_from([None, 0, 1]), min_size=6, max_size=6).filter(lambda row: None in row), st.integers(0, 9)
)
@settings(max_examples=25, deadline=None)
def test_clamped_units_never_change_and_the_free_ones_do(machine, row, seed):
    """Whatever is clamped at whatever value, visible or hidden."""
    kept = np.array([value is not None for value in row])
    start = np.array([value or 0 for value in row])
    path = machine.sample(start, 400, Annealing(4.0), seed, clamped=kept)
    assert (path.states[:, kept] == start[kept]).all()
    assert path.changed.any(axis=0)[~kept].all()  # at T = 4 a unit stays alike over 200 draws about never


@pytest.mark.parametrize("machine", machines_to_clamp(), ids=["boltzmann", "restricted"])
@pytest.mark.parametrize("clamped", [{0: 1}, {5: 0, 2: 1}, {0: 0, 1: 1, 4: 1}])
def test_sampled_frequencies_are_the_conditional_ones(machine, clamped):
    """Against every state written out: exp(-E) over those that agree with the clamped units. The mean distance of
    independent samples is below sum sqrt(p (1 - p) / n) / 2; sweeps are correlated, so n is a tenth of the clocks."""
    kept, start = np.zeros(6, dtype=bool), np.zeros(6)
    for unit, value in clamped.items():
        kept[unit], start[unit] = True, value
    weight = {}
    for number in range(64):
        state = [(number >> k) & 1 for k in range(6)]
        if all(state[unit] == value for unit, value in clamped.items()):
            weight[tuple(state)] = math.exp(-float(machine.energy(np.array(state))))
    total = sum(weight.values())
    kwargs = {"clock": "sweep"} if isinstance(machine, Boltzmann) else {}
    path = machine.sample(start, 10_000, seed=3, clamped=kept, **kwargs)
    clocks = path.states[2 :: 1 if kwargs else 2]  # of a restricted machine after both layers were drawn
    seen = collections.Counter(tuple(row) for row in clocks.astype(int).tolist())
    assert set(seen) <= set(weight)
    chance = {state: value / total for state, value in weight.items()}
    distance = 0.5 * sum(abs(seen[state] / len(clocks) - p) for state, p in chance.items())
    bound = 0.5 * sum(math.sqrt(p * (1 - p) / (len(clocks) / 10)) for p in chance.values())
    assert distance < bound
    joint = machine if isinstance(machine, Boltzmann) else machine.joint()
    given_ = dict(zip(map(tuple, all_states(6).astype(int).tolist()), joint.probabilities(1.0, clamped), strict=True))
    assert given_ == pytest.approx({state: chance.get(state, 0.0) for state in given_}, abs=1e-12)


def test_cold_units_follow_their_fields_as_hopfield_s_do():
    """At a temperature near zero a Boltzmann machine is a binary Hopfield network with thresholds -b."""
    machine = a_machine(2)
    path = machine.sample(np.ones(6), 60, Annealing(1e-6), 4)
    network = Hopfield(machine.weights, -machine.biases, "binary")
    assert (np.diff(path.energies) <= 1e-12).all()
    assert network.is_fixed(path.states[-1])


def test_the_likelihoods_are_the_plain_ones():
    machine = a_machine(5)
    wanted = plain.log_likelihood(machine.weights.tolist(), machine.biases.tolist(), 4, DATA.tolist())
    assert machine.log_likelihood(DATA) == pytest.approx(wanted, abs=1e-10)
    restricted = a_restricted(5)
    wanted = plain.restricted_log_likelihood(
        restricted.weights.tolist(),
        restricted.visible_biases.tolist(),
        restricted.hidden_biases.tolist(),
        DATA.tolist(),
    )
    assert restricted.log_likelihood(DATA) == pytest.approx(wanted, abs=1e-10)
    assert restricted.joint().log_likelihood(DATA) == pytest.approx(wanted, abs=1e-10)


def nudged(machine, eps, where):
    """The machine with one parameter (and its mirror image) moved by eps."""
    if isinstance(machine, RestrictedBoltzmann):
        parts = [machine.weights.copy(), machine.visible_biases.copy(), machine.hidden_biases.copy()]
        parts[where[0]][where[1:]] += eps
        return RestrictedBoltzmann(*parts)
    weights, biases = machine.weights.copy(), machine.biases.copy()
    if where[0] == 0:
        weights[where[1:]] += eps
        weights[where[:0:-1]] += eps
    else:
        biases[where[1]] += eps
    return Boltzmann(weights, biases, machine.visible)


def parameters(machine):
    if isinstance(machine, RestrictedBoltzmann):
        for part, array in enumerate((machine.weights, machine.visible_biases, machine.hidden_biases)):
            yield from ((part, *index) for index in np.ndindex(array.shape))
    else:
        yield from ((0, i, j) for i in range(machine.units) for j in range(i))
        yield from ((1, i) for i in range(machine.units))


def check_gradient(machine, gradient):
    for where in parameters(machine):
        up, down = (nudged(machine, eps, where).log_likelihood(DATA) for eps in (1e-6, -1e-6))
        assert gradient[where[0]][where[1:]] == pytest.approx((up - down) / 2e-6, abs=1e-7)


MACHINES = [a_machine(1), a_machine(2, 4, 0), a_restricted(1), a_restricted(2, 4, 6), a_restricted(3, 4, 2)]


@pytest.mark.parametrize("machine", MACHINES, ids=["hidden", "visible", "4-3", "4-6", "4-2"])
def test_the_exact_gradient_is_the_central_difference(machine):
    gradient = machine.exact_gradient(DATA)
    check_gradient(machine, gradient)
    wrong = type(gradient)(*(1.001 * part for part in gradient))
    with pytest.raises(AssertionError):
        check_gradient(machine, wrong)


def test_the_restricted_gradient_is_the_joint_machine_s():
    machine = a_restricted(7)
    one, other = machine.exact_gradient(DATA), machine.joint().exact_gradient(DATA)
    np.testing.assert_allclose(one.weights, other.weights[:4, 4:], atol=1e-12)
    np.testing.assert_allclose(np.concatenate(one[1:]), other.biases, atol=1e-12)


@pytest.mark.parametrize("machine", [a_machine(4), a_restricted(4)], ids=["boltzmann", "restricted"])
def test_sampling_longer_goes_to_the_exact_gradient(machine):
    """CD-1 is biased; CD-60 differs by no more than four standard errors of a mean of products of 0/1 values."""
    exact = flat(machine.exact_gradient(DATA))
    chains = 6000
    near, far = (
        flat(gradient_of(machine, DATA, LearningSpec("cd", k, chains=1000), 3)) - exact for k in (1, 60)
    )  # fmt: skip
    many = np.tile(DATA, (chains, 1))
    how = machine.sampled_gradient if isinstance(machine, Boltzmann) else machine.cd_gradient
    far = flat(how(many, 60, 3)) - exact
    bound = 4 * math.sqrt(2 * 0.25 / len(many))
    assert np.abs(far).max() < bound < 0.03
    assert np.abs(near).max() > 2 * bound


def test_free_energies_are_the_log_of_sums():
    for machine in (a_machine(6), a_restricted(6)):
        joint = machine.joint() if isinstance(machine, RestrictedBoltzmann) else machine
        for temperature in (0.5, 1.0, 2.0):
            chance = joint.probabilities(temperature).reshape(16, -1).sum(axis=1)
            free = machine.free_energy(all_states(4), temperature)
            np.testing.assert_allclose(np.diff(free), -temperature * np.diff(np.log(chance)), atol=1e-9)


def test_a_restricted_machine_samples_layer_by_layer():
    machine = a_restricted(8)
    path = machine.sample([1, 0, 1, 0], 41, seed=1)
    assert path.unit.tolist() == [NOBODY] + [EVERY] * 40
    hidden, visible = path.changed[:, 4:].any(axis=1), path.changed[:, :4].any(axis=1)
    assert not visible[1::2].any()
    assert not hidden[2::2].any()
    np.testing.assert_allclose(path.energies, machine.joint().energy(path.states))


def test_samples_of_a_restricted_machine_have_its_distribution():
    machine = a_restricted(2, 3, 2)
    counts = np.zeros(32)
    start = np.zeros(3)
    for seed in range(4):
        path = machine.sample(start, 10_000, seed=seed)
        # After a hidden layer the whole state is a sample.
        counts += np.bincount(state_numbers(path.states[101::4]), minlength=32)
    p = machine.joint().probabilities()
    n = counts.sum() / 2
    bound = 0.5 * np.sqrt(p * (1 - p) / n).sum() + math.sqrt(math.log(1e4) / (2 * n))
    assert 0.5 * np.abs(counts / counts.sum() - p).sum() < bound < 0.07


@pytest.mark.parametrize("method", ["exact", "cd"])
def test_machines_learn(method):
    for machine in (Boltzmann.create(4, 2, 1), RestrictedBoltzmann.create(4, 3, 1)):
        before = machine.log_likelihood(DATA)
        after = next(islice(learning(machine, DATA, LearningSpec(method, 5, 0.5)), 299, None))
        best = -np.mean(np.log([2, 4, 4, 2]))  # no distribution gives its own data more
        assert before < -2.5
        assert best - 0.35 < after.log_likelihood(DATA) < best


def test_a_trained_machine_reconstructs_its_patterns():
    machine = RestrictedBoltzmann.create(4, 3, 1)
    trained = next(islice(learning(machine, DATA, LearningSpec("exact", rate=0.5)), 499, None))
    assert (np.round(trained.reconstructed(DATA)) == DATA).all()


def test_learning_is_the_same_for_the_same_seed():
    one, other = (
        [
            flat((m.weights, m.visible_biases))
            for _, m in zip(range(3), learning(a_restricted(), DATA, seed=4), strict=False)
        ]
        for _ in range(2)
    )
    assert all((a == b).all() for a, b in zip(one, other, strict=True))
    assert not (one[0] == one[1]).all()


def test_schedules():
    assert Annealing(2.0).temperatures(3).tolist() == [2, 2, 2]
    assert Annealing(2.0, "linear", 1.0).temperatures(3).tolist() == [2, 1.5, 1]
    np.testing.assert_allclose(Annealing(4.0, "geometric", 1.0).temperatures(3), [4, 2, 1])


def test_large_machines_say_that_they_cannot_be_added_up():
    assert can_enumerate(RestrictedBoltzmann.create(40, 12))
    assert not can_enumerate(RestrictedBoltzmann.create(40, 13))
    assert not can_enumerate(Boltzmann.create(13))
    with pytest.raises(InputError, match="use at most 12 units"):
        Boltzmann.create(13).probabilities()
    with pytest.raises(InputError, match="use at most 12 units"):
        RestrictedBoltzmann.create(40, 13).exact_gradient(np.zeros((1, 40)))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: Boltzmann([[0, 1], [2, 0]], [0, 0], 2), "must be equal"),
        (lambda: Boltzmann([[0, 1], [1, 0]], [0, 0], 3), "3 visible units for 2 units"),
        (lambda: Boltzmann.create(2).sample([0, 2], 5), "A binary unit cannot be 2"),
        (lambda: Boltzmann.create(2).sample([0, 1], 5, clock="layer"), "choose unit or sweep"),
        (lambda: Boltzmann.create(2).sample([0, 1], 5, clamped=[1, 1]), "leave at least one free"),
        (lambda: Boltzmann.create(2).sample([0, 1], 5, clamped=[1]), "give one yes or no for each of 2"),
        (lambda: RestrictedBoltzmann.create(2, 1).sample([0, 1], 5, clamped=[1, 1, 1]), "leave at least one free"),
        (lambda: Boltzmann.create(2).sample([0, 1], 0), "give 1 to 10000"),
        (lambda: RestrictedBoltzmann(np.zeros((2, 3)), [0, 0], [0, 0]), "give \\(V, H\\)"),
        (lambda: RestrictedBoltzmann.create(2, 2).cd_gradient([[0, 1]], 0), "give k from 1 on"),
        (lambda: RestrictedBoltzmann([[math.inf]], [0], [0]), "not a finite number"),
        (lambda: Annealing(0.0), "Temperature: 0.0 is out of range"),
        (lambda: Annealing(schedule="slow"), "choose constant, linear, geometric"),
        (lambda: LearningSpec("bp"), "choose cd, exact"),
    ],
)
def test_bad_input_is_one_sentence(make, says):
    with pytest.raises(InputError, match=says):
        make()
