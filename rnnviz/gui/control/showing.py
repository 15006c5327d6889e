"""Tells the views what changed: all at once, but the new weights of a learning network a part of them a frame."""

from typing import final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.engine.runner import Engine
from rnnviz.gui.toolkit.pace import Pace
from rnnviz.gui.toolkit.view import ALL, WEIGHTS, View
from rnnviz.session.state import State


@final
class Showing:
    """The views of one window, the largest first. Learning holds still while they are shown something."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._pace = Pace(cost=lambda: engine.held)
        self._snapshot: Snapshot | None = None
        self._unseen: dict[View, frozenset[str]] = {}  # what changed since each view was last shown

    def add(self, view: View, state: State, snapshot: Snapshot | None) -> None:
        self._unseen[view] = frozenset()
        view.show(state, snapshot, ALL)

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str]) -> None:
        """Show this to every view; new weights only to the first. changed: as for `View.show`, not empty."""
        self._snapshot, changed = self._pace.pick(state, snapshot, changed)
        self._unseen = {view: unseen | changed for view, unseen in self._unseen.items()}
        if changed - WEIGHTS or not state.learning:
            self._turn(list(self._unseen), state)
        elif changed:
            self._turn(list(self._unseen)[:1], state)

    def go_on(self, state: State) -> None:
        """A frame in which nothing changed: the turn of what has not been shown everything."""
        self._turn([view for view, unseen in self._unseen.items() if unseen or view.behind], state)

    def _turn(self, views: list[View], state: State) -> None:
        if not views:
            return
        with self._engine.hold():
            for view in views:
                unseen, self._unseen[view] = self._unseen[view], frozenset()
                if unseen:
                    view.show(state, self._snapshot, unseen)
                else:
                    view.catch_up()
            if state.learning:
                _paint(views)


def _paint(views: list[View]) -> None:
    """At once, within the hold: to hand the interpreter to the engine and back costs as much as painting a view."""
    for window in {view.window() for view in views if isinstance(view, QWidget)}:
        QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)
