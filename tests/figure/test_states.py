"""The views of the state: what is drawn lies where the trace says, no words on one another, nothing outside."""

from dataclasses import replace

import numpy as np
import pytest
from figure_scenes import marks, overlaps, random_scene, real, real_scene, text_boxes
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.figure.describe import indexed
from rnnviz.figure.drawing import Boxes, Circles, Lines, Texts
from rnnviz.figure.hits import hit
from rnnviz.figure.palette import DARK, LIGHT, diverging, filling
from rnnviz.figure.states import VIEWS
from rnnviz.figure.states.alike import alike, distances, nearest, widest
from rnnviz.figure.states.choice import chosen, fitting, quantities, stepped
from rnnviz.figure.states.field import after, has_field
from rnnviz.figure.states.page import state_page
from rnnviz.figure.states.plane import plane
from rnnviz.figure.states.saturation import panels, saturation, unit_shares, units_at
from rnnviz.figure.states.symbols import DECADES, first_line, highest, shares, symbols, wrapped
from rnnviz.figure.states.trajectory import axes_of, path, trajectory
from rnnviz.figure.states.view import state_drawing
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.inputs.sequence import sequence_of_characters
from rnnviz.session.playback import Position, end_of
from rnnviz.session.state import Key, Seen

CELLS = ["feedforward", "elman", "jordan", "lstm", "gru"]


def axis_of(scene, width=760.0):
    return TimeAxis(scene.steps, width, 110.0, column=min(90.0, (width - 126.0) / scene.steps))


def drawn(view, scene, t=1, seen=None, width=760.0, height=210.0, gradients=None):
    axis, position = axis_of(scene, width), end_of(t, scene.phases)
    return state_drawing(view, scene, seen or Seen(), axis, height, position, gradients or {})


def strings(drawing):
    return [string for batch in drawing.live if isinstance(batch, Texts) for string in batch.strings]


def sizes(view):
    return (
        st.sampled_from(CELLS),
        st.sampled_from([1, 2, 3, 5, 17, 64]),
        st.integers(1, 40),
        st.sampled_from([106.0, 150.0, 210.0, 420.0]),
        st.sampled_from([560.0, 760.0, 1400.0]),
        st.data(),
    )


@pytest.mark.parametrize("T", [2, 10, 40, 999])
def test_the_legend_of_the_trajectory_names_its_last_clock_whole(T):
    assert f"t={T}" in strings(drawn("trajectory", random_scene(LIGHT, cell="elman", H=3, T=T)))


@pytest.mark.usefixtures("each_language")
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_overlaps_or_leaves_its_bounds(view):
    @settings(deadline=None, max_examples=40)
    @given(*sizes(view))
    def check(cell, H, T, height, width, data):
        scene = random_scene(
            data.draw(st.sampled_from([LIGHT, DARK])),
            cell=cell,
            H=H,
            T=T,
            label=data.draw(st.sampled_from([None, "xyz"])),
        )
        seen = Seen(unit=H - 1, alone=data.draw(st.booleans()), colour=data.draw(st.sampled_from(["time", "symbol"])))
        drawing = drawn(view, scene, data.draw(st.integers(1, T)), seen, width, height)
        assert not overlaps(drawing)
        boxes, words = text_boxes(drawing)
        assert words
        assert (boxes[:, 0] >= 0).all()
        assert (boxes[:, 2] <= width).all()
        assert (boxes[:, 1] >= 20).all(), "the title's line is the chooser's"
        assert (boxes[:, 3] <= height + 1).all()
        for kind in (Circles, Boxes):
            for mark in marks(drawing, kind).values():
                right = mark["x"] + mark.get("w", 0.0)
                assert 0 <= mark["x"] <= right <= width
                assert 20 <= mark["y"] <= height

    check()


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("H", [1, 2, 3, 16])
def test_dots_of_the_trajectory_lie_where_the_trace_says(cell, H):
    scene = real_scene(cell=cell, H=H, T=9)
    drawing = drawn("trajectory", scene, 5)
    axes, dots = axes_of(scene, axis_of(scene), 210.0), marks(drawing, Circles)
    h = np.concatenate([np.zeros((1, H)), scene.trace["h"]])
    if H == 1:
        expected = np.stack([h[:-1, 0], h[1:, 0]], axis=1)
    elif H == 2:
        expected = h[1:]
    else:  # principal components by the eigenvectors of the covariance
        centred = h[1:] - h[1:].mean(axis=0)
        variances, vectors = np.linalg.eigh(centred.T @ centred)
        expected = centred @ vectors[:, ::-1][:, :2]
        points = path(scene).points
        expected *= np.sign((expected * points).sum(axis=0))
        assert np.allclose(points, expected, atol=1e-9)
        assert f"{100 * variances[-1] / variances.sum():.0f} %" in path(scene).names[0]
    x, y = axes.place(expected[:, 0], expected[:, 1])
    for t in range(1, 10):
        assert dots[Key("H", t)]["x"] == pytest.approx(x[t - 1])
        assert dots[Key("H", t)]["y"] == pytest.approx(y[t - 1])
        assert hit(drawing, x[t - 1], y[t - 1]).name == "H"
    playhead = [batch for batch in drawing.live if isinstance(batch, Circles)][-1]
    assert (playhead.x[0], playhead.y[0]) == (pytest.approx(x[4]), pytest.approx(y[4]))
    assert indexed(scene.labels[4], 5) in strings(drawing)
    assert has_field(scene, 5) == (H <= 2 and cell != "jordan")


