"""Folding and unrolling in the window: with key, button and menu, at any moment, whatever else is under way."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt

from rnnviz.figure.drawing import Circles, Lines
from rnnviz.figure.weight_matrix import Entry
from rnnviz.gui.dialogs.preferences import PreferencesDialog
from rnnviz.gui.dialogs.preferences import read as kept_preferences
from rnnviz.gui.views.rolling import Rolling
from rnnviz.session.files import load, save
from rnnviz.session.playback import Position, end_of
from rnnviz.session.state import Key


@pytest.fixture
def ready(window, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    window.controller.go_to(end_of(3, window.controller.phases))
    return window


def clocks_of(window):
    """The clocks whose neurons are on the stage."""
    drawing = window.timeline.stage.drawing
    batches = (batch for batch in (*drawing.static, *drawing.live) if isinstance(batch, Circles))
    return {key.t for batch in batches for key in batch.keys if key is not None}


def folded(window):
    return window.timeline.rolling.rolled == 1.0


def place_of(window, wanted):
    for batch in reversed(window.timeline.stage.drawing.live):
        if wanted in getattr(batch, "keys", ()):
            index = batch.keys.index(wanted)
            return QPoint(round(float(batch.x[index])), round(float(batch.y[index])))
    raise AssertionError(f"{wanted} is not on the stage")


def test_the_key_folds_and_unrolls(ready, qtbot, until):
    window = ready
    everything = clocks_of(window)
    assert len(everything) > 4
    qtbot.keyClick(window, Qt.Key.Key_F)
    assert window.controller.state.rolled
    assert window.actions_.roll.isChecked()
    assert window.transport.roll.isChecked()
    until(lambda: folded(window))
    assert clocks_of(window) == {3}
    assert window.timeline.axis.opened == range(0)
    qtbot.keyClick(window, Qt.Key.Key_F)
    until(lambda: window.timeline.rolling.rolled == 0.0)
    assert clocks_of(window) == everything
    assert not window.controller.session.can_undo


def test_it_can_be_turned_round_on_the_way(ready, until, spin):
    window, seen = ready, []
    window.timeline.rolling.moved.connect(seen.append)
    window.transport.roll.click()
    until(lambda: window.timeline.rolling.rolled > 0.2)
    window.transport.roll.click()
    turned = len(seen)
    until(lambda: not window.timeline.rolling.running)
    assert window.timeline.rolling.rolled == 0.0
    assert seen[:turned] == sorted(seen[:turned])
    assert seen[turned:] == sorted(seen[turned:], reverse=True)
    assert max(abs(a - b) for a, b in pairwise(seen)) < 0.9


def test_the_time_it_takes_follows_the_speed_and_the_way_that_is_left(qtbot):
    rolling = Rolling()
    rolling.go(True, 1.0, False)
    assert rolling._animation.duration() == 600
    rolling._moved(0.5)
    rolling.go(False, 2.0, False)
    assert rolling._animation.duration() == 150
    rolling.go(True, 0.25, True)
    assert rolling.rolled == 1.0
    assert not rolling.running


def test_with_reduced_motion_it_jumps(ready):
    ready.set_preferences(replace(ready.preferences, reduced_motion=True))
    ready.controller.roll(True)
    assert folded(ready)
    ready.controller.roll(False)
    assert ready.timeline.rolling.rolled == 0.0


def test_it_plays_while_it_is_folded_and_folds_while_it_plays(ready, until):
    window, controller, seen, now = ready, ready.controller, set(), [0.0]
    controller._clock = lambda: now[0]  # every frame is seen, however slow the machine is
    controller.set_loop(True)
    controller.to_start()
    controller.play()
    controller.roll(True)
    until(lambda: folded(window))
    for _ in range(100):
        now[0] += 0.3
        controller.tick()
        seen.add(controller.state.position.t)
        assert folded(window)
        assert clocks_of(window) == {controller.state.position.t}
    assert len(seen) == controller.steps


def test_it_learns_while_it_is_folded(ready, until):
    window, controller = ready, ready.controller
    controller.roll(True)
    until(lambda: folded(window))
    updates = controller.state.network.updates
    controller.toggle_training()
    until(lambda: controller.state.network.updates > updates)
    controller.roll(False)
    until(lambda: window.timeline.rolling.rolled == 0.0)
    controller.toggle_training()


def test_a_cell_opens_in_the_one_column_and_closes_to_the_folded_network(ready, qtbot, until):
    window, controller = ready, ready.controller
    controller.roll(True)
    until(lambda: folded(window))
    stage = window.timeline.stage
    qtbot.mouseDClick(stage, Qt.MouseButton.LeftButton, pos=place_of(window, Key("H", 3, 1)))
    assert controller.state.opened is not None
    until(lambda: not window.timeline.opening.running)
    assert window.timeline.axis.opened == range(3, 4)
    # What was beside it is veiled: nothing there can be pointed at, and the cell itself can.
    other = window.timeline.axis.x(2)
    top, bottom = stage.height() * 0.3, stage.height() * 0.7
    assert not [y for y in range(int(top), int(bottom)) if stage.key_at(other, y) is not None]
    qtbot.keyClick(stage, Qt.Key.Key_F)
    until(lambda: window.timeline.rolling.rolled == 0.0)
    assert [y for y in range(stage.height()) if stage.key_at(other, y) is not None]
    qtbot.keyClick(stage, Qt.Key.Key_F)
    qtbot.keyClick(stage, Qt.Key.Key_Escape)
    until(lambda: folded(window) and not window.timeline.opening.running)
    assert clocks_of(window) == {3}


def test_the_same_unit_stays_selected_as_the_playhead_goes_on(ready, qtbot, until):
    window, controller = ready, ready.controller
    controller.roll(True)
    until(lambda: folded(window))
    qtbot.mouseClick(window.timeline.stage, Qt.MouseButton.LeftButton, pos=place_of(window, Key("H", 3, 2)))
    assert controller.state.focus == Key("H", 3, 2)
    controller.step_clock(1)
    assert controller.state.focus == Key("H", 4, 2)
    assert "₄" in window.inspector.title.text()
    # The arrows go on from there.
    qtbot.keyClick(window.timeline.stage, Qt.Key.Key_Up)
    assert controller.state.selection == Key("H", 4, 1)
    qtbot.keyClick(window.timeline.stage, Qt.Key.Key_Right)
    assert (controller.state.focus, controller.state.position.t) == (Key("H", 5, 1), 5)
    assert "folded" in window.timeline.stage.summary()


def test_an_edge_is_told_of_and_not_chosen(ready, qtbot, until):
    window, stage = ready, ready.timeline.stage
    window.controller.roll(True)
    until(lambda: folded(window))
    x, h = place_of(window, Key("X", 3, 0)), place_of(window, Key("H", 3, 0))
    spots = [x + (h - x) * part for part in (0.4, 0.5, 0.6)]
    tips = [stage.tip(spot.x(), spot.y()) for spot in spots]
    assert any("weight_ih_l0 (12 × 2)" in tip and "all 8 clocks" in tip for tip in tips)
    assert all(stage.key_at(spot.x(), spot.y()) is None for spot in spots)


def test_another_network_and_another_sequence_while_folded(ready, until):
    window, controller = ready, ready.controller
    controller.roll(True)
    for change in ({"cell": "jordan"}, {"layers": 3}, {"cell": "feedforward"}, {"direction": "bidirectional"}):
        controller.set_network(**change)
        until(lambda: controller.fitting_snapshot is not None)
        assert folded(window)
        assert len(clocks_of(window)) == 1
    controller.read_sequence("1 0")
    until(lambda: controller.fitting_snapshot is not None)
    assert clocks_of(window) <= {1, 2}


@pytest.mark.parametrize("network", [{}, {"cell": "jordan"}, {"layers": 2, "direction": "bidirectional"}])
def test_a_single_clock_folds_and_unrolls(ready, until, network):
    window, controller = ready, ready.controller
    if network:
        controller.set_network(**network)
    controller.read_sequence("1")
    until(lambda: controller.fitting_snapshot is not None and clocks_of(window) == {1})
    for rolled in (True, False):
        controller.roll(rolled)
        seen = set()
        until(
            lambda rolled=rolled, seen=seen: seen.update(clocks_of(window)) or window.timeline.rolling.rolled == rolled
        )
        assert seen == clocks_of(window) == {1}
        window.grab()
        controller.step_phase(1)
        assert controller.state.position.t == 1


def test_a_touched_weight_lights_the_one_edge_that_stands_for_all(ready, until):
    window = ready
    window.controller.roll(True)
    until(lambda: folded(window))

    def lines():
        return sum(len(batch.x1) for batch in window.timeline.stage.drawing.live if isinstance(batch, Lines))

    before = lines()
    window.timeline.stage.set_shared(Entry("XH", "H", (0, False), 0, 1))
    assert lines() == before + 1


def test_the_direction_of_the_drawing_is_a_preference(ready, until, qtbot):
    window, stage = ready, ready.timeline.stage

    def spread():
        circles = [b for b in stage.drawing.live if isinstance(b, Circles)]
        places = {key: (b.x[k], b.y[k]) for b in circles for k, key in enumerate(b.keys) if key is not None}
        one, other = places[Key("H", 3, 0)], places[Key("H", 3, 2)]
        return abs(one[0] - other[0]), abs(one[1] - other[1])

    assert spread()[0] > 20
    assert spread()[1] == 0
    window.show_preferences()
    dialog = window.findChild(PreferencesDialog)
    dialog.direction.setCurrentIndex(1)
    dialog.direction.activated.emit(1)
    dialog.close()
    assert window.controller.state.sideways
    assert kept_preferences().sideways
    assert spread()[0] == 0
    assert spread()[1] > 20
    window.controller.roll(True)
    until(lambda: folded(window))
    assert clocks_of(window) == {3}
    assert spread()[1] > 20
    window.cells.open(Key("H", 3, 1))
    until(lambda: not window.timeline.opening.running)
    window.cells.close()
    until(lambda: not window.timeline.opening.running)
    window.set_preferences(replace(window.preferences, sideways=False))
    assert spread()[1] == 0


def test_the_window_closes_on_the_way(ready, until):
    ready.controller.roll(True)
    until(lambda: ready.timeline.rolling.running)
    ready.close()


def test_a_session_keeps_how_it_was_and_older_files_are_unrolled(ready, until, tmp_path):
    controller = ready.controller
    controller.roll(True)
    save(controller.state, tmp_path / "a.rnnviz")
    assert load(tmp_path / "a.rnnviz").rolled
    data = (tmp_path / "a.rnnviz").read_bytes()
    older = data.replace(b',\\"rolled\\":true', b"")
    assert older != data
    size = int.from_bytes(older[:8], "little") - (len(data) - len(older))
    (tmp_path / "b.rnnviz").write_bytes(size.to_bytes(8, "little") + older[8:])
    state = load(tmp_path / "b.rnnviz")
    assert not state.rolled
    controller.open_state(state)
    until(lambda: ready.timeline.rolling.rolled == 0.0)
    assert controller.state.position == Position(3, len(controller.phases) - 1, 1.0)
