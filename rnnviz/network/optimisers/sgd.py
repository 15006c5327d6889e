"""Stochastic gradient descent: w <- w - rate * g.

Robbins, H. and Monro, S. (1951). A stochastic approximation method. Annals of Mathematical Statistics 22(3).
"""

from dataclasses import dataclass
from typing import final

from rnnviz.network.optimisers.base import Array, Memory, Optimiser, decayed, optimisers, weight_decay


@final
@dataclass(frozen=True)
class SGD(Optimiser):
    name = "sgd"
    source = "Robbins and Monro 1951"
    place = 1

    weight_decay: float = weight_decay()

    def update(self, weights: Array, gradient: Array, rate: float, memory: Memory, count: int) -> None:
        weights -= rate * decayed(gradient, weights, self.weight_decay)


optimisers.add(SGD.name, SGD)
