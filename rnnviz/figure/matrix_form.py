"""An equation of a cell as matrices and vectors in brackets, with the true numbers: row by row what is added up.

Where a matrix is larger than its room, the first and the last row and column stand for the others, with dots between
them and the row of the unit that is looked at; that unit's own row follows below in full.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from rnnviz.figure.drawing import Batch, Drawing, Floats, Keys, Texts
from rnnviz.figure.inside.symbols import CLOCKS, TOKEN, Symbol, symbols
from rnnviz.figure.marks import box, ink, line
from rnnviz.figure.metrics import text_width
from rnnviz.figure.scene import Scene
from rnnviz.words import translate

SIZE, ROW, HEAD = 10.0, 14.0, 15.0  # of the numbers in pixels, their lines, and the letter above a matrix
_GAP, _BRACKET = 3.0, 3.5
_MOST = 5  # rows and columns of which none is left out
_SIGNS = {r"\odot": "⊙", r"\sigma": "σ", r"\tanh": "tanh", r"\max": "max", "-": "−"}
_WIDEST = "−0.00"


@dataclass(frozen=True)
class Block:
    """A matrix, or a vector as one column. values: (rows, columns); keys: of a vector's rows, where they can be
    followed. own: whether the row of the unit looked at is what its number is made of. units, read: whether the
    rows, and the columns, are units of the cell."""

    letter: str
    role: str
    values: Floats
    own: bool = True
    units: bool = True
    read: bool = False
    keys: Keys = ()


def compact(value: float) -> str:
    """A number in at most five signs: “0.51”, “−12.3”, “−999”, “1e6”."""
    size = abs(value)
    if not np.isfinite(value):
        return "–" if np.isnan(value) else "−∞"[value > 0 :]
    for limit, digits in ((9.995, 2), (99.95, 1), (999.5, 0)):
        if size < limit:
            text = f"{size:.{digits}f}"
            return "−" + text if value < 0 and float(text) else text
    text = f"{size:.0e}".replace("e+0", "e").replace("e+", "e")
    return "−" + text if value < 0 else text


def matrix_form(scene: Scene, name: str, t: int, unit: int, width: float) -> Drawing:
    """The equation of a gate (or c, or h) at clock t, which must be known, in a strip `width` pixels wide. unit:
    whose row is marked, -1 for none. Its height depends on the sizes of the network and not on the values."""
    scene.gate(name)
    page = _Page(scene, unit, width)
    parts = list(_parts(scene, name, t))
    for index, part in enumerate(parts):
        # A sum goes on in a new line before its plus, else before a matrix, which keeps the vector after it.
        rest = parts[index + 1 :]
        following = next((k for k, other in enumerate(rest) if other in ("+", "−")), len(rest))
        if isinstance(part, Block):
            following = 1 if part.values.shape[1] > 1 else 0
        page.need([part, *rest[:following]] if part in ("+", "−") or following == 1 else [part])
        page.put(part)
    page.end_line()
    if unit >= 0:
        for part in parts:
            if isinstance(part, Block) and part.values.shape[1] > 1:
                page.whole_row(part)
    return Drawing(width, page.y, ink(scene.theme.window, 0.0), (), tuple(page.made))


def _parts(scene: Scene, name: str, t: int) -> Iterable[Block | str]:
    """Blocks and signs, from the left."""
    gate = scene.gate(name)
    shown = symbols(scene, name, t)
    for token, symbol in zip(TOKEN.findall(gate.tex), shown, strict=True):
        block = _block(scene, name, token, symbol, t)
        yield _SIGNS.get(token, token) if block is None else block


def _block(scene: Scene, gate: str, token: str, symbol: Symbol, t: int) -> Block | None:
    letter, _, below = token.partition("_")
    said = re.sub(r"[_{}\\]", "", symbol.tex) if letter in "WUpb" and letter else ""
    if below in CLOCKS:
        earlier = below == "{t-1}"
        clock = scene.clock_before(t) if earlier else t
        if letter == "x":
            values, keys = scene.values("X", range(t, t + 1))[0], _input_keys(scene, t)
        elif earlier:
            values = scene.before(letter, t)
            keys = tuple(scene.key(_named(letter), clock, k) if clock else None for k in range(len(values)))
        else:
            values = scene.values(_named(letter), range(t, t + 1))[0]
            keys = tuple(scene.key(_named(letter), t, k) for k in range(len(values)))
        role = symbol.role if symbol.role else "H"
        name = letter if not scene.layer or letter != "x" else "h"
        own = letter not in "xs" and (gate not in scene.cell.blocks or not _multiplied(scene, gate, letter, earlier))
        return Block(
            f"{name}{symbol.clock.translate(_SUBSCRIPTS)}",
            role,
            values.reshape(-1, 1),
            own,
            letter not in "xs",
            False,
            keys,
        )
    if letter not in ("W", "U", "p", "b") or not symbol.name:
        return None
    read = letter == "U" and scene.cell.memory == "H"
    return Block(said, symbol.role, _weights(scene, gate, token), read=read)


def _multiplied(scene: Scene, gate: str, letter: str, earlier: bool) -> bool:
    """Whether a vector is multiplied with a matrix, all of it for each row."""
    return (letter == "h" and earlier) or (letter == "r" and gate == "n" and scene.cell.reset == "before")


_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def _named(letter: str) -> str:
    return {"h": "H", "s": "S"}.get(letter, letter)


def _input_keys(scene: Scene, t: int) -> Keys:
    if not scene.layer:
        return tuple(scene.key("X", t, k) for k in range(scene.units("X")))
    ways = (False, True)[: 1 + scene.bidirectional]
    return tuple(scene.at(scene.layer - 1, way).key("H", t, k) for way in ways for k in range(scene.units("H")))


def _weights(scene: Scene, gate: str, token: str) -> Floats:
    """(H, columns) of the gate's rows."""
    params, cell = scene.parameters, scene.cell
    if token.startswith("p"):
        rows = np.split(np.asarray(params["weight_peephole"], np.float64), 3)["ifo".index(gate)]
        return rows.reshape(-1, 1)
    if not cell.memory:
        made: Floats = np.asarray(params["weight_ih" if token[0] == "W" else "bias_ih"], np.float64)
        return made.reshape(len(made), -1)
    W, U, b_ih, b_hh = (np.asarray(part, np.float64) for part in cell.split(params)[gate])
    if token[0] in "WU":
        return W if token[0] == "W" else U
    if "b_{h" in scene.gate(gate).tex:
        return (b_hh if token.startswith("b_{h") else b_ih).reshape(-1, 1)
    return (b_ih + b_hh).reshape(-1, 1)


