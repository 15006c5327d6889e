"""Facts about the stage: what is drawn is the trace, as far as the playhead has come."""

from dataclasses import replace

import numpy as np
import pytest
from figure_scenes import marks, overlaps, random_scene, real, real_scene, state_of, text_boxes
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.engine.evaluate import evaluate
from rnnviz.figure.drawing import Boxes, Circles, Curves, Lines, Picture, Texts
from rnnviz.figure.edges import copy_path, read_back_path
from rnnviz.figure.layout import layout_of
from rnnviz.figure.marks import bezier
from rnnviz.figure.motion import playhead_x
from rnnviz.figure.palette import DARK, LIGHT, diverging, rgba
from rnnviz.figure.scene import Scene
from rnnviz.figure.stage import natural_column, stage
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.inputs import read_text
from rnnviz.session.playback import Position, end_of
from rnnviz.session.start import fresh_state
from rnnviz.session.state import Key

HEIGHT = 460.0


def axis_of(scene, width=1000.0, column=None):
    axis = TimeAxis(scene.steps, width, 128.0)
    return replace(axis, column=column or natural_column(scene, axis.room))


def staged(scene, position=None, column=None, **more):
    position = position or end_of(scene.steps, scene.phases)
    return stage(scene, axis_of(scene, column=column), HEIGHT, position, **more)


def close(colour, other):
    return np.abs(colour.astype(int) - np.array(other).astype(int)).max() <= 2


def phase_named(scene, name):
    return [phase.name for phase in scene.phases].index(name)


@pytest.mark.parametrize("cell", ["feedforward", "elman", "jordan", "lstm", "gru"])
def test_every_neuron_has_the_colour_of_its_value(cell):
    scene = real_scene(cell=cell)
    circles = marks(staged(scene), Circles)
    for name in scene.layers:
        values = scene.values(name, range(1, 9))
        for t in range(1, 9):
            for unit in range(values.shape[1]):
                assert close(circles[Key(name, t, unit)]["fill"], diverging(values[t - 1, unit : unit + 1])[0])


def test_memory_is_the_hidden_layer_of_the_clock_before():
    scene = real_scene()
    circles = marks(staged(scene), Circles)
    for t in range(2, 9):
        for unit in range(3):
            assert (circles[Key("M", t, unit)]["fill"] == circles[Key("H", t - 1, unit)]["fill"]).all()
    assert close(circles[Key("M", 1, 0)]["fill"], (255, 255, 255, 255))
    assert circles[Key("M", 5, 1)]["x"] < circles[Key("X", 5, 0)]["x"]
    assert circles[Key("M", 5, 1)]["x"] > circles[Key("X", 4, 0)]["x"]


def test_the_memory_of_a_jordan_network_is_the_output_of_the_clock_before():
    scene = real_scene(cell="jordan", O=4, output="softmax")
    assert scene.units("M") == 4
    circles = marks(staged(scene), Circles)
    for t in range(2, 9):
        for unit in range(4):
            assert (circles[Key("M", t, unit)]["fill"] == circles[Key("S", t - 1, unit)]["fill"]).all()
    curves = [batch for batch in staged(scene).static if isinstance(batch, Curves)]
    layout = layout_of(scene, 80.0, 420.0)
    assert copy_path(layout, None, False, scene.cell.memory)[0, 1] == layout.S.y
    assert len(curves) == 1


@pytest.mark.parametrize(("cell", "gates"), [("lstm", "fio"), ("gru", "rz")])
def test_lights_are_filled_to_the_true_value_of_each_unit(cell, gates):
    scene = real_scene(cell=cell)
    drawing = staged(scene)
    vessels = [b for b in drawing.live if isinstance(b, Boxes) and b.keys and b.keys[0] and b.keys[0].unit == 0]
    assert {key.name for batch in vessels for key in batch.keys} == set(gates)
    for empty, full in zip(vessels[::2], vessels[1::2], strict=True):
        assert empty.keys == full.keys
        for index, key in enumerate(full.keys):
            value = scene.trace[key.name][key.t - 1, key.unit]
            assert full.h[index] / empty.h[index] == pytest.approx(value, abs=1e-9)
            assert full.y[index] + full.h[index] == pytest.approx(empty.y[index] + empty.h[index])
            assert tuple(full.fill[index]) == rgba(scene.colour(key.name))


