"""Facts about the folded network and the way there: nothing jumps, nothing is lost, and one network is left."""

from dataclasses import fields, replace

import numpy as np
import pytest
from figure_scenes import marks, overlaps, random_scene, real_scene, text_boxes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_figure_layout import extents

from rnnviz.figure.drawing import Boxes, Circles, Curves, Lines, Picture, Texts
from rnnviz.figure.edge_words import EDGES, describe_edge
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.hits import hit
from rnnviz.figure.marks import bezier
from rnnviz.figure.palette import DARK, LIGHT, diverging
from rnnviz.figure.rolled_stage import Rolled, reach, rolled_stage
from rnnviz.figure.stage import natural_column, stage
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.playback import Position, end_of
from rnnviz.session.state import Key

CELLS = ("feedforward", "elman", "jordan", "lstm", "gru")
SCENARIOS = ("many-to-many", "many-to-one", "one-to-one", "one-to-many", "delayed")
WIDTH, HEIGHT = 760.0, 320.0


def axis_of(scene, width=WIDTH, t=1, column=None):
    axis = TimeAxis(scene.steps, width, 110.0)
    axis = replace(axis, column=column or natural_column(scene, axis.room))
    return axis.showing(t)


@st.composite
def moments(draw, most_layers=8):
    """(scene, axis, height, position) of any network."""
    scenario = draw(st.sampled_from(SCENARIOS))
    layers = draw(st.integers(1, most_layers))
    sizes = {
        "cell": draw(st.sampled_from(CELLS)),
        "H": draw(st.one_of(st.integers(1, 6), st.integers(1, 64))),
        "T": draw(st.one_of(st.just(1), st.integers(2, 40))),
        "D": draw(st.sampled_from([1, 2, 5, 27])),
        "layers": layers,
        "direction": draw(st.sampled_from(["forward", "bidirectional"])),
    }
    sizes["O"] = sizes["D"] if scenario in ("one-to-many", "delayed") else draw(st.sampled_from([1, 2, 9]))
    if scenario in ("one-to-many", "delayed") or sizes["cell"] == "jordan":
        sizes["direction"] = "forward"
    theme = draw(st.sampled_from([LIGHT, DARK]))
    scene = random_scene(theme, scenario=scenario, **sizes)
    scene = replace(scene, sideways=draw(st.booleans()))
    scene = scene.at(draw(st.integers(0, scene.top)), scene.bidirectional and draw(st.booleans()))
    t = draw(st.integers(1, scene.steps))
    phase = draw(st.integers(0, len(scene.phases) - 1))
    position = Position(t, phase, draw(st.sampled_from([0.0, 0.3, 1.0])))
    width, height = draw(st.sampled_from([(745.0, 285.0), (620.0, 250.0), (1385.0, 540.0)]))
    column = draw(st.sampled_from([None, None, 3.0, 60.0]))
    return scene, axis_of(scene, width, t, column), height, position


QUICK = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


def same(one, other):
    """Whether two drawings have the very same marks."""
    for layer in ("static", "live"):
        ours, theirs = getattr(one, layer), getattr(other, layer)
        assert [type(batch) for batch in ours] == [type(batch) for batch in theirs]
        for a, b in zip(ours, theirs, strict=True):
            for field in fields(a):
                first, second = getattr(a, field.name), getattr(b, field.name)
                assert np.array_equal(first, second) if isinstance(first, np.ndarray) else first == second


@QUICK
@given(moments())
def test_unrolled_it_is_exactly_the_stage(moment):
    scene, axis, height, position = moment
    key = Key("H", position.t, 0, *scene.part)
    same(rolled_stage(scene, axis, height, position, 0.0, key, key), stage(scene, axis, height, position, key, key))


