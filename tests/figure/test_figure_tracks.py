"""Tracks, hits, frames of films and the palette."""

from dataclasses import replace

import numpy as np
import pytest
from figure_scenes import marks, random_scene, real_scene
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.engine.evaluate import evaluate
from rnnviz.figure.drawing import Boxes, Circles, Lines, Picture, Texts
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.hits import hit
from rnnviz.figure.limits import limit_of
from rnnviz.figure.metrics import text_width
from rnnviz.figure.palette import DARK, LIGHT, THEMES, contrast, diverging, filling, ink_on, rgba
from rnnviz.figure.scene import Scene
from rnnviz.figure.stage import natural_column, stage
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.tracks import track_height, track_names, tracks
from rnnviz.session.playback import Position, at_time, end_of
from rnnviz.session.start import preset
from rnnviz.session.state import Key
from rnnviz.words import translate


def axis_of(scene, width=1000.0, column=None):
    axis = TimeAxis(scene.steps, width, 128.0)
    return replace(axis, column=column or natural_column(scene, axis.room))


def worked():
    state = preset("worked-example")
    target, mask = state.task.target(state.sequence)
    snapshot = evaluate(state.network, state.task.encode(state.sequence), target, mask)
    return Scene.of(state, snapshot, LIGHT)


def batches(drawing, kind):
    return [batch for batch in drawing.live if isinstance(batch, kind)]


def test_units_without_bounds_have_one_scale_for_the_whole_sequence_that_is_named():
    scene = worked()
    assert scene.limit == 50  # the largest of all is 32
    axis = axis_of(scene)
    for t in range(1, 4):  # the same scale wherever the playhead is
        drawing = tracks(scene, axis, track_height(scene), end_of(t, scene.phases))
        assert "−50 … 50" in [string for batch in batches(drawing, Texts) for string in batch.strings]
        (cells,) = [b for b in batches(drawing, Boxes) if len(b.keys) == 6]
        h = scene.values("H", range(1, 4))
        assert (cells.fill[: 2 * t, :3] == diverging(h, limit=50.0).reshape(-1, 4)[: 2 * t, :3]).all()
    assert len({tuple(colour) for colour in cells.fill[::2].tolist()}) == 3  # 2, 6 and 16 do not look alike
    circles = batches(stage(scene, axis, 400.0, end_of(3, scene.phases)), Circles)
    shown = {key: fill for batch in circles for key, fill in zip(batch.keys, batch.fill.tolist(), strict=False)}
    for name in ("X", "H", "S"):
        for t in range(1, 4):
            assert shown[Key(name, t, 0)] == diverging(np.array([scene.value(name, t, 0)]), limit=50.0)[0].tolist()


def test_units_with_bounds_keep_the_scale_from_minus_one_to_one():
    for cell in ("elman", "lstm", "gru"):
        assert real_scene(cell=cell).limit == 1.0


@pytest.mark.parametrize(
    ("size", "end"),
    [(0.0, 1), (1.0, 1), (1.01, 2), (2.0, 2), (4.9, 5), (5.1, 10), (32.0, 50), (100.0, 100), (101.0, 200)],
)
def test_the_end_of_a_scale_is_the_next_round_number(size, end):
    assert limit_of({"h": np.array([[-size, 0.0]]), "f": np.array([[1e9]])}) == end
    assert limit_of({"h": np.array([[np.nan, np.inf]]), "s": np.array([[size]])}) == end


def test_a_memory_has_its_number_where_there_is_room():
    scene = worked()
    drawing = stage(scene, axis_of(scene, 620.0), 330.0, end_of(3, scene.phases))
    (memory,) = [b for b in batches(drawing, Circles) if b.keys and b.keys[0] and b.keys[0].name == "M"]
    (hidden,) = [b for b in batches(drawing, Circles) if b.keys and b.keys[0] and b.keys[0].name == "H"]
    assert memory.r[0] < hidden.r[0]
    said = {
        (round(float(x)), round(float(y))): string
        for batch in batches(drawing, Texts)
        for x, y, string in zip(batch.x, batch.y, batch.strings, strict=True)
    }
    for key, x, y in zip(memory.keys, memory.x, memory.y, strict=True):
        if x > 120:
            assert said[round(float(x)), round(float(y))] == f"{scene.value('M', key.t, key.unit):.0f}"


