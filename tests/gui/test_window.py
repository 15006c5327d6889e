"""The main window: every action and control does what it says, through the real controller and engine."""

import sys
import threading

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSlider,
    QWidget,
)

from rnnviz.gui.application import ErrorReporter
from rnnviz.gui.transport import PhaseChip
from rnnviz.session.files import load
from rnnviz.session.playback import end_of
from rnnviz.session.start import presets
from rnnviz.session.state import Key

SIZES = [(1024, 700), (1280, 720), (1920, 1080), (3840, 2160)]


def answered(window):
    return lambda: window.controller.fitting_snapshot is not None


def test_it_opens_with_a_trained_network_paused_at_the_first_clock(window, until):
    until(answered(window))
    state = window.controller.state
    assert state.network.updates > 0
    assert (state.position.t, state.playing, state.learning) == (1, False, False)
    assert window.topbar.preset.text() == "Parity of ones · LSTM, 3 units"
    assert window.transport.clock.text() == f"t = 1 / {len(state.sequence)}"
    assert window.panels.sequence.edit.toPlainText() == state.sequence.text
    assert window.panels.sequence.hint.text().startswith("8 steps · bits")
    assert "accuracy 100 %" in window.panels.training.status.text()
    assert not window.actions_.undo.isEnabled()
    assert not window.messages.isVisible()


KEYS = [
    (Qt.Key.Key_Right, lambda c: c.state.position == end_of(2, c.phases)),
    (Qt.Key.Key_End, lambda c: c.state.position == end_of(c.steps, c.phases)),
    (Qt.Key.Key_Left, lambda c: c.state.position == end_of(c.steps - 1, c.phases)),
    (Qt.Key.Key_Home, lambda c: c.state.position == end_of(1, c.phases)),
    (Qt.Key.Key_BracketRight, lambda c: (c.state.position.t, c.state.position.phase) == (2, 0)),
    (Qt.Key.Key_BracketLeft, lambda c: c.state.position == end_of(1, c.phases)),
    (Qt.Key.Key_L, lambda c: c.state.loop),
    (Qt.Key.Key_Period, lambda c: c.state.speed == 2.0),
    (Qt.Key.Key_Comma, lambda c: c.state.speed == 1.0),
    (Qt.Key.Key_Space, lambda c: c.state.playing),
    (Qt.Key.Key_Space, lambda c: not c.state.playing),
]


def test_the_keys_of_time(window, qtbot):
    window.activateWindow()
    for key, holds in KEYS:
        qtbot.keyClick(window.timeline, key)
        assert holds(window.controller), key


def test_control_keys(window, qtbot, until):
    controller, control = window.controller, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window.timeline, Qt.Key.Key_U, control)
    until(lambda: controller.state.network.updates == 2001)
    qtbot.keyClick(window.timeline, Qt.Key.Key_R, control)
    assert controller.state.network.updates == 0
    qtbot.keyClick(window.timeline, Qt.Key.Key_T, control)
    until(lambda: controller.state.network.updates > 0)
    qtbot.keyClick(window.timeline, Qt.Key.Key_T, control)
    assert not controller.state.learning
    seed = controller.state.network.spec.seed
    qtbot.keyClick(window.timeline, Qt.Key.Key_G, control)
    assert controller.state.network.spec.seed == seed + 1
    qtbot.keyClick(window.timeline, Qt.Key.Key_Z, control)
    assert controller.state.network.spec.seed == seed
    qtbot.keyClick(window.timeline, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert controller.state.network.spec.seed == seed + 1
    qtbot.keyClick(window.timeline, Qt.Key.Key_L, control)
    assert window.focusWidget() is window.panels.sequence.edit
    theme = window.theme.name
    qtbot.keyClick(window.timeline, Qt.Key.Key_D, control)
    assert window.theme.name != theme


def test_keys_are_not_stolen_from_a_field_that_is_typed_in(window, qtbot):
    edit = window.panels.sequence.edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "1 0 1 .[], L")
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
        qtbot.keyClick(edit, key)
    assert edit.toPlainText() == "1 0 1 .[], L"
    state = window.controller.state
    assert (state.position.t, state.playing, state.loop, state.speed) == (1, False, False, 1.0)
    number = window.panels.network.form.fields["hidden"]
    number.setFocus()
    number.setText("")
    qtbot.keyClicks(number, "1 2")
    assert number.text() == "1 2"
    assert not window.controller.state.playing


def test_a_focused_button_keeps_space_and_the_slider_its_arrows(window, qtbot):
    button = window.panels.training.other_seed
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert window.controller.state.network.updates == 0
    assert not window.controller.state.playing
    slider = window.transport.speed
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert window.controller.state.speed == 2.0
    assert window.controller.state.position.t == 1


