"""Numbers held by hand as they are drawn and said: marks, equations, words, programs, ghosts."""

from dataclasses import replace

import numpy as np
import pytest
from figure_scenes import real_scene
from held_scenes import EVERY, held
from inside_scenes import close, opened, scene_of
from test_inside_script import expected, run, run_all

from rnnviz.engine.evaluate import evaluate
from rnnviz.export.trace import run_of
from rnnviz.figure.by_hand import changeable, computed, held_value, number_of, spot_of
from rnnviz.figure.describe import describe
from rnnviz.figure.drawing import Boxes, Circles, Lines, Picture, Texts
from rnnviz.figure.equations import equations, share_in_words, shares
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.ghosts import ghosts
from rnnviz.figure.held_marks import drag_cue, key_of
from rnnviz.figure.inside.script import MOST_LINES, script
from rnnviz.figure.inside.words import sentence
from rnnviz.figure.layout import layout_of
from rnnviz.figure.palette import DARK, LIGHT, rgba
from rnnviz.figure.scene import Scene
from rnnviz.figure.stage import stage
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.track_values import held_cells, old_cells
from rnnviz.network.held import NOTHING_HELD, Spot, interventions
from rnnviz.session.playback import end_of
from rnnviz.session.state import Key

CELLS = ("feedforward", "elman", "jordan", "lstm", "lstm-peepholes", "gru", "gru-before")


def shown_at(spot, scene):
    name = {"h": "H", "s": "S"}.get(spot.name, spot.name)
    return Key("M", 1, spot.unit) if spot.t == 0 else Key(name, spot.t, spot.unit)


@pytest.mark.parametrize("cell", CELLS)
def test_the_first_memory_and_every_held_number_are_what_the_scene_shows(cell):
    _, snapshot, scene = held(cell)
    assert dict(scene.held) == dict(snapshot.held)
    assert scene.held
    for spot, value in scene.held.items():
        key = shown_at(spot, scene)
        if spot.t == 0 and spot.name == "c":
            key = Key("c_before", 1, spot.unit)
        else:
            assert scene.value(key.name, key.t, key.unit) == value
        assert spot_of(scene, key) == spot
        assert held_value(scene, key) == value
        assert number_of(scene, key) == value
        assert changeable(scene, key) == key


@pytest.mark.parametrize("cell", CELLS)
def test_an_equation_of_a_held_number_says_so_and_shows_no_products(cell):
    _, _, scene = held(cell)
    for spot in interventions(scene.held):
        lines = {line.name: line for line in equations(scene, shown_at(spot, scene))}
        line = lines["" if spot.name == "s" else spot.name]
        assert line.held
        assert "held by hand" in line.substituted
        assert not line.terms
        other = held_without(cell, spot)
        there = other.value(shown_at(spot, scene).name, spot.t, spot.unit)
        assert computed(scene, shown_at(spot, scene)) == pytest.approx(there, rel=1e-9)
        assert close(there, line.substituted.rpartition(" ")[2].replace("+", "").replace("−", "-"))


def held_without(cell, spot):
    """The scene in which everything but this one is held."""
    state, _, _ = held(cell)
    left = {each: value for each, value in state.held.items() if each != spot}
    target, mask = state.task.target(state.sequence)
    snapshot = evaluate(state.network, state.task.encode(state.sequence), target, mask, held=left)
    return Scene.of(replace(state, held=left), snapshot, LIGHT)


@pytest.mark.parametrize("cell", CELLS)
def test_all_other_equations_add_up_to_the_value_that_is_shown(cell):
    _, _, scene = held(cell)
    for t in range(1, scene.steps + 1):
        for unit in range(3):
            for line in equations(scene, Key("H", t, unit)):
                if line.terms and line.substituted is None:
                    shown = scene.value(line.name if line.name != "h" else "H", t, unit)
                    assert sum(term.value for term in line.terms) == pytest.approx(shown, abs=1e-9)


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize(("t", "unit"), [(1, 0), (5, 2), (8, -1)])
def test_the_program_prints_the_numbers_with_what_is_held(cell, t, unit):
    _, _, scene = held(cell, output="softmax")
    text = script(scene, t, unit)
    assert len(text.splitlines()) <= MOST_LINES
    printed = run(text)
    for name, values in expected(scene, t, unit).items():
        np.testing.assert_allclose(printed[name], values, atol=5.01e-4, err_msg=name)
    np.testing.assert_allclose(printed["s"], scene.values("S", range(t, t + 1))[0], atol=5.01e-4)


def test_the_program_of_a_row_that_runs_right_to_left():
    wanted = {Spot("f", 7, 0, 0, True): 0.5, Spot("h", 0, 1, 0, True): 0.25, Spot("c", 2, 0, 0, True): 0.5}
    scene = held("lstm", wanted, direction="bidirectional")[2].at(0, True)
    printed = run(script(scene, 6, -1))
    for name, values in expected(scene, 6, -1).items():
        np.testing.assert_allclose(printed[name], values, atol=5.01e-4, err_msg=name)


