"""The tracks: one heat map for each gate, cell and hidden layer, on the timeline's axis."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.drawing import Batch, Drawing
from rnnviz.figure.inside.describe import owner
from rnnviz.figure.inside.widen import widened
from rnnviz.figure.palette import Theme
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.track_outline import pointed
from rnnviz.figure.track_values import held_cells, old_cells
from rnnviz.figure.tracks import tracks
from rnnviz.gui.views.before import Before
from rnnviz.gui.views.value_editing import THRESHOLD, ValueEditing
from rnnviz.session.state import State


class TracksView(ValueEditing):
    """Press and drag to scrub; double-click a cell of a heat map to select its unit. Drag the selected cell up or down
    to change its value, or type it."""

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(theme, axis, parent)
        self._ghost: Before | None = None
        self.setMinimumHeight(60)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Tracks"))
        self.setAccessibleDescription(
            self.tr("Heat maps of every gate, the cell and the hidden units over time; drag to move the playhead")
        )

    def set_ghost(self, state: State | None, snapshot: Snapshot | None) -> None:
        """What was there before the edit under way, to be seen in part of each cell; None when it is over."""
        self._ghost = Before.of(state, snapshot)
        self.refresh()

    def shows(self) -> frozenset[str]:
        return frozenset({"position", "selection", "opened"})

    def make(self) -> Drawing:
        scene, axis, height, position = self.scene, self.axis, float(self.height()), self.state.position
        marks: list[Batch] = []
        old = None if self._ghost is None else self._ghost.scene(self.state, scene, self.theme)
        if old is not None:
            marks = old_cells(scene, old, axis.even, height, position)
        made = tracks(scene, axis.even, height, position, tuple(marks))
        made = widened(made, axis) if axis.opened else made
        framed = [owner(scene, key) for key in (self.hover, self.state.focus) if key is not None]
        frames = [mark for key in framed for mark in pointed(scene, axis, height, key)]
        return replace(made, live=(*made.live, *held_cells(scene, axis, height), *frames))

    # The selected cell under the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        number = self.number_at(place.x(), place.y())
        if event.button() == Qt.MouseButton.LeftButton and number is not None and number == self.chosen_number:
            self.take_hold(number, event)
        else:
            self.take_hold(None, event)
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grab is not None and not self._dragging:
            aside = abs(event.position().x() - self._grab[1])
            if aside > 2 * THRESHOLD:  # the playhead is meant
                self._grab = None
                self._scrubbing = True
        if self.follow_mouse(event):
            return
        super().mouseMoveEvent(event)
        place = event.position()
        number = self.number_at(place.x(), place.y())
        if number is not None and number == self.chosen_number:
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed = self._grab is not None
        if not self.end_drag() and pressed:
            self.scrub_to(event.position().x())
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self.key_at(event.position().x(), event.position().y())
        if key is not None:
            self.selected.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.change_by_key(event):
            super().keyPressEvent(event)
