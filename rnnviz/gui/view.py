"""What every view of the window offers: it shows a state and a snapshot, and asks for changes with signals."""

import time
from dataclasses import fields

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.palette import Theme
from rnnviz.session.playback import clock_phases as clock_phases  # for the window, which finds it beside `View`
from rnnviz.session.state import State

SNAPSHOT = "snapshot"
ALL = frozenset({SNAPSHOT, *(field.name for field in fields(State))})
# What changes with every update of the weights.
WEIGHTS = frozenset({SNAPSHOT, "network"})
PER_SECOND = 6


class View:
    """A mixin for widgets: `class StageView(View, QWidget)`.

    `show` is the contract of all views and hides QWidget's own method of that name: to make a view visible, use
    `setVisible(True)`. A view never changes the session. It emits `moved(Position)` when a person scrubs and
    `selected(Key or None)` when a person points at something; nothing is emitted because of what it was shown.
    """

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        """Show this. changed: the names of the fields of `State` that differ from what was shown last, and
        “snapshot” when there is another one. snapshot: None until the engine has computed one."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Colours from now on; what is shown is painted again."""
        raise NotImplementedError

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether everything jumps to where it goes. A view in which nothing moves by itself ignores it."""


class Pace:
    """Lets a new snapshot of a learning network through so many times a second.

    Numbers that change more often cannot be read, and every frame that is painted is time in which nothing is learnt.
    Everything else (another network, another sequence, the end of learning, the playhead) passes at once.
    """

    def __init__(self, per_second: float = PER_SECOND) -> None:
        self._interval = 1 / per_second
        self._shown: Snapshot | None = None
        self._moment = float("-inf")
        self._withheld = False

    def pick(
        self, state: State, snapshot: Snapshot | None, changed: frozenset[str]
    ) -> tuple[Snapshot | None, frozenset[str]]:
        """What to show of this, and what of it is new."""
        old, now = self._shown, time.monotonic()
        if (
            state.learning
            and old is not None
            and snapshot is not None
            and snapshot.training
            and (snapshot.model, snapshot.shown) == (old.model, old.shown)
            and now - self._moment < self._interval
        ):
            self._withheld |= snapshot is not old
            return old, changed - WEIGHTS
        if snapshot is not old:
            self._moment = now
        withheld, self._withheld, self._shown = self._withheld, False, snapshot
        return snapshot, changed | WEIGHTS if withheld else changed
