"""Momentum that looks ahead: v <- m v + g, w <- w - rate * (g + m v).

Nesterov, Y. (1983). A method of solving a convex programming problem with convergence rate O(1/k^2). Soviet
Mathematics Doklady 27(2). In the form of Sutskever, I. et al. (2013), On the importance of initialization and momentum
in deep learning, that PyTorch has.
"""

from dataclasses import dataclass
from typing import final

from rnnviz.network.optimisers.base import Array, Memory, Optimiser, decayed, optimisers, share, weight_decay
from rnnviz.words import QT_TRANSLATE_NOOP


@final
@dataclass(frozen=True)
class Nesterov(Optimiser):
    name = "nesterov"
    source = "Nesterov 1983"
    place = 3
    remembers = ("velocity",)

    momentum: float = share(
        0.9,
        QT_TRANSLATE_NOOP("options", "Momentum"),
        QT_TRANSLATE_NOOP("options", "How much of the last step goes into this one"),
    )
    weight_decay: float = weight_decay()

    def update(self, weights: Array, gradient: Array, rate: float, memory: Memory, count: int) -> None:
        gradient = decayed(gradient, weights, self.weight_decay)
        velocity = memory["velocity"]
        velocity *= self.momentum
        velocity += gradient
        weights -= rate * (gradient + self.momentum * velocity)


optimisers.add(Nesterov.name, Nesterov)
