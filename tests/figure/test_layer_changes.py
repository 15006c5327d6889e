"""What a drawing differs in from the one before, and which of its marks lie where."""

from dataclasses import replace

import numpy as np
import pytest

from rnnviz.figure.drawing import Boxes, Circles, Curves, Lines, Picture, Texts
from rnnviz.figure.layers import Bounds, Layer, united

GREY = np.full((3, 4), 128, np.uint8)
AT = np.array([10.0, 50.0, 90.0])
ONE = np.ones(3)
BATCHES = (
    Boxes(AT, 10 * ONE, 8 * ONE, 6 * ONE, GREY, GREY, ONE),
    Circles(AT, 30 * ONE, 5 * ONE, GREY, GREY, ONE),
    Lines(AT, 50 * ONE, AT + 9, 40 * ONE, GREY, 2 * ONE),
    Curves(np.stack([np.array([[x, 60], [x + 4, 70], [x + 6, 60], [x + 9, 65]]) for x in AT]), GREY, 2 * ONE),
    Texts(("a", "b", "c"), AT, 80 * ONE, GREY, 10.0),
)
PICTURE = Picture(10.0, 100.0, 30.0, 12.0, np.zeros((2, 3, 4), np.uint8))


def moved(batch, k):
    """The batch with its mark k five pixels lower."""
    name = {Lines: "y2", Curves: "points"}.get(type(batch), "y")
    values = getattr(batch, name).copy()
    values[k] += 5.0
    return replace(batch, **{name: values})


def test_nothing_differs_from_an_equal_copy():
    copies = tuple(replace(batch) for batch in (*BATCHES, PICTURE))
    assert Layer((*BATCHES, PICTURE)).followed(copies)[1] is None
    assert Layer(()).followed(())[1] is None


@pytest.mark.parametrize("batch", BATCHES)
@pytest.mark.parametrize("k", range(3))
def test_where_one_mark_changed_is_where_it_was_and_where_it_is(batch, k):
    layer, different = Layer(BATCHES).followed(tuple(moved(one, k) if one is batch else one for one in BATCHES))
    assert AT[k] - 16 <= different.left <= AT[k] < different.right <= AT[k] + 26
    assert layer.followed(BATCHES)[1] == different


def test_a_colour_or_a_word_alone_is_a_difference():
    red = GREY.copy()
    red[1] = 255, 0, 0, 255
    texts = replace(BATCHES[4], strings=("a", "B", "c"))
    for new in (replace(BATCHES[0], fill=red), replace(BATCHES[2], colour=red), texts):
        old = next(batch for batch in BATCHES if type(batch) is type(new))
        different = Layer((old,)).followed((new,))[1]
        assert 30 < different.left < 50 < different.right < 80


def test_what_all_marks_have_in_common_is_of_all_of_them():
    different = Layer((BATCHES[0],)).followed((replace(BATCHES[0], radius=3.0),))[1]
    assert different == Bounds(9, 9, 99, 17)


def test_what_comes_or_goes_differs_and_what_stays_beside_it_does_not():
    layer, came = Layer(BATCHES).followed((*BATCHES[:2], PICTURE, *BATCHES[2:]))
    assert came == Bounds(10, 100, 40, 112)
    assert layer.followed(BATCHES)[1] == came
    assert Layer(BATCHES).followed(BATCHES[:3])[1].top > 50
    fewer = replace(BATCHES[1], **{name: getattr(BATCHES[1], name)[:2] for name in ("x", "y", "r", "fill", "line")})
    assert Layer(BATCHES[1:2]).followed((replace(fewer, line_width=ONE[:2]),))[1] == Bounds(4, 24, 96, 36)


def test_the_order_of_marks_that_cover_one_another_is_a_difference():
    assert Layer(BATCHES[:2]).followed(BATCHES[1::-1])[1] == Bounds(4, 9, 99, 36)


def test_only_what_reaches_into_the_bounds_lies_within_them():
    layer = Layer((*BATCHES, PICTURE))
    boxes, circles, lines, curves, texts = layer.within(Bounds(40, 0, 66, 99))
    assert [len(part.x) for part in (boxes, circles, texts)] == [1, 1, 1]
    assert texts.strings == ("b",)
    assert (lines, curves) == BATCHES[2:4]
    assert layer.within(Bounds(15, 105, 16, 106)) == (PICTURE,)
    assert layer.within(Bounds(200, 0, 300, 300)) == ()
    assert layer.within(Bounds(0, 0, 300, 300)) == (*BATCHES, PICTURE)


def test_bounds_are_united():
    assert united(None, Bounds(1, 2, 3, 4), None, Bounds(0, 3, 2, 9)) == Bounds(0, 2, 3, 9)
    assert united(None, None) is None
    assert united() is None


def test_a_dashed_curve_is_painted_as_a_whole():
    there, nowhere = Bounds(54, 66, 70, 68), Bounds(30, 0, 40, 300)
    for batch in BATCHES[2:4]:
        assert Layer((batch,)).with_dashes(there) == there
    dashed = Layer((replace(BATCHES[3], dash=(3.0, 2.0)),))
    assert dashed.with_dashes(there) == Bounds(48, 58, 70, 72)
    assert dashed.with_dashes(nowhere) == nowhere


def test_large_pictures_are_not_compared():
    large = replace(PICTURE, rgba=np.zeros((600, 600, 4), np.uint8))
    assert Layer((large,)).followed((replace(large),))[1] == Bounds(10, 100, 40, 112)


def test_batches_without_a_mark_differ_nowhere():
    none = np.zeros(0)
    for size in (10.0, 12.0):
        empty = Texts((), none, none, GREY[:0], size)
        assert Layer((empty, BATCHES[0])).followed((replace(empty, bold=True), BATCHES[0]))[1] is None
