"""The frozen state of a session, and the session that replaces it, tells its listeners, and can go back."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from rnnviz.engine.messages import Model
from rnnviz.inputs.sequence import Sequence
from rnnviz.network.spec import TrainingSpec
from rnnviz.session.playback import Position
from rnnviz.tasks.base import Task

UNDO_LIMIT = 200


class Key(NamedTuple):
    """A thing that can be pointed at: `name` is X, H, M, S or a gate's letter; t from 1; unit from 0, -1 for all."""

    name: str
    t: int
    unit: int = -1


@dataclass(frozen=True, eq=False)
class State:
    """All that is being looked at. The first four fields are the work, which undo brings back; the rest is the view."""

    task: Task
    training: TrainingSpec
    sequence: Sequence
    network: Model
    position: Position = field(default_factory=Position)
    playing: bool = False
    learning: bool = False
    loop: bool = False
    speed: float = 1.0
    selection: Key | None = None


WORK = ("task", "training", "sequence", "network")
Listener = Callable[[State, State], None]


class Session:
    """Holds the newest state. `update` makes the next one and tells listeners (old, new); nothing else changes it."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._undo: list[State] = []
        self._redo: list[State] = []
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def update(self, *, record: bool = True, **changes: Any) -> None:
        """Replace fields. A change of the work can be undone, unless `record` is false (learning itself: the weights
        of each frame are not a step that a person took; pressing Train is)."""
        old = self.state
        new = replace(old, **changes)
        if record and any(getattr(old, name) is not getattr(new, name) for name in WORK):
            self.mark(old)
        self._become(new)

    def mark(self, state: State | None = None) -> None:
        """Make the present (or the given) state one that undo comes back to."""
        self._undo = [*self._undo[1 - UNDO_LIMIT :], state or self.state]
        self._redo.clear()

    def unmark(self, state: State) -> None:
        """Forget the newest step for undo, if it is this state: what followed it was taken back."""
        if self._undo and self._undo[-1] is state:
            self._undo.pop()

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def undo(self) -> None:
        """Back to the work before the last change; the view (speed, loop) stays. Learning and playing stop."""
        if self._undo:
            self._redo.append(self.state)
            self._restore(self._undo.pop())

    def redo(self) -> None:
        if self._redo:
            self._undo.append(self.state)
            self._restore(self._redo.pop())

    def _restore(self, past: State) -> None:
        work = {name: getattr(past, name) for name in WORK}
        t = min(self.state.position.t, len(past.sequence))
        position = self.state.position if t == self.state.position.t else replace(past.position, t=t)
        if past.network.spec.cell != self.state.network.spec.cell:
            position = past.position  # another cell has other phases
        selection = past.selection if past.network.spec != self.state.network.spec else self.state.selection
        self._become(replace(self.state, **work, position=position, selection=selection, playing=False, learning=False))

    def _become(self, new: State) -> None:
        old, self.state = self.state, new
        for listener in self._listeners:
            listener(old, new)
