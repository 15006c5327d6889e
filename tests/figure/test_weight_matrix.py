"""The heat map of a parameter, the marks of a shared weight and the ghosts of an edit, as facts about Drawings."""

from dataclasses import replace

import numpy as np
import pytest
from figure_scenes import real

from rnnviz.cells.base import cells
from rnnviz.engine.evaluate import evaluate
from rnnviz.figure.drawing import Boxes, Circles, Lines, Picture, Texts
from rnnviz.figure.ghosts import ghosts
from rnnviz.figure.marks import short
from rnnviz.figure.palette import DARK, LIGHT, diverging
from rnnviz.figure.scene import Scene
from rnnviz.figure.shared import shared_marks, with_marks
from rnnviz.figure.stage import stage
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.weight_matrix import LIMIT, entry_of, grid_of, matrix, parameters_of, row_name, values_of
from rnnviz.session.edit import with_weight
from rnnviz.session.playback import end_of


def scenes(cell, name, index, value, theme=LIGHT, **sizes):
    """The scene before and after an edit."""
    state, snapshot = real(cell=cell, **sizes)
    network = with_weight(state.network, name, index, value)
    after = replace(state, network=network)
    x, (target, mask) = state.task.encode(state.sequence), state.task.target(state.sequence)
    new = Scene.of(after, evaluate(network, x, target, mask), theme)
    return Scene.of(state, snapshot, theme), new


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("cell", sorted(cells))
def test_every_parameter_shows_its_numbers_colours_and_labels_within_bounds(cell, theme):
    state, snapshot = real(cell=cell)
    scene = Scene.of(state, snapshot, theme)
    assert set(parameters_of(scene)) == set(state.network.parameters)
    for name in parameters_of(scene):
        values = values_of(scene, name)
        grid = grid_of(values.shape, 500, 400)
        drawing = matrix(scene, name, grid, (0, 0))
        picture = next(batch for batch in drawing.live if isinstance(batch, Picture))
        np.testing.assert_array_equal(picture.rgba, diverging(values, "weight", LIMIT))
        texts = [batch for batch in drawing.live if isinstance(batch, Texts)]
        shown = {text for batch in texts for text in batch.strings}
        for row in range(grid.rows):
            assert row_name(scene, name, row) in shown
        for value in values.ravel():
            assert short(float(value), grid.w - 4, min(12.0, 0.62 * grid.h)) in shown
        for batch in texts:
            assert ((batch.x >= 0) & (batch.x <= drawing.width)).all()
            assert ((batch.y >= 0) & (batch.y <= drawing.height)).all()


def test_a_place_in_the_matrix_is_the_cell_drawn_there():
    grid = grid_of((12, 3), 500, 400)
    assert grid.cell(grid.x + 1.5 * grid.w, grid.y + 4.5 * grid.h) == (4, 1)
    assert grid.cell(grid.x - 1, grid.y + 5) is None
    assert grid.cell(grid.x + 3.1 * grid.w, grid.y + 5) is None


def test_the_old_number_stands_beside_the_new_one_while_it_is_edited():
    old, new = scenes("lstm", "weight_hh_l0", (4, 0), 2.25)
    before = values_of(old, "weight_hh_l0")
    grid = grid_of(before.shape, 500, 500)
    during = matrix(new, "weight_hh_l0", grid, (4, 0), before)
    over = matrix(new, "weight_hh_l0", grid, (4, 0))
    ghost = short(float(before[4, 0]), grid.w - 6, 9.0)
    assert [batch.strings for batch in during.live if isinstance(batch, Texts) and batch.size == 9.0] == [(ghost,)]
    assert not [batch for batch in over.live if isinstance(batch, Texts) and batch.size == 9.0]


@pytest.mark.parametrize("cell", sorted(set(cells) - {"feedforward"}))
def test_a_weight_of_u_lights_up_at_every_clock_and_only_its_own_edge(cell):
    state, snapshot = real(cell=cell, T=6, H=3, O=3)
    scene = Scene.of(state, snapshot, LIGHT)
    axis = TimeAxis(6, 900.0, 80.0, column=120.0)
    row = 1 if len(scene.cell.blocks) == 1 else 3 + 1
    entry = entry_of(scene, "weight_hh_l0", row, 2)
    assert (entry.edge, entry.unit, entry.source) == ("MH", 1, 2)
    (marks,) = shared_marks(scene, axis, 420.0, entry)
    assert isinstance(marks, Lines)
    assert len(marks.x1) == 6
    drawing = stage(scene, axis, 420.0, end_of(6, scene.phases))
    circles = {
        key: (batch.x[k], batch.y[k])
        for batch in drawing.live
        if isinstance(batch, Circles)
        for k, key in enumerate(batch.keys)
        if key is not None
    }
    for t in range(1, 7):
        assert marks.x1[t - 1] == pytest.approx(circles[scene.key("M", t, 2)][0])
        assert marks.x2[t - 1] == pytest.approx(circles[scene.key("H", t, 1)][0])


