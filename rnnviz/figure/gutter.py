"""The names of the rows at the left of the stage, and the covers that columns slide under."""

import itertools
from typing import NamedTuple

import numpy as np

from rnnviz.figure.drawing import Batch, Texts
from rnnviz.figure.marks import box, even, ink
from rnnviz.figure.metrics import text_width
from rnnviz.figure.rows import Layout
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
_SUPERSCRIPTS = str.maketrans("12345678", "¹²³⁴⁵⁶⁷⁸")


def reach_of_letters(layout: Layout) -> float:
    """How far above and below a row its letter in the gutter may reach."""
    return 0.6 * _largest(layout)


def _largest(layout: Layout) -> int:
    return min(round(20 * layout.scale), 30)


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


class _Label(NamedTuple):
    """One row's letter, and of large rows the word for it."""

    name: str
    text: str
    y: float
    high: float
    word: str


def _labels(scene: Scene, layout: Layout) -> list[_Label]:
    """Of every row, once where two directions stand side by side."""
    found: dict[float, _Label] = {}
    for name in scene.layers:
        for part in scene.parts if name in ("H", "M") else ((0, False),):
            row = layout.of(*part).row(name)
            text = name if name in ("X", "S") else name + layer_mark(scene, part[0])
            if layout.narrow and name in ("H", "M") and scene.bidirectional:
                text += "←" if part[1] else "→"
            large = not layout.parts or name in ("X", "S") or part[0] == scene.layer
            if row.high and row.y not in found and not row.upright:
                found[row.y] = _Label(name, text, row.y, row.high, layer_word(name) if large else "")
    return sorted(found.values(), key=lambda label: label.y)


def letters(scene: Scene, layout: Layout, axis: TimeAxis, clocks: range, current: int) -> list[Batch]:
    """Where rows stand side by side, which share no height that the gutter could name: a letter above each row of every
    clock that is seen whole, the current clock's bold."""
    if not layout.sideways:
        return []
    made: list[Batch] = []
    size = float(layout.small)
    y = (layout.word_y + 0.8 * layout.text if layout.word_y else 7 * layout.scale) + 0.65 * size
    rows = [("X", "X", layout.X.shift), ("S", "S", layout.S.shift)]
    pitch = layout.column / (scene.top + 3)
    for layer in range(scene.top + 1):
        string = "H" + layer_mark(scene, layer)
        if text_width(string, size, True) < pitch - 2 or layer == scene.layer:
            rows.append(("H", string, layout.of(layer, False).H.shift))
    for name, string, shift in rows:
        half = text_width(string, size, True) / 2
        there = scene.exists(name, clocks)
        for now in (False, True):
            xs = np.array(
                [
                    axis.x(t) + shift
                    for t, here in zip(clocks, there, strict=True)
                    if here and (t == current) == now and _inside(axis, axis.x(t) + shift, half)
                ]
            )
            if len(xs):
                colour = even(scene.ink(name), len(xs), 1.0 if now else 0.6)
                made.append(Texts((string,) * len(xs), xs, np.full(len(xs), y), colour, size, "c", now))
    return made


def _inside(axis: TimeAxis, x: float, half: float) -> bool:
    low = axis.left if axis.offset > 0 else 0.0
    return low <= x - half and x + half <= axis.left + axis.room


def layer_mark(scene: Scene, layer: int) -> str:
    """The layer as a superscript, counted from 1: “⁽²⁾”; “” where there is only one."""
    return f"⁽{str(layer + 1).translate(_SUPERSCRIPTS)}⁾" if scene.top else ""


def names(scene: Scene, layout: Layout, axis: TimeAxis, reach: float | None = None) -> list[Batch]:
    """A large letter and a word for each row, and in narrow columns the gates' letters. reach: how far something
    reaches into the gutter, in pixels; None for the memory of the first clock."""
    made: list[Batch] = []
    muted = scene.theme.muted
    small = float(min(layout.small, 12))
    labels = _labels(scene, layout)
    ys = sorted([label.y for label in labels] + ([y for y, _ in layout.bands] if layout.parts else []))
    closest = min((below - above for above, below in itertools.pairwise(ys)), default=100.0)
    largest = min(30.0, closest / 1.1) if layout.parts else 30.0
    # Memory's row reaches into the gutter before the first clock.
    if reach is None:
        reach = 0.0 if layout.narrow or axis.offset >= axis.column or scene.bidirectional else layout.M.half
    widest = max((text_width(label.word, small) for label in labels), default=0.0)
    room = axis.left - reach - 4 - MARGIN - widest
    for label in labels:
        row_high = max(9, int(2 * label.high / 1.1)) if layout.narrow else 30
        size = float(int(min(_largest(layout), row_high, max(largest, 7))))
        if label.name == "M" and layout.parts:
            size = min(size, max(7.0, size * (axis.left - reach - 4 - MARGIN) / text_width(label.text, size, True)))
        made.append(_text(label.text, MARGIN, label.y, scene.ink(label.name), size, bold=True))
        wide = 1.25 * size if len(label.text) == 1 else text_width(label.text, size, True) + 0.4 * size
        if room >= wide:
            made.append(_text(label.word, MARGIN + wide, label.y + 0.08 * size, muted, small))
        elif room >= 0 and not layout.narrow and not layout.parts:
            made.append(_text(label.word, MARGIN, label.y + 0.6 * size + 0.6 * small, muted, small))
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
