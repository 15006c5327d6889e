"""Below the stage, on the time axis: the units as a heat map, the energy, and the overlaps or the temperature."""

from typing import NamedTuple

import numpy as np

from rnnviz.figure.drawing import Batch, Colours, Drawing, Floats, Lines, Picture, Texts
from rnnviz.figure.gutter import MARGIN
from rnnviz.figure.marks import between, box, dots, ease, even, ink, line, middles
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.figure.patterns.words import number
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.playback import Position
from rnnviz.words import translate

_PAD = 6.0
_FUTURE = 0.22  # how much of what comes after the playhead is seen


class Curve(NamedTuple):
    """values (T,); name: at its end. colour “#rrggbb”; strong: drawn wide and above the others."""

    name: str
    values: Floats
    colour: str
    strong: bool


class Track(NamedTuple):
    """curves: none for the heat map of the units. low, high: the fixed ends of its scale."""

    title: str
    share: float
    curves: tuple[Curve, ...] = ()
    low: float = 0.0
    high: float = 1.0


def pattern_track_list(scene: PatternScene) -> tuple[Track, ...]:
    """What is shown of this network."""
    theme = scene.theme
    made = [Track(translate("figure", "Units s"), 1.15)]
    energies = [Curve("E", scene.run.energies, theme.role("energy"), True)]
    if scene.free_energies is not None:
        energies.append(Curve("F", scene.free_energies, theme.role("free"), False))
    made.append(_scaled(translate("figure", "Energy E"), 1.0, energies))
    if scene.attractor is not None and scene.state.patterns:
        nearest = int(np.argmax(np.abs(scene.overlaps[-1])))
        curves = [
            Curve(pattern.name, scene.overlaps[:, k], theme.accent if k == nearest else theme.muted, k == nearest)
            for k, pattern in enumerate(scene.state.patterns)
        ]
        made.append(Track(translate("figure", "Overlaps m"), 1.0, tuple(curves), -1.0, 1.0))
    elif scene.attractor is None and scene.state.annealing.schedule != "constant":
        curve = Curve("T", scene.run.temperatures, theme.role("temperature"), True)
        made.append(_scaled(translate("figure", "Temperature"), 0.6, [curve], 0.0))
    return tuple(made)


def _scaled(title: str, share: float, curves: list[Curve], low: float | None = None) -> Track:
    """The scale holds every value that the whole path takes, so that it never moves while playing."""
    values = np.concatenate([curve.values for curve in curves])
    bottom = float(values.min()) if low is None else low
    top = float(values.max())
    return Track(title, share, tuple(curves), bottom, top if top > bottom else bottom + 1.0)


def pattern_tracks(scene: PatternScene, axis: TimeAxis, height: float, position: Position) -> Drawing:
    """The tracks in a view as wide as the axis and `height` high; what comes after the playhead is faint."""
    theme = scene.theme
    live: list[Batch] = []
    y = 0.0
    tracks = pattern_track_list(scene)
    total = sum(track.share for track in tracks)
    for index, track in enumerate(tracks):
        high = height * track.share / total
        top, room = y + _PAD, high - 2 * _PAD
        if track.curves:
            live += _curves(scene, axis, track, top, room, position)
        else:
            live += _units(scene, axis, top, room, position.t)
        if index:
            live.append(line(0.0, y, axis.width, y, ink(theme.border), 1.0))
        y += high
    x = _playhead(scene, axis, position)
    if axis.left <= x <= axis.left + axis.room:
        live.append(line(x, 0.0, x, height, ink(theme.accent), 2.0))
    live += _gutter(scene, axis, height, tracks, total)
    return Drawing(axis.width, height, ink(theme.stage), (), tuple(live), None)


def _playhead(scene: PatternScene, axis: TimeAxis, position: Position) -> float:
    progress = 1.0 if scene.reduced_motion or position.t == 1 else ease(position.progress)
    return axis.x(position.t - 1 + progress)


def _units(scene: PatternScene, axis: TimeAxis, top: float, high: float, t: int) -> list[Batch]:
    """A row for each unit, a column for each clock."""

    def make() -> Colours:
        return np.ascontiguousarray(between(scene.white, scene.black, scene.on.T))

    def faint() -> Colours:
        return between(ink(scene.theme.stage), scene.remember("heat", make), np.array(_FUTURE))

    whole, future = scene.remember("heat", make), scene.remember("faint", faint)
    clocks = axis.visible
    now = min(max(t + 1, clocks.start), clocks.stop)
    made: list[Batch] = []
    for image, first, stop in ((whole, clocks.start, now), (future, now, clocks.stop)):
        if stop > first:
            x = axis.x(first) - axis.column / 2
            part = image[:, first - 1 : stop - 1]
            made.append(Picture(x, top, axis.column * (stop - first), high, part, "unit", first))
    if scene.hidden and high / scene.units >= 1:
        y = top + high * scene.pixels / scene.units
        right = min(axis.left + axis.room, axis.x(scene.steps) + axis.column / 2)
        made.append(line(axis.left, y, right, y, ink(scene.theme.role("M")), 1.4))
    return made


