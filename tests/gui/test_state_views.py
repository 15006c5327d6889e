"""The views of the state in the window: chosen, walked through, flipped through, and made only while they are seen."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from view_scenes import scene_of

from rnnviz.figure.drawing import Boxes, Circles
from rnnviz.figure.states import VIEWS
from rnnviz.figure.states.alike import nearest
from rnnviz.figure.states.trajectory import clocks_at
from rnnviz.gui.views import state_view
from rnnviz.gui.views.state_view import StateView
from rnnviz.session.playback import Position, clock_phases, end_of
from rnnviz.session.state import Key, Seen


@pytest.fixture
def shown(window, until):
    """Choose a view in the window and wait until it is drawn."""
    until(lambda: window.controller.snapshot is not None)

    def choose(name):
        window.timeline.area.actions_[name].trigger()
        view = window.timeline.area.states
        until(lambda: view.isVisible() and view.view == name and view.drawing is not None)
        return view

    return choose


def place_of(view, key, kind):
    for batch in reversed(view.drawing.live):
        if isinstance(batch, kind) and key in batch.keys:
            k = batch.keys.index(key)
            across, down = (2.0, 3.0) if kind is Boxes else (0.0, 0.0)
            return QPoint(round(batch.x[k] + across), round(batch.y[k] + down))
    raise KeyError(key)


@pytest.mark.parametrize(("name", "kind"), [("trajectory", Circles), ("symbols", Boxes), ("alike", Boxes)])
def test_a_click_on_a_clock_moves_the_playhead(window, qtbot, shown, name, kind):
    view, controller = shown(name), window.controller
    controller.to_start()
    unit = 0 if name == "symbols" else -1
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place_of(view, Key("H", 2, unit), kind))
    assert controller.state.position == end_of(2, controller.phases)
    assert not controller.session.can_undo


def test_clicks_go_through_the_clocks_whose_dots_lie_on_one_another(window, qtbot, shown):
    view, controller = shown("trajectory"), window.controller
    controller.to_start()
    place = place_of(view, Key("H", 5), Circles)
    assert clocks_at(view.drawing, place.x(), place.y()) == [5, 8]
    for t in (5, 8, 5):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
        assert controller.state.position.t == t


def test_a_click_on_a_saturated_unit_selects_it(window, qtbot, shown):
    view, controller = shown("saturation"), window.controller
    key = next(key for batch in view.drawing.live if isinstance(batch, Circles) for key in batch.keys)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place_of(view, key, Circles))
    assert controller.state.selection == key


def test_arrow_keys_flip_through_units_and_quantities(window, qtbot, shown):
    view, controller = shown("symbols"), window.controller
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert controller.state.seen == Seen(unit=1)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert controller.state.seen.unit == 2
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert (controller.state.seen.quantity, controller.state.seen.gradient) == ("f", True)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert (controller.state.seen.quantity, controller.state.seen.gradient) == ("f", False)
    assert view.accessibleDescription().startswith("1₁: forget gate f₁ of unit 3")
    controls = window.timeline.area.controls
    assert controls.choice.text() == "forget f ▾"
    assert controls.unit.text() == "unit 3 / 3"
    controls.later.click()
    assert controller.state.seen.unit == 0
    gradient = next(action for action in controls.menu.actions() if action.text() == "∂L/∂h")
    gradient.trigger()
    assert (controller.state.seen.quantity, controller.state.seen.gradient) == ("h", True)
    value = controller.snapshot.gradients["h"][0, 0]
    assert view.accessibleDescription() == f"1₁: ∂L/∂h₁ of unit 1 = {value:.4g}"


def test_digits_walk_to_the_clocks_that_are_alike(window, qtbot, shown):
    view, controller = shown("alike"), window.controller
    controller.go_to(end_of(3, controller.phases))
    wanted = nearest(view.scene, 3)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_2)
    assert controller.state.position.t == wanted[1].t
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert controller.state.seen.alone
    t = controller.state.position.t
    assert view.alike() == nearest(view.scene, t, controller.state.seen.unit)
    controls = window.timeline.area.controls
    controls.menu.actions()[0].trigger()
    assert not controller.state.seen.alone


def test_a_trajectory_can_be_coloured_by_symbol(window, shown):
    shown("trajectory")
    controls = window.timeline.area.controls
    controls.menu.actions()[1].trigger()
    assert window.controller.state.seen.colour == "symbol"
    assert controls.choice.text() == "coloured by symbol ▾"
    assert controls.isVisible()
    window.controller.set_curves("states")
    assert not controls.isVisible()


def test_nothing_is_made_while_it_is_not_seen(window, spin, until, shown, monkeypatch):
    made = []
    true = state_view.state_drawing
    monkeypatch.setattr(state_view, "state_drawing", lambda name, *rest: made.append(name) or true(name, *rest))
    window.controller.step_clock(1)
    spin(0.1)
    assert made == []
    shown("symbols")
    assert set(made) == {"symbols"}
    count = len(made)
    window.controller.go_to(Position(window.controller.state.position.t, 1, 0.5))
    spin(0.1)
    assert len(made) == count, "within a clock nothing of it changes"
    window.controller.to_end()
    until(lambda: len(made) > count)


@pytest.fixture
def view(qtbot):
    from rnnviz.figure.palette import LIGHT
    from rnnviz.figure.time_axis import TimeAxis

    made = StateView(LIGHT, TimeAxis(steps=400, width=800.0, left=110.0, column=2.0))
    qtbot.addWidget(made)
    made.resize(800, 210)
    made.setVisible(True)
    return made


def test_the_wheel_scrolls_the_lines_until_the_playhead_moves(view):
    state, snapshot = scene_of(400)
    state = replace(state, curves="symbols", position=end_of(200, clock_phases(state.network.spec)))
    view.show(state, snapshot)

    def clocks():
        return {key.t for batch in view.drawing.live if isinstance(batch, Boxes) for key in batch.keys if key}

    assert 200 in clocks()
    for _ in range(40):
        up = QWheelEvent(QPointF(300, 90), QPointF(300, 90), QPoint(), QPoint(0, 120), *wheel())
        QApplication.sendEvent(view, up)
    assert 1 in clocks()
    view.show(replace(state, position=end_of(210, clock_phases(state.network.spec))), snapshot, frozenset({"position"}))
    assert 210 in clocks()


def wheel():
    return Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False


def test_each_view_says_what_is_seen_before_and_after_the_answer(view):
    state, snapshot = scene_of(6)
    for name in VIEWS:
        here = replace(state, curves=name)
        view.show(here, None)
        assert view.summary() == "nothing is known of this clock yet"
        view.grab()
        view.show(here, snapshot)
        assert view.summary() != "nothing is known of this clock yet"
        view.grab()
        for x, y in ((200, 100), (300, 45), (5, 5)):
            view.tip(x, y)
    shares = np.mean(snapshot.trace["f"] < 0.05), np.mean(snapshot.trace["f"] > 0.95)
    view.show(replace(state, curves="saturation"), snapshot)
    assert f"f: {100 * shares[0]:.0f} % low, {100 * shares[1]:.0f} % high" in view.summary()
