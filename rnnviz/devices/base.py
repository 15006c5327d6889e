"""Where arrays can live besides this machine's own memory.

The engine is written with NumPy's functions, and these call a device's own where they are given its arrays
(`__array_ufunc__`, `__array_function__`; new arrays by `like=`, see NEP 13, 18 and 35). So there is one engine, and
only the border is crossed in so many words: `beside` brings in, `host` brings out. Random numbers are always drawn by
NumPy on this machine: the same seed gives the same bits wherever they are used.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.devices.kernels import Kernel
from rnnviz.errors import InputError
from rnnviz.registry import Registry

Array = NDArray[Any]
Launch = Callable[..., None]

BACKENDS = ("auto", "numpy", "cupy")
# Multiplications a clock from which “auto” asks for a device. An assumption, not a measurement: a launch costs some
# microseconds, in which one core multiplies some ten thousand numbers, and a clock needs a handful of launches.
WORTH = 10_000_000


class Device(ABC):
    """A kind of array other than NumPy's. There is one object of each."""

    name: ClassVar[str]  # what people type
    title: ClassVar[str]  # what they read

    @abstractmethod
    def problem(self) -> InputError | None:
        """Why it cannot be used here, in a sentence that says what to install; None when an allocation and a product
        have succeeded. Tried once; the answer is kept."""

    @abstractmethod
    def describe(self) -> str:
        """What was found, for `rnnviz doctor`; only where there is no problem."""

    @abstractmethod
    def array(self, given: Array) -> Array:
        """A copy of a NumPy array there."""

    @abstractmethod
    def launcher(self, kernel: Kernel, dtype: Any) -> Launch:
        """A function of the kernel's arrays, in the order of `Kernel.arguments`: one launch."""


devices: Registry[Device] = Registry("device", "rnnviz.devices")


def beside(array: Array, other: Array) -> Array:
    """The array, where `other` is."""
    return array if type(array) is type(other) else np.asarray(array, like=other)


def host(array: Any) -> Array:
    """The array in this machine's memory: itself, or a copy of a device's."""
    result: Array = array if is_here(array) else array.get()
    return result


def is_here(array: Any) -> bool:
    """Whether an array is in this machine's memory."""
    return isinstance(array, np.ndarray)


def choose(backend: str, work: float) -> Device | None:
    """The device to use for `backend`, one of `BACKENDS`; None is NumPy. work: multiplications a clock.

    Errors: InputError where a device is asked for by its name and cannot be used.
    """
    if backend == "numpy" or (backend == "auto" and work < WORTH):
        return None
    device = devices["cupy" if backend == "auto" else backend]
    problem = device.problem()
    if problem is None:
        return device
    if backend == "auto":
        return None
    raise problem
