"""What both kinds of timelines are: views one above the other on one time axis, and a bar below to scroll along it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from rnnviz.figure.palette import Theme
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.toolkit.divider_view import Divider

ZOOM = 1.25  # of one key press or one notch of the wheel
NOTCH = 120.0  # Qt's unit for a notch of the wheel


class TimelineFrame(QWidget):
    """Abstract: `take_axis` says who follows the axis, and `state`, once it is not None, where the playhead is.

    Wheel: along the time; Ctrl + wheel: zoom about the mouse; Shift + wheel: a screenful.
    """

    moved = Signal(object)  # Position: where a person put the playhead
    selected = Signal(object)  # Key, or None for nothing

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.axis = theme, axis
        self.reduced_motion = False
        self._own_zoom = False  # whether a person chose the width of the columns
        self._own_heights = False
        self.splitter = Divider(theme)
        self.splitter.splitterMoved.connect(self._divided)
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self.bar.setAccessibleName(self.tr("Scroll along the time"))
        keeps_room = self.bar.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(keeps_room)
        self.bar.valueChanged.connect(self._scrolled)
        stacked(self, self.splitter, self.bar)
        self.setAccessibleName(self.tr("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def take_axis(self, axis: TimeAxis) -> None:
        """Another part of the time is to be seen, or as much of it in other columns."""
        raise NotImplementedError

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Columns `factor` times as wide; x stays where it is, by default the playhead."""
        if x is None:
            seen = self.state is not None and self.state.position.t in self.axis.visible
            x = self.axis.x(self.state.position.t) if seen else self.axis.left + self.axis.room / 2
        self._own_zoom = True
        self._set_axis(self.axis.zoomed(factor, x))

    def _set_axis(self, axis: TimeAxis) -> None:
        # Whole pixels: a mark is as sharp in every column, and the views agree to the pixel.
        axis = axis.scrolled(round(axis.offset))
        if axis != self.axis:
            self.axis = axis
            self.take_axis(axis)
        self.bar.blockSignals(True)
        self.bar.setRange(0, round(axis.longest_offset))
        self.bar.setPageStep(round(axis.room))
        self.bar.setSingleStep(max(1, round(axis.column)))
        self.bar.setValue(round(axis.offset))
        self.bar.blockSignals(False)
        self.bar.setVisible(axis.longest_offset >= 1)

    def _scrolled(self, value: int) -> None:
        self._set_axis(self.axis.scrolled(float(value)))

    def _divided(self) -> None:
        self._own_heights = True

    def wheelEvent(self, event: QWheelEvent) -> None:
        axis, delta = self.axis, event.angleDelta().y() or event.angleDelta().x()
        pixels = event.pixelDelta().x() or event.pixelDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM ** (delta / NOTCH), event.position().x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._set_axis(axis.scrolled(axis.offset - delta / NOTCH * axis.room))
        else:
            # A touch pad says pixels; a wheel's notch is three columns, or a fifth of the screen where that is more.
            notch = min(max(3 * axis.column, axis.room / 5), axis.room)
            self._set_axis(axis.scrolled(axis.offset - (pixels or delta / NOTCH * notch)))
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self.theme.stage))


def stacked(whole: QWidget, *parts: QWidget) -> QWidget:
    """`whole`, with these one above the other in it, the first as high as it can be."""
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for index, part in enumerate(parts):
        column.addWidget(part, 0 if index else 1)
    return whole
