"""What a first lesson can do without, folded away below one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget


class Fold(QWidget):
    """“More”: a button that shows `inner`, into whose `column` widgets are put, and hides it again."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        """name: for those who do not see it, of what there is more; tip: what it holds."""
        super().__init__(parent)
        self.button = QToolButton(checkable=True, focusPolicy=Qt.FocusPolicy.TabFocus)
        self.button.setText(self.tr("More"))
        self.button.setToolTip(tip)
        self.button.setAccessibleName(name)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setProperty("flat", True)
        self.button.setProperty("small", True)
        self.button.toggled.connect(self._unfold)
        self.inner = QWidget()
        self.column = QVBoxLayout(self.inner)
        self.column.setContentsMargins(0, 4, 0, 4)
        self.column.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self.inner)
        self.inner.hide()

    def _unfold(self, on: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self.inner.setVisible(on)
