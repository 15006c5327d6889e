"""The stage while the network is folded, and on the way there: the copies of all clocks fly into the playhead's, and
the ways from each one's H to the next one's memory become the loop of the one network that is left.

The folded network rides along the time axis like a reading head: it stands above the playhead in tracks and curves, the
symbols that it reads stay below it and its answers above it.
"""

from dataclasses import dataclass, replace

import numpy as np

from rnnviz.figure.bands import bands
from rnnviz.figure.drawing import Batch, Boxes, Circles, Colours, Curves, Drawing, Floats, Picture, Texts
from rnnviz.figure.edges import Wire, heads, levels_of, middles_of, pulses, wire_lines, wires_of
from rnnviz.figure.gutter import covers, letters, names
from rnnviz.figure.held_marks import held_marks
from rnnviz.figure.labels import clock_texts
from rnnviz.figure.layout import layout_of
from rnnviz.figure.loops import back_way, loops, memory_text, way, ways
from rnnviz.figure.marks import between, bezier, box, even, frame_box, ink
from rnnviz.figure.metrics import text_width
from rnnviz.figure.motion import Moment, playhead_x
from rnnviz.figure.outline import outline
from rnnviz.figure.rolled_layout import folded_layout, mixed
from rnnviz.figure.rows import Layout, Row
from rnnviz.figure.scene import Scene
from rnnviz.figure.stage import FAINT, StaticId, glow, stage, units_of
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.playback import Position
from rnnviz.session.state import Key

_LATER = 0.55  # how visible clocks that the playhead has not come to are, of what the others are
_AS_MANY = 8  # one network's edges become a band for each layer pair where so many clocks' would, at the most
_MOST_FLYING = 200  # more edges than this do not fly; one band for each layer pair does
_LEGIBLE = 1 / 3  # folded so far, the numbers of the copies have faded away
_ROOM = 0.6  # folded so far, there begins to be room for what the memory holds
_SAMPLES = np.linspace(0.0, 1.0, 25)
_AIR = 5.0


@dataclass(frozen=True)
class Rolled:
    """Where the folded network stands: the rows of its column, an axis that has the playhead's clock there, and the
    one on which the other clocks' copies are on their way."""

    layout: Layout
    own: TimeAxis
    flying: TimeAxis
    clocks: range  # of the copies
    x: float
    reach: tuple[float, float]  # how far the folded network reaches to the left and to the right of its middle

    @property
    def visible(self) -> int:
        """For how many clocks' edges there has to be room."""
        return min(len(self.clocks), _AS_MANY)

    @classmethod
    def of(cls, scene: Scene, axis: TimeAxis, height: float, position: Position, rolled: float) -> "Rolled":
        """rolled: in (0, 1]."""
        start, end = layout_of(scene, axis.column, height), folded_layout(scene, axis, height)
        layout = mixed(start, end, rolled)
        t = position.t
        here = min(max(axis.x(t), axis.left - axis.column), axis.left + axis.room + axis.column)
        x = here + (_standing(scene, end, axis, position) - here) * rolled
        squeezed = axis.column * (1 - rolled)
        flying = replace(axis, column=squeezed, offset=(t - 0.5) * squeezed - (x - axis.left))
        own = replace(axis, column=layout.column, offset=(t - 0.5) * layout.column - (x - axis.left))
        return cls(layout, own, flying, axis.visible, x, reach(scene, end))


def _standing(scene: Scene, layout: Layout, axis: TimeAxis, position: Position) -> float:
    """The folded network's middle: at the playhead, as far as its loops do not leave the stage."""
    left, right = reach(scene, layout)
    low, high = axis.left + left, axis.left + axis.room - right
    if low > high:
        return (low + high) / 2
    return min(max(playhead_x(axis, position, scene.reduced_motion, scene.reverse), low), high)


def reach(scene: Scene, layout: Layout) -> tuple[float, float]:
    """How far the folded network reaches to the left and to the right of its middle, in pixels."""
    return scene.remember(("reach", layout), lambda: _reach(scene, layout))