def _height(track: Track, values: Floats, top: float, high: float) -> Floats:
    made: Floats = top + high * (track.high - values) / (track.high - track.low)
    return made


def _curves(
    scene: PatternScene, axis: TimeAxis, track: Track, top: float, high: float, position: Position
) -> list[Batch]:
    theme, clocks, one = scene.theme, axis.visible, np.ones(1)
    made: list[Batch] = []
    left, right = axis.left, min(axis.left + axis.room, axis.x(scene.steps) + axis.column / 2)
    if track.low < 0 < track.high:
        y = float(_height(track, np.zeros(1), top, high)[0])
        made.append(line(left, y, right, y, ink(theme.border), 1.0))
    wide = range(max(1, clocks.start - 1), min(scene.steps, clocks.stop) + 1)
    x = np.clip(middles(axis, wide), left, left + axis.room)
    for curve in sorted(track.curves, key=lambda curve: curve.strong):
        ys = _height(track, curve.values[wide.start - 1 : wide.stop - 1], top, high)
        past = np.arange(wide.start, wide.stop - 1) < position.t
        colour = np.where(past[:, None], ink(curve.colour), _faded(scene, curve.colour))
        width = 2.0 if curve.strong and len(x) <= 500 else 1.0  # wider antialiased lines are slow
        count = len(x) - 1
        overlap = np.where(np.abs(np.diff(ys)) < 0.5, 0.5, 0.0)  # level pieces meet without a seam
        made.append(Lines(x[:-1], ys[:-1], x[1:] + overlap, ys[1:], colour.astype(np.uint8), np.full(count, width)))
    here = _playhead(scene, axis, position)
    if left <= here <= left + axis.room:
        strong = [curve for curve in track.curves if curve.strong]
        for curve in strong:
            value = curve.values[position.t - 1]
            before = curve.values[max(position.t - 2, 0)]
            # On the way to a clock the dot is where the playhead cuts the curve.
            cut = np.interp([here], [axis.x(position.t - 1), axis.x(position.t)], [before, value])
            y_here = float(_height(track, cut, top, high)[0])
            made.append(dots(here * one, y_here * one, 4.0, even(curve.colour, 1)))
            text = f"{curve.name} = {number(float(value))}"
            side = -1 if here + 14 + text_width(text, 11.0, True) > axis.left + axis.room else 1
            y_text = min(max(y_here - 11, top + 6), top + high - 6)
            wide_text = text_width(text, 11.0, True) + 6
            x_text = here + side * 9
            made.append(
                box(x_text - (wide_text - 3 if side < 0 else 3), y_text - 8, wide_text, 16, ink(theme.stage), 3.0)
            )
            made.append(
                Texts((text,), x_text * one, y_text * one, ink(_inked(scene, curve))[None], 11.0,
                      "l" if side > 0 else "r", True)
            )  # fmt: skip
    return made


def _inked(scene: PatternScene, curve: Curve) -> str:
    for role in ("energy", "free", "temperature"):
        if curve.colour == scene.theme.role(role):
            return scene.theme.ink(role)
    return curve.colour


def _faded(scene: PatternScene, colour: str) -> Colours:
    return between(ink(scene.theme.stage), ink(colour), np.array(_FUTURE + 0.08))


def _gutter(scene: PatternScene, axis: TimeAxis, height: float, tracks: tuple[Track, ...], total: float) -> list[Batch]:
    """Names and the ends of the scales, over what is scrolled below them."""
    theme, one = scene.theme, np.ones(1)
    made: list[Batch] = [box(0.0, 0.0, axis.left - 2, height, ink(theme.stage))]
    end = axis.left + axis.room
    made.append(box(end, 0.0, axis.width - end, height, ink(theme.stage)))
    y = 0.0
    for track in tracks:
        high = height * track.share / total
        title = fitted(track.title, axis.left - MARGIN - 4, 12.0, True)
        made.append(Texts((title,), MARGIN * one, (y + high / 2) * one, ink(theme.text)[None], 12.0, "l", True))
        others = [curve for curve in track.curves if not curve.strong and curve.colour != theme.muted]
        if others and high >= 60:
            curve = others[0]
            text = translate("figure", "free energy {letter}").format(letter=curve.name)
            colour = ink(_inked(scene, curve))[None]
            made.append(Texts((text,), MARGIN * one, (y + high / 2 + 15) * one, colour, 10.0, "l"))
        if track.curves and high >= 44:
            for value, where in ((track.high, y + _PAD + 5), (track.low, y + high - _PAD - 5)):
                text = number(value).removesuffix(".00")
                muted = ink(theme.muted)[None]
                made.append(Texts((text,), (axis.left - 8) * one, where * one, muted, 10.0, "r"))
        y += high
    return made
