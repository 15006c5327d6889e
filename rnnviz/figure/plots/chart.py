"""The charts of an experiment's report, side by side in one drawing."""

import math

import numpy as np

from rnnviz.experiments.base import Chart, Curve, Floats, Report
from rnnviz.figure.drawing import Batch, Drawing, Lines, Texts
from rnnviz.figure.marks import even, frame_box, ink, line
from rnnviz.figure.metrics import text_width
from rnnviz.figure.palette import Theme
from rnnviz.figure.patterns.units import Frame
from rnnviz.figure.plots.plot import Axes
from rnnviz.words import translate

ROLES = ("H", "forget", "input", "M", "S", "output", "cell", "candidate")
DEEPEST = 24  # decades below the largest value; what is smaller is left out
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_DASH, _GAP = 5.0, 4.0  # pixels
_RIM = 5.0  # the width of a curve that another one covers
_LEGEND, _TOP, _BOTTOM, _LEFT = 17.0, 92.0, 58.0, 64.0


def chart_drawing(report: Report, title: str, theme: Theme, width: float, height: float) -> Drawing:
    """width and height in pixels; from 480 x 300 on everything has room."""
    one = np.ones(1)
    live: list[Batch] = [Texts((title,), 24 * one, 24 * one, ink(theme.text)[None], 17.0, "l", True)]
    each = width / len(report.charts)
    for index, chart in enumerate(report.charts):
        live += _chart(chart, theme, index * each, each, height)
    return Drawing(width, height, ink(theme.stage), (), tuple(live))


def _chart(chart: Chart, theme: Theme, left: float, width: float, height: float) -> list[Batch]:
    names = [translate("experiments", curve.name) for curve in chart.curves]
    heading = translate("experiments", chart.heading) if chart.heading else ""
    legend = max(max(text_width(name, 12.0) for name in names) + 44, text_width(heading, 11.0) + 20)
    frame = Frame(left + _LEFT, _TOP, width - _LEFT - legend - 14, height - _TOP - _BOTTOM)
    points = [_points(chart, curve) for curve in chart.curves]
    axes = Axes(frame, _range([x for x, _ in points], chart.log_x), _range([y for _, y in points], chart.log_y))
    one, text, muted = np.ones(1), ink(theme.text)[None], ink(theme.muted)[None]
    made: list[Batch] = [frame_box(frame.x, frame.y, frame.w, frame.h, ink(theme.border), 1.0)]
    made.append(Texts((translate("experiments", chart.title),), frame.x * one, 58 * one, text, 13.0, "l", True))
    for tick in _ticks(axes.y, chart.log_y, 8):
        across = float(axes.place(np.zeros(1), np.array([tick]))[1][0])
        made.append(line(frame.x, across, frame.x + frame.w, across, ink(theme.border), 1.0))
        made.append(Texts((_name(tick, chart.log_y),), (frame.x - 8) * one, across * one, muted, 11.0, "r"))
    for tick in _ticks(axes.x, chart.log_x, 7):
        down = float(axes.place(np.array([tick]), np.zeros(1))[0][0])
        made.append(line(down, frame.y + frame.h, down, frame.y + frame.h + 4, ink(theme.muted), 1.0))
        made.append(Texts((_name(tick, chart.log_x),), down * one, (frame.y + frame.h + 15) * one, muted, 11.0))
    below = frame.y + frame.h + 38
    middle = frame.x + frame.w / 2
    made.append(Texts((translate("experiments", chart.x_name),), middle * one, below * one, text, 12.0))
    if chart.y_name != chart.title:  # the quantity stands above its axis, where words need not be turned
        made.append(Texts((translate("experiments", chart.y_name),), frame.x * one, 77 * one, muted, 11.0, "l"))
    start, row = frame.x + frame.w + 12, frame.y + 8
    if heading:
        made.append(Texts((heading,), start * one, row * one, muted, 11.0, "l"))
        row += _LEGEND
    used = -1
    for index, (curve, name, (x, y)) in enumerate(zip(chart.curves, names, points, strict=True)):
        used += _solid(curve)
        role = ROLES[used % len(ROLES)]
        shown, word = (theme.muted,) * 2 if curve.style == "theory" else (theme.role(role), theme.ink(role))
        later = [p for other, p in zip(chart.curves[index + 1 :], points[index + 1 :], strict=True) if _solid(other)]
        made += _curve(axes, curve, x, y, shown, any(_covered(axes, (x, y), other) for other in later))
        if not name:
            continue
        dash = (4.0, 3.0) if curve.style in ("theory", "beside") else ()
        made.append(Lines(start * one, row * one, (start + 18) * one, row * one, even(shown, 1), 2 * one, dash))
        made.append(Texts((name,), (start + 24) * one, row * one, ink(word)[None], 12.0, "l"))
        row += _LEGEND
    return made


