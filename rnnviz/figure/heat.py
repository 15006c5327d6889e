"""Heat maps: the values of a layer or gate over the visible clocks as one picture, as far as they are revealed."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from rnnviz.figure.drawing import Colours, Floats, Picture
from rnnviz.figure.palette import diverging, filling
from rnnviz.figure.scene import Scene


def colours_of(scene: Scene, name: str, clocks: range) -> Colours:
    """(clocks, units, 4) on the fixed scale: [0, 1] in their own colour for sigmoid gates, else to the scene's
    limit. Kept with the scene, since the same clocks are drawn again with every frame."""

    def make() -> Colours:
        values = scene.values(name, clocks)
        if is_gate(scene, name):
            return filling(values, scene.colour(name), scene.theme.field)
        colours = diverging(values, limit=scene.limit)
        colours[~scene.exists(name, clocks)] = 0
        return colours

    return scene.remember((name, clocks), make)


def is_gate(scene: Scene, name: str) -> bool:
    """Whether it is one of the gates that open and close, with values in [0, 1]."""
    return any(gate.name == name for gate in scene.lights)


def revealed(shown: Floats, known: int) -> list[tuple[int, int, float]]:
    """(first, end, how visible) of the clocks that are to be seen, side by side where they are equally visible: those
    before the playhead, and in a row that runs right to left those after it. known: how many of the first have
    values."""
    edges = [0, *(np.flatnonzero(np.diff(shown[:known])) + 1).tolist(), known]
    runs = ((first, end, float(shown[first])) for first, end in pairwise(edges) if end > first)
    return [run for run in runs if run[2] > 0]


def heat(
    scene: Scene, name: str, clocks: range, shown: Floats, x: float, y: float, column: float, height: float
) -> list[Picture]:
    """A column for each clock, a row for each unit. x: the left edge of the first clock. Clocks that are not yet
    revealed are left out; one that is on its way is a picture of its own, translucent."""
    layer = "H" if name == "h" else name
    runs = revealed(shown, scene.known_of(layer, clocks))
    if not runs:
        return []

    def make() -> Colours:
        return np.ascontiguousarray(colours_of(scene, layer, clocks).swapaxes(0, 1))

    whole = scene.remember(("heat", layer, clocks), make)
    made = []
    for first, end, alpha in runs:
        image = whole[:, first:end]
        if alpha < 1:
            image = image.copy()
            image[..., 3] = round(255 * alpha)
        place = x + column * first, y, column * (end - first), height
        made.append(Picture(*place, image, scene.called(layer), clocks.start + first))
    return made


def narrowed(rgba: Colours, columns: int) -> Colours:
    """(rows, N, 4) in fewer columns, for clocks narrower than a pixel: each is the mean colour of its clocks, so that
    no clock is left out and none stands for its neighbours."""
    edges = np.arange(columns + 1) * rgba.shape[1] // columns
    sums = np.add.reduceat(rgba, edges[:-1], axis=1, dtype=np.uint32)
    mean = (sums + np.diff(edges)[:, None] // 2) // np.diff(edges)[:, None]
    return np.ascontiguousarray(mean, np.uint8)


class Place(NamedTuple):
    """Where a layer's or gate's cells lie: x, y of the first clock's, the distance to the next clock's, their height,
    how many across and down, and how many empty ones before the next clock's."""

    x: float
    y: float
    column: float
    height: float
    across: int
    down: int
    gap: int


def strips(scene: Scene, name: str, clocks: range, shown: Floats, place: Place) -> list[Picture]:
    """The units of each clock line by line in a block of cells; the blocks of all revealed clocks in one picture."""
    runs = revealed(shown, scene.known_of(name, clocks))
    if not runs:
        return []
    across, down, gap = place.across, place.down, place.gap

    def make() -> Colours:
        colours = colours_of(scene, name, clocks)
        units = colours.shape[1]
        whole = np.zeros((len(clocks), down * across, 4), dtype=np.uint8)
        whole[:, :units] = colours
        image = np.zeros((down, len(clocks), across + gap, 4), dtype=np.uint8)
        image[:, :, :across] = whole.reshape(len(clocks), down, across, 4).swapaxes(0, 1)
        return image.reshape(down, len(clocks) * (across + gap), 4)

    whole = scene.remember(("strips", name, clocks, across, down, gap), make)
    units = scene.units(name)
    made = []
    for first, end, alpha in runs:
        image = whole[:, first * (across + gap) : end * (across + gap) - gap]
        if alpha < 1:
            image = image.copy()
            image[..., 3] = np.rint(alpha * image[..., 3])
        cell = place.column / (across + gap)
        x, width = place.x + place.column * first, cell * image.shape[1]
        shown_name, first_t = scene.called(name), clocks.start + first
        made.append(Picture(x, place.y, width, place.height, image, shown_name, first_t, across, gap, units))
    return made
