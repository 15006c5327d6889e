"""One frame of a film, or a still: title, stage, tracks and the meaning of the colours, at any size."""

from dataclasses import replace

import numpy as np

from rnnviz.figure.drawing import Batch, Drawing, Picture, Texts
from rnnviz.figure.inside.geometry import between, widened_axis
from rnnviz.figure.inside.stage import opened_stage
from rnnviz.figure.inside.widen import widened
from rnnviz.figure.limits import written
from rnnviz.figure.marks import box, ease, ink, line
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.palette import diverging, filling
from rnnviz.figure.paper import CAPTION, paper, strip_of
from rnnviz.figure.place import moved, scaled
from rnnviz.figure.rolled_stage import rolled_stage
from rnnviz.figure.scene import Scene
from rnnviz.figure.stage import natural_column
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.track_values import held_cells
from rnnviz.figure.tracks import track_height, tracks
from rnnviz.session.playback import Position
from rnnviz.session.state import Opened
from rnnviz.words import translate

DESIGNED = 720.0  # frames higher than this are this high, drawn larger
_LEAST_STAGE = 175.0
_SLIDE = 0.5  # of the first phase, in which an open cell moves on to its clock


def film_axis(scene: Scene, width: float, height: float = DESIGNED) -> TimeAxis:
    """The time axis of a frame of this size, in the frame's pixels, at the beginning of the sequence."""
    scale = scale_of(height)
    wide = width / scale - strip_of(scene, width / scale, height / scale)
    axis = TimeAxis(scene.steps, wide, _gutter(wide, 110.0), 16.0)
    column = natural_column(scene, axis.room)
    left = _gutter(wide, column)
    axis = replace(axis, left=left, column=column)
    return replace(axis, width=width, left=left * scale, right=16.0 * scale, column=axis.column * scale)


def scale_of(height: float) -> float:
    """How much larger than designed a frame of this height is drawn."""
    return max(1.0, height / DESIGNED)


def _gutter(width: float, column: float) -> float:
    """Wide enough for the rows' letters beside the first clock's memory, which reaches into it."""
    return max(min(0.13 * width, 128.0), 46.0 + 0.25 * column)


def frame(
    scene: Scene,
    axis: TimeAxis,
    position: Position,
    width: float,
    height: float,
    with_tracks: bool,
    opened: Opened | None = None,
    rolled: float | None = None,
) -> Drawing:
    """The frame for this position. axis: from `film_axis`, of which only the width of a column matters: the frame
    follows the playhead by itself. The same position always gives the same frame. opened: the cells that are open.
    rolled: how far the network is folded, 0 to 1; None in a film in which it never is."""
    scale = scale_of(height)
    wide, high = width / scale, height / scale
    column, strip = axis.column / scale, strip_of(scene, wide, high)
    span = wide - strip
    left = _gutter(span, column)
    # Few clocks stand in the middle of the frame.
    across = scene.steps * column
    if rolled is not None:  # one column with its loops may need more room than a few of the unrolled network
        across = max(across, 0.5 * span)
    page = left + across + 16.0
    page = page if page < 0.8 * span and opened is None else span
    view = TimeAxis(scene.steps, page, left, 16.0, column)
    view = view.scrolled(_followed(view, position, scene.reduced_motion, scene.reverse))
    title = 34.0 if high >= 300 else 0.0
    legend = 26.0 if high >= 420 and wide >= 560 else 0.0
    room = high - title - legend
    below = min(track_height(scene), (0.42 if opened is None else 0.3) * room) if with_tracks else 0.0
    if room - below < _LEAST_STAGE:
        below = 0.0
    if opened is None:
        top = rolled_stage(scene, view, room - below, position, rolled or 0.0)
    else:
        clocks = opened.clocks(position.t, scene.steps)
        flat, tall = view.scrolled(0.0), room - below
        view = widened_axis(flat, clocks, tall)
        earlier = scene.clock_before(position.t)
        if position.phase == 0 and earlier and not scene.reduced_motion:
            before = widened_axis(flat, opened.clocks(earlier, scene.steps), tall)
            view = between(before, view, ease(position.progress / _SLIDE))
        top = opened_stage(scene, view, tall, position, opened.unit, controls=False, rolled=rolled or 0.0)
    aside = (span - page) / 2
    static, live = moved(top.static, aside, title), moved(top.live, aside, title)
    identity: tuple[object, ...] = (top.static_id, scale, title, wide)
    if below:
        under = tracks(scene, view.even, below, position)
        under = under if opened is None else widened(under, view)
        start = title + room - below
        static += moved(under.static, aside, start)
        live += moved((*under.live, *held_cells(scene, view, below)), aside, start)
        live += (line(0.0, start, wide, start, ink(scene.theme.border), 1.0),)
        identity += (under.static_id,)
    if strip:
        side, edge, colours = strip - 28.0, wide - strip, scene.theme
        live += (
            box(edge, title, strip, room, ink(colours.stage)),  # columns are cut off at its edge
            line(edge, title, edge, title + room, ink(colours.border), 1.0),
            *paper(scene, position, edge + 14.0, title + (room - side - CAPTION) / 2, side),
        )
    if title:
        live += title_line(scene, wide, title)
    if legend:
        live += _legend(scene, wide, high - legend / 2)
    whole = Drawing(wide, high, top.background, static, live, identity)
    return scaled(whole, scale, width, height)


