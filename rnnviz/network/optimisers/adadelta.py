"""AdaDelta: RMSProp whose rate is the running root mean square of its own steps, so that units agree.

Zeiler, M. (2012). ADADELTA: an adaptive learning rate method. arXiv:1212.5701. The paper has no rate: leave it at 1.
"""

from dataclasses import dataclass
from typing import final

import numpy as np

from rnnviz.network.optimisers.base import Array, Memory, Optimiser, decayed, epsilon, optimisers, share, weight_decay
from rnnviz.words import QT_TRANSLATE_NOOP


@final
@dataclass(frozen=True)
class AdaDelta(Optimiser):
    name = "adadelta"
    source = "Zeiler 2012"
    place = 6
    usual_rate = 1.0
    remembers = ("square", "step")

    rho: float = share(
        0.9,
        QT_TRANSLATE_NOOP("options", "Rho"),
        QT_TRANSLATE_NOOP("options", "How much of the old means of squared gradients and steps stays"),
    )
    epsilon: float = epsilon(1e-6)
    weight_decay: float = weight_decay()

    def update(self, weights: Array, gradient: Array, rate: float, memory: Memory, count: int) -> None:
        gradient = decayed(gradient, weights, self.weight_decay)
        square, step = memory["square"], memory["step"]
        square *= self.rho
        square += (1 - self.rho) * gradient * gradient
        change = np.sqrt(step + self.epsilon) / np.sqrt(square + self.epsilon) * gradient
        step *= self.rho
        step += (1 - self.rho) * change * change
        weights -= rate * change


optimisers.add(AdaDelta.name, AdaDelta)
