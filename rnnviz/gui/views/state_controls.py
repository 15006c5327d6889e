"""Above the views of the state, at the right: which quantity, which unit, which colours."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.scene import Scene
from rnnviz.figure.states.choice import chosen, fitting, quantities, stepped, title
from rnnviz.session.state import Seen


class StateControls(QWidget):
    """What is shown of the state; `asked` carries what to show instead."""

    asked = Signal(object)  # Seen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = Seen()
        self._scene: Scene | None = None
        self._gradients = {}
        self._known: list[object] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 0)
        row.setSpacing(2)
        row.addStretch(1)
        self.choice = self._button(self.tr("Choose what is drawn here"))
        self.choice.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.choice)
        self.menu.triggered.connect(self._triggered)
        self.choice.setMenu(self.menu)
        self.earlier = self._button(self.tr("Previous unit"))
        self.earlier.setText("‹")
        self.unit = QLabel(self)
        self.later = self._button(self.tr("Next unit"))
        self.later.setText("›")
        for button, by in ((self.earlier, -1), (self.later, 1)):
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _=False, by=by: self._step(by))
        for widget in (self.choice, self.earlier, self.unit, self.later):
            row.addWidget(widget)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self, focusPolicy=Qt.FocusPolicy.TabFocus)
        button.setProperty("title", True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def show_choice(self, view: str, scene: Scene, seen: Seen, snapshot: Snapshot | None) -> None:
        """view: one of `rnnviz.figure.states.VIEWS`."""
        self._scene, self._seen, self._gradients = scene, seen, fitting(scene, snapshot)
        choices = self._choices(view)
        known = [view, choices]
        if known != self._known:
            self._known = known
            self._fill(choices)
        current = next((words for words, one in choices if one == self._current(view)), "")
        for action in self.menu.actions():
            action.setChecked(action.text() == current)
        self.choice.setText(current + " ▾")
        self.choice.setAccessibleName(self.tr("Drawn here: {what}").format(what=current))
        self.choice.setVisible(bool(choices))
        of_a_unit = view == "symbols" or (view == "alike" and seen.alone)
        for widget in (self.earlier, self.unit, self.later):
            widget.setVisible(of_a_unit)
        choice = chosen(scene, seen, self._gradients)
        self.unit.setText(self.tr("unit {unit} / {units}").format(unit=choice.unit + 1, units=choice.units))

    def _choices(self, view: str) -> list[tuple[str, tuple[object, ...]]]:
        """(words, what of `Seen` they stand for)."""
        if view == "trajectory":
            return [(self.tr("coloured by time"), ("time",)), (self.tr("coloured by symbol"), ("symbol",))]
        if view == "alike":
            return [(self.tr("all units"), (False,)), (self.tr("one unit"), (True,))]
        if view == "symbols":
            return [(title(self._scene, *one), one) for one in quantities(self._scene, self._gradients)]
        return []

    def _current(self, view: str) -> tuple[object, ...]:
        choice = chosen(self._scene, self._seen, self._gradients)
        return {
            "trajectory": (self._seen.colour,),
            "alike": (self._seen.alone,),
            "symbols": (choice.name, choice.gradient),
        }.get(view, ())

    def _fill(self, choices: list[tuple[str, tuple[object, ...]]]) -> None:
        self.menu.clear()
        for words, stands_for in choices:
            action = self.menu.addAction(words)
            action.setCheckable(True)
            action.setData(stands_for)

    def _triggered(self, action: QAction) -> None:
        view, data = self._known[0], action.data()
        fields = {"trajectory": ("colour",), "alike": ("alone",), "symbols": ("quantity", "gradient")}[view]
        self.asked.emit(replace(self._seen, **dict(zip(fields, data, strict=True))))

    def _step(self, by: int) -> None:
        self.asked.emit(stepped(self._scene, self._seen, self._gradients, units=by))
