"""Dropout: every sequence has masks of its own, the same at all clocks; exact for every network and every method."""

import math
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz import Network
from rnnviz.cells.base import cells
from rnnviz.gradients import one_clock
from rnnviz.gradients.base import make_method
from rnnviz.network import dropout
from rnnviz.network.dropout import Masks, draw_masks
from rnnviz.network.hessian import hessian
from rnnviz.network.network import finish
from rnnviz.network.spec import FED_BACK, TrainingSpec

sys.path.append(str(Path(__file__).resolve().parent.parent / "gradients"))
from every_network import KINDS, SCENARIOS, apart, network

EPSILON = 1e-6
CLOCKS = 5
PLACES = [
    (kind, scenario, direction)
    for kind in KINDS
    for scenario in SCENARIOS
    for direction in ("forward", "bidirectional")
    if direction == "forward" or (kind[0] != "jordan" and scenario not in FED_BACK)
]
every_place = pytest.mark.parametrize(("kind", "scenario", "direction"), PLACES)


def problem(place, layers, batch, seed=0, **others):
    """A network, x, target, state and masks, at small sizes."""
    kind, scenario, direction = place
    net = network(kind, layers, scenario=scenario, direction=direction, output="softmax", seed=seed, **others)
    rng, spec = np.random.default_rng(seed), net.spec
    x, target = rng.standard_normal((CLOCKS, batch, 2)), rng.dirichlet([1, 1], (CLOCKS, batch))
    count = layers * (2 if direction == "bidirectional" else 1)
    state = {name: 0.5 * rng.standard_normal((count, batch, 2 if name == "s" else 3)) for name in net.cell.states}
    return net, x, target, state, draw_masks(rng, spec, batch, 0.4, 0.5, 0.4)


def derived(net, x, target, state, masks, method="bptt", k1=1, k2=CLOCKS):
    passes = net.passes(*x.shape[:2], apart=masks is not None and masks.memory is not None)
    passes.silence(masks)
    made = make_method(TrainingSpec(gradient=method, k1=k1, k2=k2))
    return finish(made.derive(net, passes, x, target, "cross_entropy", state, None, to_inputs=True))


def of_one(masks, b):
    """The masks of one sequence of the batch."""
    memory = masks.memory and tuple(tuple(mask[[b]] for mask in ways) for ways in masks.memory)
    return Masks(tuple(mask[[b]] for mask in masks.below), memory)


def columns(net, masks):
    """By parameter what its columns are multiplied with where one sequence has these masks."""
    found = {}
    for name, array in net.parameters.items():
        kind, _, place = name.partition("_l")
        layer, reverse = place.removesuffix("_reverse"), place.endswith("_reverse")
        if kind == "weight_ih":
            found[name] = masks.below[int(layer)][0]
        elif kind == "weight_hh" and masks.memory is not None:
            found[name] = masks.memory[int(layer)][reverse][0]
        else:
            found[name] = np.ones(array.shape[-1])
    return found


def in_the_weights(net, x, target, state, masks, *method):
    """The same for one sequence with no pass that knows of dropout: a unit that is silent has no column in the weights
    that read it. (loss, gradients by name, dL/dh_t of the lowest layer)"""
    other, scale = net.copy(), columns(net, masks)
    for name, array in other.parameters.items():
        array *= scale[name]
    grads = derived(other, x, target, state, None, *method)
    return grads.loss, {name: g * scale[name] for name, g in grads.parameters.items()}, grads.get("h", 0)


@pytest.mark.parametrize("method", ["bptt", "rtrl", "tbptt"])
@every_place
def test_every_sequence_learns_with_its_own_silent_units(kind, scenario, direction, method):
    """A batch of three is three sequences, each with a network of its own whose weights lack what is silent in it."""
    if direction == "bidirectional" and method != "bptt":
        return
    net, x, target, state, masks = problem((kind, scenario, direction), 2, 3)
    how = (method, 2, 3)
    whole = derived(net, x, target, state, masks, *how)
    loss, total = 0.0, {name: np.zeros_like(array) for name, array in net.parameters.items()}
    for b in range(3):
        begin = {name: value[:, [b]] for name, value in state.items()}
        one, gradients, d_h = in_the_weights(net, x[:, [b]], target[:, [b]], begin, of_one(masks, b), *how)
        loss += one / 3
        total = {name: total[name] + gradients[name] / 3 for name in total}
        assert np.allclose(whole.get("h", 0)[:, [b]], d_h / 3, rtol=1e-10, atol=1e-15)
    assert whole.loss == pytest.approx(loss, rel=1e-12)
    for name, gradient in whole.parameters.items():
        assert np.allclose(gradient, total[name], rtol=1e-9, atol=1e-14), name


