"""Hopfield's network: symmetric weights hold patterns as the valleys of an energy, and recall walks down to one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import numpy as np

from rnnviz.energy.checks import (
    MAX_CLOCKS,
    MAX_UNITS,
    UNIT_VALUES,
    Floats,
    check_clocks,
    check_finite,
    check_states,
    check_symmetric,
    frozen,
)
from rnnviz.energy.storage import RULES
from rnnviz.energy.trajectory import EVERY, Recorder, Trajectory
from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP

UPDATES = ("asynchronous", "synchronous")
CLOCKS = ("unit", "sweep")
# A field nearer to zero than this part of what could reach the unit is a tie: rounding decides nothing.
_TIE = 1e-12


@dataclass(frozen=True, eq=False)
class Hopfield:
    """weights (N, N), w_ij = w_ji, w_ii = 0; thresholds (N,); values: what units can be, “bipolar” (-1, 1) or “binary”
    (0, 1); patterns (P, N): those that were stored.

    E(s) = -1/2 sum_ij w_ij s_i s_j + sum_i theta_i s_i; unit i becomes high when its field sum_j w_ij s_j - theta_i is
    positive, low when it is negative, and stays at a tie. (Hopfield 1982, Neural networks and physical systems with
    emergent collective computational abilities, doi:10.1073/pnas.79.8.2554.)

    Errors: InputError for weights that are not symmetric, have a diagonal, or are not finite.
    """

    weights: Floats
    thresholds: Floats
    values: str = "bipolar"
    patterns: Floats = field(default_factory=lambda: np.zeros((0, 0)))

    def __post_init__(self) -> None:
        if self.values not in UNIT_VALUES:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "Units cannot be “{values}”; choose bipolar or binary."), values=self.values
            )
        for name in ("weights", "thresholds", "patterns"):
            object.__setattr__(self, name, frozen(getattr(self, name)))
        check_symmetric(self.weights)
        check_finite(self.thresholds)
        if self.thresholds.shape != (self.units,):
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "Thresholds of the shape {shape} for {units} units; give one a unit."),
                shape=self.thresholds.shape,
                units=self.units,
            )
        if self.patterns.size:
            check_states(self.patterns, self.units, self.values)

    @classmethod
    def store(cls, patterns: Any, rule: str = "hebb", values: str = "bipolar") -> "Hopfield":
        """A network that holds the patterns (P, N), stored by `rule`: hebb, storkey or pseudo-inverse.

        Binary units get the weights of the bipolar ones, s = 2 v - 1, and the thresholds sum_j w_ij / 2 that this
        change of variable asks for, so that both kinds take the same path.
        Errors: InputError for no patterns, values that units cannot have, and unknown names.
        """
        if rule not in RULES:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "There is no rule “{rule}”; choose {rules}."),
                rule=rule,
                rules=", ".join(RULES),
            )
        array = np.atleast_2d(np.asarray(patterns, dtype=np.float64))
        if array.ndim != 2 or not array.size or array.shape[1] > MAX_UNITS:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "Patterns of the shape {shape}; give at least one, of 1 to {most} units."),
                shape=array.shape,
                most=MAX_UNITS,
            )
        units = array.shape[1]
        if values not in UNIT_VALUES:
            return cls(np.zeros((units, units)), np.zeros(units), values)  # says what is wrong
        check_states(array, units, values)
        weights = RULES[rule](array if values == "bipolar" else 2 * array - 1)
        thresholds = np.zeros(units) if values == "bipolar" else weights.sum(axis=1) / 2
        return cls(weights, thresholds, values, array)

    @property
    def units(self) -> int:
        """N."""
        return len(self.weights)

    def energy(self, states: Any) -> Floats:
        """(...,) of states (..., N)."""
        states = np.asarray(states, dtype=np.float64)
        made: Floats = -0.5 * ((states @ self.weights) * states).sum(axis=-1) + states @ self.thresholds
        return made

    def local_field(self, state: Floats, unit: int) -> float:
        """What pulls a unit up (positive) or down (negative) in a state (N,)."""
        return float(self.weights[unit] @ state - self.thresholds[unit])

    def overlaps(self, states: Any) -> Floats:
        """(..., P): m = (1/N) sum_i xi_i s_i with every stored pattern, in ±1 also for binary units; 1 is the pattern,
        -1 its negative."""
        states = np.asarray(states, dtype=np.float64)
        patterns = self.patterns.reshape(-1, self.units)
        if self.values == "binary":
            states, patterns = 2 * states - 1, 2 * patterns - 1
        made: Floats = states @ patterns.T / self.units
        return made

    def steps(
        self, cue: Any, update: str = "asynchronous", seed: int = 0, clock: str = "unit"
    ) -> Iterator[tuple[Floats, float, int]]:
        """The state, its energy and the unit of clock after clock from the cue (N,) on, until nothing changes any more.

        asynchronous: one clock is one unit, or with the clock “sweep” all of them, one after the other; each sweep
        takes all units in a new random order; ends after a sweep without a change. synchronous: one clock is one sweep
        of all units at once; ends when a state comes again.
        """
        state = check_states(cue, self.units, self.values).copy()
        if state.ndim != 1:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "A cue of the shape {shape}; give one state of {units} units."),
                shape=state.shape,
                units=self.units,
            )
        if update not in UPDATES:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "There is no update “{update}”; choose {updates}."),
                update=update,
                updates=", ".join(UPDATES),
            )
        if clock not in CLOCKS:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "A clock cannot be a “{clock}”; choose unit or sweep."), clock=clock
            )
        if update == "synchronous":
            return self._synchronous(state)
        units = self._asynchronous(state, seed)
        return units if clock == "unit" else self._swept(units)

    def _swept(self, units: Iterator[tuple[Floats, float, int]]) -> Iterator[tuple[Floats, float, int]]:
        """What is there after each whole sweep."""
        for state, energy, _ in islice(units, self.units - 1, None, self.units):
            yield state, energy, EVERY

    def _asynchronous(self, state: Floats, seed: int) -> Iterator[tuple[Floats, float, int]]:
        rng = np.random.default_rng(seed)
        energy, tie = float(self.energy(state)), self._ties()
        quiet = False
        while not quiet:
            quiet = True
            for unit in rng.permutation(self.units).tolist():
                pull = self.local_field(state, unit)
                new = self._settled(state[unit], pull, tie[unit])
                if new != state[unit]:
                    energy -= (new - state[unit]) * pull
                    state[unit] = new
                    quiet = False
                yield state, energy, unit

    def _synchronous(self, state: Floats) -> Iterator[tuple[Floats, float, int]]:
        low, high = UNIT_VALUES[self.values]
        tie, older = self._ties(), state.copy()
        while True:
            pull = self.weights @ state - self.thresholds
            new = np.where(pull > tie, high, np.where(pull < -tie, low, state))
            yield new, float(self.energy(new)), EVERY
            if (new == state).all() or (new == older).all():
                return
            older, state = state, new

    def _ties(self) -> Floats:
        made: Floats = _TIE * (np.abs(self.weights).sum(axis=1) + np.abs(self.thresholds))
        return made

    def _settled(self, now: float, pull: float, tie: float) -> float:
        low, high = UNIT_VALUES[self.values]
        return high if pull > tie else low if pull < -tie else float(now)

    def recall(
        self, cue: Any, update: str = "asynchronous", seed: int = 0, most: int = MAX_CLOCKS, clock: str = "unit"
    ) -> Trajectory:
        """The path from the cue (N,) to where it ends, at most `most` clocks; the same seed gives the same order.
        update and clock: as in `steps`.

        Under asynchronous updates the energy never rises and the end is a fixed point (period 1). Synchronous updates
        may also end in two states that follow each other (period 2).
        """
        check_clocks(most)
        steps = self.steps(cue, update, seed, clock)
        start = check_states(cue, self.units, self.values)
        recorder = Recorder(start, float(self.energy(start)))
        previous = [start, start]
        for count, (state, energy, unit) in enumerate(steps, start=2):
            if count > most:
                return recorder.trajectory()
            recorder.add(state, energy, unit)
            if unit == EVERY:
                previous = [previous[1], state.copy()]
        cycle = update == "synchronous" and not (previous[0] == previous[1]).all()
        return recorder.trajectory(2 if cycle else 1)

    def is_fixed(self, states: Any) -> Any:
        """Whether no unit of the states (..., N) would change: bool (...,)."""
        states = check_states(states, self.units, self.values)
        low, high = UNIT_VALUES[self.values]
        pull, tie = states @ self.weights - self.thresholds, self._ties()
        return (np.where(pull > tie, high, np.where(pull < -tie, low, states)) == states).all(axis=-1)
