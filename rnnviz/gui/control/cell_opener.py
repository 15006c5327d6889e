"""What a person asks for inside a cell: open, close, which unit."""

from dataclasses import replace

from PySide6.QtCore import QObject

from rnnviz.figure.inside.header import ALL, CLOSE, EARLIER, LATER
from rnnviz.gui.control.controller import Controller
from rnnviz.session.playback import Position, end_of
from rnnviz.session.state import Key, Opened


class CellOpener(QObject):
    """Turns requests of the window into changes of the view, through the controller."""

    def __init__(self, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._left: dict[tuple[Key, ...], Position] = {}  # by the trail up to a number: where the playhead stood there

    def select(self, key: Key | None) -> None:
        """Select something; in an open cell its unit becomes the one that is shown."""
        opened = self._controller.state.opened
        if opened is None or key is None or key.unit < 0 or key.name in ("X", "S"):
            self._controller.select(key)
        else:
            self._controller.look(selection=key, opened=replace(opened, unit=key.unit), trail=())

    def follow(self, key: Key) -> None:
        """On to a number that the one shown was made from."""
        shown = self._controller.state.focus
        if shown is not None and key != shown:
            trail = (*self._controller.state.trail, shown)
            if len(trail) == 1:
                self._left = {}
            self._left[trail] = self._controller.state.position
            self._visit(key, trail)

    def go_back(self, steps: int = 1) -> None:
        """Back along the numbers that were followed."""
        trail = self._controller.state.trail
        if trail:
            steps = min(max(steps, 1), len(trail))
            back = trail[: len(trail) - steps + 1]
            self._visit(back[-1], back[:-1])
            place = self._left.get(back)
            # Played on, it goes on; of another sequence or cell, the place is not there any more.
            there = place is not None and place.t <= self._controller.steps
            if there and not self._controller.state.playing and place.phase < len(self._controller.phases):
                self._controller.look(place)

    def _visit(self, key: Key, trail: tuple[Key, ...]) -> None:
        controller, opened = self._controller, self._controller.state.opened
        position = controller.state.position
        if opened is not None:
            # The cell that holds the number is the one that is open.
            if key.t not in opened.clocks(position.t, controller.steps):
                position = end_of(key.t, controller.phases)
            opened = opened if key.name in ("X", "S") else replace(opened, unit=key.unit)
        controller.look(position, selection=key, trail=trail, opened=opened)

    def open(self, key: Key) -> None:
        """Open the cell of a neuron, light or number. A neighbour of an open cell opens beside it, so that what one
        hands to the other can be seen."""
        controller = self._controller
        state, steps = controller.state, controller.steps
        t = min(max(key.t, 1), steps)
        unit = key.unit if key.name not in ("X", "S") else 0
        part = state.part if key.name in ("X", "S") else (key.layer, key.reverse)
        opened, here = state.opened, state.position.t
        if opened is None:
            opened, first = Opened(1, min(max(unit, -1), state.network.spec.hidden - 1)), t
        elif t not in opened.clocks(here, steps) and abs(t - here) == 1:
            opened, first = replace(opened, count=2), min(t, here)
        else:
            first = t
        position = state.position if first == here else end_of(first, controller.phases)
        controller.look(position, opened=opened, selection=Key("H", t, opened.unit, *part))

    def close(self) -> None:
        """Back to the overview."""
        if self._controller.state.opened is not None:
            self._controller.look(opened=None)

    def toggle(self) -> None:
        """Open the cell of the playhead's clock, or close what is open."""
        state = self._controller.state
        if state.opened is not None:
            self.close()
        else:
            unit = 0 if state.selection is None else max(state.selection.unit, 0)
            self.open(Key("H", state.position.t, unit, *state.part))

    def toggle_pair(self) -> None:
        """Two cells side by side, or one again."""
        opened = self._controller.state.opened or Opened()
        self._controller.look(opened=replace(opened, count=3 - opened.count))

    def step_unit(self, by: int) -> None:
        """To the numbers of the next (1) or previous (-1) unit; beyond both ends lie all units."""
        opened, units = self._controller.state.opened, self._controller.state.network.spec.hidden
        if opened is not None:
            self._show((opened.unit + 1 + by) % (units + 1) - 1)

    def act(self, name: str) -> None:
        """One of the buttons above an open cell was pressed."""
        if name == CLOSE:
            self.close()
        elif name == ALL:
            opened = self._controller.state.opened
            self._show(0 if opened is not None and opened.unit < 0 else -1)
        elif name in (EARLIER, LATER):
            self.step_unit(1 if name == LATER else -1)

    def _show(self, unit: int) -> None:
        state = self._controller.state
        if state.opened is not None:
            self._controller.look(opened=replace(state.opened, unit=unit))
