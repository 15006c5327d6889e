"""Start of the window: one application, its fonts, theme and language, and an end that is clean."""

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QApplication

from rnnviz import __version__
from rnnviz.gui.control.shelf import Shelf
from rnnviz.gui.dialogs import preferences
from rnnviz.gui.last_session import LastSession
from rnnviz.gui.toolkit import fonts, icons, theme, translation
from rnnviz.gui.window import MainWindow
from rnnviz.session import start

log = logging.getLogger("rnnviz")


def prepare(application: QApplication) -> preferences.Preferences:
    """Name, fonts, language and theme of the application; returns the preferences that were kept."""
    translation.identify()
    QCoreApplication.setApplicationVersion(__version__)
    application.setFont(fonts.font(13))
    chosen = preferences.read()
    translation.install(translation.spoken(translation.chosen()))
    theme.apply(chosen.chosen_theme())
    application.setWindowIcon(icons.icon("rnnviz", "#475569"))
    return chosen


class ErrorReporter:
    """An excepthook that says an unexpected error in the window and logs it; the window stays open."""

    def __init__(self, window: MainWindow) -> None:
        self._window: MainWindow | None = window
        self._before = sys.excepthook
        window.destroyed.connect(self.forget)

    def install(self) -> None:
        sys.excepthook = self

    def remove(self) -> None:
        sys.excepthook = self._before

    def forget(self) -> None:
        self._window = None

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("unexpected error\n%s", "".join(traceback.format_exception(kind, error, trace)))
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
        elif self._window is not None:
            sentence = QCoreApplication.translate(
                "ErrorReporter", "That did not work: {error}. Your work is still there; it can be saved."
            )
            self._window.messages.say("error", sentence.format(error=str(error) or kind.__name__))


def run(path: Path | None = None, unsaved: Path | None = None) -> int:
    """Open the window, on a file if one is given, and stay until it is closed. Returns the exit status.

    unsaved: the folder for work that is in no file; the one that the system has for the program's data if None.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    chosen = prepare(application)
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    shelf = Shelf(unsaved or Path(data) / "unsaved")
    window = MainWindow(start.initial(), chosen, shelf=shelf)
    application.aboutToQuit.connect(window.controller.stop)
    reporter = ErrorReporter(window)
    reporter.install()
    try:
        window.show()
        window.controller.start()
        if path is not None:
            window.files.open(path)
        else:
            window.greet()
            if chosen.offer_session:
                LastSession(window, shelf).begin()
            else:
                shelf.left()  # gives up the oldest of too many
        return application.exec()
    finally:
        reporter.remove()
        shelf.close()
