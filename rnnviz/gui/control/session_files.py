"""Opening and saving: what a file dialog, a drop, the menu or the command line asks for."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rnnviz.cells.base import cells
from rnnviz.errors import InputError
from rnnviz.gui.control.controller import Controller
from rnnviz.gui.control.reading import Reading, of_table
from rnnviz.gui.control.saving import Saving
from rnnviz.gui.control.shelf import Shelf
from rnnviz.inputs import SUFFIXES, read_file
from rnnviz.paths import resource
from rnnviz.session import files, start
from rnnviz.session.catalogue import CATALOGUE, PATTERNS
from rnnviz.session.pattern_files import holds_patterns
from rnnviz.words import QT_TRANSLATE_NOOP, translate

TABLES = (".csv", ".tsv")


class SessionFiles(Saving):
    """What cannot be read is said in one sentence too, and nothing changes."""

    opened = Signal()
    patterns_found = Signal(object)  # Path: a session of patterns, which has a window of its own
    unreadable = Signal(object)  # Reading: a sequence that the task cannot read

    def __init__(self, controller: Controller, window: QWidget, shelf: Shelf | None) -> None:
        super().__init__(window, controller.session, files.save, shelf)
        self._controller = controller

    def choose(self) -> None:
        """Ask for a file, and open it."""
        patterns = " ".join(f"*{suffix}" for suffix in (files.SUFFIX, *SUFFIXES))
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open"), "", self.tr("Sequences and sessions ({patterns})").format(patterns=patterns)
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """A session or a sequence, by the end of the name."""
        try:
            if path.suffix.lower() == files.SUFFIX and holds_patterns(path):
                self.patterns_found.emit(path)
                return
            if path.suffix.lower() == files.SUFFIX:
                self._controller.open_state(files.load(path))
                self.keeper.saved(path)
            elif path.suffix.lower() not in SUFFIXES:
                raise InputError(
                    QT_TRANSLATE_NOOP("errors", "“{name}” is not of a kind that can be opened; {suffixes} files can."),
                    name=path.name,
                    suffixes=", ".join((files.SUFFIX, *SUFFIXES)),
                )
            elif not self._sequence(path):
                return
        except InputError as error:
            self.said.emit("error", str(error))
            return
        self.opened.emit()

    def open_name(self, name: str) -> None:
        """A file by its name, as a drop gives it."""
        self.open(Path(name))

    def _sequence(self, path: Path) -> bool:
        reading: Reading = self._controller.set_sequence(read_file(path))
        if reading.fits:
            return True
        if path.suffix.lower() in TABLES:
            reading = of_table(reading, path)
        self.unreadable.emit(reading)
        self.said.emit("error", self.tr("{file}: {problem}").format(file=path.name, problem=reading.complaint))
        return False

    def open_preset(self, name: str) -> None:
        """A shipped session, and in a sentence what can be seen in it."""
        entry = CATALOGUE[name]
        if entry.group == PATTERNS:
            self.patterns_found.emit(resource("presets", "patterns", name + files.SUFFIX))
            return
        try:
            self._controller.open_state(start.preset(name))
        except InputError as error:
            self.said.emit("error", str(error))
            return
        self.opened.emit()
        self.said.emit("note", translate("presets", entry.story))

    def new_network(self, cell: str) -> None:
        """An untrained network of this cell on the first task; undo brings the old one back."""
        state = start.fresh_state(cell=cell)
        self._controller.open_state(state)
        self.opened.emit()
        text = self.tr("New, and it has learned nothing yet: {cell}, {task}. Train lets it learn; Undo goes back.")
        title, task = translate("cells", cells[cell].title), translate("tasks", type(state.task).title)
        self.said.emit("note", text.format(cell=title, task=task))

    def usual_name(self) -> str:
        return "session"
