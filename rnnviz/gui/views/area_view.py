"""What the views below the tracks share: a plot on the time axis, decades at its left, a note above, clocks below."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from rnnviz.figure.gutter import MARGIN
from rnnviz.figure.palette import Theme
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.toolkit.axis_view import AxisView
from rnnviz.gui.toolkit.decades_view import Decades, decade_name, labelled
from rnnviz.gui.toolkit.fonts import font

HEADER, FOOTER = 24, 22
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class AreaView(AxisView):
    """Values over t on a logarithmic scale. `title_width` pixels of the header belong to the chooser above it."""

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(theme, axis, parent)
        self.decades = Decades()
        self.title_width = 220
        self.setMinimumHeight(HEADER + FOOTER + 44)

    @property
    def area(self) -> QRectF:
        """The plot inside this widget."""
        axis = self.axis
        width = min(axis.room, axis.length)
        return QRectF(axis.left + axis.spare, HEADER, width, max(10, self.height() - HEADER - FOOTER))

    @property
    def pad(self) -> float:
        """Decades of air above and below the scale."""
        return 0.04 * (self.decades.high - self.decades.low) + 0.05

    def height_of(self, decade: float) -> float:
        """The y of a power of ten."""
        high, low, area = self.decades.high, self.decades.low, self.area
        return area.top() + area.height() * (high + self.pad - decade) / (high - low + 2 * self.pad)

    def shared(self) -> str:
        return self.tr("{clocks} clocks share this pixel; the curve reaches from their lowest to their highest value")

    def paint_frame(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.setBrush(QColor(self.theme.field))
        painter.drawRect(self.area.adjusted(-0.5, -0.5, 0.5, 0.5))

    def paint_note(self, painter: QPainter, notes: list[str]) -> None:
        """The longest note that has room beside the title."""
        painter.setFont(font(11))
        painter.setPen(QColor(self.theme.muted))
        start = MARGIN + self.title_width + 12
        room = self.axis.left + self.axis.room - start
        note = next((n for n in notes if painter.fontMetrics().horizontalAdvance(n) <= room), notes[-1])
        painter.drawText(QRectF(start, 1, room, HEADER - 1), RIGHT, note)

    def paint_decades(self, painter: QPainter) -> None:
        """The labels of the scale."""
        painter.setFont(font(10))
        painter.setPen(QColor(self.theme.muted))
        for decade in self.decades.ticks(self.area.height()):
            y = self.height_of(decade)
            painter.drawText(QRectF(self.area.left() - 66, y - 8, 58, 16), RIGHT, decade_name(decade))

    def paint_clocks(self, painter: QPainter) -> None:
        if self.state is None:
            return
        axis, now = self.axis, self.state.position.t
        top = self.height() - FOOTER
        bold = font(11, True)
        painter.setFont(bold)
        apart = painter.fontMetrics().horizontalAdvance(f"t={axis.steps}") + 12
        for t in sorted({*labelled(axis.visible, axis.column, apart, now), *axis.opened}):
            x = axis.x(t)
            if not axis.left <= x <= axis.left + axis.room:
                continue
            painter.setFont(bold if t == now else font(11))
            painter.setPen(QColor(self.theme.accent if t == now else self.theme.muted))
            x = min(x, self.width() - (apart - 12) / 2 - 2)  # the last one would be cut off
            painter.drawText(QRectF(x - apart, top + 1, 2 * apart, FOOTER - 2), Qt.AlignmentFlag.AlignCenter, f"t={t}")

    def said(self, what: str, value: float) -> str:
        """A value of a curve in words, and why it is not where a logarithm would have it."""
        if not math.isfinite(value):
            return self.tr("{what} is not a finite number ({norm}): a gap in the curve").format(what=what, norm=value)
        if value == 0:
            return self.tr("{what} = 0 exactly: marked on the floor, a logarithm has no zero").format(what=what)
        norm = f"{value:.4g}"
        if value < 10.0**self.decades.low:
            return self.tr("{what} = {norm}, below this scale: marked on the floor").format(what=what, norm=norm)
        return self.tr("{what} = {norm}").format(what=what, norm=norm)