@QUICK
@given(moments())
def test_folded_there_is_one_network_with_one_loop_a_row(moment):
    scene, axis, height, position = moment
    drawing = rolled_stage(scene, axis, height, position, 1.0)
    t, here = position.t, range(position.t, position.t + 1)
    seen = {}
    for batch in drawing.live:
        if isinstance(batch, Circles | Boxes):
            for key, line in zip(batch.keys, batch.line[:, 3], strict=False):
                if line and key is not None and key.name in ("X", "H", "M", "S"):
                    assert key.t == t
                    seen[key] = seen.get(key, 0) + 1
        if isinstance(batch, Picture) and batch.name:
            assert (batch.first_t, batch.rgba.shape[1] - batch.gap) == (t, batch.across)
    assert set(seen.values()) <= {1}
    rows = {(key.name, key.layer, key.reverse) for key in seen}
    for name in ("X", "S"):
        assert ((name, 0, False) in rows) == bool(scene.exists(name, here)[0])
    assert {row[1:] for row in rows if row[0] == "H"} == set(scene.parts)
    loops = [batch for batch in drawing.live if isinstance(batch, Curves) and any(batch.keys)]
    found = [(key.layer, key.reverse) for batch in loops for key in batch.keys]
    assert found == (list(scene.parts) if scene.cell.memory else [])
    for batch, part in zip(loops, found, strict=True):
        rows = Rolled.of(scene, axis, height, position, 1.0)
        layout = rows.layout.of(*part)
        source = layout.row(scene.cell.memory)
        start, end = batch.points[0, 0] - (rows.x, 0), batch.points[0, 3] - (rows.x, 0)
        assert abs(start[0] - source.shift) <= source.half + 3
        assert abs(start[1] - source.y) <= source.high + 1.01
        target = layout.M if layout.M.high else layout.H
        assert abs(end[0] - target.shift) <= target.half + 3.5
        assert abs(end[1] - target.y) <= target.high + 3


def places(drawing):
    """{key: (x, y, r)} of all units that are circles."""
    return {k: (m["x"], m["y"], m["r"]) for k, m in marks(drawing, Circles).items() if m["r"] > 0}


@QUICK
@given(moments(3), st.floats(0.0, 0.98), st.floats(0.001, 0.02))
def test_nothing_jumps_on_the_way(moment, rolled, step):
    scene, axis, height, position = moment
    one = rolled_stage(scene, axis, height, position, rolled)
    other = rolled_stage(scene, axis, height, position, rolled + step)
    before, after = places(one), places(other)
    fastest = 2.0 * axis.width + height  # pixels from unrolled to folded
    common = before.keys() & after.keys()
    for key in common:
        moved = np.hypot(before[key][0] - after[key][0], before[key][1] - after[key][1])
        assert moved <= fastest * step + 0.01
        assert abs(before[key][2] - after[key][2]) <= 60.0 * step + 0.01
    if rolled > 0 and rolled + step < 1:
        assert before.keys() == after.keys()
    texts = [batch for batch in one.live if isinstance(batch, Texts)]
    assert texts


def test_it_ends_where_one_is_left_and_every_copy_lands_on_the_network():
    scene = real_scene(cell="lstm", T=6)
    axis, position = axis_of(scene, t=3), end_of(3, scene.phases)
    almost = places(rolled_stage(scene, axis, HEIGHT, position, 0.9999))
    folded = places(rolled_stage(scene, axis, HEIGHT, position, 1.0))
    for key, (x, y, r) in almost.items():
        assert np.allclose((x, y, r), folded[key._replace(t=3)], atol=0.2)
    start, none = (
        places(stage(scene, axis, HEIGHT, position)),
        places(rolled_stage(scene, axis, HEIGHT, position, 1e-5)),
    )
    assert start.keys() == none.keys()
    assert all(np.allclose(start[key], none[key], atol=0.05) for key in start)


@QUICK
@given(moments())
def test_folded_it_is_clear_and_within_the_stage(moment):
    scene, axis, height, position = moment
    drawing = rolled_stage(scene, axis, height, position, 1.0)
    assert overlaps(drawing) == []
    boxes, _ = text_boxes(drawing)
    assert (boxes[:, :2] >= -1.0).all()
    assert (boxes[:, 2] <= drawing.width + 0.01).all()
    assert (boxes[:, 3] <= height + 1.0).all()
    for left, top, right, bottom in extents(drawing):
        assert (left >= -0.01).all()
        assert (right <= drawing.width + 0.01).all()
        assert (top >= -0.01).all()
        assert (bottom <= height + 0.01).all()
    for batch in drawing.live:
        if isinstance(batch, Curves):
            along = np.concatenate([bezier(batch.points, part) for part in np.linspace(0, 1, 20).tolist()])
            assert (along[:, 0] >= 0).all()
            assert (along[:, 0] <= drawing.width).all()
            assert (along[:, 1] >= 0).all()
            assert (along[:, 1] <= height).all()


