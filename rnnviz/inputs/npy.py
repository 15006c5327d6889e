"""NumPy's .npy files, read with suspicion: nothing is allocated before the header has been compared with the file.

`numpy.load` itself, even with ``allow_pickle=False``, trusts the header's size and lets errors of the tokeniser out.
"""

import io
import math

import numpy as np

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import MAX_SIZE, MAX_STEPS, MAX_WIDTH, Array
from rnnviz.words import QT_TRANSLATE_NOOP


def read_npy(name: str, data: bytes) -> Array:
    """The numbers in the file called `name`, (T,) or (T, D) float64.

    Errors: InputError for anything but one or two axes of finite real numbers.
    """
    shape, by_column, dtype, start = _header(name, data)
    if dtype.kind not in "biuf":
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{name}” holds values of type {dtype}; give whole or real numbers."),
            name=name,
            dtype=dtype,
        )
    if len(shape) not in (1, 2) or 0 in shape:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{name}” has the shape {shape}; give (T,) or (T, D), with T and D 1 or more."),
            name=name,
            shape=shape,
        )
    if shape[0] > MAX_STEPS or shape[-1] > max(MAX_STEPS if len(shape) == 1 or shape[0] == 1 else 0, MAX_WIDTH):
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{name}” has the shape {shape}; at most {steps} steps of {width} are read."),
            name=name,
            shape=shape,
            steps=MAX_STEPS,
            width=MAX_WIDTH,
        )
    count = math.prod(shape)
    if count * dtype.itemsize > len(data) - start:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{name}” is cut off: its header promises {wanted} bytes, {given} are there."),
            name=name,
            wanted=count * dtype.itemsize,
            given=len(data) - start,
        )
    stored = np.frombuffer(data, dtype, count, start).reshape(shape, order="F" if by_column else "C")
    with np.errstate(over="ignore"):  # of long doubles: the check below finds the infinity
        array = stored.astype(np.float64)
    wrong = ~(np.abs(array) <= MAX_SIZE)
    if wrong.any():
        place = tuple(int(index) for index in np.argwhere(wrong)[0])
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{name}” holds {value} at index {place}; give numbers from -1e9 to 1e9."),
            name=name,
            value=array[place],
            place=", ".join(map(str, place)),
        )
    return array


def _header(name: str, data: bytes) -> tuple[tuple[int, ...], bool, np.dtype[np.generic], int]:
    """shape, whether stored column by column, dtype, and where the numbers begin."""
    file = io.BytesIO(data)
    try:
        version = np.lib.format.read_magic(file)
        read = {
            (1, 0): np.lib.format.read_array_header_1_0,
            (2, 0): np.lib.format.read_array_header_2_0,
        }[version]
        shape, by_column, dtype = read(file)
        if any(size < 0 for size in shape):
            raise ValueError("a negative size")
    except Exception:  # a broken header makes the parser raise almost anything, MemoryError and SyntaxError included
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", "“{name}” is not a NumPy array file of version 1 or 2, or its header is broken."
            ),
            name=name,
        ) from None
    return shape, by_column, dtype, file.tell()