def test_the_gates_letters_stand_on_tabs_that_keep_the_edges_away():
    scene = real_scene(cell="lstm")
    live = staged(scene).live
    first = next(i for i, batch in enumerate(live) if isinstance(batch, Texts) and batch.strings[:1] == ("f",))
    tabs = live[first - 1]
    assert isinstance(tabs, Boxes)
    assert (tabs.fill[:, 3] > 200).all()
    for index, letters in enumerate(live[first : first + 3]):
        here = slice(8 * index, 8 * index + 8)
        assert letters.strings == ("fio"[index],) * 8
        assert np.allclose(tabs.x[here] + tabs.w[here] / 2, letters.x)
        assert (tabs.y[here] < letters.y - 0.42 * letters.size).all()
        assert (tabs.y[here] + tabs.h[here] > letters.y + 0.42 * letters.size).all()


def test_with_many_units_lights_and_layers_are_cells_of_the_true_values():
    scene = random_scene(H=40)
    pictures = {b.name: b for b in staged(scene).live if isinstance(b, Picture)}
    assert set(pictures) == {"f", "i", "o", "H", "M"}
    for name, picture in pictures.items():
        assert picture.units == 40
        for t in (1, 5, 8):
            for unit in (0, 17, 39):
                row, place = divmod(unit, picture.across)
                cell = picture.rgba[row, (t - 1) * (picture.across + picture.gap) + place]
                value = scene.value(name, t, unit)
                if name in "HM":
                    assert close(cell, diverging(np.array([value]))[0])
                else:
                    field, colour = np.array(rgba(LIGHT.field)), np.array(rgba(scene.colour(name)))
                    assert close(cell, np.rint(field + (colour - field) * np.clip(value, 0, 1)))


def test_narrow_columns_are_heat_maps_of_the_true_values():
    scene = random_scene(T=40, H=5)
    drawing = staged(scene, column=12.0)
    pictures = {b.name: b for b in drawing.live if isinstance(b, Picture)}
    assert set(pictures) == {"S", "f", "i", "o", "H", "M", "X"}
    assert drawing.static == ()
    picture = pictures["H"]
    assert picture.rgba.shape == (5, 40, 4)
    assert (picture.rgba == diverging(scene.values("H", range(1, 41)).T)).all()
    assert (pictures["M"].rgba[:, 1:] == picture.rgba[:, :-1]).all()


def test_the_worked_example_shows_4_12_32():
    sequence = read_text("1,1; 1,1; 2,2", "vectors")
    state = fresh_state("worked-example", cell="elman", hidden=2, activation="linear", sequence=sequence)
    x, (target, mask) = state.task.encode(state.sequence), state.task.target(state.sequence)
    ones = {
        name: np.ones_like(array) if array.ndim == 2 else np.zeros_like(array)
        for name, array in state.network.parameters.items()
    }
    state = replace(state, network=replace(state.network, parameters=ones))
    scene = Scene.of(state, evaluate(state.network, x, target, mask), LIGHT)
    strings = [string for batch in staged(scene).live if isinstance(batch, Texts) for string in batch.strings]
    for number in ("4", "12", "32"):
        assert strings.count(number) >= 2
    assert "1,1" in strings
    assert "2,2" in strings


