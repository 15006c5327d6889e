"""A trace as a file: every named array of one run, with its gradients."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rnnviz.energy.hopfield import Hopfield
from rnnviz.export.base import format_for
from rnnviz.export.place import check_place, placing
from rnnviz.network.held import NOTHING_HELD, Held
from rnnviz.network.parameters import part_suffix
from rnnviz.paths import atomic_path
from rnnviz.session.patterns import PatternState
from rnnviz.session.patterns import run_of as path_of

Array = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class Run:
    """labels: T symbols. arrays: (T, units) by name: x, s, h, c, the gates' letters, M, and gradients as grad_h."""

    labels: tuple[str, ...]
    arrays: Mapping[str, Array]

    @property
    def columns(self) -> list[str]:
        """The name of each number of a clock: h[0], h[1] and so on, units from 0."""
        return [f"{name}[{unit}]" for name, array in self.arrays.items() for unit in range(array.shape[1])]

    @property
    def table(self) -> Array:
        """(T, columns), every array beside the other."""
        return np.concatenate(list(self.arrays.values()), axis=1)


def run_of(
    labels: tuple[str, ...],
    trace: Mapping[str, Array],
    gradients: Mapping[str, Array],
    memory: str = "H",
    held: Held = NOTHING_HELD,
) -> Run:
    """The arrays of a snapshot as they are written: M_t = H_(t-1) is added (at the first clock zero, or what is held;
    H_(t+1) where a layer runs right to left) where `memory` names the layer that is copied, gradients get the prefix
    “grad_”. Of several layers or directions each has an M with their suffix."""
    arrays = {name: trace[name] for name in ("x", "s", "h")} | dict(trace)
    copied = memory.lower()
    for name in [name for name in arrays if copied and name.partition("_l")[0] == copied]:
        array, suffix = arrays[name], name.removeprefix(copied)
        none = np.zeros_like(array[:1])
        for spot, value in held.items():
            if (spot.name, spot.t) == (copied, 0) and suffix in ("", part_suffix(spot.layer, spot.reverse)):
                none[0, spot.unit] = value
        if suffix or f"{copied}_l0" not in arrays:
            parts = [array[1:], none] if suffix.endswith("_reverse") else [none, array[:-1]]
            arrays["M" + suffix] = np.concatenate(parts)
    arrays |= {f"grad_{name}": array for name, array in gradients.items()}
    return Run(labels, arrays)


def run_of_patterns(state: PatternState) -> Run:
    """The path of a network of patterns: the updated unit as the symbol (from 1, empty where it is not one), s (T, N)
    the units, E (T, 1) the energy, m (T, P) the overlaps of a Hopfield network, T (T, 1) the temperature of others."""
    run = path_of(state)
    labels = tuple(str(unit + 1) if unit >= 0 else "" for unit in run.unit.tolist())
    arrays = {"s": run.states, "E": run.energies[:, None]}
    if isinstance(state.machine, Hopfield) and state.patterns:
        arrays["m"] = state.machine.overlaps(run.states)
    if not isinstance(state.machine, Hopfield):
        arrays["T"] = run.temperatures[:, None]
    return Run(labels, arrays)


def write_trace(run: Run, path: Path, format: str | None = None) -> None:
    """Write a run to `path` as its suffix (or `format`) says. Errors: InputError, and `path` is as it was."""
    exporter = format_for(path, format, kinds=("trace",))
    check_place(path)
    with placing(path), atomic_path(path) as temporary:
        exporter.write(run, temporary)
