"""What can be looked at besides a trace and its gradients: computed for one sequence only when somebody does."""

from collections.abc import Generator

import numpy as np

from rnnviz.errors import InputError
from rnnviz.gradients.base import Array
from rnnviz.gradients.jacobians import check_clocks, check_products, layer_jacobians, product_norms
from rnnviz.gradients.sources import split
from rnnviz.gradients.spectra import singular_values
from rnnviz.network.network import Network
from rnnviz.network.passes import Passes
from rnnviz.words import QT_TRANSLATE_NOOP

LOOKS = ("sources", "memory", "singular")
_SLICE = 64  # clocks whose singular values are found without a pause
_MOST_WORK = 4_000_000_000  # multiplications, some seconds


def look(network: Network, passes: Passes, name: str) -> Generator[None, None, Array]:
    """One of `LOOKS` for the top layer (the forward direction of a bidirectional one), after both passes, B = 1:

    sources (T, T): [t, k] = ||dL_k/dh_t||; memory (T, T): [t, k] = ||d h_t / d h_k||; singular (T, S): the singular
    values of d state_t / d state_(t-1), the largest first. In pieces. Errors: InputError where it would take too long.
    """
    steps, states = passes.steps, passes.spec.hidden * len(passes.cell.states)
    if name == "sources":
        check_clocks(steps)
        _check(steps, sum(t.d_rows.shape[1] * t.inputs.shape[1] for ways in passes.tapes for t in ways) * 4 * steps)
        vectors = yield from split(network, passes)
        result: Array = np.linalg.norm(vectors, axis=2)
        return result
    if name == "memory":
        check_products(steps, states)
        matrices, stack = layer_jacobians(passes)
        norms = product_norms(matrices, passes.spec.hidden) if stack is None else stack.product_norms()
        return (yield from norms)
    _check(steps, 10 * states**3)
    matrices, _ = layer_jacobians(passes)
    values = np.zeros((steps, states), matrices.dtype)
    for first in range(0, steps, _SLICE):
        values[first : first + _SLICE] = singular_values(matrices[first : first + _SLICE])
        yield
    return values


def _check(steps: int, each: int) -> None:
    """each: multiplications a clock."""
    if steps * each > _MOST_WORK:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", "{steps} clocks would take too long for this; at most {most} with a network of this size."
            ),
            steps=steps,
            most=max(1, _MOST_WORK // each),
        )
