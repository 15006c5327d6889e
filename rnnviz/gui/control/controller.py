"""The one place that changes the session: every request of the window ends here, and so does what the engine says."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from rnnviz.engine.evaluate import fresh
from rnnviz.engine.messages import Model, Snapshot, Stopped
from rnnviz.engine.place import Fault
from rnnviz.errors import InputError
from rnnviz.export.film import NetworkFootage
from rnnviz.gui.control.engine_link import EngineLink
from rnnviz.gui.control.playhead import Playhead
from rnnviz.gui.control.reading import Reading, beginning, fitting, problem_for, read
from rnnviz.gui.control.showing import Showing
from rnnviz.gui.toolkit.view import ALL, SNAPSHOT, WEIGHTS, View
from rnnviz.inputs import Sequence
from rnnviz.network.held import fitting as held_in
from rnnviz.network.spec import TrainingSpec
from rnnviz.session.playback import (
    Phase,
    Position,
    clock_phases,
    end_of,
    mirrored,
    time_of,
)
from rnnviz.session.start import adapt, scenario_of, spec_for
from rnnviz.session.state import WORK, Session, State, part_of
from rnnviz.tasks.base import Task

FRAME_MS = 16
# With nothing to play, learn or wait for, the mailbox is looked at only now and then.
IDLE_MS = 100
# How long a request may wait for the engine, so that small networks change on screen without an empty frame between.
PATIENCE = 0.030
BURST = 1.5  # typing without a longer pause is one step for undo


class Controller(Playhead, QObject):
    """Owns the session and the engine.

    Views are shown what changed, once a request and at most once a frame. `said` carries (kind, sentence) for the
    message bar; `history_changed` tells that undo or redo became possible or impossible.
    """

    said = Signal(str, str)
    history_changed = Signal()

    def __init__(
        self, state: State, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.session = Session(state)
        self.session.listen(self._changed)
        self._link = EngineLink()
        self.engine = self._link.engine
        self._clock = clock  # the one that playing follows
        self.snapshot: Snapshot | None = None
        self.reduced_motion = False
        self._showing = Showing(self.engine)
        self._unseen: set[str] = set()
        self._problem: InputError | None = None
        self._stopped: Stopped | None = None
        self._fault: Fault | None = None
        self._burst_until = 0.0
        self._before: State | None = None  # what was seen before the burst of typing under way
        self._interval = FRAME_MS
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def state(self) -> State:
        return self.session.state

    @property
    def steps(self) -> int:
        return len(self.state.sequence)

    @property
    def phases(self) -> tuple[Phase, ...]:
        return clock_phases(self.state.network.spec, self.state.opened is not None, self.state.part)

    @property
    def fitting_snapshot(self) -> Snapshot | None:
        """The newest snapshot, if it belongs to the network and the sequence of this moment."""
        snapshot = self.snapshot
        return snapshot if snapshot is not None and snapshot.network is self.state.network else None

    @property
    def footage(self) -> NetworkFootage:
        """What a film made now would be of."""
        return NetworkFootage(self.state, self.fitting_snapshot)

    def add_view(self, view: View) -> None:
        self._showing.add(view, self.state, self.snapshot)

    def start(self) -> None:
        """Start the engine and the frame timer."""
        self.engine.start()
        self._link.build(self.state)
        self._timer.start()
        self._flush()

    def stop(self, timeout: float = 1.5) -> bool:
        """End the timer and the engine; True when its thread has ended."""
        self._timer.stop()
        return self.engine.stop(timeout)

    # What happens by itself

    def tick(self) -> None:
        """One frame: take what the engine has, move the playhead to where the clock on the wall says."""
        self._poll()
        if self.state.playing:
            self._advance()
        self._flush()
        self._set_pace(self.state.playing or self.state.learning or self._link.waiting)

    def _poll(self, patience: float = 0.0) -> None:
        snapshot = self._link.latest(patience)
        if snapshot is None:
            return
        if snapshot.problem is not None and snapshot.problem is not self._problem:
            self.said.emit("error", str(snapshot.problem))
            if self.state.learning:
                self.session.update(record=False, learning=False)
        elif snapshot.problem is None and self._problem is not None:
            self.said.emit("solved", str(self._problem))
        self._problem = snapshot.problem
        self._notice_stop(snapshot)
        self._notice_fault(snapshot)
        if not self._link.shows(snapshot):
            return
        self.snapshot = snapshot
        self._unseen.add(SNAPSHOT)
        if snapshot.network is not self._link.network:
            self._link.network = snapshot.network
            self.session.update(record=False, network=snapshot.network)

    def _notice_stop(self, snapshot: Snapshot) -> None:
        """Learning that ended by itself says so."""
        stopped = None if snapshot.history is None else snapshot.history.stopped
        if stopped is None or stopped is self._stopped or snapshot.training:
            return
        self._stopped = stopped
        words = self.tr(
            "Stopped after {updates} updates: the weights of update {best}, the best on unseen sequences, are back."
        )
        self.said.emit("note", words.format(updates=stopped.updates, best=stopped.best))
        if self.state.learning:
            self.session.update(record=False, learning=False)

    def _notice_fault(self, snapshot: Snapshot) -> None:
        """A device that failed is told once; the state of learning goes on saying what computes."""
        fault = None if snapshot.history is None else snapshot.history.fault
        if fault is not None and fault is not self._fault:
            self.said.emit("note", str(fault))
        self._fault = fault

    def _changed(self, old: State, new: State) -> None:
        self._unseen |= {name for name in ALL - {SNAPSHOT} if getattr(old, name) is not getattr(new, name)}
        if self._link.follow(old, new):
            self._outdated()
        if self._link.waiting:
            self._hurry()

    def _outdated(self) -> None:
        """Until the engine answers, views are shown no snapshot."""
        if self.snapshot is not None:
            self.snapshot = None
            self._unseen.add(SNAPSHOT)

    def _hurry(self) -> None:
        if self._timer.isActive():
            self._set_pace(True)

    def _set_pace(self, busy: bool) -> None:
        # Asking the timer would be a call into Qt each frame, which lets the engine take the interpreter.
        interval = FRAME_MS if busy else IDLE_MS
        if self._interval != interval:
            self._interval = interval
            self._timer.setInterval(interval)

    def _flush(self) -> None:
        """Show the views what they have not seen."""
        if self._link.waiting and self.snapshot is None and self._timer.isActive():
            end = time.monotonic() + PATIENCE
            while self.snapshot is None and (left := end - time.monotonic()) > 0:
                self._poll(left)
        if not self._unseen:
            self._showing.go_on(self.state)
            return
        unseen, self._unseen = frozenset(self._unseen), set()
        self._showing.show(self.state, self.snapshot, unseen)
        if unseen - WEIGHTS or not self.state.learning:
            self.history_changed.emit()

    def _update(self, **changes: Any) -> None:
        """One request of a person: change, stop the burst of typing, show."""
        self.end_typing()
        self.session.update(**changes)
        self._flush()

    # The sequence

    def read_sequence(self, text: str) -> Reading:
        """Read what is typed and follow it at once when the network can. Otherwise the answer says what is wrong, and
        which task could read it; the beginning of it that was followed on the way gives way to what was seen before."""
        reading = read(text, self.state.task)
        now = time.monotonic()
        if now > self._burst_until:
            self.end_typing()
        before, self._burst_until = self._before, now + BURST
        if reading.fits and reading.sequence is not None:
            self._before = before or self.state
            self._place(reading.sequence, record=before is None)
        elif before is not None:
            self.end_typing()
            self.session.unmark(before)
            self._place(before.sequence, record=False, seen=None if self.state.playing else before)
        return reading

    def end_typing(self) -> None:
        """What is typed from now on is another step for undo."""
        self._burst_until, self._before = 0.0, None

    def _place(self, sequence: Sequence, record: bool = True, seen: State | None = None) -> None:
        """seen: whose playhead and selection to have, as far as the sequence goes; those of this moment if None."""
        state = seen or self.state
        position = state.position
        if position.t > len(sequence):
            position = end_of(len(sequence), self.phases)
        selection = state.selection if state.selection is None or state.selection.t <= len(sequence) else None
        if self.state.playing:
            turned = mirrored(position, len(sequence)) if self.state.part[1] else position
            self._origin = (self._clock(), time_of(turned, self.phases))
        held = held_in(state.held, self.state.network.spec, len(sequence))
        self.session.update(record=record, sequence=sequence, position=position, selection=selection, held=held)
        self._flush()

    def accept(self, sequence: Sequence, task: Task | None = None) -> None:
        """This task, or the one that suits the sequence, with a new untrained network."""
        self.open_state(adapt(self.state, sequence, task))

    def set_sequence(self, sequence: Sequence) -> Reading:
        """A sequence from a file or an example: followed when the task can read it, else with an offer as for text."""
        self.end_typing()
        reading = read(sequence, self.state.task)
        if reading.fits:
            self._place(sequence)
        return reading

    # The network

    def set_network(self, **changes: Any) -> None:
        """Another cell, number of units, activation or seed: a new untrained network."""
        try:
            spec = replace(self.state.network.spec, **changes)
        except InputError as error:
            self.said.emit("error", str(error))
            return
        if spec != self.state.network.spec:
            self._renew(fresh(spec))

    def set_task(self, name: str) -> None:
        """Another task and an untrained network for it; the sequence stays where the new task can read it."""
        if name == self.state.task.name:
            return
        self._rebuild(*fitting(name, self.state.sequence))

    def set_task_options(self, **changes: Any) -> None:
        """Another difficulty of the same task."""
        try:
            task = self.state.task.changed(**changes)
        except InputError as error:
            self.said.emit("error", str(error))
            self._unseen.add("task")  # the field goes back to what holds
            self._flush()
            return
        self.change_task(task)

    def change_task(self, task: Task) -> None:
        """The same task with other options. The weights stay where it has the same widths, and the sequence where it
        can be read and is not what the task began with."""
        old, sequence = self.state.task, self.state.sequence
        if task == old:
            return
        kept = problem_for(task, sequence) is None and (sequence.text != old.start or old.start == task.start)
        self._rebuild(task, sequence if kept else beginning(task))

    def _rebuild(self, task: Task, sequence: Sequence) -> None:
        spec, other = spec_for(task, self.state.network.spec), type(task) is not type(self.state.task)
        if other:
            spec = replace(spec, scenario=scenario_of(task))
        same = spec == self.state.network.spec and not other
        self._renew(self.state.network if same else fresh(spec), task=task, sequence=sequence)

    def _renew(self, network: Model, **changes: Any) -> None:
        state = self.state
        sequence = changes.get("sequence", state.sequence)
        t = min(state.position.t, len(sequence))
        part = part_of(network.spec, state.layer, state.reverse)
        phases = clock_phases(network.spec, False, part)
        position = Position(t, min(state.position.phase, len(phases) - 1), state.position.progress)
        one, other = network.spec, state.network.spec
        if (one.cell, one.layers, one.direction) != (
            other.cell,
            other.layers,
            other.direction,
        ) or t != state.position.t:
            position = end_of(t, phases)
        if state.playing:
            turned = mirrored(position, len(sequence)) if part[1] else position
            self._origin = (self._clock(), time_of(turned, phases))
        held = held_in(state.held, network.spec, len(sequence))
        self._update(network=network, position=position, selection=None, learning=False, held=held, **changes)

    def reset(self) -> None:
        """The untrained weights of the same seed."""
        if self.state.network.updates or self.state.network.edited or self.state.learning:
            self._renew(fresh(self.state.network.spec))

    def put(self, *, record: bool = True, **work: Any) -> None:
        """Another network of the same kind, sequence of the same length, or other held numbers; learning stops where
        the weights are others. record: whether it is a step for undo."""
        self._update(record=record, **work, **({"learning": False} if "network" in work else {}))

    def other_seed(self) -> None:
        self.set_network(seed=(self.state.network.spec.seed + 1) % 2**31)

    # Training

    def set_training(self, **changes: Any) -> None:
        """Another optimiser, rate, clipping or batch size; the weights stay."""
        try:
            training: TrainingSpec = replace(self.state.training, **changes)
        except InputError as error:
            self.said.emit("error", str(error))
            return
        if training != self.state.training:
            self._update(training=training)

    def set_training_part(self, part: str, **changes: Any) -> None:
        """Other values of options that only the optimiser or only the schedule has; part: the field that holds them."""
        try:
            options = replace(getattr(self.state.training, part), **changes)
        except InputError as error:
            self.said.emit("error", str(error))
            return
        self.set_training(**{part: options})

    def toggle_training(self) -> None:
        self.end_typing()
        if self.state.learning:
            self._update(learning=False)
            return
        self._learn(None)
        self._update(learning=True)

    def one_update(self) -> None:
        """Change the weights once; learning that is under way stops."""
        if self.state.learning:
            self._update(learning=False)
        self._learn(1)
        self._flush()

    def _learn(self, updates: int | None) -> None:
        self.session.mark()
        self.history_changed.emit()
        self._problem = None
        self._link.learn(updates)
        self._hurry()

    # The whole session

    def undo(self) -> None:
        self._travel(self.session.undo)

    def redo(self) -> None:
        self._travel(self.session.redo)

    def _travel(self, move: Any) -> None:
        self.end_typing()
        if self._link.learnt:
            self._link.forget()
        self.said.emit("", "")
        move()
        self._flush()

    def open_state(self, state: State) -> None:
        """A preset or a session from a file takes the place of the work; undo brings the old one back."""
        names = (*WORK, "position", "layer", "reverse", "rolled")
        changes = {name: getattr(state, name) for name in names}
        self.said.emit("", "")
        self._update(**changes, selection=state.selection, playing=False, learning=False)
