"""A weight that is touched is lit at every clock, wherever the clocks are drawn: open, narrow, in bands, folded."""

import numpy as np
import pytest
from figure_scenes import random_scene, real_scene
from inside_scenes import axis_of, opened, scene_of

from rnnviz.figure.drawing import Boxes, Lines
from rnnviz.figure.edges import ends, wires_of
from rnnviz.figure.inside.diagram import diagram_of
from rnnviz.figure.layout import layout_of
from rnnviz.figure.palette import LIGHT, rgba
from rnnviz.figure.shared import entry_at, entry_of_node, glow_inside, shared_marks
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.weight_matrix import Entry, entry_of, grid_of, matrix, parameters_of, rows_of, values_of
from rnnviz.session.state import Key

ACCENT = np.array(rgba(LIGHT.accent), np.uint8)
CELLS = ("feedforward", "elman", "jordan", "lstm", "lstm-peepholes", "gru", "gru-before")


@pytest.mark.parametrize("cell", CELLS)
def test_each_place_of_each_matrix_is_found_again_from_where_it_is_at_work(cell):
    scene = scene_of(cell)
    for name in parameters_of(scene):
        rows, columns = values_of(scene, name).shape
        for row in range(rows):
            for column in range(columns):
                entry = entry_of(scene, name, row, column)
                found = rows_of(scene, name, entry)
                if columns == 1 and not entry.edge:
                    assert found == ((row, -1),)
                else:
                    assert found == ((row, column),)
                others = {other for other in parameters_of(scene) if rows_of(scene, other, entry)}
                assert name in others
                assert entry.edge == "" or others == {name}


@pytest.mark.parametrize("cell", CELLS)
def test_in_an_open_cell_the_sum_or_product_with_the_weight_glows(cell):
    scene = scene_of(cell)
    diagram = diagram_of(scene.cell)
    known = {wire.value for wire in diagram.wires} | {node.name for node in diagram.nodes}
    for name in parameters_of(scene):
        entry = entry_of(scene, name, values_of(scene, name).shape[0] - 1, 0)
        lit = glow_inside(scene, diagram, entry, entry.unit)
        if entry.layer == "H":
            assert len(lit) == 1
            assert set(lit) <= known
            other = glow_inside(scene, diagram, entry, (entry.unit + 1) % 3)
            assert set(other) == set(lit)
            assert max(other.values()) < max(lit.values())
        before = opened(scene, unit=entry.unit)
        after = opened(scene, unit=entry.unit, shared=entry)
        assert len(after.live) >= len(before.live)


@pytest.mark.parametrize("cell", CELLS[1:])
def test_beside_an_open_cell_every_other_clock_is_lit_where_its_column_stands(cell):
    scene = scene_of(cell)
    axis = axis_of(scene, 745.0, 420.0)
    marks = shared_marks(scene, axis, 420.0, Entry("MH", "H", (0, False), 1, 0))
    lines = next(batch for batch in marks if isinstance(batch, Lines))
    assert len(lines.x1) == scene.steps - 1
    xs = np.array([axis.x(t) for t in range(1, 9) if t not in axis.opened])
    offset = lines.x2 - xs
    np.testing.assert_allclose(offset, offset[0])
    assert (lines.colour == ACCENT).all()


@pytest.mark.parametrize("hidden", [3, 64])
def test_narrow_columns_light_the_rows_of_the_two_units(hidden):
    scene = random_scene(cell="lstm", H=hidden, T=100)
    axis = TimeAxis(100, 900.0, 110.0, column=7.0)
    marks = shared_marks(scene, axis, 400.0, Entry("MH", "H", (0, False), 2, 1))
    assert len(marks) == 2
    layout = layout_of(scene, axis.column, 400.0)
    for mark, row, unit in zip(marks, (layout.H, layout.M), (2, 1), strict=True):
        assert isinstance(mark, Boxes)
        tall = 2 * row.high / hidden
        assert mark.y[0] == pytest.approx(row.y - row.high + tall * unit - 1)
        assert mark.h[0] == pytest.approx(tall + 2)
        assert mark.x[0] >= axis.left - 1.01
    for edge, layer in (("XH", "H"), ("HS", "S"), ("", "H"), ("", "S")):
        assert shared_marks(scene, axis, 400.0, Entry(edge, layer, (0, False), 0, 0))


