"""What is unsaved when a program ends is offered by the next one, and opens as it was."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from rnnviz.gui import application
from rnnviz.gui.control.shelf import MOST, Shelf
from rnnviz.gui.dialogs import preferences as settings_kept
from rnnviz.gui.dialogs.preferences import Preferences, PreferencesDialog
from rnnviz.gui.last_session import LastSession
from rnnviz.gui.window import MainWindow
from rnnviz.paths import resource
from rnnviz.session import files, pattern_files
from rnnviz.session.pattern_files import pattern_preset
from rnnviz.session.start import fresh_state, initial

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "unsaved"


@pytest.fixture
def start(qtbot, folder):
    """A program: a running main window with a shelf of its own. `end` closes it, and the program with it."""
    application.prepare(QApplication.instance())
    programs = []

    class Program:
        def __init__(self, offering=True, opening=None):
            self.shelf = Shelf(folder)
            self.window = MainWindow(initial(), Preferences(theme="light"), shelf=self.shelf)
            self.gone = []
            self.window.destroyed.connect(lambda: self.gone.append(True))
            self.window.show()
            self.window.controller.start()
            qtbot.waitExposed(self.window)
            if opening is not None:
                self.window.files.open(opening)
            elif offering:
                LastSession(self.window, self.shelf).begin()
            programs.append(self)

        def end(self):
            if not self.gone and not self.window.close():
                self.window.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
            assert self.gone, "the window lives on after it was closed"
            self.shelf.close()

    yield Program
    for program in programs:
        program.end()
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def left(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def leave(folder, *states):
    """Sessions of a program that has ended, the last one the newest."""
    old = Shelf(folder)
    for age, state in enumerate(reversed(states)):
        path = old.place()
        if isinstance(state, bytes):
            path.write_bytes(state)
        else:
            (files if hasattr(state, "sequence") else pattern_files).save(state, path)
        os.utime(path, (1e9 - age, 1e9 - age))
    old.close()


def test_a_program_in_which_nothing_was_changed_leaves_nothing(start, folder, until, spin):
    program = start()
    window = program.window
    until(lambda: window.controller.fitting_snapshot is not None)
    window.controller.step_clock(3)
    window.controller.play()
    spin(0.1)
    window.files.open_preset("echo-lstm" if resource("presets", "echo-lstm.rnnviz").exists() else "parity")
    until(lambda: window.controller.fitting_snapshot is not None)
    window.actions_.new_hopfield.trigger()
    (patterns,) = window.patterns.open_ones
    patterns.controller.step_clock(2)
    assert not window.isWindowModified()
    assert not patterns.isWindowModified()
    program.end()
    assert left(folder) == []
    assert start().window.messages.kind == ""


def test_trained_weights_come_back_at_the_next_start(start, folder, qtbot, until):
    program = start()
    controller = program.window.controller
    controller.set_network(cell="gru")
    controller.toggle_training()
    until(lambda: controller.state.network.updates > 20)
    assert program.window.isWindowModified()
    assert program.window.windowTitle().endswith("[*]")
    program.end()
    network = controller.state.network

    program = start()
    window, bar = program.window, program.window.messages
    assert bar.kind == "offer"
    assert bar.text.startswith("Your last session (Parity of ones · GRU, 3 units · ")
    assert bar.text.endswith("\xa0updates) was not saved.")
    assert bar.take.isVisible()
    assert bar.dismiss.isVisible()
    assert not bar.close_button.isVisible()
    assert not window.isWindowModified()
    qtbot.mouseClick(bar.take, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    back = window.controller.state.network
    assert (back.spec, back.updates) == (network.spec, network.updates)
    assert all((back.parameters[name] == network.parameters[name]).all() for name in network.parameters)
    assert window.isWindowModified()
    assert window.files.path is None
    assert window.timeline.hasFocus() or not window.isActiveWindow()
    window.controller.undo()
    assert window.controller.state.network.spec.cell == "lstm"
    assert not window.isWindowModified()
    window.controller.redo()
    program.end()

    window = start().window  # opened, and still not saved
    window.messages.take.click()
    assert window.controller.state.network.updates == network.updates
    window.files.save_to(folder.parent / "mine.rnnviz")
    assert not window.isWindowModified()
    assert [name for name in left(folder) if name.endswith(".rnnviz")] == []


def test_of_several_the_newest_is_offered_and_what_is_dismissed_is_gone(start, folder, qtbot):
    leave(folder, fresh_state(cell="elman"), pattern_preset("boltzmann-xor"), fresh_state(cell="gru"))
    program = start()
    bar = program.window.messages
    assert bar.text == "Your last session (Parity of ones · GRU, 3 units) was not saved. 2 more as well."
    assert bar.dismiss.text() == "Dismiss all"
    bar.take.setFocus()
    qtbot.keyClick(bar.take, Qt.Key.Key_Space)
    assert bar.text.startswith("An earlier session (Boltzmann machine · ")
    assert bar.text.endswith(") was not saved. 1 more as well.")
    program.window.controller.undo()
    bar.dismiss.setFocus()
    qtbot.keyClick(bar.dismiss, Qt.Key.Key_Space)
    assert bar.kind == ""
    assert not bar.isVisible()
    program.end()
    program = start()
    bar = program.window.messages
    assert bar.text == "Your last session (Parity of ones · GRU, 3 units) was not saved."
    assert bar.dismiss.text() == "Dismiss"
    qtbot.mouseClick(bar.dismiss, Qt.MouseButton.LeftButton)
    assert bar.kind == ""
    program.end()
    assert left(folder) == []


def test_other_messages_come_and_go_before_the_offer(start, folder):
    leave(folder, fresh_state(cell="gru"))
    window = start().window
    bar = window.messages
    offer = bar.text
    bar.say("error", "Something is wrong.")
    assert bar.text == "Something is wrong."
    assert not bar.take.isVisible()
    assert bar.close_button.isVisible()
    bar.close_button.click()
    assert (bar.kind, bar.text) == ("offer", offer)
    window.controller.set_network(cell="elman")
    window.controller.undo()
    assert (bar.kind, bar.text) == ("offer", offer)


@pytest.mark.parametrize("replace", ["example", "new", "file"])
def test_unsaved_work_that_something_else_replaces_is_kept(start, folder, tmp_path, replace):
    program = start()
    window = program.window
    window.controller.read_sequence("1 1 1 0")
    if replace == "example":
        window.files.open_preset("worked-example")
    elif replace == "new":
        window.files.new_network("gru")
    else:
        files.save(initial(), tmp_path / "mine.rnnviz")
        window.files.open(tmp_path / "mine.rnnviz")
    assert not window.isWindowModified()
    window.controller.undo()
    assert window.controller.state.sequence.text == "1 1 1 0"
    assert window.isWindowModified()
    window.controller.redo()
    program.end()
    window = start().window
    window.messages.take.click()
    assert window.controller.state.sequence.text == "1 1 1 0"


def test_undo_brings_back_the_file_that_the_work_belongs_to(start, tmp_path):
    window = start().window
    one, other = tmp_path / "one.rnnviz", tmp_path / "other.rnnviz"
    files.save(fresh_state(cell="gru"), one)
    files.save(fresh_state(cell="elman"), other)
    window.files.open(one)
    window.files.open(other)
    window.controller.undo()
    assert window.files.path == one
    window.controller.read_sequence("1 1 1 0")
    window.files.save()
    assert files.load(other).network.spec.cell == "elman"
    assert files.load(one).sequence.text == "1 1 1 0"


def test_patterns_are_kept_and_open_in_a_window_of_their_own(start, folder, tmp_path):
    program = start()
    program.window.actions_.new_hopfield.trigger()
    (patterns,) = program.window.patterns.open_ones
    pixels = np.zeros((8, 8), dtype=bool)
    pixels[2:5, 1:7] = True
    patterns.controller.draw(pixels)
    patterns.controller.store("mine")
    assert patterns.isWindowModified()
    assert patterns.close()
    assert len([name for name in left(folder) if name.endswith(".rnnviz")]) == 1
    program.end()
    window = start().window
    assert window.messages.text.startswith("Your last session (Hopfield network · ")
    window.messages.take.click()
    (patterns,) = window.patterns.open_ones
    assert (patterns.controller.state.patterns[-1].pixels == pixels).all()
    assert patterns.isWindowModified()
    assert not window.isWindowModified()
    patterns.files.save_to(tmp_path / "mine.rnnviz")
    assert not patterns.isWindowModified()
    assert [name for name in left(folder) if name.endswith(".rnnviz")] == []


def test_what_a_machine_has_learnt_is_kept_while_it_learns(start, folder, until):
    program = start()
    program.window.actions_.new_restricted.trigger()
    (machine,) = program.window.patterns.open_ones
    before = machine.controller.state.updates
    machine.controller.toggle_training()
    until(lambda: machine.controller.state.updates > before)
    program.end()
    offered = Shelf(folder)
    (path,) = offered.left()
    assert pattern_files.load(path).updates > before
    offered.close()


@pytest.mark.parametrize("patterns", [False, True])
def test_a_window_whose_work_cannot_be_kept_stays_open_once(start, folder, spin, patterns):
    program = start()
    window = program.window
    if patterns:
        window.actions_.new_hopfield.trigger()
        window.patterns.open_ones[0].controller.invert()
        asked = window.patterns.open_ones[0]
    else:
        window.controller.read_sequence("1 1 1 0")
        asked = window
    folder.write_text("a file is in the way")
    assert not window.close()
    assert window.isVisible()
    assert asked.isVisible()
    assert asked.messages.kind == "error"
    spin(0.05)
    assert "close again" in asked.messages.text
    window.controller.read_sequence("1 1 1 0 1")  # it goes on working
    folder.unlink()
    assert window.close()
    program.end()
    assert len(left(folder)) == (2 if patterns else 1)


BROKEN = {
    "empty": b"",
    "no session": b"hello" * 100,
    "cut short": resource("presets", "parity.rnnviz").read_bytes()[:-100],
    "patterns, cut short": resource("presets", "patterns", "boltzmann-xor.rnnviz").read_bytes()[:-100],
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_session_is_said_and_put_aside_and_the_next_is_offered(start, folder, content):
    leave(folder, fresh_state(cell="gru"), content)
    program = start()
    bar = program.window.messages
    assert bar.kind == "error"
    assert bar.text.startswith("An unsaved session cannot be opened. “")
    (aside,) = folder.glob("unreadable-*")
    assert str(aside) in bar.text
    assert aside.read_bytes() == content
    bar.clear()
    assert bar.text == "Your last session (Parity of ones · GRU, 3 units) was not saved."
    bar.dismiss.click()
    program.end()
    assert left(folder) == [aside.name]
    assert start().window.messages.kind == ""


@pytest.fixture
def damaged(start):
    return start().window


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1), bit=st.integers(0, 7), cut=st.one_of(st.none(), st.floats(0, 1)))
def test_no_damage_to_a_file_ends_the_program_or_loses_it(damaged, folder, place, bit, cut):
    whole = bytearray(resource("presets", "worked-example.rnnviz").read_bytes())
    whole[int(place * (len(whole) - 1))] ^= 1 << bit
    content = bytes(whole if cut is None else whole[: int(cut * len(whole))])
    for path in folder.glob("*"):
        path.unlink()
    leave(folder, content)
    shelf = Shelf(folder)
    damaged.messages.offer("")
    damaged.messages.clear()
    LastSession(damaged, shelf).begin()
    assert damaged.messages.kind in ("error", "offer")
    assert [path.read_bytes() for path in folder.glob("*.rnnviz")] == [content]
    shelf.close()


def test_a_start_on_a_file_leaves_the_offer_for_later(start, folder, tmp_path):
    leave(folder, fresh_state(cell="gru"))
    mine = tmp_path / "mine.rnnviz"
    files.save(initial(), mine)
    program = start(opening=mine)
    assert program.window.messages.kind == ""
    assert not program.window.isWindowModified()
    program.end()
    assert start().window.messages.kind == "offer"


def test_the_preference(qtbot):
    assert settings_kept.read().offer_session
    dialog = PreferencesDialog(Preferences())
    qtbot.addWidget(dialog)
    dialog.changed.connect(settings_kept.write)
    dialog.offer.click()
    assert not settings_kept.read().offer_session


PROGRAM = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
from rnnviz.app.window import _signals_close_the_window
from rnnviz.gui.application import run
from rnnviz.gui.dialogs import preferences
from rnnviz.gui.toolkit import translation
translation.identify()
preferences.write(preferences.Preferences(offer_session=sys.argv[2] != "quiet"))
application = QApplication([])
def look():
    window = next(w for w in application.topLevelWidgets() if hasattr(w, "patterns"))
    print(window.messages.kind, window.messages.text, flush=True)
    if sys.argv[2] in ("look", "quiet"):
        window.close()
        return
    window.controller.read_sequence("1 1 1 0")
    if sys.argv[2] == "crash":
        keeper = window.files.keeper
        keeper._timer.start(1)
        keeper._ended.connect(lambda _: os._exit(9))
    else:
        print("ready", flush=True)
QTimer.singleShot(300, look)
beat = QTimer(interval=20)
beat.timeout.connect(lambda: None)  # Python sees signals between two of its own instructions
beat.start()
with _signals_close_the_window():
    status = run(None, Path(sys.argv[3]) if len(sys.argv) > 3 else None)
sys.exit(status)
"""


