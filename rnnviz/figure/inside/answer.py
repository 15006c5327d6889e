"""S above an open cell: its units beside the word for them, so that an answer that is held is seen there as well."""

import math

import numpy as np

from rnnviz.figure.drawing import Batch, Floats, Texts
from rnnviz.figure.held_marks import held_mark
from rnnviz.figure.marks import ink
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.motion import Moment
from rnnviz.figure.neurons import layer
from rnnviz.figure.rows import LEAST_RADIUS, Layout, Row
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.state import Key

_RADIUS = 0.6  # of the text beside it
_HIGHER = 0.08  # of the text, than the word: a frame around a unit does not touch the cell
_MOST = 0.5  # of the width, for the units
_LEAST_CELL = 4.0  # pixels
_GAP = 0.6  # of the text


def with_answer(scene: Scene, layout: Layout, axis: TimeAxis, t: int, x: float, wide: float) -> Layout:
    """The layout whose S stands in the line of the words. x, wide: the middle and the width of what there is for this
    open clock. S and its word stand in the middle together, where they stay while the word is still to come."""
    return scene.latest(("above", t), (layout, axis, x, wide), lambda: _with_answer(scene, layout, axis, t, x, wide))


def _with_answer(scene: Scene, layout: Layout, axis: TimeAxis, t: int, x: float, wide: float) -> Layout:
    if not layout.word_y or not scene.has_s[t - 1]:
        return layout._replace(S=layout.S._replace(high=0.0))
    units, r, y = scene.units("S"), _RADIUS * layout.text, layout.word_y - _HIGHER * layout.text
    if r >= LEAST_RADIUS and 2.16 * r * units <= _MOST * wide:
        row = Row(y, r, 2.16 * r, 1.08 * r * units, r)
    else:
        down = math.ceil(units * _LEAST_CELL / (_MOST * wide))
        across = math.ceil(units / down)
        pitch = min(2.0 * r, _MOST * wide / across)
        row = Row(y, 0.0, pitch, pitch * across / 2, r, across, down, 1)
    word = _word(scene, layout, t, wide - 2 * row.half)
    aside = (text_width(word, layout.text - 1, True) + _GAP * layout.text) / 2 if word else 0.0
    return layout._replace(S=row._replace(shift=x - aside - axis.x(t)))


def _word(scene: Scene, layout: Layout, t: int, room: float) -> str:
    return fitted(scene.words(range(t, t + 1))[0], room - 2 * _GAP * layout.text, layout.text - 1, True)


def answer(scene: Scene, layout: Layout, axis: TimeAxis, t: int, wide: float, moment: Moment) -> list[Batch]:
    """The units and their word, as far as they have come. layout: from `with_answer`."""
    if not layout.S.high:
        return []
    shown, now = moment.shown("S", range(t, t + 1)), t == moment.t
    version = layout, axis, wide, float(shown[0]), now
    return scene.latest(("answer", t), version, lambda: _answer(scene, layout, axis, t, wide, shown, now))


def _answer(scene: Scene, layout: Layout, axis: TimeAxis, t: int, wide: float, shown: Floats, now: bool) -> list[Batch]:
    row, here = layout.S, range(t, t + 1)
    made = layer(scene, layout, axis, here, "S", shown, apart=True)
    word, one = _word(scene, layout, t, wide - 2 * row.half), np.ones(1)
    if word and shown[0] > 0.5:
        x = axis.x(t) + row.shift + row.half + _GAP * layout.text
        colour = ink(scene.theme.ink("S"))[None]
        made.append(Texts((word,), x * one, layout.word_y * one, colour, float(layout.text - 1), "l", now))
    return made


def held_answer(scene: Scene, layout: Layout, axis: TimeAxis, t: int) -> list[Batch]:
    """The frames and padlocks of its units that are held. layout: from `with_answer`."""
    spots = [spot for spot in scene.held if spot.name == "s" and spot.t == t] if layout.S.high else []
    return [mark for spot in spots for mark in held_mark(scene, layout, axis, spot, Key("S", t, spot.unit))]
