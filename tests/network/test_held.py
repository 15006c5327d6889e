"""Numbers held by hand: trace, textbook step and derivatives against plain loops, for every cell and part."""

import re
from dataclasses import replace

import numpy as np
import plain_held
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.network.held import NOTHING_HELD, Spot, exists, first_state, fitting, held_clocks, with_held, without
from rnnviz.network.network import Network, finish
from rnnviz.network.parameters import cell_of, part_suffix, parts
from rnnviz.network.spec import NetworkSpec

STEPS = 5
SPECS = {
    "elman": NetworkSpec(cell="elman", output="linear"),
    "relu": NetworkSpec(cell="elman", activation="relu"),
    "feedforward": NetworkSpec(cell="feedforward"),
    "jordan": NetworkSpec(cell="jordan", layers=2, output="linear"),
    "jordan-softmax": NetworkSpec(cell="jordan", output="softmax", outputs=3),
    "jordan-sigmoid": NetworkSpec(cell="jordan", output="sigmoid"),
    "jordan-reads-back": NetworkSpec(cell="jordan", scenario="one-to-many", output="softmax"),
    "gru-reads-back": NetworkSpec(cell="gru", layers=2, scenario="one-to-many", output="softmax"),
    "lstm": NetworkSpec(cell="lstm"),
    "lstm-peepholes": NetworkSpec(cell="lstm", peepholes=True),
    "lstm-deep-bi": NetworkSpec(cell="lstm", layers=2, direction="bidirectional"),
    "gru": NetworkSpec(cell="gru"),
    "gru-before": NetworkSpec(cell="gru", reset="before"),
    "gru-before-bi": NetworkSpec(cell="gru", reset="before", direction="bidirectional"),
    "gru-deep": NetworkSpec(cell="gru", layers=2, output="sigmoid"),
    "lstm-reads-back": NetworkSpec(cell="lstm", scenario="one-to-many", output="sigmoid"),
}


def spots_of(spec):
    gates = [gate.name for gate in cell_of(spec).gates]
    every = [
        Spot(name, t, unit, *part)
        for part in parts(spec)
        for t in range(STEPS + 1)
        for name in ("hcs" if t == 0 else (*gates, "s"))
        for unit in range(max(spec.hidden, spec.outputs))
    ]
    return [spot for spot in every if exists(spot, spec, STEPS)]


def some_held(spec, seed, share=0.15):
    """Values that the network would not compute, at some of all places."""
    rng = np.random.default_rng(seed)
    return {spot: round(float(rng.uniform(0.05, 0.95)), 3) for spot in spots_of(spec) if rng.random() < share}


def derived(net, x, target, held, loss=None):
    passes = net.passes(len(x), 1, held)
    loss = loss or ("cross_entropy" if net.spec.output == "softmax" else "mse")
    start = first_state(held, net.spec)
    return finish(net.derive(passes, x[:, None], target[:, None], loss, start, None, to_inputs=True)), loss


def problem(spec, seed=0):
    net = Network.from_spec(replace(spec, seed=seed))
    rng = np.random.default_rng(seed)
    x, target = rng.normal(size=(STEPS, spec.inputs)), rng.random((STEPS, spec.outputs))
    return net, x, target / target.sum(axis=1, keepdims=True)


def plain(net, x, held, parameters=None):
    return plain_held.run(net.spec, parameters or {n: a.tolist() for n, a in net.parameters.items()}, x, held)


@pytest.mark.parametrize("name", SPECS)
@pytest.mark.parametrize("seed", range(4))
def test_the_trace_with_held_numbers_equals_plain_loops(name, seed):
    net, x, target = problem(SPECS[name], seed)
    held = some_held(net.spec, seed)
    assert held
    trace = derived(net, x, target, held)[0].trace
    wanted = plain(net, x, held)
    for (gate, t, layer, way), units in wanted.items():
        if gate == "s":
            np.testing.assert_allclose(trace.output[t - 1, 0], np.real(units), rtol=1e-12, atol=1e-14)
        elif gate in trace.names:
            here = trace.get(gate, layer, way)[t - 1, 0]
            np.testing.assert_allclose(
                here, np.real(units), rtol=1e-12, atol=1e-14, err_msg=f"{gate} {t} {layer} {way}"
            )


