"""What every cell in the registry promises; a new cell is tested by being there."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.cells.base import Size, cells, make_cell
from rnnviz.errors import InputError
from rnnviz.figure.palette import DARK, LIGHT

PLAIN = ("feedforward", "elman")
KINDS = [("lstm", {}), ("lstm", {"peepholes": True}), ("gru", {}), ("gru", {"reset": "before"})]
KINDS += [(cell, {"activation": name}) for cell in PLAIN for name in ("tanh", "sigmoid", "relu", "linear")]
every_kind = pytest.mark.parametrize(("name", "options"), KINDS)


# M of a Jordan network holds an output, which no cell knows: see tests/network/test_feedback.py.
def weights(cell, inputs: int, hidden: int, seed: int = 0, dtype: str = "float64"):
    rng, shapes = np.random.default_rng(seed), cell.shapes(inputs, hidden)
    return {name: (rng.standard_normal(shape) * 0.7).astype(dtype) for name, shape in shapes.items()}


def scanned(cell, params, x, state):
    """A tape after the forward pass over x (T, D) or (T, D, B)."""
    batch = 1 if x.ndim == 2 else x.shape[2]
    tape = cell.tape(Size(len(x), batch, x.shape[1], len(params["bias_ih"]) // len(cell.blocks), x.dtype))
    tape.begin(x, state)
    cell.pack(params, tape)
    cell.scan(tape, 0, len(x))
    return tape


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    sizes=st.tuples(st.integers(1, 6), st.integers(1, 4), st.integers(1, 4), st.integers(1, 3)),
    seed=st.integers(0, 1000),
)
def test_the_scan_equals_the_textbook_step(kind, sizes, seed):
    cell = make_cell(kind[0], **kind[1])
    steps, inputs, hidden, batch = sizes
    params, rng = weights(cell, inputs, hidden, seed), np.random.default_rng(seed + 1)
    x = rng.standard_normal((steps, inputs, batch))
    states = {name: rng.standard_normal((hidden, batch)) for name in cell.states}
    if batch == 1:
        tape = scanned(cell, params, x[..., 0], {name: value[:, 0] for name, value in states.items()})
    else:
        tape = scanned(cell, params, x, states)
    for b in range(batch):
        state = {name: value[:, b] for name, value in states.items()}
        for t in range(steps):
            state, values = cell.step(params, x[t, :, b], state)
            assert set(state) == set(cell.states)
            for gate in cell.gates:
                fast = tape.values[gate.name][t] if batch == 1 else tape.values[gate.name][t, :, b]
                assert np.allclose(fast, values[gate.name], rtol=1e-12, atol=1e-13), gate.name


@every_kind
def test_the_step_says_every_sum_before_its_function(name, options):
    cell = make_cell(name, **options)
    params = weights(cell, 2, 3)
    _, values = cell.step(params, np.ones(2), {state: np.full(3, 0.3) for state in cell.states})
    functions = {"sigmoid": lambda a: 1 / (1 + np.exp(-a)), "tanh": np.tanh}
    for gate in cell.gates:
        if gate.kind in functions:
            assert np.allclose(functions[gate.kind](values[f"{gate.name}_pre"]), values[gate.name], rtol=1e-13)
    assert {gate.name for gate in cell.gates} | {f"{block}_pre" for block in cell.blocks} == set(values)


@every_kind
@pytest.mark.parametrize("batch", [1, 2])
def test_the_jacobian_equals_differences(name, options, batch):
    cell = make_cell(name, **options)
    steps, inputs, hidden, b = 4, 2, 3, batch - 1
    params, rng = weights(cell, inputs, hidden), np.random.default_rng(3)
    x = rng.standard_normal((steps, inputs, batch))
    states = {key: rng.standard_normal((hidden, batch)) * 0.5 for key in cell.states}
    if batch == 1:
        tape = scanned(cell, params, x[..., 0], {key: value[:, 0] for key, value in states.items()})
    else:
        tape = scanned(cell, params, x, states)
    jacobian = cell.jacobian(params, tape, sequence=b)
    size = hidden * len(cell.states)
    assert jacobian.shape == (steps, size, size)
    state = {key: value[:, b] for key, value in states.items()}
    for t in range(steps):
        flat = np.concatenate([state[key] for key in cell.states])
        columns = []
        for k in range(size):
            ends = []
            for sign in (1, -1):
                moved = flat.copy()
                moved[k] += sign * 1e-6
                parts = dict(zip(cell.states, np.split(moved, len(cell.states)), strict=True))
                after, _ = cell.step(params, x[t, :, b], parts)
                ends.append(np.concatenate([after[key] for key in cell.states]))
            columns.append((ends[0] - ends[1]) / 2e-6)
        assert np.allclose(jacobian[t], np.array(columns).T, rtol=1e-6, atol=1e-8)
        state, _ = cell.step(params, x[t, :, b], state)


@every_kind
def test_the_jacobian_carries_the_gradient_back(name, options):
    """d_(t-1) = J_t' d_t plus what flows in: the drawn gradients and the memory meter tell one story."""
    cell = make_cell(name, **options)
    params, rng = weights(cell, 2, 3), np.random.default_rng(5)
    x, inflow = rng.standard_normal((4, 2)), rng.standard_normal((4, 3))
    tape = scanned(cell, params, x, {key: rng.standard_normal(3) for key in cell.states})
    tape.d_h[0], tape.d_h[1:] = 0, inflow
    cell.scan_back(params, tape, 0, 4)
    jacobian, flow = cell.jacobian(params, tape), np.zeros(3 * len(cell.states))
    for t in range(3, -1, -1):
        flow[:3] += inflow[t]
        if "c" not in cell.states:
            assert np.allclose(tape.d_h[t + 1], flow, rtol=1e-12)
        else:  # dL/dc_t holds what comes through h_t; the state's own derivative does not
            through_h = tape.values["o"][t] * (1 - np.tanh(tape.values["c"][t]) ** 2)
            if cell.peepholes:
                o, p_o = tape.values["o"][t], params["weight_peephole"][6:]
                through_h += o * (1 - o) * np.tanh(tape.values["c"][t]) * p_o
            assert np.allclose(tape.gradients["c"][t], flow[3:] + flow[:3] * through_h, rtol=1e-12)
            assert np.allclose(tape.d_h[t + 1], flow[:3], rtol=1e-12)
        flow = jacobian[t].T @ flow
    for k, key in enumerate(cell.states):
        assert np.allclose(tape.starts[key][1], np.split(flow, len(cell.states))[k], rtol=1e-12)


