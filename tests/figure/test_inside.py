"""Facts about an open cell: its numbers are the trace's, it acts in the true order, nothing lies on anything else."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from figure_scenes import marks, overlaps, text_boxes
from hypothesis import given, settings
from hypothesis import strategies as st
from inside_scenes import SIZES, axis_of, close, opened, scene_of, texts_by_key

from rnnviz.cells.base import cells
from rnnviz.figure.drawing import Boxes, Circles, Lines, Picture, Texts
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.inside.describe import describe_inside, owner
from rnnviz.figure.inside.diagram import AFTER, BEFORE, diagram_of, diagrams
from rnnviz.figure.inside.geometry import between
from rnnviz.figure.inside.header import CONTROLS
from rnnviz.figure.inside.stage import opened_stage
from rnnviz.figure.inside.symbols import symbols
from rnnviz.figure.inside.values import Numbers, tabular
from rnnviz.figure.inside.widen import widened
from rnnviz.figure.metrics import text_width
from rnnviz.figure.palette import DARK, LIGHT, rgba
from rnnviz.figure.track_outline import pointed
from rnnviz.figure.tracks import tracks
from rnnviz.session.playback import Position, end_of
from rnnviz.session.state import Key, Opened
from rnnviz.words import translate

CELLS = (*cells, "lstm-peepholes", "gru-before")
ROWS = [(cell, reverse) for cell in CELLS for reverse in (False, True) if not (cell == "jordan" and reverse)]


def phase_named(scene, name, t=4, progress=1.0):
    return Position(t, [phase.name for phase in scene.phases].index(name), progress)


def test_every_cell_has_an_interior():
    assert set(cells) <= set(diagrams)


@pytest.mark.parametrize("cell", CELLS)
def test_a_diagram_is_whole(cell):
    """Every gate has a node, every value a meaning, and wires run straight along the grid."""
    scene = scene_of(cell)
    diagram = diagram_of(scene.cell)
    made = {node.name for node in diagram.nodes}
    assert {gate.name for gate in scene.gates} <= made
    values = Numbers.of(scene, diagram, 4, 0).values
    for name in {wire.value for wire in diagram.wires} | made:
        assert len(values[name]) == scene.units("X" if name == "x" else "H")
        assert name in diagram.meanings or name in {gate.name for gate in scene.gates} | {"x", "h_before", "c_before"}
    for wire in diagram.wires:
        for (x1, y1), (x2, y2) in pairwise(wire.points):
            assert x1 == x2 or y1 == y2, wire
        assert wire.phase == "" or wire.phase in [phase.name for phase in scene.phases]


def on(place, wire):
    """Whether a place lies on a wire."""
    return any(
        min(a[0], b[0]) <= place[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= place[1] <= max(a[1], b[1])
        for a, b in pairwise(wire.points)
    )


@pytest.mark.parametrize("cell", CELLS)
def test_no_wire_begins_or_ends_in_nothing_and_where_wires_meet_there_is_a_dot(cell):
    diagram = diagram_of(scene_of(cell).cell)
    nodes = {node.place for node in diagram.nodes}
    dots = {place for place, _ in diagram.joints}
    for wire in diagram.wires:
        for end in (wire.points[0], wire.points[-1]):
            others = [other for other in diagram.wires if other is not wire and on(end, other)]
            assert end in nodes or {BEFORE, AFTER} & set(end) or others, (wire.value, end)
            through = any(end not in other.points for other in others)
            assert not through or end in nodes or end in dots, (wire.value, end)
    assert not dots & nodes


@pytest.mark.parametrize("cell", CELLS)
def test_the_left_and_the_right_edge_belong_to_time(cell):
    """Only what a clock hands to the next crosses them, and x and S are below and above."""
    diagram = diagram_of(scene_of(cell).cell)
    states = {"h_before", "c_before", "h", "c"} | ({"uh"} if cell == "jordan" else set())
    beside = {wire.value for wire in diagram.wires if {BEFORE, AFTER} & {x for x, _ in wire.points}}
    assert beside <= states
    assert {wire.value for wire in diagram.wires if any(y == AFTER for _, y in wire.points)} <= {"x", "wx"}
    assert {wire.value for wire in diagram.wires if any(y == BEFORE for _, y in wire.points)} == {"h"}


@pytest.mark.parametrize("cell", ["lstm", "lstm-peepholes", "gru", "gru-before"])
def test_x_comes_into_every_gate(cell):
    diagram = diagram_of(scene_of(cell).cell)
    lane = next(w for w in diagram.wires if w.value == "x" and w.points[0][1] != AFTER)
    for node in diagram.nodes:
        if node.kind == "gate":
            way = next(w for w in diagram.wires if w.value == f"{node.name}_pre")
            assert on(way.points[0], lane), node.name
            assert way.points[-1] == node.place


@pytest.mark.parametrize(("cell", "role"), [("lstm", "cell"), ("gru", "H"), ("elman", None)])
def test_what_the_state_rides_on_goes_right_across_the_cell(cell, role):
    scene = scene_of(cell)
    conveyor = diagram_of(scene.cell).conveyor
    assert (conveyor.role if conveyor else None) == role
    if conveyor:
        drawing = opened(scene)
        card = next(b for b in drawing.static if isinstance(b, Boxes) and b.radius == 8.0)
        wide = [b for b in drawing.live if isinstance(b, Boxes) and b.w[0] > card.w[0] - 4 and b.h[0] < 16]
        assert len(wide) == 1
        thickest = max(b.width.max() for b in drawing.live if isinstance(b, Lines))
        assert wide[0].h[0] > thickest


@pytest.mark.usefixtures("each_language")
@pytest.mark.parametrize(("cell", "reverse"), ROWS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 2])
def test_no_wire_goes_through_words_or_numbers(cell, size, count, reverse):
    scene = scene_of(cell, direction="bidirectional").at(0, True) if reverse else scene_of(cell)
    drawing = opened(scene, size, end_of(4, scene.phases), 0, range(4, 4 + count))
    boxes, strings = text_boxes(replace(drawing, static=()))
    wires = [batch for batch in drawing.live if isinstance(batch, Lines) and any(batch.keys)]
    assert wires
    covers = [batch for batch in drawing.live if isinstance(batch, Boxes) and batch.fill[0, 3]]  # nodes and plates
    covers = [(b.x[0] - 1, b.y[0] - 1, b.x[0] + b.w[0] + 1, b.y[0] + b.h[0] + 1) for b in covers]
    for (left, top, right, bottom), string in zip(boxes, strings, strict=True):
        if any(a <= left and b <= top and right <= c and bottom <= d for a, b, c, d in covers):
            continue
        for batch in wires:
            half = batch.width / 2
            hit = (np.minimum(batch.x1, batch.x2) - half < right - 0.5) & (
                np.maximum(batch.x1, batch.x2) + half > left + 0.5
            )
            hit &= (np.minimum(batch.y1, batch.y2) - half < bottom - 1.5) & (
                np.maximum(batch.y1, batch.y2) + half > top + 0.5
            )
            assert not hit.any(), (string, [key for key, one in zip(batch.keys, hit, strict=True) if one])


@pytest.mark.parametrize(("cell", "reverse"), ROWS)
@pytest.mark.parametrize("size", SIZES)
def test_numbers_on_level_wires_are_as_far_from_the_node_before_as_from_the_one_after(cell, reverse, size):
    scene = scene_of(cell, direction="bidirectional").at(0, True) if reverse else scene_of(cell)
    live = opened(scene, size, end_of(4, scene.phases), 0, range(4, 6)).live
    nodes = [(b.x[0], b.y[0], b.r[0]) for b in live if isinstance(b, Circles)]
    nodes += [(b.x[0] + b.w[0] / 2, b.y[0] + b.h[0] / 2, b.w[0] / 2) for b in live if isinstance(b, Boxes)]
    places = {node.place for node in diagram_of(scene.cell).nodes}
    for wire in diagram_of(scene.cell).wires:
        (_, y1), (_, y2) = wire.points[0], wire.points[-1]
        if wire.number is None or y1 != y2 or not {wire.points[0], wire.points[-1]} <= places:
            continue
        key = scene.key(wire.value, 4, 0)
        number = next(b for b in live if isinstance(b, Texts) and key in b.keys and b.anchor == "c" and b.bold)
        beside = [(x, half) for x, y, half in nodes if abs(y - number.y[0]) < 2 * number.size and half < 80]
        before = max(x + half for x, half in beside if x < number.x[0])
        after = min(x - half for x, half in beside if x > number.x[0])
        assert number.x[0] - before == pytest.approx(after - number.x[0], abs=0.5), wire.value


@pytest.mark.usefixtures("each_language")
@pytest.mark.parametrize(("cell", "reverse"), ROWS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 2])
def test_no_name_of_a_gate_stands_beside_the_way_into_another(cell, reverse, size, count):
    scene = scene_of(cell, direction="bidirectional").at(0, True) if reverse else scene_of(cell)
    clocks = range(4, 4 + count)
    drawing = opened(scene, size, end_of(4, scene.phases), 0, clocks)
    titles = {
        scene.key(node.name, t, 0): translate("cells", scene.gate(node.name).title)
        for node in diagram_of(scene.cell).nodes
        for t in clocks
        if node.kind == "gate"
    }
    gates = {
        float(b.x[0] + b.w[0] / 2): titles[key]
        for b in drawing.live
        if isinstance(b, Boxes)
        for key in b.keys
        if key in titles
    }
    assert len(gates) == len(titles)
    for (left, _, right, _), string in zip(*text_boxes(replace(drawing, static=())), strict=True):
        middle = (left + right) / 2
        passed = [x for x in gates if (x > middle if reverse else x < middle)]
        if string in titles.values() and passed:
            assert gates[min(passed) if reverse else max(passed)] == string


@pytest.mark.parametrize("cell", ["elman", "lstm", "gru"])
def test_a_row_that_runs_right_to_left_is_drawn_so(cell):
    """What comes from the clock before comes from its side, and what goes on leaves towards the next one."""
    scene = scene_of(cell, direction="bidirectional").at(0, True)
    drawing = opened(scene, "1920", end_of(4, scene.phases), 0, range(4, 6))
    middle = axis_of(scene, *SIZES["1920"], range(4, 6)).x(4.5)
    places = {
        key: float(x)
        for batch in drawing.live
        if isinstance(batch, Texts)
        for key, x in zip(batch.keys, batch.x, strict=False)
        if key is not None
    }
    before, after = scene.key("h_before", 4), scene.key("h", 5)
    assert places[before] < middle < places[after]  # handed over between the cells of clock 5 and clock 4
    assert places[before] == pytest.approx(middle, abs=20)
    assert places[after] == pytest.approx(middle, abs=20)


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("t", [1, 4])
@pytest.mark.parametrize("unit", [0, 2])
def test_every_number_is_the_traces(cell, t, unit):
    scene = scene_of(cell)
    found = texts_by_key(opened(scene, "1920", end_of(t, scene.phases), unit, range(t, t + 1)))
    checked = set()
    for gate in scene.gates:
        strings = [s for s in found[Key(gate.name, t, unit)] if s[-1].isdigit() and "." in s]
        assert strings, gate.name
        value = scene.value("H" if gate.name == "h" else gate.name, t, unit)
        assert all(close(value, string) for string in strings), (gate.name, strings, value)
        checked.add(gate.name)
    before = scene.value("M", t, unit) if scene.cell.memory == "H" else 0.0
    assert scene.cell.memory != "H" or close(before, found[Key("h_before", t, unit)][0])
    if scene.cell.name == "lstm":
        c = scene.value("c", t - 1, unit) if t > 1 else 0.0
        f, i, g, o = (scene.value(name, t, unit) for name in "figo")
        assert close(c, found[Key("c_before", t, unit)][0])
        assert close(f * c, found[Key("kept", t, unit)][0])
        assert close(i * g, found[Key("added", t, unit)][0])
        assert close(np.tanh(scene.value("c", t, unit)), found[Key("tanh_c", t, unit)][0])
        assert close(o * np.tanh(scene.value("c", t, unit)), found[Key("h", t, unit)][0])
    if scene.cell.name == "gru":
        z, n = scene.value("z", t, unit), scene.value("n", t, unit)
        assert close((1 - z) * n, found[Key("new", t, unit)][0])
        assert close(z * before, found[Key("old", t, unit)][0])
        assert close((1 - z) * n + z * before, found[Key("h", t, unit)][0])
    if cell == "elman":
        p = scene.model.parameters
        wx = float(p["weight_ih_l0"][unit] @ scene.values("X", range(t, t + 1))[0])
        uh = float(p["weight_hh_l0"][unit] @ scene.values("M", range(t, t + 1))[0])
        b = float(p["bias_ih_l0"][unit] + p["bias_hh_l0"][unit])
        for name, value in (("wx", wx), ("uh", uh), ("b", b), ("h_pre", wx + uh + b)):
            assert close(value, found[Key(name, t, unit)][0])


def test_a_wrong_number_would_be_noticed():
    scene = scene_of("lstm")
    shown = texts_by_key(opened(scene, "1920"))[Key("f", 4, 0)][-1]
    assert close(scene.value("f", 4, 0), shown)
    assert not close(scene.value("f", 4, 0) + 0.002, shown)


@pytest.mark.usefixtures("each_language")
@pytest.mark.parametrize(("cell", "reverse"), ROWS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("unit", [0, -1])
@pytest.mark.parametrize("H", [1, 3, 64])
def test_nothing_on_anything_and_nothing_outside(cell, theme, size, unit, H, reverse):
    scene = scene_of(cell, H=H, theme=theme)
    if reverse:
        scene = scene_of(cell, H=H, theme=theme, direction="bidirectional").at(0, True)
    _, height = SIZES[size]
    drawing = opened(scene, size, end_of(4, scene.phases), unit)
    card = next(b for b in drawing.static if isinstance(b, Boxes) and b.radius == 8.0)
    left, right = float(card.x[0]), float(card.x[0] + card.w[0])
    boxes, _ = text_boxes(drawing)
    inside = (boxes[:, 0] > left) & (boxes[:, 2] < right)
    assert inside.sum() > 6
    lies_on = [pair for pair in overlaps(drawing) if left < pair[2][0] < right and left < pair[3][0] < right]
    assert not lies_on
    assert (boxes[inside, 1] >= -1).all()
    assert (boxes[inside, 3] <= height + 1).all()
    # But for the words above and below, which belong to the column.
    reaching = (
        (boxes[:, 1] > card.y[0])
        & (boxes[:, 3] < card.y[0] + card.h[0])
        & (boxes[:, 0] < right - 0.5)
        & (boxes[:, 2] > left + 0.5)
        & ~inside
    )
    assert not reaching.any(), boxes[reaching]


@pytest.mark.parametrize("cell", CELLS)
def test_gates_fill_to_their_value(cell):
    scene = scene_of(cell)
    for gate in scene.gates:
        if gate.name not in {node.name for node in diagram_of(scene.cell).nodes if node.kind == "gate"}:
            continue
        value = scene.value("H" if gate.name == "h" else gate.name, 4, 1)
        boxes = [
            (batch, index)
            for batch in opened(scene, unit=1).live
            if isinstance(batch, Boxes)
            for index, key in enumerate(batch.keys)
            if key == Key(gate.name, 4, 1)
        ]
        (whole, _), (level, _) = boxes[-3], boxes[-2]  # the stage's own light lies below the cell
        tall = float(whole.h[0]) - 2
        share = float(level.h[0]) / (tall if gate.kind == "sigmoid" else tall / 2)
        assert share == pytest.approx(min(abs(value), 1.0), abs=1e-6), gate.name
        edge = float(level.y[0] - whole.y[0]) - 1
        if gate.kind != "sigmoid":
            assert (edge < tall / 2 - 1e-9) == (value > 0)
        role = np.array(rgba(scene.theme.role(gate.role)))[:3]
        field = np.array(rgba(scene.theme.field))[:3]
        mixed = level.fill[0, :3] - field.astype(int)
        assert np.sign(mixed).tolist() == np.sign(role.astype(int) - field).tolist()


def test_the_edge_of_a_filling_does_not_strike_the_gate_s_name_through():
    scene = scene_of("lstm")
    for name in "figo":
        live = opened(scene, unit=1).live
        at = next(
            k
            for k, batch in enumerate(live)
            if isinstance(batch, Texts) and batch.italic and Key(name, 4, 1) in batch.keys
        )
        plate = live[at - 1]
        assert isinstance(plate, Boxes)
        assert 0 < plate.fill[0, 3] < 255
        wide = text_width(live[at].strings[0], live[at].size, True)
        assert plate.x[0] <= live[at].x[0]
        assert live[at].x[0] + wide <= plate.x[0] + plate.w[0]
        assert plate.y[0] < live[at].y[0] - 0.4 * live[at].size < live[at].y[0] + 0.4 * live[at].size
        assert live[at].y[0] + 0.4 * live[at].size < plate.y[0] + plate.h[0]


def thickest(drawing, key):
    return max(
        float(w)
        for b in drawing.live
        if isinstance(b, Lines)
        for w, k in zip(b.width, b.keys, strict=False)
        if k == key
    )


def test_a_wire_is_as_thick_as_its_value():
    scene = scene_of("lstm", H=8)
    sizes = [
        (abs(scene.value("c", 4, unit)), thickest(opened(scene, unit=unit), Key("c", 4, unit))) for unit in range(8)
    ]
    capped = sorted((min(value, 1.0), width) for value, width in sizes)
    assert all(b[1] >= a[1] - 1e-9 for a, b in pairwise(capped))
    assert capped[-1][1] > capped[0][1] + 0.5


@pytest.mark.parametrize("cell", CELLS)
def test_numbers_appear_in_the_true_order(cell):
    """At the end of each phase exactly the numbers are there that the cell has computed by then."""
    scene = scene_of(cell)
    names = [phase.name for phase in scene.phases]
    order = {"H": "h"}
    seen = set()
    for name in names:
        found = texts_by_key(opened(scene, "1920", phase_named(scene, name), 0))
        now = {key.name for key, strings in found.items() if key.t == 4 and any("." in s for s in strings)}
        assert seen <= now
        computed = {order.get(done, done) for done in names[: names.index(name) + 1]}
        gates = {gate.name for gate in scene.gates}
        assert now & gates == computed & gates
        seen = now


def test_an_operator_fires_when_its_inputs_have_arrived():
    """For every node: each wire that ends in it has arrived when it begins, and each that starts in it waits for it."""
    for cell in CELLS:
        diagram = diagram_of(scene_of(cell).cell)
        order = ["", *[phase.name for phase in scene_of(cell).phases]]
        for node in diagram.nodes:
            begin, end = (order.index(node.phase), node.start), (order.index(node.phase), node.stop)
            for wire in diagram.wires:
                if wire.points[-1] == node.place:
                    assert (order.index(wire.phase), wire.stop) <= begin, (cell, node.name, wire.value)
                if wire.points[0] == node.place and wire.value == node.name:
                    assert (order.index(wire.phase), wire.start) >= end, (cell, node.name, wire.value)


def test_values_travel():
    scene = scene_of("lstm")

    def end_of_wire(progress):
        drawing = opened(scene, position=phase_named(scene, "c", progress=progress))
        return max(
            float(x)
            for batch in drawing.live
            if isinstance(batch, Lines)
            for x, key, width in zip(batch.x2, batch.keys, batch.width, strict=False)
            if key == Key("kept", 4, 0) and width != pytest.approx(min(batch.width))
        )

    assert end_of_wire(0.5) < end_of_wire(0.55) < end_of_wire(0.65)


def test_reduced_motion_jumps():
    scene = replace(scene_of("lstm"), reduced_motion=True)
    early = texts_by_key(opened(scene, position=phase_named(scene, "f", progress=0.1)))
    assert close(scene.value("f", 4, 0), early[Key("f", 4, 0)][-1])


def test_all_units_are_columns_of_cells():
    scene = scene_of("lstm", H=5)
    pictures = {
        b.name: b for b in opened(scene, unit=-1).live if isinstance(b, Picture) and b.first_t == 4 and b.across == 1
    }
    for name in ("kept", "added", "tanh_c", "c", "h", "h_before", "c_before"):
        assert pictures[name].rgba.shape == (5, 1, 4)
        assert pictures[name].h > pictures[name].w


@pytest.mark.parametrize("size", SIZES)
def test_the_state_s_column_of_cells_stands_below_its_wire(size):
    live = opened(scene_of("lstm", H=16), size, unit=-1).live
    letters = {key.name: b for b in live if isinstance(b, Texts) and b.italic for key in b.keys if key is not None}
    for name, letter in (("h_before", letters["h_before"]), ("h", letters["h"])):
        cells = next(b for b in live if isinstance(b, Picture) and b.name == name)
        wires = [
            (float(b.y1[k]), float(b.width[k]) / 2)
            for b in live
            if isinstance(b, Lines)
            for k in range(len(b.x1))
            if b.y1[k] == b.y2[k] and abs(b.y1[k] - letter.y[0] - 1.05 * letter.size) < 0.5
        ]
        assert wires
        assert cells.y > max(y + half for y, half in wires) - 1


def test_bars_are_seen_through_the_name_of_their_gate():
    """A plate that hides them leaves what is above it floating."""
    live = opened(scene_of("lstm"), unit=-1).live
    for name in "figo":
        at = next(k for k, b in enumerate(live) if isinstance(b, Texts) and b.italic and Key(name, 4, -1) in b.keys)
        assert live[at - 1].fill[0, 3] <= 0.65 * 255


def test_a_clock_without_values_shows_none():
    scene = replace(scene_of("lstm"), known=3)
    found = texts_by_key(opened(scene, "1920"))
    assert not [key for key, strings in found.items() if key.t == 4 and any("." in s for s in strings)]


def test_two_cells_hand_over_c_and_h():
    scene = scene_of("lstm")
    drawing = opened(scene, "1920", end_of(4, scene.phases), 1, range(4, 6))
    found = texts_by_key(drawing)
    assert found[Key("c", 4, 1)][-1] == found[Key("c_before", 5, 1)][-1]
    assert found[Key("h", 4, 1)][-1] == found[Key("h_before", 5, 1)][-1]
    ends = {}
    for batch in drawing.live:
        if isinstance(batch, Lines):
            for x1, x2, y, key in zip(batch.x1, batch.x2, batch.y1, batch.keys, strict=False):
                if key in (Key("c", 4, 1), Key("c_before", 5, 1)):
                    ends.setdefault(key, []).append((float(x1), float(x2), float(y)))
    out, into = max(ends[Key("c", 4, 1)], key=lambda e: e[1]), min(ends[Key("c_before", 5, 1)])
    assert out[1] == pytest.approx(into[0], abs=3)
    assert out[2] == pytest.approx(into[2], abs=0.1)


def test_the_clock_ticks_while_m_is_copied():
    scene = scene_of("gru")

    def circles(progress):
        drawing = opened(scene, position=phase_named(scene, "M", progress=progress))
        return sum(len(b.x) for b in drawing.live if isinstance(b, Circles) and not b.keys)

    assert circles(0.5) == circles(1.0) + 1


@pytest.mark.parametrize("cell", CELLS)
def test_everything_can_be_pointed_at_and_is_described(cell):
    scene = scene_of(cell)
    known = {gate.name for gate in scene.gates} | set(scene.sizes)
    keys = {key for batch in opened(scene, unit=1).live for key in getattr(batch, "keys", ()) if key and key.t == 4}
    assert {key.name for key in keys} >= set(CONTROLS)
    for key in keys:
        assert describe_inside(scene, key)
        if key.name not in CONTROLS:
            assert owner(scene, key).name in known


def test_pointing_lights_the_wire():
    scene = scene_of("lstm")
    plain, lit = opened(scene), opened(scene, hover=Key("f", 4, 0))
    accent = rgba(scene.theme.accent)[:3]

    def glowing(drawing):
        return sum(
            int((batch.colour[:, :3] == accent).all(axis=1).sum()) for batch in drawing.live if isinstance(batch, Lines)
        )

    assert glowing(lit) > glowing(plain)


@pytest.mark.parametrize("H", [3, 30])
def test_the_opened_clock_shows_its_interior_and_nothing_else(H):
    """No neuron, light or memory of the overview is left in the opened column or hangs over its edge."""
    scene = scene_of("lstm", H=H)
    width, height = SIZES["1920"]
    axis = axis_of(scene, width, height)
    left, right = axis.x(3.5), axis.x(4.5)
    for batch in opened(scene, "1920").static:
        if isinstance(batch, Circles) and batch.keys:
            edge = right - 0.25 * axis.column - 3
            assert not ((batch.x + batch.r > left + 1) & (batch.x - batch.r < edge)).any()
            assert all(key is None or key.t != 4 for key in batch.keys)
        if isinstance(batch, Picture) and batch.name:
            per_clock = batch.across + batch.gap
            clocks = range(batch.first_t, batch.first_t + (batch.rgba.shape[1] + batch.gap) // per_clock)
            assert 4 not in clocks


def test_a_film_shows_the_open_cell_without_buttons():
    scene = scene_of("lstm")
    position = end_of(4, scene.phases)
    film = frame(scene, film_axis(scene, 1280, 720), position, 1280, 720, True, Opened(1, 1))
    found = texts_by_key(film)
    assert close(scene.value("f", 4, 1), found[Key("f", 4, 1)][-1])
    assert not {key.name for key in found} & set(CONTROLS)
    strings = [s for b in film.live if isinstance(b, Texts) for s in b.strings]
    assert "unit 2 of 3" in strings
    lies_on = [pair for pair in overlaps(film) if "Inside" in pair[0] + pair[1] or "unit" in pair[0] + pair[1]]
    assert not lies_on
    pair = frame(scene, film_axis(scene, 1920, 1080), position, 1920, 1080, False, Opened(2, -1))
    assert "all 3 units" in [s for b in pair.live if isinstance(b, Texts) for s in b.strings]


def test_the_first_clock_s_memory_is_dimmed_as_what_is_around_it():
    drawing = opened(scene_of("lstm"), "1920")
    veil = min(
        (b for b in drawing.static if isinstance(b, Boxes) and 0 < b.fill[0, 3] < 255 and b.h[0] > 300),
        key=lambda b: b.x[0],
    )
    first = [
        x - r
        for b in drawing.static
        if isinstance(b, Circles)
        for x, r, key in zip(b.x, b.r, b.keys, strict=False)
        if key is not None and key.name == "M" and key.t == 1
    ]
    assert len(first) == 3
    assert veil.x[0] <= min(first)


def test_neighbours_slide_and_keep_their_shape():
    scene = scene_of("lstm", T=8)
    width, height = SIZES["1920"]
    axis = axis_of(scene, width, height)
    even = axis.even
    from rnnviz.figure.stage import stage

    position = end_of(4, scene.phases)
    before = marks(stage(scene, even, height, position), Circles)
    after = marks(opened(scene, "1920"), Circles)
    for key in [key for key in before if key.name in ("H", "X", "S") and key.t != 4]:
        moved = float(after[key]["x"] - before[key]["x"])
        assert moved == pytest.approx(axis.extra if key.t > 4 else 0.0), key


@pytest.mark.parametrize("T", [8, 60, 400])
@pytest.mark.parametrize("H", [3, 32])
def test_tracks_are_widened_without_a_gap(T, H):
    scene = scene_of("lstm", T=T, H=H)
    width, height = SIZES["1920"]
    axis = axis_of(scene, width, height)
    axis = replace(axis, column=6.0, extra=axis.extra + axis.column - 6.0) if T > 60 else axis
    drawing = widened(tracks(scene, axis.even, 240.0, end_of(T, scene.phases)), axis)
    x = axis.x(4.0)
    pictures = [b for b in drawing.live if isinstance(b, Picture) and b.name == "f"]
    if pictures:
        here = next(p for p in pictures if p.first_t == 4)
        assert here.x == pytest.approx(axis.x(3.5))
        assert here.w == pytest.approx(axis.column + axis.extra)
        after = next(p for p in pictures if p.first_t == 5)
        assert after.x == pytest.approx(here.x + here.w)
        assert after.rgba.shape[1] * axis.column == pytest.approx(after.w)
    else:
        cell = marks(drawing, Boxes)[Key("f", 4, 0)]
        assert cell["x"] + cell["w"] / 2 == pytest.approx(x, abs=0.1)
        assert cell["w"] > 0.95 * axis.extra
        other = marks(drawing, Boxes)[Key("f", 6, 0)]
        assert other["x"] + other["w"] / 2 == pytest.approx(axis.x(6), abs=0.1)


def test_numbers_are_always_as_wide():
    from rnnviz.figure.metrics import text_width

    widths = {text_width(tabular(v, True), 12.0) for v in (-9.99, -0.5, 0.0, 1e-9, 0.999, 9.999, -12.345, 99.0, 123.4)}
    assert max(widths) == pytest.approx(min(widths))
    assert tabular(0.0004, False) == "0.000"
    assert tabular(-0.5, True) == "−0.500"
    assert tabular(float("nan"), True) == ""


def test_texts_stay_where_they_are_when_values_change():
    places = []
    for seed in (0, 1):
        scene = scene_of("lstm", seed=seed)
        found = {}
        for batch in opened(scene).live:
            if isinstance(batch, Texts):
                for key, x, y, string in zip(batch.keys, batch.x, batch.y, batch.strings, strict=False):
                    if key is not None and key.name != "x" and any(c.isdigit() for c in string):
                        found.setdefault(key, []).append((float(x), float(y)))
        places.append(found)
    assert places[0] == places[1]


@pytest.mark.parametrize("cell", CELLS)
def test_symbols_are_the_equation_and_each_has_a_wire(cell):
    scene = scene_of(cell)
    diagram = diagram_of(scene.cell)
    wires = {wire.value for wire in diagram.wires} | {node.name for node in diagram.nodes}
    for gate in scene.gates:
        found = symbols(scene, gate.name, 4)
        at = {"4": "_t", "3": "_{t-1}", "": ""}
        assert "".join(s.tex + at[s.clock] for s in found) == gate.tex.replace(" ", "")
        assert {s.name for s in found if s.name} <= wires
        assert {s.role for s in found if s.name == gate.name} == {gate.role}
        assert [s for s in found if s.role and not s.name] == []


def test_the_tracks_frame_what_is_pointed_at():
    scene = scene_of("lstm")
    width, _ = SIZES["1920"]
    axis = axis_of(scene, width, 240.0)
    for t in (2, 4, 6):
        (frame,) = pointed(scene, axis, 240.0, Key("c", t, 1))
        assert frame.x[0] + frame.w[0] / 2 == pytest.approx(axis.x(t))
        each = 240.0 / len(scene.gates)
        assert 3 * each < frame.y[0] < frame.y[0] + frame.h[0] < 4 * each
    assert pointed(scene, axis, 240.0, Key("X", 4, 0)) == []
    assert pointed(scene, axis, 240.0, Key("c", 4, 7)) == []


@pytest.mark.usefixtures("each_language")
@settings(max_examples=40, deadline=None)
@given(
    cell=st.sampled_from(CELLS),
    H=st.integers(1, 64),
    T=st.integers(1, 40),
    size=st.sampled_from(tuple(SIZES)),
    dark=st.booleans(),
    data=st.data(),
)
def test_any_cell_at_any_clock_of_any_size(cell, H, T, size, dark, data):
    """Open anywhere, one cell or two, at any moment: nothing lies on anything, and what is written is the trace's."""
    scene = scene_of(cell, H=H, T=T, theme=DARK if dark else LIGHT)
    t = data.draw(st.integers(1, T))
    unit = data.draw(st.integers(-1, H - 1))
    phase = data.draw(st.integers(0, len(scene.phases) - 1))
    clocks = Opened(data.draw(st.integers(1, 2)), unit).clocks(t, T)
    position = Position(t, phase, data.draw(st.floats(0, 1)))
    drawing = opened(scene, size, position, unit, clocks)
    card = next(b for b in drawing.static if isinstance(b, Boxes) and b.radius == 8.0)
    left, top, right = float(card.x[0]), float(card.y[0]), float(card.x[0] + card.w[0])
    inside = replace(drawing, static=())
    for one, other, first, second in overlaps(inside):
        assert not (left < first[0] < right and top < first[1] and left < second[0] < right), (one, other)
    for key, strings in texts_by_key(drawing).items():
        if key.name in {gate.name for gate in scene.gates} and key.unit >= 0:
            value = scene.value("H" if key.name == "h" else key.name, key.t, key.unit)
            assert all(close(value, s) for s in strings if "." in s), (key, strings)


