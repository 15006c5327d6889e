"""The tracks: one heat map for each gate, the cell and the hidden layer, all on the stage's time axis."""

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Drawing, Texts
from rnnviz.figure.gutter import MARGIN, covers
from rnnviz.figure.heat import colours_of, heat, is_gate
from rnnviz.figure.limits import written
from rnnviz.figure.marks import between, box, even, ink, kept, line, middles, unit_keys
from rnnviz.figure.metrics import text_width
from rnnviz.figure.motion import Moment, playhead_x
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.playback import Position
from rnnviz.words import translate

COMFORTABLE = 40.0  # pixels for one track
LEAST = 24.0  # with less, tracks beyond the first ones are left out
_MOST_BOXES = 420  # more cells than this become a picture
PAD = 4.0
_PALE = 40  # of 255: a cell that differs less from the background needs an edge


class TrackId(NamedTuple):
    """What the static layer of the tracks depends on."""

    axis: TimeAxis
    height: float
    names: tuple[str, ...]
    units: int
    theme: str
    words: tuple[str, ...]
    limit: float


def track_height(scene: Scene) -> float:
    """The height at which every track is comfortable: taller for many units, within bounds."""
    units = scene.units("H")
    return len(scene.gates) * min(max(COMFORTABLE, 2.0 * units), 64.0)


def track_names(scene: Scene, height: float) -> tuple[str, ...]:
    """Which tracks fit, in the order of computing. Where not all do: gates that open and close, cell and hidden come
    first, candidates last."""
    gates = scene.gates
    if height >= LEAST * len(gates):
        return tuple(gate.name for gate in gates)
    room = max(1, int(height / LEAST))
    ranked = sorted(gates, key=lambda gate: (_rank(gate.name), gates.index(gate)))
    chosen = {gate.name for gate in ranked[:room]}
    return tuple(gate.name for gate in gates if gate.name in chosen)


def _rank(name: str) -> int:
    return {"h": 0, "c": 1, "f": 2, "z": 2, "i": 3, "r": 3, "o": 4}.get(name, 5)


def tracks(scene: Scene, axis: TimeAxis, height: float, position: Position, marks: tuple[Batch, ...] = ()) -> Drawing:
    """The tracks in a view as wide as the axis and `height` pixels high. Clocks after the playhead are empty. marks: on
    the cells."""
    names = track_names(scene, height)
    each = height / len(names)
    clocks, moment = axis.visible, Moment.of(scene, position)
    words = tuple(translate("cells", scene.gate(name).title) for name in names)
    identity = TrackId(axis, height, names, scene.units("H"), scene.theme.name, words, scene.limit)
    live: list[Batch] = []
    for index, name in enumerate(names):
        live += _cells(scene, axis, clocks, moment, name, index * each + PAD, each - 2 * PAD)
    live += marks
    live += covers(scene, axis, height)
    static = kept(identity, lambda: _beds(scene, axis, clocks, names, each))
    live += kept((identity, "names"), lambda: _names(scene, axis, names, words, each))
    x = playhead_x(axis, position, scene.reduced_motion, scene.reverse)
    if axis.left <= x <= axis.left + axis.room:
        live.append(line(x, 0.0, x, height, ink(scene.theme.accent), 2.0))
    return Drawing(axis.width, height, ink(scene.theme.stage), static, tuple(live), identity)


def roomy(axis: TimeAxis, clocks: range, units: int, high: float) -> bool:
    """Whether every cell is a box of its own, with gaps between."""
    return axis.column >= 14 and high / units >= 5 and len(clocks) * units <= _MOST_BOXES


def boxes(axis: TimeAxis, clocks: range, units: int, top: float, high: float) -> tuple[np.ndarray, ...]:
    """x, y, w, h (clocks * units,) of the cells of one track."""
    gap = 1.0 if high / units < 9 else 1.6
    cell = high / units
    x = np.repeat(middles(axis, clocks, -axis.column / 2 + gap / 2), units)
    y = np.tile(top + cell * np.arange(units), len(clocks))
    count = len(x)
    return x, y, np.full(count, axis.column - gap), np.full(count, cell - gap)


