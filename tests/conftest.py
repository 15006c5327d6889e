"""Settings for every test: no screen, the bundled fonts, and nothing left behind."""

import os
import threading
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["RNNVIZ_LANGUAGE"] = "en"  # whatever the machine speaks

import pytest
from translated import LANGUAGES, translator

from rnnviz import words


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp):
    """Qt allows one application in a process: the window's kind, before a command makes itself a smaller one."""


@pytest.fixture(scope="session", autouse=True)
def own_data(tmp_path_factory):
    """The user's unsaved work is neither read nor written, not by programs that a test starts either."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))


@pytest.fixture(params=LANGUAGES)
def each_language(request):
    """The core speaks every language in turn, without Qt."""
    words.set_translator(translator(request.param))
    yield request.param
    words.set_translator(None)


@pytest.fixture(autouse=True)
def no_thread_left():
    """A test that leaves one of our threads running fails: a window that closes must end its engine."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 10.0
    while left := [t for t in threading.enumerate() if t not in before and t.name.startswith("rnnviz")]:
        if time.monotonic() > deadline:
            pytest.fail(f"threads left running: {[thread.name for thread in left]}")
        time.sleep(0.01)


@pytest.fixture(autouse=True)
def no_window_left(one_application):
    """A test that leaves a window behind, shown or hidden, fails: a window that is closed must be deleted."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [type(widget).__name__ for widget in QApplication.topLevelWidgets() if isinstance(widget, QMainWindow)]
    if left:
        pytest.fail(f"windows left behind: {left}")
