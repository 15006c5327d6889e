"""RMSProp: the gradient divided by a running root mean square: s <- a s + (1 - a) g^2, w <- w - rate * g / sqrt(s).

Tieleman, T. and Hinton, G. (2012). Lecture 6.5, RMSProp. Neural networks for machine learning, Coursera. As in
PyTorch, a is 0.99 (the lecture has 0.9) and epsilon stands outside of the root.
"""

from dataclasses import dataclass
from typing import final

import numpy as np

from rnnviz.network.optimisers.base import Array, Memory, Optimiser, decayed, epsilon, optimisers, share, weight_decay
from rnnviz.words import QT_TRANSLATE_NOOP


@final
@dataclass(frozen=True)
class RMSProp(Optimiser):
    name = "rmsprop"
    source = "Tieleman and Hinton 2012"
    place = 5
    remembers = ("square",)

    alpha: float = share(
        0.99,
        QT_TRANSLATE_NOOP("options", "Alpha"),
        QT_TRANSLATE_NOOP("options", "How much of the old mean of squared gradients stays"),
    )
    epsilon: float = epsilon(1e-8)
    weight_decay: float = weight_decay()

    def update(self, weights: Array, gradient: Array, rate: float, memory: Memory, count: int) -> None:
        gradient = decayed(gradient, weights, self.weight_decay)
        square = memory["square"]
        square *= self.alpha
        square += (1 - self.alpha) * gradient * gradient
        weights -= rate * gradient / (np.sqrt(square) + self.epsilon)


optimisers.add(RMSProp.name, RMSProp)
