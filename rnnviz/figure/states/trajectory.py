"""The way of h through its space, clock by clock: in the plane of two principal components, or of the units themselves.

Two units: how h would move from anywhere with the input of the playhead's clock, as arrows. One unit: h_t over h_(t-1),
and the curve on which every h_t with that input lies (a return map).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from rnnviz.figure.describe import indexed
from rnnviz.figure.drawing import Batch, Circles, Colours, Drawing, Floats, Lines, Texts
from rnnviz.figure.gutter import MARGIN
from rnnviz.figure.marks import box, clock_keys, even, frame_box, ink, line
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.motion import Moment
from rnnviz.figure.palette import ordered
from rnnviz.figure.patterns.units import Frame
from rnnviz.figure.plots.plot import Axes, ticks
from rnnviz.figure.scene import Scene
from rnnviz.figure.states.field import after, has_field
from rnnviz.figure.states.order import legend, parts
from rnnviz.figure.states.plane import plane
from rnnviz.figure.states.room import Anchor, Room, word
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.playback import Position
from rnnviz.session.state import Seen
from rnnviz.words import QT_TRANSLATE_NOOP, translate

TOP, BOTTOM = 28.0, 36.0  # pixels of the title above the frame; of numbers and names below it
DOT, NOW = 3.5, 6.0
_MOST_LABELS = 160  # clocks that a label is sought for
_GRID = 44.0  # pixels between two arrows, at least
_MOST_ARROWS = 120
_AROUND: tuple[tuple[float, float, Anchor], ...] = (
    (8, -9, "l"), (-8, -9, "r"), (8, 9, "l"), (-8, 9, "r"), (10, 0, "l"), (-10, 0, "r"), (0, -14, "c"), (0, 14, "c"),
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Path:
    """points (known, 2): where each clock's h lies, and starts (known, 2) the h that it was made from. low, high (2,):
    the ends of the axes. names: of both axes."""

    points: Floats
    starts: Floats
    low: Floats
    high: Floats
    names: tuple[str, str]


def path(scene: Scene) -> Path | None:
    """None while nothing is known, and where a state is not a finite number."""
    return scene.remember("path", lambda: _path(scene))


def _path(scene: Scene) -> Path | None:
    h = scene.values("H", range(1, scene.known + 1))
    if not len(h) or not np.isfinite(h).all():
        return None
    zero = np.zeros((1, h.shape[1]))
    before = np.concatenate([h[1:], zero] if scene.reverse else [zero, h[:-1]])
    names = ("h 1", "h 2")
    if h.shape[1] == 1:
        points = np.concatenate([before, h], axis=1)
        edge = points[-1:] if scene.reverse else points[:1]  # a return map has no point before the first one
        starts = np.concatenate([points[1:], edge] if scene.reverse else [edge, points[:-1]])
        names = ("hₜ₊₁", "hₜ") if scene.reverse else ("hₜ₋₁", "hₜ")
    else:
        flat = plane(h)
        points, starts = flat.points(h), flat.points(before)
        if flat.shares is not None:
            names = (_share(flat.shares[0]), f"PC 2 · {percent(flat.shares[1])}")
    both = np.concatenate([points, starts])
    if h.shape[1] <= 2:  # fixed ends: saturation is to be seen
        limit = max(1.0, float(np.abs(both).max()))
        low, high = np.full(2, -limit), np.full(2, limit)
    else:
        low, high = both.min(axis=0), both.max(axis=0)
        wide = np.maximum(high - low, 1e-3)
        middle = (low + high) / 2
        low, high = middle - wide / 2, middle + wide / 2
    air = 0.07 * (high - low)
    return Path(points, starts, low - air, high + air, names)


def clocks_at(drawing: Drawing, x: float, y: float) -> list[int]:
    """The clocks whose dots lie there, in order: a state that comes back lies where it was."""
    return [
        key.t
        for batch in drawing.live
        if isinstance(batch, Circles) and batch.keys
        for k in np.flatnonzero((batch.x - x) ** 2 + (batch.y - y) ** 2 <= batch.r**2).tolist()
        if (key := batch.keys[k]) is not None
    ]


def percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _share(share: float) -> str:
    words = translate("figure", QT_TRANSLATE_NOOP("figure", "PC 1 · {share} of the variance"))
    return words.format(share=percent(share))


def axes_of(scene: Scene, axis: TimeAxis, height: float) -> Axes | None:
    """Where states lie in the drawing; None without a path."""
    found = path(scene)
    if found is None:
        return None
    frame = Frame(axis.left, TOP, axis.room, max(10.0, height - TOP - BOTTOM))
    return Axes(frame, (found.low[0], found.high[0]), (found.low[1], found.high[1]))


def trajectory(scene: Scene, seen: Seen, axis: TimeAxis, height: float, position: Position) -> Drawing:
    """As wide as the axis. Clocks after the playhead are pale. A dot's key is H at its clock, all units."""
    axes, found = axes_of(scene, axis, height), path(scene)
    theme = scene.theme
    paper = ink(theme.stage)
    if axes is None or found is None:
        return Drawing(axis.width, height, paper, (), (_nothing(scene, axis, height),))
    frame = axes.frame
    room = Room(2.0, TOP, axis.width - 2.0, height)
    live: list[Batch] = [
        box(frame.x, frame.y, frame.w, frame.h, ink(theme.field)),
        frame_box(frame.x, frame.y, frame.w, frame.h, ink(theme.border), 1.0),
    ]
    moment = Moment.of(scene, position)
    t = min(position.t, scene.known)
    flow: list[Batch] = []
    words: tuple[str, ...] = ()
    if position.t <= scene.known and has_field(scene, t):
        flow, words = scene.remember(("flow", t, axis, height), lambda: _flow(scene, axes, t))
    live += _scales(scene, axes, found, room, words)
    live += flow
    live += legend(scene, seen.colour, axis.left, height, room)
    fill = ordered(parts(scene, seen.colour)[: scene.known], theme)
    shown = np.where(np.arange(1, scene.known + 1) <= position.t, 1.0, 0.28)
    x, y = axes.place(found.points[:, 0], found.points[:, 1])
    from_x, from_y = axes.place(found.starts[:, 0], found.starts[:, 1])
    width, none = np.full(scene.known, 1.5), even("#000000", scene.known, 0.0)
    live.append(Lines(from_x, from_y, x, y, _faded(fill, 0.75 * shown), width))
    if scene.units("H") > 1:  # 0, the state before the first clock
        first = -1 if scene.reverse else 0
        live.append(_circle(from_x[first], from_y[first], DOT, theme.field, theme.muted, 1.2))
    keys = clock_keys("H", range(1, scene.known + 1), scene.part)
    live.append(Circles(x, y, np.full(scene.known, DOT), _faded(fill, shown), none, np.zeros(scene.known), keys))
    part = moment.part("h") if t == position.t else 1.0
    now_x, now_y = (start[t - 1] + part * (end[t - 1] - start[t - 1]) for start, end in ((from_x, x), (from_y, y)))
    live.append(_circle(now_x, now_y, NOW, theme.accent, theme.field, 2.0))
    live += scene.remember(("labels", t, axis, height), lambda: _labels(scene, frame, x, y, t))
    return Drawing(axis.width, height, paper, (), tuple(live))


