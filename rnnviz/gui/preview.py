"""One frame of the film to be, as it will look."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSizePolicy, QWidget

from rnnviz.export.options import FilmOptions
from rnnviz.gui.controller import Controller

SETTLE_MS = 150


class Preview(QWidget):
    """Drawn again a moment after the options changed; learning and playing do not disturb it."""

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._options: FilmOptions | None = None
        self._still = False
        self.image = QImage()
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview"))
        self.setToolTip(self.tr("How the film will look in its middle"))

    def sizeHint(self) -> QSize:
        return QSize(480, 300)

    def show_options(self, options: FilmOptions, *, still: bool) -> None:
        self._options, self._still = options, still
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
