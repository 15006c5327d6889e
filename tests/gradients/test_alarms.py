"""Alarms where something is wrong, none where nothing is; shares of saturated units; sizes of updates."""

import numpy as np
import pytest
from every_network import network, problem

import rnnviz
from rnnviz.session.start import preset, presets


def last_only(steps, batch=1):
    mask = np.zeros((steps, batch))
    mask[-1] = 1
    return mask


def elman(activation, factor, steps=20, bias=0.0):
    """U = factor times the identity, and a loss at the last clock only."""
    net = network(("elman", activation))
    net.parameters["weight_hh_l0"][...] = factor * np.eye(3)
    net.parameters["bias_ih_l0"][...] = bias
    x, target, _, _ = problem(net, steps, 1)
    return net.gradients(x, target, mask=last_only(steps))


def kinds(found):
    return [alarm.kind for alarm in found]


def test_a_gradient_that_shrinks_by_half_vanishes_after_ten_clocks():
    (alarm,) = rnnviz.alarms(elman("linear", 0.5), updates=7)
    # 2**-10 is the first power of a half below a thousandth: from clock 20 back to clock 10.
    assert (alarm.kind, alarm.t, alarm.update, alarm.layer, alarm.unit) == ("vanishing", 10, 7, 1, None)
    assert alarm.values["ratio"] == pytest.approx(2**-10)
    assert alarm.values["count"] == 10
    assert str(alarm).startswith("Vanishing gradient: at t = 10 ‖∂L/∂h‖ is 0.00098 of the largest error after it")


def test_a_gradient_that_doubles_explodes_and_one_that_keeps_its_length_does_neither():
    (alarm,) = rnnviz.alarms(elman("linear", 2.0))
    assert (alarm.kind, alarm.t) == ("exploding", 1)
    assert alarm.values["ratio"] == pytest.approx(2**19)
    assert rnnviz.alarms(elman("linear", 1.0)) == ()


def test_errors_that_merely_add_up_are_no_explosion():
    net = network(("elman", "linear"))
    net.parameters["weight_hh_l0"][...] = np.eye(3)
    x, _, _, _ = problem(net, 50, 1)
    target = net.run(x).output - 1.0  # the same error at every clock
    grads = net.gradients(x, target)
    assert grads.norm("h")[0, 0] == pytest.approx(50 * grads.norm("h")[-1, 0])
    assert rnnviz.alarms(grads) == ()


def test_clocks_after_the_last_loss_and_truncation_are_no_alarm():
    net = network()
    x, target, _, _ = problem(net, 30, 1)
    early = np.zeros((30, 1))
    early[0] = 1
    assert "vanishing" not in kinds(rnnviz.alarms(net.gradients(x, target, mask=early)))
    grads = elman("linear", 0.5)
    assert kinds(rnnviz.alarms(grads)) == ["vanishing"]
    assert rnnviz.alarms(grads, truncated=True) == ()


def test_each_layer_is_measured_against_what_enters_it():
    """Two linear layers: the upper one passes on what it gets at each clock, the lower one halves it in time."""
    net = network(("elman", "linear"), layers=2)
    for layer, kept in ((0, 0.5), (1, 1.0)):
        net.parameters[f"weight_hh_l{layer}"][...] = kept * np.eye(3)
    net.parameters["weight_ih_l1"][...] = np.eye(3)
    x, target, _, _ = problem(net, 20, 2)
    assert rnnviz.alarms(net.gradients(x, target, mask=last_only(20, 2)), 1) == ()  # it comes down at every clock
    net.parameters["weight_hh_l1"][...] = 0
    (alarm,) = rnnviz.alarms(net.gradients(x, target, mask=last_only(20, 2)), 1)[-1:]
    assert (alarm.kind, alarm.layer, alarm.layers) == ("vanishing", 1, 2)
    assert str(alarm).startswith("Layer 1 · Vanishing gradient: at t = 10 ")
    net.parameters["weight_hh_l0"][...] = 3 * np.eye(3)
    net.parameters["weight_hh_l1"][...] = np.eye(3)
    found = rnnviz.alarms(net.gradients(x, target, mask=last_only(20, 2)), 1)
    assert [(alarm.kind, alarm.layer) for alarm in found] == [("exploding", 1)]


