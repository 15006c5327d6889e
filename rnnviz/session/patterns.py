"""The other kind of work: patterns in a network with symmetric weights, and its state as it walks from a cue."""

from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rnnviz.energy.annealing import Annealing
from rnnviz.energy.boltzmann import Boltzmann
from rnnviz.energy.checks import UNIT_VALUES, Floats, corrupted, free_units
from rnnviz.energy.hopfield import UPDATES, Hopfield
from rnnviz.energy.learning import LearningSpec
from rnnviz.energy.restricted import RestrictedBoltzmann
from rnnviz.energy.storage import RULES
from rnnviz.energy.trajectory import Trajectory
from rnnviz.errors import InputError
from rnnviz.options import option, validate
from rnnviz.session.playback import Phase, Position
from rnnviz.session.state import Key
from rnnviz.session.undo import Undoable
from rnnviz.words import QT_TRANSLATE_NOOP

Machine = Hopfield | Boltzmann | RestrictedBoltzmann
Clamps = tuple[tuple[int, int], ...]  # units, from 0 and in order, and whether each is kept at 0 or 1
KINDS = ("hopfield", "boltzmann", "restricted")
MAX_SIDE = 16
MAX_PATTERNS = 32
MAX_HIDDEN = 64
MAX_UPDATED = 100_000  # units that a path may update; each takes microseconds, and a change is seen at once
# The first weights' standard deviation; with small ones a Boltzmann machine that is to learn exclusive or lies on a
# saddle for hundreds of updates.
SPREAD = {"boltzmann": 1.0, "restricted": 0.1}
UNIT_SECONDS, SWEEP_SECONDS = 0.15, 0.6  # of one clock at speed 1


@dataclass(frozen=True)
class PatternSpec:
    """What network there is and how it walks; each kind has its own of the fields, and leaves the others alone."""

    kind: str = option("hopfield", QT_TRANSLATE_NOOP("options", "Kind"), choices=KINDS)
    rows: int = option(8, QT_TRANSLATE_NOOP("options", "Rows"), minimum=1, maximum=MAX_SIDE)
    columns: int = option(8, QT_TRANSLATE_NOOP("options", "Columns"), minimum=1, maximum=MAX_SIDE)
    rule: str = option(
        "hebb",
        QT_TRANSLATE_NOOP("options", "Storage"),
        QT_TRANSLATE_NOOP("options", "The rule that makes weights of the stored patterns, in one shot"),
        choices=tuple(RULES),
    )
    values: str = option(
        "bipolar",
        QT_TRANSLATE_NOOP("options", "Units"),
        QT_TRANSLATE_NOOP("options", "Bipolar units are -1 or 1, binary ones 0 or 1"),
        choices=tuple(UNIT_VALUES),
    )
    update: str = option(
        "asynchronous",
        QT_TRANSLATE_NOOP("options", "Update"),
        QT_TRANSLATE_NOOP("options", "Asynchronous: one unit after the other; synchronous: all units at once"),
        choices=UPDATES,
    )
    hidden: int = option(
        4,
        QT_TRANSLATE_NOOP("options", "Hidden units"),
        QT_TRANSLATE_NOOP("options", "Units that no pattern sets"),
        minimum=0,
        maximum=MAX_HIDDEN,
    )
    clock: str = option(
        "unit",
        QT_TRANSLATE_NOOP("options", "One clock is"),
        QT_TRANSLATE_NOOP("options", "A unit, or a sweep over all units"),
        choices=("unit", "sweep"),
    )
    clocks: int = option(
        200, QT_TRANSLATE_NOOP("options", "Clocks"), QT_TRANSLATE_NOOP("options", "How long to sample"),
        minimum=2, maximum=2000,
    )  # fmt: skip
    corruption: float = option(
        0.2,
        QT_TRANSLATE_NOOP("options", "Corruption"),
        QT_TRANSLATE_NOOP("options", "The share of the pixels that is turned before the first clock"),
        minimum=0.0,
        maximum=1.0,
    )
    seed: int = option(
        0,
        QT_TRANSLATE_NOOP("options", "Seed"),
        QT_TRANSLATE_NOOP("options", "The same seed gives the same corruption, order, samples and first weights"),
        minimum=0,
        maximum=2**31 - 1,
    )

    def __post_init__(self) -> None:
        validate(self)
        if self.kind == "restricted" and self.hidden < 1:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "A restricted Boltzmann machine needs hidden units; give at least 1.")
            )

        single = self.kind != "boltzmann" or self.clock == "unit"
        most = 2000 if single else MAX_UPDATED // (self.pixels + self.hidden)
        if self.clocks > most:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "{clocks} sweeps over {units} units take too long; give at most {most}."),
                clocks=self.clocks,
                units=self.pixels + self.hidden,
                most=most,
            )

    @property
    def pixels(self) -> int:
        return self.rows * self.columns


