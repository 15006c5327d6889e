"""Saving a session: what the files of the main window and those of a window of patterns have in common."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rnnviz.errors import InputError
from rnnviz.export.place import check_place, placing
from rnnviz.session.files import SUFFIX


class Saving(QObject):
    """Knows the file of the session. What cannot be written is said in one sentence, and nothing changes."""

    said = Signal(str, str)  # kind and sentence, for the message bar

    def __init__(self, window: QWidget, path: Path | None = None) -> None:
        super().__init__(window)
        self._window, self.path = window, path

    def usual_name(self) -> str:
        """What a session is called that has no file yet, without its ending."""
        raise NotImplementedError

    def write(self, path: Path) -> None:
        """Errors: OSError."""
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
                self.write(path)
        except InputError as error:
            self.said.emit("error", str(error))
            return
        self.path = path
        self.said.emit("note", self.tr("Saved as {file}.").format(file=path))