def test_a_planted_error_of_a_thousandth_moves_a_dot():
    scene = real_scene(H=2, T=9)
    wrong = replace(scene, trace={**scene.trace, "h": 1.001 * scene.trace["h"]})
    assert not np.allclose(path(scene).points, path(wrong).points, rtol=1e-4)


def test_the_playhead_travels_while_h_is_computed():
    scene = real_scene(H=2, T=6)
    index = [phase.name for phase in scene.phases].index("H")
    places = []
    for position in (Position(4, index - 1, 1.0), Position(4, index, 0.5), Position(4, index, 1.0)):
        drawing = trajectory(scene, Seen(), axis_of(scene), 210.0, position)
        dot = [batch for batch in drawing.live if isinstance(batch, Circles)][-1]
        places.append((dot.x[0], dot.y[0]))
    dots = marks(drawing, Circles)
    assert places[0] == (dots[Key("H", 3)]["x"], dots[Key("H", 3)]["y"])
    assert places[2] == (dots[Key("H", 4)]["x"], dots[Key("H", 4)]["y"])
    assert np.allclose(places[1], np.mean([places[0], places[2]], axis=0))


@pytest.mark.parametrize("cell", ["feedforward", "elman", "lstm", "gru"])
@pytest.mark.parametrize("H", [1, 2])
def test_the_field_carries_every_state_to_the_next(cell, H):
    """Where the trajectory stands, the field leads exactly where the trajectory goes: c is the true one too."""
    scene = real_scene(cell=cell, H=H, T=7)
    h = np.concatenate([np.zeros((1, H)), scene.trace["h"]])
    for t in range(1, 8):
        assert np.allclose(after(scene, t, h[t - 1 : t]), h[t : t + 1], atol=1e-12)


def test_arrows_have_the_direction_and_the_proportions_of_the_field():
    scene = real_scene(H=2, T=7)
    drawing, axes = drawn("trajectory", scene, 4), axes_of(scene, axis_of(scene), 210.0)
    shafts = next(batch for batch in drawing.live if isinstance(batch, Lines) and len(batch.x1) > 10)
    share = (shafts.x1 - axes.frame.x) / axes.frame.w, 1 - (shafts.y1 - axes.frame.y) / axes.frame.h
    starts = np.stack([np.interp(share[0], (0, 1), axes.x), np.interp(share[1], (0, 1), axes.y)], axis=1)
    ends = after(scene, 4, starts)
    x, y = axes.place(ends[:, 0], ends[:, 1])
    true = np.stack([x - shafts.x1, y - shafts.y1], axis=1)
    shown = np.stack([shafts.x2 - shafts.x1, shafts.y2 - shafts.y1], axis=1)
    ratio = np.linalg.norm(shown, axis=1) / np.linalg.norm(true, axis=1)
    assert np.allclose(shown, ratio[0] * true)
    said = next(string for string in strings(drawing) if "arrows" in string)
    assert f"{100 * ratio[0]:.0f} %" in said
    assert "c₃" in said
    assert "c₃ fixed" in " ".join(strings(drawn("trajectory", scene, 4, width=400.0)))
    assert "c₃" not in " ".join(strings(drawn("trajectory", real_scene(cell="gru", H=2, T=7), 4)))


