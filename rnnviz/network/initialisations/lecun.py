"""Weights from N(0, 1/n) with n the inputs of a unit, biases 0: each sum begins with the variance of what is read.

LeCun, Y., Bottou, L., Orr, G. and Müller, K.-R. (1998). Efficient BackProp. In Neural networks: tricks of the trade.
"""

from typing import final

import numpy as np

from rnnviz.network.initialisations.base import Array, Initialisation, initialisations


@final
class LeCun(Initialisation):
    name = "lecun"
    source = "LeCun et al. 1998"
    place = 3

    def block(self, rng: np.random.Generator, shape: tuple[int, int], recurrent: bool, hidden: int) -> Array:
        return rng.normal(0.0, shape[1] ** -0.5, shape)


initialisations.add(LeCun.name, LeCun())
