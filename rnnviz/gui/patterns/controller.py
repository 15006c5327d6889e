"""Changes a session of patterns: what a person asks for, playing, and learning, which a thread of its own does."""

import time
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from rnnviz.errors import InputError
from rnnviz.export.pattern_film import PatternFootage
from rnnviz.gui.control.learning_job import LearningJob
from rnnviz.session.patterns import (
    Clamps,
    Pattern,
    PatternSession,
    PatternSpec,
    PatternState,
    check_patterns,
    clock_phases,
    data_of,
    resized,
    run_of,
    untrained,
    within,
)
from rnnviz.session.playback import SPEEDS, Phase, Position, at_time, clock_seconds, end_of, time_of
from rnnviz.session.state import Key
from rnnviz.words import QT_TRANSLATE_NOOP

FRAME_MS, IDLE_MS = 16, 200
SHOWN_EVERY = 0.16  # seconds between two looks at a machine that learns
ALL = frozenset(field.name for field in fields(PatternState))
_SHAPE = ("kind", "rows", "columns", "hidden")


class PatternController(QObject):
    """Owns the session. Views are shown (state, changed fields) after every request; `said` carries (kind, sentence)
    for the message bar; `history_changed` tells that undo or redo became possible or impossible."""

    said = Signal(str, str)
    history_changed = Signal()

    def __init__(
        self, state: PatternState, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.session = PatternSession(state)
        self.session.listen(self._changed)
        self.reduced_motion = False
        self._clock = clock
        self._views: list[Any] = []
        self._origin = (0.0, 0.0)  # moment and playing time from which playback is counted
        self._job: LearningJob | None = None
        self._looked = 0.0
        self._timer = QTimer(self, interval=IDLE_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def state(self) -> PatternState:
        return self.session.state

    @property
    def steps(self) -> int:
        return len(run_of(self.state))

    @property
    def phases(self) -> tuple[Phase, ...]:
        return clock_phases(self.state.spec)

    @property
    def footage(self) -> PatternFootage:
        """What a film made now would be of."""
        return PatternFootage(self.state)

    def add_view(self, view: Any) -> None:
        self._views.append(view)
        view.show(self.state, ALL)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        """End the timer and the thread that learns."""
        self._timer.stop()
        self._forget_job(1.5)

    def _forget_job(self, timeout: float) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.stop(timeout)

    def tick(self) -> None:
        """One frame."""
        if self.state.playing:
            self._advance()
        if self.state.learning:
            self._learn()
        interval = FRAME_MS if self.state.playing or self.state.learning else IDLE_MS
        if self._timer.interval() != interval:
            self._timer.setInterval(interval)

    def _changed(self, old: PatternState, new: PatternState) -> None:
        if not new.learning:
            self._forget_job(0.0)
        changed = frozenset(name for name in ALL if getattr(old, name) is not getattr(new, name))
        for view in self._views:
            view.show(new, changed)
        self.history_changed.emit()
        if (new.playing or new.learning) and self._timer.isActive():
            self._timer.setInterval(FRAME_MS)

    def _work(self, *, record: bool = True, **changes: Any) -> None:
        """Change the work: playing stops, and the playhead stays on a clock that there is."""
        state = replace(self.state, **changes)
        self.session.update(record=record, **changes, position=within(self.state.position, state), playing=False)

    # The patterns

    def draw(self, pixels: NDArray[np.bool_], *, record: bool = True) -> None:
        """Another pattern to start from; of one stroke only the first pixel is a step for undo."""
        self._start(Pattern("", pixels), record)

    def _start(self, drawn: Pattern, record: bool = True) -> None:
        self.session.update(record=record, drawn=drawn, position=Position(), playing=False, selection=None)

    def begin_from(self, index: int) -> None:
        """Start from a stored pattern."""
        self._start(self.state.patterns[index])

    def store(self, name: str = "") -> None:
        """Keep the drawn pattern among the stored ones; a Hopfield network has it in its weights at once."""
        state = self.state
        same = [p for p in state.patterns if (p.pixels == state.drawn.pixels).all()]
        if same:
            self._refuse(
                InputError(
                    QT_TRANSLATE_NOOP("errors", "This pattern is stored already, as “{name}”."), name=same[0].name
                )
            )
            return
        pattern = Pattern(name.strip() or state.drawn.name or self._free_name(), state.drawn.pixels)
        try:
            self._remember((*state.patterns, pattern), drawn=pattern)
        except InputError as error:
            self._refuse(error)

    def _free_name(self) -> str:
        taken = {pattern.name for pattern in self.state.patterns}
        letters = (chr(ord("A") + k % 26) + (str(k // 26) if k >= 26 else "") for k in range(99))
        return next(name for name in letters if name not in taken)

    def remove(self) -> None:
        """Forget the stored pattern that is drawn."""
        state = self.state
        kept = tuple(p for p in state.patterns if not (p.pixels == state.drawn.pixels).all())
        if len(kept) < len(state.patterns):
            self._remember(kept)

    def _remember(self, patterns: tuple[Pattern, ...], **changes: Any) -> None:
        state = self.state
        check_patterns(state.spec, patterns)
        if state.spec.kind == "hopfield":
            changes["machine"] = untrained(state.spec, patterns)
        self._work(patterns=patterns, learning=False, selection=None, **changes)

    def clear(self) -> None:
        self.draw(np.zeros_like(self.state.drawn.pixels))

    def invert(self) -> None:
        self.draw(~self.state.drawn.pixels)

    def _refuse(self, error: InputError) -> None:
        self.said.emit("error", str(error))

    # The network

    def set_spec(self, *, record: bool = True, **changes: Any) -> None:
        """Another size, rule, update or seed. A machine whose shape changes, or that has learnt nothing, gets new first
        weights; patterns of another size are cut or filled up with white."""
        old = self.state
        try:
            spec: PatternSpec = replace(old.spec, **changes)
        except InputError as error:
            self._refuse(error)
            return
        if spec == old.spec:
            return
        more: dict[str, Any] = {"spec": spec, "selection": None}
        if (spec.rows, spec.columns) != (old.spec.rows, old.spec.columns):
            more["patterns"] = tuple(resized(pattern, spec) for pattern in old.patterns)
            more["drawn"] = resized(old.drawn, spec)
        new_shape = any(getattr(spec, name) != getattr(old.spec, name) for name in _SHAPE)
        made_of = any(getattr(spec, name) != getattr(old.spec, name) for name in ("rule", "values"))
        if new_shape or made_of or (spec.seed != old.spec.seed and spec.kind != "hopfield" and not old.updates):
            more |= {
                "clamped": () if new_shape else old.clamped,
                "machine": untrained(spec, more.get("patterns", old.patterns)), "updates": 0, "learning": False
            }  # fmt: skip
        self._work(record=record, **more)

    def set_annealing(self, **changes: Any) -> None:
        self._set("annealing", changes)

    def set_training(self, **changes: Any) -> None:
        learning = self.state.learning
        if learning:
            self.toggle_training()
        self._set("training", changes)
        if learning:
            self._begin_learning(None)

    def _set(self, name: str, changes: dict[str, Any]) -> None:
        try:
            made = replace(getattr(self.state, name), **changes)
        except InputError as error:
            self._refuse(error)
            return
        if made != getattr(self.state, name):
            self._work(**{name: made})

    def other_seed(self) -> None:
        self.set_spec(seed=(self.state.spec.seed + 1) % 2**31)

    # Learning

    def toggle_training(self) -> None:
        if self.state.learning:
            self._take_learnt()
            self.session.update(learning=False)
        else:
            self._begin_learning(None)

    def one_update(self) -> None:
        """Change the weights once; learning that is under way stops."""
        if self.state.learning:
            self.toggle_training()
        self._begin_learning(1)

    def _begin_learning(self, most: int | None) -> None:
        state = self.state
        if not state.patterns:
            self._refuse(
                InputError(QT_TRANSLATE_NOOP("errors", "There is no pattern to learn; draw one and store it."))
            )
            return
        self.session.mark()
        data = data_of(state.spec, state.patterns)
        self._job = LearningJob(state.machine, data, state.training, state.spec.seed, state.updates, most)
        self.session.update(learning=True)

    def _learn(self) -> None:
        """What the thread has come to, now and then."""
        job = self._job
        if job is None:
            return
        ended = not job.running
        if ended or time.monotonic() - self._looked >= SHOWN_EVERY:
            self._take_learnt()
        if ended:
            if job.problem is not None:
                self._refuse(job.problem)
            self.session.update(learning=False)

    def _take_learnt(self) -> None:
        self._looked = time.monotonic()
        if self._job is not None:
            machine, updates = self._job.newest
            self.session.update(record=False, machine=machine, updates=updates)

    def reset(self) -> None:
        """The first weights of the same seed."""
        state = self.state
        if state.updates or state.learning:
            self._work(machine=untrained(state.spec, state.patterns), updates=0, learning=False)

    # Time

    def _advance(self) -> None:
        state, whole = self.state, clock_seconds(self.phases) * (self.steps - 1)
        moment, seconds = self._origin
        seconds += (self._clock() - moment) * state.speed
        if seconds >= whole and state.loop and whole:
            seconds %= whole
            self._origin = (self._clock(), seconds)
        position = at_time(seconds, self.phases, 2, self.steps)
        if self.reduced_motion:
            position = replace(position, progress=1.0)
        self.session.update(position=position, playing=seconds < whole or state.loop)

    def toggle_playing(self) -> None:
        if self.state.playing:
            self.session.update(playing=False, position=replace(self.state.position, progress=1.0))
        else:
            self.play()

    def play(self) -> None:
        """From here, or from the start where this is the end."""
        if self.steps > 1:
            t = 1 if self.state.position.t >= self.steps else self.state.position.t
            self._from(Position(t))
            self.session.update(playing=True, position=Position(t))

    def _from(self, position: Position) -> None:
        self._origin = (self._clock(), time_of(position, self.phases, 2))

    def go_to(self, position: Position) -> None:
        """Put the playhead somewhere; playing goes on from there."""
        self._from(position)
        self.session.update(position=position)

    def step_clock(self, by: int) -> None:
        here = self.state.position
        t = here.t + by if here.progress >= 1.0 or by < 0 else here.t
        self.session.update(position=end_of(min(max(t, 1), self.steps), self.phases), playing=False)

    def to_start(self) -> None:
        self.session.update(position=Position(), playing=False)

    def to_end(self) -> None:
        self.session.update(position=Position(self.steps), playing=False)

    def set_loop(self, loop: bool) -> None:
        self.session.update(loop=loop)

    def set_speed(self, speed: float) -> None:
        self._from(self.state.position)
        self.session.update(speed=speed)

    def change_speed(self, by: int) -> None:
        """To the next faster (1) or slower (-1) speed."""
        nearest = min(range(len(SPEEDS)), key=lambda k: abs(SPEEDS[k] - self.state.speed))
        self.set_speed(SPEEDS[min(max(nearest + by, 0), len(SPEEDS) - 1)])

    # What is looked at

    def select(self, key: Key | None) -> None:
        """A unit is selected, a pattern is started from."""
        if key is not None and key.name == "pattern":
            self.begin_from(key.unit)
        elif key is None or key.name == "unit":
            self.session.update(selection=key)
        elif key.name == "weight":
            self.session.update(selection=Key("unit", self.state.position.t, key.unit))

    def clamp(self, clamps: Clamps) -> None:
        """These units keep these values from the first clock on."""
        self.said.emit("", "")
        self._work(clamped=clamps)

    def set_layout(self, ring: bool) -> None:
        self.session.update(layout="ring" if ring else "grid")

    def set_matrix(self, whole: bool) -> None:
        self.session.update(matrix=whole)

    def undo(self) -> None:
        self._travel(self.session.undo)

    def redo(self) -> None:
        self._travel(self.session.redo)

    def _travel(self, move: Callable[[], None]) -> None:
        self.said.emit("", "")
        move()

    def open_state(self, state: PatternState) -> None:
        """Another session; it can be undone."""
        kept = {"speed": self.state.speed, "loop": self.state.loop}
        self.session.update(**{name: getattr(state, name) for name in ALL if name not in kept})
