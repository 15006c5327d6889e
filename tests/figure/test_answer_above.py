"""S stays in sight above an open cell, beside its word, with a padlock where it is held."""

from dataclasses import replace

import numpy as np
import pytest
from figure_scenes import overlaps, text_boxes
from inside_scenes import SIZES, axis_of, opened, scene_of

from rnnviz.figure.drawing import Boxes, Circles, Picture, Texts
from rnnviz.figure.hits import hit
from rnnviz.figure.inside.describe import describe_inside
from rnnviz.figure.inside.stage import opened_stage
from rnnviz.figure.palette import DARK, LIGHT, diverging, rgba
from rnnviz.network.held import Spot
from rnnviz.session.playback import Position, end_of
from rnnviz.session.state import Key

CELLS = ["jordan", "lstm", "feedforward"]
WAYS = {"": {}, "deep": {"layers": 3}, "both": {"direction": "bidirectional"}}


def card_of(drawing):
    """left, top, right of the open cells."""
    card = next(b for b in drawing.static if isinstance(b, Boxes) and b.radius == 8.0)
    return float(card.x[0]), float(card.y[0]), float(card.x[0] + card.w[0])


def units_of(drawing, t):
    """{unit: left, top, right, bottom} of S at this clock."""
    found = {}
    for batch in drawing.live:
        if isinstance(batch, Circles):
            for index, key in enumerate(batch.keys):
                if key is not None and (key.name, key.t) == ("S", t):
                    x, y, r = batch.x[index], batch.y[index], batch.r[index]
                    found[key.unit] = (x - r, y - r, x + r, y + r)
        elif isinstance(batch, Picture) and (batch.name, batch.first_t) == ("S", t):
            down, across = batch.rgba.shape[:2]
            for unit in range(batch.units):
                w, h = batch.w / across, batch.h / down
                x, y = batch.x + w * (unit % across), batch.y + h * (unit // across)
                found[unit] = (x, y, x + w, y + h)
    return found


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("O", [1, 3, 30, 128])
def test_all_of_s_stands_above_the_open_cell(cell, way, size, O):  # noqa: E741
    if cell == "jordan" and way == "both":
        return
    scene = scene_of(cell, O=O, **WAYS[way])
    clocks = range(scene.steps, scene.steps + 1)  # of two directions S is complete with the last one
    t = scene.steps
    drawing = opened(scene, size, end_of(t, scene.phases), clocks=clocks)
    left, top, right = card_of(drawing)
    units = units_of(drawing, t)
    assert sorted(units) == list(range(O))
    for unit, (x1, y1, x2, y2) in units.items():
        assert left < x1 < x2 < right
        assert 0 < y1 < y2 < top
        key = hit(drawing, (x1 + x2) / 2, (y1 + y2) / 2)
        assert key == Key("S", t, unit)
        assert "output s" in describe_inside(scene, key)
    boxes, strings = text_boxes(drawing)
    said = scene.words(clocks)[0]
    word = boxes[[s == said and b[1] < top and b[0] > left for s, b in zip(strings, boxes, strict=True)]]
    assert len(word) == 1
    assert word[0, 0] > max(box[2] for box in units.values())
    assert word[0, 2] < right
    middle = (min(box[0] for box in units.values()) + word[0, 2]) / 2
    assert abs(middle - (left + right) / 2) < 0.06 * (right - left)
    assert not [pair for pair in overlaps(drawing) if left < pair[2][0] < right and left < pair[3][0] < right]


def test_s_has_the_colours_of_its_values_and_appears_with_its_phase():
    scene = scene_of("elman", O=3)
    names = [phase.name for phase in scene.phases]
    for phase, name in enumerate(names):
        drawing = opened(scene, position=Position(4, phase, 1.0))
        circles = next(b for b in drawing.live if isinstance(b, Circles) and b.keys and b.keys[0] == Key("S", 4, 0))
        seen = phase >= names.index("S")
        colours = diverging(scene.values("S", range(4, 5))[0], limit=scene.limit)
        assert np.array_equal(circles.fill[:, :3], colours[:, :3]) == seen, name
        words = [s for b in drawing.live if isinstance(b, Texts) and b.y[0] < card_of(drawing)[1] for s in b.strings]
        assert (scene.words(range(4, 5))[0] in words) == seen


def test_where_no_answer_is_asked_for_there_is_none():
    scene = scene_of("elman", scenario="many-to-one", O=2)
    assert not units_of(opened(scene, position=end_of(4, scene.phases)), 4)
    assert len(units_of(opened(scene, position=end_of(8, scene.phases), clocks=range(8, 9)), 8)) == 2


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("O", [2, 30])
@pytest.mark.parametrize("layers", [1, 2])
def test_an_answer_that_is_held_has_its_padlock_there(theme, O, layers):  # noqa: E741
    scene = scene_of("jordan", O=O, theme=theme, layers=layers)
    scene = replace(scene, held={Spot("s", 4, O - 1): 0.3, Spot("s", 5, 0): 0.7})
    for clocks in (range(4, 5), range(4, 6)):
        drawing = opened(scene, clocks=clocks, position=end_of(clocks[-1], scene.phases))
        _, top, _ = card_of(drawing)
        line = np.array(rgba(theme.text), np.uint8)
        bodies = [b for b in drawing.live if isinstance(b, Boxes) and (b.fill == line).all() and (b.y < top).all()]
        assert len(bodies) == len(clocks)
        for body, t, unit in zip(bodies, clocks, (O - 1, 0), strict=False):
            x1, y1, x2, _ = units_of(drawing, t)[unit]
            assert x1 - 3 < body.x[0] + body.w[0] / 2 < x2 + 6
            assert y1 - 6 < body.y[0] < top


def test_what_is_selected_or_pointed_at_there_has_a_frame():
    scene = scene_of("jordan", O=3)
    plain, key = opened(scene, clocks=range(4, 6)), Key("S", 5, 1)
    for more in ({"selection": key}, {"hover": key}, {"sources": ((key, 0.5),)}):
        drawing = opened(scene, clocks=range(4, 6), **more)
        rings = [b for b in drawing.live if isinstance(b, Circles) and not b.keys and not b.fill[:, 3].any()]
        x1, _, x2, _ = units_of(drawing, 5)[1]
        assert [b for b in rings if b.x[0] == pytest.approx((x1 + x2) / 2) and b.r[0] < x2 - x1]
        assert len(drawing.live) > len(plain.live)


def test_the_units_stay_where_they_are_when_the_word_comes():
    scene = scene_of("lstm", O=2)
    axis, height = axis_of(scene, *SIZES["1280"]), SIZES["1280"][1]
    places = {
        tuple(units_of(opened_stage(scene, axis, height, Position(4, phase, part), 0), 4)[1])
        for phase in range(len(scene.phases))
        for part in (0.0, 0.5, 1.0)
    }
    assert len(places) == 1
