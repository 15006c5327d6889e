"""At which clocks there is an input and an answer, and what stands in for an input that there is not.

The names are those of Karpathy, A. (2015). The unreasonable effectiveness of recurrent neural networks.

many-to-many: an input and an answer at every clock. many-to-one: an answer at the last clock only. one-to-one: both at
the first clock only; what comes after it is 0 and is not asked for. one-to-many: an input at the first clock only, and
from then on the network reads its own last answer, x_t = s_(t-1). delayed: inputs at the first n clocks (the encoder,
Sutskever et al. 2014), answers at all the others (the decoder); the decoder reads 0 first, then its own last answer.

What is read back is s after the readout's function; gradients go through it.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.network.spec import NetworkSpec
from rnnviz.words import QT_TRANSLATE_NOOP

Clocks = NDArray[np.bool_]  # (T,)


def encoder_clocks(spec: NetworkSpec, steps: int) -> int:
    """n, how many of T clocks the encoder of a delayed network reads: those that are set, else half of them.

    Errors: InputError where no clock is left to answer.
    """
    count = steps // 2 if spec.encoder is None else spec.encoder
    if not 1 <= count < steps:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The encoder of this delayed network reads to t = {count}, so that it cannot answer in a sequence of "
                "{steps}; give a longer one.",
            ),
            count=max(count, 1),
            steps=steps,
        )
    return count


def has_x(spec: NetworkSpec, steps: int) -> Clocks:
    """Where there is an input from outside."""
    clocks = np.ones(steps, bool)
    if spec.scenario in ("one-to-one", "one-to-many"):
        clocks[1:] = False
    elif spec.scenario == "delayed":
        clocks[encoder_clocks(spec, steps) :] = False
    return clocks


def has_s(spec: NetworkSpec, steps: int) -> Clocks:
    """Where there is an answer; only these count in a loss."""
    clocks = np.ones(steps, bool)
    if spec.scenario == "one-to-one":
        clocks[1:] = False
    elif spec.scenario == "many-to-one":
        clocks[:-1] = False
    elif spec.scenario == "delayed":
        clocks[: encoder_clocks(spec, steps)] = False
    return clocks


def reads_back(spec: NetworkSpec, steps: int) -> Clocks:
    """Where the input is the answer of the clock before."""
    clocks = np.zeros(steps, bool)
    if spec.scenario == "one-to-many":
        clocks[1:] = True
    elif spec.scenario == "delayed":
        clocks[encoder_clocks(spec, steps) + 1 :] = True
    return clocks


def counted(spec: NetworkSpec, mask: NDArray[Any]) -> NDArray[Any]:
    """mask (T, B) where there is an answer, else 0."""
    return mask if spec.scenario == "many-to-many" else mask * has_s(spec, len(mask))[:, None]
