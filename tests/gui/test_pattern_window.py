"""The window of a network of patterns: drawing, storing, recalling, learning, undo, files and films."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from rnnviz.energy.attractors import attractor_of
from rnnviz.errors import InputError
from rnnviz.figure.palette import DARK, LIGHT
from rnnviz.figure.patterns.stage import parts
from rnnviz.figure.patterns.units import places
from rnnviz.gui import application
from rnnviz.gui.patterns.window import PatternWindow
from rnnviz.session import files
from rnnviz.session.pattern_files import load, pattern_preset, save
from rnnviz.session.patterns import run_of
from rnnviz.session.playback import Position
from rnnviz.session.start import initial
from rnnviz.session.state import Key


@pytest.fixture
def opened(qtbot):
    """Opens windows of patterns, and sees to it that closing leaves nothing."""
    application.prepare(QApplication.instance())
    made = []

    def open_one(name="hopfield-figures"):
        window = PatternWindow(pattern_preset(name), LIGHT)
        gone = []
        window.destroyed.connect(lambda: gone.append(True))
        made.append((window, gone))
        window.show()
        window.controller.start()
        qtbot.waitExposed(window)
        return window

    yield open_one
    for window, gone in made:
        window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        assert gone, "the window lives on after it was closed"


@pytest.fixture
def hopfield(opened):
    return opened()


@pytest.fixture
def machine(opened):
    return opened("boltzmann-xor")


def test_every_key_of_the_window_does_something_and_is_in_a_menu(hopfield):
    found, menus = set(), [action.menu() for action in hopfield.menus.actions()]
    while menus:
        for action in menus.pop().actions():
            if isinstance(action.menu(), QMenu):
                menus.append(action.menu())
            elif not action.isSeparator():
                found.add(action)
    assert {action for action in hopfield.actions() if action.text()} <= found
    keys = [key.toString() for action in hopfield.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys)) > 20


def test_it_opens_on_the_corrupted_pattern_with_the_timeline_at_its_start(hopfield):
    state = hopfield.controller.state
    assert state.position == Position(1)
    assert hopfield.transport.clock.text() == "t = 1 / 129"
    assert hopfield.windowTitle() == "Hopfield network · 64 units · 4 patterns by Hebb · seed 3[*]"
    assert hopfield.timeline.scene.run is run_of(state)


@pytest.mark.parametrize(
    ("key", "t"),
    [(Qt.Key.Key_Right, 6), (Qt.Key.Key_Left, 4), (Qt.Key.Key_Home, 1), (Qt.Key.Key_End, 129)],
)
def test_one_clock_on_and_back(hopfield, qtbot, key, t):
    hopfield.controller.go_to(Position(5))
    qtbot.keyClick(hopfield.timeline, key)
    assert hopfield.controller.state.position == Position(t)
    shown = hopfield.timeline.stage.drawing
    assert shown is not None
    assert hopfield.transport.clock.text() == f"t = {t} / 129"


def test_playing_ends_at_the_fixed_point_and_begins_again(hopfield, until):
    controller = hopfield.controller
    controller.set_speed(8.0)
    controller.go_to(Position(125))
    hopfield.actions_.shared.play.trigger()
    assert controller.state.playing
    until(lambda: not controller.state.playing)
    assert controller.state.position == Position(129)
    controller.play()
    assert controller.state.position.t <= 2


def test_playing_loops(hopfield, until):
    controller = hopfield.controller
    controller.set_loop(True)
    controller.set_speed(8.0)
    controller.go_to(Position(127))
    controller.play()
    until(lambda: controller.state.position.t < 60)
    assert controller.state.playing


def test_the_playhead_is_dragged_along_the_tracks(hopfield, qtbot):
    tracks = hopfield.timeline.tracks
    x = tracks.axis.x(40)
    qtbot.mouseClick(tracks, Qt.MouseButton.LeftButton, pos=QPointF(x, 40).toPoint())
    assert hopfield.controller.state.position == Position(40)


def cell(editor, row, column):
    left, top, side = editor._cell()
    return QPointF(left + (column + 0.5) * side, top + (row + 0.5) * side).toPoint()


def test_a_stroke_paints_its_pixels_alike_and_is_one_step_for_undo(hopfield, qtbot):
    editor, controller = hopfield.panels.editor, hopfield.controller
    before = controller.state.drawn.pixels
    assert not before[0, 0]
    assert before[0, 3]
    qtbot.mousePress(editor, Qt.MouseButton.LeftButton, pos=cell(editor, 0, 0))
    for column in (1, 2, 3):
        qtbot.mouseMove(editor, cell(editor, 0, column))
    qtbot.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=cell(editor, 0, 3))
    assert controller.state.drawn.pixels[0, :4].all()
    assert (controller.state.drawn.pixels[1:] == before[1:]).all()
    controller.undo()
    assert (controller.state.drawn.pixels == before).all()


def test_a_fast_stroke_has_no_gaps(hopfield, qtbot):
    editor, controller = hopfield.panels.editor, hopfield.controller
    before = controller.state.drawn.pixels
    qtbot.mousePress(editor, Qt.MouseButton.LeftButton, pos=cell(editor, 0, 0))
    qtbot.mouseMove(editor, cell(editor, 6, 6))
    qtbot.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=cell(editor, 6, 6))
    expected = before.copy()
    expected[np.arange(7), np.arange(7)] = not before[0, 0]
    assert (controller.state.drawn.pixels == expected).all()
    controller.undo()
    assert (controller.state.drawn.pixels == before).all()


def test_the_keyboard_draws_and_does_not_play(hopfield, qtbot):
    editor, controller = hopfield.panels.editor, hopfield.controller
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    start = controller.state.drawn.pixels
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    qtbot.keyClick(editor, Qt.Key.Key_Space)
    assert editor.cursor_at == (1, 1)
    assert controller.state.drawn.pixels[1, 1] != start[1, 1]
    assert not controller.state.playing
    qtbot.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert controller.state.drawn.pixels[1, 2] == controller.state.drawn.pixels[1, 1]
    assert "row 2, column 3" in editor.accessibleDescription()


def test_a_stored_pattern_is_recalled_and_can_be_removed(hopfield, qtbot):
    controller, panels = hopfield.controller, hopfield.panels
    controller.clear()
    rng = np.random.default_rng(4)
    controller.draw(rng.random((8, 8)) < 0.5)
    panels.name.setText("noise")
    assert hopfield.actions_.store.isEnabled()
    qtbot.mouseClick(panels.store, Qt.MouseButton.LeftButton)
    state = controller.state
    assert [p.name for p in state.patterns][-1] == "noise"
    assert not hopfield.actions_.store.isEnabled()
    assert attractor_of(state.machine, run_of(state).states[-1]).of == (4,)
    qtbot.mouseClick(panels.remove, Qt.MouseButton.LeftButton)
    assert len(controller.state.patterns) == 4
    controller.undo()
    assert len(controller.state.patterns) == 5


def test_the_same_pattern_is_not_stored_twice(hopfield):
    hopfield.controller.store()
    assert hopfield.messages.text == "This pattern is stored already, as “house”."
    assert len(hopfield.controller.state.patterns) == 4


def test_a_stored_pattern_is_clicked_to_begin_from_it(hopfield, qtbot):
    stage = hopfield.timeline.stage
    frame = parts(hopfield.timeline.scene, stage.width(), stage.height()).memory
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=QPointF(frame.x + 20, frame.y + 100).toPoint())
    assert hopfield.controller.state.drawn.name == "face"
    assert hopfield.panels.name.text() == "face"


def test_a_clicked_unit_shows_its_weights_until_esc(hopfield, qtbot):
    stage = hopfield.timeline.stage
    frame = parts(hopfield.timeline.scene, stage.width(), stage.height()).state
    at = places(hopfield.timeline.scene, frame)
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=QPointF(at.x[10], at.y[10]).toPoint())
    assert hopfield.controller.state.selection == Key("unit", 1, 10)
    qtbot.keyClick(hopfield.timeline, Qt.Key.Key_Escape)
    assert hopfield.controller.state.selection is None


def test_the_slider_corrupts_more_of_the_same_pixels(hopfield):
    panels, controller = hopfield.panels, hopfield.controller
    panels.corruption.setValue(10)
    few = panels.editor.turned.copy()
    panels.corruption.setValue(40)
    assert few.sum() == 6
    assert panels.editor.turned.sum() == 26
    assert (panels.editor.turned | few == panels.editor.turned).all()
    assert panels.share.text() == "26 of 64 pixels turned"
    controller.undo()
    assert panels.corruption.value() == 10


def test_rules_units_and_updates_are_chosen(hopfield):
    controller = hopfield.controller
    for change in ({"rule": "storkey"}, {"values": "binary"}, {"update": "synchronous"}, {"seed": 5}):
        controller.set_spec(**change)
        assert replace(controller.state.spec, **change) == controller.state.spec
        assert attractor_of(controller.state.machine, run_of(controller.state).states[-1]).kind == "stored"
    assert controller.steps < 6
    for _ in range(4):
        controller.undo()
    assert controller.state.spec == pattern_preset("hopfield-figures").spec


def test_another_size_keeps_what_fits_of_the_patterns(hopfield):
    controller = hopfield.controller
    before = controller.state.patterns[0].pixels
    controller.set_spec(rows=9, columns=7)
    pixels = controller.state.patterns[0].pixels
    assert pixels.shape == (9, 7)
    assert (pixels[:8] == before[:, :7]).all()
    assert controller.state.machine.units == 63


def test_an_impossible_option_is_one_sentence(opened):
    window = opened("restricted-bars")
    before = window.controller.state
    window.controller.set_spec(hidden=0)
    assert "needs hidden units" in window.messages.text
    assert window.controller.state is before


def test_a_machine_learns_while_it_is_watched_and_stops(machine, until):
    controller = machine.controller
    controller.reset()
    assert controller.state.updates == 0
    first = controller.state.machine
    machine.actions_.shared.train.trigger()
    until(lambda: controller.state.updates > 20)
    machine.actions_.shared.train.trigger()
    assert not controller.state.learning
    assert controller.state.machine is not first
    assert "updates · log\N{NON-BREAKING HYPHEN}likelihood\xa0" in machine.panels.status.text()
    updates = controller.state.updates
    controller.one_update()
    until(lambda: not controller.state.learning)
    assert controller.state.updates == updates + 1
    controller.undo()
    assert controller.state.updates == updates
    controller.undo()
    assert controller.state.machine is first


def test_options_of_learning_are_taken_up_at_once(machine, until):
    controller = machine.controller
    controller.toggle_training()
    until(lambda: controller.state.updates > 800)
    controller.set_training(rate=0.05)
    assert controller.state.learning
    updates = controller.state.updates
    until(lambda: controller.state.updates > updates)
    controller.reset()
    assert not controller.state.learning
    assert controller.state.updates == 0


def test_too_many_units_for_the_exact_gradient_are_one_sentence(opened, until):
    window = opened("restricted-bars")
    window.controller.set_spec(hidden=14)
    window.controller.set_training(method="exact")
    window.controller.toggle_training()
    until(lambda: not window.controller.state.learning)
    assert "use at most 12 units" in window.messages.text
    assert window.controller.state.updates == 0


def test_without_patterns_nothing_can_be_learnt(machine):
    for index in range(4):
        machine.controller.begin_from(0)
        machine.controller.remove()
        assert len(machine.controller.state.patterns) == 3 - index
    machine.controller.toggle_training()
    assert not machine.controller.state.learning
    assert "no pattern to learn" in machine.messages.text
    machine.show_comparison()
    assert machine.experiment is None


def test_temperature_and_annealing_change_the_path(machine):
    controller = machine.controller
    before = run_of(controller.state)
    controller.set_annealing(start=5.0)
    controller.set_annealing(schedule="geometric")
    after = run_of(controller.state)
    assert after.temperatures[0] == 5.0
    assert after.temperatures[-1] == pytest.approx(0.1)
    assert (after.states != before.states).any()
    controller.set_annealing(start=-1.0)
    assert "Temperature" in machine.messages.text


def test_the_capacity_experiment_grows_and_ends_with_its_window(hopfield, until):
    hopfield.show_capacity()
    dialog = hopfield.experiment
    until(lambda: len(dialog.measured) >= 2, timeout=20000)
    assert dialog.view.drawing.live
    thread = dialog.job
    dialog.close()
    assert hopfield.experiment is None
    assert not thread.running


def test_cd_and_exact_learning_are_compared(machine, until):
    machine.show_comparison()
    dialog = machine.experiment
    dialog.form.edited.emit("updates", 20)
    until(lambda: not dialog.job.running, timeout=20000)
    assert [point.update for point in dialog.measured] == list(range(21))
    assert dialog.view.drawing.live
    dialog.look()
    assert dialog.result.text() == "Done."


def test_the_wheel_goes_along_the_time_and_with_ctrl_widens_the_columns(hopfield):
    timeline = hopfield.timeline
    whole = timeline.axis
    assert not timeline.bar.isVisible()

    def wheel(delta, key=Qt.KeyboardModifier.NoModifier):
        place = timeline.tracks.mapTo(hopfield, QPoint(400, 20))
        QTest.wheelEvent(hopfield.windowHandle(), QPointF(place), QPoint(0, delta), QPoint(), key)
        QApplication.processEvents()
        return timeline.axis

    wide = wheel(480, Qt.KeyboardModifier.ControlModifier)
    assert wide.column > 2 * whole.column
    assert timeline.bar.isVisible()
    hopfield.actions_.shared.zoom_fit.trigger()
    for _ in range(5):
        hopfield.actions_.shared.zoom_in.trigger()
    assert timeline.axis.offset < timeline.axis.column  # about the playhead, which is at the beginning
    further = wheel(-120).offset
    assert further > 0
    assert wheel(-120, Qt.KeyboardModifier.ShiftModifier).offset > 2 * further
    timeline.bar.setValue(0)
    assert timeline.axis.offset == timeline.tracks.axis.offset == 0


def test_a_session_is_saved_and_opened(hopfield, tmp_path):
    path = tmp_path / "mine.rnnviz"
    hopfield.controller.go_to(Position(7))
    hopfield.files.save_to(path)
    assert hopfield.messages.text == f"Saved as {path}."
    assert load(path).position == Position(7)
    hopfield.files.save_to(tmp_path / "no such folder" / "a.rnnviz")
    assert hopfield.messages.kind == "error"
    assert hopfield.files.path == path


def test_the_export_window_films_it(hopfield, tmp_path, until):
    hopfield.show_export()
    dialog = hopfield.export_dialog
    assert dialog.path.text().endswith("hopfield.gif")
    dialog.path.setText(str(tmp_path / "film.gif"))
    dialog._take(width=320, height=240, fps=10, speed=8.0, last=5, hold=0.1)
    dialog.begin()
    until(lambda: not dialog.running, timeout=20000)
    assert dialog.problem.text() == ""
    assert (tmp_path / "film.gif").stat().st_size > 1000


@pytest.mark.parametrize("name", ["hopfield-figures", "boltzmann-xor", "restricted-bars"])
@pytest.mark.parametrize("size", [(1024, 700), (1280, 720), (1920, 1080)])
def test_every_control_has_a_name_and_room(opened, name, size):
    window = opened(name)
    window.resize(*size)
    QApplication.processEvents()
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
            continue
        if widget.isVisibleTo(window) and not widget.objectName().startswith("qt_"):
            assert widget.accessibleName() or widget.text(), widget
            if isinstance(widget, QToolButton | QPushButton) and not widget.property("square"):
                words = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
                assert widget.width() >= words + 12 or widget is window.transport.play, widget.text()
    assert window.panels.widget().width() <= window.panels.viewport().width()


def test_main_window_opens_them_beside_itself_and_they_follow_its_theme(window, tmp_path, qtbot, until):
    window.actions_.new_hopfield.trigger()
    window.actions_.new_boltzmann.trigger()
    (hopfield, machine) = window.patterns.open_ones
    assert machine.controller.state.spec.kind == "boltzmann"
    hopfield.actions_.shared.theme.trigger()
    assert window.theme is DARK is hopfield.theme is machine.theme
    path = tmp_path / "patterns.rnnviz"
    hopfield.files.save_to(path)
    window.files.open(path)
    assert len(window.patterns.open_ones) == 3
    assert window.patterns.open_ones[-1].files.path == path
    network = tmp_path / "network.rnnviz"
    files.save(initial(), network)
    hopfield.wanted.emit("open", str(network))
    assert window.files.path == network
    machine.close()
    assert len(window.patterns.open_ones) == 2
    hopfield.actions_.shared.keyboard.trigger()
    assert window.help_window.page == "keyboard"
    hopfield.actions_.shared.guide.trigger()
    assert window.help_window.page == "patterns"
    path.write_bytes(path.read_bytes()[:-40])
    window.files.open(path)
    assert window.messages.kind == "error"
    window.close()
    assert not window.patterns.open_ones


def at_unit(window, unit):
    """The middle of a unit on the stage, in pixels of the widget."""
    stage = window.timeline.stage
    at = places(stage.scene, parts(stage.scene, stage.width(), stage.height()).state)
    return QPoint(round(at.x[unit]), round(at.y[unit]))


def test_units_are_chosen_and_clamped_with_keys_and_let_go_again(opened, qtbot):
    window = opened("boltzmann-xor")
    controller, stage, hint = window.controller, window.timeline.stage, window.panels.clamped
    nothing = hint.text()
    with qtbot.waitActive(window):
        window.activateWindow()
    stage.setFocus()
    for unit, key in ((0, "1"), (1, None), (2, None), (3, "0")):
        qtbot.keyClick(stage, Qt.Key.Key_Down)
        assert controller.state.selection.unit == unit
        if key is not None:
            qtbot.keyClick(stage, key)
    assert controller.state.clamped == ((0, 1), (3, 0))
    states = run_of(controller.state).states
    assert (states[:, [0, 3]] == [1, 0]).all()
    assert states[:, 1].min() < states[:, 1].max()
    assert window.panels.clamped.text().startswith("2 of 5")
    clamped = hint.text()
    # One line, so that it is whole where the panel ends in a small window.
    assert max(map(hint.fontMetrics().horizontalAdvance, (nothing, clamped))) <= hint.width()
    qtbot.keyClick(stage, "f")
    assert controller.state.clamped == ((0, 1),)
    controller.undo()
    assert controller.state.clamped == ((0, 1), (3, 0))
    window.actions_.free_all.trigger()
    assert controller.state.clamped == ()


def test_the_other_button_asks_what_to_do_with_the_unit_below_it(opened):
    window = opened("boltzmann-xor")
    stage, menus = window.timeline.stage, []
    window.actions_.clamp_menu.aboutToShow.connect(lambda: menus.append(True))
    for place in (at_unit(window, 1), QPoint(stage.width() // 2, 5)):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, stage.mapToGlobal(place))
        QApplication.sendEvent(stage, event)
    assert menus == [True]
    window.actions_.clamp_menu.hide()
    assert window.controller.state.selection.unit == 1
    window.actions_.at_one.trigger()
    assert window.controller.state.clamped == ((1, 1),)


def test_clamped_pixels_let_the_hidden_units_be_sampled_and_are_saved(opened, tmp_path):
    window = opened("restricted-bars")
    controller = window.controller
    window.actions_.clamp_pixels.trigger()
    state = controller.state
    states = run_of(state).states
    assert (states[:, :16] == state.drawn.pixels.ravel()).all()
    assert states[5:, 16:].min() < states[5:, 16:].max()
    window.files.save_to(tmp_path / "kept.rnnviz")
    assert load(tmp_path / "kept.rnnviz").clamped == state.clamped
    controller.set_spec(hidden=3)
    assert controller.state.clamped == ()


def test_not_every_unit_can_be_clamped_and_one_must_be_selected(opened):
    window = opened("boltzmann-cooling")
    window.actions_.at_one.trigger()
    assert "No unit is selected" in window.messages.text
    for unit in range(8):
        window.controller.select(Key("unit", 1, unit))
        window.actions_.at_zero.trigger()
    assert "leave at least one free" in window.messages.text
    assert len(window.controller.state.clamped) == 7


def test_a_file_that_clamps_what_there_is_not_is_refused(opened, tmp_path):
    state = pattern_preset("boltzmann-xor")
    for clamps in (((9, 1),), ((1, 1), (1, 0)), ((0, 2),), tuple((unit, 0) for unit in range(5))):
        save(replace(state, clamped=clamps), tmp_path / "bad.rnnviz")
        with pytest.raises(InputError, match=r"[Cc]lamped"):
            load(tmp_path / "bad.rnnviz")


def test_the_matrix_is_shown_and_a_weight_selects_its_unit(hopfield):
    hopfield.actions_.matrix.trigger()
    stage = hopfield.timeline.stage
    (image,) = [b for b in stage.drawing.live if getattr(b, "name", "") == "weight"]
    stage.selected.emit(stage.key_at(image.x + 2, image.y + image.h - 2))
    assert hopfield.controller.state.selection.unit == 63
    hopfield.actions_.matrix.trigger()
    assert not hopfield.controller.state.matrix


def test_the_title_says_as_much_as_fits_and_nothing_is_cut(opened):
    window = opened("restricted-bars")
    for width in (1024, 1280, 1920):
        window.resize(width, 720)
        QApplication.processEvents()
        label = window.title
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
        assert label.text().startswith("Restricted Boltzmann machine")
    assert label.text() == window.windowTitle().removesuffix("[*]") == label.toolTip()


def test_a_sweep_can_be_a_clock_of_a_hopfield_network(hopfield):
    clocks = hopfield.controller.steps
    hopfield.controller.set_spec(clock="sweep")
    assert hopfield.controller.steps == 1 + (clocks - 1) // 64
    hopfield.controller.step_clock(1)
    assert "every unit once, one after the other" in hopfield.timeline.stage.accessibleDescription()
    form = hopfield.panels.networks["hopfield"]
    assert form.fields["clock"].isEnabled()
    hopfield.controller.set_spec(update="synchronous")
    assert not form.fields["clock"].isEnabled()
    hopfield.controller.step_clock(1)
    assert "all units at once" in hopfield.timeline.stage.accessibleDescription()
