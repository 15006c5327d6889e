"""An equation in matrix form below its row in the inspector: the numbers of its vectors are links."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rnnviz.figure.drawing import Drawing, Texts
from rnnviz.figure.metrics import text_width
from rnnviz.figure.palette import Theme
from rnnviz.gui.toolkit.painter import paint
from rnnviz.session.state import Key


class MatrixFormView(QWidget):
    """As high as what it shows. Arrow keys up and down walk over the links, Enter follows one."""

    followed = Signal(object)  # Key of a number
    pointed = Signal(object)  # Key that is pointed at, or None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.drawing: Drawing | None = None
        self._pointed: Key | None = None
        self._chosen = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The equation as matrices"))

    def show_form(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.setFixedHeight(round(drawing.height))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, 0 if self.drawing is None else round(self.drawing.height))

    def links(self) -> list[tuple[Key, QRectF]]:
        """Every number that can be followed, and where it is."""
        made = []
        for batch in () if self.drawing is None else self.drawing.live:
            if isinstance(batch, Texts):
                for key, string, x, y in zip(batch.keys, batch.strings, batch.x, batch.y, strict=False):
                    if key is not None:
                        wide = text_width(string, batch.size, batch.bold)
                        made.append((key, QRectF(x - wide - 2, y - batch.size * 0.7, wide + 4, 1.4 * batch.size)))
        return made

    def _link_at(self, place: QPointF) -> Key | None:
        return next((key for key, box in self.links() if box.contains(place)), None)

    def _point(self, key: Key | None) -> None:
        if key != self._pointed:
            self._pointed = key
            self.setCursor(Qt.CursorShape.ArrowCursor if key is None else Qt.CursorShape.PointingHandCursor)
            self.pointed.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._link_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self._link_at(event.position())
        if key is not None and event.button() == Qt.MouseButton.LeftButton:
            self.followed.emit(key)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        links = self.links()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(event.key())
        if step is not None and 0 <= self._chosen + step < len(links):
            self._chosen += step
            self._point(links[self._chosen][0])
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._chosen < len(links):
            self.followed.emit(links[self._chosen][0])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._chosen = max(self._chosen, 0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._chosen = -1
        self._point(None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.drawing is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(self.drawing, painter)
            links = self.links()
            if self.hasFocus() and 0 <= self._chosen < len(links):
                painter.setPen(QPen(QColor(self.theme.accent), 1.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(links[self._chosen][1], 3, 3)
