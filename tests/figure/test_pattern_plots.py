"""Film frames and experiments of networks with symmetric weights."""

import numpy as np
import pytest

from rnnviz.energy.capacity import CapacityPoint, CapacitySpec
from rnnviz.energy.compare import compare_learning
from rnnviz.energy.learning import LearningSpec
from rnnviz.energy.restricted import RestrictedBoltzmann
from rnnviz.figure.drawing import Circles, Lines, Picture, Texts
from rnnviz.figure.palette import LIGHT
from rnnviz.figure.patterns.film import pattern_frame
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.figure.plots.capacity_plot import capacity_plot
from rnnviz.figure.plots.comparison_plot import comparison_plot
from rnnviz.session.pattern_files import pattern_preset
from rnnviz.session.playback import Position

DATA = np.array([[1, 1, 0, 0], [0, 0, 1, 1.0]])


def texts(drawing):
    return [s for batch in (*drawing.static, *drawing.live) if isinstance(batch, Texts) for s in batch.strings]


def test_a_frame_says_what_it_is_of_and_is_the_same_for_the_same_position():
    scene = PatternScene.of(pattern_preset("hopfield-figures"), LIGHT)
    frame = pattern_frame(scene, Position(20), 1280, 720, True)
    assert "Hopfield network" in texts(frame)
    assert "64 units · 4 patterns by Hebb · seed 3" in texts(frame)
    assert (frame.width, frame.height) == (1280, 720)
    again = pattern_frame(scene, Position(20), 1280, 720, True)
    assert texts(again) == texts(frame)
    assert "Energy E" not in texts(pattern_frame(scene, Position(20), 1280, 720, False))


@pytest.mark.parametrize("size", [(64, 64), (320, 180), (1080, 1080), (3840, 2160)])
def test_a_frame_of_every_size_keeps_its_marks_on_the_page(size):
    scene = PatternScene.of(pattern_preset("restricted-bars"), LIGHT)
    frame = pattern_frame(scene, Position(5), *size, True)
    circles = [b for b in frame.live if isinstance(b, Circles)]
    assert all(((b.x >= 0) & (b.x <= size[0]) & (b.y >= 0) & (b.y <= size[1])).all() for b in circles)


def test_the_capacity_plot_shows_its_points_and_theory_s_line():
    points = [CapacityPoint(0.1, 0.97, 0.01, 0.9), CapacityPoint(0.2, 0.4, 0.05, 0.0)]
    drawing = capacity_plot(points, CapacitySpec(), LIGHT, 700, 460)
    overlap, fixed = [b for b in drawing.live if isinstance(b, Circles)]
    assert overlap.x[0] == fixed.x[0]
    assert overlap.y[0] < overlap.y[1]
    assert (overlap.y[1] - overlap.y[0]) / (fixed.y[1] - fixed.y[0]) == pytest.approx(0.57 / 0.9)
    (theory,) = [b for b in drawing.live if isinstance(b, Lines) and b.dash]
    assert overlap.x[0] < theory.x1[0] < overlap.x[1]
    part = (theory.x1[0] - overlap.x[0]) / (overlap.x[1] - overlap.x[0])
    assert part == pytest.approx(0.38)
    assert not [b for b in capacity_plot([], CapacitySpec(rule="storkey"), LIGHT, 700, 460).live if
                isinstance(b, Lines) and b.dash]  # fmt: skip


def test_both_ways_of_learning_begin_alike_and_the_exact_one_climbs():
    machine = RestrictedBoltzmann.create(4, 3, 1)
    points = list(compare_learning(machine, DATA, LearningSpec(rate=0.5), updates=200, every=50))
    assert [p.update for p in points] == [0, 50, 100, 150, 200]
    assert points[0].sampled == points[0].exact == machine.log_likelihood(DATA)
    assert (np.diff([p.exact for p in points]) > 0).all()
    assert points[-1].exact < -np.log(2)
    assert points[-1].sampled > points[0].sampled
    assert all(-1 <= p.cosine <= 1 for p in points)
    steep = RestrictedBoltzmann.create(4, 3, 1, spread=2.0)
    assert next(compare_learning(steep, DATA, LearningSpec("cd", 200, chains=1000))).cosine > 0.98


def test_the_comparison_shows_both_weights_on_one_scale():
    machine = RestrictedBoltzmann.create(4, 3, 1)
    points = list(compare_learning(machine, DATA, updates=20, every=10))
    drawing = comparison_plot(points, 20, float(-np.log(2)), 1, LIGHT, 760, 520)
    pictures = [b for b in drawing.live if isinstance(b, Picture)]
    assert [p.rgba.shape[:2] for p in pictures] == [(4, 3), (4, 3)]
    assert any(text.startswith("CD-1 −") for text in texts(drawing))
    assert comparison_plot([], 20, -0.7, 1, LIGHT, 760, 520).live