@pytest.mark.parametrize("cell", ["lstm", "gru"])
@pytest.mark.parametrize("T", [1, 6])
def test_in_a_tall_film_what_the_memory_is_lies_on_no_gate_of_a_layer_below(cell, T):
    scene = random_scene(LIGHT, cell=cell, H=2, T=T, D=1, O=1, layers=3, direction="bidirectional")
    drawing = frame(scene, film_axis(scene, 720, 1280), Position(1, 0, 0.0), 720, 1280, False, None, 1.0)
    assert overlaps(drawing) == []
    words = [string for batch in drawing.live if isinstance(batch, Texts) for string in batch.strings]
    assert any("M₁" in string for string in words)


@QUICK
@given(moments(3), st.sampled_from([(640, 360), (1280, 720), (1080, 1080), (720, 1280)]), st.booleans())
def test_frames_of_films_are_clear_too_and_do_not_jump(moment, size, with_tracks):
    scene, _, _, position = moment
    axis = film_axis(scene, *size)

    def at(rolled):
        return frame(scene, axis, position, *size, with_tracks, None, rolled)

    folded = at(1.0)
    assert overlaps(folded) == []
    boxes, _ = text_boxes(folded)
    assert (boxes[:, :2] >= -1.0).all()
    assert (boxes[:, 2] <= size[0] + 0.01).all()
    assert (boxes[:, 3] <= size[1] + 1.0).all()
    assert {key.t for key in places(folded)} <= {position.t}
    one, other = places(at(0.0)), places(at(0.001))
    assert all(np.hypot(*np.subtract(one[key][:2], other[key][:2])) < 8 for key in one.keys() & other.keys())


@pytest.mark.parametrize("layers", [1, 2, 3])
@pytest.mark.parametrize("size", [(640, 360), (1080, 1080), (720, 1280)])
def test_the_memorys_text_stands_clear_of_the_letters_in_the_gutter(size, layers):
    scene = real_scene(cell="elman", T=1, H=2, layers=layers, direction="bidirectional")
    position = Position(1, 0, 0.0)
    assert overlaps(frame(scene, film_axis(scene, *size), position, *size, False, None, 1.0)) == []


@pytest.mark.parametrize(("layers", "reverse"), [(1, False), (2, False), (3, False), (5, False), (8, False), (1, True)])
@pytest.mark.parametrize("sideways", [False, True])
@pytest.mark.parametrize("height", [290.0, 540.0])
def test_what_the_memory_holds_and_the_clock_on_its_way_lie_on_nothing(layers, reverse, sideways, height):
    direction = "bidirectional" if reverse else "forward"
    scene = replace(real_scene(cell="gru", T=8, H=3, layers=layers, direction=direction), sideways=sideways)
    scene = scene.at(scene.top, reverse)
    drawing = rolled_stage(scene, axis_of(scene, 745.0, 3), height, end_of(3, scene.phases), 1.0)
    boxes, strings = text_boxes(drawing)
    circles = [(x, y, r) for b in drawing.live if isinstance(b, Circles) for x, y, r in zip(b.x, b.y, b.r, strict=True)]
    strips = [b for b in drawing.live if isinstance(b, Picture) and b.h < 40]
    for (left, top, right, bottom), string in zip(boxes, strings, strict=True):
        if " = h" not in string:
            continue
        for x, y, r in circles:
            near = np.hypot(x - np.clip(x, left, right), y - np.clip(y, top, bottom))
            assert near > r - 1, (string, x, y)
        for strip in strips:
            assert bottom < strip.y or strip.y + strip.h < top or right < strip.x or strip.x + strip.w < left
    # The clock is the last circle before the copies that wait above M (of a layer with a memory of its own).
    waiting = [b for b in drawing.live if isinstance(b, Circles) and (b.line_width == 1.5).all() and len(b.x) == 3]
    clocks = [b for b in drawing.live if isinstance(b, Circles) and len(b.x) == 1 and not b.keys]
    assert waiting
    assert clocks
    for clock in clocks:
        for copy in waiting:
            apart = np.hypot(copy.x - clock.x[0], copy.y - clock.y[0])
            assert (apart > copy.r + clock.r[0] - 1).all()


