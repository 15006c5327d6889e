"""How far the current clock has come: what is revealed, what travels, and where the playhead stands."""

from dataclasses import dataclass

import numpy as np

from rnnviz.figure.drawing import Floats
from rnnviz.figure.marks import ease
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.playback import LOWER, UPPER, Position
from rnnviz.session.state import Key

# A value is seen where it arrives during the last part of its journey.
_ARRIVAL = 0.6


@dataclass(frozen=True)
class Moment:
    """Clock t, the name of its phase, how much of it is done, and the names of the phases done before it.

    layer: the one whose gates have phases, of so many. steps: T where the network is bidirectional, else 0. There every
    input is seen from the beginning, and so is what was complete before the first clock: all layers below, and this
    layer's row from right to left. What lies above needs this layer complete and comes with the last clock.

    backwards: the row that runs right to left is looked at: clocks go from T to 1, and the other row is complete.
    """

    t: int
    phase: str
    progress: float
    done: frozenset[str]
    layer: int = 0
    layers: int = 1
    steps: int = 0
    backwards: bool = False

    @classmethod
    def of(cls, scene: Scene, position: Position) -> "Moment":
        names = [phase.name for phase in scene.phases]
        index = min(position.phase, len(names) - 1)
        progress = 1.0 if scene.reduced_motion else min(max(position.progress, 0.0), 1.0)
        whole = scene.steps if scene.bidirectional else 0
        return cls(
            position.t,
            names[index],
            progress,
            frozenset(names[:index]),
            scene.layer,
            scene.top + 1,
            whole,
            scene.reverse,
        )

    def part(self, name: str) -> float:
        """How much of X, a gate, H, S or the copy to M of this clock is to be seen, 0 to 1."""
        name = "H" if name == "h" else name
        if name in self.done:
            return 1.0
        return ease(self.progress) if name == self.phase else 0.0

    def arrived(self, name: str) -> float:
        """The same for what travels first and is seen when it arrives."""
        part = self.part(name)
        return part if part in (0.0, 1.0) else ease((self.progress - _ARRIVAL) / (1 - _ARRIVAL))

    @property
    def moving(self) -> bool:
        """Whether something is on its way at this very moment."""
        return 0.0 < self.progress < 1.0

    def reached(self, layer: int) -> float:
        """How far the values of a layer below or above this one have come, 0 to 1: one layer after the other."""
        below = layer < self.layer
        name = LOWER if below else UPPER
        part = 1.0 if name in self.done else self.progress if name == self.phase else 0.0
        first, count = (0, self.layer) if below else (self.layer + 1, self.layers - 1 - self.layer)
        return min(max(part * count - (layer - first), 0.0), 1.0)

    def shown(self, name: str, clocks: range, part: tuple[int, bool] | None = None) -> Floats:
        """(len(clocks),) how visible the values of a layer or gate are at each clock: 1 before t, 0 after it.

        M_t is there from the beginning of clock t; the copy at the end of clock t brings M_(t+1). part: layer, from 0,
        and direction; those that are looked at if None.
        """
        layer, reverse = (self.layer, self.backwards) if part is None or name in ("X", "S") else part
        if self.steps:
            other = layer == self.layer and reverse != self.backwards
            if name == "X" or (name != "S" and (layer < self.layer or other)):
                return np.ones(len(clocks))
            if layer > self.layer or (name == "S" and self.layer < self.layers - 1):
                return np.full(len(clocks), self.arrived("S") if self.last else 0.0)
        if self.backwards:
            return self._shown_backwards(name, clocks)
        t = self.t + (1 if name == "M" else 0)
        travels = name in ("X", "S", "M", "H")
        made = np.zeros(len(clocks))
        if layer != self.layer and name not in ("X", "S", "M"):
            made[: max(0, min(len(clocks), t - clocks.start))] = 1.0
            if clocks.start <= t < clocks.stop:
                made[t - clocks.start] = ease(self.reached(layer))
            return made
        made[: max(0, min(len(clocks), t - clocks.start))] = 1.0
        if clocks.start <= t < clocks.stop:
            made[t - clocks.start] = self.arrived(name) if travels else self.part(name)
        return made

    def ahead(self, scene: Scene, key: Key) -> bool:
        """Whether this layer or gate is still to come at its clock."""
        name = "H" if key.name == "h" else key.name
        return bool(self.shown(name, range(key.t, key.t + 1), scene.about(key).part)[0] < 0.5)

    def _shown_backwards(self, name: str, clocks: range) -> Floats:
        t = self.t - (1 if name == "M" else 0)
        made = np.zeros(len(clocks))
        made[max(0, t + 1 - clocks.start) :] = 1.0
        if clocks.start <= t < clocks.stop:
            made[t - clocks.start] = self.arrived(name) if name in ("S", "M", "H") else self.part(name)
        return made

    @property
    def last(self) -> bool:
        """Whether this is the last clock of a bidirectional network's row, in the order of that row."""
        return self.t == (1 if self.backwards else self.steps)


def playhead_x(axis: TimeAxis, position: Position, reduced_motion: bool = False, backwards: bool = False) -> float:
    """Where the playhead stands: on the middle of its clock, on the way there while the clock's first values travel.
    backwards: whether it comes from the clock after."""
    before = position.t + 1 if backwards else position.t - 1
    if position.phase == 0 and 1 <= before <= axis.steps and not reduced_motion:
        return axis.x(before + (position.t - before) * ease(position.progress))
    return axis.x(position.t)
