"""The stage when a clock is too narrow for neurons: each layer and gate is one continuous heat map."""

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Lines
from rnnviz.figure.heat import heat
from rnnviz.figure.marks import even, ink
from rnnviz.figure.motion import Moment
from rnnviz.figure.rows import Layout
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis

LEAST_CELL = 12.0  # pixels: so wide a clock's place is parted from the next one's, to be seen while it is empty


def bands(scene: Scene, layout: Layout, axis: TimeAxis, clocks: range, moment: Moment) -> list[Batch]:
    """S, the gates, H, M and X from top to bottom over the visible clocks."""
    made: list[Batch] = []
    left = axis.x(clocks.start) - axis.column / 2
    width = axis.column * len(clocks)
    edges = left + axis.column * np.arange(1, len(clocks), dtype=np.float64)

    def band(here: Scene, name: str, y: float, high: float) -> None:
        made.append(_bed(here, left, y, high, width, name))
        if axis.column >= LEAST_CELL and len(edges):
            count, tall = len(edges), np.full(len(edges), y + high)
            made.append(
                Lines(edges, tall - 2 * high, edges, tall, even(here.colour(name), count, 0.45), np.ones(count))
            )
        shown = moment.shown(name, clocks, here.part)
        made.extend(heat(here, name, clocks, shown, left, y - high, axis.column, 2 * high))

    for part in reversed(scene.parts):
        here, rows = scene.at(*part), layout.of(*part)
        for gate, (y, high) in zip(scene.lights, rows.bands, strict=False):
            band(here, gate.name, y, high)
    for name in reversed(scene.layers):
        for part in reversed(scene.parts) if name in ("H", "M") else ((0, False),):
            row = layout.of(*part).row(name)
            if row.high:
                band(scene.at(*part), name, row.y, row.high)
    return made


def _bed(scene: Scene, x: float, y: float, high: float, width: float, name: str) -> Boxes:
    """Where the heat map will be, as long as it is empty."""
    one = np.ones(1)
    line = even(scene.colour(name), 1, 0.45)
    fill = ink(scene.theme.border, 0.35)[None]
    return Boxes((x - 1) * one, (y - high - 1) * one, (width + 2) * one, (2 * high + 2) * one, fill, line, one, 2.0)