def _cells(
    scene: Scene, axis: TimeAxis, clocks: range, moment: Moment, name: str, top: float, high: float
) -> list[Batch]:
    """The values of one track, as far as they are revealed."""
    layer, units = ("H" if name == "h" else name), scene.units("H")
    shown = moment.shown(name, clocks, scene.part)
    if not roomy(axis, clocks, units, high):
        left = axis.x(clocks.start) - axis.column / 2
        return [*heat(scene, name, clocks, shown, left, top, axis.column, high)]
    whole = scene.remember(("cells", name, axis, top, high), lambda: _whole(scene, axis, clocks, layer, top, high))
    seen = shown.copy()
    seen[scene.known_of(layer, clocks) :] = 0.0
    fill = whole.fill.copy()
    fill.reshape(len(clocks), units, 4)[..., 3] = np.rint(255 * seen)[:, None]
    return [replace(whole, fill=fill, line_width=np.where(np.repeat(seen > 0, units), whole.line_width, 0.0))]


def _whole(scene: Scene, axis: TimeAxis, clocks: range, layer: str, top: float, high: float) -> Boxes:
    """All cells of one track."""
    units = scene.units("H")
    x, y, w, h = boxes(axis, clocks, units, top, high)
    fill = colours_of(scene, layer, clocks).reshape(-1, 4)
    # A hairline shows that a cell is there even where its value is almost the background's colour; strokes cost as much
    # as fills, so the other cells have none.
    pale = np.abs(fill[:, :3].astype(int) - ink(scene.theme.stage)[:3]).max(axis=-1) < _PALE
    edge = between(fill, ink(scene.theme.muted), np.full(len(x), 0.25))
    return Boxes(x, y, w, h, fill, edge, np.where(pale, 0.8, 0.0), 2.0, unit_keys(layer, clocks, units, scene.part))


def _beds(scene: Scene, axis: TimeAxis, clocks: range, names: tuple[str, ...], each: float) -> tuple[Batch, ...]:
    """Where the cells will be, as long as they are empty."""
    units = scene.units("H")
    made: list[Batch] = []
    for index in range(len(names)):
        top, high = index * each + PAD, each - 2 * PAD
        if roomy(axis, clocks, units, high):
            x, y, w, h = boxes(axis, clocks, units, top, high)
            fill = even(scene.theme.border, len(x), 0.42)
            made.append(Boxes(x, y, w, h, fill, even("#000000", len(x), 0.0), np.zeros(len(x)), 2.0))
        elif len(clocks):
            left = axis.x(clocks.start) - axis.column / 2
            made.append(box(left, top, axis.column * len(clocks), high, ink(scene.theme.border, 0.42)))
        if index:
            y_line = index * each
            made.append(line(0.0, y_line, axis.width, y_line, ink(scene.theme.border), 1.0))
    return tuple(made)


def _names(
    scene: Scene, axis: TimeAxis, names: tuple[str, ...], words: tuple[str, ...], each: float
) -> tuple[Batch, ...]:  # fmt: skip
    """In the gutter, in the role's colour: the title and the letter, and the ends of the track's fixed scale."""
    made: list[Batch] = []
    one = np.ones(1)
    size = 12.0 if each >= 20 else max(8.0, float(int(each * 0.6)))
    room = axis.left - 2 * MARGIN
    texts = [f"{word} {name}" for name, word in zip(names, words, strict=True)]
    fitting = (
        smaller
        for smaller in (size, 10.0, 9.0, 8.0)
        if smaller <= size and max(text_width(text, smaller, True) for text in texts) <= room
    )
    found = next(fitting, None)
    size, texts = (found, texts) if found else (size, list(names))
    for index, (name, text) in enumerate(zip(names, texts, strict=True)):
        y = (index + 0.5) * each
        scale = _scale(scene, name)
        shift = 7.5 if each >= 32 else 0.0
        colour = ink(scene.ink(name))[None]
        made.append(Texts((text,), MARGIN * one, (y - shift) * one, colour, size, "l", True))
        if shift:
            muted = ink(scene.theme.muted)[None]
            made.append(Texts((scale,), MARGIN * one, (y + shift) * one, muted, 10.0, "l"))
    return tuple(made)


def _scale(scene: Scene, name: str) -> str:
    """The fixed ends of the track's colours."""
    end = written(scene.limit)
    return "0 … 1" if is_gate(scene, name) else f"−{end} … {end}"
