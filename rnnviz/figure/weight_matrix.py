"""One parameter of a network as a heat map: a row for each unit that is reached, gate by gate, and a column for each
that is read; numbers where there is room."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rnnviz.figure.drawing import Batch, Boxes, Colours, Drawing, Floats, Picture, Texts
from rnnviz.figure.marks import even, frame_box, ink, short
from rnnviz.figure.palette import diverging, ink_on
from rnnviz.figure.scene import Scene
from rnnviz.network.parameters import part_suffix

LIMIT = 2.5  # the ends of the colours, as of the widest edges on the stage
LEFT, TOP, EDGE = 58.0, 26.0, 12.0
MOST_NUMBERS = 4000
ROOM_FOR_TWO = 22.0  # the least height of a cell with two numbers
_LETTERS = {"weight_ih": "W", "weight_hh": "U", "bias_ih": "b", "bias_hh": "b", "weight_peephole": "p"}
_READOUT = {"readout.weight": "V", "readout.bias": "c"}


class Entry(NamedTuple):
    """Where one weight is at work. edge: “XH”, “MH”, “HS”, or “” for what no other unit enters; layer: H or S; part:
    layer and direction; unit: the one that is reached; source: the one that is read; -1 for all of them. block: the
    gate, “” for all gates."""

    edge: str
    layer: str
    part: tuple[int, bool]
    unit: int
    source: int = 0
    block: str = ""


def parameters_of(scene: Scene) -> tuple[str, ...]:
    """The names of the parameters of the layer and direction looked at, and of the readout."""
    return (*(name + part_suffix(*scene.part) for name in scene.parameters), *_READOUT)


def letter(name: str) -> str:
    """What a parameter is called in rnnviz's own notation."""
    return _READOUT.get(name) or _LETTERS[name.split("_l")[0]]


def shown_letter(scene: Scene, name: str) -> str:
    """What it is called in the equations, where the two biases of a sum are often one: “W”, “b ih”."""
    if name.startswith("bias"):
        return f"b {name[5:7]}"
    own = letter(name)
    return own if own == "p" else scene.notation.written(own, memory=scene.cell.memory)


def values_of(scene: Scene, name: str) -> Floats:
    """(rows, columns) of a parameter; biases and peepholes have one column."""
    array: Floats = np.asarray(scene.model.parameters[name], dtype=np.float64)
    return array.reshape(len(array), -1)


def blocks_of(scene: Scene, name: str) -> tuple[str, ...]:
    """The gates of the row blocks, in the file's order; “S” for the readout."""
    if name in _READOUT:
        return ("S",)
    return ("i", "f", "o") if letter(name) == "p" else scene.cell.blocks


