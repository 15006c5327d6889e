"""How much a Hopfield network can hold: the quality of recall against the load P / N."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from rnnviz.energy.checks import MAX_UNITS, Floats
from rnnviz.energy.hopfield import Hopfield
from rnnviz.energy.storage import RULES
from rnnviz.errors import InputError
from rnnviz.options import option, validate
from rnnviz.words import QT_TRANSLATE_NOOP

CRITICAL = 0.138  # patterns a unit that Hebb's rule can hold (Amit, Gutfreund, Sompolinsky 1985)
SWEEPS = 60  # recall that has not settled by then is taken as it is
LOADS = (0.02, 0.05, 0.08, 0.1, 0.12, 0.13, 0.14, 0.15, 0.16, 0.18, 0.2, 0.25, 0.3)


@dataclass(frozen=True)
class CapacitySpec:
    """units: N. trials: so many sets of random patterns a load. corruption: the share of the cue that is turned."""

    units: int = option(200, QT_TRANSLATE_NOOP("options", "Units"), minimum=10, maximum=MAX_UNITS)
    rule: str = option("hebb", QT_TRANSLATE_NOOP("options", "Storage"), choices=tuple(RULES))
    trials: int = option(5, QT_TRANSLATE_NOOP("options", "Trials"), minimum=1, maximum=100)
    corruption: float = option(0.0, QT_TRANSLATE_NOOP("options", "Corruption"), minimum=0.0, maximum=0.5)
    seed: int = option(0, QT_TRANSLATE_NOOP("options", "Seed"), minimum=0, maximum=2**31 - 1)

    def __post_init__(self) -> None:
        validate(self)


class CapacityPoint(NamedTuple):
    """load: P / N. overlap: mean of m after recall, 1 is perfect. spread: its standard deviation over the trials.
    fixed: the share of the stored patterns that are fixed points."""

    load: float
    overlap: float
    spread: float
    fixed: float


@dataclass(frozen=True, eq=False)
class Capacity:
    """loads, overlaps, spreads, fixed (L,): see `CapacityPoint`."""

    spec: CapacitySpec
    loads: Floats
    overlaps: Floats
    spreads: Floats
    fixed: Floats


def capacity(spec: CapacitySpec | None = None, loads: Sequence[float] = LOADS) -> Capacity:
    """Recall of random patterns at every load, from the seed. With Hebb's rule and many units the overlap falls from
    nearly 1 at a load of 0.138. (Amit, Gutfreund, Sompolinsky 1985, Storing infinite numbers of patterns in a
    spin-glass model of neural networks, doi:10.1103/PhysRevLett.55.1530.)

    Errors: InputError for options out of bounds and loads that are not positive.
    """
    spec = spec or CapacitySpec()
    points = list(capacity_points(spec, loads))
    load, overlap, spread, fixed = (np.array(part) for part in zip(*points, strict=True))
    return Capacity(spec, load, overlap, spread, fixed)


def capacity_points(spec: CapacitySpec, loads: Sequence[float] = LOADS) -> Iterator[CapacityPoint]:
    """The same, a load at a time. A load's patterns come from (seed, load, trial): loads can be asked in any order."""
    for load in loads:
        count = round(load * spec.units)
        if count < 1:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "A load of {load} is no pattern for {units} units; give at least {least}."),
                load=load,
                units=spec.units,
                least=1 / spec.units,
            )
        overlaps, fixed = [], []
        for trial in range(spec.trials):
            rng = np.random.default_rng([spec.seed, count, trial])
            patterns = rng.choice((-1.0, 1.0), (count, spec.units))
            network = Hopfield.store(patterns, spec.rule)
            cues = np.where(rng.random(patterns.shape) < spec.corruption, -patterns, patterns)
            settled = _settle(network, cues, rng)
            overlaps.append(float((settled * patterns).mean()))
            fixed.append(float(np.mean(network.is_fixed(patterns))))
        yield CapacityPoint(
            count / spec.units, float(np.mean(overlaps)), float(np.std(overlaps)), float(np.mean(fixed))
        )


def _settle(network: Hopfield, cues: Floats, rng: np.random.Generator) -> Floats:
    """Asynchronous recall of many cues (P, N) at once, all in the same random order."""
    states = cues.copy()
    for _ in range(SWEEPS):
        before = states.copy()
        for unit in rng.permutation(network.units).tolist():
            pull = states @ network.weights[unit]
            states[:, unit] = np.where(np.abs(pull) > 1e-12, np.sign(pull), states[:, unit])
        if (states == before).all():
            break
    return states
