"""Adam: momentum and RMSProp together, both corrected for having begun at 0.

Kingma, D. and Ba, J. (2015). Adam: a method for stochastic optimization. arXiv:1412.6980.
"""

from dataclasses import dataclass
from typing import Any, final

import numpy as np

from rnnviz.network.optimisers.base import Array, Memory, Optimiser, decayed, epsilon, optimisers, share, weight_decay
from rnnviz.words import QT_TRANSLATE_NOOP


def beta1() -> Any:
    return share(
        0.9,
        QT_TRANSLATE_NOOP("options", "Beta 1"),
        QT_TRANSLATE_NOOP("options", "How much of the old mean of gradients stays"),
    )


def beta2() -> Any:
    return share(
        0.999,
        QT_TRANSLATE_NOOP("options", "Beta 2"),
        QT_TRANSLATE_NOOP("options", "How much of the old mean of squared gradients stays"),
    )


def change(gradient: Array, rate: float, betas: tuple[float, float], small: float, memory: Memory, count: int) -> Array:
    """The step that Adam and AdamW take, to be subtracted; brings the two means up to date."""
    first, second = betas
    mean, square = memory["mean"], memory["square"]
    mean *= first
    mean += (1 - first) * gradient
    square *= second
    work = gradient * gradient
    work *= 1 - second
    square += work
    np.sqrt(square, work)
    work /= (1 - second**count) ** 0.5
    work += small
    np.divide(mean, work, work)
    work *= rate / (1 - first**count)
    return work


@final
@dataclass(frozen=True)
class Adam(Optimiser):
    name = "adam"
    source = "Kingma and Ba 2015"
    place = 7
    remembers = ("mean", "square")

    beta1: float = beta1()
    beta2: float = beta2()
    epsilon: float = epsilon(1e-8)
    weight_decay: float = weight_decay()

    def update(self, weights: Array, gradient: Array, rate: float, memory: Memory, count: int) -> None:
        gradient = decayed(gradient, weights, self.weight_decay)
        weights -= change(gradient, rate, (self.beta1, self.beta2), self.epsilon, memory, count)


optimisers.add(Adam.name, Adam)
