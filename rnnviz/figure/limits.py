"""Where the colours of activations end: fixed for a sequence, so that nothing rescales while it plays."""

import math
from collections.abc import Mapping

import numpy as np

from rnnviz.engine.messages import Array

_ACTIVATIONS = ("x", "h", "s")


def round_up(size: float) -> float:
    """The smallest of 1, 2, 5, 10, 20, 50, ... that is not below the size; at least 1, which is also for what is not
    finite."""
    if not 1 < size < math.inf:
        return 1.0
    power = 10.0 ** math.floor(math.log10(size))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= size)


def limit_of(trace: Mapping[str, Array]) -> float:
    """One end for inputs, hidden units and outputs of all layers, from all clocks (T, units) of a trace."""
    arrays = [array for name, array in trace.items() if name.split("_l")[0] in _ACTIVATIONS]
    finite = (np.abs(array[np.isfinite(array)]) for array in arrays)
    return round_up(max((float(sizes.max()) for sizes in finite if sizes.size), default=0.0))


def written(limit: float) -> str:
    """“1”, “50”, “2e6”."""
    return f"{limit:.0f}" if limit < 1e5 else f"{limit:.0e}".replace("e+0", "e").replace("e+", "e")
