"""What stands on the screen after only its changes were painted is what would be painted afresh."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from view_scenes import bits, scene_of

from rnnviz.figure.drawing import Boxes, Circles, Curves, Drawing, Lines, Picture, Texts
from rnnviz.figure.layers import Layer
from rnnviz.gui.toolkit.drawing_view import PATIENCE
from rnnviz.gui.toolkit.painter import paint
from rnnviz.inputs import read_text
from rnnviz.session.playback import Position
from rnnviz.session.state import Key


class Painted(QObject):
    """Where a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.parts = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.parts.append(event.rect())
        return False


def pixels(image):
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def check(window):
    """Compare the screen with pictures made for the occasion."""
    while window.timeline.opening.running or window.timeline.rolling.running:
        QApplication.processEvents()
    QApplication.processEvents()
    screen = pixels(window.screen().grabWindow(window.winId()).toImage())
    for view in (window.timeline.stage, window.timeline.tracks):
        fresh, corner = pixels(view.grab().toImage()), view.mapTo(window, view.rect().topLeft())
        seen = screen[corner.y() : corner.y() + view.height(), corner.x() : corner.x() + view.width()]
        # Of what lies on one another less is blended, which may round another way.
        assert np.abs(seen - fresh).max() <= 4, type(view).__name__


def play(window, t=2, places=(0.1, 0.4, 0.7)):
    """Every phase of a clock, as playing shows it."""
    for phase in range(len(window.timeline.scene.phases)):
        for place in places:
            window.controller.go_to(Position(t, phase, place))
            check(window)


MARKS = {
    "box": lambda n, x, y, a, b, fill, w: Boxes(x, y, a, b, fill, fill[::-1], w, 3.0),
    "circle": lambda n, x, y, a, b, fill, w: Circles(x, y, a, fill, fill[::-1], w),
    "line": lambda n, x, y, a, b, fill, w: Lines(x, y, x + a - 12, y + b - 12, fill, w),
    "dashes": lambda n, x, y, a, b, fill, w: Lines(x, y, x + a, y + b, fill, w, (4.0, 3.0)),
    "curve": lambda n, x, y, a, b, fill, w: Curves(
        np.stack([x, y, x + a, y, x, y + b, x + a, y + b], 1).reshape(n, 4, 2), fill, w
    ),
    "text": lambda n, x, y, a, b, fill, w: Texts(tuple("Qgf́Åj ẞ,"[k % 9] * 3 for k in range(n)), x, y, fill, 9.0 + n),
    "picture": lambda n, x, y, a, b, fill, w: Picture(x[0], y[0], 3 * a[0], 2 * b[0], fill[None]),
}  # fmt: skip


def some(seed):
    """A layer with a few marks of each kind."""
    rng = np.random.default_rng(seed)
    made = []
    for kind in rng.permutation(sorted(MARKS)):
        n = int(rng.integers(1, 5))
        x, y, a, b, w = (rng.uniform(*ends, n) for ends in ((40, 200), (30, 120), (2, 25), (2, 25), (0, 3)))
        made.append(MARKS[kind](n, x, y, a, b, rng.integers(0, 256, (n, 4), dtype=np.uint8), w))
    return made


def painted(layer):
    page = QImage(260, 180, QImage.Format.Format_RGB32)
    with QPainter(page) as painter:
        paint(Drawing(260, 180, np.full(4, 255, np.uint8), (), tuple(layer)), painter)
    return pixels(page)


@pytest.mark.usefixtures("qapp")
@given(st.integers(0, 10_000), st.integers(0, 6), st.sampled_from(["moved", "gone", "other"]))
@settings(max_examples=60, deadline=None)
def test_no_pixel_beside_the_difference_of_two_layers_differs(seed, k, how):
    old, other = some(seed), some(seed + 1)
    new = [*old[:k], *([] if how == "gone" else [other[k]]), *old[k + 1 :]]
    if how == "moved":
        shift = (
            {"points": old[k].points + 2.5}
            if isinstance(old[k], Curves)
            else {"y1": old[k].y1 + 2.5}
            if isinstance(old[k], Lines)
            else {"x": old[k].x + 2.5}
        )
        new[k] = replace(old[k], **shift)
    left, top, right, bottom = Layer(tuple(old)).followed(tuple(new))[1]
    differs = (painted(old) != painted(new)).any(axis=-1)
    differs[
        max(0, math.floor(top) - 1) : math.ceil(bottom) + 1, max(0, math.floor(left) - 1) : math.ceil(right) + 1
    ] = False
    assert not differs.any()


@pytest.fixture
def ready(window, until):
    """The window, high enough for all of its views."""
    window.resize(1280, 900)
    until(lambda: window.controller.fitting_snapshot is not None and window.timeline.curves.plot is not None)
    return window


