"""Every parameter 0: all units stay alike for ever, which shows why the first weights must be random."""

from typing import final

import numpy as np

from rnnviz.network.initialisations.base import Array, Initialisation, initialisations


@final
class Zeros(Initialisation):
    name = "zeros"
    source = "a counterexample"
    place = 8

    def block(self, rng: np.random.Generator, shape: tuple[int, int], recurrent: bool, hidden: int) -> Array:
        return np.zeros(shape)


initialisations.add(Zeros.name, Zeros())
