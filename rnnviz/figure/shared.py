"""One weight is one number at every clock: the places on the stage where the touched one is at work."""

from dataclasses import replace

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Circles, Drawing, Lines
from rnnviz.figure.edges import bundled, ends, middles_of, sides, wires_of
from rnnviz.figure.gutter import covers, names
from rnnviz.figure.layout import layout_of
from rnnviz.figure.marks import even, middles
from rnnviz.figure.rows import Layout
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.weight_matrix import Entry

WIDTH = 3.6


def shared_marks(scene: Scene, axis: TimeAxis, height: float, entry: Entry) -> list[Batch]:
    """The edge of this weight, or a ring around the unit of this bias, at every visible clock that has it. A band where
    all weights between two layers are drawn as one, a frame around the row where units are cells of a strip."""
    layout, clocks = layout_of(scene, axis.column, height), axis.visible
    return marks_at(scene, layout, axis, clocks, len(clocks), entry)


def marks_at(scene: Scene, layout: Layout, axis: TimeAxis, clocks: range, visible: int, entry: Entry) -> list[Batch]:
    """The same at these clocks of a stage whose columns have this layout. visible: how many clocks' edges decide
    whether all weights between two layers are drawn as one."""
    if layout.narrow or not len(clocks):
        return []
    if entry.edge:
        return _edges(scene, layout, axis, clocks, visible, entry)
    rows = layout if entry.layer == "S" else layout.of(*entry.part)
    row = rows.row(entry.layer)
    xs = middles(axis, clocks)[scene.exists(entry.layer, clocks)]
    count = len(xs)
    if not count or not row.high:
        return []
    one, clear, line = np.ones(count), np.zeros((count, 4), np.uint8), even(scene.theme.accent, count)
    if not row.r:  # cells of a strip are too small to be framed one by one
        left, top = xs + row.shift - row.half - 2, (row.y - row.high - 2) * one
        return [Boxes(left, top, 2 * (row.half + 2) * one, 2 * (row.high + 2) * one, clear, line, 2.6 * one)]
    x = xs + middles_of(row, scene.units(entry.layer))[entry.unit]
    return [Circles(x, row.level(entry.unit) * one, (row.r + 3.5) * one, clear, line, 2.6 * one)]


def _edges(scene: Scene, layout: Layout, axis: TimeAxis, clocks: range, visible: int, entry: Entry) -> list[Batch]:
    xs, source = middles(axis, clocks), entry.source
    if entry.edge == "HS" or (entry.edge == "XH" and not entry.part[0]):
        xs = xs[scene.exists("S" if entry.edge == "HS" else "X", clocks)]
    if not len(xs):
        return []
    for wire in wires_of(scene, layout):
        top = entry.edge == "HS"
        if wire.edge != entry.edge or (not top and wire.part != entry.part):
            continue
        width = wire.weight.shape[1]
        if source >= width:  # the other direction's units, in the next wire
            source -= width
            continue
        if bundled(scene, layout, visible, wire):
            x1, y1 = wire.start.shift, wire.start.y - wire.start.high
            x2, y2 = wire.end.shift, wire.end.y + wire.end.high
            if wire.end.upright:
                (x1, y1), (x2, y2) = sides(wire)
        else:
            x1, y1, x2, y2 = (float(place[entry.unit * width + source]) for place in ends(wire))
        one = np.ones(len(xs))
        return [Lines(xs + x1, y1 * one, xs + x2, y2 * one, even(scene.theme.accent, len(xs)), WIDTH * one)]
    return []


def with_marks(drawing: Drawing, scene: Scene, axis: TimeAxis, marks: list[Batch]) -> Drawing:
    """The stage with these marks on it; those of columns that slid under the gutters are hidden there."""
    hiding = covers(scene, axis, drawing.height)
    if hiding:
        hiding += names(scene, layout_of(scene, axis.column, drawing.height), axis)
    return replace(drawing, live=(*drawing.live, *marks, *hiding))
