"""What holds for every task whatever its options are, and whatever is typed."""

import dataclasses
import string

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.options import options_of
from rnnviz.tasks import tasks
from rnnviz.tasks.held_out import LEARNED, TEST, VALIDATION, draw_part, part_of, validation_rng

NAMES = tuple(tasks)
# Windows of one long sequence are apart by their places in it; short ones can look the same, and their own tests tell
# that they never come from the same place.
APART_BY_PLACE = ("next-character", "own-data", "sunspots")
LEARNT_WHOLE = ("own text",)


def some(field, option):
    """Values that the option accepts, near its least one so that sequences stay short."""
    if option.choices:
        return st.sampled_from([choice for choice in option.choices if choice not in LEARNT_WHOLE])
    if field.type in (bool, "bool"):
        return st.booleans()
    low = option.minimum if option.minimum is not None else option.above + 1e-3
    if field.type in (int, "int"):
        return st.integers(int(low), int(min(option.maximum, low + 25)))
    return st.floats(low, min(option.maximum, low + 20))


@pytest.mark.parametrize("name", NAMES)
@given(st.data())
@settings(max_examples=15, deadline=None)
def test_batches_of_any_difficulty_are_whole_and_apart_from_what_is_held_out(name, data):
    kind = tasks[name]
    values = data.draw(st.fixed_dictionaries({key: some(*pair) for key, pair in options_of(kind).items()}))
    try:
        task = kind(**values)
    except InputError:  # options that do not go together; each such sentence has a test of its own
        assume(False)
    validation, test = task.validation(), task.test()
    held_out = {validation.x[:, b].tobytes() for b in range(validation.x.shape[1])}
    if test is not None:
        third = {test.x[:, b].tobytes() for b in range(test.x.shape[1])}
        assert not held_out & third
        held_out |= third
    for seed in range(4):
        batch = task.sample(np.random.default_rng([seed, 1]), 12)
        for given_ in filter(None, (batch, validation, test)):
            T, B = given_.mask.shape
            assert given_.x.shape == (T, B, task.inputs)
            assert given_.target.shape == (T, B, task.outputs)
            assert np.isfinite(given_.x).all()
            assert np.isfinite(given_.target).all()
            assert set(np.unique(given_.mask)) <= {0.0, 1.0}
            assert given_.mask.any()
            if task.readout == "softmax":
                assert np.allclose(given_.target.sum(axis=-1)[given_.mask == 1], 1)
            assert task.correct(given_.target, given_.target)[given_.mask == 1].all()
        if name not in APART_BY_PLACE:
            assert not [b for b in range(12) if batch.x[:, b].tobytes() in held_out]
    sequence = read_text(task.start, task.start_kind)
    target, mask = task.target(sequence)
    assert task.encode(sequence).shape == (len(sequence), task.inputs)
    assert mask.any()
    assert len(task.say(target)) == len(sequence)
    again = dataclasses.replace(task)
    assert again == task
    assert np.array_equal(again.validation().x, validation.x)
    assert np.array_equal(again.validation().target, validation.target)


@pytest.mark.parametrize("name", NAMES)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_is_read_or_refused_in_a_sentence(name, data):
    task = tasks[name]()
    kind = data.draw(st.sampled_from(task.kinds))
    near = st.text(task.start + " .?0123,;", min_size=1, max_size=30)
    typed = data.draw(st.one_of(near, st.text(max_size=30)))
    problem = None
    try:
        sequence = read_text(typed, kind)
        x, (target, mask) = task.encode(sequence), task.target(sequence)
    except InputError as error:
        problem = error
    if problem is not None:
        assert str(problem)[0].isupper() or str(problem)[0] in "“("
        assert set(problem.values) >= {place for _, place, *_ in string.Formatter().parse(problem.template) if place}
        return
    T = len(sequence)
    assert (x.shape, target.shape, mask.shape) == ((T, task.inputs), (T, task.outputs), (T,))
    assert np.isfinite(x).all()
    assert np.isfinite(target).all()
    assert set(mask) <= {0.0, 1.0}
    assert not target[mask == 0].any()
    assert len(task.say(np.random.default_rng(0).random((T, task.outputs)))) == T
    assert len(task.say(np.full((T, task.outputs), np.nan))) == T


@pytest.mark.parametrize("name", NAMES)
def test_no_seed_of_a_training_begins_as_the_validation_does(name):
    """A seed and 0 updates begin as the seed alone does; none may be the one of the validation."""
    task = tasks[name]()
    validation = task.validation().x
    size = validation.shape[1]
    for seed in (20_240_229, 20_240_230, 20_240_601, 7, 0):
        batch = task.sample(np.random.default_rng([seed, 0]), size).x
        assert batch.shape != validation.shape or not np.array_equal(batch, validation)


@given(st.integers(1, 12), st.integers(1, 50), st.integers(0, 2**32))
@settings(deadline=None)
def test_a_sequence_is_of_the_same_part_wherever_it_stands(steps, count, seed):
    codes = np.random.default_rng(seed).integers(-5, 50, (steps, count))
    part = part_of(codes)
    order = np.random.default_rng(seed + 1).permutation(count)
    assert np.array_equal(part_of(codes[:, order]), part[order])
    assert part.tolist() == [part_of(codes[:, b : b + 1])[0] for b in range(count)]


def test_about_a_fifth_is_held_out():
    codes = np.random.default_rng(0).integers(0, 2, (30, 20_000))
    share = np.bincount(part_of(codes)) / 20_000
    assert share[[LEARNED, VALIDATION, TEST]] == pytest.approx([0.8, 0.1, 0.1], abs=0.01)


def test_too_few_sequences_are_no_endless_search():
    with pytest.raises(InputError, match="too few different sequences"):
        draw_part(validation_rng(), 4, VALIDATION, lambda rng, count: np.zeros((1, count), dtype=int))
