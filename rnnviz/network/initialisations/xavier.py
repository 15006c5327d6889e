"""Weights uniform in ±sqrt(6 / (n_in + n_out)), biases 0: a compromise between the pass forward and the one back.

Glorot, X. and Bengio, Y. (2010). Understanding the difficulty of training deep feedforward neural networks. AISTATS.
"""

from typing import final

import numpy as np

from rnnviz.network.initialisations.base import Array, Initialisation, initialisations


@final
class Xavier(Initialisation):
    name = "xavier"
    source = "Glorot and Bengio 2010"
    place = 4

    def block(self, rng: np.random.Generator, shape: tuple[int, int], recurrent: bool, hidden: int) -> Array:
        bound = np.sqrt(6 / sum(shape))
        return rng.uniform(-bound, bound, shape)


initialisations.add(Xavier.name, Xavier())
