"""What of the main window follows the state but is not a widget of its own."""

from typing import TYPE_CHECKING

from rnnviz.engine.messages import Snapshot
from rnnviz.gui.toolkit.view import View
from rnnviz.session.state import State

if TYPE_CHECKING:
    from rnnviz.gui.window import MainWindow


class Rest(View):
    """What follows the state but is not a widget of its own: the transport, the actions, the title."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._phased: tuple[object, ...] = ()  # what decides the phases that there are

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str]) -> None:
        window = self._window
        transport, actions = window.transport, window.actions_
        if changed & {"network", "layer", "reverse"}:
            spec = state.network.spec
            phased = spec.cell, spec.layers, spec.direction, state.part
            if phased != self._phased:
                self._phased = phased
                transport.set_cell(spec, state.part)
            actions.set_parts(spec.layers, spec.direction == "bidirectional", state.part)
        if changed & {"network", "task"}:
            window.setWindowTitle(f"{window.topbar.said(state)}[*]")
        if changed & {"position", "sequence", "network"}:
            transport.set_position(state.position, len(state.sequence))
        if "playing" in changed:
            actions.set_playing(state.playing, window.theme)
        if "learning" in changed:
            actions.set_learning(state.learning, window.theme)
        if "opened" in changed:
            actions.set_opened(state.opened is not None)
        if "rolled" in changed:
            actions.roll.setChecked(state.rolled)
        if "loop" in changed:
            actions.loop.setChecked(state.loop)
        if "speed" in changed:
            transport.set_speed(state.speed)
