"""A row that runs right to left is seen in its own order when it is looked at: from the last clock to the first."""

from dataclasses import replace

import numpy as np
import pytest
from figure_scenes import random_scene, real, real_scene
from hypothesis import given, settings
from hypothesis import strategies as st
from inside_scenes import opened, scene_of, texts_by_key

from rnnviz.export.base import format_for
from rnnviz.export.film import NetworkFootage, film_of
from rnnviz.export.frames import Frame
from rnnviz.export.options import FilmOptions
from rnnviz.figure.drawing import Picture
from rnnviz.figure.motion import Moment, playhead_x
from rnnviz.figure.stage import stage
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.tracks import tracks
from rnnviz.session.playback import Position, end_of, mirrored
from rnnviz.session.state import Key

T = 8
WHOLE = range(1, T + 1)


@settings(max_examples=80, deadline=None)
@given(
    cell=st.sampled_from(["elman", "lstm", "gru"]),
    layers=st.integers(1, 3),
    layer=st.integers(0, 2),
    t=st.integers(1, T),
    phase=st.integers(0, 8),
    progress=st.floats(0.0, 1.0),
)
def test_it_is_the_mirror_image_of_the_other_direction(cell, layers, layer, t, phase, progress):
    """What is seen of a row, from its end, is what is seen of the other one from its beginning."""
    scene = real_scene(cell=cell, T=T, layers=layers, direction="bidirectional")
    layer = min(layer, scene.top)
    forth, back = scene.at(layer, False), scene.at(layer, True)
    position = Position(t, min(phase, len(forth.phases) - 1), progress)
    one, other = Moment.of(forth, position), Moment.of(back, mirrored(position, T))
    for name in ("X", "S", "M", "H", *(gate.name for gate in scene.gates if gate.name != "h")):
        for which in range(scene.top + 1):
            for way in (False, True):
                seen = one.shown(name, WHOLE, (which, way))
                np.testing.assert_allclose(other.shown(name, WHOLE, (which, not way))[::-1], seen)
        np.testing.assert_allclose(other.shown(name, WHOLE)[::-1], one.shown(name, WHOLE))
    axis = TimeAxis(T, 800.0, 100.0, column=70.0)
    middle = (axis.x(1) + axis.x(T)) / 2
    there = playhead_x(axis, mirrored(position, T), backwards=True)
    assert there - middle == pytest.approx(middle - playhead_x(axis, position))


@pytest.mark.parametrize("progress", [0.5, 1.0])
@pytest.mark.parametrize(("column", "height"), [(90.0, 60.0), (9.0, 200.0)])
def test_its_maps_and_strips_are_of_the_clocks_from_the_playhead_on(progress, column, height):
    """Where units are many, tracks low or columns narrow, a picture stands for many cells."""
    scene = random_scene(H=40, T=T, direction="bidirectional").at(0, True)
    axis = TimeAxis(T, 900.0, 100.0, column=column)
    position = Position(6, len(scene.phases) - 2, progress)
    moment, covered = Moment.of(scene, position), {}
    for drawing in (tracks(scene, axis, height, position), stage(scene, axis, 320.0, position)):
        for index, batch in enumerate(drawing.live):
            if isinstance(batch, Picture) and batch.name.endswith("_reverse"):
                name = batch.name.partition("_")[0]
                seen = moment.shown(name, WHOLE, scene.part)
                count = round((batch.rgba.shape[1] + batch.gap) / (batch.across + batch.gap))
                clocks = range(batch.first_t, batch.first_t + count)
                assert batch.rgba[..., 3].max() == pytest.approx(255 * seen[clocks[0] - 1], abs=1), (name, index)
                assert batch.x - axis.x(clocks[0]) <= column
                covered.setdefault((name, batch.y), []).extend(clocks)
    assert {"f", "i", "o", "H"} <= {name for name, _ in covered}
    for (name, _), clocks in covered.items():
        assert clocks == [t for t in WHOLE if moment.shown(name, WHOLE, scene.part)[t - 1] > 0], name


def test_an_output_needs_both_rows():
    """While one row is on its way S is there only where it has been: the other one is complete."""
    scene = real_scene(T=T, direction="bidirectional").at(0, True)
    here = end_of(5, scene.phases)
    assert Moment.of(scene, here).shown("S", WHOLE).tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    assert Moment.of(scene, here).shown("H", WHOLE, (0, False)).tolist() == [1] * T
    assert Moment.of(scene, here).shown("H", WHOLE, (0, True)).tolist() == [0, 0, 0, 0, 1, 1, 1, 1]


@pytest.mark.parametrize("cell", ["elman", "lstm", "gru"])
def test_an_open_cell_goes_in_the_order_of_its_row(cell):
    scene = scene_of(cell, T=T, direction="bidirectional").at(0, True)

    def seen(t, position):
        found = texts_by_key(opened(scene, "1920", position, 0, range(t, t + 1)))
        return any("." in string for string in found.get(Key("h", t, 0, 0, True), ()))

    for now in WHOLE:
        for t in WHOLE:
            assert seen(t, end_of(now, scene.phases)) == (t >= now), (t, now)
    copying = Position(5, len(scene.phases) - 1, 0.5)
    assert seen(5, copying)
    assert not seen(4, copying)


def test_a_film_of_it_goes_from_the_last_clock_to_the_first(tmp_path):

    state, snapshot = real(T=5, direction="bidirectional")
    went: list[int] = []

    class Footage(NetworkFootage):
        def draw(self, options, width, height):
            inner = super().draw(options, width, height)

            def picture(position, rolled=0.0):
                went.append(position.t)
                return inner(position, rolled)

            return picture

    def render(drawing) -> Frame:
        return np.zeros((int(drawing.height), int(drawing.width), 4), np.uint8)

    options = FilmOptions(width=320, height=180, fps=5, speed=8.0, hold=0.2, first=2, last=4)
    frames = format_for(tmp_path / "frames", "png-sequence")
    film_of(Footage(replace(state, reverse=True), snapshot), options, render, tmp_path / "frames", exporter=frames)
    assert went == sorted(went, reverse=True)
    assert (went[0], went[-1]) == (4, 2)
