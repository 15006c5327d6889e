"""Loss and accuracy per update: the one plot whose axis is the time of training, not that of the sequence."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rnnviz.engine.messages import History, Snapshot
from rnnviz.figure.palette import LIGHT, Theme
from rnnviz.gui.decades_view import Decades, decade_name
from rnnviz.gui.fonts import font
from rnnviz.gui.pace import Pace
from rnnviz.gui.view import ALL, SNAPSHOT, View
from rnnviz.session.state import State

HEADER, FOOTER, LEFT, RIGHT = 22, 18, 30, 2


class LossView(View, QWidget):
    """The loss on a logarithmic scale and the accuracy from 0 to 100 %, of the batches that were learnt from."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.history: History | None = None
        self.decades = Decades(-2, 0)
        self.plot = None
        self._pace = Pace(4)
        self._wanted = False
        self._model: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Loss and accuracy per update"))

    def sizeHint(self) -> QSize:
        return QSize(190, 122)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 100)

    @property
    def area(self) -> QRectF:
        """The plot inside this widget."""
        return QRectF(LEFT, HEADER, max(10, self.width() - LEFT - RIGHT), max(10, self.height() - HEADER - FOOTER))

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        snapshot, changed = self._pace.pick(state, snapshot, changed)
        if SNAPSHOT not in changed or snapshot is None:
            return  # while a new sequence is being traced, what was learnt stays what it was
        if snapshot.model != self._model:
            self._model = snapshot.model
            self.decades = Decades(-2, 0)
        if snapshot.history is self.history:
            return
        self.history = snapshot.history
        if self.history is not None and len(self.history.loss):
            self.decades = self.decades.grown(self.history.loss)
        self.setAccessibleDescription(self.summary())
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.refresh()

    def summary(self) -> str:
        """The last point in words."""
        if self._empty:
            return self.tr("nothing learnt yet")
        return self.tr("after {updates} updates: loss {loss}, accuracy {accuracy} % of the training batch").format(
            updates=int(self.history.updates[-1]),
            loss=f"{self.history.loss[-1]:.4g}",
            accuracy=f"{100 * self.history.accuracy[-1]:.0f}",
        )

    @property
    def _empty(self) -> bool:
        return self.history is None or not len(self.history.updates)

    def refresh(self) -> None:
        if self.plot is not None:
            self.plot.setGeometry(self.area.toRect())
            self._fill()
        around = QRegion(self.rect())
        if self.plot is not None and not self._empty:
            around -= QRegion(self.plot.geometry())
        self.update(around)

    def _build(self) -> None:
        """Make the plot: after the first paint, because of what importing it costs."""
        self._wanted = self.isVisible()  # the window may have been closed meanwhile
        if self.plot is None and self._wanted:
            from rnnviz.gui.plot_view import LossPlot

            self.plot = LossPlot(self)
            self.plot.setVisible(True)
            self.refresh()

    def _fill(self) -> None:
        self.plot.setVisible(not self._empty)
        if self._empty:
            return
        self.plot.set_paper(self.theme.field)
        history, decades = self.history, self.decades
        heights, _ = decades.heights(history.loss)
        loss = (heights - decades.low) / (decades.high - decades.low)
        points = 2 * int(self.area.width())
        x, loss, accuracy = (binned(a, points) for a in (history.updates.astype(float), loss, history.accuracy))
        self.plot.set_range(*self._ends(), -0.04, 1.04)
        self.plot.set_grid([0.0, 0.5, 1.0], self.theme.border)
        self.plot.set_curves(x, loss, accuracy, (self.theme.accent, self.theme.good))

    def _ends(self) -> tuple[float, float]:
        """The first and the last update of the axis, with a little room for the last dot."""
        first, last = float(self.history.updates[0]), float(self.history.updates[-1])
        return first, first + max(last - first, 1.0) * 1.02

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, area = self.theme, self.area
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(QColor(theme.field))
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setFont(font(11, True))
        painter.setPen(QColor(theme.accent))
        painter.drawText(QRectF(0, 0, self.width(), HEADER - 2), middle | Qt.AlignmentFlag.AlignLeft, self.tr("loss"))
        painter.setPen(QColor(theme.good))
        painter.drawText(
            QRectF(0, 0, self.width() - RIGHT, HEADER - 2),
            middle | Qt.AlignmentFlag.AlignRight,
            self.tr("accuracy, 0 to 100 %"),
        )
        painter.setFont(font(10))
        painter.setPen(QColor(theme.muted))
        if self._empty:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tr("press Train"))
        else:
            self._paint_ticks(painter)
        painter.end()
        if not self._wanted:
            self._wanted = True
            QTimer.singleShot(0, self, self._build)

    def _paint_ticks(self, painter: QPainter) -> None:
        area, decades = self.area, self.decades
        for decade, y in ((decades.high, area.top() + 7), (decades.low, area.bottom() - 5)):
            box = QRectF(0, y - 8, LEFT - 5, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, decade_name(decade))
        below = QRectF(area.left(), area.bottom() + 2, area.width(), FOOTER - 2)
        painter.drawText(
            below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(int(self.history.updates[0]))
        )
        painter.drawText(
            below,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            self.tr("update {update}").format(update=int(self.history.updates[-1])),
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(event.pos().x()), self)
            return True
        return super().event(event)

    def tip(self, x: float) -> str:
        """What was recorded nearest to x."""
        if self._empty:
            return self.summary()
        updates = self.history.updates
        first, last = self._ends()
        wanted = first + (x - self.area.left()) / self.area.width() * (last - first)
        index = int(np.argmin(np.abs(updates - wanted)))
        return self.tr("update {update}: loss {loss}, accuracy {accuracy} % of that batch").format(
            update=int(updates[index]),
            loss=f"{self.history.loss[index]:.4g}",
            accuracy=f"{100 * self.history.accuracy[index]:.0f}",
        )


def binned(values: NDArray[np.floating], most: int) -> NDArray[np.floating]:
    """At most `most` values: means of neighbours, the last of which may be fewer. NaN in a bin is NaN, a gap."""
    size = -(-len(values) // max(1, most))
    if size <= 1:
        return values
    starts = np.arange(0, len(values), size)
    return np.add.reduceat(values, starts) / np.diff([*starts, len(values)])
