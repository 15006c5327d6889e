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
from rnnviz.gradients.jacobians import check_clocks, check_sequence
from rnnviz.network import feedback
from rnnviz.network.network import Network, finish
from rnnviz.network.passes import Passes
from rnnviz.words import QT_TRANSLATE_NOOP

_NUMBERS = 2_000_000  # in the arrays of the backward passes that are made at once


@final
@dataclass(frozen=True, eq=False)
class Sources:
    """vectors (W, W, H): [t, k] is dL_k/dh_t, what the loss at clock k contributes to dL/dh_t, both from 0. W: all the
    clocks of the sequence, or those from `first` on that were asked for; index 0 is clock `first`, counted from 0."""

    vectors: Array
    first: int = 0

    @property
    def norms(self) -> Array:
        """(W, W): Euclidean norms of the contributions. They do not add up to ||dL/dh_t||; the vectors do."""
        result: Array = np.linalg.norm(self.vectors, axis=2)
        return result

    @property
    def total(self) -> Array:
        """(W, H): dL/dh_t, as far as it comes from the losses of these clocks."""
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
    first: int = 0,
    last: int | None = None,
) -> Sources:
    """dL/dh_t of one sequence of the batch, split by the clock k whose loss it comes from, by W backward passes.

    name: any array of a cell in `Gradients` (h, c, a gate's letter). first, last: only clocks first, ..., last - 1,
    counted from 0; for a long sequence. In a bidirectional network of several layers a gradient can leave these clocks
    and come back to them; such ways are left out, so that there the whole sequence may say more. The other arguments:
    as for `Network.gradients` and `Gradients.get`. L is the loss of the whole batch, as always a mean over all that
    counts.

    Errors: InputError as those two, for clocks that there are not, and for more than 200 of them.
    """
    grads = net.gradients(x, target, loss, state, mask)
    grads.get(name, layer, reverse)  # says what is wrong with name, layer and direction
    passes = grads.passes
    last = passes.steps if last is None else last
    if not 0 <= first < last <= passes.steps:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", "There are no clocks {first} to {last} here; give 0 <= first < last <= {steps}."
            ),
            first=first,
            last=last,
            steps=passes.steps,
        )
    check_clocks(last - first)
    check_sequence(passes, sequence)
    with np.errstate(all="ignore"):
        return Sources(finish(split(net, passes, name, layer, reverse, sequence, first, last)), first)


def split(
    net: Network,
    passes: Passes,
    name: str = "h",
    layer: int = -1,
    reverse: bool = False,
    sequence: int = 0,
    first: int = 0,
    last: int | None = None,
) -> Generator[None, None, Array]:
    """(W, W, H) of clocks [first, last) in pieces, after the forward pass and `Network.judge`."""
    last = passes.steps if last is None else last
    steps, hidden = last - first, net.spec.hidden
    d_loss = passes.outside(passes.d_loss)[first:last, sequence]
    counted = np.flatnonzero(d_loss.any(axis=1))
    vectors = np.zeros((steps, steps, hidden), passes.vector.dtype)
    if net.spec.feeds_back and steps < passes.steps:
        yield from _one_by_one(net, passes, (name, layer), sequence, first, counted, vectors)
        return vectors
    x = passes.outside(passes.tapes[0][0].x)[first:last, sequence]
    begin = _before(passes, sequence, first, last)
    held = {spot._replace(t=spot.t - first): value for spot, value in passes.held.items() if first < spot.t <= last}
    tapes = [tape for ways in passes.tapes for tape in ways]
    at_once = max(1, _NUMBERS // (steps * max(tape.d_rows.shape[1] for tape in tapes)))
    # One sequence in the batch for each source; all of them read the same.
    for start in range(0, len(counted), at_once):
        of = counted[start : start + at_once]
        many = net.passes(steps, len(of), held)
        states = {state: np.repeat(value, len(of), axis=1) for state, value in begin.items()}
        yield from many.forward(np.repeat(x[:, None], len(of), axis=1), states)
        seeds = np.zeros((steps, len(of), d_loss.shape[1]), d_loss.dtype)
        seeds[of, np.arange(len(of))] = d_loss[of]
        yield from many.backward(many.inside(seeds), to_inputs=False)
        some = many.outside(many.tapes[layer][int(reverse)].gradients[name])
        vectors[:, of] = some[::-1] if reverse else some
    return vectors


def _before(passes: Passes, sequence: int, first: int, last: int) -> dict[str, Array]:
    """The state with which each layer and direction enters clocks [first, last): (layers * directions, 1, H)."""
    result = {}
    for name in passes.cell.states:
        each = []
        for ways in passes.tapes:
            for tape, read in zip(ways, (first, passes.steps - last), strict=False):  # clocks read before these
                value = tape.values[name][read - 1] if read else tape.starts[name][0]
                each.append(passes.outside(value[None])[0, sequence])
        result[name] = np.stack(each)[:, None]
    return result


def _one_by_one(
    net: Network, passes: Passes, which: tuple[str, int], sequence: int, first: int, counted: Array, vectors: Array
) -> Generator[None, None, None]:
    """Fill `vectors` where answers are read back: what a clock reads depends on which one it is, so that the sources go
    back one after the other over arrays of the whole sequence."""
    name, layer = which
    whole = net.passes(passes.steps, 1, passes.held)
    begin = _before(passes, sequence, 0, passes.steps)
    yield from whole.forward(passes.outside(passes.tapes[0][0].x)[:, [sequence]], begin)
    d_loss, d_x = passes.outside(passes.d_loss)[:, sequence], np.zeros_like(whole.tapes[0][0].x)
    for k in counted:
        stop = first + int(k) + 1
        whole.d_logits = np.zeros_like(d_loss)
        whole.d_logits[stop - 1] = d_loss[stop - 1]
        yield from feedback.window(whole, first, stop, d_x, to_inputs=False)
        vectors[: k + 1, k] = whole.tapes[layer][0].gradients[name][first:stop]
