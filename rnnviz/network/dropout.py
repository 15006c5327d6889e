"""Dropout with one mask for all clocks: in each sequence of a batch other units are silent for a whole update.

Gal, Y. and Ghahramani, Z. (2016). A theoretically grounded application of dropout in recurrent neural networks.
arXiv:1512.05287. As in the paper a mask does not change with time, all gates share it, and each sequence has its own:
on x, on h_(t-1) before U reads it, and between layers. (PyTorch's `nn.LSTM` has only the last of these, and draws it
anew at every clock.) h and c themselves stay whole: what a GRU keeps of h_(t-1), and the readout, see all of h. What
is not silent is scaled up by 1 / (1 - p), so that a network is tried out just as it is.
"""

from dataclasses import dataclass
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from rnnviz.network.parameters import cell_of, directions
from rnnviz.network.spec import NetworkSpec

Array = NDArray[Any]


@final
@dataclass(frozen=True, eq=False)
class Masks:
    """0 where a unit is silent in a sequence, else 1 / (1 - p).

    below: by layer, (B, D) of x or (B, H * directions) of the layer below; both directions read the same. memory: by
    layer and direction, (B, H), of a Jordan network (B, O); None where all of M is read.
    """

    below: tuple[Array, ...]
    memory: tuple[tuple[Array, ...], ...] | None

    def repeated(self, times: int) -> "Masks":
        """Those of a batch (times * B) in which the whole batch stands so many times."""
        below = tuple(np.tile(mask, (times, 1)) for mask in self.below)
        if self.memory is None:
            return Masks(below, None)
        return Masks(below, tuple(tuple(np.tile(mask, (times, 1)) for mask in ways) for ways in self.memory))


def silences_memory(masks: Masks | None) -> bool:
    """Whether the weights read less of h_(t-1) than there is, for which a tape has arrays of its own: `apart`."""
    return masks is not None and masks.memory is not None


def draw_masks(
    rng: np.random.Generator, spec: NetworkSpec, batch: int, inputs: float, layers: float, recurrent: float
) -> Masks:
    """Masks for so many sequences. inputs, layers, recurrent: the probability p that a unit of x, of the layer below,
    of h_(t-1) is silent."""

    def draw(units: int, share: float) -> Array:
        return np.where(rng.random((batch, units)) < share, 0.0, 1 / (1 - share)).astype(spec.dtype)

    ways, kind = len(directions(spec)), cell_of(spec).memory
    below = tuple(
        draw(spec.hidden * ways, layers) if layer else draw(spec.inputs, inputs) for layer in range(spec.layers)
    )
    if not recurrent or not kind:
        return Masks(below, None)
    units = spec.outputs if kind == "S" else spec.hidden
    return Masks(below, tuple(tuple(draw(units, recurrent) for _ in range(ways)) for _ in range(spec.layers)))
