"""Opens windows of patterns for the main window, and lets them follow its theme, its preferences and its end."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rnnviz.errors import InputError
from rnnviz.gui.control.shelf import Shelf
from rnnviz.paths import resource
from rnnviz.session import pattern_files
from rnnviz.session.catalogue import CATALOGUE
from rnnviz.session.patterns import PatternState
from rnnviz.words import translate

if TYPE_CHECKING:
    from rnnviz.gui.patterns.window import PatternWindow
    from rnnviz.gui.window import MainWindow

FIRST = {"hopfield": "hopfield-figures", "boltzmann": "boltzmann-xor", "restricted": "restricted-bars"}


class PatternWindows(QObject):
    """Knows those that are open."""

    def __init__(self, main: "MainWindow", shelf: Shelf | None) -> None:
        super().__init__(main)
        self._main, self._shelf = main, shelf
        self.open_ones: list[PatternWindow] = []

    def new(self, kind: str) -> None:
        """A window on the example that a kind of network begins with."""
        self._try(lambda: self.show(pattern_files.pattern_preset(FIRST[kind])))

    def new_hopfield(self) -> None:
        self.new("hopfield")

    def new_boltzmann(self) -> None:
        self.new("boltzmann")

    def new_restricted(self) -> None:
        self.new("restricted")

    def open(self, path: Path) -> None:
        """A window on a saved session; what cannot be read is said in the main window."""
        if path.parent == resource("presets", "patterns"):
            self._try(lambda: self._show_example(path.stem))
        else:
            self._try(lambda: self.show(pattern_files.load(path), path))

    def _show_example(self, name: str) -> None:
        """A shipped session has no file of the person's, but a story."""
        window = self.show(pattern_files.pattern_preset(name))
        window.messages.say("note", translate("presets", CATALOGUE[name].story))

    def _try(self, open_one: Callable[[], object]) -> None:
        try:
            open_one()
        except InputError as error:
            self._main.messages.say("error", str(error))

    def show(self, state: PatternState, path: Path | None = None, *, unsaved: Path | None = None) -> "PatternWindow":
        """path: the person's file that it is from. unsaved: the one on the shelf, of work that is in no other."""
        # Not needed for the first picture of the main window.
        from rnnviz.gui.patterns.window import PatternWindow

        window = PatternWindow(state, self._main.theme, self._shelf)
        if path is not None:
            window.files.keeper.saved(path)
        if unsaved is not None:
            window.files.keeper.expect(state, unsaved)
        window.set_reduced_motion(self._main.preferences.reduced_motion)
        window.wanted.connect(self._do)
        window.closed.connect(self._forget)
        self.open_ones.append(window)
        window.show()
        window.controller.start()
        return window

    def _forget(self, gone: "PatternWindow") -> None:
        self.open_ones = [window for window in self.open_ones if window is not gone]

    def _do(self, what: str, which: str) -> None:
        main = self._main
        if what == "new" and which in FIRST:
            self.new(which)
        elif what == "new":
            main.files.new_network(which)
            main.activateWindow()
        elif what == "open":
            main.files.open(Path(which))
        elif what == "theme":
            main.toggle_theme()
        elif what == "preferences":
            main.show_preferences()
        else:
            main.show_page(which)

    def set_theme(self) -> None:
        for window in self.open_ones:
            window.set_theme(self._main.theme)

    def set_reduced_motion(self, reduced: bool) -> None:
        for window in self.open_ones:
            window.set_reduced_motion(reduced)

    def close(self) -> bool:
        """False where the work of one of them could not be kept, which it says."""
        return all(window.close() for window in tuple(self.open_ones))
