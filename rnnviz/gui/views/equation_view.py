"""One line of the inspector: a coloured bar, a name, a value, the equation and the numbers put into it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
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
from rnnviz.figure.drawing import Drawing
from rnnviz.figure.equations import Line
from rnnviz.figure.palette import Theme
from rnnviz.figure.terms import FEW, MOST, Term, by_share
from rnnviz.gui.toolkit.equation_images import EquationImages, plain
from rnnviz.gui.toolkit.fonts import font
from rnnviz.gui.views.matrix_form_view import MatrixFormView
from rnnviz.gui.views.symbol_line import SymbolLine
from rnnviz.gui.views.term_table import INDENT, LEFT, RIGHT, TERM, fitting, paint_terms
from rnnviz.session.state import Key

LETTERS = 16.0  # pixels: the size of the equation's letters
LETTERS_SHOWN = 40  # of the probabilities of an alphabet, which are read as a whole
AHEAD = 0.55  # the opacity of what is not computed yet
NAME, EQUATION, NUMBERS, AIR = 20, 24, 17, 4  # heights; each of two lines has air over it


class EquationRow(QWidget):
    """Pointing at a symbol, or at the rest of the row, tells which value that is.

    Its height depends on the equation and on which terms are shown, not on values, which can change every frame."""

    hovered = Signal(str)  # the name of the value that is pointed at, “” for none
    named = Signal(str)  # the name of the symbol that was clicked
    followed = Signal(object)  # Key of the source that was chosen
    pointed = Signal(object)  # Key of a source that is pointed at, or None

    def __init__(self, theme: Theme, images: EquationImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lit: frozenset[str] = frozenset()
        self.symbols = SymbolLine(images)
        self._pointed = ""
        self._source: Key | None = None  # the one that is pointed at
        self.ahead = False  # whether the playhead has not come to this number yet
        self._chosen = -1  # which of the symbols and sources the keyboard is at
        self.setMouseTracking(True)
        self.theme = theme
        self.line: Line | None = None
        self.marked, self.old = False, ""
        self.opened = self.complete = False  # whether the terms are shown, and all of them
        self._kind: tuple[str, bool] | None = None
        self._height = 0
        self._high = EQUATION  # of the equation, on one line or two
        self._images = images
        images.ready.connect(self._settle)
        self._make: Callable[[float], Drawing] | None = None
        self.toggle = self._button(self._toggle)
        self.brackets = self._button(self._toggle_form)
        self._name(self.brackets, "[ ] ▸")
        self.brackets.setAccessibleName(self.tr("Show the matrices"))
        self.brackets.setToolTip(self.tr("Show the matrices and vectors with their numbers"))
        self.form = MatrixFormView(theme, self)
        self.form.followed.connect(self.followed)
        self.form.pointed.connect(self.pointed)
        self.form.hide()
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
        most = LETTERS_SHOWN if terms and terms[0].exponential else MOST
        return terms if self.complete else terms[:most]

    @property
    def _applies(self) -> bool:
        """Whether there is a line between the equation and the terms."""
        return self.line.substituted is not None or len(self.line.terms) > FEW

    @property
    def _rows(self) -> int:
        """Rows of the table: the terms, the rest, and both sums, which a single line would only repeat."""
        count, terms = len(self.shown), len(self.line.terms)
        sums = 1 if count and self.line.terms[0].exponential else 2
        return 0 if not count else count + (count < terms) + sums * (terms > FEW)

    @property
    def _end(self) -> int:
        """Below the terms."""
        if self.line is None:
            return NAME + self._high
        return NAME + self._high + NUMBERS * self._applies + TERM * self._rows

    def sizeHint(self) -> QSize:
        form = self.form.height() if self.form.isVisibleTo(self) else 0
        return QSize(220, self._end + form + 6)

    def set_line(self, line: Line, marked: bool = False, opened: bool = False, old: str = "") -> None:
        """marked: whether this line is of what was clicked, among the others of the same unit. opened: whether its
        terms are shown until a person says otherwise. old: the value before an edit under way."""
        if line == self.line and (marked, old) == (self.marked, self.old) and self._kind == (line.title, opened):
            return
        self.old = old
        if (line.title, opened) != self._kind:
            self._kind, self.opened, self.complete = (line.title, opened), opened, False
        self.line, self.marked = line, marked
        self._settle()

    @property
    def _equation_width(self) -> float:
        aside = 0 if self._applies or not self.brackets.isVisibleTo(self) else self.brackets.width() + 4
        return float(self.width() - INDENT - 4 - aside)

    def _settle(self) -> None:
        if (line := self.line) is None:
            return
        count, second = len(line.terms), self.symbols.second(line.symbols, self._equation_width, LETTERS, self.theme)
        self._high = 2 * (EQUATION + AIR) if second else EQUATION
        self.setAccessibleName(f"{line.title} {line.value}")
        spoken = [f"{term.label}: {term.text} = {number(term.value)}" for term in self.shown]
        self.setAccessibleDescription("; ".join((plain(line.tex), line.substituted or "", *spoken)))
        self.setToolTip(line.substituted if 6 * len(line.substituted or "") > self.width() - INDENT else "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._stops() else Qt.FocusPolicy.NoFocus)
        self.toggle.setVisible(count > FEW)
        self._name(self.toggle, self.tr("%n term(s)", "", count) + (" ▾" if self.opened else " ▸"))
        self.toggle.setToolTip(self.tr("Each product, and its share of the sum of all without their signs"))
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
        self.toggle.setGeometry(self.width() - wide - 2, NAME + self._high, wide, NUMBERS)
        top = NAME + self._high + NUMBERS + TERM * len(self.shown) if self.line is not None else 0
        self.more.setGeometry(INDENT - 8, top, self.more.sizeHint().width(), TERM)
        right = self.toggle.x() if self.toggle.isVisibleTo(self) else self.width()
        wide = self.brackets.sizeHint().width()
        # Beside the sum; where there is none, beside the equation.
        top = NAME + self._high if self.line is not None and self._applies else NAME + (self._high - NUMBERS) // 2
        self.brackets.setGeometry(right - wide - 2, top, wide, NUMBERS)
        self.form.setGeometry(INDENT, self._end, self.width() - INDENT - 4, self.form.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_form()
        self._settle()

    def set_matrices(self, make: Callable[[float], Drawing] | None) -> None:
        """What draws the equation as matrices in so many pixels; None where there is nothing to draw."""
        self._make = make
        self.brackets.setVisible(make is not None)
        if make is None:
            self.form.hide()
        self._show_form()
        self._place()

    def _toggle_form(self) -> None:
        shown = not self.form.isVisibleTo(self)
        self.form.setVisible(shown)
        self._name(self.brackets, "[ ] ▾" if shown else "[ ] ▸")
        self.brackets.setAccessibleName(self.tr("Show the matrices"))
        self._show_form()
        self._settle()

    def _show_form(self) -> None:
        if self._make is not None and self.form.isVisibleTo(self):
            height = self.form.height()
            self.form.show_form(self._make(float(self.width() - INDENT - 4)))
            if self.form.height() != height:
                self._settle()

    @property
    def unfolded(self) -> tuple[bool, bool, bool]:
        """Whether the terms, all of them, and the matrices are shown."""
        return self.opened, self.complete, self.form.isVisibleTo(self)

    def unfold(self, opened: bool, complete: bool, form: bool) -> None:
        """As it was when a person left."""
        self.opened, self.complete = opened, complete
        if form != self.form.isVisibleTo(self) and self._make is not None:
            self._toggle_form()
        self._settle()

    def _toggle(self) -> None:
        self.opened, self.complete = not self.opened, False
        self._settle()

    def _show_all(self) -> None:
        self.complete = True
        self._settle()

    def set_theme(self, theme: Theme) -> None:
        self.theme = self.form.theme = theme
        self.update()

    def set_ahead(self, ahead: bool) -> None:
        """Faint while the playhead has not come to this number, as on the stage."""
        if ahead != self.ahead:
            self.ahead = ahead
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
            source = self._source_at(event.position())
            self._point_source(source)
            link = bool(name) or source is not None
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
        """Up and Down go through the symbols and then the sources of the sum, and light what they are; Enter follows
        one."""
        stops = self._stops()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(event.key())
        if step is not None and 0 <= self._chosen + step < len(stops):
            self._chosen += step
            self._light_stop(stops)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._chosen < len(stops):
            what = stops[self._chosen][0]
            if isinstance(what, str):
                self.named.emit(what)
            else:
                self.followed.emit(what)
        else:
            super().keyPressEvent(event)

    def _light_stop(self, stops: list[tuple[str | Key, QRectF]]) -> None:
        what = stops[self._chosen][0]
        if isinstance(what, str):
            self._point_source(None)
            self._point(what)
        else:
            self._point_source(what)
        self.update()

    def _stops(self) -> list[tuple[str | Key, QRectF]]:
        """What the keyboard goes through: the names of symbols, then the keys of sources, each with its place."""
        symbols = [(placed.symbol.name, placed.box) for placed in self.symbols.placed] if self.line.symbols else []
        return [*symbols, *self._sources()]

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        stops = self._stops()
        if stops:
            self._chosen = max(self._chosen, 0)
            self._light_stop(stops)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._chosen = -1
        self._point_source(None)
        self._point("")
        self.update()

    def _sources(self) -> list[tuple[Key, QRectF]]:
        """Every source on screen and where a click follows it: a product of two has the one on its left half and the
        other on its right."""
        if self.line is None:
            return []
        wide, made = self.width() - INDENT - 4, []
        places = [(self.line.sources, NAME + self._high, NUMBERS)] if self._applies else []
        if not self.line.symbols:  # an equation that is one picture is a link as a whole
            places.append((self.line.sources, NAME, self._high))
        top = NAME + self._high + NUMBERS * self._applies
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
        self._point_source(None)
        self._point("")

    def _point_source(self, key: Key | None) -> None:
        """A product lights the number that it was made of, wherever that is."""
        if key != self._source:
            self._source, self._pointed = key, ""
            self.update()
            self.pointed.emit(key)

    def _point(self, name: str) -> None:
        if name != self._pointed:
            self._pointed = name
            self.hovered.emit(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        line, theme = self.line, self.theme
        if line is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(AHEAD if self.ahead else 1.0)
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
            if self.old and self.old != line.value:  # beside the new one, where nothing has to move for it
                taken = painter.fontMetrics().horizontalAdvance(line.value) + 8
                painter.setFont(fitting(self.old, room - taken, (11, 9)))
                painter.setPen(QColor(theme.muted))
                painter.drawText(QRectF(INDENT, 0, wide - taken, NAME), RIGHT, self.old)
            self._paint_equation(painter, QRectF(INDENT, NAME, self._equation_width, self._high))
            if line.substituted:
                painter.setPen(QColor(theme.accent if line.sources else theme.muted))
                room = wide - (self.toggle.width() + 4 if self.toggle.isVisibleTo(self) else 0)
                room -= self.brackets.width() + 4 if self.brackets.isVisibleTo(self) else 0
                painter.setFont(fitting(line.substituted, room, (11, 10, 9)))
                text = painter.fontMetrics().elidedText(line.substituted, Qt.TextElideMode.ElideRight, int(room))
                painter.drawText(QRectF(INDENT, NAME + self._high, room, NUMBERS), LEFT, text)
            pointed = next((box for source, box in self._sources() if source == self._source), None)
            if pointed is not None:
                lit = QColor(theme.accent)
                lit.setAlphaF(0.12)
                painter.fillRect(pointed, lit)
            names = self.tr("sum"), self.tr("sum without signs")
            top = NAME + self._high + NUMBERS * self._applies
            paint_terms(painter, line.terms, self.shown, QRectF(INDENT, top, wide, 0), theme, names)
            stops = self._stops()
            if self.hasFocus() and 0 <= self._chosen < len(stops):
                painter.setPen(QPen(QColor(theme.accent), 1.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(stops[self._chosen][1].adjusted(-2, 0, 0, 0), 3, 3)

    def _paint_equation(self, painter: QPainter, box: QRectF) -> None:
        if self.line.symbols:
            self.symbols.paint(painter, self.line.symbols, box, LETTERS, self.theme, self.lit)
            return
        colour = self.theme.accent if self.line.sources else self.theme.text
        self._images.paint(painter, self.line.tex, LETTERS, colour, box)
