"""The texts of each clock: the word over S, the symbol under X, and the clock's number."""

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from rnnviz.figure.drawing import Batch, Texts
from rnnviz.figure.marks import fading, ink
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.motion import Moment
from rnnviz.figure.rows import Layout
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.words import translate

SMALLEST = 8
LEAST_APART = 14.0  # pixels from one text to the next, a single letter each
_STEPS = (1, 2, 5)


def clock_texts(scene: Scene, layout: Layout, axis: TimeAxis, clocks: range, moment: Moment) -> list[Batch]:
    """All texts of the visible clocks; the current clock's are bold."""
    theme = scene.theme
    made: list[Batch] = []
    template = translate("figure", "t = {t}")
    named = _named(axis, clocks, moment.t)
    reached = np.array(named) >= moment.t if moment.backwards else np.array(named) <= moment.t
    label_colour = tuple(np.where(reached, 1.0, 0.55).tolist())
    labels = tuple(scene.labels[t - 1] for t in named)
    made += _line(axis, named, labels, layout.label_y, layout.text, theme.text, label_colour, moment.t)
    if layout.word_y:
        arrived = moment.shown("S", clocks) > 0.5
        known = tuple(t for t in named if arrived[t - clocks.start])
        if known:
            if len(named) == len(clocks):
                words = scene.words(range(known[0], known[-1] + 1))
            else:
                words = tuple(scene.words(range(t, t + 1))[0] for t in known)
            over = layout.S.shift if layout.sideways else 0.0
            made += _line(
                axis, known, words, layout.word_y, layout.text - 1, scene.ink("S"), None, moment.t, shift=over
            )
    if layout.clock_y:
        # Only the number where the columns are narrow: “t = ” is said by the gutter's name of the row.
        roomy = text_width(template.format(t=clocks.stop), layout.small, True) <= axis.column - 6
        numbers = tuple(template.format(t=t) if roomy else str(t) for t in named)
        made += _line(
            axis, named, numbers, layout.clock_y, layout.small, theme.muted, label_colour, moment.t, theme.accent
        )
    return made


def _named(axis: TimeAxis, clocks: range, current: int) -> Sequence[int]:
    """The clocks that may have room for a text: of thousands that are narrower than a pixel, the round ones and the
    current one."""
    if axis.column >= 1:
        return clocks
    step = 10 ** int(math.log10(thinning(axis, LEAST_APART)))
    round_ones = range(-(-clocks.start // step) * step, clocks.stop, step)
    return tuple(sorted({*round_ones, *((current,) if current in clocks else ())}))


def thinning(axis: TimeAxis, widest: float) -> int:
    """Every how many clocks there is room for a text of this width: 1, 2, 5, 10, 20, ..."""
    every, power = 1, 1
    while every * axis.column < widest:
        for step in _STEPS:
            every = step * power
            if every * axis.column >= widest:
                break
        power *= 10
    return every


@lru_cache(32)  # most lines stay the same from frame to frame, and with other weights
def _line(
    axis: TimeAxis,
    clocks: Sequence[int],
    strings: Sequence[str],
    y: float,
    size: int,
    colour: str,
    alpha: tuple[float, ...] | None,
    current: int,
    current_colour: str | None = None,
    shift: float = 0.0,
) -> tuple[Batch, ...]:
    """One line of texts. They shrink a little to fit their column; where one would still have to be cut short, all are
    whole, of every so many clocks and always of the current one. shift: from the middles of the columns."""
    widest = max((text_width(string, size, True) for string in strings), default=0.0)
    room, roomy = axis.column - 4, axis.column >= 24
    if widest > room > 0:
        size = max(SMALLEST, int(size * room / widest)) if roomy else max(SMALLEST, size - 2)
    if not roomy or any(text_width(string, size, True) > room for string in strings):
        strings = [fitted(string, 12 * size, size, True) for string in strings]
    place = {t: k for k, t in enumerate(clocks)}
    widths = {t: text_width(string, size, True) for t, string in zip(clocks, strings, strict=True)}
    every = thinning(axis, max(widths.values(), default=0.0) + (4 if roomy else 10))
    low, high = (axis.left if axis.offset > 0 else 0.0), axis.left + axis.room

    def inside(t: int) -> bool:
        return axis.x(t) + shift - widths[t] / 2 >= low - 0.5 and axis.x(t) + shift + widths[t] / 2 <= high + 0.5

    made: list[Batch] = []
    now_x = axis.x(current) + shift
    now = current in place and bool(strings[place[current]]) and inside(current)
    now_half = widths[current] / 2 + 4 if now else -1e9
    others = [
        t
        for t in clocks
        if t != current
        and (every == 1 or t % every == 0)
        and strings[place[t]]
        and inside(t)
        and abs(axis.x(t) + shift - now_x) >= now_half + widths[t] / 2
    ]
    if others:
        index = np.array([place[t] for t in others])
        visible = np.ones(len(others)) if alpha is None else np.array(alpha)[index]
        x = np.array([axis.x(t) + shift for t in others])
        made.append(
            Texts(tuple(strings[i] for i in index), x, np.full(len(x), y), fading(colour, visible), float(size))
        )
    if now:
        one = np.ones(1)
        string = strings[place[current]]
        made.append(Texts((string,), now_x * one, y * one, ink(current_colour or colour)[None], float(size), "c", True))
    return tuple(made)