@pytest.mark.parametrize(("cell", "names"), [("elman", "h"), ("lstm", "figcoh"), ("gru", "rznh")])
def test_one_track_for_every_gate_cell_and_hidden_layer(cell, names):
    scene = real_scene(cell=cell)
    assert track_names(scene, track_height(scene)) == tuple(names)
    drawing = tracks(scene, axis_of(scene), track_height(scene), end_of(5, scene.phases))
    boxes = marks(drawing, Boxes, ("live",))
    for gate in scene.gates:
        name = "H" if gate.name == "h" else gate.name
        for t in (1, 5):
            for unit in range(3):
                value = scene.trace[gate.name][t - 1 : t, unit]
                expected = diverging(value)
                if gate.kind == "sigmoid":
                    expected = filling(value, scene.colour(gate.name), LIGHT.field)
                assert (boxes[Key(name, t, unit)]["fill"] == expected[0]).all()
        assert boxes[Key(name, 6, 0)]["fill"][3] == 0  # after the playhead
    titles = [string for b in drawing.live if isinstance(b, Texts) and b.bold for string in b.strings]
    assert [title.split()[-1] for title in titles] == list(names)


def test_in_little_room_the_most_telling_tracks_stay():
    scene = real_scene()
    assert track_names(scene, 24.0) == ("h",)
    assert track_names(scene, 4 * 24.0) == ("f", "i", "c", "h")
    assert track_names(real_scene(cell="gru"), 3 * 24.0) == ("r", "z", "h")


