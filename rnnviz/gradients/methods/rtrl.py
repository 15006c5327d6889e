"""Real-time recurrent learning, exact: the sensitivities of the state to every weight, carried forward in time.

Williams, R. J. and Zipser, D. (1989). A learning algorithm for continually running fully recurrent neural networks.
Neural Computation 1(2), doi:10.1162/neco.1989.1.2.270.

With p^k_ij(t) = d h_k(t) / d w_ij the paper's equations are

    p^k_ij(t) = phi'(a_k(t)) [ sum_l u_kl p^l_ij(t - 1) + delta_ik z_j(t) ],   p^k_ij(0) = 0,
    dL/dw_ij = sum_t sum_k dL_t/dh_k(t) p^k_ij(t).

For any cell the first becomes P_t = J_t P_(t-1) + D_t with J_t = d state_t / d state_(t-1) and D_t what the weights do
to the state at once; in a stack a layer also receives the sensitivities of the layer below to all weights under it.
Nothing is unrolled and nothing is kept of the past but P, S x R x K numbers for S states, R rows of weights and K
inputs of each: time O(H^4) and memory O(H^3) a clock, whatever T is.
"""

from collections.abc import Generator, Mapping
from typing import final

import numpy as np

from rnnviz.cells.base import Cell, Params, Tape
from rnnviz.errors import InputError
from rnnviz.gradients.base import Array, Method, methods
from rnnviz.network import check
from rnnviz.network.network import Network
from rnnviz.network.passes import Passes
from rnnviz.network.results import Gradients
from rnnviz.words import QT_TRANSLATE_NOOP

_NUMBERS = 4_000_000  # of the sensitivities, or the local derivatives, that are in work at once
_CLOCKS = 64  # for which the local derivatives are made together


@final
class RTRL(Method):
    """The gradient of the parameters is RTRL's. The derivatives clock by clock, which RTRL does without, are those of
    a backward pass, so that they can be looked at."""

    name = "rtrl"
    title = QT_TRANSLATE_NOOP("gradients", "RTRL")
    source = "Williams and Zipser 1989"

    def derive(
        self,
        network: Network,
        passes: Passes,
        x: Array,
        target: Array,
        loss: str,
        state: Mapping[str, Array] | None = None,
        mask: Array | None = None,
        *,
        to_inputs: bool = False,
    ) -> Generator[None, None, Gradients]:
        yield from passes.forward(x, state)
        value, d_logits = network.judge(passes, target, loss, mask)
        yield from passes.backward(d_logits, to_inputs=to_inputs)
        at_once = passes.outside(d_logits) @ network.parameters["readout.weight"]  # dL_t/dh_t of the top layer
        total = [np.zeros(tape.d_packed.shape, tape.dtype) for (tape,) in passes.tapes]
        numbers = _numbers(passes)
        group = max(1, _NUMBERS // numbers)
        for first in range(0, passes.batch, group):
            columns = slice(first, min(first + group, passes.batch))
            yield from _carry(passes, columns, at_once, total)
        for (tape,), (out,), gradient in zip(passes.tapes, passes.d_weights, total, strict=True):
            tape.d_packed[...] = gradient
            passes.cell.weight_gradients(tape, out)
        return Gradients(passes, value)


def _numbers(passes: Passes) -> int:
    """How many sensitivities one sequence has. Errors: InputError when they would not fit in memory."""
    states = len(passes.cell.states) * passes.spec.hidden
    weights = [tape.d_packed.size for (tape,) in passes.tapes]
    numbers = states * sum(sum(weights[: layer + 1]) for layer in range(len(weights)))
    needed = 3 * numbers * passes.vector.itemsize
    if needed > check.memory() / 2:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "RTRL would carry {numbers:,} sensitivities, {needed:.1f} GB; at most {most:.1f} GB. Take fewer units.",
            ),
            numbers=numbers,
            needed=needed / 1e9,
            most=check.memory() / 2e9,
        )
    return numbers


