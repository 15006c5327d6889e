"""The symbols of a sequence, line by line, each in the colour of one unit's value or gradient at its clock.

Karpathy, A., Johnson, J. and Fei-Fei, L. (2015). Visualizing and understanding recurrent networks. arXiv:1506.02078.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rnnviz.engine.messages import Array
from rnnviz.figure.drawing import Batch, Boxes, Colours, Drawing, Floats, Picture, Texts
from rnnviz.figure.gutter import MARGIN
from rnnviz.figure.heat import is_gate
from rnnviz.figure.marks import even, frame_box, ink
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.palette import diverging, filling, ink_on
from rnnviz.figure.scene import Scene
from rnnviz.figure.states.choice import Choice, chosen, short_title, values_of
from rnnviz.figure.states.room import word
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.playback import Position
from rnnviz.session.state import Seen
from rnnviz.words import QT_TRANSLATE_NOOP, translate

TOP, BOTTOM = 30.0, 6.0
SIZES = (22.0, 17.0, 13.0)  # of the letters: the largest with which all lines have room, or the last
LINE, CELL, GAP = 2.05, 1.75, 2.0  # of a line and a symbol, in letters; pixels between two symbols
_POWERS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_WIDEST = 11.0  # letters; a longer symbol is cut off
DECADES = 6  # of a gradient, below its largest one
_FAINT = 0.06  # of the colour: the least that can be told from nothing


class Lay(NamedTuple):
    """Where the symbols lie: x, width (T,) in pixels, line (T,) from 0; strings as they are shown; size of the letters;
    room: how many lines can be seen."""

    x: Floats
    width: Floats
    line: NDArray[np.intp]
    strings: tuple[str, ...]
    size: float
    room: int


def wrapped(scene: Scene, axis: TimeAxis, height: float) -> Lay:
    """All symbols of the sequence, from left to right in as many lines as it takes."""
    left, right = axis.left, axis.left + axis.room

    def make() -> Lay:
        for size in SIZES:
            found = _laid(scene.labels, left, right, size, max(1, int((height - TOP - BOTTOM) / (LINE * size))))
            if found.line[-1] < found.room:
                break
        return found

    return scene.remember(("wrapped", left, right, height), make)


def _laid(labels: tuple[str, ...], left: float, right: float, size: float, room: int) -> Lay:
    strings = tuple(fitted(label, _WIDEST * size, size) for label in labels)
    width = np.array([max(1.2 * size, text_width(string, size) + 0.6 * size) for string in strings])
    x, lines = np.empty(len(width)), np.zeros(len(width), np.intp)
    at, row = left, 0
    for index, wide in enumerate(width.tolist()):
        if at > left and at + wide > right:
            at, row = left, row + 1
        x[index], lines[index] = at, row
        at += wide + GAP
    return Lay(x, width, lines, strings, size, room)


def first_line(place: Lay, t: int, wanted: int | None) -> int:
    """The uppermost line to be seen: the wanted one as far as there are lines, or one that shows clock t."""
    most = max(0, int(place.line[-1]) + 1 - place.room)
    if wanted is None:
        wanted = int(place.line[t - 1]) - place.room // 2
    return min(max(wanted, 0), most)


def symbols(
    scene: Scene,
    seen: Seen,
    axis: TimeAxis,
    height: float,
    position: Position,
    gradients: Mapping[str, Array],
    wanted_line: int | None = None,
) -> Drawing:
    """As wide as the axis. A symbol's key is the quantity and unit at its clock. wanted_line: the uppermost one; None
    follows the playhead."""
    theme, choice = scene.theme, chosen(scene, seen, gradients)
    place = wrapped(scene, axis, height)
    first, count = first_line(place, position.t, wanted_line), place.room
    cell = CELL * place.size
    shown = np.flatnonzero((place.line >= first) & (place.line < first + count))
    live: list[Batch] = []
    if len(shown):
        x, w = place.x[shown], place.width[shown]
        y = TOP + LINE * place.size * (place.line[shown] - first).astype(np.float64)
        fill = colours(scene, choice, gradients)[shown]
        name = "H" if choice.name == "h" else choice.name
        keys = tuple(scene.key(name, int(k) + 1, choice.unit) for k in shown)
        edge, thin = even(theme.border, len(shown)), np.full(len(shown), 1.0)
        live.append(Boxes(x, y, w, np.full(len(shown), cell), fill, edge, thin, 3.0, keys))
        now = shown == position.t - 1
        for some, bold in ((~now, False), (now, True)):
            strings = tuple(place.strings[k] for k in shown[some])
            live.append(
                Texts(strings, (x + w / 2)[some], (y + cell / 2)[some], ink_on(fill[some]), place.size, "c", bold)
            )
        for k in np.flatnonzero(now).tolist():
            live.append(frame_box(x[k] - 1.5, y[k] - 1.5, w[k] + 3, cell + 3, ink(theme.accent), 2.5, 4.0))
    live += _legend(scene, choice, gradients, axis)
    lines = int(place.line[-1]) + 1
    if lines > count:
        words = translate("figure", QT_TRANSLATE_NOOP("figure", "lines {first}–{last} of {lines}"))
        said = words.format(first=first + 1, last=min(first + count, lines), lines=lines)
        if height >= TOP + 76.0:
            live.append(word(fitted(said, axis.left - MARGIN, 10.0), MARGIN, TOP + 62.0, theme.muted, 10.0, "l"))
    return Drawing(axis.width, height, ink(theme.stage), (), tuple(live))


def colours(scene: Scene, choice: Choice, gradients: Mapping[str, Array]) -> Colours:
    """(T, 4): the value on its fixed scale; of a gradient the size, on a logarithmic one. Empty where not known."""
    values = values_of(scene, choice, gradients)
    one, empty = values[:, choice.unit], ink(scene.theme.field)
    if choice.gradient:
        made = filling(shares(values)[:, choice.unit], scene.colour(choice.name), scene.theme.field)
    elif is_gate(scene, choice.name):
        made = filling(one, scene.colour(choice.name), scene.theme.field)
    else:
        made = diverging(one, limit=scene.limit)
    return np.where(np.isnan(one)[:, None], empty, made)


def highest(values: Floats) -> int:
    """The power of ten at or above the size of all values (T, units), 0 where there is none."""
    sizes = np.abs(values[np.isfinite(values) & (values != 0)])
    return int(np.ceil(np.log10(sizes.max()) - 1e-9)) if sizes.size else 0


def shares(values: Floats) -> Floats:
    """(T, units) on a logarithmic scale: 1 at the highest power of ten, `_FAINT` six decades below it, 0 for less."""
    with np.errstate(divide="ignore"):
        logs = np.log10(np.abs(values))
    made: Floats = _FAINT + (1 - _FAINT) * (logs - highest(values) + DECADES) / DECADES
    return np.where(made < _FAINT, 0.0, np.minimum(made, 1.0))


def _legend(scene: Scene, choice: Choice, gradients: Mapping[str, Array], axis: TimeAxis) -> list[Batch]:
    """In the gutter: the quantity, its unit, and the scale with its ends."""
    theme, width = scene.theme, axis.left - 2 * MARGIN - 6.0
    words = translate("figure", QT_TRANSLATE_NOOP("figure", "unit {unit} of {units}"))
    unit = words.format(unit=choice.unit + 1, units=choice.units)
    along = np.linspace(0.0, 1.0, 64)
    low, high = "0", "1"
    if choice.gradient:
        along = np.linspace(_FAINT, 1.0, 64)
        power = highest(values_of(scene, choice, gradients))
        low, high = ("10" + str(end).translate(_POWERS) for end in (power - DECADES, power))
    elif not is_gate(scene, choice.name):
        low = "−1"
    signed = not choice.gradient and not is_gate(scene, choice.name)
    colour = scene.colour(choice.name)
    rgba = diverging(2 * along - 1) if signed else filling(along, colour, theme.field)
    top = TOP + 34.0
    made: list[Batch] = [
        word(
            fitted(short_title(scene, choice), width, 12.0, True),
            MARGIN,
            TOP + 5.0,
            scene.ink(choice.name),
            12.0,
            "l",
            True,
        ),
        word(fitted(unit, width, 10.0), MARGIN, TOP + 21.0, theme.muted, 10.0, "l"),
        Picture(MARGIN, top, width, 6.0, np.ascontiguousarray(rgba[None])),
        frame_box(MARGIN, top, width, 6.0, ink(theme.border), 1.0),
        word(low, MARGIN, top + 14.0, theme.muted, 10.0, "l"),
        word(high, MARGIN + width, top + 14.0, theme.muted, 10.0, "r"),
    ]
    return made