@every_kind
def test_gates_have_a_colour_and_an_equation_that_can_be_set(name, options, monkeypatch):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # ziamath reads its font in a way that Python 3.11 calls deprecated
        import ziamath
    monkeypatch.setattr(ziamath.config, "svg2", False)
    gates = make_cell(name, **options).gates
    assert gates[-1].name == "h"
    for gate in gates:
        assert gate.role in LIGHT.roles
        assert gate.role in DARK.roles
        assert gate.tex.startswith(f"{gate.name}_t = ")
        assert ziamath.Latex(gate.tex).svg().startswith("<svg")


def test_gates_come_in_the_order_in_which_they_are_computed():
    order = {name: "".join(gate.name for gate in make_cell(name).gates) for name in cells}
    assert order == {"feedforward": "h", "elman": "h", "jordan": "h", "gru": "rznh", "lstm": "figcoh"}


@every_kind
def test_extreme_sums_saturate_without_a_warning(name, options):
    cell = make_cell(name, **options)
    params = {key: array * 1e4 for key, array in weights(cell, 2, 3).items()}
    tape = scanned(cell, params, np.ones((2, 2)), dict.fromkeys(cell.states, 0.0))
    for gate in cell.gates:
        low, high = {"sigmoid": (0, 1), "tanh": (-1, 1)}.get(gate.kind, (-np.inf, np.inf))
        assert low <= tape.values[gate.name].min() <= tape.values[gate.name].max() <= high


def test_unknown_cells_and_activations_are_named():
    with pytest.raises(InputError, match=r"“lstn”.*feedforward"):
        make_cell("lstn")
    with pytest.raises(InputError, match=r"“sin”.*tanh, sigmoid, relu, linear"):
        make_cell("elman", "sin")
