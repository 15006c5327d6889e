"""What lights what: a symbol its wire, a wire its symbols, a cell of a track both, in the right layer and direction."""

import pytest
from figure_scenes import real_scene
from inside_scenes import scene_of

from rnnviz.cells.base import cells
from rnnviz.figure.inside.diagram import diagram_of
from rnnviz.figure.inside.lighting import lit_by, name_inside
from rnnviz.figure.inside.stage import glowing
from rnnviz.figure.inside.symbols import symbols
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.track_outline import pointed
from rnnviz.session.state import Key

CELLS = (*cells, "lstm-peepholes", "gru-before")
SHAPES = ({}, {"layers": 3}, {"direction": "bidirectional"})


def rows_of(scene, t=4):
    """{gate: names of the symbols in its equation}"""
    return {gate.name: {each.name for each in symbols(scene, gate.name, t) if each.name} for gate in scene.gates}


def drawn(scene):
    diagram = diagram_of(scene.cell)
    return {wire.value for wire in diagram.wires} | {node.name for node in diagram.nodes}


def lit_rows(scene, key, t=4):
    """The rows in which a symbol is lit."""
    lit = lit_by(scene, scene.key("H", t, 0), key)
    return {
        row for row, names in rows_of(scene).items() if names & (lit.names | (lit.own if row == lit.row else set()))
    }


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_symbol_has_a_wire_every_wire_a_symbol_and_every_track_both(cell, shape):
    whole = scene_of(cell, **({} if cell == "jordan" and "direction" in shape else shape))
    for part in whole.parts:
        scene = whole.at(*part)
        for names in rows_of(scene).values():
            assert names <= drawn(scene)
        for name in drawn(scene):
            assert lit_rows(scene, scene.key(name, 4, 0)), name
        for gate in scene.gates:
            key = scene.key("H" if gate.name == "h" else gate.name, 4, 0)
            assert lit_rows(scene, key)
            assert set(glowing(scene, 4, key, ())) == {gate.name} <= drawn(scene)
        for state in scene.cell.states if scene.cell.memory else ():
            before = scene.key("H" if state == "h" else "S" if state == "s" else state, scene.clock_before(4), 0)
            assert lit_rows(scene, before), state
            (name,) = glowing(scene, 4, before, ())
            assert name in drawn(scene)
        if scene.cell.memory:
            assert lit_rows(scene, scene.key("M", 4, 0))
            assert set(glowing(scene, 4, scene.key("M", 4, 0), ())) <= drawn(scene)


def test_what_a_product_is_made_of_is_lit_in_its_own_row():
    scene = scene_of("lstm")
    lit = lit_by(scene, Key("H", 4, 0), Key("kept", 4, 0))
    assert (lit.row, lit.own) == ("c", {"f", "c_before"})
    lit = lit_by(scene_of("gru"), Key("H", 4, 0), Key("reset", 4, 0))
    assert (lit.row, lit.own) == ("n", {"r", "m"})
    lit = lit_by(scene_of("elman"), Key("H", 4, 0), Key("h_pre", 4, 0))
    assert (lit.row, lit.own) == ("h", {"wx", "uh", "b"})


def test_another_layer_lights_only_what_it_hands_up():
    whole = real_scene(cell="gru", layers=3, T=8, H=3)
    low, middle = whole.at(0), whole.at(1)
    assert name_inside(middle, 4, Key("H", 4, 1, 0)) == "x"
    assert name_inside(middle, 4, Key("H", 4, 1, 2)) == ""
    assert name_inside(middle, 4, Key("z", 4, 1, 0)) == ""
    assert name_inside(middle, 4, Key("X", 4, 1)) == ""
    assert name_inside(low, 4, Key("X", 4, 1)) == "x"
    assert name_inside(low, 4, Key("H", 4, 1, 1)) == ""
    assert name_inside(low, 4, Key("S", 3, 1)) == ""


def test_a_row_that_runs_right_to_left_is_handed_what_the_next_clock_has():
    scene = real_scene(cell="lstm", direction="bidirectional", T=8, H=3).at(0, True)
    assert name_inside(scene, 4, Key("c", 5, 1, 0, True)) == "c_before"
    assert name_inside(scene, 4, Key("c", 3, 1, 0, True)) == ""
    assert name_inside(scene, 4, Key("c", 5, 1)) == ""
    assert set(glowing(scene, 4, None, ((Key("c", 5, 1, 0, True), 0.5), (Key("f", 4, 1, 0, True), 0.5)))) == {
        "c_before",
        "f",
    }


def test_the_memory_has_the_cell_of_what_it_copies_and_no_layer_that_of_another():
    scene = real_scene(cell="lstm", layers=2, T=8, H=3).at(1)
    axis = TimeAxis(8, 900.0, 110.0, column=96.0)
    memory = pointed(scene, axis, 300.0, Key("M", 4, 1, 1))
    (frame,), (copied,) = memory, pointed(scene, axis, 300.0, Key("H", 3, 1, 1))
    assert (frame.x[0], frame.y[0]) == (copied.x[0], copied.y[0])
    assert not pointed(scene, axis, 300.0, Key("M", 1, 1, 1))
    assert not pointed(scene, axis, 300.0, Key("H", 3, 1, 0))
    assert not pointed(scene, axis, 300.0, Key("f", 3, 1, 0))
