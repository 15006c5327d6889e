"""The inspector's field for the value of what is selected: typed, chosen among symbols, or let go of."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from rnnviz.errors import InputError
from rnnviz.figure.by_hand import changeable, held_value, number_of
from rnnviz.figure.describe import indexed, number
from rnnviz.figure.palette import Theme
from rnnviz.figure.scene import Scene
from rnnviz.gui.toolkit.fonts import font
from rnnviz.gui.toolkit.forms import mark_wrong
from rnnviz.session.edit import read_number
from rnnviz.session.inputs import symbols_of
from rnnviz.session.state import Key

ALONE, BESIDE = 80, 58  # pixels: a field with the old value beside it, and one of two


class NumberEdit(QLineEdit):
    """Follows what is typed as soon as it can be read. Enter keeps it, Escape takes it back, Up and Down step."""

    entered = Signal(str, bool)  # the text; whether it is complete
    kept = Signal()
    left = Signal()
    stepped = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedWidth(ALONE)
        self.textEdited.connect(self._edited)

    def _edited(self, text: str) -> None:
        self.entered.emit(text, False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.text(), True)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit((0.01 if fine else 0.1) * (1 if key == Qt.Key.Key_Up else -1))
        else:
            super().keyPressEvent(event)


def shown(value: float) -> str:
    """As many digits as the field has room for."""
    return f"{value:.4g}"


class ValueField(QWidget):
    """Shown for a number that a person can change. It asks with signals and is told what is wrong with `complain`."""

    number_set = Signal(object, float)  # Key, value
    symbol_set = Signal(int, str)  # clock, symbol
    stepped = Signal(object, float)
    kept = Signal()
    taken_back = Signal()
    released = Signal(object)
    left = Signal()  # the keyboard goes back to where it came from

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.key: Key | None = None
        self._selected: Key | None = None
        self.scene: Scene | None = None
        self._symbols: tuple[str, ...] = ()
        self._both = self._typing = False  # whether c has a field too; whether a field holds what is half typed
        self.name = QLabel()
        self.edit = self._edit(self.tr("Value"))
        self.edit.setToolTip(self.tr("Type a value (F2); Enter keeps it, Esc takes it back, ↑ and ↓ step"))
        self.cell_name = QLabel()
        self.cell_edit = self._edit(self.tr("Value of c before the first clock"))
        self.choice = QComboBox(focusPolicy=Qt.FocusPolicy.StrongFocus)
        self.choice.setAccessibleName(self.tr("Symbol"))
        self.choice.setToolTip(self.tr("Another symbol at this clock (F2)"))
        self.choice.activated.connect(self._chosen)
        self.choice.installEventFilter(self)
        self.old = QLabel()
        self.release = QToolButton(focusPolicy=Qt.FocusPolicy.TabFocus)
        self.release.setText(self.tr("Release"))
        self.release.setAccessibleName(self.tr("Release"))
        self.release.setToolTip(self.tr("Let the network compute this number again (Delete)"))
        self.release.setProperty("flat", True)
        self.release.setProperty("tiny", True)
        self.release.clicked.connect(self._release)
        self.complaint = QLabel(objectName="complaint", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.complaint.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        for widget in (self.name, self.edit, self.cell_name, self.cell_edit, self.choice, self.old):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.release)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(row)
        whole.addWidget(self.complaint)
        self.set_theme(theme)

    def _edit(self, name: str) -> NumberEdit:
        edit = NumberEdit(name)
        edit.entered.connect(self._entered)
        edit.left.connect(self._left)
        edit.stepped.connect(self._stepped)
        return edit

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for label in (self.name, self.cell_name, self.old):
            label.setFont(font(11 if label is self.old else 12, label is not self.old))
        self.old.setStyleSheet(f"color: {theme.muted}; background: transparent;")

    # What is shown

    def show_number(self, scene: Scene, key: Key | None, before: Scene | None) -> None:
        """The field for this selection, hidden where nothing can be changed. before: the scene before an edit."""
        if key is not None and key == self._selected and key.t > scene.known:
            return  # the answer to what was just changed is still under way
        self._selected = key
        number_key = None if key is None else changeable(scene, key)
        if number_key != self.key:
            self.complain("")
        self.scene, self.key = scene, number_key
        self.setVisible(number_key is not None)
        if number_key is None:
            return
        self._symbols = symbols_of(scene.task, scene.sequence) if number_key.name == "X" else ()
        first = number_key.name == "M" and not scene.about(number_key).clock_before(number_key.t)
        both = self._both = first and "c" in scene.cell.states
        self.choice.setVisible(bool(self._symbols))
        self.edit.setVisible(not self._symbols)
        for widget in (self.cell_name, self.cell_edit):
            widget.setVisible(both)
        for edit in (self.edit, self.cell_edit):
            edit.setFixedWidth(BESIDE if both else ALONE)
        if self._symbols:
            self._show_symbol(number_key.t)
        self._show_value(self.edit, number_key)
        if both:
            self._show_value(self.cell_edit, self._cell_key)
            self.cell_name.setText(indexed("c", 0))
        letter = self._letter(number_key)
        self.name.setText(self.tr("symbol of {letter}").format(letter=letter) if self._symbols else letter)
        held = [each for each in (number_key, self._cell_key if both else None) if each is not None]
        self.release.setVisible(number_key.name != "X" and any(held_value(scene, each) is not None for each in held))
        old = float("nan") if before is None or self._symbols else number_of(before, number_key)
        same = old != old or number(old) == number(number_of(scene, number_key))
        self.old.setText("" if same or both else self.tr("was {old}").format(old=number(old)))

    @property
    def _cell_key(self) -> Key:
        assert self.key is not None
        return self.key._replace(name="c_before")

    def _letter(self, key: Key) -> str:
        letter, t = {"X": "x", "H": "h", "S": "s"}.get(key.name, key.name), key.t
        if key.name == "M":
            here = self.scene.about(key)
            letter, t = here.cell.memory.lower(), here.clock_before(key.t)
            if not t and here.reverse:
                t = here.steps + 1
        return indexed(letter, t)

    def _show_value(self, edit: NumberEdit, key: Key) -> None:
        text = shown(number_of(self.scene, key))
        if not (edit.hasFocus() and self._typing) and edit.text() != text:
            edit.setText(text)
            edit.setCursorPosition(0)

    def _show_symbol(self, t: int) -> None:
        if [self.choice.itemText(k) for k in range(self.choice.count())] != list(self._symbols):
            self.choice.clear()
            self.choice.addItems(self._symbols)
        label = self.scene.sequence.labels[t - 1]
        self.choice.setCurrentIndex(self._symbols.index(label) if label in self._symbols else -1)

    def complain(self, text: str) -> None:
        """Say what is wrong with what was typed; “” for nothing."""
        self.complaint.setText(text)
        self.complaint.setVisible(bool(text))
        for edit in (self.edit, self.cell_edit):
            mark_wrong(edit, bool(text) and edit.hasFocus())

    # What a person does

    def begin(self, text: str = "") -> None:
        """Take the keyboard; with the first character of a number, if there is one."""
        if self.key is None:
            return
        if self._symbols:
            self.choice.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if text in self._symbols:
                self.symbol_set.emit(self.key.t, text)
                self.kept.emit()
            elif not text:
                self.choice.showPopup()
            return
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.edit.setText(text)
            self._typing = True
            self._enter(self.edit, text, False)
        else:
            self.edit.selectAll()

    def _of(self, edit: QObject) -> Key:
        assert self.key is not None
        return self._cell_key if edit is self.cell_edit else self.key

    def _entered(self, text: str, complete: bool) -> None:
        self._typing = self._typing or not complete
        self._enter(self.sender(), text, complete)

    def _enter(self, edit: NumberEdit, text: str, complete: bool) -> None:
        """What can be read is followed at once; what cannot is only said at the end, since it may be half a number."""
        if self.key is None:
            return
        key = self._of(edit)
        try:
            value = read_number(text)
        except InputError as error:
            if complete:
                self.complain(str(error))
            return
        self.complain("")
        if self._typing or shown(number_of(self.scene, key)) != text.strip():
            self.number_set.emit(key, value)
        if complete and self.complaint.isHidden():
            self._typing = False
            self._show_value(edit, key)
            self.kept.emit()
            self.left.emit()

    def _stepped(self, by: float) -> None:
        if self.key is not None:
            self._typing = False
            self.stepped.emit(self._of(self.sender()), by)

    def _left(self) -> None:
        self._typing = False
        self.complain("")
        self.taken_back.emit()
        if self.key is not None:
            self._show_value(self.edit, self.key)
        self.left.emit()

    def _chosen(self, index: int) -> None:
        if self.key is not None:
            self.symbol_set.emit(self.key.t, self._symbols[index])
            self.kept.emit()

    def _release(self) -> None:
        if self.key is not None:
            for key in (self.key, *([self._cell_key] if self._both else [])):
                self.released.emit(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.choice and pressed and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)
