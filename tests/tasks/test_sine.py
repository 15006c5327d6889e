"""Sine forecast, against the recurrence of a sampled sine."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.tasks.sine import Sine


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=20))
def test_the_target_is_the_next_value_that_was_typed(values):
    sequence = read_text(" ".join(map(repr, values)), "numbers")
    target, mask = Sine().target(sequence)
    assert Sine().encode(sequence)[:, 0].tolist() == values
    assert target[:-1, 0].tolist() == values[1:]
    assert (target[-1, 0], mask.tolist()) == (0, [1] * (len(values) - 1) + [0])


@given(st.integers(0, 2**32), st.floats(2.5, 20), st.integers(2, 60))
def test_every_sequence_is_one_sine_whose_next_value_is_the_target(seed, period, length):
    batch = Sine(length=length, shortest_period=period, longest_period=period).sample(np.random.default_rng(seed), 4)
    wave = np.concatenate([batch.x, batch.target[-1:]])[..., 0]
    assert np.array_equal(batch.x[1:], batch.target[:-1])
    # sin(a - d) + sin(a + d) = 2 cos(d) sin(a), whatever the phase
    assert np.allclose(wave[:-2] + wave[2:], 2 * np.cos(2 * np.pi / period) * wave[1:-1], atol=1e-9)


def test_noise_is_on_what_is_read_only():
    clean, noisy = (Sine(noise=noise).sample(np.random.default_rng(5), 200) for noise in (0.0, 0.1))
    assert np.array_equal(clean.target, noisy.target)
    assert np.std(noisy.x - clean.x) == pytest.approx(0.1, rel=0.05)


def test_an_answer_is_right_within_the_tolerance():
    answers = Sine(tolerance=0.1).correct(np.array([[0.59], [0.61], [np.nan]]), np.array([[0.5], [0.5], [0.5]]))
    assert answers.tolist() == [True, False, False]


def test_what_is_said_has_two_decimals():
    assert Sine().say(np.array([[0.314], [-0.001], [np.nan]])) == ("0.31", "0.00", "nan")


def test_periods_and_widths_have_bounds():
    with pytest.raises(InputError, match=r"longest period, 3.0, is below the shortest, 4.0"):
        Sine(shortest_period=4.0, longest_period=3.0)
    with pytest.raises(InputError, match=r"\(1, 1\) inputs and outputs, not \(2, 1\)"):
        Sine.fit(2, 1)
