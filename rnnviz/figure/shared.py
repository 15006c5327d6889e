"""One weight is one number at every clock: the places on the stage where the touched one is at work."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Circles, Drawing, Floats, Lines, Picture
from rnnviz.figure.edges import Wire, bundled, ends, middles_of, sides, wires_of
from rnnviz.figure.gutter import covers, names
from rnnviz.figure.hits import distance
from rnnviz.figure.inside.diagram import Diagram, diagram_of
from rnnviz.figure.layout import layout_of
from rnnviz.figure.marks import even, frame_box, ink
from rnnviz.figure.rows import Layout
from rnnviz.figure.scene import Scene
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.figure.weight_matrix import Entry
from rnnviz.session.state import Key

WIDTH = 3.6
EDGE_REACH = 4.0  # so far beside an edge still counts, in pixels
_STRONG, _WEAK = 0.34, 0.12


def shared_marks(scene: Scene, axis: TimeAxis, height: float, entry: Entry) -> list[Batch]:
    """The edge of this weight, or a ring around the unit of this bias, at every visible clock that has it. A band where
    all weights between two layers are drawn as one, a frame around the row where units are cells of a strip."""
    layout, clocks = layout_of(scene, axis.column, height), axis.visible
    return marks_at(scene, layout, axis, clocks, len(axis.even.visible), entry)


def marks_at(scene: Scene, layout: Layout, axis: TimeAxis, clocks: range, visible: int, entry: Entry) -> list[Batch]:
    """The same at these clocks of a stage whose columns have this layout. visible: how many clocks' edges decide
    whether all weights between two layers are drawn as one."""
    clocks_at = [t for t in clocks if t not in axis.opened]
    if not clocks_at:
        return []
    if layout.narrow:
        return _rows_of_bands(scene, layout, axis, clocks, entry)
    if entry.edge:
        return _edges(scene, layout, axis, clocks, visible, entry)
    rows = layout if entry.layer == "S" else layout.of(*entry.part)
    row = rows.row(entry.layer)
    xs = _middles(scene, axis, clocks, entry.layer)
    count = len(xs)
    if not count or not row.high:
        return []
    one, clear, line = np.ones(count), np.zeros((count, 4), np.uint8), even(scene.theme.accent, count)
    if not row.r:  # cells of a strip are too small to be framed one by one
        left, top = xs + row.shift - row.half - 2, (row.y - row.high - 2) * one
        return [Boxes(left, top, 2 * (row.half + 2) * one, 2 * (row.high + 2) * one, clear, line, 2.6 * one)]
    if entry.unit < 0:
        return []
    x = xs + middles_of(row, scene.units(entry.layer))[entry.unit]
    return [Circles(x, row.level(entry.unit) * one, (row.r + 3.5) * one, clear, line, 2.6 * one)]


def _edges(scene: Scene, layout: Layout, axis: TimeAxis, clocks: range, visible: int, entry: Entry) -> list[Batch]:
    outside = "S" if entry.edge == "HS" else "X" if entry.edge == "XH" and not entry.part[0] else ""
    xs, source = _middles(scene, axis, clocks, outside), max(entry.source, 0)
    if not len(xs):
        return []
    for wire in wires_of(scene, layout):
        top = entry.edge == "HS"
        if wire.edge != entry.edge or (not top and wire.part != entry.part):
            continue
        width = wire.weight.shape[1]
        if source >= width:  # the other direction's units, in the next wire
            source -= width
            continue
        if bundled(scene, layout, visible, wire) or entry.unit < 0:
            x1, y1, x2, y2 = (float(place[0]) for place in band_ends(wire))
        else:
            x1, y1, x2, y2 = (float(place[entry.unit * width + source]) for place in ends(wire))
        one = np.ones(len(xs))
        return [Lines(xs + x1, y1 * one, xs + x2, y2 * one, even(scene.theme.accent, len(xs)), WIDTH * one)]
    return []


def _middles(scene: Scene, axis: TimeAxis, clocks: range, row: str) -> Floats:
    """The middles of the columns that are not opened and in which the scenario has this row."""
    here = scene.exists(row, clocks) if row in ("X", "S") else np.ones(len(clocks), bool)
    return np.array([axis.x(t) for t, there in zip(clocks, here, strict=True) if there and t not in axis.opened])


def _rows_of_bands(scene: Scene, layout: Layout, axis: TimeAxis, clocks: range, entry: Entry) -> list[Batch]:
    """Where columns are too narrow for edges: the unit that is read and the one that is reached, along all clocks."""
    rows = layout if entry.layer == "S" else layout.of(*entry.part)
    ends = [(entry.layer, entry.unit)]
    if entry.edge:
        ends.append((entry.edge[0] if entry.edge != "XH" or not entry.part[0] else "", entry.source))
    x1, x2 = max(axis.x(clocks.start - 0.5), axis.left), min(axis.x(clocks.stop - 0.5), axis.left + axis.room)
    made: list[Batch] = []
    for name, unit in ends:
        row = rows.row(name) if name else None
        if row is None or not row.high:
            continue
        units = scene.units(name)
        tall = 2 * row.high / (units if 0 <= unit < units else 1)
        top = row.y - row.high + tall * (unit if 0 <= unit < units else 0)
        made.append(frame_box(x1 - 1, top - 1, x2 - x1 + 2, tall + 2, ink(scene.theme.accent), 2.0, 2.0))
    return made


def glow_inside(scene: Scene, diagram: Diagram, entry: Entry, unit: int) -> dict[str, float]:
    """What of an open cell is lit, and how strongly, while this weight is touched: the product or the sum that it is
    in, weaker where the weight leads to another unit than the one that is shown (-1 for all)."""
    if entry.layer == "S":
        return {"S": _STRONG}
    if entry.part != scene.part:
        return {}
    symbol = {"XH": "W", "MH": "U"}.get(entry.edge, "b")
    names = [entry.block] if entry.block else list(scene.cell.blocks)
    own = unit < 0 or entry.unit < 0 or entry.unit == unit
    lit = [diagram.weights.get(f"{symbol}_{name}", diagram.weights.get(symbol, f"{name}_pre")) for name in names]
    return dict.fromkeys(lit, _STRONG if own else _WEAK)


def entry_of_node(scene: Scene, key: Key) -> Entry | None:
    """The weights behind what is pointed at in an open cell: a product, a bias, or the sum of a gate (W, U and b)."""
    diagram = diagram_of(scene.cell)
    if diagram is None:
        return None
    symbol = next((symbol for symbol, name in diagram.weights.items() if name == key.name), "")
    letter, _, block = symbol.partition("_")
    if key.name.endswith("_pre"):
        block = key.name.removesuffix("_pre")
        letter = "" if letter != "b" else letter
    elif not symbol:
        return None
    edge = {"W": "XH", "U": "MH"}.get(letter, "")
    block = block if block in scene.cell.blocks else ""
    return Entry(edge, "H", scene.part, key.unit, -1, block)


def entry_at(
    scene: Scene, layout: Layout, axis: TimeAxis, clocks: Iterable[int], visible: int, x: float, y: float
) -> Entry | None:
    """The weight whose edge lies at this place, with all its gates, of these clocks; where all weights between two
    layers are one band, the whole matrix. visible: how many clocks' edges decide about that."""
    if layout.narrow:
        return None
    nearest, found = EDGE_REACH, None
    begun: dict[tuple[str, tuple[int, bool]], int] = {}  # sources in the wires before, of the other direction
    for wire in wires_of(scene, layout):
        part = (scene.top, False) if wire.edge == "HS" else wire.part
        first = begun.get((wire.edge, part), 0)
        width = wire.weight.shape[1]
        begun[wire.edge, part] = first + width
        band = bundled(scene, layout, visible, wire)
        x1, y1, x2, y2 = band_ends(wire) if band else ends(wire)
        for t in clocks:
            away = distance(x1 + axis.x(t), y1, x2 + axis.x(t), y2, x, y)
            if away.min() < nearest:
                nearest, k = float(away.min()), int(away.argmin())
                unit, source = (-1, -1) if band else (k // width, first + k % width)
                found = Entry(wire.edge, "S" if wire.edge == "HS" else "H", part, unit, source)
    return found


def band_ends(wire: Wire) -> tuple[Floats, Floats, Floats, Floats]:
    """x1, y1, x2, y2 (1,) of the band of a layer pair, from the middle of a column."""
    start, end = wire.start, wire.end
    if end.upright:
        places = (*sides(wire)[0], *sides(wire)[1])
    else:
        aside = 0.5 * end.half * (-1 if wire.part[1] else 1) if wire.edge == "MH" else 0.0
        places = start.shift, start.y - start.high, end.shift - aside, end.y + end.high
    x1, y1, x2, y2 = (np.array([place]) for place in places)
    return x1, y1, x2, y2


def below_units(drawing: Drawing, marks: list[Batch]) -> tuple[Drawing, list[Batch]]:
    """The stage with the lit edges among these marks below its gates and units, whose letters and numbers stay
    readable; and the other marks."""
    edges = tuple(mark for mark in marks if isinstance(mark, Lines))
    live = drawing.live
    first = next((k for k, batch in enumerate(live) if _is_unit(batch)), len(live))
    others: list[Batch] = [mark for mark in marks if not isinstance(mark, Lines)]
    return replace(drawing, live=(*live[:first], *edges, *live[first:])), others


def _is_unit(batch: Batch) -> bool:
    return isinstance(batch, Picture) or (isinstance(batch, Boxes | Circles) and any(batch.keys))


def with_marks(drawing: Drawing, scene: Scene, axis: TimeAxis, marks: list[Batch]) -> Drawing:
    """The stage with these marks on it; those of columns that slid under the gutters are hidden there."""
    hiding = covers(scene, axis, drawing.height)
    if hiding:
        hiding += names(scene, layout_of(scene, axis.column, drawing.height), axis)
    return replace(drawing, live=(*drawing.live, *marks, *hiding))
