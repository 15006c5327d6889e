"""A few lines of small print whose words change all the time and whose place never does."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rnnviz.figure.palette import Theme
from rnnviz.gui.fonts import font

LINE = 15


class Facts(QWidget):
    """Painted rather than a label, which would have the whole panel laid out anew for every number that changes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.lines: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What the numbers are of"))

    def set_lines(self, lines: list[str]) -> None:
        if lines != self.lines:
            if len(lines) != len(self.lines):
                self.updateGeometry()
            self.lines = lines
            self.setAccessibleDescription("; ".join(lines))
            self.setToolTip("\n".join(lines))
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, LINE * max(1, len(self.lines)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(11))
        painter.setPen(QColor(self.theme.muted))
        for index, line in enumerate(self.lines):
            text = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width())
            place = QRectF(0, index * LINE, self.width(), LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()
