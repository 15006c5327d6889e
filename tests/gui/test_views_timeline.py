"""The timeline: one axis for stage, tracks and curves, scrolling, zooming, following, scrubbing."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from view_scenes import later, scene_of, snapshot_of

from rnnviz.figure.drawing import Boxes, Circles, Picture
from rnnviz.figure.palette import DARK, LIGHT
from rnnviz.figure.time_axis import MAX_COLUMN, MIN_COLUMN
from rnnviz.gui.culling_view import culled
from rnnviz.gui.painter import paint
from rnnviz.gui.timeline import Timeline
from rnnviz.gui.view import ALL, PER_SECOND, Pace
from rnnviz.inputs import read_text
from rnnviz.session.playback import Position, clock_phases, end_of
from rnnviz.session.state import Key


@pytest.fixture
def timeline(qtbot):
    """A visible timeline of 900 x 640 with nothing shown yet."""
    made = Timeline(QLabel("transport"), LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitExposed(made):
        made.setVisible(True)
    qtbot.waitUntil(lambda: made.curves.plot is not None)
    return made


def wheel(widget, x, y, delta, modifiers=Qt.KeyboardModifier.NoModifier):
    event = QWheelEvent(
        QPointF(x, y),
        QPointF(widget.mapToGlobal(QPoint(int(x), int(y)))),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def middle_of_neurons(view, t):
    """The mean x of the H neurons of clock t on the stage."""
    xs = [
        float(batch.x[k])
        for batch in (*view.drawing.static, *view.drawing.live)
        if isinstance(batch, Circles)
        for k, key in enumerate(batch.keys)
        if key is not None and key.name == "H" and key.t == t and key.unit >= 0
    ]
    return np.mean(sorted(set(xs)))


def middle_of_cells(view, t):
    """The mean x of the boxes of clock t in the tracks."""
    middles = [
        float(batch.x[k] + batch.w[k] / 2)
        for batch in view.drawing.live
        if isinstance(batch, Boxes)
        for k, key in enumerate(batch.keys)
        if key is not None and key.t == t
    ]
    assert middles
    return np.mean(middles)


def test_stage_tracks_and_curves_have_each_column_at_the_same_pixel(timeline):
    timeline.show(*scene_of(8))
    axis = timeline.axis
    curves, plot = timeline.curves, timeline.curves.plot
    left = {view.mapTo(timeline, QPoint(0, 0)).x() for view in timeline.views}
    assert left == {0}
    for t in axis.visible:
        assert middle_of_neurons(timeline.stage, t) == pytest.approx(axis.x(t), abs=0.01)
        assert middle_of_cells(timeline.tracks, t) == pytest.approx(axis.x(t), abs=0.01)
        inside = plot.mapFromScene(plot.box.mapViewToScene(QPointF(t, 0)))
        assert plot.mapTo(curves, inside).x() == pytest.approx(axis.x(t), abs=1.0)


@pytest.mark.parametrize("steps", [1, 8, 1000, 10_000])
@pytest.mark.parametrize("width", [620, 900, 1400])
def test_the_curves_axis_is_the_timelines_whatever_the_length(timeline, steps, width):
    timeline.resize(width, 640)
    timeline.show(*scene_of(steps, hidden=1, cell="elman"))
    QApplication.processEvents()
    plot = timeline.curves.plot
    axis = timeline.axis
    assert axis.width == timeline.curves.width() == timeline.stage.width() == timeline.tracks.width()
    for t in (axis.visible.start, axis.visible.stop - 1):
        mapped = plot.box.mapViewToScene(QPointF(t, 0)).x() + plot.x()
        assert mapped == pytest.approx(axis.x(t), abs=0.5)


@pytest.mark.parametrize("steps", [1, 8, 1000, 10_000])
@pytest.mark.parametrize("hidden", [1, 3, 128, 256])
def test_every_size_is_painted_with_and_without_a_snapshot(timeline, steps, hidden):
    state, _ = scene_of(1, hidden)
    state = replace(state, sequence=read_text(" ".join("10"[k % 2] for k in range(steps)), "bits"))
    timeline.show(state, None)
    empty = timeline.grab().toImage()
    timeline.show(state, snapshot_of(state))
    full = timeline.grab().toImage()
    assert empty.size() == full.size()
    assert empty != full
    assert len(timeline.axis.visible) <= timeline.axis.room / MIN_COLUMN + 2


def test_only_visible_columns_are_drawn(timeline):
    timeline.show(*scene_of(10_000))
    seen = timeline.axis.visible
    for view in (timeline.stage, timeline.tracks):
        for batch in (*view.drawing.static, *view.drawing.live):
            for key in getattr(batch, "keys", ()):
                assert key is None or key.t in range(seen.start - 1, seen.stop + 2)
            if isinstance(batch, Picture) and batch.name:
                assert batch.rgba.shape[1] <= 8 * (len(seen) + 2) * 260


def test_dragging_on_the_tracks_scrubs_clock_by_clock(timeline, qtbot):
    timeline.show(*scene_of(8))
    asked = []
    timeline.moved.connect(asked.append)
    axis = timeline.axis
    y = timeline.tracks.height() // 2
    at = [QPoint(round(axis.x(t)), y) for t in (3, 4, 6)]
    qtbot.mousePress(timeline.tracks, Qt.MouseButton.LeftButton, pos=at[0])
    for place in at[1:]:
        qtbot.mouseMove(timeline.tracks, place)
    qtbot.mouseRelease(timeline.tracks, Qt.MouseButton.LeftButton, pos=at[2])
    qtbot.mouseMove(timeline.tracks, at[0])
    phases = clock_phases(timeline.state.network.spec)
    assert asked == [end_of(t, phases) for t in (3, 4, 6)]


def test_dragging_on_the_curves_scrubs_and_beyond_the_end_stays_at_the_last_clock(timeline, qtbot):
    timeline.show(*scene_of(8))
    asked = []
    timeline.moved.connect(asked.append)
    qtbot.mousePress(timeline.curves, Qt.MouseButton.LeftButton, pos=QPoint(round(timeline.axis.x(2)), 60))
    qtbot.mouseMove(timeline.curves, QPoint(899, 60))
    qtbot.mouseRelease(timeline.curves, Qt.MouseButton.LeftButton, pos=QPoint(899, 60))
    assert [position.t for position in asked] == [2, 8]


def test_a_press_in_the_gutter_moves_nothing(timeline, qtbot):
    timeline.show(*scene_of(8))
    asked = []
    timeline.moved.connect(asked.append)
    for view in (timeline.tracks, timeline.curves):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(40, view.height() - 8))
    assert asked == []


def test_showing_a_moved_playhead_asks_for_nothing(timeline):
    state, snapshot = scene_of(8)
    asked = []
    timeline.moved.connect(asked.append)
    timeline.selected.connect(asked.append)
    timeline.show(state, snapshot)
    timeline.show(replace(state, position=Position(5, 0, 0.5), selection=Key("H", 2, 1)), snapshot)
    timeline.grab()
    assert asked == []


def test_the_wheel_scrolls_and_stays_within_the_sequence(timeline):
    timeline.show(*scene_of(1000))
    assert timeline.bar.isVisible()
    wheel(timeline, 400, 300, -120)
    assert timeline.axis.offset > 0
    assert timeline.bar.value() == round(timeline.axis.offset)
    for _ in range(5):
        wheel(timeline, 400, 300, 120)
    assert timeline.axis.offset == 0
    for _ in range(2000):
        wheel(timeline, 400, 300, -120, Qt.KeyboardModifier.ShiftModifier)
    assert timeline.axis.offset == pytest.approx(timeline.axis.longest_offset, abs=1)
    assert timeline.axis.visible.stop - 1 == 1000


def test_the_wheel_over_a_view_reaches_the_timeline(timeline):
    timeline.show(*scene_of(1000))
    offset = timeline.axis.offset
    for view in timeline.views:
        place = view.mapTo(timeline, QPoint(400, 30))
        QTest.wheelEvent(timeline.windowHandle(), QPointF(place), QPoint(0, -120))
        QApplication.processEvents()
        assert timeline.axis.offset > offset
        offset = timeline.axis.offset


def test_ctrl_and_wheel_zooms_about_the_mouse_within_bounds(timeline):
    timeline.show(*scene_of(1000))
    wheel(timeline, 500, 300, -120, Qt.KeyboardModifier.ShiftModifier)
    before = (500 - timeline.axis.left + timeline.axis.offset) / timeline.axis.column
    wheel(timeline, 500, 300, 120, Qt.KeyboardModifier.ControlModifier)
    axis = timeline.axis
    assert (500 - axis.left + axis.offset) / axis.column == pytest.approx(before, abs=1 / axis.column)
    for _ in range(60):
        wheel(timeline, 500, 300, 120, Qt.KeyboardModifier.ControlModifier)
    assert timeline.axis.column == MAX_COLUMN
    for _ in range(60):
        wheel(timeline, 500, 300, -120, Qt.KeyboardModifier.ControlModifier)
    assert timeline.axis.column == MIN_COLUMN
    timeline.grab()


def test_keys_zoom_and_zero_brings_the_natural_width_back(timeline, qtbot):
    timeline.show(*scene_of(40))
    natural = timeline.axis.column
    qtbot.keyClick(timeline, Qt.Key.Key_Plus)
    assert timeline.axis.column > natural
    qtbot.keyClick(timeline, Qt.Key.Key_Minus)
    qtbot.keyClick(timeline, Qt.Key.Key_Minus)
    assert timeline.axis.column < natural
    qtbot.keyClick(timeline, Qt.Key.Key_0)
    assert timeline.axis.column == natural


def test_fit_shows_the_whole_sequence(timeline):
    timeline.show(*scene_of(200))
    timeline.fit()
    assert list(timeline.axis.visible) == list(range(1, 201))
    assert not timeline.bar.isVisible()


def test_a_sequence_too_long_to_fit_is_centred_on_the_playhead(timeline):
    state, snapshot = scene_of(5000, hidden=1, cell="elman")
    timeline.show(replace(state, position=Position(2500)), snapshot)
    timeline.fit()
    axis = timeline.axis
    assert axis.column == MIN_COLUMN
    assert axis.x(2500) == pytest.approx(axis.left + axis.room / 2, abs=2)
    timeline.reset_zoom()
    axis = timeline.axis
    assert axis.x(2500) == pytest.approx(axis.left + axis.room / 2, abs=axis.column)


def test_while_learning_new_weights_are_let_through_at_a_readable_pace(monkeypatch):
    moment = [100.0]
    monkeypatch.setattr("rnnviz.gui.view.time.monotonic", lambda: moment[0])
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
    assert PER_SECOND - 2 <= sum(passed) <= PER_SECOND
    last = later(snapshot, 61)
    shown, changed = pace.pick(replace(state, learning=False), last, frozenset({"learning"}))
    assert shown is last
    assert {"snapshot", "network"} <= changed


def test_another_sequence_never_waits_for_the_pace(monkeypatch):
    monkeypatch.setattr("rnnviz.gui.view.time.monotonic", lambda: 100.0)
    state, snapshot = scene_of(8)
    state = replace(state, learning=True)
    pace = Pace()
    pace.pick(state, replace(snapshot, training=True), ALL)
    other = replace(later(snapshot, 3), training=True, shown=2)
    assert pace.pick(state, other, frozenset({"snapshot"})) == (other, frozenset({"snapshot"}))
    assert pace.pick(state, None, frozenset({"snapshot"})) == (None, frozenset({"snapshot"}))


def test_tracks_and_curves_follow_the_stage_one_frame_later_and_catch_up_when_learning_ends(timeline, qtbot):
    state, snapshot = scene_of(8)
    state = replace(state, learning=True)
    timeline.show(state, snapshot)
    one = later(snapshot, 1)
    timeline.show(state, one, frozenset({"snapshot", "network"}))
    assert [view.scene.model.updates for view in timeline.views] == [1, 0, 0]
    qtbot.waitUntil(lambda: [view.scene.model.updates for view in timeline.views] == [1, 1, 1])
    two = later(snapshot, 2)
    timeline.show(state, two, frozenset({"snapshot", "network"}))
    timeline.show(replace(state, learning=False), two, frozenset({"learning"}))
    assert [view.scene.model.updates for view in timeline.views] == [2, 2, 2]
    assert timeline.curves.snapshot is two


def test_a_partial_repaint_is_the_whole_picture(timeline):
    state, snapshot = scene_of(8)
    for t, phase, progress in ((3, 7, 1.0), (4, 0, 0.4), (4, 4, 0.5), (4, 6, 0.7), (4, 8, 0.6), (5, 0, 0.0)):
        timeline.show(replace(state, position=Position(t, phase, progress)), snapshot, frozenset({"position"}))
        QApplication.processEvents()
        for view in (timeline.stage, timeline.tracks):
            part = pixels_of(view, culled(view.drawing, view.axis.x(t - 2), view.axis.x(t + 2)))
            first = round(view.axis.x(t - 1.4))
            columns = slice(first, first + round(2.8 * view.axis.column))
            # Corners that touch are blended in another order, which may round another way.
            assert np.abs(part - pixels_of(view, view.drawing))[:, columns].max() <= 2


def pixels_of(view, drawing):
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(drawing, painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(view.height(), view.width(), 4).astype(int)


def test_the_playhead_is_followed_when_it_moves_and_not_while_a_person_looks_elsewhere(timeline):
    state, snapshot = scene_of(1000)
    timeline.show(state, snapshot)
    moved = replace(state, position=Position(500))
    timeline.show(moved, snapshot, frozenset({"position"}))
    assert 500 in timeline.axis.visible
    wheel(timeline, 400, 300, 1200)
    wheel(timeline, 400, 300, 1200)
    elsewhere = timeline.axis.offset
    assert 500 not in timeline.axis.visible
    timeline.show(replace(moved, position=Position(500, 2, 0.3)), snapshot, frozenset({"position"}))
    timeline.show(moved, snapshot, frozenset({"snapshot"}))
    assert timeline.axis.offset == elsewhere
    timeline.show(replace(state, position=Position(501)), snapshot, frozenset({"position"}))
    assert 501 in timeline.axis.visible


def test_playing_turns_pages(timeline):
    state, snapshot = scene_of(200)
    state = replace(state, playing=True)
    timeline.show(state, snapshot)
    offsets = []
    for t in range(1, 101):
        timeline.show(replace(state, position=Position(t)), snapshot, frozenset({"position"}))
        assert t in timeline.axis.visible
        offsets.append(timeline.axis.offset)
    assert len(set(offsets)) < 40
    assert offsets == sorted(offsets)


def test_another_sequence_gets_its_natural_columns_and_keeps_the_chosen_heights(timeline):
    timeline.show(*scene_of(8))
    timeline.splitter.moveSplitter(300, 1)
    heights = timeline.splitter.sizes()
    wide = timeline.axis.column
    timeline.show(*scene_of(100))
    assert timeline.axis.steps == 100
    assert timeline.axis.column <= wide
    assert timeline.splitter.sizes() == heights


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
    assert timeline.tracks.drawing is drawings[1]


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