@dataclass(frozen=True, eq=False)
class Pattern:
    """pixels: bool (rows, columns), true is black. name: what it is called on screen."""

    name: str
    pixels: NDArray[np.bool_]

    def __post_init__(self) -> None:
        pixels = np.array(self.pixels, dtype=bool)
        pixels.setflags(write=False)
        object.__setattr__(self, "pixels", pixels)

    def values(self, spec: PatternSpec) -> Floats:
        """(rows * columns,) as the units of this network hold them."""
        low, high = UNIT_VALUES[spec.values if spec.kind == "hopfield" else "binary"]
        return np.where(self.pixels.ravel(), high, low)


@dataclass(frozen=True, eq=False)
class PatternState:
    """All that is being looked at. drawn: the pattern that recall starts from, before it is corrupted. patterns: those
    that are stored or learnt. machine: the network; updates: how often it learnt. clamped: units of a machine that
    keep a value. The rest is the view; matrix: whether all weights are shown at once, or those of one unit."""

    spec: PatternSpec
    annealing: Annealing
    training: LearningSpec
    patterns: tuple[Pattern, ...]
    drawn: Pattern
    machine: Machine
    updates: int = 0
    clamped: Clamps = ()
    position: Position = field(default_factory=Position)
    playing: bool = False
    learning: bool = False
    loop: bool = False
    speed: float = 1.0
    selection: Key | None = None
    layout: str = "grid"
    matrix: bool = False
    document: object = field(default_factory=object)  # which it is; what is opened is another one


PATTERN_WORK = ("spec", "annealing", "training", "patterns", "drawn", "machine", "updates", "clamped", "document")


class PatternSession(Undoable[PatternState]):
    """The session of one network with symmetric weights."""

    work = PATTERN_WORK

    def _restored(self, past: PatternState) -> PatternState:
        work = {name: getattr(past, name) for name in PATTERN_WORK}
        back = replace(self.state, **work, playing=False, learning=False)
        return replace(back, position=within(self.state.position, back), selection=None)


def clock_phases(spec: PatternSpec) -> tuple[Phase, ...]:
    """A clock has one phase: what it updates."""
    single = spec.clock == "unit" and (spec.kind != "hopfield" or spec.update == "asynchronous")
    return (Phase("U", UNIT_SECONDS if single and spec.kind != "restricted" else SWEEP_SECONDS),)


def within(position: Position, state: PatternState) -> Position:
    """The position, or the last clock that there is."""
    last = len(run_of(state))
    return position if position.t <= last else Position(last)


def untrained(spec: PatternSpec, patterns: tuple[Pattern, ...]) -> Machine:
    """The network before any learning; a Hopfield network is made of the patterns in one shot, and has learnt them."""
    if spec.kind == "boltzmann":
        return Boltzmann.create(spec.pixels, spec.hidden, spec.seed, SPREAD[spec.kind])
    if spec.kind == "restricted":
        return RestrictedBoltzmann.create(spec.pixels, spec.hidden, spec.seed, SPREAD[spec.kind])
    if not patterns:
        return Hopfield(np.zeros((spec.pixels, spec.pixels)), np.zeros(spec.pixels), spec.values)
    return Hopfield.store(data_of(spec, patterns), spec.rule, spec.values)


