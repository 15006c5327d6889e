"""What was there before the edit under way, as a scene that is made once."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TypeVar

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.ghosts import comparable
from rnnviz.figure.palette import Theme
from rnnviz.figure.scene import Scene
from rnnviz.session.state import State

T = TypeVar("T")


class Before:
    """The state and snapshot of before, seen as what is there now is seen. Every view of an edit has one of its own."""

    def __init__(self, state: State, snapshot: Snapshot) -> None:
        self.state, self.snapshot = state, snapshot
        self._scene: tuple[tuple[object, ...], Scene] | None = None
        self._made: tuple[Hashable, object] | None = None

    @classmethod
    def of(cls, state: State | None, snapshot: Snapshot | None) -> "Before | None":
        return None if state is None or snapshot is None else cls(state, snapshot)

    def scene(self, now: State, scene: Scene, theme: Theme) -> Scene | None:
        """None where the network or the sequence is another one by now."""
        if not comparable(self.state, scene):
            return None
        seen = (*now.part, now.notation, now.sideways, theme)
        if self._scene is None or self._scene[0] != seen:
            before = self.state
            work = {"network": before.network, "sequence": before.sequence, "held": before.held}
            self._scene = seen, Scene.of(replace(now, **work), self.snapshot, theme)
        return self._scene[1]

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for this key the last time, or is made now."""
        if self._made is None or self._made[0] != key:
            self._made = key, make()
        return self._made[1]  # type: ignore[return-value]
