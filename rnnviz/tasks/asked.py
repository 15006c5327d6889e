"""Questions inside a sequence: after “?” the network answers, and nothing but silence “.” is read."""

import numpy as np

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Sequence
from rnnviz.tasks.base import Array
from rnnviz.tasks.coding import one_hot
from rnnviz.words import QT_TRANSLATE_NOOP

SILENCE, ASK = ".", "?"


def check_asked(sequence: Sequence) -> None:
    """InputError when something other than “.” follows the first “?”."""
    if ASK not in sequence.labels:
        return
    asked = sequence.labels.index(ASK)
    for place, symbol in enumerate(sequence.labels[asked + 1 :], start=asked + 2):
        if symbol != SILENCE:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "Character {place} is “{symbol}”; after “?” only “.” is read."),
                place=place,
                symbol=symbol,
            )


def answers_after_asking(sequence: Sequence, answers: list[int], width: int) -> tuple[Array, Array]:
    """target (T, O) and mask (T,): the answers in order from the clock after “?” on, as far as the sequence goes."""
    codes = np.full(len(sequence), -1)
    if ASK in sequence.labels:
        first = sequence.labels.index(ASK) + 1
        room = len(codes) - first
        codes[first : first + len(answers)] = answers[:room]
    return one_hot(codes, width), (codes >= 0).astype(np.float64)
