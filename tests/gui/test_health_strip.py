"""The line of alarms: quiet when all is well, one sentence when not, and a click goes there."""

import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from view_scenes import scene_of, snapshot_of

from rnnviz.engine.evaluate import model_of
from rnnviz.figure.palette import DARK, LIGHT
from rnnviz.gradients.saturation import saturation_of
from rnnviz.gui.toolkit.decades_view import scientific
from rnnviz.gui.views import health_strip
from rnnviz.gui.views.health_strip import HealthStrip
from rnnviz.network.network import Network
from rnnviz.session.playback import clock_phases


@pytest.fixture
def strip(qtbot):
    view = HealthStrip(LIGHT)
    qtbot.addWidget(view)
    view.resize(700, health_strip.HEIGHT)
    view.setVisible(True)
    return view


def ill(steps=12):
    """A state whose f is open everywhere and whose gradient explodes, and its snapshot."""
    state, _ = scene_of(steps)
    net = Network.from_spec(state.network.spec, state.network.parameters)
    net.parameters["bias_ih_l0"][3:6] = 30.0
    net.parameters["weight_hh_l0"][6:9] = 40 * np.eye(3)
    state = replace(state, network=model_of(net, updates=7))
    return state, snapshot_of(state)


def test_a_healthy_network_has_no_alarm(strip):
    state, snapshot = scene_of(8)
    strip.show(state, snapshot)
    assert strip.sentence() == "no alarm"
    assert strip.alarms == ()
    assert set(strip.saturation) == {"f", "i", "g", "o"}
    assert np.isnan(strip.typical_ratio)
    with_ratio = replace(snapshot, update_ratios={"a": 0.1, "b": 0.001, "c": 0.01, "d": float("inf")})
    strip.show(state, with_ratio)
    assert strip.typical_ratio == 0.01
    assert [scientific(value) for value in (0.0312, 0.01, 2e-12, 0.5)] == ["3·10⁻²", "1·10⁻²", "2·10⁻¹²", "5·10⁻¹"]
    strip.grab()
    strip.set_theme(DARK)
    strip.grab()


def test_alarms_are_visited_one_after_the_other(strip, qtbot):
    state, snapshot = ill()
    strip.show(state, snapshot)
    assert "saturated" in [alarm.kind for alarm in strip.alarms]
    assert all(alarm.update == 7 for alarm in strip.alarms)
    assert strip.sentence().startswith(str(strip.alarms[0]))
    assert strip.sentence() == strip.accessibleDescription()
    visited, found = [], []
    strip.moved.connect(visited.append)
    strip.found.connect(found.append)
    for _ in range(len(strip.alarms) + 1):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(40, 12))
    last = len(clock_phases(state.network.spec)) - 1
    assert [p.t for p in visited] == [a.t for a in (*strip.alarms, strip.alarms[0])]
    assert {p.phase for p in visited} == {last}
    about = [a.values["name"] if a.kind == "saturated" else "H" for a in strip.alarms]
    assert [(key.name, key.t, key.unit) for key in found[:-1]] == [
        (name, alarm.t, -1) for name, alarm in zip(about, strip.alarms, strict=True)
    ]
    assert strip.sentence().startswith(str(strip.alarms[0]))
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert len(visited) == len(strip.alarms) + 2
    assert strip.sentence().startswith(str(strip.alarms[1 % len(strip.alarms)]))
    assert strip.sentence() == strip.accessibleDescription()
    for alarm in strip.alarms:
        assert str(alarm) in strip.tip(40)
        assert " ".join(strip._advice(alarm.kind).split()) in " ".join(strip.tip(40).split())
    strip.grab()


def test_the_numbers_are_those_of_the_snapshot(strip, qtbot):
    state, snapshot = ill()
    strip.show(state, replace(snapshot, update_ratios={"weight_ih_l0": 0.0123}))
    text = strip.numbers()
    for name, shares in saturation_of(snapshot.trace, [g for g in _gates(state) if g.kind != "state"]).items():
        assert f"<td>{name}</td>" in text
        assert f"{shares.high.mean():.0%}" in text
    assert "1.2e-02" in text
    U = state.network.parameters["weight_hh_l0"][6:9]  # g
    assert f"{np.linalg.norm(U, 2):.3g}" in text
    assert f"{np.abs(np.linalg.eigvals(U)).max():.3g}" in text
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(690, 12))
    (panel,) = strip.findChildren(health_strip.QFrame, "numbers")
    assert panel.isVisible()
    panel.close()


def test_of_many_parameters_the_fastest_and_the_slowest_are_listed(strip):
    state, snapshot = scene_of(8)
    strip.show(state, replace(snapshot, update_ratios={f"p{k}": 2.0**-k for k in range(40)}))
    text = strip.numbers()
    for k in (0, 5, 34, 39):
        assert f"<td>p{k}</td>" in text
    assert "<td>p20</td>" not in text


def _gates(state):
    from rnnviz.cells.base import make_cell

    return make_cell(state.network.spec.cell).gates


