"""How many units of a gate stand where its sigmoid or tanh is flat, and lets next to no gradient through.

The thresholds: a sigmoid below 0.05 or above 0.95, where its slope is less than 0.05 (it is 0.25 at its steepest); a
tanh beyond 0.95 in either direction, where its slope is less than 0.1 (1 at its steepest). Karpathy, A., Johnson, J.
and Fei-Fei, L. (2015). Visualizing and understanding recurrent networks, arXiv:1506.02078, look at gates in this way,
with 0.1 and 0.9.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from rnnviz.cells.base import Gate
from rnnviz.gradients.base import Array
from rnnviz.network.results import Trace

SIGMOID = (0.05, 0.95)
TANH = 0.95


@dataclass(frozen=True, eq=False)
class Saturation:
    """Shares in [0, 1] of a gate's units at each clock (T,), or of its clocks for each unit (H,): low (closed, or near
    -1), high (open, or near 1)."""

    low: Array
    high: Array

    @property
    def share(self) -> float:
        """Of all values, low or high."""
        return float((self.low + self.high).mean())


def saturation(trace: Trace, sequence: int | None = None) -> dict[str, Saturation]:
    """By gate, of the top layer: the shares over the units of one sequence of the batch, or of all of them.

    Gates whose kind is neither sigmoid nor tanh (states, rectified and linear units) cannot saturate and are left out.
    """
    which = slice(None) if sequence is None else slice(sequence, sequence + 1)
    gates = trace.passes.cell.gates
    values = {gate.name: trace[gate.name][:, which] for gate in gates}
    return saturation_of({name: array.reshape(len(array), -1) for name, array in values.items()}, gates)


def saturation_of(
    values: Mapping[str, Array], gates: Iterable[Gate], over: Literal["units", "clocks"] = "units"
) -> dict[str, Saturation]:
    """The same from arrays (T, units) by name; over: what the shares are of."""
    axis = 1 if over == "units" else 0
    result = {}
    for gate in gates:
        if gate.kind == "state" or gate.name not in values:
            continue
        low, high = SIGMOID if gate.kind == "sigmoid" else (-TANH, TANH)
        array = values[gate.name]
        result[gate.name] = Saturation(np.mean(array < low, axis=axis), np.mean(array > high, axis=axis))
    return result
