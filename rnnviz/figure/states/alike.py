"""Where else in the sequence the units stand as they do at the playhead: the distance to every other clock's h."""

from typing import NamedTuple

import numpy as np

from rnnviz.figure.describe import indexed, number
from rnnviz.figure.drawing import Batch, Boxes, Drawing, Floats
from rnnviz.figure.gutter import MARGIN
from rnnviz.figure.marks import box, even, frame_box, ink, line
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.patterns.units import Frame
from rnnviz.figure.plots.plot import ticks
from rnnviz.figure.scene import Scene
from rnnviz.figure.states.room import Room, word
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.playback import Position
from rnnviz.session.state import Seen
from rnnviz.words import QT_TRANSLATE_NOOP, translate

TOP, BOTTOM = 56.0, 20.0
CHIPS, CHIP = 40.0, 20.0  # the middle of the line of chips, and their height
MOST = 5  # clocks that are listed
_AIR = 18.0  # pixels above the highest bar, for a number


class Near(NamedTuple):
    """A clock and how far its h is from the playhead's."""

    t: int
    distance: float


def distances(scene: Scene, t: int, unit: int | None = None) -> Floats:
    """(known,) ||h_k - h_t|| for every clock k (Euclidean), of one unit or of all."""

    def make() -> Floats:
        h = scene.values("H", range(1, scene.known + 1))
        some = h if unit is None else h[:, unit : unit + 1]
        made: Floats = np.linalg.norm(some - some[t - 1], axis=1)
        return made

    return scene.remember(("distances", t, unit), make)


def nearest(scene: Scene, t: int, unit: int | None = None, most: int = MOST) -> list[Near]:
    """The other clocks, nearest first; of two that are equally near the earlier one."""
    if t > scene.known:
        return []
    away = distances(scene, t, unit)
    order = [k for k in np.argsort(away, kind="stable").tolist() if k != t - 1 and np.isfinite(away[k])]
    return [Near(k + 1, float(away[k])) for k in order[:most]]


def widest(scene: Scene, unit: int | None) -> float:
    """No two clocks are further apart than this. It does not depend on the playhead, so that the scale stays."""

    def make() -> float:
        h = scene.values("H", range(1, scene.known + 1))
        some = h if unit is None else h[:, unit : unit + 1]
        some = some[np.isfinite(some).all(axis=1)]
        return float(np.linalg.norm(np.ptp(some, axis=0))) if len(some) else 0.0

    return scene.remember(("widest", unit), make) or 1.0


def alike(scene: Scene, seen: Seen, axis: TimeAxis, height: float, position: Position) -> Drawing:
    """A bar a clock on the time axis, low where h is much the same; the nearest clocks are numbered, and listed above.
    The key of a bar, and of a place in the list, is H at that clock."""
    theme, t = scene.theme, position.t
    unit = min(seen.unit, scene.units("H") - 1) if seen.alone else None
    frame = Frame(axis.left, TOP, axis.room, max(10.0, height - TOP - BOTTOM))
    live: list[Batch] = [box(frame.x, frame.y, frame.w, frame.h, ink(theme.field))]
    if t > scene.known:
        words = translate("figure", QT_TRANSLATE_NOOP("figure", "nothing is known of this sequence yet"))
        live.append(word(words, frame.x + frame.w / 2, frame.y + frame.h / 2, theme.muted, 12.0))
        return Drawing(axis.width, height, ink(theme.stage), (), tuple(live))
    found = scene.remember(("nearest", t, unit), lambda: nearest(scene, t, unit))
    limit = widest(scene, unit)
    room = Room(2.0, 0.0, axis.width - 2.0, height)
    live += _scale(scene, frame, limit, room, unit)
    live += _bars(scene, axis, frame, limit, t, unit, found)
    live.append(frame_box(frame.x, frame.y, frame.w, frame.h, ink(theme.border), 1.0))
    live += _chips(scene, axis, found)
    live += _clocks(scene, axis, height, t, room)
    return Drawing(axis.width, height, ink(theme.stage), (), tuple(live))


