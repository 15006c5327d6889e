"""The paper: the wanted stroke and the drawn one, in the window's panel and in films."""

from dataclasses import replace

import numpy as np
import pytest
from figure_scenes import real_scene, text_boxes

from rnnviz.engine.evaluate import evaluate
from rnnviz.figure.drawing import Circles, Lines
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.palette import DARK, LIGHT
from rnnviz.figure.paper import CAPTION, REACH, drawn, has_paper, moves_made, paper, paper_drawing, strip_of
from rnnviz.figure.scene import Scene
from rnnviz.session.playback import Position
from rnnviz.session.start import preset
from rnnviz.tasks.strokes import SETS, moves

STAR = list(SETS["figures"]).index("star")


@pytest.fixture(scope="module")
def scene():
    state = preset("drawing")
    answered = evaluate(state.network, state.task.encode(state.sequence), *state.task.target(state.sequence))
    empty = Scene.of(state, None, LIGHT)
    return replace(empty, trace=answered.trace, known=len(state.sequence))


def end(scene, t):
    return Position(t, len(scene.phases) - 1)


def test_the_line_is_the_sum_of_the_answers_from_where_the_figure_begins(scene):
    line = drawn(scene, end(scene, 9))
    assert line.shape == (10, 2)
    assert line[0] == pytest.approx(SETS["figures"]["star"][0])
    assert np.diff(line, axis=0) == pytest.approx(scene.trace["s"][:9] / 4)
    assert np.abs(drawn(scene, end(scene, 20))[-1] - SETS["figures"]["star"][-1]).max() < 0.25  # it has learnt it


def test_the_pen_moves_while_the_answer_comes_and_stands_still_otherwise(scene):
    names = [phase.name for phase in scene.phases]
    answer = names.index("S")
    assert moves_made(scene, Position(5, 0, 1.0)) == 4
    assert moves_made(scene, Position(5, answer, 0.5)) == pytest.approx(4.5)
    assert moves_made(scene, Position(5, answer + 1, 0.0)) == 5
    assert moves_made(replace(scene, reduced_motion=True), Position(5, answer, 0.1)) == 5
    halfway = drawn(scene, Position(5, answer, 0.5))
    whole = drawn(scene, end(scene, 5))
    assert halfway[-1] == pytest.approx((whole[4] + whole[5]) / 2)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_paper_shows_the_wanted_stroke_dashed_the_drawn_one_and_the_pen(scene, theme):
    drawing = paper_drawing(replace(scene, theme=theme), end(scene, 12), 228.0, 190.0)
    wanted, line = (batch for batch in drawing.live if isinstance(batch, Lines))
    assert (len(wanted.x1), len(line.x1)) == (20, 12)
    assert wanted.dash
    assert not line.dash
    side = 190.0 - CAPTION
    steps = moves("figures", 20)[STAR]
    assert np.diff(wanted.x1) == pytest.approx(side / 2 / REACH * steps[:-1, 0])
    assert np.diff(wanted.y1) == pytest.approx(-side / 2 / REACH * steps[:-1, 1])
    pen = [batch for batch in drawing.live if isinstance(batch, Circles)][-1]
    assert (pen.x[0], pen.y[0]) == (line.x2[-1], line.y2[-1])
    boxes, _ = text_boxes(drawing)
    assert boxes[:, 0].min() >= 0
    assert boxes[:, 2].max() <= drawing.width


def test_a_pen_that_runs_away_stays_at_the_edge_of_the_paper(scene):
    wild = replace(
        scene, trace={**scene.trace, "s": np.where(np.arange(20)[:, None] % 3, 1e6, np.nan) * np.ones((1, 2))}
    )
    for batch in paper(wild, end(wild, 20), 10.0, 20.0, 100.0):
        if isinstance(batch, Lines):
            for x, y in ((batch.x1, batch.y1), (batch.x2, batch.y2)):
                assert ((x >= 10) & (x <= 110)).all()
                assert ((y >= 20 + CAPTION) & (y <= 120 + CAPTION)).all()


def test_without_an_answer_only_the_wanted_stroke_is_there(scene):
    silent = replace(scene, trace={}, known=0)
    assert drawn(silent, end(scene, 9)).shape == (1, 2)
    wanted, line = (batch for batch in paper(silent, end(scene, 9), 0.0, 0.0, 100.0) if isinstance(batch, Lines))
    assert (len(wanted.x1), len(line.x1)) == (20, 0)


def test_other_tasks_have_no_paper():
    other = real_scene()
    assert not has_paper(other)
    assert drawn(other, Position(1)) is None
    assert paper(other, Position(1), 0.0, 0.0, 100.0) == []
    assert strip_of(other, 1280.0, 720.0) == 0.0


def test_a_film_has_the_paper_beside_the_stage_where_there_is_room(scene):
    assert strip_of(scene, 640.0, 360.0) == 0.0
    axis = film_axis(scene, 1280.0)
    picture = frame(scene, axis, end(scene, 7), 1280.0, 720.0, True)
    lines = [b for b in picture.live if isinstance(b, Lines) and b.dash == (4.0, 3.0) and len(b.x1) == 20]
    edge = 1280.0 - strip_of(scene, 1280.0, 720.0)
    assert len(lines) == 1
    assert lines[0].x1.min() > edge
    stage_lines = [b for b in picture.live if isinstance(b, Lines) and len(b.x1) == 1 and b.x1[0] == b.x2[0] == edge]
    assert len(stage_lines) == 1  # what lies behind it is covered
    assert film_axis(real_scene(), 1280.0).width == axis.width
