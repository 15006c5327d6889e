"""A model at one moment, and everything that can be seen of it on one sequence."""

from collections.abc import Generator, Iterator, Mapping
from types import MappingProxyType
from typing import final

import numpy as np

from rnnviz.devices.base import Device
from rnnviz.engine.messages import Array, Look, Model, Snapshot
from rnnviz.engine.place import NUMPY, Place
from rnnviz.errors import InputError
from rnnviz.gradients.alarms import alarms
from rnnviz.gradients.base import Method, make_method
from rnnviz.gradients.look import look
from rnnviz.gradients.methods.bptt import BPTT
from rnnviz.gradients.methods.tbptt import TruncatedBPTT
from rnnviz.network import check
from rnnviz.network.fetched import fetched
from rnnviz.network.held import NOTHING_HELD, Held, first_state, fitting, interventions
from rnnviz.network.losses import loss_name
from rnnviz.network.network import Network, finish
from rnnviz.network.parameters import array_name, parts
from rnnviz.network.results import Gradients, Trace
from rnnviz.network.spec import NetworkSpec, TrainingSpec

NOTHING: Mapping[str, Array] = MappingProxyType({})
NO_LOOK = Look()


def fresh(spec: NetworkSpec) -> Model:
    """The untrained model: weights from the seed, no update."""
    return model_of(Network.from_spec(spec))


def model_of(
    network: Network,
    updates: int = 0,
    loss: float = float("nan"),
    accuracy: float = float("nan"),
    edited: bool = False,
) -> Model:
    """The network's weights of this moment, copied and read-only; the others as in `Model`."""
    twin = network.copy()
    twin.vector.flags.writeable = False
    parameters = {}
    for name, array in twin.parameters.items():
        array.flags.writeable = False
        parameters[name] = array
    return Model(network.spec, MappingProxyType(parameters), updates, loss, accuracy, edited)


def evaluation(
    model: Model,
    network: Network,
    x: Array,
    target: Array,
    mask: Array,
    *,
    number: int = 0,
    shown: int = 0,
    training: TrainingSpec | None = None,
    looked_at: Look = NO_LOOK,
    held: Held = NOTHING_HELD,
    place: Place | None = None,
) -> Generator[None, None, Snapshot]:
    """`evaluate` in pieces, on a network that holds the model's weights; place: where, None for here."""
    spec = model.spec
    inputs = check.sequence(np.asarray(x)[:, None], spec)
    size = inputs.shape[:2]
    name = loss_name(None, spec.output)
    wanted = check.target(np.asarray(target)[:, None], spec, name, size)
    # A sequence without a single answer that counts is shown all the same: no loss, and gradients of 0.
    counts = check.mask(np.asarray(mask)[:, None], spec, size) if np.any(mask) else np.zeros(size, spec.dtype)
    held = fitting(held, spec, len(inputs))
    intervened = interventions(held)
    state, extra, extra_problem = first_state(held, spec), {}, None

    def work(device: Device | None) -> Generator[None, None, tuple[Gradients, str, Method]]:
        there, by = network.on(device), BPTT() if intervened else shown_method(training, spec)
        passes = there.passes(size[0], size[1], intervened)
        derived = yield from by.derive(there, passes, inputs, wanted, name, state, counts, to_inputs=True)
        return fetched(derived, network), NUMPY if device is None else device.title, by

    place = place or Place()
    # What is held is put in, and what is looked at besides is made, by the cells here.
    device = None if intervened or looked_at.name else place.any_device(network, 1)
    derived, backend, method = yield from place.attempt(work, device, model.updates)
    trace, passes = derived.trace, derived.passes
    if looked_at.name:
        looked_at = _possible(looked_at, spec, len(inputs))
        which = (looked_at.layer, looked_at.reverse, looked_at.first, looked_at.last)
        try:
            array = yield from look(network, passes, looked_at.name, *which)
        except InputError as problem:
            extra_problem = problem
        else:
            array.flags.writeable = False
            extra[looked_at.name] = array
    truncated = (method.k1, method.k2) if isinstance(method, TruncatedBPTT) else None
    found = alarms(derived, 0, model.updates, truncated is not None)
    yield
    return Snapshot(
        model=number,
        shown=shown,
        network=model,
        trace=_by_name(trace, spec, tuple(gate.name for gate in passes.cell.gates)),
        gradients=(gradients := _by_name(derived, spec, tuple(passes.tapes[0][0].gradients))),
        norms=Norms(gradients),
        loss=derived.loss,
        has_x=trace.has_x,
        has_s=trace.has_s,
        extra=MappingProxyType(extra),
        looked_at=looked_at,
        extra_problem=extra_problem,
        truncated=truncated,
        alarms=found,
        held=held,
        backend=backend,
    )


