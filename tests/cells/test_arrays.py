"""Arrays of the engine begin where a line of the cache does."""

import numpy as np
import pytest

from rnnviz.cells import arrays
from rnnviz.cells.base import Size, cells, make_cell

LINE = 64


@pytest.mark.parametrize("dtype", ["float32", "float64", "complex128"])
@pytest.mark.parametrize("shape", [(0,), (1,), (3, 5), (7, 11, 13), (100, 512, 32)])
def test_they_are_numpys_but_for_where_they_begin(shape, dtype):
    for make in (arrays.empty, arrays.zeros):
        kept = [make(shape, dtype) for _ in range(3)]
        for array in kept:
            array[...] = 1
            assert (array.shape, array.dtype, array.flags.c_contiguous) == (shape, np.dtype(dtype), True)
            assert array.size == 0 or array.ctypes.data % LINE == 0
    assert not arrays.zeros(shape, dtype).any()


def test_each_clock_of_each_gate_begins_there():
    for name in cells:
        tape = make_cell(name).tape(Size(5, 8, 3, 6, "float64"))
        for kind in (tape.values, tape.gradients):
            for letter, array in kind.items():
                assert all(clock.ctypes.data % LINE == 0 for clock in array), (name, letter)
