"""The names of the rows at the left of the stage, and the covers that columns slide under."""

import numpy as np

from rnnviz.figure.drawing import Batch, Texts
from rnnviz.figure.layout import Layout
from rnnviz.figure.marks import box, ink
from rnnviz.figure.metrics import text_width
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.words import QT_TRANSLATE_NOOP, translate

_WORDS = {
    "X": QT_TRANSLATE_NOOP("figure", "input"),
    "H": QT_TRANSLATE_NOOP("figure", "hidden"),
    "M": QT_TRANSLATE_NOOP("figure", "memory"),
    "S": QT_TRANSLATE_NOOP("figure", "output"),
}
MARGIN = 12.0


def layer_word(name: str) -> str:
    """input, hidden, memory or output, in the language of the interface."""
    return translate("figure", _WORDS[name])


def covers(scene: Scene, axis: TimeAxis, height: float) -> list[Batch]:
    """Boxes over both gutters where columns reach under them."""
    made: list[Batch] = []
    colour = ink(scene.theme.stage)
    if axis.offset > 0:
        made.append(box(0.0, 0.0, axis.left, height, colour))
    if axis.length - axis.offset > axis.room + 0.5:
        made.append(box(axis.left + axis.room, 0.0, axis.width - axis.left - axis.room, height, colour))
    return made


def names(scene: Scene, layout: Layout, axis: TimeAxis) -> list[Batch]:
    """A large letter and a word for each row, and in narrow columns the gates' letters."""
    made: list[Batch] = []
    muted = scene.theme.muted
    small = float(min(layout.small, 12))
    widest = max(text_width(layer_word(name), small) for name in scene.layers)
    # Memory's row reaches into the gutter before the first clock.
    reach = 0.0 if layout.narrow or axis.offset >= axis.column else layout.M.half
    room = axis.left - reach - 4 - MARGIN - widest
    for name in scene.layers:
        row = layout.row(name)
        size = float(min(round(20 * layout.scale), 30, max(9, int(2 * row.high / 1.1)) if layout.narrow else 30))
        made.append(_text(name, MARGIN, row.y, scene.ink(name), size, bold=True))
        word = layer_word(name)
        if room >= 1.25 * size:
            made.append(_text(word, MARGIN + 1.25 * size, row.y + 0.08 * size, muted, small))
        elif room >= 0 and not layout.narrow:
            made.append(_text(word, MARGIN, row.y + 0.6 * size + 0.6 * small, muted, small))
    for gate, (y, high) in zip(scene.lights, layout.bands, strict=False):
        size = float(min(layout.small, int(2 * high / 1.15)))
        if size >= 7:
            made.append(_text(gate.name, MARGIN, y, scene.ink(gate.name), size, bold=True, italic=True))
    return made


def _text(
    string: str, x: float, y: float, colour: str, size: float, *, bold: bool = False, italic: bool = False
) -> Texts:
    one = np.ones(1)
    return Texts((string,), x * one, y * one, ink(colour)[None], size, "l", bold, italic)