@pytest.mark.parametrize(
    "options",
    [{"cell": "elman"}, {"cell": "lstm"}, {"cell": "gru", "layers": 2}, {"cell": "lstm", "direction": "bidirectional"}],
)
def test_the_edge_under_the_mouse_is_the_weight_that_it_is_drawn_for(options):
    scene = real_scene(T=6, H=3, **options)
    axis = TimeAxis(6, 1600.0, 110.0, column=240.0)
    layout, found = layout_of(scene, axis.column, 640.0), 0
    first = {}
    for wire in wires_of(scene, layout):
        part = (scene.top, False) if wire.edge == "HS" else wire.part
        begin = first.get((wire.edge, part), 0)
        first[wire.edge, part] = begin + wire.weight.shape[1]
        x1, y1, x2, y2 = ends(wire)
        for k in range(len(x1)):
            for along in (0.31, 0.47, 0.63):
                x, y = x1[k] + along * (x2[k] - x1[k]) + axis.x(3), y1[k] + along * (y2[k] - y1[k])
                entry = entry_at(scene, layout, axis, range(3, 4), 6, float(x), float(y))
                wanted = Entry(
                    wire.edge,
                    "S" if wire.edge == "HS" else "H",
                    part,
                    k // wire.weight.shape[1],
                    begin + k % wire.weight.shape[1],
                )
                found += entry == wanted
                if entry == wanted:
                    assert any(rows_of(scene.at(*part), name, entry) for name in parameters_of(scene.at(*part)))
                    break
    assert found == sum(wire.weight.size for wire in wires_of(scene, layout))
    assert entry_at(scene, layout, axis, range(3, 4), 6, axis.x(3) + 118.0, layout.X.y) is None


def test_where_edges_are_a_band_the_whole_matrix_is_meant():
    scene = random_scene(cell="lstm", H=64, T=20)
    axis = TimeAxis(20, 1900.0, 110.0, column=88.0)
    layout = layout_of(scene, axis.column, 500.0)
    wire = next(wire for wire in wires_of(scene, layout) if wire.edge == "HS")
    y = (wire.start.y - wire.start.high + wire.end.y + wire.end.high) / 2
    entry = entry_at(scene, layout, axis, range(4, 5), 20, axis.x(4), y)
    assert entry == Entry("HS", "S", (0, False), -1, -1)
    assert len(rows_of(scene, "readout.weight", entry)) == scene.units("S")
    assert shared_marks(scene, axis, 500.0, entry)


@pytest.mark.parametrize("cell", CELLS)
def test_what_is_pointed_at_inside_a_cell_lights_its_rows_in_the_matrices(cell):
    scene = scene_of(cell)
    diagram, lit = diagram_of(scene.cell), 0
    for name in {node.name for node in diagram.nodes} | {wire.value for wire in diagram.wires}:
        entry = entry_of_node(scene, Key(name, 4, 1))
        if entry is None:
            continue
        places = {each: rows_of(scene, each, entry) for each in parameters_of(scene)}
        assert any(places.values()), name
        rows = {row % 3 for found in places.values() for row, _ in found}
        assert rows == {1}
        lit += 1
    assert lit >= len(scene.cell.blocks)


def test_lit_places_are_framed_in_the_matrix():
    scene = scene_of("lstm")
    grid = grid_of(values_of(scene, "weight_hh_l0").shape, 500.0, 400.0)
    entry = Entry("MH", "H", (0, False), 2, 1)
    lit = rows_of(scene, "weight_hh_l0", entry)
    assert lit == ((2, 1), (5, 1), (8, 1), (11, 1))
    drawing = matrix(scene, "weight_hh_l0", grid, (0, 0), lit=lit)
    frames = [b for b in drawing.live if isinstance(b, Boxes) and len(b.x) == 4 and (b.line == ACCENT).all()]
    assert len(frames) == 1
    np.testing.assert_allclose(frames[0].x, grid.x + grid.w)
    np.testing.assert_allclose(frames[0].y, grid.y + grid.h * np.array([2, 5, 8, 11]))
    whole = rows_of(scene, "weight_hh_l0", entry._replace(source=-1))
    assert whole[0] == (2, -1)
