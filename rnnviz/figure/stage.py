"""The stage: the network unrolled in time, one column a clock, as far as the playhead has come."""

from typing import NamedTuple

import numpy as np

from rnnviz.engine.messages import Model
from rnnviz.figure.bands import bands
from rnnviz.figure.drawing import Batch, Circles, Drawing, Floats
from rnnviz.figure.edges import copies, levels_of, lines, middles_of, pulses, read_back
from rnnviz.figure.gutter import covers, letters, names
from rnnviz.figure.held_marks import held_marks
from rnnviz.figure.labels import clock_texts
from rnnviz.figure.layout import layout_of
from rnnviz.figure.marks import box, even, frame_box, ink, kept, middles
from rnnviz.figure.motion import Moment, playhead_x
from rnnviz.figure.neurons import hull, layer, lights
from rnnviz.figure.outline import outline
from rnnviz.figure.rows import Layout
from rnnviz.figure.scene import LAYERS, Scene
from rnnviz.figure.sideways import comfortable_column
from rnnviz.figure.time_axis import MAX_COLUMN, TimeAxis
from rnnviz.session.playback import LOWER, UPPER, Position
from rnnviz.session.state import Key

FAINT = 0.36


class StaticId(NamedTuple):
    """What the static layer depends on. A painter may keep a picture for a while when only `model` differs: the
    weights of a network that is learning change with every frame."""

    place: tuple[object, ...]
    model: Model


def natural_column(scene: Scene, room: float) -> float:
    """A comfortable width for one clock, in pixels: all clocks within `room` if neurons stay readable then, else so
    wide that they are, and the clocks scroll."""
    if scene.sideways:
        comfortable = comfortable_column(scene.top + 1, scene.sizes["H"])
        fits = room / scene.steps >= 0.7 * comfortable
        return float(min(room / scene.steps, 1.5 * comfortable, MAX_COLUMN)) if fits else comfortable
    ways = 1 + scene.bidirectional
    most = max(scene.at(0).sizes["X"], scene.sizes["S"], ways * scene.sizes["H"])
    comfortable = 28.0 * most if 3 < most <= 7 * ways else 84.0 * (1.6 if ways == 2 else 1.0)
    if room / scene.steps >= 0.76 * comfortable:
        widest = max(1.6 * comfortable, min(0.1 * room, 240.0))
        return float(min(room / scene.steps, widest))
    return comfortable


def stage(
    scene: Scene,
    axis: TimeAxis,
    height: float,
    position: Position,
    selection: Key | None = None,
    hover: Key | None = None,
    playhead: bool = True,
) -> Drawing:
    """The stage in a view as wide as the axis and `height` pixels high. playhead: whether narrow columns have a frame
    around the playhead's; an open cell lies on it and has its own."""
    layout = layout_of(scene, axis.column, height)
    clocks = axis.visible
    moment = Moment.of(scene, position)
    background = ink(scene.theme.stage)
    column_x = playhead_x(axis, position, scene.reduced_motion, scene.reverse)
    live: list[Batch] = _veil(scene, layout, axis, column_x)
    identity = StaticId((layout, axis, scene.theme.name), scene.model)
    static: tuple[Batch, ...] = ()
    if layout.narrow:
        live += bands(scene, layout, axis, clocks, moment)
        if playhead and _in_sight(axis, column_x):
            live.append(_playhead(scene, layout, axis, column_x))
    else:
        static = _static(scene, layout, axis, identity)
        here = moment.t in clocks
        if here:
            live += _column(scene, layout, axis, moment, len(clocks), identity)
        live += units_of(scene, layout, axis, clocks, moment)
        if here:
            live += glow(scene, layout, axis, moment)
            live += pulses(scene, layout, axis, moment, layout.label_y - 0.6 * layout.text)
    for key, alpha in ((hover, 0.55), (selection, 1.0)):
        if key is not None:
            live += outline(scene, layout, axis, key, alpha)
    live += held_marks(scene, layout, axis)
    live += letters(scene, layout, axis, clocks, moment.t)
    live += clock_texts(scene, layout, axis, clocks, moment)
    live += covers(scene, axis, height)
    live += names(scene, layout, axis)
    return Drawing(axis.width, height, background, static, tuple(live), identity)


def _static(scene: Scene, layout: Layout, axis: TimeAxis, identity: StaticId) -> tuple[Batch, ...]:
    """Faint edges of every visible clock, and the dashed ways from each H to the next M."""

    def make() -> tuple[Batch, ...]:
        clocks = axis.visible
        xs = middles(axis, clocks)
        made = lines(scene, layout, xs, clocks, len(clocks), FAINT)
        made += read_back(scene, layout, axis, clocks, FAINT)
        arriving = range(max(2, clocks.start), min(clocks.stop, scene.steps) + 1)
        leaving = range(clocks.start, min(clocks.stop, scene.steps))
        for part in scene.parts if scene.cell.memory else ():
            if part[1] and len(leaving):  # right to left: it arrives one clock earlier
                made.extend(copies(scene, layout, middles(axis, leaving, axis.column), leaving, FAINT, part))
            elif len(arriving) and not part[1]:
                made.extend(copies(scene, layout, middles(axis, arriving, -axis.column), arriving, FAINT, part))
        return tuple(made)

    return kept(identity, make)


