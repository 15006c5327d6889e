"""A sequence as a person gave it, before a task turns it into numbers for the network."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rnnviz.errors import InputError
from rnnviz.words import QT_TRANSLATE_NOOP

Array = NDArray[np.float64]
Kind = Literal["bits", "numbers", "vectors", "text", "words"]

KIND_TITLES: dict[Kind, str] = {
    "bits": QT_TRANSLATE_NOOP("inputs", "bits"),
    "numbers": QT_TRANSLATE_NOOP("inputs", "numbers"),
    "vectors": QT_TRANSLATE_NOOP("inputs", "vectors"),
    "text": QT_TRANSLATE_NOOP("inputs", "text"),
    "words": QT_TRANSLATE_NOOP("inputs", "words"),
}

MAX_STEPS = 10_000
MAX_WIDTH = 4096
MAX_SIZE = 1e9  # larger numbers overflow a network's squares in float32
_SHOWN = {" ": "␣", "\n": "↵", "\t": "⇥"}


@dataclass(frozen=True, eq=False)
class Sequence:
    """T symbols in order.

    text: what was typed, or the name of the file. kind: how it was read. labels: T strings, shown under X.
    values: (T, width) float64, read-only; width 1 for bits and numbers, 0 for text and words, whose symbols are
    their labels.
    """

    text: str
    kind: Kind
    labels: tuple[str, ...]
    values: Array

    def __len__(self) -> int:
        return len(self.labels)


def sequence_of_values(text: str, kind: Kind, values: ArrayLike) -> Sequence:
    """Bits, numbers or vectors from values (T, width), of which the Sequence keeps a read-only copy."""
    array = np.array(values, dtype=np.float64)
    array.setflags(write=False)
    labels = map(vector_label, array) if kind == "vectors" else map(number_label, array[:, 0])
    return Sequence(text, kind, tuple(labels), array)


def sequence_of_characters(text: str, characters: str) -> Sequence:
    """Text, one symbol a character; the labels of a text spell the same text."""
    values = np.zeros((len(characters), 0))
    values.setflags(write=False)
    return Sequence(text, "text", tuple(map(character_label, characters)), values)


def sequence_of_words(text: str, words: Iterable[str]) -> Sequence:
    """Words, one a symbol, with nothing in them that cannot be shown."""
    labels = tuple("".join(map(character_label, word)) for word in words)
    values = np.zeros((len(labels), 0))
    values.setflags(write=False)
    return Sequence(text, "words", labels, values)


def check_length(steps: int) -> None:
    """InputError when a sequence has no step or too many."""
    if steps == 0:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "The sequence is empty; give bits 1 0 1, numbers, vectors 1,1; 2,2 or text.")
        )
    if steps > MAX_STEPS:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "The sequence has {steps} steps; at most {most} are accepted."),
            steps=steps,
            most=MAX_STEPS,
        )


def check_width(width: int) -> None:
    """InputError when a vector holds more values than a network can have inputs."""
    if width > MAX_WIDTH:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "The vectors have {width} values each; at most {most} are accepted."),
            width=width,
            most=MAX_WIDTH,
        )


def number_label(value: float) -> str:
    """A number in few characters: 0.5, −1 as -1, 1234, 1.235e+07."""
    value = float(value)
    return str(int(value)) if value.is_integer() and abs(value) < 1e6 else f"{value:.4g}"


def vector_label(values: Array) -> str:
    """The values with commas between; of a wide vector the first three."""
    shown = ",".join(number_label(value) for value in values[:4])
    return shown if len(values) <= 4 else ",".join(number_label(value) for value in values[:3]) + ",…"


def character_label(character: str) -> str:
    """The character itself; a visible sign for a space, a line end and a tab; “�” for what cannot be shown."""
    return _SHOWN.get(character) or (character if character.isprintable() else "�")


def characters_of(labels: tuple[str, ...]) -> str:
    """The text that labels spell, with its spaces, line ends and tabs again."""
    text = "".join(labels)
    for character, sign in _SHOWN.items():
        text = text.replace(sign, character)
    return text


def shortened(value: str) -> str:
    """What was typed, short enough for a sentence."""
    value = "".join(map(character_label, value[:25]))
    return value if len(value) <= 24 else value[:23] + "…"
