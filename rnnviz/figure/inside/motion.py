"""How far the parts of an open cell have come at a position of the playhead."""

from dataclasses import dataclass

from rnnviz.figure.inside.diagram import ALWAYS, Node, Wire
from rnnviz.figure.marks import ease
from rnnviz.figure.motion import Moment
from rnnviz.figure.scene import Scene
from rnnviz.session.playback import Position

_FLASH = 0.08  # so much of a phase a number takes to appear


@dataclass(frozen=True)
class Course:
    """Of the cell of one clock. before: how much of what comes from the clock before has arrived. All parts 0 to 1."""

    moment: Moment
    t: int
    before: float

    @classmethod
    def of(cls, scene: Scene, position: Position, t: int) -> "Course":
        moment = Moment.of(scene, position)
        ahead = (position.t - t) if scene.reverse else (t - position.t)  # in the order of this row
        before = 1.0 if ahead <= 0 else moment.part("M") if ahead == 1 else 0.0
        return cls(moment, t, before)

    def reached(self, phase: str, start: float, stop: float) -> float:
        """How far the clock has come between two moments of a phase."""
        if phase == ALWAYS:
            return self.before
        moment = self.moment
        if self.t != moment.t:
            return 1.0 if (self.t < moment.t) != moment.backwards else 0.0
        if phase in moment.done:
            return 1.0
        if phase != moment.phase:
            return 0.0
        return min(max((moment.progress - start) / max(stop - start, 1e-9), 0.0), 1.0)

    def travelled(self, wire: Wire) -> float:
        """How far along its wire the value is."""
        return ease(self.reached(wire.phase, wire.start, wire.stop))

    def fired(self, node: Node) -> float:
        """How much of a node's value is there."""
        return ease(self.reached(node.phase, node.start, node.stop))

    def written(self, wire: Wire) -> float:
        """How visible the number of a wire is."""
        if wire.number is not None and wire.number.early:
            return self.before
        return self.reached(wire.phase, wire.stop - _FLASH, wire.stop)
