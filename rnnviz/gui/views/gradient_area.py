"""The lowest part of the timeline: one of several views of the gradient or the state, and what chooses among them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QToolButton, QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.gutter import MARGIN
from rnnviz.figure.palette import Theme
from rnnviz.figure.scene import Scene
from rnnviz.figure.states import VIEWS
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.toolkit.axis_view import AxisView
from rnnviz.gui.views.area_view import HEADER
from rnnviz.gui.views.curves_view import CurvesView
from rnnviz.gui.views.meter_view import MeterView
from rnnviz.gui.views.state_controls import StateControls
from rnnviz.gui.views.state_view import StateView
from rnnviz.session.state import State


class GradientArea(QWidget):
    """Holds the views; `current` is the one to be seen. `chosen` carries the name of what a person wants to see."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curves = CurvesView(theme, axis)
        self.meter = MeterView(theme, axis)
        self.states = StateView(theme, axis)
        self.stack = QStackedLayout(self)
        self.stack.setContentsMargins(0, 0, 0, 0)
        self.stack.addWidget(self.curves)
        self.stack.addWidget(self.meter)
        self.stack.addWidget(self.states)
        self.setMinimumHeight(self.curves.minimumHeight())
        self._names = {
            "states": self.tr("gradient norm ‖∂L/∂hₜ‖, log"),
            "gates": self.tr("gradient norm of the gates, log"),
            "sources": self.tr("gradient by source ‖∂Lₖ/∂hₜ‖, log"),
            "memory": self.tr("memory ‖∂hₜ/∂hₖ‖, log"),
            "singular": self.tr("singular values ∂hₜ/∂hₜ₋₁, log"),
            "trajectory": self.tr("trajectory of hₜ"),
            "symbols": self.tr("symbols by unit"),
            "alike": self.tr("where else h is alike"),
            "saturation": self.tr("saturated units"),
        }
        tips = {
            "states": self.tr("How strongly the loss would change with h (and c) at each clock"),
            "gates": self.tr("How strongly the loss would change with each gate at each clock"),
            "sources": self.tr("Which clock's loss the gradient at each clock comes from"),
            "memory": self.tr("How much of each earlier h the h at the playhead still depends on"),
            "singular": self.tr("How much each clock stretches or shrinks a gradient that passes it"),
            "trajectory": self.tr(
                "The way of h through its space, in the plane of most variance; of two units, the flow"
            ),
            "symbols": self.tr("The sequence, each symbol in the colour of one unit's value or gradient"),
            "alike": self.tr("The clocks at which the units stand most as they do at the playhead"),
            "saturation": self.tr("How often each unit of each gate is low or high, where no gradient passes"),
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
            if name == VIEWS[0]:
                self.menu.addSeparator()
            action = self.menu.addAction(title)
            action.setData(name)
            action.setToolTip(tips[name])
            action.setCheckable(True)
            group.addAction(action)
            self.actions_[name] = action
        self.menu.triggered.connect(self._triggered)
        self.chooser.setMenu(self.menu)
        self.controls = StateControls(self)
        self.name = ""
        self.choose("states")

    @property
    def current(self) -> AxisView:
        if self.name in VIEWS:
            return self.states
        return self.curves if self.name == "states" else self.meter

    @property
    def tall(self) -> bool:
        """Whether what is shown needs more height than a curve."""
        return self.name in VIEWS

    def show_controls(self, scene: Scene, state: State, snapshot: Snapshot | None) -> None:
        """What of the state is shown, and what else could be."""
        if self.tall:
            self.controls.show_choice(self.name, scene, state.seen, snapshot)
            self._place()

    def choose(self, name: str) -> bool:
        """Show this; whether it is another view than before."""
        if name == self.name:
            return False
        before = self.name and self.current
        self.name = name
        self.actions_[name].setChecked(True)
        self.chooser.setText(self._names[name] + " ▾")
        self.chooser.setAccessibleName(self.tr("Drawn here: {what}").format(what=self._names[name]))
        self.controls.setVisible(self.tall)
        self._place()
        self.stack.setCurrentWidget(self.current)
        self.chooser.raise_()
        self.controls.raise_()
        return before is not self.current

    def _place(self) -> None:
        self.chooser.ensurePolished()
        size = self.chooser.sizeHint()
        self.chooser.setGeometry(int(MARGIN) - 11, 1, size.width(), HEADER - 1)
        for view in (self.curves, self.meter):
            view.title_width = size.width() - 11
        wide = min(self.controls.sizeHint().width(), self.width() - size.width() - 8)
        self.controls.setGeometry(self.width() - wide - 12, 0, wide, HEADER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _triggered(self, action: QAction) -> None:
        self.actions_[self.name].setChecked(True)  # until the state says otherwise
        self.chosen.emit(action.data())
