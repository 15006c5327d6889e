"""An equation painted symbol by symbol, each in its role's colour, so that each can be pointed at."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtSvg import QSvgRenderer

from rnnviz.figure.inside.symbols import Symbol
from rnnviz.figure.palette import Theme
from rnnviz.gui.toolkit.equation_images import EquationImages, plain
from rnnviz.gui.toolkit.fonts import font

_WIDE = {"=": 4.5, "+": 4.0, "-": 4.0, r"\odot": 3.5}  # signs with room on both sides
_INDEX = 10  # pixels: the clock below a letter, which changes and is not typeset
_DROP = 3.5  # how far below the line it stands
_OVER = 2.0  # how far letters may reach over the box


class Placed(NamedTuple):
    """A symbol and where it lies."""

    symbol: Symbol
    box: QRectF


class SymbolLine:
    """Draws symbols into a box and remembers where each of them lies."""

    def __init__(self, images: EquationImages) -> None:
        self._images = images
        self.placed: list[Placed] = []

    def name_at(self, place: QPointF) -> str:
        """The name of the symbol at this place, “” where there is none."""
        return next((one.symbol.name for one in self.placed if one.box.contains(place)), "")

    def paint(
        self,
        painter: QPainter,
        symbols: tuple[Symbol, ...],
        box: QRectF,
        size: float,
        theme: Theme,
        lit: frozenset[str],
    ) -> None:
        """Paint the symbols from the left of the box, smaller where they have no room. lit: names that are marked."""
        pieces = [self._piece(symbol, size, theme) for symbol in symbols]
        whole = sum(width for width, _, _ in pieces)
        scale = min(1.0, box.width() / max(whole, 1.0))
        baseline = box.center().y() + 0.32 * size * scale
        # Letters with a layer above them stand lower, clear of the name over the equation.
        highest = min((image.viewBoxF().top() for _, image, _ in pieces if image is not None), default=0.0)
        baseline = max(baseline, box.top() - _OVER - highest * scale)
        x = box.left()
        self.placed = []
        for symbol, (width, image, aside) in zip(symbols, pieces, strict=True):
            area = QRectF(x, box.top(), width * scale, box.height())
            if symbol.name:
                self.placed.append(Placed(symbol, area))
                if symbol.name in lit:
                    painter.setPen(Qt.PenStyle.NoPen)
                    glow = QColor(theme.accent)
                    glow.setAlphaF(0.28)
                    painter.setBrush(glow)
                    painter.drawRoundedRect(area.adjusted(0, 2, 0, -2), 3, 3)
            painter.setPen(QColor(_colour(symbol, theme)))
            if image is None:
                painter.setFont(font(13 * scale, False, bool(symbol.name)))
                painter.drawText(QPointF(x + aside * scale, baseline), plain(symbol.tex))
            else:
                view = image.viewBoxF()
                target = QRectF(
                    x + aside * scale, baseline + view.top() * scale, view.width() * scale, view.height() * scale
                )
                image.render(painter, target)
            if symbol.clock:
                painter.setFont(font(_INDEX * scale))
                letter = 2 * aside + self._width(_base(symbol), size, theme)
                painter.drawText(QPointF(x + letter * scale, baseline + _DROP * scale), symbol.clock)
            x += width * scale

    def _piece(self, symbol: Symbol, size: float, theme: Theme) -> tuple[float, QSvgRenderer | None, float]:
        """Width, picture (None while it is being made) and the empty room before and after the letter."""
        image = self._images.get(symbol.tex, size, _colour(symbol, theme))
        aside = _WIDE.get(symbol.tex, 0.2)
        wide = self._width(symbol, size, theme)
        if symbol.clock:  # below what stands above the letter
            index = QFontMetricsF(font(_INDEX)).horizontalAdvance(symbol.clock) + 1
            wide = max(wide, self._width(_base(symbol), size, theme) + index)
        return wide + 2 * aside, image, aside

    def _width(self, symbol: Symbol, size: float, theme: Theme) -> float:
        image = self._images.get(symbol.tex, size, _colour(symbol, theme))
        if image is None:
            return QFontMetricsF(font(13, False, bool(symbol.name))).horizontalAdvance(plain(symbol.tex))
        return image.viewBoxF().width()


def _base(symbol: Symbol) -> Symbol:
    """Without the layer above it."""
    return symbol._replace(tex=symbol.tex.partition("^")[0])


def _colour(symbol: Symbol, theme: Theme) -> str:
    return theme.ink(symbol.role) if symbol.role else theme.text
