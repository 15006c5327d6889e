"""What the curves can show besides the norms of h and c: true values, at the right clocks, computed only when they are
looked at."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from view_scenes import scene_of

import rnnviz
from rnnviz.engine.evaluate import evaluate, fresh
from rnnviz.engine.messages import Look
from rnnviz.figure.palette import DARK, LIGHT
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gradients.look import LOOKS
from rnnviz.gui.views.area_view import HEADER
from rnnviz.gui.views.curves_view import SUBSCRIPTS
from rnnviz.gui.views.gradient_area import GradientArea
from rnnviz.gui.views.meter_view import MeterView, runs
from rnnviz.inputs.text import read_text
from rnnviz.session.playback import clock_phases, end_of
from rnnviz.session.start import fresh_state


@pytest.fixture
def meter(qtbot):
    view = MeterView(LIGHT, TimeAxis(steps=8, width=800.0, left=128.0, column=82.0))
    qtbot.addWidget(view)
    view.resize(800, 170)
    view.setVisible(True)
    return view


def seen(state, quantity):
    target, mask = state.task.target(state.sequence)
    x = state.task.encode(state.sequence)
    looked_at = Look(quantity, *state.part) if quantity in LOOKS else Look()
    return evaluate(state.network, x, target, mask, number=1, shown=1, looked_at=looked_at)


def shown(meter, quantity, t=5, cell="lstm"):
    state, _ = scene_of(8, cell=cell)
    state = replace(state, curves=quantity, position=end_of(t, clock_phases(state.network.spec)))
    snapshot = seen(state, quantity)
    meter.show(state, snapshot)
    return state, snapshot


def sub(number):
    return str(number).translate(SUBSCRIPTS)


def network_of(state):
    net = rnnviz.Network.from_spec(state.network.spec, state.network.parameters)
    target, mask = state.task.target(state.sequence)
    return net, state.task.encode(state.sequence)[:, None], target[:, None], mask[:, None]


@pytest.mark.parametrize("cell", ["lstm", "gru", "elman"])
def test_memory_is_of_the_playheads_h_and_goes_with_it(meter, cell):
    state, snapshot = shown(meter, "memory", 5, cell)
    net, x, _, _ = network_of(state)
    norms = rnnviz.memory(net, x)
    ((_, curve, colour),) = meter.curves()
    assert np.allclose(curve[:5], norms[4, :5])
    assert np.isnan(curve[5:]).all()
    assert colour == LIGHT.role("M")
    meter.show(replace(state, position=end_of(8, clock_phases(state.network.spec))), snapshot, frozenset({"position"}))
    assert np.allclose(meter.curves()[0][1], norms[7])
    assert f"‖∂h₈/∂h₃‖ = {norms[7, 2]:.4g}" in meter.tip(meter.axis.x(3), 60)
    assert "t = 8" in meter.summary()


@pytest.mark.parametrize("cell", ["lstm", "gru", "elman"])
def test_sources_are_rows_of_a_picture(meter, cell):
    state, snapshot = shown(meter, "sources", 5, cell)
    net, x, target, mask = network_of(state)
    norms = rnnviz.loss_sources(net, x, target, None, mask=mask).norms
    assert np.allclose(meter.values, norms)
    image = meter._image
    assert (image.width(), image.height()) == (8, 8)
    for t in range(8):
        for k in range(8):
            assert (image.pixelColor(t, k).alpha() > 0) == (norms[t, k] > 0), (t, k)
    assert "k = 5" in meter.accessibleDescription()
    moved = replace(state, position=end_of(7, clock_phases(state.network.spec)))
    meter.show(moved, snapshot, frozenset({"position"}))
    assert "k = 7" in meter.accessibleDescription()
    y = HEADER + (6.5 / 8) * meter.area.height()
    assert meter.tip(meter.axis.x(2), y) == f"‖∂L₇/∂h₂‖ = {norms[1, 6]:.4g}"
    meter.set_theme(DARK)
    meter.grab()


def test_singular_values_and_gates(meter):
    state, snapshot = shown(meter, "singular")
    net, x, _target, _mask = network_of(state)
    values = rnnviz.jacobians(net, x).singular_values
    curves = {name: curve for name, curve, _ in meter.curves()}
    assert list(curves)[-1] == "1"
    for name, curve in curves.items():
        assert np.allclose(curve, values[:, int(name) - 1])
    assert meter.tip(meter.axis.x(1), 60).splitlines()[0] == f"σ₁ = {values[0, 0]:.4g}"
    shown(meter, "gates")
    assert [name for name, *_ in meter.curves()] == ["f", "i", "g", "o"]
    for name, curve, colour in meter.curves():
        assert (curve == snapshot.norms[name]).all()
        assert colour == LIGHT.role({"f": "forget", "i": "input", "g": "candidate", "o": "output"}[name])
    shown(meter, "gates", cell="elman")
    assert [name for name, *_ in meter.curves()] == ["h"]


def test_the_colours_of_the_sources_are_those_of_what_is_there(meter):
    state, _ = shown(meter, "sources")
    meter.show(replace(state, curves="sources"), None)
    _, snapshot = shown(meter, "sources")
    positive = meter.values[meter.values > 0]
    assert 10.0 ** (meter.decades.high - 1) < positive.max() <= 10.0**meter.decades.high
    assert meter.decades.low <= np.log10(positive.min()) < meter.decades.low + 1
    assert snapshot.extra["sources"] is meter.values


def test_tiny_singular_values_do_not_squeeze_the_largest(meter):
    _, snapshot = shown(meter, "singular")
    values = snapshot.extra["singular"].copy()
    values[:, 1:] = 1e-15
    state, _ = shown(meter, "singular")
    meter.show(state, replace(snapshot, model=2, extra={"singular": values}))
    assert meter.decades.low >= -3
    meter.grab()


def test_what_is_exactly_zero_is_marked_and_said(meter):
    shown(meter, "memory", cell="feedforward")
    assert meter.tip(meter.axis.x(2), 60) == "‖∂h₅/∂h₂‖ = 0 exactly: marked on the floor, a logarithm has no zero"
    assert meter.tip(meter.axis.x(7), 60) == ""
    image = meter.grab().toImage()
    x, y = round(meter.axis.x(2)), round(meter.height_of(meter.decades.low))
    around = {image.pixelColor(x + dx, y + dy).name() for dx in range(-5, 6) for dy in range(-6, 6)}
    assert meter.theme.role("M").lower() in around
    shown(meter, "sources", cell="feedforward")
    assert meter.tip(meter.axis.x(2), HEADER + 5) == ""


def test_every_height_lies_on_its_scale(meter):
    for quantity in ("gates", "memory", "singular"):
        shown(meter, quantity)
        for _, values, _ in meter.curves():
            heights, _ = meter.decades.heights(values)
            for height in heights[np.isfinite(heights)]:
                assert meter.area.top() - 1 <= meter.height_of(height) <= meter.area.bottom() + 1
        meter.grab()


def test_before_the_answer_and_without_a_sequence_it_says_so(meter):
    state, snapshot = scene_of(8)
    meter.show(replace(state, curves="memory"), snapshot)
    assert meter.summary() == "computing …"
    assert meter.tip(300, 60) == ""
    meter.grab()
    meter.show(replace(state, curves="memory"), None)
    assert meter.summary() == "no gradient yet"
    meter.grab()


def test_the_chooser_asks_and_the_engine_answers(window, qtbot, until):
    controller, area = window.controller, window.timeline.area
    until(lambda: controller.snapshot is not None)
    assert dict(controller.snapshot.extra) == {}
    for name in ("memory", "sources", "singular", "gates", "states"):
        area.actions_[name].trigger()
        assert controller.state.curves == name
        assert area.current is (area.curves if name == "states" else area.meter)
        until(lambda name=name: set(controller.snapshot.extra) == {name} & set(LOOKS))
        assert area.current.isVisible()
        assert area.actions_[name].isChecked()
    assert not controller.session.can_undo


def test_the_view_menu_has_the_same_choice(window):
    titles = [action.text() for menu in window.menus.actions() for action in menu.menu().actions() if action.menu()]
    assert "&Gradient" in titles
    assert window.timeline.area.menu.title() == "&Gradient"


def test_it_goes_on_while_the_network_learns(window, until):
    controller, meter = window.controller, window.timeline.area.meter
    controller.set_curves("memory")
    controller.toggle_training()
    before = controller.state.network.updates
    until(lambda: controller.snapshot.network.updates > before + 50 and meter.values is not None)
    controller.toggle_training()
    until(lambda: not controller.snapshot.training)
    net, x, _, _ = network_of(controller.state)
    until(lambda: meter.snapshot is controller.snapshot)
    assert np.allclose(meter.values, rnnviz.memory(net, x))


@pytest.mark.parametrize("quantity", LOOKS)
@pytest.mark.parametrize("part", [(0, False), (0, True), (1, False), (1, True)])
def test_it_is_of_the_layer_and_direction_that_are_looked_at(meter, quantity, part):
    state = fresh_state("parity", cell="gru", hidden=3, sequence=read_text("10110100", "bits"))
    spec = replace(state.network.spec, layers=2, direction="bidirectional")
    state = replace(state, network=fresh(spec))
    here = end_of(5, clock_phases(state.network.spec))
    state = replace(state, curves=quantity, position=here, layer=part[0], reverse=part[1])
    snapshot = seen(state, quantity)
    meter.show(state, snapshot)
    net, x, target, mask = network_of(state)
    which = {"layer": part[0], "reverse": part[1]}
    expected = {
        "sources": lambda: rnnviz.loss_sources(net, x, target, None, mask=mask, **which).norms,
        "memory": lambda: rnnviz.memory(net, x, **which),
        "singular": lambda: rnnviz.jacobians(net, x, **which).singular_values,
    }[quantity]()
    assert np.allclose(meter.values, expected, rtol=1e-9, atol=1e-14)
    if quantity == "memory":
        ((_, curve, _),) = meter.curves()
        known = slice(4, None) if part[1] else slice(0, 5)
        assert np.allclose(curve[known], expected[4, known])
        assert np.isfinite(curve).sum() == (4 if part[1] else 5)
    meter.grab()
    meter.show(replace(state, reverse=not part[1]), snapshot)
    assert meter.summary() == "computing …"  # until the engine has answered for that direction


@pytest.mark.parametrize("quantity", ["sources", "memory", "singular"])
def test_of_a_long_sequence_the_clocks_around_the_playhead_are_computed_and_said(window, until, quantity, monkeypatch):
    controller, meter = window.controller, window.timeline.area.meter
    if quantity == "singular":
        monkeypatch.setattr("rnnviz.gradients.look._MOST_WORK", 200 * 10 * 6**3)
    controller.read_sequence("10110" * 81)
    controller.set_curves(quantity)
    for t, clocks in ((1, range(1, 201)), (250, range(151, 351)), (405, range(206, 406))):
        controller.go_to(end_of(t, controller.phases))
        until(lambda clocks=clocks: meter.values is not None and meter.clocks == clocks)
        assert len(meter.values) == 200
        assert f"t = {clocks.start} to {clocks.stop - 1}" in meter.summary()
        net, x, target, mask = network_of(controller.state)
        first, last = clocks.start - 1, clocks.stop - 1
        if quantity == "sources":
            norms = rnnviz.loss_sources(net, x, target, None, mask=mask, first=first, last=last).norms
            assert np.allclose(meter.values, norms, rtol=1e-9, atol=1e-14)
            here = t - clocks.start
            y = HEADER + (here + 0.5) / 200 * meter.area.height()
            said = f"‖∂L{sub(t)}/∂h{sub(t)}‖ = {norms[here, here]:.4g}"
            assert meter.tip(meter.axis.x(t), y) == said
        else:
            curves = {name: curve for name, curve, _ in meter.curves()}
            assert all(len(curve) == 405 for curve in curves.values())
            outside = np.ones(405, bool)
            outside[first:last] = False
            assert all(np.isnan(curve[outside]).all() for curve in curves.values())
            values = rnnviz.jacobians(net, x).singular_values[first:last, 0]
            if quantity == "singular":
                assert np.allclose(curves["1"][first:last], values)
            else:
                assert curves["memory"][t - 1] == 1
        meter.grab()
    controller.read_sequence("1011")
    until(lambda: meter.values is not None and len(meter.values) == 4)
    assert "to" not in meter.summary().split()


def test_scrubbing_works_there_too(window, qtbot, until):
    controller, meter = window.controller, window.timeline.area.meter
    controller.set_curves("gates")
    until(lambda: meter.isVisible())
    place = QPoint(round(meter.axis.x(3)), 60)
    qtbot.mouseClick(meter, Qt.MouseButton.LeftButton, pos=place)
    assert controller.state.position.t == 3


def test_the_title_leaves_room_for_the_note(qtbot):
    area = GradientArea(LIGHT, TimeAxis(steps=8, width=800.0, left=128.0))
    qtbot.addWidget(area)
    area.resize(800, 150)
    for name in area.actions_:
        area.choose(name)
        if not area.tall:
            assert area.current.title_width >= area.chooser.width() - 11
        assert area.chooser.height() <= HEADER


def test_runs_are_the_stretches_without_a_gap():
    assert runs(np.array([True, True, False, True])) == [range(0, 2), range(3, 4)]
    assert runs(np.zeros(3, bool)) == []
