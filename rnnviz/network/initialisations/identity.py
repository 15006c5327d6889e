"""U = I, the other weights from N(0, 0.001^2), biases 0: at first, what is remembered stays as it is. For ReLU units.

Le, Q., Jaitly, N. and Hinton, G. (2015). A simple way to initialize recurrent networks of rectified linear units.
arXiv:1504.00941.
"""

from typing import final

import numpy as np

from rnnviz.network.initialisations.base import Array, Initialisation, initialisations


@final
class Identity(Initialisation):
    name = "identity"
    source = "Le et al. 2015"
    place = 7

    def block(self, rng: np.random.Generator, shape: tuple[int, int], recurrent: bool, hidden: int) -> Array:
        return np.eye(*shape) if recurrent else 0.001 * rng.standard_normal(shape)


initialisations.add(Identity.name, Identity())
