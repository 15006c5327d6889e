"""Learning holds still while the window is painted."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class PaintHold(QObject):
    """Installed on a window, wraps all painting of one frame in `hold()`.

    Painting is thousands of short calls into Qt, each of which gives up Python's lock and then waits for it up to 5 ms
    as long as the engine's thread is busy: without the hold a frame takes several times as long.
    """

    def __init__(self, window: QWidget, hold: Callable[[], AbstractContextManager[Any]]) -> None:
        super().__init__(window)
        self._hold = hold
        self._inside = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest and not self._inside:
            self._inside = True
            try:
                with self._hold():
                    watched.event(event)
            finally:
                self._inside = False
            return True
        return super().eventFilter(watched, event)
