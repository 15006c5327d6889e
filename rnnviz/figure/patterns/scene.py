"""All that the drawings of a network with symmetric weights need to know, gathered from its state."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import numpy as np

from rnnviz.energy.attractors import Attractor, attractor_of
from rnnviz.energy.boltzmann import Boltzmann
from rnnviz.energy.checks import MAX_ENUMERATED, Floats, all_states
from rnnviz.energy.hopfield import Hopfield
from rnnviz.energy.restricted import RestrictedBoltzmann
from rnnviz.energy.trajectory import Trajectory
from rnnviz.figure.drawing import Colours
from rnnviz.figure.marks import ink
from rnnviz.figure.palette import Theme
from rnnviz.session.patterns import PatternState, clock_phases, data_of, run_of
from rnnviz.session.playback import Phase

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class PatternScene:
    """One network, its patterns, and the path of its state. Units are counted from 0, pixels row by row first, hidden
    ones after them."""

    state: PatternState
    run: Trajectory
    theme: Theme
    reduced_motion: bool = False
    _memo: dict[Hashable, object] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, state: PatternState, theme: Theme, reduced_motion: bool = False) -> "PatternScene":
        return cls(state, run_of(state), theme, reduced_motion)

    @property
    def steps(self) -> int:
        """T, the number of clocks."""
        return len(self.run)

    @property
    def phases(self) -> tuple[Phase, ...]:
        return clock_phases(self.state.spec)

    @property
    def units(self) -> int:
        return int(self.run.states.shape[1])

    @property
    def pixels(self) -> int:
        return self.state.spec.pixels

    @property
    def hidden(self) -> int:
        return self.units - self.pixels

    @cached_property
    def weights(self) -> Floats:
        """(N, N), symmetric."""
        machine = self.state.machine
        return machine.joint().weights if isinstance(machine, RestrictedBoltzmann) else machine.weights

    @cached_property
    def biases(self) -> Floats:
        """(N,): what pulls a unit up when all others are 0."""
        machine = self.state.machine
        if isinstance(machine, Hopfield):
            return -machine.thresholds
        return machine.joint().biases if isinstance(machine, RestrictedBoltzmann) else machine.biases

    @cached_property
    def limit(self) -> float:
        """The size of weight that has the strongest colour and the widest line: the largest there is."""
        return max(float(np.abs(self.weights).max(initial=0.0)), 1e-9)

    def field(self, t: int, unit: int) -> float:
        """What pulled a unit up or down when it was updated at clock t, before it changed."""
        return float(self.weights[unit] @ self.run.states[max(t - 2, 0)] + self.biases[unit])

    @cached_property
    def on(self) -> Floats:
        """(T, N): 1 where a unit is high, 0 where it is low."""
        return np.where(self.run.states > 0, 1.0, 0.0)

    @cached_property
    def data(self) -> Floats:
        """(P, pixels): the patterns, 1 for black and 0 for white."""
        return np.where(data_of(self.state.spec, self.state.patterns) > 0, 1.0, 0.0)

    @cached_property
    def overlaps(self) -> Floats:
        """(T, P): m with every pattern, from -1 to 1."""
        pixels = 2 * self.on[:, : self.pixels] - 1
        made: Floats = pixels @ (2 * self.data - 1).T / self.pixels
        return made

    @cached_property
    def free_energies(self) -> Floats | None:
        """(T,) of the visible units of a machine at T = 1; None where there is none or it is too long a sum."""
        machine = self.state.machine
        if isinstance(machine, Hopfield) or (isinstance(machine, Boltzmann) and not 0 < self.hidden <= MAX_ENUMERATED):
            return None
        return machine.free_energy(self.on[:, : self.pixels])

    @property
    def clamped(self) -> dict[int, int]:
        """The clamped units and what they are kept at."""
        return dict(self.state.clamped)

    @cached_property
    def likelihoods(self) -> Floats | None:
        """(P,): p(v) of every pattern at T = 1, given the clamped units; None for Hopfield networks and where it is too
        long a sum."""
        machine = self.state.machine
        if isinstance(machine, Hopfield) or not len(self.data):
            return None
        if self.clamped:
            if self.units > MAX_ENUMERATED:
                return None
            joint = machine.joint() if isinstance(machine, RestrictedBoltzmann) else machine
            visible, chance = all_states(self.units)[:, : self.pixels], joint.probabilities(1.0, self.clamped)
            return np.array([chance[(visible == row).all(axis=1)].sum() for row in self.data])
        summed = self.units if isinstance(machine, Boltzmann) else min(self.pixels, self.hidden)
        if summed > MAX_ENUMERATED:
            return None
        made: Floats = np.exp(-machine.free_energy(self.data) - machine.log_partition())
        return made

    def seen(self, t: int) -> Floats:
        """(P,): how often each pattern was what the pixels showed, as a share of the clocks up to t."""
        same = np.abs(self.overlaps[:t] - 1) < 1e-9
        return np.asarray(same.mean(axis=0), dtype=np.float64)

    @cached_property
    def attractor(self) -> Attractor | None:
        """What a Hopfield network ended in; None for machines, which never end."""
        machine = self.state.machine
        if not isinstance(machine, Hopfield):
            return None
        return attractor_of(machine, self.run.states[-1], self.run.period)

    @property
    def black(self) -> Colours:
        return ink(self.theme.text)

    @property
    def white(self) -> Colours:
        return ink(self.theme.field)

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` made for this key, once for a scene."""
        if key not in self._memo:
            self._memo[key] = make()
        return self._memo[key]  # type: ignore[return-value]