def _followed(view: TimeAxis, position: Position, jump: bool, backwards: bool = False) -> float:
    """How far the columns are scrolled: a continuous function of the position, so that frames never jump. A little
    more of the room lies before the playhead's clock than behind it."""
    behind = 0.0 if jump or position.phase else 1.0 - ease(position.progress)
    glide = position.t + behind if backwards else position.t - behind
    here = (min(max(glide, 1.0), float(view.steps)) - 0.5) * view.column
    return here - view.room * 0.45


def title_line(scene: Scene, width: float, high: float) -> tuple[Batch, ...]:
    """What is shown, and how much it has learnt: left the task and the cell, right updates and seed."""
    spec, model = scene.model.spec, scene.model
    left = f"{translate('tasks', scene.task.title)} · {translate('cells', scene.cell.title)}"
    learnt = (
        translate("figure", "trained, {updates} updates") if model.updates else translate("figure", "untrained")
    ).format(updates=model.updates)
    right = translate("figure", "{hidden} hidden units · {learnt} · seed {seed}").format(
        hidden=spec.hidden, learnt=learnt, seed=spec.seed
    )
    one, y = np.ones(1), high / 2 + 2
    right_size = 12.0
    if text_width(right, right_size) > 0.55 * width:
        right = learnt
    space = width - 44 - text_width(right, right_size)
    left = fitted(left, space, 15.0, True)
    theme = scene.theme
    return (
        Texts((left,), 14 * one, y * one, ink(theme.text)[None], 15.0, "l", True),
        Texts((right,), (width - 14) * one, y * one, ink(theme.muted)[None], right_size, "r"),
        line(0.0, high, width, high, ink(theme.border), 1.0),
    )


def _legend(scene: Scene, width: float, y: float) -> tuple[Batch, ...]:
    """The fixed scales: activations, and gates where the cell has them."""
    theme = scene.theme
    end = written(scene.limit)
    scales = [(translate("figure", "activation"), f"−{end}", end, diverging(np.linspace(-1, 1, 64)))]
    if scene.lights:
        colour = scene.theme.role(scene.lights[0].role)
        scales.append((translate("figure", "gate"), "0", "1", filling(np.linspace(0, 1, 64), colour, theme.field)))
    one, size, bar = np.ones(1), 11.0, 84.0
    made: list[Batch] = [line(0.0, y - 13, width, y - 13, ink(theme.border), 1.0)]
    x = 14.0
    for word, low, high, colours in scales:
        for text in (word, low):
            made.append(Texts((text,), x * one, y * one, ink(theme.muted)[None], size, "l"))
            x += text_width(text, size) + 8
        made.append(Picture(x, y - 5, bar, 10.0, colours[None]))
        x += bar + 6
        made.append(Texts((high,), x * one, y * one, ink(theme.muted)[None], size, "l"))
        x += text_width(high, size) + 26
    return tuple(made)