def test_the_rows_keep_their_names_when_the_columns_are_scrolled():
    """Nothing opaque is painted over the gutter after its names."""
    scene = scene_of("lstm")
    drawing = opened(scene, "1024", end_of(6, scene.phases), 0, range(6, 7))
    assert axis_of(scene, *SIZES["1024"], range(6, 7)).offset > 0
    marks_in_order = (*drawing.static, *drawing.live)
    last_name = max(i for i, b in enumerate(marks_in_order) if isinstance(b, Texts) and set(b.strings) & set("SHMX"))
    for batch in marks_in_order[last_name + 1 :]:
        if isinstance(batch, Boxes):
            assert not ((batch.x < 60) & (batch.fill[:, 3] == 255) & (batch.w > 20)).any()


def test_deep_and_bidirectional_cells_name_what_comes_in_and_goes_out():
    deep = scene_of("lstm", layers=2)
    for scene, comes, goes, title in ((deep.at(0), "x₄", "H₄⁽²⁾", "H₄⁽¹⁾"), (deep.at(1), "h₄⁽¹⁾", "S₄", "H₄⁽²⁾")):
        strings = [s for b in opened(scene).live if isinstance(b, Texts) for s in b.strings]
        assert {comes, goes, f"Inside {title} · LSTM"} <= set(strings)
        assert close(scene.value("f", 4, 0), next(s for s in strings if s == tabular(scene.value("f", 4, 0), False)))
    both = scene_of("lstm", direction="bidirectional").at(0, True)
    strings = [s for b in opened(both, "1920").live if isinstance(b, Texts) for s in b.strings]
    assert {"M₄ = h₅", "c₅", "Inside ←H₄ · LSTM"} <= set(strings)


