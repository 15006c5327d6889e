"""How a gradient changes the weights; all work in place on one vector that holds every parameter."""

from typing import Any, Protocol, final

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP

Array = NDArray[Any]


class Optimiser(Protocol):
    def update(self, weights: Array, gradient: Array, rate: float) -> None:
        """Change the weights (N,) in place; the gradient (N,) is left as it is."""


@final
class SGD:
    """w <- w - rate * g."""

    def update(self, weights: Array, gradient: Array, rate: float) -> None:
        weights -= rate * gradient


@final
class Momentum:
    """v <- 0.9 v + g, w <- w - rate * v (Polyak 1964; the rate is outside of v, as in PyTorch)."""

    def __init__(self) -> None:
        self._velocity: Array | None = None

    def update(self, weights: Array, gradient: Array, rate: float) -> None:
        if self._velocity is None:
            self._velocity = np.zeros_like(weights)
        self._velocity *= 0.9
        self._velocity += gradient
        weights -= rate * self._velocity


@final
class Adam:
    """Kingma and Ba 2015, arXiv:1412.6980, with beta 0.9 and 0.999 and epsilon 1e-8."""

    def __init__(self) -> None:
        self._updates = 0
        self._mean: Array | None = None
        self._square: Array | None = None

    def update(self, weights: Array, gradient: Array, rate: float) -> None:
        if self._mean is None or self._square is None:
            self._mean, self._square = np.zeros_like(weights), np.zeros_like(weights)
        self._updates += 1
        self._mean *= 0.9
        self._mean += 0.1 * gradient
        self._square *= 0.999
        work = gradient * gradient
        work *= 0.001
        self._square += work
        np.sqrt(self._square, work)
        work /= (1 - 0.999**self._updates) ** 0.5
        work += 1e-8
        np.divide(self._mean, work, work)
        work *= rate / (1 - 0.9**self._updates)
        weights -= work


_OPTIMISERS: dict[str, type[SGD | Momentum | Adam]] = {"sgd": SGD, "momentum": Momentum, "adam": Adam}


def make_optimiser(name: str) -> Optimiser:
    """A fresh optimiser. InputError lists the names there are."""
    if name not in _OPTIMISERS:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "There is no optimiser “{name}”; there is {names}."),
            name=name,
            names=", ".join(_OPTIMISERS),
        )
    return _OPTIMISERS[name]()


def clip_by_norm(gradient: Array, limit: float | None) -> float:
    """Scale the gradient (N,) down in place when its Euclidean norm exceeds the limit (Pascanu et al. 2013,
    arXiv:1211.5063). Returns the norm before."""
    norm = float(np.sqrt(np.dot(gradient, gradient)))
    if limit is not None and norm > limit:
        # The tiny term is PyTorch's guard against dividing by zero; with it, clipped gradients agree to all digits.
        gradient *= limit / (norm + 1e-6)
    return norm
