"""Stage and tracks: what a click selects, what the keys do, and that nothing is painted without need."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from view_scenes import later, scene_of

from rnnviz.figure.drawing import Boxes, Circles
from rnnviz.figure.palette import DARK, LIGHT
from rnnviz.gui.toolkit import painter as painting
from rnnviz.gui.toolkit.pace import FASTEST, SHARE, SLOWEST, Pace
from rnnviz.gui.toolkit.view import ALL
from rnnviz.session.playback import Position
from rnnviz.session.state import Key


def test_while_learning_new_weights_are_let_through_at_a_readable_pace(monkeypatch):
    moment = [100.0]
    monkeypatch.setattr("rnnviz.gui.toolkit.pace.time.monotonic", lambda: moment[0])
    state, snapshot = scene_of(8)
    state = replace(state, learning=True)
    pace = Pace()
    pace.pick(state, replace(snapshot, training=True), ALL)
    passed = []
    for update in range(1, 61):
        moment[0] += 1 / 60
        one = replace(later(snapshot, update), training=True)
        shown, changed = pace.pick(state, one, frozenset({"snapshot", "network", "position"}))
        assert "position" in changed
        assert (shown is one) == ("snapshot" in changed)
        passed.append(shown is one)
    assert FASTEST - 2 <= sum(passed) <= FASTEST
    last = later(snapshot, 61)
    shown, changed = pace.pick(replace(state, learning=False), last, frozenset({"learning"}))
    assert shown is last
    assert {"snapshot", "network"} <= changed


@pytest.mark.parametrize(("cost", "interval"), [(0.0, 1 / FASTEST), (0.02, 0.02 / SHARE), (10.0, 1 / SLOWEST)])
def test_what_is_slow_to_show_is_shown_less_often(monkeypatch, cost, interval):
    moment, spent = [100.0], [0.0]
    monkeypatch.setattr("rnnviz.gui.toolkit.pace.time.monotonic", lambda: moment[0])
    state, snapshot = scene_of(8)
    state, snapshot = replace(state, learning=True), replace(snapshot, training=True)
    pace = Pace(cost=lambda: spent[0])
    pace.pick(state, snapshot, ALL)
    spent[0] += cost
    for moment[0], passes in ((100 + 0.98 * interval, False), (100 + 1.02 * interval, True)):
        one = replace(snapshot)
        assert (pace.pick(state, one, frozenset({"snapshot"}))[0] is one) == passes


def test_another_sequence_never_waits_for_the_pace(monkeypatch):
    monkeypatch.setattr("rnnviz.gui.toolkit.pace.time.monotonic", lambda: 100.0)
    state, snapshot = scene_of(8)
    state = replace(state, learning=True)
    pace = Pace()
    pace.pick(state, replace(snapshot, training=True), ALL)
    other = replace(later(snapshot, 3), training=True, shown=2)
    assert pace.pick(state, other, frozenset({"snapshot"})) == (other, frozenset({"snapshot"}))
    assert pace.pick(state, None, frozenset({"snapshot"})) == (None, frozenset({"snapshot"}))


def test_tracks_and_curves_follow_the_stage_one_frame_later_and_catch_up_when_learning_ends(timeline):
    state, snapshot = scene_of(8)
    state = replace(state, learning=True)
    timeline.show(state, snapshot)
    one = later(snapshot, 1)
    timeline.show(state, one, frozenset({"snapshot", "network"}))
    assert [view.scene.model.updates for view in timeline.views] == [1, 0, 0]
    assert timeline.behind
    timeline.catch_up()
    assert [view.scene.model.updates for view in timeline.views] == [1, 1, 0]
    timeline.catch_up()
    assert [view.scene.model.updates for view in timeline.views] == [1, 1, 1]
    assert not timeline.behind
    two = later(snapshot, 2)
    timeline.show(state, two, frozenset({"snapshot", "network"}))
    timeline.show(replace(state, learning=False), two, frozenset({"learning"}))
    assert [view.scene.model.updates for view in timeline.views] == [2, 2, 2]
    assert timeline.curves.snapshot is two


def test_the_edges_that_stay_when_learning_ends_are_the_last_ones(timeline, monkeypatch):
    painted = []
    paint_layer = painting._static_layer
    monkeypatch.setattr(painting, "_static_layer", lambda *args: painted.append(args[0]) or paint_layer(*args))
    state, snapshot = scene_of(8)
    state, changed = replace(state, learning=True), frozenset({"snapshot", "network"})
    for update in (1, 2):
        timeline.stage.show(state, learnt(snapshot, update), changed)
        timeline.stage.grab()
    assert len(painted) == 1
    timeline.stage.show(replace(state, learning=False), learnt(snapshot, 3), changed)
    timeline.stage.grab()
    assert [drawing.static_id.model.updates for drawing in painted] == [1, 3]


def learnt(snapshot, updates):
    """The snapshot with other weights."""
    after = later(snapshot, updates)
    parameters = {name: value * (1 + updates) for name, value in after.network.parameters.items()}
    return replace(after, network=replace(after.network, parameters=parameters))


def test_clicking_a_neuron_selects_what_is_under_the_mouse(timeline, qtbot):
    timeline.show(*scene_of(8))
    asked = []
    timeline.selected.connect(asked.append)
    wanted = Key("H", 2, 1)
    for batch in timeline.stage.drawing.live + timeline.stage.drawing.static:
        if isinstance(batch, Circles) and wanted in batch.keys:
            k = batch.keys.index(wanted)
            place = QPoint(round(float(batch.x[k])), round(float(batch.y[k])))
    qtbot.mouseClick(timeline.stage, Qt.MouseButton.LeftButton, pos=place)
    assert asked == [wanted]
    assert timeline.stage.tip(place.x(), place.y())
    assert timeline.stage.tip(2, 2) == ""


def test_the_stages_labels_scrub_and_the_space_between_deselects(timeline, qtbot):
    state, snapshot = scene_of(8)
    timeline.show(replace(state, selection=Key("H", 2, 1)), snapshot)
    keys, places = [], []
    timeline.selected.connect(keys.append)
    timeline.moved.connect(places.append)
    stage, axis = timeline.stage, timeline.axis
    low = stage.height() - 6
    qtbot.mousePress(stage, Qt.MouseButton.LeftButton, pos=QPoint(round(axis.x(5)), low))
    qtbot.mouseMove(stage, QPoint(round(axis.x(7)), low))
    qtbot.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=QPoint(round(axis.x(7)), low))
    assert [place.t for place in places] == [5, 7]
    assert keys == []
    gap = QPoint(round(axis.x(4) + axis.column / 2), stage.height() // 4)
    assert stage.key_at(gap.x(), gap.y()) is None
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=gap)
    assert keys == [None]
    assert len(places) == 2


def test_double_clicking_a_track_selects_the_unit(timeline, qtbot):
    timeline.show(*scene_of(8))
    keys = []
    timeline.selected.connect(keys.append)
    boxes = next(b for b in timeline.tracks.drawing.live if isinstance(b, Boxes) and b.keys)
    k = boxes.keys.index(next(key for key in boxes.keys if key.t == 1 and key.unit == 2))
    place = QPoint(round(float(boxes.x[k] + boxes.w[k] / 2)), round(float(boxes.y[k] + boxes.h[k] / 2)))
    assert timeline.tracks.tip(place.x(), place.y())
    qtbot.mouseDClick(timeline.tracks, Qt.MouseButton.LeftButton, pos=place)
    assert keys == [boxes.keys[k]]


def test_arrow_keys_move_the_selection_and_left_and_right_take_the_playhead_along(timeline, qtbot):
    state, snapshot = scene_of(8)
    timeline.show(replace(state, selection=Key("H", 2, 1)), snapshot)
    timeline.stage.setFocus()
    keys, places = [], []
    timeline.selected.connect(keys.append)
    timeline.moved.connect(places.append)
    qtbot.keyClick(timeline.stage, Qt.Key.Key_Right)
    assert keys == [Key("H", 3, 1)]
    assert [p.t for p in places] == [3]
    qtbot.keyClick(timeline.stage, Qt.Key.Key_Down)
    qtbot.keyClick(timeline.stage, Qt.Key.Key_Up)
    assert keys[1] != keys[2]
    assert {key.t for key in keys[1:]} == {2}
    qtbot.keyClick(timeline.stage, Qt.Key.Key_Escape)
    assert keys[-1] is None


def test_without_a_selection_left_and_right_are_the_windows(timeline):
    timeline.show(*scene_of(8))
    stage = timeline.stage
    assert stage.next_selection(Qt.Key.Key_Left) is None
    assert stage.next_selection(Qt.Key.Key_Right) is None
    assert stage.next_selection(Qt.Key.Key_Down).t == 1


def test_nothing_is_painted_again_when_nothing_shown_changed(timeline, monkeypatch):
    state, snapshot = scene_of(8)
    timeline.show(state, snapshot)
    timeline.grab()
    drawings = [timeline.stage.drawing, timeline.tracks.drawing]
    timeline.show(replace(state, speed=2.0), snapshot, frozenset({"speed"}))
    assert [timeline.stage.drawing, timeline.tracks.drawing] == drawings
    timeline.show(replace(state, selection=Key("H", 1, 0)), snapshot, frozenset({"selection"}))
    assert timeline.stage.drawing is not drawings[0]
    assert timeline.tracks.drawing is not drawings[1]  # which frames the selected cell


def test_another_theme_recolours_everything(timeline):
    timeline.show(*scene_of(8))
    light = timeline.grab().toImage()
    timeline.set_theme(DARK)
    dark = timeline.grab().toImage()
    for view in timeline.views:
        corner = view.mapTo(timeline, QPoint(3, view.height() - 3))
        assert light.pixelColor(corner).name() == LIGHT.stage.lower()
        assert dark.pixelColor(corner).name() == DARK.stage.lower()


def test_reduced_motion_lets_the_playhead_jump(timeline):
    state, snapshot = scene_of(8)
    timeline.show(replace(state, position=Position(3, 0, 0.5)), snapshot)
    playhead = timeline.curves.plot._playhead
    assert 2 < playhead.value() < 3
    timeline.set_reduced_motion(True)
    assert playhead.value() == 3


def test_every_view_has_a_name_for_a_screen_reader(timeline):
    timeline.show(*scene_of(8))
    for widget in (*timeline.views, timeline, timeline.bar, timeline.curves.cell_box):
        assert widget.accessibleName()
    assert "1" in timeline.stage.accessibleDescription()
    assert timeline.curves.accessibleDescription()


def test_leaving_with_the_mouse_ends_the_hover(timeline, qtbot):
    timeline.show(*scene_of(8))
    timeline.stage.set_hover(Key("H", 1, 0))
    QApplication.sendEvent(timeline.stage, QEvent(QEvent.Type.Leave))
    assert timeline.stage.hover is None
