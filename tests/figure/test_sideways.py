"""Columns in which X stands at the left and S at the right: the same values, in their order, and in the clear."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from figure_scenes import marks, random_scene, real_scene
from hypothesis import given
from inside_scenes import SIZES, opened
from inside_scenes import axis_of as axis_of_open
from test_figure_layout import check
from test_rolled import CELLS, QUICK, axis_of, moments

from rnnviz.figure.drawing import Circles, Curves, Lines, Picture, Texts
from rnnviz.figure.edges import copy_path, ends, wires_of
from rnnviz.figure.hits import hit
from rnnviz.figure.layout import layout_of
from rnnviz.figure.marks import bezier
from rnnviz.figure.outline import outline
from rnnviz.figure.palette import diverging
from rnnviz.figure.rows import NARROW
from rnnviz.figure.shared import shared_marks
from rnnviz.figure.sideways import least_column
from rnnviz.figure.stage import natural_column, stage
from rnnviz.figure.time_axis import MAX_COLUMN, TimeAxis
from rnnviz.figure.weight_matrix import Entry
from rnnviz.session.playback import end_of
from rnnviz.session.state import Key

HEIGHT = 320.0


def turned(**sizes):
    return replace(real_scene(**sizes), sideways=True)


@QUICK
@given(moments())
def test_the_stage_is_clear_in_this_direction_too(moment):
    scene, axis, height, position = moment
    scene = replace(scene, sideways=True)
    axis = replace(axis, column=natural_column(scene, axis.room)).showing(position.t)
    check(stage(scene, axis, height, position), axis)


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("layers", [1, 3])
def test_rows_stand_from_left_to_right_within_their_clock_s_column(cell, layers):
    scene = turned(cell=cell, layers=layers, T=4)
    axis = axis_of(scene, 1500.0)
    circles = marks(stage(scene, axis, HEIGHT, end_of(4, scene.phases)), Circles)
    for t in range(1, 5):
        middles = [axis.x(t) - axis.column / 2]
        rows = [("X", 0), *(("H", layer) for layer in range(layers)), ("S", 0)]
        for name, layer in rows:
            here = scene.at(layer) if name == "H" else scene.at(0)
            marked = [circles[Key(name, t, unit, layer)] for unit in range(here.units(name))]
            assert len({m["x"] for m in marked}) == 1
            assert all(a["y"] + a["r"] <= b["y"] - b["r"] + 1e-9 for a, b in pairwise(marked))
            fills = np.array([m["fill"] for m in marked])
            assert (fills == diverging(here.values(name, range(t, t + 1))[0])).all()
            middles.append(float(marked[0]["x"]))
        assert all(b - a > 15 for a, b in pairwise([*middles, axis.x(t) + axis.column / 2]))
        if scene.cell.memory:
            for unit in range(scene.at(0).units("M")):
                memory = circles[Key("M", t, unit, 0)]
                assert memory["y"] > circles[Key("H", t, scene.units("H") - 1, 0)]["y"] + 20
                assert axis.x(t) - axis.column / 2 < memory["x"] < circles[Key("H", t, 0, 0)]["x"]


@pytest.mark.parametrize("cell", ["elman", "jordan", "lstm"])
def test_what_is_copied_goes_below_the_network_to_the_next_memory(cell):
    scene = turned(cell=cell, T=4)
    axis, source = axis_of(scene, 1200.0), scene.cell.memory
    drawing = stage(scene, axis, HEIGHT, end_of(4, scene.phases))
    layout = layout_of(scene, axis.column, HEIGHT)
    curves = [b for b in drawing.static if isinstance(b, Curves)]
    (ways,) = curves
    assert [key.t for key in ways.keys] == [2, 3, 4]
    for points, key in zip(ways.points, ways.keys, strict=True):
        start, end = points[0], points[3]
        row = layout.row(source)
        assert start == pytest.approx((axis.x(key.t - 1) + row.shift, row.y + row.high + 1))
        assert end == pytest.approx((axis.x(key.t) + layout.M.shift - layout.M.half - 2, layout.M.y))
        assert (points[:, 1] <= layout.M.y + 0.01).all()


def test_right_to_left_the_lane_lies_above():
    scene = turned(cell="elman", direction="bidirectional", T=4)
    layout = layout_of(scene, axis_of(scene, 1200.0).column, HEIGHT)
    forward, reverse = layout.of(0, False), layout.of(0, True)
    assert reverse.M.y < reverse.H.y < forward.H.y < forward.M.y
    assert forward.M.shift < forward.H.shift
    assert reverse.M.shift > reverse.H.shift


def test_edges_go_from_rim_to_rim():
    scene = turned(cell="elman", T=3)
    layout = layout_of(scene, 180.0, HEIGHT)
    for wire in wires_of(scene, layout):
        x1, y1, x2, y2 = ends(wire)
        b, a = wire.weight.shape
        k = 0
        for to in range(b):
            for source in range(a):
                first = np.hypot(x1[k] - wire.start.x(source), y1[k] - wire.start.level(source))
                last = np.hypot(x2[k] - wire.end.x(to), y2[k] - wire.end.level(to))
                assert first == pytest.approx(0.9 * wire.start.r)
                assert last == pytest.approx(0.9 * wire.end.r)
                k += 1


@pytest.mark.parametrize("cell", ["feedforward", "elman", "jordan", "lstm", "gru"])
def test_columns_too_narrow_for_rows_side_by_side_show_as_much_with_x_below(cell):
    scene = turned(cell=cell, T=8)
    plain = replace(scene, sideways=False)
    for column in (6.0, NARROW, 26.0, least_column(1) - 1):
        assert layout_of(scene, column, HEIGHT) == layout_of(plain, column, HEIGHT)
    assert not layout_of(scene, NARROW, HEIGHT).narrow
    assert layout_of(scene, least_column(1), HEIGHT).sideways
    beside = opened(scene), opened(plain)
    assert axis_in(scene) == axis_in(plain)
    for kind in (Circles, Lines, Picture):
        one, other = (
            [batch for batch in (*drawing.static, *drawing.live) if isinstance(batch, kind)] for drawing in beside
        )
        assert len(one) == len(other) > 0
        for a, b in zip(one, other, strict=True):
            assert a.keys == b.keys if kind is not Picture else a.name == b.name


def axis_in(scene):
    """The axis of an open cell in a small window, where all clocks stay in sight."""
    return axis_of_open(scene, *SIZES["1280"])


def test_natural_columns_have_room_for_rows_side_by_side():
    for layers in range(1, 9):
        column = natural_column(replace(random_scene(layers=layers, T=40), sideways=True), 600.0)
        assert least_column(layers) <= column <= MAX_COLUMN


def test_units_can_be_pointed_at_and_framed_where_they_stand():
    scene = turned(cell="gru", T=3)
    axis = TimeAxis(3, 800.0, 110.0, column=200.0)
    drawing = stage(scene, axis, HEIGHT, end_of(3, scene.phases))
    layout = layout_of(scene, axis.column, HEIGHT)
    for key, mark in marks(drawing, Circles).items():
        assert hit(drawing, float(mark["x"]), float(mark["y"])) == key
        (frame,) = outline(scene, layout, axis, key, 1.0)
        assert (frame.x[0], frame.y[0]) == pytest.approx((mark["x"], mark["y"]))


def test_a_shared_weight_lights_its_edge_at_every_clock():
    scene = turned(cell="elman", T=3)
    axis = TimeAxis(3, 800.0, 110.0, column=200.0)
    (lit,) = shared_marks(scene, axis, HEIGHT, Entry("XH", "H", (0, False), 2, 1))
    assert isinstance(lit, Lines)
    layout = layout_of(scene, axis.column, HEIGHT)
    x1, y1, _, _ = (place[2 * 2 + 1] for place in ends(wires_of(scene, layout)[0]))
    assert lit.x1 == pytest.approx([axis.x(t) + x1 for t in (1, 2, 3)])
    assert lit.y1 == pytest.approx([y1] * 3)


def test_the_answer_stands_over_s_and_the_symbol_below_the_column():
    scene = turned(T=4)
    axis = axis_of(scene, 1500.0)
    layout = layout_of(scene, axis.column, HEIGHT)
    drawing = stage(scene, axis, HEIGHT, end_of(4, scene.phases))
    for y, shift, wanted in (
        (layout.word_y, layout.S.shift, scene.words(range(1, 5))),
        (layout.label_y, 0.0, scene.labels),
    ):
        places = sorted(
            (float(x), string)
            for batch in drawing.live
            if isinstance(batch, Texts)
            for x, at, string in zip(batch.x, batch.y, batch.strings, strict=True)
            if at == y
        )
        assert [string for _, string in places] == list(wanted)
        np.testing.assert_allclose([x for x, _ in places], [axis.x(t) + shift for t in range(1, 5)])


def test_an_empty_heat_map_shows_where_each_clock_will_be():
    scene = turned(T=8)
    axis = TimeAxis(8, 700.0, 110.0, column=22.0)
    assert layout_of(scene, axis.column, HEIGHT).narrow
    drawing = stage(scene, axis, HEIGHT, end_of(1, scene.phases))
    rows = len(scene.layers) + len(scene.lights)
    parted = [batch for batch in drawing.live if isinstance(batch, Lines) and len(batch.x1) == 7]
    assert len(parted) == rows
    for batch in parted:
        np.testing.assert_allclose(batch.x1, [axis.x(t + 0.5) for t in range(1, 8)])
    thin = stage(scene, replace(axis, column=6.0), HEIGHT, end_of(1, scene.phases))
    assert not [batch for batch in thin.live if isinstance(batch, Lines) and len(batch.x1) == 7]


@pytest.mark.parametrize(
    ("layers", "direction"), [(3, "forward"), (5, "forward"), (8, "forward"), (5, "bidirectional")]
)
def test_what_layers_without_a_memory_hand_on_goes_along_a_level_of_its_own(layers, direction):
    scene = replace(real_scene(cell="gru", T=4, H=3, layers=layers, direction=direction), sideways=True)
    layout = layout_of(scene, 26.0 * (layers + 2), 290.0)
    for reverse in {False, scene.bidirectional}:
        side = -1.0 if reverse else 1.0
        thin = [part for part in layout.parts if part.reverse == reverse and not part.M.high]
        lanes = [side * part.M.y - part.M.high for part in layout.parts if part.reverse == reverse and part.M.high]
        assert thin
        levels = []
        for part in thin:
            path = copy_path(layout.of(part.layer, reverse), None, reverse, "H")
            levels.append(side * float(bezier(path[None], 0.5)[0, 1]))
            assert levels[-1] > side * part.H.y + part.H.high
            assert all(levels[-1] < lane for lane in lanes)
        assert min(np.diff(levels)) > 1.5
