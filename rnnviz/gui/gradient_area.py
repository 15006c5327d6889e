"""The lowest part of the timeline: one of several views of the gradient, and the chooser that says which."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QToolButton, QWidget

from rnnviz.figure.gutter import MARGIN
from rnnviz.figure.palette import Theme
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.area_view import HEADER, AreaView
from rnnviz.gui.curves_view import CurvesView
from rnnviz.gui.meter_view import MeterView


class GradientArea(QWidget):
    """Holds the views; `current` is the one to be seen. `chosen` carries the name of what a person wants to see."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curves = CurvesView(theme, axis)
        self.meter = MeterView(theme, axis)
        self.stack = QStackedLayout(self)
        self.stack.setContentsMargins(0, 0, 0, 0)
        self.stack.addWidget(self.curves)
        self.stack.addWidget(self.meter)
        self.setMinimumHeight(self.curves.minimumHeight())
        self._names = {
            "states": self.tr("gradient norm ‖∂L/∂hₜ‖, log"),
            "gates": self.tr("gradient norm of the gates, log"),
            "sources": self.tr("gradient by source ‖∂Lₖ/∂hₜ‖, log"),
            "memory": self.tr("memory ‖∂hₜ/∂hₖ‖, log"),
            "singular": self.tr("singular values ∂hₜ/∂hₜ₋₁, log"),
        }
        tips = {
            "states": self.tr("How strongly the loss would change with h (and c) at each clock"),
            "gates": self.tr("How strongly the loss would change with each gate at each clock"),
            "sources": self.tr("Which clock's loss the gradient at each clock comes from"),
            "memory": self.tr("How much of each earlier h the h at the playhead still depends on"),
            "singular": self.tr("How much each clock stretches or shrinks a gradient that passes it"),
        }
        self.chooser = QToolButton(self, focusPolicy=Qt.FocusPolicy.TabFocus)
        self.chooser.setProperty("title", True)
        self.chooser.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.chooser.setCursor(Qt.CursorShape.PointingHandCursor)
        self.chooser.setToolTip(self.tr("Choose what is drawn here"))
        self.menu = QMenu(self.chooser)
        self.menu.setToolTipsVisible(True)
        group = QActionGroup(self)
        self.actions_: dict[str, QAction] = {}
        for name, title in self._names.items():
            action = self.menu.addAction(title)
            action.setData(name)
            action.setToolTip(tips[name])
            action.setCheckable(True)
            group.addAction(action)
            self.actions_[name] = action
        self.menu.triggered.connect(self._triggered)
        self.chooser.setMenu(self.menu)
        self.name = ""
        self.choose("states")

    @property
    def current(self) -> AreaView:
        return self.curves if self.name == "states" else self.meter

    def choose(self, name: str) -> bool:
        """Show this; whether it is another view than before."""
        if name == self.name:
            return False
        before = self.name and self.current
        self.name = name
        self.actions_[name].setChecked(True)
        self.chooser.setText(self._names[name] + " ▾")
        self.chooser.setAccessibleName(self.tr("Drawn here: {what}").format(what=self._names[name]))
        self._place()
        self.stack.setCurrentWidget(self.current)
        self.chooser.raise_()
        return before is not self.current

    def _place(self) -> None:
        self.chooser.ensurePolished()
        size = self.chooser.sizeHint()
        self.chooser.setGeometry(int(MARGIN) - 11, 1, size.width(), HEADER - 1)
        for view in (self.curves, self.meter):
            view.title_width = size.width() - 11

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _triggered(self, action: QAction) -> None:
        self.actions_[self.name].setChecked(True)  # until the state says otherwise
        self.chosen.emit(action.data())
