"""A recurrent network: parameters, run, gradients."""

from collections.abc import Generator, Mapping
from typing import Any, Self, TypeVar, final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rnnviz.cells.base import Cell
from rnnviz.cells.fused.base import on_device
from rnnviz.devices.base import Device
from rnnviz.errors import InputError
from rnnviz.network import check
from rnnviz.network.held import Held
from rnnviz.network.initialisations.base import initialise
from rnnviz.network.losses import loss_and_gradient, loss_name
from rnnviz.network.parameters import cell_of, fill, shapes, size, views
from rnnviz.network.passes import Passes
from rnnviz.network.results import Gradients, Trace
from rnnviz.network.room import DERIVED, check_room
from rnnviz.network.scenario import counted
from rnnviz.network.spec import NetworkSpec
from rnnviz.words import QT_TRANSLATE_NOOP

Array = NDArray[Any]
Result = TypeVar("Result")


@final
class Network:
    """Layers of one kind of cell, forward or bidirectional, and a readout at every clock.

        net = Network(cell="lstm", inputs=2, hidden=3, outputs=2, output="softmax", seed=7)
        trace = net.run(x)                      # x (T, B, D)
        grads = net.gradients(x, target)

    Letters: T time, B batch, D inputs, H hidden, O outputs, L layers (times directions, forward before reverse).
    Parameters have PyTorch's names, shapes and gate order: weight_ih_l0 (G*H, D), weight_hh_l0 (G*H, H), bias_ih_l0 and
    bias_hh_l0 (G*H,), with G 1 (Elman), 4 (LSTM: i f g o) or 3 (GRU: r z n), more layers under _l1, _l2, ..., the
    other direction under _reverse; feed-forward has neither weight_hh nor bias_hh; readout.weight (O, H * directions)
    and readout.bias (O,). An LSTM with peepholes also has weight_peephole_l0 (3*H,), order i f o;
    the weight_hh_l0 of a Jordan network is (H, O).
    """

    def __init__(
        self,
        cell: str = "lstm",
        inputs: int = 2,
        hidden: int = 3,
        outputs: int = 2,
        layers: int = 1,
        direction: str = "forward",
        output: str = "linear",
        seed: int = 0,
        dtype: str = "float64",
        activation: str = "tanh",
        **options: Any,
    ) -> None:
        """options: the other fields of `NetworkSpec` by name: initialisation, forget_bias (added to the forget gate's
        bias_hh; Gers et al. 2000, Jozefowicz et al. 2015), peepholes, reset, scenario and encoder (see
        `rnnviz.network.scenario`).

        Errors: InputError (a ValueError) for a value that `NetworkSpec` does not accept, TypeError for a name that it
        does not have.
        """
        self._begin(
            NetworkSpec(
                cell=cell,
                inputs=inputs,
                hidden=hidden,
                outputs=outputs,
                layers=layers,
                direction=direction,
                output=output,
                seed=seed,
                dtype=str(np.dtype(dtype)) if isinstance(dtype, type) else dtype,
                activation=activation,
                **options,
            )
        )
        self._initialise()

    @classmethod
    def from_spec(cls, spec: NetworkSpec, parameters: Mapping[str, Any] | None = None) -> Self:
        """The network that the record describes, with these parameters, or untrained from its seed."""
        network = cls.__new__(cls)
        network._begin(spec)
        if parameters is None:
            network._initialise()
        else:
            network.load_parameters(parameters)
        return network

    def _begin(self, spec: NetworkSpec, cell: Cell | None = None, vector: Array | None = None) -> None:
        self.spec = spec
        self.cell = cell_of(spec) if cell is None else cell
        self._shapes = shapes(spec, self.cell)
        # every parameter, one after the other, (N,)
        self.vector: Array = np.zeros(size(self._shapes), spec.dtype) if vector is None else vector
        self._parameters = views(self._shapes, self.vector)

    def _initialise(self) -> None:
        spec = self.spec
        initialise(spec.initialisation, spec.seed, spec.hidden, self._parameters)
        if spec.forget_bias is not None and "f" in self.cell.blocks:
            forget = self.cell.blocks.index("f") * spec.hidden
            for name, array in self._parameters.items():
                if name.startswith("bias_hh_"):
                    array[forget : forget + spec.hidden] += spec.forget_bias

    @property
    def parameters(self) -> dict[str, Array]:
        """The arrays in use by name: writing into one changes the network. To replace them: `load_parameters`."""
        return dict(self._parameters)

    def load_parameters(self, mapping: Mapping[str, Any]) -> None:
        """Copy parameters in, all or none. Errors: ValueError that names the parameter that is missing, unknown, not
        finite, or of another shape (then it says both shapes)."""
        fill(self._parameters, mapping)

    def copy(self) -> Self:
        """Another network with the same weights."""
        return self._with(self.cell, self.vector.copy())

    def on(self, device: Device | None) -> Self:
        """A copy with its arrays on the device; the network itself for None."""
        return self if device is None else self._with(on_device(self.cell, device), device.array(self.vector))

    def _with(self, cell: Cell, vector: Array) -> Self:
        twin = type(self).__new__(type(self))
        twin._begin(self.spec, cell, vector)
        return twin

    def run(self, x: ArrayLike, state: Mapping[str, ArrayLike] | None = None) -> Trace:
        """Forward over x (T, B, D), from `state` ({"h": (L, B, H)}, for the LSTM also "c") or from zeros.

        Errors: InputError (a ValueError) for a wrong shape, an empty sequence, NaN or infinity.
        """
        inputs = check.sequence(x, self.spec)
        passes = self.passes(inputs.shape[0], inputs.shape[1], record="values")
        begin = check.state(state, self.spec, self.cell.states, passes.batch)
        with np.errstate(all="ignore"):
            finish(passes.forward(inputs, begin))
        return Trace(passes)

    def gradients(
        self,
        x: ArrayLike,
        target: ArrayLike,
        loss: str | None = "mse",
        state: Mapping[str, ArrayLike] | None = None,
        mask: ArrayLike | None = None,
        record: str = "all",
    ) -> Gradients:
        """Backpropagation through time over the whole of x (T, B, D).

        target (T, B, O); for cross_entropy also class numbers (T, B). loss: mse, cross_entropy, binary_cross_entropy,
        or None for the one that fits the readout. mask (T, B): which clocks of which sequences count in the loss.
        record: what stays of each clock: “all” derivatives, their “norms”, or only what the “loss” needs, in less
        memory, see `rnnviz.network.room`.

        Errors: InputError (a ValueError) for wrong shapes (says both), NaN, infinity, a loss that does not fit, or a
        run that would not fit in memory.
        """
        inputs = check.sequence(x, self.spec)
        if record not in DERIVED:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "“{record}” cannot be recorded of gradients; there is {names}."),
                record=record,
                names=", ".join(DERIVED),
            )
        passes = self.passes(inputs.shape[0], inputs.shape[1], record=record)
        name = loss_name(loss, self.spec.output)
        wanted = check.target(target, self.spec, name, inputs.shape[:2])
        counts = check.mask(mask, self.spec, inputs.shape[:2])
        begin = check.state(state, self.spec, self.cell.states, passes.batch)
        with np.errstate(all="ignore"):
            return finish(self.derive(passes, inputs, wanted, name, begin, counts, to_inputs=True))

    def passes(
        self, steps: int, batch: int, held: Held | None = None, apart: bool = False, record: str = "all"
    ) -> Passes:
        """Arrays for `derive` on sequences of this size, to be used again and again. held: numbers that stand where
        others would be computed. apart: whether dropout will silence units of the memory, see `Passes.silence`. record:
        what stays of each clock, one of `rnnviz.network.room.RECORDS`.

        Errors: InputError when they would not fit in memory."""
        check_room(self.spec, steps, batch, record, apart)
        return Passes(self.spec, self.cell, self._parameters, steps, batch, held=held, apart=apart, record=record)

    def derive(
        self,
        passes: Passes,
        x: Array,
        target: Array,
        loss: str,
        state: Mapping[str, Array] | None = None,
        mask: Array | None = None,
        *,
        to_inputs: bool = False,
    ) -> Generator[None, None, Gradients]:
        """`gradients` in pieces, unchecked and on arrays that are there already; each yield is a place to stop.

        The result reads from `passes`: the next derive with the same ones overwrites it.
        """
        yield from passes.forward(x, state)
        value, d_logits = self.judge(passes, target, loss, mask)
        yield from passes.backward(d_logits, to_inputs=to_inputs)
        return Gradients(passes, value)

    def judge(self, passes: Passes, target: Array, loss: str, mask: Array | None) -> tuple[float, Array]:
        """The loss of what the forward pass in `passes` gave, and dL/d(logits) by each clock's own loss, (T, O[, B]),
        which stays there as `Passes.d_loss`."""
        dtype = self.vector.dtype
        target = target.astype(dtype, copy=False)
        if self.spec.scenario != "many-to-many":
            mask = counted(self.spec, np.ones((passes.steps, passes.batch)) if mask is None else mask)
        weight = None if mask is None else passes.inside(mask.astype(dtype, copy=False)[..., None])
        value, passes.d_loss = loss_and_gradient(
            loss, self.spec.output, passes.logits, passes.output, passes.inside(target), weight, passes.free
        )
        return value, passes.d_loss


def finish(work: Generator[None, None, Result]) -> Result:
    """Run a piecewise computation to its end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: Result = end.value
            return result
