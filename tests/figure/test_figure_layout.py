"""Nothing overlaps and nothing is clipped, at any size."""

import itertools

import numpy as np
import pytest
from figure_scenes import overlaps, random_scene, text_boxes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rnnviz.figure.drawing import Boxes, Circles, Picture
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.layout import layout_of
from rnnviz.figure.palette import THEMES
from rnnviz.figure.rows import NARROW
from rnnviz.figure.stage import natural_column, stage
from rnnviz.figure.time_axis import MAX_COLUMN, TimeAxis
from rnnviz.figure.tracks import tracks
from rnnviz.session.playback import Position, end_of

NARROWEST = 0.03  # 10 000 clocks in 300 pixels
QUICK = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def check(drawing, axis=None):
    """No two texts overlap, everything lies within the drawing; with an axis only columns in sight may be cut."""
    assert overlaps(drawing) == []
    boxes, _ = text_boxes(drawing)
    assert (boxes[:, 0] >= -0.01).all()
    assert (boxes[:, 2] <= drawing.width + 0.01).all()
    assert (boxes[:, 1] >= -1.0).all()
    assert (boxes[:, 3] <= drawing.height + 1.0).all()
    loose = axis.column * 1.6 if axis is not None and axis.longest_offset > 0 else 0.0
    for left, top, right, bottom in extents(drawing):
        assert (top >= -0.01).all()
        assert (bottom <= drawing.height + 0.01).all()
        assert (left >= -loose - 0.01).all()
        assert (right <= drawing.width + loose + 0.01).all()


def extents(drawing):
    for batch in (*drawing.static, *drawing.live):
        if isinstance(batch, Circles):
            r = batch.r + batch.line_width / 2
            yield batch.x - r, batch.y - r, batch.x + r, batch.y + r
        elif isinstance(batch, Boxes):
            yield batch.x, batch.y, batch.x + batch.w, batch.y + batch.h
        elif isinstance(batch, Picture):
            ends = batch.x, batch.y, batch.x + batch.w, batch.y + batch.h
            yield tuple(np.array([end]) for end in ends)


sizes = st.fixed_dictionaries(
    {
        "cell": st.sampled_from(["feedforward", "elman", "jordan", "lstm", "gru"]),
        "H": st.one_of(st.integers(1, 64), st.sampled_from([128, 256])),
        "T": st.one_of(st.integers(1, 40), st.just(1000)),
        "D": st.sampled_from([1, 2, 3, 27, 128]),
        "O": st.sampled_from([1, 2, 3, 27, 128]),
        "label": st.sampled_from([None, "1,1", "0.125", "−1234.5,3,…", "w"]),
        "theme": st.sampled_from(["light", "dark"]),
    }
)


@pytest.mark.usefixtures("each_language")
@QUICK
@given(
    sizes,
    st.integers(700, 3840),
    st.integers(260, 1200),
    st.one_of(st.none(), st.floats(NARROWEST, MAX_COLUMN)),
    st.floats(0, 1),
    st.floats(0, 1),
    st.integers(0, 8),
    st.floats(0, 1),
)
def test_the_stage_is_clear_at_any_size(size, width, height, column, where, scroll, phase, progress):
    scene = random_scene(**size | {"theme": THEMES[size["theme"]]})
    axis = TimeAxis(scene.steps, float(width), 128.0)
    axis = TimeAxis(scene.steps, float(width), 128.0, 16.0, column or natural_column(scene, axis.room))
    axis = axis.scrolled(scroll * axis.longest_offset)
    t = min(scene.steps, 1 + int(where * scene.steps))
    check(stage(scene, axis, float(height), Position(t, phase % len(scene.phases), progress)), axis)


@pytest.mark.usefixtures("each_language")
@QUICK
@given(sizes, st.integers(700, 3840), st.integers(60, 700), st.floats(NARROWEST, MAX_COLUMN), st.floats(0, 1))
def test_the_tracks_are_clear_at_any_size(size, width, height, column, where):
    scene = random_scene(**size | {"theme": THEMES[size["theme"]]})
    axis = TimeAxis(scene.steps, float(width), 128.0, 16.0, column)
    t = min(scene.steps, 1 + int(where * scene.steps))
    check(tracks(scene, axis.showing(t), float(height), end_of(t, scene.phases)), axis)