def _reach(scene: Scene, layout: Layout) -> tuple[float, float]:
    xs: list[float] = []
    for part in scene.parts:
        rows = layout.of(*part)
        for row in (rows.S, rows.H, rows.X):
            xs += [row.shift - row.half, row.shift + row.half]
        lamps = rows.lights
        if lamps.number:
            xs += [lamps.shift + lamps.x(0) - lamps.half - 4, lamps.shift + lamps.x(lamps.number - 1) + lamps.half + 4]
        if not scene.cell.memory:
            continue
        path = way(scene, layout, part, 0.0, 1.0)
        along = [float(bezier(path[None], place)[0, 0]) for place in _SAMPLES.tolist()]
        margin = max(6.0, 9 * layout.scale)
        xs += [min(along) - margin, max(along) + margin]
        if rows.M.high:
            xs += [rows.M.shift - rows.M.half, rows.M.shift + rows.M.half]
            # At a clock with one before it, or in a row that runs right to left behind it: there it is widest.
            widest = max(scene.steps - 1, 1) if part[1] else scene.steps
            said = memory_text(scene.at(*part), rows, 0.0, widest)
            if said is not None:
                half = text_width(said.strings[0], said.size, True) / 2
                xs += [said.x[0] - half, said.x[0] + half]
    if scene.reads_back.any():
        path = back_way(layout, 0.0, 1.0)
        xs += [float(bezier(path[None], place)[0, 0]) + 4 for place in _SAMPLES.tolist()]
    return -min(xs) + _AIR, max(xs) + _AIR


def rolled_stage(
    scene: Scene,
    axis: TimeAxis,
    height: float,
    position: Position,
    rolled: float,
    selection: Key | None = None,
    hover: Key | None = None,
    sources: tuple[tuple[Key, float], ...] = (),
) -> Drawing:
    """The stage with the network folded as far as `rolled` says, 0 (exactly the unrolled one) to 1. sources: numbers to
    be framed, with how visible each frame is."""
    if rolled <= 0:
        return stage(scene, axis, height, position, selection, hover)
    rolled = min(rolled, 1.0)
    view = Rolled.of(scene, axis, height, position, rolled)
    layout, moment = view.layout, Moment.of(scene, position)
    live = _light(scene, axis, view, height, position)
    wires = wires_of(scene, layout)
    if rolled < 1:
        live += _flying_edges(scene, axis, view, moment, wires, rolled)
        live += _flying_units(scene, axis, view, height, moment, rolled)
    live += _card(scene, axis, view, rolled)
    live += _edges(scene, view, moment, wires, rolled)
    live += _ways_back(scene, axis, view, moment, rolled)
    live += _network(scene, axis, view, moment, rolled)
    framed = [(hover, 0.55), (selection, 1.0), *sources]
    for key, alpha in framed:
        if key is not None and key.t == moment.t:
            live += outline(scene, layout, view.own, key, alpha)
    live += held_marks(scene, layout, view.own, range(moment.t, moment.t + 1))
    live += letters(scene, layout, view.own, range(moment.t, moment.t + 1), moment.t)
    live += clock_texts(scene, layout, axis, view.clocks, moment)
    live += covers(scene, axis, height)
    first = axis.offset < axis.column and not scene.bidirectional
    start = layout_of(scene, axis.column, height)
    live += names(scene, layout, axis, first * (not start.narrow) * start.M.half * (1 - rolled))
    place = StaticId(("rolled", height, axis.width, scene.theme.name), scene.model)
    return Drawing(axis.width, height, ink(scene.theme.stage), (), tuple(live), place)


