"""The program in its window is always that of the numbers on screen, or it is grey and cannot be copied."""

import io
from contextlib import redirect_stdout

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rnnviz.gui.dialogs.numpy_window import REST
from rnnviz.session.playback import end_of
from rnnviz.session.state import Key


@pytest.fixture
def shown(window, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    window.controller.go_to(end_of(4, window.controller.phases))
    window.controller.select(Key("f", 4, 1))
    window.actions_.numpy.trigger()
    assert window.numpy.isVisible()
    return window.numpy


def printed(text):
    said = io.StringIO()
    with redirect_stdout(said):
        exec(text, {})
    return {line.split()[0]: np.array(line.split()[1:], float) for line in said.getvalue().splitlines()}


def check(window, shown, until, t, unit):
    """What it prints are the numbers on screen."""
    until(lambda: shown.text.isEnabled() and shown.copy.isEnabled())
    trace = window.controller.fitting_snapshot.trace
    values = printed(shown.text.toPlainText())
    for name in ("f", "i", "o", "c", "h"):
        assert values[name] == pytest.approx(trace[name][t - 1, unit], abs=5.01e-4)
    assert values["s"] == pytest.approx(trace["s"][t - 1], abs=5.01e-4)


def test_it_follows_selection_clock_weights_what_is_held_and_sequence(window, shown, until):
    controller = window.controller
    check(window, shown, until, 4, 1)
    controller.select(Key("o", 6, 2))
    assert not shown.copy.isEnabled()
    until(shown.copy.isEnabled)
    check(window, shown, until, 6, 2)
    controller.select(None)
    controller.go_to(end_of(3, controller.phases))
    until(shown.copy.isEnabled)
    assert printed(shown.text.toPlainText())["h"].shape == (3,)  # all units of the playhead's clock
    controller.select(Key("f", 3, 0))
    window.editor.change("weight_ih_l0", (0, 0), 1.25)
    window.editor.finish()
    until(lambda: shown.copy.isEnabled() and "1.25" in shown.text.toPlainText())
    check(window, shown, until, 3, 0)
    window.editor.set_number(Key("i", 2, 0), 0.125)
    window.editor.finish()
    until(lambda: shown.copy.isEnabled() and "held" in shown.text.toPlainText())
    check(window, shown, until, 3, 0)
    controller.read_sequence("0 0 1 1 0")
    until(lambda: controller.fitting_snapshot is not None and shown.copy.isEnabled())
    check(window, shown, until, 3, 0)


def test_while_the_network_learns_it_is_grey(window, shown, qtbot, until):
    controller, before = window.controller, shown.text.toPlainText()
    start = controller.state.network.updates
    controller.toggle_training()
    until(lambda: controller.state.network.updates > start and not shown.copy.isEnabled())
    qtbot.wait(2 * REST)
    assert not shown.copy.isEnabled()
    assert "follows as soon as they rest" in shown.words.text()
    controller.toggle_training()
    until(shown.copy.isEnabled)
    assert shown.text.toPlainText() != before
    assert f"after {controller.fitting_snapshot.network.updates} updates" in shown.text.toPlainText()
    check(window, shown, until, 4, 1)


def test_phases_of_the_same_clock_leave_it_alone_and_copy_says_what_was_copied(window, shown, qtbot, until):
    until(shown.copy.isEnabled)
    qtbot.mouseClick(shown.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == shown.text.toPlainText()
    assert shown.copy.text() == "Copied"
    window.controller.step_phase(1)
    window.controller.step_phase(1)
    assert shown.copy.isEnabled()
    assert shown.copy.text() == "Copied"
    window.controller.select(Key("f", 5, 0))
    assert not shown.copy.isEnabled()
    until(shown.copy.isEnabled)
    assert shown.copy.text() == "Copy"


def test_opened_again_it_is_of_now(window, shown, until):
    shown.close()
    window.controller.select(Key("f", 7, 2))
    assert not shown.isVisible()
    window.actions_.numpy.trigger()
    assert shown.isVisible()
    until(shown.copy.isEnabled)
    check(window, shown, until, 7, 2)
