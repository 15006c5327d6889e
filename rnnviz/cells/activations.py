"""What a unit without gates does with its sum: tanh, the logistic function, rectification, or nothing."""

from collections.abc import Callable
from typing import Literal

import numpy as np

from rnnviz.cells.base import Array, Gate, sigmoid
from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP

FUNCTION: dict[str, Callable[[Array], Array]] = {
    "tanh": np.tanh,
    "sigmoid": sigmoid,
    "relu": lambda a: np.maximum(a, 0),
    "linear": lambda a: a,
}
_KINDS: dict[str, Literal["sigmoid", "tanh", "state"]] = {
    "tanh": "tanh",
    "sigmoid": "sigmoid",
    "relu": "state",
    "linear": "state",
}
_TEX = {"tanh": r"\tanh(%s)", "sigmoid": r"\sigma(%s)", "relu": r"\max(0, %s)", "linear": "%s"}


def hidden_gate(activation: str, sum_tex: str) -> Gate:
    """The gate h of a cell whose unit is one function of one sum. Errors: InputError for another activation."""
    if activation not in _TEX:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "There is no activation “{name}”; there is {names}."),
            name=activation,
            names=", ".join(_TEX),
        )
    title = QT_TRANSLATE_NOOP("cells", "hidden")
    return Gate("h", title, _KINDS[activation], "H", "h_t = " + _TEX[activation] % sum_tex)


def scale_of(activation: str) -> float:
    """What the sums are multiplied with before `respond`: sigmoid(a) = (1 + tanh(a / 2)) / 2."""
    return 0.5 if activation == "sigmoid" else 1.0


def respond(activation: str, a: Array) -> None:
    """The function of scaled sums, in place."""
    if activation == "tanh":
        np.tanh(a, a)
    elif activation == "relu":
        np.maximum(a, 0, out=a)
    elif activation == "sigmoid":
        np.tanh(a, a)
        np.multiply(a, 0.5, a)
        np.add(a, 0.5, a)


def slopes(activation: str, h: Array, out: Array) -> None:
    """dh/da, from h itself, into out."""
    if activation == "tanh":
        np.multiply(h, h, out)
        np.subtract(1, out, out)
    elif activation == "sigmoid":
        np.subtract(1, h, out)
        np.multiply(out, h, out)
    elif activation == "relu":
        np.greater(h, 0, out)
    else:
        out[...] = 1
