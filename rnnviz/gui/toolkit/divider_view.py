"""A splitter whose handles are a fine line that lights up under the mouse."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from rnnviz.figure.palette import Theme

GRIP = 7  # pixels that can be grasped; the line itself is one


class Divider(QSplitter):
    """Stacks widgets whose heights a person may divide anew."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.theme = theme
        self.setHandleWidth(GRIP)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for index in range(self.count()):
            self.handle(index).update()

    def createHandle(self) -> QSplitterHandle:
        return Handle(self.orientation(), self)


class Handle(QSplitterHandle):
    """Painted in the colour of the views that it divides."""

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.splitter().theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.stage))
            hot = self.underMouse()
            line = QRect(0, self.height() // 2 - hot, self.width(), 1 + 2 * hot)
            painter.fillRect(line, QColor(theme.accent if hot else theme.border))
