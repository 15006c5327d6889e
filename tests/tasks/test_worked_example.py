"""The worked example, against matrices of ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.tasks.worked_example import WorkedExample


def by_matrices(x, outputs):
    """s (T, O) of two linear units with all weights 1, for x (T, D)."""
    W, U, V = np.ones((2, x.shape[1])), np.ones((2, 2)), np.ones((outputs, 2))
    h, s = np.zeros(2), []
    for x_t in x:
        h = W @ x_t + U @ h
        s.append(V @ h)
    return np.array(s)


def test_the_numbers_of_the_literature():
    task, sequence = WorkedExample(), read_text("1,1; 1,1; 2,2")
    target, mask = task.target(sequence)
    assert target.tolist() == [[4, 4], [12, 12], [32, 32]]
    assert mask.tolist() == [1, 1, 1]
    assert task.say(target) == ("4,4", "12,12", "32,32")
    assert task.target(read_text("2,2; 1,1; 1,1"))[0].tolist() != target.tolist()


@given(st.integers(1, 4), st.integers(1, 4), st.data())
def test_the_target_is_what_the_matrices_say(inputs, outputs, data):
    vector = st.lists(st.integers(-9, 9), min_size=inputs, max_size=inputs)
    rows = data.draw(st.lists(vector, min_size=1, max_size=10))
    task = WorkedExample.fit(inputs, outputs)
    sequence = read_text("; ".join(",".join(map(str, row)) for row in rows), "vectors")
    target, mask = task.target(sequence)
    assert task.encode(sequence).tolist() == rows
    assert np.array_equal(target, by_matrices(np.array(rows, float), outputs))
    assert mask.all()


def test_batches_have_the_same_targets():
    task = WorkedExample(3, 2)
    for batch in (task.sample(np.random.default_rng(1), 6), task.validation()):
        for b in range(batch.x.shape[1]):
            assert np.array_equal(batch.target[:, b], by_matrices(batch.x[:, b], 2))


def test_answers_beyond_a_million_do_not_count():
    target, mask = WorkedExample().target(read_text("1,1; " * 2000))
    assert np.isfinite(target).all()
    counted = int(mask.sum())
    assert mask.tolist() == [1] * counted + [0] * (2000 - counted)
    assert 5e5 < target[counted - 1, 0] <= 1e6
    assert not target[counted:].any()


def test_one_input_reads_numbers_and_bits():
    task = WorkedExample(1, 1)
    assert task.target(read_text("1 0 1"))[0].tolist() == [[2], [4], [10]]
    assert WorkedExample.for_sequence(read_text("0.5 2")) == task


def test_other_widths_are_refused():
    with pytest.raises(InputError, match="Step 1 is “1,2,3”, 3 wide; this network reads vectors of 2"):
        WorkedExample().encode(read_text("1,2,3; 4,5,6"))
    with pytest.raises(InputError, match="Inputs: 0"):
        WorkedExample.fit(0, 1)
    with pytest.raises(InputError, match="Outputs: 5000"):
        WorkedExample.fit(1, 5000)


def test_an_answer_is_right_to_the_whole_number():
    right = WorkedExample().correct(np.array([[4.4, 3.6], [4.6, 4.0]]), np.array([[4.0, 4.0], [4.0, 4.0]]))
    assert right.tolist() == [True, False]
