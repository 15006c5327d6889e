"""What lies on the cells of the tracks: the mark of a number held by hand, and the values before an edit under way."""

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Picture
from rnnviz.figure.heat import colours_of
from rnnviz.figure.locks import locks
from rnnviz.figure.marks import ink
from rnnviz.figure.motion import Moment
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.tracks import PAD, boxes, roomy, track_names
from rnnviz.session.playback import Position

OLD = 3  # an old value takes the first of so many parts of its cell


def held_cells(scene: Scene, axis: TimeAxis, height: float) -> list[Batch]:
    """A frame around each cell that a person holds, and a lock on it where there is room."""
    names, units, clocks = track_names(scene, height), scene.units("H"), axis.visible
    each = height / len(names)
    cell = (each - 2 * PAD) / units
    end = axis.left + axis.room
    places = [
        (
            max(axis.x(spot.t - 0.5), axis.left),
            min(axis.x(spot.t + 0.5), end),
            names.index(spot.name) * each + PAD + cell * spot.unit,
        )
        for spot in scene.held
        if spot.t in clocks and (spot.layer, spot.reverse) == scene.part and spot.name in names
    ]
    if not places:
        return []
    x, right, y = (np.array(column) for column in zip(*places, strict=True))
    one = np.ones(len(x))
    wide, high = np.maximum(right - x, 3.0), max(cell, 3.0)
    line, clear = np.tile(ink(scene.theme.text), (len(x), 1)), np.zeros((len(x), 4), np.uint8)
    frames = Boxes(x, y - 0.5, wide, high * one, clear, line, 1.6 * one, 2.0)
    size = min(0.8 * axis.column, 9.0)
    return [frames, *(locks(scene.theme, right - 0.5 * size - 2, y + high / 2, size) if size >= 5 else [])]


def old_cells(scene: Scene, old: Scene, axis: TimeAxis, height: float, position: Position) -> list[Batch]:
    """The values of the same cells before, as the first third of each that is another now. Scales do not change."""
    names, units, clocks = track_names(scene, height), scene.units("H"), axis.visible
    moment = Moment.of(scene, position)
    each, made = height / len(names), list[Batch]()
    for index, name in enumerate(names):
        layer = "H" if name == "h" else name
        shown = moment.shown(name, clocks, scene.part) > 0
        shown[min(scene.known_of(layer, clocks), old.known_of(layer, clocks)) :] = False
        before, after = colours_of(old, layer, clocks), colours_of(scene, layer, clocks)
        other = (before != after).any(axis=2) & shown[:, None]
        if not other.any():
            continue
        top, high = index * each + PAD, each - 2 * PAD
        if roomy(axis, clocks, units, high):
            here = other.ravel()
            x, y, w, h = (place[here] for place in boxes(axis, clocks, units, top, high))
            count, clear = len(x), np.zeros((len(x), 4), np.uint8)
            made.append(Boxes(x, y, w / OLD, h, before[other], clear, np.zeros(count), 2.0))
            continue
        image = np.zeros((units, len(clocks), OLD, 4), np.uint8)
        image[:, :, 0] = np.where(other[..., None], before, 0).swapaxes(0, 1)
        x, wide = axis.x(clocks.start) - axis.column / 2, axis.column * len(clocks)
        made.append(Picture(x, top, wide, high, image.reshape(units, -1, 4), "", clocks.start, 1, OLD - 1))
    return made
