"""Where the rows of the folded network lie, and where they lie on the way there: arithmetic on sizes."""

from functools import lru_cache

from rnnviz.figure.layout import layout_of
from rnnviz.figure.rows import NO_LIGHTS, SPREAD, Layout, Lights, Part, Row
from rnnviz.figure.scene import Scene
from rnnviz.figure.sideways import comfortable_column, least_column
from rnnviz.figure.time_axis import TimeAxis

LARGER = 1.3  # one network alone has room for larger neurons
_MOST_ROOM = 0.55  # of all columns' room
_LEAST_COLUMN = 96.0
_MEMORY = 0.8  # how large the units of M are beside those of H, where they are few


def folded_layout(scene: Scene, axis: TimeAxis, height: float) -> Layout:
    """The rows of the one column that is left: as wide as its largest row wants to be, with the memory beside it."""
    scale = min(max(height / 460, 0.6), 2.0)
    ways = 1 + scene.bidirectional
    most = max(scene.at(0).sizes["X"], scene.sizes["S"], ways * scene.sizes["H"])
    if scene.sideways:
        wanted = LARGER * comfortable_column(scene.top + 1, most) * max(scale, 0.8)
        least = least_column(scene.top + 1)
        return layout_of(scene, max(min(wanted, 0.8 * axis.room), least), height, LARGER)
    wanted = max(most * 2.16 * 16.5 * LARGER * scale / SPREAD, _LEAST_COLUMN * scale * ways)
    column = min(wanted, max(_MOST_ROOM * axis.room, 40.0))
    made = layout_of(scene, column, height, LARGER)
    # Smaller again where otherwise layers would become thin that are large in the unrolled network.
    least = min(max(axis.column, _LEAST_COLUMN * ways), column)
    large = _memories(layout_of(scene, least, height))
    while _memories(made) < large and column > least:
        column = max(0.85 * column, least)
        made = layout_of(scene, column, height)
    return _beside(made)


def _memories(layout: Layout) -> int:
    return sum(1 for part in layout.parts if part.M.high)


@lru_cache(maxsize=64)
def _beside(layout: Layout) -> Layout:
    """M further out than it stands between two clocks, so that the way from H to it is in nobody's way."""
    k = layout.scale
    parts = tuple(part._replace(M=_outwards(part.M, part.H, part.lights, part.reverse, k)) for part in layout.parts)
    memory = _outwards(layout.M, layout.H, layout.lights, layout.M.shift > 0, k)
    return layout._replace(M=memory, parts=parts)


def _outwards(memory: Row, hidden: Row, lights: Lights, reverse: bool, scale: float) -> Row:
    if not memory.high:
        return memory
    side = 1.0 if reverse else -1.0
    if memory.r and hidden.r:
        units = round(memory.half / (1.08 * memory.r))
        r = max(memory.r, min(_MEMORY * hidden.r, 60.0 * scale / units))
        memory = memory._replace(r=r, pitch=2.16 * r, half=1.08 * r * units, high=r)
    beside = max(0.75 * hidden.half + 20.0 * scale, 0.5 * lights.number * lights.pitch + 6.0)
    out = max(side * memory.shift, side * hidden.shift + beside + memory.half)
    return memory._replace(shift=side * out)


@lru_cache(maxsize=256)
def mixed(start: Layout, end: Layout, part: float) -> Layout:
    """`part` of the way from the unrolled network's rows to those of the folded one, 0 < part <= 1. Rows that only one
    of them has grow or shrink."""
    if part >= 1.0:
        return end
    olds = {(old.layer, old.reverse): old for old in start.parts}
    parts = tuple(_part(olds[new.layer, new.reverse], new, part) for new in end.parts)
    return end._replace(
        column=_mix(start.column, end.column, part),
        S=_row(start.S, end.S, part),
        H=_row(start.H, end.H, part),
        M=_row(start.M, end.M, part),
        X=_row(start.X, end.X, part),
        lights=_lights(_lamps(start.lights, start.bands), end.lights, part),
        parts=parts,
    )


def _part(old: Part, new: Part, part: float) -> Part:
    return new._replace(
        H=_row(old.H, new.H, part),
        M=_row(old.M, new.M, part),
        lights=_lights(_lamps(old.lights, old.bands), new.lights, part),
    )


def _mix(start: float, end: float, part: float) -> float:
    return start + (end - start) * part


def _row(start: Row, end: Row, part: float) -> Row:
    if not end.high:
        return _smaller(start, 1 - part)
    if not start.high:
        return _smaller(end, part)
    half, high = _mix(start.half, end.half, part), _mix(start.high, end.high, part)
    return end._replace(
        y=_mix(start.y, end.y, part),
        r=_mix(start.r, end.r, part) if end.r else 0.0,
        pitch=end.pitch * (high / end.high if end.upright and end.r else half / end.half),
        half=half,
        high=high,
        shift=_mix(start.shift, end.shift, part),
    )


def _smaller(row: Row, part: float) -> Row:
    return row._replace(r=row.r * part, pitch=row.pitch * part, half=row.half * part, high=row.high * part)


def _lamps(lights: Lights, bands: tuple[tuple[float, float], ...]) -> Lights:
    """The lights, or where they would be among the bands of narrow columns."""
    if not bands:
        return lights
    y = sum(middle for middle, _ in bands) / len(bands)
    return lights._replace(y=y, letter_y=y, number=0)


def _lights(start: Lights, end: Lights, part: float) -> Lights:
    if not end.number:
        return start._replace(
            pitch=start.pitch * (1 - part), half=start.half * (1 - part), high=start.high * (1 - part)
        )
    if start == NO_LIGHTS:
        start = end._replace(pitch=0.0, half=0.0, high=0.0)
    letter_y = _mix(start.letter_y or end.letter_y, end.letter_y, part) if end.letter_y else 0.0
    return end._replace(
        y=_mix(start.y, end.y, part),
        letter_y=letter_y,
        pitch=_mix(start.pitch, end.pitch, part),
        half=_mix(start.half, end.half, part),
        high=_mix(start.high, end.high, part),
        shift=_mix(start.shift, end.shift, part),
    )
