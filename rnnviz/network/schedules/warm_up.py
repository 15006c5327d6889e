"""The rate climbs in equal steps to the whole of it, and stays there.

Goyal, P. et al. (2017). Accurate, large minibatch SGD: training ImageNet in 1 hour. arXiv:1706.02677.
"""

from dataclasses import dataclass
from typing import final

from rnnviz.network.schedules.base import Schedule, schedules
from rnnviz.options import option
from rnnviz.words import QT_TRANSLATE_NOOP


@final
@dataclass(frozen=True)
class WarmUp(Schedule):
    name = "warm-up"

    warm_up_updates: int = option(
        200,
        QT_TRANSLATE_NOOP("options", "Climbs over"),
        QT_TRANSLATE_NOOP("options", "How many updates the rate takes to climb"),
        minimum=1,
        maximum=100_000_000,
    )

    def share(self, done: int) -> float:
        return min((done + 1) / self.warm_up_updates, 1.0)


schedules.add(WarmUp.name, WarmUp)