@pytest.mark.parametrize("layers", [1, 2])
def test_the_direction_is_named_and_read_in_its_own_order(layers):
    """Only what runs right to left halves the gradient: its errors are at the first clock, and it vanishes after it."""
    net = network(("elman", "linear"), layers, direction="bidirectional")
    for name, array in net.parameters.items():
        if "weight_hh" in name:
            array[...] = (0.5 if name.endswith(f"_l{layers - 1}_reverse") else 1.0) * np.eye(3)
    x, target, _, _ = problem(net, 20, 1)
    first = np.zeros((20, 1))
    first[0] = 1
    found = [alarm for alarm in rnnviz.alarms(net.gradients(x, target, mask=first)) if alarm.reverse]
    alarm = found[0]
    assert (alarm.kind, alarm.t, alarm.layer, alarm.reverse) == ("vanishing", 11, layers, True)
    assert alarm.values["count"] == 10
    where = "Reverse row" if layers == 1 else f"Layer {layers}, reverse"
    assert str(alarm).startswith(f"{where} · Vanishing gradient: at t = 11 ")
    assert "of the largest error before it" in str(alarm)
    net.parameters[f"weight_hh_l{layers - 1}_reverse"][...] = 2 * np.eye(3)
    net.parameters[f"weight_hh_l{layers - 1}"][...] = 3 * np.eye(3)
    for mask, reverse, t in ((first, True, 20), (first[::-1], False, 1)):
        found = rnnviz.alarms(net.gradients(x, target, mask=mask))
        worst = next(a for a in found if (a.kind, a.layer, a.reverse) == ("exploding", layers, reverse))
        assert worst.t == t
        assert "Exploding gradient: ‖∂L/∂h‖ at t = " in str(worst)


def test_units_gates_and_broken_numbers_are_those_of_their_direction():
    net = network(("elman", "relu"), direction="bidirectional")
    net.parameters["bias_ih_l0_reverse"][0] = -50.0
    x, target, _, _ = problem(net, 8, 1)
    dead = [alarm for alarm in rnnviz.alarms(net.gradients(x, target)) if alarm.kind == "dead" and alarm.reverse]
    assert [(alarm.unit, alarm.values["units"]) for alarm in dead] == [(1, 3)]
    net = network(("lstm", {}), direction="bidirectional")
    net.parameters["bias_ih_l0"][3:6] = 20.0
    (flat,) = [alarm for alarm in rnnviz.alarms(net.gradients(x, target)) if alarm.kind == "saturated"]
    assert (flat.reverse, flat.values["name"]) == (False, "f")
    net = network(("elman", "linear"), direction="bidirectional")
    net.parameters["weight_hh_l0_reverse"][...] = 1e200 * np.eye(3)
    (broken,) = rnnviz.alarms(net.gradients(x, target))
    assert (broken.kind, broken.reverse, broken.t) == ("nan", True, 6)  # the third clock from the end


def test_where_answers_are_read_back_errors_are_those_of_each_clocks_own_loss():
    """A linear Jordan network that doubles what it last said: what comes back through S is no error of the clock."""
    net = network(("jordan", {"activation": "linear"}))
    net.parameters["readout.weight"][...] = np.eye(2, 3)
    net.parameters["weight_hh_l0"][...] = 2 * np.eye(3, 2)
    x, target, _, _ = problem(net, 20, 1)
    found = rnnviz.alarms(net.gradients(x, target, mask=last_only(20)))
    assert (found[0].kind, found[0].t) == ("exploding", 1)
    assert found[0].values["ratio"] == pytest.approx(2**19)
    net.parameters["weight_hh_l0"][...] = 0.5 * np.eye(3, 2)
    (alarm,) = rnnviz.alarms(net.gradients(x, target, mask=last_only(20)))
    assert (alarm.kind, alarm.t) == ("vanishing", 10)


def test_the_thresholds_are_where_they_are_said_to_be():
    """A linear chain over two clocks: the gradient of the first is the factor times the error of the last."""
    for factor, expected in ((9.99e-4, ["vanishing"]), (1.001e-3, []), (19.99, []), (20.01, ["exploding"])):
        assert kinds(rnnviz.alarms(elman("linear", factor, steps=2))) == expected, factor


def test_large_numbers_that_are_finite_are_no_alarm_and_a_broken_stack_gives_one():
    net = network(("elman", "linear"), layers=2)
    x, target, _, _ = problem(net, 6, 1)
    net.parameters["weight_hh_l0"][...] = 0
    net.parameters["weight_ih_l0"][...] = 1e308
    net.parameters["weight_ih_l1"][...] = 0
    assert "nan" not in kinds(rnnviz.alarms(net.gradients(0.9 * np.sign(x) * (x == x.max()), 0 * target)))
    net.parameters["weight_hh_l0"][...] = 1e200 * np.eye(3)
    net.parameters["weight_ih_l1"][...] = 1
    assert kinds(rnnviz.alarms(net.gradients(x, target))) == ["nan"]


