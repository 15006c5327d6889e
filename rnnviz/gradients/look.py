"""What can be looked at besides a trace and its gradients: computed for one sequence only when somebody does."""

from collections.abc import Generator

import numpy as np

from rnnviz.gradients.base import Array
from rnnviz.gradients.jacobians import MOST_CLOCKS, layer_jacobians, product_norms
from rnnviz.gradients.sources import split
from rnnviz.gradients.spectra import singular_values
from rnnviz.network.network import Network
from rnnviz.network.parameters import cell_of, shapes, size
from rnnviz.network.passes import Passes
from rnnviz.network.spec import NetworkSpec

LOOKS = ("sources", "memory", "singular")
_SLICE = 64  # clocks whose singular values are found without a pause
_MOST_WORK = 4_000_000_000  # multiplications, some seconds


def clocks_around(spec: NetworkSpec, steps: int, t: int, name: str) -> tuple[int, int]:
    """(first, last): clocks first, ..., last - 1, from 0, for which there is time to look at one of `LOOKS`, of a
    sequence of so many. All of them where that can be; else some around clock t, from 1, which stay the same while t
    goes through the middle half of them."""
    states = len(cell_of(spec).states) * spec.hidden * (spec.layers if spec.feeds_back else 1)
    if name == "singular":
        most = _MOST_WORK // (10 * states**3)
    else:  # a number for each two clocks: back through the network, or a product of two Jacobians for every second pair
        each = 4 * size(shapes(spec, cell_of(spec))) if name == "sources" else states**3 // 2 + 1
        most = min(int((_MOST_WORK / each) ** 0.5), MOST_CLOCKS)
    most = max(most, 4)
    if steps <= most:
        return 0, steps
    half = most // 2
    first = (t - 1) // half * half - half // 2
    first = min(max(first, 0), steps - most)
    return first, first + most


def look(
    network: Network,
    passes: Passes,
    name: str,
    layer: int = -1,
    reverse: bool = False,
    first: int = 0,
    last: int | None = None,
) -> Generator[None, None, Array]:
    """One of `LOOKS` for a layer and direction, after both passes, B = 1, of the W clocks first, ..., last - 1:

    sources (W, W): [t, k] = ||dL_k/dh_t||; memory (W, W): [t, k] = ||d h_t / d h_k||; singular (W, S): the singular
    values of d state_t / d state_(t-1), for the reverse direction d state_(t+1), the largest first. In pieces.
    Errors: InputError where the Jacobians would not fit in memory.
    """
    last = passes.steps if last is None else last
    if name == "sources":
        vectors = yield from split(network, passes, "h", layer, reverse, 0, first, last)
        result: Array = np.linalg.norm(vectors, axis=2)
        return result
    matrices, stack = layer_jacobians(passes, layer, reverse)
    read = slice(passes.steps - last, passes.steps - first) if reverse else slice(first, last)
    if name == "memory":
        if stack is None:
            norms = yield from product_norms(matrices[read], passes.spec.hidden)
        else:
            norms = yield from stack.part(first, last).product_norms()
        return norms[::-1, ::-1].copy() if reverse else norms
    matrices = matrices[read]
    values = np.zeros(matrices.shape[:2], matrices.dtype)
    for start in range(0, len(values), _SLICE):
        values[start : start + _SLICE] = singular_values(matrices[start : start + _SLICE])
        yield
    return values[::-1].copy() if reverse else values
