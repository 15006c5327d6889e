"""Which clock's loss a gradient comes from: dL/dh_t is the sum over k of dL_k/dh_t, and here each term is kept.

Pascanu, R., Mikolov, T. and Bengio, Y. (2013). On the difficulty of training recurrent neural networks.
arXiv:1211.5063, equations 4 and 5: the terms with t much smaller than k are the long-term contributions, those that
vanish or explode.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import final

import numpy as np
from numpy.typing import ArrayLike

from rnnviz.errors import InputError
from rnnviz.gradients.base import Array
from rnnviz.gradients.jacobians import check_clocks
from rnnviz.network.network import Network, finish
from rnnviz.network.passes import Passes
from rnnviz.words import QT_TRANSLATE_NOOP

_NUMBERS = 2_000_000  # in the arrays of the backward passes that are made at once


@final
@dataclass(frozen=True, eq=False)
class Sources:
    """vectors (T, T, H): [t, k] is dL_k/dh_t, what the loss at clock k contributes to dL/dh_t, both from 0."""

    vectors: Array

    @property
    def norms(self) -> Array:
        """(T, T): Euclidean norms of the contributions. They do not add up to ||dL/dh_t||; the vectors do."""
        result: Array = np.linalg.norm(self.vectors, axis=2)
        return result

    @property
    def total(self) -> Array:
        """(T, H): dL/dh_t."""
        result: Array = self.vectors.sum(axis=1)
        return result


def loss_sources(
    net: Network,
    x: ArrayLike,
    target: ArrayLike,
    loss: str | None = "mse",
    state: Mapping[str, ArrayLike] | None = None,
    mask: ArrayLike | None = None,
    *,
    name: str = "h",
    layer: int = -1,
    reverse: bool = False,
    sequence: int = 0,
) -> Sources:
    """dL/dh_t of one sequence of the batch, split by the clock k whose loss it comes from, by T backward passes.

    name: any array of a cell in `Gradients` (h, c, a gate's letter). The other arguments: as for `Network.gradients`
    and `Gradients.get`. L is the loss of the whole batch, as always a mean over all that counts.

    Errors: InputError as those two, and for more than 200 clocks.
    """
    grads = net.gradients(x, target, loss, state, mask)
    grads.get(name, layer, reverse)  # says what is wrong with name, layer and direction
    passes = grads.passes
    check_clocks(passes.steps)
    if not 0 <= sequence < passes.batch:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "There is no sequence {sequence} in this batch; give 0 to {last}."),
            sequence=sequence,
            last=passes.batch - 1,
        )
    with np.errstate(all="ignore"):
        return Sources(finish(split(net, passes, name, layer, reverse, sequence)))


def split(
    net: Network, passes: Passes, name: str = "h", layer: int = -1, reverse: bool = False, sequence: int = 0
) -> Generator[None, None, Array]:
    """(T, T, H) in pieces, after forward and backward in `passes`: one sequence in the batch for each source."""
    steps, hidden = passes.steps, net.spec.hidden
    x = passes.outside(passes.tapes[0][0].x)[:, sequence]
    d_logits = passes.outside(passes.d_logits)[:, sequence]
    tapes = [tape for ways in passes.tapes for tape in ways]
    begin = {
        state: np.stack([passes.outside(tape.starts[state][0][None])[0, sequence] for tape in tapes])[:, None]
        for state in passes.cell.states
    }
    vectors = np.zeros((steps, steps, hidden), passes.vector.dtype)
    counted = np.flatnonzero(d_logits.any(axis=1))
    at_once = max(1, _NUMBERS // (steps * max(tape.d_rows.shape[1] for tape in tapes)))
    for first in range(0, len(counted), at_once):
        of = counted[first : first + at_once]
        many = net.passes(steps, len(of), passes.held)
        states = {state: np.repeat(value, len(of), axis=1) for state, value in begin.items()}
        yield from many.forward(np.repeat(x[:, None], len(of), axis=1), states)
        seeds = np.zeros((steps, len(of), d_logits.shape[1]), d_logits.dtype)
        seeds[of, np.arange(len(of))] = d_logits[of]
        yield from many.backward(many.inside(seeds), to_inputs=False)
        some = many.outside(many.tapes[layer][int(reverse)].gradients[name])
        vectors[:, of] = some[::-1] if reverse else some
    return vectors
