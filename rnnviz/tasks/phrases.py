"""Sentences from a small grammar: resources/sentences says how it is written."""

import difflib
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Sequence, shortened
from rnnviz.paths import resource
from rnnviz.tasks.base import Task
from rnnviz.words import QT_TRANSLATE_NOOP

LANGUAGES = ("english", "portuguese")
_PLACE = re.compile(r"\{(?:(\w+):)?(\w+)\}")


@dataclass(frozen=True)
class Part:
    """A place in a sentence: the phrases that can stand there, and the slot that they fill, or “”."""

    phrases: tuple[tuple[str, ...], ...]
    slot: str = ""


@dataclass(frozen=True)
class Grammar:
    """Sentences in the order of the file, each a sign (+, - or >) and its parts. known: the vocabulary, where it is not
    simply every word."""

    sentences: tuple[tuple[str, tuple[Part, ...]], ...]
    known: tuple[str, ...] = ()

    def within(self, words: tuple[str, ...]) -> "Grammar":
        """What can be said with these words alone."""
        sentences = []
        for sign, parts in self.sentences:
            phrases = [tuple(phrase for phrase in part.phrases if set(phrase) <= set(words)) for part in parts]
            if all(phrases):
                left = tuple(Part(some, part.slot) for some, part in zip(phrases, parts, strict=True))
                sentences.append((sign, left))
        return Grammar(tuple(sentences), words)

    def check(self, signs: str) -> None:
        """InputError for a vocabulary that has a word twice, or no sentence with one of these signs."""
        if len(self.places) < len(self.vocabulary) or not set(signs) <= {sign for sign, _ in self.sentences}:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "The {count} words that the network knows do not make the sentences that there are now."
                ),
                count=len(self.vocabulary),
            )

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every word, sorted; its place is its unit in x."""
        if self.known:
            return self.known
        parts = (part for _, parts in self.sentences for part in parts)
        return tuple(sorted({word for part in parts for phrase in part.phrases for word in phrase}))

    @cached_property
    def places(self) -> dict[str, int]:
        return {word: place for place, word in enumerate(self.vocabulary)}

    @cached_property
    def longest(self) -> int:
        """Words in the longest sentence."""
        return max(sum(max(map(len, part.phrases)) for part in parts) for _, parts in self.sentences)

    def numbers(self, sign: str) -> NDArray[np.intp]:
        """The numbers of the sentences with this sign; one that can be filled in many ways comes that often, at most
        12 times."""
        often = [
            min(12, math.prod(len(part.phrases) for part in parts)) * (given == sign) for given, parts in self.sentences
        ]
        return np.repeat(np.arange(len(often)), often)

    def draw(self, rng: np.random.Generator, number: int) -> tuple[list[str], list[str]]:
        """One sentence by its number, with random phrases: its words, and the slot of each."""
        words: list[str] = []
        slots: list[str] = []
        for part in self.sentences[number][1]:
            phrase = part.phrases[int(rng.integers(len(part.phrases)))] if len(part.phrases) > 1 else part.phrases[0]
            words += phrase
            slots += [part.slot] * len(phrase)
        return words, slots

    def follow(self, typed: tuple[str, ...]) -> tuple[str, list[str]]:
        """The sign of the sentence that these words make, “” where they make none, and the slots of as many of them
        as begin a sentence."""
        words, best = tuple(word.lower() for word in typed), list[str]()
        for sign, parts in self.sentences:
            for slots, whole in _ways(parts, words):
                if whole:
                    return sign, slots
                if len(slots) > len(best):
                    best = slots
        return "", best

    def read(self, task: Task, sequence: Sequence, stop: str = "") -> NDArray[np.intp]:
        """The places (T,) of typed words, capitals or not; of `stop` the place after the last. InputError names the
        first that is not known."""
        task.check_kind(sequence)
        places = self.places | {stop: len(self.vocabulary)} if stop else self.places
        for place, word in enumerate(sequence.labels, start=1):
            if word.lower() not in places:
                typed = word.lower()
                begun = [known for known in self.vocabulary if known.startswith(typed)]
                alike = [*dict.fromkeys(begun[:5] + difflib.get_close_matches(typed, self.vocabulary, 5, 0.6))][:5]
                raise InputError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "Word {place} is “{word}”; of the {count} words that are known, give one like {words}.",
                    ),
                    place=place,
                    word=shortened(word),
                    count=len(self.vocabulary),
                    words=", ".join(alike or [word for word in self.vocabulary if len(word) > 3][:5]),
                )
        return np.array([places[word.lower()] for word in sequence.labels], dtype=np.intp)


def _ways(parts: tuple[Part, ...], words: tuple[str, ...]) -> Iterator[tuple[list[str], bool]]:
    """Each way in which words begin as the parts do: the slots of those words, and whether that is all of both."""
    if not parts or not words:
        yield [], not parts and not words
        return
    for phrase in parts[0].phrases:
        same = next((k for k, word in enumerate(phrase) if words[k : k + 1] != (word,)), len(phrase))
        if same < len(phrase):
            yield [parts[0].slot] * same, False
            continue
        for slots, whole in _ways(parts[1:], words[same:]):
            yield [parts[0].slot] * same + slots, whole


@lru_cache(maxsize=16)
def grammar(subject: str, language: str, words: str = "") -> Grammar:
    """The shipped grammar of a subject (sentiment, slots) in a language of LANGUAGES; what of it can be said with these
    words, where any are given."""
    if words:
        return grammar(subject, language).within(tuple(words.split()))
    lists: dict[str, tuple[tuple[str, ...], ...]] = {}
    sentences: list[tuple[str, tuple[Part, ...]]] = []
    text = resource("sentences", f"{subject}-{language}.txt").read_text(encoding="utf-8")
    for line in filter(None, (line.partition("#")[0].strip() for line in text.splitlines())):
        if line[0] in "+->":
            sentences.append((line[0], tuple(_part(word, lists) for word in line[1:].split())))
        else:
            name, _, phrases = line.partition("=")
            lists[name.strip()] = tuple(tuple(phrase.split()) for phrase in phrases.split("|"))
    return Grammar(tuple(sentences))


def _part(word: str, lists: dict[str, tuple[tuple[str, ...], ...]]) -> Part:
    place = _PLACE.fullmatch(word)
    return Part(((word,),)) if place is None else Part(lists[place[2]], place[1] or "")
