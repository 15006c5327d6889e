"""The grid on which a pattern is drawn, by mouse or keyboard."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rnnviz.figure.palette import Theme

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_PAINT = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
HEIGHT = 168
LARGEST = 36.0  # the side of a pixel


class PatternEditor(QWidget):
    """Press a pixel to turn it, drag to paint the others alike; the arrow keys move a cursor, Space turns its pixel,
    Shift and an arrow paint along the way."""

    painted = Signal(object, bool)  # pixels (rows, columns), and whether a new stroke begins

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.pixels: NDArray[np.bool_] = np.zeros((1, 1), dtype=bool)
        self.turned: NDArray[np.bool_] = np.zeros((1, 1), dtype=bool)
        self.cursor_at = (0, 0)
        self._brush: bool | None = None
        self._keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Pattern"))
        self.setToolTip(
            self.tr("Draw with the mouse, or with arrow keys and Space; dots are the pixels that corruption turns")
        )

    def set_pixels(self, pixels: NDArray[np.bool_], turned: NDArray[np.bool_]) -> None:
        """Show a pattern (rows, columns), and which of its pixels corruption turns."""
        if pixels.shape != self.pixels.shape:
            self.updateGeometry()
        self.pixels, self.turned = pixels, turned
        rows, columns = pixels.shape
        self.cursor_at = (min(self.cursor_at[0], rows - 1), min(self.cursor_at[1], columns - 1))
        self._describe()
        self.update()

    def _describe(self) -> None:
        row, column = self.cursor_at
        shade = self.tr("on") if self.pixels[row, column] else self.tr("off")
        self.setAccessibleDescription(
            self.tr("Cursor on row {row}, column {column}: {shade}").format(row=row + 1, column=column + 1, shade=shade)
        )

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the pixels are at the width of the panel."""
        rows, columns = self.pixels.shape
        return QSize(220, min(HEIGHT, round(rows * min(220 / columns, LARGEST)) + 6))

    def _cell(self) -> tuple[float, float, float]:
        """Left, top and side of the pixels."""
        rows, columns = self.pixels.shape
        side = min((self.width() - 6) / columns, (self.height() - 6) / rows, LARGEST)
        return (self.width() - side * columns) / 2, (self.height() - side * rows) / 2, side

    def _at(self, x: float, y: float) -> tuple[int, int] | None:
        left, top, side = self._cell()
        row, column = int((y - top) // side), int((x - left) // side)
        inside = 0 <= row < self.pixels.shape[0] and 0 <= column < self.pixels.shape[1]
        return (row, column) if inside else None

    def _paint(self, place: tuple[int, int], black: bool, new: bool) -> None:
        """A pixel; of a stroke that goes on also those on the way to it, which a fast mouse leaps over."""
        way = [place] if new else _between(self.cursor_at, place)
        self.cursor_at = place
        pixels = self.pixels.copy()
        pixels[tuple(np.transpose(way))] = black
        if (pixels != self.pixels).any():
            self.painted.emit(pixels, new)
        self._describe()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._keyboard = False
            self._brush = not self.pixels[place]
            self._paint(place, self._brush, True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().x(), event.position().y())
        if self._brush is not None and place is not None:
            self._paint(place, self._brush, False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._brush = None

    def event(self, event: QEvent) -> bool:
        # The arrows and Space are also keys of the timeline; here they draw.
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in (*_ARROWS, *_PAINT):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keyboard = True
        if event.key() in _PAINT:
            self._paint(self.cursor_at, not self.pixels[self.cursor_at], True)
        elif event.key() in _ARROWS:
            down, right = _ARROWS[Qt.Key(event.key())]
            row = min(max(self.cursor_at[0] + down, 0), self.pixels.shape[0] - 1)
            column = min(max(self.cursor_at[1] + right, 0), self.pixels.shape[1] - 1)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._paint((row, column), bool(self.pixels[self.cursor_at]), True)
            self.cursor_at = (row, column)
            self._describe()
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, (left, top, side) = self._theme, self._cell()
            painter.setPen(QPen(QColor(theme.border), 1))
            shades = QColor(theme.field), QColor(theme.text)
            gap = 0.6 if side > 6 else 0.0
            for row, line in enumerate(self.pixels.tolist()):
                for column, black in enumerate(line):
                    painter.setBrush(shades[black])
                    box = QRectF(left + column * side + gap, top + row * side + gap, side - 2 * gap, side - 2 * gap)
                    painter.drawRoundedRect(box, 2, 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.role("energy")))
            r = max(1.4, 0.12 * side)
            for row, column in np.argwhere(self.turned).tolist():
                x, y = left + (column + 0.5) * side, top + (row + 0.5) * side
                painter.drawEllipse(QRectF(x - r, y - r, 2 * r, 2 * r))
            if self.hasFocus() and self._keyboard:
                painter.setPen(QPen(QColor(theme.accent), 2.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                row, column = self.cursor_at
                painter.drawRoundedRect(QRectF(left + column * side, top + row * side, side, side), 2, 2)


def _between(start: tuple[int, int], end: tuple[int, int]) -> list[tuple[int, int]]:
    """The pixels from one to another in a straight line, both included."""
    down, right = end[0] - start[0], end[1] - start[1]
    leaps = max(abs(down), abs(right), 1)
    return [(start[0] + round(down * k / leaps), start[1] + round(right * k / leaps)) for k in range(leaps + 1)]
