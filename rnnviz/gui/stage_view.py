"""The stage: the unrolled network."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from rnnviz.figure.describe import describe
from rnnviz.figure.drawing import Boxes, Circles, Drawing
from rnnviz.figure.layout import layout_of
from rnnviz.figure.palette import Theme
from rnnviz.figure.stage import stage
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.drawing_view import DrawingView
from rnnviz.session.playback import end_of
from rnnviz.session.state import Key

ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class StageView(DrawingView):
    """Click a neuron or a gate to select it, beside them to select nothing; drag along the labels of the clocks, below
    and above the network, to scrub.

    With the focus here and something selected, Up and Down go from mark to mark within the clock (upwards on screen
    is up), Left and Right to the same mark one clock earlier or later and take the playhead along; Escape selects
    nothing. With nothing selected, Up or Down selects the first mark of the playhead's clock, and Left and Right are
    left to the window, which steps.
    """

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(theme, axis, parent)
        self.setMinimumHeight(180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Stage: the network unrolled in time"))

    def make(self) -> Drawing:
        state = self.state
        return stage(self.scene, self.axis, float(self.height()), state.position, state.selection, self.hover)

    def shows(self) -> frozenset[str]:
        return frozenset({"position", "selection"})

    def take(self, changed: frozenset[str]) -> None:
        self.setAccessibleDescription(self.summary())

    def summary(self) -> str:
        """What is to be seen, in a sentence."""
        state = self.state
        text = self.tr("{cell} with {hidden} hidden units, clock {t} of {steps}, input {symbol}").format(
            cell=state.network.spec.cell,
            hidden=state.network.spec.hidden,
            t=state.position.t,
            steps=len(state.sequence),
            symbol=state.sequence.labels[min(state.position.t, len(state.sequence)) - 1],
        )
        if state.selection is not None:
            text += "; " + describe(self.scene, state.selection)
        return text

    def set_hover(self, key: Key | None) -> None:
        if key != self.hover:
            self.hover = key
            self.refresh()

    def scrubs_at(self, x: float, y: float) -> bool:
        if self.scene is None or not super().scrubs_at(x, y):
            return False
        layout = layout_of(self.scene, self.axis.column, float(self.height()))
        above = layout.word_y + layout.text if layout.word_y else 0.0
        return y < above or y > layout.label_y - layout.text

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place = event.position()
        if self.hover is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self.scrubs_at(place.x(), place.y()):
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.unsetCursor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        key = self.key_at(place.x(), place.y())
        if event.button() != Qt.MouseButton.LeftButton or (key is None and self.scrubs_at(place.x(), place.y())):
            super().mousePressEvent(event)
        elif key is not None or (self.state is not None and self.state.selection is not None):
            self.selected.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.next_selection(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self.state is not None and self.state.selection is not None:
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
            and self.next_selection(Qt.Key(event.key())) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def next_selection(self, arrow: Qt.Key) -> Key | None:
        """What an arrow key selects, or None where it is not for the stage."""
        if self.state is None or arrow not in ARROWS:
            return None
        selection = self.state.selection
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
        drawing = self.drawing
        for batch in () if drawing is None else (*drawing.static, *drawing.live):
            if isinstance(batch, Circles | Boxes):
                for index, key in enumerate(batch.keys):
                    if key is not None and key.t == t and key.unit >= 0:
                        places.setdefault(key, (round(float(batch.y[index])), float(batch.x[index])))
        return sorted(places, key=places.__getitem__)
