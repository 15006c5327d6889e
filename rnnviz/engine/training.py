"""Learning: batches from a task, gradients, clipping, an optimiser, and a record of how it went."""

from collections.abc import Callable, Generator
from functools import partial
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from rnnviz.devices.base import Device, beside
from rnnviz.engine.batches import DRAWN, Batches
from rnnviz.engine.blas import one_thread
from rnnviz.engine.examination import Examination
from rnnviz.engine.messages import History, Stopped
from rnnviz.engine.place import NUMPY, Place
from rnnviz.engine.recorder import Recorder
from rnnviz.engine.site import Site
from rnnviz.engine.stopping import EarlyStopping
from rnnviz.errors import InputError
from rnnviz.gradients.updates import update_ratios
from rnnviz.network.clipping import clip_by_norm, clip_by_value
from rnnviz.network.dropout import Masks, draw_masks
from rnnviz.network.losses import loss_name
from rnnviz.network.network import Network, finish
from rnnviz.network.noise import gradient_noise
from rnnviz.network.optimisers.base import Memory
from rnnviz.network.optimisers.newton import Newton
from rnnviz.network.parameters import views
from rnnviz.network.penalty import add_penalty_gradient, penalised, penalty
from rnnviz.network.spec import TrainingSpec
from rnnviz.tasks.base import Batch, Task, tasks
from rnnviz.words import QT_TRANSLATE_NOOP

Array = NDArray[Any]
# In one piece on one line, as Qt's lupdate reads it.
_DIVERGED = QT_TRANSLATE_NOOP(
    "errors",
    "The loss was no longer finite after update {update}: give a rate below {rate:g}, or clip the gradient at 1.",
)
_MASKS, _NOISE = 2, 3  # what the seed is for, beside batches


