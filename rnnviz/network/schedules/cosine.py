"""The rate falls along half a cosine, from the whole of it to a floor, and stays there.

Loshchilov, I. and Hutter, F. (2017). SGDR: stochastic gradient descent with warm restarts. arXiv:1608.03983; without
the restarts, as in PyTorch's CosineAnnealingLR.
"""

from dataclasses import dataclass
from math import cos, pi
from typing import final

from rnnviz.network.schedules.base import Schedule, schedules
from rnnviz.options import option
from rnnviz.words import QT_TRANSLATE_NOOP


@final
@dataclass(frozen=True)
class Cosine(Schedule):
    name = "cosine"

    cosine_updates: int = option(
        2000,
        QT_TRANSLATE_NOOP("options", "Falls over"),
        QT_TRANSLATE_NOOP("options", "How many updates the rate takes to fall"),
        minimum=1,
        maximum=100_000_000,
    )
    cosine_floor: float = option(
        0.0,
        QT_TRANSLATE_NOOP("options", "Floor"),
        QT_TRANSLATE_NOOP("options", "The share of the learning rate that is left in the end"),
        minimum=0.0,
        maximum=1.0,
    )

    def share(self, done: int) -> float:
        way = min(done / self.cosine_updates, 1.0)
        return self.cosine_floor + (1 - self.cosine_floor) * (1 + cos(pi * way)) / 2


schedules.add(Cosine.name, Cosine)
