"""The path of a network's state: what every unit is at every clock, and the energy there."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rnnviz.energy.checks import Floats, Ints, frozen

EVERY, NOBODY = -1, -2  # in place of a unit's index: all units at once; none, as at the first clock


@dataclass(frozen=True, eq=False)
class Trajectory:
    """T clocks of N units; the first clock is the start, at which nothing was updated.

    states (T, N); energies (T,); unit (T,): the unit that was updated at this clock, `EVERY` for a sweep over all (or
    over one layer), `NOBODY` at the first clock; temperatures (T,), 0 where units follow their fields without chance.
    period: 1 when the last state is a fixed point, 2 when it and the one before follow each other for ever, 0 when
    the path was cut or goes on by chance.
    """

    states: Floats
    energies: Floats
    unit: Ints
    temperatures: Floats
    period: int = 0

    def __len__(self) -> int:
        return len(self.states)

    @property
    def changed(self) -> NDArray[np.bool_]:
        """(T, N): which units are another than the clock before; none at the first clock."""
        made = np.zeros(self.states.shape, dtype=bool)
        made[1:] = self.states[1:] != self.states[:-1]
        return made


class Recorder:
    """Collects the clocks of a trajectory."""

    def __init__(self, state: Floats, energy: float, temperature: float = 0.0) -> None:
        self._states, self._energies = [state.copy()], [energy]
        self._unit, self._temperatures = [NOBODY], [temperature]

    def add(self, state: Floats, energy: float, unit: int, temperature: float = 0.0) -> None:
        self._states.append(state.copy())
        self._energies.append(energy)
        self._unit.append(unit)
        self._temperatures.append(temperature)

    def trajectory(self, period: int = 0) -> Trajectory:
        unit = np.array(self._unit, dtype=np.intp)
        unit.setflags(write=False)
        return Trajectory(frozen(self._states), frozen(self._energies), unit, frozen(self._temperatures), period)
