"""How one clock's state depends on an earlier one's: Jacobians, their singular values, and their products.

Hochreiter, S. (1991). Untersuchungen zu dynamischen neuronalen Netzen. Diploma thesis, TU München.
Bengio, Y., Simard, P. and Frasconi, P. (1994). Learning long-term dependencies with gradient descent is difficult.
IEEE Transactions on Neural Networks 5(2), doi:10.1109/72.279181.
Pascanu, R., Mikolov, T. and Bengio, Y. (2013). On the difficulty of training recurrent neural networks.
arXiv:1211.5063: d h_t / d h_k is the product of the Jacobians between; where all their largest singular values are
below 1 it must vanish, and to explode some must be above 1.

d state_t / d state_(t-1) of a layer says what a change of that state at clock t - 1 does to it at clock t when all that
is computed in between responds. Where nothing is read back, that is what the layer's own clock does. Where the last
answer is read, in M (Jordan) or as the next input, the change also goes up through the layers above, through s_(t-1)
and into every layer that reads it. A Jordan network has nothing else to remember with: its whole state is
M_t = S_(t-1), whatever its depth; the matrices are still those of h, d h_t / d h_(t-1) by way of M_t.
"""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import final

import numpy as np
from numpy.typing import ArrayLike

from rnnviz.errors import InputError
from rnnviz.gradients.base import Array
from rnnviz.gradients.fed_back import Stack, stack_of
from rnnviz.gradients.spectra import singular_values, spectral_radius
from rnnviz.network.network import Network, finish
from rnnviz.network.passes import Passes
from rnnviz.words import QT_TRANSLATE_NOOP

MOST_CLOCKS = 200  # for anything with a number for each pair of clocks
_MOST_WORK = 4_000_000_000  # multiplications for the products of one request, some seconds


@final
@dataclass(frozen=True, eq=False)
class Jacobians:
    """Of one layer and direction on one sequence. S = H, for the LSTM S = 2 H with h before c.

    matrices (T, S, S): d state_t / d state_(t-1), index 0 being clock 1; for the reverse direction with respect to
    t + 1, the clock that it has read before. recurrent: the blocks of weight_hh by letter, (H, H) each, where there
    are any. stack: the other layers' clocks, where answers are read back and these belong to the way too.
    """

    matrices: Array
    hidden: int
    recurrent: Mapping[str, Array]
    reverse: bool = False
    stack: Stack | None = None

    @property
    def of_h(self) -> Array:
        """(T, H, H): d h_t / d h_(t-1) with the rest of the state (the LSTM's c) held fixed."""
        return self.matrices[:, : self.hidden, : self.hidden]

    @property
    def singular_values(self) -> Array:
        """(T, S) of each clock's matrix, the largest first; NaN where it is not finite."""
        return singular_values(self.matrices)

    @property
    def spectral_radius(self) -> Array:
        """(T,): the largest absolute eigenvalue of each clock's matrix; NaN where it is not finite."""
        return spectral_radius(self.matrices)

    @property
    def recurrent_radius(self) -> dict[str, float]:
        """The spectral radius of each recurrent block U."""
        return {name: float(spectral_radius(U[None])[0]) for name, U in self.recurrent.items()}

    @property
    def recurrent_norm(self) -> dict[str, float]:
        """The largest singular value of each recurrent block U."""
        return {name: float(singular_values(U[None])[0, 0]) for name, U in self.recurrent.items()}

    def product_norms(self) -> Array:
        """(T, T): entry [t, k] is ||d h_t / d h_k||, the largest singular value, both indices from 0.

        1 on the diagonal, 0 where h_t comes before h_k. The way through the whole state counts (the LSTM's c as well;
        where answers are read back, all layers'); c_k itself is held fixed. Errors: InputError for more than 200
        clocks, or too many units for as many clocks.
        """
        with np.errstate(all="ignore"):
            if self.stack is not None:
                check_products(*self.stack.matrices.shape[:2])
                return finish(self.stack.product_norms())
            check_products(*self.matrices.shape[:2])
            own = self.matrices[::-1] if self.reverse else self.matrices
            norms = finish(product_norms(own, self.hidden))
        return norms[::-1, ::-1] if self.reverse else norms


