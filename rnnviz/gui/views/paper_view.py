"""The paper that a network draws on, beside the stage; there only for tasks that draw."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rnnviz.figure.drawing import Drawing
from rnnviz.figure.paper import drawn, has_paper, paper_drawing
from rnnviz.figure.scene import Scene
from rnnviz.gui.toolkit.painter import StaticCache, paint
from rnnviz.session.playback import Position

HEIGHT = 190


class PaperView(QWidget):
    """Follows the playhead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._position = Position()
        self._cache = StaticCache()
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("What is drawn"))
        self.setToolTip(self.tr("The line that the answers draw up to the playhead, and dashed the one that is wanted"))
        self.setVisible(False)

    @property
    def drawing(self) -> Drawing | None:
        if self._scene is None:
            return None
        return paper_drawing(self._scene, self._position, float(self.width()), float(self.height()))

    def show_scene(self, scene: Scene, position: Position) -> None:
        """Hidden where the scene's task draws nothing."""
        there = has_paper(scene)
        self.setVisible(there)
        self._scene, self._position = (scene if there else None), position
        if there:
            line = drawn(scene, position)
            self.setAccessibleDescription(self.tr("%n move(s) drawn", "", 0 if line is None else len(line) - 1))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self.drawing
        if drawing is not None:
            with QPainter(self) as painter:
                paint(drawing, painter, self._cache)
