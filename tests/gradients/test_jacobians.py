"""Jacobians and their products against differences of whole runs; refused where they would take too long."""

import numpy as np
import plain_stack
import pytest
from every_network import KINDS, SCENARIOS, network, problem
from hypothesis import given, settings
from hypothesis import strategies as st

import rnnviz
from rnnviz.errors import InputError
from rnnviz.gradients import fed_back
from rnnviz.gradients.jacobians import layer_jacobians
from rnnviz.gradients.sources import split
from rnnviz.network.held import Spot
from rnnviz.network.network import finish

EPSILON = 1e-6


@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind[0] != "jordan"])
def test_products_are_what_a_change_of_h_does_to_every_later_h(kind, layers):
    """Central differences: the top layer begins at clock k + 2 with another h; how do all later h change?"""
    net = network(kind, layers)
    x, _, state, _ = problem(net, 6, 2)
    whole = net.run(x, state)
    norms = rnnviz.memory(net, x, state, sequence=1)
    for k in range(5):
        before = net.run(x[: k + 1], state).state
        columns = []
        for unit in range(3):
            sides = []
            for sign in (1, -1):
                begin = {name: array.copy() for name, array in before.items()}
                begin["h"][-1, 1, unit] += sign * EPSILON
                sides.append(net.run(x[k + 1 :], begin)["h"][:, 1])
            columns.append((sides[0] - sides[1]) / (2 * EPSILON))
        numeric = np.stack(columns, axis=2)  # (later clocks, H, H)
        expected = np.linalg.svd(numeric, compute_uv=False)[:, 0]
        assert np.allclose(norms[k + 1 :, k], expected, rtol=1e-5, atol=1e-8)
    assert (np.diag(norms) == 1).all()
    assert (np.triu(norms, 1) == 0).all()
    assert len(whole["h"]) == len(norms)


def moved(net, x, state, layer, at, name, unit, held=None):
    """What all later h and c of a layer do when one number of its state at clock `at` moves, by central differences of
    a loop over the textbook's step: whatever is computed after it responds."""
    ends = [plain_stack.run(net, x, state, {(at, layer): (name, unit, sign * EPSILON)}, held) for sign in (1, -1)]
    later = zip(*(end[layer][at + 1 :] for end in ends), strict=True)
    return [np.concatenate([(a[key] - b[key]) / (2 * EPSILON) for key in ("h", "c") if key in a]) for a, b in later]


@pytest.mark.parametrize(
    ("scenario", "layers"), [*((name, 2) for name in SCENARIOS), ("many-to-many", 1), ("one-to-many", 3)]
)
@pytest.mark.parametrize("kind", KINDS)
def test_every_layers_jacobian_and_product_is_a_change_that_everything_after_it_feels(kind, scenario, layers):
    net = network(kind, layers, scenario=scenario, output="sigmoid")
    x, _, state, _ = problem(net, 5, 1)
    names = ("h", "c") if "c" in net.cell.states else ("h",)
    for layer in range(layers):
        made = rnnviz.jacobians(net, x, state, layer=layer)
        norms = made.product_norms()
        for at in range(4):
            columns = [moved(net, x, state, layer, at, name, unit) for name in names for unit in range(3)]
            following = np.stack([np.stack(column) for column in columns], axis=2)  # (later clocks, S, S)
            assert np.allclose(made.matrices[at + 1], following[0], rtol=1e-5, atol=1e-8)
            expected = np.linalg.svd(following[:, :3, :3], compute_uv=False)[:, 0]
            assert np.allclose(norms[at + 1 :, at], expected, rtol=1e-5, atol=1e-8)
        assert (np.diag(norms) == 1).all()
        assert (np.triu(norms, 1) == 0).all()
        finite = np.linalg.svd(made.matrices, compute_uv=False)
        assert np.allclose(made.singular_values, finite)
        assert np.allclose(made.spectral_radius, np.abs(np.linalg.eigvals(made.matrices)).max(axis=1))


