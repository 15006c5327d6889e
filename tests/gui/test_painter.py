"""The painter: marks come out where and as the Drawing says, and what can be kept is kept."""

import re
import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QGuiApplication, QImage, QPainter, QRawFont
from view_scenes import scene_of

import rnnviz.gui.toolkit.painter as painting
from rnnviz.figure.drawing import Boxes, Circles, Curves, Drawing, Lines, Picture, Texts
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.heat import narrowed
from rnnviz.figure.metrics import text_width
from rnnviz.figure.palette import LIGHT
from rnnviz.figure.scene import Scene
from rnnviz.figure.stage import StaticId, stage
from rnnviz.gui.toolkit.fonts import FAMILY, FILES, font, load
from rnnviz.gui.toolkit.painter import StaticCache, paint, render
from rnnviz.paths import resource
from rnnviz.session.playback import end_of

WHITE = np.array([255, 255, 255, 255], np.uint8)
RED, BLUE, CLEAR = (np.array(c, np.uint8)[None] for c in ((255, 0, 0, 255), (0, 0, 255, 255), (0, 0, 0, 0)))
ONE = np.ones(1)


@pytest.fixture(autouse=True)
def application(qapp):
    return qapp


def drawing(*live, static=(), identity=None, width=100, height=60):
    return Drawing(width, height, WHITE, tuple(static), tuple(live), identity)


def box(x, y, w, h, colour=RED, line=CLEAR, width=0.0, radius=0.0):
    return Boxes(x * ONE, y * ONE, w * ONE, h * ONE, colour, line, width * ONE, radius)


def test_the_background_fills_the_picture_which_is_opaque():
    picture = render(Drawing(7, 5, RED[0]))
    assert picture.shape == (5, 7, 4)
    assert picture.dtype == np.uint8
    assert (picture == RED[0]).all()


def test_boxes_circles_lines_and_curves_lie_where_they_should():
    picture = render(
        drawing(
            box(10, 20, 30, 10),
            Circles(70 * ONE, 30 * ONE, 10 * ONE, BLUE, CLEAR, 0 * ONE),
            Lines(5 * ONE, 50 * ONE, 95 * ONE, 50 * ONE, RED, 4 * ONE),
            Curves(np.array([[[5.0, 5], [40, 5], [60, 5], [95, 5]]]), BLUE, 4 * ONE),
        )
    )
    assert (picture[20:30, 10:40] == RED).all()
    assert (picture[18, 5:45] == WHITE).all()
    assert (picture[30, 62:78] == BLUE).all()
    assert (picture[30, 58] == WHITE).all()
    assert (picture[49:51, 10:90] == RED).all()
    assert (picture[4:6, 10:90] == BLUE).all()


def test_outlines_and_dashes():
    picture = render(
        drawing(
            box(20, 10, 40, 20, BLUE, RED, 4.0),
            Lines(0 * ONE, 50 * ONE, 100 * ONE, 50 * ONE, RED, 2 * ONE, (10.0, 10.0)),
        )
    )
    assert (picture[20, 20:22] == RED).all()
    assert (picture[20, 24:56] == BLUE).all()
    row = picture[50, :, 1]
    assert (row[2:8] < 10).all()
    assert (row[12:18] > 245).all()
    assert (row[22:28] < 10).all()


def test_a_picture_is_stretched_without_smoothing():
    rgba = np.array([[[255, 0, 0, 255], [0, 0, 255, 255]], [[0, 255, 0, 255], [0, 0, 0, 0]]], np.uint8)
    picture = render(drawing(Picture(10, 10, 40, 20, rgba)))
    assert (picture[10:20, 10:30] == (255, 0, 0, 255)).all()
    assert (picture[10:20, 30:50] == (0, 0, 255, 255)).all()
    assert (picture[20:30, 10:30] == (0, 255, 0, 255)).all()
    assert (picture[20:30, 30:50] == WHITE).all()


def test_a_part_of_a_larger_picture_is_painted_like_a_copy_of_it():
    rng = np.random.default_rng(0)
    whole = rng.integers(0, 256, (6, 40, 4), dtype=np.uint8)
    for part in (whole[:, :13], whole[:, 5:9], whole[2:5, 7:30], whole[:, ::2], whole[::-1]):
        seen = render(drawing(Picture(3, 3, 90, 50, part)))
        copied = render(drawing(Picture(3, 3, 90, 50, part.copy())))
        assert (seen == copied).all()


