"""A frame around the cell of a track that is pointed at, here or in another view."""

from rnnviz.figure.drawing import Batch
from rnnviz.figure.marks import frame_box, ink
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.tracks import PAD, track_names
from rnnviz.session.state import Key


def pointed(scene: Scene, axis: TimeAxis, height: float, key: Key) -> list[Batch]:
    """The frame; none where the key has no cell in sight. A unit of -1 stands for all units of the clock. The memory
    has the cell of what it copies."""
    if key.name == "M" and scene.cell.memory == "H":
        key = key._replace(name="H", t=scene.clock_before(key.t))
    if scene.about(key).part != scene.part:
        return []
    name = "h" if key.name == "H" else key.name
    names, units = track_names(scene, height), scene.units("H")
    if name not in names or key.t not in axis.visible or key.unit >= units:
        return []
    each = height / len(names)
    top, high = names.index(name) * each + PAD, each - 2 * PAD
    if key.unit >= 0:
        high /= units
        top += high * key.unit
    left = max(axis.x(key.t - 0.5), axis.left)
    right = min(axis.x(key.t + 0.5), axis.left + axis.room)
    wide, high = max(right - left, 3.0), max(high, 3.0)
    return [frame_box(left, top - 0.5, wide, high, ink(scene.theme.accent), 1.8, 2.0)]
