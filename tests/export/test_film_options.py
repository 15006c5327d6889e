"""The number of frames and the playhead of each are pure functions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.export.frames import sample_of
from rnnviz.export.gif import start
from rnnviz.export.options import FilmOptions, frame_count, frame_position, frame_rolled, still_rolled
from rnnviz.session.playback import SPEEDS, Position, clock_seconds, end_of, phases

PHASES = phases(("f", "i", "g", "c", "o"))


@given(
    fps=st.integers(1, 60),
    speed=st.sampled_from(SPEEDS) | st.floats(0.25, 8.0),
    hold=st.floats(0, 5),
    steps=st.integers(1, 30),
    data=st.data(),
)
def test_a_film_begins_at_the_beginning_and_ends_at_the_end(fps, speed, hold, steps, data):
    first = data.draw(st.integers(1, steps))
    last = data.draw(st.integers(first, steps))
    options = FilmOptions(fps=fps, speed=speed, hold=hold, first=first, last=last)
    count = frame_count(options, PHASES, steps, fps)
    positions = [frame_position(k, options, PHASES, steps, fps) for k in range(count)]
    assert positions[0] == Position(first, 0, 0.0) or count == 1
    assert positions[-1] == end_of(last, PHASES)
    at_end = sum(position == end_of(last, PHASES) for position in positions)
    assert at_end in {max(1, round(hold * fps)) + extra for extra in (0, 1)}
    keys = [(position.t, position.phase, position.progress) for position in positions]
    assert keys == sorted(keys)
    play = (last - first + 1) * clock_seconds(PHASES) / speed
    assert abs(count / fps - play - hold) <= 2 / fps


@given(
    fps=st.integers(10, 60),
    speed=st.sampled_from(SPEEDS),
    steps=st.integers(1, 6),
    fold=st.sampled_from(["no", "unfold", "fold", "both", "folded"]),
)
def test_a_film_unfolds_before_it_plays_and_folds_after(fps, speed, steps, fold):
    options = FilmOptions(fps=fps, speed=speed, hold=1.0, fold=fold)
    count = frame_count(options, PHASES, steps, fps)
    frames = range(count)
    rolled = [frame_rolled(k, options, PHASES, steps, fps) for k in frames]
    positions = [frame_position(k, options, PHASES, steps, fps) for k in frames]
    assert all(0 <= part <= 1 for part in rolled)
    assert rolled[0] == (fold in ("unfold", "both", "folded"))
    assert rolled[-1] == (fold in ("fold", "both", "folded")) == still_rolled(options)
    moving = [k for k in frames if 0 < rolled[k] < 1]
    assert bool(moving) == (fold not in ("no", "folded")) or fps * 0.6 / speed < 2
    # While the network is on the way the playhead stands at one end of the film.
    assert {positions[k] for k in moving} <= {Position(1, 0, 0.0), end_of(steps, PHASES)}
    unfolding = 0.8 + 0.6 / speed if fold in ("unfold", "both") else 0.0
    folding = 0.6 / speed if fold in ("fold", "both") else 0.0
    assert abs(count / fps - steps * clock_seconds(PHASES) / speed - 1.0 - unfolding - folding) <= 2 / fps


def test_the_range_is_checked():
    for options in (FilmOptions(first=5), FilmOptions(first=3, last=2), FilmOptions(last=9)):
        with pytest.raises(InputError, match="1 to 4"):
            options.clocks(4)
    assert FilmOptions().clocks(4) == (1, 4)


@pytest.mark.parametrize(
    "wrong",
    [
        {"width": 0},
        {"height": 100000},
        {"fps": 0},
        {"fps": 61},
        {"fps": 12.5},
        {"speed": 0.1},
        {"speed": float("nan")},
        {"first": 0},
        {"last": 0},
        {"theme": "pink"},
        {"hold": -1},
        {"fold": "yes"},
    ],
)
def test_options_out_of_bounds_are_refused(wrong):
    with pytest.raises(InputError):
        FilmOptions(**wrong)


@given(count=st.integers(1, 5000), most=st.integers(2, 80))
def test_a_sample_has_both_ends_and_is_small(count, most):
    sample = sample_of(count, most)
    assert len(sample) == len(set(sample)) == min(count, most)
    assert (sample[0], sample[-1]) == (0, count - 1)


@given(fps=st.integers(1, 50), count=st.integers(1, 2000))
def test_gif_delays_add_up(fps, count):
    delays = [start(k + 1, fps) - start(k, fps) for k in range(count)]
    assert min(delays) >= 2
    assert abs(sum(delays) - 100 * count / fps) <= 0.5