@final
class Trainer:
    """Changes a network in place, one update after the other; the next update always uses the newest `training`.

    Batches depend on the seed and on the number of updates at the start only, masks and noise on the seed and the
    number of the update, so that what is paused, looked at and resumed learns exactly as what is not.

    `stopped` is set when learning ended by itself; the network then has its best weights, and `updates` is theirs.
    """

    def __init__(self, network: Network, task: Task, training: TrainingSpec, seed: int, updates: int = 0) -> None:
        """Errors: InputError when the task's widths are not the network's."""
        given, wanted = (task.inputs, task.outputs), (network.spec.inputs, network.spec.outputs)
        if given != wanted:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The task has {given} inputs and outputs, the network {wanted}; they must be the same.",
                ),
                given=given,
                wanted=wanted,
            )
        self.network, self.task, self.training = network, task, training
        self.updates = updates
        self.place = Place(training.backend)
        self.recorder = Recorder(loss_name(None, network.spec.output), self.place)
        self._seed = seed
        self._batches = Batches(task, seed, updates, network.spec)
        self._site: Site | None = None  # where the last update was computed, with weights and memory as they are
        self._memory: Memory | None = None  # of the optimiser; None before its first update
        self._count = 0  # updates in that memory
        self._stopping: tuple[EarlyStopping, Examination] | None = None
        self._which = penalised(network.parameters)
        self._finite = network.vector.copy()
        self._begun = updates  # how many there were before this trainer's first

    @property
    def stopped(self) -> Stopped | None:
        return self.recorder.stopped

    def configure(self, training: TrainingSpec) -> None:
        """Go on with other settings after the update in hand; a new optimiser starts without a memory."""
        if training.optimiser != self.training.optimiser:
            self._memory = None
        self.training = training
        self.place.turn_to(training.backend)

    def learn(self) -> Generator[bool | None, None, None]:
        """One update after the other for ever: True after each, None at places inside one where it can be left.

        Errors: InputError when the loss or the weights are no longer finite; the network then has the last weights
        whose loss was finite again. Before the first update: when the optimiser cannot have so many parameters, and
        when the backend asked for cannot be used.
        """
        network = self.network
        while True:
            training = self.training
            if self.stopped is not None:
                self.recorder.go_on(self.updates)
                self._memory = self._stopping = None
            if self._memory is None:
                self._memory, self._count = training.optimiser_options.begin(network.vector), 0
                self._site = None
            device = self._device(training)
            batches = self._batches.draw(training)
            update = partial(self._update, training, self._memory, batches, self._masks(training, batches))
            loss, right, norm, cost = yield from self.place.attempt(update, device, self.updates)
            self.updates += 1
            self._count += 1
            if not np.isfinite(network.vector).all():
                self._diverged(self.updates)
            self.recorder.batch(self.updates, loss, right, norm, cost)
            self.recorder.backend = NUMPY if device is None or self.place.fault is not None else device.title
            if training.patience is not None:
                yield from self._look(training.patience)
            yield True

    def _device(self, training: TrainingSpec) -> Device | None:
        """Newton's networks have so few parameters that its Hessian, in complex numbers, is always made here."""
        if isinstance(training.optimiser_options, Newton):
            return None
        return self.place.device(self.network, training.batch or training.training_set or DRAWN)

    def _update(
        self,
        training: TrainingSpec,
        memory: Memory,
        batches: tuple[Batch, ...],
        masks: tuple[Masks, ...],
        device: Device | None,
    ) -> Generator[None, None, tuple[float, float, float, float]]:
        """One update on the device, or here, where all is as before until it has succeeded: loss, accuracy, norm of the
        gradient, penalty."""
        if self._site is None or self._site.device is not device:
            self._site = None  # two at once may not have room
            self._site = Site(self.network, self.task, memory, self._which, device)
        site = self._site
        weights, which = site.network.vector, site.which
        site.objective.record = training.record
        loss, right, gradient = yield from site.objective.derive(batches, site.method(training), masks)
        cost = 0.0
        if training.l1 or training.l2:
            cost = penalty(weights, which, training.l1, training.l2)
            add_penalty_gradient(weights, which, training.l1, training.l2, gradient)
        norm = _clip(training, gradient)
        if not np.isfinite(norm) or not np.isfinite(loss):
            self._diverged(self.updates)
        if training.noise:
            noise = gradient_noise(self._rng(_NOISE), gradient.size, training.noise, self.updates)
            gradient += beside(noise, gradient)
        self._finite[...] = self.network.vector
        if isinstance(training.optimiser_options, Newton):
            yield from self._newton(training, site, batches, masks, gradient, loss + cost)
        else:
            self._step(training, site.memory, weights, gradient)
        site.bring()
        return loss, right, norm, cost

    def update_ratios(self) -> dict[str, float]:
        """How far the last update moved each parameter, see `rnnviz.gradients.updates`; empty before the first, and
        when the weights went back to the best ones."""
        if self.updates == self._begun or self.stopped is not None:
            return {}
        after = self.network.parameters
        before = views({name: array.shape for name, array in after.items()}, self._finite)
        return update_ratios(before, after)

    def _step(self, training: TrainingSpec, memory: Memory, weights: Array, gradient: Array) -> None:
        rate, count = training.rate_after(self.updates), self._count + 1
        training.optimiser_options.update(weights, gradient, rate, memory, count)

    def _rng(self, purpose: int) -> np.random.Generator:
        return np.random.default_rng([self._seed, self.updates, purpose])

    def _masks(self, training: TrainingSpec, batches: tuple[Batch, ...]) -> tuple[Masks, ...]:
        """The dropout of the next update, for each of its batches; nothing where no unit is silent."""
        silent = (training.dropout_inputs, training.dropout_layers, training.dropout_recurrent)
        if not any(silent):
            return ()
        rng = self._rng(_MASKS)
        return tuple(draw_masks(rng, self.network.spec, batch.x.shape[1], *silent) for batch in batches)

    def _newton(
        self,
        training: TrainingSpec,
        site: Site,
        batches: tuple[Batch, ...],
        masks: tuple[Masks, ...],
        gradient: Array,
        before: float,
    ) -> Generator[None, None, None]:
        """An update with the exact Hessian of the loss on the same batches. before: the loss with its penalty."""
        method, weights, memory = training.optimiser_options, self.network.vector, site.memory
        assert isinstance(method, Newton)
        curvature = yield from site.objective.curvature(batches, masks)
        if not np.isfinite(curvature).all():
            self._diverged(self.updates)
        memory["hessian"][...] = curvature + np.diag(training.l2 * self._which)
        tried = weights.astype(np.float64)
        self._step(training, memory, tried, gradient.astype(np.float64))
        after = yield from site.holding(tried).value(batches, masks)
        after += penalty(tried, self._which, training.l1, training.l2)
        method.judge(tried, before, after, memory)
        weights[...] = tried

    def _look(self, patience: int) -> Generator[None, None, None]:
        """Early stopping."""
        if self._stopping is None or self._stopping[0].patience != patience:
            self._stopping = EarlyStopping(patience), Examination(self.network, self.task, self.place)
        stopping, examination = self._stopping
        if stopping.due(self.updates):
            loss, right = yield from examination.validation(self.updates)
            self.recorder.stopped = stopping.look(self.updates, loss, right, self.network.vector)
            if self.stopped is not None:
                self.updates = self.stopped.best

    def _diverged(self, update: int) -> None:
        self.network.vector[...] = self._finite
        self._memory = self._site = None  # they may hold what was not finite
        self.updates = max(update - 1, 0)
        raise InputError(
            _DIVERGED,
            update=update,
            rate=self.training.rate,
        )


