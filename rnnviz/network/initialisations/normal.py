"""Weights from N(0, 1), biases 0: too large for all but a few units, and shows why the others were invented."""

from typing import final

import numpy as np

from rnnviz.network.initialisations.base import Array, Initialisation, initialisations


@final
class Normal(Initialisation):
    name = "normal"
    source = "folklore"
    place = 2

    def block(self, rng: np.random.Generator, shape: tuple[int, int], recurrent: bool, hidden: int) -> Array:
        return rng.standard_normal(shape)


initialisations.add(Normal.name, Normal())
