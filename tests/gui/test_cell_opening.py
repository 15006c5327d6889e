"""Opening a cell in the window: with the mouse and the keyboard, in place, and back again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from rnnviz.figure.drawing import Lines
from rnnviz.figure.edge_words import describe_weight
from rnnviz.figure.edges import bundled, ends, wires_of
from rnnviz.figure.inside.describe import owner
from rnnviz.figure.inside.geometry import between
from rnnviz.figure.inside.header import ALL, CLOSE, CONTROLS, LATER
from rnnviz.figure.inside.walk import place_of as place_of_part
from rnnviz.figure.layout import layout_of
from rnnviz.figure.shared import WIDTH, band_ends
from rnnviz.network.held import Spot
from rnnviz.session.playback import Position, clock_phases, end_of
from rnnviz.session.state import Key, Opened


@pytest.fixture
def opened(window, until):
    """The window with unit 2 of H_3 open, the columns at their places."""
    until(lambda: window.controller.fitting_snapshot is not None)
    window.cells.open(Key("H", 3, 1))
    until(lambda: not window.timeline.opening.running)
    return window


def place_of(window, wanted):
    """The middle of what carries this key on the stage."""
    stage = window.timeline.stage
    for batch in reversed(stage.drawing.live):
        keys = getattr(batch, "keys", ())
        if wanted in keys:
            index = keys.index(wanted)
            dx = float(batch.w[index]) / 2 if hasattr(batch, "w") else 0.0
            dy = float(batch.h[index]) / 2 if hasattr(batch, "h") else 0.0
            return QPoint(round(float(batch.x[index]) + dx), round(float(batch.y[index]) + dy))
    raise AssertionError(f"{wanted} is not on the stage")


def test_double_click_opens_and_esc_closes(window, qtbot, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    stage, controller = window.timeline.stage, window.controller
    column = window.timeline.axis.column
    qtbot.mouseDClick(stage, Qt.MouseButton.LeftButton, pos=place_of(window, Key("H", 3, 2)))
    assert controller.state.opened == Opened(1, 2)
    assert controller.state.position.t == 3
    until(lambda: not window.timeline.opening.running)
    axis = window.timeline.axis
    assert axis.opened == range(3, 4)
    assert axis.extra > 3 * axis.column
    assert {view.axis for view in window.timeline.views} == {axis}
    assert window.inspector.title.text() == "Inside H₃"
    qtbot.keyClick(stage, Qt.Key.Key_Escape)
    assert controller.state.opened is None
    until(lambda: not window.timeline.opening.running)
    assert window.timeline.axis.opened == range(0)
    assert window.timeline.axis.column == pytest.approx(column)


def test_the_seam_between_two_units_opens_the_cell_too(window, qtbot, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    stage, controller = window.timeline.stage, window.controller
    first, second = (place_of(window, Key("H", 3, unit)) for unit in (0, 1))
    seam = QPoint((first.x() + second.x()) // 2, first.y())
    tip = stage.tip(seam.x(), seam.y())
    assert tip.startswith("hidden h₃: 3 units from")
    assert "Double-click opens the cell" in tip
    qtbot.mouseDClick(stage, Qt.MouseButton.LeftButton, pos=seam)
    assert controller.state.opened == Opened(1, -1)
    assert controller.state.position.t == 3


def test_columns_of_a_width_of_one_s_own_are_found_again(window, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    window.timeline.zoom(0.7)
    column = window.timeline.axis.column
    window.cells.open(Key("H", 3, 2))
    until(lambda: not window.timeline.opening.running)
    assert 0 < window.timeline.axis.column <= column
    window.controller.look(opened=None)
    until(lambda: not window.timeline.opening.running)
    assert window.timeline.axis.column == pytest.approx(column)


def test_enter_opens_what_is_selected(window, qtbot, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    window.controller.select(Key("f", 2, 1))
    qtbot.keyClick(window.timeline.stage, Qt.Key.Key_Return)
    assert window.controller.state.opened == Opened(1, 1)
    assert window.controller.state.position == end_of(2, window.controller.phases)


def test_the_columns_widen_step_by_step(opened, until):
    timeline = opened.timeline
    target = timeline.axis
    start = replace(target.even, column=60.0, offset=0.0)
    widths = [between(start, target, part / 10).extra for part in range(11)]
    assert widths == sorted(widths)
    assert widths[0] == 0.0
    assert widths[-1] == target.extra
    places = [between(start, target, part / 10).x(8) for part in range(11)]
    assert places == sorted(places) or places == sorted(places, reverse=True)


def test_an_open_cell_slides_on_to_the_next_clock(opened, until):
    """Neither the whole width nor any column jumps: what one loses the other gains, and the cell is whole again."""
    timeline, controller = opened.timeline, opened.controller
    first, seen = timeline.axis, []
    timeline.opening.moved.connect(seen.append)
    controller.step_clock(1)
    assert timeline.opening.running
    until(lambda: not timeline.opening.running)
    assert timeline.axis.opened == range(4, 5)
    assert timeline.axis.window is None
    assert len(seen) > 3
    assert {axis.opened for axis in seen[1:-1]} <= {range(3, 4), range(3, 5), range(4, 5)}
    begins = [axis.wide[0] for axis in (first, *seen)]
    assert begins == sorted(begins)
    assert (begins[0], begins[-1]) == (3.0, 4.0)
    controller.step_clock(1)
    until(lambda: timeline.axis.wide[0] > 4.0)
    controller.step_clock(-1)  # back while it is still on its way: from where it is
    assert timeline.axis.wide[0] > 4.0
    until(lambda: not timeline.opening.running)
    assert timeline.axis.opened == range(4, 5)
    opened.resize(opened.width() + 40, opened.height())
    controller.step_clock(1)
    opened.resize(opened.width() - 40, opened.height())
    until(lambda: not timeline.opening.running)
    assert timeline.axis.opened == range(5, 6)
    assert timeline.axis.width == timeline.stage.width()


@pytest.mark.parametrize("speed", [1.0, 8.0])
def test_while_playing_the_slide_is_as_fast_as_the_clock(opened, until, speed):
    controller, opening = opened.controller, opened.timeline.opening
    controller.set_speed(speed)
    controller.play()
    until(lambda: controller.state.position.t == 4, timeout=12_000)
    assert opening._animation.duration() == round(200 / speed)
    controller.pause()


def test_reduced_motion_jumps(window, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    window.set_reduced_motion(True)
    window.cells.open(Key("H", 3, 1))
    assert not window.timeline.opening.running
    assert window.timeline.axis.opened == range(3, 4)


def test_units_with_keys_and_buttons(opened, qtbot):
    stage, state = opened.timeline.stage, opened.controller.session
    qtbot.keyClick(stage, Qt.Key.Key_Down)
    assert state.state.opened.unit == 2
    qtbot.keyClick(stage, Qt.Key.Key_Down)
    assert state.state.opened.unit == -1
    qtbot.keyClick(stage, Qt.Key.Key_Up)
    assert state.state.opened.unit == 2
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=place_of(opened, Key(LATER, 3)))
    assert state.state.opened.unit == -1
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=place_of(opened, Key(ALL, 3)))
    assert state.state.opened.unit == 0
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=place_of(opened, Key(CLOSE, 3)))
    assert state.state.opened is None


def test_a_click_on_a_number_selects_its_gate(opened, qtbot):
    qtbot.mouseClick(opened.timeline.stage, Qt.MouseButton.LeftButton, pos=place_of(opened, Key("kept", 3, 1)))
    assert opened.controller.state.selection == Key("c", 3, 1)


def test_the_open_cell_follows_the_playhead(opened, qtbot, until):
    qtbot.keyClick(opened.timeline, Qt.Key.Key_Right)
    until(lambda: not opened.timeline.opening.running)
    assert opened.timeline.axis.opened == range(4, 5)
    assert opened.inspector.title.text() == "Inside H₄"
    qtbot.keyClick(opened.timeline, Qt.Key.Key_BracketLeft)
    assert opened.controller.state.position.phase == len(opened.controller.phases) - 2


def test_a_neighbour_opens_beside_it(opened, until):
    opened.cells.open(Key("H", 4, 0))
    assert opened.controller.state.opened.count == 2
    until(lambda: not opened.timeline.opening.running)
    assert opened.timeline.axis.opened == range(3, 5)
    opened.cells.open(Key("H", 2, 0))
    assert opened.controller.state.position.t == 2
    until(lambda: not opened.timeline.opening.running)
    assert opened.timeline.axis.opened == range(2, 4)
    opened.controller.to_end()
    until(lambda: not opened.timeline.opening.running)
    assert opened.timeline.axis.opened == range(7, 9)


def test_every_clock_is_at_its_column_in_all_views(window, until):
    window.resize(1500, 1100)
    until(lambda: window.controller.fitting_snapshot is not None and window.timeline.curves.plot is not None)
    window.cells.open(Key("H", 3, 1))
    until(lambda: not window.timeline.opening.running)
    axis, plot = window.timeline.axis, window.timeline.curves.plot
    assert axis.visible == range(1, 9)
    (low, high), _ = plot.box.viewRange()
    area = window.timeline.curves.area.toRect()
    dots = plot._dots["h"].getData()[0]
    assert len(dots) == 8
    for t in range(1, 9):
        assert axis.clock(axis.x(t)) == t
        assert axis.instant(axis.x(t)) == pytest.approx(t)
        assert area.left() + (dots[t - 1] - low) / (high - low) * area.width() == pytest.approx(axis.x(t), abs=1.5)


def test_phases_take_longer_inside_and_playing_goes_on(opened):
    controller = opened.controller
    overview = clock_phases(controller.state.network.spec)
    assert [phase.name for phase in controller.phases] == [phase.name for phase in overview]
    assert all(a.seconds >= b.seconds for a, b in zip(controller.phases, overview, strict=True))
    assert dict(controller.phases)["f"] == pytest.approx(0.65)
    controller.go_to(Position(3, 2, 1.0))
    controller.play()
    opened.cells.close()
    controller.tick()
    assert (controller.state.position.t, controller.state.position.phase) in ((3, 2), (3, 3))
    controller.pause()


def test_another_network_stays_open(opened, until):
    opened.controller.set_network(cell="gru", hidden=1)
    until(lambda: opened.controller.fitting_snapshot is not None)
    assert opened.timeline.axis.opened == range(3, 4)
    assert opened.controller.state.focus == Key("H", 3, 0)
    assert any(
        getattr(batch, "keys", ()) and Key("z", 3, 0) in batch.keys for batch in opened.timeline.stage.drawing.live
    )


def test_pointing_lights_all_views(opened):
    timeline, inspector = opened.timeline, opened.inspector
    timeline.tracks._point(Key("f", 3, 1))
    assert timeline.stage.hover == Key("f", 3, 1)
    assert inspector.rows[0].lit == {"f"}
    timeline.tracks._point(None)
    assert timeline.stage.hover is None
    inspector.rows[3].hovered.emit("c_before")
    assert timeline.stage.hover == timeline.tracks.hover == Key("c_before", 3, 1)
    timeline.grab()


def test_the_inspectors_buttons_go_from_unit_to_unit(opened, qtbot):
    qtbot.mouseClick(opened.inspector.later, Qt.MouseButton.LeftButton)
    assert opened.controller.state.opened.unit == 2
    assert opened.inspector.subtitle.text().endswith("unit 3 of 3")


def test_numbers_can_be_followed_back_through_time(window, qtbot, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    controller = window.controller
    controller.to_end()
    here = controller.state.position.t
    controller.select(Key("f", 4, 1))
    row = window.inspector.rows[0]
    sources = dict(row._sources())
    assert Key("M", 4, 2) in sources
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=sources[Key("M", 4, 2)].center().toPoint())
    assert controller.state.selection == Key("M", 4, 2)
    assert controller.state.trail == (Key("f", 4, 1),)
    row = window.inspector.rows[0]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row._sources()[0][1].center().toPoint())
    assert controller.state.selection == Key("H", 3, 2)
    assert window.inspector.trail.isVisible()
    assert "f₄[2]" in window.inspector.trail.text()
    qtbot.keyClick(window.timeline, Qt.Key.Key_Backspace)
    assert controller.state.selection == Key("M", 4, 2)
    window.inspector.trail.setFocus()
    window.inspector.trail.linkActivated.emit("1")
    assert controller.state.selection == Key("f", 4, 1)
    assert controller.state.trail == ()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)  # the keys are the stage's, not the value's field's
    assert controller.state.position.t == max(1, here - 1)
    window.cells.follow(Key("M", 4, 0))
    controller.select(Key("H", 2, 0))
    assert controller.state.trail == ()


def test_back_brings_back_the_phase_and_what_was_unfolded(opened, until):
    controller, rows = opened.controller, opened.inspector.rows
    place = replace(controller.state.position, phase=3)
    controller.look(place)
    rows[1]._toggle()
    assert rows[1].unfolded[0]
    assert not rows[0].unfolded[0]
    opened.cells.follow(Key("M", 3, 2))
    opened.cells.follow(Key("H", 2, 2))
    assert controller.state.position != place
    rows[1]._toggle()  # what was unfolded stays so from clock to clock
    assert not rows[1].unfolded[0]
    opened.cells.go_back(2)
    assert controller.state.position == place
    assert rows[1].unfolded[0]
    assert not rows[0].unfolded[0]


def test_back_brings_back_how_far_one_had_scrolled(opened, until):
    area = opened.inspector.area
    bar = area.verticalScrollBar()
    for row in opened.inspector.rows[:3]:
        row._toggle()
    until(lambda: bar.maximum() > 150)
    bar.setValue(120)
    opened.cells.follow(Key("M", 3, 2))
    until(lambda: bar.value() != 120)
    opened.cells.follow(Key("H", 2, 2))
    opened.cells.go_back(2)
    until(lambda: bar.value() == 120)
    opened.cells.select(Key("f", 3, 1))  # not a way back: what was clicked comes into view
    until(lambda: bar.value() != 120)


def test_edges_beside_an_open_cell_answer_as_in_the_overview(opened, qtbot, until):
    """Name, value and shape under the mouse, the weight lit at every clock, and a click that shows it."""
    stage, controller = opened.timeline.stage, opened.controller
    scene, found = stage.scene, {}
    layout = layout_of(scene, stage.axis.column, float(stage.height()))
    assert not layout.narrow
    visible = len(stage.axis.even.visible)
    chosen = []
    stage.weight_chosen.connect(chosen.append)
    for t in [t for t in stage.axis.visible if t not in stage.axis.opened]:
        for wire in wires_of(scene, layout):
            x1, y1, x2, y2 = band_ends(wire) if bundled(scene, layout, visible, wire) else ends(wire)
            for along in (0.35, 0.5, 0.65):
                x = stage.axis.x(t) + float(x1[0] + along * (x2[0] - x1[0]))
                place = QPoint(round(x), round(float(y1[0] + along * (y2[0] - y1[0]))))
                if not stage.axis.left < x < stage.axis.left + stage.axis.room or stage.key_at(place.x(), place.y()):
                    continue
                QApplication.sendEvent(stage, _moved(stage, place))
                if stage._under is None or stage._under.edge != wire.edge:
                    continue
                entry = stage._under
                assert stage.tip(place.x(), place.y()) == describe_weight(scene, entry)
                assert "×" in stage.tip(place.x(), place.y())
                lit = [
                    b for b in stage.make().live if isinstance(b, Lines) and len(b.x1) > 1 and (b.width == WIDTH).all()
                ]
                assert len(lit) == 1
                assert len(lit[0].x1) == len([c for c in stage.axis.visible if c not in stage.axis.opened])
                qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=place)
                assert chosen[-1] == entry
                found.setdefault(wire.edge, set()).add(t)
    assert set(found) == {"XH", "MH", "HS"}
    assert all(len(clocks) >= 2 for clocks in found.values())
    assert controller.state.opened is not None
    card = QPoint(round(stage.axis.x(3)), stage.height() // 2)
    QApplication.sendEvent(stage, _moved(stage, card))
    assert stage._edge_at(card.x(), card.y()) is None


def _moved(view, place):
    return QMouseEvent(
        QEvent.Type.MouseMove, QPointF(place), QPointF(view.mapToGlobal(place)), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip


def test_following_into_the_past_takes_the_open_cell_along(opened, until):
    opened.cells.follow(Key("M", 3, 2))
    opened.cells.follow(Key("H", 2, 2))
    assert opened.controller.state.position.t == 2
    until(lambda: not opened.timeline.opening.running)
    assert opened.timeline.axis.opened == range(2, 3)
    assert opened.controller.state.focus == Key("H", 2, 2)
    opened.cells.go_back(2)
    assert opened.controller.state.position.t == 3
    assert opened.controller.state.focus == Key("H", 3, 1)


def test_symbols_and_sources_with_the_keyboard(opened, qtbot, until):
    opened.controller.select(Key("f", 3, 1))
    row = opened.inspector.rows[0]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    stops = [stop for stop, _ in row._stops()]
    wanted = row._sources()[1][0]
    for _ in range(stops.index(wanted)):
        qtbot.keyClick(row, Qt.Key.Key_Down)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert opened.controller.state.selection == wanted
    opened.inspector.rows[0].named.emit("x")
    assert opened.controller.state.trail


def test_sources_are_framed_on_the_stage(window, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    stage = window.timeline.stage
    window.controller.select(None)
    window.controller.go_to(end_of(5, window.controller.phases))
    plain = len(stage.drawing.live)
    window.controller.select(Key("f", 4, 1))
    assert len(stage.drawing.live) >= plain + 6  # the selection, 2 inputs and 3 memories


def test_the_program_of_the_clock_can_be_read_and_copied(opened, qtbot):
    from rnnviz.figure.inside.script import script
    from rnnviz.gui.dialogs.numpy_window import NumpyWindow

    qtbot.keyClick(opened.timeline, Qt.Key.Key_N)
    shown = opened.findChild(NumpyWindow)
    assert shown.isVisible()
    assert shown.text.toPlainText() == script(opened.inspector.scene, 3, 1)
    qtbot.mouseClick(shown.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().startswith("import numpy as np")
    shown.close()


def test_a_button_beside_the_equations_opens_and_closes_the_cell(window, qtbot, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    button = window.inspector._offered[0]
    assert not button.isVisible()
    window.controller.select(Key("H", 1, 2))
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.controller.state.opened == Opened(1, 2)
    assert button.text() == "Close the cell"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.controller.state.opened is None


def test_tooltips_and_the_spoken_summary_know_the_open_cell(opened, until):
    stage = opened.timeline.stage
    place = place_of(opened, Key("kept", 3, 1))
    assert stage.tip(place.x(), place.y()).startswith("f ⊙ cₜ₋₁: ")
    place = place_of(opened, Key(CLOSE, 3))
    assert "Esc" in stage.tip(place.x(), place.y())
    assert "the cell is open: " in stage.accessibleDescription()
    opened.cells.close()
    assert "the cell is open" not in stage.accessibleDescription()
    until(lambda: not opened.timeline.opening.running)
    place = place_of(opened, Key("H", 3, 0))
    assert stage.tip(place.x(), place.y()).endswith("Double-click opens the cell")


def test_a_width_that_a_person_chose_comes_back(window, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    window.set_reduced_motion(True)
    timeline = window.timeline
    timeline.zoom(1.25)
    column = timeline.axis.column
    window.cells.open(Key("H", 2, 0))
    assert timeline.axis.opened == range(2, 3)
    window.resize(1300, 800)
    window.cells.close()
    assert timeline.axis.column == pytest.approx(column)
    timeline.reset_zoom()
    window.cells.open(Key("H", 2, 0))
    timeline.fit()
    assert timeline.axis.opened == range(2, 3)
    assert timeline.axis.extra > 0
    window.cells.close()
    assert timeline.axis.opened == range(0)


def test_a_symbol_lights_its_neurons_in_the_overview(window, until):
    until(lambda: window.controller.fitting_snapshot is not None)
    stage = window.timeline.stage
    window.controller.select(Key("f", 1, 1))
    plain = len(stage.drawing.live)
    window.inspector.rows[0].hovered.emit("x")
    assert stage.hover == Key("x", 1, 1)
    assert len(stage.drawing.live) == plain + 1
    window.inspector.rows[0].hovered.emit("")
    assert len(stage.drawing.live) == plain


def test_tab_walks_over_the_parts_as_data_flows(opened, qtbot, until):
    """In and out by Tab, nothing is a trap; each part is framed, lit in both places, named with value and shape, and
    Enter follows it to what it was made of, Backspace comes back."""
    stage, controller = opened.timeline.stage, opened.controller
    stage.setFocus(Qt.FocusReason.TabFocusReason)
    names = [key.name for key in stage.parts()]
    assert len(names) == len(set(names))
    order = [names.index(name) for name in ("h_before", "x", "f_pre", "f", "i", "g", "kept", "c", "o", "tanh_c", "h")]
    assert order == sorted(order)
    said = set()
    for key in stage.parts():
        qtbot.keyClick(stage, Qt.Key.Key_Tab)
        assert stage.part == key
        assert stage.hover == key
        said.add(stage.accessibleDescription())
        before = stage.grab().toImage()
        stage._part, part = -1, stage._part
        assert stage.grab().toImage() != before  # the frame is to be seen
        stage._part = part
    assert len(said) == len(names)
    assert all("unit" in text for text in said)
    qtbot.keyClick(stage, Qt.Key.Key_Backtab)
    assert stage.part.name == names[-2]
    index = names.index("f")
    stage._go_to_part(index)
    assert opened.inspector.rows[0].lit == {"f"}
    qtbot.keyClick(stage, Qt.Key.Key_Return)
    assert controller.state.focus == Key("f", 3, 1)
    assert controller.state.trail
    opened.actions_.back.trigger()
    assert controller.state.focus == Key("H", 3, 1)
    qtbot.keyClick(opened.timeline, Qt.Key.Key_Right)
    assert stage.part == Key("f", 4, 1)  # the same part, one clock on
    stage._go_to_part(len(names) - 1)
    qtbot.keyClick(stage, Qt.Key.Key_Tab)
    assert not stage.hasFocus()
    assert stage.part is None


@pytest.mark.parametrize("cell", ["elman", "jordan", "gru", "feedforward"])
def test_every_part_of_every_cell_is_somewhere(opened, until, cell):
    controller, stage = opened.controller, opened.timeline.stage
    controller.set_network(cell=cell)
    until(lambda: controller.fitting_snapshot is not None)
    opened.cells.open(Key("H", 3, 1))
    until(lambda: not opened.timeline.opening.running)
    for unit in (1, -1):
        opened.cells._show(unit)
        for key in stage.parts():
            left, top, right, bottom = place_of_part(stage.drawing, key)
            assert 0 <= left <= right <= stage.width()
            assert 0 <= top <= bottom <= stage.height()


def test_what_a_number_was_made_of_says_its_share(opened):
    """Pointing at a source of the selected number says how much of it comes from there."""
    stage, controller = opened.timeline.stage, opened.controller
    controller.select(Key("f", 3, 1))
    place = place_of(opened, Key("h_before", 3, 1))
    assert "of what is added up for f₃ of unit 2" in stage.tip(place.x(), place.y())
    controller.select(None)
    assert "added up for f" not in stage.tip(place.x(), place.y())


def test_arrow_keys_find_neurons_while_a_cell_is_being_closed(window, qtbot, until):
    controller, stage = window.controller, window.timeline.stage
    controller.set_network(cell="elman")
    until(lambda: controller.fitting_snapshot is not None)
    window.cells.open(Key("H", 3, 0))
    until(lambda: not window.timeline.opening.running)
    inner = {key.name for batch in stage.drawing.live for key in getattr(batch, "keys", ()) if key is not None}
    assert "b" in inner
    window.cells.close()
    controller.select(None)
    assert window.timeline.opening.running
    assert {key.name for key in stage.marks_of(3)} <= {"X", "M", "H", "S"}


@pytest.mark.parametrize("closes", [False, True])
def test_a_shorter_sequence_while_a_cell_is_on_the_way_has_its_own_clocks_at_once(window, until, closes):
    controller, timeline = window.controller, window.timeline
    controller.read_sequence("1 0 1 1 0 1 0 0")
    until(lambda: controller.fitting_snapshot is not None)
    window.cells.open(Key("H", 8, 0))
    if closes:
        until(lambda: not timeline.opening.running)
        window.cells.close()
    assert timeline.opening.running
    axes = []
    timeline.opening.moved.connect(axes.append)
    controller.read_sequence("1 0")
    until(lambda: controller.fitting_snapshot is not None and not timeline.opening.running)
    assert {axis.steps for axis in axes} == {2}
    assert all(set(axis.opened) <= {1, 2} for axis in axes)
    assert timeline.axis.opened == (range(0) if closes else range(2, 3))
    window.repaint()


def test_another_network_while_a_cell_slides_on_opens_its_own_cell(opened, until):
    timeline = opened.timeline
    opened.controller.step_clock(1)
    assert timeline.opening.running
    opened.controller.set_network(layers=2)
    assert not timeline.opening.running
    assert timeline.axis.opened == timeline.opening.clocks


def test_the_memory_of_an_open_jordan_cell_has_units_of_its_own(window, until):
    """It holds S, of which there may be fewer than hidden units; whatever is clicked can be described and changed."""
    controller, stage = window.controller, window.timeline.stage
    controller.set_task("sine")
    controller.set_network(cell="jordan", hidden=3)
    until(lambda: controller.fitting_snapshot is not None)
    window.cells.open(Key("H", 1, 2))
    until(lambda: not window.timeline.opening.running)
    inner = {
        key for batch in stage.drawing.live for key in getattr(batch, "keys", ()) if key is not None and key.t == 1
    }
    owners = {owner(stage.scene, key) for key in inner if key.name not in CONTROLS}
    assert Key("M", 1, -1) in owners
    for key in owners:
        window.cells.select(key)
        assert controller.state.focus.unit < stage.scene.units(key.name)
        assert window.inspector.title.text()
    window.cells.select(Key("M", 1, -1))
    window.cells.close()
    assert controller.state.focus == Key("M", 1, -1)


def test_s_above_an_open_jordan_cell_is_named_chosen_dragged_and_let_go(window, qtbot, until):
    controller, stage = window.controller, window.timeline.stage
    controller.set_network(cell="jordan")
    window.cells.open(Key("H", 3, 1))
    until(lambda: controller.fitting_snapshot is not None and not window.timeline.opening.running)
    place, before = place_of(window, Key("S", 3, 0)), stage.scene.value("S", 3, 0)
    tip = stage.tip(place.x(), place.y())
    assert tip.startswith("output s₃, unit “even”")
    assert "Drag up or down to change it" in tip
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=place)
    assert controller.state.focus == Key("S", 3, 0)
    assert controller.state.opened == Opened(1, 1)  # the same unit is shown
    stage.dragged.emit(Key("S", 3, 0), 20.0, False)
    stage.let_go.emit()
    until(lambda: controller.fitting_snapshot is not None)
    spot = Spot("s", 3, 0)
    assert controller.state.held[spot] == pytest.approx(before + 0.2, abs=1e-4)
    assert stage.tip(place.x(), place.y()).count("held by hand") == 1
    qtbot.keyClick(stage, Qt.Key.Key_Delete)
    assert spot not in controller.state.held
