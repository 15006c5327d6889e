"""Every request through the real controller and the real engine."""

from dataclasses import replace

import numpy as np
import pytest

from rnnviz.engine.evaluate import fresh
from rnnviz.gui.control.controller import Controller
from rnnviz.session.playback import Position, clock_phases, clock_seconds, end_of, time_of
from rnnviz.session.start import fresh_state, initial, preset
from rnnviz.session.state import WORK, Key
from rnnviz.tasks.base import tasks


def work(state):
    return {name: getattr(state, name) for name in WORK}


def same(first, second):
    return all(first[name] is second[name] for name in WORK)


def answered(controller):
    """The engine has said what this very network does with this very sequence."""
    return lambda: controller.snapshot is not None and controller.fitting_snapshot is not None


def test_it_begins_with_a_picture(controller, watch, until):
    until(answered(controller))
    state = controller.state
    assert state.network.updates > 0
    assert state.position == end_of(1, clock_phases(state.network.spec))
    assert not state.playing
    assert watch.snapshot.trace["h"].shape == (len(state.sequence), state.network.spec.hidden)


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("parity", "1 0 0 1", "bits"),
        ("parity", "1", "bits"),
        ("parity", "0110" * 50, "bits"),
        ("sine", "0.5 -1 2", "numbers"),
        ("worked-example", "1,1; 1,1; 2,2", "vectors"),
        ("next-character", "a quiet queen", "text"),
    ],
)
def test_what_the_task_can_read_is_followed_at_once(controller, until, name, text, kind):
    controller.open_state(fresh_state(name))
    reading = controller.read_sequence(text)
    assert reading.fits, reading.complaint
    state = controller.state
    assert (state.sequence.text, state.sequence.kind) == (text, kind)
    until(answered(controller))
    assert controller.snapshot.trace["x"].shape == (len(state.sequence), state.task.inputs)
    np.testing.assert_array_equal(controller.snapshot.trace["x"], state.task.encode(state.sequence))


@pytest.mark.parametrize("text", ["", "   ", "1 2 x 4 5 6", "0.5 nan", "1,1; 2", "hello", "1 0 2", "1" * 10_001])
def test_what_cannot_be_read_changes_nothing_and_is_explained_in_one_sentence(controller, text):
    before = controller.state
    reading = controller.read_sequence(text)
    assert not reading.fits
    assert reading.complaint.endswith(".")
    assert "\n" not in reading.complaint
    assert controller.state is before
    assert not controller.session.can_undo


def test_another_task_is_offered_and_undo_brings_the_old_one_back(controller, until):
    before = controller.state
    reading = controller.read_sequence("hello")
    assert reading.offer == "next-character"
    controller.accept(reading.sequence)
    state = controller.state
    assert state.task.name == "next-character"
    assert state.network.updates == 0
    assert state.network.spec.hidden == before.network.spec.hidden
    assert state.sequence.labels == tuple("hello")
    until(answered(controller))
    controller.undo()
    assert same(work(controller.state), work(before))
    until(answered(controller))
    assert controller.snapshot.network is before.network


def test_a_playhead_beyond_the_end_of_a_shorter_sequence_comes_back_to_its_end(controller):
    controller.to_end()
    controller.read_sequence("1 0")
    assert controller.state.position == end_of(2, controller.phases)


def test_a_burst_of_typing_is_one_step_for_undo(controller):
    before = controller.state
    for end in range(1, 6):
        controller.read_sequence("1 0 1 1 0"[: 2 * end - 1])
    controller.undo()
    assert same(work(controller.state), work(before))
    assert not controller.session.can_undo
    controller.redo()
    assert controller.state.sequence.text == "1 0 1 1 0"


@pytest.mark.parametrize("playing", [False, True])
def test_a_beginning_gives_way_to_what_was_seen_before_when_the_text_turns_out_wrong(controller, watch, playing):
    controller.read_sequence("1 1 1 0")
    controller.to_end()
    controller.select(Key("H", 4, 1))
    if playing:
        controller.play()
    before = controller.state
    for typed in ("0", "0 1", "0 1 x", "0 1 xy"):
        fits = controller.read_sequence(typed).fits
        assert fits == ("x" not in typed)
        assert (controller.state.sequence is before.sequence) == (not fits)
    if not playing:
        assert (controller.state.position, controller.state.selection) == (before.position, before.selection)
    assert watch.seen[-1][0].sequence is before.sequence
    assert controller.read_sequence("0 1 0").fits  # corrected: a step of its own
    controller.undo()
    assert controller.state.sequence is before.sequence
    controller.undo()
    assert controller.state.sequence.text == "1 0 0 1 0 1 1 0"
    assert not controller.session.can_undo