def _veil(scene: Scene, layout: Layout, axis: TimeAxis, x: float) -> list[Batch]:
    """The playhead's column lit, and the clocks to come dimmed."""
    theme, half = scene.theme, axis.column / 2
    left = max(axis.left, x + half)
    right = axis.left + min(axis.room, scene.steps * axis.column - axis.offset)
    if scene.reverse:  # the clocks still to come lie to the left
        left, right = axis.left, x - half
    made: list[Batch] = []
    if right > left:
        made.append(box(left, 0.0, right - left, layout.height, ink(theme.stage, 0.45)))
    if not layout.narrow and _in_sight(axis, x):
        edge = 3.0 * layout.scale
        made.append(
            box(
                x - half + 1,
                edge,
                axis.column - 2,
                layout.height - 2 * edge,
                ink(theme.highlight, 0.8),
                8 * layout.scale,
            )
        )
    return made


def _playhead(scene: Scene, layout: Layout, axis: TimeAxis, x: float) -> Batch:
    """In narrow columns: a frame around the clock, at least as wide as can be seen."""
    width = max(axis.column, 3.0)
    top, bottom = layout.S.y - layout.S.high, layout.X.y + layout.X.high
    return frame_box(x - width / 2, top - 3, width, bottom - top + 6, ink(scene.theme.accent), 1.6, 2.0)


def _column(
    scene: Scene, layout: Layout, axis: TimeAxis, moment: Moment, visible: int, identity: StaticId
) -> list[Batch]:
    """The current clock's weights, strong; the way from the last H to its M, and to the next M when it is copied."""

    def make() -> tuple[Batch, ...]:
        x = np.array([axis.x(moment.t)])
        made = lines(scene, layout, x, range(moment.t, moment.t + 1), visible, 1.0)
        made += read_back(scene, layout, axis, range(moment.t, moment.t + 1), 1.0)
        for part in scene.parts if scene.cell.memory else ():
            if part[1] and moment.t < scene.steps:
                made.extend(copies(scene, layout, x + axis.column, range(moment.t, moment.t + 1), 1.0, part))
            elif moment.t > 1 and not part[1]:
                made.extend(copies(scene, layout, x - axis.column, range(moment.t, moment.t + 1), 1.0, part))
        return tuple(made)

    made = list(kept((identity, moment.t), make))
    to = moment.t - 1 if moment.backwards else moment.t + 1
    if 1 <= to <= scene.steps and moment.part("M"):
        x = np.array([axis.x(moment.t)])
        strength = FAINT + (1 - FAINT) * moment.part("M")
        for part in scene.parts:
            if part[1] == moment.backwards:
                made.extend(copies(scene, layout, x, range(to, to + 1), strength, part))
    return made


def units_of(
    scene: Scene,
    layout: Layout,
    axis: TimeAxis,
    clocks: range,
    moment: Moment,
    apart: bool = False,
    written: bool = True,
) -> list[Batch]:
    """The units of all layers and the gates' lights at these clocks. apart, written: as for `layer` and `lights`."""
    made: list[Batch] = []
    made += layer(scene.at(0), layout, axis, clocks, "X", moment.shown("X", clocks), apart, written)
    for part in scene.parts:
        here, rows = scene.at(*part), layout.of(*part)

        def shown(name: str, part: tuple[int, bool] = part) -> Floats:
            return moment.shown(name, clocks, part)

        if rows.M.high:
            made += layer(here, rows, axis, clocks, "M", shown("M"), apart, written)
        made.append(hull(here, rows, axis, clocks))
        if rows.lights.number:
            filled = {gate.name: shown(gate.name) for gate in scene.lights}
            made += lights(here, rows, axis, clocks, filled, apart, written)
        made += layer(here, rows, axis, clocks, "H", shown("H"), apart, written)
    made += layer(scene, layout, axis, clocks, "S", moment.shown("S", clocks), apart, written)
    return made


def _in_sight(axis: TimeAxis, x: float) -> bool:
    """Whether a column with its middle at x can be seen, at least in part."""
    return axis.left - axis.column / 2 < x < axis.left + axis.room + axis.column / 2


def glow(scene: Scene, layout: Layout, axis: TimeAxis, moment: Moment) -> list[Batch]:
    """A ring in the colour of what H is computing just now, for that which has no light of its own."""
    working = moment.phase
    if working in {gate.name for gate in scene.lights} | {*LAYERS, LOWER, UPPER} or not moment.moving or not layout.H.r:
        return []
    units = scene.units("H")
    x = middles_of(layout.H, units) + axis.x(moment.t)
    alpha = 1 - abs(2 * moment.progress - 1)
    line = even(scene.colour(working), units, alpha)
    clear = even(scene.theme.stage, units, 0.0)
    r = np.full(units, layout.H.r + 1.0)
    return [Circles(x, levels_of(layout.H, units), r, clear, line, np.full(units, 3.0 * layout.scale))]
