"""The curves themselves, with pyqtgraph, which takes a quarter of a second to import: nothing imports this module
before the window has been painted once."""

from functools import lru_cache

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen
from PySide6.QtWidgets import QWidget

Floats = NDArray[np.floating]
# Antialiased pens wider than 1 px are slow in Qt's raster engine; beyond this many points a curve is 1 px wide.
WIDE_UP_TO = 500


# pyqtgraph draws a symbol anew for every pen and brush that is another object, so the same look is the same one.
@lru_cache(256)
def cosmetic(
    colour: str, width: float = 1.0, alpha: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine
) -> QPen:  # fmt: skip
    """A pen whose width is in pixels whatever the scale of the plot."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    pen = QPen(made, width, style)
    pen.setCosmetic(True)
    return pen


@lru_cache(64)
def filled(colour: str) -> QBrush:
    return QBrush(QColor(colour))


class BarePlot(pg.PlotWidget):
    """A plot that fills its widget to the last pixel: no axes, no margins, no mouse, so that its x can be the
    timeline's exactly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        item = self.getPlotItem()
        for name in ("left", "bottom", "top", "right"):
            item.hideAxis(name)
        item.hideButtons()
        item.setMenuEnabled(False)
        item.layout.setContentsMargins(0, 0, 0, 0)
        item.layout.setSpacing(0)
        item.setContentsMargins(0, 0, 0, 0)
        self.box = item.getViewBox()
        self.box.setDefaultPadding(0)
        self.box.setMouseEnabled(False, False)
        self.box.disableAutoRange()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._grid: list[pg.InfiniteLine] = []
        self._paper = ""

    def set_paper(self, colour: str) -> None:
        """What is behind the curves; opaque, so that the widget below is not painted as well."""
        if colour != self._paper:
            self._paper = colour
            self.setBackground(colour)

    def set_range(self, x0: float, x1: float, y0: float, y1: float) -> None:
        self.box.setRange(xRange=(x0, x1), yRange=(y0, y1), padding=0, disableAutoRange=True)
        self.box.updateMatrix()  # left alone it happens while painting, which asks for one more paint

    def set_grid(self, places: list[float], colour: str) -> None:
        """Horizontal lines at these heights."""
        while len(self._grid) < len(places):
            line = pg.InfiniteLine(angle=0, movable=False)
            line.setZValue(-10)
            self.addItem(line, ignoreBounds=True)
            self._grid.append(line)
        for index, line in enumerate(self._grid):
            line.setVisible(index < len(places))
            if index < len(places):
                line.setPos(places[index])
                line.setPen(cosmetic(colour))

    def curve(self, z: float) -> pg.PlotCurveItem:
        """One more curve, still empty; higher z is nearer to the eye."""
        item = pg.PlotCurveItem(connect="finite", antialias=False, skipFiniteCheck=False)
        item.setZValue(z)
        self.addItem(item, ignoreBounds=True)
        return item

    def dots(self, z: float, symbol: str = "o") -> pg.ScatterPlotItem:
        item = pg.ScatterPlotItem(pxMode=True, symbol=symbol, hoverable=False, antialias=True)
        item.setZValue(z)
        self.addItem(item, ignoreBounds=True)
        return item


class GradientPlot(BarePlot):
    """Per quantity the newest curve with dots, and thin earlier ones that fade; x is the clock, y is log10."""

    def __init__(self, names: tuple[str, ...], earlier: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._earlier = {name: [self.curve(-earlier + k) for k in range(earlier)] for name in names}
        self._newest = {name: self.curve(2 + k) for k, name in enumerate(names)}
        self._dots = {name: self.dots(10 + k) for k, name in enumerate(names)}
        self._floor = {name: self.dots(10 + k, "t") for k, name in enumerate(names)}
        self._old = {name: self.curve(1 + k / 10) for k, name in enumerate(names)}
        self._playhead = pg.InfiniteLine(angle=90, movable=False)
        self._playhead.setZValue(30)
        self.addItem(self._playhead, ignoreBounds=True)
        self._stands: tuple[float | None, str] | None = None

    def set_playhead(self, t: float | None, colour: str) -> None:
        """t: in clocks, also between two of them; None hides it."""
        if (t, colour) == self._stands:  # another pen, even an equal one, has the line painted again
            return
        self._stands = (t, colour)
        self._playhead.setVisible(t is not None)
        if t is not None:
            self._playhead.setPen(cosmetic(colour, 2.0))
            self._playhead.setPos(t)

    def set_newest(self, name: str, t: Floats, y: Floats, floored: NDArray[np.bool_], colour: str, paper: str) -> None:
        """t, y, floored (N,) of the visible clocks; dots are drawn where they have room, marks on the floor always."""
        curve = self._newest[name]
        few = len(t) <= WIDE_UP_TO
        curve.setData(t, y, antialias=few, connect="finite")
        curve.setPen(cosmetic(colour, 2.0 if few else 1.0))
        known = np.isfinite(y)
        roomy = len(t) > 0 and self.width() / len(t) >= 12
        shown = known & ~floored if roomy else np.zeros(len(t), bool)
        self._dots[name].setData(t[shown], y[shown], size=7, pen=cosmetic(colour, 1.6), brush=filled(paper))
        some = np.flatnonzero(floored)
        some = some[:: max(1, len(some) // 200)]
        self._floor[name].setData(t[some], y[some], size=8, pen=cosmetic(colour), brush=filled(paper))

    def set_earlier(self, name: str, curves: list[tuple[Floats, Floats]], colour: str) -> None:
        """(t, y) of earlier updates, oldest first; the older the fainter."""
        items = self._earlier[name]
        for age, item in enumerate(reversed(items)):
            item.setVisible(age < len(curves))
            if age < len(curves):
                t, y = curves[-1 - age]
                item.setData(t, y, connect="finite")
                item.setPen(cosmetic(colour, 1.0, 0.5 * (1 - age / len(items)) + 0.05))

    def set_old(self, name: str, t: Floats | None, y: Floats | None, colour: str) -> None:
        """t, y (N,) before the edit under way; None when there is none."""
        item = self._old[name]
        item.setVisible(t is not None)
        if t is not None:
            item.setData(t, y, connect="finite")
            item.setPen(cosmetic(colour, style=Qt.PenStyle.DashLine))

    def set_shown(self, name: str, shown: bool) -> None:
        """Show or hide everything of one quantity."""
        for item in (self._newest[name], self._dots[name], self._floor[name]):
            item.setVisible(shown)
        if not shown:
            for item in self._earlier[name]:
                item.setVisible(False)


class LossPlot(BarePlot):
    """Up to three curves over updates, each scaled to 0..1, with a sign at its last point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curves = [self.curve(3 - k) for k in range(3)]
        self._ends = [self.dots(13 - k) for k in range(3)]

    def set_curves(self, drawn: list[tuple[Floats, Floats, str, str]]) -> None:
        """(x, y, colour, symbol) of each: x and y (N,), NaN for a gap; symbol as pyqtgraph names it."""
        for k, (item, end) in enumerate(zip(self.curves, self._ends, strict=True)):
            item.setVisible(k < len(drawn))
            end.setVisible(k < len(drawn))
            if k < len(drawn):
                x, y, colour, symbol = drawn[k]
                few = len(x) <= WIDE_UP_TO
                item.setData(x, y, connect="finite", antialias=few)
                item.setPen(cosmetic(colour, 1.5 if few else 1.0))
                known = np.flatnonzero(np.isfinite(y))[-1:]
                end.setData(x[known], y[known], size=7, pen=None, brush=filled(colour), symbol=symbol)
