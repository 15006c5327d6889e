"""Where the next state would lie if the last one had been another: the flow of a cell of one or two units."""

import numpy as np

from rnnviz.figure.drawing import Floats
from rnnviz.figure.scene import Scene

MOST_UNITS = 2


def has_field(scene: Scene, t: int) -> bool:
    """Whether h_t is made of x_t and h_(t-1) alone (and c_(t-1)), and there are few enough units to draw that."""
    alone = scene.units("H") <= MOST_UNITS and scene.cell.states[0] == "h"
    return alone and bool(np.isfinite(scene.values("X", range(t, t + 1))).all())


def after(scene: Scene, t: int, h: Floats) -> Floats:
    """(N, H): what h_t would be with each of the states h (N, H) as h_(t-1). x_t is that of the sequence, and c_(t-1),
    where the cell has it, that of the trace."""
    x = scene.values("X", range(t, t + 1))[0]
    others = {name: scene.before(name, t) for name in scene.cell.states if name != "h"}
    step = scene.cell.step
    made: Floats = np.array([step(scene.parameters, x, {"h": state, **others})[0]["h"] for state in h])
    return made