def _clip(training: TrainingSpec, gradient: Array) -> float:
    """Clip in place; the norm before. Newton's step is bounded by its damping, so its gradient stays whole."""
    if isinstance(training.optimiser_options, Newton):
        return clip_by_norm(gradient, None)
    if training.clip_value is None:
        return clip_by_norm(gradient, training.clip)
    norm = clip_by_norm(gradient, None)
    clip_by_value(gradient, training.clip_value)
    clip_by_norm(gradient, training.clip)
    return norm


def train(
    net: Network,
    task: str | Task = "parity",
    updates: int = 2000,
    optimiser: str = "adam",
    rate: float | None = None,
    clip: float | None = 1.0,
    seed: int = 0,
    batch: int | None = 32,
    validations: int = 100,
    progress: Callable[[int, History], None] | None = None,
    **options: Any,
) -> History:
    """Train the network in place and return how it went.

    task: a name (then the task is the one with the network's widths) or a Task. rate: None for the optimiser's usual
    one. clip: the largest norm of the gradient over all parameters, None for no clipping. seed: of the batches. batch:
    sequences an update, None for the full training set. validations: how often, evenly spread, the held-out sequences
    are tried. The loss is the one that fits the readout: mse for linear, cross-entropy for softmax, binary
    cross-entropy for sigmoid. progress(updates done, history) is called after each validation.

    options: every other option of `TrainingSpec` by its name, and those of the optimiser and the schedule chosen:
    gradient="tbptt", k1=5, k2=20, schedule="step", step_every=500, momentum=0.8, l2=1e-4, patience=200, ...
    With a patience it may end before `updates`: then history.stopped says which update the weights are of.

    Errors: InputError for a wrong value, and when learning diverges; the network then has its last finite weights.
    """
    training = TrainingSpec.of(optimiser=optimiser, rate=rate, clip=clip, batch=batch, **options)
    return train_with(net, task, training, updates, seed, validations, progress)


def train_with(
    net: Network,
    task: str | Task,
    training: TrainingSpec,
    updates: int,
    seed: int = 0,
    validations: int = 100,
    progress: Callable[[int, History], None] | None = None,
) -> History:
    """`train` with the settings in one record."""
    chosen = tasks[task].fit(net.spec.inputs, net.spec.outputs) if isinstance(task, str) else task
    if updates < 1:
        raise InputError(QT_TRANSLATE_NOOP("errors", "{updates} updates: give 1 or more."), updates=updates)
    trainer = Trainer(net, chosen, training, seed)
    examination = Examination(net, chosen, trainer.place)
    every = max(1, updates // max(1, validations))
    with one_thread(), np.errstate(all="ignore"):
        learning = trainer.learn()
        while trainer.updates < updates and trainer.stopped is None:
            while not next(learning):
                continue
            if trainer.updates % every == 0 or trainer.updates == updates or trainer.stopped is not None:
                trainer.recorder.exam(trainer.updates, finish(examination.steps(trainer.updates)))
                if progress is not None:
                    progress(trainer.updates, trainer.recorder.history())
    return trainer.recorder.history()
