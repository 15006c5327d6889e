"""A person changes one number of the work, in small steps or at once: one step for undo, and the old values until it is
let go."""

from PySide6.QtCore import QObject, Signal

from rnnviz.errors import InputError
from rnnviz.figure.by_hand import number_of, spot_of
from rnnviz.figure.palette import LIGHT
from rnnviz.figure.scene import Scene
from rnnviz.gui.control.controller import Controller
from rnnviz.network.held import NOTHING_HELD, Spot, bounds, with_held, without
from rnnviz.session.edit import with_weight
from rnnviz.session.inputs import symbols_of, with_input, with_symbol
from rnnviz.session.state import Key, State

PER_PIXEL, FINE = 0.01, 0.1  # of dragging, and how much less with Shift
PER_SYMBOL = 14.0  # pixels to the next symbol


class Editor(QObject):
    """Turns what is dragged and typed into weights, inputs and held numbers. One edit lasts from the first change to
    `finish`; what cannot be is said in a sentence, which the methods return, and changes nothing."""

    ghosted = Signal(object, object)  # State and Snapshot of before the edit under way, both None when it is over

    def __init__(self, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._before: State | None = None
        self._made: dict[str, object] = {}  # what the edit under way has made of the work
        self._grabbed: tuple[Key, float] | None = None  # what is dragged, and its value or symbol when that began

    @property
    def under_way(self) -> bool:
        return self._before is not None

    def scene(self) -> Scene:
        """The present one, for its values."""
        return Scene.of(self._controller.state, self._controller.snapshot, LIGHT)

    # What can be changed

    def change(self, name: str, index: tuple[int, ...], value: float) -> str:
        """Give this entry of the parameter `name` this value; everything downstream follows at once."""
        self._look()
        try:
            network = with_weight(self._controller.state.network, name, index, value)
        except InputError as error:
            self._controller.said.emit("error", str(error))
            return str(error)
        return self._put(network=network)

    def set_number(self, key: Key, value: float) -> str:
        """Give an input, a gate, c, h or a state before the first clock this value."""
        self._look()
        state, scene = self._controller.state, self.scene()
        try:
            if key.name == "X":
                return self._put(sequence=with_input(state.task, state.sequence, key.t, key.unit, value))
            spot = spot_of(scene, key)
            assert spot is not None
            return self._put(held=with_held(state.held, spot, value, state.network.spec, scene.steps))
        except InputError as error:
            return str(error)

    def set_symbol(self, t: int, symbol: str) -> str:
        """Put another symbol at clock t."""
        self._look()
        state = self._controller.state
        try:
            return self._put(sequence=with_symbol(state.task, state.sequence, t, symbol))
        except InputError as error:
            return str(error)

    # Dragging and small steps

    def drag(self, key: Key, up: float, fine: bool = False) -> None:
        """The mouse is `up` pixels above where it took hold of this number."""
        if self._grabbed is None or self._grabbed[0] != key:
            self.finish()
            self._grabbed = (key, self._place_of(key))
        start = self._grabbed[1]
        if start != start:  # the engine has not answered yet
            self._grabbed = None
            return
        if self._is_symbol(key):
            self._turn(key, round(start + up / PER_SYMBOL))
        else:
            self._move(key, start, up * PER_PIXEL * (FINE if fine else 1.0) * max(1.0, abs(start)))

    def step(self, key: Key, by: float) -> None:
        """A small step from the present value, or to the next symbol."""
        if self._is_symbol(key):
            self._turn(key, round(self._place_of(key)) + (1 if by > 0 else -1))
        else:
            start = self._place_of(key)
            if start == start:
                self._move(key, start, by)

    def _is_symbol(self, key: Key) -> bool:
        state = self._controller.state
        return key.name == "X" and bool(symbols_of(state.task, state.sequence))

    def _place_of(self, key: Key) -> float:
        """The present value; of a symbol its place among the others."""
        state = self._controller.state
        if not self._is_symbol(key):
            return number_of(self.scene(), key)
        symbols, label = symbols_of(state.task, state.sequence), state.sequence.labels[key.t - 1]
        return float(symbols.index(label)) if label in symbols else 0.0

    def _turn(self, key: Key, place: int) -> None:
        state = self._controller.state
        symbols = symbols_of(state.task, state.sequence)
        self._say(self.set_symbol(key.t, symbols[min(max(place, 0), len(symbols) - 1)]))

    def _move(self, key: Key, start: float, by: float) -> None:
        value = start + by
        spot = None if key.name == "X" else spot_of(self.scene(), key)
        if spot is not None:
            low, high = bounds(spot, self._controller.state.network.spec)
            value = min(max(value, low), high)
        self._say(self.set_number(key, float(f"{value:.5g}") if abs(value) >= 1e-4 else 0.0))

    def _say(self, complaint: str) -> None:
        if complaint:
            self._controller.said.emit("error", complaint)

    # Letting go of what is held

    def release(self, key: Key) -> None:
        """Compute this number again, or begin from 0."""
        spot = None if key.name == "X" else spot_of(self.scene(), key)
        if spot is not None:
            self.release_spots([spot])

    def release_spots(self, spots: list[Spot]) -> None:
        held = self._controller.state.held
        left = without(held, spots)
        if left is not held:
            self.finish()
            self._controller.put(held=left)

    def release_all(self) -> None:
        self.finish()
        if self._controller.state.held:
            self._controller.put(held=NOTHING_HELD)

    # Beginning and end

    def _put(self, **work: object) -> str:
        controller, state = self._controller, self._controller.state
        if all(getattr(state, name) is value for name, value in work.items()):
            return ""
        first = self._before is None
        if first:
            self._before = state
            self.ghosted.emit(state, controller.fitting_snapshot)
        self._made = work
        controller.put(record=first, **work)
        return ""

    def finish(self) -> None:
        """What was changed holds; the old values go."""
        self._grabbed = None
        if self._before is not None:
            self._before, self._made = None, {}
            self.ghosted.emit(None, None)

    def cancel(self) -> None:
        """Everything is as before the edit under way, which is no step for undo any more."""
        self._look()
        before = self._before
        if before is not None:
            self._controller.put(record=False, **{name: getattr(before, name) for name in self._made})
            self._controller.session.unmark(before)
            self._controller.history_changed.emit()
            self.finish()

    def _look(self) -> None:
        """An edit is over when something else changed the same part of the work: learning, undo, another session."""
        state = self._controller.state
        if any(getattr(state, name) is not value for name, value in self._made.items()):
            grabbed = self._grabbed
            self.finish()
            self._grabbed = grabbed