@pytest.mark.parametrize("name", SPECS)
def test_every_single_number_can_be_held(name):
    net, x, target = problem(SPECS[name], 3)
    for spot in spots_of(net.spec):
        held = {spot: 0.625}
        trace = derived(net, x, target, held)[0].trace
        wanted = plain(net, x, held)
        if spot.t and spot.name == "s":
            assert trace.output[spot.t - 1, 0, spot.unit] == 0.625
        elif spot.t:
            assert trace.get(spot.name, spot.layer, spot.reverse)[spot.t - 1, 0, spot.unit] == 0.625
        for t in range(1, STEPS + 1):
            np.testing.assert_allclose(trace.output[t - 1, 0], np.real(wanted["s", t, 0, False]), rtol=1e-12)


@pytest.mark.parametrize("name", SPECS)
def test_in_a_batch_a_number_is_held_in_every_sequence(name):
    net, _, _ = problem(SPECS[name])
    held = {spot: value for spot, value in some_held(net.spec, 4).items() if spot.t}
    x = np.random.default_rng(6).normal(size=(STEPS, 3, net.spec.inputs))
    many = net.passes(STEPS, 3, held)
    finish(many.forward(x, None))
    for b in range(3):
        one = net.passes(STEPS, 1, held)
        finish(one.forward(x[:, b : b + 1], None))
        np.testing.assert_allclose(many.outside(many.output)[:, b], one.outside(one.output)[:, 0], rtol=1e-12)
        for layer, way in parts(net.spec):
            ours, theirs = many.tapes[layer][way].values, one.tapes[layer][way].values
            for gate in ours:
                np.testing.assert_allclose(many.outside(ours[gate])[:, b], one.outside(theirs[gate])[:, 0], rtol=1e-12)


@pytest.mark.parametrize("name", SPECS)
def test_the_textbook_step_computes_a_clock_with_held_numbers(name):
    net, x, target = problem(SPECS[name], 1)
    held = some_held(net.spec, 8, 0.3)
    trace, cell = derived(net, x, target, held)[0].trace, net.cell
    begin = first_state(held, net.spec) or {}
    for index, (layer, way) in enumerate(parts(net.spec)):
        suffix = part_suffix(layer, way)
        weights = {n.removesuffix(suffix): a for n, a in net.parameters.items() if n.endswith(suffix)}
        for t in range(1, STEPS + 1):
            earlier = t + 1 if way else t - 1
            inside = 1 <= earlier <= STEPS
            state = {}
            for kind in cell.states:
                zero = np.zeros(net.spec.outputs if kind == "s" else net.spec.hidden)
                first = begin[kind][index, 0] if kind in begin else zero
                after = trace.output if kind == "s" else trace.get(kind, layer, way)
                state[kind] = after[earlier - 1, 0] if inside else first
            tape = trace.passes.tapes[layer][way]
            row = tape.x[STEPS - t if way else t - 1]

            def put(kind, value, t=t, layer=layer, way=way):
                value = np.array(value)
                for spot, number in held.items():
                    if (spot.name, spot.t, spot.layer, spot.reverse) == (kind, t, layer, way):
                        value[spot.unit] = number
                return value

            values = cell.step(weights, row, state, put)[1]
            for gate in cell.gates:
                np.testing.assert_allclose(values[gate.name], trace.get(gate.name, layer, way)[t - 1, 0], rtol=1e-11)


