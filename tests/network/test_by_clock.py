"""The way back that derives each clock as it comes to it gives what the way with factors made before gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_gradients import TOLERANCE, difference_error, problem

from rnnviz import Network
from rnnviz.cells import base
from rnnviz.cells.base import Size, make_cell
from rnnviz.cells.gru import GRU
from rnnviz.cells.lstm import LSTM
from rnnviz.network.dropout import draw_masks
from rnnviz.network.network import finish

every_cell = pytest.mark.parametrize("cell", ["lstm", "gru", "elman"])


def both_ways(derive):
    """What `derive` gives where every clock counts as wide, and where none does."""
    results = []
    with pytest.MonkeyPatch.context() as patch:
        for wide in (0, 10**9):
            patch.setattr(base, "WIDE", wide)
            results.append(derive())
    return results


def assert_same(found, wanted, name):
    np.testing.assert_allclose(found, wanted, rtol=1e-10, atol=1e-14, err_msg=name)


@every_cell
@given(st.integers(1, 9), st.integers(1, 4), st.integers(1, 4), st.integers(1, 2), st.booleans(), st.booleans())
def test_both_ways_agree(cell, steps, batch, hidden, layers, two_ways, norms):
    direction = "bidirectional" if two_ways else "forward"
    net = Network(cell, inputs=2, hidden=hidden, outputs=3, layers=layers, direction=direction, seed=steps)
    x, target, state, _ = problem(net, False, steps, batch)
    record = "norms" if norms else "all"
    one, other = both_ways(lambda: net.gradients(x, target, "mse", state, record=record))
    for name, wanted in other.parameters.items():
        assert_same(one.parameters[name], wanted, name)
    for layer in range(layers):
        for reverse in (False, True)[: 1 + two_ways]:
            for name in set(other.names) - {"x", "s"}:
                assert_same(one.norm(name, layer, reverse), other.norm(name, layer, reverse), name)
                if not norms:
                    assert_same(one.get(name, layer, reverse), other.get(name, layer, reverse), name)
    for name, wanted in other.state.items():
        assert_same(one.state[name], wanted, name)


@every_cell
def test_both_ways_agree_where_units_of_the_memory_are_silent(cell):
    net = Network(cell, inputs=2, hidden=6, outputs=3, seed=1)
    x, target, state, _ = problem(net, False)

    def derive():
        passes = net.passes(*x.shape[:2], apart=True)
        passes.silence(draw_masks(np.random.default_rng(3), net.spec, x.shape[1], 0.0, 0.0, 0.5))
        return finish(net.derive(passes, x, target, "mse", state)).vector.copy()

    assert_same(*both_ways(derive), cell)


@every_cell
@pytest.mark.parametrize("layers", [1, 2])
def test_a_wide_clock_against_central_differences(monkeypatch, cell, layers):
    monkeypatch.setattr(base, "WIDE", 0)
    net = Network(cell, inputs=2, hidden=3, outputs=2, layers=layers, seed=5)
    assert difference_error(net, "mse", masked=True) < TOLERANCE


@pytest.mark.parametrize("block", range(4))
@pytest.mark.parametrize("cell", [LSTM, GRU])
def test_an_error_of_one_in_a_thousand_in_any_gate_is_caught(monkeypatch, cell, block):
    monkeypatch.setattr(base, "WIDE", 0)
    net = Network(cell.name, inputs=3, hidden=4, outputs=3, seed=5)
    right = cell._back_by_clock

    def wrong(back, tape, first, last):
        right(back, tape, first, last)
        tape.block(tape.d_rows, block)[...] *= 1.001

    monkeypatch.setattr(cell, "_back_by_clock", staticmethod(wrong))
    assert difference_error(net, "mse") > TOLERANCE


@every_cell
def test_where_a_number_is_held_no_clock_goes_by_itself(cell):
    one = make_cell(cell)
    free, held = (one.tape(Size(3, 2, 2, base.WIDE, "float64")) for _ in range(2))
    one.hold(held, {1: {"h": ([0], [0.5])}})
    assert free.by_clock
    assert not held.by_clock
    assert not one.tape(Size(3, 1, 2, base.WIDE - 1, "float64")).by_clock


@every_cell
def test_a_wide_clock_where_derivatives_overwrite_each_other(cell):
    net = Network(cell, inputs=2, hidden=32, outputs=2, seed=1)
    x, target, _, _ = problem(net, False, 400, 8)
    wanted = net.gradients(x, target).vector.copy()
    found = net.gradients(x, target, record="loss")
    tape = found.passes.tapes[0][0]
    assert tape.by_clock
    assert len(tape.d_rows) < len(x)
    assert_same(found.vector, wanted, cell)


@every_cell
def test_the_jacobian_is_the_same_both_ways(cell):
    net = Network(cell, inputs=2, hidden=4, outputs=3, seed=1)
    x, target, state, _ = problem(net, False)

    def derive():
        passes = net.passes(*x.shape[:2])
        finish(net.derive(passes, x, target, "mse", state))
        return net.cell.jacobian(passes.weights[0][0], passes.tapes[0][0], 1)

    assert_same(*both_ways(derive), cell)
