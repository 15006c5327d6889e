"""The numbers on screen as a NumPy program, to be read and taken away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontMetrics
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


class NumpyWindow(QDialog):
    """Shows one program; Copy puts it on the clipboard."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("These numbers with NumPy"))
        self.words = QLabel(
            self.tr("Run it with Python and NumPy alone: it prints the numbers of the clock that the inspector shows.")
        )
        self.words.setWordWrap(True)
        self.text = QPlainTextEdit(text)
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

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(self.tr("Copied"))
