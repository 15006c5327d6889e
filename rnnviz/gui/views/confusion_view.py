"""The confusion matrix: what the right class was (rows) and what the network said (columns), as a heat map."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from rnnviz.figure.palette import LIGHT, Theme, contrast
from rnnviz.gui.toolkit.fonts import font
from rnnviz.gui.toolkit.theme import mixed

Counts = NDArray[np.int64]
LEFT, TOP, GAP = 46, 34, 4
LARGEST = 44  # px a cell
WITH_NUMBER = 19  # a smaller cell has no room for one


class ConfusionView(QWidget):
    """Each row is shared out to 100 %; right answers are on the diagonal, and green, wrong ones beside it, and red."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.counts: Counts | None = None
        self._names: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Confusion matrix"))

    def show_counts(self, counts: Counts | None, names: tuple[str, ...], theme: Theme) -> None:
        """counts (O, O): rows the class, columns the answer; names (O,)."""
        self.counts, self._names, self.theme = counts, names, theme
        self.setAccessibleDescription(self.summary())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(LEFT + 200, TOP + 200)

    def heightForWidth(self, width: int) -> int:
        """As high as the matrix is at this width."""
        classes = 2 if self.counts is None else len(self.counts)
        return TOP + GAP + int(classes * min(LARGEST, (width - LEFT) / classes))

    @property
    def cell(self) -> float:
        """The side of a cell in px."""
        room = min(self.width() - LEFT, self.height() - TOP - GAP)
        return max(2.0, min(LARGEST, room / len(self.counts)))

    @property
    def numbered(self) -> bool:
        """Whether the cells have room for numbers."""
        return self.counts is not None and self.cell >= WITH_NUMBER

    def shares(self) -> NDArray[np.float64]:
        """(O, O): of each class, the share of each answer; 0 where a class never came."""
        return self.counts / np.maximum(self.counts.sum(axis=1, keepdims=True), 1)

    def summary(self) -> str:
        """What is mistaken most often, in words."""
        if self.counts is None:
            return self.tr("nothing counted yet")
        if not self.counts.any():
            return self.tr("no answer on unseen sequences stands out")
        wrong = np.where(np.eye(len(self.counts), dtype=bool), 0, self.counts)
        row, column = np.unravel_index(int(wrong.argmax()), wrong.shape)
        if wrong[row, column] == 0:
            return self.tr("no answer on unseen sequences is wrong")
        return self.tr("most often mistaken: {right} for {said}, {count} times").format(
            right=self._names[row], said=self._names[column], count=int(wrong[row, column])
        )

    def tip(self, x: float, y: float) -> str:
        """What the cell at this place counts."""
        if self.counts is None:
            return self.summary()
        row, column = int((y - TOP) // self.cell), int((x - LEFT) // self.cell)
        if not (0 <= row < len(self.counts) and 0 <= column < len(self.counts)):
            return self.summary()
        return self.tr("right is {right}, the network said {said}: {count} of {all}").format(
            right=self._names[row],
            said=self._names[column],
            count=int(self.counts[row, column]),
            all=int(self.counts[row].sum()),
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(event.pos().x(), event.pos().y()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(QColor(self.theme.muted))
            painter.setFont(font(10))
            if self.counts is None:
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("press Train"))
                return
            cell, shares = self.cell, self.shares()
            middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(0, 0, LEFT - GAP, 15), middle | right, self.tr("right ↓"))
            painter.drawText(QRectF(LEFT, 0, self.width() - LEFT, 15), middle, self.tr("said →, % of each row"))
            painter.setFont(font(max(7, min(11, int(cell * 0.62)))))
            for k, name in enumerate(self._names):
                along = k * cell
                metrics = painter.fontMetrics()
                short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, LEFT - 2 * GAP)
                painter.drawText(QRectF(0, TOP + along, LEFT - GAP, cell), middle | right, short)
                if metrics.horizontalAdvance("m") <= cell:
                    short = name if metrics.horizontalAdvance(name) <= cell else name[:1]
                    painter.drawText(QRectF(LEFT + along, 15, cell, TOP - 16), Qt.AlignmentFlag.AlignCenter, short)
            painter.setFont(font(max(7, min(11, int(cell * 0.45)))))
            for row in range(len(shares)):
                for column in range(len(shares)):
                    self._paint_cell(painter, row, column, float(shares[row, column]), cell)

    def _paint_cell(self, painter: QPainter, row: int, column: int, share: float, cell: float) -> None:
        theme = self.theme
        colour = mixed(theme.field, theme.good if row == column else theme.error, share**0.5)
        box = QRectF(LEFT + column * cell, TOP + row * cell, cell, cell)
        painter.fillRect(box, QColor(colour))
        painter.setPen(QPen(QColor(theme.muted if row == column else theme.border), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if share > 0 and self.numbered:
            ink = max((theme.text, theme.field), key=lambda c: contrast(c, colour))
            painter.setPen(QColor(ink))
            # A share that rounds to nothing is still a mistake that happened.
            words = f"{100 * share:.0f}" if share >= 0.005 else "<1"
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class ConfusionWindow(QDialog):
    """The matrix large enough to read its numbers; it follows what is learnt."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Confusion matrix"))
        self.view = ConfusionView()
        column = QVBoxLayout(self)
        column.addWidget(self.view)

    def fit(self, classes: int) -> None:
        """A size at which every cell has room for its number."""
        side = max(240, int(classes * min(LARGEST, max(WITH_NUMBER, 520 / classes))))
        self.resize(LEFT + side + 24, TOP + side + 28)
