"""A frame around what is selected or pointed at."""

import numpy as np

from rnnviz.figure.drawing import Batch
from rnnviz.figure.marks import frame_box, ink, ring
from rnnviz.figure.neurons import cell_box
from rnnviz.figure.rows import Layout
from rnnviz.figure.scene import LAYERS, Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.state import Key


def outline(scene: Scene, layout: Layout, axis: TimeAxis, key: Key, alpha: float, colour: str = "") -> list[Batch]:
    """The frame, in the accent's colour or another one; none where the key is not to be seen."""
    name = "H" if key.name == "h" else key.name
    scene = scene.about(key)
    layout = layout.of(*scene.part)
    lights = [gate.name for gate in scene.lights]
    if key.t not in axis.visible or key.unit >= scene.units(name) or (name == "M" and not scene.cell.memory):
        return []
    x, line, width = axis.x(key.t), ink(colour or scene.theme.accent, alpha), 2.0 * max(1.0, layout.scale)
    if name in LAYERS:
        row = layout.row(name)
        if not row.high:
            return []
        if layout.narrow:
            return _band_frame(row.y, row.high, scene.units(name), key, x, axis.column, line, width)
        if key.unit < 0:
            high = row.high + 3
            return [frame_box(x + row.shift - row.half - 3, row.y - high, 2 * row.half + 6, 2 * high, line, width, 5.0)]
        if row.r:
            return [ring(x + row.x(key.unit), row.level(key.unit), row.r + 2.5, line, width)]
        left, top, w, h = cell_box(row, key.unit)
        return [frame_box(x + left - 1, top - 1, w + 2, h + 2, line, width, 1.5)]
    if name not in lights:
        return []
    index, place = lights.index(name), layout.lights
    if not place.number:
        return []
    if layout.narrow:
        y, high = layout.bands[index]
        return _band_frame(y, high, scene.units(name), key, x, axis.column, line, width)
    left, top, w, h = (
        x + place.shift + place.x(index) - place.half,
        place.y - place.high,
        2 * place.half,
        2 * place.high,
    )
    if key.unit >= 0 and not place.down:
        w /= scene.units(name)
        left += w * key.unit
    elif key.unit >= 0:
        w, h = w / place.across, h / place.down
        left, top = left + w * (key.unit % place.across), top + h * (key.unit // place.across)
    return [frame_box(left - 2, top - 2, w + 4, h + 4, line, width, 3.0)]


def _band_frame(
    y: float, high: float, units: int, key: Key, x: float, column: float, line: np.ndarray, width: float
) -> list[Batch]:  # fmt: skip
    top, tall = y - high, 2 * high
    if key.unit >= 0:
        tall /= units
        top += tall * key.unit
    w = max(column, 3.0)
    return [frame_box(x - w / 2 - 1, top - 1, w + 2, tall + 2, line, width, 1.5)]
