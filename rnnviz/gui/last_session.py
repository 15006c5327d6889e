"""Work of an earlier program that is in no file of the person's, offered in the main window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rnnviz.errors import InputError
from rnnviz.figure.patterns.film import kind_title
from rnnviz.gui.control.shelf import Shelf, discard
from rnnviz.gui.panels.training_panel import grouped
from rnnviz.session import files, pattern_files
from rnnviz.session.patterns import PatternState
from rnnviz.session.state import State

if TYPE_CHECKING:
    from rnnviz.gui.window import MainWindow


class LastSession(QObject):
    """Offers the newest session, and after it is opened the next one, or none at all after it is dismissed. What is
    opened is as unsaved as it was."""

    def __init__(self, main: "MainWindow", shelf: Shelf) -> None:
        super().__init__(main)
        self._main, self._shelf = main, shelf
        self._left: list[Path] = []
        self._offered: tuple[Path, State | PatternState] | None = None
        self._first = True
        main.messages.taken.connect(self._open)
        main.messages.dismissed.connect(self._dismiss)

    def begin(self) -> None:
        """Offer what there is; a session that cannot be read is put aside, and said."""
        self._left = self._shelf.left()
        self._next()

    def _next(self) -> None:
        self._offered, problems = None, []
        while self._left and self._offered is None:
            path = self._left.pop(0)
            try:
                patterns = pattern_files.holds_patterns(path)
                self._offered = path, pattern_files.load(path) if patterns else files.load(path)
            except InputError as problem:
                words = self.tr("An unsaved session cannot be opened. {problem} It stays there as {path}.")
                aside = self._shelf.set_aside(path)
                problems.append(words.format(path=aside, problem=problem))
        if problems:
            self._main.messages.say("error", "\n".join(problems))
        sentence = "" if self._offered is None else self._sentence(self._offered[1])
        self._main.messages.offer(sentence, several=bool(self._left))

    def _sentence(self, state: State | PatternState) -> str:
        if isinstance(state, State):
            parts, updates = [self._main.topbar.said(state)], state.network.updates
        else:
            parts, updates = (
                [kind_title(state.spec.kind), self.tr("%n pattern(s)", "", len(state.patterns))],
                state.updates,
            )
        if updates:
            said = self.tr("%n update(s)", "", updates).replace(str(updates), grouped(updates))
            parts.append(said.replace(" ", "\N{NO-BREAK SPACE}"))
        last = self.tr("Your last session ({what}) was not saved.")
        earlier = self.tr("An earlier session ({what}) was not saved.")
        words, self._first = last if self._first else earlier, False
        more = self.tr("%n more as well.", "", len(self._left)) if self._left else ""
        return f"{words.format(what=' · '.join(parts))} {more}".rstrip()

    def _open(self) -> None:
        path, state = self._offered
        if isinstance(state, State):
            self._main.files.keeper.expect(state, path)
            self._main.controller.open_state(state)
            self._main.timeline.setFocus()
        else:
            self._main.patterns.show(state, unsaved=path)
        self._next()

    def _dismiss(self) -> None:
        for path in (self._offered[0], *self._left):
            discard(path)
        self._left = []
        self._main.timeline.setFocus()
        self._next()