def begin(*arguments):
    arguments = [sys.executable, "-W", "error", "-c", PROGRAM, *map(str, arguments)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)


def test_after_a_crash_the_next_start_offers_what_there_was(tmp_path):
    folder = tmp_path / "unsaved"
    program = begin(tmp_path, "crash", folder)
    assert program.stdout.readline().startswith("note Three units")
    program.communicate(timeout=60)
    assert program.returncode == 9
    assert_offered(folder, tmp_path, "look", folder)


def test_where_nothing_is_to_be_offered_it_stays_but_not_for_ever(tmp_path):
    folder = tmp_path / "unsaved"
    leave(folder, *[b""] * (MOST + 1))
    said, errors = begin(tmp_path, "quiet", folder).communicate(timeout=60)
    assert said.startswith("note Three units"), errors
    assert len(left(folder)) == MOST


@pytest.mark.skipif(sys.platform != "linux", reason="only there a signal closes the window, and the folder can be set")
def test_after_a_signal_too_and_it_lies_where_the_system_has_data(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    program = begin(tmp_path, "signal")
    assert program.stdout.readline().startswith("note Three units")
    assert program.stdout.readline() == "ready\n"
    program.send_signal(signal.SIGTERM)
    _, errors = program.communicate(timeout=60)
    assert program.returncode == 0
    assert "Traceback" not in errors
    assert_offered(tmp_path / "rnnviz" / "rnnviz" / "unsaved", tmp_path, "look")


def assert_offered(folder, *arguments):
    said, errors = begin(*arguments).communicate(timeout=60)
    assert said.startswith(
        "offer Your last session (Parity of ones · LSTM, 3 units · 2\u202f000\xa0updates) was not saved."
    )
    assert "Traceback" not in errors
    (name,) = left(folder)
    assert files.load(folder / name).sequence.text == "1 1 1 0"
