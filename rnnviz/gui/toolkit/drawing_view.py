"""A widget that paints a Drawing, and knows by arithmetic what lies under the mouse."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from rnnviz.figure.describe import describe
from rnnviz.figure.drawing import Drawing
from rnnviz.figure.hits import hit
from rnnviz.figure.palette import Theme
from rnnviz.figure.rows import NARROW
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.toolkit.axis_view import AxisView
from rnnviz.gui.toolkit.culling_view import culled
from rnnviz.gui.toolkit.painter import StaticCache, paint
from rnnviz.session.state import Key

PATIENCE = 0.5  # seconds for which a learning network's edges may be those of a moment ago
SPILL = 12.0  # pixels by which marks may reach beyond their clock's neighbours


class DrawingView(AxisView):
    """Abstract: `make` says which Drawing. It is made when it is needed and kept until something it shows changed."""

    hovered = Signal(object)  # Key that the mouse points at, or None

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(theme, axis, parent)
        self.hover: Key | None = None
        self._drawing: Drawing | None = None
        self._cache = StaticCache()
        self._ring = False

    def make(self) -> Drawing:
        """The Drawing for the present scene, axis, size and position."""
        raise NotImplementedError

    @property
    def drawing(self) -> Drawing | None:
        if self._drawing is None and self.scene is not None:
            self._drawing = self.make()
        return self._drawing

    def refresh(self) -> None:
        self._drawing = None
        self.update()

    def refresh_between(self, first: int, last: int) -> None:
        """What moves with the playhead lies in its column and those beside it, where columns are wide."""
        axis = self.axis
        if axis.column < NARROW or last - first > 2:
            self.refresh()
            return
        self._drawing = None
        left, right = axis.x(first - 1.5) - SPILL, axis.x(last + 1.5) + SPILL
        self.update(QRectF(left, 0, right - left, self.height()).toAlignedRect())

    def key_at(self, x: float, y: float) -> Key | None:
        drawing = self.drawing
        return None if drawing is None else hit(drawing, x, y)

    def tip(self, x: float, y: float) -> str:
        key = self.key_at(x, y)
        return "" if key is None or self.scene is None else describe(self.scene, key)

    def set_hover(self, key: Key | None) -> None:
        """Mark what is pointed at, here or in another view."""
        if key != self.hover:
            self.hover = key
            self.refresh()

    def _point(self, key: Key | None) -> None:
        if key != self.hover:
            self.set_hover(key)
            self.hovered.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            place = event.position()
            self._point(self.key_at(place.x(), place.y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Who clicks sees where; who uses the keyboard is shown the ring.
        self._ring = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            drawing = self.drawing
            if drawing is None:
                painter.fillRect(self.rect(), QColor(self.theme.stage))
            else:
                part = event.rect()
                if part.width() < 0.8 * self.width():
                    drawing = culled(drawing, part.left() - 2.0, part.right() + 3.0)
                # The weights that stay on the stage when learning ends are the last ones.
                self._cache.patience = PATIENCE if self.state is not None and self.state.learning else 0.0
                paint(drawing, painter, self._cache)
            if self._ring and self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(QColor(self.theme.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)
