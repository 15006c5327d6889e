"""AdaGrad: each weight's rate falls with the squared gradients it has seen: s <- s + g^2, w <- w - rate * g / sqrt(s).

Duchi, J., Hazan, E. and Singer, Y. (2011). Adaptive subgradient methods for online learning and stochastic
optimization. JMLR 12.
"""

from dataclasses import dataclass
from typing import final

import numpy as np

from rnnviz.network.optimisers.base import Array, Memory, Optimiser, decayed, epsilon, optimisers, weight_decay


@final
@dataclass(frozen=True)
class AdaGrad(Optimiser):
    name = "adagrad"
    source = "Duchi et al. 2011"
    place = 4
    remembers = ("square",)

    epsilon: float = epsilon(1e-10)
    weight_decay: float = weight_decay()

    def update(self, weights: Array, gradient: Array, rate: float, memory: Memory, count: int) -> None:
        gradient = decayed(gradient, weights, self.weight_decay)
        square = memory["square"]
        square += gradient * gradient
        weights -= rate * gradient / (np.sqrt(square) + self.epsilon)


optimisers.add(AdaGrad.name, AdaGrad)
