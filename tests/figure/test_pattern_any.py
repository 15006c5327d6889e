"""Whatever network of patterns there is, it can be drawn at any clock and size, with finite numbers only."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.energy.annealing import Annealing
from rnnviz.figure.drawing import Boxes, Circles, Lines, Picture, Texts
from rnnviz.figure.palette import DARK, LIGHT
from rnnviz.figure.patterns.film import pattern_axis, pattern_frame
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.figure.patterns.stage import pattern_stage
from rnnviz.figure.patterns.tracks import pattern_tracks
from rnnviz.figure.patterns.words import describe_pattern
from rnnviz.session.patterns import KINDS, Pattern, PatternSpec, begin
from rnnviz.session.playback import Position
from rnnviz.session.state import Key

NUMBERS = {
    Boxes: ("x", "y", "w", "h", "line_width"),
    Circles: ("x", "y", "r", "line_width"),
    Lines: ("x1", "y1", "x2", "y2", "width"),
    Texts: ("x", "y", "size"),
    Picture: ("x", "y", "w", "h"),
}


def check(drawing):
    for batch in (*drawing.static, *drawing.live):
        for name in NUMBERS[type(batch)]:
            values = np.asarray(getattr(batch, name))
            assert np.isfinite(values).all(), (type(batch), name)
            if name in ("r", "w", "h", "width", "size"):
                assert (values >= 0).all(), (type(batch), name)


@st.composite
def states(draw):
    kind = draw(st.sampled_from(KINDS))
    small = kind == "boltzmann"
    spec = PatternSpec(
        kind,
        rows=draw(st.integers(1, 4 if small else 9)),
        columns=draw(st.integers(1, 4 if small else 9)),
        rule=draw(st.sampled_from(("hebb", "storkey", "pseudo-inverse"))),
        values=draw(st.sampled_from(("bipolar", "binary"))),
        update=draw(st.sampled_from(("asynchronous", "synchronous"))),
        hidden=draw(st.integers(1 if kind == "restricted" else 0, 5 if small else 40)),
        clock=draw(st.sampled_from(("unit", "sweep"))),
        clocks=draw(st.integers(2, 40)),
        corruption=draw(st.floats(0, 1)),
        seed=draw(st.integers(0, 99)),
    )
    rng = np.random.default_rng(spec.seed)
    count = draw(st.integers(0, 9))
    patterns = tuple(Pattern(f"pattern {k}", rng.random((spec.rows, spec.columns)) < 0.5) for k in range(count))
    annealing = Annealing(2.0, draw(st.sampled_from(("constant", "linear", "geometric"))))
    state = begin(spec, patterns, annealing=annealing)
    return replace(state, layout=draw(st.sampled_from(("grid", "ring"))))


@settings(max_examples=60, deadline=None)
@given(states(), st.sampled_from((LIGHT, DARK)), st.floats(0, 1), st.floats(0, 1), st.data())
def test_any_network_can_be_drawn(state, theme, part, progress, data):
    scene = PatternScene.of(state, theme)
    position = Position(1 + int(part * (scene.steps - 1)), 0, progress)
    unit = data.draw(st.integers(0, scene.units - 1))
    selection = data.draw(st.sampled_from((None, Key("unit", 1, unit))))
    width, height = data.draw(st.sampled_from(((754, 230), (1010, 340), (1650, 700))))
    check(pattern_stage(scene, float(width), float(height), position, selection))
    axis = pattern_axis(scene, float(width))
    check(pattern_tracks(scene, axis, 0.5 * height, position))
    check(pattern_tracks(scene, axis.zoomed(3.0, 300.0), 0.5 * height, position))
    check(pattern_frame(scene, position, float(width), float(height), True))
    assert describe_pattern(scene, Key("unit", position.t, unit), position.t)
    if state.patterns:
        assert "pattern 0" in describe_pattern(scene, Key("pattern", 1, 0), position.t)
