"""A frozen state, replaced by the next one, that tells its listeners and can go back."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar, Generic, TypeVar

UNDO_LIMIT = 200
S = TypeVar("S")


class Undoable(ABC, Generic[S]):
    """Holds the newest state. `update` makes the next one and tells listeners (old, new); nothing else changes it.

    work: the fields that undo brings back; a final class says which, and what becomes of the other fields.
    """

    work: ClassVar[tuple[str, ...]]

    def __init__(self, state: S) -> None:
        self.state = state
        self._undo: list[S] = []
        self._redo: list[S] = []
        self._listeners: list[Callable[[S, S], None]] = []

    def listen(self, listener: Callable[[S, S], None]) -> None:
        self._listeners.append(listener)

    def update(self, *, record: bool = True, **changes: Any) -> None:
        """Replace fields. A change of the work can be undone, unless `record` is false (learning itself: the weights
        of each frame are not a step that a person took; pressing Train is)."""
        old = self.state
        new: S = replace(old, **changes)  # type: ignore[type-var]
        if record and any(getattr(old, name) is not getattr(new, name) for name in self.work):
            self.mark(old)
        self._become(new)

    def mark(self, state: S | None = None) -> None:
        """Make the present (or the given) state one that undo comes back to."""
        self._undo = [*self._undo[1 - UNDO_LIMIT :], state or self.state]
        self._redo.clear()

    def unmark(self, state: S) -> None:
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
            self._become(self._restored(self._undo.pop()))

    def redo(self) -> None:
        if self._redo:
            self._undo.append(self.state)
            self._become(self._restored(self._redo.pop()))

    @abstractmethod
    def _restored(self, past: S) -> S:
        """The present state with the work of a past one."""

    def _become(self, new: S) -> None:
        old, self.state = self.state, new
        for listener in self._listeners:
            listener(old, new)