@settings(max_examples=60, deadline=None)
@given(
    cell=st.sampled_from(["lstm", "gru", "elman"]),
    first=st.integers(1, 12),
    last=st.integers(1, 12),
    count=st.integers(1, 2),
    part=st.floats(0.0, 1.0),
    size=st.sampled_from(list(SIZES)),
)
def test_on_the_way_from_clock_to_clock_nothing_jumps(cell, first, last, count, part, size):
    """Places are one line without a break, the inverse holds, the card is what is wide; all columns keep their sum."""
    scene = scene_of(cell, T=13)
    width, height = SIZES[size]
    start, target = (axis_of(scene, width, height, range(t, t + count)) for t in (first, min(last, 14 - count)))
    axis = between(start, target, part)
    edges = np.array([axis.x(t + 0.5) for t in range(14)])
    widths = np.diff(edges)
    assert (widths >= axis.column - 1e-6).all()
    assert widths.sum() == pytest.approx(axis.length)
    assert axis.length == pytest.approx(target.length) == pytest.approx(start.length)
    assert len(axis.opened) <= count + 1
    assert all(widths[t - 1] == pytest.approx(axis.column, abs=1e-3) for t in range(1, 14) if t not in axis.opened)
    for t in np.linspace(0.5, 13.5, 40):
        assert axis.instant(axis.x(float(t))) == pytest.approx(t)
    np.testing.assert_allclose(
        axis.left + (axis.places(np.arange(1.0, 14.0)) - 0.5) * axis.column - axis.offset,
        [axis.x(t) for t in range(1, 14)],
    )
    drawing = opened_stage(scene, axis, height, end_of(min(last, 13), scene.phases), 0)
    card = next(b for b in drawing.static if isinstance(b, Boxes) and b.radius == 8.0)
    assert card.x[0] == pytest.approx(axis.x(axis.wide[0] - 0.5) + 1)
    for b in widened(tracks(scene, axis.even, 200, end_of(2, scene.phases)), axis).live:
        if isinstance(b, Picture) and b.name:
            assert axis.x(b.first_t - 0.5) == pytest.approx(b.x, abs=1.5)


