"""Deep and bidirectional networks in the window: which layer and direction is looked at, and what follows it."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from rnnviz.figure.drawing import Boxes
from rnnviz.session.playback import LOWER, UPPER, Position, end_of
from rnnviz.session.state import Key


@pytest.fixture
def deep(window, until):
    """Three layers in two directions."""
    window.controller.set_network(cell="elman", layers=3, direction="bidirectional")
    until(lambda: window.controller.fitting_snapshot is not None)
    return window


def seen_in_tracks(window):
    drawing = window.timeline.tracks.drawing
    return {(k.layer, k.reverse) for b in (*drawing.static, *drawing.live) if isinstance(b, Boxes) for k in b.keys if k}


def test_the_chooser_changes_stage_tracks_curves_and_equations(deep, qtbot):
    controller, bar = deep.controller, deep.timeline.layers
    controller.to_end()
    assert controller.state.part == (2, False)
    assert [button.text() for button in bar.buttons] == ["1", "2", "3"]
    assert not bar.isHidden()
    controller.select(Key("H", 3, 1, 2))
    qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.ways[1], Qt.MouseButton.LeftButton)
    assert controller.state.part == (0, True)
    assert bar.buttons[0].isChecked()
    assert bar.ways[1].isChecked()
    assert seen_in_tracks(deep) == {(0, True)}
    assert controller.state.selection == Key("H", 3, 1, 0, True)
    assert deep.inspector.title.text() == "Inside ←H₃⁽¹⁾"
    norms = deep.timeline.curves.recent.newest["h"]
    assert (norms == controller.fitting_snapshot.norms["h_l0_reverse"]).all()


def test_a_unit_that_is_selected_brings_its_layer_forth_and_keys_go_through_the_layers(deep, qtbot):
    controller, actions = deep.controller, deep.actions_
    controller.select(Key("H", 2, 0, 1, True))
    assert controller.state.part == (1, True)
    controller.select(Key("S", 2, 0))
    assert controller.state.part == (1, True)
    for action, part in (
        (actions.higher, (2, True)),
        (actions.lower, (1, True)),
        (actions.lower, (0, True)),
        (actions.turn, (0, False)),
    ):
        action.trigger()
        assert controller.state.part == part
    assert not actions.lower.isEnabled()
    assert actions.higher.isEnabled()


def test_the_phases_are_those_of_the_layer_and_a_phase_is_kept_where_it_is_there(window, until):
    controller, transport = window.controller, window.transport
    controller.set_network(cell="elman", layers=3)
    assert [chip.name for chip in transport.chips] == ["X", LOWER, "H", "S", "M"]
    assert [chip.letter for chip in transport.chips][1] == "H⁽¹⁻²⁾"
    controller.go_to(Position(2, 2, 1.0))
    controller.step_layer(-1)
    assert [chip.name for chip in transport.chips] == ["X", LOWER, "H", UPPER, "S", "M"]
    assert controller.state.position == Position(2, 2, 1.0)
    controller.go_to(Position(2, 3, 1.0))
    controller.step_layer(1)
    assert controller.state.position == end_of(2, controller.phases)


def test_fewer_layers_and_undo_keep_a_layer_that_there_is(deep):
    controller, bar = deep.controller, deep.timeline.layers
    controller.set_part(2, True)
    controller.set_network(layers=1, direction="forward")
    assert controller.state.part == (0, False)
    assert bar.isHidden()
    assert controller.state.position.phase < len(controller.phases)
    controller.undo()
    assert controller.state.network.spec.layers == 3
    assert controller.state.part == (2, True)
    assert controller.state.position.phase < len(controller.phases)
    assert not bar.isHidden()


def test_the_cell_of_another_layer_opens_in_place(deep, until):
    deep.cells.open(Key("H", 3, 1, 0, True))
    until(lambda: not deep.timeline.opening.running)
    assert deep.controller.state.part == (0, True)
    assert deep.controller.state.selection == Key("H", 3, 1, 0, True)
    strings = [s for b in deep.timeline.stage.drawing.live if hasattr(b, "strings") for s in b.strings]
    assert any("←H₃⁽¹⁾" in string for string in strings)
    deep.cells.close()


def test_looked_at_right_to_left_it_plays_from_the_last_clock_to_the_first(window, until):
    """Playing and the phases go in the order of the row; arrows left and right stay what they are on screen."""
    controller = window.controller
    controller.set_network(direction="bidirectional")
    until(lambda: controller.fitting_snapshot is not None)
    controller.set_part(0, True)
    steps, last = controller.steps, len(controller.phases) - 1
    controller.go_to(Position(4, last, 1.0))
    controller.step_phase(1)
    assert controller.state.position == Position(3, 0, 1.0)
    controller.step_phase(-1)
    assert controller.state.position == Position(4, last, 1.0)
    controller.step_clock(1)
    assert controller.state.position.t == 5
    controller.to_start()  # of the sequence, the end of this row: playing begins anew
    seen = []
    controller.set_speed(8.0)
    controller.play()
    until(lambda: seen.append(controller.state.position.t) or not controller.state.playing, timeout=15_000)
    assert seen[0] == steps
    assert seen[-1] == 1
    assert all(a >= b for a, b in pairwise(seen))
    controller.turn()
    controller.go_to(Position(4, last, 1.0))
    controller.step_phase(1)
    assert controller.state.position == Position(5, 0, 1.0)
