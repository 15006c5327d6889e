"""Is what was given usable? Each function returns an array in the network's precision or raises a sentence."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rnnviz.errors import InputError
from rnnviz.network.parameters import directions
from rnnviz.network.scenario import encoder_clocks
from rnnviz.network.spec import NetworkSpec
from rnnviz.words import QT_TRANSLATE_NOOP, translate

Array = NDArray[Any]


def _numbers(what: str, given: ArrayLike, dtype: str) -> Array:
    try:
        array = np.asarray(given)
        if array.dtype.kind not in "fiub":
            array = array.astype(np.float64) if array.dtype.kind == "O" else array.astype(dtype)
    except (TypeError, ValueError) as error:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "{what} is not an array of numbers: {reason}."), what=what, reason=error
        ) from None
    return array


def _finite(what: str, array: Array, dtype: str) -> Array:
    result = array.astype(dtype, copy=False)
    finite = np.isfinite(result)
    if not finite.all():
        place = tuple(int(i) for i in np.argwhere(~finite)[0])
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "{what} holds {value} at {place}; only finite numbers are accepted."),
            what=what,
            value=float(array[place]),
            place=place,
        )
    return result


def _shape(what: str, array: Array, wanted: tuple[int, ...], letters: str) -> None:
    if array.shape != wanted:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "{what} has the shape {given}; this network needs {letters} = {wanted}."),
            what=what,
            given=array.shape,
            letters=letters,
            wanted=wanted,
        )


def sequence(x: ArrayLike, spec: NetworkSpec) -> Array:
    """x (T, B, D) with at least one clock and one sequence, and as long as the scenario needs it."""
    array = _numbers(translate("errors", "The input"), x, spec.dtype)
    if array.ndim != 3 or array.shape[2] != spec.inputs or 0 in array.shape:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The input has the shape {given}; this network needs (T, B, {inputs}) with at least one clock.",
            ),
            given=array.shape,
            inputs=spec.inputs,
        )
    if spec.scenario == "delayed":
        encoder_clocks(spec, len(array))
    return _finite(translate("errors", "The input"), array, spec.dtype)


def target(given: ArrayLike, spec: NetworkSpec, loss: str, size: tuple[int, ...]) -> Array:
    """target (T, B, O); class numbers (T, B) become one-hot for the cross-entropy."""
    what = translate("errors", "The target")
    array = _numbers(what, given, spec.dtype)
    if loss == "cross_entropy" and array.ndim == 2 and array.dtype.kind in "iu":
        _shape(what, array, size, "(T, B)")
        if array.min() < 0 or array.max() >= spec.outputs:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "The target holds class {value}; this network has 0 to {last}."),
                value=int(array.min() if array.min() < 0 else array.max()),
                last=spec.outputs - 1,
            )
        one_hot: Array = np.eye(spec.outputs, dtype=spec.dtype)[array]
        return one_hot
    _shape(what, array, (*size, spec.outputs), "(T, B, O)")
    return _finite(what, array, spec.dtype)


def mask(given: ArrayLike | None, spec: NetworkSpec, size: tuple[int, ...]) -> Array | None:
    """mask (T, B) of weights >= 0, of which at least one is not 0; None counts all."""
    if given is None:
        return None
    what = translate("errors", "The mask")
    array = _numbers(what, given, spec.dtype)
    _shape(what, array, size, "(T, B)")
    array = _finite(what, array, spec.dtype)
    if array.min() < 0 or not array.any():
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "The mask needs numbers from 0 on, and one at least that is not 0.")
        )
    return array


def state(
    given: Mapping[str, ArrayLike] | None, spec: NetworkSpec, names: tuple[str, ...], batch: int
) -> dict[str, Array] | None:
    """{"h": (L, B, H)}, for the LSTM also "c", for a Jordan network {"s": (L, B, O)}; one that is left out is zero."""
    if given is None:
        return None
    layers = spec.layers * len(directions(spec))
    for name in given:
        if name not in names:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "There is no state “{name}” in this network; it has {names}."),
                name=name,
                names=", ".join(names),
            )
    result = {}
    for name in names:
        wanted = (layers, batch, spec.outputs if name == "s" else spec.hidden)
        what = translate("errors", "The state {name}").format(name=name)
        array = _numbers(what, given.get(name, np.zeros(wanted)), spec.dtype)
        _shape(what, array, wanted, "(L, B, O)" if name == "s" else "(L, B, H)")
        result[name] = _finite(what, array, spec.dtype)
    return result
