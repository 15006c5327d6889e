"""A button that shows an action and is always called what the action is called."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

_STYLES = {
    (True, False): Qt.ToolButtonStyle.ToolButtonIconOnly,
    (False, True): Qt.ToolButtonStyle.ToolButtonTextOnly,
    (True, True): Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
}


class ActionButton(QToolButton):
    """Reached with Tab, but not focused by a click: after a click the keys of time still belong to the timeline."""

    def __init__(
        self, action: QAction, *, icon: bool = True, words: bool = False, flat: bool = False, size: int = 18
    ) -> None:
        """icon, words: what is shown of the action. flat: without a frame. size: of the icon, in pixels."""
        super().__init__(focusPolicy=Qt.FocusPolicy.TabFocus, iconSize=QSize(size, size))
        self.setToolButtonStyle(_STYLES[icon, words])
        self.setProperty("square", not words)
        self.setProperty("flat", flat)
        self.setDefaultAction(action)
        action.changed.connect(self._rename)
        self._rename()

    def _rename(self) -> None:
        self.setAccessibleName(self.defaultAction().text().replace("&", ""))
