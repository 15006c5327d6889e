"""A scan in pieces touches the clocks of its piece, in the precision and the cache that it was made for."""

import numpy as np
import pytest

from rnnviz.cells.base import CACHE_BYTES, Size, make_cell

KINDS = [("lstm", {}), ("lstm", {"peepholes": True}), ("gru", {}), ("gru", {"reset": "before"})]
KINDS += [(cell, {"activation": name}) for cell in ("feedforward", "elman") for name in ("tanh", "relu")]
every_kind = pytest.mark.parametrize(("name", "options"), KINDS)
STEPS, INPUTS, HIDDEN = 6, 2, 3


def begun(name, options, batch, dtype="float64"):
    """(cell, weights, a tape before its first clock)."""
    cell, rng = make_cell(name, **options), np.random.default_rng(2)
    params = {key: rng.standard_normal(s).astype(dtype) for key, s in cell.shapes(INPUTS, HIDDEN).items()}
    tape = cell.tape(Size(STEPS, batch, INPUTS, HIDDEN, dtype))
    last = () if batch == 1 else (batch,)
    tape.begin(
        rng.standard_normal((STEPS, INPUTS, *last)), {key: rng.standard_normal((HIDDEN, *last)) for key in tape.starts}
    )
    cell.pack(params, tape)
    return cell, params, tape


@every_kind
@pytest.mark.parametrize("batch", [1, 2])
def test_a_piece_leaves_the_other_clocks_alone(name, options, batch):
    cell, params, whole = begun(name, options, batch)
    cell.scan(whole, 0, STEPS)
    _, _, tape = begun(name, options, batch)
    for array in tape.values.values():
        array[...] = 7
    for first, last in ((0, 2), (2, 5)):
        cell.scan(tape, first, last)
        for key, array in tape.values.items():
            assert np.allclose(array[:last], whole.values[key][:last], rtol=1e-12, atol=1e-14), key
            assert (array[last:] == 7).all(), key
    cell.scan(tape, 5, STEPS)
    for key, array in tape.gradients.items():
        array[...] = 0 if key == "h" else 7
    tape.d_h[-1] = 1
    cell.scan_back(params, tape, 3, STEPS)
    for key, array in tape.gradients.items():
        assert (array[: 2 if key == "h" else 3] == (0 if key == "h" else 7)).all(), key
        assert not (array[3:] == 7).any(), key


@every_kind
def test_single_precision_stays_single(name, options):
    cell, params, tape = begun(name, options, 2, "float32")
    cell.scan(tape, 0, STEPS)
    tape.d_h[...] = 1
    cell.scan_back(params, tape, 0, STEPS)
    found = [*tape.values.values(), *tape.gradients.values(), tape.packed, tape.d_packed, tape.work]
    found += [array for pair in tape.starts.values() for array in pair]
    found += [cell.input_gradient(params, tape), cell.weight_inputs(tape, 1), cell.jacobian(params, tape)]
    assert {str(array.dtype) for array in found} == {"float32"}


@every_kind
@pytest.mark.parametrize("batch", [1, 40])
def test_derivative_factors_fill_the_cache_and_no_more(name, options, batch):
    tape = make_cell(name, **options).tape(Size(3000, batch, 2, 30, "float64"))
    clock = tape.d_whole[0].nbytes
    assert tape.chunk * clock <= CACHE_BYTES < (tape.chunk + 1) * clock or tape.chunk == 3000
    assert make_cell(name, **options).tape(Size(3, 3000, 2, 30, "float64")).chunk == 1  # more than fits, even so
    assert tape.chunks(0, 3000)[0][1] == 3000
    assert tape.chunks(0, 3000)[-1][0] == 0
    assert all(0 < stop - start <= tape.chunk for start, stop in tape.chunks(0, 3000))


@every_kind
@pytest.mark.parametrize("batch", [1, 2])
def test_the_gradient_of_a_weight_is_what_it_read_times_the_derivative_of_its_sum(name, options, batch):
    cell, params, tape = begun(name, options, batch)
    cell.scan(tape, 0, STEPS)
    tape.d_h[1:] = np.random.default_rng(3).standard_normal(tape.d_h[1:].shape)
    cell.scan_back(params, tape, 0, STEPS)
    found, same = ({key: np.empty_like(array) for key, array in params.items()} for _ in range(2))
    cell.weight_gradients(tape, found)
    terms = [tape.d_rows[t][:, None] * cell.weight_inputs(tape, t) for t in range(STEPS)]
    tape.d_packed[...] = np.sum(terms, axis=0) if batch == 1 else np.sum(terms, axis=(0, -1))
    cell.weight_gradients(tape, same)
    for key, array in found.items():
        assert np.allclose(array, same[key], rtol=1e-12, atol=1e-14), key
