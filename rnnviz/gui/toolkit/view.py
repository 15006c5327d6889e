"""What every view of the window offers: it shows a state and a snapshot, and asks for changes with signals."""

from dataclasses import fields

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.palette import Theme
from rnnviz.session.playback import clock_phases as clock_phases  # for the window, which finds it beside `View`
from rnnviz.session.state import State

SNAPSHOT = "snapshot"
ALL = frozenset({SNAPSHOT, *(field.name for field in fields(State))})
# What changes with every update of the weights.
WEIGHTS = frozenset({SNAPSHOT, "network"})


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

    @property
    def behind(self) -> bool:
        """Whether `show` has left something for the frames after it."""
        return False

    def catch_up(self) -> None:
        """Show a piece of that."""

    def set_theme(self, theme: Theme) -> None:
        """Colours from now on; what is shown is painted again."""
        raise NotImplementedError

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether everything jumps to where it goes. A view in which nothing moves by itself ignores it."""