def test_clocks_narrower_than_a_pixel_are_painted_as_their_mean():
    """All of them and a part of them, as up to the playhead; no clock is left out."""
    rng = np.random.default_rng(0)
    rgba = rng.integers(0, 256, (2, 1000, 4), dtype=np.uint8)
    rgba[..., 3] = 255
    whole = render(drawing(Picture(0, 0, 50, 20, rgba, "H")))
    for row, y in ((0, 5), (1, 15)):
        for pixel in (0, 7, 49):
            mean = rgba[row, 20 * pixel : 20 * (pixel + 1)].mean(axis=0)
            np.testing.assert_allclose(whole[y, pixel], mean, atol=1)
    part = render(drawing(Picture(0, 0, 25, 20, rgba[:, :500], "H")))
    later = render(drawing(Picture(20, 0, 30, 20, rgba[:, 400:], "H")))
    np.testing.assert_allclose(later[:, 20:50].astype(int), whole[:, 20:50].astype(int), atol=1)
    np.testing.assert_allclose(part[:, :25].astype(int), whole[:, :25].astype(int), atol=1)


@pytest.mark.parametrize("columns", [1, 3, 7, 64])
def test_narrowed_leaves_no_clock_out(columns):
    rgba = np.random.default_rng(1).integers(0, 256, (3, 64, 4), dtype=np.uint8)
    made = narrowed(rgba, columns)
    edges = [k * 64 // columns for k in range(columns + 1)]
    for k in range(columns):
        clocks = [rgba[:, t].astype(int) for t in range(edges[k], edges[k + 1])]
        np.testing.assert_allclose(made[:, k], sum(clocks) / len(clocks), atol=0.5)


def test_marks_that_look_alike_are_painted_together_and_none_is_lost():
    rng = np.random.default_rng(1)
    colours = np.array([[255, 0, 0, 255], [0, 128, 0, 255], [0, 0, 255, 255]], np.uint8)
    which = rng.integers(0, 3, 20)
    x = np.arange(20) * 5.0
    boxes = Boxes(x, np.full(20, 10.0), np.full(20, 4.0), np.full(20, 8.0), colours[which], CLEAR.repeat(20, 0), x * 0)
    lines = Lines(x, np.full(20, 30.0), x, np.full(20, 50.0), colours[which], np.full(20, 3.0))
    picture = render(drawing(boxes, lines))
    for k in range(20):
        assert (picture[14, int(x[k]) + 2] == colours[which[k]]).all()
        assert (picture[40, int(x[k])] == colours[which[k]]).all()


@pytest.mark.parametrize(("anchor", "left"), [("l", 50.0), ("c", None), ("r", None)])
def test_texts_are_anchored_and_as_wide_as_the_figure_reckoned(anchor, left):
    string, size = "M₄ = −0.31", 20.0
    text = Texts((string,), 50 * ONE, 30 * ONE, RED, size, anchor)
    picture = render(drawing(text, width=300))
    ink = np.argwhere(picture[..., 1] < 200)
    width = QFontMetricsF(font(size)).horizontalAdvance(string)
    start = {"l": 50.0, "c": 50 - width / 2, "r": 50 - width}[anchor]
    assert abs(ink[:, 1].min() - max(start, 0)) <= 3
    middle = (ink[:, 0].min() + ink[:, 0].max()) / 2
    assert abs(middle - 30) <= 3


@pytest.mark.parametrize("bold", [False, True])
def test_widths_agree_with_the_fonts(bold):
    metrics = QFontMetricsF(font(20.0, bold))
    for string in ("t = 128", "-.31", "forget f", "saída", "memória", "MW@#", "über", "0 … 1"):
        assert metrics.horizontalAdvance(string) <= text_width(string, 20.0, bold) + 0.6
        if string.isascii():
            assert metrics.horizontalAdvance(string) == pytest.approx(text_width(string, 20.0, bold), abs=1.0)


def test_scale_gives_that_many_pixels():
    picture = render(drawing(box(10, 20, 30, 10)), 3.0)
    assert picture.shape == (180, 300, 4)
    assert (picture[62:88, 32:118] == RED).all()
    assert (picture[58, :] == WHITE).all()


def test_the_static_layer_is_painted_when_it_looks_different(monkeypatch):
    painted = []
    monkeypatch.setattr(painting, "_static_layer", _counting(painting._static_layer, painted))
    cache = StaticCache()
    static = (box(0, 0, 20, 20, BLUE),)
    page = QImage(100, 60, QImage.Format.Format_RGB32)
    for k in range(5):
        painter = QPainter(page)
        paint(drawing(box(10 * k, 30, 5, 5), static=static, identity="one"), painter, cache)
        painter.end()
    assert len(painted) == 1
    assert page.pixelColor(10, 10) == QColor(0, 0, 255)
    assert page.pixelColor(42, 32) == QColor(255, 0, 0)
    painter = QPainter(page)
    paint(drawing(static=static, identity="two"), painter, cache)
    paint(drawing(static=(box(0, 0, 20, 20, BLUE),), identity=None), painter, cache)
    painter.end()
    assert len(painted) == 1
    others = ({"static": (box(0, 0, 20, 20, RED),)}, {"static": ()}, {"width": 90}, {"height": 50})
    for count, other in enumerate(others, 2):
        with QPainter(page) as painter:
            paint(drawing(**{"static": static} | other), painter, cache)
        assert len(painted) == count
    with QPainter(page) as painter:
        paint(replace(drawing(static=static, height=50), background=RED[0]), painter, cache)
    assert len(painted) == 6
    assert page.pixelColor(50, 40) == QColor(255, 0, 0)


def test_nothing_stays_of_the_static_layer_before():
    cache, page = StaticCache(), QImage(100, 60, QImage.Format.Format_RGB32)
    for x, identity in ((0, "one"), (50, "two")):
        with QPainter(page) as painter:
            paint(drawing(static=(box(x, 0, 20, 20, BLUE),), identity=identity), painter, cache)
    assert page.pixelColor(10, 10) == QColor(255, 255, 255)
    assert page.pixelColor(60, 10) == QColor(0, 0, 255)


def test_while_a_network_learns_the_static_layer_is_painted_a_few_times_a_second(monkeypatch):
    painted, now = [], [100.0]
    monkeypatch.setattr(painting, "_static_layer", _counting(painting._static_layer, painted))
    monkeypatch.setattr(painting.time, "monotonic", lambda: now[0])
    cache, hurried = StaticCache(0.25), StaticCache()
    page = QImage(100, 60, QImage.Format.Format_RGB32)

    def show(x, kept_in, place="place"):
        static = (box(x, 0, 20, 20, BLUE),)
        with QPainter(page) as painter:
            paint(drawing(static=static, identity=StaticId((place,), object())), painter, kept_in)

    for k in range(60):
        now[0] += 1 / 60
        show(k, cache)
    assert 4 <= len(painted) <= 5
    show(60, cache, "elsewhere")
    assert len(painted) <= 6
    painted.clear()
    for k in range(3):
        show(k, hurried)
    assert len(painted) == 3


def _counting(function, calls):
    def counted(*args):
        calls.append(args)
        return function(*args)

    return counted


def test_a_cached_and_an_uncached_painting_are_the_same():
    state, snapshot = scene_of(8)
    scene = Scene.of(state, snapshot, LIGHT)
    axis = film_axis(scene, 900)
    whole = stage(scene, axis, 460.0, end_of(4, scene.phases))
    page = QImage(900, 460, QImage.Format.Format_RGB32)
    painter = QPainter(page)
    paint(whole, painter)
    painter.end()
    plain = np.frombuffer(page.constBits(), np.uint8).reshape(460, 900, 4)[..., 2::-1]
    assert (render(whole)[..., :3] == plain).all()
    assert (render(whole, cache=StaticCache())[..., :3] == plain).all()


def test_the_static_layer_is_as_fine_as_the_screen():
    state, snapshot = scene_of(8)
    scene = Scene.of(state, snapshot, LIGHT)
    whole = stage(scene, film_axis(scene, 900), 460.0, end_of(4, scene.phases))
    cache = StaticCache()
    page = QImage(1800, 920, QImage.Format.Format_RGB32)
    page.setDevicePixelRatio(2.0)
    painter = QPainter(page)
    paint(whole, painter, cache)
    painter.end()
    picture = cache.picture(whole, 2.0)
    assert (picture.width(), picture.height()) == (1800, 920)


def test_frames_do_not_depend_on_what_was_painted_before():
    state, snapshot = scene_of(8)
    scene = Scene.of(state, snapshot, LIGHT)
    axis = film_axis(scene, 640, 360)
    one, other = (frame(scene, axis, end_of(t, scene.phases), 640, 360, True) for t in (2, 6))
    first = render(one)
    assert not np.array_equal(first, render(other))
    assert np.array_equal(first, render(one))


def test_a_film_can_be_painted_in_a_thread():
    state, snapshot = scene_of(8)
    scene = Scene.of(state, snapshot, LIGHT)
    whole = frame(scene, film_axis(scene, 640, 360), end_of(3, scene.phases), 640, 360, True)
    here, there = render(whole), []
    thread = threading.Thread(target=lambda: there.append(render(whole)), name="rnnviz-test-film")
    thread.start()
    thread.join()
    assert np.array_equal(here, there[0])


def test_the_bundled_fonts_are_used():
    assert load() == FAMILY
    for bold in (False, True):
        assert QFontInfo(font(13, bold)).family() == FAMILY
        assert font(13, bold).pixelSize() == 13
    assert QFontInfo(font(13, True)).bold()


def test_every_sign_in_the_programs_texts_is_in_both_fonts():
    package = resource().parent / "rnnviz"
    signs = set()
    for source in package.rglob("*.py"):
        signs |= set(re.findall(r"[^\x00-\x7f]", source.read_text(encoding="utf-8")))
    assert {"−", "₄", "…", "·", "σ"} <= signs
    for file in FILES:
        raw = QRawFont(str(resource("fonts", file)), 12.0)
        assert raw.isValid()
        missing = {sign for sign in signs if not raw.supportsCharacter(ord(sign))}
        assert missing == set()


def test_no_screen_is_needed():
    assert QGuiApplication.platformName() == "offscreen"