@settings(max_examples=60, deadline=None)
@given(place=st.sampled_from(PLACES), layers=st.integers(1, 3), batch=st.sampled_from([1, 3]), seed=st.integers(0, 99))
@pytest.mark.parametrize("factor", [1.0, 1.001])
def test_central_differences_with_the_masks_held(factor, place, layers, batch, seed):
    net, x, target, state, masks = problem(place, layers, batch, seed)
    grads = derived(net, x, target, state, masks)
    towards = np.random.default_rng(seed).standard_normal(net.vector.size)

    def loss(by):
        other = net.copy()
        other.vector[...] += by * towards
        return derived(other, x, target, state, masks).loss

    slope = (loss(EPSILON) - loss(-EPSILON)) / (2 * EPSILON)
    size = max(np.linalg.norm(grads.vector), 5e-4)
    gradient = factor * grads.vector @ towards
    if factor == 1 or abs(gradient) > 2e-2 * size:  # where one in a thousand is more than what rounding leaves
        assert (abs(gradient - slope) / size < (1e-6 if factor == 1 else 1e-5)) == (factor == 1)


@settings(max_examples=40, deadline=None)
@given(place=st.sampled_from(PLACES), layers=st.integers(1, 3), batch=st.sampled_from([1, 3]), seed=st.integers(0, 99))
def test_rtrl_and_truncation_that_reaches_the_beginning_are_bptt(place, layers, batch, seed):
    if place[2] == "bidirectional":
        return
    net, x, target, state, masks = problem(place, layers, batch, seed)
    full = derived(net, x, target, state, masks).vector.copy()
    assert apart(derived(net, x, target, state, masks, "rtrl").vector, full) < 1e-10
    assert apart(derived(net, x, target, state, masks, "tbptt", 2, CLOCKS).vector, full) < 1e-10


def test_it_is_a_mask_on_units_that_stays_through_time():
    """Against a plain loop that multiplies x_t, h_(t-1) and the layer below by masks at every clock."""
    for seed in range(5):
        net, x, target, _, masks = problem((("elman", {}), "many-to-many", "forward"), 2, 3, seed)
        grads = derived(net, x, target, None, masks)
        for b in range(3):
            logits = two_elman_layers(net.parameters, x[:, b], of_one(masks, b))
            assert np.allclose(grads.trace.logits[:, b], logits, rtol=1e-12)


def two_elman_layers(p, x, masks):
    """x (T, D); V h_t + c of each clock, (T, O)."""
    on_x, on_low = (mask[0] for mask in masks.below)
    first, second = (ways[0][0] for ways in masks.memory)
    hidden = len(first)
    low, high, outputs = [0.0] * hidden, [0.0] * hidden, []

    def unit(layer, k, values, value_mask, before, before_mask):
        total = p[f"bias_ih_l{layer}"][k] + p[f"bias_hh_l{layer}"][k]
        for j, value in enumerate(values):
            total += p[f"weight_ih_l{layer}"][k, j] * value * value_mask[j]
        for j, value in enumerate(before):
            total += p[f"weight_hh_l{layer}"][k, j] * value * before_mask[j]
        return math.tanh(total)

    for values in x:
        low = [unit(0, k, values, on_x, low, first) for k in range(hidden)]
        high = [unit(1, k, low, on_low, high, second) for k in range(hidden)]
        weight, bias = p["readout.weight"], p["readout.bias"]
        outputs.append([bias[o] + sum(weight[o, k] * high[k] for k in range(hidden)) for o in range(len(bias))])
    return outputs


@pytest.mark.parametrize("cell", list(cells))
def test_the_hessian_has_the_same_masks(cell):
    net, x, target, _, masks = problem(((cell, {}), "many-to-many", "forward"), 1, 3)
    ours = finish(hessian(net, x, target, np.ones(x.shape[:2]), "cross_entropy", masks))
    towards = np.random.default_rng(4).standard_normal(net.vector.size)

    def gradient(by):
        other = net.copy()
        other.vector[...] += by * towards
        return derived(other, x, target, None, masks).vector.copy()

    slope = (gradient(EPSILON) - gradient(-EPSILON)) / (2 * EPSILON)
    assert np.abs(ours @ towards - slope).max() < 1e-7 * np.abs(slope).max()


