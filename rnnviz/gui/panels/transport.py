"""Play, step and scrub: the buttons, the phases of a clock, and the speed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QWidget,
)

from rnnviz.cells.base import Gate
from rnnviz.figure.palette import Theme
from rnnviz.gui.panels.actions import Actions
from rnnviz.gui.toolkit.action_button import ActionButton
from rnnviz.network.parameters import cell_of
from rnnviz.network.spec import NetworkSpec
from rnnviz.session.playback import LOWER, SPEEDS, UPPER, Position, clock_phases
from rnnviz.words import translate

NARROW, WIDE = 26, 40
GAP = 4
SLIDER = (40, 84)
_RAISED = str.maketrans("12345678-", "¹²³⁴⁵⁶⁷⁸⁻")
READABLE = 90  # what is left of a sentence on less than this says nothing


def layers_word(first: int, last: int) -> str:
    """H of several layers, counted from 1: “H⁽¹⁾”, “H⁽¹⁻³⁾”."""
    span = str(first) if first >= last else f"{first}-{last}"
    return f"H⁽{span.translate(_RAISED)}⁾"


class PhaseChip(QAbstractButton):
    """One phase of the clock in the colour of its role; filled while the playhead is in it."""

    def __init__(self, index: int, name: str, letter: str, title: str, colour: QColor, ink: QColor) -> None:
        super().__init__(checkable=True, focusPolicy=Qt.FocusPolicy.TabFocus)
        self.index, self.name, self.letter, self.title = index, name, letter, title
        self._colour, self._ink = colour, ink
        self.done = False
        self.setText(letter)
        self.setAccessibleName(self.tr("Phase {letter}: {title}").format(letter=letter, title=title))
        self.setToolTip(self.tr("{letter}: {title}. Go to the end of this phase").format(letter=letter, title=title))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_colours(self, colour: QColor, ink: QColor) -> None:
        self._colour, self._ink = colour, ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(WIDE, self.fontMetrics().horizontalAdvance(self.letter) + 18), 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(NARROW, self.fontMetrics().horizontalAdvance(self.letter) + 6), 26)

    def nextCheckState(self) -> None:
        """The playhead decides which chip is filled, not the click."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            fill = QColor(self._colour)
            if not self.isChecked():
                fill.setAlphaF(0.20 if self.done else 0.10 if self.underMouse() else 0.0)
            painter.setPen(QPen(self._colour, 2.5 if self.hasFocus() else 1.5))
            painter.setBrush(fill)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            font = self.font()
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(self._ink if self.isChecked() else self._colour)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.letter)


