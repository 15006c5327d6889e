"""A few lines of small print whose words change all the time and whose place never does."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rnnviz.figure.palette import Theme
from rnnviz.gui.toolkit.fonts import font

LINE = 15
SIZE = 11


class Facts(QWidget):
    """Painted rather than a label, which would have the whole panel laid out anew for every number that changes; `rows`
    are its lines, in two where one is too long for its width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.lines: list[str] = []
        self.rows: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What the numbers are of"))

    def set_lines(self, lines: list[str]) -> None:
        if lines != self.lines:
            self.lines = lines
            self._break()
            self.setAccessibleDescription("; ".join(lines))
            self.setToolTip("\n".join(lines))
            self.update()

    def _break(self) -> None:
        before, metrics = len(self.rows), QFontMetrics(font(SIZE))
        self.rows = []
        for line in self.lines:
            first, *words = line.split(" ")
            self.rows.append(first)
            for word in words:
                longer = f"{self.rows[-1]} {word}"
                if metrics.horizontalAdvance(longer) <= self.width():
                    self.rows[-1] = longer
                else:
                    self.rows.append(word)
        if len(self.rows) != before:
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, LINE * max(1, len(self.rows)))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(font(SIZE))
            painter.setPen(QColor(self.theme.muted))
            for index, row in enumerate(self.rows):
                place = QRectF(0, index * LINE, self.width(), LINE)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, row)
