"""Sentiment: does a sentence praise or complain?"""

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.base import Array, Batch, Scenario, tasks
from rnnviz.tasks.coding import one_hot, said_classes
from rnnviz.tasks.held_out import DrawnTask
from rnnviz.tasks.phrases import LANGUAGES, Grammar, grammar
from rnnviz.words import QT_TRANSLATE_NOOP, translate

_STOP = "."
_EXAMPLES = {
    "english": "the film was boring at first but great in the end",
    "portuguese": "o filme foi chato no começo mas ótimo no fim",
}


@dataclass(frozen=True)
class Sentiment(DrawnTask):
    """Short sentences, one word a clock, a full stop at every clock after the last word; the answer, positive or
    negative, counts at the last clock only. Half of all sentences that are drawn are positive.

    The sentences are mirror images of each other (“not bad”, “not good”; “weak at first but great in the end” and the
    other way round), so that the words alone do not tell: their order does. A perfect answer has the loss 0 and the
    accuracy 1; guessing ln 2 = 0.693 and one half. A fifth of the sentences, told by their words, is held out.

    words: those that the network knows, in the order of their units; where it is left out, all that the sentences
    have. Sentences with others are not drawn, so that a network that was saved reads on when there are more.
    """

    name: ClassVar[str] = "sentiment"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Sentiment")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Does the sentence praise or complain?")
    group: ClassVar[str] = "language"
    scenario: ClassVar[Scenario] = "many-to-one"
    kinds: ClassVar[tuple[Kind, ...]] = ("words",)
    output: ClassVar[str] = "softmax"
    example: ClassVar[str] = _EXAMPLES["english"]

    language: str = option("english", QT_TRANSLATE_NOOP("options", "Language"), choices=LANGUAGES)
    words: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "words", self.words or " ".join(grammar("sentiment", self.language).vocabulary))
        self.grammar.check("+-")

    @property
    def grammar(self) -> Grammar:
        return grammar("sentiment", self.language, self.words)

    @property
    def inputs(self) -> int:
        """A unit for each word, and one for the full stop."""
        return len(self.grammar.vocabulary) + 1

    @property
    def outputs(self) -> int:
        return 2

    @property
    def start(self) -> str:
        return _EXAMPLES[self.language]

    def changed(self, **options: object) -> Self:
        """Another language has other words."""
        return super().changed(**({"words": ""} if "language" in options else {}) | options)

    def encode(self, sequence: Sequence) -> Array:
        return one_hot(self.grammar.read(self, sequence, _STOP), self.inputs)

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """At the last clock, for a sentence of the grammar; no answer where nobody told what is right."""
        x = self.encode(sequence)
        sign, _ = self.grammar.follow(tuple(word for word in sequence.labels if word != _STOP))
        codes = np.full(len(x), -1)
        codes[-1] = "+-".index(sign) if sign else -1
        return one_hot(codes, 2), (codes >= 0).astype(np.float64)

    def say(self, output: Array) -> tuple[str, ...]:
        return said_classes(output, self.output_names)

    @property
    def input_names(self) -> tuple[str, ...]:
        return (*self.grammar.vocabulary, _STOP)

    @property
    def input_symbols(self) -> tuple[str, ...]:
        return self.input_names

    @property
    def output_names(self) -> tuple[str, ...]:
        return (translate("tasks", "positive"), translate("tasks", "negative"))

    def _draw(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        """(longest + 1, n): the words, the full stop after them, and in the last row 0 for praise and 1 for blame."""
        grammar, places = self.grammar, self.grammar.places
        by_sign = [grammar.numbers(sign) for sign in "+-"]
        codes = np.full((grammar.longest + 1, count), len(places))
        codes[-1] = rng.integers(0, 2, count)
        for b, blame in enumerate(codes[-1].tolist()):
            words, _ = grammar.draw(rng, int(by_sign[blame][rng.integers(len(by_sign[blame]))]))
            codes[: len(words), b] = [places[word] for word in words]
        return codes

    def _batch(self, codes: NDArray[np.intp]) -> Batch:
        longest = int((codes[:-1] != self.inputs - 1).sum(axis=0).max())
        answers = np.full((longest, codes.shape[1]), -1)
        answers[-1] = codes[-1]
        return Batch(one_hot(codes[:longest], self.inputs), one_hot(answers, 2), (answers >= 0).astype(np.float64))


tasks.add(Sentiment.name, Sentiment)
