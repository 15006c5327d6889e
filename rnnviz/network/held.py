"""Numbers that a person holds by hand, in the place of what the network would compute, or of the zeros it begins from.

They are of the run that is looked at, not of the network: learning knows nothing of them.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.network.parameters import cell_of, parts
from rnnviz.network.spec import NetworkSpec
from rnnviz.words import QT_TRANSLATE_NOOP

MOST = 1e6  # squares of larger numbers overflow float32 within a few clocks
Array = NDArray[Any]
Clocks = dict[int, dict[str, tuple[list[int], list[float]]]]


class Spot(NamedTuple):
    """Where a number is held. name: a gate's letter, c or h; s, in the lowest layer, where later clocks read the
    answer; with t = 0 a state before the first clock: h, c or, of a Jordan network, s. t: the clock, from 1, in the
    order of the sequence; unit and layer from 0. What runs right to left has its 0 before the last clock."""

    name: str
    t: int
    unit: int
    layer: int = 0
    reverse: bool = False


Held = Mapping[Spot, float]
NOTHING_HELD: Held = MappingProxyType({})


def nothing_held() -> Held:
    """For the fields of dataclasses."""
    return NOTHING_HELD


def exists(spot: Spot, spec: NetworkSpec, steps: int) -> bool:
    """Whether a network on a sequence of so many clocks has this number."""
    cell = cell_of(spec)
    names = cell.states if spot.t == 0 else tuple(gate.name for gate in cell.gates)
    if spot.t and spot.name == "s":  # one for all layers
        return spec.feeds_back and spot.t <= steps and 0 <= spot.unit < spec.outputs and spot[3:] == (0, False)
    if spot.t == 0 and not cell.memory:  # nothing reads it
        return False
    units = spec.outputs if spot.name == "s" else spec.hidden
    here = spot.name in names and 0 <= spot.t <= steps and 0 <= spot.unit < units
    return here and (spot.layer, spot.reverse) in parts(spec)


def fitting(held: Held, spec: NetworkSpec, steps: int) -> Held:
    """Those that this network on so many clocks has; the same mapping where that is all of them."""
    left = {spot: value for spot, value in held.items() if exists(spot, spec, steps) and _within(spot, value, spec)}
    return held if len(left) == len(held) else MappingProxyType(left)


def bounds(spot: Spot, spec: NetworkSpec) -> tuple[float, float]:
    """Between which numbers it can be: what its function can give, or ±1e6."""
    kind = next((gate.kind for gate in cell_of(spec).gates if gate.name == spot.name), "state")
    if spot.t == 0:
        kind = "state"
    elif spot.name == "s":
        kind = spec.output
    return {"sigmoid": (0.0, 1.0), "softmax": (0.0, 1.0), "tanh": (-1.0, 1.0)}.get(kind, (-MOST, MOST))


def _within(spot: Spot, value: float, spec: NetworkSpec) -> bool:
    low, high = bounds(spot, spec)
    return low <= value <= high


def with_held(held: Held, spot: Spot, value: float, spec: NetworkSpec, steps: int) -> Held:
    """The same and this one; the same mapping where it is held at that value already. A state before the first clock
    that is 0 is as if nobody had touched it.

    Errors: InputError for a number that the network does not have, or for a value that it cannot take.
    """
    if not exists(spot, spec, steps):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", "Nothing can be held at {name}, clock {t}, unit {unit}: there is no such number."
            ),
            name=spot.name,
            t=spot.t,
            unit=spot.unit + 1,
        )
    if not _within(spot, value, spec):
        low, high = bounds(spot, spec)
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "{name} cannot be {value:g}; give a number between {low:g} and {high:g}."),
            name=spot.name,
            value=value,
            low=low,
            high=high,
        )
    if spot.t == 0 and value == 0:
        return without(held, [spot])
    return held if held.get(spot) == value else MappingProxyType({**held, spot: float(value)})


def without(held: Held, spots: Iterable[Spot]) -> Held:
    """The same without these; the same mapping where none of them is held."""
    gone = set(spots) & set(held)
    return MappingProxyType({spot: value for spot, value in held.items() if spot not in gone}) if gone else held


def interventions(held: Held) -> Held:
    """Those at clocks of the sequence; the others are where it begins."""
    return {spot: value for spot, value in held.items() if spot.t}


def held_clocks(held: Held, spec: NetworkSpec, steps: int) -> dict[tuple[int, bool], Clocks]:
    """By layer and direction what of its gates, c and h is held, in the order and with the clocks, from 0, of that
    direction."""
    made: dict[tuple[int, bool], Clocks] = {}
    for spot, value in held.items():
        if spot.t and spot.name != "s" and exists(spot, spec, steps):
            t = steps - spot.t if spot.reverse else spot.t - 1
            named = made.setdefault((spot.layer, spot.reverse), {}).setdefault(t, {})
            units, values = named.setdefault(spot.name, ([], []))
            units.append(spot.unit)
            values.append(value)
    return made


def held_answers(held: Held, spec: NetworkSpec, steps: int) -> dict[int, tuple[list[int], list[float]]]:
    """By clock, from 0, the outputs that are held, and at what."""
    made: dict[int, tuple[list[int], list[float]]] = {}
    for spot, value in held.items():
        if spot.t and spot.name == "s" and exists(spot, spec, steps):
            units, values = made.setdefault(spot.t - 1, ([], []))
            units.append(spot.unit)
            values.append(value)
    return made


def first_values(held: Held, name: str, units: int, layer: int = 0, reverse: bool = False) -> Array:
    """(units,): one state of one layer and direction before the first clock."""
    made = np.zeros(units)
    for spot, value in held.items():
        if (spot.name, spot.t, spot.layer, spot.reverse) == (name, 0, layer, reverse):
            made[spot.unit] = value
    return made


def first_state(held: Held, spec: NetworkSpec) -> dict[str, Array] | None:
    """The state before the first clock, (layers * directions, 1, H) by name; None where all of it is 0."""
    wanted = {spot: value for spot, value in held.items() if spot.t == 0 and exists(spot, spec, 0)}
    if not wanted:
        return None
    places = {part: index for index, part in enumerate(parts(spec))}
    made = {
        name: np.zeros((len(places), 1, spec.outputs if name == "s" else spec.hidden), spec.dtype)
        for name in cell_of(spec).states
    }
    for spot, value in wanted.items():
        made[spot.name][places[spot.layer, spot.reverse], 0, spot.unit] = value
    return made
