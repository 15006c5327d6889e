"""A quiet bar over the lower edge for what went wrong or was done; nothing moves when it comes or goes."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from rnnviz.figure.palette import Theme
from rnnviz.gui.toolkit.icons import icon, picture

NOTE_MS = 8000


class MessageBar(QFrame):
    """One sentence at a time. An error stays until it is closed or replaced; a note goes away by itself. An offer has
    two buttons, and stays, behind whatever else is said, until it is answered.

    It lies over the lower edge of its host, in no layout: what a person is about to click must not move.
    """

    taken = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host, objectName="messages")
        host.installEventFilter(self)
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
        self.take = QPushButton(self.tr("Open it again"), focusPolicy=Qt.FocusPolicy.StrongFocus)
        self.take.setToolTip(self.tr("Go on where you were"))
        self.take.clicked.connect(self.taken)
        self.dismiss = QPushButton(self.tr("Dismiss"), focusPolicy=Qt.FocusPolicy.StrongFocus)
        self.dismiss.setToolTip(self.tr("Do without, for good"))
        self.dismiss.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 8, 1)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self.label, 1)
        row.addWidget(self.take)
        row.addWidget(self.dismiss)
        row.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._timer.timeout.connect(self.clear)
        self.kind = self._offered = ""
        self.label.setAccessibleName(self.tr("Message"))
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence on screen; empty when there is none."""
        return self.label.text() if self.kind else ""

    def say(self, kind: str, sentence: str) -> None:
        """Show a sentence; kind is “error” or “note”. An empty one takes away what an earlier state had to say; one of
        the kind “solved” no longer holds, and is taken away if it is still there."""
        if not sentence or kind == "solved":
            if not sentence or sentence == self.text:
                self.clear()
            return
        self._show(kind, sentence)

    def offer(self, sentence: str, several: bool = False) -> None:
        """Offer to open something again, the first of several perhaps; an empty sentence takes the offer away."""
        self._offered = sentence
        self.dismiss.setText(self.tr("Dismiss all") if several else self.tr("Dismiss"))
        if self.kind == "offer" or (sentence and self.kind != "error"):
            self.clear()

    def _show(self, kind: str, sentence: str) -> None:
        self.kind = kind
        for button in (self.take, self.dismiss):
            button.setVisible(kind == "offer")
        self.close_button.setVisible(kind != "offer")
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        self.label.setAccessibleName(sentence)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.set_theme(self._theme)
        self._place()
        self.show()
        self.raise_()
        if kind == "note":
            self._timer.start()
        else:
            self._timer.stop()

    def _place(self) -> None:
        host = self.parentWidget()
        self.layout().invalidate()
        high = self.heightForWidth(host.width())
        self.setGeometry(0, host.height() - high, host.width(), high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.kind:
            self._place()
        return super().eventFilter(watched, event)

    def clear(self) -> None:
        self._timer.stop()
        if self._offered:
            self._show("offer", self._offered)
        else:
            self.kind = ""
            self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        error = self.kind == "error"
        self._picture.setPixmap(picture("error" if error else "note", theme.error if error else theme.accent, 18))
        self.close_button.setIcon(icon("close", theme.muted))
