"""The stage: the unrolled network."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.by_hand import changeable, held_value
from rnnviz.figure.describe import describe
from rnnviz.figure.drawing import Batch, Boxes, Circles, Drawing
from rnnviz.figure.edge_words import EDGES, describe_edge, describe_weight
from rnnviz.figure.equations import share_in_words, shares
from rnnviz.figure.ghosts import ghosts
from rnnviz.figure.held_marks import drag_cue
from rnnviz.figure.inside.describe import describe_inside, owner
from rnnviz.figure.inside.diagram import diagram_of
from rnnviz.figure.inside.header import CLOSE, CONTROLS
from rnnviz.figure.inside.stage import MOST_SOURCES, opened_stage, source_alpha, with_sources
from rnnviz.figure.inside.walk import parts_of, place_of
from rnnviz.figure.inside.words import sentence
from rnnviz.figure.layout import layout_of
from rnnviz.figure.palette import Theme
from rnnviz.figure.rolled_stage import Rolled, rolled_stage
from rnnviz.figure.rows import Layout
from rnnviz.figure.scene import Scene
from rnnviz.figure.shared import below_units, entry_at, entry_of_node, marks_at, shared_marks, with_marks
from rnnviz.figure.stage import stage
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.weight_matrix import Entry
from rnnviz.gui.views.before import Before
from rnnviz.gui.views.value_editing import ValueEditing
from rnnviz.session.playback import end_of
from rnnviz.session.state import Key, State

UNIT_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}  # in an open cell
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class StageView(ValueEditing):
    """Double-click a neuron or a gate of H, or press Enter with one selected, to open its cell; in an open cell Up and
    Down go from unit to unit, Tab and Shift+Tab walk over its parts as data flows, Enter follows the number of the part
    to what it was made of, and Escape closes the cell.

    Click a neuron or a gate to select it, an edge to see its weight, beside them to select nothing; drag along the
    labels of the clocks to scrub. Drag a neuron, a gate or a number up or down to change it.

    With the focus here and something selected, Up and Down go from mark to mark within the clock, Left and Right to the
    same mark one clock earlier or later and take the playhead along; Escape selects nothing. With nothing selected, Up
    or Down selects the first mark of the playhead's clock; Left and Right are the window's.
    """

    opening = Signal(object)  # Key: whose cell to open
    pressed = Signal(str)  # the name of a button above an open cell
    unit_stepped = Signal(int)  # -1 or 1
    followed = Signal(object)  # Key of the number that the keyboard is at
    touched = Signal(object)  # Entry of the weight whose edge is under the mouse, or None
    weight_chosen = Signal(object)  # Entry of the weight whose edge was clicked

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(theme, axis, parent)
        self._ghost: Before | None = None
        self._shared: Entry | None = None
        self._part = -1  # of the parts of the open cells, the one that the keyboard is at
        self._under: Entry | None = None  # the weight under the mouse
        self.rolled = 0.0  # how far the network is folded
        self.setMinimumHeight(180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Stage: the network unrolled in time"))

    def set_ghost(self, state: State | None, snapshot: Snapshot | None) -> None:
        """What was there before the edit under way, to be seen in outline; None when it is over."""
        self._ghost = Before.of(state, snapshot)
        self.refresh()

    def set_rolled(self, rolled: float) -> None:
        """Fold the network so far: 0 unrolled in time, 1 one network with its loop."""
        self.rolled = rolled
        self.refresh()

    def set_shared(self, entry: Entry | None) -> None:
        """Mark this weight at every clock, or none."""
        if entry != self._shared:
            self._shared = entry
            self.refresh()

    def make(self) -> Drawing:
        made, marks = self._drawn(self.scene), []
        old = None if self._ghost is None else self._ghost.scene(self.state, self.scene, self.theme)
        if self._ghost is not None and old is not None:
            state = self.state
            seen = self.axis, self.height(), state.position, state.selection, state.opened, self.hover, self.rolled, old
            marks += ghosts(made, self._ghost.once(seen, lambda: self._drawn(old)))
        entry = self._under or self._shared
        if entry is not None and not (self.rolled and self.axis.opened):
            made, others = below_units(made, self._shared_marks(entry, made.height))
            marks += others
        if self.rolled and not self.axis.opened:
            return replace(made, live=(*made.live, *marks))
        return with_marks(made, self.scene, self.axis, marks) if marks else made

    def _shared_marks(self, entry: Entry, height: float) -> list[Batch]:
        if not self.rolled:
            return shared_marks(self.scene, self.axis, height, entry)
        t = self.state.position.t
        view = Rolled.of(self.scene, self.axis, height, self.state.position, self.rolled)
        return marks_at(self.scene, view.layout, view.own, range(t, t + 1), view.visible, entry)

    def _drawn(self, scene: Scene) -> Drawing:
        state, axis, height = self.state, self.axis, float(self.height())
        if axis.opened:
            unit = 0 if state.opened is None else state.opened.unit
            sources = self._sources(scene) if state.focus is not None and state.focus.name != "H" else ()
            seen, touched = (state.position, unit, state.selection, self.hover, sources), self._under or self._shared
            return opened_stage(scene, axis, height, *seen, rolled=self.rolled, shared=touched)
        pointed = None if self.hover is None else owner(scene, self.hover)
        if self.rolled:
            sources = tuple((key, source_alpha(share)) for key, share in self._sources(scene)[:MOST_SOURCES])
            made = rolled_stage(scene, axis, height, state.position, self.rolled, state.focus, pointed, sources)
            view = Rolled.of(scene, axis, height, state.position, self.rolled)
            return self._with_cue(made, scene, view.layout, view.own)
        made = stage(scene, axis, height, state.position, state.selection, pointed)
        made = self._with_cue(made, scene, layout_of(scene, axis.column, height), axis)
        return with_sources(made, scene, axis, height, self._sources(scene))

    def _with_cue(self, made: Drawing, scene: Scene, layout: Layout, axis: TimeAxis) -> Drawing:
        """With a sign that what the mouse points at can be dragged."""
        if self.hover is None or scene is not self.scene or (self.rolled and self.hover.t != self.state.position.t):
            return made
        return replace(made, live=(*made.live, *drag_cue(scene, layout, axis, self.hover)))

    def _sources(self, scene: Scene) -> tuple[tuple[Key, float], ...]:
        """What the selected number was computed from; while it plays nobody looks at that."""
        key = self.state.focus
        if key is None or self.state.playing:
            return ()
        return scene.remember(("shares", key), lambda: shares(scene, key))

    def shows(self) -> frozenset[str]:
        return frozenset({"position", "selection", "opened", "playing", "rolled"})

    def refresh_between(self, first: int, last: int) -> None:
        if self._part >= 0:  # with a ring around it
            self.refresh()
        else:
            super().refresh_between(first, last)

    def key_at(self, x: float, y: float) -> Key | None:
        key = super().key_at(x, y)
        return None if key is not None and key.name in EDGES else key  # an edge is told of, not chosen

    def tip(self, x: float, y: float) -> str:
        key = super().key_at(x, y)
        if self.scene is None:
            return ""
        if key is None or key.name in EDGES:
            entry = self._edge_at(x, y)
            return describe_weight(self.scene, entry) if entry else describe_edge(self.scene, key) if key else ""
        inside = key.t in self.axis.opened
        lines = [describe_inside(self.scene, key) if inside else describe(self.scene, key)]
        chosen = self.state.focus
        if chosen is not None:
            lines += filter(None, [share_in_words(self.scene, chosen, owner(self.scene, key))])
        number = changeable(self.scene, key)
        if number is not None and held_value(self.scene, number) is not None:
            lines.append(self.tr("Delete: compute it again"))
        if number is not None:
            lines.append(self.tr("Drag up or down to change it"))
        if not inside and key.name not in ("X", "M", "S"):
            lines.append(self.tr("Double-click opens the cell"))
        return "\n".join(lines)

    def take(self, changed: frozenset[str]) -> None:
        if self._part >= 0:  # the same part of the clock that is open now
            self.hover = self.part
        self.setAccessibleDescription(self.summary())

    def summary(self) -> str:
        """What is to be seen, in a sentence; where the keyboard is at a part of a cell, what that is."""
        state = self.state
        if self.part is not None:
            return describe_inside(self.scene, self.part)
        text = self.tr("{cell} with {hidden} hidden units, clock {t} of {steps}, input {symbol}").format(
            cell=state.network.spec.cell,
            hidden=state.network.spec.hidden,
            t=state.position.t,
            steps=len(state.sequence),
            symbol=state.sequence.labels[min(state.position.t, len(state.sequence)) - 1],
        )
        if state.rolled:
            text += "; " + self.tr("folded into one network")
        if state.opened is not None:
            text += "; " + self.tr("the cell is open") + ": " + sentence(self.scene, state.focus)
        elif state.focus is not None:
            text += "; " + describe(self.scene, state.focus)
        return text

    def scrubs_at(self, x: float, y: float) -> bool:
        if self.scene is None or not super().scrubs_at(x, y):
            return False
        layout = layout_of(self.scene, self.axis.column, float(self.height()))
        above = layout.word_y + layout.text if layout.word_y else 0.0
        return y < above or y > layout.label_y - layout.text

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.follow_mouse(event):
            return
        super().mouseMoveEvent(event)
        place = event.position()
        self._touch(None if event.buttons() else self.entry_at(place.x(), place.y()))
        if self.number_at(place.x(), place.y()) is not None:
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        elif self.hover is not None or self._under is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self.scrubs_at(place.x(), place.y()):
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.unsetCursor()

    def entry_at(self, x: float, y: float) -> Entry | None:
        """The weight whose edge, or whose product in an open cell, lies at this place."""
        if self.scene is None or self.hover is None or self.hover.name in EDGES:
            return self._edge_near(x, y)
        return entry_of_node(self.scene, self.hover) if self.hover.t in self.axis.opened else None

    def _edge_near(self, x: float, y: float) -> Entry | None:
        """The weight whose edge passes there; beside an open cell those of the other clocks."""
        scene, axis = self.scene, self.axis
        if scene is None or (axis.opened and self.rolled):  # copies, which are veiled
            return None
        if self.rolled:
            view = Rolled.of(scene, axis, float(self.height()), self.state.position, self.rolled)
            clocks = range(self.state.position.t, self.state.position.t + 1)
            return entry_at(scene, view.layout, view.own, clocks, view.visible, x, y)
        layout = layout_of(scene, axis.column, float(self.height()))
        near = [t for t in (axis.nearest(x), axis.nearest(x) + 1) if t <= scene.steps and t not in axis.opened]
        return entry_at(scene, layout, axis, near, len(axis.even.visible), x, y)

    def _edge_at(self, x: float, y: float) -> Entry | None:
        """The weight whose edge lies there, with no unit upon it."""
        return None if self.key_at(x, y) is not None else self._edge_near(x, y)

    def _touch(self, entry: Entry | None) -> None:
        if entry != self._under:
            self._under = entry
            self.refresh()
            self.touched.emit(entry)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._touch(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        key = self.key_at(place.x(), place.y())
        if event.button() == Qt.MouseButton.LeftButton:
            self.take_hold(self.number_at(place.x(), place.y()), event)
        if event.button() != Qt.MouseButton.LeftButton or (key is None and self.scrubs_at(place.x(), place.y())):
            super().mousePressEvent(event)
        elif key is not None and key.name in CONTROLS:
            self.pressed.emit(key.name)
        elif key is not None and key.t in self.axis.opened:
            self.selected.emit(owner(self.scene, key))
        elif key is None and (entry := self._edge_at(place.x(), place.y())) is not None:
            self.weight_chosen.emit(entry)
        elif key is not None or (self.state is not None and self.state.selection is not None):
            self.selected.emit(key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.end_drag()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        key = self.key_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and key is not None and key.name not in CONTROLS:
            if key.t not in self.axis.opened and key.name not in ("X", "S"):
                self.opening.emit(key)
        else:
            self.mousePressEvent(event)

    def parts(self) -> list[Key]:
        """What Tab walks over: the values of each open cell as data flows, and the answer above it."""
        diagram = None if self.scene is None else diagram_of(self.scene.cell)
        if diagram is None or self.state is None or self.state.opened is None:
            return []
        clocks = self.state.opened.clocks(self.state.position.t, self.scene.steps)
        unit = min(self.state.opened.unit, self.scene.units("H") - 1)
        return [key for t in clocks for key in parts_of(self.scene, diagram, t, unit)]

    @property
    def part(self) -> Key | None:
        """The one that the keyboard is at."""
        parts = self.parts()
        return parts[self._part] if 0 <= self._part < len(parts) else None

    def _go_to_part(self, index: int) -> None:
        self._part = index
        self._point(self.part)
        if self.part is not None:
            self.setAccessibleDescription(self.summary())
        self.update()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from part to part of an open cell, and from its last part on to the next widget."""
        to = self._part + (1 if next else -1)
        if (self._part < 0 and not next) or not 0 <= to < len(self.parts()):
            return super().focusNextPrevChild(next)
        self._go_to_part(to)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._part >= 0:
            self._go_to_part(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        part = self.part
        box = None if part is None or not self.hasFocus() else place_of(self.drawing, part)
        if box is not None:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(QColor(self.theme.accent), 2))
                painter.drawRoundedRect(QRectF(box[0] - 4, box[1] - 4, box[2] - box[0] + 8, box[3] - box[1] + 8), 5, 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.part is not None:
            self.followed.emit(owner(self.scene, self.part))
            return
        key = self.next_selection(Qt.Key(event.key()))
        selection = None if self.state is None else self._selection(self.state)
        if self.change_by_key(event):
            return
        if self.state is not None and self.state.opened is not None and event.key() in UNIT_KEYS:
            self.unit_stepped.emit(UNIT_KEYS[event.key()])
        elif event.key() == Qt.Key.Key_Escape and self.state is not None and self.state.opened is not None:
            self.pressed.emit(CLOSE)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and selection is not None:
            self.opening.emit(selection)
        elif event.key() == Qt.Key.Key_Escape and self.state is not None and self.state.selection is not None:
            self.selected.emit(None)
        elif key is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            if key.t != self.state.position.t:
                self.moved.emit(end_of(key.t, self.scene.phases))
            self.selected.emit(key)

    def event(self, event: QEvent) -> bool:
        # The window has shortcuts for the arrows; those that move the selection come here instead.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and (self.next_selection(Qt.Key(event.key())) is not None or self._for_units(event.key()))
        ):
            event.accept()
            return True
        return super().event(event)

    def _for_units(self, key: int) -> bool:
        return self.state is not None and self.state.opened is not None and key in UNIT_KEYS

    @staticmethod
    def _selection(state: State) -> Key | None:
        """What is selected; of a folded network at the playhead's clock, the only one that is there."""
        return state.selection if state.opened is not None else state.focus

    def next_selection(self, arrow: Qt.Key) -> Key | None:
        """What an arrow key selects, or None where it is not for the stage."""
        if self.state is None or arrow not in ARROWS or self.state.opened is not None:
            return None
        selection = self._selection(self.state)
        if selection is None:
            marks = self.marks_of(self.state.position.t)
            first = next((key for key in marks if key.name == "H"), marks[0] if marks else None)
            return first if arrow in (Qt.Key.Key_Up, Qt.Key.Key_Down) else None
        if arrow in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            t = selection.t + (1 if arrow == Qt.Key.Key_Right else -1)
            return selection._replace(t=min(max(t, 1), len(self.state.sequence)))
        marks = self.marks_of(selection.t)
        if selection not in marks:
            return marks[0] if marks else None
        index = marks.index(selection) + (1 if arrow == Qt.Key.Key_Down else -1)
        return marks[min(max(index, 0), len(marks) - 1)]

    def marks_of(self, t: int) -> list[Key]:
        """The neurons and gates of clock t that can be seen, from the top down and from the left."""
        places: dict[Key, tuple[float, float]] = {}
        drawing, known = self.drawing, {*self.scene.sizes, *(gate.name for gate in self.scene.lights)}
        for batch in () if drawing is None else (*drawing.static, *drawing.live):
            if isinstance(batch, Circles | Boxes):
                for index, key in enumerate(batch.keys):
                    # A cell on its way to be closed shows more than these.
                    if key is not None and key.t == t and key.unit >= 0 and key.name in known:
                        places.setdefault(key, (round(float(batch.y[index])), float(batch.x[index])))
        return sorted(places, key=places.__getitem__)
