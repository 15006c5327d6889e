"""The middle of the window of patterns: stage, transport and tracks; the tracks share one axis and one playhead."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from rnnviz.figure.palette import Theme
from rnnviz.figure.patterns.film import GUTTER, pattern_axis
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.patterns.view import PatternStageView, PatternTracksView
from rnnviz.gui.toolkit.timeline_frame import TimelineFrame, stacked
from rnnviz.session.patterns import PATTERN_WORK, PatternState

# What a scene is made of; everything else only moves marks about.
SCENE = frozenset({*PATTERN_WORK, "layout", "matrix"})
_SHARE = 0.36  # of the height, for the tracks


class PatternTimeline(TimelineFrame):
    """Owns the axis."""

    def __init__(self, transport: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, TimeAxis(1, 600.0, GUTTER), parent)
        self.state: PatternState | None = None
        self.scene: PatternScene | None = None
        self.stage = PatternStageView(theme)
        self.tracks = PatternTracksView(theme, self.axis)
        self.stage.selected.connect(self.selected)
        self.tracks.moved.connect(self.moved)
        for index, part in enumerate((stacked(QWidget(), self.stage, transport), self.tracks)):
            self.splitter.addWidget(part)
            self.splitter.setCollapsible(index, False)

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
        self.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        self.reduced_motion = reduced
        self._again()

    def _again(self) -> None:
        if self.scene is not None:
            self.scene = PatternScene.of(self.state, self.theme, self.reduced_motion)
            for view in (self.stage, self.tracks):
                view.show_scene(self.scene, self.state)

    def fit(self) -> None:
        """The whole path, as far as columns may be narrow."""
        self._own_zoom = False
        if self.scene is not None:
            self._set_axis(pattern_axis(self.scene, float(self.tracks.width())))

    def _follow(self) -> None:
        if self.scene is not None:
            self._set_axis(self.axis.showing(self.state.position.t, max(1.0, 24.0 / self.axis.column)))

    def take_axis(self, axis: TimeAxis) -> None:
        self.tracks.set_axis(axis)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._own_heights:
            below = round(_SHARE * self.height())
            self.splitter.setSizes([self.height() - below, below])
        if self.scene is not None:
            width = float(self.width())
            self._set_axis(self.axis.resized(width) if self._own_zoom else pattern_axis(self.scene, width))
            self._follow()
