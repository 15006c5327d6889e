"""One input of a sequence replaced by another: what a person typed, dragged or chose on the stage."""

from dataclasses import replace

import numpy as np

from rnnviz.errors import InputError
from rnnviz.inputs import spelled
from rnnviz.inputs.sequence import (
    MAX_SIZE,
    Sequence,
    character_label,
    characters_of,
    sequence_of_characters,
    sequence_of_values,
    sequence_of_words,
)
from rnnviz.tasks.base import Task
from rnnviz.words import QT_TRANSLATE_NOOP


def symbols_of(task: Task, sequence: Sequence) -> tuple[str, ...]:
    """What can stand at a clock, as labels, where the sequence is one of symbols; () where it is one of numbers."""
    if sequence.kind == "bits":
        return ("0", "1")
    if sequence.kind == "text":
        return tuple(character_label(name) for name in task.input_names if len(name) == 1)
    return tuple(task.input_names) if sequence.kind == "words" else ()


def with_symbol(task: Task, sequence: Sequence, t: int, symbol: str) -> Sequence:
    """The sequence with this symbol at clock t, from 1; the sequence itself where it stands there already.

    Errors: InputError for a symbol that there is not, or a sequence that the task cannot read.
    """
    symbols = symbols_of(task, sequence)
    if symbol not in symbols:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{symbol}” is none of the symbols here; give one of {symbols}."),
            symbol=symbol[:20],
            symbols=" ".join(symbols[:40]),
        )
    labels = (*sequence.labels[: t - 1], symbol, *sequence.labels[t:])
    if labels == sequence.labels:
        return sequence
    if sequence.kind == "bits":
        made = sequence_of_values("", "bits", np.array([[float(label)] for label in labels]))
    elif sequence.kind == "text":
        characters = characters_of(labels)
        made = sequence_of_characters("", characters)
    else:
        made = sequence_of_words("", labels)
    return _read(task, made)


def with_input(task: Task, sequence: Sequence, t: int, unit: int, x: float) -> Sequence:
    """The sequence of numbers with which x_t of this unit, from 0, becomes x, as the network reads it: a task may
    scale what is given to it. The sequence itself where it is that already.

    Errors: InputError for a value that is not finite or beyond ±1e9, and where the task cannot read the sequence.
    """
    if symbols_of(task, sequence) or sequence.values.shape[1] != task.inputs:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "This input is no number of its own; change the sequence instead.")
        )
    old, at = float(sequence.values[t - 1, unit]), (t - 1, unit)

    def given(value: float) -> Sequence:
        values = sequence.values.copy()
        values[at] = value
        return sequence_of_values("", sequence.kind, values)

    seen = float(task.encode(sequence)[at])
    value = x
    if seen != old:  # what the task makes of a value is a multiple of it and a constant
        slope = float(task.encode(given(old + 1.0))[at]) - seen
        value = float(f"{old + (x - seen) / slope:.12g}")
    if not abs(value) <= MAX_SIZE:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", "An input of {value:g} is out of bounds; give one between {low:g} and {high:g}."
            ),
            value=value,
            low=-MAX_SIZE,
            high=MAX_SIZE,
        )
    return sequence if value == old else _read(task, given(value))


def _read(task: Task, sequence: Sequence) -> Sequence:
    """With what a person would have typed, once the task has read it."""
    task.encode(sequence)
    task.target(sequence)
    return replace(sequence, text=spelled(sequence))
