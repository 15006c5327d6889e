"""What every initialisation is: weights for one gate at a time, and for biases.

The row blocks of an LSTM's or GRU's weights are filled one by one, so that each gate begins as an Elman unit would.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.registry import Registry
from rnnviz.words import QT_TRANSLATE_NOOP

Array = NDArray[Any]


class Initialisation(ABC):
    """A way to draw the first weights."""

    name: ClassVar[str]  # what people type
    source: ClassVar[str]  # paper, year
    place: ClassVar[int]  # in the menu

    @abstractmethod
    def block(self, rng: np.random.Generator, shape: tuple[int, int], recurrent: bool, hidden: int) -> Array:
        """The weights of one gate from its inputs (H, D), from the last clock (H, H; `recurrent`), or of the readout
        (O, H)."""

    def bias(self, rng: np.random.Generator, length: int, hidden: int) -> Array:
        """(length,), also for peepholes: 0, where the source does not say otherwise."""
        return np.zeros(length)


initialisations: Registry[Initialisation] = Registry(
    QT_TRANSLATE_NOOP("kinds", "initialisation"), "rnnviz.network.initialisations"
)


def initialisation_names() -> tuple[str, ...]:
    """Every name, in the order of the menu."""
    return tuple(sorted(initialisations, key=lambda name: initialisations[name].place))


def initialise(name: str, seed: int, hidden: int, parameters: Mapping[str, Array]) -> None:
    """Fill the parameters in their order.

    The same seed gives the same numbers, rounded to the precision of the network: float32 begins where float64 does.
    """
    rng, way = np.random.default_rng(seed), initialisations[name]
    for key, array in parameters.items():
        if array.ndim == 1:
            array[...] = way.bias(rng, len(array), hidden)
            continue
        rows = len(array) if key.startswith("readout") else hidden
        for first in range(0, len(array), rows):
            block = array[first : first + rows]
            block[...] = way.block(rng, block.shape, "_hh_" in key, hidden)
