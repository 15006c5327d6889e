"""The parameters of a network by PyTorch's names, all of them views into one vector.

With one vector, an optimiser's update and the norm for clipping are a handful of array operations, however many
parameters there are.
"""

from collections.abc import Mapping
from functools import lru_cache
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.cells.base import Cell, make_cell
from rnnviz.errors import InputError
from rnnviz.network.spec import NetworkSpec
from rnnviz.words import QT_TRANSLATE_NOOP

Array = NDArray[Any]


@lru_cache(maxsize=64)
def cell_of(spec: NetworkSpec) -> Cell:
    """The cell of every layer, with the options of the record."""
    return make_cell(spec.cell, spec.activation, spec.peepholes, spec.reset, spec.outputs)


def directions(spec: NetworkSpec) -> tuple[str, ...]:
    """The suffixes of the parameter names, one a direction."""
    return ("", "_reverse") if spec.direction == "bidirectional" else ("",)


def part_suffix(layer: int, reverse: bool = False) -> str:
    """What PyTorch appends to the names of a layer's parameters: “_l0”, “_l1_reverse”; layer from 0."""
    return f"_l{layer}" + ("_reverse" if reverse else "")


def array_name(spec: NetworkSpec, name: str, layer: int, reverse: bool = False) -> str:
    """What the array of a layer and direction is called in a snapshot: plain where there is only one of them."""
    plain = spec.layers == 1 and spec.direction == "forward"
    return name if plain else name + part_suffix(layer, reverse)


def parts(spec: NetworkSpec) -> tuple[tuple[int, bool], ...]:
    """(layer, reverse) of every layer and direction, the lowest first, forward before reverse."""
    return tuple((layer, bool(way)) for layer in range(spec.layers) for way in range(len(directions(spec))))


def shapes(spec: NetworkSpec, cell: Cell) -> dict[str, tuple[int, ...]]:
    """The shape of each parameter by its name, in PyTorch's order, then readout.weight (O, H), readout.bias (O,)."""
    ways = directions(spec)
    result: dict[str, tuple[int, ...]] = {}
    for layer in range(spec.layers):
        inputs = spec.inputs if layer == 0 else spec.hidden * len(ways)
        for way in ways:
            for name, shape in cell.shapes(inputs, spec.hidden).items():
                result[f"{name}_l{layer}{way}"] = shape
    result["readout.weight"] = (spec.outputs, spec.hidden * len(ways))
    result["readout.bias"] = (spec.outputs,)
    return result


def size(named: Mapping[str, tuple[int, ...]]) -> int:
    """How many numbers there are in all."""
    return sum(prod(shape) for shape in named.values())


def views(named: Mapping[str, tuple[int, ...]], vector: Array) -> dict[str, Array]:
    """Each parameter as a view into the vector (N,)."""
    result, start = {}, 0
    for name, shape in named.items():
        stop = start + prod(shape)
        result[name] = vector[start:stop].reshape(shape)
        start = stop
    return result


def fill(named: Mapping[str, Array], mapping: Mapping[str, Any]) -> None:
    """Copy `mapping` into the arrays of `named`, all or nothing.

    Errors: InputError (a ValueError) for a missing or unknown name, another shape (says both), or NaN and infinity.
    """
    for name in mapping:
        if name not in named:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "There is no parameter “{name}” in this network; it has {names}."),
                name=name,
                names=", ".join(named),
            )
    arrays = {}
    for name, place in named.items():
        if name not in mapping:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "The parameter “{name}” is missing; its shape is {shape}."),
                name=name,
                shape=place.shape,
            )
        array = np.asarray(mapping[name])
        if array.shape != place.shape:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "The parameter “{name}” has the shape {given}; this network needs {shape}."
                ),
                name=name,
                given=array.shape,
                shape=place.shape,
            )
        if array.dtype.kind not in "fiub" or not np.isfinite(array).all():
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "The parameter “{name}” holds something that is not a finite number."),
                name=name,
            )
        arrays[name] = array
    for name, array in arrays.items():
        named[name][...] = array
