"""What the colours mean: the roles while nothing is selected in the inspector, and the scales always."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rnnviz.cells.base import Gate
from rnnviz.figure.limits import written
from rnnviz.figure.palette import Theme, diverging, filling
from rnnviz.figure.scene import Scene
from rnnviz.gui.toolkit.fonts import font
from rnnviz.gui.views.term_table import fitting
from rnnviz.words import translate

ROW, SCALE = 24, 18
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Legend(QWidget):
    """One row a role of the present cell."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._gates: tuple[tuple[str, str, str], ...] = ()  # letter, title, role
        self._memory = "H"
        self._both = False  # whether there is a row that runs right to left
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Legend of the colours"))

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def show_gates(self, scene: Scene) -> None:
        """Show the gates and the memory of this scene's cell."""
        lights = {gate.name for gate in scene.lights}
        gates = tuple((g.name, self._title(g, g.name in lights), g.role) for g in scene.gates if g.name != "h")
        shown = gates, scene.cell.memory, scene.bidirectional
        if shown != (self._gates, self._memory, self._both):
            self._gates, self._memory, self._both = shown
            self.updateGeometry()
            self.setAccessibleDescription(", ".join(f"{letter}: {title}" for letter, title, _, _ in self.rows()))
            self.update()

    def _title(self, gate: Gate, light: bool) -> str:
        """“input gate”, beside the input and the output that are layers."""
        title = translate("cells", gate.title)
        return self.tr("{name} gate").format(name=title) if light else title

    def rows(self) -> list[tuple[str, str, str, bool]]:
        """Letter, words, role, dashed."""
        memory = (
            self.tr("memory: → {layer} before, ← {layer} after")
            if self._both
            else self.tr("memory: {layer} of the clock before")
        )
        layers = [
            ("S", self.tr("output"), "S", False),
            ("H", self.tr("hidden"), "H", False),
            ("M", memory.format(layer=self._memory), "M", True),
            ("X", self.tr("input"), "X", False),
        ]
        layers = [row for row in layers if row[0] != "M" or self._memory]
        return [*layers, *((letter, title, role, False) for letter, title, role in self._gates)]

    def sizeHint(self) -> QSize:
        return QSize(220, len(self.rows()) * ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            y = 0
            for letter, title, role, dashed in self.rows():
                colour = QColor(self.theme.role(role))
                pen = QPen(colour, 2)
                if dashed:
                    pen.setDashPattern([2.0, 1.5])
                painter.setPen(pen)
                painter.setBrush(QColor(self.theme.field))
                painter.drawEllipse(QPointF(10, y + ROW / 2), 9, 9)
                painter.setPen(colour)
                painter.setFont(font(11, True))
                painter.drawText(QRectF(0, y, 20, ROW), Qt.AlignmentFlag.AlignCenter, letter)
                painter.setPen(QColor(self.theme.text))
                room = self.width() - 30
                painter.setFont(fitting(title, room, (12, 11, 10)))
                painter.drawText(QRectF(30, y, room, ROW), LEFT, title)
                y += ROW


class Scales(QWidget):
    """The scales of activations, gates and weights with their fixed ends, one below the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lights, self._end = "", "1"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Legend of the scales"))
        self.setToolTip(self.tr("The width of a line says how large its weight is, its colour which sign it has"))
        self._describe()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def show_gates(self, scene: Scene) -> None:
        """With the scale of this cell's gates, where it has any."""
        lights = next((gate.role for gate in scene.lights), "")
        if (lights, written(scene.limit)) != (self._lights, self._end):
            self._lights, self._end = lights, written(scene.limit)
            self.updateGeometry()
            self._describe()
            self.update()

    def _describe(self) -> None:
        words = (f"{title}: {low} … {high}" for title, low, high, _ in self.scales())
        self.setAccessibleDescription("; ".join(words))

    def scales(self) -> list[tuple[str, str, str, np.ndarray]]:
        """Title, left and right end, colours (256, 4)."""
        theme = self.theme
        signed = np.linspace(-1, 1, 256)
        shown = [
            (self.tr("activation"), f"−{self._end}", f"+{self._end}", diverging(signed)),
            (self.tr("weight"), "−", "+", diverging(signed, "weight")),
        ]
        if self._lights:
            full = filling(np.linspace(0, 1, 256), theme.role(self._lights), theme.field)
            shown.insert(1, (self.tr("gate"), "0", "1", full))
        return shown

    def sizeHint(self) -> QSize:
        return QSize(220, len(self.scales()) * SCALE)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(font(11))
            ends = max(20, *(painter.fontMetrics().horizontalAdvance(end) for _, _, end, _ in self.scales()))
            titles = max(painter.fontMetrics().horizontalAdvance(title) for title, *_ in self.scales())
            for row, (title, low, high, colours) in enumerate(self.scales()):
                y, strip = row * SCALE, np.ascontiguousarray(colours[None])
                image = QImage(strip.data, strip.shape[1], 1, QImage.Format.Format_RGBA8888)
                bar = QRectF(titles + ends + 12, y + 4, max(20, self.width() - titles - 2 * ends - 18), 10)
                painter.drawImage(bar, image)
                painter.setPen(QPen(QColor(self.theme.border), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(bar)
                painter.setPen(QColor(self.theme.muted))
                painter.drawText(QRectF(0, y, titles, SCALE), LEFT, title)
                painter.drawText(QRectF(bar.left() - 4 - ends, y, ends, SCALE), RIGHT, low)
                painter.drawText(QRectF(bar.right() + 5, y, ends, SCALE), LEFT, high)