def _bars(
    scene: Scene, axis: TimeAxis, frame: Frame, limit: float, t: int, unit: int | None, found: list[Near]
) -> list[Batch]:
    theme = scene.theme
    stop = min(axis.visible.stop, scene.known + 1)
    t_of = np.arange(axis.visible.start, stop)
    away = distances(scene, t, unit)[t_of - 1]
    x = axis.left + (axis.places(t_of.astype(float)) - 0.5) * axis.column - axis.offset
    if len(x) > 2 * frame.w:  # of the clocks of a pixel the one that is most alike
        starts = np.arange(int(frame.w)) * len(x) // int(frame.w)
        pieces = zip(starts.tolist(), np.split(away, starts[1:]), strict=True)
        best = np.array([first + int(np.argmin(piece)) for first, piece in pieces])
        x, away, t_of = x[best], away[best], t_of[best]
    half = min(max(0.35 * axis.column, 0.5), 14.0)
    left, right = np.maximum(x - half, frame.x), np.minimum(x + half, frame.x + frame.w)
    seen = right > left
    x, left, right, away, t_of = x[seen], left[seen], right[seen], away[seen], t_of[seen]
    part = np.clip(np.nan_to_num(away, nan=1.0) / limit, 0.0, 1.0)
    high = np.maximum((frame.h - _AIR) * part, 2.0)  # 0 is to be seen as well
    rank = {one.t: str(rank) for rank, one in enumerate(found, 1)}
    numbered = np.isin(t_of, list(rank))
    fill = np.where(numbered[:, None], ink(theme.role("H")), ink(theme.muted, 0.45))
    bottom, none = frame.y + frame.h, np.zeros(len(x))
    keys = tuple(scene.key("H", clock) for clock in t_of.tolist())
    made: list[Batch] = [
        Boxes(left, bottom - high, right - left, high, fill, even("#000000", len(x), 0.0), none, 0.0, keys)
    ]
    here = axis.x(t)
    if frame.x <= here <= frame.x + frame.w:
        made.append(line(here, frame.y, here, bottom, ink(theme.accent), 2.0))
    room = Room(frame.x, frame.y, frame.x + frame.w, bottom)
    for k in sorted(np.flatnonzero(numbered).tolist(), key=lambda k: int(rank[int(t_of[k])])):
        string, y = rank[int(t_of[k])], float(bottom - high[k]) - 9.0
        if room.take(string, float(x[k]), y, 11.0, "c", True):
            made.append(word(string, float(x[k]), y, theme.ink("H"), 11.0, "c", True))
    return made


def _scale(scene: Scene, frame: Frame, limit: float, room: Room, unit: int | None) -> list[Batch]:
    theme = scene.theme
    whole = "‖hₖ − hₜ‖" if unit is None else "|hₖ − hₜ|"
    made: list[Batch] = [word(whole, MARGIN, CHIPS, theme.ink("H"), 11.0, "l")]
    room.take(whole, MARGIN, CHIPS, 11.0, "l")
    for tick in ticks(0.0, limit, 4 if frame.h > 90 else 3):
        y = frame.y + frame.h - (frame.h - _AIR) * tick / limit
        string = f"{tick:g}"
        made.append(line(frame.x, y, frame.x + frame.w, y, ink(theme.border), 1.0))
        if room.take(string, frame.x - 8.0, y, 10.0, "r"):
            made.append(word(string, frame.x - 8.0, y, theme.muted, 10.0, "r"))
    return made


def _chips(scene: Scene, axis: TimeAxis, found: list[Near]) -> list[Batch]:
    """The list: rank, symbol with its clock, and distance; as many as have room in one line."""
    theme = scene.theme
    made: list[Batch] = []
    x, right = axis.left, axis.left + axis.room
    for rank, one in enumerate(found, 1):
        name = indexed(fitted(scene.labels[one.t - 1], 60.0, 11.0), one.t)
        texts = (
            (f"{rank}", theme.ink("H"), True),
            (name, theme.text, False),
            (number(one.distance), theme.muted, False),
        )
        width = sum(text_width(string, 11.0, bold) + 7.0 for string, _, bold in texts) + 9.0
        if x + width > right:
            break
        key = scene.key("H", one.t)
        made.append(
            Boxes(
                np.array([x]), np.array([CHIPS - CHIP / 2]), np.array([width]), np.array([CHIP]),
                ink(theme.field)[None], ink(theme.border)[None], np.ones(1), CHIP / 2, (key,),
            )
        )  # fmt: skip
        at = x + 8.0
        for string, colour, bold in texts:
            made.append(word(string, at, CHIPS, colour, 11.0, "l", bold))
            at += text_width(string, 11.0, bold) + 7.0
        x += width + 6.0
    return made


def _clocks(scene: Scene, axis: TimeAxis, height: float, t: int, room: Room) -> list[Batch]:
    """“t=4” below the columns, the playhead's first, and of the others as many as have room."""
    made: list[Batch] = []
    apart = text_width(f"t={scene.steps}", 11.0, True) + 12.0
    every = next(s * 10**e for e in range(9) for s in (1, 2, 5) if s * 10**e * axis.column >= apart)
    clocks = [t, 1, *(clock for clock in axis.visible if clock % every == 0)]
    for clock in dict.fromkeys(clocks):
        x, now = axis.x(clock), clock == t
        if axis.left <= x <= axis.left + axis.room and room.take(f"t={clock}", x, height - 9.0, 11.0, "c", now):
            made.append(
                word(f"t={clock}", x, height - 9.0, scene.theme.accent if now else scene.theme.muted, 11.0, "c", now)
            )
    return made
