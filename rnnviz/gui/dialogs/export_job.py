"""A film that is being written in a plain thread of its own, looked at by a timer of the window."""

import logging
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rnnviz.errors import InputError
from rnnviz.export.base import Cancelled, Exporter
from rnnviz.export.film import film_of
from rnnviz.export.footage import Footage
from rnnviz.export.options import FilmOptions
from rnnviz.export.writing import Film
from rnnviz.gui.toolkit.painter import render
from rnnviz.words import QT_TRANSLATE_NOOP

log = logging.getLogger("rnnviz")


@dataclass(frozen=True)
class Progress:
    """Frames done, frames in all, seconds that are left."""

    done: int = 0
    total: int = 0
    left: float = 0.0


class ExportJob:
    """Everything it reads is immutable, so learning and playing go on meanwhile. `film` or `problem` is set at its
    end; both stay None when it was cancelled."""

    def __init__(self, footage: Footage, options: FilmOptions, path: Path, exporter: Exporter[Any]) -> None:
        self._footage, self._options = footage, options
        self._path, self._exporter = path, exporter
        self._cancel = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rnnviz-export", daemon=True)
        self.progress = Progress()
        self.film: Film | None = None
        self.problem: InputError | None = None

    def start(self) -> None:
        self._thread.start()

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    @property
    def cancelled(self) -> bool:
        return self._cancel.is_set()

    def cancel(self) -> None:
        """Ask it to end after the frame in hand; nothing is left behind."""
        self._cancel.set()

    def join(self, timeout: float) -> bool:
        """Wait for its end; True when it has ended."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _hear(self, done: int, total: int, left: float) -> None:
        self.progress = Progress(done, total, left)

    def _run(self) -> None:
        try:
            self.film = film_of(
                self._footage.whole(),
                self._options,
                render,
                self._path,
                exporter=self._exporter,
                progress=self._hear,
                cancelled=self._cancel.is_set,
            )
        except Cancelled:
            log.info("export to %s cancelled", self._path)
        except InputError as error:
            self.problem = error
        except Exception as error:  # a thread has nobody above it who could say what happened
            log.exception("export to %s", self._path)
            self.problem = InputError(
                QT_TRANSLATE_NOOP("errors", "The film could not be written: {error}."), error=str(error) or repr(error)
            )
