"""RTRL equals BPTT; truncated BPTT equals a graph that is cut; planted errors are caught."""

import cut_graphs
import numpy as np
import pytest
from every_network import DEPTHS, KINDS, LOSSES, SCENARIOS, apart, by, network, problem
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.gradients import one_clock
from rnnviz.gradients.base import methods
from rnnviz.gradients.methods import rtrl
from rnnviz.network import feedback, room
from rnnviz.network.spec import TrainingSpec
from rnnviz.options import options_of

CLOSE = 1e-10


def test_the_settings_offer_what_the_registry_has():
    assert sorted(methods) == sorted(options_of(TrainingSpec)["gradient"][1].choices)


@pytest.mark.parametrize("method", ["tbptt", "rtrl"])
@pytest.mark.parametrize("scenario", ["one-to-one", "many-to-one"])
def test_scenarios_that_read_nothing_back_go_with_every_method(method, scenario):
    net = network(scenario=scenario)
    x, target, state, mask = problem(net)
    mask[0] = mask[-1] = 1
    full = net.gradients(x, target, state=state, mask=mask)
    ours = by(method, net, x, target, state, mask, k1=2, k2=3)
    assert ours.loss == full.loss
    if scenario == "one-to-one" or method == "rtrl":  # the only loss is one that a window reaches from the beginning
        assert apart(ours.vector, full.vector) < CLOSE
        assert apart(ours["x"], full["x"]) < CLOSE
    else:
        assert not ours["x"][:-3].any()
        assert np.allclose(ours["x"][-3:], full["x"][-3:], rtol=1e-10)


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize("layers", DEPTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_rtrl_is_bptt(kind, layers, batch):
    net = network(kind, layers)
    x, target, state, mask = problem(net, batch=batch)
    full = net.gradients(x, target, state=state, mask=mask)
    forward = by("rtrl", net, x, target, state, mask)
    assert apart(forward.vector, full.vector) < CLOSE
    for name, gradient in full.parameters.items():
        assert apart(forward.parameters[name], gradient) < CLOSE, name


def answers(seed, x):
    """Targets that every loss takes."""
    return np.random.default_rng(seed).dirichlet(np.ones(2), x.shape[:2])


def with_an_answer(mask, net):
    """The mask with at least one clock at which this scenario has an answer."""
    mask = mask.copy()
    mask[0], mask[-1] = 1, 1
    return mask


@pytest.mark.parametrize("layers", DEPTHS)
@pytest.mark.parametrize("scenario", [name for name in SCENARIOS if name != "many-to-many"])
@pytest.mark.parametrize("kind", KINDS)
def test_rtrl_is_bptt_in_every_scenario(kind, scenario, layers):
    """Where the last answer is read, the sensitivities go through it as well."""
    net = network(kind, layers, scenario=scenario, output="softmax")
    x, _, state, mask = problem(net, steps=6)
    target, mask = answers(1, x), with_an_answer(mask, net)
    full = net.gradients(x, target, "cross_entropy", state, mask)
    ours = by("rtrl", net, x, target, state, mask, loss="cross_entropy")
    for name, gradient in full.parameters.items():
        assert apart(ours.parameters[name], gradient) < CLOSE or not gradient.any(), name
    for name in full.names:
        assert np.allclose(ours[name], full[name], rtol=1e-10, atol=1e-15), name


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    scenario=st.sampled_from(SCENARIOS),
    readout=st.sampled_from(LOSSES),
    sizes=st.tuples(st.integers(2, 12), st.integers(1, 3), st.integers(1, 4), st.integers(1, 3)),
    masked=st.booleans(),
    seed=st.integers(0, 1000),
)
def test_all_methods_agree_whatever_is_combined(kind, scenario, readout, sizes, masked, seed):
    steps, batch, hidden, layers = sizes
    net = network(kind, layers, hidden, seed, scenario=scenario, output=readout[0])
    x, _, state, mask = problem(net, steps, batch, seed)
    target, mask = answers(seed, x), with_an_answer(mask, net) if masked else None
    full = net.gradients(x, target, readout[1], state, mask).vector
    assert apart(by("rtrl", net, x, target, state, mask, loss=readout[1]).vector, full) < CLOSE
    reach = by("tbptt", net, x, target, state, mask, k1=min(2, steps), k2=steps, loss=readout[1])
    assert apart(reach.vector, full) < CLOSE


