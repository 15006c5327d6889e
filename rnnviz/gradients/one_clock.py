"""What one clock does by itself: the derivatives of a layer's state to the state before, to its input, to its weights.

They are one backward step for each number of the state, through the cell's own `scan_back`, so that every cell has
them as soon as it has that.
"""

from collections.abc import Mapping
from typing import final

import numpy as np

from rnnviz.cells.base import Cell, HeldClocks, Params, Size, Tape
from rnnviz.devices.base import beside
from rnnviz.gradients.base import Array
from rnnviz.network.passes import Passes
from rnnviz.network.readout import respond_back


def made(cell: Cell) -> tuple[str, ...]:
    """What a clock of one layer leaves behind: its states; where M copies S the h that S is made from."""
    return ("h",) if cell.memory == "S" else cell.states


def answer_slopes(kind: str, s: Array) -> Array:
    """ds/d(logits) of the readout `kind`: s (N, O) -> (N, O, O)."""
    units = beside(np.eye(s.shape[1], dtype=s.dtype), s)
    return np.stack([respond_back(kind, s, unit[None]) for unit in units], axis=1)


@final
class OneClock:
    """Of clocks [start, stop) of some sequences of one layer that runs forward in time, with n = clocks, S numbers of
    state, M of memory (S, but for Jordan O), R rows of weights, K inputs of each:

    by_state (n, B, S, M) = d state_t / d (what is carried from t - 1); by_input (n, B, S, D) = d state_t / d input_t;
    by_row (n, B, S, R) = d state_t / d (row sums).
    """

    def __init__(self, passes: Passes, layer: int, start: int, stop: int, columns: slice) -> None:
        whole, params, cell = passes.tapes[layer][0], passes.weights[layer][0], passes.cell
        inputs = passes.outside(whole.inputs[:-1])[start:stop, columns]
        size = inputs.shape[:2]
        x = inputs.reshape(-1, inputs.shape[2])[:, whole.memory : -1]
        before = {}
        for name in cell.states:
            begin = passes.outside(whole.starts[name][0][None])
            each = np.concatenate([begin, passes.outside(whole.values[name])[:-1]])[start:stop, columns]
            before[name] = each.reshape(-1, each.shape[2])
        mask = None
        if whole.mask is not None:
            mask = np.tile(passes.outside(whole.mask[None])[0, columns], (stop - start, 1))
        by_state, by_input, by_row = derivatives(cell, params, whole, x, before, mask=mask)
        for t in sorted(whole.held.keys() & set(range(start, stop))):  # no derivative flows through what is held there
            these = slice((t - start) * size[1], (t - start + 1) * size[1])
            some = {name: value[these] for name, value in before.items()}
            parts = derivatives(cell, params, whole, x[these], some, {0: whole.held[t]})
            by_state[these], by_input[these], by_row[these] = parts
        self.by_state = by_state.reshape(*size, *by_state.shape[1:])
        self.by_input = by_input.reshape(*size, *by_input.shape[1:])
        if passes.masks is not None:
            self.by_input *= beside(passes.masks.below[layer], x)[columns][:, None]
        self.by_row = by_row.reshape(*size, *by_row.shape[1:])
        self._cell, self._tape, self._start, self._columns = cell, whole, start, columns

    def by_weight(self, clock: int) -> Array:
        """(B, S, R, K): what the weights do to the state at once, at clock `clock` of these."""
        read = self._cell.weight_inputs(self._tape, self._start + clock)
        read = read[None] if self._tape.batch == 1 else np.moveaxis(read, 2, 0)[self._columns]
        result: Array = self.by_row[clock][..., None] * read[:, None]
        return result


def derivatives(
    cell: Cell,
    params: Params,
    like: Tape,
    x: Array,
    before: Mapping[str, Array],
    held: HeldClocks | None = None,
    mask: Array | None = None,
) -> tuple[Array, Array, Array]:
    """(N, S, M), (N, S, D), (N, S, R) for N clocks, each a sequence of its own: x (N, D), state before (N, H). held: by
    0, what a person holds at all of them. mask (N, M): of dropout.

    One backward step for each number of the state gives its row of all three. The tape has a second clock, which
    nothing uses, so that what flows into the first from behind can be set.
    """
    count, hidden = x.shape[0], like.hidden
    apart = mask is not None and cell.memory == "H"
    tape = cell.tape(Size(2, count, like.width, hidden, like.dtype, apart=apart))
    if held:
        cell.hold(tape, held)
    tape.begin(_columns(x), {name: _columns(value) for name, value in before.items()})
    cell.pack(params, tape)
    if apart and mask is not None:
        tape.mask = _columns(mask)
        tape.thin(0)
    cell.scan(tape, 0, 1)
    cell.put(tape, 0)
    tape.d_rows[...] = 0
    names = made(cell)
    states, memory = len(names) * hidden, sum(len(tape.starts[name][0]) for name in cell.states)
    by_state = np.empty_like(x, shape=(count, states, memory))
    by_input = np.empty_like(x, shape=(count, states, like.width))
    by_row = np.empty_like(x, shape=(count, states, tape.d_rows.shape[1]))
    for index, name in enumerate(names):
        for unit in range(hidden):
            tape.d_h[...] = tape.d_read[...] = 0
            for later in tape.later.values():
                later[...] = 0
            into = tape.gradients["h"][0] if name == "h" else tape.later[name]
            into[unit] = 1
            cell.scan_back(params, tape, 0, 1)
            if apart:
                tape.thin_back(0)
            k = index * hidden + unit
            by_state[:, k] = np.concatenate([_rows(tape.starts[other][1]) for other in cell.states], axis=1)
            by_input[:, k] = _rows(cell.input_gradient(params, tape)[0])
            by_row[:, k] = _rows(tape.d_rows[0])
    if mask is not None and not apart:  # what M holds of s was made silent where it was put
        by_state *= mask[:, None]
    return by_state, by_input, by_row


def _columns(rows: Array) -> Array:
    """(N, features) as a tape has it: (features, N), for N = 1 (features,)."""
    return rows[0] if len(rows) == 1 else rows.T


def _rows(columns: Array) -> Array:
    """The inverse of `_columns`."""
    return columns[None] if columns.ndim == 1 else columns.T
