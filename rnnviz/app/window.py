"""`rnnviz [FILE]`: the window."""

import argparse
import contextlib
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

from rnnviz.app.main import COMMANDS, INTERRUPTED
from rnnviz.app.system import check_window, install_line, is_linux
from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP, translate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    help = translate("app", "a session (.rnnviz) or a sequence (.txt, .csv, .tsv, .npy) to open")
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help=help)


def run(args: argparse.Namespace) -> int:
    if args.file is not None and not args.file.exists():
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "There is no file “{file}”, and no such command; there is {names}."),
            file=args.file,
            names=", ".join(COMMANDS),
        )
    check_window()
    try:
        from rnnviz.gui.application import run as open_window
    except ImportError as error:
        raise qt_problem(error) from error
    with _signals_close_the_window() as signals:
        code = open_window(args.file)
    return INTERRUPTED if signals else code


@contextlib.contextmanager
def _signals_close_the_window() -> Iterator[list[int]]:
    """Ctrl+C and SIGTERM close the window as its own button does; raised in the middle of one of Qt's calls, an
    exception would be lost there. Yields the signals that came. A second one ends the program at once."""
    seen: list[int] = []

    def close(number: int, _: object) -> None:
        from PySide6.QtCore import QCoreApplication, QTimer

        application = QCoreApplication.instance()
        if application is None or seen:
            raise KeyboardInterrupt
        seen.append(number)
        QTimer.singleShot(0, application.quit)

    numbers = (signal.SIGINT, signal.SIGTERM)
    if threading.current_thread() is not threading.main_thread():
        numbers = ()
    before = {number: signal.signal(number, close) for number in numbers}
    try:
        yield seen
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def qt_problem(error: ImportError) -> InputError:
    """Why Qt cannot be loaded, and the line that helps."""
    cure = install_line() if is_linux() and ".so" in str(error) else "pip install --upgrade rnnviz"
    return InputError(
        QT_TRANSLATE_NOOP("errors", "Qt cannot be loaded here ({reason}); install what is missing with: {line}"),
        reason=error,
        line=cure,
    )