def plain_loss(net, x, target, held, parameters, loss):
    found, total = plain(net, x, held, parameters), 0j
    for t in range(1, STEPS + 1):
        for value, wanted in zip(found["s", t, 0, False], target[t - 1], strict=True):
            if loss == "cross_entropy":
                total -= wanted * np.log(value)
            elif loss == "binary_cross_entropy":
                total -= (wanted * np.log(value) + (1 - wanted) * np.log(1 - value)) / net.spec.outputs
            else:
                total += (value - wanted) ** 2 / net.spec.outputs
    return total / STEPS


LOSSES = {"softmax": ("cross_entropy", "mse"), "sigmoid": ("binary_cross_entropy", "mse"), "linear": ("mse",)}


@pytest.mark.parametrize(("name", "loss"), [(name, loss) for name in SPECS for loss in LOSSES[SPECS[name].output]])
def test_no_derivative_flows_through_a_held_number_and_all_others_are_exact(name, loss):
    """Along a random direction of all parameters, by the complex step through the plain loops."""
    net, x, target = problem(SPECS[name], 2)
    held = some_held(net.spec, 5) | {spot: 0.4 for spot in spots_of(net.spec) if spot[:3] == ("s", 3, 0)}
    gradients, _ = derived(net, x, target, held, loss)
    rng = np.random.default_rng(7)
    ways = {n: rng.normal(size=a.shape) for n, a in net.parameters.items()}
    tiny = 1e-30
    moved = {n: (a + 1j * tiny * ways[n]).tolist() for n, a in net.parameters.items()}
    exact = plain_loss(net, x, target, held, moved, loss).imag / tiny
    assert gradients.loss == pytest.approx(plain_loss(net, x, target, held, moved, loss).real, rel=1e-12)
    found = sum(float((gradients.parameters[n] * ways[n]).sum()) for n in ways)
    assert abs(exact) > 1e-6
    assert abs(found - exact) <= 1e-10 * max(1.0, abs(exact))
    assert not abs(1.001 * found - exact) <= 1e-10 * max(1.0, abs(exact)), "a planted error of 0.1 % must be found"


@pytest.mark.parametrize("name", SPECS)
def test_the_derivative_of_a_held_number_itself_is_that_of_the_loss(name):
    """dL/dh_t and dL/dc_t of what is held, and of the state before the first clock, by central differences."""
    net, x, target = problem(SPECS[name], 4)
    held = some_held(net.spec, 9, 0.25)
    gradients, _ = derived(net, x, target, held)
    checked = 0
    for spot in held:
        if spot.name not in ("h", "c", "s") or (spot.t and spot.name == "s"):
            continue
        ends = [derived(net, x, target, held | {spot: held[spot] + by})[0].loss for by in (1e-6, -1e-6)]
        exact = (ends[0] - ends[1]) / 2e-6
        if spot.t == 0:
            index = list(parts(net.spec)).index((spot.layer, spot.reverse))
            found = gradients.state[spot.name][index, 0, spot.unit]
        else:
            found = gradients.get(spot.name, spot.layer, spot.reverse)[spot.t - 1, 0, spot.unit]
        assert found == pytest.approx(exact, rel=1e-5, abs=1e-8), spot
        checked += 1
    assert checked
    for spot in held:
        if spot.t and spot.name not in ("h", "c", "s"):
            assert gradients.get(spot.name, spot.layer, spot.reverse)[spot.t - 1, 0, spot.unit] == 0


