"""The weights of the network as heat maps, in a window beside the stage, to be looked at and changed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rnnviz.engine.messages import Snapshot
from rnnviz.errors import InputError
from rnnviz.figure.palette import Theme
from rnnviz.figure.scene import Scene
from rnnviz.figure.terms import read_by
from rnnviz.figure.weight_matrix import Entry, blocks_of, entry_of, parameters_of, rows_of, shown_letter
from rnnviz.gui.toolkit.axis_view import SCENE
from rnnviz.gui.toolkit.forms import mark_wrong
from rnnviz.gui.toolkit.matrix_view import MatrixView
from rnnviz.gui.toolkit.view import ALL, View
from rnnviz.session.edit import read_weight
from rnnviz.session.state import Key, State


class WeightWindow(View, QDialog):
    """Shows one parameter at a time. It asks for changes with `changed`; `let_go` and `cancelled` end one."""

    changed = Signal(str, object, float)  # parameter, index into it, value
    let_go = Signal()
    cancelled = Signal()
    touched = Signal(object)  # Entry of the weight that is pointed at or chosen, None when the window is left

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Weights"))
        self.theme = theme
        self.scene: Scene | None = None
        self.name = ""
        self._state: State | None = None
        self._snapshot: Snapshot | None = None
        self._before: State | None = None
        self._names: tuple[str, ...] = ()
        self._lit: Entry | None = None
        self._entry: Entry | None = None
        self._shared = ""
        self.matrix = MatrixView(theme)
        self.area = QScrollArea()
        self.area.setWidget(self.matrix)
        self.area.setWidgetResizable(True)
        self.area.viewport().installEventFilter(self)
        self.buttons = QButtonGroup(self)
        self.buttons.idClicked.connect(self._choose)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self.where = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("New value"))
        self.field.setMaximumWidth(120)
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(self._typing)
        self.field.installEventFilter(self)
        self.edited = QLabel(self.tr("edited"))
        self.complaint = QLabel(objectName="complaint", wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.shared = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.shared.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.shared.setMinimumHeight(2 * self.shared.fontMetrics().lineSpacing())  # nothing moves while it plays
        self.keys = QLabel(
            self.tr(
                "Drag a cell up or down, or type a number. Arrows: next cell · Ctrl+↑ Ctrl+↓: change by 0.1, "
                "with Shift by 0.01 · Enter: keep · Esc: take back, or close"
            )
        )
        self.keys.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self.where)
        line.addWidget(self.field)
        line.addStretch(1)
        line.addWidget(self.edited)
        whole = QVBoxLayout(self)
        whole.addLayout(self._row)
        whole.addWidget(self.area, 1)
        whole.addLayout(line)
        for label in (self.complaint, self.shared, self.keys):
            whole.addWidget(label)
        self.complaint.hide()
        view = self.matrix
        view.moved.connect(self._move)
        view.pointed.connect(self._point)
        view.changed.connect(self._change)
        view.let_go.connect(self.let_go)
        view.taken_back.connect(self.cancelled)
        view.typed.connect(self._type)
        view.left.connect(self.close)
        self.set_theme(theme)

    # What is shown

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        self._state, self._snapshot = state, snapshot
        if self.isVisible() and changed & SCENE:
            self._renew()
        elif self.isVisible() and "position" in changed:
            self._tell()

    def open_at(self, key: Key | None) -> None:
        """Come to the front, with the weights into what is selected."""
        self.setVisible(True)
        self._renew()
        if key is not None and key.name == "S":
            self._choose(self._names.index("readout.weight"), max(key.unit, 0))
        elif key is not None and self.scene is not None:
            blocks = blocks_of(self.scene, self._names[0])
            block = blocks.index(key.name) if key.name in blocks else 0
            self._choose(0, block * self.scene.units("H") + (0 if key.name == "X" else max(key.unit, 0)))
        self._come()

    def open_weight(self, entry: Entry) -> None:
        """Come to the front, with this weight of an edge."""
        self.setVisible(True)
        self._renew()
        for index, name in enumerate(self._names):
            rows = rows_of(self.scene, name, entry) if self.scene is not None and entry.edge else ()
            if rows:
                self._choose(index, rows[0][0], max(rows[0][1], 0))
                break
        self._come()

    def _come(self) -> None:
        self.raise_()
        self.activateWindow()
        self.matrix.setFocus()

    def set_ghost(self, before: State | None) -> None:
        """The state before the edit under way; None when it is over."""
        self._before = before
        if self.scene is not None and self.isVisible():
            self._show_matrix(self.matrix.chosen)

    def set_lit(self, entry: Entry | None) -> None:
        """Light the weights that are pointed at on the stage; of a matrix that is not shown, its button."""
        self._lit = entry
        if self.scene is None or not self.isVisible():
            return
        for index, name in enumerate(self._names):
            rows = () if entry is None else rows_of(self.scene, name, entry)
            letters = self.buttons.button(index).font()
            letters.setUnderline(bool(rows))
            self.buttons.button(index).setFont(letters)
            if name == self.name:
                self.matrix.set_lit(rows)

    def set_theme(self, theme: Theme) -> None:
        self.theme = self.matrix.theme = theme
        for label in (self.keys, self.edited):
            label.setStyleSheet(f"color: {theme.muted}; background: transparent;")
        if self.scene is not None:
            self._renew()

    def _renew(self) -> None:
        if self._state is None:
            return
        self.scene = Scene.of(self._state, self._snapshot, self.theme)
        names = parameters_of(self.scene)
        if names != self._names:
            self._offer(names)
        for index, name in enumerate(names):
            self.buttons.button(index).setText(shown_letter(self.scene, name))
        self._show_matrix(self.matrix.chosen)

    def _offer(self, names: tuple[str, ...]) -> None:
        for button in self.buttons.buttons():
            self.buttons.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        if self.name not in names:
            self.name = names[0]
        self._names = names
        for index, name in enumerate(names):
            button = QToolButton(checkable=True, checked=name == self.name)
            button.setToolTip(name)
            button.setAccessibleName(name)
            self.buttons.addButton(button, index)
            self._row.insertWidget(index, button)

    def _show_matrix(self, chosen: tuple[int, int]) -> None:
        old = None
        if self._before is not None and self._before.network.spec == self.scene.model.spec:
            old = self._before.network.parameters[self.name].astype(float)
            old = old.reshape(len(old), -1)
        self.matrix.show_matrix(self.scene, self.name, chosen, old)
        self.set_lit(self._lit)
        text = self.matrix.words(self.matrix.chosen)
        if old is not None:
            text += "  " + self.tr("(was {old})").format(old=f"{old[self.matrix.chosen]:.4g}")
        self.where.setText(text)
        self.edited.setVisible(self.scene.model.edited)
        if not self.field.hasFocus():
            self.field.setText(f"{self.matrix.value:.6g}")
        self._light(self.matrix.chosen)

    def _light(self, cell: tuple[int, int]) -> None:
        entry, steps = entry_of(self.scene, self.name, *cell), self.scene.steps
        row = "S" if entry.layer == "S" else "X" if entry.edge == "XH" and not entry.part[0] else "H"
        used = int(self.scene.exists(row, range(1, steps + 1)).sum())
        text = self.tr("{letter} is shared: this one number is used at {used} of {steps} clocks.")
        if used == steps:
            text = self.tr("{letter} is shared: this one number is used at all {steps} clocks.")
        self._shared = text.format(letter=shown_letter(self.scene, self.name), used=used, steps=steps)
        self._entry = entry
        self._tell()
        self.touched.emit(entry)

    def _tell(self) -> None:
        """Of the weight that is touched: that it is shared, and where it adds nothing at the playhead's clock."""
        t = min(self._state.position.t, self.scene.steps)
        name, value = read_by(self.scene, self._entry, t)
        text = self.tr("{name} is 0 at t = {t}: this weight adds nothing there.").format(name=name, t=t)
        self.shared.setText(f"{self._shared} {text}" if value == 0 else self._shared)

    # What a person does

    def _choose(self, index: int, row: int = 0, column: int = 0) -> None:
        self.let_go.emit()
        self.name = self._names[index]
        self.buttons.button(index).setChecked(True)
        self._show_matrix((row, column))
        self._see()

    def _move(self, row: int, column: int) -> None:
        self.let_go.emit()
        self._show_matrix((row, column))
        self._see()

    def _see(self) -> None:
        middle = self.matrix.place().center()
        self.area.ensureVisible(middle.x(), middle.y(), 60, 40)

    def _point(self, cell: tuple[int, int] | None) -> None:
        if self.scene is not None:
            self._light(self.matrix.chosen if cell is None else cell)

    def _change(self, value: float) -> None:
        row, column = self.matrix.chosen
        one = self.scene.model.parameters[self.name].ndim == 1
        self.changed.emit(self.name, (row,) if one else (row, column), value)

    def _type(self, text: str) -> None:
        self.field.setFocus()
        if text:
            self.field.setText(text)
            self._typing(text)
        else:
            self.field.selectAll()

    def _typing(self, text: str) -> None:
        """What can be read is followed at once; what cannot is only marked, since it may be half a number."""
        try:
            value = read_weight(text)
        except InputError:
            return
        self._complain("")
        self._change(value)

    def _enter(self) -> None:
        try:
            value = read_weight(self.field.text())
        except InputError as error:
            self._complain(str(error))
            return
        self._complain("")
        if f"{self.matrix.value:.6g}" != self.field.text():
            self._change(value)
        self.matrix.setFocus()
        self.let_go.emit()

    def _complain(self, text: str) -> None:
        self.complaint.setText(text)
        self.complaint.setVisible(bool(text))
        mark_wrong(self.field, bool(text))

    def _take_back(self) -> None:
        self._complain("")
        self.cancelled.emit()
        self.matrix.setFocus()
        self.field.setText(f"{self.matrix.value:.6g}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.area.viewport() and event.type() == QEvent.Type.Resize:
            self.matrix.set_room(self.area.viewport().size())
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            escaped = event.key() == Qt.Key.Key_Escape
            if escaped:
                self._take_back()
            return escaped
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.let_go.emit()
        self.touched.emit(None)
