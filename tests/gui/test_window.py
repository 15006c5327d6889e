"""The main window: every action and control does what it says, through the real controller and engine."""

import sys
import threading

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QApplication,
)

from rnnviz.cells.base import cells
from rnnviz.gui.application import ErrorReporter
from rnnviz.gui.panels.transport import PhaseChip
from rnnviz.inputs import spelled
from rnnviz.session.files import load, save
from rnnviz.session.playback import end_of
from rnnviz.session.start import presets
from rnnviz.session.state import Key


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
    assert "accuracy\xa0100\xa0%" in window.panels.training.status.text()
    assert not window.actions_.undo.isEnabled()
    assert not window.messages.isVisible()


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
    until(lambda: "1\xa0update ·" in panel.status.text())
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
    action = shipped(window, name)
    action.trigger()
    state = window.controller.state
    assert state.network.updates > 0 or name == "worked-example"
    assert window.topbar.preset.text() == window.topbar.said(state)
    until(answered(window))
    assert (window.messages.kind, window.messages.text) == ("note", action.toolTip())


def test_nothing_moves_when_a_message_comes_or_goes(window, spin):
    watched = window.transport.play, window.timeline.stage, window.timeline.tracks, window.health

    def places():
        return [(view.mapTo(window, view.rect().topLeft()), view.size()) for view in watched]

    spin(0.05)
    before = places()
    for kind, text in (("note", "A sentence."), ("error", "A sentence that is long enough for many lines. " * 12)):
        window.messages.say(kind, text)
        spin(0.05)
        assert window.messages.isVisible()
        assert places() == before
        bar, host = window.messages.geometry(), window.messages.parentWidget().rect()
        assert (bar.left(), bar.right(), bar.bottom()) == (host.left(), host.right(), host.bottom())
        assert window.messages.label.height() >= window.messages.label.heightForWidth(window.messages.label.width())
    window.resize(window.width() + 60, window.height() + 40)
    spin(0.05)
    assert window.messages.geometry().bottomRight() == window.messages.parentWidget().rect().bottomRight()
    moved = places()
    window.messages.clear()
    spin(0.05)
    assert places() == moved


def shipped(window, name):
    """The entry of a shipped session in the menu."""
    groups = [action.menu() for action in window.topbar.presets.actions()]
    return next(action for group in groups for action in group.actions() if action.data() == name)


def test_a_shipped_session_of_patterns_opens_in_a_window_of_its_own_and_is_no_file_of_the_person_s(window):
    action = shipped(window, "hopfield-mixture")
    before = window.controller.state
    action.trigger()
    (opened,) = window.patterns.open_ones
    assert opened.files.path is None
    assert opened.messages.text == action.toolTip()
    assert window.controller.state is before
    opened.close()


def test_a_session_comes_back_as_it_was_saved(window, tmp_path, until):
    window.controller.set_network(cell="gru", hidden=4)
    window.controller.read_sequence("1 1 0")
    path = tmp_path / "lesson.rnnviz"
    window.files.save_to(path)
    assert window.messages.kind == "note"
    assert load(path).network.spec.hidden == 4
    window.files.open_preset("parity")
    assert window.controller.state.network.spec.cell == "lstm"
    window.files.open(path)
    state = window.controller.state
    assert (state.network.spec.cell, state.network.spec.hidden, state.sequence.text) == ("gru", 4, "1 1 0")
    window.controller.undo()
    assert window.controller.state.network.spec.cell == "lstm"


def test_saving_where_it_is_not_possible_is_one_sentence(window, tmp_path):
    window.files.save_to(tmp_path / "no such folder" / "lesson.rnnviz")
    assert window.messages.kind == "error"
    assert window.files.path is None


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
    window.files.open(path)
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
def test_sequence_files_are_opened(window, qtbot, tmp_path, until, preset, name, content, steps):
    window.files.open_preset(preset)
    path = tmp_path / name
    if content is None:
        np.save(path, np.sin(np.arange(5.0)))
    else:
        path.write_bytes(content)
    window.files.open(path)
    opened = window.controller.state.sequence
    assert len(opened) == steps
    assert not window.messages.isVisible()
    until(answered(window))
    panel = window.panels.sequence
    assert panel.hint.text().startswith(f"{name} · {steps} step")
    assert panel.edit.toPlainText() == spelled(opened)
    panel.edit.setPlainText("")
    qtbot.keyClick(panel.edit, Qt.Key.Key_Escape)
    assert panel.hint.text().startswith(name)
    panel.edit.setPlainText(spelled(opened))  # a person goes on from there
    assert window.controller.state.sequence.labels == opened.labels
    np.testing.assert_array_equal(window.controller.state.sequence.values, opened.values)
    assert panel.hint.text().startswith(f"{steps} step")
    window.controller.end_typing()
    window.controller.undo()
    window.controller.undo()
    assert len(window.controller.state.sequence) != steps