def jacobians(
    net: Network,
    x: ArrayLike,
    state: Mapping[str, ArrayLike] | None = None,
    *,
    layer: int = -1,
    reverse: bool = False,
    sequence: int = 0,
) -> Jacobians:
    """The Jacobians of a layer while the network runs over x (T, B, D), of one sequence of the batch.

        J = rnnviz.jacobians(net, x)
        J.singular_values[:, 0]      # above 1: this clock may make a gradient grow; below 1: it shrinks
        J.product_norms()[-1]        # what the last h still knows of every earlier one

    Errors: InputError as `Network.run`, for a layer, direction or sequence that there is not, and when the matrices
    would take more than 2 GB.
    """
    trace = net.run(x, state)
    trace.get("h", layer, reverse)  # says what is wrong with layer and direction
    passes = trace.passes
    check_sequence(passes, sequence)
    matrices, stack = layer_jacobians(passes, layer, reverse, sequence)
    params = passes.weights[layer][int(reverse)]
    recurrent = {}
    if net.cell.memory == "H":
        blocks = np.split(params["weight_hh"], len(net.cell.blocks))
        recurrent = dict(zip(net.cell.blocks, blocks, strict=True))
    return Jacobians(matrices[::-1] if reverse else matrices, net.spec.hidden, recurrent, reverse, stack)


def memory(
    net: Network,
    x: ArrayLike,
    state: Mapping[str, ArrayLike] | None = None,
    *,
    layer: int = -1,
    reverse: bool = False,
    sequence: int = 0,
) -> Array:
    """The memory meter: (T, T) with ||d h_t / d h_k|| at [t, k], see `Jacobians.product_norms`.

    In the logarithm, a straight fall from the diagonal is what Hochreiter (1991) called the vanishing gradient.
    """
    return jacobians(net, x, state, layer=layer, reverse=reverse, sequence=sequence).product_norms()


def layer_jacobians(
    passes: Passes, layer: int = -1, reverse: bool = False, sequence: int = 0
) -> tuple[Array, Stack | None]:
    """(T, S, S) in the order in which that direction reads, after a forward pass; where answers are read back also what
    the products need.

    Errors: InputError when they would take more than 2 GB."""
    spec = passes.spec
    states = len(passes.cell.states) * spec.hidden * (spec.layers if spec.feeds_back else 1)
    needed = passes.steps * states * states * passes.vector.itemsize
    if needed > 2e9:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "{steps} Jacobians of {states} × {states} need {needed:.1f} GB; at most 2 GB."),
            steps=passes.steps,
            states=states,
            needed=needed / 1e9,
        )
    if spec.feeds_back:
        stack = stack_of(passes, range(spec.layers)[layer], sequence)
        return stack.of_layer(), stack
    way = int(reverse)
    return passes.cell.jacobian(passes.weights[layer][way], passes.tapes[layer][way], sequence), None


def product_norms(matrices: Array, hidden: int) -> Generator[None, None, Array]:
    """(T, T): ||d h_t / d h_k|| for k <= t, in pieces."""
    steps, states = matrices.shape[:2]
    norms = np.zeros((steps, steps), matrices.dtype)
    carried = np.zeros((steps, states, states), matrices.dtype)  # d state_t / d state_k at index k
    for t in range(steps):
        carried[:t] = matrices[t] @ carried[:t]
        carried[t] = np.eye(states)
        norms[t, : t + 1] = singular_values(carried[: t + 1, :hidden, :hidden])[:, 0]
        yield
    return norms


def check_sequence(passes: Passes, sequence: int) -> None:
    """InputError for a sequence that is not in the batch."""
    if not 0 <= sequence < passes.batch:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "There is no sequence {sequence} in this batch; give 0 to {last}."),
            sequence=sequence,
            last=passes.batch - 1,
        )


def check_clocks(steps: int) -> None:
    """InputError for more clocks than have room in a number for each two of them."""
    if steps > MOST_CLOCKS:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "{steps} clocks are too many for a number for each two; at most {most}."),
            steps=steps,
            most=MOST_CLOCKS,
        )


def check_products(steps: int, states: int) -> None:
    """InputError when `product_norms` would take too long."""
    check_clocks(steps)
    work = steps * steps // 2 * states**3
    if work > _MOST_WORK:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The products of {steps} Jacobians of {states} × {states} would take too long; "
                "at most {most} clocks with so many units.",
            ),
            steps=steps,
            states=states,
            most=int((2 * _MOST_WORK / states**3) ** 0.5),
        )
