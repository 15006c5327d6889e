"""A person changes one weight, in small steps or at once: one step for undo, and the old values until it is let go."""

from PySide6.QtCore import QObject, Signal

from rnnviz.engine.messages import Model
from rnnviz.errors import InputError
from rnnviz.gui.controller import Controller
from rnnviz.session.edit import with_weight
from rnnviz.session.state import State


class WeightEditor(QObject):
    """Turns the requests of the weight window into networks. One edit lasts from the first `change` to `finish`."""

    ghosted = Signal(object, object)  # State and Snapshot of before the edit under way, both None when it is over

    def __init__(self, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._before: State | None = None
        self._made: Model | None = None  # what the edit under way has made of the network

    def change(self, name: str, index: tuple[int, ...], value: float) -> None:
        """Give this entry of the parameter `name` this value; everything downstream follows at once."""
        controller = self._controller
        self._look()
        state = controller.state
        try:
            network = with_weight(state.network, name, index, value)
        except InputError as error:
            controller.said.emit("error", str(error))
            return
        if network is state.network:
            return
        first = self._before is None
        if first:
            self._before = state
            self.ghosted.emit(state, controller.fitting_snapshot)
        self._made = network
        controller.use(network, record=first)

    def finish(self) -> None:
        """What was changed holds; the old values go."""
        if self._before is not None:
            self._before = self._made = None
            self.ghosted.emit(None, None)

    def cancel(self) -> None:
        """Everything is as before the edit under way, which is no step for undo any more."""
        self._look()
        before = self._before
        if before is not None:
            self._controller.use(before.network, record=False)
            self._controller.session.unmark(before)
            self.finish()

    def _look(self) -> None:
        """An edit is over when something else changed the network meanwhile: learning, undo, another session."""
        if self._controller.state.network is not self._made:
            self.finish()
