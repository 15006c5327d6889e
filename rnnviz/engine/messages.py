"""What goes into the engine's thread and what comes out: frozen records only.

`model` counts the networks built and `shown` the sequences put on the stage; every snapshot repeats both, so that the
window drops what an older request produced.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rnnviz.engine.place import NUMPY, Fault
from rnnviz.errors import InputError
from rnnviz.gradients.alarms import Alarm
from rnnviz.network.held import Held, nothing_held
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.tasks.base import Task

Array = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class Model:
    """A network at one moment of its training: read-only parameters by PyTorch's names, and the updates behind them.

    loss and accuracy are those of the held-out sequences at that moment; NaN before the first update,
    and after an edit. edited: whether a person changed weights by hand, besides what the updates did.
    """

    spec: NetworkSpec
    parameters: Mapping[str, Array]
    updates: int = 0
    loss: float = float("nan")
    accuracy: float = float("nan")
    edited: bool = False


@dataclass(frozen=True, eq=False)
class Build:
    """Make this model the one that runs and learns. Learning stops; the optimiser starts afresh."""

    model: int
    network: Model
    task: Task
    training: TrainingSpec


@dataclass(frozen=True, eq=False)
class Show:
    """Trace this sequence, now and after updates: x (T, D), target (T, O), mask (T,). held: numbers that stand where
    others would be computed, in this trace; learning goes on without them."""

    shown: int
    x: Array
    target: Array
    mask: Array
    held: Held = field(default_factory=nothing_held)


@dataclass(frozen=True)
class Configure:
    """Another optimiser, rate, clipping or batch size from the next update on; the weights stay."""

    training: TrainingSpec


@dataclass(frozen=True)
class Look:
    """Compute this with every trace from now on: one of `rnnviz.gradients.look.LOOKS`, or nothing for “”; of this layer
    and direction, and of clocks first, ..., last - 1, from 0; None for all."""

    name: str = ""
    layer: int = -1
    reverse: bool = False
    first: int = 0
    last: int | None = None


@dataclass(frozen=True)
class Train:
    """Learn for so many updates, or until Pause."""

    updates: int | None = None


@dataclass(frozen=True)
class Pause:
    """Stop learning after the update in hand."""


@dataclass(frozen=True)
class Stopped:
    """Learning ended by itself after so many updates; the weights are those of update `best`, the one with the lowest
    held-out loss. loss and accuracy are those of the held-out sequences at that update."""

    updates: int
    best: int
    loss: float
    accuracy: float


Command = Build | Show | Configure | Look | Train | Pause


@dataclass(frozen=True, eq=False)
class Exam:
    """How a network did on the held-out sequences, and on the test where the task has one (else NaN); accuracies in
    [0, 1]. confusion: see `History`."""

    loss: float
    accuracy: float
    test_loss: float = float("nan")
    test_accuracy: float = float("nan")
    confusion: NDArray[np.int64] | None = None


@dataclass(frozen=True, eq=False)
class History:
    """The course of learning, each entry one recorded update of N (the last one always among them).

    updates, loss, accuracy (N,) of the training batches; gradient_norms (N,) over all parameters, before clipping.
    penalty (N,): what L1 and L2 cost; it is learned from, and not part of any loss here.
    validation_updates, validation_loss, validation_accuracy (M,): the same held-out sequences each time; test_loss and
    test_accuracy (M,): a third set, NaN where the task has none. confusion (O, O): how many clocks of the last
    validation have the class of the row and got the answer of the column, without those where no answer stands out;
    None where there are no classes, or more than 32. loss_name: mse, cross_entropy or binary_cross_entropy. stopped:
    set when early stopping ended it.
    backend: “NumPy” or “CuPy”, what computed the last update; empty before the first. fault: set when a device failed.
    At most a few thousand entries are kept: when there are more, every second one goes.
    """

    updates: NDArray[np.int64]
    loss: NDArray[np.float64]
    accuracy: NDArray[np.float64]
    gradient_norms: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    validation_updates: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    validation_loss: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    validation_accuracy: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    test_loss: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    test_accuracy: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    penalty: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    confusion: NDArray[np.int64] | None = None
    loss_name: str = ""
    stopped: Stopped | None = None
    backend: str = ""
    fault: Fault | None = None

    @property
    def perplexity(self) -> NDArray[np.float64]:
        """exp(loss) (N,): between how many equally likely classes the network wavers; NaN without cross-entropy."""
        return self._perplexity(self.loss)

    @property
    def validation_perplexity(self) -> NDArray[np.float64]:
        """(M,)"""
        return self._perplexity(self.validation_loss)

    @property
    def test_perplexity(self) -> NDArray[np.float64]:
        """(M,)"""
        return self._perplexity(self.test_loss)

    def _perplexity(self, loss: NDArray[np.float64]) -> NDArray[np.float64]:
        if self.loss_name != "cross_entropy":
            return np.full_like(loss, np.nan)
        with np.errstate(over="ignore"):
            return np.exp(loss)


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Everything that can be seen of the network on one sequence, computed with `network.parameters`.

    trace: (T, units) arrays of the top layer by name: x, s (the output), h, c and the gates; where there are
    several layers or directions, those of each by PyTorch's suffixes, “h_l0”, “f_l1_reverse”, and in a
    bidirectional network the plain name is both directions of the top layer side by side. gradients, norms: the
    same. gradients: (T, units) arrays: dL/dh_t as "h", dL/dc_t as "c", the gates' pre-activations by their letter
    (the Elman unit's as "h_pre"), "x", and "s", the outputs before softmax or sigmoid. norms: (T,) Euclidean norms
    of the same over the units. loss: of the sequence on the stage; NaN where its mask is all 0. truncated: (k1, k2)
    where the gradients are those of truncated BPTT, None where they are the true ones. extra: what was asked for
    with `Look`, by its name; looked_at: of which layer, direction and clocks it is; extra_problem: why it is not
    there. update_ratios: ||w_after - w_before|| / ||w_before|| of the last update, by parameter; empty before the
    first. alarms: of all layers. has_x, has_s: (T,) of booleans, at which
    clocks the network's scenario has an input from outside and an answer; None when no sequence is shown. held: the
    numbers of the trace that a person holds; no derivative flows through those of its clocks, and where there are
    any, the gradients are never truncated. backend: what computed this trace, as in `History`. All arrays are
    read-only.

    trace, gradients and norms are empty when no sequence is shown (then `shown` is -1) and when a request failed.
    While a slow trace is under way, `network` stays the one traced last and only `history` goes on.
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
    truncated: tuple[int, int] | None = None
    extra: Mapping[str, Array] = field(default_factory=dict)
    looked_at: Look = field(default_factory=Look)
    extra_problem: InputError | None = None
    update_ratios: Mapping[str, float] = field(default_factory=dict)
    alarms: tuple[Alarm, ...] = ()
    has_x: Array | None = None
    has_s: Array | None = None
    held: Held = field(default_factory=nothing_held)
    backend: str = NUMPY
