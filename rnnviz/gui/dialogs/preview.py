"""One frame of the film to be, as it will look."""

from typing import Any, Protocol

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rnnviz.errors import InputError
from rnnviz.export.footage import Footage
from rnnviz.export.options import FilmOptions, still_rolled
from rnnviz.figure.drawing import Drawing
from rnnviz.gui.toolkit.painter import paint
from rnnviz.session.playback import end_of

SETTLE_MS = 150


class Filmed(Protocol):
    """A controller whose work can be filmed."""

    @property
    def footage(self) -> Footage: ...

    @property
    def state(self) -> Any: ...


class Preview(QWidget):
    """Drawn a moment after the options changed; learning and playing do not disturb it."""

    def __init__(self, controller: Filmed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._options: FilmOptions | None = None
        self._still = False
        self.image = QImage()
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview"))
        self.setToolTip(self.tr("One frame of it"))

    def sizeHint(self) -> QSize:
        return QSize(480, 300)

    def show_options(self, options: FilmOptions, *, still: bool) -> None:
        """Draw a frame for these options soon: of a film the middle, of a still its only one."""
        self._options, self._still = options, still
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def drawing(self) -> Drawing | None:
        """The frame as data; None while the options do not fit the sequence."""
        options, footage = self._options, self._controller.footage
        if options is None:
            return None
        t = self._controller.state.position.t
        if not self._still:
            try:
                t = sum(options.clocks(footage.steps)) // 2
            except InputError:
                return None
        rolled = still_rolled(options) if self._still else float(options.fold == "folded")
        return footage.draw(options, options.width, options.height)(end_of(t, footage.phases), rolled)

    def draw(self) -> None:
        """Paint the frame at the size that it has here."""
        self._timer.stop()
        drawing = self.drawing()
        if drawing is None or not self.width() or not self.height():
            return
        ratio = self.devicePixelRatioF()
        scale = min((self.width() - 2) / drawing.width, (self.height() - 2) / drawing.height)
        size = QSize(max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale)))
        image = QImage(size * ratio, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            painter.scale(scale * ratio, scale * ratio)
            paint(drawing, painter)
        image.setDevicePixelRatio(ratio)
        self.image = image
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        with QPainter(self) as painter:
            size = self.image.deviceIndependentSize()
            x, y = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            painter.drawImage(QRectF(x, y, size.width(), size.height()), self.image)
            painter.setPen(QPen(QColor(self.palette().mid().color()), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(x - 0.5, y - 0.5, size.width() + 1, size.height() + 1))
