"""Loss, accuracy and perplexity per update: the one plot whose axis is the time of training, not that of the sequence;
and what is mistaken for what."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QToolTip, QVBoxLayout, QWidget

from rnnviz.engine.examination import MAX_CLASSES
from rnnviz.engine.messages import History, Snapshot
from rnnviz.figure.palette import LIGHT, Theme
from rnnviz.gui.toolkit.decades_view import Decades, decade_name
from rnnviz.gui.toolkit.fonts import font
from rnnviz.gui.toolkit.lifetime import later
from rnnviz.gui.toolkit.pace import Pace
from rnnviz.gui.toolkit.view import ALL, SNAPSHOT, View
from rnnviz.gui.views.confusion_view import ConfusionView, ConfusionWindow
from rnnviz.gui.views.loss_lines import MODES, Line, binned, lines_of
from rnnviz.session.state import State

CHOOSER, LEGEND, FOOTER, LEFT, RIGHT = 27, 16, 18, 30, 2
HIGHEST = 180  # px of a matrix; what is then too small to read can be enlarged
SYMBOLS = {"training": ("o", "●"), "validation": ("s", "■"), "test": ("t1", "▲")}  # in the plot, and in the legend


class LossView(View, QWidget):
    """Losses and perplexities on a logarithmic scale, accuracies from 0 to 100 %, or the confusion matrix."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.history: History | None = None
        self.decades = Decades(-2, 0)
        self.plot = None
        self._pace = Pace(4)
        self._wanted = False
        self._later = later(self, self._build)
        self._model: int | None = None
        self._names: tuple[str, ...] = ()
        self._window: ConfusionWindow | None = None
        self.chooser = QComboBox(focusPolicy=Qt.FocusPolicy.TabFocus)
        self.chooser.setAccessibleName(self.tr("What is shown of learning"))
        self.chooser.setToolTip(
            self.tr("What is shown of learning; validation and test are sequences never learned from")
        )
        titles = {
            "both": self.tr("Loss and accuracy while learning"),
            "loss": self.tr("Loss: training, unseen"),
            "accuracy": self.tr("Accuracy: training, unseen"),
            "perplexity": self.tr("Perplexity"),
            "confusion": self.tr("Confusion matrix"),
        }
        for mode in MODES:
            self.chooser.addItem(titles[mode], mode)
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(4)
        self.chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chooser.currentIndexChanged.connect(self._choose)
        self.enlarge = QToolButton(text=self.tr("Enlarge"), focusPolicy=Qt.FocusPolicy.TabFocus)
        self.enlarge.setToolTip(self.tr("The matrix in a window of its own, with every number"))
        self.enlarge.setProperty("flat", True)
        self.enlarge.setProperty("small", True)
        self.enlarge.clicked.connect(self._enlarge)
        self.enlarge.hide()
        self.confusion = ConfusionView(theme)
        self.confusion.hide()
        top = QHBoxLayout()
        top.addWidget(self.chooser, 1)
        top.addWidget(self.enlarge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.confusion, 1)
        column.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Loss and accuracy per update"))

    @property
    def mode(self) -> str:
        return self.chooser.currentData()

    def sizeHint(self) -> QSize:
        if self.mode == "confusion":
            high = min(HIGHEST, self.confusion.heightForWidth(max(self.width(), 190)))
            return QSize(190, CHOOSER + 4 + high)
        return QSize(190, CHOOSER if self.empty else 122 + CHOOSER)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    @property
    def area(self) -> QRectF:
        """The plot inside this widget."""
        top = CHOOSER + LEGEND
        return QRectF(LEFT, top, max(10, self.width() - LEFT - RIGHT), max(10, self.height() - top - FOOTER))

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        snapshot, changed = self._pace.pick(state, snapshot, changed)
        if changed & {"network", "task"}:
            self._offer(state)
        if SNAPSHOT not in changed or snapshot is None:
            return  # while a new sequence is being traced, what was learnt stays what it was
        if snapshot.model != self._model:
            self._model = snapshot.model
            self.decades = self._first_decades()
        if snapshot.history is self.history:
            return
        was_empty, self.history = self.empty, snapshot.history
        if was_empty != self.empty:
            self.updateGeometry()
        self._grow()
        self.refresh()
        self.setAccessibleDescription(self.summary())

    def _offer(self, state: State) -> None:
        """Only what this network has can be chosen."""
        spec = state.network.spec
        softmax = spec.output == "softmax"
        self._names = state.task.output_names
        has = {"perplexity": softmax, "confusion": softmax and 2 <= spec.outputs <= MAX_CLASSES}
        for index, mode in enumerate(MODES):
            self.chooser.model().item(index).setEnabled(has.get(mode, True))
        if not has.get(self.mode, True):
            self.chooser.setCurrentIndex(0)

    def _choose(self, index: int) -> None:
        confusion = self.mode == "confusion"
        self.confusion.setVisible(confusion)
        self.enlarge.setVisible(confusion)
        self.decades = self._first_decades()
        self._grow()
        self.updateGeometry()
        self.refresh()
        self.setAccessibleDescription(self.summary())

    def _first_decades(self) -> Decades:
        return Decades(0, 1) if self.mode == "perplexity" else Decades(-2, 0)

    def _lines(self) -> list[Line]:
        return [] if self.empty or self.mode == "confusion" else lines_of(self.history, self.mode)

    def _grow(self) -> None:
        for line in self._lines():
            if line.quantity != "accuracy":
                self.decades = self.decades.grown(line.values)

    def _enlarge(self) -> None:
        if self._window is None:
            self._window = ConfusionWindow(self)
            self._window.destroyed.connect(self._window_closed)
            self._window.fit(len(self._names))
        self.refresh()
        self._window.show()
        self._window.raise_()

    def _window_closed(self) -> None:
        self._window = None

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.refresh()

    def summary(self) -> str:
        """The last points in words."""
        if self.mode == "confusion":
            return self.confusion.summary()
        if self.empty:
            return self.tr("nothing learnt yet")
        return self._said(int(self.history.updates[-1]))

    def _said(self, update: int) -> str:
        parts = [self.tr("update {update}").format(update=update)]
        for line in self._lines():
            at, value = line.nearest(update)
            words = f"{100 * value:.4g} %" if line.quantity == "accuracy" else f"{value:.4g}"
            where = "" if at == update else " " + self.tr("(at update {update})").format(update=at)
            parts.append(f"{self._title(line)} {words}{where}")
        return " · ".join(parts)

    def _title(self, line: Line) -> str:
        """What a curve is called: its quantity where there are several, else its sequences."""
        if self.mode == "both":
            return self.tr("loss") if line.quantity == "loss" else self.tr("accuracy")
        return {
            "training": self.tr("training"),
            "validation": self.tr("validation"),
            "test": self.tr("test"),
        }[line.sequences]

    def _colour(self, line: Line) -> str:
        if line.sequences == "training":
            return self.theme.good if (self.mode, line.quantity) == ("both", "accuracy") else self.theme.accent
        return self.theme.good if line.sequences == "validation" else self.theme.ink("S")

    @property
    def empty(self) -> bool:
        """Whether nothing has been learnt since the network was made or opened."""
        return self.history is None or not len(self.history.updates)

    def refresh(self) -> None:
        counts = None if self.history is None else self.history.confusion
        for view in (self.confusion, *((self._window.view,) if self._window else ())):
            view.show_counts(
                counts if counts is not None and len(counts) == len(self._names) else None, self._names, self.theme
            )
        if self.mode == "confusion":
            self.updateGeometry()
        if self.plot is not None:
            self.plot.setGeometry(self.area.toRect())
            self._fill()
        around = QRegion(self.rect())
        if self.plot is not None and self.plot.isVisibleTo(self):
            around -= QRegion(self.plot.geometry())
        self.update(around)

    def _build(self) -> None:
        """Make the plot: after the first paint, because of what importing it costs."""
        self._wanted = self.isVisible()  # the window may have been closed meanwhile
        if self.plot is None and self._wanted:
            from rnnviz.gui.toolkit.plot_view import LossPlot

            self.plot = LossPlot(self)
            self.plot.setVisible(True)
            self.refresh()

    def _fill(self) -> None:
        lines = self._lines()
        self.plot.setVisible(bool(lines))
        if not lines:
            return
        self.plot.set_paper(self.theme.field)
        points, decades, drawn = 2 * int(self.area.width()), self.decades, []
        for line in lines:
            y = line.values
            if line.quantity != "accuracy":
                y = (decades.heights(y)[0] - decades.low) / (decades.high - decades.low)
            x, y = (binned(a, points) for a in (line.updates.astype(float), y))
            drawn.append((x, y, self._colour(line), SYMBOLS[line.sequences][0]))
        self.plot.set_range(*self._ends(), -0.04, 1.04)
        self.plot.set_grid([0.0, 0.5, 1.0], self.theme.border)
        self.plot.set_curves(drawn)

    def _ends(self) -> tuple[float, float]:
        """The first and the last update of the axis, with a little room for the last dot."""
        first, last = float(self.history.updates[0]), float(self.history.updates[-1])
        return first, first + max(last - first, 1.0) * 1.02

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.mode != "confusion" and not self.empty:
            with QPainter(self) as painter:
                area, lines = self.area, self._lines()
                painter.setPen(QPen(QColor(self.theme.border), 1))
                painter.setBrush(QColor(self.theme.field))
                painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
                painter.setFont(font(10))
                painter.setPen(QColor(self.theme.muted))
                self._paint_ticks(painter, lines)
                self._paint_legend(painter, lines)
        if not self._wanted:
            self._wanted = True
            self._later.start()

    def _paint_legend(self, painter: QPainter, lines: list[Line]) -> None:
        painter.setFont(font(11, True))
        left = 0.0
        for line in lines:
            painter.setPen(QColor(self._colour(line)))
            words = f"{SYMBOLS[line.sequences][1]} {self._title(line)}"
            if (self.mode, line.quantity) == ("both", "accuracy"):
                words += self.tr(", 0 to 100 %")
            width = painter.fontMetrics().horizontalAdvance(words)
            painter.drawText(QRectF(left, CHOOSER, width + 4, LEGEND - 1), Qt.AlignmentFlag.AlignVCenter, words)
            left += width + 12

    def _paint_ticks(self, painter: QPainter, lines: list[Line]) -> None:
        area, decades = self.area, self.decades
        percent = all(line.quantity == "accuracy" for line in lines)
        ends = ("100 %", "0 %") if percent else (decade_name(decades.high), decade_name(decades.low))
        if percent:
            painter.setFont(font(9))
        for words, y in zip(ends, (area.top() + 7, area.bottom() - 5), strict=True):
            box = QRectF(0, y - 8, LEFT - 3, 16)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        painter.setFont(font(10))
        below = QRectF(area.left(), area.bottom() + 2, area.width(), FOOTER - 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(below, middle | Qt.AlignmentFlag.AlignLeft, str(int(self.history.updates[0])))
        words = self.tr("update {update}").format(update=int(self.history.updates[-1]))
        painter.drawText(below, middle | Qt.AlignmentFlag.AlignRight, words)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(event.pos().x()), self)
            return True
        return super().event(event)

    def tip(self, x: float) -> str:
        """What was recorded nearest to x."""
        if self.empty or self.mode == "confusion":
            return self.summary()
        first, last = self._ends()
        wanted = first + (x - self.area.left()) / self.area.width() * (last - first)
        return self._said(self._lines()[0].nearest(wanted)[0])
