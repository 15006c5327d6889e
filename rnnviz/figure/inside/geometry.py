"""Where the parts of an open cell lie in its column: arithmetic on sizes, no values and no colours."""

import math
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from rnnviz.figure.inside.diagram import AFTER, BEFORE, Diagram, Node, Place
from rnnviz.figure.metrics import text_width
from rnnviz.figure.rows import NARROW
from rnnviz.figure.time_axis import TimeAxis

WIDEST_NUMBER = "+0.000"
_WIDEST_NAME = "M₈ = h₇"
NARROWEST = 300.0  # pixels: an opened column
_LEAST = NARROW + 2.0  # pixels: the neighbours' columns, where they have been wider
_READABLE = 430.0
_NEAR = 1e-6  # of a column
EDGE = 6.0  # pixels from the edge of the column to what is written there, and from that to the cell's frame
_SHAPE = 1.5  # how much wider than high an open cell is


def comfortable(height: float, room: float, count: int, others: float) -> float:
    """The width of one opened column of `count` for a stage `height` high with `room` for all columns, in pixels.

    others: what the neighbours would need to stay in sight, which they get as long as the cell can still be read well;
    some of them always stay.
    """
    wanted = min(max(_SHAPE * height, 320.0), 960.0)
    fair = max(min(wanted, (room - others) / count), min(wanted, _READABLE))
    return max(min(fair, (room - 56.0) / count), min(NARROWEST, room))


def widened_axis(axis: TimeAxis, clocks: range, height: float) -> TimeAxis:
    """An even axis with these clocks opened on a stage `height` pixels high: the other columns become narrower, down to
    where their neurons can still be seen."""
    count = len(clocks)
    others, least = axis.steps - count, min(_LEAST, axis.column)
    wide = comfortable(height, axis.room, count, others * least)
    column = (axis.room - count * wide) / others if others else axis.column
    column = min(max(column, least), axis.column)
    made = replace(axis, column=column, opened=clocks, extra=max(0.0, wide - column))
    return made.showing(clocks.start, 0.0)


def between(start: TimeAxis, target: TimeAxis, part: float) -> TimeAxis:
    """The axis `part` of the way from one to the other: columns open and close, or the wide ones slide along."""
    if part >= 1:
        return target

    def mixed(first: float, last: float) -> float:
        return first + (last - first) * part

    wide = target.wide if not start.opened else start.wide
    if start.opened and target.opened:
        wide = mixed(start.wide[0], target.wide[0]), mixed(start.wide[1], target.wide[1])
    return replace(
        target,
        opened=range(math.floor(wide[0] + _NEAR), math.ceil(wide[1] - _NEAR)),
        window=wide,
        column=mixed(start.column, target.column),
        extra=mixed(start.extra, target.extra),
        offset=mixed(start.offset, target.offset),
    )


class Card(NamedTuple):
    """The opened column between the words above and the labels below. left, top, right, bottom: its edge; scale: of
    everything in it; text: the size of numbers. frame: the cell's frame within it. mirrored: of a row that runs right
    to left, whose clock before stands at the right."""

    left: float
    top: float
    right: float
    bottom: float
    scale: float
    text: float
    header: float
    frame: tuple[float, float, float, float]
    mirrored: bool = False

    @classmethod
    def of(cls, left: float, top: float, right: float, bottom: float, mirrored: bool = False) -> "Card":
        wide, high = right - left, bottom - top
        scale = min(max(min(wide / 480, high / 330), 0.72), 1.7)
        text = float(min(max(round(12 * scale), 9), 19))
        header = 2.3 * text
        written = max(text_width(words, text, True) for words in (WIDEST_NUMBER, _WIDEST_NAME))
        aside = max(written + 2 * EDGE, 0.09 * wide)
        above, below = 1.4 * text, 2.1 * text
        frame = (left + aside, top + header + above, right - aside, bottom - below)
        return cls(left, top, right, bottom, scale, text, header, frame, mirrored)

    def at(self, place: Place) -> tuple[float, float]:
        """A place of the grid in pixels."""
        left, top, right, bottom = self.frame
        x = {BEFORE: self.left, AFTER: self.right}.get(place[0], left + place[0] * (right - left))
        x = self.left + self.right - x if self.mirrored else x
        y = {BEFORE: self.top + self.header, AFTER: self.bottom}.get(place[1], top + place[1] * (bottom - top))
        return x, y

    def gate(self, diagram: Diagram) -> tuple[float, float]:
        """Half the width and height of the gates: as large as their neighbours and their number allow."""
        left, top, right, bottom = self.frame
        places = [node.place for node in diagram.nodes if node.kind == "gate"]
        xs = sorted(x for x, y in places if y == places[0][1])
        pitch = min((b - a for a, b in pairwise(xs)), default=0.22) * (right - left)
        least = text_width(WIDEST_NUMBER, self.text, True) + 2
        half = max(min(0.82 * pitch, 104 * self.scale), least) / 2
        return half, min(max(1.35 * self.text, 0.115 * (bottom - top)), 40 * self.scale)

    def operator(self) -> float:
        """The radius of an operator's circle."""
        return max(8.0, 13.0 * self.scale)

    def half(self, node: Node, diagram: Diagram) -> tuple[float, float]:
        """Half the width and height of a node."""
        if node.kind == "gate":
            return self.gate(diagram)
        if node.kind == "operator":
            return self.operator(), self.operator()
        half = text_width(node.sign, self.text) / 2 + 0.55 * self.text
        return max(half, 1.1 * self.text), 0.95 * self.text
