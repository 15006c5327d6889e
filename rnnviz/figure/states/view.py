"""One of `VIEWS` by name."""

from collections.abc import Mapping

from rnnviz.engine.messages import Array
from rnnviz.figure.drawing import Drawing
from rnnviz.figure.scene import Scene
from rnnviz.figure.states.alike import alike
from rnnviz.figure.states.saturation import saturation
from rnnviz.figure.states.symbols import symbols
from rnnviz.figure.states.trajectory import trajectory
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.playback import Position
from rnnviz.session.state import Seen


def state_drawing(
    name: str,
    scene: Scene,
    seen: Seen,
    axis: TimeAxis,
    height: float,
    position: Position,
    gradients: Mapping[str, Array],
    wanted_line: int | None = None,
) -> Drawing:
    """As wide as the axis and `height` pixels high. gradients: of `choice.fitting`. wanted_line: see `symbols`."""
    if name == "trajectory":
        return trajectory(scene, seen, axis, height, position)
    if name == "symbols":
        return symbols(scene, seen, axis, height, position, gradients, wanted_line)
    if name == "alike":
        return alike(scene, seen, axis, height, position)
    return saturation(scene, axis, height, position)
