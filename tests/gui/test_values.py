"""Numbers changed by hand in the window: dragged, typed, stepped, taken back, undone, let go of."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from test_cell_opening import place_of

from rnnviz.engine.evaluate import evaluate
from rnnviz.figure.drawing import Lines
from rnnviz.network.held import Spot
from rnnviz.session.files import load, save
from rnnviz.session.playback import end_of
from rnnviz.session.start import fresh_state
from rnnviz.session.state import Key

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ready(window, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    window.resize(1440, 900)
    until(lambda: window.timeline.width() > 800 and window.timeline.curves.plot is not None)
    window.controller.step_clock(4)
    return window


def whole(window):
    """What is on the stage equals an evaluation of the work alone."""
    state, snapshot = window.controller.state, window.controller.fitting_snapshot
    if snapshot is None or window.timeline.stage.scene.trace is not snapshot.trace:
        return False
    target, mask = state.task.target(state.sequence)
    alone = evaluate(state.network, state.task.encode(state.sequence), target, mask, held=state.held)
    return all(np.array_equal(array, alone.trace[name]) for name, array in snapshot.trace.items())


def drag(view, place, *ups, release=True):
    QTest.mousePress(view, LEFT, pos=place)
    for up in ups:
        event_place = place - QPoint(0, up)
        QApplication.sendEvent(view, _move(view, event_place))
    if release:
        QTest.mouseRelease(view, LEFT, pos=place - QPoint(0, ups[-1]))


def _move(view, place):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    return QMouseEvent(
        QEvent.Type.MouseMove, QPointF(place), QPointF(view.mapToGlobal(place)), Qt.MouseButton.NoButton, LEFT,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip


def test_a_gate_is_dragged_and_held_in_one_step_for_undo(ready, until):
    controller, stage, tracks = ready.controller, ready.timeline.stage, ready.timeline.tracks
    steps = len(controller.session._undo)
    place, old = place_of(ready, Key("f", 4, 1)) - QPoint(0, 5), stage.scene.value("f", 4, 1)  # of an almost empty bar
    plain = len(tracks.drawing.live)
    drag(stage, place, 10, 20, 40, release=False)
    assert stage._ghost is not None
    assert tracks._ghost is not None
    assert ready.timeline.curves._ghost is not None
    assert len(tracks.drawing.live) > plain
    assert stage.cursor().shape() == Qt.CursorShape.SizeVerCursor
    assert ready.inspector.value.old.text() == f"was {old:.3f}"
    assert ready.timeline.curves.plot._old["h"].isVisible()
    QTest.mouseRelease(stage, LEFT, pos=place - QPoint(0, 40))
    assert controller.state.held == {Spot("f", 4, 1): pytest.approx(old + 0.4, abs=1e-4)}
    assert controller.state.selection == Key("f", 4, 1)
    until(lambda: whole(ready))
    assert stage._ghost is None
    assert not ready.timeline.curves.plot._old["h"].isVisible()
    assert ready.inspector.value.old.text() == ""
    assert len(controller.session._undo) == steps + 1
    controller.undo()
    assert not controller.state.held
    until(lambda: whole(ready))
    controller.redo()
    assert controller.state.held[Spot("f", 4, 1)] == pytest.approx(old + 0.4, abs=1e-4)


def test_a_click_that_trembles_selects_and_changes_nothing(ready):
    steps = len(ready.controller.session._undo)
    drag(ready.timeline.stage, place_of(ready, Key("H", 3, 1)), 2, 3)
    assert ready.controller.state.selection == Key("H", 3, 1)
    assert not ready.controller.state.held
    assert len(ready.controller.session._undo) == steps


def test_escape_takes_a_drag_back(ready, until):
    stage, steps = ready.timeline.stage, len(ready.controller.session._undo)
    stage.setFocus()
    drag(stage, place_of(ready, Key("H", 3, 1)), 30, release=False)
    assert ready.controller.state.held
    QTest.keyClick(stage, Qt.Key.Key_Escape)
    assert not ready.controller.state.held
    assert len(ready.controller.session._undo) == steps
    assert stage._ghost is None
    until(lambda: whole(ready))


def test_a_bit_is_dragged_and_the_field_of_the_sequence_follows(ready, until):
    assert ready.controller.state.sequence.labels[1] == "0"
    drag(ready.timeline.stage, place_of(ready, Key("X", 2, 0)), 10, 25)
    assert ready.controller.state.sequence.labels[1] == "1"
    assert ready.panels.sequence.edit.toPlainText() == "1 1 0 1 0 1 1 0"
    until(lambda: whole(ready))
    ready.controller.undo()
    assert ready.panels.sequence.edit.toPlainText() == "1 0 0 1 0 1 1 0"


def test_the_first_memory_is_dragged_and_said_everywhere(ready, until):
    drag(ready.timeline.stage, place_of(ready, Key("M", 1, 2)), 50)
    assert ready.controller.state.held == {Spot("h", 0, 2): 0.5}
    until(lambda: whole(ready))
    assert ready.controller.fitting_snapshot.held
    assert "begins from a state set by hand" in ready.inspector.facts_shown()
    assert not ready.held_chip.isHidden()
    assert ready.held_chip.text() == "1 number held by hand"
    assert "set by hand" in ready.inspector.rows[0].line.substituted


def test_digits_type_the_selected_number_and_enter_keeps_it(ready, until):
    stage, field = ready.timeline.stage, ready.inspector.value
    ready.controller.select(Key("f", 4, 1))
    steps = len(ready.controller.session._undo)
    stage.setFocus()
    QTest.keyClick(stage, "0")
    assert field.edit.hasFocus()
    QTest.keyClicks(field.edit, ".25")
    assert ready.controller.state.held == {Spot("f", 4, 1): 0.25}
    assert ready.editor.under_way
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert not ready.editor.under_way
    assert stage.hasFocus()
    assert len(ready.controller.session._undo) == steps + 1
    until(lambda: whole(ready))
    assert "held by hand" in ready.inspector.rows[0].line.substituted
    assert "held by hand at 0.250" in ready.inspector.words.text()
    QTest.keyClick(stage, Qt.Key.Key_Delete)
    assert not ready.controller.state.held
    assert ready.held_chip.isHidden()


@pytest.mark.parametrize("text", ["", "nan", "abc", "1e400", "inf", "2", "-1", "0.5.5"])
def test_what_cannot_be_is_said_in_one_sentence_and_nothing_is_lost(ready, text):
    field, edit = ready.inspector.value, ready.inspector.value.edit
    ready.controller.select(Key("f", 4, 1))
    held = dict(ready.controller.state.held)
    ready.actions_.change.trigger()
    assert edit.hasFocus()
    edit.setText(text)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert not field.complaint.isHidden()
    assert field.complaint.text().endswith(".")
    assert dict(ready.controller.state.held) == held
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert field.complaint.isHidden()
    assert edit.text() == f"{ready.timeline.stage.scene.value('f', 4, 1):.4g}"
    assert ready.timeline.stage.hasFocus()


def test_ctrl_and_arrows_step_and_letting_go_ends_the_edit(ready):
    stage = ready.timeline.stage
    ready.controller.select(Key("o", 4, 0))
    stage.setFocus()
    old = stage.scene.value("o", 4, 0)
    for _ in range(3):
        QTest.keyPress(stage, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert ready.editor.under_way
    QTest.keyRelease(stage, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert not ready.editor.under_way
    assert ready.controller.state.held[Spot("o", 4, 0)] == pytest.approx(old - 0.3, abs=1e-3)
    assert len(ready.controller.session._undo) == 1


def test_a_gate_is_dragged_inside_an_open_cell(ready, until):
    ready.cells.open(Key("H", 3, 1))
    until(lambda: not ready.timeline.opening.running)
    stage = ready.timeline.stage
    old = stage.scene.value("i", 3, 1)
    drag(stage, place_of(ready, Key("i", 3, 1)), 30, release=False)
    assert stage.drawing.live
    QTest.mouseRelease(stage, LEFT)
    assert ready.controller.state.held == {Spot("i", 3, 1): pytest.approx(old + 0.3, abs=1e-4)}
    until(lambda: whole(ready))


def test_a_selected_cell_of_a_track_is_dragged_and_others_scrub(ready, until):
    tracks, axis = ready.timeline.tracks, ready.timeline.axis
    frame = next(b for b in tracks.drawing.live if getattr(b, "keys", ()) and b.keys[0] and b.keys[0].name == "c")
    index = frame.keys.index(Key("c", 3, 1))
    place = QPoint(round(float(frame.x[index] + 20)), round(float(frame.y[index] + frame.h[index] / 2)))
    drag(tracks, place, 20)
    assert not ready.controller.state.held
    assert ready.controller.state.position.t == 3
    QTest.mouseDClick(tracks, LEFT, pos=place)
    assert ready.controller.state.selection == Key("c", 3, 1)
    old = tracks.scene.value("c", 3, 1)
    drag(tracks, place, 20)
    held = ready.controller.state.held[Spot("c", 3, 1)]
    assert held == pytest.approx(old + 0.2 * max(1.0, abs(old)), abs=1e-3)
    until(lambda: whole(ready))
    QTest.mouseClick(tracks, LEFT, pos=place)
    assert ready.controller.state.position.t == 3
    assert axis.clock(place.x()) == 3


def test_release_all_and_the_list_of_what_is_held(ready):
    for key in (Key("f", 4, 1), Key("c", 2, 0), Key("M", 1, 1)):
        assert ready.editor.set_number(key, 0.5) == ""
        ready.editor.finish()
    ready.held_chip._fill()
    entries = [action.text() for action in ready.held_chip._menu.actions() if action.text()]
    assert entries == ["h₀, 2 = 0.500", "c₂, 1 = 0.500", "f₄, 2 = 0.500", "Release all"]
    ready.held_chip._choose(ready.held_chip._menu.actions()[2])
    assert ready.controller.state.selection == Key("f", 4, 1)
    ready.actions_.release_all.trigger()
    assert not ready.controller.state.held
    ready.controller.undo()
    assert len(ready.controller.state.held) == 3


def test_learning_goes_on_while_something_is_held_and_keeps_it(ready, until):
    ready.editor.set_number(Key("f", 4, 1), 0.5)
    ready.editor.finish()
    ready.controller.toggle_training()
    until(lambda: ready.controller.state.network.updates > 2000)
    assert ready.controller.state.learning
    assert ready.controller.state.held == {Spot("f", 4, 1): 0.5}
    ready.controller.toggle_training()
    until(lambda: ready.controller.fitting_snapshot is not None and whole(ready))


def test_another_network_or_a_shorter_sequence_keeps_what_still_exists(ready, until):
    for key in (Key("f", 8, 1), Key("H", 2, 0)):
        ready.editor.set_number(key, 0.5)
        ready.editor.finish()
    ready.panels.sequence.edit.setPlainText("1 0 0")
    assert set(ready.controller.state.held) == {Spot("h", 2, 0)}
    ready.controller.undo()
    assert set(ready.controller.state.held) == {Spot("h", 2, 0), Spot("f", 8, 1)}
    ready.controller.set_network(cell="gru")
    assert set(ready.controller.state.held) == {Spot("h", 2, 0)}
    until(lambda: whole(ready))


def test_a_session_brings_back_what_was_held(ready, tmp_path, until):
    ready.editor.set_number(Key("f", 4, 1), 0.5)
    ready.editor.finish()
    save(ready.controller.state, tmp_path / "a.rnnviz")
    ready.controller.open_state(fresh_state("parity", "gru"))
    assert not ready.controller.state.held
    ready.controller.open_state(load(tmp_path / "a.rnnviz"))
    assert ready.controller.state.held == {Spot("f", 4, 1): 0.5}
    until(lambda: whole(ready))


def test_other_symbols_are_chosen_in_a_list(window, until):
    window.controller.open_state(fresh_state("next-character"))
    until(lambda: window.controller.fitting_snapshot is not None)
    state = window.controller.state
    window.controller.select(Key("X", 2, 0))
    field = window.inspector.value
    assert not field.choice.isHidden()
    assert field.edit.isHidden()
    assert field.choice.currentText() == state.sequence.labels[1]
    other = next(k for k in range(field.choice.count()) if field.choice.itemText(k) != state.sequence.labels[1])
    field.choice.setCurrentIndex(other)
    field.choice.activated.emit(other)
    assert window.controller.state.sequence.labels[1] == field.choice.itemText(other)
    assert not window.editor.under_way
    window.controller.undo()
    assert window.controller.state.sequence.labels == state.sequence.labels


def test_the_first_c_is_typed_beside_the_first_h(ready, until):
    ready.controller.select(Key("M", 1, 0))
    field = ready.inspector.value
    assert not field.cell_edit.isHidden()
    field.cell_edit.setFocus()
    field.cell_edit.selectAll()
    QTest.keyClicks(field.cell_edit, "-0.5")
    QTest.keyClick(field.cell_edit, Qt.Key.Key_Return)
    assert ready.controller.state.held == {Spot("c", 0, 0): -0.5}
    until(lambda: whole(ready))
    assert field.release.isVisible()
    QTest.mouseClick(field.release, LEFT)
    assert field.release.isHidden()  # nothing is held any more
    assert not ready.controller.state.held


def test_under_the_mouse_a_number_shows_that_it_can_be_dragged(ready):
    stage = ready.timeline.stage
    place = place_of(ready, Key("H", 3, 1))
    QTest.mouseMove(stage, place)
    stage.mouseMoveEvent(_hover(stage, place))
    assert stage.cursor().shape() == Qt.CursorShape.SizeVerCursor
    assert "Drag up or down" in stage.tip(place.x(), place.y())
    cue = [batch for batch in stage.drawing.live if isinstance(batch, Lines) and len(batch.x1) == 4]
    assert cue
    assert "Drag" not in stage.tip(*_xy(place_of(ready, Key("S", 3, 0))))


def _hover(view, place):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    none = Qt.MouseButton.NoButton
    return QMouseEvent(
        QEvent.Type.MouseMove, QPointF(place), QPointF(view.mapToGlobal(place)), none, none,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip


def _xy(place):
    return place.x(), place.y()


def test_enter_without_a_change_holds_nothing(ready):
    ready.controller.select(Key("f", 4, 1))
    ready.actions_.change.trigger()
    QTest.keyClick(ready.inspector.value.edit, Qt.Key.Key_Return)
    assert not ready.controller.state.held
    assert ready.timeline.stage.hasFocus()


def test_many_edits_are_undone_and_done_again_one_by_one(ready, until):
    """Whatever is changed: every undo gives the work of before, bit by bit, and every redo that of after."""
    rng, controller = np.random.default_rng(0), ready.controller
    spec, works = controller.state.network.spec, [controller.state]
    for _ in range(12):
        kind, t, unit = rng.integers(4), int(rng.integers(1, 9)), int(rng.integers(3))
        if kind == 0:
            ready.editor.change("weight_hh_l0", (int(rng.integers(12)), unit), float(rng.normal()))
        elif kind == 1:
            ready.editor.set_symbol(t, "10"[int(controller.state.sequence.labels[t - 1])])
        elif kind == 2:
            ready.editor.set_number(Key("M", 1, unit), float(rng.normal()))
        else:
            ready.editor.set_number(Key("fiogc"[int(rng.integers(5))], t, unit), float(rng.random()))
        for _ in range(2):  # what goes on before it is let go is no step of its own
            ready.editor.set_number(Key("H", t, unit), float(rng.random()))
        ready.editor.finish()
        works.append(controller.state)
    assert controller.state.network.spec == spec
    for state in reversed(works[:-1]):
        controller.undo()
        assert same_work(controller.state, state)
    assert not controller.session.can_undo
    for state in works[1:]:
        controller.redo()
        assert same_work(controller.state, state)
    until(lambda: whole(ready))


def same_work(one, other):
    parameters = one.network.parameters
    return (
        dict(one.held) == dict(other.held)
        and one.sequence.labels == other.sequence.labels
        and all(np.array_equal(array, other.network.parameters[name]) for name, array in parameters.items())
    )


@pytest.fixture
def jordan(ready, until):
    ready.controller.set_network(cell="jordan")
    until(lambda: ready.controller.fitting_snapshot is not None)
    ready.controller.look(end_of(6, ready.controller.phases))
    return ready


def test_the_answer_that_a_jordan_network_remembers_is_dragged_and_all_later_clocks_follow(jordan, until, tmp_path):
    controller, stage = jordan.controller, jordan.timeline.stage
    before, steps = controller.fitting_snapshot.trace, len(controller.session._undo)
    drag(stage, place_of(jordan, Key("S", 3, 0)), 20, 40, release=False)
    old = float(before["s"][2, 0])
    assert controller.state.held == {Spot("s", 3, 0): pytest.approx(old + 0.4, abs=1e-4)}
    assert stage._ghost is not None
    QTest.mouseRelease(stage, LEFT, pos=place_of(jordan, Key("S", 3, 0)))
    until(lambda: whole(jordan))
    after = controller.fitting_snapshot.trace
    for name in ("h", "s"):
        np.testing.assert_array_equal(after[name][:2], before[name][:2])
        assert (after[name][3:] != before[name][3:]).any(axis=1).all()
    np.testing.assert_array_equal(after["h"][2], before["h"][2])
    assert after["s"][2, 1] == before["s"][2, 1]
    assert stage.scene.value("M", 4, 0) == after["s"][2, 0]
    assert controller.state.selection == Key("S", 3, 0)
    assert "held by hand" in jordan.inspector.words.text()
    assert len(controller.session._undo) == steps + 1
    save(controller.state, tmp_path / "held.rnnviz")
    assert dict(load(tmp_path / "held.rnnviz").held) == dict(controller.state.held)
    controller.undo()
    assert not controller.state.held
    until(lambda: whole(jordan))
    for name, array in controller.fitting_snapshot.trace.items():
        np.testing.assert_array_equal(array, before[name])


def test_the_memory_of_a_jordan_network_is_typed_as_the_answer_that_it_copies(jordan, until):
    controller, field = jordan.controller, jordan.inspector.value
    controller.select(Key("M", 5, 1))
    assert field.name.text() == "s₄"
    jordan.timeline.stage.setFocus()
    QTest.keyClick(jordan.timeline.stage, "0")
    QTest.keyClicks(field.edit, ".75")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert controller.state.held == {Spot("s", 4, 1): 0.75}
    until(lambda: whole(jordan))
    QTest.keyClick(jordan.timeline.stage, Qt.Key.Key_2)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert "between 0 and 1" in field.complaint.text()
    assert controller.state.held == {Spot("s", 4, 1): 0.75}
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    jordan.held_chip._fill()
    jordan.held_chip._menu.actions()[0].trigger()
    assert controller.state.selection == Key("S", 4, 1)
    QTest.keyClick(jordan.timeline.stage, Qt.Key.Key_Delete)
    assert not controller.state.held


def test_an_answer_that_is_read_as_the_next_input_is_dragged_there(ready, until):
    controller, stage = ready.controller, ready.timeline.stage
    controller.set_network(scenario="one-to-many")
    until(lambda: controller.fitting_snapshot is not None)
    controller.look(end_of(6, controller.phases))
    drag(stage, place_of(ready, Key("X", 4, 1)), 30)
    assert [*controller.state.held] == [Spot("s", 3, 1)]
    until(lambda: whole(ready))
    assert stage.scene.value("X", 4, 1) == stage.scene.value("S", 3, 1) == next(iter(controller.state.held.values()))
