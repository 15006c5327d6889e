"""NVIDIA's GPUs by CuPy, whose arrays take NumPy's functions.

Okuta, R. et al. (2017). CuPy: a NumPy-compatible library for NVIDIA GPU calculations. LearningSys workshop at NIPS.
"""

import threading
from functools import lru_cache
from typing import Any, final

import numpy as np

from rnnviz.devices.base import Array, Device, Launch, devices
from rnnviz.devices.kernels import THREADS, Kernel
from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP

SECONDS = 20.0  # in which import, allocation and product must be done; the first use of a driver takes some of them


@final
class CuPy(Device):
    name = "cupy"
    title = "CuPy"

    def problem(self) -> InputError | None:
        return _problem()

    def describe(self) -> str:
        import cupy

        found = cupy.cuda.runtime.getDeviceProperties(0)
        return f"{found['name'].decode()}, {found['totalGlobalMem'] / 1e9:.0f} GB, CuPy {cupy.__version__}"

    def array(self, given: Array) -> Array:
        import cupy

        copy: Array = cupy.array(given)
        return copy

    def launcher(self, kernel: Kernel, dtype: Any) -> Launch:
        import cupy

        compiled = cupy.RawKernel(kernel.source(dtype), kernel.name)

        def launch(*arrays: Array) -> None:
            count = arrays[0].size
            compiled((-(-count // THREADS),), (THREADS,), (np.int32(count), *arrays))

        return launch


def _product() -> None:
    """CuPy imports without a GPU; only an allocation and a product tell."""
    import cupy

    ones = cupy.ones((2, 2))
    if float((ones @ ones).sum()) != 8.0:
        raise ArithmeticError("1 + 1 is not 2")


@lru_cache(maxsize=1)
def _problem() -> InputError | None:
    """A driver may hang as well as fail: it is tried in a thread that nobody has to wait for."""
    found: list[Exception | None] = []

    def attempt() -> None:
        try:
            _product()
        except Exception as error:  # CuPy has errors of its own, of many types, where there is no driver
            found.append(error)
        else:
            found.append(None)

    thread = threading.Thread(target=attempt, name="rnnviz-cupy", daemon=True)
    thread.start()
    thread.join(SECONDS)
    if not found:
        return InputError(
            QT_TRANSLATE_NOOP("errors", "The GPU did not answer within {seconds:g} seconds: choose the backend numpy."),
            seconds=SECONDS,
        )
    if isinstance(found[0], ImportError):
        return InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The backend cupy needs CuPy, which is not installed: on a machine with an NVIDIA GPU, "
                "pip install 'rnnviz[gpu]'; everywhere else choose numpy or auto.",
            )
        )
    if found[0] is not None:
        return InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The backend cupy finds no NVIDIA GPU that works here ({reason}): look at the driver, or choose numpy "
                "or auto.",
            ),
            reason=(str(found[0]).splitlines() or [type(found[0]).__name__])[0],
        )
    return None


devices.add(CuPy.name, CuPy())
