"""Jacobians where a clock reads the answer of the clock before: there every layer acts on every other one.

The state of the network is then that of all layers together, N = L S numbers. The answer is not one of them: s_(t-1)
is made from h_(t-1) of the top layer.
"""

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import final

import numpy as np

from rnnviz.gradients.base import Array
from rnnviz.gradients.one_clock import OneClock, answer_slopes, made
from rnnviz.gradients.spectra import singular_values
from rnnviz.network.passes import Passes
from rnnviz.network.readout import respond
from rnnviz.network.scenario import reads_back


@final
@dataclass(frozen=True, eq=False)
class Stack:
    """matrices (T, N, N): d (all states)_t / d (all states)_(t-1), each held in its memory alone. entry (T, N, S): what
    a change of the layer's own state does to all states of the same clock, those of the layers above. own: where the
    layer's state is among all, h first. hidden: H."""

    matrices: Array
    entry: Array
    own: slice
    hidden: int

    def of_layer(self) -> Array:
        """(T, S, S): d state_t / d state_(t-1) of the layer. At the first clock, before which no layer has run, as if
        the layer's state before it were read by the layer itself and by nothing else."""
        result: Array = self.matrices[:, self.own, self.own].copy()
        result[1:] = self.matrices[1:, self.own] @ self.entry[:-1]
        return result

    def part(self, first: int, last: int) -> "Stack":
        """Of clocks first, ..., last - 1 alone."""
        return replace(self, matrices=self.matrices[first:last], entry=self.entry[first:last])

    def product_norms(self) -> Generator[None, None, Array]:
        """(T, T): ||d h_t / d h_k|| of the layer for k <= t, in pieces."""
        steps, h = len(self.matrices), slice(self.own.start, self.own.start + self.hidden)
        norms = np.eye(steps, dtype=self.matrices.dtype)
        carried = self.entry[:, :, : self.hidden].copy()  # d (all states)_t / d h_k at index k
        for t in range(1, steps):
            carried[:t] = self.matrices[t] @ carried[:t]
            norms[t, :t] = singular_values(carried[:t, h])[:, 0]
            yield
        return norms


def stack_of(passes: Passes, layer: int, sequence: int) -> Stack:
    """After a forward pass; layer from 0."""
    spec, cell, steps, dtype = passes.spec, passes.cell, passes.steps, passes.vector.dtype
    hidden, states = spec.hidden, len(made(cell)) * spec.hidden
    jordan, back = cell.memory == "S", reads_back(spec, steps)
    column = slice(sequence, sequence + 1)
    clocks = [OneClock(passes, n, 0, steps, column) for n in range(spec.layers)]
    by_state, by_input = [one.by_state[:, 0] for one in clocks], [one.by_input[:, 0] for one in clocks]
    s, free = passes.output, passes.free
    if free is not None:  # no derivative flows through an answer that is held
        s = respond(spec.output, passes.logits)
    slopes = answer_slopes(spec.output, passes.outside(s)[:-1, sequence])
    if free is not None:
        slopes *= passes.outside(free)[:-1, sequence, :, None]
    answer = slopes @ passes.named["readout.weight"]  # (T - 1, O, H): ds_t / dh_t of the top layer
    top = slice((spec.layers - 1) * states, (spec.layers - 1) * states + hidden)
    matrices = np.zeros((steps, spec.layers * states, spec.layers * states), dtype)
    entry = np.zeros((steps, spec.layers * states, states), dtype)
    own = slice(layer * states, (layer + 1) * states)
    entry[:, own] = np.eye(states)
    for n in range(spec.layers):
        rows, below = slice(n * states, (n + 1) * states), slice((n - 1) * states, (n - 1) * states + hidden)
        if jordan:
            matrices[1:, rows, top] += by_state[n][1:] @ answer
        else:
            matrices[:, rows, rows] += by_state[n]
        if n:
            matrices[:, rows] += by_input[n] @ matrices[:, below]
        else:
            matrices[1:, rows, top] += back[1:, None, None] * (by_input[n][1:] @ answer)
        if n > layer:
            entry[:, rows] = by_input[n] @ entry[:, below]
    return Stack(matrices, entry, own, hidden)
