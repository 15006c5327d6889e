"""Saving a session: what the files of the main window and those of a window of patterns have in common."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rnnviz.errors import InputError
from rnnviz.export.place import check_place, placing
from rnnviz.gui.control.keeper import Keeper
from rnnviz.gui.control.shelf import Shelf
from rnnviz.session.files import SUFFIX
from rnnviz.session.undo import Undoable


class Saving(QObject):
    """Knows the file of the session. What cannot be written is said in one sentence, and nothing changes."""

    said = Signal(str, str)  # kind and sentence, for the message bar

    def __init__(
        self, window: QWidget, session: Undoable[Any], write: Callable[[Any, Path], None], shelf: Shelf | None
    ) -> None:
        """write: a state to a path, with the file system's OSError."""
        super().__init__(window)
        self._window, self._session, self._write = window, session, write
        self.keeper = Keeper(window, session, write, shelf)
        self.keeper.said.connect(self.said)

    @property
    def path(self) -> Path | None:
        """The file of the session; None where it has none yet."""
        return self.keeper.path

    def usual_name(self) -> str:
        """What a session is called that has no file yet, without its ending."""
        raise NotImplementedError

    def save(self) -> None:
        """Under the name that the session has; asks for one when it has none."""
        if self.path is None:
            self.save_as()
        else:
            self.save_to(self.path)

    def save_as(self) -> None:
        suggestion = str(self.path or self.usual_name() + SUFFIX)
        pattern = self.tr("Sessions ({pattern})").format(pattern=f"*{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save session"), suggestion, pattern)
        if name:
            path = Path(name)
            self.save_to(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))

    def save_to(self, path: Path) -> None:
        try:
            check_place(path)
            with placing(path):
                self._write(self._session.state, path)
        except InputError as error:
            self.said.emit("error", str(error))
            return
        self.keeper.saved(path)
        self.said.emit("note", self.tr("Saved as {file}.").format(file=path))
