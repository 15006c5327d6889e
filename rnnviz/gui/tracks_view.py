"""The tracks: one heat map for each gate, cell and hidden layer, on the timeline's axis."""

from dataclasses import replace

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from rnnviz.figure.drawing import Drawing
from rnnviz.figure.inside.describe import owner
from rnnviz.figure.inside.widen import widened
from rnnviz.figure.palette import Theme
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.track_outline import pointed
from rnnviz.figure.tracks import tracks
from rnnviz.gui.drawing_view import DrawingView


class TracksView(DrawingView):
    """Press and drag to scrub; double-click a cell of a heat map to select its unit."""

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(theme, axis, parent)
        self.setMinimumHeight(60)
        self.setAccessibleName(self.tr("Tracks"))
        self.setAccessibleDescription(
            self.tr("Heat maps of every gate, the cell and the hidden units over time; drag to move the playhead")
        )

    def make(self) -> Drawing:
        axis, height = self.axis, float(self.height())
        made = tracks(self.scene, axis.even, height, self.state.position)
        made = widened(made, axis) if axis.opened else made
        if self.hover is None:
            return made
        return replace(made, live=(*made.live, *pointed(self.scene, axis, height, owner(self.scene, self.hover))))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self.key_at(event.position().x(), event.position().y())
        if key is not None:
            self.selected.emit(key)
