"""Drawing, against walking along the lines; own data and its table, against Python's csv."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.tasks.drawing import Drawing
from rnnviz.tasks.strokes import SETS, moves


@pytest.mark.parametrize("name", list(SETS))
@pytest.mark.parametrize("count", [4, 20, 57])
def test_a_stroke_is_walked_from_its_beginning_to_its_end(name, count):
    for line, steps in zip(SETS[name].values(), moves(name, count), strict=True):
        assert np.abs(line).max() <= 1.001
        assert np.allclose(steps.sum(axis=0), line[-1] - line[0])
        pen = line[0] + np.cumsum(steps, axis=0)
        segments = line[1:] - line[:-1]
        for point in pen:  # lies on one of the straight pieces
            along = np.clip(((point - line[:-1]) * segments).sum(axis=1) / (segments**2).sum(axis=1), 0, 1)
            off = np.hypot(*(line[:-1] + along[:, None] * segments - point).T)
            assert off.min() < 1e-9
        # Equal ways along the line: no move is longer than one of them.
        assert np.hypot(*steps.T).max() <= np.hypot(*segments.T).sum() / count + 1e-9


@given(st.sampled_from(list(SETS)), st.integers(4, 30), st.integers(0, 2**32))
@settings(max_examples=20, deadline=None)
def test_a_batch_draws_the_figure_that_was_named_with_its_slant(strokes, count, seed):
    task = Drawing(strokes, count)
    for batch in (task.sample(np.random.default_rng(seed), 5), task.validation()):
        assert not batch.x[1:].any()
        assert (batch.x[0, :, :-1].sum(axis=1) == 1).all()
        assert (np.abs(batch.x[0, :, -1]) <= 0.4).all()
        for b in range(batch.x.shape[1]):
            upright = 4 * moves(strokes, count)[batch.x[0, b, :-1].argmax()]
            leaning = upright @ np.array([[1, 0], [batch.x[0, b, -1], 1]])
            assert np.allclose(batch.target[:, b], leaning)
        assert batch.mask.all()


def test_a_typed_figure_is_drawn_upright():
    task = Drawing()
    sequence = read_text("Square " + "." * 25, "words")
    target, mask = task.target(sequence)
    assert mask.tolist() == [1] * 20 + [0] * 6
    assert np.allclose(target[:20], 4 * moves("figures", 20)[1])
    assert task.say(target[:20]) == ("→",) * 5 + ("↓",) * 5 + ("←",) * 5 + ("↑",) * 5
    assert task.say(np.array([[0.0, 0.0], [np.nan, 1.0], [-1.0, 1.0]])) == ("·", "·", "↖")


@pytest.mark.parametrize(
    ("typed", "words"),
    [("cube . .", "Word 1 is “cube”; give circle / square"), ("circle circle", "Word 2 is “circle”; give \\.")],
)
def test_other_words_are_named(typed, words):
    with pytest.raises(InputError, match=words):
        Drawing().encode(read_text(typed, "words"))


def test_a_move_is_right_when_it_ends_close_enough():
    right = Drawing().correct(np.array([[0.2, 0.2], [0.3, 0.1]]), np.zeros((2, 2)))
    assert right.tolist() == [True, False]
