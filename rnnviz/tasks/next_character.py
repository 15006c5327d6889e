"""Next character: read a text one character at a time and say which comes next."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence, character_label
from rnnviz.options import option
from rnnviz.paths import resource
from rnnviz.tasks.base import MOST_WHOLE, Array, Batch, Task, tasks
from rnnviz.tasks.coding import next_values, one_hot, read_symbols, said_classes
from rnnviz.words import QT_TRANSLATE_NOOP

MAX_ALPHABET = 128


# The texts that come with rnnviz, in which q is always followed by u, and where they lie.
BUNDLED = {"english": "quiet.txt", "portuguese": "quintal.txt"}
OWN = "own text"


@lru_cache(maxsize=4)
def shipped_text(source: str = "english") -> str:
    """A text of BUNDLED, spelt in labels (␣ for a space); the English one has only 16 characters."""
    text = resource("texts", BUNDLED[source]).read_text(encoding="utf-8")
    return "".join(map(character_label, " ".join(text.split())))


@dataclass(frozen=True)
class NextCharacter(Task):
    """Windows of a text; the target of each character is the one after it, both one-hot over the text's alphabet.

    text: what to learn from, spelt in labels (␣ for a space, ↵ for a line end); the alphabet is its distinct
    characters, sorted. Where it is left out, the bundled text that `source` names.

    When the text is long enough its last fifth is held out for validation and never drawn; a shorter text ("hello") is
    learnt and validated whole, and `held_out` is False: the accuracy then says how well the text is known by heart.

    Errors: InputError for a text of fewer than 2 or an alphabet of more than 128 characters.
    """

    name: ClassVar[str] = "next-character"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Next character")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Which character comes next in the text?")
    group: ClassVar[str] = "language"
    kinds: ClassVar[tuple[Kind, ...]] = ("text",)
    output: ClassVar[str] = "softmax"
    example: ClassVar[str] = "a quiet queen"

    text: str = ""
    window: int = option(
        24,
        QT_TRANSLATE_NOOP("options", "Window"),
        QT_TRANSLATE_NOOP("options", "How many characters are read at a time while learning"),
        minimum=1,
        maximum=1000,
    )

    source: str = option(
        "english",
        QT_TRANSLATE_NOOP("options", "Text"),
        QT_TRANSLATE_NOOP("options", "What is learned; a text of your own is one that you type or open"),
        choices=(*BUNDLED, OWN),
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        # What the text is decides what it is called, also for a session that was saved before there were several.
        given = self.text or (shipped_text(self.source) if self.source in BUNDLED else "")
        named = next((name for name in BUNDLED if shipped_text(name) == given), OWN)
        object.__setattr__(self, "text", given)
        object.__setattr__(self, "source", named)
        if len(self.text) < 2:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "“{text}” has no next character to learn; give at least 2 characters."),
                text=self.text,
            )
        if len(self.alphabet) > MAX_ALPHABET:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "The text has {count} different characters; at most {most} are accepted."),
                count=len(self.alphabet),
                most=MAX_ALPHABET,
            )

    @cached_property
    def alphabet(self) -> str:
        """The characters that the network reads and says, sorted; their places are the units of x and s."""
        return "".join(sorted(set(self.text)))

    @property
    def inputs(self) -> int:
        return len(self.alphabet)

    @property
    def outputs(self) -> int:
        return len(self.alphabet)

    @property
    def perfect(self) -> None:
        """Nobody knows how far a text can be foretold."""
        return None

    @property
    def learned(self) -> float | None:
        """Of the bundled English text: above the most frequent follower of each character, 37 %, which needs no memory,
        on the way to the most frequent one of each pair, 45 %. Nobody knows of another text."""
        return 0.42 if self.source == "english" else None

    @property
    def held_out(self) -> bool:
        return len(self.text) // 5 > self.window

    @classmethod
    def fit(cls, inputs: int, outputs: int) -> Self:
        task = cls()
        if not inputs == outputs == task.inputs:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The shipped text has {width} characters, so its network has {width} inputs and {width} outputs, "
                    "not {inputs} and {outputs}.",
                ),
                width=task.inputs,
                inputs=inputs,
                outputs=outputs,
            )
        return task

    @classmethod
    def for_sequence(cls, sequence: Sequence) -> Self:
        """The task to learn this very text, with its alphabet."""
        if sequence.kind not in cls.kinds:
            cls().check_kind(sequence)
        return cls(text="".join(sequence.labels))

    @property
    def start(self) -> str:
        """The example where the text has its characters, else its own beginning."""
        spelt = "".join(map(character_label, self.example))
        return self.example if set(spelt) <= set(self.text) else self.text[:24].replace("␣", " ").replace("↵", "\n")

    def changed(self, **options: object) -> Self:
        """Another source is another text. InputError for one's own, which has to be given first."""
        if options.get("source") == OWN != self.source:
            raise InputError(QT_TRANSLATE_NOOP("errors", "Type or open the text to learn, and take it from there."))
        return super().changed(**({"text": ""} if options.get("source") in BUNDLED else {}) | options)

    def sample(self, rng: np.random.Generator, batch_size: int) -> Batch:
        read, length = self._read_from
        starts = rng.integers(0, len(read) - length, batch_size)
        return self._batch(read[starts + np.arange(length + 1)[:, None]])

    def whole(self) -> tuple[Batch, ...] | None:
        """The window at every place of the text."""
        read, length = self._read_from
        if len(read) - length > MOST_WHOLE:
            return None
        return (self._batch(read[np.arange(len(read) - length) + np.arange(length + 1)[:, None]]),)

    @property
    def _read_from(self) -> tuple[NDArray[np.intp], int]:
        """What is learned from, and the length of a window of it."""
        read = self._codes[: len(self.text) - len(self.text) // 5] if self.held_out else self._codes
        return read, min(self.window, len(read) - 1)

    def validation(self) -> Batch:
        """The held-out tail, in windows side by side; the whole text as one sequence where nothing is held out."""
        if not self.held_out:
            return self._batch(self._codes[:, None])
        tail = self._codes[len(self.text) - len(self.text) // 5 :]
        starts = np.arange(0, len(tail) - self.window, self.window)
        return self._batch(tail[starts + np.arange(self.window + 1)[:, None]])

    def encode(self, sequence: Sequence) -> Array:
        return one_hot(read_symbols(self, sequence, self.alphabet), self.inputs)

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """The next character of each; the last has none."""
        return next_values(self.encode(sequence))

    def say(self, output: Array) -> tuple[str, ...]:
        return said_classes(output, self.alphabet)

    @property
    def input_names(self) -> tuple[str, ...]:
        return tuple(self.alphabet)

    @property
    def output_names(self) -> tuple[str, ...]:
        return tuple(self.alphabet)

    @cached_property
    def _codes(self) -> NDArray[np.intp]:
        places = {character: code for code, character in enumerate(self.alphabet)}
        return np.array([places[character] for character in self.text], dtype=np.intp)

    def _batch(self, codes: NDArray[np.intp]) -> Batch:
        """codes (T + 1, B): T characters and the one after each."""
        return Batch(one_hot(codes[:-1], self.inputs), one_hot(codes[1:], self.outputs), np.ones(codes[1:].shape))


tasks.add(NextCharacter.name, NextCharacter)
