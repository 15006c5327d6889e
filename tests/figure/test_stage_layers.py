"""Facts about the stage of deep and of bidirectional networks: every layer's values are the trace's, in their order."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from figure_scenes import marks, overlaps, random_scene, real, real_scene
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from test_figure_layout import check
from test_figure_stage import axis_of, close, phase_named, staged

from rnnviz.export.trace import run_of
from rnnviz.figure.describe import describe, number
from rnnviz.figure.drawing import Boxes, Circles, Curves, Picture, Texts
from rnnviz.figure.equations import equations
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.hits import hit
from rnnviz.figure.inside.script import script
from rnnviz.figure.layout import layout_of
from rnnviz.figure.palette import LIGHT, diverging, rgba
from rnnviz.figure.scene import Scene
from rnnviz.figure.stage import natural_column, stage
from rnnviz.figure.terms import total
from rnnviz.figure.time_axis import MAX_COLUMN, MIN_COLUMN, TimeAxis
from rnnviz.figure.tracks import tracks
from rnnviz.network.network import Network, finish
from rnnviz.network.results import Trace
from rnnviz.session.playback import LOWER, UPPER, Position, end_of
from rnnviz.session.state import Key

HIGH = 900.0  # all layers are large
CELLS = ["feedforward", "elman", "lstm", "gru"]
BOTH = {"direction": "bidirectional"}


def traced(state):
    """The library's own trace of the sequence, apart from any snapshot."""
    network = Network.from_spec(state.network.spec, state.network.parameters)
    x = state.task.encode(state.sequence)[:, None]
    passes = network.passes(*x.shape[:2])
    finish(passes.forward(x, None))
    return Trace(passes)


def at_end(scene, height=HIGH, **more):
    return stage(scene, axis_of(scene), height, end_of(scene.steps, scene.phases), **more)


@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
@pytest.mark.parametrize("cell", CELLS)
def test_every_array_of_every_layer_is_the_trace_s(cell, direction):
    state, snapshot = real(cell=cell, layers=3, direction=direction)
    scene, trace = Scene.of(state, snapshot, LIGHT), traced(state)
    whole = range(1, 9)
    for layer, reverse in scene.parts:
        here = scene.at(layer, reverse)
        for gate in scene.gates:
            name = "H" if gate.name == "h" else gate.name
            assert (here.values(name, whole) == trace.get(gate.name, layer, reverse)[:, 0]).all()
        h = trace.get("h", layer, reverse)[:, 0]
        if scene.cell.memory:
            before = np.vstack([h[1:], 0 * h[:1]]) if reverse else np.vstack([0 * h[:1], h[:-1]])
            assert (here.values("M", whole) == before).all()
            assert (here.values("M", range(3, 6)) == before[2:5]).all()
        if layer:
            ways = [trace.get("h", layer - 1, way)[:, 0] for way in (False, True)[: 1 + scene.bidirectional]]
            assert (here.values("X", whole) == np.hstack(ways)).all()
    assert (scene.values("S", whole) == trace["s"][:, 0]).all()
    assert (scene.at(0).values("X", whole) == state.sequence.values).all()


@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
@pytest.mark.parametrize("cell", CELLS)
def test_rows_stand_in_the_order_of_computing_with_every_neuron_in_its_colour(cell, direction):
    scene = real_scene(cell=cell, layers=2, direction=direction, T=4)
    circles = marks(at_end(scene), Circles)
    for part in scene.parts:
        here = scene.at(*part)
        for name in ("M", "H") if scene.cell.memory else ("H",):
            for t in range(1, 5):
                for unit in range(3):
                    wanted = diverging(here.values(name, range(t, t + 1))[0, unit : unit + 1])[0]
                    assert close(circles[Key(name, t, unit, *part)]["fill"], wanted)
    ys = [circles[Key("X", 2, 0)]["y"]]
    for layer in range(2):
        row = circles[Key("H", 2, 0, layer)]["y"]
        if scene.cell.memory:
            ys.append(circles[Key("M", 2, 0, layer)]["y"])
        ys.append(row)
        if scene.bidirectional:
            assert circles[Key("H", 2, 0, layer, True)]["y"] == row
            assert circles[Key("H", 2, 2, layer)]["x"] < circles[Key("H", 2, 0, layer, True)]["x"]
    ys.append(circles[Key("S", 2, 0)]["y"])
    assert (np.diff(ys) < 0).all()


