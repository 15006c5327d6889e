"""What every cell is: parameters, a textbook step, and a fast scan over time that must equal the step.

Letters: T time, B batch, D input width, H hidden units, G row blocks in the weights (LSTM 4, GRU 3, Elman 1).
Shapes inside are feature-major, (T, features, B), one column per sequence, so that each gate is one contiguous block.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rnnviz.cells import arrays
from rnnviz.cells.product import Product
from rnnviz.registry import Registry
from rnnviz.words import QT_TRANSLATE_NOOP

Array = NDArray[Any]
Params = Mapping[str, Array]  # by the names, and of the shapes, that `Cell.shapes` gives
State = Mapping[str, Array]  # h (H,) or (H, B); for the LSTM also c; s (O,) or (O, B) where M copies S
Values = dict[str, Array]
Put = Callable[[str, Array], Array]  # (a gate's letter, c or h; what was computed for it) -> what stands there
# By clock of a tape, from 0, and name: the units that are held there, from 0, and at what.
HeldClocks = Mapping[int, Mapping[str, tuple[list[int], list[float]]]]

# Derivative factors are computed for as many clocks at once as fit here, so that they are read while in the cache.
CACHE_BYTES = 512 * 1024
WIDE = 256  # numbers of one clock, H * B, from which an operation takes longer than calling it does
SHORT = 1024  # clocks
ALL = slice(None)


@dataclass(frozen=True)
class Gate:
    """One named array of a cell, as it is computed, drawn and differentiated.

    name: its key in a trace, and its letter in the equations. title: marked for translation in the context "cells".
    kind: sigmoid gates lie in [0, 1] and are drawn as lights; tanh in [-1, 1]; state is what is carried (c, h).
    role: its colour role, see `rnnviz.figure.palette`. tex: its equation with t as index, in TeX.
    """

    name: str
    title: str
    kind: Literal["sigmoid", "tanh", "state"]
    role: str
    tex: str


def as_computed(name: str, value: Array) -> Array:
    """The `Put` of a cell in which nothing is held."""
    return value


class Numbers(NamedTuple):
    """How many numbers a tape holds: for each clock of each sequence, values and derivatives (without d_h), and R * K
    in the gradient of the weights."""

    values: int
    derivatives: int
    weights: int


class Size(NamedTuple):
    """What a tape is made for: T clocks (`steps`) of B sequences (`batch`), D inputs, H hidden units, and the type of
    every number.

    derivatives: for how many clocks there is room for `Tape.d_rows`, see `Tape.at`; None for all, 0 for a tape that
    never runs backwards. apart: whether the weights read something else of h_(t-1) than what it is, where units of M
    are silent; then `Tape.thin` comes before each clock of the scan, and `Tape.thin_back` after each on the way back.
    """

    steps: int
    batch: int
    inputs: int
    hidden: int
    dtype: Any
    derivatives: int | None = None
    apart: bool = False


class Columns:
    """Arrays (T, ...) side by side, cut into clocks: one tuple of views for each.

    For short sequences the tuples are made once, when they are first used. For long ones they are made as they are
    used: making all of them would keep every other thread from running for a visible while.
    """

    def __init__(self, *arrays: Array) -> None:
        self._arrays = arrays
        self._clocks: list[tuple[Array, ...]] | None = None
        self._short = len(arrays[0]) <= SHORT

    def _all(self) -> list[tuple[Array, ...]]:
        if self._clocks is None:
            self._clocks = list(zip(*self._arrays, strict=True))
        return self._clocks

    def forth(self, first: int, last: int) -> Iterable[tuple[Array, ...]]:
        """Clocks first, first + 1, ..., last - 1."""
        if self._short:
            return self._all()[first:last]
        return zip(*(array[first:last] for array in self._arrays), strict=True)

    def back(self, first: int, last: int) -> Iterable[tuple[Array, ...]]:
        """Clocks last - 1, ..., first."""
        if self._short:
            return reversed(self._all()[first:last])
        return zip(*(array[first:last][::-1] for array in self._arrays), strict=True)


class Tape:
    """All that one layer computes in one direction: arrays made once, filled by `Cell.scan` and `Cell.scan_back`.

    With R rows a clock (LSTM and GRU 4 H, Elman H) and K = H + D + 1:

    inputs (T+1, K, B): h_(t-1), or what else M_t holds, x_t and a 1, so that one product with the packed weights gives
    every sum of clock t; h (T+1, H, B) is part of it, unless dropout lets the weights read less than h;
    rows (T, R, B): the gates; d_rows (T, R, B): dL/d(pre-activation);
    d_h (T+1, H, B): total derivatives, index 0 for the state before the first clock, t for the state after t.
    `packed` and `d_packed` are the weights in the layout of `inputs`. For B = 1 the last axis is left out, which
    turns every product into a cheaper matrix-vector one.

    `norms` (T, 1, B), filled by `measure` where they are asked for: the Euclidean norm over the units of each array of
    `gradients`, by its name.

    `later`: dL/d(state after clock `last`) of the states that are not h, by name, (H, B): what `Cell.scan_back` begins
    with, and then, for the state before the first clock, what it ends with.
    """

    def __init__(
        self,
        size: Size,
        rows: int,
        blocks: int,
        memory: int | None = None,
        beside: int = 0,
        like: Array | None = None,
    ) -> None:
        """rows: R; blocks: G * H, the rows of PyTorch's weights; memory: units of M where these are not the H ones.
        beside: how many other numbers stand behind the rows in `whole` (T+1, R + beside, B) and behind their
        derivatives in `d_whole` (T, R + beside, B), so that one operation reaches both.
        like: an array of the device that all these shall be on."""
        steps, batch, inputs, hidden, dtype, derivatives, apart = size
        self.steps, self.batch, self.hidden, self.width = steps, batch, hidden, inputs
        self.memory = hidden if memory is None else memory
        self.dtype, self.like = np.dtype(dtype), like
        self.last = () if batch == 1 else (batch,)
        width = self.memory + inputs + 1
        self.inputs = self.zeros(steps + 1, width)
        self.inputs[:, -1] = 1.0
        self.h = self.zeros(steps + 1, hidden) if apart else self.inputs[:, :hidden]
        self.packed = arrays.zeros((blocks, width), self.dtype, like)
        # Deep products are up to a sixth faster with the longer side last, and that is the rows', as a rule.
        turned = arrays.zeros((width, rows), self.dtype, like)
        self.d_packed = turned.T if batch > 1 else turned.reshape(rows, width)
        self._room = steps if derivatives is None else min(steps, derivatives)
        self.product = Product(rows, width, self._room, batch, self.dtype, like)
        in_place = rows == hidden and memory is None
        self.whole = self.inputs[:0] if in_place else self.empty(steps + (beside > 0), rows + beside)
        self.rows = self.h[1:] if in_place else self.whole[:steps, :rows]
        self.d_whole = self.empty(self._room, rows + beside)
        self.d_rows = self.d_whole[:, :rows]
        self.d_h = self.zeros(steps + 1 if self._room else 1, hidden)
        self.d_read = self.zeros(steps, hidden) if apart else self.d_h[:-1]  # by way of the weights alone
        self.mask: Array | None = None  # what M is multiplied with before the weights read it, (H[, B])
        self.work = self.empty(hidden)
        per_step = (rows + beside) * batch * self.dtype.itemsize
        self.chunk = max(1, min(self._room, CACHE_BYTES // per_step))
        self.values: dict[str, Array] = {"h": self.h[1:]}
        self.gradients: dict[str, Array] = {"h": self.d_h[1:]}
        self.norms: dict[str, Array] = {}
        self.starts: dict[str, tuple[Array, Array]] = {"h": (self.h[0], self.d_h[0])}
        self.later: dict[str, Array] = {}
        self.forward = self.backward = self.down = Columns(self.rows)
        self.extra: dict[str, Array] = {}
        # What a person holds, and by name (T, H, B) with 0 where a number is held and 1 where it is free.
        self.held: HeldClocks = {}
        self.free: dict[str, Array] | None = None
        # Whether the way back derives each clock from its values as it comes to it. Where a clock is small, or a number
        # is held, the factors of many clocks are made at once: in fewer calls, but written and read once more.
        self.by_clock = hidden * batch >= WIDE

    def empty(self, *shape: int) -> Array:
        return arrays.empty((*shape, *self.last), self.dtype, self.like)

    def zeros(self, *shape: int) -> Array:
        return arrays.zeros((*shape, *self.last), self.dtype, self.like)

    def at(self, first: int, last: int | None) -> slice:
        """Where in `d_rows` the derivatives of clocks [first, last) stand: at their own places or, when there is room
        for some clocks only, where the next as many overwrite them; `last` is then at most the next multiple of so many
        clocks."""
        if last is None or self._room == self.steps:
            return slice(first, last)
        place = first % self._room
        return slice(place, place + last - first)

    def block(self, array: Array, index: int) -> Array:
        """Rows `index` of an array (n, R, B): one gate, (n, H, B)."""
        return array[:, index * self.hidden : (index + 1) * self.hidden]

    @property
    def x(self) -> Array:
        """What comes in, (T, D, B), or (T, D) for B = 1; a view."""
        return self.inputs[:-1, self.memory : -1]

    def place(self, t: int, name: str) -> None:
        """Put what is held of this quantity at clock t, from 0, in the place of what was computed."""
        units, values = self.held[t].get(name, ([], []))
        if units:
            self.values[name][t][units] = np.reshape(values, (-1, *[1] * len(self.last)))

    def thin(self, t: int) -> None:
        """Before clock t, from 0: what the weights read of h_(t-1)."""
        self.inputs[t, : self.hidden] = self.h[t] * self.mask

    def thin_back(self, t: int) -> None:
        """After clock t went back: what of dL/dh_(t-1) came by way of the weights."""
        self.d_h[t] += self.mask * self.d_read[t]

    def measure(self, first: int, last: int) -> None:
        """After clocks [first, last) went back: the norms of their derivatives, as far as there is a place for them."""
        for name, norms in self.norms.items():
            where = slice(first, last) if name == "h" else self.at(first, last)
            norms[first:last] = np.linalg.norm(self.gradients[name][where], axis=1, keepdims=True)

    def begin(self, x: Array | float, state: State) -> None:
        """Put in x (T, D) or (T, D, B) and the state before the first clock, (H,) or (H, B)."""
        self.x[...] = x
        for name, (start, _) in self.starts.items():
            start[...] = state[name]

    def pack(self, params: Params, scale: Array | float | None = None) -> None:
        """[U W b] * scale, for cells whose two biases appear as their sum only. scale: (G*H, 1), or one for all."""
        memory, packed = self.memory, self.packed
        packed[:, :memory], packed[:, memory:-1] = params["weight_hh"], params["weight_ih"]
        np.add(params["bias_ih"], params["bias_hh"], packed[:, -1])
        if scale is not None:
            np.multiply(packed, scale, packed)

    def unpack(self, out: Mapping[str, Array]) -> None:
        """The inverse for gradients: `d_packed` into the arrays of `out`; both biases get the same."""
        bias = self.memory + self.width
        out["weight_hh"][...] = self.d_packed[:, : self.memory]
        out["weight_ih"][...] = self.d_packed[:, self.memory : bias]
        out["bias_ih"][...] = self.d_packed[:, bias]
        out["bias_hh"][...] = self.d_packed[:, bias]

    def chunks(self, first: int, last: int) -> list[tuple[int, int]]:
        """(start, stop) of the pieces of [first, last) for which derivative factors fit the cache, latest first."""
        return [(max(first, stop - self.chunk), stop) for stop in range(last, first, -self.chunk)]


class Cell(ABC):
    """A kind of recurrent layer. Instances hold no weights; they are passed in, by PyTorch's names and row order."""

    name: ClassVar[str]  # what people type
    title: ClassVar[str]  # what they read, marked for translation in the context "cells"
    source: ClassVar[str]  # paper, year
    gates: tuple[Gate, ...]  # in the order in which they are computed
    blocks: ClassVar[tuple[str, ...]]  # the order of the G row blocks in the weights
    states: ClassVar[tuple[str, ...]]  # what is carried from clock to clock, h before c
    memory: ClassVar[str] = "H"  # the layer whose last values M holds; “” where nothing is fed back

    def __init__(
        self, activation: str = "tanh", peepholes: bool = False, reset: str = "after", outputs: int = 1
    ) -> None:
        """What a cell has no use for, it ignores. activation: what a unit without gates does with its sum; the LSTM's
        and the GRU's are tanh. peepholes: whether the gates of an LSTM see c. reset: whether the reset gate of a GRU
        acts “after” the product U h_(t-1) or “before” it. outputs: units of S, where S is what M copies."""
        self.activation, self.peepholes, self.reset, self.outputs = activation, peepholes, reset, outputs

    def shapes(self, inputs: int, hidden: int) -> dict[str, tuple[int, ...]]:
        """The shape of each parameter of a layer by its name, in PyTorch's order."""
        rows = len(self.blocks) * hidden
        return {"weight_ih": (rows, inputs), "weight_hh": (rows, hidden), "bias_ih": (rows,), "bias_hh": (rows,)}

    def split(self, params: Params) -> dict[str, tuple[Array, Array, Array, Array]]:
        """(W, U, b_ih, b_hh) of each block by its letter: W (H, D), U (H, H), biases (H,)."""
        pieces = [np.split(params[name], len(self.blocks)) for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
        return {name: (pieces[0][k], pieces[1][k], pieces[2][k], pieces[3][k]) for k, name in enumerate(self.blocks)}

    @abstractmethod
    def step(self, params: Params, x: Array, state: State, put: Put = as_computed) -> tuple[Values, Values]:
        """One clock as the paper writes it. x (D,) and state (H,). put: what a person holds takes its place there.

        Returns the next state and every named quantity of this clock, (H,) each: the gates by their letters, and
        under LETTER_pre the sums before their sigmoid or tanh.
        """

    @abstractmethod
    def tape(self, size: Size) -> Tape:
        """Arrays for sequences of this size, to be used again and again."""

    @abstractmethod
    def numbers(self, inputs: int, hidden: int) -> Numbers:
        """How much a tape holds."""

    @abstractmethod
    def pack(self, params: Params, tape: Tape) -> None:
        """Bring the weights into the layout of the scan; to be called when they changed."""

    @abstractmethod
    def scan(self, tape: Tape, first: int, last: int) -> None:
        """Clocks [first, last) of the forward pass; the clocks before must have been done."""

    @abstractmethod
    def scan_back(self, params: Params, tape: Tape, first: int, last: int) -> None:
        """Clocks [first, last) of backpropagation through time, latest first (Werbos 1990).

        On entry d_h (and `later`) hold what flows in from above (and from clock `last`); on leaving, the total
        derivatives, the gates' in d_rows, and in d_packed the weights', summed over the clocks done so far.
        """

    def hold(self, tape: Tape, held: HeldClocks) -> None:
        """Hold these values in a fresh tape: whoever calls `scan` ends a piece with each of these clocks and calls
        `put` then; derivatives do not flow through what is held."""
        tape.held, tape.by_clock = held, False
        tape.free = {gate.name: 1 + tape.zeros(tape.steps, tape.hidden) for gate in self.gates}
        for t, named in held.items():
            for name, (units, _) in named.items():
                tape.free[name][t][units] = 0

    def put(self, tape: Tape, t: int) -> None:
        """Clock t, from 0, once more after the scan, with what is held in its place."""
        if t in tape.held:
            self._again(tape, t)

    def _again(self, tape: Tape, t: int) -> None:
        tape.place(t, "h")

    def weight_gradients(self, tape: Tape, out: Mapping[str, Array]) -> None:
        """d_packed, sorted into arrays with the names and shapes of the parameters."""
        tape.unpack(out)

    def weight_inputs(self, tape: Tape, t: int) -> Array:
        """What the weights of each row are multiplied with at clock t (from 0), in the layout of `d_packed`:
        (R, K[, B]), or (1, K[, B]) where all rows read the same."""
        inputs: Array = tape.inputs[t][None]
        return inputs

    def input_gradient(self, params: Params, tape: Tape, first: int = 0, last: int | None = None) -> Array:
        """dL/dx of clocks [first, last), or of all: (T, D, B), or (T, D) for B = 1."""
        return through_weights(params["weight_ih"], tape.d_rows[tape.at(first, last)])

    @abstractmethod
    def jacobian(self, params: Params, tape: Tape, sequence: int = 0) -> Array:
        """d state_t / d state_(t-1) of one sequence of the batch, (T, S, S); the state is h, for the LSTM h and c
        stacked (S = 2 H)."""


def sigmoid(a: Array) -> Array:
    """1 / (1 + exp(-a)), written so that nothing overflows."""
    result: Array = (1 + np.tanh(a / 2)) / 2
    return result


def through_weights(weights: Array, d_rows: Array, out: Array | None = None) -> Array:
    """weights transposed times each clock's (R,) or (R, B) column: (R, D), (T, R[, B]) -> (T, D[, B])."""
    return np.matmul(d_rows, weights, out) if d_rows.ndim == 2 else np.matmul(weights.T, d_rows, out)


cells: Registry[type[Cell]] = Registry(QT_TRANSLATE_NOOP("kinds", "cell"), "rnnviz.cells")


def make_cell(
    name: str, activation: str = "tanh", peepholes: bool = False, reset: str = "after", outputs: int = 1
) -> Cell:
    """The cell called `name`, with its options. InputError lists the names there are."""
    return cells[name](activation, peepholes, reset, outputs)