@pytest.mark.usefixtures("each_language")
@QUICK
@given(
    sizes,
    st.sampled_from(
        [(320, 180), (480, 270), (640, 360), (854, 480), (1280, 720), (720, 1280), (1920, 1080), (3840, 2160)]
    ),
    st.booleans(),
    st.floats(0, 1),
)
def test_frames_of_films_are_clear_at_any_size(size, format_, with_tracks, where):
    scene = random_scene(**size | {"theme": THEMES[size["theme"]]})
    width, height = format_
    axis = film_axis(scene, width, height)
    t = min(scene.steps, 1 + int(where * scene.steps))
    drawing = frame(scene, axis, end_of(t, scene.phases), width, height, with_tracks)
    assert (drawing.width, drawing.height) == (width, height)
    assert overlaps(drawing) == []
    boxes, _ = text_boxes(drawing)
    assert (boxes[:, :2] >= -1.0).all()
    assert (boxes[:, 2] <= width + 0.01).all()
    assert (boxes[:, 3] <= height + 1.0).all()


@pytest.mark.parametrize("cell", ["feedforward", "elman", "jordan", "lstm", "gru"])
@pytest.mark.parametrize("height", [260, 330, 440, 700, 1200])
@pytest.mark.parametrize("H", [1, 3, 16, 128])
@pytest.mark.parametrize("column", [12.0, 64.0, 84.0, 200.0])
def test_rows_lie_one_below_the_other(cell, height, H, column):
    scene = random_scene(cell=cell, H=H)
    layout = layout_of(scene, column, height)
    assert layout.narrow == (column < NARROW)
    rows = [layout.row(name) for name in reversed(scene.layers)]
    for above, below in itertools.pairwise(rows):
        assert above.y + above.high < below.y - below.high
    assert layout.word_y < layout.S.y - layout.S.high
    assert layout.X.y + layout.X.high < layout.label_y < layout.clock_y < height
    if scene.lights and not layout.narrow:
        assert layout.S.y + layout.S.high < layout.lights.letter_y < layout.lights.y - layout.lights.high
        assert layout.lights.y + layout.lights.high < layout.H.y - layout.H.high


def test_eight_clocks_fit_a_small_window_and_one_clock_is_not_absurdly_wide():
    room = 744.0 - 128 - 16
    assert natural_column(random_scene(T=8), room) * 8 <= room
    assert natural_column(random_scene(T=8), room) > 64
    assert natural_column(random_scene(T=1), room) < 150
    assert natural_column(random_scene(T=1000), room) == 84.0


def test_neurons_stay_circles_for_small_layers_and_become_strips_for_large_ones():
    assert layout_of(random_scene(H=3), 84.0, 440).H.r > 9
    assert layout_of(random_scene(H=3), 84.0, 440).M.r > 4
    large = layout_of(random_scene(H=128, D=128), 84.0, 440)
    assert large.H.r == 0
    assert large.H.across * large.H.down >= 128
    assert large.X.r == 0
    assert large.S.r > 9


@given(st.integers(1, 40), st.floats(200, 2000), st.floats(20, 300), st.floats(-500, 500))
def test_columns_that_do_not_fill_the_room_stand_in_its_middle_and_all_others_scroll_within_it(
    steps, width, column, by
):
    axis = TimeAxis(steps, width, 100.0, 16.0, column).scrolled(by)
    first, last = axis.x(0.5), axis.x(steps + 0.5)
    if axis.length <= axis.room:
        left, right = first - axis.left, axis.left + axis.room - last
        assert abs(left - right) <= 2  # whole pixels
        assert left == axis.spare
        assert axis.visible == range(1, steps + 1)
    else:
        assert axis.spare == 0
        assert first <= axis.left
        assert last >= axis.left + axis.room - 1e-9
    assert axis.nearest(axis.x(steps)) == steps