class _Page:
    """Puts blocks and signs side by side, and begins a new line where they have no room."""

    def __init__(self, scene: Scene, unit: int, width: float) -> None:
        self.scene, self.unit, self.width = scene, unit, width
        self.made: list[Batch] = []
        self.x = self.y = 0.0
        self._line: list[tuple[Block | str, float]] = []
        self._cell = text_width(_WIDEST, SIZE, True) + _GAP
        room = int((width - 2 * self._cell - 24) / self._cell)
        self._most = min(max(room, 3), _MOST)

    def picked(self, count: int, units: bool) -> list[int]:
        """Which rows or columns are to be seen, -1 for dots. units: whether the one looked at is among them."""
        if count <= self._most:
            return list(range(count))
        wanted = sorted({0, count - 1, *([self.unit] if units and self.unit >= 0 else [])})
        made: list[int] = []
        for index in wanted:
            if made and index > made[-1] + 1:
                made.append(-1)
            made.append(index)
        return made

    def _shape(self, block: Block) -> tuple[list[int], list[int]]:
        rows, columns = block.values.shape
        return self.picked(rows, block.units), self.picked(columns, block.read)

    def _wide(self, part: Block | str) -> float:
        if isinstance(part, str):
            return text_width(part, SIZE + 1) + (6.0 if part in ("=", "+", "−", "⊙") else 1.0)
        columns = self._shape(part)[1]
        return max(self._cell * len(columns) + 2 * _BRACKET + 2, text_width(part.letter, SIZE, True) + 2)

    def need(self, parts: list[Block | str]) -> None:
        """A new line unless all of these have room in this one."""
        if self.x and self.x + sum(map(self._wide, parts)) > self.width:
            self.end_line()

    def put(self, part: Block | str) -> None:
        self._line.append((part, self.x))
        self.x += self._wide(part)

    def end_line(self) -> None:
        """Draw what was put into this line, in the middle of its height."""
        if not self._line:
            return
        counts = [len(self._shape(part)[0]) for part, _ in self._line if isinstance(part, Block)]
        tall = ROW * max(counts, default=1)
        middle = self.y + HEAD + tall / 2
        one = np.ones(1)
        for part, x in self._line:
            if isinstance(part, str):
                text = ink(self.scene.theme.text)[None]
                x += 3.0 if part in ("=", "+", "−", "⊙") else 0.5
                self.made.append(Texts((part,), x * one, middle * one, text, SIZE + 1, "l"))
            else:
                self._draw(part, x, middle)
        self.x, self.y, self._line = 0.0, self.y + HEAD + tall + 4, []

    def _draw(self, block: Block, x: float, middle: float) -> None:
        theme, (rows, columns) = self.scene.theme, self._shape(block)
        wide, tall = self._wide(block), ROW * len(rows)
        top, colour = middle - tall / 2, ink(theme.ink(block.role) if block.role else theme.text)
        left, right = x + 1, x + wide - 1
        own, one = block.own, np.ones(1)
        self.made.append(
            Texts((block.letter,), (left + right) / 2 * one, (top - 7) * one, colour[None], SIZE, "c", True, True)
        )
        if own and self.unit in rows:
            y = top + ROW * rows.index(self.unit)
            self.made.append(box(left + 1, y + 0.5, right - left - 2, ROW - 1, ink(theme.highlight), 2.0))
        for side, inner in ((left, left + _BRACKET), (right, right - _BRACKET)):
            self.made += [line(side, top, side, top + tall, colour, 1.2)]
            self.made += [line(side, y, inner, y, colour, 1.2) for y in (top, top + tall)]
        for bold in (False, True):
            strings, xs, ys, keys = [], [], [], []
            for k, row in enumerate(rows):
                if (own and row == self.unit) != bold:
                    continue
                for j, column in enumerate(columns):
                    dots = row < 0 or column < 0
                    strings.append(("⋮" if row < 0 else "⋯") if dots else compact(float(block.values[row, column])))
                    # Figures end below one another; dots and single signs stand in their middle anyway.
                    xs.append(right - _BRACKET - 2 - self._cell * (len(columns) - 1 - j))
                    ys.append(top + ROW * (k + 0.5))
                    keys.append(block.keys[row] if block.keys and row >= 0 else None)
            if strings:
                text = np.broadcast_to(ink(theme.text), (len(strings), 4))
                self.made.append(
                    Texts(
                        tuple(strings), np.array(xs), np.array(ys), text, SIZE, "r", bold, False, tuple(keys)
                    )
                )  # fmt: skip

    def whole_row(self, block: Block) -> None:
        """All numbers of the unit's own row, where the matrix left some out."""
        columns = block.values.shape[1]
        if columns <= self._most:
            return
        theme = self.scene.theme
        one = np.ones(1)
        said = translate("figure", "row {row} of {letter}").format(row=self.unit + 1, letter=block.letter)
        colour = ink(theme.ink(block.role) if block.role else theme.text)
        self.made.append(Texts((said,), 1 * one, (self.y + 8) * one, colour[None], SIZE, "l", True))
        self.y += HEAD
        across = max(1, int((self.width - 2) / self._cell))
        place = np.arange(columns, dtype=np.float64)
        xs: Floats = (place % across + 1) * self._cell
        ys: Floats = self.y + ROW * (place // across + 0.5)
        strings = tuple(compact(float(value)) for value in block.values[self.unit])
        text = np.broadcast_to(ink(theme.text), (columns, 4))
        self.made.append(Texts(strings, xs, ys, text, SIZE, "r"))
        self.y += ROW * (-(-columns // across)) + 4
