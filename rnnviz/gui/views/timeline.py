"""The middle of the window: stage, transport, tracks and curves, all on one time axis."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.palette import Theme
from rnnviz.figure.scene import Scene
from rnnviz.figure.stage import natural_column
from rnnviz.figure.time_axis import MAX_COLUMN, MIN_COLUMN, TimeAxis
from rnnviz.figure.tracks import LEAST, track_height
from rnnviz.gui.toolkit.axis_view import SCENE, AxisView
from rnnviz.gui.toolkit.timeline_frame import ZOOM, TimelineFrame, stacked
from rnnviz.gui.toolkit.view import ALL, WEIGHTS, View
from rnnviz.gui.views.gradient_area import GradientArea
from rnnviz.gui.views.layer_bar import LayerBar
from rnnviz.gui.views.opening import Opening
from rnnviz.gui.views.rolling import Rolling
from rnnviz.gui.views.stage_view import StageView
from rnnviz.gui.views.tracks_view import TracksView
from rnnviz.session.state import Key, State

GUTTER = 110.0  # for the names at the left of the columns
COMFORTABLE_CELL = 430.0  # pixels: the height of a stage on which a cell is open
TALL = 0.4  # of the height, for a view that shows more than a curve
LEAST_STAGE = 200.0  # pixels that such a view leaves to the stage
STRETCH = 1.4  # how much wider than natural the columns of a short sequence become


class Timeline(View, TimelineFrame):
    """Owns the axis. + and -: zoom about the playhead; 0: columns of their natural width."""

    hovered = Signal(object)  # Key that is pointed at, or None

    def __init__(self, transport: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        """transport: the bar with the play button, shown between stage and tracks."""
        super().__init__(theme, TimeAxis(steps=1, width=600.0, left=GUTTER), parent)
        self.state: State | None = None
        self.snapshot: Snapshot | None = None
        self.scene: Scene | None = None
        self._unseen: frozenset[str] = frozenset()  # what tracks and curves have not been shown yet
        self._waiting: list[AxisView] = []

        self.stage = StageView(theme, self.axis)
        self.tracks = TracksView(theme, self.axis)
        self.area = GradientArea(theme, self.axis)
        self.curves = self.area.curves
        self._all: tuple[AxisView, ...] = (self.stage, self.tracks, self.curves, self.area.meter, self.area.states)
        for drawn in (self.stage, self.tracks, self.area.states):
            drawn.hovered.connect(self._hovered)
        self.opening = Opening(self)
        self.opening.moved.connect(self._set_axis)
        self.rolling = Rolling(self)
        self.rolling.moved.connect(self.stage.set_rolled)
        for view in self._all:
            view.moved.connect(self.moved)
            view.selected.connect(self.selected)

        self.layers = LayerBar(theme)
        self.upper = stacked(QWidget(), self.stage, transport, self.layers)
        for index, (part, stretch) in enumerate(((self.upper, 3), (self.tracks, 1), (self.area, 1))):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(index, stretch)
            self.splitter.setCollapsible(index, index > 0)
        self._transport = transport
        # The views are as wide as the splitter, which is only known once it has been laid out.
        self.splitter.installEventFilter(self)

    @property
    def views(self) -> tuple[AxisView, ...]:
        """The views that are to be seen."""
        return self.stage, self.tracks, self.area.current

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        before, old = self.state, self.scene
        self.state, self.snapshot = state, snapshot
        if old is None or changed & SCENE:
            self.scene = Scene.of(state, snapshot, self.theme, self.reduced_motion)
        moved = before is None or state.position.t != before.position.t
        another, opens = old is None or _kind(old) != _kind(self.scene), self.opening.show(state)
        if another:
            self._own_zoom = False
            self.layers.show_parts(self.scene)
            self._divide()
            # At once, whatever is on the way: it is of clocks that there may not be any more.
            self.opening.go(self._natural(), jump=True)
            moved = True
        elif self.scene.part != old.part:
            self.layers.show_parts(self.scene)
        if opens and not another:
            self._divide()
            target = self._remembered() if self._own_zoom else self._natural()
            self.opening.go(target, self.reduced_motion, state.speed if state.playing else 1.0)
        self.rolling.go(state.rolled, state.speed, self.reduced_motion or another or not self.isVisible())
        self._show_views(state, snapshot, changed)
        if moved and not self.bar.isSliderDown():
            self.reveal()

    def _show_views(self, state: State, snapshot: Snapshot | None, changed: frozenset[str]) -> None:
        """While learning, new weights come to the stage with one frame, to the tracks and the curves with the next two,
        so that no frame takes long."""
        self.stage.show_scene(self.scene, state, snapshot, changed)
        self._unseen |= changed
        tall = self.area.tall
        if self.area.choose(state.curves):
            self._unseen = ALL  # the view that comes forth has not been shown anything for a while
        if self.area.tall != tall:
            self._divide()
        if changed & {"seen", "curves", *SCENE}:
            self.area.show_controls(self.scene, state, snapshot)
        self._waiting = [self.tracks, self.area.current]
        if not state.learning or not changed or changed - WEIGHTS:
            while self.behind:
                self.catch_up()

    @property
    def behind(self) -> bool:
        return bool(self._waiting)

    def catch_up(self) -> None:
        """Show the next view what it has not seen."""
        self._waiting.pop(0).show_scene(self.scene, self.state, self.snapshot, self._unseen)
        if not self._waiting:
            self._unseen = frozenset()

    def set_ghost(self, state: State | None, snapshot: Snapshot | None) -> None:
        """What was there before the edit under way, to be seen beside what is there now; None when it is over."""
        for view in (self.stage, self.tracks, self.curves):
            view.set_ghost(state, snapshot)

    def light(self, key: Key | None) -> None:
        """Mark what is pointed at elsewhere, on the stage and in the tracks."""
        for view in (self.stage, self.tracks):
            view.set_hover(key)

    def _hovered(self, key: Key | None) -> None:
        self.light(key)
        self.hovered.emit(key)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.splitter.set_theme(theme)
        self.layers.set_theme(theme)
        self._again(lambda view: view.set_theme(theme))
        self.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        self.reduced_motion = reduced
        self._again(lambda view: view.set_reduced_motion(reduced))

    def _again(self, tell: Callable[[AxisView], None]) -> None:
        for view in self._all:
            tell(view)
        if self.scene is not None:
            self.scene = replace(self.scene, theme=self.theme, reduced_motion=self.reduced_motion)
            for view in self._all:
                view.show_scene(self.scene, self.state, self.snapshot, frozenset({"position"}))

    def fit(self) -> None:
        """The whole sequence on one screen."""
        self._own_zoom = True
        column = min(self.axis.room / self.axis.steps, MAX_COLUMN)
        self._set_axis(self._centred(self._widened(replace(self.axis.even, column=column))))

    def reset_zoom(self) -> None:
        """Columns as wide as the network likes them."""
        self._own_zoom = False
        self._set_axis(self._centred(self._natural()))

    def _centred(self, axis: TimeAxis) -> TimeAxis:
        """The playhead in the middle, as far as the sequence's ends allow."""
        t = 1 if self.state is None else self.state.position.t
        return axis.scrolled(axis.x(t) - axis.left + axis.offset - axis.room / 2)

    def _natural(self) -> TimeAxis:
        axis = replace(self.axis.even, steps=self.scene.steps)
        column = natural_column(self.scene, axis.room)
        if column * axis.steps < axis.room:  # a short sequence takes more of a wide window
            column = min(STRETCH * column, axis.room / axis.steps)
        column = min(max(column, MIN_COLUMN), MAX_COLUMN)
        return self._widened(replace(axis, column=column).scrolled(axis.offset))

    def _widened(self, axis: TimeAxis) -> TimeAxis:
        """With room for the cells that are open."""
        return self.opening.widened(axis, float(self.stage.height()))

    def _remembered(self) -> TimeAxis:
        """Columns as wide as a person made them."""
        column = self.opening.column if self.axis.opened else self.axis.column
        return self._widened(replace(self.axis.even, column=column))

    def reveal(self) -> None:
        """Scroll so that the playhead's clock can be seen. Playing turns the page instead of sliding by a column each
        clock, which could not be read and would draw the whole stage anew each time."""
        state, axis = self.state, self.axis
        if state is None:
            return
        wanted = axis.showing(state.position.t, max(1.0, 24.0 / axis.column))
        if self.opening.running:
            return
        if wanted.offset > axis.offset and state.playing:
            wanted = axis.scrolled((state.position.t - 1) * axis.column - 0.12 * axis.room)
        self._set_axis(wanted)

    def take_axis(self, axis: TimeAxis) -> None:
        for view in self._all:
            view.set_axis(axis)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM)
        elif key == Qt.Key.Key_0 and self.scene is not None:
            self.reset_zoom()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._resize(float(self.splitter.width()))
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _resize(self, width: float) -> None:
        seen = self.state is not None and self.state.position.t in self.axis.visible
        self.opening.stop()
        axis = replace(self.axis, opened=self.opening.clocks, window=None).resized(width)
        if self.scene is not None and not self._own_zoom:
            self.axis, old = axis, self.axis
            axis, self.axis = self._natural(), old
        self._set_axis(axis)
        if seen:
            self.reveal()

    def _divide(self) -> None:
        """The first division of the height, and at each resize until a person moves a handle."""
        if self._own_heights or self.scene is None:
            return
        transport = max(self._transport.sizeHint().height(), self._transport.minimumHeight())
        transport += 0 if self.layers.isHidden() else self.layers.sizeHint().height()
        height = self.height() - transport - self.bar.sizeHint().height() - 2 * self.splitter.handleWidth()
        least = LEAST * len(self.scene.gates) + 1
        tracks = min(track_height(self.scene), max(0.27 * height, least))
        # What few tracks leave over goes to the curves and the stage alike.
        curves = min(max(0.2 * height, 106.0) + 0.5 * max(0.0, 0.27 * height - tracks), 420.0)
        if self.area.tall:
            curves = max(curves, min(TALL * height, height - tracks - LEAST_STAGE))
        stage = height - tracks - curves
        if self.opening.clocks:  # the tracks, then the curves make room for the cell
            wanted = max(0.0, COMFORTABLE_CELL - stage)
            given = min(wanted, max(0.0, tracks - max(least, 60.0)))
            tracks, stage, wanted = tracks - given, stage + given, wanted - given
            if wanted > 30:
                stage, curves = stage + curves, 0.0
        self.splitter.setSizes([round(stage + transport), round(tracks), round(curves)])


def _kind(scene: Scene) -> tuple[object, ...]:
    """What decides how wide columns and how high tracks should be."""
    return scene.steps, scene.model.spec, scene.sideways
