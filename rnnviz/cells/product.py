"""The sum over clocks and sequences that every gradient of a weight matrix is."""

from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from rnnviz.cells.arrays import empty
from rnnviz.devices.base import is_here

Array = NDArray[Any]
COLUMNS = 512  # clocks times sequences that lie side by side at once: deep enough, and still in the cache


@final
class Product:
    """sum over clocks and sequences of left (n, R, B) times right (n, K, B) transposed; (n, R) and (n, K) for B = 1.

    The arrays lie clock after clock. For B > 1 some clocks at a time are copied side by side, (R, clocks * B), into
    work arrays made once: one deep product is several times as fast as many shallow ones. On a device all clocks are
    one piece, in as few launches as can be.
    """

    def __init__(self, rows: int, columns: int, steps: int, batch: int, dtype: Any, like: Array | None = None) -> None:
        """rows, columns, steps: the largest R, K and n that will come. like: an array of the device that they will be
        on."""
        self._batch = batch
        whole = batch == 1 or not (like is None or is_here(like))
        self.clocks = max(1, steps if whole else min(steps, COLUMNS // batch))
        size = 0 if batch == 1 or steps == 0 else self.clocks * batch
        self._left, self._right = empty((rows * size,), dtype, like), empty((columns * size,), dtype, like)
        self._more = empty((rows * columns if steps else 0,), dtype, like)

    def __call__(self, left: Array, right: Array, *places: tuple[Array, slice, slice], add: bool) -> None:
        """For each (out, rows, columns) of `places`: out (+)= those rows and columns of the product."""
        for start in range(0, len(left), self.clocks):
            a, b = left[start : start + self.clocks], right[start : start + self.clocks]
            a, b = (a.T, b) if self._batch == 1 else (_side_by_side(a, self._left), _side_by_side(b, self._right).T)
            for out, rows, columns in places:
                one, other = a[rows], b[:, columns]
                if out.strides[0] < out.strides[1]:  # column by column: as its rows, then, are those of other times one
                    one, other, out = other.T, one.T, out.T
                if add or start:
                    more = self._more[: out.size].reshape(out.shape)
                    np.matmul(one, other, more)
                    np.add(out, more, out)
                else:
                    np.matmul(one, other, out)


def _side_by_side(clocks: Array, work: Array) -> Array:
    """(n, R, B) copied to (R, n * B)."""
    count, rows, batch = clocks.shape
    place = work[: clocks.size].reshape(rows, count, batch)
    place[...] = clocks.swapaxes(0, 1)
    return place.reshape(rows, -1)