def test_a_click_leaves_the_keys_to_the_timeline(window, qtbot):
    for button in (window.transport.forward, window.panels.training.once, window.topbar.theme_button):
        window.timeline.setFocus()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.focusWidget() is window.timeline


def test_transport_by_mouse(window, qtbot, until):
    controller, transport = window.controller, window.transport
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(transport.forward, left)
    assert controller.state.position == end_of(2, controller.phases)
    qtbot.mouseClick(transport.back, left)
    assert controller.state.position == end_of(1, controller.phases)
    qtbot.mouseClick(transport.end, left)
    assert controller.state.position == end_of(8, controller.phases)
    qtbot.mouseClick(transport.home, left)
    assert controller.state.position == end_of(1, controller.phases)
    qtbot.mouseClick(transport.chips[2], left)
    assert (controller.state.position.phase, controller.state.position.progress) == (2, 1.0)
    assert [chip.isChecked() for chip in transport.chips].index(True) == 2
    qtbot.mouseClick(transport.next_phase, left)
    assert controller.state.position.phase == 3
    qtbot.mouseClick(transport.previous_phase, left)
    assert controller.state.position.phase == 2
    qtbot.mouseClick(transport.loop, left)
    assert controller.state.loop
    transport.speed.setValue(5)
    assert controller.state.speed == 8.0
    assert transport.speed_label.text() == "8×"
    qtbot.mouseClick(transport.play, left)
    assert controller.state.playing
    assert transport.play.toolTip() == "Stop here (Space)"
    until(lambda: controller.state.position.t > 2)
    qtbot.mouseClick(transport.play, left)
    assert not controller.state.playing


@pytest.mark.parametrize(("cell", "letters"), [("lstm", "XfigcoHS"), ("gru", "XrznHS"), ("elman", "XHS")])
def test_the_chips_are_the_phases_of_the_cell(window, cell, letters):
    window.controller.set_network(cell=cell)
    assert [chip.letter for chip in window.transport.chips] == [*letters, "→M"]
    visible = [chip for chip in window.findChildren(PhaseChip) if chip.isVisible()]
    assert len(visible) == len(letters) + 1


def test_scrubbing_and_pointing_go_through_the_controller(window, until):
    until(answered(window))
    window.timeline.moved.emit(end_of(5, window.controller.phases))
    assert window.transport.clock.text() == "t = 5 / 8"
    window.timeline.selected.emit(Key("H", 5, 1))
    assert window.controller.state.selection == Key("H", 5, 1)


def test_buttons_of_training(window, qtbot, until):
    controller, panel = window.controller, window.panels.training
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(panel.reset, left)
    assert panel.status.text() == "untrained"
    qtbot.mouseClick(panel.once, left)
    until(lambda: "1 update ·" in panel.status.text())
    qtbot.mouseClick(panel.train, left)
    assert panel.train.text() == "Pause"
    until(lambda: "updates/s" in panel.engine.text())
    qtbot.mouseClick(panel.train, left)
    assert panel.train.text() == "Train"
    assert not controller.state.learning
    qtbot.mouseClick(panel.other_seed, left)
    assert panel.status.text() == "untrained"
    assert window.panels.network.form.fields["seed"].text() == str(controller.state.network.spec.seed)


def test_undo_and_redo_buttons(window, qtbot):
    controller = window.controller
    controller.set_network(cell="gru")
    assert window.topbar.undo.isEnabled()
    qtbot.mouseClick(window.topbar.undo, Qt.MouseButton.LeftButton)
    assert controller.state.network.spec.cell == "lstm"
    assert not window.topbar.undo.isEnabled()
    qtbot.mouseClick(window.topbar.redo, Qt.MouseButton.LeftButton)
    assert controller.state.network.spec.cell == "gru"


@pytest.mark.parametrize("name", presets())
def test_every_preset_opens_from_the_menu(window, until, name):
    window.topbar.presets.aboutToShow.emit()
    action = next(action for action in window.topbar.presets.actions() if action.data() == name)
    action.trigger()
    assert window.controller.state.network.updates > 0 or name == "worked-example"
    assert window.topbar.preset.text() == action.text()
    until(answered(window))
    assert not window.messages.isVisible()


def test_a_session_comes_back_as_it_was_saved(window, tmp_path, until):
    window.controller.set_network(cell="gru", hidden=4)
    window.controller.read_sequence("1 1 0")
    path = tmp_path / "lesson.rnnviz"
    window.save_to(path)
    assert window.messages.kind == "note"
    assert load(path).network.spec.hidden == 4
    window.open_preset("parity")
    assert window.controller.state.network.spec.cell == "lstm"
    window.open_path(path)
    state = window.controller.state
    assert (state.network.spec.cell, state.network.spec.hidden, state.sequence.text) == ("gru", 4, "1 1 0")
    window.controller.undo()
    assert window.controller.state.network.spec.cell == "lstm"


