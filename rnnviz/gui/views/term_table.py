"""The products of a sum as a table: which one, its factors, what it comes to, and its share."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from rnnviz.figure.inside.values import tabular
from rnnviz.figure.palette import Theme
from rnnviz.figure.terms import FEW, Term, by_share, per_cent, share, sizes, total
from rnnviz.gui.toolkit.fonts import font

INDENT, LABEL = 12, 44  # pixels: before the table, and of the column of names
TERM = 14  # the height of a row
SIZES = (11, 10, 9, 8)  # of the letters of a product, as large as there is room
PERCENT = 35  # the column of the shares
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def paint_terms(
    painter: QPainter,
    terms: tuple[Term, ...],
    shown: tuple[Term, ...],
    top: QRectF,
    theme: Theme,
    names: tuple[str, str],
) -> None:
    """A table: which product, its factors, what it comes to, and its share of the sum of all without their signs,
    as a bar as well; then the rest of them and the sum. top: the upper edge of the table; names: of both sums."""
    if terms and terms[0].exponential:
        _paint_probabilities(painter, terms, shown, top, theme, names[0])
        return
    y, wide, whole = top.y(), top.width(), sizes(terms)
    known = 0 < whole < math.inf
    metrics = QFontMetrics(font(11))
    indents = [max(LABEL, metrics.horizontalAdvance(term.label) + 6) for term in shown]
    values = [tabular(term.value, True) for term in shown]
    rooms = [
        wide - PERCENT - indent - metrics.horizontalAdvance(value) - 4
        for indent, value in zip(indents, values, strict=True)
    ]
    # The letters of all products are as large as there is room for the longest, so that they can be compared.
    texts = [(term.text, room) for term, room in zip(shown, rooms, strict=True)]
    letters = min((fitting(text, room) for text, room in texts), key=lambda found: found.pixelSize(), default=font(11))
    for term, indent, value in zip(shown, indents, values, strict=True):
        box = QRectF(INDENT, y, wide - PERCENT, TERM)
        if known:
            bar = QColor(theme.role(term.role) if term.role else theme.muted)
            bar.setAlphaF(0.16)
            part = abs(term.value) / whole
            painter.fillRect(QRectF(INDENT, y + 1, wide * part, TERM - 2), bar)
        painter.setPen(QColor(theme.muted))
        painter.setFont(font(10))
        painter.drawText(QRectF(INDENT, y, wide, TERM), RIGHT, share(term, terms))
        painter.setFont(font(11))
        painter.setPen(QColor(theme.ink(term.role) if term.role else theme.muted))
        painter.drawText(box, LEFT, term.label)
        painter.setPen(QColor(theme.text))
        painter.drawText(box, RIGHT, value)
        painter.setPen(QColor(theme.muted))
        painter.setFont(letters)
        painter.drawText(box.adjusted(indent, 0, 0, 0), LEFT, term.text)
        y += TERM
    if not shown or len(terms) <= FEW:
        return
    painter.setFont(font(11))
    rest = by_share(terms)[len(shown) :]
    if rest:
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(INDENT, y, wide - PERCENT, TERM), RIGHT, tabular(total(rest), True))
        y += TERM
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.drawLine(QPointF(INDENT, y + 0.5), QPointF(INDENT + wide, y + 0.5))
    painter.setPen(QColor(theme.text))
    painter.drawText(QRectF(INDENT, y, wide, TERM), LEFT, names[0])
    painter.setFont(font(11, True))
    painter.drawText(QRectF(INDENT, y, wide - PERCENT, TERM), RIGHT, tabular(total(terms), True))
    # What the shares are parts of; the sum itself may be near zero while its terms are not.
    y += TERM
    painter.setPen(QColor(theme.muted))
    painter.setFont(font(10))
    painter.drawText(QRectF(INDENT, y, wide, TERM), LEFT, names[1])
    painter.drawText(QRectF(INDENT, y, wide - PERCENT, TERM), RIGHT, tabular(whole, False))
    painter.drawText(QRectF(INDENT, y, wide, TERM), RIGHT, "100 %" if known else "–")


def _paint_probabilities(
    painter: QPainter, terms: tuple[Term, ...], shown: tuple[Term, ...], top: QRectF, theme: Theme, name: str
) -> None:
    """What a softmax gives: of what, what it comes from, and its probability, which the bar shows; the one chosen is
    framed. Below a line their sum."""
    y, wide, whole = top.y(), top.width(), sizes(terms)
    known = 0 < whole < math.inf
    for term in shown:
        row = QRectF(INDENT, y, wide, TERM)
        if known:
            bar = QColor(theme.role(term.role))
            bar.setAlphaF(0.16)
            painter.fillRect(QRectF(INDENT, y + 1, wide * term.value / whole, TERM - 2), bar)
        if term.chosen:
            painter.setPen(QPen(QColor(theme.ink(term.role)), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(-3, 0.5, 3, -0.5), 3, 3)
        painter.setPen(QColor(theme.ink(term.role)))
        painter.setFont(font(11, True))
        painter.drawText(
            row, LEFT, painter.fontMetrics().elidedText(term.label, Qt.TextElideMode.ElideRight, wide // 2)
        )
        left = max(LABEL, min(painter.fontMetrics().horizontalAdvance(term.label) + 6, wide // 2))
        said = per_cent(term.value / whole if known else math.nan)
        painter.setPen(QColor(theme.text))
        painter.setFont(font(11, term.chosen))
        painter.drawText(row, RIGHT, said)
        room = wide - left - painter.fontMetrics().horizontalAdvance(said) - 6
        painter.setPen(QColor(theme.muted))
        painter.setFont(fitting(term.text, room))
        if painter.fontMetrics().horizontalAdvance(term.text) <= room:
            painter.drawText(row.adjusted(left, 0, 0, 0), LEFT, term.text)
        y += TERM
    if not shown or len(terms) <= FEW:
        return
    rest = by_share(terms)[len(shown) :]
    painter.setFont(font(11))
    painter.setPen(QColor(theme.text))
    if rest:
        painter.drawText(QRectF(INDENT, y, wide, TERM), RIGHT, per_cent(total(rest) / whole if known else math.nan))
        y += TERM
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.drawLine(QPointF(INDENT, y + 0.5), QPointF(INDENT + wide, y + 0.5))
    painter.setPen(QColor(theme.text))
    painter.drawText(QRectF(INDENT, y, wide, TERM), LEFT, name)
    painter.drawText(QRectF(INDENT, y, wide, TERM), RIGHT, "100 %" if known else "–")


def fitting(text: str, room: float, sizes: tuple[int, ...] = SIZES, bold: bool = False) -> QFont:
    """The largest of these fonts in which nothing of the text is lost."""
    for size in sizes:
        if QFontMetrics(font(size, bold)).horizontalAdvance(text) <= room:
            return font(size, bold)
    return font(sizes[-1], bold)
