"""The session: one frozen state, listeners, and undo that brings back the very same work."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.inputs import read_text
from rnnviz.network.spec import TrainingSpec
from rnnviz.session.playback import Position
from rnnviz.session.start import fresh_state
from rnnviz.session.state import WORK, Key, Session
from rnnviz.session.undo import UNDO_LIMIT

STATES = {cell: fresh_state("parity", cell) for cell in ("lstm", "gru", "elman", "jordan", "feedforward")}


def work(state):
    return tuple(getattr(state, name) for name in WORK)


def same(one, other):
    return all(a is b for a, b in zip(work(one), work(other), strict=True))


def test_update_makes_a_new_state_and_tells_listeners_both():
    session, heard = Session(STATES["lstm"]), []
    session.listen(lambda old, new: heard.append((old, new)))
    session.update(speed=2.0)
    assert heard == [(STATES["lstm"], session.state)]
    assert (session.state.speed, STATES["lstm"].speed) == (2.0, 1.0)
    with pytest.raises(dataclasses.FrozenInstanceError):
        session.state.speed = 3.0
    with pytest.raises(TypeError):
        session.update(colour="red")


def test_the_view_is_no_step_of_undo():
    session = Session(STATES["lstm"])
    session.update(speed=2.0, playing=True, loop=True, position=Position(3), selection=Key("H", 1))
    session.update(training=session.state.training)
    session.update(record=False, training=TrainingSpec(rate=0.5))
    assert not session.can_undo
    session.undo()
    session.redo()
    assert session.state.training.rate == 0.5


def test_undo_and_redo_restore_the_work_and_keep_the_view():
    session = Session(STATES["lstm"])
    session.update(training=TrainingSpec(rate=0.5))
    changed = session.state
    session.update(speed=4.0, loop=True, playing=True, learning=True)
    session.undo()
    assert same(session.state, STATES["lstm"])
    assert (session.state.speed, session.state.loop) == (4.0, True)
    assert (session.state.playing, session.state.learning) == (False, False)
    assert not session.can_undo
    session.redo()
    assert same(session.state, changed)
    assert not session.can_redo


def test_a_new_change_forgets_what_was_undone():
    session = Session(STATES["lstm"])
    session.update(training=TrainingSpec(rate=0.5))
    session.undo()
    session.update(training=TrainingSpec(rate=0.7))
    assert not session.can_redo


def test_mark_makes_a_state_that_undo_comes_back_to():
    session = Session(STATES["lstm"])
    session.mark()
    session.update(record=False, training=TrainingSpec(rate=0.5))
    session.undo()
    assert same(session.state, STATES["lstm"])


def test_undo_remembers_so_many_steps():
    session = Session(STATES["lstm"])
    specs = [TrainingSpec(batch=n + 1) for n in range(UNDO_LIMIT + 50)]
    for spec in specs:
        session.update(training=spec)
    undone = 0
    while session.can_undo:
        session.undo()
        undone += 1
    assert undone == UNDO_LIMIT
    assert session.state.training is specs[-1 - UNDO_LIMIT]


def test_undo_never_leaves_the_playhead_outside_the_sequence_or_the_cell_s_phases():
    session = Session(STATES["elman"])
    session.update(sequence=read_text("1 0"), position=Position(2))
    session.update(sequence=read_text("1 0 1 1 0 1"), position=Position(6))
    session.undo()
    assert session.state.position.t == 2
    session = Session(STATES["elman"])
    session.update(network=STATES["lstm"].network, position=Position(1, 8))
    session.undo()
    assert session.state.position == STATES["elman"].position
    session.redo()
    assert session.state.position == Position(1, 8)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["cell", "rate", "sequence", "undo", "redo", "view"]), max_size=40))
def test_any_run_of_changes_can_be_undone_step_by_step(moves):
    """Against a plain list of the works that there were."""
    session = Session(STATES["lstm"])
    past, future = [], []
    for number, move in enumerate(moves):
        before = session.state
        if move == "undo":
            session.undo()
            if past:
                future.append(before)
                assert same(session.state, past.pop())
        elif move == "redo":
            session.redo()
            if future:
                past.append(before)
                assert same(session.state, future.pop())
        elif move == "view":
            session.update(speed=2.0)
        else:
            session.update(
                **{
                    "cell": {"network": STATES[("gru", "elman")[number % 2]].network, "position": Position()},
                    "rate": {"training": TrainingSpec(rate=0.1 + number / 100)},
                    "sequence": {"sequence": read_text("1" * (1 + number % 5)), "position": Position()},
                }[move]
            )
            if not same(before, session.state):
                past.append(before)
                future.clear()
        assert (session.can_undo, session.can_redo) == (bool(past), bool(future))
        assert session.state.position.t <= len(session.state.sequence)
