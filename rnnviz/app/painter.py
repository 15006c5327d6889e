"""The painter of the window, for commands that have no window."""

import contextlib
from collections.abc import Iterator

from rnnviz.app.system import check_pictures
from rnnviz.app.window import qt_problem
from rnnviz.export.film import Render


@contextlib.contextmanager
def painter() -> Iterator[Render]:
    """Drawing -> (height, width, 4) RGBA, by Qt on no screen. Errors: InputError when Qt cannot be loaded."""
    check_pictures()
    try:
        from PySide6.QtGui import QGuiApplication

        from rnnviz.gui.toolkit.painter import render
    except ImportError as error:
        raise qt_problem(error) from error
    # Fonts need an application to be alive; one that is there already (in a test) serves as well.
    application = QGuiApplication.instance() or QGuiApplication(["rnnviz"])
    try:
        yield render
    finally:
        del application
