"""How often each unit of each gate stands where its function is flat, low or high.

Karpathy, A., Johnson, J. and Fei-Fei, L. (2015). Visualizing and understanding recurrent networks. arXiv:1506.02078:
a point a unit, at the right the more often it is low (left-saturated), and up the more often it is high.
"""

import numpy as np

from rnnviz.figure.drawing import Batch, Circles, Drawing, Lines
from rnnviz.figure.gutter import MARGIN
from rnnviz.figure.marks import box, even, frame_box, ink, line
from rnnviz.figure.metrics import fitted
from rnnviz.figure.patterns.units import Frame
from rnnviz.figure.plots.plot import Axes
from rnnviz.figure.scene import Scene
from rnnviz.figure.states.room import Anchor, Room, word
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gradients.saturation import SIGMOID, TANH, Saturation, saturation_of
from rnnviz.session.playback import Position
from rnnviz.words import QT_TRANSLATE_NOOP, translate

TOP, BOTTOM, LEFT = 46.0, 24.0, 26.0
_AROUND: tuple[tuple[float, float, Anchor], ...] = (
    (7, -8, "l"), (-7, -8, "r"), (7, 8, "l"), (-7, 8, "r"), (9, 0, "l"), (-9, 0, "r"), (0, -13, "c"), (0, 13, "c"),
)  # fmt: skip


def unit_shares(scene: Scene) -> dict[str, Saturation]:
    """By gate: the shares of the known clocks at which each unit (H,) is low and high."""

    def make() -> dict[str, Saturation]:
        arrays = {gate.name: scene.array(gate.name) for gate in scene.gates}
        values = {name: array[: scene.known] for name, array in arrays.items() if array is not None}
        return saturation_of(values, scene.gates, "clocks") if scene.known else {}

    return scene.remember("saturation", make)


def panels(axis: TimeAxis, height: float, count: int) -> list[Frame]:
    """A square for each gate."""
    each = axis.room / max(1, count)
    side = max(10.0, min(height - TOP - BOTTOM, each - LEFT - 12.0))
    return [Frame(axis.left + index * each + LEFT, TOP, side, side) for index in range(count)]


def saturation(scene: Scene, axis: TimeAxis, height: float, position: Position) -> Drawing:
    """A panel for each gate that can saturate; the key of a point is its unit at the playhead's clock. Units that share
    a point are counted: the larger it is, the more they are."""
    found, theme = unit_shares(scene), scene.theme
    live: list[Batch] = []
    if not found:
        words = QT_TRANSLATE_NOOP("figure", "nothing is known of this sequence yet")
        if scene.known:
            words = QT_TRANSLATE_NOOP("figure", "no unit of this network can saturate")
        live.append(word(translate("figure", words), axis.left + axis.room / 2, height / 2, theme.muted, 12.0))
    else:
        live += _legend(scene, axis, height, found)
    for (name, shares), frame in zip(found.items(), panels(axis, height, len(found)), strict=True):
        live += _panel(scene, frame, name, shares, position.t, axis.room / len(found))
    return Drawing(axis.width, height, ink(theme.stage), (), tuple(live))


def _legend(scene: Scene, axis: TimeAxis, height: float, found: dict[str, Saturation]) -> list[Batch]:
    """In the gutter: what low and high are, and where they stand."""
    theme = scene.theme
    made: list[Batch] = []
    sigmoid = any(scene.gate(name).kind == "sigmoid" for name in found)
    tanh = any(scene.gate(name).kind == "tanh" for name in found)
    low = [f"< {SIGMOID[0]}"] * sigmoid + [f"< −{TANH} (tanh)"] * tanh
    rows = (
        (translate("figure", QT_TRANSLATE_NOOP("figure", "↑ high")), theme.text, 11.0),
        (f"> {SIGMOID[1]}", theme.muted, 10.0),
        (translate("figure", QT_TRANSLATE_NOOP("figure", "→ low")), theme.text, 11.0),
        *((string, theme.muted, 10.0) for string in low),
        (translate("figure", QT_TRANSLATE_NOOP("figure", "share of clocks")), theme.muted, 10.0),
    )
    y = TOP + 6.0
    for string, colour, size in rows:
        if y + 8 < height:
            made.append(word(fitted(string, axis.left - MARGIN - 4.0, size), MARGIN, y, colour, size, "l"))
        y += 15.0
    return made