def entry_of(scene: Scene, name: str, row: int, column: int) -> Entry:
    """Where the weight in this place of the matrix is at work."""
    if name in _READOUT:
        return Entry("HS" if name == "readout.weight" else "", "S", (scene.top, False), row, column)
    edge = {"W": "XH", "U": "MH"}.get(letter(name), "")
    block = blocks_of(scene, name)[row // scene.units("H")]
    return Entry(edge, "H", scene.part, row % scene.units("H"), column, block)


def rows_of(scene: Scene, name: str, entry: Entry) -> tuple[tuple[int, int], ...]:
    """(row, column) of each place of a parameter that an entry means, with column -1 for a whole row; () where it is of
    another one. An entry without an edge and a source means a sum: the rows of W and U, and the biases."""
    rows, columns = values_of(scene, name).shape
    edge = "HS" if name == "readout.weight" else {"W": "XH", "U": "MH"}.get(letter(name), "")
    whole = not entry.edge and entry.source < 0
    if (name in _READOUT) != (entry.layer == "S") or (entry.edge != edge and not whole):
        return ()
    if name not in _READOUT and entry.part != scene.part:
        return ()
    blocks = blocks_of(scene, name)
    each = rows // len(blocks)
    units = range(each) if entry.unit < 0 else (entry.unit,)
    column = entry.source if 0 <= entry.source < columns and edge else -1
    chosen = [k for k, block in enumerate(blocks) if not entry.block or block == entry.block]
    return tuple((k * each + unit, column) for k in chosen for unit in units if unit < each)


def row_name(scene: Scene, name: str, row: int) -> str:
    """The unit that a row leads to, by its gate: “f 2”."""
    blocks, rows = blocks_of(scene, name), len(scene.model.parameters[name])
    block, unit = divmod(row, rows // len(blocks))
    return f"{blocks[block] if name not in _READOUT else 's'} {unit + 1}"


def column_name(scene: Scene, name: str, column: int) -> str:
    """The unit that a column comes from: “x 1”, “h 3”; empty for biases and peepholes."""
    what = letter(name)
    if what not in "WUV":
        return ""
    return (
        f"{'x' if what == 'W' and not scene.layer else scene.cell.memory.lower() if what == 'U' else 'h'} {column + 1}"
    )


class Grid(NamedTuple):
    """The cells of a matrix: the left upper corner of the first one, their width and height, how many there are."""

    rows: int
    columns: int
    w: float
    h: float
    x: float = LEFT
    y: float = TOP

    @property
    def width(self) -> float:
        return self.x + self.columns * self.w + EDGE

    @property
    def height(self) -> float:
        return self.y + self.rows * self.h + EDGE

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """(row, column) at a place, None beside the matrix."""
        row, column = int((y - self.y) // self.h), int((x - self.x) // self.w)
        return (row, column) if 0 <= row < self.rows and 0 <= column < self.columns else None


def grid_of(shape: tuple[int, int], width: float, height: float) -> Grid:
    """Cells as large as this room allows, within what can be hit with a mouse and what looks like a cell."""
    rows, columns = shape
    w = min(max((width - LEFT - EDGE) / columns, 16.0), 72.0)
    h = min(max((height - TOP - EDGE) / rows, 16.0), 34.0)
    return Grid(rows, columns, w, h)


def matrix(
    scene: Scene,
    name: str,
    grid: Grid,
    chosen: tuple[int, int],
    old: Floats | None = None,
    focus: bool = True,
    lit: tuple[tuple[int, int], ...] = (),
) -> Drawing:
    """The parameter `name`. chosen: (row, column) with a frame. lit: places that are pointed at on the stage, see
    `rows_of`. old (rows, columns): the values before an edit under
    way; where one differs, its colour frames the cell and its number stands below the new one."""
    values, theme = values_of(scene, name), scene.theme
    fill = diverging(values, "weight", LIMIT)
    x = grid.x + grid.w * np.arange(grid.columns, dtype=np.float64)
    y = grid.y + grid.h * np.arange(grid.rows, dtype=np.float64)
    made: list[Batch] = [Picture(grid.x, grid.y, grid.w * grid.columns, grid.h * grid.rows, fill)]
    made += _labels(scene, name, grid, x, y)
    other = np.zeros(values.shape, bool) if old is None else values != old
    if values.size <= MOST_NUMBERS:
        made += _numbers(grid, x, y, values, fill, np.where(other & (grid.h >= ROOM_FOR_TWO), 0.33, 0.5))
    if old is not None and other.any():
        made += _old(grid, x, y, old, fill, other)
    if lit:
        made.append(_lit(scene, grid, lit))
    corner = x[chosen[1]] - 1.0, y[chosen[0]] - 1.0
    line = ink(theme.accent if focus else theme.muted)
    made.append(frame_box(*corner, grid.w + 2, grid.h + 2, line, 2.4, 2.0))
    return Drawing(grid.width, grid.height, ink(theme.stage), (), tuple(made))


def _lit(scene: Scene, grid: Grid, lit: tuple[tuple[int, int], ...]) -> Boxes:
    row, column = np.array(lit, dtype=np.float64).T
    count, whole = len(row), column < 0
    x = grid.x + grid.w * np.where(whole, 0.0, column)
    wide = np.where(whole, grid.w * grid.columns, grid.w)
    clear, line = np.zeros((count, 4), np.uint8), even(scene.theme.accent, count)
    return Boxes(x, grid.y + grid.h * row, wide, np.full(count, grid.h), clear, line, np.full(count, 2.0), 2.0)


def _old(grid: Grid, x: Floats, y: Floats, old: Floats, fill: Colours, other: NDArray[np.bool_]) -> list[Batch]:
    """The values that gave way: colours as frames, numbers in muted ink."""
    row, column = np.nonzero(other)
    count = len(row)
    clear = np.zeros((count, 4), np.uint8)
    sides = np.full(count, grid.w - 4), np.full(count, grid.h - 4)
    muted = ink_on(fill[other])
    muted[:, 3] = 190
    texts = tuple(short(value, grid.w - 6, 9.0) if grid.h >= ROOM_FOR_TWO else "" for value in old[other])
    line = diverging(old[other], "weight", LIMIT)
    return [
        Boxes(x[column] + 2, y[row] + 2, *sides, clear, line, np.full(count, 2.0)),
        Texts(texts, x[column] + grid.w / 2, y[row] + 0.74 * grid.h, muted, 9.0),
    ]


def _numbers(grid: Grid, x: Floats, y: Floats, values: Floats, fill: Colours, place: Floats) -> list[Batch]:
    size = min(12.0, 0.62 * grid.h)
    texts = tuple(short(value, grid.w - 4, size) for value in values.ravel())
    at = (y[:, None] + place * grid.h).ravel()
    return [Texts(texts, np.tile(x + grid.w / 2, len(values)), at, ink_on(fill.reshape(-1, 4)), size)]


def _labels(scene: Scene, name: str, grid: Grid, x: Floats, y: Floats) -> list[Batch]:
    """Units at the left, those read above, and a line in the gate's colour along each block."""
    theme = scene.theme
    blocks = blocks_of(scene, name)
    each = grid.rows // len(blocks)
    made: list[Batch] = []
    heads = tuple(column_name(scene, name, column) for column in range(grid.columns))
    if grid.w >= 22 and any(heads):
        colours = even(theme.muted, grid.columns)
        made.append(Texts(heads, x + grid.w / 2, np.full(grid.columns, grid.y - 11), colours, 11.0))
    for index, block in enumerate(blocks):
        part = slice(index * each, (index + 1) * each)
        texts = tuple(row_name(scene, name, row) for row in range(index * each, (index + 1) * each))
        colour = theme.ink("H") if block == "h" else scene.ink(block)
        line = theme.role("H") if block == "h" else scene.colour(block)
        one = np.ones(1)
        made.append(Texts(texts, np.full(each, grid.x - 12), y[part] + grid.h / 2, even(colour, each), 11.0, "r", True))
        made.append(
            Boxes(
                (grid.x - 7) * one, (y[part][0] + 1) * one, 4 * one, (each * grid.h - 2) * one,
                ink(line)[None], ink(line, 0.0)[None], 0 * one,
            )
        )  # fmt: skip
        if index:
            made.append(
                Boxes(
                    grid.x * one, (y[part][0] - 0.75) * one, grid.columns * grid.w * one, 1.5 * one,
                    ink(theme.text)[None], ink(theme.text, 0.0)[None], 0 * one,
                )
            )  # fmt: skip
    return made
