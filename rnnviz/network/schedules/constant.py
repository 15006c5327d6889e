"""The same rate for ever."""

from dataclasses import dataclass
from typing import final

from rnnviz.network.schedules.base import Schedule, schedules


@final
@dataclass(frozen=True)
class Constant(Schedule):
    name = "constant"

    def share(self, done: int) -> float:
        return 1.0


schedules.add(Constant.name, Constant)