@pytest.mark.parametrize("cell", ["feedforward", "elman", "jordan", "lstm", "gru"])
def test_values_appear_phase_by_phase(cell):
    scene = real_scene(cell=cell)
    stage_colour = rgba(scene.theme.stage)
    for index, phase in enumerate(scene.phases):
        circles = marks(staged(scene, Position(4, index, 1.0)), Circles)
        for name in ("X", "H", "S"):
            done = phase_named(scene, name) <= index
            expected = diverging(scene.values(name, range(4, 5))[0, :1])[0] if done else stage_colour
            assert close(circles[Key(name, 4, 0)]["fill"], expected), (phase, name)
            assert close(circles[Key(name, 5, 0)]["fill"], stage_colour)
            assert close(circles[Key(name, 3, 0)]["fill"], diverging(scene.values(name, range(3, 4))[0, :1])[0])
        if not scene.cell.memory:
            assert "M" not in {key.name for key in circles}
            continue
        arrived = index == len(scene.phases) - 1
        copy = diverging(scene.values("M", range(5, 6))[0, :1])[0]
        assert close(circles[Key("M", 5, 0)]["fill"], copy if arrived else stage_colour)
        assert close(circles[Key("M", 4, 0)]["fill"], diverging(scene.values("M", range(4, 5))[0, :1])[0])


def test_a_light_fills_smoothly_during_its_phase():
    scene = real_scene()
    index = phase_named(scene, "i")
    levels = []
    for progress in (0.0, 0.25, 0.5, 0.75, 1.0):
        boxes = marks(staged(scene, Position(4, index, progress)), Boxes)
        levels.append(boxes[Key("i", 4, 0)]["h"])
    assert levels[0] == 0
    assert (np.diff(levels) > 0).all()
    light = marks(staged(scene), Boxes)[Key("i", 4, 0)]["h"]
    assert levels[-1] == pytest.approx(light)


def test_with_reduced_motion_everything_jumps():
    scene = real_scene(reduced_motion=True)
    for index in range(len(scene.phases)):
        one, other = (staged(scene, Position(4, index, progress)) for progress in (0.1, 0.9))
        for a, b in zip(one.live, other.live, strict=True):
            if isinstance(a, Circles):
                assert (a.fill == b.fill).all()
                assert (a.x == b.x).all()
    axis = axis_of(scene)
    assert playhead_x(axis, Position(4, 0, 0.3), True) == axis.x(4)


def test_values_travel_while_a_phase_runs():
    scene = real_scene()
    axis = axis_of(scene)
    before = None
    for progress in (0.2, 0.5, 0.8):
        moving = staged(scene, Position(4, phase_named(scene, "M"), progress))
        balls = [b for b in moving.live if isinstance(b, Circles) and not b.keys][-1]
        assert len(balls.x) == 3
        assert (balls.fill == diverging(scene.values("H", range(4, 5))[0])).all()
        assert (axis.x(4) - axis.column / 2 < balls.x).all()
        assert (balls.x < axis.x(5)).all()
        assert before is None or (balls.y > before).all()
        before = balls.y


@pytest.mark.parametrize("column", [None, 12.0, 200.0])
@pytest.mark.parametrize("H", [3, 40])
def test_moving_the_playhead_keeps_the_static_layer(column, H):
    scene = random_scene(H=H, T=20)
    first = staged(scene, Position(2, 0, 0.3), column)
    other = staged(scene, Position(5, 3, 0.9), column, selection=Key("H", 2, 0), hover=Key("X", 3, 1))
    assert first.static_id == other.static_id
    assert hash(first.static_id) == hash(other.static_id)
    assert first.static is other.static or first.static == other.static == ()


def test_the_static_layer_changes_with_place_theme_and_weights_only():
    state, snapshot = real()
    scene = Scene.of(state, snapshot, LIGHT)
    same = Scene.of(state, replace(snapshot, loss=1.0), LIGHT)
    identity = staged(scene).static_id
    assert staged(same).static_id == identity
    assert staged(replace(scene, theme=DARK)).static_id != identity
    assert staged(scene, column=90.0).static_id != identity
    learnt = replace(snapshot, network=replace(snapshot.network, updates=13))
    other = staged(Scene.of(state, learnt, LIGHT)).static_id
    assert other != identity
    assert other.place == identity.place