def _carry(passes: Passes, columns: slice, at_once: Array, total: list[Array]) -> Generator[None, None, None]:
    """Clock after clock: add to total[m] (R, K) the gradient of layer m's weights, of these sequences."""
    tapes = [tape for (tape,) in passes.tapes]
    hidden, layers = passes.spec.hidden, len(tapes)
    states, batch = len(passes.cell.states) * hidden, columns.stop - columns.start
    # carried[n][m] (B, S, R * K): layer n's state to layer m's weights.
    sizes, dtype = [tape.d_packed.size for tape in tapes], tapes[0].dtype
    carried = [[np.zeros((batch, states, sizes[m]), dtype) for m in range(n + 1)] for n in range(layers)]
    clocks = max(1, min(_CLOCKS, _NUMBERS // (batch * states * tapes[0].d_packed.shape[0])))
    for start in range(0, passes.steps, clocks):
        stop = min(start + clocks, passes.steps)
        local = [_Local(passes, layer, start, stop, columns) for layer in range(layers)]
        for t in range(start, stop):
            for n in range(layers):
                here = local[n]
                for m in range(n + 1):
                    now = here.by_state[t - start] @ carried[n][m]
                    if m < n:
                        now += here.by_input[t - start] @ carried[n - 1][m][:, :hidden]
                    else:
                        now += here.by_weight(t - start).reshape(now.shape)
                    carried[n][m] = now
            for m in range(layers):
                by_h = np.einsum("bh,bhw->w", at_once[t, columns], carried[-1][m][:, :hidden])
                total[m] += by_h.reshape(total[m].shape)
            yield


class _Local:
    """What one clock does by itself, for clocks [start, stop) of some sequences of one layer, with n = clocks and
    S states, R rows of weights, K inputs of each:

    by_state (n, B, S, S) = d state_t / d state_(t-1); by_input (n, B, S, D) = d state_t / d input_t;
    by_row (n, B, S, R) = d state_t / d (row sums).
    """

    def __init__(self, passes: Passes, layer: int, start: int, stop: int, columns: slice) -> None:
        whole, params, cell = passes.tapes[layer][0], passes.weights[layer][0], passes.cell
        hidden = whole.hidden
        inputs = passes.outside(whole.inputs[:-1])[start:stop, columns]
        size = inputs.shape[:2]
        flat = inputs.reshape(-1, inputs.shape[2])
        before = {}
        for name in cell.states:
            begin = passes.outside(whole.starts[name][0][None])
            each = np.concatenate([begin, passes.outside(whole.values[name])[:-1]])
            before[name] = each[start:stop, columns].reshape(-1, hidden)
        by_state, by_input, by_row = _one_clock(cell, params, whole, flat[:, hidden:-1], before)
        self.by_state = by_state.reshape(*size, *by_state.shape[1:])
        self.by_input = by_input.reshape(*size, *by_input.shape[1:])
        self.by_row = by_row.reshape(*size, *by_row.shape[1:])
        self._cell, self._tape, self._start, self._columns = cell, whole, start, columns

    def by_weight(self, clock: int) -> Array:
        """(B, S, R, K): what the weights do to the state at once, at clock `clock` of these."""
        read = self._cell.weight_inputs(self._tape, self._start + clock)
        read = read[None] if self._tape.batch == 1 else np.moveaxis(read, 2, 0)[self._columns]
        result: Array = self.by_row[clock][..., None] * read[:, None]
        return result


def _one_clock(
    cell: Cell, params: Params, like: Tape, x: Array, before: Mapping[str, Array]
) -> tuple[Array, Array, Array]:
    """(N, S, S), (N, S, D), (N, S, R) for N clocks, each a sequence of its own: x (N, D), state before (N, H).

    One backward step for each state gives its row of all three. The tape has a second clock, which nothing uses, so
    that what flows into the first from behind can be set.
    """
    count, hidden = x.shape[0], like.hidden
    tape = cell.tape(2, count, like.width, hidden, like.dtype)
    tape.begin(_columns(x), {name: _columns(value) for name, value in before.items()})
    cell.pack(params, tape)
    cell.scan(tape, 0, 1)
    tape.d_rows[...] = 0
    states = len(cell.states) * hidden
    by_state = np.empty((count, states, states), like.dtype)
    by_input = np.empty((count, states, like.width), like.dtype)
    by_row = np.empty((count, states, tape.d_rows.shape[1]), like.dtype)
    for index, name in enumerate(cell.states):
        for unit in range(hidden):
            for other in cell.states:
                tape.gradients[other][0] = 0
                tape.starts[other][1][...] = 0
            tape.gradients[name][0, unit] = 1
            cell.scan_back(params, tape, 0, 1)
            k = index * hidden + unit
            by_state[:, k] = np.concatenate([_rows(tape.starts[other][1]) for other in cell.states], axis=1)
            by_input[:, k] = _rows(cell.input_gradient(params, tape)[0])
            by_row[:, k] = _rows(tape.d_rows[0])
    return by_state, by_input, by_row


def _columns(rows: Array) -> Array:
    """(N, features) as a tape has it: (features, N), for N = 1 (features,)."""
    return rows[0] if len(rows) == 1 else rows.T


def _rows(columns: Array) -> Array:
    """The inverse of `_columns`."""
    return columns[None] if columns.ndim == 1 else columns.T


methods.add(RTRL.name, RTRL)