@pytest.mark.parametrize("scenario", ["many-to-many", "one-to-many"])
@pytest.mark.parametrize("kind", [("jordan", {}), ("lstm", {}), ("lstm", {"peepholes": True}), ("gru", {})])
def test_nothing_flows_into_a_number_that_is_held(kind, scenario):
    net = network(kind, 2, scenario=scenario, output="sigmoid")
    x, target, state, _ = problem(net, 5, 1)
    held = {Spot("h", 3, 1, layer): 0.3 for layer in range(2)} | {Spot(net.cell.gates[0].name, 4, 0, 0): 0.6}
    if net.spec.feeds_back:
        held |= {Spot("s", 1, 0): 0.7}
    passes = net.passes(5, 1, held)
    finish(net.derive(passes, x, target, "mse", state))
    names = ("h", "c") if "c" in net.cell.states else ("h",)
    for layer in range(2):
        matrices, _ = layer_jacobians(passes, layer)
        for at in range(4):
            columns = [moved(net, x, state, layer, at, name, unit, held)[0] for name in names for unit in range(3)]
            assert np.allclose(matrices[at + 1], np.array(columns).T, rtol=1e-5, atol=1e-8)
        assert not matrices[2][1].any()
        whole = finish(split(net, passes, layer=layer))
        assert np.allclose(finish(split(net, passes, layer=layer, first=1, last=4)), whole[1:4, 1:4], atol=1e-15)
        assert np.allclose(whole.sum(axis=1), passes.tapes[layer][0].gradients["h"], rtol=1e-10, atol=1e-15)


def test_the_state_of_a_jordan_network_is_its_last_answer():
    """Of the top layer a product is the factors' product, as M is all that goes on; nothing was remembered before."""
    net = network(("jordan", {}), 3, output="softmax")
    x, _, state, _ = problem(net, 6, 2)
    made = rnnviz.jacobians(net, x, state, sequence=1)
    assert not made.matrices[0].any()
    product = np.eye(3)
    for t in range(1, 6):
        product = made.matrices[t] @ product
        assert made.product_norms()[t, 0] == pytest.approx(np.linalg.norm(product, 2), rel=1e-10)
        assert np.linalg.matrix_rank(made.matrices[t], tol=1e-12) == 1  # two outputs that sum to one: one number


@pytest.mark.parametrize("what", ["answer_slopes", "OneClock"])
def test_an_error_of_one_in_a_thousand_on_the_way_through_the_answer_is_caught(monkeypatch, what):
    net = network(("jordan", {}), 2)
    x, *_ = problem(net, 6, 1)
    right = rnnviz.jacobians(net, x, layer=0)
    original = getattr(fed_back, what)

    def wrong(*arguments):
        made = original(*arguments)
        if what == "OneClock":
            made.by_state *= 1.001
            return made
        return 1.001 * made

    monkeypatch.setattr(fed_back, what, wrong)
    made = rnnviz.jacobians(net, x, layer=0)
    assert np.abs(made.matrices[1:] - right.matrices[1:]).max() > 1e-4 * np.abs(right.matrices).max()
    assert np.abs(made.product_norms()[-1, 0] / right.product_norms()[-1, 0] - 1) > 1e-4


def test_an_error_of_one_in_a_thousand_in_a_jacobian_is_caught(monkeypatch):
    net = network(("gru", "tanh"))
    x, *_ = problem(net, 6, 1)
    right = rnnviz.memory(net, x)
    jacobian = type(net.cell).jacobian
    monkeypatch.setattr(type(net.cell), "jacobian", lambda *a: jacobian(*a) * 1.001)
    assert np.abs(rnnviz.memory(net, x)[-1, 0] / right[-1, 0] - 1) > 1e-4