def data_of(spec: PatternSpec, patterns: tuple[Pattern, ...]) -> Floats:
    """(P, pixels): the patterns as the network's units hold them."""
    return np.array([pattern.values(spec) for pattern in patterns]).reshape(len(patterns), spec.pixels)


def cue_of(state: PatternState) -> Floats:
    """(pixels,): the drawn pattern, corrupted from the seed; the state at the first clock."""
    spec = state.spec
    values = spec.values if spec.kind == "hopfield" else "binary"
    return corrupted(state.drawn.values(spec), spec.corruption, spec.seed, values)


def run_of(state: PatternState) -> Trajectory:
    """The whole path from the cue; the same state gives the same path, and lately asked ones are kept."""
    return _run(state.machine, state.spec, state.annealing, cue_of(state).tobytes(), state.clamped)


@lru_cache(maxsize=8)
def _run(machine: Machine, spec: PatternSpec, annealing: Annealing, cue: bytes, clamps: Clamps) -> Trajectory:
    start = np.frombuffer(cue, dtype=np.float64)
    if isinstance(machine, Hopfield):
        return machine.recall(start, spec.update, spec.seed, clock=spec.clock)
    start, kept = np.concatenate([start, np.zeros(spec.hidden)]), np.zeros(machine.units, dtype=bool)
    for unit, value in clamps:
        start[unit], kept[unit] = value, True
    if isinstance(machine, RestrictedBoltzmann):
        return machine.sample(start, spec.clocks, annealing, spec.seed, kept)
    return machine.sample(start, spec.clocks, annealing, spec.seed, spec.clock, kept)


def check_clamps(spec: PatternSpec, clamps: Clamps) -> None:
    """Errors: InputError for units that there are not, values that no unit has, and when no unit is free."""
    units = 0 if spec.kind == "hopfield" else spec.pixels + spec.hidden
    named = [unit for unit, _ in clamps]
    if named != sorted(set(named)) or any(not 0 <= unit < units or value not in (0, 1) for unit, value in clamps):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", "Clamped units {clamps}: give each once, in order, from 0 to {last}, with 0 or 1."
            ),
            clamps=clamps,
            last=units - 1,
        )
    free_units(np.isin(np.arange(max(units, 1)), named), max(units, 1))


def begin(
    spec: PatternSpec,
    patterns: tuple[Pattern, ...],
    drawn: Pattern | None = None,
    annealing: Annealing | None = None,
    training: LearningSpec | None = None,
) -> PatternState:
    """A state at the first clock; drawn is the first pattern where it is not given, or empty where there is none."""
    check_patterns(spec, patterns)
    drawn = drawn or (patterns[0] if patterns else Pattern("", np.zeros((spec.rows, spec.columns), dtype=bool)))
    return PatternState(
        spec, annealing or Annealing(), training or LearningSpec(), patterns, drawn, untrained(spec, patterns)
    )  # fmt: skip


def resized(pattern: Pattern, spec: PatternSpec) -> Pattern:
    """The pattern cut, or filled up with white at the right and below, to the size of the network."""
    pixels = np.zeros((spec.rows, spec.columns), dtype=bool)
    part = pattern.pixels[: spec.rows, : spec.columns]
    pixels[: part.shape[0], : part.shape[1]] = part
    return Pattern(pattern.name, pixels)


def check_patterns(spec: PatternSpec, patterns: tuple[Pattern, ...]) -> None:
    """Errors: InputError for too many patterns and for one of another size than the network's."""
    if len(patterns) > MAX_PATTERNS:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "{count} patterns: there is room for {most}; remove one first."),
            count=len(patterns),
            most=MAX_PATTERNS,
        )
    for pattern in patterns:
        if pattern.pixels.shape != (spec.rows, spec.columns):
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "The pattern “{name}” has {rows} × {columns} pixels; {wanted_rows} × {wanted} are needed."
                ),
                name=pattern.name,
                rows=pattern.pixels.shape[0],
                columns=pattern.pixels.shape[1],
                wanted_rows=spec.rows,
                wanted=spec.columns,
            )