@pytest.mark.parametrize(("T", "H", "column"), [(1000, 3, 4.0), (40, 64, 20.0), (10_000, 2, 2.0)])
def test_many_cells_are_pictures_up_to_the_playhead(T, H, column):
    scene = random_scene(T=T, H=H)
    axis = axis_of(scene, column=column).showing(T // 2)
    drawing = tracks(scene, axis, 240.0, end_of(T // 2, scene.phases))
    pictures = [b for b in drawing.live if isinstance(b, Picture)]
    assert [p.name for p in pictures] == ["f", "i", "g", "c", "o", "H"]
    for picture in pictures:
        assert picture.first_t == axis.visible.start
        assert picture.first_t + picture.rgba.shape[1] - 1 == T // 2
        assert picture.rgba.shape[0] == H
        assert picture.rgba.shape[1] / picture.w == pytest.approx(1 / column)


def test_a_cell_on_its_way_is_translucent():
    scene = random_scene(T=100, H=64)
    index = [phase.name for phase in scene.phases].index("c")
    drawing = tracks(scene, axis_of(scene, column=8.0), 400.0, Position(4, index, 0.5))
    alphas = {(b.name, b.first_t): b.rgba[..., 3].max() for b in drawing.live if isinstance(b, Picture)}
    assert alphas[("g", 1)] == 255
    assert alphas[("c", 4)] == 128
    assert ("o", 4) not in alphas


def test_the_playhead_cuts_through_all_tracks():
    scene = real_scene()
    axis = axis_of(scene)
    drawing = tracks(scene, axis, 240.0, end_of(5, scene.phases))
    line = [b for b in drawing.live if isinstance(b, Lines)][-1]
    assert (line.x1[0], line.y1[0], line.x2[0], line.y2[0]) == (axis.x(5), 0.0, axis.x(5), 240.0)
    assert drawing.static_id == tracks(scene, axis, 240.0, Position(2, 1, 0.5)).static_id


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(["feedforward", "elman", "jordan", "lstm", "gru"]),
    st.sampled_from([1, 3, 16, 128]),
    st.sampled_from([12.0, 60.0, 90.0, 200.0]),
    st.integers(300, 900),
)
def test_every_unit_is_found_where_it_is_drawn(cell, H, column, height):
    scene = random_scene(cell=cell, H=H, T=12)
    axis = axis_of(scene, 3000.0, column)
    at_end = end_of(12, scene.phases)
    drawing = stage(scene, axis, float(height), at_end)
    for key, circle in marks(drawing, Circles).items():
        assert hit(drawing, circle["x"], circle["y"]) == key
    check_pictures(drawing, scene)
    below = tracks(scene, axis, 300.0, at_end)
    check_pictures(below, scene)
    for key, box in marks(below, Boxes, ("live",)).items():
        assert hit(below, box["x"] + box["w"] / 2, box["y"] + box["h"] / 2) == key


def check_pictures(drawing, scene):
    for picture in drawing.live:
        if isinstance(picture, Picture) and picture.name:
            rows, columns = picture.rgba.shape[:2]
            for t in (1, 12):
                for unit in (0, scene.units(picture.name) - 1):
                    row, place = divmod(unit, picture.across)
                    column = (t - 1) * (picture.across + picture.gap) + place
                    x = picture.x + (column + 0.5) / columns * picture.w
                    y = picture.y + (row + 0.5) / rows * picture.h
                    assert hit(drawing, x, y) == Key(picture.name, t, unit)


def test_hits_of_lights_curves_and_nothing():
    scene = real_scene()
    axis = axis_of(scene)
    drawing = stage(scene, axis, 460.0, end_of(8, scene.phases))
    boxes = marks(drawing, Boxes)
    light = boxes[Key("i", 3, -1)]
    # The empty part of a vessel belongs to its unit too.
    assert hit(drawing, light["x"] + light["w"] * 0.5, light["y"] + 3) == Key("i", 3, 1)
    assert hit(drawing, light["x"] + 0.5, light["y"] + light["h"] / 2) == Key("i", 3, -1)
    curves = drawing.static[-1]
    assert hit(drawing, *curves.points[2][-1]) == Key("M", 4, -1)
    assert hit(drawing, 5.0, 5.0) is None
    assert hit(drawing, axis.x(4), 30.0) is None or hit(drawing, axis.x(4), 30.0).name == "S"


def test_what_slid_under_the_gutter_cannot_be_hit():
    scene = real_scene(T=40)
    axis = replace(axis_of(scene, 600.0, 80.0), offset=110.0)
    drawing = stage(scene, axis, 460.0, end_of(5, scene.phases))
    hidden = {k: c for k, c in marks(drawing, Circles).items() if c["x"] < axis.left - 1}
    assert hidden
    for circle in hidden.values():
        assert hit(drawing, circle["x"], circle["y"]) is None


@pytest.mark.parametrize("size", [(320, 180), (1280, 720), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("T", [1, 8, 40])
def test_frames_follow_the_playhead_without_jumps(size, T):
    scene = random_scene(T=T)
    width, height = size
    axis = film_axis(scene, width, height)
    places = []
    clocks = min(T, 12)
    moments = np.linspace(0, sum(p.seconds for p in scene.phases) * clocks, 40 * clocks + 1)
    for seconds in moments:
        drawing = frame(scene, axis, at_time(float(seconds), scene.phases, 1, T), width, height, False)
        circles = marks(drawing, Circles, ("live",))
        if places:
            seen = places[-1]
            common = [key for key in seen if key in circles]
            assert common
            moved = max(abs(seen[key] - circles[key]["x"]) for key in common)
            assert moved <= 0.30 * axis.column
        places.append({key: circle["x"] for key, circle in circles.items()})
        current = [key for key in circles if key.t == at_time(float(seconds), scene.phases, 1, T).t]
        assert current
        for key in current:
            assert 0 < circles[key]["x"] < width


def test_frames_say_what_is_shown():
    scene = real_scene()
    drawing = frame(scene, film_axis(scene, 1280, 720), end_of(3, scene.phases), 1280, 720, True)
    strings = [string for b in drawing.live if isinstance(b, Texts) for string in b.strings]
    assert "Any task · LSTM" in strings
    assert any("trained, 12 updates" in string and "seed 0" in string for string in strings)
    untrained = replace(scene, model=replace(scene.model, updates=0))
    drawing = frame(untrained, film_axis(scene, 1280, 720), end_of(3, scene.phases), 1280, 720, False)
    strings = [string for b in drawing.live if isinstance(b, Texts) for string in b.strings]
    assert any("untrained" in string for string in strings)
    assert not any(string.startswith("forget") for string in strings)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_is_readable_on_every_surface(theme):
    for surface in (theme.window, theme.stage, theme.field, theme.highlight):
        for name in ("text", "muted", "error", "good", "accent"):
            assert contrast(getattr(theme, name), surface) >= 4.5, (name, surface)
        for role in theme.roles:
            assert contrast(theme.ink(role), surface) >= 4.5, (role, surface)
    assert contrast(theme.accent_text, theme.accent) >= 4.5


@pytest.mark.parametrize("limit", [1e21, 1e50, 1e298])
def test_a_scale_may_be_as_wide_as_numbers_are(limit):
    parts = np.array([-1.0, -0.3, 0.0, 0.6, 1.0])
    assert (diverging(parts * limit, limit=limit) == diverging(parts)).all()


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#777777") == 1.0


def test_numbers_are_readable_on_every_activation_colour():
    fills = diverging(np.linspace(-1, 1, 511))
    for fill, ink in zip(fills, ink_on(fills), strict=True):
        assert contrast("#{:02x}{:02x}{:02x}".format(*fill), "#{:02x}{:02x}{:02x}".format(*ink)) >= 4.5


def test_scales_are_fixed_and_saturate():
    assert (diverging(np.array([-1.0, -5.0])) == diverging(np.array([-1.0]))).all()
    assert (diverging(np.array([1.0, 32.0, np.inf])) == diverging(np.array([1.0]))).all()
    assert tuple(diverging(np.array([0.0]))[0]) == (255, 255, 255, 255)
    assert tuple(diverging(np.array([np.nan]))[0]) == (255, 255, 255, 255)
    assert tuple(filling(np.array([0.0]), "#009E73", "#FFFFFF")[0]) == rgba("#FFFFFF")
    assert tuple(filling(np.array([1.0]), "#009E73", "#FFFFFF")[0]) == rgba("#009E73")
    red, blue = diverging(np.array([0.6]))[0], diverging(np.array([-0.6]))[0]
    assert red[0] > red[2]
    assert blue[2] > blue[0]
    assert DARK.roles.keys() == LIGHT.roles.keys()


def test_values_beyond_any_scale_are_its_ends_without_a_warning():
    values = np.array([-1e300, 1e300])
    assert (diverging(values) == diverging(np.array([-1.0, 1.0]))).all()
    assert (filling(np.abs(values), "#D55E00", "#FFFFFF") == filling(np.ones(2), "#D55E00", "#FFFFFF")).all()


@pytest.mark.usefixtures("each_language")
@pytest.mark.parametrize("cell", ["lstm", "gru"])
def test_tracks_say_their_gates_names_in_every_language(cell):
    scene = real_scene(cell=cell)
    axis = TimeAxis(scene.steps, 735.0, 110.0)
    drawing = tracks(scene, axis, 24.0 * len(scene.gates), end_of(1, scene.phases))
    said = {string for batch in batches(drawing, Texts) for string in batch.strings}
    assert {f"{translate('cells', gate.title)} {gate.name}" for gate in scene.gates} <= said
    for batch in batches(drawing, Texts):
        assert all(text_width(string, batch.size, batch.bold) <= axis.left - 12 for string in batch.strings)