@pytest.mark.parametrize("cell", CELLS)
def test_words_say_what_is_held_and_what_would_have_been_computed(cell):
    _, _, scene = held(cell)
    for spot, value in scene.held.items():
        if spot.t == 0 and spot.name == "c":
            continue
        text = sentence(scene, shown_at(spot, scene))
        assert "by hand" in text
        assert f"{abs(value):.3f}" in text or f"{abs(value):.0f}" in text
        assert describe(scene, shown_at(spot, scene)).endswith("; held by hand")
    free = Key("H", 7, 0)
    assert "by hand" not in sentence(scene, free)
    assert "by hand" not in describe(scene, free)


def locks_of(batches, colour):
    """How many padlocks there are: their bodies."""
    line = np.array(rgba(colour), np.uint8)
    bodies = [batch for batch in batches if isinstance(batch, Boxes) and (batch.fill == line).all()]
    return sum(len(batch.x) for batch in bodies)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("cell", CELLS)
def test_each_held_number_has_a_lock_on_the_stage(cell, theme):
    state, _, scene = held(cell, theme=theme)
    axis = TimeAxis(8, 900.0, 110.0, column=96.0)
    drawing = stage(scene, axis, 420.0, end_of(8, scene.phases))
    plain = stage(replace(scene, held=NOTHING_HELD), axis, 420.0, end_of(8, scene.phases))
    own = [spot for spot in scene.held if key_of(scene, spot).name != "H" or spot.name == "h"]
    own = [spot for spot in own if spot.t or spot.name != "c"]
    assert locks_of(drawing.live, theme.text) - locks_of(plain.live, theme.text) == len(own)
    more = len(drawing.live) - len(plain.live)
    assert more >= 3 * len(state.held)
    for batch in drawing.live:
        if isinstance(batch, Boxes | Circles):
            assert np.isfinite(batch.x).all()


@pytest.mark.parametrize("hidden", [3, 32, 64])
@pytest.mark.parametrize("column", [6.0, 30.0, 96.0])
def test_marks_lie_within_the_stage_at_any_size(hidden, column):
    wanted = {Spot("f", 2, hidden - 1): 0.5, Spot("h", 3, 0): 0.5, Spot("c", 8, hidden - 1): 0.5, Spot("h", 0, 1): 1.0}
    _, _, scene = held("lstm", wanted, H=hidden)
    axis = TimeAxis(8, 110.0 + 16 + 8 * column, 110.0, column=column)
    drawing = stage(scene, axis, 300.0, end_of(8, scene.phases))
    for batch in drawing.live:
        if isinstance(batch, Boxes) and batch.keys and batch.keys[0] is not None:
            assert (batch.y >= -2).all()
            assert (batch.y + batch.h <= 302).all()
    cells = held_cells(scene, axis, 240.0)
    frames = cells[0]
    assert len(frames.x) == 3
    assert (frames.x >= axis.left - 0.01).all()
    assert (frames.x + frames.w <= axis.left + axis.room + 3.01).all()


@pytest.mark.parametrize("cell", CELLS)
def test_an_open_cell_has_a_lock_at_each_node_that_is_held(cell):
    _, _, scene = held(cell)
    for t in (2, 3, 4, 5):
        here = [spot for spot in scene.held if spot.t == t and spot.name != "s"]
        above = sum(spot.t == t and spot.name == "s" for spot in scene.held)  # all of S, above the cell
        above += any((spot.name, spot.t) == ("s", t - 1) for spot in scene.held)  # what comes into Jordan's
        for unit in (-1, 0, 1, 2):
            drawing = opened(scene, position=end_of(t, scene.phases), unit=unit, clocks=range(t, t + 1))
            plain = opened(
                replace(scene, held=NOTHING_HELD), position=end_of(t, scene.phases), unit=unit, clocks=range(t, t + 1)
            )
            # Of the overview behind it, other clocks only: theirs are the same whichever unit is shown.
            count = locks_of(drawing.live, LIGHT.text) - locks_of(plain.live, LIGHT.text)
            assert count == above + len({spot.name for spot in here if unit in (-1, spot.unit)}), (t, unit)


def test_the_state_before_the_first_clock_is_marked_in_an_open_cell():
    _, _, scene = held("lstm")
    one = opened(scene, position=end_of(1, scene.phases), unit=0, clocks=range(1, 2))
    assert locks_of(one.live, LIGHT.text) == 1  # h_0 of this unit; c_0 is set for the other one
    other = opened(scene, position=end_of(2, scene.phases), unit=0, clocks=range(2, 3))
    assert locks_of(other.live, LIGHT.text) == 1  # f_2


