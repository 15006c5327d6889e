"""How many numbers are held by hand, always in sight, and the way to let go of them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.describe import indexed, number
from rnnviz.gui.toolkit.view import ALL, View
from rnnviz.network.held import Spot
from rnnviz.network.scenario import has_s
from rnnviz.session.state import Key, State

MOST_LISTED = 20


class HeldChip(View, QToolButton):
    """Hidden while nothing is held. Its menu lists what is: choosing one selects it; or everything is let go."""

    chosen = Signal(object)  # Key of what is to be looked at
    all_released = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="held")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setProperty("tiny", True)
        self._state: State | None = None
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._choose)
        self.setMenu(self._menu)
        self.setVisible(False)

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        self._state = state
        if "held" not in changed and changed != ALL:
            return
        count = len(state.held)
        self.setText(self.tr("%n number(s) held by hand", "", count))
        self.setAccessibleName(self.text())
        self.setToolTip(
            self.tr(
                "Only in what is shown here: learning goes on without them, from a state of 0 before the first clock"
            )
        )
        self.setVisible(count > 0)

    def set_theme(self, theme: object) -> None:
        """It is dressed with all buttons."""

    def _fill(self) -> None:
        self._menu.clear()
        held = {} if self._state is None else self._state.held
        for spot, value in sorted(held.items(), key=lambda item: (item[0].t, item[0]))[:MOST_LISTED]:
            self._menu.addAction(said(spot, value)).setData(spot)
        if len(held) > MOST_LISTED:
            self._menu.addAction(self.tr("and %n more", "", len(held) - MOST_LISTED)).setEnabled(False)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Release all"))

    def _choose(self, action: QAction) -> None:
        spot = action.data()
        if spot is None:
            self.all_released.emit()
        elif self._state is not None:
            self.chosen.emit(key_of(spot, self._state))


def said(spot: Spot, value: float) -> str:
    """“f₃, 2 = 0.5”: the letter with its clock, the unit, the value; of several layers with that."""
    where = f" · l{spot.layer}" if spot.layer else ""
    way = " ←" if spot.reverse else ""
    return f"{indexed(spot.name, spot.t)}, {spot.unit + 1}{where}{way} = {number(value)}"


def key_of(spot: Spot, state: State) -> Key:
    """What to select to see it: a state before the first clock is in the first M, an answer that is not asked for in
    the next one."""
    part, steps = (spot.layer, spot.reverse), len(state.sequence)
    if spot.t == 0:
        return Key("M", steps if spot.reverse else 1, spot.unit, *part)
    if spot.name == "s" and spot.t < steps and not has_s(state.network.spec, steps)[spot.t - 1]:
        return Key("M", spot.t + 1, spot.unit)
    return Key({"h": "H", "s": "S"}.get(spot.name, spot.name), spot.t, spot.unit, *part)
