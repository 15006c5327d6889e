"""What else can be seen of a gradient's way: by gate, by source, what is remembered, and what each clock stretches."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.gutter import MARGIN
from rnnviz.figure.motion import playhead_x
from rnnviz.figure.palette import Theme, filling
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.toolkit.decades_view import Decades, decade_name
from rnnviz.gui.toolkit.fonts import font
from rnnviz.gui.toolkit.view import ALL
from rnnviz.gui.views.area_view import HEADER, LEFT, RIGHT, AreaView
from rnnviz.gui.views.curves_view import SUBSCRIPTS, envelope
from rnnviz.session.state import State

WIDE_UP_TO = 300  # points of a curve that is drawn smooth and 2 px wide
MOST_VALUES = 6  # singular values with a line of their own, besides the largest
LEAST_BESIDE = 1e-4  # smaller singular values, beside the largest one, lie on the floor
ROOM_FOR_DOTS = 12  # pixels a clock
PLAYHEAD = frozenset({"position", "playing", "selection", "loop", "speed"})  # what changes no values


class MeterView(AreaView):
    """One quantity at a time, as `State.curves` says: gates, sources, memory or singular; of the layer and direction
    that are looked at, and of a long sequence for some clocks around the playhead.

    Curves have logarithmic heights; the sources are a heat map whose rows are the clocks of the losses, and whose
    framed row belongs to the playhead's. Scales only ever widen while the network stays the same.
    """

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(theme, axis, parent)
        self._scales: dict[str, Decades] = {}
        self._model: int | None = None
        self._image: QImage | None = None
        self.setAccessibleName(self.tr("On the way of the gradient"))

    @property
    def quantity(self) -> str:
        return "gates" if self.state is None else self.state.curves

    @property
    def values(self) -> NDArray[np.floating] | None:
        """What the engine computed for this quantity, layer and direction; None until it has, and for the gates, which
        need nothing."""
        snapshot = self.snapshot
        if snapshot is None or (snapshot.looked_at.layer, snapshot.looked_at.reverse) != self.scene.part:
            return None
        return snapshot.extra.get(self.quantity)

    @property
    def clocks(self) -> range:
        """Of which clocks, from 1, there are values."""
        looked_at = self.snapshot.looked_at
        return range(looked_at.first + 1, looked_at.last + 1)

    @property
    def partial(self) -> bool:
        """Whether these are not all clocks of the sequence."""
        return self.values is not None and len(self.clocks) < self.axis.steps

    def shows(self) -> frozenset[str]:
        return frozenset({"position", "curves"})

    def show_scene(self, scene: Scene, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        # What belongs to another sequence would stand at the wrong clocks.
        fits = snapshot is not None and scene.known == scene.steps == len(snapshot.norms.get("h", ()))
        super().show_scene(scene, state, snapshot if fits else None, changed)

    def take(self, changed: frozenset[str]) -> None:
        if changed and changed <= PLAYHEAD and self.quantity != "memory":
            self.setAccessibleDescription(self.summary())
            return
        snapshot = self.snapshot
        if snapshot is not None and snapshot.model != self._model:
            self._model, self._scales = snapshot.model, {}
        if self.quantity == "sources":
            scale = self._sources_scale()
        else:
            scale = self._scales.get(self.quantity, Decades())
            for name, curve, _ in self.curves():
                beside = self.quantity == "singular" and name != "1"  # may be as good as 0, and is not what matters
                scale = scale.grown(curve[curve > LEAST_BESIDE] if beside else curve)
        self.decades = scale
        if self.quantity == "gates" or self.values is not None:
            self._scales[self.quantity] = scale
        self._image = self._picture()
        self.setAccessibleDescription(self.summary())

    def _sources_scale(self) -> Decades:
        """Of the heat map: from what is there, so that all colours are used."""
        if self.values is None:
            return Decades()
        known = self._scales.get("sources")
        positive = self.values[np.isfinite(self.values) & (self.values > 0)]
        if known is None and positive.size:
            high = int(np.ceil(np.log10(positive.max())))
            known = Decades(high - 1, high)
        return (known or Decades()).grown(positive)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._image = self._picture()

    def gate_names(self) -> list[str]:
        """The gates that the gradient is known of, in the order in which they are computed."""
        if self.snapshot is None or self.scene is None:
            return []
        return [gate.name for gate in self.scene.gates if self._norms(gate.name) is not None and gate.name != "c"]

    def _norms(self, name: str) -> NDArray[np.floating] | None:
        return self.snapshot.norms.get(self.scene.filed("h_pre" if name == "h" else name))

    def curves(self) -> list[tuple[str, NDArray[np.floating], str]]:
        """(name, values (T,), colour) of every curve, the one that matters most last."""
        values, state = self.values, self.state
        if self.quantity == "gates":
            return [(name, self._norms(name), self.scene.colour(name)) for name in self.gate_names()]
        if values is None:
            return []
        if self.quantity == "memory":
            t, clocks = state.position.t, self.clocks
            if t not in clocks:
                return []
            row = values[t - clocks.start].copy()
            read = np.arange(clocks.start, clocks.stop) >= t if self.scene.reverse else np.array(clocks) <= t
            row[~read] = np.nan
            return [("memory", self._placed(row), self.theme.role("M"))]
        if self.quantity == "singular":
            some = range(min(values.shape[1] - 1, MOST_VALUES), 0, -1)
            return [
                *((f"{k + 1}", self._placed(values[:, k]), self.theme.muted) for k in some),
                ("1", self._placed(values[:, 0]), self.theme.accent),
            ]
        return []

    def _placed(self, values: NDArray[np.floating]) -> NDArray[np.floating]:
        """Values of some clocks as a curve (T,) with nothing at the others."""
        if not self.partial:
            return values
        whole = np.full(self.axis.steps, np.nan)
        whole[self.clocks.start - 1 : self.clocks.stop - 1] = values
        return whole

    def shared(self) -> str:
        if self.quantity == "sources":
            return self.tr("{clocks} clocks share this pixel; it shows one of them")
        return super().shared()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self.theme.stage))
            self.paint_frame(painter)
            self.paint_note(painter, self._notes())
            sentence = self._nothing()
            if sentence:
                painter.setFont(font(12))
                painter.setPen(QColor(self.theme.muted))
                middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(self.area.adjusted(12, 0, -12, 0), middle, sentence)
            elif self.quantity == "sources":
                self._paint_sources(painter)
            else:
                self.paint_decades(painter)
                self._paint_curves(painter)
            self._paint_legend(painter)
            self.paint_clocks(painter)

    def _nothing(self) -> str:
        """Why there is nothing to see; empty when there is."""
        if self.snapshot is None:
            return self.tr("no gradient yet")
        if self.snapshot.extra_problem is not None and self.quantity != "gates":
            return str(self.snapshot.extra_problem)
        if self.quantity != "gates" and self.values is None:
            return self.tr("computing …")
        return ""

    def _paint_grid(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self.theme.border), 1))
        for decade in self.decades.ticks(self.area.height()):
            y = self.height_of(decade)
            painter.drawLine(QPointF(self.area.left(), y), QPointF(self.area.right(), y))
        if self.quantity in ("memory", "singular") and self.decades.low <= 0 <= self.decades.high:
            painter.setPen(QPen(QColor(self.theme.muted), 1, Qt.PenStyle.DashLine))
            y = self.height_of(0)
            painter.drawLine(QPointF(self.area.left(), y), QPointF(self.area.right(), y))

    def _paint_curves(self, painter: QPainter) -> None:
        painter.save()
        painter.setClipRect(self.area)
        self._paint_grid(painter)
        visible = self.axis.visible
        part = slice(max(0, visible.start - 2), visible.stop)
        clocks = np.arange(part.start + 1.0, min(part.stop, self.axis.steps) + 1)
        few = len(clocks) <= WIDE_UP_TO
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, few)
        for name, values, colour in self.curves():
            t, heights, floored = envelope(clocks, *self.decades.heights(values[part]), int(self.area.width()))
            x = [self.axis.x(clock) for clock in t]
            y = [self.height_of(h) for h in heights]
            main = self.quantity != "singular" or name == "1"
            painter.setPen(QPen(QColor(colour), 2 if few and main else 1))
            for piece in runs(np.isfinite(heights)):
                painter.drawPolyline(QPolygonF([QPointF(x[k], y[k]) for k in piece]))
            if main and self.axis.column >= ROOM_FOR_DOTS:
                painter.setPen(QPen(QColor(colour), 1.6))
                painter.setBrush(QColor(self.theme.field))
                for k in np.flatnonzero(np.isfinite(heights)):
                    if floored[k]:  # it lies below, at no height that could be drawn
                        painter.drawPolygon(triangle(x[k], y[k]))
                    else:
                        painter.drawEllipse(QPointF(x[k], y[k]), 3.5, 3.5)
        self._paint_playhead(painter)
        painter.restore()

    def _paint_playhead(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        x = playhead_x(self.axis, self.state.position, self.reduced_motion, self.state.part[1])
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        painter.drawLine(QPointF(x, self.area.top()), QPointF(x, self.area.bottom()))

    def _picture(self) -> QImage | None:
        """The heat map, a pixel for each pair of clocks; what comes to nothing is empty."""
        values = self.values
        if self.quantity != "sources" or values is None or not len(values):
            return None
        low, high = self.decades.low, self.decades.high
        with np.errstate(divide="ignore", invalid="ignore"):
            share = (np.log10(values.T) - low) / (high - low)
        known = np.isfinite(values.T) & (values.T > 0)
        rgba = filling(np.where(known, 0.08 + 0.92 * np.clip(share, 0, 1), 0), self.theme.role("H"), self.theme.field)
        rgba[~known] = 0
        rgba = np.ascontiguousarray(rgba)
        steps = len(rgba)
        return QImage(rgba.data, steps, steps, 4 * steps, QImage.Format.Format_RGBA8888).copy()

    def _paint_sources(self, painter: QPainter) -> None:
        area, axis, clocks, now = self.area, self.axis, self.clocks, self.state.position.t
        painter.save()
        painter.setClipRect(area)
        opened = (*axis.opened, axis.opened.stop) if axis.opened else ()
        for first, last in pairwise((1, *opened, axis.steps + 1)):
            first, last = max(first, clocks.start), min(last, clocks.stop)
            if first < last:  # within each the columns have one width
                left, right = axis.x(first - 0.5), axis.x(last - 0.5)
                part = QRectF(first - clocks.start, 0, last - first, len(clocks))
                painter.drawImage(QRectF(left, area.top(), right - left, area.height()), self._image, part)
        if self.partial:
            painter.setPen(QPen(QColor(self.theme.muted), 1, Qt.PenStyle.DotLine))
            for edge in (clocks.start - 0.5, clocks.stop - 0.5):
                painter.drawLine(QPointF(axis.x(edge), area.top()), QPointF(axis.x(edge), area.bottom()))
        self._paint_playhead(painter)
        if now in clocks:
            each = area.height() / len(clocks)
            top = area.top() + (now - clocks.start) * each
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ends = (now - 0.5, clocks.stop - 0.5) if self.scene.reverse else (clocks.start - 0.5, now + 0.5)
            left, right = axis.x(ends[0]), axis.x(ends[1])
            painter.drawRect(QRectF(left, top, right - left, max(each, 3.0)))
        painter.restore()
        painter.setFont(font(10))
        painter.setPen(QColor(self.theme.muted))
        for t, y in ((clocks.start, area.top() + 6), (clocks.stop - 1, area.bottom() - 6)):
            painter.drawText(QRectF(area.left() - 66, y - 8, 58, 16), RIGHT, f"k={t}")

    def _paint_legend(self, painter: QPainter) -> None:
        painter.setFont(font(11, True))
        if self.quantity == "gates":
            for row, (name, _, colour) in enumerate(self.curves()):
                x, y = MARGIN + 26 * (row % 2), HEADER + 9 + 17 * (row // 2)
                painter.setPen(QPen(QColor(colour), 2))
                painter.drawLine(QPointF(x, y + 8), QPointF(x + 9, y + 8))
                painter.setPen(QColor(self.scene.ink(name)))
                painter.drawText(QRectF(x + 12, y, 14, 16), LEFT, name)
            return
        words, role = {
            "sources": ("∂Lₖ/∂hₜ", "H"),
            "memory": ("∂hₜ/∂hₖ", "M"),
            "singular": (self.tr("largest"), "H"),
        }[self.quantity]
        painter.setFont(font(11))
        painter.setPen(QColor(self.theme.ink(role)))
        painter.drawText(QRectF(MARGIN, HEADER + 9, 62, 16), LEFT, words)
        if self.quantity == "sources" and self._image is not None:
            self._paint_scale(painter, QRectF(MARGIN, HEADER + 30, 56, 6))

    def _paint_scale(self, painter: QPainter, bar: QRectF) -> None:
        """The colours of the heat map and the decades at their ends."""
        shades = QLinearGradient(bar.topLeft(), bar.topRight())
        shades.setColorAt(0, QColor(self.theme.field))
        shades.setColorAt(1, QColor(self.theme.role("H")))
        painter.fillRect(bar, shades)
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        painter.setFont(font(9))
        painter.setPen(QColor(self.theme.muted))
        below = bar.translated(0, bar.height() + 1).adjusted(0, 0, 4, 8)
        painter.drawText(below, LEFT, decade_name(self.decades.low))
        painter.drawText(below, RIGHT, decade_name(self.decades.high))

    # Words

    def _notes(self) -> list[str]:
        """What this is, and shorter for where it has no room."""
        t = 1 if self.state is None else self.state.position.t
        if self.quantity == "gates":
            texts = [
                self.tr("with respect to each gate's sum, before its sigmoid or tanh · before clipping"),
                self.tr("before sigmoid or tanh · before clipping"),
            ]
            if self.snapshot is not None and self.snapshot.truncated is not None:
                texts.insert(0, self.tr("before sigmoid or tanh · truncated after {k2} clocks · before clipping"))
                return [text.format(k2=self.snapshot.truncated[1]) for text in texts[:1]] + [""]
        elif self.quantity == "sources":
            texts = [
                self.tr("row k: from the loss at clock k alone; framed: k = {t}, the playhead's · not truncated"),
                self.tr("row k: from the loss at clock k; framed: k = {t}"),
                self.tr("row k: loss at clock k"),
            ]
        elif self.quantity == "memory":
            texts = [
                self.tr("how much h at t = {t} still changes with each h read before it; dashed: 1, all of it"),
                self.tr("h at t = {t} by each h before it; dashed: 1"),
                self.tr("of h at t = {t}"),
            ]
        else:
            texts = [
                self.tr("above 1 (dashed) a gradient can grow at this clock, below it shrinks"),
                self.tr("above 1 (dashed) it can grow"),
            ]
        texts = [text.format(t=t) for text in texts]
        if self.quantity == "gates" or not self.partial:
            return [*texts, ""]
        some = self._some()
        return [*(f"{text} · {some[0]}" for text in texts[-2:]), *some]

    def _some(self) -> list[str]:
        """That only some clocks are computed, and what of them; and shorter."""
        clocks = {"first": self.clocks.start, "last": self.clocks.stop - 1}
        texts = [self.tr("computed: t = {first} to {last}, around the playhead"), self.tr("t = {first} to {last}")]
        if self.quantity == "sources" and self.scene.bidirectional and self.scene.top:
            texts.insert(0, self.tr("computed: t = {first} to {last}, without the ways that leave them and come back"))
        return [text.format(**clocks) for text in texts]

    def summary(self) -> str:
        """What is seen, in a sentence, for those who do not see it."""
        return self._nothing() or self._notes()[0]

    def tip(self, x: float, y: float) -> str:
        t = self.axis.clock(x)
        if t is None or y < HEADER or self._nothing():
            return ""
        if self.quantity == "sources":
            clocks = self.clocks
            if t not in clocks:
                return ""
            row = int((y - self.area.top()) * len(clocks) / self.area.height())
            k = clocks[min(max(row, 0), len(clocks) - 1)]
            value = self.values[t - clocks.start, k - clocks.start]
            return self.said(f"‖∂L{_sub(k)}/∂h{_sub(t)}‖", value) if value else ""
        now = self.state.position.t
        names = {"memory": f"‖∂h{_sub(now)}/∂h{_sub(t)}‖"}
        if self.quantity == "gates":
            names = {name: f"‖∂L/∂{name}{_sub(t)}‖" for name in self.gate_names()}
        curves = [(name, values[t - 1]) for name, values, _ in self.curves() if np.isfinite(values[t - 1])]
        if self.quantity == "singular":
            curves.reverse()
            names = {name: f"σ{_sub(int(name))}" for name, _ in curves}
        return "\n".join(self.said(names[name], value) for name, value in curves)


def triangle(x: float, y: float) -> QPolygonF:
    """A mark that points down."""
    return QPolygonF([QPointF(x - 4.5, y - 4), QPointF(x + 4.5, y - 4), QPointF(x, y + 4)])


def _sub(number: int) -> str:
    return str(number).translate(SUBSCRIPTS)


def runs(known: NDArray[np.bool_]) -> list[range]:
    """The stretches of consecutive places that are true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]]).astype(int)))
    return [range(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