@pytest.mark.parametrize("scenario", ["many-to-many", "many-to-one"])
@pytest.mark.parametrize("layers", [1, 2])
def test_an_answer_that_is_held_is_marked_where_it_comes_into_jordan_s_cell(scenario, layers):
    """Also where it is not asked for, so that no S is drawn, and the one before the first clock."""
    asked = scenario == "many-to-many"
    wanted = {Spot("s", 4, 0): 0.25, Spot("s", 0, 1, layers - 1): 0.5}
    scene = held("jordan", wanted, scenario=scenario, layers=layers)[2].at(layers - 1)
    for t, count in ((1, 1), (2, 0), (3, 0), (4, int(asked)), (5, 1), (6, 0)):
        drawing = opened(scene, position=end_of(t, scene.phases), clocks=range(t, t + 1))
        assert locks_of(drawing.live, LIGHT.text) == count, t


def test_old_values_are_a_third_of_each_cell_that_changed():
    scene, (_, _, changed) = real_scene(cell="lstm", T=8, H=3), held("lstm")
    axis = TimeAxis(8, 900.0, 110.0, column=96.0)
    made = old_cells(changed, scene, axis, 300.0, end_of(8, scene.phases))
    drawn = sum(len(batch.x) for batch in made)
    different = sum(
        int((np.abs(changed.values(name, range(1, 9)) - scene.values(name, range(1, 9))) > 0.01).sum())
        for name in ("f", "i", "g", "c", "o", "H")
    )
    assert drawn >= different > 30
    assert not old_cells(scene, scene, axis, 300.0, end_of(8, scene.phases))
    assert not old_cells(changed, scene, axis, 300.0, end_of(1, scene.phases))[6:]
    narrow = replace(axis, column=5.0)
    pictures = old_cells(changed, scene, narrow, 300.0, end_of(8, scene.phases))
    assert pictures
    assert all(isinstance(batch, Picture) and not batch.name for batch in pictures)


def test_old_numbers_of_an_open_cell_stand_small_below_the_new_ones():
    scene, (_, _, changed) = real_scene(cell="lstm", T=8, H=3), held("lstm", {Spot("f", 4, 0): 0.125})
    before, after = opened(scene), opened(changed)
    made = ghosts(after, before)
    texts = [batch for batch in made if isinstance(batch, Texts)]
    old = f"{scene.value('f', 4, 0):.3f}"
    assert old in [batch.strings[0] for batch in texts]
    new = next(batch for batch in after.live if isinstance(batch, Texts) and batch.strings == ("0.125",))
    gone = next(batch for batch in texts if batch.strings == (old,))
    assert gone.size < new.size
    assert gone.y[0] > new.y[0]
    assert not ghosts(after, after)
    lines = [b for b in after.live if isinstance(b, Lines) and any(k and k.name in ("kept", "h", "c") for k in b.keys)]
    for old_text in texts:  # no wire runs through an old number
        for line in lines:
            flat = np.abs(line.y1 - line.y2) < 0.5
            across = (np.minimum(line.x1, line.x2) < old_text.x[0]) & (old_text.x[0] < np.maximum(line.x1, line.x2))
            assert not (flat & across & (np.abs(line.y1 - old_text.y[0]) < 0.35 * old_text.size)).any()


def test_a_number_that_can_be_dragged_says_so_under_the_mouse():
    scene = scene_of("lstm")
    axis = TimeAxis(8, 900.0, 110.0, column=96.0)
    layout = layout_of(scene, axis.column, 420.0)
    assert drag_cue(scene, layout, axis, Key("H", 3, 1))
    assert drag_cue(scene, layout, axis, Key("f", 3, 1))
    assert drag_cue(scene, layout, axis, Key("M", 1, 1))
    assert drag_cue(scene, layout, axis, Key("X", 3, 1))
    assert not drag_cue(scene, layout, axis, Key("S", 3, 1))
    assert changeable(scene, Key("H", 3, -1)) is None
    assert changeable(scene, Key("kept", 3, 1)) is None
    jordan = scene_of("jordan")
    assert changeable(jordan, Key("M", 3, 1)) == Key("M", 3, 1)
    assert spot_of(jordan, Key("M", 3, 1)) == spot_of(jordan, Key("S", 2, 1)) == Spot("s", 2, 1)
    assert drag_cue(jordan, layout, axis, Key("S", 3, 1))
    assert changeable(jordan, Key("S", 3, -1)) is None
    assert spot_of(scene, Key("M", 3, 1)) == Spot("h", 2, 1)
    assert spot_of(scene, Key("c_before", 3, 1)) == Spot("c", 2, 1)
    assert spot_of(scene, Key("c_before", 1, 1)) == Spot("c", 0, 1)


