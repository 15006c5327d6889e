"""The frozen state of a session, and the session that replaces it, tells its listeners, and can go back."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from rnnviz.engine.messages import Model
from rnnviz.inputs.sequence import Sequence
from rnnviz.network.held import Held, nothing_held
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.session.playback import Position, clock_phases, end_of
from rnnviz.session.undo import Undoable
from rnnviz.tasks.base import Task

# The letters of the weights, see `rnnviz.figure.notation`; the first one is rnnviz's own.
NOTATIONS = ("rnnviz", "swapped", "pytorch", "layers")


class Key(NamedTuple):
    """A thing that can be pointed at: `name` is X, H, M, S or a gate's letter; t from 1; unit from 0, -1 for all;
    layer from 0 and direction of H, M and the gates (0 and forward for X and S)."""

    name: str
    t: int
    unit: int = -1
    layer: int = 0
    reverse: bool = False


@dataclass(frozen=True)
class Opened:
    """The cells that are open: that of the playhead's clock, and with `count` 2 the one after it (at the last clock the
    one before). unit: the one whose numbers are shown, from 0; -1 for all."""

    count: int = 1
    unit: int = 0

    def clocks(self, t: int, steps: int) -> range:
        """The clocks whose cells are open while the playhead stands at clock t."""
        count = min(self.count, steps)
        first = min(t, steps - count + 1)
        return range(first, first + count)


@dataclass(frozen=True)
class Seen:
    """What of the state the views below the tracks show.

    quantity: h or a gate's letter; gradient: how the loss would change with it, instead of its value; unit: from 0.
    alone: whether that unit alone says which clocks are alike, or all units do. colour: of the trajectory, by “time” or
    by “symbol”.
    """

    quantity: str = "h"
    gradient: bool = False
    unit: int = 0
    alone: bool = False
    colour: str = "time"


@dataclass(frozen=True, eq=False)
class State:
    """All that is being looked at. The first four fields, what is held by hand and the document are the work, which
    undo brings back; the rest is the view."""

    task: Task
    training: TrainingSpec
    sequence: Sequence
    network: Model
    position: Position = field(default_factory=Position)
    playing: bool = False
    learning: bool = False
    loop: bool = False
    speed: float = 1.0
    selection: Key | None = None
    opened: Opened | None = None
    layer: int = -1  # the one that is large, and in tracks, curves and an open cell; from 0, or -1 for the top one
    rolled: bool = False  # whether the network is folded into one, with its loop, instead of unrolled in time
    reverse: bool = False  # the direction of it that is meant, where there are two
    # What is below the tracks: states, gates, one of `rnnviz.gradients.look.LOOKS` or of `rnnviz.figure.states.VIEWS`.
    curves: str = "states"
    seen: Seen = Seen()
    notation: str = NOTATIONS[0]
    sideways: bool = False  # within a clock's column X stands at the left and S at the right, not below and above
    trail: tuple[Key, ...] = ()  # the numbers that led to the selection, each made from the next one
    held: Held = field(default_factory=nothing_held)  # in the trace that is seen; learning goes on without
    document: object = field(default_factory=object)  # which it is; what is opened is another one

    @property
    def part(self) -> tuple[int, bool]:
        """Layer, from 0, and direction of what is looked at; the network of this moment has them."""
        return part_of(self.network.spec, self.layer, self.reverse)

    @property
    def focus(self) -> Key | None:
        """What equations and words are about: the selection; while a cell is open, the same in that cell; of a folded
        network the same at the playhead's clock."""
        key, opened = self.selection, self.opened
        if opened is None:
            return key._replace(t=self.position.t) if self.rolled and key is not None else key
        t, clocks = self.position.t, opened.clocks(self.position.t, len(self.sequence))
        key = key or Key("H", t, 0, *self.part)
        spec = self.network.spec
        own = key.name in ("X", "S") or (key.name == "M" and spec.cell == "jordan")  # units that are not those of H
        unit = key.unit if own else min(opened.unit, spec.hidden - 1)
        return key._replace(t=key.t if key.t in clocks else t, unit=unit)


def part_of(spec: NetworkSpec, layer: int, reverse: bool) -> tuple[int, bool]:
    """The layer and direction of this network that is nearest to what is wanted; layer -1 is the top one."""
    layer = spec.layers - 1 if layer < 0 else min(layer, spec.layers - 1)
    return layer, reverse and spec.direction == "bidirectional"


WORK = ("task", "training", "sequence", "network", "held", "document")


class Session(Undoable[State]):
    """The session of one network on one sequence."""

    work = WORK

    def _restored(self, past: State) -> State:
        work = {name: getattr(past, name) for name in WORK}
        t = min(self.state.position.t, len(past.sequence))
        position = self.state.position if t == self.state.position.t else replace(past.position, t=t)
        one, other = past.network.spec, self.state.network.spec
        if (one.cell, one.layers, one.direction) != (other.cell, other.layers, other.direction):
            position = past.position  # another network has other phases, of which the layer looked at decides
            here = clock_phases(one, False, part_of(one, self.state.layer, self.state.reverse))
            if position.phase >= len(here):
                position = end_of(position.t, here)
        selection = past.selection if past.network.spec != self.state.network.spec else self.state.selection
        return replace(self.state, **work, position=position, selection=selection, playing=False, learning=False)
