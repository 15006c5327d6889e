"""One parameter as a heat map that can be changed with the mouse and the keyboard."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from rnnviz.figure.drawing import Drawing, Floats
from rnnviz.figure.palette import Theme
from rnnviz.figure.scene import Scene
from rnnviz.figure.weight_matrix import Grid, column_name, grid_of, matrix, row_name, shown_letter, values_of
from rnnviz.gui.toolkit.painter import StaticCache, paint

STEP, FINE = 0.1, 0.01  # of Ctrl+Up and of Ctrl+Shift+Up
PER_PIXEL = 0.02
ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class MatrixView(QWidget):
    """Drag up or down on a cell to change its weight. Arrows go from cell to cell, with Ctrl they change the weight
    (with Shift as well in small steps); a digit begins to type; Escape while dragging takes the change back."""

    moved = Signal(int, int)  # the row and column that are chosen
    pointed = Signal(object)  # (row, column) under the mouse, or None
    changed = Signal(float)  # what the chosen weight becomes
    let_go = Signal()
    taken_back = Signal()
    typed = Signal(str)  # the first character of a number
    left = Signal()  # Escape with nothing to take back

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scene: Scene | None = None
        self.name = ""
        self.chosen = (0, 0)
        self.old: Floats | None = None
        self.lit: tuple[tuple[int, int], ...] = ()
        self._room = QSize(400, 300)
        self._cache = StaticCache()
        self._grab: tuple[float, float] | None = None  # y and value where dragging began
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Weights"))

    def show_matrix(self, scene: Scene, name: str, chosen: tuple[int, int], old: Floats | None) -> None:
        """Show this parameter, one of its cells chosen; old: its values before the edit under way."""
        self.scene, self.name, self.old = scene, name, old
        rows, columns = values_of(scene, name).shape
        self.chosen = min(chosen[0], rows - 1), min(chosen[1], columns - 1)
        self._fit()
        self.setAccessibleDescription(self.words(self.chosen))

    def set_lit(self, lit: tuple[tuple[int, int], ...]) -> None:
        """Frame these places: what is pointed at on the stage."""
        if lit != self.lit:
            self.lit = lit
            self.update()

    def set_room(self, room: QSize) -> None:
        """What can be seen without scrolling."""
        self._room = room
        self._fit()

    def _fit(self) -> None:
        if self.scene is not None:
            grid = self.grid
            self.setMinimumSize(int(grid.width), int(grid.height))
            self.update()

    @property
    def grid(self) -> Grid:
        shape = values_of(self.scene, self.name).shape
        return grid_of(shape, self._room.width(), self._room.height())

    @property
    def drawing(self) -> Drawing | None:
        if self.scene is None:
            return None
        return matrix(self.scene, self.name, self.grid, self.chosen, self.old, self.hasFocus(), self.lit)

    @property
    def value(self) -> float:
        """The chosen weight."""
        return float(values_of(self.scene, self.name)[self.chosen])

    def place(self) -> QRect:
        """Where the chosen cell is."""
        grid, (row, column) = self.grid, self.chosen
        return QRect(int(grid.x + column * grid.w), int(grid.y + row * grid.h), int(grid.w), int(grid.h))

    def words(self, cell: tuple[int, int]) -> str:
        """A weight by its units, and its value: “U: h 2 → f 1 = 0.314”."""
        way = f"{column_name(self.scene, self.name, cell[1])} → {row_name(self.scene, self.name, cell[0])}"
        value = values_of(self.scene, self.name)[cell]
        return f"{shown_letter(self.scene, self.name)}: {way.removeprefix(' → ')} = {value:.4g}"

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = None if self.scene is None else self.grid.cell(event.position().x(), event.position().y())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.moved.emit(*cell)
            self._grab = event.position().y(), self.value

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grab is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, value = self._grab
            self.changed.emit(round(value + PER_PIXEL * (start - event.position().y()), 6))
        elif self.scene is not None:
            cell = self.grid.cell(event.position().x(), event.position().y())
            self.setCursor(Qt.CursorShape.SizeVerCursor if cell else Qt.CursorShape.ArrowCursor)
            self.pointed.emit(cell)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grab is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grab = None
            self.let_go.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if self.scene is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and control:
            step = FINE if modifiers & Qt.KeyboardModifier.ShiftModifier else STEP
            self.changed.emit(round(self.value + (step if key == Qt.Key.Key_Up else -step), 6))
        elif key in ARROWS:
            rows, columns = values_of(self.scene, self.name).shape
            row, column = (at + by for at, by in zip(self.chosen, ARROWS[key], strict=True))
            self.moved.emit(min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.typed.emit("")
        elif key == Qt.Key.Key_Escape:
            (self.left if self.old is None else self.taken_back).emit()
            self._grab = None
        elif event.text() and event.text() in "0123456789.,-+" and not control:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.isAutoRepeat() and self._grab is None:
            self.let_go.emit()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._grab = None
        self.let_go.emit()  # a key that is let go elsewhere is not heard of here
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.scene is not None:
            cell = self.grid.cell(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), "" if cell is None else self.words(cell), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self.theme.stage))
            drawing = self.drawing
            if drawing is not None:
                paint(drawing, painter, self._cache)
