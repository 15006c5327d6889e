"""Learning: batches from a task, gradients, clipping, an optimiser, and a record of how it went."""

from collections import OrderedDict
from collections.abc import Callable, Generator
from typing import final

import numpy as np

from rnnviz.engine.blas import one_thread
from rnnviz.engine.evaluate import Examination, accuracy
from rnnviz.engine.messages import History
from rnnviz.engine.recorder import Recorder
from rnnviz.errors import InputError
from rnnviz.gradients.base import Method, make_method
from rnnviz.network.losses import loss_name
from rnnviz.network.network import Network, finish
from rnnviz.network.optimisers import clip_by_norm, make_optimiser
from rnnviz.network.passes import Passes
from rnnviz.network.spec import TrainingSpec
from rnnviz.tasks.base import Task, tasks
from rnnviz.words import QT_TRANSLATE_NOOP

# In one piece on one line, as Qt's lupdate reads it.
_DIVERGED = QT_TRANSLATE_NOOP(
    "errors",
    "The loss was no longer finite after update {update}: give a rate below {rate:g}, or clip the gradient at 1.",
)
_KEPT_CELLS = 4_000_000  # T * B * H summed over the arrays that are kept for the next batch of the same size


@final
class Trainer:
    """Changes a network in place, one update after the other; the next update always uses the newest `training`.

    The batches depend on the seed and on the number of updates at the start only, so that what is paused, looked at
    and resumed learns exactly as what is not.
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
        self.recorder = Recorder()
        self._rng = np.random.default_rng([seed, updates])
        self._loss = loss_name(None, network.spec.output)
        self._optimiser = make_optimiser(training.optimiser)
        self._method: Method | None = None  # made when it is first needed, so that a network it cannot do still runs
        self._finite = network.vector.copy()
        self._passes: OrderedDict[tuple[int, int], Passes] = OrderedDict()

    def configure(self, training: TrainingSpec) -> None:
        """Go on with another rate, clipping, batch size or optimiser; a new optimiser starts without a memory."""
        if training.optimiser != self.training.optimiser:
            self._optimiser = make_optimiser(training.optimiser)
        self.training, self._method = training, None

    def learn(self) -> Generator[bool | None, None, None]:
        """One update after the other for ever: True after each, None at places inside one where it can be left.

        Errors: InputError when the loss or the weights are no longer finite; the network then has the last weights
        whose loss was finite again.
        """
        network = self.network
        while True:
            batch = self.task.sample(self._rng, self.training.batch)
            passes = self._passes_for(*batch.x.shape[:2])
            method = self._chosen()
            gradients = yield from method.derive(network, passes, batch.x, batch.target, self._loss, None, batch.mask)
            norm = clip_by_norm(gradients.vector, self.training.clip)
            if not np.isfinite(norm) or not np.isfinite(gradients.loss):
                self._diverged(self.updates)
            self._finite[...] = network.vector
            self._optimiser.update(network.vector, gradients.vector, self.training.rate)
            self.updates += 1
            if not np.isfinite(network.vector).all():
                self._diverged(self.updates)
            right = accuracy(self.task, passes.outside(passes.output), batch.target, batch.mask)
            self.recorder.batch(self.updates, gradients.loss, right, norm)
            yield True

    def _chosen(self) -> Method:
        """The method of the newest settings. Errors: InputError when it cannot be used with this network."""
        if self._method is None:
            method = make_method(self.training)
            method.check(self.network.spec)
            self._method = method
        return self._method

    def _passes_for(self, steps: int, batch: int) -> Passes:
        """Arrays for this size: the ones used before, if they are still there."""
        passes = self._passes.pop((steps, batch), None) or self.network.passes(steps, batch)
        self._passes[steps, batch] = passes
        while len(self._passes) > 1 and self._kept() > _KEPT_CELLS:
            self._passes.popitem(last=False)
        return passes

    def _kept(self) -> int:
        spec = self.network.spec
        return sum(steps * batch for steps, batch in self._passes) * spec.hidden * spec.layers

    def _diverged(self, update: int) -> None:
        self.network.vector[...] = self._finite
        self.updates = max(update - 1, 0)
        raise InputError(
            _DIVERGED,
            update=update,
            rate=self.training.rate,
        )


def train(
    net: Network,
    task: str | Task = "parity",
    updates: int = 2000,
    optimiser: str = "adam",
    rate: float = 0.01,
    clip: float | None = 1.0,
    seed: int = 0,
    batch: int = 32,
    validations: int = 100,
    progress: Callable[[int, History], None] | None = None,
    gradient: str = "bptt",
    k1: int = 5,
    k2: int = 5,
) -> History:
    """Train the network in place and return how it went.

    task: a name (then the task is the one with the network's widths) or a Task. clip: the largest norm of the
    gradient over all parameters, None for no clipping. seed: of the batches. batch: sequences an update.
    validations: how often, evenly spread, the held-out sequences are tried. The loss is the one that fits the readout:
    mse for linear, cross-entropy for softmax, binary cross-entropy for sigmoid. progress(updates done, history) is
    called after each validation. gradient: how it is computed, "bptt", "tbptt" (every k1 clocks back through k2) or
    "rtrl"; see `rnnviz.gradients.methods`.

    Errors: InputError for a wrong value, and when learning diverges; the network then has its last finite weights.
    """
    chosen = tasks[task].fit(net.spec.inputs, net.spec.outputs) if isinstance(task, str) else task
    if updates < 1:
        raise InputError(QT_TRANSLATE_NOOP("errors", "{updates} updates: give 1 or more."), updates=updates)
    trainer = Trainer(net, chosen, TrainingSpec(optimiser, rate, clip, batch, gradient, k1, k2), seed)
    examination = Examination(net, chosen)
    every = max(1, updates // max(1, validations))
    with one_thread(), np.errstate(all="ignore"):
        learning = trainer.learn()
        while trainer.updates < updates:
            while not next(learning):
                continue
            if trainer.updates % every == 0 or trainer.updates == updates:
                trainer.recorder.validation(trainer.updates, *finish(examination.steps()))
                if progress is not None:
                    progress(trainer.updates, trainer.recorder.history())
    return trainer.recorder.history()