def test_a_sentence_goes_when_what_it_says_no_longer_holds(window, until):
    controller = window.controller
    controller.read_sequence("1")
    controller.set_network(scenario="delayed")
    until(lambda: "give a longer one" in window.messages.text)
    controller.set_network(scenario="many-to-many")
    until(lambda: window.messages.text == "")
    window.messages.say("error", "Another one.")
    window.messages.say("solved", "This one is not on screen.")
    assert window.messages.text == "Another one."


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


def test_a_session_without_its_suffix_is_refused_with_all_that_can_be_opened(window, tmp_path):
    before = window.controller.state
    save(before, tmp_path / "lesson")
    window.files.open(tmp_path / "lesson")
    words = "“lesson” is not of a kind that can be opened; .rnnviz, .txt, .csv, .tsv, .npy files can."
    assert window.messages.text == words
    assert window.controller.state is before


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


def test_a_table_of_another_kind_offers_to_be_learned_from(window, tmp_path, until):
    path = tmp_path / "tank.csv"
    rows = [f"{day},{20 + day % 7},{day % 5}.5" for day in range(60)]
    path.write_text("\n".join(["day,level,rain", *rows]), encoding="utf-8")
    window.files.open(path)
    assert window.messages.kind == "error"
    window.panels.sequence.offer.click()
    task = window.controller.state.task
    assert (task.name, task.file, task.reads, task.foretells, task.window) == (
        "own-data",
        "tank.csv",
        "rain",
        "rain",
        14,
    )
    np.testing.assert_allclose(window.controller.state.sequence.values.ravel()[:5], [0.5, 1.5, 2.5, 3.5, 4.5])
    until(answered(window))
    window.controller.undo()
    assert window.controller.state.task.name == "parity"


@pytest.mark.parametrize("text", ["name,word\nana,hello\nbob,hi\n", "a,b\n1,2\n"])
def test_a_table_that_cannot_be_learned_from_is_not_offered(window, tmp_path, text):
    path = tmp_path / "short.csv"
    path.write_text(text, encoding="utf-8")
    window.files.open(path)
    assert window.messages.kind == "error"
    assert "Own data" not in window.panels.sequence.offer.text() or not window.panels.sequence.offer.isVisible()


def test_it_greets_with_what_is_on_screen_and_the_first_key(window):
    window.greet()
    assert window.messages.kind == "note"
    assert "odd or even" in window.messages.text
    assert "Space" in window.messages.text


def test_the_buttons_of_learning_stay_where_they_are_when_the_plot_comes(window, until):
    window.resize(1280, 720)
    train = window.panels.training.train
    place = lambda: train.mapTo(window, train.rect().topLeft())  # noqa: E731
    until(lambda: window.width() == 1280)
    before = place()
    window.controller.one_update()
    until(lambda: not window.panels.loss.empty, timeout=20_000)
    until(lambda: window.panels.loss.height() > 100)
    assert place() == before


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
    from rnnviz.gui.dialogs import preferences as kept

    window.close()
    assert kept.kept("geometry") is not None
    assert list(own_settings.rglob("*.ini")) or list(own_settings.rglob("*.conf"))
    assert QApplication.instance() is not None


@pytest.mark.parametrize("cell", list(cells))
def test_a_new_network_is_untrained_and_undo_brings_the_old_one_back(window, tmp_path, qtbot, until, cell):
    until(answered(window))
    window.files.save_to(tmp_path / "old.rnnviz")
    before = window.controller.state
    action = next(a for a in window.actions_.new_networks.actions() if a.data() == cell)
    if cell == "lstm":
        qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    else:
        action.trigger()
    state = window.controller.state
    assert (state.network.spec.cell, state.network.updates, state.network.edited) == (cell, 0, False)
    assert (state.task.name, state.position.t, state.learning) == ("parity", 1, False)
    assert window.files.path is None  # saving does not replace the old file
    assert action.text().replace("&", "").lower() in window.messages.text.lower()
    until(answered(window))
    window.actions_.undo.trigger()
    assert window.controller.state.network is before.network
    assert window.controller.state.sequence == before.sequence


def test_a_window_of_patterns_offers_every_new_network_too(window, qtbot):
    window.actions_.new_hopfield.trigger()
    (patterns,) = window.patterns.open_ones
    next(a for a in patterns.actions_.shared.new_networks.actions() if a.data() == "gru").trigger()
    assert window.controller.state.network.spec.cell == "gru"
    assert window.controller.state.network.updates == 0
    assert window.patterns.open_ones == [patterns]