@settings(max_examples=25, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    sizes=st.tuples(st.integers(1, 70), st.integers(1, 4), st.integers(1, 4), st.integers(1, 2)),
    seed=st.integers(0, 1000),
)
def test_rtrl_is_bptt_for_any_size(kind, sizes, seed):
    steps, batch, hidden, layers = sizes
    net = network(kind, layers, hidden, seed)
    x, target, state, _ = problem(net, steps, batch, seed)
    assert apart(by("rtrl", net, x, target, state).vector, net.gradients(x, target, state=state).vector) < CLOSE


@pytest.mark.parametrize(
    ("output", "loss"),
    [("softmax", "mse"), ("sigmoid", "mse"), ("softmax", "cross_entropy"), ("sigmoid", "binary_cross_entropy")],
)
@pytest.mark.parametrize("kind", KINDS)
def test_every_readout_and_loss(kind, output, loss):
    net = network(kind, 2, output=output)
    x, _, state, mask = problem(net)
    target = np.random.default_rng(1).dirichlet(np.ones(2), x.shape[:2])
    full = net.gradients(x, target, loss, state, mask).vector
    assert apart(by("rtrl", net, x, target, state, mask, loss=loss).vector, full) < CLOSE
    last = np.zeros_like(mask)
    last[-1] = 1  # one loss: a single window, which goes back as far as it counts
    reach = by("tbptt", net, x, target, state, last, 9, 9, loss=loss).vector
    assert apart(reach, net.gradients(x, target, loss, state, last).vector) < CLOSE


@pytest.mark.parametrize("kind", KINDS)
def test_single_precision_is_close_to_double(kind):
    net, half = network(kind, 2), network(kind, 2, dtype="float32")
    x, target, state, _ = problem(net)
    for method in ("rtrl", "tbptt"):
        whole = by(method, net, x, target, state, k1=2, k2=4).vector
        small = {name: array.astype(np.float32) for name, array in state.items()}
        rough = by(method, half, x.astype(np.float32), target.astype(np.float32), small, k1=2, k2=4).vector
        assert rough.dtype == np.float32
        assert apart(rough, whole) < 1e-4


def test_rtrl_in_small_pieces_is_the_same(monkeypatch):
    net = network(layers=2)
    x, target, state, mask = problem(net, batch=5)
    whole = by("rtrl", net, x, target, state, mask).vector
    monkeypatch.setattr(rtrl, "_NUMBERS", 1)
    assert apart(by("rtrl", net, x, target, state, mask).vector, whole) < CLOSE


def test_rtrl_is_williams_and_zipsers_equations_number_by_number():
    net = network(("elman", "tanh"))
    x, target, _, _ = problem(net, steps=6, batch=1)
    plain = {name: array.tolist() for name, array in net.parameters.items()}
    paper = cut_graphs.rtrl(plain, x[:, 0].tolist(), target[:, 0].tolist(), 3)
    ours = by("rtrl", net, x, target).parameters
    assert apart(ours["weight_hh_l0"], np.array(paper["weight_hh"])) < CLOSE
    assert apart(ours["weight_ih_l0"], np.array(paper["weight_ih"])) < CLOSE
    assert apart(ours["bias_ih_l0"], np.array(paper["bias"])[:, 0]) < CLOSE
    assert apart(ours["bias_hh_l0"], np.array(paper["bias"])[:, 0]) < CLOSE


@pytest.mark.parametrize("what", [0, 1, 2])
def test_an_error_of_one_in_a_thousand_in_what_rtrl_carries_is_caught(monkeypatch, what):
    net = network(layers=2)
    x, target, _, _ = problem(net)
    right = one_clock.derivatives

    def wrong(*arguments, **named):
        parts = list(right(*arguments, **named))
        parts[what] = parts[what] * 1.001
        return tuple(parts)

    full = net.gradients(x, target).vector.copy()
    assert apart(by("rtrl", net, x, target).vector, full) < CLOSE
    monkeypatch.setattr(one_clock, "derivatives", wrong)
    assert apart(by("rtrl", net, x, target).vector, full) > 1e-6


@pytest.mark.parametrize("kind", KINDS)
def test_what_rtrl_carries_the_state_with_is_the_cells_jacobian(kind):
    net = network(kind)
    x, target, state, _ = problem(net, batch=2)
    passes = by("rtrl", net, x, target, state).passes
    for sequence in range(2):
        local = one_clock.OneClock(passes, 0, 0, len(x), slice(sequence, sequence + 1))
        own = net.cell.jacobian(passes.weights[0][0], passes.tapes[0][0], sequence)
        assert np.allclose(local.by_state[:, 0], own, rtol=1e-12, atol=1e-14)


