"""One line of the inspector: a coloured bar, a name, a value, the equation and the numbers put into it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from rnnviz.figure.describe import number
from rnnviz.figure.equations import Line
from rnnviz.figure.palette import Theme
from rnnviz.figure.terms import MOST, Term, by_share, total
from rnnviz.gui.equation_images import EquationImages, plain
from rnnviz.gui.fonts import font
from rnnviz.gui.symbol_line import SymbolLine
from rnnviz.session.state import Key

LETTERS = 16.0  # pixels: the size of the equation's letters
NAME, EQUATION, NUMBERS, TERM = 20, 24, 17, 14  # heights
INDENT, LABEL = 12, 44
SIZES = (11, 10, 9)  # of the letters of a product, as large as there is room
FEW = 3  # terms that need no button to be shown
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class EquationRow(QWidget):
    """Pointing at a symbol, or at the rest of the row, tells which value that is.

    Its height depends on which terms are shown and not on their values, which can change with every frame."""

    hovered = Signal(str)  # the name of the value that is pointed at, “” for none
    named = Signal(str)  # the name of the symbol that was clicked
    followed = Signal(object)  # Key of the source that was chosen

    def __init__(self, theme: Theme, images: EquationImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lit: frozenset[str] = frozenset()
        self.symbols = SymbolLine(images)
        self._pointed = ""
        self._chosen = -1  # which of the sources the keyboard is at
        self.setMouseTracking(True)
        self.theme = theme
        self.line: Line | None = None
        self.marked = False
        self.opened = self.complete = False  # whether the terms are shown, and all of them
        self._kind: tuple[str, bool] | None = None
        self._height = 0
        self._images = images
        images.ready.connect(self.update)
        self.toggle = self._button(self._toggle)
        self.more = self._button(self._show_all)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _button(self, slot: object) -> QToolButton:
        button = QToolButton(self, focusPolicy=Qt.FocusPolicy.TabFocus)
        button.setProperty("flat", True)
        button.setProperty("tiny", True)
        button.setVisible(False)
        button.clicked.connect(slot)
        return button

    @property
    def shown(self) -> tuple[Term, ...]:
        """The terms on screen, from the top."""
        terms = by_share(self.line.terms)
        if len(terms) > FEW and not self.opened:
            return ()
        return terms if self.complete else terms[:MOST]

    @property
    def _applies(self) -> bool:
        """Whether there is a line between the equation and the terms."""
        return self.line.substituted is not None or len(self.line.terms) > FEW

    @property
    def _rows(self) -> int:
        """Rows of the table: the terms, the rest, and the sum, which a single line would only repeat."""
        count, terms = len(self.shown), len(self.line.terms)
        return 0 if not count else count + (count < terms) + (terms > FEW)

    def sizeHint(self) -> QSize:
        if self.line is None:
            return QSize(220, NAME + EQUATION + 6)
        return QSize(220, NAME + EQUATION + NUMBERS * self._applies + TERM * self._rows + 6)

    def set_line(self, line: Line, marked: bool = False, opened: bool = False) -> None:
        """marked: whether this line is of what was clicked, among the others of the same unit. opened: whether its
        terms are shown until a person says otherwise."""
        if line == self.line and marked == self.marked and self._kind == (line.title, opened):
            return
        if (line.title, opened) != self._kind:
            self._kind, self.opened, self.complete = (line.title, opened), opened, False
        self.line, self.marked = line, marked
        self._settle()

    def _settle(self) -> None:
        line, count = self.line, len(self.line.terms)
        self.setAccessibleName(f"{line.title} {line.value}")
        spoken = [f"{term.label}: {term.text} = {number(term.value)}" for term in self.shown]
        self.setAccessibleDescription("; ".join((plain(line.tex), line.substituted or "", *spoken)))
        self.setToolTip(line.substituted if self._too_long(line.substituted or "") else "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._sources() else Qt.FocusPolicy.NoFocus)
        self.toggle.setVisible(count > FEW)
        self._name(self.toggle, self.tr("%n term(s)", "", count) + (" ▾" if self.opened else " ▸"))
        rest = count - len(self.shown)
        self.more.setVisible(bool(self.shown) and rest > 0)
        self._name(self.more, self.tr("+ %n more", "", rest))
        if self._height != self.sizeHint().height():
            self._height = self.sizeHint().height()
            self.updateGeometry()
        self._place()
        self.update()

    @staticmethod
    def _name(button: QToolButton, text: str) -> None:
        if button.text() != text:
            button.setText(text)
            button.setAccessibleName(text.rstrip(" ▾▸"))

    def _place(self) -> None:
        wide = self.toggle.sizeHint().width()
        self.toggle.setGeometry(self.width() - wide - 2, NAME + EQUATION, wide, NUMBERS)
        top = NAME + EQUATION + NUMBERS + TERM * len(self.shown) if self.line is not None else 0
        self.more.setGeometry(INDENT - 8, top, self.more.sizeHint().width(), TERM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _toggle(self) -> None:
        self.opened, self.complete = not self.opened, False
        self._settle()

    def _show_all(self) -> None:
        self.complete = True
        self._settle()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def set_lit(self, names: frozenset[str]) -> None:
        """Mark the symbols with these names, and the row whose value it is."""
        if names != self.lit:
            self.lit = names
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.line is not None:
            name = self.symbols.name_at(event.position())
            self._point(name or self.line.name)
            link = bool(name) or self._source_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.line is None:
            super().mousePressEvent(event)
            return
        name, source = self.symbols.name_at(event.position()), self._source_at(event.position())
        if name:
            self.named.emit(name)
        elif source is not None:
            self.followed.emit(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the sources of the sum, Enter follows one."""
        sources = self._sources()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(event.key())
        if step is not None and 0 <= self._chosen + step < len(sources):
            self._chosen += step
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._chosen < len(sources):
            self.followed.emit(sources[self._chosen][0])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._chosen = max(self._chosen, 0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._chosen = -1
        self.update()

    def _sources(self) -> list[tuple[Key, QRectF]]:
        """Every source on screen and where a click follows it: a product of two has the one on its left half and the
        other on its right."""
        if self.line is None:
            return []
        wide, made = self.width() - INDENT - 4, []
        places = [(self.line.sources, NAME + EQUATION, NUMBERS)] if self._applies else []
        top = NAME + EQUATION + NUMBERS * self._applies
        places += [(term.sources, top + TERM * row, TERM) for row, term in enumerate(self.shown)]
        for sources, y, high in places:
            for index, source in enumerate(sources):
                part = wide / len(sources)
                made.append((source, QRectF(INDENT + part * index, y, part, high)))
        return made

    def _source_at(self, place: QPointF) -> Key | None:
        return next((source for source, box in self._sources() if box.contains(place)), None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point("")

    def _point(self, name: str) -> None:
        if name != self._pointed:
            self._pointed = name
            self.hovered.emit(name)

    def _too_long(self, text: str) -> bool:
        return len(text) * 6 > self.width() - INDENT

    def paintEvent(self, event: QPaintEvent) -> None:
        line, theme = self.line, self.theme
        if line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(theme.role(line.role))
        painter.setPen(Qt.PenStyle.NoPen)
        if self.marked:
            painter.setBrush(QColor(theme.highlight))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, -1, 0, -3), 4, 4)
        if line.name and line.name in self.lit:
            painter.setPen(QPen(QColor(theme.accent), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 0, -1, -4), 4, 4)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(0, 2, 4, self.height() - 8), 2, 2)
        wide = self.width() - INDENT - 4
        painter.setPen(colour)
        painter.setFont(font(13, True))
        painter.drawText(QRectF(INDENT, 0, wide, NAME), LEFT, line.title)
        painter.setPen(QColor(theme.text))
        room = wide - QFontMetrics(font(13, True)).horizontalAdvance(line.title) - 8
        painter.setFont(fitting(line.value, room, (15, 13, 11, 10), True))
        painter.drawText(QRectF(INDENT, 0, wide, NAME), RIGHT, line.value)
        self._paint_equation(painter, QRectF(INDENT, NAME, wide, EQUATION))
        if line.substituted:
            painter.setPen(QColor(theme.muted))
            painter.setFont(font(11))
            room = wide - (self.toggle.width() + 4 if self.toggle.isVisibleTo(self) else 0)
            text = painter.fontMetrics().elidedText(line.substituted, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QRectF(INDENT, NAME + EQUATION, room, NUMBERS), LEFT, text)
        self._paint_terms(painter, NAME + EQUATION + NUMBERS * self._applies, wide)
        sources = self._sources()
        if self.hasFocus() and 0 <= self._chosen < len(sources):
            painter.setPen(QPen(QColor(theme.accent), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(sources[self._chosen][1].adjusted(-2, 0, 0, 0), 3, 3)
        painter.end()

    def _paint_equation(self, painter: QPainter, box: QRectF) -> None:
        if self.line.symbols:
            self.symbols.paint(painter, self.line.symbols, box, LETTERS, self.theme, self.lit)
            return
        image = self._images.get(self.line.tex, LETTERS, self.theme.text)
        if image is None:
            painter.setPen(QColor(self.theme.text))
            painter.setFont(font(13))
            painter.drawText(box, LEFT, plain(self.line.tex))
            return
        size = image.viewBoxF().size()
        scale = min(1.0, box.width() / size.width(), box.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        image.render(painter, QRectF(box.left(), box.center().y() - height / 2, width, height))

    def _paint_terms(self, painter: QPainter, y: float, wide: float) -> None:
        """A table: which product, its factors, what it comes to; then the rest of them and the sum."""
        shown, theme = self.shown, self.theme
        for term in shown:
            painter.setFont(font(11))
            box, value = QRectF(INDENT, y, wide, TERM), number(term.value, signed=True)
            indent = max(LABEL, painter.fontMetrics().horizontalAdvance(term.label) + 6)
            room = wide - indent - painter.fontMetrics().horizontalAdvance(value) - 4
            painter.setPen(QColor(theme.ink(term.role) if term.role else theme.muted))
            painter.drawText(box, LEFT, term.label)
            painter.setPen(QColor(theme.text))
            painter.drawText(box, RIGHT, value)
            painter.setPen(QColor(theme.muted))
            painter.setFont(fitting(term.text, room))
            painter.drawText(box.adjusted(indent, 0, 0, 0), LEFT, term.text)
            y += TERM
        if not shown or len(self.line.terms) <= FEW:
            return
        painter.setFont(font(11))
        rest = by_share(self.line.terms)[len(shown) :]
        if rest:
            painter.setPen(QColor(theme.text))
            painter.drawText(QRectF(INDENT, y, wide, TERM), RIGHT, number(total(rest), signed=True))
            y += TERM
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawLine(QPointF(INDENT, y + 0.5), QPointF(INDENT + wide, y + 0.5))
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(INDENT, y, wide, TERM), LEFT, self.tr("sum"))
        painter.setFont(font(11, True))
        painter.drawText(QRectF(INDENT, y, wide, TERM), RIGHT, number(total(self.line.terms), signed=True))


def fitting(text: str, room: float, sizes: tuple[int, ...] = SIZES, bold: bool = False) -> QFont:
    """The largest of these fonts in which nothing of the text is lost."""
    for size in sizes:
        if QFontMetrics(font(size, bold)).horizontalAdvance(text) <= room:
            return font(size, bold)
    return font(sizes[-1], bold)
