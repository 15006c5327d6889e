"""Opening and saving: what a file dialog or the menu of a window of patterns asks for."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from rnnviz.errors import InputError
from rnnviz.gui.control.saving import Saving
from rnnviz.gui.control.shelf import Shelf
from rnnviz.gui.patterns.controller import PatternController
from rnnviz.session.catalogue import CATALOGUE
from rnnviz.session.pattern_files import SUFFIX, pattern_preset, save
from rnnviz.words import translate


class PatternFiles(Saving):
    """The main window knows which window a file belongs into, and opens it there."""

    wanted = Signal(str)  # the file's name

    def __init__(self, controller: PatternController, window: QWidget, shelf: Shelf | None) -> None:
        super().__init__(window, controller.session, save, shelf)
        self._controller = controller

    def choose(self) -> None:
        """Ask for a file to open."""
        kinds = self.tr("Sessions ({pattern})").format(pattern=f"*{SUFFIX}")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open"), "", kinds)
        if name:
            self.wanted.emit(name)

    def open_example(self, action: QAction) -> None:
        """The shipped session whose name the action holds, and in a sentence what can be seen in it."""
        try:
            self._controller.open_state(pattern_preset(action.data()))
        except InputError as error:
            self.said.emit("error", str(error))
            return
        self.said.emit("note", translate("presets", CATALOGUE[action.data()].story))

    def usual_name(self) -> str:
        return self._controller.state.spec.kind
