"""What connects the window of the weights with the controller and the stage; the window is made when it is wanted."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.palette import Theme
from rnnviz.gui.controller import Controller
from rnnviz.gui.editor import Editor
from rnnviz.gui.stage_view import StageView
from rnnviz.gui.weight_window import WeightWindow
from rnnviz.session.state import State


class Weights(QObject):
    """Opens the window of the weights, at what is selected. actions: those that work there too."""

    def __init__(
        self,
        controller: Controller,
        editor: Editor,
        stage: StageView,
        actions: Sequence[QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._controller, self._stage, self._actions, self._parent = controller, stage, actions, parent
        self.editor = editor
        self.editor.ghosted.connect(self._ghost)
        self.window: WeightWindow | None = None

    def open(self) -> None:
        """Show the weights into what is selected."""
        if self.window is None:
            self.window = made = WeightWindow(self._stage.theme, self._parent)
            made.addActions(list(self._actions))
            made.changed.connect(self.editor.change)
            made.let_go.connect(self.editor.finish)
            made.cancelled.connect(self.editor.cancel)
            made.touched.connect(self._stage.set_shared)
            self._stage.touched.connect(made.set_lit)
            self._controller.add_view(made)
        self.window.open_at(self._controller.state.focus)

    def close(self) -> None:
        if self.window is not None:
            self.window.close()

    def set_theme(self, theme: Theme) -> None:
        if self.window is not None:
            self.window.set_theme(theme)

    def _ghost(self, state: State | None, snapshot: Snapshot | None) -> None:
        if self.window is not None:
            self.window.set_ghost(state)