def test_the_lights_of_every_large_layer_are_filled_to_its_own_gates():
    scene = real_scene(layers=2, direction="bidirectional", T=3)
    drawing = at_end(scene)
    vessels = [b for b in drawing.live if isinstance(b, Boxes) and b.keys and b.keys[0] and b.keys[0].unit == 0]
    seen = set()
    for empty, full in zip(vessels[::2], vessels[1::2], strict=True):
        for index, key in enumerate(full.keys):
            value = scene.about(key).value(key.name, key.t, key.unit)
            assert full.h[index] / empty.h[index] == pytest.approx(value, abs=1e-9)
            seen.add((key.name, key.layer, key.reverse))
    assert seen == {(name, *part) for name in "fio" for part in scene.parts}


def test_where_not_all_layers_have_room_one_is_large_and_the_others_are_strips_of_the_true_values():
    scene = random_scene(layers=8, H=20).at(4)
    drawing = at_end(scene, 300.0)
    lit = {key.layer for b in drawing.live if isinstance(b, Boxes) for key in b.keys if key and key.name == "f"}
    assert lit == {4}
    layout = layout_of(scene, axis_of(scene).column, 300.0)
    rows = [layout.of(layer, False).H for layer in range(8)]
    assert all(row.high < layout.H.high for layer, row in enumerate(rows) if layer != 4)
    assert (np.diff([layout.X.y, *(row.y for row in rows), layout.S.y]) < 0).all()
    pictures = {b.name: b for b in drawing.live if isinstance(b, Picture)}
    assert {"H", *(f"H_l{layer}" for layer in range(1, 8))} <= set(pictures)
    for layer in (0, 3, 7):
        picture = pictures["H" if layer == 0 else f"H_l{layer}"]
        for unit in (0, 11, 19):
            row, place = divmod(unit, picture.across)
            cell = picture.rgba[row, 2 * (picture.across + picture.gap) + place]
            assert close(cell, diverging(np.array([scene.at(layer).value("H", 3, unit)]))[0])
            x = picture.x + (2 * (picture.across + picture.gap) + place + 0.5) * picture.w / picture.rgba.shape[1]
            y = picture.y + (row + 0.5) * picture.h / picture.rgba.shape[0]
            assert hit(drawing, x, y) == Key("H", 3, unit, layer)


def test_a_row_that_runs_right_to_left_hands_its_memory_to_the_clock_before():
    scene = real_scene(cell="elman", T=5, **BOTH)
    drawing, axis = at_end(scene), axis_of(scene)
    curves = {b.keys[0].reverse: b for b in drawing.static if isinstance(b, Curves)}
    assert [key.t for key in curves[True].keys] == [1, 2, 3, 4]
    assert [key.t for key in curves[False].keys] == [2, 3, 4, 5]
    for reverse, curve in curves.items():
        assert curve.dash
        for points, key in zip(curve.points, curve.keys, strict=True):
            origin = key.t + 1 if reverse else key.t - 1
            assert abs(points[0, 0] - axis.x(origin)) < axis.column / 2
            assert abs(points[-1, 0] - axis.x(key.t)) < axis.column / 2
            assert (points[-1, 0] < points[0, 0]) == reverse


def test_a_bidirectional_network_shows_what_it_must_know_before_it_can_answer():
    scene = real_scene(cell="lstm", layers=2, T=5, **BOTH)
    empty = rgba(scene.theme.stage)

    def shown(drawing, key):
        return not close(marks(drawing, Circles)[key]["fill"], empty)

    top = stage(scene, axis_of(scene), HIGH, end_of(3, scene.phases))
    for key, seen in {
        Key("X", 5, 0): True,
        Key("H", 5, 1, 0): True,
        Key("H", 5, 1, 0, True): True,
        Key("H", 5, 1, 1, True): True,
        Key("H", 3, 1, 1): True,
        Key("H", 4, 1, 1): False,
        Key("S", 3, 0): True,
        Key("S", 4, 0): False,
    }.items():
        value = scene.about(key).value(key.name, key.t, key.unit)
        assert shown(top, key) == (seen and not close(diverging(np.array([value]))[0], empty)), key
    below = scene.at(0)
    early, last = (stage(below, axis_of(below), HIGH, end_of(t, below.phases)) for t in (4, 5))
    for key in (Key("H", 2, 1, 1), Key("H", 2, 1, 1, True), Key("S", 2, 0)):
        assert not shown(early, key)
        assert shown(last, key)
    assert {phase.name for phase in below.phases} == {"X", "f", "i", "g", "c", "o", "H", "S", "M"}


