"""The numbers on screen as a NumPy program, to be read and taken away."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QFontMetrics, QHideEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.inside.script import program
from rnnviz.figure.palette import LIGHT, Theme
from rnnviz.figure.scene import Scene
from rnnviz.gui.toolkit.axis_view import SCENE
from rnnviz.gui.toolkit.view import ALL, View
from rnnviz.session.state import Key, State

REST = 150  # ms without a change, before the program is written anew: that of a large network is long


class NumpyWindow(View, QDialog):
    """Shows the program of what the inspector shows, and follows it: while the numbers on screen change, the program is
    grey and cannot be copied. Copy puts it on the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._snapshot: Snapshot | None = None
        self._key: Key | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.renew)
        self.setWindowTitle(self.tr("These numbers with NumPy"))
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        letters.setPixelSize(13)
        self.text.setFont(letters)
        self.text.setTabStopDistance(4 * QFontMetrics(letters).horizontalAdvance(" "))
        self.text.setAccessibleName(self.tr("Program"))
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.clicked.connect(self._copy)
        done = QPushButton(self.tr("Close"))
        done.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(done)
        whole = QVBoxLayout(self)
        whole.addWidget(self.words)
        whole.addWidget(self.text, 1)
        whole.addLayout(buttons)
        self.resize(760, 520)

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        key = state.focus or Key("H", state.position.t)
        other = bool(changed & {*SCENE, "learning"}) or key != self._key
        self._state, self._snapshot, self._key = state, snapshot, key
        if other and self.isVisible():
            self._fade(self.tr("The numbers on screen are changing; the program follows as soon as they rest."))
            self._rest.stop()
            if not state.learning:
                self._rest.start()

    def set_theme(self, theme: Theme) -> None:
        """The window's own style has it all."""

    def renew(self) -> bool:
        """Write the program of what is on screen now; whether there is one."""
        self._rest.stop()
        if self._state is None or self._key is None:
            return False
        text = program(Scene.of(self._state, self._snapshot, LIGHT), self._key)
        if not text:
            self._fade(self.tr("There are no numbers yet: the network has not seen this sequence."))
            return False
        self.words.setText(
            self.tr("Run it with Python and NumPy alone: it prints the numbers of the clock that the inspector shows.")
        )
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
            self.copy.setText(self.tr("Copy"))
        self.text.setEnabled(True)
        self.copy.setEnabled(True)
        return True

    def _fade(self, why: str) -> None:
        self.words.setText(why)
        self.text.setEnabled(False)
        self.copy.setEnabled(False)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))

    def hideEvent(self, event: QHideEvent) -> None:
        self._rest.stop()
        super().hideEvent(event)