def test_edges_are_as_wide_as_their_weights():
    scene = real_scene(cell="elman")
    batches = [b for b in staged(scene).live if isinstance(b, Lines)]
    weights = [np.sort(np.abs(scene.weights(edge)).ravel()) for edge in ("XH", "MH", "HS")]
    assert [len(batch.width) for batch in batches] == [len(w) for w in weights] == [6, 9, 6]
    for batch, weight in zip(batches, weights, strict=True):
        assert (np.diff(batch.width) >= 0).all()
        assert batch.width[-1] > batch.width[0] or weight[-1] - weight[0] < 0.5


def test_the_weights_of_an_edge_into_gates_are_their_root_mean_square():
    scene = real_scene(cell="lstm")
    weight = scene.model.parameters["weight_hh_l0"]
    assert scene.weights("MH")[1, 2] == pytest.approx(np.sqrt(np.mean([weight[3 * k + 1, 2] ** 2 for k in range(4)])))
    elman = real_scene(cell="elman")
    assert (elman.weights("XH") == elman.model.parameters["weight_ih_l0"]).all()


def test_too_many_edges_become_one_band():
    scene = random_scene(H=16, T=60)
    few = stage(scene, TimeAxis(60, 1000.0, 128.0, 16.0, 250.0), HEIGHT, end_of(2, scene.phases))
    many = stage(scene, TimeAxis(60, 9000.0, 128.0, 16.0, 250.0), HEIGHT, end_of(2, scene.phases))
    assert max(len(b.x1) for b in few.static if isinstance(b, Lines)) > 100
    assert sum(len(b.x1) for b in many.static if isinstance(b, Lines)) == 3 * 36


def test_the_copy_to_memory_is_dashed_and_arrives_from_the_clock_before():
    scene = real_scene()
    curves = [b for b in staged(scene).static if isinstance(b, Curves)]
    assert len(curves) == 1
    assert curves[0].dash
    assert [key.t for key in curves[0].keys] == list(range(2, 9))
    axis = axis_of(scene)
    for points, key in zip(curves[0].points, curves[0].keys, strict=True):
        assert axis.x(key.t - 1) < points[0, 0] < axis.x(key.t)
        assert points[-1, 0] == pytest.approx(axis.x(key.t) - axis.column / 2)


def test_without_values_columns_are_empty_and_nothing_is_invented():
    state, snapshot = real(T=5)
    longer = state_of(T=8)
    longer = replace(longer, network=state.network)
    extended = replace(
        longer,
        sequence=replace(
            longer.sequence,
            values=np.vstack([state.sequence.values, 1 - state.sequence.values[:3]]),
            labels=(*state.sequence.labels, "a", "b", "c"),
        ),
    )
    scene = Scene.of(extended, snapshot, LIGHT)
    assert scene.known == 5
    drawing = staged(scene)
    circles = marks(drawing, Circles)
    assert close(circles[Key("H", 5, 0)]["fill"], diverging(scene.values("H", range(5, 6))[0, :1])[0])
    assert close(circles[Key("H", 6, 0)]["fill"], rgba(LIGHT.stage))
    assert np.isnan(scene.values("H", range(6, 9))).all()
    assert scene.words(range(4, 8))[2:] == ("", "")
    for nothing in (None, replace(snapshot, network=state_of(cell="gru").network)):
        empty = Scene.of(extended, nothing, LIGHT)
        assert empty.known == 0
        staged(empty)


def test_a_snapshot_of_another_sequence_is_not_shown():
    state, snapshot = real(T=6)
    values = state.sequence.values.copy()
    values[3] = 1 - values[3]
    scene = Scene.of(replace(state, sequence=replace(state.sequence, values=values)), snapshot, LIGHT)
    assert scene.known == 3


