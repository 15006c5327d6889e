"""The first weights of a network, from a seed."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.network.spec import NetworkSpec


def initialise(spec: NetworkSpec, parameters: Mapping[str, NDArray[Any]]) -> None:
    """Fill the parameters: every one uniform in ±1/sqrt(H), as PyTorch does.

    The same seed gives the same numbers, rounded to the precision of the network: float32 begins where float64 does.
    """
    rng = np.random.default_rng(spec.seed)
    bound = 1 / np.sqrt(spec.hidden)
    for array in parameters.values():
        array[...] = rng.uniform(-bound, bound, array.shape)