def _possible(wanted: Look, spec: NetworkSpec, steps: int) -> Look:
    """The same of a layer, direction and clocks that there are: it may have been asked of the network before this."""
    last = steps if wanted.last is None else min(wanted.last, steps)
    layer = spec.layers - 1 if wanted.layer < 0 else min(wanted.layer, spec.layers - 1)
    reverse = wanted.reverse and spec.direction == "bidirectional"
    return Look(wanted.name, layer, reverse, wanted.first if wanted.first < last else 0, last)


def _by_name(arrays: Trace | Gradients, spec: NetworkSpec, names: tuple[str, ...]) -> Mapping[str, Array]:
    """Every array (T, units): the top layer's by its plain name; `names` of each layer and direction, without copies,
    by `array_name`."""
    found = {key: arrays[key][:, 0] for key in arrays.names}
    for layer, reverse in parts(spec):
        for name in names:
            key = array_name(spec, name, layer, reverse)
            if key not in found:
                found[key] = arrays.get(name, layer, reverse)[:, 0]
    return MappingProxyType(found)


@final
class Norms(Mapping[str, Array]):
    """The Euclidean norm over the units (T,) of each array (T, units), computed when somebody asks for it."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays
        self._found: dict[str, Array] = {}

    def __getitem__(self, name: str) -> Array:
        found = self._found.get(name)
        if found is None:
            found = np.linalg.norm(self._arrays[name], axis=1)
            found.flags.writeable = False
            self._found[name] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._arrays)

    def __len__(self) -> int:
        return len(self._arrays)


def shown_method(training: TrainingSpec | None, spec: NetworkSpec) -> Method:
    """Whose derivatives are looked at: truncated ones where learning truncates and the network lets it, else the true
    ones, which RTRL's are."""
    method = make_method(training or TrainingSpec())
    possible = spec.direction == "forward"
    return method if isinstance(method, TruncatedBPTT) and possible else BPTT()


def evaluate(
    model: Model,
    x: Array,
    target: Array,
    mask: Array,
    *,
    number: int = 0,
    shown: int = 0,
    training: TrainingSpec | None = None,
    looked_at: Look = NO_LOOK,
    held: Held = NOTHING_HELD,
) -> Snapshot:
    """Trace and differentiate one sequence: x (T, D), target (T, O), mask (T,) with 1 where the output counts.

    The loss is the one that fits the readout. number and shown become the snapshot's `model` and `shown`. training: how
    the network learns; where that truncates the gradient, so are the gradients of the snapshot. looked_at: what
    is to become `extra`. held: numbers that stand where others would be computed.
    Errors: InputError for wrong shapes, an empty sequence, NaN or infinity.
    """
    network = Network.from_spec(model.spec, model.parameters)
    with np.errstate(all="ignore"):
        return finish(
            evaluation(
                model,
                network,
                x,
                target,
                mask,
                number=number,
                shown=shown,
                training=training,
                looked_at=looked_at,
                held=held,
                place=Place((training or TrainingSpec()).backend),
            )
        )


def nothing_shown(model: Model, number: int, shown: int = -1, problem: InputError | None = None) -> Snapshot:
    """A snapshot without a sequence. number and shown become its `model` and `shown`."""
    return Snapshot(number, shown, model, NOTHING, NOTHING, NOTHING, float("nan"), problem=problem)
