"""What the engine does, one short slice after the other, with no thread and no queue of its own."""

import time
from collections.abc import Callable, Generator
from dataclasses import replace
from typing import final

import numpy as np

from rnnviz.engine.evaluate import evaluation, model_of, nothing_shown
from rnnviz.engine.examination import Examination
from rnnviz.engine.messages import Build, Command, Configure, Look, Model, Pause, Show, Snapshot, Train
from rnnviz.engine.training import Trainer
from rnnviz.errors import InputError
from rnnviz.network import check
from rnnviz.network.network import Network
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.words import QT_TRANSLATE_NOOP

FRAME = 0.04  # seconds between snapshots while learning; the window shows fewer, nobody could read more
SLICE = 0.008  # seconds of learning before the queue is looked at, and other threads are let in, again
NEWS = 0.1  # seconds between snapshots that bring the history only, while a slow trace is under way
SHARE = 14.0  # seconds of learning for each second of tracing: a slow trace takes a fifteenth of the time


@final
class Worker:
    """Holds the network, learns, and traces the sequence on the stage with a copy of the weights.

    `handle` takes a command, `advance` does a slice of work (some milliseconds; tens of them for the largest networks)
    and says whether there is more, `publish` is called with every snapshot.
    """

    def __init__(
        self,
        publish: Callable[[Snapshot], None],
        wanted: Callable[[], bool] = lambda: False,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """wanted: whether someone waits for the interpreter, so that a slice should be no longer than an update."""
        self._publish_to, self._wanted, self._clock = publish, wanted, clock
        self._number = -1
        self._unexamined = False  # a trained network was built, and nothing is known of its mistakes
        self._source: Model | None = None  # what was built; its loss and accuracy hold until the first update
        self._trainer: Trainer | None = None
        self._twin: Network | None = None  # holds the weights of a moment while they are looked at
        self._examination: Examination | None = None
        self._learning: Generator[bool | None, None, None] | None = None
        self._remaining: int | None = 0  # updates still to do; None: until Pause
        self._show: Show | None = None
        self._look = Look()
        self._job: Generator[None, None, Snapshot] | None = None  # a snapshot in the making
        self._asked = False  # a command waits for an answer
        self._answering = False  # the job in hand is that answer
        self._debt = 0.0  # seconds of learning owed for tracing
        self._last: Snapshot | None = None
        self._problem: InputError | None = None
        self._problem_of: type[Command] | None = None
        self._next_frame = self._next_news = 0.0
        self._rate, self._mark = 0.0, (0.0, 0)

    @property
    def learning(self) -> bool:
        return self._trainer is not None and self._remaining != 0

    def handle(self, command: Command) -> None:
        """Obey. What cannot be done becomes the `problem` of a snapshot, and everything stays as it was.

        Before the first Build there is nothing that Configure, Train and Pause could act on, and they do nothing.
        """
        try:
            self._obey(command)
        except Exception as error:
            self._fail(command, error)
        else:
            if self._problem_of is type(command) or isinstance(command, Build | Train | Configure):
                self._problem = self._problem_of = None

    def _obey(self, command: Command) -> None:
        trainer = self._trainer
        if isinstance(command, Build):
            model = command.network
            network = Network.from_spec(model.spec, model.parameters)
            trainer = Trainer(network, command.task, command.training, model.spec.seed, model.updates)
            twin, examination = self._examiner(trainer)
            # Whatever could fail is done: only now does the new network take the place of the old one.
            self._trainer, self._twin, self._examination = trainer, twin, examination
            self._number, self._source, self._learning, self._remaining = command.model, model, None, 0
            self._last, self._unexamined = None, model.updates > 0
            if self._show is not None and not _fits(self._show, model.spec):
                self._show = None  # the one that suits this network is on its way
            self._ask()
        elif isinstance(command, Show):
            if trainer is not None:
                _check(command, trainer.network.spec)
            self._show = command
            self._ask()
        elif isinstance(command, Configure) and trainer is not None:
            truncates = _truncation(trainer.training)
            trainer.configure(command.training)
            if _truncation(trainer.training) != truncates:
                self._ask()  # other gradients are to be seen
        elif isinstance(command, Look):
            self._look = command
            self._ask()
        elif isinstance(command, Train) and trainer is not None:
            self._remaining = command.updates
            self._mark, self._rate, self._debt = (self._clock(), trainer.updates), 0.0, 0.0
        elif isinstance(command, Pause) and self.learning:
            self._stop_learning()

    def _examiner(self, trainer: Trainer) -> tuple[Network, Examination]:
        """A twin of this trainer's network and how to try it: those in use where only weights are others, as while a
        person drags one, for to make their arrays takes almost as long as a short trace."""
        old, twin, examination = self._trainer, self._twin, self._examination
        if old is not None and twin is not None and examination is not None:
            before = old.network.spec, old.training.backend
            if old.task is trainer.task and before == (trainer.network.spec, trainer.training.backend):
                examination.place = trainer.place
                return twin, examination
        twin = trainer.network.copy()
        return twin, Examination(twin, trainer.task, trainer.place)

    def _ask(self) -> None:
        """An answer is due; a trace in the making is out of date."""
        self._asked, self._job = self._trainer is not None, None

    def _stop_learning(self) -> None:
        self._remaining, self._rate = 0, 0.0
        self._ask()

    def advance(self) -> bool:
        """Work for a moment. False when nothing is left to do until the next command."""
        trainer = self._trainer
        if trainer is None:
            return False
        if self._asked and self._job is None:
            self._asked, self._answering = False, True
            self._job = self._make(trainer)
        if self._job is None and self._to_examine and self._last is not None:
            self._job, self._answering = self._examine(trainer, self._last), True
        if self._job is not None and (self._answering or self._debt <= 0):
            try:
                self._trace()
            except Exception as error:  # most likely: no memory for so long a sequence
                show, self._show = self._show, None
                self._job, self._answering, self._unexamined = None, False, False
                self._fail(show, error)
        if self.learning and not self._answering:
            try:
                self._learn(trainer)
            except Exception as error:
                self._fail(Train(), error)
        return self.learning or self._asked or self._job is not None or self._to_examine

    @property
    def _to_examine(self) -> bool:
        return self._unexamined and not self.learning and self._last is not None

    def _trace(self) -> None:
        start = self._clock()
        assert self._job is not None
        try:
            next(self._job)
        except StopIteration as end:
            self._job = None
            self._last = end.value
            self._publish(end.value)
            self._answering = False
        if not self._answering:
            self._debt += SHARE * (self._clock() - start)

    def _learn(self, trainer: Trainer) -> None:
        start = now = self._clock()
        if self._learning is None:
            self._learning = trainer.learn()
        going = True
        while going:
            if next(self._learning) and self._remaining is not None:
                self._remaining -= 1
            if trainer.stopped is not None:
                self._remaining = 0
            now = self._clock()
            going = self.learning and now - start < SLICE and not self._wanted()
        self._debt = max(0.0, self._debt - (now - start))
        self._measure(now, trainer.updates)
        if not self.learning:
            self._stop_learning()
        elif self._job is None and now >= self._next_frame and self._debt <= 0:
            self._job, self._next_frame = self._make(trainer), now + FRAME
        elif now >= self._next_news and self._last is not None:
            self._publish(self._last)

    def _measure(self, now: float, updates: int) -> None:
        seconds = now - self._mark[0]
        if seconds > 0.5 or (self._rate == 0 and seconds > 0.02):
            self._rate = (updates - self._mark[1]) / seconds
            self._mark = now, updates

    def _make(self, trainer: Trainer) -> Generator[None, None, Snapshot]:
        """A snapshot of this moment, in pieces; the weights may go on changing meanwhile."""
        twin, updates = self._twin, trainer.updates
        assert twin is not None
        assert self._examination is not None
        twin.vector[...] = trainer.network.vector
        source = self._source
        ratios = trainer.update_ratios()
        if source is not None and source.updates == updates:
            model = source
        else:
            exam = yield from self._examination.steps(updates)
            trainer.recorder.exam(updates, exam)
            model = model_of(twin, updates, exam.loss, exam.accuracy, source is not None and source.edited)
        if self._show is None:
            return nothing_shown(model, self._number)
        show = self._show
        snapshot = yield from evaluation(
            model,
            twin,
            show.x,
            show.target,
            show.mask,
            number=self._number,
            shown=show.shown,
            training=trainer.training,
            looked_at=self._look,
            held=show.held,
            place=trainer.place,
        )
        return replace(snapshot, update_ratios=ratios)

    def _examine(self, trainer: Trainer, last: Snapshot) -> Generator[None, None, Snapshot]:
        """The last snapshot again, after the network as it was built has been tried on the held-out sequences."""
        assert self._twin is not None
        assert self._examination is not None
        self._twin.vector[...], updates = trainer.network.vector, trainer.updates
        exam = yield from self._examination.steps(updates)
        trainer.recorder.exam(updates, exam)
        self._unexamined = False
        return last

    def _publish(self, snapshot: Snapshot) -> None:
        trainer = self._trainer
        self._publish_to(
            replace(
                snapshot,
                training=self.learning,
                updates_per_second=self._rate,
                history=None if trainer is None else trainer.recorder.history(),
                problem=self._problem,
            )
        )
        self._next_news = self._clock() + NEWS

    def _fail(self, command: Command | None, error: Exception) -> None:
        """Say at once what went wrong; learning stops, the last good state stays."""
        problem = error if isinstance(error, InputError) else InputError(_UNEXPECTED, error=f"{error!r}")
        self._problem, self._problem_of = problem, None if command is None else type(command)
        if isinstance(command, Build):
            self._publish_to(nothing_shown(command.network, command.model, problem=problem))
            return
        if isinstance(command, Train):
            self._learning = None
            self._stop_learning()
        if isinstance(command, Show) and self._source is not None:
            self._publish_to(nothing_shown(self._source, self._number, command.shown, problem))
        elif self._last is not None:
            self._publish(self._last)
        elif self._source is not None:
            self._publish(nothing_shown(self._source, self._number))


def _truncation(training: TrainingSpec) -> tuple[int, int] | None:
    return (training.k1, training.k2) if training.gradient == "tbptt" else None


_UNEXPECTED = QT_TRANSLATE_NOOP("errors", "The engine could not do that: {error}. The last good state stays.")


def _check(show: Show, spec: NetworkSpec) -> None:
    """InputError for what `evaluation` could not trace."""
    if not _fits(show, spec):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", "The sequence has {given} inputs and outputs a clock, the network {wanted}; give the same."
            ),
            given=(show.x.shape[-1], show.target.shape[-1]),
            wanted=(spec.inputs, spec.outputs),
        )
    check.sequence(show.x[:, None], spec)
    check.target(show.target[:, None], spec, "mse", (len(show.x), 1))
    if np.any(show.mask):
        check.mask(show.mask[:, None], spec, (len(show.x), 1))


def _fits(show: Show, spec: NetworkSpec) -> bool:
    return (show.x.shape[-1], show.target.shape[-1]) == (spec.inputs, spec.outputs)
