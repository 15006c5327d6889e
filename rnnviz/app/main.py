"""The command line: finds the command, runs it, and turns every failure into one sentence and an exit code."""

import argparse
import contextlib
import errno
import faulthandler
import importlib
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import rnnviz
from rnnviz.app.language import add_language, speak, taken_out
from rnnviz.errors import InputError
from rnnviz.export.base import Cancelled
from rnnviz.words import QT_TRANSLATE_NOOP, translate

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
COMMANDS = {
    "export": QT_TRANSLATE_NOOP("app", "make a film or a picture, without a screen"),
    "trace": QT_TRANSLATE_NOOP("app", "write every named array of a run as .npz or .csv"),
    "train": QT_TRANSLATE_NOOP("app", "train a network and save it as a session (.rnnviz)"),
    "experiment": QT_TRANSLATE_NOOP("app", "measure a classic result about gradients again"),
    "list": QT_TRANSLATE_NOOP("app", "say which presets, cells, tasks, formats or experiments there are"),
    "doctor": QT_TRANSLATE_NOOP("app", "say what works here, what is missing, and the line that installs it"),
}

_EPILOG = QT_TRANSLATE_NOOP(
    "app",
    """commands (rnnviz COMMAND --help says more):
{commands}

examples:
  rnnviz                                  open the window
  rnnviz lesson.rnnviz                    open a session that was saved
  rnnviz export parity.gif --preset parity --sequence "1 0 1 1"
  rnnviz trace - --preset worked-example
  rnnviz train mine.rnnviz --task parity --cell gru --updates 3000

exit codes: 0 done, 1 failed or bad input, 2 wrong usage, 130 interrupted
""",
)


def main(argv: list[str] | None = None) -> int:
    """Run the command line (`sys.argv` without its first word when `argv` is None); returns the exit code."""
    words = sys.argv[1:] if argv is None else argv
    if sys.stderr is not None and not faulthandler.is_enabled():
        with contextlib.suppress(ValueError, OSError):  # a stream without a file, as tests and notebooks have
            faulthandler.enable()
    try:
        with _termination_is_an_interrupt():
            code = _run(words)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except SystemExit as end:  # argparse has said what is wrong, or printed the help
        return end.code if isinstance(end.code, int) else FAILED
    except KeyboardInterrupt:
        return _say(translate("app", "Interrupted; nothing was written."), INTERRUPTED)
    except BrokenPipeError:  # the reader of our output, “head” perhaps, has seen enough
        _drop_output()
        return OK
    except Cancelled:
        return _say(translate("app", "Cancelled; nothing was written."), INTERRUPTED)
    except InputError as problem:
        return _say(str(problem), FAILED)
    except MemoryError:
        return _say(translate("app", "There is not enough memory for this; try a shorter sequence or fewer units."), 1)
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EIO):
            _drop_output()
        where = f"{problem.filename}: " if problem.filename else ""
        return _say(f"{where}{problem.strerror or problem}.", FAILED)


def window() -> int:
    """The start without a console: opens the window, with the file that was dropped on the program if any.

    Such a program has no sys.stderr on Windows: crashes are written to a file, and what is wrong to a message box.
    """
    if sys.stderr is None:
        faulthandler.enable((Path(tempfile.gettempdir()) / "rnnviz-crash.log").open("w", encoding="utf-8"))
    return main()


def _run(words: list[str]) -> int:
    language, words = taken_out(words)
    speak(language)
    if words and words[0] in COMMANDS:
        command = command_module(words[0])
        parser = argparse.ArgumentParser(
            prog=f"rnnviz {words[0]}",
            description=translate("app", COMMANDS[words[0]]),
            epilog=translate("app", command.EPILOG),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(parser)
        add_language(parser)
        return int(command.run(parser.parse_args(words[1:])))
    from rnnviz.app import window as command

    summaries = "\n".join(f"  {name:10} {translate('app', text)}" for name, text in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="rnnviz",
        usage="rnnviz [FILE]\n       rnnviz COMMAND ...",
        description=translate("app", "See recurrent networks: unrolled in time, gate by gate, while they learn."),
        epilog=translate("app", _EPILOG).format(commands=summaries),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    help = translate("app", "say which version this is")
    parser.add_argument("--version", action="version", version=f"rnnviz {rnnviz.__version__}", help=help)
    command.add_arguments(parser)
    add_language(parser)
    return int(command.run(parser.parse_args(words)))


@contextlib.contextmanager
def _termination_is_an_interrupt() -> Iterator[None]:
    """SIGTERM, as “timeout” and a shutdown send it, ends a command like Ctrl+C: nothing half-written stays."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def command_module(name: str) -> ModuleType:
    """The module of a command; each is imported only when it is used, and only export and the window load Qt."""
    return importlib.import_module(f"rnnviz.app.{name}")


def _say(sentence: str, code: int) -> int:
    """One sentence to where a person looks: stderr, or a message box where there is none."""
    if sys.stderr is not None:
        print(f"rnnviz: {sentence}", file=sys.stderr)
    elif sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, "rnnviz", 0x10)
    return code


def _drop_output() -> None:
    """Send what is still buffered for stdout nowhere, so that Python does not try, and fail, once more at its end."""
    with contextlib.suppress(ValueError, OSError):  # stdout has no file of its own: nothing can fail later
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