def test_a_written_trace_begins_with_the_memory_that_was_set():
    state, snapshot, _ = held("lstm")
    run = run_of(state.sequence.labels, snapshot.trace, snapshot.gradients, "H", snapshot.held)
    assert run.arrays["M"][0].tolist() == [0.5, 0.0, 0.0]
    assert run_of(state.sequence.labels, snapshot.trace, snapshot.gradients).arrays["M"][0].tolist() == [0, 0, 0]


def test_a_film_has_the_locks_of_stage_and_tracks():
    _, _, scene = held("lstm")
    axis, here = film_axis(scene, 1280, 720), end_of(8, scene.phases)
    with_tracks = frame(scene, axis, here, 1280, 720, True)
    without = frame(scene, axis, here, 1280, 720, False)
    clocks = [spot for spot in scene.held if spot.t]
    assert locks_of(with_tracks.live, LIGHT.text) - locks_of(without.live, LIGHT.text) == len(clocks)


def test_an_input_is_of_the_lowest_layer_whichever_is_looked_at():
    scene = real_scene(cell="gru", layers=2, D=5, H=2)
    low, high = scene.at(0), scene.at(1)
    for unit in range(scene.at(0).units("X")):
        key = Key("X", 3, unit)
        assert number_of(high, key) == number_of(low, key) == low.value("X", 3, unit)


READ_BACK = {Spot("s", 2, 1): 0.75, Spot("s", 3, 0): 0.125}


@pytest.mark.parametrize("cell", ["jordan", "elman", "lstm"])
@pytest.mark.parametrize("scenario", ["one-to-many", "delayed"])
def test_an_answer_that_is_read_back_is_held_where_it_is_given_and_where_it_is_read(cell, scenario):
    state, _, scene = held(cell, READ_BACK, scenario=scenario, D=2, output="softmax")
    assert dict(state.held) == READ_BACK
    free = held(cell, {}, scenario=scenario, D=2, output="softmax")[2]
    for t in range(1, 9):
        if scene.reads_back[t - 1]:
            np.testing.assert_array_equal(
                scene.values("X", range(t, t + 1)), scene.values("S", range(t - 1, t)).astype(np.float64)
            )
            assert changeable(scene, Key("X", t, 1)) == Key("S", t - 1, 1)
            assert changeable(scene, Key("x", t, 1)) == Key("S", t - 1, 1)
            assert held_value(scene, Key("X", t, 1)) is None
    if scenario == "one-to-many" or cell == "jordan":
        assert (scene.values("H", range(4, 5)) != free.values("H", range(4, 5))).all()
    np.testing.assert_array_equal(scene.values("H", range(1, 3)), free.values("H", range(1, 3)))


@pytest.mark.parametrize("output", ["softmax", "sigmoid", "linear"])
@pytest.mark.parametrize("layers", [1, 3])
@pytest.mark.parametrize("scenario", ["many-to-many", "many-to-one", "one-to-many"])
def test_the_program_of_a_jordan_network_with_held_answers(output, layers, scenario):
    whole = held("jordan", {**READ_BACK, **EVERY}, layers=layers, output=output, scenario=scenario, D=2)[2]
    cases = [(whole.at(*part), t, unit) for part in whole.parts for t, unit in ((1, 0), (3, -1), (8, 2))]
    programs = [script(*case) for case in cases]
    assert all(len(text.splitlines()) <= MOST_LINES for text in programs)
    for (scene, t, unit), printed in zip(cases, run_all(programs), strict=True):
        for name, values in expected(scene, t, unit).items():
            np.testing.assert_allclose(printed[name], values, atol=5.01e-4, err_msg=name)
        assert ("s" in printed) == (scene.layer == scene.top)
        if "s" in printed:
            np.testing.assert_allclose(printed["s"], scene.values("S", range(t, t + 1))[0], atol=5.01e-4)


def test_nothing_is_said_to_make_a_held_answer():
    scene = held("jordan", output="softmax")[2]
    assert not shares(scene, Key("S", 3, 1))
    assert shares(scene, Key("S", 3, 0))
    assert not share_in_words(scene, Key("S", 3, 1), Key("H", 3, 0))


def test_an_answer_that_is_not_asked_for_has_its_lock_at_the_memory_that_copies_it():
    scene = held("jordan", READ_BACK, scenario="many-to-one", output="sigmoid")[2]
    assert [key_of(scene, spot) for spot in scene.held] == [Key("M", 3, 1), Key("M", 4, 0)]
    axis = TimeAxis(8, 900.0, 110.0, column=96.0)
    drawing = stage(scene, axis, 420.0, end_of(8, scene.phases))
    plain = stage(replace(scene, held=NOTHING_HELD), axis, 420.0, end_of(8, scene.phases))
    assert locks_of(drawing.live, LIGHT.text) - locks_of(plain.live, LIGHT.text) == 2