@pytest.mark.parametrize("cell", ["elman", "jordan", "lstm", "gru"])
@pytest.mark.parametrize("sideways", [False, True])
def test_playing_with_and_without_an_open_cell(ready, until, cell, sideways):
    more = {"lstm": {"layers": 2, "peepholes": True}, "gru": {"direction": "bidirectional"}}.get(cell, {})
    ready.controller.set_network(cell=cell, **more)
    ready.controller.set_sideways(sideways)
    until(lambda: ready.controller.fitting_snapshot is not None)
    play(ready, 3, (0.2, 0.7))
    ready.cells.open(Key("H", 2, -1))
    play(ready)


def test_after_every_kind_of_change(ready, until):
    """No change leaves anything of before on the screen, nor do the frames that follow it."""
    controller, timeline = ready.controller, ready.timeline
    editor = ready.weights.editor
    changes = {
        "hover": lambda: timeline.light(Key("H", 3, 1)),
        "selection": lambda: controller.select(Key("H", 3, 0)),
        "weight": lambda: editor.change("weight_hh_l0", (1, 1), 1.5),
        "end of an edit": editor.finish,
        "held": lambda: editor.set_number(Key("H", 3, 1), 0.9),
        "theme": lambda: ready.set_preferences(replace(ready.preferences, theme="dark")),
        "notation": lambda: controller.set_notation("pytorch"),
        "size": lambda: ready.resize(1400, 980),
        "open": lambda: ready.cells.open(Key("H", 2, -1)),
        "one unit": lambda: ready.cells.open(Key("H", 2, 1)),
        "learning": controller.one_update,
        "undo": controller.undo,
        "folded": lambda: controller.roll(True),
        "closed": lambda: ready.cells.close(),
        "unrolled": lambda: controller.roll(False),
        "sequence": lambda: controller.set_sequence(read_text(bits(40), "bits")),
        "scrolled": lambda: timeline.bar.setValue(200),
        "zoomed": lambda: timeline.zoom(1.5),
    }
    for name, change in changes.items():
        change()
        until(lambda: controller.fitting_snapshot is not None)
        try:
            check(ready)
            for position in (Position(4, 1, 0.6), Position(4, 2, 0.1), Position(5, 0, 0.5)):
                controller.go_to(position)
                check(ready)
        except AssertionError as wrong:
            raise AssertionError(f"after {name}: {wrong}") from wrong


def test_in_an_open_cell_only_what_moves_is_painted(ready):
    """Of a value on its way nothing but its surroundings; nothing of tracks and curves where only the cell lives."""
    ready.cells.open(Key("H", 2, -1))
    play(ready, places=(0.3,))
    ready.controller.go_to(Position(2, 0, 0.30))
    check(ready)
    views = (ready.timeline.stage, ready.timeline.tracks, ready.timeline.curves.plot.viewport())
    stage, tracks, plot = (Painted(view) for view in views)
    ready.controller.go_to(Position(2, 1, 0.30))
    QApplication.processEvents()
    stage.parts.clear()
    ready.controller.go_to(Position(2, 1, 0.33))
    QApplication.processEvents()
    (part,) = stage.parts
    whole = ready.timeline.stage
    assert 0 < part.width() * part.height() < 0.1 * whole.width() * whole.height()
    tracks.parts.clear()
    plot.parts.clear()
    last = len(ready.timeline.scene.phases) - 1
    for place in (0.3, 0.33):
        ready.controller.go_to(Position(2, last, place))
        QApplication.processEvents()
    assert not plot.parts
    assert len(tracks.parts) <= 1


def test_edges_that_stayed_for_a_while_are_replaced_everywhere(timeline, monkeypatch):
    now = [100.0]
    monkeypatch.setattr("rnnviz.gui.toolkit.painter.time.monotonic", lambda: now[0])
    state, snapshot = scene_of(8)
    state = replace(state, learning=True, position=Position(3, 1, 0.5))
    stage = timeline.stage
    timeline.show(state, snapshot)
    QApplication.processEvents()
    parameters = {name: 3 * value for name, value in snapshot.network.parameters.items()}
    learnt = replace(snapshot, network=replace(snapshot.network, parameters=parameters))
    old = pixels(stage.grab().toImage())
    timeline.show(state, learnt, frozenset({"snapshot", "network"}))
    QApplication.processEvents()
    now[0] += 2 * PATIENCE
    timeline.show(replace(state, position=Position(3, 1, 0.6)), learnt, frozenset({"position"}))
    for _ in range(3):
        QApplication.processEvents()
    screen = pixels(timeline.screen().grabWindow(timeline.winId()).toImage())[: stage.height(), : stage.width()]
    fresh = pixels(stage.grab().toImage())
    assert np.abs(screen - fresh).max() <= 4
    far = slice(round(stage.axis.x(6)), None)
    assert np.abs(fresh - old)[:, far].max() > 10