@pytest.mark.parametrize("name", [name for name in SPECS if not name.startswith(("jordan", "feed"))])
def test_the_jacobian_has_no_way_into_what_is_held(name):
    """d state_t / d state_(t-1), by central differences through the textbook step with the same numbers held."""
    net, x, target = problem(SPECS[name], 6)
    held = some_held(net.spec, 4, 0.25)
    passes = derived(net, x, target, held)[0].trace.passes
    cell, H = net.cell, net.spec.hidden
    for (layer, way), clocks in held_clocks(held, net.spec, STEPS).items():
        tape, weights = passes.tapes[layer][way], passes.weights[layer][way]
        matrices = cell.jacobian(weights, tape)
        for t in range(STEPS):
            before = np.concatenate([tape.inputs[t, :H], *([tape.extra["c"][t]] if "c" in cell.states else [])])

            named = clocks.get(t, {})

            def put(kind, value, named=named):
                value = np.array(value)
                units, numbers = named.get(kind, ([], []))
                value[units] = numbers
                return value

            def after(state, t=t, put=put, tape=tape, weights=weights):
                given = {kind: state[k * H : (k + 1) * H] for k, kind in enumerate(cell.states)}
                made = cell.step(weights, tape.x[t], given, put)[0]
                return np.concatenate([made[kind] for kind in cell.states])

            for k in range(len(before)):
                by = np.zeros(len(before))
                by[k] = 1e-6
                slope = (after(before + by) - after(before - by)) / 2e-6
                np.testing.assert_allclose(matrices[t][:, k], slope, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("name", ["jordan", "jordan-sigmoid", "jordan-reads-back", "gru-reads-back"])
def test_every_parameters_gradient_with_held_answers_is_a_central_difference(name):
    net, x, target = problem(SPECS[name], 3)
    held = {spot: 0.35 for spot in spots_of(net.spec) if spot.t in (2, 4) and spot.name == "s" and spot.unit == 0}
    assert len(held) == 2
    gradients, _ = derived(net, x, target, held)
    moved = 0
    for parameter, array in net.parameters.items():
        exact = np.zeros_like(array)
        for index in np.ndindex(array.shape):
            ends = []
            for by in (1e-6, -1e-6):
                array[index] += by
                ends.append(derived(net, x, target, held)[0].loss)
                array[index] -= by
            exact[index] = (ends[0] - ends[1]) / 2e-6
        np.testing.assert_allclose(gradients.parameters[parameter], exact, rtol=1e-5, atol=1e-9, err_msg=parameter)
        moved += np.count_nonzero(exact)
    assert moved


def test_a_held_answer_that_makes_the_wanted_one_impossible_costs_without_end_where_it_counts():
    net, x, target = problem(SPECS["jordan-softmax"], 1)
    target[...] = np.eye(3)[[0, 1, 2, 0, 1]]
    with np.errstate(divide="ignore"):
        there, _ = derived(net, x, target, {Spot("s", 3, 2): 0.0})
        assert there.loss == np.inf
        assert np.isfinite(there.vector).all()
        assert np.isfinite(derived(net, x, target, {Spot("s", 3, 1): 0.0})[0].loss)
        passes, mask = net.passes(STEPS, 1, {Spot("s", 3, 2): 0.0}), np.ones((STEPS, 1))
        mask[2] = 0
        counted = finish(net.derive(passes, x[:, None], target[:, None], "cross_entropy", None, mask))
    assert np.isfinite(counted.loss)


def test_an_answer_is_held_only_where_later_clocks_read_it():
    assert exists(Spot("s", STEPS, 1), SPECS["jordan"], STEPS)
    for spot in (Spot("s", 3, 0, 1), Spot("s", 3, 2), Spot("s", STEPS + 1, 0), Spot("s", 3, 0, 0, True)):
        assert not exists(spot, SPECS["jordan"], STEPS)
    for name in ("elman", "lstm", "feedforward"):
        assert not exists(Spot("s", 3, 0), SPECS[name], STEPS)
    with pytest.raises(InputError, match=r"between 0 and 1"):
        with_held(NOTHING_HELD, Spot("s", 2, 0), 1.5, SPECS["jordan-softmax"], STEPS)
    assert with_held(NOTHING_HELD, Spot("s", 2, 0), 1.5, SPECS["jordan"], STEPS)[Spot("s", 2, 0)] == 1.5


@pytest.mark.parametrize("name", ["lstm", "gru", "elman", "jordan"])
def test_with_nothing_held_every_bit_is_as_without(name):
    net, x, target = problem(SPECS[name], 5)
    plainly = net.gradients(x[:, None], target[:, None], None)
    held, _ = derived(net, x, target, NOTHING_HELD)
    passes = net.passes(STEPS, 1)
    assert all(tape.free is None for layer in passes.tapes for tape in layer)
    assert np.array_equal(held.trace.output, plainly.trace.output)
    assert np.array_equal(
        held.vector,
        finish(
            net.derive(passes, x[:, None], target[:, None], "cross_entropy" if net.spec.output == "softmax" else "mse")
        ).vector,
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_is_held_and_let_go_leaves_nothing_behind(data):
    spec = SPECS[data.draw(st.sampled_from(sorted(SPECS)))]
    spots = data.draw(st.lists(st.sampled_from(spots_of(spec)), unique=True, max_size=6))
    held = NOTHING_HELD
    for spot in spots:
        held = with_held(held, spot, 0.25, spec, STEPS)
        assert with_held(held, spot, 0.25, spec, STEPS) is held
    assert set(held) == set(spots)
    assert fitting(held, spec, STEPS) is held
    shorter = fitting(held, spec, 2)
    assert set(shorter) == {spot for spot in spots if spot.t <= 2}
    assert not without(held, spots)


@pytest.mark.parametrize(
    ("spot", "value", "said"),
    [
        (Spot("f", 2, 0), 1.5, "f cannot be 1.5; give a number between 0 and 1."),
        (Spot("g", 2, 0), -1.5, "g cannot be -1.5; give a number between -1 and 1."),
        (Spot("c", 2, 0), float("nan"), "c cannot be nan"),
        (Spot("c", 2, 0), float("inf"), "c cannot be inf"),
        (Spot("h", 2, 0), -1e7, "h cannot be -1e+07"),
        (Spot("z", 2, 0), 0.5, "Nothing can be held at z, clock 2, unit 1"),
        (Spot("f", STEPS + 1, 0), 0.5, "there is no such number"),
        (Spot("f", 1, 3), 0.5, "there is no such number"),
        (Spot("f", 0, 1), 0.5, "there is no such number"),
        (Spot("f", 1, 1, 1), 0.5, "there is no such number"),
        (Spot("f", 1, 1, 0, True), 0.5, "there is no such number"),
    ],
)
def test_what_cannot_be_held_is_said(spot, value, said):
    with pytest.raises(InputError, match=re.escape(said)):
        with_held(NOTHING_HELD, spot, value, SPECS["lstm"], STEPS)


def test_a_state_before_the_first_clock_at_zero_is_no_touched_one():
    spec = SPECS["lstm"]
    held = with_held(NOTHING_HELD, Spot("h", 0, 1), 0.5, spec, STEPS)
    assert first_state(held, spec)["h"][0, 0].tolist() == [0, 0.5, 0]
    assert not with_held(held, Spot("h", 0, 1), 0.0, spec, STEPS)
    assert first_state(NOTHING_HELD, spec) is None
    with pytest.raises(InputError):
        with_held(NOTHING_HELD, Spot("h", 0, 0), 0.5, SPECS["feedforward"], STEPS)


def test_held_numbers_that_another_network_does_not_have_fall_away():
    held = {Spot("f", 2, 0): 0.5, Spot("h", 3, 2): 0.5, Spot("c", 0, 1): 2.0}
    assert set(fitting(held, SPECS["gru"], STEPS)) == {Spot("h", 3, 2)}
    assert set(fitting(held, replace(SPECS["lstm"], hidden=1), STEPS)) == {Spot("f", 2, 0)}
    assert set(fitting({Spot("h", 2, 0): 5.0}, NetworkSpec(cell="elman", activation="relu"), STEPS))
    assert not fitting({Spot("h", 2, 0): 5.0}, SPECS["elman"], STEPS)