def _nothing(scene: Scene, axis: TimeAxis, height: float) -> Texts:
    words = QT_TRANSLATE_NOOP("figure", "nothing is known of this sequence yet")
    if scene.known:
        words = QT_TRANSLATE_NOOP("figure", "h is not a finite number")
    return word(translate("figure", words), axis.left + axis.room / 2, height / 2, scene.theme.muted, 12.0)


def _faded(fill: Colours, alpha: Floats) -> Colours:
    """The colours (N, 4), as translucent as alpha (N,) says."""
    made = fill.copy()
    made[:, 3] = np.rint(255 * alpha)
    return made


def _circle(x: float, y: float, r: float, fill: str, edge: str, width: float) -> Circles:
    one = np.ones(1)
    return Circles(x * one, y * one, r * one, ink(fill)[None], ink(edge)[None], width * one)


def _scales(scene: Scene, axes: Axes, found: Path, room: Room, words: tuple[str, ...]) -> list[Batch]:
    """Numbers and names along both axes, and at the left of the lowest line the first of the words that have room."""
    frame, theme = axes.frame, scene.theme
    made: list[Batch] = []

    def place(string: str, x: float, y: float, colour: str, size: float, anchor: Anchor) -> None:
        if string and room.take(string, x, y, size, anchor):
            made.append(word(string, x, y, colour, size, anchor))

    right, bottom = frame.x + frame.w, frame.y + frame.h
    place(found.names[1], MARGIN, frame.y + 7.0, theme.text, 11.0, "l")
    place(found.names[0], right, bottom + 26.0, theme.text, 11.0, "r")
    free = frame.w - text_width(found.names[0], 11.0) - 16.0
    said = next((string for string in words if text_width(string, 11.0) <= free), "")
    place(said, frame.x, bottom + 26.0, theme.muted, 11.0, "l")
    for tick in ticks(float(found.low[1]), float(found.high[1]), 4 if frame.h > 90 else 2):
        y = float(axes.place(np.zeros(1), np.array([tick]))[1][0])
        made.append(line(frame.x, y, right, y, ink(theme.border), 1.0))
        place(_number(tick), frame.x - 8.0, y, theme.muted, 10.0, "r")
    for tick in ticks(float(found.low[0]), float(found.high[0]), 6):
        x = float(axes.place(np.array([tick]), np.zeros(1))[0][0])
        made.append(line(x, frame.y, x, bottom, ink(theme.border), 1.0))
        place(_number(tick), x, bottom + 10.0, theme.muted, 10.0, "c")
    return made


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def _flow(scene: Scene, axes: Axes, t: int) -> tuple[list[Batch], tuple[str, ...]]:
    """The field of clock t, and what it is of, in more and in fewer words."""
    letter, colour = indexed("h", t), ink(scene.theme.muted, 0.65)
    fixed, c = ("", ""), indexed("c", t + 1 if scene.reverse else t - 1)
    if "c" in scene.cell.states:
        words = translate("figure", QT_TRANSLATE_NOOP("figure", "; {c} fixed at its true value"))
        fixed = words.format(c=c), translate("figure", QT_TRANSLATE_NOOP("figure", "; {c} fixed")).format(c=c)
    if scene.units("H") == 1:
        h = np.linspace(*axes.x, 61)
        there = after(scene, t, h[:, None])[:, 0]
        same: Batch = Lines(
            *axes.place(h[:1], h[:1]), *axes.place(h[-1:], h[-1:]), colour[None], np.ones(1), (4.0, 4.0)
        )
        said = (
            QT_TRANSLATE_NOOP("figure", "curve: {h} for every state before it, with this clock's input"),
            QT_TRANSLATE_NOOP("figure", "curve: every {h}"),
        )
        texts = (translate("figure", words).format(h=letter) for words in said)
        return [same, *axes.curve(h, there, scene.theme.muted, 1.5)], _joined(texts, fixed)
    starts = _grid(axes)
    px, py = axes.place(starts[:, 0], starts[:, 1])
    there = after(scene, t, starts)
    dx, dy = (end - start for end, start in zip(axes.place(there[:, 0], there[:, 1]), (px, py), strict=True))
    longest = float(np.hypot(dx, dy).max())
    share = min(1.0, 0.85 * _GRID / longest) if longest else 1.0
    dx, dy = share * dx, share * dy
    said = (
        QT_TRANSLATE_NOOP("figure", "arrows: where h goes at clock {t}, {share} of the way"),
        QT_TRANSLATE_NOOP("figure", "arrows: {share} of the way"),
    )
    texts = (translate("figure", words).format(t=t, share=percent(share)) for words in said)
    return _arrows(px, py, dx, dy, colour), _joined(texts, fixed)


