"""Machines learn the distribution of some patterns: up the gradient of the log-likelihood, exact or sampled."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

from rnnviz.energy.boltzmann import Boltzmann
from rnnviz.energy.checks import MAX_ENUMERATED, Floats
from rnnviz.energy.restricted import RestrictedBoltzmann
from rnnviz.options import option, validate
from rnnviz.words import QT_TRANSLATE_NOOP

Machine = TypeVar("Machine", Boltzmann, RestrictedBoltzmann)


@dataclass(frozen=True)
class LearningSpec:
    """How a machine learns: every update sees all patterns."""

    method: str = option(
        "cd",
        QT_TRANSLATE_NOOP("options", "Gradient"),
        QT_TRANSLATE_NOOP("options", "CD-k from k steps of sampling; exact from a sum over all states (12 units)"),
        choices=("cd", "exact"),
    )
    k: int = option(
        1,
        QT_TRANSLATE_NOOP("options", "k"),
        QT_TRANSLATE_NOOP("options", "Steps of sampling for one gradient"),
        minimum=1,
        maximum=1000,
    )
    rate: float = option(0.1, QT_TRANSLATE_NOOP("options", "Learning rate"), above=0.0, maximum=10.0)
    chains: int = option(
        10,
        QT_TRANSLATE_NOOP("options", "Chains"),
        QT_TRANSLATE_NOOP("options", "How many samples each pattern starts; more are less noisy"),
        minimum=1,
        maximum=1000,
    )

    def __post_init__(self) -> None:
        validate(self)


def can_enumerate(machine: Boltzmann | RestrictedBoltzmann) -> bool:
    """Whether the exact gradient can be had: all units, or of a restricted machine those of the smaller layer."""
    if isinstance(machine, Boltzmann):
        return machine.units <= MAX_ENUMERATED
    return min(machine.visible, machine.hidden) <= MAX_ENUMERATED


def gradient_of(machine: Machine, data: Any, spec: LearningSpec, seed: int) -> Any:
    """The gradient that the spec asks for, on data (n, V). Errors: InputError where exact sums are too long."""
    if spec.method == "exact":
        return machine.exact_gradient(data)
    chains = np.tile(np.atleast_2d(np.asarray(data, dtype=np.float64)), (spec.chains, 1))
    if isinstance(machine, Boltzmann):
        return machine.sampled_gradient(chains, spec.k, seed)
    return machine.cd_gradient(chains, spec.k, seed)


def learning(machine: Machine, data: Any, spec: LearningSpec | None = None, seed: int = 0) -> Iterator[Machine]:
    """The machine after 1, 2, 3 … updates on data (n, V), for as long as it is asked. Update n draws its samples from
    (seed, n), so that learning can be taken up anywhere with `learnt`."""
    spec = spec or LearningSpec()
    count = 0
    while True:
        machine = learnt(machine, data, spec, seed, count)
        count += 1
        yield machine


def learnt(machine: Machine, data: Any, spec: LearningSpec, seed: int, update: int) -> Machine:
    """The machine after one more update, the one that follows `update` others."""
    drawn = int(np.random.SeedSequence([seed, update]).generate_state(1)[0])
    return machine.stepped(gradient_of(machine, data, spec, drawn), spec.rate)


def flat(gradient: Any) -> Floats:
    """All parts of a gradient in one row, to be compared."""
    made: Floats = np.concatenate([np.ravel(part) for part in gradient])
    return made
