"""What the interior of a cell looks like, as data: its nodes and wires on a grid, and when each of them acts.

Places are (x, y) with 0 to 1 from the left to the right and from the top to the bottom of the cell's frame; BEFORE and
AFTER lie outside it, on the edge of the opened column. Times are parts of a phase, from 0 at its beginning to 1.

The left and the right edge belong to time: there the state of the clock before comes in, and this one's goes out, on
the belts that join two open cells. So x comes in from below and h goes up to S whichever way the rows of the columns
run: did x come from the left, it would look like something from the clock before.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rnnviz.cells.base import Cell, Params
from rnnviz.registry import Registry

Values = Mapping[str, NDArray[Any]]
Place = tuple[float, float]
Side = Literal["left", "right", "above", "below"]

BEFORE, AFTER = -1.0, 2.0
ALWAYS = ""  # the phase of what is there when the clock begins


@dataclass(frozen=True)
class Node:
    """Something that makes a value. kind: a gate is a box that fills, a function is a box with its name, weights are a
    product with a matrix or a bias, an operator is a sign in a circle. name: the value it makes. sign: what is written
    in it; for a gate its function, “” where the cell has a choice. It acts when its inputs have arrived, from `start`
    to `stop`."""

    kind: Literal["gate", "function", "weights", "operator"]
    name: str
    sign: str
    role: str
    place: Place
    phase: str
    start: float = 0.62
    stop: float = 1.0


@dataclass(frozen=True)
class Number:
    """Where the value of a wire is written: beside this place of it. early: also before the value has travelled."""

    place: Place
    side: Side
    early: bool = False


@dataclass(frozen=True)
class Wire:
    """A way that a value takes during part of a phase. owner: the gate or layer that it belongs to, for pointing and
    for the inspector; dashed: it arrives from the clock before."""

    value: str
    owner: str
    role: str
    points: tuple[Place, ...]
    phase: str
    start: float = 0.0
    stop: float = 1.0
    number: Number | None = None
    dashed: bool = False


class Conveyor(NamedTuple):
    """The way from clock to clock on which the state stays what it is but for what gates do to it: a belt right across
    the cell. y: on the grid."""

    role: str
    y: float


@dataclass(frozen=True)
class Diagram:
    """nodes and wires in the order of painting. derive: what the drawing shows beyond the cell's named quantities,
    (H,) each, from the cell, its parameters (without “_l0”) and those quantities. meanings: each of these, and the sums
    before a function, as a formula with parameters in braces (`Notation.filled`). weights: by the parameter's
    symbol the value that it makes, where that is not the whole sum of its gate. code: one clock in NumPy, from x and
    the state, with W_ih, W_hh, b_ih, b_hh, sigma and phi (the activation that was chosen); lines that split p are for
    peepholes. formulas: each value in NumPy after that. conveyor: where the cell has one."""

    nodes: tuple[Node, ...]
    wires: tuple[Wire, ...]
    derive: Callable[[Cell, Params, Values], dict[str, NDArray[Any]]]
    meanings: Mapping[str, str]
    weights: Mapping[str, str] = field(default_factory=dict)
    code: tuple[str, ...] = ()
    formulas: Mapping[str, str] = field(default_factory=dict)
    conveyor: Conveyor | None = None

    @cached_property
    def joints(self) -> tuple[tuple[Place, Wire], ...]:
        """Where a wire leaves or meets another, and which of them runs through or ends there: elsewhere wires that
        cross have nothing to do with each other."""
        nodes = {node.place for node in self.nodes}
        places = dict.fromkeys(place for wire in self.wires for place in wire.points if place not in nodes)
        found = []
        for place in places:
            arms = {arm: wire for wire in reversed(self.wires) for arm in _arms(wire, place)}
            if len(arms) > 2 and not {BEFORE, AFTER} & set(place):
                found.append((place, next(wire for wire in self.wires if wire.role and wire in arms.values())))
        return tuple(found)


def _arms(wire: Wire, place: Place) -> Iterator[Place]:
    """The directions in which a wire leaves a place of its own."""
    x, y = place
    for (x1, y1), (x2, y2) in pairwise(wire.points):
        if min(x1, x2) <= x <= max(x1, x2) and min(y1, y2) <= y <= max(y1, y2):
            for x3, y3 in ((x1, y1), (x2, y2)):
                if (x3, y3) != place:
                    yield float(np.sign(x3 - x)), float(np.sign(y3 - y))


diagrams: Registry[Diagram] = Registry("diagram", "rnnviz.figure.inside.diagrams")


def diagram_of(cell: Cell) -> Diagram | None:
    """The interior of this cell with its options; None where nobody has drawn it yet."""
    options = ("peepholes",) * cell.peepholes + ("before",) * (cell.reset == "before")
    wanted = (*(f"{cell.name}-{option}" for option in options), cell.name)
    return next((diagrams[name] for name in wanted if name in diagrams), None)


def sums(cell: Cell, params: Params, values: Values, block: str) -> tuple[NDArray[Any], NDArray[Any]]:
    """(W x + b_ih, U h_(t-1) + b_hh) of one block of rows, (H,) each."""
    W, U, b_ih, b_hh = (np.asarray(part, np.float64) for part in cell.split(params)[block])
    return W @ values["x"] + b_ih, U @ values["h_before"] + b_hh