def exact_slope(net, readout, p, x, target, mask, k1, k2):
    """Of a graph that is cut, along the imaginary part of p."""
    spec = net.spec
    cell = "gru-before" if spec.reset == "before" else spec.cell
    options = {"cell": cell, "activation": spec.activation, "output": readout[0], "loss": readout[1]}
    options |= {"hidden": spec.hidden, "layers": spec.layers, "scenario": spec.scenario, "read": len(x) // 2}
    plain = x[:, 0].tolist(), target[:, 0].tolist(), mask[:, 0].tolist()
    return cut_graphs.truncated(options, {name: array.tolist() for name, array in p.items()}, *plain, k1, k2)


def slopes_of_a_cut_graph(kind, scenario, readout, layers, steps, k1, k2, masked=False, seed=3):
    """(the method's, the plain loops') derivative along one random direction."""
    net = network(kind, layers, seed=seed, scenario=scenario, output=readout[0])
    x, _, _, mask = problem(net, steps, 1, seed)
    target, mask = answers(seed, x), with_an_answer(mask, net) if masked else np.ones((steps, 1))
    grads = by("tbptt", net, x, target, mask=mask, k1=k1, k2=k2, loss=readout[1])
    rng = np.random.default_rng(seed)
    towards = {name: rng.standard_normal(array.shape) for name, array in net.parameters.items()}
    moved = {name: net.parameters[name] + 1j * cut_graphs.TINY * d for name, d in towards.items()}
    counts = mask * grads.trace.has_s[:, None]
    exact = exact_slope(net, readout, moved, x, target, counts, k1, k2)
    return sum(float((grads.parameters[name] * d).sum()) for name, d in towards.items()), exact


@pytest.mark.parametrize("layers", DEPTHS)
@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("kind", KINDS)
def test_truncated_bptt_is_a_graph_that_is_cut_in_every_scenario(kind, scenario, layers):
    ours, exact = slopes_of_a_cut_graph(kind, scenario, ("softmax", "cross_entropy"), layers, 6, 2, 3)
    assert ours == pytest.approx(exact, rel=1e-10, abs=1e-13)


@settings(max_examples=40, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    scenario=st.sampled_from(SCENARIOS),
    readout=st.sampled_from(LOSSES),
    layers=st.integers(1, 2),
    steps=st.integers(2, 9),
    ks=st.tuples(st.integers(1, 10), st.integers(1, 10)),
    masked=st.booleans(),
    seed=st.integers(0, 1000),
)
def test_truncated_bptt_is_a_graph_that_is_cut(kind, scenario, readout, layers, steps, ks, masked, seed):
    arguments = kind, scenario, readout, layers, steps, min(ks), max(ks), masked, seed
    ours, exact = slopes_of_a_cut_graph(*arguments)
    assert ours == pytest.approx(exact, rel=1e-10, abs=1e-13)


@pytest.mark.parametrize(("kind", "scenario"), [(("jordan", {}), "many-to-many"), (("gru", {}), "one-to-many")])
def test_an_error_of_one_in_a_thousand_on_the_way_through_the_answer_is_caught(monkeypatch, kind, scenario):
    """Whether in what truncated BPTT goes back through, or in what RTRL carries forward."""
    arguments = kind, scenario, ("softmax", "cross_entropy"), 2, 7, 2, 4
    net = network(kind, 2, scenario=scenario)
    x, target, state, _ = problem(net)
    full = net.gradients(x, target, state=state).vector.copy()
    right = rtrl.answer_slopes
    monkeypatch.setattr(rtrl, "answer_slopes", lambda *a: 1.001 * right(*a))
    assert apart(by("rtrl", net, x, target, state).vector, full) > 1e-6
    back = feedback.readout.respond_back
    monkeypatch.setattr(feedback.readout, "respond_back", lambda *a: 1.001 * back(*a))
    ours, exact = slopes_of_a_cut_graph(*arguments)
    assert abs(ours - exact) > 1e-6 * abs(exact)


@settings(max_examples=25, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    steps=st.integers(1, 9),
    batch=st.integers(1, 3),
    layers=st.integers(1, 2),
    k1=st.integers(1, 9),
)
def test_with_k2_at_least_t_truncated_bptt_is_full_in_every_array(kind, steps, batch, layers, k1):
    net = network(kind, layers)
    x, target, state, mask = problem(net, steps, batch)
    full = net.gradients(x, target, state=state, mask=mask)
    ours = by("tbptt", net, x, target, state, mask, min(k1, steps), steps)
    assert apart(ours.vector, full.vector) < CLOSE
    for name in full.names:
        assert np.allclose(ours[name], full[name], rtol=1e-10, atol=1e-15), name


@settings(max_examples=25, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    sizes=st.tuples(st.integers(2, 12), st.integers(1, 3), st.integers(1, 2)),
    ks=st.tuples(st.integers(1, 5), st.integers(1, 5)),
)
def test_the_clocks_add_up_to_the_parameters(kind, sizes, ks):
    """A bias is added to a gate's sum at each clock: its gradient is the sum over the clocks of the gate's."""
    steps, batch, layers = sizes
    net = network(kind, layers)
    x, target, state, mask = problem(net, steps, batch)
    ours = by("tbptt", net, x, target, state, mask, min(ks), max(ks))
    for layer in range(layers):
        gates = [ours.get(f"{b}_pre" if f"{b}_pre" in ours.names else b, layer) for b in net.cell.blocks]
        summed = np.concatenate([gate.sum(axis=(0, 1)) for gate in gates])
        assert np.allclose(ours.parameters[f"bias_ih_l{layer}"], summed, rtol=1e-10, atol=1e-14)


def test_the_first_state_is_reached_by_the_windows_that_begin_with_it():
    net = network(layers=2)
    x, target, state, _ = problem(net)
    ours = by("tbptt", net, x, target, state, k1=2, k2=5)  # windows end at 2, 4, 6, 8, 9; the first two begin at 0
    first = np.zeros(x.shape[:2])
    first[:4] = 1
    early = net.gradients(x, target, state=state, mask=first)
    for name, gradient in early.state.items():
        assert np.allclose(ours.state[name], gradient * 4 / 9, rtol=1e-10, atol=1e-15)


@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("batch", [1, 3])
def test_pieces_that_share_no_gradient(layers, batch):
    """k1 = k2 is a new network for each piece, begun from where the last one ended."""
    net = network(layers=layers)
    x, target, state, _ = problem(net, 12, batch)
    ours = by("tbptt", net, x, target, state, k1=4, k2=4)
    total, begin = 0, state
    for first, last in ((0, 4), (4, 8), (8, 12)):
        piece = net.gradients(x[first:last], target[first:last], state=begin)
        share = 4 / 12
        total = total + share * piece.vector
        for name in ("h", "c", "f", "x"):
            assert np.allclose(ours[name][first:last], share * piece[name], rtol=1e-10, atol=1e-15), name
        begin = piece.trace.state
    assert apart(ours.vector, total) < CLOSE


def test_an_error_of_one_in_a_thousand_in_a_window_is_caught(monkeypatch):
    from rnnviz.gradients.methods import tbptt

    net = network(("elman", "tanh"))
    x, target, _, _ = problem(net, 9, 1)
    right = by("tbptt", net, x, target, k1=2, k2=4).vector.copy()
    before = tbptt._before
    monkeypatch.setattr(tbptt, "_before", lambda *a: 1.001 * before(*a))
    assert apart(by("tbptt", net, x, target, k1=2, k2=4).vector, right) > 1e-6


def test_the_same_arrays_serve_again():
    from rnnviz.gradients.methods.tbptt import TruncatedBPTT
    from rnnviz.network.network import finish

    net, method = network(), TruncatedBPTT(2, 3)
    results = []
    for steps in (9, 11, 7, 9, 5):
        x, target, _, _ = problem(net, steps)
        results.append(finish(method.derive(net, net.passes(*x.shape[:2]), x, target, "mse")).vector.copy())
    assert (results[0] == results[3]).all()


def test_what_cannot_be_done_is_said(monkeypatch):
    both = network(direction="bidirectional")
    x = np.zeros((3, 1, 2))
    for name in ("tbptt", "rtrl"):
        with pytest.raises(InputError, match=f"“{name}” needs a network that runs forward in time"):
            by(name, both, x, x)
    with pytest.raises(InputError, match="k1 = 6 is more than k2 = 5"):
        TrainingSpec(k1=6)
    monkeypatch.setattr(room, "memory", lambda: 1e6)
    with pytest.raises(InputError, match=r"with 20 hidden units need .* GB of memory"):
        by("rtrl", network(hidden=20), x, x)