def test_a_bias_lights_up_its_unit_at_every_clock():
    state, snapshot = real(cell="gru", T=5)
    scene = Scene.of(state, snapshot, LIGHT)
    axis = TimeAxis(5, 900.0, 80.0, column=120.0)
    (marks,) = shared_marks(scene, axis, 420.0, entry_of(scene, "bias_ih_l0", 5, 0))
    assert isinstance(marks, Circles)
    assert len(marks.x) == 5


def test_what_changed_keeps_a_ring_in_its_old_colour_and_nothing_else_does():
    old, new = scenes("elman", "weight_hh_l0", (0, 0), 2.0)
    axis = TimeAxis(8, 900.0, 80.0, column=100.0)
    position = end_of(8, new.phases)
    before, after = (stage(scene, axis, 420.0, position) for scene in (old, new))
    rings = ghosts(after, before)
    fills = {tuple(colour) for ring in rings for colour in ring.line}
    assert fills
    held = {tuple(colour) for batch in before.live if isinstance(batch, Circles) for colour in batch.fill}
    assert fills <= held
    first = axis.x(1) + axis.column / 2
    # Before the first clock there is no h that U could weigh: nothing of it changes.
    assert all((ring.x > first).all() for ring in rings if isinstance(ring, Circles))
    assert ghosts(after, after) == []


def test_marks_of_columns_under_the_gutter_are_hidden_there():
    state, snapshot = real(cell="elman", T=12)
    scene = Scene.of(state, snapshot, LIGHT)
    axis = TimeAxis(12, 600.0, 80.0, column=100.0).scrolled(430.0)
    drawing = stage(scene, axis, 420.0, end_of(12, scene.phases))
    marks = shared_marks(scene, axis, 420.0, entry_of(scene, "weight_hh_l0", 0, 0))
    assert (marks[0].x1 < axis.left).any()
    live = with_marks(drawing, scene, axis, marks).live
    cover = live[len(drawing.live) + len(marks)]
    assert isinstance(cover, Boxes)
    assert (cover.x[0], cover.w[0], cover.h[0]) == (0.0, axis.left, 420.0)
    assert any(isinstance(batch, Texts) and "M" in batch.strings for batch in live[len(drawing.live) :])


@pytest.mark.parametrize("width", [100.0, 8.0], ids=["wide", "narrow"])
@pytest.mark.parametrize("hidden", [2, 20])
def test_every_weight_of_a_deep_bidirectional_network_has_its_place_or_none(hidden, width):
    state, snapshot = real(cell="gru", T=5, H=hidden, layers=2, direction="bidirectional")
    whole = Scene.of(state, snapshot, LIGHT)
    axis = TimeAxis(5, 900.0, 80.0, column=width)
    for part in whole.parts:
        scene = whole.at(*part)
        for name in parameters_of(scene):
            rows, columns = values_of(scene, name).shape
            marks = shared_marks(scene, axis, 640.0, entry_of(scene, name, rows - 1, columns - 1))
            if width < 50:  # no edges there, but the rows of the two units
                assert len(marks) <= 2
                assert all(isinstance(batch, Boxes) and len(batch.x) == 1 for batch in marks)
                continue
            assert marks or part[0] < scene.top
            for batch in marks:
                xs = batch.x2 if isinstance(batch, Lines) else batch.x
                assert len(xs) == 5
                wide = batch.w / 2 if isinstance(batch, Boxes) else 0.0
                assert np.all(np.abs(xs + wide - [axis.x(t) for t in range(1, 6)]) < width / 2)


def test_in_a_low_cell_the_new_number_stays_in_the_middle_and_the_old_colour_frames_it():
    old, new = scenes("gru", "weight_hh_l0", (4, 0), 2.25, H=12)
    before = values_of(old, "weight_hh_l0")
    grid = grid_of(before.shape, 500, 400)
    assert grid.h < 22
    live = matrix(new, "weight_hh_l0", grid, (4, 0), before).live
    numbers = next(batch for batch in live if isinstance(batch, Texts) and len(batch.strings) == before.size)
    np.testing.assert_allclose((numbers.y - grid.y) / grid.h % 1, 0.5)
    line = diverging(before[4:5, 0], "weight", LIMIT)
    assert [batch for batch in live if isinstance(batch, Boxes) and np.array_equal(batch.line, line)]
