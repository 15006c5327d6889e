"""The stage when a clock is too narrow for neurons: each layer and gate is one continuous heat map."""

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Colours, Floats, Picture
from rnnviz.figure.layout import Layout
from rnnviz.figure.marks import even, ink
from rnnviz.figure.motion import Moment
from rnnviz.figure.palette import diverging, filling
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis


def bands(scene: Scene, layout: Layout, axis: TimeAxis, clocks: range, moment: Moment) -> list[Batch]:
    """S, the gates, H, M and X from top to bottom over the visible clocks."""
    made: list[Batch] = []
    places = [(gate.name, y, high) for gate, (y, high) in zip(scene.lights, layout.bands, strict=False)]
    places += [(name, layout.row(name).y, layout.row(name).high) for name in ("S", "H", "M", "X")]
    left = axis.x(clocks.start) - axis.column / 2
    width = axis.column * len(clocks)
    for name, y, high in places:
        made.append(_bed(scene, left, y, high, width, name))
        made.append(heat(scene, clocks, name, moment.shown(name, clocks), left, y - high, width, 2 * high))
    return made


def heat(
    scene: Scene, clocks: range, name: str, shown: Floats, x: float, y: float, width: float, height: float
) -> Picture:
    """One heat map: a column for each clock, a row for each unit; gates in their own colour, the rest diverging."""
    values = scene.values(name, clocks).T
    seen = np.where(np.isnan(values), 0.0, shown)
    rgba: Colours = heat_colours(scene, name, values).copy()
    rgba[..., 3] = np.rint(255 * seen)
    return Picture(x, y, width, height, rgba, "H" if name == "h" else name, clocks.start)


def heat_colours(scene: Scene, name: str, values: Floats) -> Colours:
    """Colours of the values of a layer or gate, on its fixed scale: [0, 1] for sigmoid gates, else [-1, 1]."""
    if name in scene.sizes or scene.gate(name).kind != "sigmoid" or name == "h":
        return diverging(values)
    return filling(values, scene.colour(name), scene.theme.field)


def _bed(scene: Scene, x: float, y: float, high: float, width: float, name: str) -> Boxes:
    """Where the heat map will be, as long as it is empty."""
    one = np.ones(1)
    line = even(scene.colour(name), 1, 0.45)
    fill = ink(scene.theme.border, 0.35)[None]
    return Boxes((x - 1) * one, (y - high - 1) * one, (width + 2) * one, (2 * high + 2) * one, fill, line, one, 2.0)
