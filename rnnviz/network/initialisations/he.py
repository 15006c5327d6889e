"""Weights from N(0, 2/n) with n the inputs of a unit, biases 0: made for ReLU, which loses half of its sums.

He, K., Zhang, X., Ren, S. and Sun, J. (2015). Delving deep into rectifiers. arXiv:1502.01852.
"""

from typing import final

import numpy as np

from rnnviz.network.initialisations.base import Array, Initialisation, initialisations


@final
class He(Initialisation):
    name = "he"
    source = "He et al. 2015"
    place = 5

    def block(self, rng: np.random.Generator, shape: tuple[int, int], recurrent: bool, hidden: int) -> Array:
        return rng.normal(0.0, (2 / shape[1]) ** 0.5, shape)


initialisations.add(He.name, He())
