"""Sums of sines and sunspots, against the recurrence of the waves and the file itself."""

import csv

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.inputs import read_text
from rnnviz.paths import resource
from rnnviz.tasks.base import tasks
from rnnviz.tasks.sum_of_sines import PERIODS, SumOfSines
from rnnviz.tasks.sunspots import Sunspots


@given(st.integers(1, 5), st.integers(12, 60), st.integers(0, 2**32))
@settings(max_examples=25, deadline=None)
def test_a_sum_of_sines_obeys_its_linear_recurrence(waves, length, seed):
    task = SumOfSines(waves, length)
    # prod_k (z^2 - 2 cos(w_k) z + 1) makes each wave vanish, and so their sum.
    polynomial = np.ones(1)
    for period in PERIODS[:waves]:
        polynomial = np.convolve(polynomial, [1, -2 * np.cos(2 * np.pi / period), 1])
    for batch in (task.sample(np.random.default_rng(seed), 3), task.validation()):
        assert np.array_equal(batch.x[1:], batch.target[:-1])
        whole = np.concatenate([batch.x, batch.target[-1:]])[..., 0]
        assert np.abs(whole).max() <= 1
        for b in range(3):
            assert np.allclose(np.convolve(whole[:, b], polynomial, "valid"), 0, atol=1e-10)


def test_the_mean_of_many_waves_costs_what_the_docstring_says():
    for waves in (1, 3):
        target = SumOfSines(waves).sample(np.random.default_rng(1), 4000).target
        assert np.square(target).mean() == pytest.approx(1 / (2 * waves), rel=0.05)


def test_windows_of_sunspots_stand_in_the_file_on_their_side_of_1930():
    with resource("data", "sunspots.csv").open() as file:
        rows = [(int(row["year"]), float(row["sunspots"])) for row in csv.DictReader(file)]
    assert [year for year, _ in rows] == list(range(1700, 2009))
    assert [spots for year, spots in rows if year in (1700, 1957, 2008)] == [5, 190.2, 2.9]
    task = Sunspots(window=10)
    before = [spots for year, spots in rows if year < 1930]
    after = [spots for year, spots in rows if year >= 1930]
    for batch, years in ((task.sample(np.random.default_rng(2), 40), before), (task.validation(), after)):
        windows = {tuple(np.round(years[k : k + 11], 6)) for k in range(len(years) - 10)}
        for b in range(batch.x.shape[1]):
            read = [*batch.x[:, b, 0] * 100, batch.target[-1, b, 0] * 100]
            assert tuple(np.round(read, 6)) in windows
            assert np.array_equal(batch.x[1:, b], batch.target[:-1, b])
    assert task.validation().x.shape[1] == len(after) - 10


def test_spots_are_typed_and_said_as_they_are_counted():
    task = Sunspots()
    sequence = read_text(task.example)
    target, mask = task.target(sequence)
    assert task.encode(sequence)[:3, 0].tolist() == [0.05, 0.11, 0.16]
    assert task.say(target)[:3] == ("11", "16", "23")
    assert mask.tolist() == [1] * (len(sequence) - 1) + [0]
    assert task.correct(np.array([[0.14], [0.16]]), np.array([[0.0], [0.0]])).tolist() == [True, False]
    assert 0 < task.persistence < task.baseline.loss


def lines(x, count):
    """The last values at each clock and a 1, (T * B, count + 1) of x (T, B, 1)."""
    back = [np.concatenate([np.zeros_like(x[:k]), x[: len(x) - k]]) for k in range(count)]
    return np.concatenate([*back, np.ones_like(x)], axis=2).reshape(-1, count + 1)


@pytest.mark.parametrize(
    ("name", "count", "reaches"), [("sine", 2, 0.66), ("sum-of-sines", 6, 0.85), ("sunspots", 3, 0.5)]
)
def test_who_has_learned_is_better_than_any_line_through_the_last_values(name, count, reaches):
    task = tasks[name]()
    learned, held_out = task.sample(np.random.default_rng(0), 2000), task.validation()
    line, *_ = np.linalg.lstsq(lines(learned.x, count), learned.target.reshape(-1, 1), rcond=None)
    said = (lines(held_out.x, count) @ line).reshape(held_out.target.shape)
    right = task.correct(said, held_out.target)[held_out.mask != 0].mean()
    assert right == pytest.approx(reaches, abs=0.02)
    assert task.baseline.accuracy < right < task.learned