def test_while_learning_it_looks_twice_a_second_and_at_once_when_it_ends(strip, monkeypatch):
    state, snapshot = scene_of(8)
    looks = []
    right = strip._look
    monkeypatch.setattr(strip, "_look", lambda s: (looks.append(s), right(s)))
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    learning = replace(state, learning=True)
    last = snapshot
    for _ in range(50):
        now[0] += 0.02
        last = replace(snapshot, training=True)
        strip.show(learning, last, frozenset({"snapshot", "network"}))
    assert len(looks) == 2
    strip.show(state, last, frozenset({"learning"}))
    assert looks[-1] is last
    strip.show(state, last, frozenset({"position"}))
    assert len(looks) == 3


def test_in_the_window_a_click_moves_the_playhead(window, qtbot, until):
    controller = window.controller
    state, _ = ill(8)
    controller.open_state(replace(controller.state, network=state.network))
    until(lambda: window.health.alarms != ())
    controller.to_end()
    alarm = window.health.alarms[0]
    qtbot.mouseClick(window.health, Qt.MouseButton.LeftButton, pos=QPoint(40, 12))
    assert controller.state.position.t == alarm.t


def test_in_the_window_a_click_goes_to_the_layer_and_direction_of_the_alarm(window, qtbot, until):
    controller = window.controller
    controller.set_network(cell="elman", layers=2, direction="bidirectional")
    parameters = {name: array.copy() for name, array in controller.state.network.parameters.items()}
    parameters["bias_ih_l0_reverse"][...] = 30.0  # its tanh is flat at every clock
    network = replace(controller.state.network, parameters=parameters)
    controller.open_state(replace(controller.state, network=network))
    until(lambda: any(alarm.kind == "saturated" for alarm in window.health.alarms))
    wanted = window.health.alarms[0]
    assert (wanted.layer, wanted.reverse) == (1, True)
    assert window.health.sentence().startswith("Layer 1, reverse · ")
    assert controller.state.part == (1, False)
    qtbot.mouseClick(window.health, Qt.MouseButton.LeftButton, pos=QPoint(40, 12))
    assert controller.state.part == (0, True)
    assert controller.state.position.t == wanted.t


def test_an_update_shows_how_far_it_went(window, until):
    assert np.isnan(window.health.typical_ratio)
    window.controller.one_update()
    until(lambda: not np.isnan(window.health.typical_ratio))
    assert set(window.health.ratios) == set(window.controller.state.network.parameters)


def test_it_says_whether_the_last_gradient_was_clipped(window, until):
    health, controller = window.health, window.controller
    controller.set_training(clip=1e-6)
    controller.one_update()
    until(lambda: np.isfinite(health.norm))
    assert health.norm == controller.snapshot.history.gradient_norms[-1] > 1e-6
    assert health.clipped() == "clipped to the norm 1e-06"
    assert "clipped to the norm 1e-06" in health.numbers()
    controller.set_training(clip=None)
    controller.one_update()
    until(lambda: health.clipped() == "not clipped by norm")


def test_gates_and_weights_are_those_of_the_layer_and_direction_that_is_looked_at(window, qtbot, until):
    controller, health = window.controller, window.health
    controller.set_network(cell="lstm", layers=2, direction="bidirectional")
    parameters = {name: array.copy() for name, array in controller.state.network.parameters.items()}
    hidden = controller.state.network.spec.hidden
    parameters["bias_ih_l0_reverse"][hidden : 2 * hidden] = 30.0  # f of this row is open at every clock
    controller.open_state(replace(controller.state, network=replace(controller.state.network, parameters=parameters)))
    until(lambda: controller.fitting_snapshot is not None and health.alarms != ())
    snapshot = controller.fitting_snapshot
    for part, words in (
        ((1, False), "Layer 2, forward · "),
        ((0, True), "Layer 1, reverse · "),
        ((0, False), "Layer 1, forward · "),
    ):
        controller.set_part(*part)
        suffix = f"_l{part[0]}" + "_reverse" * part[1]
        for name, shares in health.saturation.items():
            array = snapshot.trace[name + suffix]
            low, high = (-0.95, 0.95) if name == "g" else (0.05, 0.95)
            assert shares.low == pytest.approx((array < low).mean(axis=1))
            assert shares.high == pytest.approx((array > high).mean(axis=1))
        assert set(health.saturation) == {"i", "f", "g", "o"}
        assert (health.saturation["f"].share == 1.0) == (part == (0, True))
        U = parameters["weight_hh" + suffix][:hidden]
        assert f"{np.linalg.norm(U, 2):.3g}" in health.numbers()
        assert health.tip(health.width() - 30).startswith(words + "How much of each gate")
        assert words + "low: below 0.05" in health.numbers()


def test_a_long_sentence_takes_the_room_of_the_numbers_while_it_is_pointed_at(strip, qtbot, monkeypatch):
    state, snapshot = ill()
    strip.show(state, snapshot)
    strip.resize(560, health_strip.HEIGHT)
    strip.clearFocus()
    painted = []
    monkeypatch.setattr(strip, "_paint_numbers", lambda *_: painted.append(True))
    strip.grab()
    assert painted
    qtbot.mouseMove(strip, QPoint(60, 12))
    painted.clear()
    strip.grab()
    assert not painted
    qtbot.mouseMove(strip, QPoint(strip.width() - 20, 12))
    strip.grab()
    assert painted
    qtbot.mouseMove(strip, QPoint(60, 12))
    strip.resize(1400, health_strip.HEIGHT)
    painted.clear()
    strip.grab()
    assert painted
