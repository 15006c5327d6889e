"""What a state is that a Hopfield network ended in: a stored pattern, a negative, a mixture, or something else."""

from dataclasses import dataclass
from itertools import combinations, product
from typing import Any, Literal

import numpy as np

from rnnviz.energy.checks import Floats
from rnnviz.energy.hopfield import Hopfield

Kind = Literal["stored", "negative", "mixture", "spurious", "cycle", "moving"]
MIXED = 3  # patterns in a mixture; mixtures of even numbers are not stable (Amit et al. 1985)
NEAR = 0.05  # the share of units by which a mixture may differ: other patterns pull at it


@dataclass(frozen=True)
class Attractor:
    """kind: stored and negative are exact; mixture is sign(±a ±b ±c) of three patterns, up to 5 % of the units;
    spurious is any other fixed point; cycle is one of two states that follow each other; moving is no fixed point.

    of: the patterns it is made of, from 0; for the last three kinds the one that is nearest. signs: +1 or -1 for each
    of them. distance: by how many units it differs from that pattern or mixture.
    """

    kind: Kind
    of: tuple[int, ...] = ()
    signs: tuple[int, ...] = ()
    distance: int = 0


def attractor_of(network: Hopfield, state: Any, period: int | None = None) -> Attractor:
    """Names a state (N,). period: of the trajectory that ended there; when None, the state itself is asked.

    The mixtures of three stored patterns are spurious attractors too, but such as can be told in words. (Amit,
    Gutfreund, Sompolinsky 1985, Spin-glass models of neural networks, doi:10.1103/PhysRevA.32.1007.)
    """
    state = np.asarray(state, dtype=np.float64)
    if period is None:
        period = int(network.is_fixed(state))
    patterns = network.patterns.reshape(-1, network.units)
    if network.values == "binary":
        state, patterns = 2 * state - 1, 2 * patterns - 1
    nearest, sign, distance = _nearest(patterns, state)
    if period != 1:
        kind: Kind = "cycle" if period == 2 else "moving"
        return Attractor(kind, nearest, sign, distance)
    if nearest and distance == 0:
        return Attractor("stored" if sign[0] > 0 else "negative", nearest, sign)
    of, signs, apart = _mixture(patterns, state)
    if of and apart <= NEAR * network.units and apart < distance:
        return Attractor("mixture", of, signs, apart)
    return Attractor("spurious", nearest, sign, distance)


def _nearest(patterns: Floats, state: Floats) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    if not len(patterns):
        return (), (), 0
    overlaps = patterns @ state
    # The pattern itself before a negative that is as near.
    k = int(np.argmax(np.abs(overlaps) + 0.5 * (overlaps > 0)))
    sign = 1 if overlaps[k] >= 0 else -1
    return (k,), (sign,), int((len(state) - abs(overlaps[k])) / 2)


def _mixture(patterns: Floats, state: Floats) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """The nearest mixture of three patterns that are positively mixed as far as their overlaps with the state say."""
    best: tuple[tuple[int, ...], tuple[int, ...], int] = ((), (), len(state))
    # What is mixed in has an overlap of one half where patterns are independent: the strongest few are enough.
    strongest = np.argsort(-np.abs(patterns @ state), kind="stable")[:8].tolist()
    for of in combinations(sorted(strongest), MIXED):
        for signs in product((1, -1), repeat=MIXED):
            mixed = np.sign(np.array(signs) @ patterns[list(of)])
            apart = int((mixed != state).sum())
            if apart < best[2]:
                best = (of, signs, apart)
    return best