def _light(scene: Scene, axis: TimeAxis, view: Rolled, height: float, position: Position) -> list[Batch]:
    """The playhead's column."""
    column, x = max(axis.column, 3.0), playhead_x(axis, position, scene.reduced_motion, scene.reverse)
    inset = 3.0 * view.layout.scale
    low, high = max(x - column / 2 + 1, axis.left), min(x + column / 2 - 1, axis.left + axis.room)
    if high <= low:
        return []
    light = ink(scene.theme.highlight, 0.8)
    return [box(low, inset, high - low, height - 2 * inset, light, 8 * view.layout.scale)]


def _card(scene: Scene, axis: TimeAxis, view: Rolled, rolled: float) -> list[Batch]:
    """A card around the network, in the light of the playhead's column; the copies disappear behind it."""
    theme, (left, top, right, bottom) = scene.theme, _span(axis, view, rolled)
    place, radius = (left, top, right - left, bottom - top), 10 * view.layout.scale
    return [
        box(*place, ink(theme.highlight, round(rolled, 2)), radius),
        frame_box(*place, ink(theme.accent, round(0.45 * rolled, 2)), 1.2, radius),
    ]


def _span(axis: TimeAxis, view: Rolled, rolled: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the card."""
    layout = view.layout
    left, right = (edge * rolled + axis.column / 2 * (1 - rolled) for edge in view.reach)
    top, bottom = layout.S.y - layout.S.high - 3, layout.X.y + layout.X.high + 3
    if layout.sideways:
        top, bottom = layout.word_y + 0.75 * layout.text, layout.label_y - 0.75 * layout.text
    return view.x - left, top, view.x + right, bottom


def _flying_edges(
    scene: Scene, axis: TimeAxis, view: Rolled, moment: Moment, wires: tuple[Wire, ...], rolled: float
) -> list[Batch]:
    """The faint edges of the other clocks, and the ways between them."""
    layout, clocks = view.layout, view.clocks
    made: list[Batch] = []
    if layout_of(scene, axis.column, layout.height).narrow:
        return made
    visible = max(len(clocks), 1)
    if sum(wire.weight.size for wire in wires) * visible > _MOST_FLYING:
        visible = 10**6
    before, after = (_LATER, 1.0) if moment.backwards else (1.0, _LATER)
    for others, seen in ((range(clocks.start, moment.t), before), (range(moment.t + 1, clocks.stop), after)):
        strength = FAINT * seen * (1 - rolled)
        for wire in wires:
            xs = _xs(view.flying, others)[_there(scene, wire, others)]
            if len(xs):
                made.append(wire_lines(scene, layout, wire, xs, visible, strength))
    if not scene.cell.memory:
        return made
    for part in scene.parts:
        if scene.cell.memory == "S" and not layout.of(*part).M.high:
            continue
        path = way(scene, layout, part, view.flying.column, rolled)
        made += _flying_ways(scene, view, moment, part, path, rolled)
    return made


def _flying_ways(
    scene: Scene, view: Rolled, moment: Moment, part: tuple[int, bool], path: Floats, rolled: float
) -> list[Batch]:
    clocks, t, by = view.clocks, moment.t, -1 if part[1] else 1
    # One more than are in sight: it arrives there.
    first, last = (clocks.start, clocks.stop) if part[1] else (clocks.start - 1, clocks.stop - 1)
    leaving = range(max(first, 1, 1 - by), min(last, scene.steps, scene.steps - by) + 1)
    if not leaving:
        return []
    at = np.array(leaving)
    strength = np.where(at + by == t, 1.0, FAINT)
    if part[1] == moment.backwards:
        strength[at == t] += (1 - FAINT) * moment.part("M")
    later = at < t if moment.backwards else at > t
    strength *= np.where(later & (strength < 1), _LATER, 1.0) * (1 - rolled)
    head = 1.0 if scene.bidirectional or not view.layout.of(*part).M.high else rolled
    arriving = range(leaving.start + by, leaving.stop + by)
    return ways(scene, view.layout, part, path, _xs(view.flying, leaving), arriving, strength, head)


def _xs(axis: TimeAxis, clocks: range) -> Floats:
    return np.array([axis.x(t) for t in clocks])


def _there(scene: Scene, wire: Wire, clocks: range) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """(clocks,): whether the scenario has what this layer pair connects."""
    if wire.edge == "HS" or (wire.edge == "XH" and not wire.part[0]):
        return scene.exists("S" if wire.edge == "HS" else "X", clocks)
    return np.ones(len(clocks), dtype=bool)


def _edges(scene: Scene, view: Rolled, moment: Moment, wires: tuple[Wire, ...], rolled: float) -> list[Batch]:
    """The weights of the network. Each edge stands for its copies at all clocks."""
    made: list[Batch] = []
    t, x = moment.t, np.array([view.x])
    for wire in wires:
        strength = 1.0 if _there(scene, wire, range(t, t + 1))[0] else FAINT * rolled
        edges = wire_lines(scene, view.layout, wire, x, view.visible, strength)
        made.append(replace(edges, keys=(Key(wire.edge, t, -1, *wire.part),) * len(edges.x1)))
    return made


def _ways_back(scene: Scene, axis: TimeAxis, view: Rolled, moment: Moment, rolled: float) -> list[Batch]:
    """From S to the X that reads it, where the scenario has such clocks: of those in sight, and the network's own."""
    if not scene.reads_back.any():
        return []
    path = back_way(view.layout, view.flying.column, rolled)
    narrow = layout_of(scene, axis.column, view.layout.height).narrow
    wanted = [(t - 1, 1.0 if t == moment.t else FAINT) for t in view.clocks if scene.reads_back[t - 1] and not narrow]
    xs, strengths = [view.flying.x(t) for t, _ in wanted], [part * (1 - rolled) for _, part in wanted]
    used = bool(scene.reads_back[moment.t - 1 : moment.t + 1].any())
    xs.append(view.x)
    strengths.append(rolled * (1.0 if used else FAINT))
    points = np.repeat(path[None], len(xs), axis=0)
    points[:, :, 0] += np.array(xs)[:, None]
    colour = between(ink(scene.theme.stage), ink(scene.colour("S")), np.array(strengths))
    made = Curves(points, colour, np.full(len(xs), max(1.2, 1.6 * view.layout.scale)), (4.0, 3.0))
    return [made, heads(made, max(3.5, 5 * view.layout.scale))]


def _flying_units(
    scene: Scene, axis: TimeAxis, view: Rolled, height: float, moment: Moment, rolled: float
) -> list[Batch]:
    """The units of the other clocks, ever fainter; where clocks are narrow, their heat maps."""
    layout, clocks, ground = layout_of(scene, axis.column, height), view.clocks, ink(scene.theme.stage)
    if layout.narrow:
        return _paled(bands(scene, layout, view.flying, clocks, moment), ground, 1 - rolled)
    made: list[Batch] = []
    written = rolled < _LEGIBLE
    for others in (range(clocks.start, moment.t), range(moment.t + 1, clocks.stop)):
        if len(others):
            made += units_of(scene, view.layout, view.flying, others, moment, apart=True, written=written)
        if len(others) and written:
            made += letters(scene, view.layout, view.flying, others, moment.t)
    return _paled(made, ground, 1 - rolled)


def faded(batches: list[Batch], alpha: float) -> list[Batch]:
    """The same marks, so much more translucent."""
    made: list[Batch] = []
    for batch in batches:
        if isinstance(batch, Circles | Boxes):
            made.append(replace(batch, fill=_thin(batch.fill, alpha), line=_thin(batch.line, alpha)))
        elif isinstance(batch, Picture):
            made.append(replace(batch, rgba=_thin(batch.rgba, alpha)))
        else:
            made.append(replace(batch, colour=_thin(batch.colour, alpha)))
    return made


def _thin(colours: Colours, alpha: float) -> Colours:
    made = np.array(colours)
    made[..., 3] = np.rint(alpha * made[..., 3])
    return made


def _paled(batches: list[Batch], ground: Colours, alpha: float) -> list[Batch]:
    """The same marks, so much more of the ground's colour: circles that are opaque are several times as fast to paint
    as translucent ones, and boxes with sharp corners as rounded ones. Texts, which nobody can read, go first."""
    marks = [batch for batch in batches if isinstance(batch, Circles | Boxes)]
    dark = np.concatenate([np.zeros((0, 4), np.uint8), *(part for batch in marks for part in (batch.fill, batch.line))])
    pale, done = between(ground, dark, np.array(alpha)), 0
    pale[:, 3] = dark[:, 3]
    made: list[Batch] = []
    for batch in batches:
        if isinstance(batch, Circles | Boxes):
            middle, stop = done + len(batch.fill), done + 2 * len(batch.fill)
            batch = replace(batch, fill=pale[done:middle], line=pale[middle:stop])
            made.append(replace(batch, radius=0.0) if isinstance(batch, Boxes) else batch)
            done = stop
        elif not isinstance(batch, Texts):
            made += faded([batch], alpha)
        elif 1 - alpha < _LEGIBLE:
            made += faded([batch], 1 - (1 - alpha) / _LEGIBLE)
    return made


def _network(scene: Scene, axis: TimeAxis, view: Rolled, moment: Moment, rolled: float) -> list[Batch]:
    """The network itself, with the values of the playhead's clock, its loops, and what travels."""
    layout, t = view.layout, moment.t
    clocks = range(t, t + 1)
    made = loops(scene, layout, view.x, moment, rolled, view.flying.column)
    for name, row in (("X", layout.X), ("S", layout.S)):
        if not scene.exists(name, clocks)[0]:
            made += faded(_empty(scene, name, row, view.x), rolled)
    made += units_of(scene, layout, view.own, clocks, moment, apart=True)
    left, top, right, bottom = _span(axis, view, rolled)
    for part in scene.parts if scene.cell.memory and rolled > _ROOM else ():
        rows = layout.of(*part)
        said = memory_text(scene.at(*part), rows, view.x, t) if rows.M.high else None
        if said is not None:
            half, high = text_width(said.strings[0], said.size, True) / 2 + 2, 0.6 * said.size + 2
            low, most = max(left + half, half), min(right, view.own.width) - half
            x, y = np.clip(said.x, low, max(low, most)), np.clip(said.y, top + high, bottom - high)
            if _on_gates(layout, x[0] - view.x - half, x[0] - view.x + half, y[0] - high, y[0] + high):
                continue
            made += faded([replace(said, x=x, y=y)], (rolled - _ROOM) / (1 - _ROOM))
    made += glow(scene, layout, view.own, moment)
    if moment.phase != "M":
        made += pulses(scene, layout, view.own, moment, layout.label_y - 0.6 * layout.text)
    return made


def _on_gates(layout: Layout, left: float, right: float, top: float, bottom: float) -> bool:
    """Whether this box, from the network's middle, lies on some layer's gates or their letters."""
    for lights in (part.lights for part in layout.parts if part.lights.number):
        wide = lights.x(lights.number - 1) + lights.half
        letters = lights.letter_y - 0.62 * layout.small if lights.letter_y else lights.y - lights.high
        beside = abs(lights.shift - (left + right) / 2) >= wide + (right - left) / 2
        if not beside and letters < bottom and top < lights.y + lights.high:
            return True
    return False


def _empty(scene: Scene, name: str, row: Row, x: float) -> list[Batch]:
    """A row that the network has, but for which this clock has no use."""
    one = np.ones(scene.at(0).units(name))
    line = between(ink(scene.theme.stage), ink(scene.colour(name)), 0.45 * one)
    if row.r:
        places = x + middles_of(row, len(one))
        fill = even(scene.theme.stage, len(one))
        return [Circles(places, levels_of(row, len(one)), row.r * one, fill, line, 1.2 * one)]
    return [frame_box(x + row.shift - row.half, row.y - row.high, 2 * row.half, 2 * row.high, line[0], 1.2, 2.5)]