def test_a_film_slides_an_open_cell_along():
    scene = scene_of("lstm", T=6)
    axis = film_axis(scene, 1280, 720)

    def left(position):
        drawing = frame(scene, axis, position, 1280, 720, False, Opened(1, 0))
        return next(float(b.x[0]) for b in drawing.static if isinstance(b, Boxes) and b.radius == 8.0)

    places = [left(Position(4, 0, p)) for p in (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 1.0)]
    assert places == sorted(places)
    assert left(end_of(3, scene.phases)) == pytest.approx(places[0])
    assert places[-1] == places[-2] == left(end_of(4, scene.phases))
    assert places[3] not in (places[0], places[-1])


@pytest.mark.parametrize("sideways", [False, True])
def test_an_open_cell_has_one_frame(sideways):
    """In narrow columns the playhead's clock has a frame, which an open cell would lie upon."""
    scene = replace(scene_of("lstm", T=8), sideways=sideways)
    axis, height = axis_of(scene, *SIZES["1280"], range(4, 5)), SIZES["1280"][1]
    made = opened_stage(scene, axis, height, end_of(4, scene.phases), 0)
    left, right = axis.x(3.5) - 4, axis.x(4.5) + 4
    frames = [
        (x, y)
        for batch in (*made.static, *made.live)
        if isinstance(batch, Boxes)
        for x, y, w, h, line in zip(batch.x, batch.y, batch.w, batch.h, batch.line, strict=True)
        if line[3] and left <= x and x + w <= right and w > 0.8 * (right - left) and h > 0.8 * height
    ]
    assert len(frames) == 1


@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
@pytest.mark.parametrize("layers", [1, 3])
@pytest.mark.parametrize("width", [420.0, 490.0, 620.0])
@pytest.mark.parametrize("t", [1, 4, 8])
def test_however_little_room_there_is_the_interior_is_shown(direction, layers, width, t):
    scene = scene_of("lstm", direction=direction, layers=layers).at(layers - 1, direction == "bidirectional")
    clocks = range(t, t + 1)
    axis = axis_of(scene, width, 300.0, clocks)
    drawing = opened_stage(scene, axis, 300.0, end_of(t, scene.phases), 0)
    strings = [string for batch in drawing.live if isinstance(batch, Texts) for string in batch.strings]
    assert any(tabular(scene.value("f", t, 0), False) == string for string in strings)