def test_selection_and_hover_are_framed():
    scene = real_scene()
    plain = staged(scene)
    for key in (Key("H", 3, 1), Key("f", 3, 2), Key("M", 3, 0), Key("S", 2, -1), Key("i", 2, -1), Key("X", 8, 0)):
        marked = staged(scene, selection=key)
        assert len(marked.live) == len(plain.live) + 1
    assert len(staged(scene, selection=Key("c", 3, 1)).live) == len(plain.live)  # c has no light
    assert len(staged(scene, selection=Key("H", 30, 1)).live) == len(plain.live)
    neuron = marks(plain, Circles)[Key("H", 3, 1)]
    ring = next(b for b in staged(scene, selection=Key("H", 3, 1)).live if isinstance(b, Circles) and not b.keys)
    assert (ring.x[0], ring.y[0]) == pytest.approx((neuron["x"], neuron["y"]))
    assert ring.r[0] > neuron["r"]


@settings(deadline=None, max_examples=50)
@given(st.integers(2, 40), st.floats(0.001, 0.999))
def test_the_playhead_glides_without_jumps(t, progress):
    axis = TimeAxis(40, 1000.0, 128.0)
    count = 9
    x = playhead_x(axis, Position(t, 0, progress))
    assert axis.x(t - 1) <= x <= axis.x(t)
    assert playhead_x(axis, Position(t, 0, 0.0)) == pytest.approx(playhead_x(axis, Position(t - 1, count - 1, 1.0)))
    assert playhead_x(axis, Position(t, 0, 1.0)) == pytest.approx(playhead_x(axis, Position(t, 1, 0.0)))


@pytest.mark.parametrize("T", [1, 8, 1000])
def test_the_current_clock_is_bold_and_its_number_is_said(T):
    scene = random_scene(T=T)
    t = min(T, 4)
    bold = [
        s for b in staged(scene, end_of(t, scene.phases)).live if isinstance(b, Texts) and b.bold for s in b.strings
    ]
    assert f"t = {t}" in bold
    assert scene.labels[t - 1] in bold


@pytest.mark.parametrize("label", ["ímpar", "adjective"])
@pytest.mark.parametrize("column", [24.0, 26.0, 40.0, 90.0])
def test_a_word_is_whole_or_not_there(label, column):
    scene = real_scene(cell="lstm", T=12, label=label)
    axis = TimeAxis(scene.steps, 126.0 + 12 * column, 110.0, column=column)
    drawing = stage(scene, axis, 320.0, end_of(5, scene.phases))
    _, strings = text_boxes(drawing)
    assert strings.count(label) >= 2
    assert not [string for string in strings if "…" in string]
    assert overlaps(drawing) == []
    bold = [b for b in drawing.live if isinstance(b, Texts) and label in b.strings and b.bold]
    assert [float(b.x[0]) for b in bold] == [axis.x(5)]


@pytest.mark.parametrize("column", [76.0, 120.0, 200.0])
@pytest.mark.parametrize("height", [290.0, 520.0])
def test_the_way_back_from_s_is_not_on_that_from_h(column, height):
    scene = real_scene(cell="lstm", scenario="one-to-many")
    layout = layout_of(scene, column, height)
    back, copy = (
        np.array([bezier(path[None], part)[0] for part in np.linspace(0, 1, 300)])
        for path in (read_back_path(layout, column), copy_path(layout))
    )
    down = copy[copy[:, 1] > layout.H.y + layout.H.high]
    beside = np.interp(down[:, 1], back[:, 1], back[:, 0])
    assert (beside - down[:, 0] > max(1.2, 1.6 * layout.scale)).all()  # as wide as they are drawn
    at_h = np.abs(back[:, 1] - layout.H.y) < layout.H.high
    assert (back[at_h, 0] < column - layout.H.half - 0.5).all()  # nor on the next H
    assert (back[at_h, 0] > layout.H.half + 0.5).all()
