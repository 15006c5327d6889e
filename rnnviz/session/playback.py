"""Where the playhead is, and how it moves: pure functions, driven by a clock on screen, by a frame count in films."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from rnnviz.network.parameters import cell_of
from rnnviz.network.spec import NetworkSpec

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)

# Seconds at speed 1. A value travels a wire, a gate's light fills, H is copied to M.
TRAVEL, LIGHT, COPY = 0.40, 0.25, 0.40
ROLL = 0.60  # the network is folded or unrolled


LOWER, UPPER = "lower", "upper"


class Phase(NamedTuple):
    """One phase of a clock: X, a gate's letter, H, S or M (the copy to the next clock's memory); in deep networks also
    `LOWER` and `UPPER`, all layers below and above the one that is looked at."""

    name: str
    seconds: float


def phases(gates: tuple[str, ...], memory: bool = True, below: int = 0, above: int = 0) -> tuple[Phase, ...]:
    """The phases of one clock in their true order, for a cell with these gates (LSTM: f i g c o), with a memory or
    without, and for so many layers below and above the one whose gates are seen."""
    return (
        Phase("X", TRAVEL),
        *((Phase(LOWER, below * LIGHT),) if below else ()),
        *(Phase(gate, LIGHT) for gate in gates),
        Phase("H", TRAVEL),
        *((Phase(UPPER, above * LIGHT),) if above else ()),
        Phase("S", TRAVEL),
        *((Phase("M", COPY),) if memory else ()),
    )


def clock_phases(spec: NetworkSpec, inside: bool = False, part: tuple[int, bool] | None = None) -> tuple[Phase, ...]:
    """The phases of one clock of this network; the state h is the phase H. inside: while a cell is open. part: layer
    and direction that are looked at, None for the top layer.

    In a bidirectional network the layers below are complete before the first clock, because a row that runs right to
    left begins with the last clock, and those above follow when this one is complete: no phase of a clock is theirs.
    """
    cell, layer = cell_of(spec), spec.layers - 1 if part is None else part[0]
    deep = spec.direction == "forward"
    below, above = (layer, spec.layers - 1 - layer) if deep else (0, 0)
    made = phases(tuple(gate.name for gate in cell.gates if gate.name != "h"), bool(cell.memory), below, above)
    return inside_phases(made) if inside else made


def inside_phases(overview: tuple[Phase, ...]) -> tuple[Phase, ...]:
    """The same phases with the time that they need inside an open cell: values travel to a gate before it opens; what
    makes a state travels, meets, and travels on."""
    return tuple(
        phase
        if phase.name in ("X", "S", "M", LOWER, UPPER)
        else Phase(phase.name, TRAVEL + LIGHT + (TRAVEL if state else 0.0))
        for phase in overview
        for state in (phase.name in ("H", "c"),)
    )


@dataclass(frozen=True)
class Position:
    """Clock t (from 1), phase (index from 0) and how much of that phase is done, in [0, 1].

    All phases before `phase` are done. A paused playhead stands at the end of a phase, progress 1.
    """

    t: int = 1
    phase: int = 0
    progress: float = 1.0


def end_of(t: int, sequence_of_phases: tuple[Phase, ...]) -> Position:
    """The end of clock t: all of its phases done."""
    return Position(t, len(sequence_of_phases) - 1, 1.0)


def same_phase(position: Position, old: tuple[Phase, ...], new: tuple[Phase, ...]) -> Position:
    """The position among other phases: in the phase of the same name, else at the end of the clock."""
    name = old[min(position.phase, len(old) - 1)].name
    names = [phase.name for phase in new]
    return replace(position, phase=names.index(name)) if name in names else end_of(position.t, new)


def clock_seconds(sequence_of_phases: tuple[Phase, ...]) -> float:
    """How long one clock takes at speed 1."""
    return sum(phase.seconds for phase in sequence_of_phases)


def at_time(seconds: float, sequence_of_phases: tuple[Phase, ...], first: int, last: int) -> Position:
    """The playhead `seconds` (at speed 1) after the beginning of clock `first`, held at the end of clock `last`.

    Films use this directly: the position is a function of time, so frames can be dropped or drawn in any order.
    """
    whole = clock_seconds(sequence_of_phases)
    seconds = max(0.0, seconds)
    clocks = int(seconds / whole + 1e-9)
    if first + clocks > last:
        return end_of(last, sequence_of_phases)
    rest = max(0.0, seconds - clocks * whole)
    for index, phase in enumerate(sequence_of_phases):
        if rest < phase.seconds:
            return Position(first + clocks, index, rest / phase.seconds)
        rest -= phase.seconds
    return end_of(first + clocks, sequence_of_phases)


def time_of(position: Position, sequence_of_phases: tuple[Phase, ...], first: int = 1) -> float:
    """The inverse of `at_time`: seconds at speed 1 from the beginning of clock `first` to the position."""
    done = sum(phase.seconds for phase in sequence_of_phases[: position.phase])
    now = sequence_of_phases[position.phase].seconds * position.progress
    return (position.t - first) * clock_seconds(sequence_of_phases) + done + now


def mirrored(position: Position, steps: int) -> Position:
    """The position on a sequence that is read from its end: for a row that runs right to left, and back."""
    return replace(position, t=steps + 1 - position.t)


def step_phase(position: Position, by: int, sequence_of_phases: tuple[Phase, ...], steps: int) -> Position:
    """One phase on (`by` 1) or back (-1); crosses clocks; stays within clocks 1..steps. From the middle of a phase, one
    on means the end of this phase."""
    count = len(sequence_of_phases)
    index = (position.t - 1) * count + position.phase + (by if position.progress >= 1.0 or by < 0 else by - 1)
    index = min(max(index, 0), steps * count - 1)
    return Position(index // count + 1, index % count, 1.0)


def step_clock(position: Position, by: int, sequence_of_phases: tuple[Phase, ...], steps: int) -> Position:
    """To the end of the next or previous clock. From the middle of a clock, one on means the end of this clock."""
    at_end = position.phase == len(sequence_of_phases) - 1 and position.progress >= 1.0
    t = position.t + by if at_end or by < 0 else position.t + by - 1
    return end_of(min(max(t, 1), steps), sequence_of_phases)
