"""The middle of the window of patterns: stage, transport and tracks; the tracks share one axis and one playhead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from rnnviz.figure.palette import Theme
from rnnviz.figure.patterns.film import GUTTER, pattern_axis
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.patterns.view import PatternStageView, PatternTracksView
from rnnviz.gui.toolkit.divider_view import Divider
from rnnviz.gui.views.timeline import NOTCH, ZOOM
from rnnviz.session.patterns import PATTERN_WORK, PatternState

# What a scene is made of; everything else only moves marks about.
SCENE = frozenset({*PATTERN_WORK, "layout", "matrix"})
_SHARE = 0.36  # of the height, for the tracks


class PatternTimeline(QWidget):
    """Owns the axis. Wheel: along the time; Ctrl + wheel: zoom about the mouse."""

    moved = Signal(object)  # Position
    selected = Signal(object)  # Key, or None for nothing

    def __init__(self, transport: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.reduced_motion = False
        self.state: PatternState | None = None
        self.scene: PatternScene | None = None
        self.axis = TimeAxis(1, 600.0, GUTTER)
        self._own_zoom = self._own_heights = False
        self.stage = PatternStageView(theme)
        self.tracks = PatternTracksView(theme, self.axis)
        self.stage.selected.connect(self.selected)
        self.tracks.moved.connect(self.moved)
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stage, 1)
        column.addWidget(transport)
        self.splitter = Divider(theme)
        for index, part in enumerate((above, self.tracks)):
            self.splitter.addWidget(part)
            self.splitter.setCollapsible(index, False)
        self.splitter.splitterMoved.connect(self._divided)
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self.bar.setAccessibleName(self.tr("Scroll along the time"))
        self.bar.valueChanged.connect(self._scrolled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.bar)
        self.setAccessibleName(self.tr("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show(self, state: PatternState, changed: frozenset[str]) -> None:
        """Hides QWidget's own method of that name: to make it visible, use setVisible(True)."""
        old, self.state = self.scene, state
        if old is None or changed & SCENE:
            self.scene = PatternScene.of(state, self.theme, self.reduced_motion)
        if old is None or old.steps != self.scene.steps:
            self._own_zoom = False
            self._set_axis(pattern_axis(self.scene, float(self.tracks.width())))
        for view in (self.stage, self.tracks):
            view.show_scene(self.scene, state)
        if not self.bar.isSliderDown():
            self._follow()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.splitter.set_theme(theme)
        for view in (self.stage, self.tracks):
            view.set_theme(theme)
        self._again()

    def set_reduced_motion(self, reduced: bool) -> None:
        self.reduced_motion = reduced
        self._again()

    def _again(self) -> None:
        if self.scene is not None:
            self.scene = PatternScene.of(self.state, self.theme, self.reduced_motion)
            for view in (self.stage, self.tracks):
                view.show_scene(self.scene, self.state)

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Columns `factor` times as wide; x stays where it is, by default the playhead."""
        if x is None and self.scene is not None:
            x = self.axis.x(self.state.position.t)
        self._own_zoom = True
        self._set_axis(self.axis.zoomed(factor, x or self.axis.left))

    def fit(self) -> None:
        """The whole path, as far as columns may be narrow."""
        self._own_zoom = False
        if self.scene is not None:
            self._set_axis(pattern_axis(self.scene, float(self.tracks.width())))

    def _follow(self) -> None:
        if self.scene is not None:
            self._set_axis(self.axis.showing(self.state.position.t, max(1.0, 24.0 / self.axis.column)))

    def _set_axis(self, axis: TimeAxis) -> None:
        axis = axis.scrolled(round(axis.offset))
        self.axis = axis
        self.tracks.set_axis(axis)
        self.bar.blockSignals(True)
        self.bar.setRange(0, round(axis.longest_offset))
        self.bar.setPageStep(round(axis.room))
        self.bar.setSingleStep(max(1, round(axis.column)))
        self.bar.setValue(round(axis.offset))
        self.bar.blockSignals(False)
        self.bar.setVisible(axis.longest_offset >= 1)

    def _scrolled(self, value: int) -> None:
        self._set_axis(self.axis.scrolled(float(value)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM ** (delta / NOTCH), event.position().x())
        else:
            self._set_axis(self.axis.scrolled(self.axis.offset - delta / NOTCH * self.axis.room / 5))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._own_heights:
            below = round(_SHARE * self.height())
            self.splitter.setSizes([self.height() - below, below])
        if self.scene is not None:
            width = float(self.width())
            self._set_axis(self.axis.resized(width) if self._own_zoom else pattern_axis(self.scene, width))
            self._follow()

    def _divided(self) -> None:
        self._own_heights = True
