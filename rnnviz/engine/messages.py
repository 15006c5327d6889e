"""What goes into the engine's thread and what comes out: frozen records only.

`model` counts the networks built and `shown` the sequences put on the stage; every snapshot repeats both, so that the
window drops what an older request produced.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.tasks.base import Task

Array = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class Model:
    """A network at one moment of its training: read-only parameters by PyTorch's names, and the updates behind them.

    loss and accuracy are those of the held-out sequences at that moment; NaN before the first update.
    """

    spec: NetworkSpec
    parameters: Mapping[str, Array]
    updates: int = 0
    loss: float = float("nan")
    accuracy: float = float("nan")


@dataclass(frozen=True, eq=False)
class Build:
    """Make this model the one that runs and learns. Learning stops; the optimiser starts afresh."""

    model: int
    network: Model
    task: Task
    training: TrainingSpec


@dataclass(frozen=True, eq=False)
class Show:
    """Trace this sequence, now and after updates: x (T, D), target (T, O), mask (T,)."""

    shown: int
    x: Array
    target: Array
    mask: Array


@dataclass(frozen=True)
class Configure:
    """Another optimiser, rate, clipping or batch size from the next update on; the weights stay."""

    training: TrainingSpec


@dataclass(frozen=True)
class Train:
    """Learn for so many updates, or until Pause."""

    updates: int | None = None


@dataclass(frozen=True)
class Pause:
    """Stop learning after the update in hand."""


Command = Build | Show | Configure | Train | Pause


@dataclass(frozen=True, eq=False)
class History:
    """One entry a recorded update: updates (N,), loss (N,), accuracy (N,) of the training batches."""

    updates: NDArray[np.int64]
    loss: NDArray[np.float64]
    accuracy: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Everything that can be seen of the network on one sequence, computed with `network.parameters`.

    trace: (T, units) arrays by name: x, s (the output), h, c and the gates. gradients: (T, units) arrays: dL/dh_t as
    "h", dL/dc_t as "c", and the gates' pre-activations by their letter. norms: (T,) Euclidean norms of the same over
    the units. loss: of the sequence on the stage. All arrays are read-only.
    """

    model: int
    shown: int
    network: Model
    trace: Mapping[str, Array]
    gradients: Mapping[str, Array]
    norms: Mapping[str, Array]
    loss: float
    training: bool = False
    updates_per_second: float = 0.0
    history: History | None = None
    problem: InputError | None = field(default=None)
