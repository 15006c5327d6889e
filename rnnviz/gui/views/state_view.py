"""Below the tracks: the trajectory of h, symbols in the colours of a unit, clocks that are alike, saturated units."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from rnnviz.figure.describe import describe, indexed, number
from rnnviz.figure.drawing import Drawing
from rnnviz.figure.palette import Theme
from rnnviz.figure.scene import Scene
from rnnviz.figure.states.alike import TOP, distances, nearest
from rnnviz.figure.states.choice import chosen, fitting, stepped, values_of
from rnnviz.figure.states.saturation import unit_shares, units_at
from rnnviz.figure.states.symbols import first_line, wrapped
from rnnviz.figure.states.trajectory import clocks_at, percent
from rnnviz.figure.states.view import state_drawing
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.toolkit.drawing_view import DrawingView
from rnnviz.gui.toolkit.timeline_frame import NOTCH
from rnnviz.gui.views.area_view import FOOTER, HEADER
from rnnviz.session.playback import end_of
from rnnviz.session.state import Key, Seen

STEPS = {
    Qt.Key.Key_Up: {"units": -1},
    Qt.Key.Key_Down: {"units": 1},
    Qt.Key.Key_PageUp: {"quantity": -1},
    Qt.Key.Key_PageDown: {"quantity": 1},
}


class StateView(DrawingView):
    """One of `rnnviz.figure.states.VIEWS`, as `State.curves` says. A click on a clock's mark moves the playhead there;
    Up and Down go from unit to unit, Page Up and Page Down from quantity to quantity, 1 to 5 to the clocks alike.

    Drawn only while it is to be seen.
    """

    asked = Signal(object)  # Seen: what to show instead

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(theme, axis, parent)
        self._line: int | None = None  # the uppermost line of symbols, where a person scrolled
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(HEADER + FOOTER + 44)
        self.setAccessibleName(self.tr("The state over time"))

    @property
    def view(self) -> str:
        return self.state.curves

    def shows(self) -> frozenset[str]:
        return frozenset({"position", "curves", "seen"})

    def take(self, changed: frozenset[str]) -> None:
        if "position" in changed:
            self._line = None
        self.setAccessibleDescription(self.summary())

    def make(self) -> Drawing:
        state = self.state
        gradients = fitting(self.scene, self.snapshot)
        height = float(self.height())
        return state_drawing(
            self.view, self.scene, state.seen, self.axis, height, state.position, gradients, self._line
        )

    def refresh_between(self, first: int, last: int) -> None:
        """What is seen belongs to the playhead's clock as a whole; only on a trajectory something moves within it."""
        if first != last or self.view == "trajectory":
            self.refresh()

    def scrubs_at(self, x: float, y: float) -> bool:
        return self.view == "alike" and y >= TOP and super().scrubs_at(x, y)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        key = self.key_at(event.position().x(), event.position().y())
        if event.button() != Qt.MouseButton.LeftButton or key is None:
            super().mousePressEvent(event)
        elif self.view == "saturation":
            self.selected.emit(key)
        elif self.view == "trajectory":  # of dots on one another the next
            clocks = clocks_at(self.drawing, event.position().x(), event.position().y())
            self._walk(next((t for t in clocks if t > self.state.position.t), clocks[0]))
        else:
            self._walk(key.t)

    def _walk(self, t: int) -> None:
        self.moved.emit(end_of(t, self.scene.phases))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, digit = STEPS.get(event.key()), event.key() - Qt.Key.Key_0.value
        if self.scene is None:
            super().keyPressEvent(event)
        elif step is not None and self.view in ("symbols", "alike"):
            self.step(**step)
        elif self.view == "alike" and 1 <= digit <= len(self.alike()):
            self._walk(self.alike()[digit - 1].t)
        else:
            super().keyPressEvent(event)

    def step(self, units: int = 0, quantity: int = 0) -> None:
        """Ask for another unit or another quantity."""
        seen = stepped(self.scene, self.state.seen, fitting(self.scene, self.snapshot), units, quantity)
        self.asked.emit(replace(seen, alone=True) if self.view == "alike" else seen)

    def alike(self) -> list:
        """The clocks in the list."""
        return nearest(self.scene, self.state.position.t, self._unit())

    def _unit(self) -> int | None:
        """The unit that alone counts, None for all."""
        seen: Seen = self.state.seen
        return min(seen.unit, self.scene.units("H") - 1) if seen.alone else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the lines of symbols; elsewhere along the time, as everywhere."""
        if self.scene is None or self.view != "symbols" or event.modifiers():
            super().wheelEvent(event)
            return
        place, t = wrapped(self.scene, self.axis, float(self.height())), self.state.position.t
        delta = event.angleDelta().y()
        by = -round(delta / NOTCH) or (-1 if delta > 0 else 1)
        self._line = first_line(place, t, first_line(place, t, self._line) + by)
        self.refresh()
        event.accept()

    # Words

    def summary(self) -> str:
        """What is to be seen at the playhead, for those who do not see it."""
        t = self.state.position.t
        if t > self.scene.known:
            return self.tr("nothing is known of this clock yet")
        if self.view == "alike":
            some = (f"{self._clock(one.t)}: {number(one.distance)}" for one in self.alike())
            return self.tr("Most like {clock}: {others}").format(clock=self._clock(t), others=", ".join(some))
        if self.view == "symbols":
            choice = chosen(self.scene, self.state.seen, fitting(self.scene, self.snapshot))
            return self._of(self.scene.key("H" if choice.name == "h" else choice.name, t, choice.unit))
        if self.view == "saturation":
            words = self.tr("{gate}: {low} low, {high} high")
            means = {name: (s.low.mean(), s.high.mean()) for name, s in unit_shares(self.scene).items()}
            return ", ".join(
                words.format(gate=name, low=percent(low), high=percent(high)) for name, (low, high) in means.items()
            )
        return describe(self.scene, self.scene.key("H", t))

    def _clock(self, t: int) -> str:
        return indexed(self.scene.labels[t - 1], t)

    def tip(self, x: float, y: float) -> str:
        key = self.key_at(x, y)
        return "" if key is None or self.scene is None else self._of(key)

    def _of(self, key: Key) -> str:
        scene: Scene = self.scene
        if self.view == "saturation":
            return self._saturated(key)
        text = self.tr("{clock}: {what}").format(clock=self._clock(key.t), what=self._value(key))
        if self.view == "alike" and key.t <= scene.known >= self.state.position.t:
            away = distances(scene, self.state.position.t, self._unit())[key.t - 1]
            text += "\n" + self.tr("distance {distance} from {clock}").format(
                distance=number(away), clock=self._clock(self.state.position.t)
            )
        return text

    def _value(self, key: Key) -> str:
        gradients = fitting(self.scene, self.snapshot)
        choice = chosen(self.scene, self.state.seen, gradients)
        if self.view != "symbols" or not choice.gradient:
            return describe(self.scene, key)
        value = values_of(self.scene, choice, gradients)[key.t - 1, choice.unit]
        return self.tr("∂L/∂{letter} of unit {unit} = {value}").format(
            letter=indexed(choice.name, key.t), unit=choice.unit + 1, value=f"{value:.4g}"
        )

    def _saturated(self, key: Key) -> str:
        name = "h" if key.name == "H" else key.name
        shares, units = unit_shares(self.scene)[name], units_at(self.scene, name, key.unit)
        numbers = ", ".join(str(unit + 1) for unit in units[:12]) + (", …" if len(units) > 12 else "")
        return self.tr("{gate}, unit {units}: at {low} of the clocks low, at {high} high").format(
            gate=name, units=numbers, low=percent(shares.low[key.unit]), high=percent(shares.high[key.unit])
        )
