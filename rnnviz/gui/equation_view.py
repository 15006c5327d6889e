"""One line of the inspector: a coloured bar, a name, a value, the equation and the numbers put into it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rnnviz.figure.equations import Line
from rnnviz.figure.palette import Theme
from rnnviz.gui.equation_images import EquationImages, plain
from rnnviz.gui.fonts import font

LETTERS = 16.0  # pixels: the size of the equation's letters
NAME, EQUATION, NUMBERS = 20, 26, 17  # heights
INDENT = 12


class EquationRow(QWidget):
    """Its height does not depend on what it says, so that numbers can change with every frame."""

    def __init__(self, theme: Theme, images: EquationImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.line: Line | None = None
        self.marked = False
        self._images = images
        images.ready.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(220, NAME + EQUATION + NUMBERS + 6)

    def set_line(self, line: Line, marked: bool = False) -> None:
        """marked: whether this line is of what was clicked, among the others of the same unit."""
        if line != self.line or marked != self.marked:
            self.line, self.marked = line, marked
            self.setAccessibleName(f"{line.title} {line.value}")
            self.setAccessibleDescription(f"{plain(line.tex)}; {line.substituted}")
            self.setToolTip(line.substituted if self._too_long(line.substituted) else "")
            self.update()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def _too_long(self, text: str) -> bool:
        return len(text) * 6 > self.width() - INDENT

    def paintEvent(self, event: QPaintEvent) -> None:
        line, theme = self.line, self.theme
        if line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.role(line.role))
        painter.setPen(Qt.PenStyle.NoPen)
        if self.marked:
            painter.setBrush(QColor(theme.highlight))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, -1, 0, -3), 4, 4)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(0, 2, 4, self.height() - 8), 2, 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        wide = self.width() - INDENT - 4
        painter.setPen(colour)
        painter.setFont(font(13, True))
        painter.drawText(QRectF(INDENT, 0, wide, NAME), middle | Qt.AlignmentFlag.AlignLeft, line.title)
        painter.setPen(QColor(theme.text))
        painter.setFont(font(15, True))
        painter.drawText(QRectF(INDENT, 0, wide, NAME), middle | Qt.AlignmentFlag.AlignRight, line.value)
        self._paint_equation(painter, QRectF(INDENT, NAME, wide, EQUATION))
        painter.setPen(QColor(theme.muted))
        painter.setFont(font(11))
        below = QRectF(INDENT, NAME + EQUATION, wide, NUMBERS)
        text = painter.fontMetrics().elidedText(line.substituted, Qt.TextElideMode.ElideRight, int(wide))
        painter.drawText(below, middle | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    def _paint_equation(self, painter: QPainter, box: QRectF) -> None:
        image = self._images.get(self.line.tex, LETTERS, self.theme.text)
        if image is None:
            painter.setPen(QColor(self.theme.text))
            painter.setFont(font(13))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, plain(self.line.tex))
            return
        size = image.viewBoxF().size()
        scale = min(1.0, box.width() / size.width(), box.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        image.render(painter, QRectF(box.left(), box.center().y() - height / 2, width, height))
