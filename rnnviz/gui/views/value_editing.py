"""What stage and tracks have in common for changing numbers: drag one, step it with keys, begin to type it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from rnnviz.figure.by_hand import changeable
from rnnviz.gui.toolkit.drawing_view import DrawingView
from rnnviz.session.state import Key

THRESHOLD = 4.0  # pixels by which the mouse has to move before a press is more than a click
STEP, FINE = 0.1, 0.01  # of Ctrl+Up and of Ctrl+Shift+Up
_UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class ValueEditing(DrawingView):
    """Abstract. Drag a number up or down; with one selected, Ctrl+Up and Ctrl+Down change it (with Shift as well in
    small steps), digits begin to type it, Delete lets go of what is held, Escape takes back a drag under way."""

    dragged = Signal(object, float, bool)  # Key, pixels above where it was taken, whether in small steps
    value_stepped = Signal(object, float)  # Key, by how much
    let_go = Signal()
    taken_back = Signal()
    typed = Signal(str)  # the first character of a number for what is selected
    released = Signal(object)  # Key of what is to be computed again

    _grab: tuple[Key, float, float] | None = None  # what was pressed, and where
    _dragging = False
    _stepping = False

    def number_at(self, x: float, y: float) -> Key | None:
        """The number that can be changed at this place, or, between the bars of a light, just beside it."""
        if self.scene is None or self.key_at(x, y) is None:
            return None
        for aside in (0.0, -2.0, 2.0, -4.0, 4.0):
            key = self.key_at(x + aside, y)
            number = None if key is None else changeable(self.scene, key)
            if number is not None:
                return number
        return None

    @property
    def chosen_number(self) -> Key | None:
        """The selected number, if it can be changed."""
        key = None if self.state is None else self.state.focus
        return None if key is None or self.scene is None else changeable(self.scene, key)

    def take_hold(self, key: Key | None, event: QMouseEvent) -> None:
        """The mouse was pressed on this number."""
        self._grab = None if key is None else (key, event.position().x(), event.position().y())
        self._dragging = False

    def follow_mouse(self, event: QMouseEvent) -> bool:
        """Whether the move belongs to a number that was taken hold of."""
        if self._grab is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        key, x, y = self._grab
        up, aside = y - event.position().y(), abs(event.position().x() - x)
        if not self._dragging and (abs(up) < THRESHOLD or aside > 2 * abs(up)):
            return True
        self._dragging = True
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.dragged.emit(key, up, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True

    def end_drag(self) -> bool:
        """The mouse was let go; whether something was dragged."""
        dragged, self._grab, self._dragging = self._dragging, None, False
        if dragged:
            self.let_go.emit()
        return dragged

    def change_by_key(self, event: QKeyEvent) -> bool:
        """Whether the key changes the selected number."""
        key, number, modifiers = Qt.Key(event.key()), self.chosen_number, event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape and self._dragging:
            self._grab, self._dragging = None, False
            self.taken_back.emit()
        elif key == Qt.Key.Key_Escape and self._stepping:
            self._stepping = False
            self.taken_back.emit()
        elif number is None:
            return False
        elif key in _UP_DOWN and control:
            step = FINE if modifiers & Qt.KeyboardModifier.ShiftModifier else STEP
            self._stepping = True
            self.value_stepped.emit(number, step if key == Qt.Key.Key_Up else -step)
        elif key == Qt.Key.Key_Delete:
            self.released.emit(number)
        elif event.text() and event.text() in "0123456789-" and not control:
            self.typed.emit(event.text())
        else:
            return False
        return True

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._stepping and event.key() in _UP_DOWN and not event.isAutoRepeat():
            self._stepping = False
            self.let_go.emit()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._stepping:  # a key that is let go elsewhere is not heard of here
            self._stepping = False
            self.let_go.emit()

    def event(self, event: QEvent) -> bool:
        # The window may have shortcuts for these keys; with a number selected they are meant for it.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            digit = bool(event.text()) and event.text() in "0123456789-" and not control
            if (digit or (control and event.key() in _UP_DOWN)) and self.chosen_number is not None:
                event.accept()
                return True
        return super().event(event)
