"""The gradient curves and the loss: honest scales, gaps and floors, a past that fades, tooltips that tell the truth."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid
from view_scenes import later, scene_of

from rnnviz.engine.messages import History
from rnnviz.figure.palette import DARK, LIGHT
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gradients.alarms import Alarm
from rnnviz.gui.toolkit.decades_view import DEEPEST, EARLIER, INTERVAL, Decades, Recent, labelled
from rnnviz.gui.views.curves_view import CurvesView, envelope
from rnnviz.gui.views.loss_lines import binned
from rnnviz.gui.views.loss_view import LossView


@pytest.fixture
def curves(qtbot):
    """A visible curves view on an axis of eight columns."""
    view = CurvesView(LIGHT, TimeAxis(steps=8, width=800.0, left=128.0, column=82.0))
    qtbot.addWidget(view)
    view.resize(800, 170)
    with qtbot.waitExposed(view):
        view.setVisible(True)
    qtbot.waitUntil(lambda: view.plot is not None)
    return view


@given(st.lists(st.lists(st.floats(width=64), min_size=1, max_size=9), min_size=1, max_size=5))
def test_the_scale_only_widens_in_whole_decades_and_every_height_lies_in_it(rows):
    scale = Decades()
    for row in rows:
        norms = np.abs(np.array(row))
        before, scale = scale, scale.grown(norms)
        assert scale.high >= before.high
        assert scale.low <= before.low or scale.low == scale.high - DEEPEST
        assert scale.high - scale.low <= max(DEEPEST, 3)
        heights, floored = scale.heights(norms)
        finite = np.isfinite(norms)
        assert np.array_equal(np.isnan(heights), ~finite)
        assert np.all(heights[finite] >= scale.low - 1e-9)
        assert np.all(heights[finite] <= scale.high + 1e-9)
        assert np.all(heights[floored] == scale.low)
        assert np.all(floored[finite & (norms == 0)])


def test_heights_are_logarithms():
    heights, floored = Decades(-3, 1).heights(np.array([10.0, 1.0, 0.05, 1e-4, 0.0, np.nan, np.inf]))
    assert heights[:3] == pytest.approx([1.0, 0.0, np.log10(0.05)])
    assert list(heights[3:5]) == [-3, -3]
    assert np.isnan(heights[5:]).all()
    assert list(floored) == [False, False, False, True, True, False, False]


def test_the_past_is_sampled_over_time_and_forgets():
    recent = Recent()
    for update in range(1000):
        recent.push((1, 1), update, {"h": np.array([float(update)])}, now=update * 0.01)
    kept = [float(one["h"][0]) for one in recent.earlier]
    assert len(kept) == EARLIER
    assert kept == sorted(kept)
    assert recent.newest["h"][0] == 999
    assert min(np.diff(kept)) >= INTERVAL / 0.01 - 1
    assert kept[0] > 1000 - (EARLIER + 2) * INTERVAL / 0.01
    recent.push((1, 2), 1000, {"h": np.array([1.0])}, now=20.0)
    assert not recent.earlier


def test_weights_that_went_back_have_no_past():
    recent = Recent()
    for update in (5, 6, 0):
        recent.push((1, 1), update, {"h": np.ones(1)}, now=float(update) + 100)
    assert not recent.earlier


def test_the_same_update_shown_twice_is_not_past():
    recent = Recent()
    recent.push((1, 1), 5, {"h": np.ones(1)}, now=0.0)
    recent.push((1, 1), 5, {"h": np.ones(1)}, now=9.0)
    assert not recent.earlier


@given(st.integers(1, 10_000), st.floats(2, 360), st.integers(1, 10_000))
def test_clock_labels_never_overlap_and_the_playhead_has_one(steps, column, now):
    now = min(now, steps)
    clocks = range(1, min(steps, int(800 / column) + 2) + 1)
    shown = labelled(clocks, column, 50.0, now)
    assert (now in shown) == (now in clocks)
    assert set(shown) <= set(clocks)
    assert all((b - a) * column >= 50.0 - 1e-6 for a, b in itertools.pairwise(shown))


def curve_of(view, name="h"):
    x, y = view.plot._newest[name].getData()
    return dict(zip(np.asarray(x).astype(int), y, strict=True))


def test_the_newest_curve_is_the_snapshots_norms(curves):
    state, snapshot = scene_of(8)
    curves.show(state, snapshot)
    drawn = curve_of(curves)
    assert [drawn[t] for t in range(1, 9)] == pytest.approx(np.log10(snapshot.norms["h"]))


def test_norms_of_another_sequence_are_not_shown(curves):
    state, _ = scene_of(8)
    _, other = scene_of(5)
    curves.show(state, other)
    assert curves.snapshot is None
    assert not curves.plot._newest["h"].isVisible()
    assert "no gradient" in curves.note()


def test_learning_pushes_curves_into_the_past_and_never_narrows_the_scale(curves, monkeypatch):
    state, snapshot = scene_of(8)
    moment = [0.0]
    monkeypatch.setattr("rnnviz.gui.views.curves_view.time.monotonic", lambda: moment[0])
    curves.show(state, snapshot)
    spans = []
    for update in range(1, 30):
        moment[0] += 0.3
        one = later(snapshot, update, scale=10.0 ** -(update / 4))
        curves.show(replace(state, network=one.network), one, frozenset({"snapshot", "network"}))
        spans.append((curves.decades.low, curves.decades.high))
    assert len(curves.recent.earlier) == EARLIER
    assert spans == sorted(spans, reverse=True)
    assert all(a[0] >= b[0] for a, b in itertools.pairwise(spans))
    wide = curves.decades
    curves.show(state, later(snapshot, 40, scale=1.0), frozenset({"snapshot"}))
    assert curves.decades == wide
    curves.show(state, replace(snapshot, model=2), frozenset({"snapshot"}))
    assert curves.decades != wide
    assert not curves.recent.earlier


def test_nan_is_a_gap_and_zero_lies_marked_on_the_floor_and_the_tip_says_so(curves):
    state, snapshot = scene_of(8)
    norms = np.array([0.0, 1e-2, np.nan, 0.5, np.inf, 1e-30, 1.0, 0.1])
    curves.show(state, later(snapshot, 1, h=norms))
    drawn = curve_of(curves)
    assert np.isnan(drawn[3])
    assert np.isnan(drawn[5])
    assert drawn[1] == curves.decades.low
    x, y = curves.plot._floor["h"].getData()
    assert list(x) == [1, 6]
    assert set(y) == {curves.decades.low}
    tips = [curves.tip(curves.axis.x(t), 80) for t in range(1, 9)]
    assert "0 exactly" in tips[0]
    assert "‖∂L/∂h₂‖ = 0.01" in tips[1]
    assert "not a finite number" in tips[2]
    assert "not a finite number" in tips[4]
    assert "1e-30" in tips[5]
    curves.grab()


def test_only_the_lstm_offers_the_cells_gradient(curves, qtbot):
    state, snapshot = scene_of(8)
    curves.show(state, snapshot)
    assert curves.cell_box.isVisible()
    curves.cell_box.setChecked(True)
    drawn = curve_of(curves, "c")
    assert [drawn[t] for t in range(1, 9)] == pytest.approx(np.log10(snapshot.norms["c"]))
    assert "∂c₁" in curves.tip(curves.axis.x(1), 80)
    for cell in ("gru", "elman"):
        curves.show(*scene_of(8, cell=cell, model=2))
        assert not curves.cell_box.isVisible()
        assert not curves.plot._newest["c"].isVisible()


def test_the_note_says_whose_loss_it_is(curves):
    state, snapshot = scene_of(8)
    curves.show(state, snapshot)
    assert f"{snapshot.loss:.4g}" in curves.note()
    assert "sequence shown" in curves.note()
    curves.show(state, replace(snapshot, loss=float("nan")))  # of a sequence whose answers nobody knows
    assert "not known" in curves.note()
    broken = Alarm("nan", 1, 0, 1, 1, None, None, "", {})
    for loss, alarms in ((float("nan"), (broken,)), (float("inf"), ())):
        curves.show(state, replace(snapshot, loss=loss, alarms=alarms))
        assert "not a number" in curves.note()


@pytest.mark.parametrize("steps", [1, 1000, 10_000])
def test_no_more_points_than_pixels_are_drawn(curves, steps):
    state, snapshot = scene_of(steps, hidden=1, cell="elman")
    curves.set_axis(TimeAxis(steps=steps, width=800.0, left=128.0, column=2.0))
    curves.show(state, snapshot)
    x, _ = curves.plot._newest["h"].getData()
    assert len(x) <= curves.axis.room / 2 + 4
    curves.grab()


def test_the_shared_scene_is_taken_as_it_is(curves):
    state, snapshot = scene_of(8)
    scene = Scene.of(state, snapshot, LIGHT)
    curves.show_scene(scene, state, snapshot)
    assert curves.scene is scene


def history(n, loss=None):
    updates = np.arange(1, n + 1)
    return History(updates, np.linspace(0.7, 0.01, n) if loss is None else loss, np.linspace(0.5, 1.0, n))


@pytest.fixture
def loss(qtbot):
    view = LossView(LIGHT)
    qtbot.addWidget(view)
    view.resize(212, 122)
    with qtbot.waitExposed(view):
        view.setVisible(True)
    qtbot.waitUntil(lambda: view.plot is not None)
    return view


def test_the_loss_view_without_history_invites(loss):
    state, snapshot = scene_of(8)
    loss.show(state, None)
    loss.show(state, snapshot)
    assert "nothing learnt" in loss.summary()
    assert not loss.plot.isVisible()
    loss.grab()


def test_the_loss_view_tells_what_was_recorded(loss):
    state, snapshot = scene_of(8)
    loss.show(state, replace(snapshot, history=history(100)))
    assert loss.plot.isVisible()
    assert loss.tip(loss.area.right()) == "update 100 · loss 0.01 · accuracy 100 %"
    assert loss.tip(loss.area.left()) == "update 1 · loss 0.7 · accuracy 50 %"
    assert "100 %" in loss.accessibleDescription()


def test_a_long_or_broken_history_is_drawn(loss):
    state, snapshot = scene_of(8)
    values = np.full(100_000, 0.1)
    values[50_000:] = np.nan
    loss.show(state, replace(snapshot, history=history(100_000, values)))
    x, y = loss.plot.curves[0].getData()
    assert len(x) <= 2 * loss.area.width()
    assert np.isnan(y[-1])
    assert np.isfinite(y[0])
    loss.set_theme(DARK)
    loss.grab()


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=300), st.integers(1, 50))
def test_bins_keep_the_mean_of_neighbours(values, most):
    array = np.array(values)
    small = binned(array, most)
    assert len(small) <= most or len(small) == len(array)
    size = -(-len(array) // most)
    assert small[0] == pytest.approx(np.mean(array[: max(1, size)]), abs=1e-6)
    assert small[-1] == pytest.approx(np.mean(array[(len(small) - 1) * max(1, size) :]), abs=1e-6)


def test_views_that_are_closed_early_leave_nothing(qtbot):
    view = CurvesView(LIGHT, TimeAxis(steps=8, width=800.0, left=128.0))
    view.grab()
    view.deleteLater()
    QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert not isValid(view)


def test_of_the_clocks_of_a_pixel_the_lowest_and_the_highest_are_drawn():
    t, y = np.arange(1.0, 1001.0), np.random.default_rng(0).normal(size=1000)
    y[100:120], marked = np.nan, np.zeros(1000, bool)
    marked[505] = True
    times, ends, marks = envelope(t, y, marked, 50)
    assert len(times) == len(ends) == len(marks) == 100
    for pixel in range(50):
        part = [value for value in y[20 * pixel : 20 * (pixel + 1)] if value == value]
        if part:
            assert (ends[2 * pixel], ends[2 * pixel + 1]) == (min(part), max(part))
        else:
            assert np.isnan(ends[2 * pixel : 2 * pixel + 2]).all()  # a gap stays a gap
        assert list(marks[2 * pixel : 2 * pixel + 2]) == [pixel == 25] * 2
    few = envelope(t[:80], y[:80], marked[:80], 50)
    assert few[0] is not None
    assert len(few[0]) == 80


def test_the_plot_of_few_clocks_stands_in_the_middle_below_them(qtbot):
    view = CurvesView(LIGHT, TimeAxis(2, 800.0, 100.0, 16.0, 120.0).scrolled(0.0))
    qtbot.addWidget(view)
    view.resize(800, 200)
    assert view.area.left() == view.axis.x(0.5)
    assert view.area.right() == view.axis.x(2.5)
