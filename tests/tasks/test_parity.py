"""Parity of ones, against counting."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.tasks.parity import Parity

WIDTHS = tuple(itertools.product((1, 2), (1, 2)))


@given(st.lists(st.integers(0, 1), min_size=1, max_size=40), st.sampled_from(WIDTHS))
def test_the_target_is_the_parity_of_what_was_typed(bits, widths):
    task = Parity.fit(*widths)
    sequence = read_text(" ".join(map(str, bits)))
    x, (target, mask) = task.encode(sequence), task.target(sequence)
    assert [int(row[-1]) for row in x] == bits
    assert task.say(target) == tuple("odd" if sum(bits[: t + 1]) % 2 else "even" for t in range(len(bits)))
    assert mask.tolist() == [1] * len(bits)
    for array in (x, target):
        if array.shape[1] == 2:
            assert (array.sum(axis=1) == 1).all()


def test_the_two_sequences_of_the_literature():
    task = Parity()
    assert task.say(task.target(read_text("1000010101"))[0])[-1] == "even"
    assert task.say(task.target(read_text("100011"))[0])[-1] == "odd"


def test_validation_is_all_256_sequences_of_length_8():
    batch = Parity().validation()
    assert batch.x.shape == (8, 256, 2)
    assert len({batch.x[:, b, 1].tobytes() for b in range(256)}) == 256
    assert np.array_equal(batch.target[..., 1], np.cumsum(batch.x[..., 1], axis=0) % 2)


def test_training_draws_every_length_but_8():
    rng = np.random.default_rng(0)
    assert {Parity().sample(rng, 1).x.shape[0] for _ in range(300)} == set(range(1, 8))
    assert {Parity(shortest=7, longest=9).sample(rng, 1).x.shape[0] for _ in range(100)} == {7, 9}


def test_lengths_that_leave_nothing_are_refused():
    for shortest, longest in ((8, 8), (5, 4)):
        with pytest.raises(InputError, match=f"No length from {shortest} to {longest}"):
            Parity(shortest=shortest, longest=longest)
    with pytest.raises(InputError, match=r"Min\. length: 0"):
        Parity(shortest=0)


def test_the_readout_follows_the_width():
    assert (Parity.fit(2, 2).readout, Parity.fit(1, 1).readout) == ("softmax", "sigmoid")
    assert Parity.fit(1, 1).output_names == ("odd",)


@pytest.mark.parametrize("widths", [(0, 1), (3, 2), (2, 3)])
def test_other_widths_are_refused(widths):
    with pytest.raises(InputError, match="1 or 2 inputs and 1 or 2 outputs, not {} inputs and {}".format(*widths)):
        Parity.fit(*widths)


def test_an_answer_is_the_more_probable_one():
    two, one = Parity(), Parity.fit(2, 1)
    assert two.say(np.array([[0.6, 0.4], [0.4, 0.6]])) == ("even", "odd")
    assert one.say(np.array([[0.4], [0.6]])) == ("even", "odd")
    assert one.correct(np.array([[[0.4]], [[0.6]]]), np.array([[[0.0]], [[0.0]]])).tolist() == [[True], [False]]


def test_the_whole_is_every_sequence_once_where_they_are_few():
    batches = Parity(longest=9).whole()
    assert [batch.x.shape[:2] for batch in batches] == [(n, 2**n) for n in (1, 2, 3, 4, 5, 6, 7, 9)]
    for batch in batches:
        assert len({batch.x[:, b].tobytes() for b in range(batch.x.shape[1])}) == batch.x.shape[1]
    assert Parity(longest=12).whole() is None


def test_the_test_is_longer_than_anything_learnt():
    assert Parity().test().x.shape == (12, 256, 2)
    assert np.array_equal(Parity().test().x, Parity().test().x)
    assert Parity(longest=12).test() is None
