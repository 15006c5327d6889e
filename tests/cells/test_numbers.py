"""A tape holds as many numbers as its cell says, and a product works in as many as lie in the cache."""

import numpy as np
import pytest

from rnnviz.cells.base import Size, make_cell
from rnnviz.cells.product import COLUMNS, Product

KINDS = [("lstm", {}), ("lstm", {"peepholes": True}), ("gru", {}), ("gru", {"reset": "before"})]
KINDS += [("elman", {}), ("feedforward", {})]
BATCH, INPUTS, HIDDEN = 3, 5, 4


def held(tape):
    """Bytes of its arrays in all, those that are parts of another counted once."""
    owners = {}
    for array in (*vars(tape).values(), *tape.extra.values()):
        while isinstance(array, np.ndarray) and array.base is not None:
            array = array.base
        if isinstance(array, np.ndarray):
            owners[id(array)] = array.nbytes
    return sum(owners.values())


@pytest.mark.parametrize(("name", "options"), KINDS)
def test_a_tape_holds_what_its_cell_says(name, options):
    cell = make_cell(name, **options)
    numbers = cell.numbers(INPUTS, HIDDEN)

    def tape(steps, derivatives):
        return cell.tape(Size(steps, BATCH, INPUTS, HIDDEN, "float64", derivatives))

    assert held(tape(30, 0)) - held(tape(20, 0)) == 8 * 10 * BATCH * numbers.values
    assert tape(20, None).d_whole.size == 20 * BATCH * numbers.derivatives
    assert tape(20, None).d_packed.size == numbers.weights


@pytest.mark.parametrize(("steps", "batch", "clocks"), [(100, 1, 0), (3, 8, 3), (100, 8, COLUMNS // 8), (5, 600, 1)])
def test_a_product_copies_as_many_columns_as_lie_in_the_cache(steps, batch, clocks):
    product, rng = Product(3, 4, steps, batch, np.float64), np.random.default_rng(0)
    assert (product._left.size, product._right.size) == (3 * clocks * batch, 4 * clocks * batch)
    single = Product(3, 4, steps, batch, np.float32)
    assert {single._left.dtype, single._right.dtype, single._more.dtype} == {np.dtype("float32")}
    last = () if batch == 1 else (batch,)
    left, right = rng.standard_normal((steps, 3, *last)), rng.standard_normal((steps, 4, *last))
    out = np.full((3, 4), 0.5)
    product(left, right, (out, slice(None), slice(None)), add=True)
    wanted = np.einsum("trb,tkb->rk", left.reshape(steps, 3, batch), right.reshape(steps, 4, batch))
    assert np.allclose(out, 0.5 + wanted, rtol=1e-12)
    product(left, right, (out[1:], slice(1, None), slice(None)), add=False)
    assert np.allclose(out[1:], wanted[1:], rtol=1e-12)