class ElidedLabel(QLabel):
    """A label that gives up its end, not its neighbours' room, when there is too little."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() < READABLE:
            return
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


class ShrinkingLabel(ElidedLabel):
    """Shows as many parts as fit of a text whose parts have dots between them; the whole one is its tooltip."""

    _whole = ""

    def set_whole(self, whole: str) -> None:
        self._whole = whole
        self.setToolTip(whole)
        self.setAccessibleName(whole)
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        text = self._whole
        while " · " in text and self.fontMetrics().horizontalAdvance(text) > self.width():
            text = text.rpartition(" · ")[0]
        self.setText(text)
        self.update()


class Transport(QWidget):
    """One row where there is room; otherwise the phases go to a row of their own."""

    phase_chosen = Signal(int)
    speed_chosen = Signal(float)

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="transport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._gates: tuple[Gate, ...] = ()
        self._rows = 0
        self.chips: list[PhaseChip] = []
        self.home = ActionButton(actions.home)
        self.back = ActionButton(actions.previous_clock)
        self.play = ActionButton(actions.play, size=22)
        self.play.setObjectName("play")
        self.play.setProperty("square", False)
        self.play.setProperty("primary", True)
        self.forward = ActionButton(actions.next_clock)
        self.end = ActionButton(actions.end)
        self.loop = ActionButton(actions.loop)
        self.roll = ActionButton(actions.roll)
        self.previous_phase = ActionButton(actions.previous_phase, flat=True)
        self.next_phase = ActionButton(actions.next_phase, flat=True)
        self.clock = QLabel(objectName="clock")
        self.clock.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clock.setToolTip(self.tr("The clock under the playhead, of all clocks of the sequence"))
        self.speed = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=len(SPEEDS) - 1, pageStep=1)
        self.speed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.speed.setMinimumWidth(SLIDER[0])
        self.speed.setMaximumWidth(SLIDER[1])
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(
            self.tr("Speed of playing: {slower} slower, {faster} faster").format(
                slower=actions.slower.shortcut().toString(), faster=actions.faster.shortcut().toString()
            )
        )
        self.speed.valueChanged.connect(self._choose_speed)
        self.speed_label = QLabel()
        self.speed_label.setFixedWidth(QFontMetrics(self.font()).horizontalAdvance("0.25×") + 2)
        self.story = ElidedLabel(objectName="hint")
        self.story.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons = self._row(self.home, self.back, self.play, self.forward, self.end, self.clock)
        self._pace = self._row(self.roll, self.loop, self.speed, self.speed_label)
        self._chips = QWidget()
        row = QHBoxLayout(self._chips)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.previous_phase)
        row.addWidget(self.next_phase)
        row.addWidget(self.story, 1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 12, 6)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)
        self._arrange(2)

    @staticmethod
    def _row(*widgets: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for widget in widgets:
            row.addWidget(widget)
        return holder

    def _arrange(self, rows: int) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        for part in (self._buttons, self._chips, self._pace):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._buttons, 0, 0)
        self._grid.addWidget(self._pace, 0, 2)
        if rows == 1:
            self._grid.addWidget(self._chips, 0, 1)
        else:
            self._grid.addWidget(self._chips, 1, 0, 1, 3)
        self._grid.setColumnStretch(1, 1)
        self.updateGeometry()

    def _width(self, slider: int, label: int) -> int:
        """Of the row with the buttons."""
        return self._buttons.sizeHint().width() + 2 * (30 + 5) + slider + label + 16 + 24

    def minimumSizeHint(self) -> QSize:
        chips = sum(chip.minimumSizeHint().width() + GAP for chip in self.chips) + 2 * (30 + GAP) + 24
        return QSize(max(self._width(SLIDER[0], 0), chips), self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        chips = sum(chip.sizeHint().width() + GAP for chip in self.chips) + 2 * (30 + GAP)
        label = self.speed_label.width() + 5
        self._arrange(1 if self.width() >= self._width(SLIDER[1], label) + chips + 16 else 2)
        self.speed_label.setVisible(self.width() >= self._width(SLIDER[0], label))

    def set_cell(self, spec: NetworkSpec, part: tuple[int, bool] = (0, False)) -> None:
        """The phases of this network's cell, one chip each. part: layer, from 0, and direction that are looked at."""
        gates, memory = cell_of(spec).gates, cell_of(spec).memory
        self._gates = gates
        for chip in self.chips:
            self._chips.layout().removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        titles = {gate.name: translate("cells", gate.title) for gate in gates}
        titles |= {
            "X": self.tr("the input arrives"),
            "H": self.tr("the hidden layer"),
            "S": self.tr("the output"),
            "M": self.tr("{layer} is copied to the next memory").format(layer=memory),
            LOWER: self.tr("the layers below, one after the other"),
            UPPER: self.tr("the layers above, one after the other"),
        }
        letters = {"M": "→M", LOWER: layers_word(1, part[0]), UPPER: layers_word(part[0] + 2, spec.layers)}
        self.chips = []
        for index, phase in enumerate(clock_phases(spec, False, part)):
            letter, title = letters.get(phase.name, phase.name), titles.get(phase.name, phase.name)
            chip = PhaseChip(index, phase.name, letter, title, QColor(), QColor())
            chip.clicked.connect(self._choose_phase)
            self._chips.layout().insertWidget(1 + index, chip)
            chip.setVisible(True)  # at once; the layout would do it one turn of the event loop later
            self.chips.append(chip)
        before: QWidget = self.previous_phase
        for widget in (*self.chips, self.next_phase):
            QWidget.setTabOrder(before, widget)
            before = widget
        self.set_theme(self._theme)
        self._fit()
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        roles = {LOWER: "H", UPPER: "H"} | {gate.name: gate.role for gate in self._gates}
        for chip in self.chips:
            chip.set_colours(QColor(theme.role(roles.get(chip.name, chip.name))), QColor(theme.window))

    def set_position(self, position: Position, steps: int) -> None:
        self.clock.setText(self.tr("t = {t} / {steps}").format(t=position.t, steps=steps))
        widest = self.tr("t = {t} / {steps}").format(t=steps, steps=steps)
        # The width of the longest clock there is, so that nothing moves while the playhead does.
        self.clock.ensurePolished()
        width = self.clock.fontMetrics().horizontalAdvance(widest) + 22
        if width != self.clock.minimumWidth():
            self.clock.setMinimumWidth(width)
            self._fit()
        for chip in self.chips:
            done = chip.index < position.phase
            if chip.done != done or chip.isChecked() != (chip.index == position.phase):
                chip.done = done
                chip.setChecked(chip.index == position.phase)
                chip.update()
        if position.phase < len(self.chips):
            chip = self.chips[position.phase]
            self.story.setText(f"  {chip.title}")  # its letter is the filled chip
            self.story.setToolTip(chip.title)
            self.story.update()

    def set_speed(self, speed: float) -> None:
        nearest = min(range(len(SPEEDS)), key=lambda k: abs(SPEEDS[k] - speed))
        self.speed.blockSignals(True)
        self.speed.setValue(nearest)
        self.speed.blockSignals(False)
        self.speed_label.setText(f"{speed:g}×")

    def _choose_phase(self) -> None:
        self.phase_chosen.emit(self.sender().index)

    def _choose_speed(self, index: int) -> None:
        self.speed_chosen.emit(SPEEDS[index])