def test_what_was_looked_at_for_a_while_stays_when_the_text_turns_out_wrong(controller, monkeypatch):
    monkeypatch.setattr("rnnviz.gui.control.controller.BURST", -1.0)  # each key comes after a pause
    controller.read_sequence("1 1 0")
    assert not controller.read_sequence("1 1 0 x").fits
    assert controller.state.sequence.text == "1 1 0"
    controller.undo()
    assert controller.state.sequence.text == "1 0 0 1 0 1 1 0"


CHANGES = {
    "cell": lambda c: c.set_network(cell="gru"),
    "units": lambda c: c.set_network(hidden=16),
    "seed": lambda c: c.set_network(seed=5),
    "other seed": lambda c: c.other_seed(),
    "reset": lambda c: c.reset(),
    "task": lambda c: c.set_task("sine"),
    "optimiser": lambda c: c.set_training(optimiser="sgd"),
    "rate": lambda c: c.set_training(rate=0.5),
    "clip": lambda c: c.set_training(clip=None),
    "batch": lambda c: c.set_training(batch=4),
    "sequence": lambda c: c.read_sequence("1 1 1"),
    "preset": lambda c: c.open_state(preset("parity-gru")),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_can_be_undone_and_redone(controller, until, name):
    before = work(controller.state)
    CHANGES[name](controller)
    after = work(controller.state)
    assert not same(before, after)
    until(answered(controller))
    controller.undo()
    assert same(work(controller.state), before)
    until(answered(controller))
    assert controller.snapshot.network is before["network"]
    controller.redo()
    assert same(work(controller.state), after)
    until(answered(controller))
    assert controller.snapshot.network is after["network"]


def test_activation_of_an_elman_network_can_be_undone(controller):
    controller.set_network(cell="elman")
    elman = work(controller.state)
    controller.set_network(activation="relu")
    assert controller.state.network.spec.activation == "relu"
    controller.undo()
    assert same(work(controller.state), elman)


def test_a_change_of_the_network_makes_the_untrained_one_of_its_seed(controller):
    controller.set_network(cell="elman", hidden=5)
    model = controller.state.network
    wanted = fresh(model.spec)
    assert model.updates == 0
    for name, array in wanted.parameters.items():
        np.testing.assert_array_equal(model.parameters[name], array)


def test_an_impossible_network_is_refused_and_nothing_changes(controller):
    said, before = [], controller.state
    controller.said.connect(lambda *words: said.append(words))
    controller.set_network(hidden=0)
    controller.set_training(rate=-1.0)
    assert controller.state is before
    assert [kind for kind, _ in said] == ["error", "error"]


@pytest.mark.parametrize("name", list(tasks))
def test_every_task_can_be_chosen(controller, until, name):
    controller.set_task("sine")
    controller.set_task(name)
    state = controller.state
    assert state.task.name == name
    assert (state.network.spec.inputs, state.network.spec.outputs) == (state.task.inputs, state.task.outputs)
    assert state.network.spec.output == state.task.readout
    until(answered(controller))


def test_learning_moves_the_weights_until_it_is_paused_and_undo_takes_all_of_it_back(controller, watch, until, spin):
    controller.reset()
    before = controller.state.network
    controller.toggle_training()
    assert controller.state.learning
    until(lambda: controller.state.network.updates > 50)
    assert controller.snapshot.history.updates[-1] > 0
    assert controller.snapshot.updates_per_second > 0
    controller.toggle_training()
    assert not controller.state.learning
    until(lambda: not controller.snapshot.training)
    learnt = controller.state.network
    spin(0.15)
    assert controller.state.network is learnt
    controller.undo()
    assert controller.state.network is before
    controller.redo()
    assert controller.state.network is learnt


def test_undo_while_learning_pauses_and_restores(controller, until, spin):
    before = controller.state.network
    controller.toggle_training()
    until(lambda: controller.state.network.updates > before.updates + 20)
    controller.undo()
    assert not controller.state.learning
    assert controller.state.network is before
    spin(0.2)
    assert controller.state.network is before
    assert controller.snapshot.network is before


def test_undo_right_after_train_restores_although_no_news_came_yet(controller, spin):
    before = controller.state.network
    controller.toggle_training()
    controller.undo()
    spin(0.2)
    assert controller.state.network is before
    assert controller.snapshot.network is before
    assert not controller.snapshot.training


def test_one_update_is_one_update(controller, until):
    controller.reset()
    for count in (1, 2, 3):
        controller.one_update()
        until(lambda count=count: controller.state.network.updates == count)
        assert not controller.state.learning
    controller.undo()
    assert controller.state.network.updates == 2


def test_another_rate_does_not_touch_the_weights(controller, until):
    controller.toggle_training()
    until(lambda: controller.state.network.updates > 2010)
    updates = controller.state.network.updates
    controller.set_training(rate=0.02)
    assert controller.state.learning
    until(lambda: controller.state.network.updates > updates + 10)


def test_typing_goes_on_while_the_network_learns(controller, until):
    controller.toggle_training()
    for text in ("1 1", "1 1 0", "1 1 0 1"):
        assert controller.read_sequence(text).fits
        until(answered(controller))
        assert controller.snapshot.trace["h"].shape[0] == len(controller.state.sequence)
    assert controller.state.learning


def test_divergence_pauses_and_the_last_finite_weights_stay(controller, until):
    said = []
    controller.said.connect(lambda *words: said.append(words) if words[1] else None)
    controller.open_state(fresh_state("worked-example", cell="elman", activation="linear"))
    controller.set_training(optimiser="sgd", rate=10.0, clip=None)
    controller.toggle_training()
    until(lambda: not controller.state.learning)
    assert len(said) == 1
    assert said[0][0] == "error"
    for array in controller.state.network.parameters.values():
        assert np.isfinite(array).all()
    controller.undo()
    controller.undo()
    assert controller.state.training.optimiser == "adam"


def test_playing_follows_the_clock_on_the_wall_and_ends_at_the_end(controller, until):
    controller.read_sequence("1 0")
    controller.set_speed(8.0)
    controller.play()
    assert controller.state.position == Position(1, 0, 0.0) or controller.state.position.t == 1
    seen = set()
    until(lambda: seen.add(controller.state.position) or not controller.state.playing)
    assert controller.state.position == end_of(2, controller.phases)
    assert len(seen) > 5


def test_playing_drops_what_it_is_late_for(qapp):
    """A second without a frame is a second further, not a second of frames to catch up with."""
    now = [100.0]
    controller = Controller(initial(), clock=lambda: now[0])
    controller.play()
    now[0] += clock_seconds(controller.phases) * 1.5
    controller.tick()
    assert controller.state.position.t == 3
    now[0] += clock_seconds(controller.phases) * 100
    controller.tick()
    assert controller.state.position == end_of(controller.steps, controller.phases)
    assert not controller.state.playing


def test_a_loop_begins_again(controller, until):
    controller.read_sequence("1 0")
    controller.set_loop(True)
    controller.set_speed(8.0)
    controller.play()
    until(lambda: controller.state.position.t == 2)
    until(lambda: controller.state.position.t == 1)
    assert controller.state.playing
    controller.pause()
    assert controller.state.position.progress == 1.0


def test_another_speed_does_not_move_the_playhead(qapp):
    now = [100.0]
    controller = Controller(initial(), clock=lambda: now[0])
    controller.play()
    now[0] += 1.0
    controller.tick()
    before = controller.state.position
    controller.set_speed(0.25)
    controller.tick()
    assert controller.state.position == replace(before, progress=pytest.approx(before.progress))
    now[0] += 0.4
    controller.tick()
    assert time_of(controller.state.position, controller.phases) == pytest.approx(
        time_of(before, controller.phases) + 0.1
    )


def test_stepping_goes_there_and_back_and_stops_playing(controller):
    controller.to_start()
    steps, count = controller.steps, len(controller.phases)
    controller.step_clock(1)
    assert controller.state.position == Position(2, count - 1, 1.0)
    controller.step_clock(-1)
    assert controller.state.position == Position(1, count - 1, 1.0)
    controller.step_phase(-1)
    assert controller.state.position == Position(1, count - 2, 1.0)
    controller.step_phase(1)
    controller.step_phase(1)
    assert controller.state.position == Position(2, 0, 1.0)
    controller.to_phase(3)
    assert controller.state.position == Position(2, 3, 1.0)
    controller.to_end()
    assert controller.state.position == Position(steps, count - 1, 1.0)
    controller.step_clock(1)
    assert controller.state.position == Position(steps, count - 1, 1.0)
    controller.play()
    controller.step_clock(1)
    assert not controller.state.playing


def test_stepping_is_no_step_for_undo(controller):
    controller.step_clock(1)
    controller.select(Key("H", 1, 0))
    controller.set_speed(2.0)
    assert not controller.session.can_undo


def test_reduced_motion_never_shows_a_phase_half_done(controller, watch, until):
    controller.reduced_motion = True
    controller.read_sequence("1 0")
    controller.set_speed(8.0)
    controller.play()
    until(lambda: not controller.state.playing)
    assert {state.position.progress for state, _, _ in watch.seen if state.position.t == 2} == {1.0}


def test_views_are_told_only_what_changed(controller, watch, until, spin):
    until(answered(controller))
    spin(0.15)
    watch.seen.clear()
    controller.step_clock(1)
    assert [changed for _, _, changed in watch.seen] == [{"position"}]
    watch.seen.clear()
    spin(0.2)
    assert watch.seen == []


def test_an_answer_to_an_older_question_is_dropped(controller, watch, until):
    controller.set_network(hidden=64)
    controller.read_sequence("1 0 " * 400)
    controller.read_sequence("1 0 1")
    until(answered(controller))
    for state, snapshot, _ in watch.seen:
        if snapshot is not None:
            assert snapshot.trace["x"].shape[0] == len(state.sequence)


def test_a_preset_takes_the_place_of_the_work_but_not_of_speed_and_loop(controller):
    controller.set_speed(4.0)
    controller.set_loop(True)
    controller.open_state(preset("parity-elman"))
    state = controller.state
    assert state.network.spec.cell == "elman"
    assert (state.speed, state.loop) == (4.0, True)
    assert state.position.phase < len(controller.phases)


def test_undo_comes_back_to_each_sequence_that_was_confirmed_and_to_no_beginning_of_one(controller):
    """Numbers begin with what parity reads as a bit: that beginning is on the stage for a moment, and no step."""
    for typed in ("1 0 0 1", "0.5 -1 2", "1,1; 1,1; 2,2"):
        reading = None
        for end in range(1, len(typed) + 1):
            reading = controller.read_sequence(typed[:end])
        if reading.fits:
            controller.end_typing()
        else:
            controller.accept(reading.sequence)
    seen = []
    for _ in range(3):
        seen.append(controller.state.sequence.text)
        controller.undo()
    assert seen == ["1,1; 1,1; 2,2", "0.5 -1 2", "1 0 0 1"]
    assert controller.state.sequence.text == "1 0 0 1 0 1 1 0"


@pytest.mark.parametrize("task", ["parity", "sine"])
def test_a_semicolon_parts_vectors_whatever_the_task_could_make_of_their_numbers(controller, task):
    controller.set_task(task)
    reading = controller.read_sequence("1,1; 1,1; 0,1")
    assert not reading.fits
    assert reading.offer == "worked-example"


def test_learning_that_stops_by_itself_says_so_and_can_go_on(controller, until):
    controller.open_state(fresh_state("parity", hidden=8, seed=1))
    controller.set_training(rate=0.02, training_set=4, batch=None, patience=60)
    said = []
    controller.said.connect(lambda kind, text: said.append((kind, text)))
    controller.toggle_training()
    until(lambda: not controller.state.learning, 20_000)
    (note,) = [text for kind, text in said if kind == "note"]
    until(lambda: not controller._link.waiting)
    until(answered(controller))
    best = controller.state.network.updates
    assert f"the weights of update {best}," in note
    controller.set_training(patience=None)
    controller.toggle_training()
    until(lambda: controller.state.network.updates > best)
    assert controller.state.learning
    controller.toggle_training()
    until(answered(controller))
    assert len([text for kind, text in said if kind == "note"]) == 1