@pytest.mark.parametrize("where", ["thin", "thin_back", "thinned", "mask"])
def test_an_error_of_one_in_a_thousand_is_caught(monkeypatch, where):
    """In what the weights read, in what comes back, and in what RTRL carries."""
    from rnnviz.cells.base import Tape
    from rnnviz.network.passes import Passes

    net, x, target, state, masks = problem((("gru", {}), "many-to-many", "forward"), 2, 1)
    _, right, _ = in_the_weights(net, x, target, state, masks)
    full = np.concatenate([gradient.ravel() for gradient in right.values()])
    assert apart(derived(net, x, target, state, masks).vector, full) < 1e-10
    if where == "thin":
        correct = Tape.thin
        monkeypatch.setattr(Tape, "thin", lambda tape, t: (correct(tape, t), tape.inputs[t, :3].__imul__(1.001)))
    elif where == "thin_back":
        correct = Tape.thin_back
        monkeypatch.setattr(Tape, "thin_back", lambda tape, t: (tape.d_read[t].__imul__(1.001), correct(tape, t)))
    elif where == "thinned":
        correct = Passes.thinned
        monkeypatch.setattr(Passes, "thinned", lambda *a: 1.001 * correct(*a))
    else:
        correct = one_clock.derivatives
        monkeypatch.setattr(one_clock, "derivatives", lambda *a, mask: correct(*a, mask=1.001 * mask))
    method = "rtrl" if where == "mask" else "bptt"
    assert apart(derived(net, x, target, state, masks, method).vector, full) > 1e-6


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_masks_have_the_shapes_that_are_promised_and_the_same_seed_gives_the_same_bits(dtype):
    spec = Network("lstm", 4, 5, 2, layers=3, direction="bidirectional", dtype=dtype).spec
    one, same, other = (draw_masks(np.random.default_rng(seed), spec, 7, 0.2, 0.5, 0.5) for seed in (1, 1, 2))
    assert [mask.shape for mask in one.below] == [(7, 4), (7, 10), (7, 10)]
    assert [[mask.shape for mask in ways] for ways in one.memory] == [[(7, 5)] * 2] * 3
    flat = [np.concatenate([m.ravel() for m in (*masks.below, *sum(masks.memory, ()))]) for masks in (one, same, other)]
    assert flat[0].dtype == dtype
    assert (flat[0] == flat[1]).all()
    assert (flat[0] != flat[2]).any()
    assert any((mask != mask[:1]).any() for mask in one.below)  # each sequence has its own
    jordan = draw_masks(np.random.default_rng(0), Network("jordan", 4, 5, 2).spec, 7, 0.2, 0, 0.5)
    assert jordan.memory[0][0].shape == (7, 2)
    for cell, recurrent in (("feedforward", 0.5), ("gru", 0.0)):
        assert draw_masks(np.random.default_rng(0), Network(cell).spec, 7, 0.2, 0, recurrent).memory is None


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_silent_units_are_as_many_as_asked_and_the_mean_is_kept(share):
    spec = Network("elman", 2, 200, 2, layers=2).spec
    masks = draw_masks(np.random.default_rng(0), spec, 100, 0, share, share)
    assert (masks.below[0] == 1).all()
    for mask in (masks.below[1], masks.memory[0][0], masks.memory[1][0]):
        assert abs((mask == 0).mean() - share) < 5 * np.sqrt(share * (1 - share) / mask.size)
        assert set(np.unique(mask)) == {0.0, 1 / (1 - share)}


def test_nothing_silent_is_no_dropout_at_all():
    for kind in KINDS:
        net, x, target, state, _ = problem((kind, "many-to-many", "forward"), 2, 3)
        spec = net.spec
        ones = Masks(tuple(np.ones((3, n)) for n in (2, 3)), ((np.ones((3, 2 if kind[0] == "jordan" else 3)),),) * 2)
        if kind[0] == "feedforward":
            ones = Masks(ones.below, None)
        plain, masked = (derived(net, x, target, state, masks) for masks in (None, ones))
        assert apart(masked.vector, plain.vector) < 1e-13, spec
        for name in plain.names:
            assert np.allclose(masked[name], plain[name], rtol=1e-12, atol=1e-16)


def test_arrays_made_for_dropout_serve_without_it_and_with_other_masks():
    net, x, target, state, masks = problem((("lstm", {}), "many-to-many", "forward"), 2, 3)
    passes = net.passes(CLOCKS, 3, apart=True)
    results = []
    for these in (masks, dropout.draw_masks(np.random.default_rng(8), net.spec, 3, 0.4, 0.4, 0.4), masks):
        passes.silence(these)
        results.append(finish(net.derive(passes, x, target, "cross_entropy", state)).vector.copy())
    assert (results[0] == results[2]).all()
    assert (results[0] != results[1]).any()


def test_masks_of_the_memory_are_refused_where_there_are_no_arrays_for_them():
    net, _, _, _, masks = problem((("lstm", {}), "many-to-many", "forward"), 2, 3)
    with pytest.raises(ValueError, match="apart=True"):
        net.passes(CLOCKS, 3).silence(masks)
