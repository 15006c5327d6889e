"""The rate falls by a factor every so many updates, as in PyTorch's StepLR."""

from dataclasses import dataclass
from typing import final

from rnnviz.network.schedules.base import Schedule, schedules
from rnnviz.options import option
from rnnviz.words import QT_TRANSLATE_NOOP


@final
@dataclass(frozen=True)
class Step(Schedule):
    name = "step"

    step_every: int = option(
        1000,
        QT_TRANSLATE_NOOP("options", "Step every"),
        QT_TRANSLATE_NOOP("options", "How many updates lie between two steps of the rate"),
        minimum=1,
        maximum=100_000_000,
    )
    step_factor: float = option(
        0.5,
        QT_TRANSLATE_NOOP("options", "Step factor"),
        QT_TRANSLATE_NOOP("options", "What the rate is multiplied by at each step"),
        above=0.0,
        maximum=1.0,
    )

    def share(self, done: int) -> float:
        return float(self.step_factor ** (done // self.step_every))


schedules.add(Step.name, Step)
