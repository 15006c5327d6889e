"""One weight of a network replaced by another number: what a person typed or dragged; and numbers as they are typed."""

from dataclasses import replace
from types import MappingProxyType

import numpy as np

from rnnviz.engine.messages import Model
from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP

MOST = 1e6  # products of larger numbers overflow float32 within a few clocks
_UNREADABLE = QT_TRANSLATE_NOOP("errors", "“{text}” is not a number for a weight; give one such as 0.5, -2 or 1e-3.")
_NO_NUMBER = QT_TRANSLATE_NOOP("errors", "“{text}” is not a number; give one such as 0.5, -2 or 1e-3.")
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors", "A weight of {value:g} is out of bounds; give one between {low:g} and {high:g}."
)


def read_weight(text: str) -> float:
    """The number that was typed; a comma may stand for the point.

    Errors: InputError for anything else than one finite number within ±1e6.
    """
    try:
        value = float(text.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        raise InputError(_UNREADABLE, text=text.strip()[:40]) from None
    if np.isnan(value):
        raise InputError(_UNREADABLE, text=text.strip()[:40])
    if abs(value) > MOST:
        raise InputError(_TOO_LARGE, value=value, low=-MOST, high=MOST)
    return value


def read_number(text: str) -> float:
    """The number that was typed for an input, a state or a gate, not yet checked for what it can be.

    Errors: InputError for anything else than one number.
    """
    try:
        value = float(text.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        value = float("nan")
    if np.isnan(value):
        raise InputError(_NO_NUMBER, text=text.strip()[:40])
    return value


def with_weight(model: Model, name: str, index: tuple[int, ...], value: float) -> Model:
    """The model with one entry of the parameter `name` changed; the updates behind it stay, what was known of its
    mistakes on held-out sequences does not. The model itself when the entry has that value already.

    Errors: InputError for a value that is not finite or beyond ±1e6.
    """
    if not abs(value) <= MOST:
        raise InputError(_TOO_LARGE, value=value, low=-MOST, high=MOST)
    old = model.parameters[name]
    if old[index] == old.dtype.type(value):
        return model
    array = old.copy()
    array[index] = value
    array.flags.writeable = False
    parameters = MappingProxyType({**model.parameters, name: array})
    nan = float("nan")
    return replace(model, parameters=parameters, loss=nan, accuracy=nan, edited=True)
