"""The playhead: time and position are each other's inverse, and no step leaves the sequence."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnnviz.network.spec import NetworkSpec
from rnnviz.session.playback import (
    COPY,
    LIGHT,
    TRAVEL,
    Position,
    at_time,
    clock_phases,
    clock_seconds,
    end_of,
    phases,
    step_clock,
    step_phase,
    time_of,
)

LSTM = phases(("f", "i", "g", "c", "o"))
STEPS = 12

sequences_of_phases = st.lists(st.sampled_from("figcorzn"), max_size=6, unique=True).map(lambda g: phases(tuple(g)))


@st.composite
def standing(draw):
    """Phases and a position among clocks 1..12."""
    clock = draw(sequences_of_phases)
    return clock, Position(draw(st.integers(1, STEPS)), draw(st.integers(0, len(clock) - 1)), draw(st.floats(0, 1)))


def test_the_phases_of_a_clock_are_those_of_the_cell():
    assert [phase.name for phase in LSTM] == ["X", "f", "i", "g", "c", "o", "H", "S", "M"]
    assert clock_seconds(LSTM) == pytest.approx(3 * TRAVEL + 5 * LIGHT + COPY)
    assert clock_phases(NetworkSpec(cell="lstm")) == LSTM
    assert [phase.name for phase in clock_phases(NetworkSpec(cell="gru"))] == ["X", "r", "z", "n", "H", "S", "M"]
    assert [phase.name for phase in clock_phases(NetworkSpec(cell="elman"))] == ["X", "H", "S", "M"]


@given(sequences_of_phases, st.floats(0, 1), st.integers(1, 5), st.integers(0, 20))
def test_time_is_recovered_from_the_position(clock, part, first, more):
    last = first + more
    seconds = part * clock_seconds(clock) * (more + 1)
    position = at_time(seconds, clock, first, last)
    assert first <= position.t <= last
    assert 0 <= position.phase < len(clock)
    assert 0 <= position.progress <= 1
    assert time_of(position, clock, first) == pytest.approx(seconds, abs=1e-6)


@given(standing(), st.integers(-1, 1))
def test_the_position_is_recovered_from_time_but_for_the_instant_between_two_phases(place, shift):
    clock, position = place
    again = at_time(time_of(position, clock), clock, 1, STEPS)
    if 1e-6 < position.progress < 1 - 1e-6:
        assert (again.t, again.phase) == (position.t, position.phase)
        assert again.progress == pytest.approx(position.progress, abs=1e-6)
    else:
        assert time_of(again, clock) == pytest.approx(time_of(position, clock), abs=1e-5)


@given(sequences_of_phases, st.lists(st.floats(-10, 100), min_size=2, max_size=20).map(sorted))
def test_the_playhead_never_runs_back_as_time_goes_on(clock, instants):
    times = [time_of(at_time(seconds, clock, 1, STEPS), clock) for seconds in instants]
    assert all(later >= earlier - 1e-8 for earlier, later in itertools.pairwise(times))


def test_before_the_beginning_and_after_the_end_the_playhead_waits():
    assert at_time(-100, LSTM, 3, 5) == Position(3, 0, 0.0)
    assert at_time(0, LSTM, 3, 5) == Position(3, 0, 0.0)
    assert at_time(1e9, LSTM, 3, 5) == end_of(5, LSTM) == Position(5, 8, 1.0)


@given(
    standing(), st.lists(st.tuples(st.sampled_from([step_phase, step_clock]), st.sampled_from([-1, 1])), max_size=30)
)
def test_stepping_stays_within_the_sequence(place, steps):
    clock, position = place
    for step, by in steps:
        position = step(position, by, clock, STEPS)
        assert 1 <= position.t <= STEPS
        assert 0 <= position.phase < len(clock)
        assert position.progress == 1.0


@given(standing())
def test_a_phase_on_and_back_returns(place):
    clock, position = place
    position = Position(position.t, position.phase)
    on, back = step_phase(position, 1, clock, STEPS), step_phase(position, -1, clock, STEPS)
    assert on == position == end_of(STEPS, clock) or step_phase(on, -1, clock, STEPS) == position
    assert back == position == Position(1, 0) or step_phase(back, 1, clock, STEPS) == position


@given(standing())
def test_phase_after_phase_visits_every_phase_once(place):
    clock, _ = place
    position, visited = Position(1, 0), [Position(1, 0)]
    while position != end_of(3, clock):
        position = step_phase(position, 1, clock, 3)
        visited.append(position)
    assert visited == [Position(t, phase) for t in (1, 2, 3) for phase in range(len(clock))]


def test_from_the_middle_one_on_finishes_what_was_begun():
    assert step_phase(Position(2, 3, 0.5), 1, LSTM, 5) == Position(2, 3)
    assert step_phase(Position(2, 3, 0.5), -1, LSTM, 5) == Position(2, 2)
    assert step_clock(Position(2, 3), 1, LSTM, 5) == end_of(2, LSTM)
    assert step_clock(Position(2, 8, 0.5), 1, LSTM, 5) == end_of(2, LSTM)
    assert step_clock(Position(2, 3), -1, LSTM, 5) == end_of(1, LSTM)


@given(standing())
def test_a_clock_on_and_back_returns(place):
    clock, position = place
    start = end_of(position.t, clock)
    assert step_clock(start, 1, clock, STEPS) == end_of(min(position.t + 1, STEPS), clock)
    assert step_clock(start, -1, clock, STEPS) == end_of(max(position.t - 1, 1), clock)
