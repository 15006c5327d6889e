"""Which layer, and which direction of it, is large on the stage and is shown by tracks, curves and an open cell."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from rnnviz.figure.palette import Theme
from rnnviz.figure.scene import Scene

_SIZE = 20


class LayerBar(QWidget):
    """A button for each layer and for each direction; nothing where the network has only one."""

    chosen = Signal(int, bool)  # layer, from 0, and whether right to left

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="layers")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._part = (0, False)
        self._shape = (1, 1)
        self.buttons: list[QPushButton] = []
        self.ways: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 2, 12, 3)
        self._row.setSpacing(4)
        self._word = QLabel(self.tr("layer"), objectName="hint")
        self._row.addWidget(self._word)
        self._row.addStretch(1)
        self._layers, self._directions = QButtonGroup(self), QButtonGroup(self)
        self._layers.idClicked.connect(self._choose_layer)
        self._directions.idClicked.connect(self._choose_way)
        self.setAccessibleName(self.tr("Layer and direction that are looked at"))
        self.set_theme(theme)
        self.setVisible(False)

    def set_theme(self, theme: Theme) -> None:
        self._colours = (theme.role("H"), theme.window, theme.text, theme.border)
        self._dress()

    def show_parts(self, scene: Scene) -> None:
        """The layers and directions of this scene, and which of them is meant."""
        shape = scene.top + 1, 1 + scene.bidirectional
        if shape != self._shape:
            self._shape = shape
            self._build()
        self._part = scene.part
        for layer, button in enumerate(self.buttons):
            button.setChecked(layer == scene.layer)
        for way, button in enumerate(self.ways):
            button.setChecked(bool(way) == scene.reverse)
        self._word.setVisible(shape[0] > 1)
        self.setVisible(max(shape) > 1)

    def _build(self) -> None:
        for button in (*self.buttons, *self.ways):
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        layers, ways = self._shape
        self.buttons = [self._button(str(layer + 1), self._layers, layer) for layer in range(layers)]
        for layer, button in enumerate(self.buttons):
            self._describe(button, self.tr("Layer {layer}").format(layer=layer + 1))
        words = (self.tr("→ forward"), self.tr("← reverse"))
        helps = (self.tr("The row that runs left to right"), self.tr("The row that runs right to left"))
        self.ways = [self._button(words[way], self._directions, way) for way in range(ways)]
        for button, help in zip(self.ways, helps, strict=False):
            self._describe(button, help)
        for index, button in enumerate((*self.buttons, *self.ways)):
            self._row.insertWidget(1 + index, button)
            button.setVisible(len(self.ways if button in self.ways else self.buttons) > 1)
        self._dress()

    @staticmethod
    def _describe(button: QPushButton, text: str) -> None:
        button.setAccessibleName(text)
        button.setToolTip(text)

    @staticmethod
    def _button(text: str, group: QButtonGroup, number: int) -> QPushButton:
        button = QPushButton(text, checkable=True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        group.addButton(button, number)
        return button

    def _dress(self) -> None:
        role, window, text, border = self._colours
        sheet = (
            f"QPushButton {{ padding: 0 9px; min-width: 10px; min-height: 18px; border: 1px solid {border};"
            f" border-radius: 5px; color: {text}; background: {window}; font-size: 12px; }}"
            f"QPushButton:checked {{ background: {role}; border-color: {role}; color: {window}; }}"
            f"QPushButton:focus {{ border: 2px solid {role}; padding: 0 8px; min-height: 16px; }}"
        )
        for button in (*self.buttons, *self.ways):
            button.setStyleSheet(sheet)
            button.setFixedHeight(_SIZE)

    def _choose_layer(self, layer: int) -> None:
        self.chosen.emit(layer, self._part[1])

    def _choose_way(self, way: int) -> None:
        self.chosen.emit(self._part[0], bool(way))
