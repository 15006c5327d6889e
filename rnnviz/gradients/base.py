"""What every method of computing a gradient is, and the registry that finds it by name."""

from abc import ABC, abstractmethod
from collections.abc import Generator, Mapping
from typing import Any, ClassVar

from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.network.network import Network
from rnnviz.network.passes import Passes
from rnnviz.network.results import Gradients
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.registry import Registry
from rnnviz.words import QT_TRANSLATE_NOOP, translate

Array = NDArray[Any]


class Method(ABC):
    """One way from a loss to dL/d(parameters). An instance keeps work arrays for the network that it is used with."""

    name: ClassVar[str]  # what people type
    title: ClassVar[str]  # what they read, marked for translation in the context "gradients"
    source: ClassVar[str]  # paper, year
    forward_only: ClassVar[bool] = True  # whether it needs a network that runs forward in time

    def __init__(self, k1: int = 1, k2: int = 1) -> None:
        """k1, k2: see truncated BPTT; the exact methods have no use for them."""
        self.k1, self.k2 = k1, k2

    def check(self, spec: NetworkSpec) -> None:
        """Errors: InputError where the method needs to go forward in time and the network is bidirectional: half of it
        begins at the end, and there is no “so far”."""
        if self.forward_only and spec.direction != "forward":
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The gradient “{name}” needs a network that runs forward in time; this one is {direction}.",
                ),
                name=self.name,
                direction=translate("choices", spec.direction),
            )

    def extra(self, spec: NetworkSpec, steps: int, batch: int, record: str, apart: bool = False) -> float:
        """Bytes that `derive` needs besides the arrays of the passes it is given, see `rnnviz.network.room`."""
        return 0.0

    @abstractmethod
    def derive(
        self,
        network: Network,
        passes: Passes,
        x: Array,
        target: Array,
        loss: str,
        state: Mapping[str, Array] | None = None,
        mask: Array | None = None,
        *,
        to_inputs: bool = False,
    ) -> Generator[None, None, Gradients]:
        """As `Network.derive`: x (T, B, D), target (T, B, O), mask (T, B), all unchecked; yields where it may stop."""


methods: Registry[type[Method]] = Registry(QT_TRANSLATE_NOOP("kinds", "gradient"), "rnnviz.gradients.methods")


def make_method(training: TrainingSpec) -> Method:
    """The method that the settings ask for."""
    return methods[training.gradient](training.k1, training.k2)


def refusals(spec: NetworkSpec) -> dict[str, str]:
    """The methods that this network cannot be trained with, and a sentence that says why."""
    found = {}
    for name in methods:
        try:
            methods[name]().check(spec)
        except InputError as reason:
            found[name] = str(reason)
    return found
