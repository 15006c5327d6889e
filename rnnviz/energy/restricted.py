"""The restricted Boltzmann machine: weights only between visible and hidden units, so each layer is sampled whole."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from rnnviz.energy.annealing import Annealing
from rnnviz.energy.boltzmann import Boltzmann
from rnnviz.energy.checks import (
    Floats,
    all_states,
    check_clocks,
    check_finite,
    check_states,
    free_units,
    frozen,
    sigmoid,
)
from rnnviz.energy.trajectory import EVERY, Recorder, Trajectory
from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP


class RestrictedGradient(NamedTuple):
    """Of the mean log-likelihood: weights (V, H), visible_biases (V,), hidden_biases (H,)."""

    weights: Floats
    visible_biases: Floats
    hidden_biases: Floats


@dataclass(frozen=True, eq=False)
class RestrictedBoltzmann:
    """weights (V, H); visible_biases (V,); hidden_biases (H,). Units are 0 or 1.

    E(v, h) = -v W h - a v - b h; p(v, h) = exp(-E(v, h) / T) / Z. (Smolensky 1986, Information processing in dynamical
    systems: foundations of harmony theory; Hinton 2002, Training products of experts by minimizing contrastive
    divergence, doi:10.1162/089976602760128018.)

    Errors: InputError for shapes that do not fit and numbers that are not finite.
    """

    weights: Floats
    visible_biases: Floats
    hidden_biases: Floats

    def __post_init__(self) -> None:
        for name in ("weights", "visible_biases", "hidden_biases"):
            object.__setattr__(self, name, frozen(getattr(self, name)))
            check_finite(getattr(self, name))
        shapes = (self.weights.shape, self.visible_biases.shape, self.hidden_biases.shape)
        if self.weights.ndim != 2 or not self.weights.size or self.weights.shape != (*shapes[1], *shapes[2]):
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "Weights {weights}, biases {visible} and {hidden}; give (V, H), (V,) and (H,)."
                ),
                weights=shapes[0],
                visible=shapes[1],
                hidden=shapes[2],
            )

    @classmethod
    def create(cls, visible: int, hidden: int, seed: int = 0, spread: float = 0.1) -> "RestrictedBoltzmann":
        """Random weights: normal, of the standard deviation `spread`; biases 0."""
        weights = np.random.default_rng(seed).normal(0.0, spread, (visible, hidden))
        return cls(weights, np.zeros(visible), np.zeros(hidden))

    @property
    def visible(self) -> int:
        """V."""
        return len(self.visible_biases)

    @property
    def hidden(self) -> int:
        """H."""
        return len(self.hidden_biases)

    @property
    def units(self) -> int:
        """N = V + H."""
        return self.visible + self.hidden

    def joint(self) -> Boltzmann:
        """The same distribution as a Boltzmann machine: N units, the visible ones first."""
        weights = np.zeros((self.units, self.units))
        weights[: self.visible, self.visible :] = self.weights
        return Boltzmann(
            weights + weights.T, np.concatenate([self.visible_biases, self.hidden_biases]), self.visible
        )  # fmt: skip

    def energy(self, states: Any) -> Floats:
        """(...,) of states (..., N), visible units first."""
        states = np.asarray(states, dtype=np.float64)
        v, h = states[..., : self.visible], states[..., self.visible :]
        made: Floats = -((v @ self.weights) * h).sum(axis=-1) - v @ self.visible_biases - h @ self.hidden_biases
        return made

    def free_energy(self, visible: Any, temperature: float = 1.0) -> Floats:
        """(...,): F(v) = -a v - T sum_j log(1 + exp((v W + b)_j / T)) of visible states (..., V)."""
        v = np.asarray(visible, dtype=np.float64)
        field = (v @ self.weights + self.hidden_biases) / temperature
        made: Floats = -(v @ self.visible_biases) - temperature * np.logaddexp(0.0, field).sum(axis=-1)
        return made

    def hidden_given(self, visible: Any, temperature: float = 1.0) -> Floats:
        """p(h_j = 1 | v), (..., H)."""
        return sigmoid((np.asarray(visible) @ self.weights + self.hidden_biases) / temperature)

    def visible_given(self, hidden: Any, temperature: float = 1.0) -> Floats:
        """p(v_i = 1 | h), (..., V)."""
        return sigmoid((np.asarray(hidden) @ self.weights.T + self.visible_biases) / temperature)

    def reconstructed(self, visible: Any) -> Floats:
        """(..., V): the probabilities of the visible units after one way up and down, with mean hidden units."""
        return self.visible_given(self.hidden_given(check_states(visible, self.visible, "binary")))

    def log_partition(self) -> float:
        """log Z at T = 1; the smaller layer is added up state by state. Errors: InputError when that has over 12."""
        if self.visible <= self.hidden:
            return float(np.logaddexp.reduce(-self.free_energy(all_states(self.visible))))
        return float(np.logaddexp.reduce(-self._turned().free_energy(all_states(self.hidden))))

    def _turned(self) -> "RestrictedBoltzmann":
        """Visible and hidden units in each other's place."""
        return RestrictedBoltzmann(self.weights.T, self.hidden_biases, self.visible_biases)

    def log_likelihood(self, data: Any) -> float:
        """Mean of log p(v) over the rows of data (n, V). Errors: InputError as `log_partition`."""
        return float(-np.mean(self.free_energy(check_states(data, self.visible, "binary"))) - self.log_partition())

    def sample(
        self, start: Any, clocks: int, annealing: Annealing | None = None, seed: int = 0, clamped: Any = None
    ) -> Trajectory:
        """Gibbs sampling from the start (N,) on, or from visible units (V,) with hidden ones at 0; one clock is one
        layer: hidden from visible, visible from hidden and so on. T = clocks. states (T, N), visible units first.
        clamped: bool (N,), units that keep their value.
        """
        check_clocks(clocks)
        start = np.asarray(start, dtype=np.float64)
        if start.shape == (self.visible,):
            start = np.concatenate([start, np.zeros(self.hidden)])
        state = check_states(start, self.units, "binary")
        free = free_units(clamped, self.units)
        temperatures = (annealing or Annealing()).temperatures(clocks)
        rng = np.random.default_rng(seed)
        recorder = Recorder(state, float(self.energy(state)), temperatures[0])
        for clock, temperature in enumerate(temperatures[1:].tolist()):
            v, h = state[: self.visible], state[self.visible :]
            if clock % 2 == 0:
                h = (rng.random(self.hidden) < self.hidden_given(v, temperature)).astype(np.float64)
            else:
                v = (rng.random(self.visible) < self.visible_given(h, temperature)).astype(np.float64)
            state = np.where(free, np.concatenate([v, h]), state)
            recorder.add(state, float(self.energy(state)), EVERY, temperature)
        return recorder.trajectory()

    def exact_gradient(self, data: Any) -> RestrictedGradient:
        """<v_i h_j> with the data (n, V) shown minus <v_i h_j> over all states. Errors: as `log_partition`."""
        data = np.atleast_2d(check_states(data, self.visible, "binary"))
        if self.visible <= self.hidden:
            v = all_states(self.visible)
            chance = np.exp(-self.free_energy(v) - self.log_partition())
            h = self.hidden_given(v)
        else:
            h = all_states(self.hidden)
            chance = np.exp(-self._turned().free_energy(h) - self.log_partition())
            v = self.visible_given(h)
        return self._difference(data, v, h, chance)

    def cd_gradient(self, data: Any, k: int = 1, seed: int = 0) -> RestrictedGradient:
        """Contrastive divergence CD-k: what data (n, V) say minus what a chain says that ran k steps (down and up) from
        each row. Hidden units drive the chain as samples and are counted as probabilities (Hinton 2002)."""
        data = np.atleast_2d(check_states(data, self.visible, "binary"))
        if k < 1:
            raise InputError(QT_TRANSLATE_NOOP("errors", "CD-{k}: give k from 1 on."), k=k)
        rng = np.random.default_rng(seed)
        v = data
        for _ in range(k):
            h = (rng.random((len(data), self.hidden)) < self.hidden_given(v)).astype(np.float64)
            v = (rng.random(data.shape) < self.visible_given(h)).astype(np.float64)
        return self._difference(data, v, self.hidden_given(v), np.full(len(data), 1 / len(data)))

    def _difference(self, data: Floats, v: Floats, h: Floats, chance: Floats) -> RestrictedGradient:
        """What the data say minus what the model says in states v (n, V), h (n, H) with their probabilities (n,)."""
        up = self.hidden_given(data)
        return RestrictedGradient(
            data.T @ up / len(data) - (v * chance[:, None]).T @ h,
            data.mean(axis=0) - chance @ v,
            up.mean(axis=0) - chance @ h,
        )

    def stepped(self, gradient: RestrictedGradient, rate: float) -> "RestrictedBoltzmann":
        """Up the gradient."""
        return RestrictedBoltzmann(
            self.weights + rate * gradient.weights,
            self.visible_biases + rate * gradient.visible_biases,
            self.hidden_biases + rate * gradient.hidden_biases,
        )
