"""The equations of a simple cell and its readout in a notation, as they will look."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rnnviz.figure.notation import Notation, notation
from rnnviz.figure.palette import Theme
from rnnviz.gui.toolkit.equation_images import EquationImages, plain
from rnnviz.gui.toolkit.fonts import font

_LETTERS, _LINE = 16.0, 30


class NotationSample(QWidget):
    """Hidden, a gate, and the readout."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.equations: tuple[str, ...] = ()
        self._images = EquationImages(self)
        self._images.ready.connect(self.update)
        self.setMinimumHeight(3 * _LINE)

    def sizeHint(self) -> QSize:
        return QSize(320, 3 * _LINE)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def show_notation(self, name: str) -> None:
        """name: one of `rnnviz.session.state.NOTATIONS`."""
        chosen: Notation = notation(name)
        self.equations = (
            chosen.tex(r"h_t = \phi(W x_t + U h_{t-1} + b)"),
            chosen.tex(r"f_t = \sigma(W_f x_t + U_f h_{t-1} + b_f)"),
            rf"s_t = \psi({chosen.letter('V')} h_t + {chosen.letter('c')})",
        )
        self.setAccessibleName("; ".join(plain(tex) for tex in self.equations))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for line, tex in enumerate(self.equations):
                image = self._images.get(tex, _LETTERS, self.theme.text)
                box = QRectF(0, line * _LINE, self.width(), _LINE)
                if image is None:
                    painter.setPen(QColor(self.theme.text))
                    painter.setFont(font(13))
                    painter.drawText(box, plain(tex))
                    continue
                size = image.viewBoxF().size()
                scale = min(1.0, box.width() / size.width())
                wide, high = size.width() * scale, size.height() * scale
                image.render(painter, QRectF(0, box.center().y() - high / 2, wide, high))
