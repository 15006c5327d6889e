"""Who owns a window: Qt, never Python's garbage collector.

A window is full of circles: it knows its actions, and they know it. When nobody else refers to it, Python's collector
takes such a circle apart in any order, although Qt still shows the window or has yet to delete it. Each object is
emptied first: Qt then calls overrides and slots of what has lost its attributes and its own slots (“Slot 'MainWindow::'
not found”). And what is emptied before its parent is handed over to Python (`SbkObject_tp_clear` of PySide 6.11), which
deletes it although Qt will do so again: the process ends by SIGSEGV, then or with a later window. So:

- A window without a parent calls `belongs_to_qt` first.
- Everything else has a parent, or is put into a layout of what has one; Python's half of it lives as long.
- What is to be called soon is called by `later`.
- No widget is asked for its `screen()`. PySide takes what a method without arguments returns for a child of the object
  that was asked; the collector deletes it with the window, and the next thing that is measured has no screen. The
  application's screens have no such parent: `screen_of`. `nextInFocusChain` and `nativeParentWidget` are alike.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_alive: dict[int, QWidget] = {}


def belongs_to_qt(window: QWidget) -> None:
    """Closing the window deletes it. Qt does that; until it has, Python holds the window."""
    key = id(window)
    _alive[key] = window
    window.destroyed.connect(lambda: _alive.pop(key))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def screen_of(window: QWidget) -> QScreen:
    """The screen that shows the middle of a window; the first one where none does."""
    return QGuiApplication.screenAt(window.frameGeometry().center()) or QGuiApplication.primaryScreen()


def later(owner: QObject, call: Callable[[], None]) -> QTimer:
    """A timer that, once started, makes this call when Qt has done what is at hand. `QTimer.singleShot` would hold its
    call, and with it a whole window, for ever if the owner is deleted before."""
    timer = QTimer(owner, singleShot=True, interval=0)
    timer.timeout.connect(call)
    return timer
