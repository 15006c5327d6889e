"""`rnnviz [FILE]`: the window."""

import argparse
from pathlib import Path

from rnnviz.app.main import COMMANDS
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
    return open_window(args.file)


def qt_problem(error: ImportError) -> InputError:
    """Why Qt cannot be loaded, and the line that helps."""
    cure = install_line() if is_linux() and ".so" in str(error) else "pip install --upgrade rnnviz"
    return InputError(
        QT_TRANSLATE_NOOP("errors", "Qt cannot be loaded here ({reason}); install what is missing with: {line}"),
        reason=error,
        line=cure,
    )
