"""The timeline: one axis for stage, tracks and curves, scrolling, zooming, following, scrubbing."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from view_scenes import scene_of, snapshot_of

from rnnviz.figure.drawing import Boxes, Circles, Picture
from rnnviz.figure.time_axis import MAX_COLUMN, MIN_COLUMN
from rnnviz.inputs import read_text
from rnnviz.session.playback import Position, clock_phases, end_of
from rnnviz.session.state import Key


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
    assert timeline.axis.column == timeline.axis.room / 1000
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


def test_ten_thousand_clocks_fit_and_say_what_a_pixel_shows(timeline):
    state, snapshot = scene_of(10_000, hidden=2)
    timeline.show(replace(state, position=Position(7500)), snapshot)
    timeline.fit()
    axis = timeline.axis
    assert axis.visible == range(1, 10_001)
    assert not timeline.bar.isVisible()
    timeline.grab()
    y = timeline.tracks.height() / 12  # the first of six
    assert timeline.tracks.whole_tip(axis.x(5000), y).endswith(
        f"{round(1 / axis.column)} clocks share this pixel; its colour is their mean"
    )
    key = timeline.tracks.key_at(axis.x(5000), y)
    assert key.t == 5000  # the tip is of that very clock
    assert timeline.tracks.key_at(axis.x(9000), y) is None  # not there yet
    assert "from their lowest to their highest" in timeline.curves.whole_tip(axis.x(5000), 60)
    timeline.show(replace(state, position=Position(7500), curves="gates"), snapshot)
    timeline.grab()
    assert "from their lowest to their highest" in timeline.area.meter.whole_tip(axis.x(5000), 60)
    timeline.reset_zoom()
    assert "share" not in timeline.tracks.whole_tip(timeline.axis.x(7500), y)


def test_the_natural_width_is_centred_on_the_playhead(timeline):
    state, snapshot = scene_of(5000, hidden=1, cell="elman")
    timeline.show(replace(state, position=Position(2500)), snapshot)
    timeline.fit()
    timeline.reset_zoom()
    axis = timeline.axis
    assert axis.x(2500) == pytest.approx(axis.left + axis.room / 2, abs=axis.column)


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
