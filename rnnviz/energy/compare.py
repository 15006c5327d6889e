"""The same machine learns twice, with CD-k and with the exact gradient, to see what the approximation costs."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from rnnviz.energy.boltzmann import Boltzmann
from rnnviz.energy.learning import LearningSpec, flat, gradient_of, learnt
from rnnviz.energy.restricted import RestrictedBoltzmann


class Compared(NamedTuple):
    """After `update` updates: the mean log-likelihoods of the data, the cosine between both gradients at the weights of
    the machine that learns by CD-k, and both machines."""

    update: int
    sampled: float
    exact: float
    cosine: float
    sampled_machine: Any
    exact_machine: Any


def compare_learning(
    machine: Boltzmann | RestrictedBoltzmann,
    data: Any,
    spec: LearningSpec | None = None,
    seed: int = 0,
    updates: int = 400,
    every: int = 10,
) -> Iterator[Compared]:
    """Both ways from the same first weights, every so many updates, the beginning included; data (n, V).

    Errors: InputError for a machine of which no exact gradient can be had.
    """
    sampling = replace(spec or LearningSpec(), method="cd")
    exactly = replace(sampling, method="exact")
    one: Any = machine
    other: Any = machine
    for update in range(updates + 1):
        if update % every == 0 or update == updates:
            exact = flat(gradient_of(one, data, exactly, 0))
            rough = flat(gradient_of(one, data, sampling, seed + update))
            size = float(np.linalg.norm(exact) * np.linalg.norm(rough))
            cosine = float(exact @ rough) / size if size else 1.0
            yield Compared(update, one.log_likelihood(data), other.log_likelihood(data), cosine, one, other)
        one = learnt(one, data, sampling, seed, update)
        other = learnt(other, data, exactly, seed, update)
