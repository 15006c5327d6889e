"""Widgets that paint the Drawings of a network of patterns."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from rnnviz.figure.drawing import Drawing
from rnnviz.figure.hits import hit
from rnnviz.figure.palette import Theme
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.figure.patterns.stage import pattern_stage
from rnnviz.figure.patterns.tracks import pattern_tracks
from rnnviz.figure.patterns.words import clock_words, describe_pattern, end_words
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.toolkit.focus_ring import FocusRing
from rnnviz.gui.toolkit.painter import StaticCache, paint
from rnnviz.session.patterns import PatternState
from rnnviz.session.playback import Position
from rnnviz.session.state import Key


class PatternView(FocusRing, QWidget):
    """Abstract: `make` says which Drawing. It is made when it is needed and kept until something it shows changed."""

    moved = Signal(object)  # Position: where a person put the playhead
    selected = Signal(object)  # Key, or None for nothing

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scene: PatternScene | None = None
        self.state: PatternState | None = None
        self._drawing: Drawing | None = None
        self._cache = StaticCache()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)

    def make(self, scene: PatternScene, state: PatternState) -> Drawing:
        """The Drawing for this scene and position at the present size."""
        raise NotImplementedError

    @property
    def drawing(self) -> Drawing | None:
        if self._drawing is None and self.scene is not None:
            self._drawing = self.make(self.scene, self.state)
        return self._drawing

    def show_scene(self, scene: PatternScene, state: PatternState) -> None:
        """A scene, and the state whose position and selection are shown in it."""
        self.scene, self.state = scene, state
        self.refresh()

    def refresh(self) -> None:
        self._drawing = None
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.refresh()

    def key_at(self, x: float, y: float) -> Key | None:
        drawing = self.drawing
        return None if drawing is None else hit(drawing, x, y)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.scene is not None:
            place: QPoint = event.pos()
            key = self.key_at(place.x(), place.y())
            if key is None:
                QToolTip.hideText()
            else:
                text = describe_pattern(self.scene, key, self.state.position.t)
                QToolTip.showText(event.globalPos(), text, self, QRect(place.x() - 4, place.y() - 4, 9, 9))
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            drawing = self.drawing
            if drawing is None:
                painter.fillRect(self.rect(), QColor(self.theme.stage))
            else:
                paint(drawing, painter, self._cache)
            self.paint_ring(painter)


class PatternStageView(PatternView):
    """Click a unit to see its weights whatever is updated, beside the units to let go of it; click a stored pattern to
    begin from it. Escape lets go of it. The keys up and down go from unit to unit; the other button of the mouse asks
    for the menu of the unit below it."""

    menu_wanted = Signal(object)  # QPoint on the screen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setMinimumHeight(220)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Stage: the units, their weights and the patterns"))

    def make(self, scene: PatternScene, state: PatternState) -> Drawing:
        return pattern_stage(scene, float(self.width()), float(self.height()), state.position, state.selection)

    def show_scene(self, scene: PatternScene, state: PatternState) -> None:
        super().show_scene(scene, state)
        t = state.position.t
        if not state.playing:
            self.setAccessibleDescription(f"t = {t}: {clock_words(scene, t)}; {end_words(scene, t)}")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self.key_at(place.x(), place.y()) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.selected.emit(self.key_at(event.position().x(), event.position().y()))
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.scene is None or event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
            return
        selection, by = self.state.selection, 1 if event.key() == Qt.Key.Key_Down else -1
        unit = (selection.unit + by) % self.scene.units if selection is not None else 0
        self.selected.emit(Key("unit", self.state.position.t, unit))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """With the mouse, of the unit below it; with the keyboard, of the one that is selected."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            key = self.key_at(event.pos().x(), event.pos().y())
            if key is None or key.name != "unit":
                return
            self.selected.emit(key)
        if self.state is not None and self.state.selection is not None:
            self.menu_wanted.emit(event.globalPos())


class PatternTracksView(PatternView):
    """Press and drag to scrub; the x of a clock is the timeline's."""

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.axis = axis
        self._scrubbing = False
        self.setMinimumHeight(90)
        self.setAccessibleName(self.tr("Tracks"))
        self.setAccessibleDescription(
            self.tr("The units, the energy and the overlaps over time; drag to move the playhead")
        )

    def make(self, scene: PatternScene, state: PatternState) -> Drawing:
        return pattern_tracks(scene, self.axis, float(self.height()), state.position)

    def set_axis(self, axis: TimeAxis) -> None:
        if axis != self.axis:
            self.axis = axis
            self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.axis.clock(event.position().x()) is not None:
            self._scrubbing = True
            self._scrub(event.position().x())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._scrubbing:
            self._scrub(event.position().x())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._scrubbing = False
        super().mouseReleaseEvent(event)

    def _scrub(self, x: float) -> None:
        if self.scene is not None:
            wanted = Position(self.axis.nearest(x))
            if wanted != self.state.position:
                self.moved.emit(wanted)
