"""The way back: a Sequence, from wherever it came, as somebody would type it."""

import numpy as np

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence, characters_of
from rnnviz.inputs.text import read_text


def spelled(sequence: Sequence) -> str:
    """What to type for these very symbols: `sequence.text` where that was typed. Empty where nothing would do."""
    for text in (sequence.text, _joined(sequence), f'"{_joined(sequence)}"'):
        if any(_reads_as(text, kind, sequence) for kind in (None, sequence.kind)):
            return text
    return ""


def _reads_as(text: str, kind: Kind | None, sequence: Sequence) -> bool:
    try:
        read = read_text(text, kind)
    except InputError:
        return False
    return read.labels == sequence.labels and np.array_equal(read.values, sequence.values)


def _joined(sequence: Sequence) -> str:
    if sequence.kind == "text":
        return characters_of(sequence.labels)
    if sequence.kind == "words":
        return " ".join(sequence.labels)
    steps = [",".join(map(_number, values)) for values in sequence.values.tolist()]
    if sequence.kind == "vectors":
        return "; ".join(steps) + ";" * (len(steps) == 1)
    return " ".join(steps)


def _number(value: float) -> str:
    """Every digit that makes it this number."""
    return str(int(value)) if value.is_integer() else repr(value)