def test_of_an_elman_network_by_hand():
    """Linear: every Jacobian is U, so that a product over n clocks is U to the n."""
    net = network(("elman", "linear"))
    U = np.array([[0.5, 0.2, 0.0], [0.0, 0.9, 0.1], [0.3, 0.0, -1.1]])
    net.parameters["weight_hh_l0"][...] = U
    x, *_ = problem(net, 7, 1)
    made = rnnviz.jacobians(net, x)
    assert np.allclose(made.matrices, U)
    assert made.recurrent_radius["h"] == pytest.approx(np.abs(np.linalg.eigvals(U)).max())
    assert made.recurrent_norm["h"] == pytest.approx(np.linalg.norm(U, 2))
    assert np.allclose(made.spectral_radius, made.recurrent_radius["h"])
    assert np.allclose(made.singular_values, np.linalg.svd(U, compute_uv=False))
    norms = made.product_norms()
    for n in range(7):
        assert norms[6, 6 - n] == pytest.approx(np.linalg.norm(np.linalg.matrix_power(U, n), 2))


@settings(max_examples=20, deadline=None)
@given(kind=st.sampled_from(KINDS), steps=st.integers(1, 12), hidden=st.integers(1, 5), seed=st.integers(0, 99))
def test_a_product_is_never_longer_than_its_factors_together(kind, steps, hidden, seed):
    net = network(kind, 1, hidden, seed)
    x, *_ = problem(net, steps, 1, seed)
    made = rnnviz.jacobians(net, x)
    bound = np.cumprod(np.append(1.0, made.singular_values[:0:-1, 0]))[::-1]
    assert (made.product_norms()[-1] <= bound * (1 + 1e-9) + 1e-12).all()
    assert (made.spectral_radius <= made.singular_values[:, 0] * (1 + 1e-9) + 1e-12).all()


def test_the_reverse_direction_reads_from_the_end():
    net = network(direction="bidirectional")
    x, *_ = problem(net, 6, 2)
    ahead = rnnviz.jacobians(net, x, reverse=True, sequence=1)
    forward = network()
    theirs = {name.removesuffix("_reverse"): a for name, a in net.parameters.items() if name.endswith("_reverse")}
    forward.load_parameters(forward.parameters | theirs)
    mirrored = rnnviz.jacobians(forward, x[::-1], sequence=1)
    assert np.allclose(ahead.matrices, mirrored.matrices[::-1])
    norms = ahead.product_norms()
    assert np.allclose(norms, mirrored.product_norms()[::-1, ::-1])
    assert (np.tril(norms, -1) == 0).all()
    assert norms[0, 5] > 0


def test_what_is_not_finite_is_nan_and_no_error():
    net = network(("elman", "linear"))
    net.parameters["weight_hh_l0"][...] = 1e200 * np.eye(3)
    x, *_ = problem(net, 5, 1)
    norms = rnnviz.jacobians(net, x).product_norms()
    assert norms[1, 0] == pytest.approx(1e200)
    assert np.isnan(norms[4, 0])


@pytest.mark.parametrize(
    ("hidden", "steps", "change", "sentence"),
    [
        (3, 201, {}, "201 clocks are too many.*at most 200"),
        (60, 200, {}, r"200 Jacobians of 120 × 120.*at most 68 clocks"),
        (3, 5, {"layer": 1}, "layers 0 to 0"),
        (3, 5, {"reverse": True}, "forward"),
        (3, 5, {"sequence": 2}, "no sequence 2.*0 to 1"),
    ],
)
def test_what_cannot_be_done_is_said(hidden, steps, change, sentence):
    net = network(hidden=hidden)
    with pytest.raises(InputError, match=sentence):
        rnnviz.memory(net, np.zeros((steps, 2, 2)), **change)


def test_many_and_large_jacobians_are_refused_before_they_fill_the_memory():
    with pytest.raises(InputError, match=r"3000 Jacobians of 512 × 512 need 6\.3 GB"):
        rnnviz.jacobians(network(hidden=256), np.zeros((3000, 1, 2)))
