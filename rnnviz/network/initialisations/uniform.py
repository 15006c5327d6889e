"""Every parameter, biases as well, uniform in ±1/sqrt(H): what PyTorch's recurrent layers begin with."""

from typing import final

import numpy as np

from rnnviz.network.initialisations.base import Array, Initialisation, initialisations


@final
class Uniform(Initialisation):
    name = "uniform"
    source = "PyTorch"
    place = 1

    def block(self, rng: np.random.Generator, shape: tuple[int, int], recurrent: bool, hidden: int) -> Array:
        bound = 1 / np.sqrt(hidden)
        return rng.uniform(-bound, bound, shape)

    def bias(self, rng: np.random.Generator, length: int, hidden: int) -> Array:
        bound = 1 / np.sqrt(hidden)
        return rng.uniform(-bound, bound, length)


initialisations.add(Uniform.name, Uniform())
