"""What every schedule is: options, and the share of the learning rate that the next update uses."""

from abc import ABC, abstractmethod
from typing import ClassVar

from rnnviz.options import validate
from rnnviz.registry import Registry
from rnnviz.words import QT_TRANSLATE_NOOP


class Schedule(ABC):
    """A frozen dataclass whose fields are the schedule's options."""

    name: ClassVar[str]  # what people type

    def __post_init__(self) -> None:
        validate(self)

    @abstractmethod
    def share(self, done: int) -> float:
        """What the learning rate is multiplied by in the update that comes after `done` updates, in [0, 1]."""


schedules: Registry[type[Schedule]] = Registry(QT_TRANSLATE_NOOP("kinds", "schedule"), "rnnviz.network.schedules")