def _joined(texts: Iterable[str], fixed: tuple[str, str]) -> tuple[str, ...]:
    """Longer and shorter sentences, each with what is said of c."""
    return tuple(text + ending for text, ending in zip(texts, fixed, strict=True))


def _grid(axes: Axes) -> Floats:
    """(N, 2) states, evenly over the frame, never too many."""
    frame = axes.frame
    across, down = max(2, int(frame.w / _GRID)), max(2, int(frame.h / (0.65 * _GRID)))
    thinner = max(1.0, np.sqrt(across * down / _MOST_ARROWS))
    across, down = max(2, int(across / thinner)), max(2, int(down / thinner))
    x = np.interp((np.arange(across) + 0.5) / across, (0.0, 1.0), axes.x)
    y = np.interp((np.arange(down) + 0.5) / down, (0.0, 1.0), axes.y)
    return np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)


def _arrows(x: Floats, y: Floats, dx: Floats, dy: Floats, colour: np.ndarray) -> list[Batch]:
    """A shaft from (x, y) by (dx, dy), and two strokes at its end."""
    length = np.maximum(np.hypot(dx, dy), 1e-9)
    head = np.minimum(5.0, 0.5 * length) / length
    strokes = [Lines(x, y, x + dx, y + dy, np.broadcast_to(colour, (len(x), 4)), np.full(len(x), 1.2))]
    for turn in (0.45, -0.45):  # the tangent of the angle between shaft and stroke
        back_x, back_y = -dx - turn * dy, -dy + turn * dx
        strokes.append(replace(strokes[0], x1=x + dx, y1=y + dy, x2=x + dx + head * back_x, y2=y + dy + head * back_y))
    return list(strokes)


def _labels(scene: Scene, frame: Frame, px: Floats, py: Floats, t: int) -> list[Batch]:
    """“a₃” beside the dots, the playhead's first and then those nearest to it in time; no two on one another."""
    theme = scene.theme
    made: list[Batch] = []
    room = Room(frame.x + 1.0, frame.y + 1.0, frame.x + frame.w - 1.0, frame.y + frame.h - 1.0)
    clocks = sorted(range(1, scene.known + 1), key=lambda clock: abs(clock - t))[:_MOST_LABELS]
    for clock in clocks:
        string, now = indexed(fitted(scene.labels[clock - 1], 70.0, 11.0), clock), clock == t
        for dx, dy, anchor in _AROUND:
            x, y = float(px[clock - 1]) + dx, float(py[clock - 1]) + dy
            if room.take(string, x, y, 11.0, anchor, now):
                made.append(word(string, x, y, theme.ink("H") if now else theme.text, 11.0, anchor, now))
                break
        if now:  # from here on the dots themselves are in the way
            room.block(px[np.array(clocks) - 1], py[np.array(clocks) - 1], DOT)
    return made
