"""A widget that paints a Drawing, and knows by arithmetic what lies under the mouse."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rnnviz.figure.describe import describe
from rnnviz.figure.drawing import Drawing
from rnnviz.figure.hits import hit
from rnnviz.figure.layers import Bounds, Layer, united
from rnnviz.figure.palette import Theme
from rnnviz.figure.rows import NARROW
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.toolkit.axis_view import AxisView
from rnnviz.gui.toolkit.focus_ring import FocusRing
from rnnviz.gui.toolkit.painter import StaticCache, paint
from rnnviz.session.state import Key

PATIENCE = 0.5  # seconds for which a learning network's edges may be those of a moment ago


class DrawingView(FocusRing, AxisView):
    """Abstract: `make` says which Drawing. It is made when it is needed and kept until something it shows changed."""

    hovered = Signal(object)  # Key that the mouse points at, or None

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(theme, axis, parent)
        self.hover: Key | None = None
        self._drawing: Drawing | None = None
        self._known: tuple[Layer, Layer] | None = None
        self._cache = StaticCache()

    def make(self) -> Drawing:
        """The Drawing for the present scene, axis, size and position."""
        raise NotImplementedError

    @property
    def drawing(self) -> Drawing | None:
        if self._drawing is None and self.scene is not None:
            self._drawing = self.make()
        return self._drawing

    @property
    def _layers(self) -> tuple[Layer, Layer]:
        """The static and the live layer of the drawing."""
        if self._known is None:
            self._known = Layer(self.drawing.static), Layer(self.drawing.live)
        return self._known

    def refresh(self) -> None:
        self._drawing = self._known = None
        self.update()

    def refresh_between(self, first: int, last: int) -> None:
        """Only what looks different is painted again; of narrow columns that is nearly all."""
        old = self._drawing
        if old is None or self.axis.column < NARROW or not self.isVisible():
            self.refresh()
            return
        static, live = self._layers
        self._drawing = new = self.make()
        live, different = live.followed(new.live)
        if new.static_id is None or new.static_id != old.static_id:
            static, below = static.followed(new.static)
            different = united(different, below)
        self._known = static, live
        if different is not None:
            left, top, right, bottom = live.with_dashes(different)
            self.update(QRectF(left - 1, top - 1, right - left + 2, bottom - top + 2).toAlignedRect())

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

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            drawing = self.drawing
            if drawing is None:
                painter.fillRect(self.rect(), QColor(self.theme.stage))
            else:
                part = event.rect()
                if part != self.rect():
                    seen = Bounds(part.left() - 2.0, part.top() - 2.0, part.right() + 3.0, part.bottom() + 3.0)
                    drawing = replace(drawing, live=self._layers[1].within(seen))
                # The weights that stay on the stage when learning ends are the last ones.
                self._cache.patience = PATIENCE if self.state is not None and self.state.learning else 0.0
                before = self._cache.painted
                paint(drawing, painter, self._cache)
                if part != self.rect() and before != self._cache.painted:
                    self.update()  # the weights that were there for a while are outdated everywhere
            self.paint_ring(painter)
