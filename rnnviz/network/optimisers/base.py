"""What every optimiser is: options, and an update in place on the one vector that holds every parameter.

The formulas are PyTorch's, so that a run can be compared number by number. What a method remembers from update to
update is kept apart from its options, so that an option can be changed in the middle of a run.
"""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.options import option, validate
from rnnviz.registry import Registry
from rnnviz.words import QT_TRANSLATE_NOOP

Array = NDArray[Any]
Memory = dict[str, Array]


class Optimiser(ABC):
    """A frozen dataclass whose fields are the method's options."""

    name: ClassVar[str]  # what people type
    source: ClassVar[str]  # paper, year
    place: ClassVar[int]  # in the menu: the simple before the elaborate
    usual_rate: ClassVar[float] = 0.01  # where to begin with this method
    remembers: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        validate(self)

    def begin(self, weights: Array) -> Memory:
        """What is known before the first update of weights (N,)."""
        return {name: np.zeros_like(weights) for name in self.remembers}

    @abstractmethod
    def update(self, weights: Array, gradient: Array, rate: float, memory: Memory, count: int) -> None:
        """Change the weights (N,) and the memory in place; the gradient (N,) is left as it is. count: 1 at the first
        update of this memory."""


def decayed(gradient: Array, weights: Array, decay: float) -> Array:
    """The gradient of the loss plus decay / 2 times the sum of the squared weights."""
    return gradient + decay * weights if decay else gradient


def weight_decay(default: float = 0.0) -> Any:
    """The option that most methods share."""
    return option(
        default,
        QT_TRANSLATE_NOOP("options", "Weight decay"),
        QT_TRANSLATE_NOOP("options", "Pulls every parameter towards 0, biases as well"),
        minimum=0.0,
        maximum=10.0,
    )


def share(default: float, title: str, help: str) -> Any:
    """An option that is a share of what was before: 0 to just below 1."""
    return option(default, title, help, minimum=0.0, maximum=0.999999)


def epsilon(default: float) -> Any:
    """The option that keeps a divisor from being 0."""
    return option(
        default,
        QT_TRANSLATE_NOOP("options", "Epsilon"),
        QT_TRANSLATE_NOOP("options", "Added to the divisor, so that it is never 0"),
        above=0.0,
        maximum=1.0,
    )


optimisers: Registry[type[Optimiser]] = Registry(QT_TRANSLATE_NOOP("kinds", "optimiser"), "rnnviz.network.optimisers")


def optimiser_names() -> tuple[str, ...]:
    """Every name, in the order of the menu."""
    return tuple(sorted(optimisers, key=lambda name: optimisers[name].place))