def test_the_layers_below_and_above_are_one_phase_each_and_come_one_after_the_other():
    scene = real_scene(layers=5, cell="elman").at(2)
    names = [phase.name for phase in scene.phases]
    assert names == ["X", LOWER, "H", UPPER, "S", "M"]
    half = stage(scene, axis_of(scene), 1400.0, Position(4, 1, 0.5))
    circles = marks(half, Circles)
    assert close(circles[Key("H", 4, 0, 0)]["fill"], diverging(scene.at(0).values("H", range(4, 5))[0, :1])[0])
    for layer in range(1, 5):
        assert close(circles[Key("H", 4, 0, layer)]["fill"], rgba(scene.theme.stage))
        assert close(
            circles[Key("H", 3, 0, layer)]["fill"], diverging(scene.at(layer).values("H", range(3, 4))[0, :1])[0]
        )


@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
@pytest.mark.parametrize("cell", CELLS)
def test_equations_of_every_layer_add_up_to_its_trace(cell, direction):
    scene = real_scene(cell=cell, layers=2, direction=direction)
    for part in scene.parts:
        here = scene.at(*part)
        for t in (1, 4, 8):
            for line in equations(scene, here.key("H", t, 1)):
                value = here.value("H" if line.name == "h" else line.name, t, 1)
                assert line.value in (number(value), number(value, signed=True))
                if line.substituted is None:
                    assert total(line.terms) == pytest.approx(value)
                for key in (source for term in line.terms for source in term.sources):
                    assert key.layer in (part[0], part[0] - 1)
                    assert key.name == "X" or key.reverse == part[1] or key.layer < part[0]
    lines = equations(scene, Key("S", 3, 0))
    assert total(lines[0].terms) == pytest.approx(scene.value("S", 3, 0))
    assert len(lines[0].terms) == 3 * (1 + scene.bidirectional) + 1


def test_letters_carry_layer_and_direction_in_tooltips_and_equations():
    scene = real_scene(layers=2, **BOTH)
    assert "←h₄⁽²⁾ of unit 2" in describe(scene, Key("H", 4, 1, 1, True))
    assert "→M₄⁽¹⁾ = →h₃⁽¹⁾" in describe(scene, Key("M", 4, 1, 0, False))
    assert "←M₄⁽¹⁾ = ←h₅⁽¹⁾" in describe(scene, Key("M", 4, 1, 0, True))
    tex = equations(scene, Key("H", 4, 1, 1, True))[0].tex
    assert r"\overleftarrow{h}^{(2)}_{5}" in tex
    assert r"\overleftrightarrow{h}^{(1)}_{4}" in tex
    assert "x_" not in tex
    assert equations(real_scene(), Key("H", 4, 1))[0].tex.count("^") == 0
    for line in equations(scene, Key("H", 4, 1, 1, True)):  # only h is marked: gates are of this cell anyway
        assert line.tex.count("^") == line.tex.count("{h}^"), line.tex


def test_the_tracks_show_the_layer_and_direction_that_are_looked_at():
    scene = real_scene(layers=3, **BOTH)
    for part in scene.parts:
        here = scene.at(*part)
        drawing = tracks(here, axis_of(scene), 400.0, end_of(1 if part[1] else 8, here.phases))
        cells = marks(drawing, Boxes)
        assert {(key.layer, key.reverse) for key in cells} == {part}
        wanted = diverging(here.values("H", range(5, 6))[0, 2:3])[0]
        assert close(cells[Key("H", 5, 2, *part)]["fill"], wanted)


def test_selection_is_framed_in_its_own_layer():
    scene = real_scene(layers=2, **BOTH)
    plain = at_end(scene)
    for key in (Key("H", 3, 1, 0), Key("H", 3, 1, 1, True), Key("f", 3, 2, 0, True), Key("M", 3, 0, 1)):
        marked = at_end(scene, selection=key)
        assert len(marked.live) == len(plain.live) + 1
    neuron = marks(plain, Circles)[Key("H", 3, 1, 0, True)]
    framed = at_end(scene, selection=Key("H", 3, 1, 0, True))
    ring = next(b for b in framed.live if isinstance(b, Circles) and not b.keys)
    assert (ring.x[0], ring.y[0]) == pytest.approx((neuron["x"], neuron["y"]))


