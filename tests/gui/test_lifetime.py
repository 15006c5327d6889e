"""Windows are deleted by Qt: neither they nor the screen fall to Python's garbage collector before."""

import ast
import gc
import os
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

import rnnviz
from rnnviz.figure.palette import LIGHT
from rnnviz.gui.dialogs.preferences import Preferences
from rnnviz.gui.patterns.window import PatternWindow
from rnnviz.gui.toolkit import lifetime
from rnnviz.gui.window import MainWindow
from rnnviz.session.pattern_files import pattern_preset
from rnnviz.session.start import initial
from rnnviz.session.state import Key

CHILD = """
import gc, sys
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
from rnnviz.gui import application
from rnnviz.gui.window import MainWindow
from rnnviz.session.start import initial
from rnnviz.session.state import Key

qt = QApplication(["rnnviz"])
chosen = application.prepare(qt)
first = MainWindow(initial(), chosen)
for more in (False, False, True, True):
    window = MainWindow(initial(), chosen)
    if more:
        window.show()
        window.controller.start()
        window.patterns.new("hopfield")
        window.weights.open()
    qt.processEvents()
    window.close()
    del window
    gc.collect()  # Qt has yet to delete it
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qt.processEvents()
first.close()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print(len(qt.screens()), len(qt.allWidgets()))
"""


def test_windows_come_and_go_in_one_process(tmp_path):
    """It ended by SIGSEGV: Python took closed windows apart, and the screen with them."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "QT_LOGGING_RULES": "qt.qpa*=false"},
    )
    said = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    assert (done.returncode, done.stdout, said) == (0, "1 0\n", [])


@pytest.mark.parametrize(
    "make",
    [
        lambda: MainWindow(initial(), Preferences(theme="light")),
        lambda: PatternWindow(pattern_preset("hopfield-figures"), LIGHT),
    ],
)
def test_python_holds_a_closed_window_until_qt_has_deleted_it(qtbot, make):
    window = make()
    parts = [weakref.ref(part) for part in (window, *window.findChildren(QWidget))]
    known = parts[0]
    window.grab()  # what is to come after the first picture never comes
    window.close()
    del window
    gc.collect()
    assert known() is not None
    assert shiboken6.isValid(known())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert not [type(part()).__name__ for part in parts if part() is not None], "what is closed stays in memory"


def test_the_screen_is_no_part_of_a_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    assert lifetime.screen_of(window) is QGuiApplication.primaryScreen()
    window.move(QPoint(-30_000, -30_000))
    assert lifetime.screen_of(window) is QGuiApplication.primaryScreen()
    # What Python believes to be a part of the window says so here.
    assert "parent...." not in shiboken6.dump(lifetime.screen_of(window))


def test_no_widget_is_asked_for_what_is_not_its_own():
    """PySide would take it for the widget's child."""
    for path in Path(rnnviz.__file__).parent.rglob("*.py"):
        calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        names = {call.attr for call in calls if isinstance(call, ast.Attribute)}
        assert not names & {"screen", "nextInFocusChain", "nativeParentWidget"}, path


def test_what_is_measured_while_qt_dresses_the_window(window, until):
    """Equations settle their heights, on one line or two, in the middle of the change."""
    controller = window.controller
    window.resize(window.minimumSize())
    controller.set_network(cell="gru", layers=2, direction="bidirectional")
    until(lambda: controller.snapshot is not None)
    window.cells.select(Key("H", 3, 0, 1))

    def two_lines():
        rows = {row.line.title: row.sizeHint().height() for row in window.inspector.rows if row.line is not None}
        return "candidate" in rows and rows["candidate"] > rows["reset"] + 10

    for _ in range(3):
        until(two_lines, timeout=20_000)
        window.toggle_theme()
    until(two_lines, timeout=20_000)
