"""New arrays that begin where a line of the cache does."""

from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.devices.base import is_here

Array = NDArray[Any]
_LINE = 64  # bytes; as wide as the widest registers


def empty(shape: tuple[int, ...], dtype: Any, like: Array | None = None) -> Array:
    """An array with anything in it, where `like` is. NumPy's own begin anywhere; then every load and store of a wide
    register touches two lines, and a product of numbers that lie in the cache takes up to twice as long."""
    return _new(np.empty, shape, dtype, like)


def zeros(shape: tuple[int, ...], dtype: Any, like: Array | None = None) -> Array:
    """The same with zeros in it."""
    return _new(np.zeros, shape, dtype, like)


def _new(make: Any, shape: tuple[int, ...], dtype: Any, like: Array | None) -> Array:
    if not (like is None or is_here(like)):
        there: Array = make(shape, dtype, like=like)
        return there
    size = prod(shape) * np.dtype(dtype).itemsize
    room: Array = make(size + _LINE, np.uint8)
    start = -room.ctypes.data % _LINE
    here: Array = room[start : start + size].view(dtype).reshape(shape)
    return here
