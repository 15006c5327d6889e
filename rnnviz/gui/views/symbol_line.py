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
_DIGIT = 6.4  # how wide one of its digits is
_DROP = 3.5  # how far below the line it stands
_SMALLEST = 0.76  # of the letters' size; an equation that would be smaller on one line has two
_INDENT = 14.0
_OVER = 2.0  # how far letters may reach over the box


class _Piece(NamedTuple):
    """A symbol on its own. image: None while it is being made; aside: the empty room before and after it; foot: where
    the clock stands below it, under the number of a layer."""

    width: float
    image: QSvgRenderer | None
    aside: float
    foot: float


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

    def second(self, symbols: tuple[Symbol, ...], room: float, size: float, theme: Theme) -> int:
        """The symbol that a second line begins with, where one line would be too small to read; 0 where there is one
        line, and until all symbols are typeset."""
        return _second(symbols, self._pieces(symbols, size, theme), room)

    def paint(
        self,
        painter: QPainter,
        symbols: tuple[Symbol, ...],
        box: QRectF,
        size: float,
        theme: Theme,
        lit: frozenset[str],
    ) -> None:
        """Paint the symbols from the left of the box, on one line or on two of half its height, smaller where they have
        no room. lit: names that are marked."""
        self.placed = []
        pieces = self._pieces(symbols, size, theme)
        second = _second(symbols, pieces, box.width())
        if not second:
            self._paint_line(painter, symbols, pieces, box, size, theme, lit)
            return
        half = box.height() / 2
        upper, lower = box.adjusted(0, 0, 0, -half), box.adjusted(_INDENT, half, 0, 0)
        self._paint_line(painter, symbols[:second], pieces[:second], upper, size, theme, lit)
        self._paint_line(painter, symbols[second:], pieces[second:], lower, size, theme, lit)

    def _paint_line(
        self,
        painter: QPainter,
        symbols: tuple[Symbol, ...],
        pieces: list[_Piece],
        box: QRectF,
        size: float,
        theme: Theme,
        lit: frozenset[str],
    ) -> None:
        whole = sum(piece.width for piece in pieces)
        scale = min(1.0, box.width() / max(whole, 1.0))
        # Letters with a layer above them stand lower, clear of the name over the equation.
        highest = min((piece.image.viewBoxF().top() for piece in pieces if piece.image is not None), default=0.0)
        baseline = max(box.center().y() + 0.32 * size * scale, box.top() - _OVER - highest * scale)
        x = box.left()
        for symbol, (width, image, aside, foot) in zip(symbols, pieces, strict=True):
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
                painter.drawText(QPointF(x + foot * scale, baseline + _DROP * scale), symbol.clock)
            x += width * scale

    def _pieces(self, symbols: tuple[Symbol, ...], size: float, theme: Theme) -> list[_Piece]:
        return [self._piece(symbol, size, theme) for symbol in symbols]

    def _piece(self, symbol: Symbol, size: float, theme: Theme) -> _Piece:
        colour, aside = _colour(symbol, theme), _WIDE.get(symbol.tex, 0.2)
        letter, above, _ = symbol.tex.partition("^")
        image = self._images.get(symbol.tex, size, colour)
        bare = self._images.get(letter, size, colour) if above else image
        plainly = QFontMetricsF(font(13, False, bool(symbol.name)))
        wide = plainly.horizontalAdvance(plain(symbol.tex)) if image is None else image.viewBoxF().width()
        foot = 2 * aside + (wide if bare is None else bare.viewBoxF().width())
        index = QFontMetricsF(font(_INDEX)).horizontalAdvance(symbol.clock) + 1 if symbol.clock else 0.0
        return _Piece(max(wide + 2 * aside, foot + index), image, aside, foot)


def _second(symbols: tuple[Symbol, ...], pieces: list[_Piece], room: float) -> int:
    """See `SymbolLine.second`. A clock of one digit counts as one of two, so that a row keeps its height in playing."""
    widths = [piece.width + _DIGIT * (len(symbol.clock) == 1) for symbol, piece in zip(symbols, pieces, strict=True)]
    if any(piece.image is None for piece in pieces) or sum(widths) * _SMALLEST <= room:
        return 0
    breaks = [k for k, symbol in enumerate(symbols) if symbol.tex == "+"]
    return min(breaks, key=lambda k: max(sum(widths[:k]), _INDENT + sum(widths[k:])), default=0)


def _colour(symbol: Symbol, theme: Theme) -> str:
    return theme.ink(symbol.role) if symbol.role else theme.text