def test_saving_where_it_is_not_possible_is_one_sentence(window, tmp_path):
    window.save_to(tmp_path / "no such folder" / "lesson.rnnviz")
    assert window.messages.kind == "error"
    assert window.path is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ragged.csv", b"1,2\n3\n"),
        ("empty.txt", b""),
        ("broken.npy", b"\x93NUMPY nonsense"),
        ("broken.rnnviz", b"not a session"),
        ("picture.jpg", b"\xff\xd8\xff"),
        ("missing.csv", None),
    ],
)
def test_a_bad_file_is_one_sentence_and_changes_nothing(window, tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    before = window.controller.state
    window.open_path(path)
    assert window.messages.isVisible()
    assert window.messages.kind == "error"
    assert "\n" not in window.messages.text
    assert window.controller.state is before
    assert not window.actions_.undo.isEnabled()
    window.messages.close_button.click()
    assert not window.messages.isVisible()


@pytest.mark.parametrize(
    ("preset", "name", "content", "steps"),
    [
        ("parity", "bits.txt", b"1 0 1", 3),
        ("worked-example", "vectors.csv", b"1,1\n2,2\n3,3\n4,4\n", 4),
        ("worked-example", "vectors.tsv", b"1\t1\n2\t2\n", 2),
        ("sine", "wave.npy", None, 5),
    ],
)
def test_sequence_files_are_opened(window, tmp_path, until, preset, name, content, steps):
    window.open_preset(preset)
    path = tmp_path / name
    if content is None:
        np.save(path, np.sin(np.arange(5.0)))
    else:
        path.write_bytes(content)
    window.open_path(path)
    assert len(window.controller.state.sequence) == steps
    assert not window.messages.isVisible()
    until(answered(window))
    window.controller.undo()
    assert len(window.controller.state.sequence) != steps


def test_esc_leaves_nothing_selected_and_no_message(window, qtbot):
    window.controller.select(Key("H", 1, 0))
    window.messages.say("error", "Something.")
    qtbot.keyClick(window.timeline, Qt.Key.Key_Escape)
    assert window.controller.state.selection is None
    assert not window.messages.isVisible()


def test_the_names_of_buttons_follow_what_they_do(window):
    assert (window.transport.play.accessibleName(), window.panels.training.train.accessibleName()) == ("Play", "Train")
    window.controller.play()
    window.controller.toggle_training()
    assert window.transport.play.accessibleName() == "Pause"
    assert window.panels.training.train.accessibleName() == "Pause learning"


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where = QPoint(400, 400)
    event = QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)
    assert event.isAccepted()


def test_a_dropped_file_is_opened(window, tmp_path, until):
    path = tmp_path / "bits.txt"
    path.write_text("1 1 1 0\n", encoding="utf-8")
    drop(window, path)
    assert window.controller.state.sequence.labels == ("1", "1", "1", "0")
    until(answered(window))


def test_a_dropped_file_of_another_kind_offers_the_task_that_reads_it(window, tmp_path):
    path = tmp_path / "greeting.txt"
    path.write_text("hello world", encoding="utf-8")
    before = window.controller.state
    drop(window, path)
    assert window.controller.state is before
    assert window.messages.kind == "error"
    assert window.panels.sequence.offer.isVisible()
    window.panels.sequence.offer.click()
    assert window.controller.state.task.name == "next-character"
    assert "".join(window.controller.state.sequence.labels).replace("␣", " ") == "hello world"


def test_themes_can_be_changed_at_any_moment(window):
    background = lambda: window.grab().toImage().pixelColor(4, 300).lightness()  # noqa: E731
    assert background() > 200
    window.actions_.theme.trigger()
    assert background() < 60
    assert window.actions_.theme.text() == "&Light theme"
    window.actions_.theme.trigger()
    assert background() > 200


def test_panels_and_inspector_can_be_put_away(window):
    for action, widget in ((window.actions_.panels, window.panels), (window.actions_.inspector, window.inspector)):
        action.trigger()
        assert not widget.isVisible()
        action.trigger()
        assert widget.isVisible()


def test_the_playhead_menu_zooms(window, until):
    until(answered(window))
    before = window.timeline.axis.column
    window.actions_.zoom_in.trigger()
    assert window.timeline.axis.column > before
    window.actions_.zoom_reset.trigger()
    assert window.timeline.axis.column == pytest.approx(before)
    window.actions_.zoom_out.trigger()
    assert window.timeline.axis.column < before
    window.controller.read_sequence("10" * 50)
    window.actions_.zoom_fit.trigger()
    assert len(window.timeline.axis.visible) == 100


