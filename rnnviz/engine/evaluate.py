"""A model at one moment, and everything that can be seen of it on one sequence."""

from collections.abc import Generator, Iterator, Mapping
from types import MappingProxyType
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from rnnviz.devices.base import Device, beside, host
from rnnviz.engine.batches import asked
from rnnviz.engine.messages import Array, Exam, History, Look, Model, Snapshot
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
from rnnviz.network.losses import loss_and_gradient, loss_name
from rnnviz.network.network import Network, finish
from rnnviz.network.parameters import array_name, parts
from rnnviz.network.passes import Passes
from rnnviz.network.results import Gradients, Trace
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.tasks.base import Batch, Task

NOTHING: Mapping[str, Array] = MappingProxyType({})
NO_LOOK = Look()
MAX_CLASSES = 32  # a larger confusion matrix is no longer read


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
    """The network's weights of this moment, copied and read-only."""
    twin = network.copy()
    twin.vector.flags.writeable = False
    parameters = {}
    for name, array in twin.parameters.items():
        array.flags.writeable = False
        parameters[name] = array
    return Model(network.spec, MappingProxyType(parameters), updates, loss, accuracy, edited)


@final
class Examination:
    """The task's held-out sequences and the arrays to try a network on them, again and again."""

    def __init__(self, network: Network, task: Task, place: Place | None = None) -> None:
        """place: where to compute; None for here."""
        self._task, self._output, self._network = task, network.spec.output, network
        self.place = place or Place()
        test = task.test()
        self._sets = [asked(batch, network.spec) for batch in (task.validation(), test) if batch is not None]
        self._there: tuple[Device | None, Network, list[Passes]] | None = None
        if self._device() is None:
            self._passes(None)  # what has no room says so at once

    def _device(self) -> Device | None:
        return self.place.any_device(self._network, self._sets[0].x.shape[1])

    def _passes(self, device: Device | None) -> list[Passes]:
        """Of each set, with the network's weights of this moment."""
        if self._there is None or self._there[0] is not device:
            self._there = None
            network = self._network.on(device)
            sizes = [batch.x.shape[:2] for batch in self._sets]
            passes = [network.passes(steps, count, record="values") for steps, count in sizes]
            self._there = device, network, passes
        _, network, passes = self._there
        if device is not None:
            network.vector[...] = beside(self._network.vector, network.vector)
        return passes

    def steps(self, updates: int = 0) -> Generator[None, None, Exam]:
        """With the network's weights of this moment, after so many updates, in pieces."""
        return self.place.attempt(self._steps, self._device(), updates)

    def _steps(self, device: Device | None) -> Generator[None, None, Exam]:
        passes = self._passes(device)
        loss, right, output = yield from self._try(self._sets[0], passes[0])
        confused = confusion(self._output, output, self._sets[0].target, self._sets[0].mask)
        if len(self._sets) == 1:
            return Exam(loss, right, confusion=confused)
        test_loss, test_right, _ = yield from self._try(self._sets[1], passes[1])
        return Exam(loss, right, test_loss, test_right, confusion=confused)

    def validation(self, updates: int = 0) -> Generator[None, None, tuple[float, float]]:
        """Loss and accuracy in [0, 1] on the held-out sequences alone."""
        return self.place.attempt(self._validate, self._device(), updates)

    def _validate(self, device: Device | None) -> Generator[None, None, tuple[float, float]]:
        loss, right, _ = yield from self._try(self._sets[0], self._passes(device)[0])
        return loss, right

    def _try(self, batch: Batch, passes: Passes) -> Generator[None, None, tuple[float, float, Array]]:
        yield from passes.forward(batch.x, None)
        weight, target = passes.inside(batch.mask[..., None]), passes.inside(batch.target)
        name = loss_name(None, self._output)
        loss, _ = loss_and_gradient(name, self._output, passes.logits, passes.output, target, weight)
        output = host(passes.outside(passes.output))
        return loss, accuracy(self._task, output, batch.target, batch.mask), output


def confusion(readout: str, output: NDArray[Any], target: NDArray[Any], mask: NDArray[Any]) -> NDArray[np.int64] | None:
    """(O, O) clocks that count, by their class (row) and by the most probable answer (column); those where several are
    exactly so are left out. output, target (T, B, O), mask (T, B). None without classes: another readout than softmax,
    targets that are shared among several, or more than 32 of them."""
    classes = output.shape[-1]
    if readout != "softmax" or not 2 <= classes <= MAX_CLASSES:
        return None
    wanted = target[mask != 0]
    if not (np.isin(wanted, (0, 1)).all() and (wanted.sum(axis=-1) == 1).all()):
        return None
    said = output[mask != 0]
    clear = np.count_nonzero(said == said.max(axis=-1, keepdims=True), axis=-1) == 1
    pairs = wanted[clear].argmax(axis=-1) * classes + said[clear].argmax(axis=-1)
    counts = np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)
    counts.flags.writeable = False
    return counts


def accuracy(task: Task, output: NDArray[Any], target: NDArray[Any], mask: NDArray[Any]) -> float:
    """The share of right answers where the mask is not 0, in [0, 1]; NaN where it is 0 everywhere."""
    right = task.correct(output, target)[mask != 0]
    return float(right.mean()) if right.size else float("nan")


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
        looked_at = _there(looked_at, spec, len(inputs))
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


def _there(wanted: Look, spec: NetworkSpec, steps: int) -> Look:
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


def nothing_shown(
    model: Model,
    number: int,
    shown: int = -1,
    problem: InputError | None = None,
    history: History | None = None,
) -> Snapshot:
    """A snapshot without a sequence."""
    return Snapshot(number, shown, model, NOTHING, NOTHING, NOTHING, float("nan"), history=history, problem=problem)