def _solid(curve: Curve) -> bool:
    return curve.style in ("line", "points")


def _curve(axes: Axes, curve: Curve, x: Floats, y: Floats, colour: str, covered: bool) -> list[Batch]:
    """covered: a rim of it is to be seen beside the curve that lies on it."""
    if _solid(curve):
        return axes.curve(x, y, colour, _RIM if covered else 2.0, curve.style == "points")
    return [_dashes(*axes.place(x, y), colour)]


def _covered(axes: Axes, points: tuple[Floats, Floats], later: tuple[Floats, Floats]) -> bool:
    """Whether the later curve hides most of these points."""
    (x, y), (px, py) = axes.place(*points), axes.place(*later)
    return len(px) > 0 and bool(np.mean(np.abs(np.interp(x, px, py) - y) < 1.5) > 0.8)


def _dashes(x: Floats, y: Floats, colour: str) -> Lines:
    """Dashes along the whole way through these points, however close together they lie."""
    along = np.concatenate([np.zeros(1), np.cumsum(np.hypot(np.diff(x), np.diff(y)))])[: len(x)]
    starts = np.arange(0.0, along[-1] if len(along) else 0.0, _DASH + _GAP)
    ends = starts + _DASH
    x1, y1, x2, y2 = (np.interp(at, along, values) for at in (starts, ends) for values in (x, y))
    return Lines(x1, y1, x2, y2, even(colour, len(starts)), np.full(len(starts), 1.6))


def _points(chart: Chart, curve: Curve) -> tuple[Floats, Floats]:
    """Where they lie on the axes' own scales; without those that have no place there."""
    x, y = np.asarray(curve.x, dtype=float), np.asarray(curve.y, dtype=float)
    top = max(float(np.max(c.y[np.isfinite(c.y)], initial=0.0)) for c in chart.curves)
    kept = np.isfinite(x) & np.isfinite(y)
    if chart.log_x:
        kept &= x > 0
    if chart.log_y:
        kept &= y > top * 10.0**-DEEPEST
    x, y = x[kept], y[kept]
    return (np.log10(x) if chart.log_x else x), (np.log10(y) if chart.log_y else y)


def _range(values: list[Floats], log: bool) -> tuple[float, float]:
    known = np.concatenate(values)
    if not known.size:
        return 0.0, 1.0
    low, high = float(known.min()), float(known.max())
    if log:
        low, high = float(math.floor(low + 1e-9)), float(math.ceil(high - 1e-9))
    return (low, high) if high > low else (low - 1, high + 1)


def _ticks(ends: tuple[float, float], log: bool, most: int) -> list[float]:
    low, high = ends
    if log:
        step = next(s for s in (1, 2, 3, 4, 5, 10, 20, 50, 100) if (high - low) / s <= most)
        return [float(d) for d in range(math.ceil(low), math.floor(high) + 1) if (d - math.floor(high)) % step == 0]
    raw = (high - low) / most
    base = 10.0 ** math.floor(math.log10(raw))
    width = next(m * base for m in (1, 2, 5, 10) if m * base >= raw - 1e-12)
    return [k * width for k in range(math.ceil(low / width - 1e-9), math.floor(high / width + 1e-9) + 1)]


def _name(value: float, log: bool) -> str:
    if not log:
        return f"{value:.10g}".replace("-", "−")
    decade = round(value)
    return {0: "1", 1: "10", 2: "100"}.get(decade, "10" + str(decade).translate(_SUPERSCRIPTS))