def test_what_is_read_back_goes_round_below_the_letters():
    scene = replace(real_scene(cell="lstm", T=8, H=3, scenario="one-to-many"), sideways=True)
    drawing = rolled_stage(scene, axis_of(scene, 745.0, 3), 290.0, end_of(3, scene.phases), 1.0)
    boxes, strings = text_boxes(drawing)
    back = next(b for b in drawing.live if isinstance(b, Curves) and not b.keys)
    along = np.array([bezier(back.points[-1:], part)[0] for part in np.linspace(0, 1, 40)])
    for (left, top, right, bottom), string in zip(boxes, strings, strict=True):
        inside = (along[:, 0] > left) & (along[:, 0] < right) & (along[:, 1] > top) & (along[:, 1] < bottom)
        assert not inside.any(), string


@pytest.mark.parametrize("cell", CELLS)
def test_it_stands_at_the_playhead_with_the_values_of_its_clock(cell):
    scene = real_scene(cell=cell, T=8)
    axis = axis_of(scene)
    for t in (3, 4, 5):
        position = end_of(t, scene.phases)
        drawing = rolled_stage(scene, axis, HEIGHT, position, 1.0)
        assert Rolled.of(scene, axis, HEIGHT, position, 1.0).x == axis.x(t)
        circles = marks(drawing, Circles)
        for name in scene.layers:
            values = scene.values(name, range(t, t + 1))[0]
            fills = np.array([circles[Key(name, t, unit)]["fill"] for unit in range(len(values))])
            assert (fills == diverging(values)).all()
    left, right = reach(scene, Rolled.of(scene, axis, HEIGHT, position, 1.0).layout)
    for t in (1, 8):  # at the ends of the sequence its loops keep it within the columns' room
        x = Rolled.of(scene, axis, HEIGHT, end_of(t, scene.phases), 1.0).x
        assert axis.left + left - 0.01 <= x <= axis.left + axis.room - right + 0.01


def test_it_rides_along_the_time_axis_without_a_jump():
    scene = real_scene(cell="gru", T=12)
    axis = axis_of(scene, 900.0)
    xs = []
    for progress in np.linspace(0, 1, 101).tolist():
        xs.append(Rolled.of(scene, axis, HEIGHT, Position(6, 0, progress), 1.0).x)
    assert xs[0] == axis.x(5)
    assert xs[-1] == axis.x(6)
    assert (np.diff(xs) >= 0).all()
    assert np.diff(xs).max() < 0.02 * axis.column


@pytest.mark.parametrize(("cell", "source"), [("elman", "H"), ("lstm", "H"), ("jordan", "S")])
def test_values_go_round_the_loop_and_wait_at_the_memory(cell, source):
    scene = real_scene(cell=cell, T=6)
    axis, last = axis_of(scene, t=3), len(scene.phases) - 1
    wanted = diverging(scene.values(source, range(3, 4))[0])

    def at(progress):
        position = Position(3, last, progress)
        drawing = rolled_stage(scene, axis, HEIGHT, position, 1.0)
        loose = [b for b in drawing.live if isinstance(b, Circles) and not any(b.keys) and len(b.x) == len(wanted)]
        return [b for b in loose if np.array_equal(b.fill, wanted)], marks(drawing, Circles), drawing

    assert not at(0.0)[0]
    (early,), circles, _ = at(0.001)
    units = range(len(wanted))
    assert np.allclose(early.x, [circles[Key(source, 3, unit)]["x"] for unit in units], atol=0.1)
    (late,), circles, _ = at(1.0)
    for unit in units:
        memory = circles[Key("M", 3, unit)]
        assert late.x[unit] == pytest.approx(memory["x"])
        assert memory["y"] - memory["r"] - late.r[unit] - 3 < late.y[unit] < memory["y"] - memory["r"]
        assert (memory["fill"] == diverging(scene.values("M", range(3, 4))[0])[unit]).all()
    said = [s for b in at(1.0)[2].live if isinstance(b, Texts) for s in b.strings]
    assert ("M₃ = s₂" if source == "S" else "M₃ = h₂") in said
    # The last clock has nobody to copy for.
    end = rolled_stage(scene, axis, HEIGHT, Position(6, last, 0.5), 1.0)
    final = diverging(scene.values(source, range(6, 7))[0])
    assert not [b for b in end.live if isinstance(b, Circles) and not any(b.keys) and np.array_equal(b.fill, final)]


