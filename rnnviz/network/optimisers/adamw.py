"""AdamW: Adam whose weight decay shrinks the weights themselves and stays out of the means of the gradient.

Loshchilov, I. and Hutter, F. (2019). Decoupled weight decay regularization. arXiv:1711.05101.
"""

from dataclasses import dataclass
from typing import final

from rnnviz.network.optimisers.adam import beta1, beta2, change
from rnnviz.network.optimisers.base import Array, Memory, Optimiser, epsilon, optimisers, weight_decay


@final
@dataclass(frozen=True)
class AdamW(Optimiser):
    name = "adamw"
    source = "Loshchilov and Hutter 2019"
    place = 8
    remembers = ("mean", "square")

    beta1: float = beta1()
    beta2: float = beta2()
    epsilon: float = epsilon(1e-8)
    weight_decay: float = weight_decay(0.01)

    def update(self, weights: Array, gradient: Array, rate: float, memory: Memory, count: int) -> None:
        weights *= 1 - rate * self.weight_decay
        weights -= change(gradient, rate, (self.beta1, self.beta2), self.epsilon, memory, count)


optimisers.add(AdamW.name, AdamW)