def test_rectified_units_that_are_never_on_are_dead():
    grads = elman("relu", 0.0, bias=[-50.0, 0.0, -50.0])
    alarm = next(a for a in rnnviz.alarms(grads) if a.kind == "dead")
    assert (alarm.unit, alarm.values["count"], alarm.values["units"]) == (1, 2, 3)
    assert "2 of 3 rectified units" in str(alarm)
    assert "dead" not in kinds(rnnviz.alarms(elman("tanh", 0.0)))


def test_gates_that_are_flat_everywhere_are_saturated():
    net = network()
    net.parameters["bias_ih_l0"][3:6] = 20.0  # f
    x, target, _, _ = problem(net, 12, 2)
    grads = net.gradients(x, target)
    found = [alarm for alarm in rnnviz.alarms(grads, sequence=1) if alarm.kind == "saturated"]
    assert [(alarm.values["name"], alarm.t) for alarm in found] == [("f", 1)]
    assert "100 % of the values of f" in str(found[0])
    shares = rnnviz.saturation(grads.trace)
    assert (shares["f"].high == 1).all()
    assert (shares["f"].low == 0).all()
    assert shares["f"].share == 1
    assert set(shares) == {"f", "i", "g", "o"}


def test_shares_are_counted_by_the_thresholds():
    net = network(("elman", "sigmoid"))
    x, *_ = problem(net, 15, 4)
    net.vector *= 8
    trace = net.run(x)
    shares = rnnviz.saturation(trace)["h"]
    for t in range(15):
        values = trace["h"][t].ravel()
        assert shares.low[t] == sum(v < 0.05 for v in values) / 12
        assert shares.high[t] == sum(v > 0.95 for v in values) / 12
    one = rnnviz.saturation(trace, 2)["h"]
    assert one.low[3] == (trace["h"][3, 2] < 0.05).mean()
    assert rnnviz.saturation(network(("elman", "relu")).run(x)) == {}


def test_what_is_no_longer_finite_is_named_with_its_first_clock():
    net = network(("elman", "linear"))
    net.parameters["weight_hh_l0"][...] = 1e200 * np.eye(3)
    x, target, _, _ = problem(net, 6, 1)
    (alarm,) = rnnviz.alarms(net.gradients(x, target))
    assert (alarm.kind, alarm.t) == ("nan", 3)
    assert str(alarm) == "Not a number: h at t = 3 is no longer finite."


def test_a_gradient_that_overflows_alone_is_said_to():
    net = network(("elman", "linear"))
    _, target, _, _ = problem(net, 6, 1)
    net.parameters["weight_hh_l0"][...] = 1e90 * np.eye(3)
    for name in ("bias_ih_l0", "bias_hh_l0"):
        net.parameters[name][...] = 0  # with inputs of 0, so that h stays 0
    (alarm,) = rnnviz.alarms(net.gradients(np.zeros((6, 1, 2)), target))
    assert (alarm.kind, alarm.t) == ("nan", 1)
    assert str(alarm) == "Not a number: the gradient of h at t = 1 is no longer finite."


@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
def test_a_fresh_network_on_a_short_sequence_is_well(direction):
    net = network(direction=direction, layers=2)
    x, target, _, mask = problem(net, 6, 3)
    for sequence in range(3):
        assert rnnviz.alarms(net.gradients(x, target, mask=mask), sequence) == ()


@pytest.mark.parametrize("name", presets())
def test_the_presets_are_well(name):
    state = preset(name)
    net = rnnviz.Network.from_spec(state.network.spec, state.network.parameters)
    target, mask = state.task.target(state.sequence)
    x = state.task.encode(state.sequence)
    if np.any(mask):
        assert rnnviz.alarms(net.gradients(x[:, None], target[:, None], None, mask=mask[:, None])) == ()


def test_an_update_is_measured_against_the_weights():
    before = {"w": np.array([3.0, 4.0]), "b": np.zeros(2), "still": np.zeros(1)}
    after = {"w": np.array([3.0, 4.5]), "b": np.ones(2), "still": np.zeros(1)}
    ratios = rnnviz.update_ratios(before, after)
    assert ratios["w"] == pytest.approx(0.1)
    assert ratios["b"] == np.inf
    assert np.isnan(ratios["still"])