def hands(drawing):
    """The ends of the longest of the short violet lines without keys: the hands of the loops' clocks."""
    return [
        (float(b.x2[0] - b.x1[0]), float(b.y2[0] - b.y1[0]))
        for b in drawing.live
        if isinstance(b, Lines) and len(b.x1) == 1 and not b.keys and np.hypot(b.x2 - b.x1, b.y2 - b.y1)[0] < 9
    ]


def test_the_clock_on_the_loop_ticks_once_while_the_copy_is_made():
    scene = real_scene(cell="elman", T=4)
    axis, last = axis_of(scene, t=2), len(scene.phases) - 1
    turns = [hands(rolled_stage(scene, axis, HEIGHT, Position(2, last, p), 1.0))[0] for p in (0.0, 0.5, 1.0)]
    assert turns[0][1] < 0
    assert turns[1][1] > 0
    assert turns[2] == pytest.approx(turns[0])
    quiet = hands(rolled_stage(scene, axis, HEIGHT, Position(2, last - 1, 0.5), 1.0))[0]
    assert quiet == pytest.approx(turns[0])


def test_an_edge_says_that_all_clocks_share_it():
    scene = real_scene(cell="lstm", T=7, layers=2, direction="bidirectional")
    axis = axis_of(scene, 900.0, 3)
    drawing = rolled_stage(scene, axis, 480.0, end_of(3, scene.phases), 1.0)
    said = set()
    for batch in drawing.live:
        if isinstance(batch, Lines) and any(batch.keys):
            assert len(set(batch.keys)) == 1
            said.add(describe_edge(scene, batch.keys[0]))
            x, y = (batch.x1[-1] + batch.x2[-1]) / 2, (batch.y1[-1] + batch.y2[-1]) / 2
            found = hit(replace(drawing, live=(batch,)), float(x), float(y))
            assert found is not None
            assert found.name in EDGES
    assert "W, weight_ih_l0 (12 × 2), from input to hidden: one set of weights for all 7 clocks" in said
    assert "W, weight_ih_l1_reverse (12 × 6), from hidden to hidden: one set of weights for all 7 clocks" in said
    assert any(text.startswith("U, weight_hh_l1 (12 × 3), from memory to hidden") for text in said)
    assert any(text.startswith("V, readout.weight (2 × 6), from hidden to output") for text in said)


def test_of_ten_thousand_clocks_only_those_in_sight_are_drawn():
    scene = random_scene(cell="lstm", T=10_000)
    axis = axis_of(scene, t=5000)
    for rolled in (0.3, 0.7, 1.0):
        drawing = rolled_stage(scene, axis, HEIGHT, end_of(5000, scene.phases), rolled)
        count = sum(len(batch.x) for batch in drawing.live if isinstance(batch, Circles | Texts))
        assert count < 400


def test_the_playhead_out_of_sight_still_has_its_network_on_the_stage():
    scene = random_scene(cell="lstm", T=500)
    axis = replace(axis_of(scene), offset=0.0)
    view = Rolled.of(scene, axis, HEIGHT, end_of(400, scene.phases), 1.0)
    _, right = reach(scene, view.layout)
    assert view.x == pytest.approx(axis.left + axis.room - right)


