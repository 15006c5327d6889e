"""The weights in their window: changed with mouse and keyboard, taken back, undone, shown on the stage."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest

from rnnviz.figure.describe import SUBSCRIPTS, number
from rnnviz.figure.drawing import Boxes, Circles, Lines
from rnnviz.figure.edges import ends, wires_of
from rnnviz.figure.layout import layout_of
from rnnviz.figure.shared import WIDTH
from rnnviz.figure.weight_matrix import Entry
from rnnviz.gui.weights import place_of
from rnnviz.network.network import Network
from rnnviz.session.playback import end_of
from rnnviz.session.state import Key


@pytest.fixture
def weights(window, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    window.controller.select(Key("f", 3, 1))
    window.weights.open()
    return window.weights.window


def whole(window):
    """The hidden states on the stage equal those of the network alone."""
    state, snapshot = window.controller.state, window.controller.fitting_snapshot
    x = state.task.encode(state.sequence)
    trace = Network.from_spec(state.network.spec, state.network.parameters).run(x[:, None])
    return snapshot is not None and np.array_equal(snapshot.trace["h"], trace["h"][:, 0])


def test_it_opens_at_the_weights_into_the_selected_gate(weights):
    assert weights.isVisible()
    assert weights.name == "weight_ih_l0"
    assert weights.matrix.chosen == (4, 0)  # i f g o: the second block of three


@pytest.mark.parametrize("size", [(1024, 700), (1280, 720), (1440, 900)])
def test_the_stage_and_the_transport_stay_in_sight(window, until, size):
    window.resize(*size)
    until(lambda: (window.width(), window.height()) == size)
    window.weights.open()
    stage, shown = window.timeline.stage, window.weights.window
    place = QRect(stage.mapToGlobal(QPoint(0, 0)), stage.size())
    assert not place.intersects(shown.frameGeometry())
    play = window.transport.play
    assert not QRect(play.mapToGlobal(QPoint(0, 0)), play.size()).intersects(shown.frameGeometry())
    assert window.frameGeometry().contains(shown.geometry())
    assert shown.area.height() >= 60


def test_on_a_wide_screen_the_weights_stand_beside_the_window():
    sight, screen = QRect(380, 50, 700, 400), QRect(0, 0, 2560, 1440)
    for left in (0, 1200):
        window = QRect(left, 40, 1280, 720)
        place = place_of(window, sight.translated(left, 40), screen)
        assert not place.intersects(window)
        assert screen.contains(place)


def test_typing_ripples_at_once_and_enter_makes_it_one_undo_step(window, weights, until):
    old = weights.matrix.value
    before = len(window.controller.session._undo)
    QTest.keyClick(weights.matrix, "1")
    QTest.keyClicks(weights.field, ".5")
    assert weights.matrix.value == 1.5
    assert weights.matrix.old is not None
    QTest.keyClick(weights.field, Qt.Key.Key_Return)
    assert weights.matrix.old is None
    until(lambda: whole(window))
    state = window.controller.state
    assert state.network.edited
    assert state.network.updates == 2000
    assert len(window.controller.session._undo) == before + 1
    assert "edited" in window.inspector.facts_shown()[0]
    window.controller.undo()
    assert weights.matrix.value == old
    assert not window.controller.state.network.edited
    until(lambda: whole(window))
    window.controller.redo()
    assert weights.matrix.value == 1.5


def test_dragging_is_one_step_and_shows_ghosts_until_it_ends(window, weights, until):
    middle = weights.matrix.place().center()
    before, old = len(window.controller.session._undo), weights.matrix.value
    window.controller.to_end()
    QTest.mousePress(weights.matrix, Qt.MouseButton.LeftButton, pos=middle)
    for up in (10, 20, 30):
        QTest.mouseMove(weights.matrix, middle - QPoint(0, up))
    assert weights.matrix.value == pytest.approx(old + 0.6, abs=1e-5)
    until(lambda: whole(window))
    stage = window.timeline.stage
    during = len(stage.drawing.live)
    QTest.mouseRelease(weights.matrix, Qt.MouseButton.LeftButton, pos=middle - QPoint(0, 30))
    assert len(stage.drawing.live) < during
    assert len(window.controller.session._undo) == before + 1


def test_escape_takes_a_half_typed_number_back_without_a_step_for_undo(window, weights):
    network, before = window.controller.state.network, len(window.controller.session._undo)
    QTest.keyClick(weights.matrix, "7")
    assert window.controller.state.network.edited
    QTest.keyClick(weights.field, Qt.Key.Key_Escape)
    assert window.controller.state.network is network
    assert len(window.controller.session._undo) == before


@pytest.mark.parametrize("text", ["nan", "1e999", "two", "-inf", "1e9"])
def test_what_is_no_weight_is_refused_in_the_window_and_nothing_changes(window, weights, text):
    network = window.controller.state.network
    weights.matrix.typed.emit("")
    weights.field.setText(text)
    QTest.keyClick(weights.field, Qt.Key.Key_Return)
    assert window.controller.state.network is network
    assert weights.complaint.isVisible()
    QTest.keyClick(weights.field, Qt.Key.Key_Escape)
    assert not weights.complaint.isVisible()


def test_arrows_move_and_with_control_change(window, weights):
    weights._choose(1)
    assert weights.name == "weight_hh_l0"
    QTest.keyClick(weights.matrix, Qt.Key.Key_Down)
    QTest.keyClick(weights.matrix, Qt.Key.Key_Right)
    assert weights.matrix.chosen == (1, 1)
    old = weights.matrix.value
    QTest.keyClick(weights.matrix, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert weights.matrix.value == pytest.approx(old + 0.1, abs=1e-5)
    assert "8" in weights.shared.text()
    stage = window.timeline.stage
    assert [batch for batch in stage.drawing.live if isinstance(batch, Lines) and (batch.width == WIDTH).all()]
    weights.close()
    assert not [batch for batch in stage.drawing.live if isinstance(batch, Lines) and (batch.width == WIDTH).all()]
    assert window.weights.editor._before is None


def test_a_network_of_another_shape_is_shown_as_soon_as_it_is_there(window, weights):
    window.controller.set_network(cell="elman", hidden=5)
    assert weights.matrix.name in window.controller.state.network.parameters
    window.controller.set_network(cell="feedforward")
    assert set(weights._names) == set(window.controller.state.network.parameters)


def test_an_edit_is_over_when_something_else_changes_the_network(window, weights, until):
    QTest.keyClick(weights.matrix, "3")
    edited = window.controller.state.network
    window.controller.one_update()
    until(lambda: window.controller.state.network.updates == 2001)
    assert window.controller.state.network.edited
    before = len(window.controller.session._undo)
    QTest.keyClick(weights.field, Qt.Key.Key_Escape)
    assert window.controller.state.network is not edited
    assert window.controller.state.network.updates == 2001
    QTest.keyClick(weights.matrix, "2")
    assert len(window.controller.session._undo) == before + 1
    QTest.keyClick(weights.field, Qt.Key.Key_Return)


def test_reset_takes_an_edit_of_an_untrained_network_back(window, weights):
    window.controller.reset()
    plain = weights.matrix.value
    QTest.keyClick(weights.matrix, "9")
    QTest.keyClick(weights.field, Qt.Key.Key_Return)
    assert weights.matrix.value == 9
    window.controller.reset()
    assert weights.matrix.value == plain
    assert not window.controller.state.network.edited


def hover(view, x, y):
    none = Qt.MouseButton.NoButton
    place = QPointF(x, y)
    view.mouseMoveEvent(
        QMouseEvent(QEvent.Type.MouseMove, place, view.mapToGlobal(place), none, none, Qt.KeyboardModifier.NoModifier)
    )


def test_an_edge_under_the_mouse_is_framed_in_the_matrix_and_lit_at_every_clock(window, weights, until):
    window.resize(1440, 900)
    until(lambda: window.timeline.width() > 800)
    stage, scene = window.timeline.stage, window.timeline.stage.scene
    layout = layout_of(scene, stage.axis.column, float(stage.height()))
    wire = next(wire for wire in wires_of(scene, layout) if wire.edge == "MH")
    x1, y1, x2, y2 = ends(wire)
    k = 3 * 2  # to unit 3 from unit 1, which no other edge from M is near to
    hover(stage, x1[k] + 0.3 * (x2[k] - x1[k]) + stage.axis.x(3), y1[k] + 0.3 * (y2[k] - y1[k]))
    weights._choose(1)
    assert weights.name == "weight_hh_l0"
    assert weights.matrix.lit == ((2, 0), (5, 0), (8, 0), (11, 0))
    assert [weights.buttons.button(k).font().underline() for k in range(3)] == [False, True, False]
    lit = [b for b in stage.drawing.live if isinstance(b, Lines) and (b.width == WIDTH).all()]
    assert len(lit[0].x1) == 8
    keyed = [k for k, b in enumerate(stage.drawing.live) if isinstance(b, Boxes | Circles) and any(b.keys)]
    assert stage.drawing.live.index(lit[0]) < keyed[0]  # gates and units lie on it
    hover(stage, stage.axis.x(3), 2.0)
    assert weights.matrix.lit == ()
    window.cells.open(Key("f", 3, 1))
    until(lambda: not window.timeline.opening.running)
    stage.set_hover(Key("f_pre", 3, 1))
    assert stage.entry_at(0, 0).block == "f"
    stage._touch(stage.entry_at(0, 0))
    assert weights.matrix.lit == ((4, -1),)


def test_an_edge_tells_its_weight_and_a_click_shows_it_without_touching_what_is_selected(window, until):
    window.resize(1440, 900)
    until(lambda: window.timeline.width() > 800 and window.controller.fitting_snapshot is not None)
    window.controller.to_end()
    window.controller.select(Key("f", 3, 1))
    stage, scene = window.timeline.stage, window.timeline.stage.scene
    layout = layout_of(scene, stage.axis.column, float(stage.height()))
    wires = {wire.edge: wire for wire in wires_of(scene, layout)}
    for edge, k, name, row, column, blocks in (
        ("MH", 6, "weight_hh_l0", 2, 0, ("i", "f", "g", "o")),
        ("HS", 3, "readout.weight", 1, 0, ("",)),
    ):
        x1, y1, x2, y2 = (float(place[k]) for place in ends(wires[edge]))
        part = 0.3 if edge == "MH" else 0.8
        x, y = x1 + part * (x2 - x1) + stage.axis.x(3), y1 + part * (y2 - y1)
        said, weight = stage.tip(x, y), scene.model.parameters[name]
        assert f"{name} ({weight.shape[0]} × {weight.shape[1]})" in said
        for index, block in enumerate(blocks):
            assert f"{block} {number(float(weight[3 * index + row, column]), signed=True)}".strip() in said
        assert "8" in said
        QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
        shown = window.weights.window
        assert (shown.isVisible(), shown.name, shown.matrix.chosen) == (True, name, (row, column))
        assert window.controller.state.selection == Key("f", 3, 1)


def test_the_windows_keys_work_here_too(window, weights, qtbot):
    qtbot.keyClick(weights.matrix, Qt.Key.Key_Space)
    assert window.controller.state.playing
    qtbot.keyClick(weights.matrix, Qt.Key.Key_Space)
    assert not window.controller.state.playing
    missing = {window.actions_.save, window.actions_.open, window.actions_.export} - set(weights.actions())
    assert not missing


def test_no_edge_is_lit_for_a_window_that_was_closed(window, weights, until):
    lit = []
    weights.touched.connect(lit.append)
    weights.open_weight(Entry("XH", "H", (0, False), 1))
    assert lit[-1] is not None
    weights.close()
    assert lit[-1] is None
    window.editor.ghosted.emit(window.controller.state, window.controller.fitting_snapshot)
    window.editor.ghosted.emit(None, None)
    assert lit[-1] is None


def test_a_weight_of_an_input_that_is_0_says_that_it_adds_nothing(window, weights, qtbot, until):
    """At the playhead's clock: moving it, or touching another weight, says it anew."""
    controller = window.controller
    x = controller.state.task.encode(controller.state.sequence)
    for t in range(1, len(x) + 1):
        controller.go_to(end_of(t, controller.phases))
        for column in (0, 1):
            weights._choose(0, 4, column)
            said = (
                f"x{t}".translate(SUBSCRIPTS) + f"[“{'01'[column]}”] is 0 at t = {t}: this weight adds nothing there."
            )
            assert (said in weights.shared.text()) == (x[t - 1, column] == 0), weights.shared.text()
            assert "shared" in weights.shared.text()
    weights._choose(1, 0, 2)
    assert "adds nothing" not in weights.shared.text()
    controller.go_to(end_of(1, controller.phases))
    until(lambda: "h₀[3] is 0 at t = 1: this weight adds nothing there." in weights.shared.text())
    weights._choose(2)
    assert weights.name.startswith("bias")
    assert "adds nothing" not in weights.shared.text()
