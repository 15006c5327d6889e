"""What stage, tracks and curves have in common: the shared time axis, scrubbing, and a tooltip made from arithmetic."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.palette import Theme
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.toolkit.view import ALL, SNAPSHOT, View
from rnnviz.session.playback import end_of
from rnnviz.session.state import State

# What a Scene is made of; everything else only moves marks about.
SCENE = frozenset({"task", "sequence", "network", "layer", "reverse", "notation", "sideways", "held", SNAPSHOT})


class AxisView(View, QWidget):
    """A view whose x is the timeline's. `Timeline` gives it the axis; wheel and zoom keys pass through to it."""

    moved = Signal(object)  # Position: where a person put the playhead
    selected = Signal(object)  # Key, or None for nothing

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.axis = axis
        self.state: State | None = None
        self.snapshot: Snapshot | None = None
        self.scene: Scene | None = None
        self.reduced_motion = False
        self._scrubbing = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        scene = self.scene
        if scene is None or changed & SCENE:
            scene = Scene.of(state, snapshot, self.theme, self.reduced_motion)
        self.show_scene(scene, state, snapshot, changed)

    def show_scene(self, scene: Scene, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        """As `show`, with a scene that other views show as well."""
        new = scene is not self.scene
        old, self.scene, self.state, self.snapshot = self.state, scene, state, snapshot
        shown = changed & self.shows()
        if new or shown:
            self.take(changed)
            if new or old is None or shown != {"position"}:
                self.refresh()
            else:
                self.refresh_between(min(old.position.t, state.position.t), max(old.position.t, state.position.t))

    def shows(self) -> frozenset[str]:
        """The fields of the state that this view shows, besides those of the scene."""
        return frozenset({"position"})

    def take(self, changed: frozenset[str]) -> None:
        """Something that is shown has just changed; called before `refresh`."""

    def set_axis(self, axis: TimeAxis) -> None:
        if axis != self.axis:
            self.axis = axis
            self.refresh()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        if self.scene is not None:
            self.scene = replace(self.scene, theme=theme)
        self.refresh()

    def set_reduced_motion(self, reduced: bool) -> None:
        self.reduced_motion = reduced
        if self.scene is not None:
            self.scene = replace(self.scene, reduced_motion=reduced)
        self.refresh()

    def refresh(self) -> None:
        """What is shown, its place or its colours changed."""
        self.update()

    def refresh_between(self, first: int, last: int) -> None:
        """Only the playhead moved, from one of these clocks to the other."""
        self.refresh()

    def tip(self, x: float, y: float) -> str:
        """What the tooltip says at this place; empty for none."""
        return ""

    def whole_tip(self, x: float, y: float) -> str:
        """The same, and what stands for the clocks where several share a pixel."""
        text = self.tip(x, y)
        if not text or self.axis.column >= 1:
            return text
        return f"{text}\n{self.shared().format(clocks=round(1 / self.axis.column))}"

    def shared(self) -> str:
        """What a pixel shows that {clocks} share."""
        return self.tr("{clocks} clocks share this pixel; its colour is their mean")

    def scrubs_at(self, x: float, y: float) -> bool:
        """Whether a press here takes the playhead along."""
        return self.axis.clock(x) is not None

    def scrub_to(self, x: float) -> None:
        """Ask for the playhead at the end of the clock nearest to x."""
        if self.state is not None and self.scene is not None:
            wanted = end_of(self.axis.nearest(x), self.scene.phases)
            if wanted != self.state.position:
                self.moved.emit(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if event.button() == Qt.MouseButton.LeftButton and self.scrubs_at(place.x(), place.y()):
            self._scrubbing = True
            self.scrub_to(place.x())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._scrubbing:
            self.scrub_to(event.position().x())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._scrubbing = False
        super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place: QPoint = event.pos()
            text = self.whole_tip(place.x(), place.y())
            if text:
                # The rectangle makes the tip go when the mouse leaves the mark, so that it never tells of another.
                QToolTip.showText(event.globalPos(), text, self, QRect(place.x() - 4, place.y() - 4, 9, 9))
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