def contrast(drawing, scene):
    """{(layer, reverse): {clock left: how far its way's colour is from the ground}} of the ways between the copies."""
    found = {}
    for batch in drawing.live:
        if isinstance(batch, Curves) and len(batch.keys) > 1:
            by = -1 if batch.keys[0].reverse else 1
            ground = np.array(drawing.background[:3], float)
            away = np.linalg.norm(batch.colour[:, :3] - ground, axis=1)
            part = batch.keys[0].layer, batch.keys[0].reverse
            found[part] = {key.t - by: float(far) for key, far in zip(batch.keys, away, strict=True)}
    return found


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("reverse", [False, True])
def test_copies_that_the_playhead_has_not_come_to_are_fainter_in_the_order_of_the_row(theme, reverse):
    scene = real_scene(theme, cell="elman", T=9, direction="bidirectional").at(0, reverse)
    t = 5
    position = Position(t, 0, 0.0)
    drawing = rolled_stage(scene, axis_of(scene, 1385.0, t), 540.0, position, 0.3)
    for (_, back), ways in contrast(drawing, scene).items():
        current = t + 1 if back else t - 1  # what arrives at the playhead's clock is not faint
        faint = {k: far for k, far in ways.items() if k not in (current, t)}
        sides = [{far for k, far in faint.items() if (k < t) == left} for left in (True, False)]
        to_come, seen = sides if reverse else sides[::-1]
        if current in ways and (current < t) != reverse:
            assert ways[current] > max(seen)
        assert 0 < max(to_come) < 0.7 * min(seen)
    edges = [b for b in drawing.live if isinstance(b, Lines) and len(b.x1) == 4 and not any(b.keys)]
    middle = Rolled.of(scene, axis_of(scene, 1385.0, t), 540.0, position, 0.3).x
    far = {True: [], False: []}
    for batch in edges:
        away = np.linalg.norm(batch.colour[:, :3] - np.array(drawing.background[:3], float), axis=1)
        if (batch.width > 3).all():  # the bands of a layer pair
            far[bool(batch.x1.mean() < middle)].append(float(away[0]))
    assert len(far[True]) == len(far[False]) == 6
    to_come, seen = (far[True], far[False]) if reverse else (far[False], far[True])
    assert all(0 < late < 0.7 * early for late, early in zip(to_come, seen, strict=True))


def test_a_row_that_runs_right_to_left_copies_round_its_own_loop():
    scene = real_scene(cell="elman", T=6, direction="bidirectional").at(0, True)
    axis, last = axis_of(scene, 1385.0, 3), len(scene.phases) - 1
    assert scene.phases[last].name == "M"

    def loose(t):
        drawing = rolled_stage(scene, axis, 540.0, Position(t, last, 0.5), 1.0)
        wanted = diverging(scene.values("H", range(t, t + 1))[0])
        return [
            b for b in drawing.live if isinstance(b, Circles) and not any(b.keys) and np.array_equal(b.fill, wanted)
        ]

    assert len(loose(3)) == 1
    assert len(loose(6)) == 1
    assert loose(1) == []  # nobody reads what the last clock of its order made


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
def test_a_single_clock_folds_too(cell, direction):
    if cell == "jordan":
        direction = "forward"
    scene = real_scene(cell=cell, T=1, layers=2, direction=direction)
    axis = axis_of(scene)
    for rolled in (0.0, 1e-5, 0.5, 1.0):
        for phase in range(len(scene.phases)):
            drawing = rolled_stage(scene, axis, HEIGHT, Position(1, phase, 0.5), rolled)
            units = marks(drawing, Circles)
            assert {key.t for key in units if key is not None} == {1}
            assert {key.name for key in units} >= {"X", "H", "S"}
            # With no clock after it there is nothing on its way to a memory.
            if scene.phases[phase].name == "M":
                values = diverging(scene.values("H", range(1, 2))[0])
                assert not [
                    b
                    for b in drawing.live
                    if isinstance(b, Circles) and np.array_equal(b.fill, values) and not any(b.keys)
                ]
    folded = [b for b in drawing.live if isinstance(b, Curves) and any(b.keys)]
    assert len(folded) == (len(scene.parts) if scene.cell.memory else 0)


@QUICK
@given(moments(most_layers=1), st.sampled_from([0.2, 0.5, 0.7, 0.9, 1.0]))
def test_what_the_memory_holds_is_said_within_the_card(moment, rolled):
    scene, axis, height, position = moment
    drawing = rolled_stage(scene, axis, height, position, rolled)
    boxes, strings = text_boxes(drawing)
    said = boxes[["M" in text and " = " in text for text in strings]]
    assert rolled > 0.6 or not len(said)
    layout = Rolled.of(scene, axis, height, position, rolled).layout
    card = next(batch for batch in drawing.live if isinstance(batch, Boxes) and batch.radius == 10 * layout.scale)
    assert (said[:, :2] >= (card.x[0], card.y[0])).all()
    assert (said[:, 2:] <= (card.x[0] + card.w[0], card.y[0] + card.h[0])).all()