def test_a_sequence_that_changed_anywhere_leaves_nothing_of_a_bidirectional_network():
    state, snapshot = real(T=6, **BOTH)
    values = state.sequence.values.copy()
    values[5] = 1 - values[5]
    assert Scene.of(replace(state, sequence=replace(state.sequence, values=values)), snapshot, LIGHT).known == 0


def test_moving_the_playhead_keeps_the_static_layer_of_every_part():
    scene = random_scene(layers=4, T=20, **BOTH)
    first, other = (staged(scene, position) for position in (Position(2, 0, 0.3), Position(5, 3, 0.9)))
    assert first.static is other.static
    assert first.static


def test_every_row_is_named_once_with_its_layer():
    scene = random_scene(layers=8)
    for height, column in ((260.0, None), (900.0, None), (460.0, 9.0)):
        drawing = stage(scene, axis_of(scene, column=column), height, end_of(2, scene.phases))
        strings = [s for b in drawing.live if isinstance(b, Texts) for s in b.strings]
        for layer in "¹²³⁴⁵⁶⁷⁸":
            assert strings.count(f"H⁽{layer}⁾") == 1


sizes = st.fixed_dictionaries(
    {
        "cell": st.sampled_from(CELLS),
        "H": st.one_of(st.integers(1, 20), st.just(128)),
        "T": st.one_of(st.integers(1, 40), st.just(1000)),
        "D": st.sampled_from([1, 2, 27]),
        "O": st.sampled_from([1, 2, 27]),
        "layers": st.integers(1, 8),
        "direction": st.sampled_from(["forward", "bidirectional"]),
    }
)
# Without shrinking, which for a drawing takes minutes.
QUICK = settings(
    deadline=None,
    max_examples=40,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.mark.usefixtures("each_language")
@QUICK
@given(
    sizes,
    st.integers(0, 7),
    st.booleans(),
    st.integers(700, 1920),
    st.integers(260, 1000),
    st.one_of(st.none(), st.floats(MIN_COLUMN, MAX_COLUMN)),
    st.floats(0, 1),
    st.integers(0, 10),
    st.floats(0, 1),
)
def test_the_stage_of_many_layers_is_clear_at_any_size(
    size, layer, reverse, width, height, column, where, phase, progress
):  # fmt: skip
    scene = random_scene(**size)
    scene = scene.at(min(layer, scene.top), reverse and scene.bidirectional)
    axis = TimeAxis(scene.steps, float(width), 128.0)
    axis = replace(axis, column=column or natural_column(scene, axis.room))
    t = min(scene.steps, 1 + int(where * scene.steps))
    position = Position(t, phase % len(scene.phases), progress)
    check(stage(scene, axis.showing(t), float(height), position), axis)


@pytest.mark.parametrize(("width", "height"), [(640, 360), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
def test_films_show_the_same_rows(width, height, direction):
    scene = random_scene(layers=4, direction=direction)
    axis = film_axis(scene, width, height)
    drawing = frame(scene, axis, end_of(3, scene.phases), width, height, True)
    assert overlaps(drawing) == []
    strings = [s for b in drawing.live if isinstance(b, Texts) for s in b.strings]
    assert {"H⁽¹⁾", "H⁽⁴⁾"} <= set(strings)


def test_the_phase_of_the_gates_is_the_one_of_the_layer_looked_at():
    scene = real_scene(layers=3).at(1)
    index = phase_named(scene, "i")
    drawing = stage(scene, axis_of(scene), HIGH * 1.6, Position(4, index, 0.5))
    boxes = marks(drawing, Boxes)
    full = marks(at_end(scene, HIGH * 1.6), Boxes)
    assert 0 < boxes[Key("i", 4, 0, 1)]["h"] < full[Key("i", 4, 0, 1)]["h"]
    assert boxes[Key("f", 4, 0, 1)]["h"] == full[Key("f", 4, 0, 1)]["h"]


@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
def test_a_written_trace_holds_every_layer_with_its_own_memory(direction):
    state, snapshot = real(layers=2, direction=direction)
    scene = Scene.of(state, snapshot, LIGHT)
    arrays = run_of(state.sequence.labels, snapshot.trace, snapshot.gradients).arrays
    for layer, reverse in scene.parts:
        here = scene.at(layer, reverse)
        assert (arrays[here.filed("h")] == here.values("H", range(1, 9))).all()
        assert (arrays[here.filed("M")] == here.values("M", range(1, 9))).all()
        assert arrays[here.filed("grad_h")].shape == (8, 3)


@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
@pytest.mark.parametrize("cell", ["elman", "lstm", "gru"])
def test_the_numpy_program_of_every_layer_prints_its_trace(cell, direction, capsys):
    scene = real_scene(cell=cell, layers=2, direction=direction)
    for part in scene.parts:
        here = scene.at(*part)
        exec(script(here, 3, 1), {})
        printed = dict(line.split(" ", 1) for line in capsys.readouterr().out.splitlines())
        assert float(printed["h"]) == pytest.approx(here.value("H", 3, 1), abs=6e-4)
        assert ("s" in printed) == (part == (1, False) and direction == "forward")


@pytest.mark.parametrize("H", [3, 40])
@pytest.mark.parametrize("scenario", ["one-to-one", "one-to-many", "many-to-one", "delayed"])
def test_only_the_x_and_s_that_a_scenario_has_are_drawn(scenario, H):
    scene = random_scene(cell="elman", T=6, H=H, D=2, O=2, scenario=scenario)
    drawing = at_end(scene, 460.0)
    circles = marks(drawing, Circles)
    for t in range(1, 7):
        assert (Key("X", t, 0) in circles) == bool(scene.has_x[t - 1] or scene.reads_back[t - 1])
        assert (Key("S", t, 0) in circles) == bool(scene.has_s[t - 1])
    back = [key.t for b in drawing.static if isinstance(b, Curves) for key in b.keys if key.name == "X"]
    assert back == [t for t in range(1, 7) if scene.reads_back[t - 1]]
    for batch in drawing.static:
        if isinstance(batch, Curves) and batch.keys[0].name == "X":
            axis = axis_of(scene)
            for points, key in zip(batch.points, batch.keys, strict=True):
                assert abs(points[0, 0] - axis.x(key.t - 1)) < axis.column / 2
                assert abs(points[-1, 0] - axis.x(key.t)) < axis.column / 2
                assert points[0, 1] < points[-1, 1]
    check(drawing)
    narrow = stage(scene, axis_of(scene, column=12.0), 460.0, end_of(6, scene.phases))
    band = next(b for b in narrow.live if isinstance(b, Picture) and b.name == "S")
    assert (band.rgba[0, :, 3] > 0).tolist() == scene.has_s.tolist()


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("H", [2, 3, 64])
@pytest.mark.parametrize("sideways", [False, True])
@pytest.mark.parametrize("options", [{}, {"layers": 2, **BOTH}], ids=["one", "four"])
def test_between_its_units_and_lights_one_points_at_h_itself(cell, H, sideways, options):
    scene = replace(real_scene(cell=cell, T=3, H=H, **options), sideways=sideways)
    drawing = at_end(scene)
    circles, lights = marks(drawing, Circles), [gate.name for gate in scene.lights]
    vessels = {key: box for key, box in marks(drawing, Boxes).items() if key.name in lights and key.unit < 0}
    for layer, reverse in scene.parts:
        for t in range(1, 4):
            whole, seams = Key("H", t, -1, layer, reverse), []
            first, second = (circles.get(Key("H", t, unit, layer, reverse)) for unit in (0, 1))
            if first is not None:
                seams.append(((first["x"] + second["x"]) / 2, (first["y"] + second["y"]) / 2))
                aside = 0.95 * first["r"]
                seams.append((first["x"] - aside, first["y"] - aside))
            here = [box for key, box in vessels.items() if key[1:] == (t, -1, layer, reverse)]
            for left, right in pairwise(here):
                seams.append(((left["x"] + left["w"] + right["x"]) / 2, left["y"] + left["h"] / 2))
            assert seams or H == 64 or sideways
            for x, y in seams:
                assert hit(drawing, x, y) == whole