def _panel(scene: Scene, frame: Frame, name: str, shares: Saturation, t: int, width: float) -> list[Batch]:
    theme, axes = scene.theme, Axes(frame, (0.0, 1.0), (0.0, 1.0))
    colour, gate = ink(scene.colour(name)), scene.gate(name)
    right, bottom = frame.x + frame.w, frame.y + frame.h
    title = fitted(f"{translate('cells', gate.title)} {name}", width - 8.0, 12.0, True) or name
    made: list[Batch] = [word(title, frame.x, frame.y - 11.0, scene.ink(name), 12.0, "l", True)]
    one = np.ones(1)
    half = even(theme.muted, 1, 0.6)
    made.append(box(frame.x, frame.y, frame.w, frame.h, ink(theme.field)))
    made.append(frame_box(frame.x, frame.y, frame.w, frame.h, ink(theme.border), 1.0))
    made.append(Lines(frame.x * one, frame.y * one, right * one, bottom * one, half, one, (4.0, 4.0)))
    for tick in (0.0, 0.5, 1.0):
        across, down = frame.x + tick * frame.w, bottom - tick * frame.h
        if tick == 0.5:
            made.append(line(frame.x, down, right, down, ink(theme.border), 1.0))
            made.append(line(across, frame.y, across, bottom, ink(theme.border), 1.0))
        if tick != 0.5 or frame.w >= 90:
            made.append(word(f"{tick:g}", across, bottom + 15.0, theme.muted, 10.0))
            if tick:
                made.append(word(f"{tick:g}", frame.x - 11.0, down, theme.muted, 10.0, "r"))
    points: dict[tuple[float, float], list[int]] = {}
    for unit, point in enumerate(zip(shares.low.tolist(), shares.high.tolist(), strict=True)):
        points.setdefault(point, []).append(unit)
    x, y = axes.place(*(np.array(column) for column in zip(*points, strict=True)))
    counts = np.array([len(units) for units in points.values()])
    r = np.minimum(3.5 * np.sqrt(counts), 9.0)
    fill = np.broadcast_to(colour, (len(x), 4)).copy()
    fill[:, 3] = 190
    keys = tuple(scene.key("H" if name == "h" else name, t, units[0]) for units in points.values())
    made.append(Circles(x, y, r, fill, np.broadcast_to(ink(theme.field), (len(x), 4)), np.ones(len(x)), keys))
    return made + scene.remember(
        ("numbers", name, frame), lambda: _numbers(scene, frame, x, y, r, list(points.values()))
    )


def _numbers(
    scene: Scene, frame: Frame, x: np.ndarray, y: np.ndarray, r: np.ndarray, units: list[list[int]]
) -> list[Batch]:
    """The number of the unit beside its point, of several “×4”; where there is room."""
    made: list[Batch] = []
    room = Room(frame.x, frame.y, frame.x + frame.w, frame.y + frame.h)
    room.block(x, y, 3.0)
    for px, py, radius, some in zip(x.tolist(), y.tolist(), r.tolist(), units, strict=True):
        string = str(some[0] + 1) if len(some) == 1 else f"×{len(some)}"
        for dx, dy, anchor in _AROUND:
            away = 1 + (radius - 3.5) / 9
            if room.take(string, px + away * dx, py + away * dy, 10.0, anchor):
                made.append(word(string, px + away * dx, py + away * dy, scene.theme.text, 10.0, anchor))
                break
    return made


def units_at(scene: Scene, name: str, unit: int) -> list[int]:
    """The units of a gate that share a point with this one, from 0."""
    shares = unit_shares(scene)[name]
    same = (shares.low == shares.low[unit]) & (shares.high == shares.high[unit])
    some: list[int] = np.flatnonzero(same).tolist()
    return some
