"""Where the engine's work is done: on a device as long as one is wanted and holds, and here otherwise."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeVar, final

from rnnviz.devices.base import Device, choose
from rnnviz.errors import InputError
from rnnviz.network.network import Network
from rnnviz.words import QT_TRANSLATE_NOOP, translate

NUMPY = "NumPy"
Paused = TypeVar("Paused")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Fault:
    """A device failed: from the update after `updates` on, that one included, NumPy does the work. `str` is one
    sentence in the language of the interface."""

    title: str
    updates: int
    reason: str

    def __str__(self) -> str:
        words = QT_TRANSLATE_NOOP(
            "engine", "{title} failed after {updates} updates ({reason}); NumPy goes on from the same weights."
        )
        return translate("engine", words).format(title=self.title, updates=self.updates, reason=self.reason)


@final
class Place:
    """Shared by all that works for one network. A device that failed is left alone until the backend is chosen anew."""

    def __init__(self, backend: str = "numpy") -> None:
        self.fault: Fault | None = None
        self._backend = backend

    def turn_to(self, backend: str) -> None:
        """Use this one, of `rnnviz.devices.base.BACKENDS`, from now on."""
        if backend != self._backend:
            self._backend, self.fault = backend, None

    def device(self, network: Network, batch: int) -> Device | None:
        """Where to learn from so many sequences at once; None for here.

        Errors: InputError where a device is asked for by its name and cannot be used."""
        # Each parameter is multiplied once a clock for each sequence, biases aside.
        return None if self.fault is not None else choose(self._backend, network.vector.size * batch)

    def any_device(self, network: Network, batch: int) -> Device | None:
        """The same for what is only looked at: here, where the device asked for cannot be used."""
        try:
            return self.device(network, batch)
        except InputError:
            return None

    def attempt(
        self,
        work: Callable[[Device | None], Generator[Paused, None, Result]],
        device: Device | None,
        updates: int,
    ) -> Generator[Paused, None, Result]:
        """The work on the device; when that fails, in whatever way, the same work here. It must change nothing here
        before it has succeeded. An InputError is about the work and goes through."""
        return work(None) if device is None else self._attempt(work, device, updates)

    def _attempt(
        self, work: Callable[[Device | None], Generator[Paused, None, Result]], device: Device, updates: int
    ) -> Generator[Paused, None, Result]:
        try:
            return (yield from work(device))
        except InputError:
            raise
        except Exception as error:  # a device has errors of its own, of many types, and memory runs out anywhere
            reason = (str(error).splitlines() or [""])[0] or type(error).__name__
            self.fault = Fault(device.title, updates, reason)
        return (yield from work(None))
