"""A window, or its controller alone, with the real engine; settings that are not the user's; no Qt warning passes."""

import time

import pytest
from PySide6.QtCore import QSettings, QtMsgType
from PySide6.QtWidgets import QLabel

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.palette import LIGHT
from rnnviz.gui.control.controller import Controller
from rnnviz.gui.toolkit.view import View
from rnnviz.gui.views.timeline import Timeline
from rnnviz.session.start import initial

# What the offscreen platform says of itself, whatever a program does.
HARMLESS = ("This plugin does not support",)


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory):
    """The user's settings are neither read nor written."""
    old = QSettings.defaultFormat()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    folder = tmp_path_factory.mktemp("settings")
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder))
    yield folder
    QSettings.setDefaultFormat(old)


@pytest.fixture(autouse=True)
def no_qt_warning(qtlog):
    yield
    bad = [
        record.message
        for record in qtlog.records
        if record.type != QtMsgType.QtDebugMsg and not record.message.startswith(HARMLESS)
    ]
    assert not bad


class Watch(View):
    """A view that remembers what it was shown."""

    def __init__(self):
        self.seen = []

    def show(self, state, snapshot, changed):
        self.seen.append((state, snapshot, changed))

    @property
    def snapshot(self) -> Snapshot:
        return self.seen[-1][1]


@pytest.fixture
def controller(qapp):
    """A running controller without a window, on the preset that the program begins with."""
    made = Controller(initial())
    made.start()
    yield made
    assert made.stop()


@pytest.fixture
def watch(controller):
    view = Watch()
    controller.add_view(view)
    return view


@pytest.fixture
def until(qtbot):
    """Wait, with the event loop running, until a condition holds."""

    def wait(condition, timeout=30_000):  # on a loaded machine all is slow
        qtbot.waitUntil(condition, timeout=timeout)

    return wait


@pytest.fixture
def spin(qtbot):
    """Let the event loop run for so many seconds."""

    def run(seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            qtbot.wait(5)

    return run


@pytest.fixture
def window(qtbot):
    """The main window, running, on the preset that the program begins with."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from rnnviz.gui import application
    from rnnviz.gui.dialogs.preferences import Preferences
    from rnnviz.gui.window import MainWindow

    app = QApplication.instance()
    application.prepare(app)
    made = MainWindow(initial(), Preferences(theme="light"))
    gone = []
    made.destroyed.connect(lambda: gone.append(True))
    made.show()
    made.controller.start()
    qtbot.waitExposed(made)
    yield made
    if not gone:
        made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    assert gone, "the window lives on after it was closed"
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


@pytest.fixture
def timeline(qtbot):
    """A visible timeline of 900 x 640 with nothing shown yet."""
    made = Timeline(QLabel("transport"), LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitExposed(made):
        made.setVisible(True)
    qtbot.waitUntil(lambda: made.curves.plot is not None)
    return made
