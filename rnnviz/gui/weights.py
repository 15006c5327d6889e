"""What connects the window of the weights with the controller and the stage; the window is made when it is wanted."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.palette import Theme
from rnnviz.figure.weight_matrix import Entry
from rnnviz.gui.control.controller import Controller
from rnnviz.gui.control.editor import Editor
from rnnviz.gui.dialogs.weight_window import WeightWindow
from rnnviz.gui.toolkit.lifetime import screen_of
from rnnviz.gui.views.timeline import Timeline
from rnnviz.session.state import State

WANTED = QSize(560, 520)
LEAST_HEIGHT = 250
FRAME, SIDE = 32, 8  # pixels that a title bar takes, and the frame with some air beside it


def place_of(window: QRect, sight: QRect, screen: QRect) -> QRect:
    """Where the weights go, on the screen: beside the main window where there is room, else over its lower right
    corner, below what must stay in sight, `sight`: a change of a weight is looked at there."""
    top = max(window.top(), screen.top())
    if screen.right() - window.right() >= WANTED.width():
        return QRect(QPoint(window.right() + 1, top), WANTED)
    if window.left() - screen.left() >= WANTED.width():
        return QRect(QPoint(window.left() - WANTED.width(), top), WANTED)
    high = min(max(window.bottom() - sight.bottom() - FRAME, LEAST_HEIGHT), WANTED.height())
    left = window.right() - WANTED.width() - SIDE
    return QRect(left, window.bottom() - high - FRAME, WANTED.width(), high)


class Weights(QObject):
    """Opens the window of the weights, at what is selected. actions: those that work there too."""

    def __init__(
        self,
        controller: Controller,
        editor: Editor,
        timeline: Timeline,
        actions: Sequence[QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._controller, self._actions, self._parent = controller, actions, parent
        self._timeline, self._stage = timeline, timeline.stage
        self.editor = editor
        self.editor.ghosted.connect(self._ghost)
        self.window: WeightWindow | None = None
        self._stage.weight_chosen.connect(self.open_weight)

    def open(self) -> None:
        """Show the weights into what is selected."""
        self._made().open_at(self._controller.state.focus)

    def open_weight(self, entry: Entry) -> None:
        """Show this weight among the others of its matrix."""
        if entry.layer == "H" and entry.part != self._controller.state.part:
            self._controller.set_part(*entry.part)
        self._made().open_weight(entry)

    def _made(self) -> WeightWindow:
        if self.window is None:
            self.window = made = WeightWindow(self._stage.theme, self._parent)
            made.addActions(list(self._actions))
            made.changed.connect(self.editor.change)
            made.let_go.connect(self.editor.finish)
            made.cancelled.connect(self.editor.cancel)
            made.touched.connect(self._stage.set_shared)
            self._stage.touched.connect(made.set_lit)
            self._controller.add_view(made)
            main, upper = self._parent, self._timeline.upper
            sight = QRect(upper.mapToGlobal(QPoint(0, 0)), upper.size())
            place = place_of(main.frameGeometry(), sight, screen_of(main).availableGeometry())
            made.resize(place.size())
            made.move(place.topLeft())
        return self.window

    def close(self) -> None:
        if self.window is not None:
            self.window.close()

    def set_theme(self, theme: Theme) -> None:
        if self.window is not None:
            self.window.set_theme(theme)

    def _ghost(self, state: State | None, snapshot: Snapshot | None) -> None:
        if self.window is not None:
            self.window.set_ghost(state)
