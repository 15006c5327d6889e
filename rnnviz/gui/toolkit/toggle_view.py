"""An entry of a legend that can be switched on and off."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from rnnviz.gui.toolkit.fonts import font

SWATCH = 14


class LegendToggle(QAbstractButton):
    """A line in the curve's colour with its name: solid when the curve is shown, an empty box to tick when not."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = QColor("black")
        self.setText(text)
        self.setCheckable(True)
        self.setFont(font(11))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_colour(self, colour: str) -> None:
        self.colour = QColor(colour)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SWATCH + 9 + self.fontMetrics().horizontalAdvance(self.text()), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.height() / 2
            box = QRectF(1.5, middle - 5.5, 11, 11)
            painter.setPen(QPen(self.colour, 2.2 if self.hasFocus() or self.underMouse() else 1.4))
            painter.setBrush(self.colour if self.isChecked() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 2.5, 2.5)
            if self.isChecked():
                light = self.colour.lightness() > 150
                painter.setPen(QPen(QColor("black" if light else "white"), 1.8))
                painter.drawPolyline([QPointF(4, middle), QPointF(6.3, middle + 2.6), QPointF(10.2, middle - 3)])
            painter.setPen(self.colour)
            words = QRectF(SWATCH + 5, 0, self.width() - SWATCH - 5, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
