"""Gradient descent with a velocity: v <- m v + g, w <- w - rate * v. As in PyTorch, the rate stays outside of v.

Polyak, B. T. (1964). Some methods of speeding up the convergence of iteration methods. USSR Computational Mathematics
and Mathematical Physics 4(5).
"""

from dataclasses import dataclass
from typing import final

from rnnviz.network.optimisers.base import Array, Memory, Optimiser, decayed, optimisers, share, weight_decay
from rnnviz.words import QT_TRANSLATE_NOOP


@final
@dataclass(frozen=True)
class Momentum(Optimiser):
    name = "momentum"
    source = "Polyak 1964"
    place = 2
    remembers = ("velocity",)

    momentum: float = share(
        0.9,
        QT_TRANSLATE_NOOP("options", "Momentum"),
        QT_TRANSLATE_NOOP("options", "How much of the last step goes into this one"),
    )
    weight_decay: float = weight_decay()

    def update(self, weights: Array, gradient: Array, rate: float, memory: Memory, count: int) -> None:
        velocity = memory["velocity"]
        velocity *= self.momentum
        velocity += decayed(gradient, weights, self.weight_decay)
        weights -= rate * velocity


optimisers.add(Momentum.name, Momentum)
