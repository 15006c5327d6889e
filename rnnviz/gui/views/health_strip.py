"""One quiet line below the timeline: what is wrong with the gradient, if anything, and how gates and weights fare."""

import math
import time
from textwrap import fill

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from rnnviz.cells.base import make_cell
from rnnviz.engine.messages import Snapshot
from rnnviz.figure.palette import Theme
from rnnviz.gradients.alarms import Alarm, located
from rnnviz.gradients.saturation import Saturation, saturation_of
from rnnviz.gradients.spectra import singular_values, spectral_radius
from rnnviz.gui.toolkit.decades_view import scientific
from rnnviz.gui.toolkit.fonts import font
from rnnviz.gui.toolkit.view import ALL, SNAPSHOT, View
from rnnviz.network.parameters import array_name, part_suffix
from rnnviz.session.playback import clock_phases, end_of
from rnnviz.session.state import Key, State, part_of

HEIGHT = 24
INTERVAL = 0.5  # seconds between two looks while learning
BAR, GATE = 22, 44  # pixels of a gate's bar, and of bar, letter and gap
EDGE = 12
RATIO = 96  # pixels of the pace of the last update
LEAST_WORDS = 180  # that are left to the alarms beside it
PART = frozenset({"layer", "reverse"})  # what changes when another layer or direction is looked at
MOST_LISTED = 12  # parameters in the panel of numbers
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class HealthStrip(View, QWidget):
    """Left the alarms: a click goes to clock, layer and direction of the first, the next click to those of the next.
    Right how saturated each gate of the layer and direction that is looked at is, and how far the last update went: a
    click opens the numbers. A sentence that is too long takes their room while it is pointed at or has the focus."""

    moved = Signal(object)  # Position
    found = Signal(object)  # Key: what an alarm is about
    turned = Signal(int, bool)  # layer, from 0, and whether right to left

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.alarms: tuple[Alarm, ...] = ()
        self.saturation: dict[str, Saturation] = {}
        self.ratios: dict[str, float] = {}
        self.norm = float("nan")  # of the last update's gradient, before clipping
        self._state: State | None = None
        self._snapshot: Snapshot | None = None
        self._looked = float("-inf")
        self._seen: Snapshot | None = None
        self._roles: dict[str, str] = {}
        self._next = 0
        self._pointed = False  # whether the pointer is over the alarms
        self._part = (0, False)  # layer, from 0, and direction of gates and U
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Health of the gradient"))

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def show(self, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        self._state, self._snapshot = state, snapshot
        turned = bool(changed & PART)
        if snapshot is None or (snapshot is self._seen and "learning" not in changed and not turned):
            return
        if not turned and not changed & {SNAPSHOT, "network", "learning"}:
            return
        now = time.monotonic()
        same = self._seen is not None and (self._seen.model, self._seen.shown) == (snapshot.model, snapshot.shown)
        if turned or not (state.learning and same and now - self._looked < INTERVAL):
            self._looked, self._seen = now, snapshot
            self._look(snapshot)

    def _look(self, snapshot: Snapshot) -> None:
        spec = snapshot.network.spec
        before = self.alarms
        self.alarms, gates = snapshot.alarms, make_cell(spec.cell, spec.activation).gates
        self._part = part_of(spec, self._state.layer, self._state.reverse)
        names = {gate.name: array_name(spec, gate.name, *self._part) for gate in gates}
        values = {name: snapshot.trace[known] for name, known in names.items() if known in snapshot.trace}
        self.saturation = saturation_of(values, gates)
        self._roles = {gate.name: gate.role for gate in gates}
        self.ratios = dict(snapshot.update_ratios)
        norms = () if snapshot.history is None else snapshot.history.gradient_norms
        self.norm = float(norms[-1]) if self.ratios and len(norms) else float("nan")
        if [(a.kind, a.t, a.layer, a.reverse) for a in before] != [
            (a.kind, a.t, a.layer, a.reverse) for a in self.alarms
        ]:
            self._next = 0
        self.setAccessibleDescription(self.sentence())
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def sentence(self) -> str:
        """The first alarm, or the one that was gone to, and how many more there are."""
        if not self.alarms:
            return self.tr("no alarm") if self._seen is not None else ""
        return str(self.alarms[max(self._next - 1, 0) % len(self.alarms)]) + self._more

    @property
    def _more(self) -> str:
        more = len(self.alarms) - 1
        return " " + self.tr("(and %n more)", "", more) if more > 0 else ""

    @property
    def typical_ratio(self) -> float:
        """The median over the parameters of how far the last update moved them; NaN before the first."""
        known = [ratio for ratio in self.ratios.values() if math.isfinite(ratio)]
        return float(np.median(known)) if known else float("nan")

    @property
    def _numbers_left(self) -> float:
        """Where the right part begins."""
        return self.width() - EDGE - RATIO * self._paced - GATE * len(self.saturation)

    @property
    def _paced(self) -> bool:
        """Whether the pace of the last update is shown, too: it is among the numbers that a click opens anyway."""
        bars = GATE * len(self.saturation)
        return math.isfinite(self.typical_ratio) and self.width() - EDGE - RATIO - bars >= LEAST_WORDS

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = self.theme
            painter.fillRect(self.rect(), QColor(theme.stage))
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawLine(0, 0, self.width(), 0)
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), 1))
                painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
            left = self._numbers_left
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = HEIGHT / 2 + 0.5
            colour = QColor(theme.error if self.alarms else theme.good)
            if self._seen is not None:
                painter.setPen(QPen(colour, 1.6))
                painter.setBrush(colour if self.alarms else Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(EDGE + 4, middle), 4, 4)
            painter.setFont(font(11))
            painter.setPen(QColor(theme.text if self.alarms else theme.muted))
            room = left - EDGE - 28
            words = painter.fontMetrics()
            cramped = words.horizontalAdvance(self.sentence()) > room
            whole = cramped and (self._pointed or self.hasFocus())
            if whole:
                room = self.width() - 2 * EDGE - 16
            more = self._more
            first = self.sentence().removesuffix(more)
            left_over = int(room) - words.horizontalAdvance(more)
            text = words.elidedText(first, Qt.TextElideMode.ElideRight, left_over) + more
            painter.drawText(QRectF(EDGE + 16, 1, room, HEIGHT - 1), LEFT, text)
            if not whole:
                self._paint_numbers(painter, left, middle)

    def _paint_numbers(self, painter: QPainter, x: float, middle: float) -> None:
        theme = self.theme
        for name, shares in self.saturation.items():
            painter.setFont(font(11, True))
            painter.setPen(QColor(theme.ink(self._roles[name])))
            painter.drawText(QRectF(x, 1, 14, HEIGHT - 1), LEFT, name)
            bar = QRectF(x + 13, middle - 3, BAR, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.border))
            painter.drawRoundedRect(bar, 3, 3)
            if shares.share > 0:
                painter.setBrush(QColor(theme.role(self._roles[name])))
                painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(5.0, BAR * shares.share), 6), 3, 3)
            x += GATE
        if self._paced:
            painter.setFont(font(11))
            painter.setPen(QColor(theme.muted))
            box = QRectF(x, 1, self.width() - EDGE - x, HEIGHT - 1)
            painter.drawText(box, RIGHT, f"‖Δw‖/‖w‖ {scientific(self.typical_ratio)}")

    # What a person does with it

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif event.position().x() >= self._numbers_left and (self.saturation or self.ratios):
            self.open_numbers()
        else:
            self.go_to_next()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.position().x() < self._numbers_left)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(False)
        super().leaveEvent(event)

    def _point(self, pointed: bool) -> None:
        if pointed != self._pointed:
            self._pointed = pointed
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_to_next()
        else:
            super().keyPressEvent(event)

    def go_to_next(self) -> None:
        """Ask for the playhead at the clock of the first alarm, then of the second, and so on, and for what it is
        about to be shown there."""
        if not self.alarms or self._state is None:
            return
        alarm = self.alarms[self._next % len(self.alarms)]
        self._next += 1
        t = min(alarm.t, len(self._state.sequence))
        part = alarm.layer - 1, bool(alarm.reverse)
        self.turned.emit(*part)
        self.moved.emit(end_of(t, clock_phases(self._state.network.spec, False, part)))
        name = alarm.values["name"] if alarm.kind == "saturated" else "H"
        self.found.emit(Key(name, t, -1 if alarm.unit is None else alarm.unit - 1, *part))
        self.setAccessibleDescription(self.sentence())
        self.update()

    def open_numbers(self) -> QFrame:
        """A small panel with all numbers; it closes with the next click beside it."""
        panel = QFrame(self, Qt.WindowType.Popup, objectName="numbers")
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = QVBoxLayout(panel)
        box.setContentsMargins(14, 10, 14, 12)
        box.addWidget(QLabel(self.numbers()))
        panel.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width() - EDGE - panel.width(), -panel.height() - 4))
        panel.move(corner)
        panel.setVisible(True)
        return panel

    def numbers(self) -> str:
        """The table of shares and ratios, as rich text."""
        head, rows = "<tr><td><b>{}</b></td>" + "<td align='right'><b>&nbsp;&nbsp;&nbsp;{}</b></td>" * 2 + "</tr>", []
        row = "<tr><td>{}</td>" + "<td align='right'>&nbsp;&nbsp;&nbsp;{}</td>" * 2 + "</tr>"
        space, notes = "<tr><td>&nbsp;</td></tr>", []
        if self.saturation:
            rows.append(head.format(self.tr("saturated"), self.tr("low"), self.tr("high")))
            for name, shares in self.saturation.items():
                rows.append(row.format(name, f"{shares.low.mean():.0%}", f"{shares.high.mean():.0%}"))
            notes.append(self._located(self.tr("low: below 0.05, of a tanh below −0.95; high: above 0.95")))
        recurrent = self._recurrent()
        if recurrent:
            rows += [space] if rows else []
            rows.append(head.format(self.tr("recurrent weights U"), self.tr("largest σ"), self.tr("spectral radius")))
            rows += [row.format(name, f"{norm:.3g}", f"{radius:.3g}") for name, norm, radius in recurrent]
        if math.isfinite(self.norm):
            rows += [space] if rows else []
            rows.append(head.format(self.tr("last gradient"), self.tr("norm"), ""))
            rows.append(row.format(self.clipped(), f"{self.norm:.3g}", ""))
        if self.ratios:
            rows += [space] if rows else []
            rows.append(head.format(self.tr("last update"), "‖Δw‖/‖w‖", ""))
            listed = [row.format(name, f"{ratio:.1e}", "") for name, ratio in self.ratios.items()]
            if len(listed) > MOST_LISTED:  # of a deep network the fastest and the slowest
                ranked = sorted(self.ratios.items(), key=lambda item: -item[1])
                chosen = [*ranked[: MOST_LISTED // 2], ("…", math.nan), *ranked[-MOST_LISTED // 2 :]]
                listed = [row.format(name, "" if name == "…" else f"{ratio:.1e}", "") for name, ratio in chosen]
            rows += listed
            notes.append(self.tr("about 1e-03 is a usual pace for weights"))
        small = "<br>".join(f"<span style='color:{self.theme.muted}'>{note}</span>" for note in notes)
        return f"<table>{''.join(rows)}</table><br>{small}"

    def _recurrent(self) -> list[tuple[str, float, float]]:
        """(letter, largest singular value, spectral radius) of each block of the U looked at; none without one."""
        if self._seen is None:
            return []
        network = self._seen.network
        weights = network.parameters.get("weight_hh" + part_suffix(*self._part))
        if weights is None:
            return []
        names = make_cell(network.spec.cell, network.spec.activation).blocks
        blocks = weights.reshape(len(names), -1, weights.shape[1])
        return list(zip(names, singular_values(blocks)[:, 0], spectral_radius(blocks), strict=True))

    def _located(self, sentence: str) -> str:
        """Which layer and direction it is about, and the sentence."""
        if self._seen is None:
            return sentence
        (layer, reverse), spec = self._part, self._seen.network.spec
        return located(sentence, layer + 1, spec.layers, reverse if spec.direction == "bidirectional" else None)

    def clipped(self) -> str:
        """Whether the norm of the last update's gradient was clipped."""
        limit = None if self._state is None else self._state.training.clip
        if limit is None or self.norm <= limit:
            return self.tr("not clipped by norm")
        return self.tr("clipped to the norm {limit}").format(limit=f"{limit:g}")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(event.pos().x()), self)
            return True
        return super().event(event)

    def tip(self, x: float) -> str:
        if x >= self._numbers_left:
            told = self.tr("How much of each gate is saturated, and how far the last update moved the weights; click")
            return self._located(told)
        if not self.alarms:
            return self.sentence()
        kinds = dict.fromkeys(alarm.kind for alarm in self.alarms)  # each once, in their order
        advice = (fill(self._advice(kind), 88) for kind in kinds)  # a tooltip of plain text does not wrap
        return "\n".join([*(str(alarm) for alarm in self.alarms), *advice, self.tr("Click: go there")])

    def _advice(self, kind: str) -> str:
        """What an alarm means to a person who teaches or learns, and what helps."""
        return {
            "exploding": self.tr(
                "One such update can undo what was learnt. A clip norm bounds it; a lower learning rate helps as well."
            ),
            "vanishing": self.tr(
                "The weights hardly learn what this clock has to do with later errors. LSTM and GRU, or a shorter "
                "sequence, help; where nothing of this clock is needed, all is well."
            ),
            "dead": self.tr(
                "No gradient passes a unit that is always 0, so it cannot learn. Another seed or a lower learning rate "
                "helps."
            ),
            "saturated": self.tr(
                "Where the slope is flat hardly any gradient passes. In a network with a small loss that is as it "
                "should be: its gates are open or shut. If the loss stays high, another seed or a lower learning rate "
                "helps."
            ),
            "nan": self.tr(
                "Such weights are lost. Undo or Reset, then learn with a lower learning rate or a clip norm."
            ),
        }[kind]
