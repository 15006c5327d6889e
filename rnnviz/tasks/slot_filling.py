"""Slot filling: what does each word of an order to a travel agency stand for?"""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.base import Array, Batch, tasks
from rnnviz.tasks.coding import one_hot, said_classes
from rnnviz.tasks.held_out import DrawnTask
from rnnviz.tasks.phrases import LANGUAGES, Grammar, grammar
from rnnviz.words import QT_TRANSLATE_NOOP, translate

SLOTS = ("", "origin", "destination", "departure", "arrival")
_NAMES = (
    "–",
    QT_TRANSLATE_NOOP("tasks", "origin"),
    QT_TRANSLATE_NOOP("tasks", "destination"),
    QT_TRANSLATE_NOOP("tasks", "departure"),
    QT_TRANSLATE_NOOP("tasks", "arrival"),
)
_EXAMPLES = {"english": "arrive Boston November 2", "portuguese": "chegar Recife 2 novembro"}


@dataclass(frozen=True)
class SlotFilling(DrawnTask):
    """Short orders in the manner of ATIS (Hemphill, Godfrey & Doddington 1990), one word a clock; the target of each
    word is the slot that it fills: origin, destination, departure (of a date), arrival, or none.

    “arrive Boston November 2” and “leave Boston November 2” hold the same city and the same date in other slots: only
    the memory of the verb tells them apart, sometimes over a remark in between. Every slot can be told from the words
    before it, so that a perfect answer has the loss 0 and the accuracy 1. A fifth of the orders is held out.

    words: those that the network knows, see `Sentiment`.
    """

    name: ClassVar[str] = "slot-filling"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Slot filling")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "What does each word of an order for a journey stand for?")
    group: ClassVar[str] = "language"
    kinds: ClassVar[tuple[Kind, ...]] = ("words",)
    output: ClassVar[str] = "softmax"
    example: ClassVar[str] = _EXAMPLES["english"]

    language: str = option("english", QT_TRANSLATE_NOOP("options", "Language"), choices=LANGUAGES)
    words: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "words", self.words or " ".join(grammar("slots", self.language).vocabulary))
        self.grammar.check(">")

    @property
    def grammar(self) -> Grammar:
        return grammar("slots", self.language, self.words)

    @property
    def inputs(self) -> int:
        return len(self.grammar.vocabulary)

    @property
    def outputs(self) -> int:
        return len(SLOTS)

    @property
    def start(self) -> str:
        return _EXAMPLES[self.language]

    def changed(self, **options: object) -> Self:
        """Another language has other words."""
        return super().changed(**({"words": ""} if "language" in options else {}) | options)

    def encode(self, sequence: Sequence) -> Array:
        return one_hot(self.grammar.read(self, sequence), self.inputs)

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """The slots of the words that begin as an order of the grammar begins; no answer beyond that."""
        self.grammar.read(self, sequence)
        _, slots = self.grammar.follow(sequence.labels)
        codes = np.full(len(sequence), -1)
        codes[: len(slots)] = [SLOTS.index(slot) for slot in slots]
        return one_hot(codes, self.outputs), (codes >= 0).astype(np.float64)

    def say(self, output: Array) -> tuple[str, ...]:
        return said_classes(output, self.output_names)

    @property
    def input_names(self) -> tuple[str, ...]:
        return self.grammar.vocabulary

    @property
    def input_symbols(self) -> tuple[str, ...]:
        return self.input_names

    @property
    def output_names(self) -> tuple[str, ...]:
        return tuple(translate("tasks", name) for name in _NAMES)

    def _draw(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        """(2 * longest, n): the words, -1 after them, then the slot of each word."""
        longest = self.grammar.longest
        codes = np.full((2 * longest, count), -1)
        for b, number in enumerate(rng.integers(0, len(self.grammar.sentences), count)):
            words, slots = self.grammar.draw(rng, int(number))
            codes[: len(words), b] = [self.grammar.places[word] for word in words]
            codes[longest : longest + len(words), b] = [SLOTS.index(slot) for slot in slots]
        return codes

    def _batch(self, codes: NDArray[np.intp]) -> Batch:
        longest = self.grammar.longest
        read, slots = codes[:longest], codes[longest:]
        clocks = int((read >= 0).sum(axis=0).max())
        read, slots = read[:clocks], slots[:clocks]
        return Batch(one_hot(read, self.inputs), one_hot(slots, self.outputs), (slots >= 0).astype(np.float64))


tasks.add(SlotFilling.name, SlotFilling)
