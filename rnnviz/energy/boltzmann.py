"""The Boltzmann machine: Hopfield's energy with units that follow it only by chance, more so the colder it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from rnnviz.energy.annealing import Annealing
from rnnviz.energy.checks import (
    Floats,
    all_states,
    check_clocks,
    check_finite,
    check_states,
    check_symmetric,
    free_units,
    frozen,
    sigmoid,
)
from rnnviz.energy.trajectory import EVERY, Recorder, Trajectory
from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP


class BoltzmannGradient(NamedTuple):
    """Of the mean log-likelihood: weights (N, N), symmetric, for w_ij and w_ji together; biases (N,)."""

    weights: Floats
    biases: Floats


@dataclass(frozen=True, eq=False)
class Boltzmann:
    """weights (N, N), w_ij = w_ji, w_ii = 0; biases (N,); visible: V, the first units, which data can be shown to; the
    other N - V are hidden. Units are 0 or 1.

    E(s) = -sum_(i<j) w_ij s_i s_j - sum_i b_i s_i; p(s) = exp(-E(s) / T) / Z; unit i is 1 with the probability
    1 / (1 + exp(-(sum_j w_ij s_j + b_i) / T)). (Ackley, Hinton, Sejnowski 1985, A learning algorithm for Boltzmann
    machines, doi:10.1207/s15516709cog0901_7.)

    Errors: InputError as for `Hopfield`.
    """

    weights: Floats
    biases: Floats
    visible: int

    def __post_init__(self) -> None:
        for name in ("weights", "biases"):
            object.__setattr__(self, name, frozen(getattr(self, name)))
        check_symmetric(self.weights)
        check_finite(self.biases)
        if self.biases.shape != (self.units,) or not 1 <= self.visible <= self.units:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "{biases} biases and {visible} visible units for {units} units; give one bias a unit."
                ),
                biases=self.biases.shape,
                visible=self.visible,
                units=self.units,
            )

    @classmethod
    def create(cls, visible: int, hidden: int = 0, seed: int = 0, spread: float = 0.1) -> "Boltzmann":
        """Random weights: normal, of the standard deviation `spread`; biases 0."""
        units = visible + hidden
        upper = np.triu(np.random.default_rng(seed).normal(0.0, spread, (units, units)), 1)
        return cls(upper + upper.T, np.zeros(units), visible)

    @property
    def units(self) -> int:
        """N."""
        return len(self.weights)

    def energy(self, states: Any) -> Floats:
        """(...,) of states (..., N)."""
        states = np.asarray(states, dtype=np.float64)
        made: Floats = -0.5 * ((states @ self.weights) * states).sum(axis=-1) - states @ self.biases
        return made

    def free_energy(self, visible: Any, temperature: float = 1.0) -> Floats:
        """(...,): F(v) = -T log sum_h exp(-E(v, h) / T) of visible states (..., V). Errors: InputError above 12 hidden
        units."""
        visible = check_states(visible, self.visible, "binary")
        hidden = all_states(self.units - self.visible)
        whole = np.concatenate(
            [
                np.repeat(visible[..., None, :], len(hidden), axis=-2),
                np.broadcast_to(hidden, (*visible.shape[:-1], *hidden.shape)),
            ],
            axis=-1,
        )
        made: Floats = -temperature * np.logaddexp.reduce(-self.energy(whole) / temperature, axis=-1)
        return made

    def log_partition(self, temperature: float = 1.0) -> float:
        """log Z, over all 2^N states. Errors: InputError above 12 units."""
        return float(np.logaddexp.reduce(-self.energy(all_states(self.units)) / temperature))

    def probabilities(self, temperature: float = 1.0, clamped: Mapping[int, int] | None = None) -> Floats:
        """(2^N,): exp(-E / T) / Z in the order of `all_states`; with some units clamped, by number, at 0 or 1, the
        conditional probabilities given those. Errors: InputError above 12 units."""
        states = all_states(self.units)
        scaled = -self.energy(states) / temperature
        for unit, value in (clamped or {}).items():
            scaled[states[:, unit] != value] = -np.inf
        made: Floats = np.exp(scaled - np.logaddexp.reduce(scaled))
        return made

    def log_likelihood(self, data: Any) -> float:
        """Mean of log p(v) at T = 1 over the rows of data (n, V). Errors: InputError above 12 units."""
        return float(-np.mean(self.free_energy(data)) - self.log_partition())

    def sample(
        self,
        start: Any,
        clocks: int,
        annealing: Annealing | None = None,
        seed: int = 0,
        clock: str = "unit",
        clamped: Any = None,
    ) -> Trajectory:
        """Gibbs sampling from the start (N,) on: T = clocks, the first of which is the start.

        clock: “unit”, one clock is one unit, each sweep in a new random order; “sweep”, one clock is one such sweep.
        clamped: bool (N,), units that keep their value.
        """
        check_clocks(clocks)
        state = check_states(start, self.units, "binary").copy()
        if clock not in ("unit", "sweep"):
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "A clock cannot be a “{clock}”; choose unit or sweep."), clock=clock
            )
        free = np.flatnonzero(free_units(clamped, self.units))
        temperatures = (annealing or Annealing()).temperatures(clocks)
        rng = np.random.default_rng(seed)
        recorder = Recorder(state, float(self.energy(state)), temperatures[0])
        order: list[int] = []
        for temperature in temperatures[1:].tolist():
            order = order or rng.permutation(free).tolist()
            taken, order = (order[:1], order[1:]) if clock == "unit" else (order, [])
            for unit in taken:
                pull = self.weights[unit] @ state + self.biases[unit]
                state[unit] = rng.random() < sigmoid(pull / temperature)
            named = taken[0] if clock == "unit" else EVERY
            recorder.add(state, float(self.energy(state)), named, temperature)
        return recorder.trajectory()

    def exact_gradient(self, data: Any) -> BoltzmannGradient:
        """<s_i s_j> with the data (n, V) shown minus <s_i s_j> running freely, both added up over all states, at
        T = 1. Errors: InputError above 12 units."""
        data = np.atleast_2d(check_states(data, self.visible, "binary"))
        hidden = all_states(self.units - self.visible)
        shown = np.concatenate(
            [np.repeat(data, len(hidden), axis=0), np.tile(hidden, (len(data), 1))], axis=1
        )  # fmt: skip
        scaled = -self.energy(shown).reshape(len(data), -1)
        given = np.exp(scaled - np.logaddexp.reduce(scaled, axis=1)[:, None]).ravel() / len(data)
        return _difference(shown, given, all_states(self.units), self.probabilities())

    def sampled_gradient(self, data: Any, k: int = 1, seed: int = 0) -> BoltzmannGradient:
        """The same from samples: one chain a row of data (n, V); hidden units after k sweeps with the data clamped,
        then all units after k more sweeps without (contrastive divergence from the data, Hinton 2002)."""
        data = np.atleast_2d(check_states(data, self.visible, "binary"))
        rng = np.random.default_rng(seed)
        states = np.concatenate([data, rng.integers(0, 2, (len(data), self.units - self.visible))], axis=1)
        if self.units > self.visible:
            self._sweep(states, np.arange(self.visible, self.units), k, rng)
        shown = states.copy()
        self._sweep(states, np.arange(self.units), k, rng)
        even = np.full(len(data), 1 / len(data))
        return _difference(shown, even, states, even)

    def _sweep(self, states: Floats, units: Any, k: int, rng: np.random.Generator) -> None:
        """k Gibbs sweeps over some units of many chains (n, N) at T = 1, in place."""
        for _ in range(k):
            for unit in rng.permutation(units).tolist():
                on = sigmoid(states @ self.weights[unit] + self.biases[unit])
                states[:, unit] = rng.random(len(states)) < on

    def stepped(self, gradient: BoltzmannGradient, rate: float) -> "Boltzmann":
        """Up the gradient."""
        return Boltzmann(
            self.weights + rate * gradient.weights, self.biases + rate * gradient.biases, self.visible
        )  # fmt: skip


def _difference(shown: Floats, given: Floats, free: Floats, chance: Floats) -> BoltzmannGradient:
    """Means of s_i s_j and s_i over states (n, N) with their probabilities (n,), shown minus free."""
    weights = (shown * given[:, None]).T @ shown - (free * chance[:, None]).T @ free
    weights = (weights + weights.T) / 2
    np.fill_diagonal(weights, 0.0)
    return BoltzmannGradient(weights, given @ shown - chance @ free)
