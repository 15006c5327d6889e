"""A quiet bar below the stage for what went wrong or was done; it never stands in the way."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from rnnviz.figure.palette import Theme
from rnnviz.gui.icons import icon, picture

NOTE_MS = 8000


class MessageBar(QFrame):
    """One sentence at a time. An error stays until it is closed or replaced; a note goes away by itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="messages")
        self._theme = theme
        self._picture = QLabel()
        self.label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = QToolButton(iconSize=QSize(16, 16), focusPolicy=Qt.FocusPolicy.TabFocus)
        self.close_button.setProperty("flat", True)
        self.close_button.setProperty("square", True)
        self.close_button.setToolTip(self.tr("Close this message"))
        self.close_button.setAccessibleName(self.tr("Close this message"))
        self.close_button.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self.label, 1)
        row.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._timer.timeout.connect(self.clear)
        self.kind = ""
        self.label.setAccessibleName(self.tr("Message"))
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence on screen; empty when there is none."""
        return self.label.text() if self.kind else ""

    def say(self, kind: str, sentence: str) -> None:
        """Show a sentence; kind is “error” or “note”. An empty one takes away what an earlier state had to say."""
        if not sentence:
            self.clear()
            return
        self.kind = kind
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        self.label.setAccessibleName(sentence)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.set_theme(self._theme)
        self.show()
        if kind == "note":
            self._timer.start()
        else:
            self._timer.stop()

    def clear(self) -> None:
        self.kind = ""
        self._timer.stop()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        error = self.kind == "error"
        self._picture.setPixmap(picture("error" if error else "note", theme.error if error else theme.accent, 18))
        self.close_button.setIcon(icon("close", theme.muted))