def test_the_plane_of_ten_thousand_clocks_is_that_of_their_own_decomposition():
    h = np.tanh(np.random.default_rng(0).normal(size=(10_000, 12)) @ np.diag(np.linspace(0.1, 2, 12)))
    found = plane(h)
    _, sizes, vectors = np.linalg.svd(h - h.mean(axis=0), full_matrices=False)
    assert np.allclose(np.abs((found.axes * vectors[:2]).sum(axis=1)), 1)
    assert np.allclose(found.shares, sizes[:2] ** 2 / (sizes**2).sum())
    assert (np.take_along_axis(found.axes, np.abs(found.axes).argmax(axis=1)[:, None], axis=1) > 0).all()


def test_colours_by_time_and_by_symbol():
    scene = real_scene(H=3, T=8)
    by_time = marks(drawn("trajectory", scene, 8), Circles)
    by_symbol = marks(drawn("trajectory", scene, 8, Seen(colour="symbol")), Circles)
    assert len({tuple(by_time[Key("H", t)]["fill"]) for t in range(1, 9)}) == 8
    colours = {}
    for t in range(1, 9):
        colours.setdefault(scene.labels[t - 1], set()).add(tuple(by_symbol[Key("H", t)]["fill"]))
    assert all(len(some) == 1 for some in colours.values())
    assert len(set().union(*colours.values())) == len(colours)


def test_one_state_alone_and_states_that_are_no_numbers():
    flat = plane(np.full((1, 3), 0.5))
    assert (flat.shares == 0).all()
    assert np.allclose(flat.axes @ flat.axes.T, np.eye(2))
    scene = real_scene(H=3, T=4)
    broken = replace(scene, trace={**scene.trace, "h": np.full((4, 3), np.nan)})
    assert strings(drawn("trajectory", broken)) == ["h is not a finite number"]
    for view in VIEWS:
        drawn(view, broken, 2)
        nothing = replace(scene, trace={}, known=0)
        assert strings(drawn(view, nothing, 2))


@pytest.mark.parametrize("cell", CELLS)
def test_symbols_have_the_colours_of_every_quantity(cell):
    state, snapshot = real(cell=cell, H=4, T=12)
    scene = real_scene(cell=cell, H=4, T=12)
    gradients = fitting(scene, snapshot)
    for name, gradient in quantities(scene, gradients):
        seen = Seen(name, gradient, 2)
        boxes = marks(drawn("symbols", scene, 3, seen, gradients=gradients), Boxes)
        layer, values = ("H" if name == "h" else name), (gradients if gradient else scene.trace)[name]
        for t in range(1, 13):
            one = values[t - 1 : t, 2]
            expected = (
                filling(one, scene.colour(name), LIGHT.field) if scene.gate(name).kind == "sigmoid" else diverging(one)
            )
            if gradient:
                high = np.ceil(np.log10(np.abs(values).max()))
                part = 0.06 + 0.94 * (np.log10(np.maximum(np.abs(one), 1e-300)) - high + DECADES) / DECADES
                expected = filling(np.where(part < 0.06, 0, part), scene.colour(name), LIGHT.field)
            assert np.abs(boxes[Key(layer, t, 2)]["fill"].astype(int) - expected[0]).max() <= 1, (name, gradient, t)
    assert state.seen == Seen()


def test_gradients_are_shown_on_six_decades():
    values = np.array([[1e-9], [3e-4], [0.02], [0.0]])
    assert highest(values) == -1
    assert shares(values)[:, 0].tolist() == pytest.approx(
        [0.0, 0.06 + 0.94 * (np.log10(3e-4) + 7) / 6, 0.06 + 0.94 * (np.log10(0.02) + 7) / 6, 0.0]
    )


def text_scene(text):
    scene = random_scene(T=len(text), D=2, H=3)
    return replace(scene, sequence=sequence_of_characters(text, text))


