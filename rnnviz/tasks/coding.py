"""Symbols become units and back: what most tasks need to read what was typed and to say what the network says."""

from collections.abc import Sequence as Names

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Sequence
from rnnviz.tasks.base import Array, Task
from rnnviz.words import QT_TRANSLATE_NOOP

Codes = NDArray[np.intp]


def read_symbols(task: Task, sequence: Sequence, alphabet: str) -> Codes:
    """The places (T,) of typed characters in the alphabet. InputError names the first that is not in it."""
    task.check_kind(sequence)
    places = {character: code for code, character in enumerate(alphabet)}
    for place, symbol in enumerate(sequence.labels, start=1):
        if symbol not in places:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "Character {place} is “{symbol}”; this network reads {alphabet}"),
                place=place,
                symbol=symbol,
                alphabet=" ".join(alphabet),
            )
    return np.array([places[symbol] for symbol in sequence.labels], dtype=np.intp)


def one_hot(codes: Codes, width: int) -> Array:
    """(..., width) with a 1 at each code, and zeros where the code is negative: nothing stands there."""
    hot: Array = np.eye(width + 1, width)[np.where(codes < 0, width, codes)]
    return hot


def next_values(values: Array) -> tuple[Array, Array]:
    """Of values (T, D) the target, the next ones, and the mask (T,): nothing follows the last, so both are 0 there."""
    mask = np.ones(len(values))
    mask[-1] = 0
    return np.concatenate([values[1:], np.zeros_like(values[:1])]), mask


def said_classes(output: Array, names: Names[str]) -> tuple[str, ...]:
    """The most probable class of each of (T, O). Where several are exactly so none is the answer: then both of two,
    “a/b”, and of more the first two, “a/b/…”. Empty where there is no number."""
    most = output == output.max(axis=-1, keepdims=True)
    first, tied = np.argmax(most, axis=-1), np.count_nonzero(most, axis=-1)
    said = [names[code] for code in first]
    for t in np.flatnonzero(tied != 1):
        two = "/".join(names[code] for code in np.flatnonzero(most[t])[:2])
        said[t] = f"{two}/…" if tied[t] > 2 else two
    return tuple(said)


def said_numbers(values: Array) -> tuple[str, ...]:
    """Two decimals of each of (T,)."""
    # Adding 0 turns a rounded -0.00 into 0.00.
    return tuple(f"{np.round(value, 2) + 0.0:.2f}" for value in values)
