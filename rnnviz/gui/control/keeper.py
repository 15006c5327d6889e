"""Knows which work of a window is in no file of the person's, marks its title, and keeps that work on the shelf."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from rnnviz.export.place import placing
from rnnviz.gui.control.shelf import Shelf, discard
from rnnviz.session.undo import Undoable

EVERY_MS = 60_000


@dataclass(eq=False)
class _Document:
    """clean: the work as it was opened or saved last; None where it is in no file. path: the person's file. kept: the
    one on the shelf, and the work that is in it. owed: what is being written there, or could not be."""

    clean: Any
    path: Path | None = None
    kept: Path | None = None
    kept_work: Any = None
    owed: Any = None


class Keeper(QObject):
    """Of each document of one session. Unsaved work is written when another document takes its place, when the window
    closes, and at most once a minute, in a thread, since a disk may be slow. States are frozen, so that learning goes
    on meanwhile. Without a shelf there is only the mark in the title."""

    said = Signal(str, str)  # kind and sentence, for the message bar
    _ended = Signal(object)  # what went wrong, or None

    def __init__(
        self, window: QWidget, session: Undoable[Any], save: Callable[[Any, Path], None], shelf: Shelf | None
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._save, self._shelf = window, session, save, shelf
        self._documents = {session.state.document: _Document(session.state)}
        self._marked = self._waiting = self._warned = self._refused = False
        self._problem: Exception | None = None
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self, singleShot=True, interval=EVERY_MS)
        self._timer.timeout.connect(self._now_and_then)
        self._ended.connect(self._told)
        session.listen(self._changed)

    @property
    def _document(self) -> _Document:
        return self._documents[self._session.state.document]

    @property
    def path(self) -> Path | None:
        """The person's file of this work; None where it has none."""
        return self._document.path

    @property
    def unsaved(self) -> bool:
        """Whether anything was changed since this work was opened or saved."""
        return not self._same(self._session.state, self._document.clean)

    def saved(self, path: Path) -> None:
        """The work of this moment is in this file."""
        self._join()
        document = self._document
        document.path, document.clean = path, self._session.state
        self._drop(document)
        self._refused = False
        self._mark()

    def expect(self, state: Any, kept: Path) -> None:
        """This state, which is open or opened next, is in no file but the one on the shelf."""
        self._documents[state.document] = _Document(None, None, kept, state)
        self._mark()

    def finish(self) -> bool:
        """Keep what is unsaved before the window closes, also what could not be kept when other work took its place.
        False, and said, where that fails; asked again, true."""
        others = [one.owed for one in self._documents.values() if one is not self._document and one.owed is not None]
        problems = [problem for state in (self._session.state, *others) if (problem := self._tried(state)) is not None]
        if not problems or self._refused:
            return True
        self._refused = self._warned = True
        words = self.tr("This work is unsaved and could not be kept: save it elsewhere, or close again to lose it.")
        self.said.emit("error", f"{words} {problems[0]}")
        return False

    def _tried(self, state: Any) -> Exception | None:
        """What went wrong when this work was kept."""
        self._keep(state)
        self._join()
        return self._problem

    def _same(self, state: Any, other: Any) -> bool:
        return other is not None and all(getattr(state, name) == getattr(other, name) for name in self._session.work)

    def _changed(self, old: Any, new: Any) -> None:
        if new.document is not old.document:
            self._documents.setdefault(new.document, _Document(new))
            self._keep(old)
        self._mark()

    def _mark(self) -> None:
        unsaved = self.unsaved
        if unsaved != self._marked:  # while it learns this is asked in every frame, and calls into Qt let it wait
            self._marked = unsaved
            self._window.setWindowModified(unsaved)
        if unsaved and not self._waiting:
            self._waiting = True
            self._timer.start()

    def _now_and_then(self) -> None:
        self._waiting = self._thread is not None and self._thread.is_alive()  # a slow disk: the next time, then
        if self._waiting:
            self._timer.start()
        else:
            self._keep(self._session.state)

    def _keep(self, state: Any) -> None:
        """Begin to write this work to the shelf, or take it from there if a file of the person's has it."""
        self._join()
        self._problem = None
        document = self._documents[state.document]
        document.owed = None
        if self._same(state, document.clean):
            self._drop(document)
        elif self._shelf is not None and not (self._same(state, document.kept_work) and document.kept.exists()):
            document.owed = state
            work = document, state, self._shelf.place(document.kept)
            self._thread = threading.Thread(target=self._write, args=work, name="rnnviz-keeper", daemon=True)
            self._thread.start()

    def _write(self, document: _Document, state: Any, path: Path) -> None:
        try:
            with placing(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                self._save(state, path)
            document.kept, document.kept_work, document.owed = path, state, None
        except Exception as problem:  # whatever it is: the window must not close over it
            self._problem = problem
        self._ended.emit(self._problem)

    def _told(self, problem: Exception | None) -> None:
        """Say once that work cannot be kept, until it can."""
        if problem is not None and not self._warned:
            words = self.tr("This work could not be kept for the next start; save it.")
            self.said.emit("error", f"{words} {problem}")
        self._warned = problem is not None
        self._refused = self._refused and self._warned

    def _join(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _drop(self, document: _Document) -> None:
        if document.kept is not None:
            discard(document.kept)
            document.kept = document.kept_work = None