def test_long_text_wraps_scrolls_and_follows_the_playhead():
    scene = text_scene("the quick brown fox jumps over the lazy dog " * 40)
    axis, T = axis_of(scene), scene.steps
    place = wrapped(scene, axis, 210.0)
    assert place.line[-1] > place.room
    assert (np.diff(place.line) >= 0).all()
    assert (place.x + place.width <= axis.left + axis.room).all()
    for t in (1, T // 2, T):
        drawing = symbols(scene, Seen(), axis, 210.0, end_of(t, scene.phases), {})
        boxes = marks(drawing, Boxes)
        assert Key("H", t, 0) in boxes
        frame = [batch for batch in drawing.live if isinstance(batch, Boxes) and not batch.keys and batch.w[0] < 60]
        assert frame[-1 if len(frame) == 1 else 0].x[0] == boxes[Key("H", t, 0)]["x"] - 1.5
        for key, mark in boxes.items():
            assert hit(drawing, mark["x"] + 3, mark["y"] + 3) == key
    top = symbols(scene, Seen(), axis, 210.0, end_of(T, scene.phases), {}, 0)
    assert min(key.t for key in marks(top, Boxes)) == 1
    assert first_line(place, 1, 10_000) == place.line[-1] + 1 - place.room
    assert wrapped(text_scene("short"), axis, 210.0).size > place.size


def test_stepping_goes_around_and_falls_back_where_a_cell_has_less():
    scene = random_scene(H=3)
    assert stepped(scene, Seen(unit=2), {}, units=1).unit == 0
    assert stepped(scene, Seen(), {}, units=-1).unit == 2
    assert stepped(scene, Seen(), {}, quantity=1).quantity == "f"
    gru = random_scene(cell="gru", H=2)
    assert chosen(gru, Seen("f", True, 9), {}) == ("h", False, 1, 2)


@pytest.mark.parametrize("cell", CELLS)
def test_the_clocks_most_alike_by_plain_loops(cell):
    scene = real_scene(cell=cell, H=5, T=20)
    h = scene.trace["h"]
    for unit in (None, 3):
        for t in (1, 11, 20):
            plain = []
            for k in range(20):
                some = range(5) if unit is None else (unit,)
                plain.append(sum((h[k, j] - h[t - 1, j]) ** 2 for j in some) ** 0.5)
            assert np.allclose(distances(scene, t, unit), plain)
            assert max(plain) <= widest(scene, unit) + 1e-12
            wanted = sorted((d, k + 1) for k, d in enumerate(plain) if k != t - 1)[:5]
            found = nearest(scene, t, unit)
            assert np.allclose([one.distance for one in found], [d for d, _ in wanted])
            assert t not in [one.t for one in found]


def test_bars_are_as_high_as_the_distance_and_the_list_leads_there():
    scene = real_scene(H=5, T=12)
    axis = axis_of(scene, 1200.0)
    drawing = alike(scene, Seen(), axis, 210.0, end_of(4, scene.phases))
    bars = next(batch for batch in drawing.live if isinstance(batch, Boxes) and len(batch.keys) == 12)
    away = distances(scene, 4)
    assert [key.t for key in bars.keys] == list(range(1, 13))
    assert np.allclose(bars.x + bars.w / 2, [axis.x(t) for t in range(1, 13)])
    far = away > 0.1
    assert np.allclose(bars.h[far] / bars.h.max(), away[far] / away.max())
    chips = [batch for batch in drawing.live if isinstance(batch, Boxes) and batch.radius == 10.0]
    assert [chip.keys[0].t for chip in chips] == [one.t for one in nearest(scene, 4)]
    for chip in chips:
        assert hit(drawing, chip.x[0] + 3, chip.y[0] + 3) == chip.keys[0]
    for one in nearest(scene, 4):
        assert indexed(scene.labels[one.t - 1], one.t) in strings(drawing)


def test_of_clocks_that_share_a_pixel_the_most_alike_is_drawn():
    scene = random_scene(T=5000, H=3)
    axis = TimeAxis(5000, 760.0, 110.0, column=634.0 / 5000)
    drawing = alike(scene, Seen(), axis, 210.0, end_of(2000, scene.phases))
    bars = next(batch for batch in drawing.live if isinstance(batch, Boxes) and len(batch.keys) > 100)
    assert {one.t for one in nearest(scene, 2000)} <= {key.t for key in bars.keys} | {1999, 2001}


@pytest.mark.parametrize("cell", ["elman", "lstm", "gru"])
def test_saturated_shares_of_each_unit(cell):
    scene = real_scene(cell=cell, H=6, T=20)
    drawing = saturation(scene, axis_of(scene), 210.0, end_of(3, scene.phases))
    found = unit_shares(scene)
    assert list(found) == [gate.name for gate in scene.gates if gate.kind != "state"]
    frames, points = panels(axis_of(scene), 210.0, len(found)), marks(drawing, Circles)
    for (name, _), frame in zip(found.items(), frames, strict=True):
        values, sigmoid = scene.trace[name], scene.gate(name).kind == "sigmoid"
        for unit in range(6):
            low = sum(value < (0.05 if sigmoid else -0.95) for value in values[:, unit]) / 20
            high = sum(value > 0.95 for value in values[:, unit]) / 20
            first = units_at(scene, name, unit)[0]
            mark = points[Key("H" if name == "h" else name, 3, first)]
            assert mark["x"] == pytest.approx(frame.x + low * frame.w)
            assert mark["y"] == pytest.approx(frame.y + (1 - high) * frame.h)
            assert unit in units_at(scene, name, unit)


def test_what_cannot_saturate_says_so():
    assert strings(drawn("saturation", real_scene(cell="elman", activation="relu"))) == [
        "no unit of this network can saturate"
    ]


@pytest.mark.parametrize("cell", ["elman", "lstm", "gru"])
@pytest.mark.parametrize("H", [1, 2, 4])
def test_every_layer_and_direction_has_views_of_its_own(cell, H):
    _, snapshot = real(cell=cell, H=H, T=9, layers=2, direction="bidirectional")
    whole = real_scene(cell=cell, H=H, T=9, layers=2, direction="bidirectional")
    for part in whole.parts:
        scene = whole.at(*part)
        h = scene.array("h")
        zero = np.zeros((1, H))
        before = np.concatenate([h[1:], zero] if scene.reverse else [zero, h[:-1]])
        dots, axes = marks(drawn("trajectory", scene, 4), Circles), axes_of(scene, axis_of(scene), 210.0)
        if H == 2:
            x, y = axes.place(h[:, 0], h[:, 1])
            for t in range(1, 10):
                assert dots[scene.key("H", t)]["x"] == pytest.approx(x[t - 1])
                assert dots[scene.key("H", t)]["y"] == pytest.approx(y[t - 1])
        for t in range(1, 10):
            assert has_field(scene, t) == (H <= 2)
            assert np.allclose(after(scene, t, before[t - 1 : t]), h[t - 1 : t], atol=1e-12)
        gradients = fitting(scene, snapshot)
        assert (gradients["h"] == snapshot.gradients[scene.filed("h")]).all()
        for view in VIEWS:
            drawing = drawn(view, scene, 4, gradients=gradients)
            assert not overlaps(drawing)
            keys = [key for batch in drawing.live for key in getattr(batch, "keys", ()) if key is not None]
            assert keys
            assert {(key.layer, key.reverse) for key in keys} == {part}


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(VIEWS),
    st.sampled_from(CELLS),
    st.integers(1, 64),
    st.integers(1, 40),
    st.sampled_from([(480, 270), (640, 360), (1280, 720), (3840, 2160), (1080, 1080)]),
    st.sampled_from([LIGHT, DARK]),
    st.booleans(),
)
def test_a_page_of_its_own_has_nothing_on_anything_and_nothing_outside(view, cell, H, T, size, theme, alone):
    scene = random_scene(cell=cell, H=H, T=T, theme=theme)
    drawing = state_page(view, scene, Seen(alone=alone, unit=H), end_of(1 + T // 2, scene.phases), *size, {})
    assert (drawing.width, drawing.height) == size
    assert not overlaps(drawing)
    boxes, _ = text_boxes(drawing)
    assert (boxes[:, :2] >= -1).all()
    assert (boxes[:, 2] <= size[0] + 1).all()
    assert (boxes[:, 3] <= size[1] + 1).all()


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_is_the_same_drawing_as_the_view(view):
    """The marks of the window's view, moved below a title."""
    scene = real_scene(H=2, T=6)
    page = state_page(view, scene, Seen(), end_of(4, scene.phases), 900, 500, {})
    found = {key for batch in page.live for key in getattr(batch, "keys", ()) if key}
    assert found == {key for batch in drawn(view, scene, 4).live for key in getattr(batch, "keys", ()) if key}
    assert any("4" in string or "LSTM" in string for string in strings(page))
