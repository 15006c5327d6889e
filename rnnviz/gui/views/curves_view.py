"""The gradient curves below the tracks: how large dL/dh_t is at every clock, now and in the recent past of learning."""

import time

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from rnnviz.engine.messages import Snapshot
from rnnviz.figure.describe import lettered
from rnnviz.figure.gutter import MARGIN
from rnnviz.figure.motion import playhead_x
from rnnviz.figure.palette import Theme
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gui.toolkit.decades_view import EARLIER, Decades, Recent
from rnnviz.gui.toolkit.fonts import font
from rnnviz.gui.toolkit.lifetime import later
from rnnviz.gui.toolkit.toggle_view import LegendToggle
from rnnviz.gui.toolkit.view import ALL
from rnnviz.gui.views.area_view import FOOTER, HEADER, LEFT, AreaView
from rnnviz.session.state import State

ROLES = {"h": "H", "c": "cell"}
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


Floats = NDArray[np.float64]


class CurvesView(AreaView):
    """||dL/dh_t|| over t on a logarithmic scale, for the LSTM also ||dL/dc_t||."""

    def __init__(self, theme: Theme, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(theme, axis, parent)
        self.recent = Recent()
        self.plot = None
        self._ghost: Snapshot | None = None
        self._wanted = False
        self._later = later(self, self._build)
        self._past: dict[str, tuple[object, ...]] = {}  # what the earlier curves in the plot were made from
        self._named = 0  # the clock whose label is bold
        self._model: int | None = None
        self.cell_box = LegendToggle("∂L/∂cₜ", self)
        self.cell_box.setAccessibleName(self.tr("Show the gradient norm of the cell state c"))
        self.cell_box.setToolTip(self.tr("Show the gradient norm of the cell state c"))
        self.cell_box.toggled.connect(self._toggled)
        self.cell_box.setVisible(False)
        self.setAccessibleName(self.tr("Gradient norms"))
        self._dress()

    @property
    def names(self) -> tuple[str, ...]:
        """The quantities whose curves are shown."""
        return ("h", "c") if self._has_cell and self.cell_box.isChecked() else ("h",)

    def _norms(self, name: str) -> NDArray[np.floating]:
        """(T,) of the layer and direction that are looked at."""
        return self.snapshot.norms[self.scene.filed(name)]

    @property
    def _has_cell(self) -> bool:
        return self.snapshot is not None and self.scene.filed("c") in self.snapshot.norms

    def show_scene(self, scene: Scene, state: State, snapshot: Snapshot | None, changed: frozenset[str] = ALL) -> None:
        # A gradient is of the whole sequence: that of another one would stand at the wrong clocks.
        fits = snapshot is not None and scene.known == scene.steps == len(snapshot.norms.get("h", ()))
        snapshot = snapshot if fits else None
        new = (
            snapshot is not self.snapshot
            or scene.part != getattr(self.scene, "part", None)
            or scene.sequence is not getattr(self.scene, "sequence", None)
        )
        self.scene, self.state, self.snapshot = scene, state, snapshot
        if new:
            self._take()
            self.refresh()
        elif "position" in changed:
            self._place_playhead()

    def set_ghost(self, state: State | None, snapshot: Snapshot | None) -> None:
        """The norms before the edit under way, to be seen as a thin dashed curve; None when it is over."""
        self._ghost = None if state is None or snapshot is None or not snapshot.norms else snapshot
        if self._ghost is None:  # with the edit comes another snapshot, which fills the plot
            self.refresh()

    def _old(self, name: str) -> NDArray[np.floating] | None:
        """(T,) before the edit under way, where it is of as many clocks."""
        if self._ghost is None or self.snapshot is None or self._ghost.network.spec != self.snapshot.network.spec:
            return None
        norms: NDArray[np.floating] = self._ghost.norms[self.scene.filed(name)]
        return norms if len(norms) == self.scene.steps else None

    def _take(self) -> None:
        if self.snapshot is None:
            self.recent.clear()
        else:
            snapshot = self.snapshot
            filed = {name: self.scene.filed(name) for name in ROLES}
            norms = {name: snapshot.norms[filed[name]] for name in ROLES if filed[name] in snapshot.norms}
            self.recent.push(
                (snapshot.model, snapshot.shown, self.scene.part), snapshot.network.updates, norms, time.monotonic()
            )
            if snapshot.model != self._model:
                self._model = snapshot.model
                self.decades = Decades()
            for name in self.names:
                self.decades = self.decades.grown(norms[name])
        self.cell_box.setVisible(self._has_cell)
        self.setAccessibleDescription(self.summary())

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        self.cell_box.set_colour(self.theme.role(ROLES["c"]))

    def _toggled(self) -> None:
        if self.snapshot is not None:
            for name in self.names:
                self.decades = self.decades.grown(self._norms(name))
        self.refresh()

    def refresh(self) -> None:
        self._lay_out()
        if self.plot is None:
            self.update()
            return
        self._fill()
        self.update(QRegion(self.rect()) - QRegion(self.plot.geometry()))

    def _lay_out(self) -> None:
        area = self.area.toRect()
        if self.plot is not None:
            self.plot.setGeometry(area)
        size = self.cell_box.sizeHint()
        self.cell_box.setGeometry(int(MARGIN), HEADER + 27, min(size.width(), area.left() - int(MARGIN)), size.height())

    def _build(self) -> None:
        """Make the plot: after the first paint, because of what importing it costs."""
        self._wanted = self.isVisible()  # the window may have been closed meanwhile, and Qt may crash on a new part
        if self.plot is None and self._wanted:
            from rnnviz.gui.toolkit.plot_view import GradientPlot

            self.plot = GradientPlot(tuple(ROLES), EARLIER, self)
            self.plot.setAccessibleName(self.accessibleName())
            self.plot.setVisible(True)
            self.cell_box.raise_()
            self.refresh()

    def _fill(self) -> None:
        axis, plot, decades = self.axis, self.plot, self.decades
        area = self.area.toRect()  # the widget's own pixels, so that a clock lies where the axis says
        start = (axis.offset + axis.spare) / axis.column + 0.5
        pad = self.pad
        plot.set_range(start, start + area.width() / axis.column, decades.low - pad, decades.high + pad)
        plot.set_paper(self.theme.field)
        plot.set_grid([float(d) for d in decades.ticks(self.area.height())], self.theme.border)
        visible = axis.visible
        # A clock beyond each edge lets the curve leave the plot.
        part = slice(max(0, visible.start - 2), visible.stop)
        for name, role in ROLES.items():
            shown = name in self.names and name in self.recent.newest
            colour = self.theme.role(role)
            if shown:
                norms = self.recent.newest[name][part]
                t = axis.places(np.arange(part.start + 1, part.start + 1 + len(norms), dtype=float))
                heights, floored = decades.heights(norms)
                plot.set_newest(name, *envelope(t, heights, floored, area.width()), colour, self.theme.field)
                self._fill_past(name, t, part, colour)
            else:
                self._past.pop(name, None)
            plot.set_shown(name, shown)
            old = self._old(name) if shown else None
            if old is not None:
                t = axis.places(np.arange(part.start + 1, part.start + 1 + len(old[part]), dtype=float))
                heights, floored = decades.heights(old[part])
                plot.set_old(name, *envelope(t, heights, floored, area.width())[:2], colour)
            else:
                plot.set_old(name, None, None, colour)
        self._place_playhead()

    def _fill_past(self, name: str, t: NDArray[np.float64], part: slice, colour: str) -> None:
        axis = self.axis
        wanted = (
            self.recent.changes,
            self.decades,
            part.start,
            part.stop,
            colour,
            axis.wide,
            axis.extra / axis.column,
        )
        if self._past.get(name) != wanted:
            self._past[name] = wanted
            past = [self.decades.heights(one[name][part])[0] for one in self.recent.earlier if name in one]
            none, pixels = np.zeros(len(t), bool), self.area.toRect().width()
            self.plot.set_earlier(name, [envelope(t, y, none, pixels)[:2] for y in past], colour)

    def _place_playhead(self) -> None:
        if self.plot is not None and self.state is not None:
            axis = self.axis
            x = playhead_x(axis, self.state.position, self.reduced_motion, self.state.part[1])
            self.plot.set_playhead((x - axis.left + axis.offset) / axis.column + 0.5, self.theme.accent)
            if self.state.position.t != self._named:
                self._named = self.state.position.t
                self.update(0, self.height() - FOOTER, self.width(), FOOTER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self.theme.stage))
            self.paint_frame(painter)
            self._paint_words(painter)
            self.paint_clocks(painter)
        if not self._wanted:
            self._wanted = True
            self._later.start()

    def _paint_words(self, painter: QPainter) -> None:
        self.paint_note(painter, self._notes())
        self.paint_decades(painter)
        painter.setFont(font(11))
        colour = QColor(self.theme.role("H"))
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(MARGIN, HEADER + 17), QPointF(MARGIN + 14, HEADER + 17))
        painter.setPen(colour)
        painter.drawText(QRectF(MARGIN + 19, HEADER + 9, 66, 16), LEFT, "∂L/∂hₜ")

    def note(self) -> str:
        """Which loss this is the gradient of, and what was done to it."""
        return self._notes()[0]

    def _notes(self) -> list[str]:
        """The note, and shorter ones for where it has no room."""
        snapshot = self.snapshot
        if snapshot is None:
            return [self.tr("no gradient yet")]
        updates = f"{snapshot.network.updates:,}".replace(",", " ")
        if not np.isfinite(snapshot.loss):
            if np.isnan(snapshot.loss) and not any(alarm.kind == "nan" for alarm in snapshot.alarms):
                return [self.tr("no loss: the right answers to this sequence are not known"), self.tr("no loss")]
            text = self.tr("after {updates} updates the loss of this sequence is not a number")
            return [text.format(updates=updates), self.tr("loss: not a number")]
        if snapshot.truncated is not None:
            texts = (
                self.tr("L = {loss} of the sequence shown · truncated: every {k1} clocks, back {k2} · before clipping"),
                self.tr("L = {loss} · truncated after {k2} clocks · before clipping"),
                self.tr("truncated after {k2} clocks"),
            )
            k1, k2 = snapshot.truncated
            return [text.format(loss=f"{snapshot.loss:.4g}", k1=k1, k2=k2) for text in texts]
        texts = (
            self.tr("L = {loss} of the sequence shown · after {updates} updates · before clipping"),
            self.tr("L = {loss} of the sequence shown · before clipping"),
            self.tr("L = {loss} of this sequence"),
            self.tr("L = {loss}"),
        )
        return [text.format(loss=f"{snapshot.loss:.4g}", updates=updates) for text in texts]

    def summary(self) -> str:
        """The curve in a sentence, for those who do not see it."""
        if self.snapshot is None:
            return self.tr("no gradient yet")
        norms = self._norms("h")
        return self.tr("From {first} at t = 1 to {last} at t = {steps}; {note}").format(
            first=f"{norms[0]:.3g}", last=f"{norms[-1]:.3g}", steps=len(norms), note=self.note()
        )

    def tip(self, x: float, y: float) -> str:
        t = self.axis.clock(x)
        if t is None or self.snapshot is None or y < HEADER:
            return ""
        return "\n".join(self._tip_line(name, t) for name in self.names)

    def _tip_line(self, name: str, t: int) -> str:
        what = lettered(self.scene, "H" if name == "h" else name, t)
        return self.said(f"‖∂L/∂{what}‖", float(self._norms(name)[t - 1]))


def envelope(t: Floats, y: Floats, marked: NDArray[np.bool_], pixels: int) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """t, y, marked (N,) for a curve with more clocks than pixels: of the clocks of each pixel the lowest and the
    highest value, so that no peak is lost, and whether one of them is marked."""
    if len(t) <= 2 * pixels:
        return t, y, marked
    starts = np.arange(pixels) * len(t) // pixels
    ends = np.stack([np.fmin.reduceat(y, starts), np.fmax.reduceat(y, starts)], axis=1).ravel()
    return np.repeat(t[starts], 2), ends, np.repeat(np.logical_or.reduceat(marked, starts), 2)