def test_an_unexpected_error_is_said_in_the_window_and_logged(window, caplog):
    reporter = ErrorReporter(window)
    reporter.install()
    try:
        try:
            raise RuntimeError("the reason")
        except RuntimeError:
            sys.excepthook(*sys.exc_info())
    finally:
        reporter.remove()
    assert "the reason" in window.messages.text
    assert "the reason" in caplog.text


def reachable(window):
    """Every action that can be reached through the menus."""
    found, menus = set(), [action.menu() for action in window.menus.actions()]
    while menus:
        for action in menus.pop().actions():
            if isinstance(action.menu(), QMenu):
                menus.append(action.menu())
            elif not action.isSeparator():
                found.add(action)
    return found


def test_every_action_is_in_a_menu_and_no_key_means_two_things(window):
    actions = {action for action in vars(window.actions_).values() if isinstance(action, QAction)}
    assert actions <= reachable(window)
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert len(keys) > 25


def test_every_tooltip_of_an_action_names_its_key(window):
    for action in vars(window.actions_).values():
        if isinstance(action, QAction) and not action.shortcut().isEmpty():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            assert action.toolTip().endswith(f"({keys})")


def unnamed(top: QWidget):
    """Focusable widgets without an accessible name, a text or a tooltip."""
    for widget in [top, *top.findChildren(QWidget)]:
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isWindow():
            continue
        if widget.objectName().startswith("qt_") or widget.window().windowType() == Qt.WindowType.Popup:
            continue
        named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
        if not named:
            yield f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"


def test_everything_that_takes_the_focus_has_a_name(window, until):
    until(answered(window))
    window.controller.select(Key("H", 1, 0))
    window.show_export()
    window.show_help()
    window.show_preferences()
    assert list(unnamed(window)) == []


def test_every_control_has_a_tooltip(window):
    window.show_export()
    window.show_help()
    window.show_preferences()
    bare = [
        f"{type(widget).__name__} {widget.accessibleName()!r}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit | QSlider)
        and widget.isVisible()
        and not widget.toolTip()
    ]
    assert bare == []


def test_tab_reaches_every_control(window, qtbot):
    wanted = {
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and not widget.focusProxy()
    }
    window.activateWindow()
    window.panels.sequence.edit.setFocus()
    seen = set()
    for _ in range(4 * len(wanted)):
        seen.add(window.focusWidget())
        window.focusNextPrevChild(True)
    assert {type(widget).__name__ + widget.accessibleName() for widget in wanted - seen} == set()


def overlaps(window):
    """Sibling controls that lie on each other, and controls that stick out of what holds them."""
    controls = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and (isinstance(widget, QAbstractButton) or widget.metaObject().className() == "NumberEdit")
    ]
    for first in controls:
        holder = first.parentWidget()
        if not holder.rect().contains(first.geometry()):
            yield f"{first.accessibleName()} sticks out"
        for second in controls:
            if (
                first is not second
                and holder is second.parentWidget()
                and first.geometry().intersects(second.geometry())
            ):
                yield f"{first.accessibleName()} lies on {second.accessibleName()}"


@pytest.mark.parametrize("cell", ["elman", "lstm", "gru"])
def test_nothing_overlaps_and_nothing_is_cut_off(window, cell, spin):
    window.controller.set_network(cell=cell)
    window.controller.toggle_training()
    for size in SIZES:
        window.resize(*size)
        window.controller.read_sequence("10" * (size[0] // 10))
        spin(0.05)
        assert (window.width(), window.height()) == size
        assert list(overlaps(window)) == []
        clock, panels = window.transport.clock, window.panels
        assert clock.width() >= clock.fontMetrics().horizontalAdvance(clock.text())
        for chip in window.transport.chips:
            assert chip.width() >= chip.minimumSizeHint().width()
        assert panels.widget().width() <= panels.viewport().width()
        for button in panels.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()), button.text()


@pytest.mark.parametrize("doing", ["nothing", "learning", "playing", "learning a large network", "helping"])
def test_closing_at_any_moment_ends_everything(window, qtbot, spin, doing):
    controller = window.controller
    if doing == "learning a large network":
        controller.set_network(hidden=256)
        controller.read_sequence("10" * 2000)
    if "learning" in doing:
        controller.toggle_training()
    if doing == "playing":
        controller.play()
    if doing == "helping":
        window.show_help()
        window.show_preferences()
    spin(0.1)
    window.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("rnnviz")]


def test_the_window_is_found_again_where_it_was(window, own_settings):
    from rnnviz.gui import preferences as kept

    window.close()
    assert kept.kept("geometry") is not None
    assert list(own_settings.rglob("*.ini")) or list(own_settings.rglob("*.conf"))
    assert QApplication.instance() is not None
