"""Reber grammar: which letters may come next in a word of a small artificial grammar?"""

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence
from rnnviz.options import option
from rnnviz.tasks.base import Array, Batch, tasks
from rnnviz.tasks.coding import one_hot, read_symbols
from rnnviz.tasks.held_out import DrawnTask
from rnnviz.words import QT_TRANSLATE_NOOP, translate

ALPHABET = "BTPSXVE"
# From each state: letter -> next state; Reber (1967), as drawn by Cleeremans, Servan-Schreiber & McClelland (1989).
_REBER: dict[str, dict[str, str]] = {
    "0": {"B": "1"},
    "1": {"T": "2", "P": "3"},
    "2": {"S": "2", "X": "4"},
    "3": {"T": "3", "V": "5"},
    "4": {"X": "3", "S": "6"},
    "5": {"P": "4", "V": "6"},
    "6": {"E": "7"},
    "7": {},
}
_EMBEDDED: dict[str, dict[str, str]] = {
    "begin": {"B": "which"},
    "which": {"T": "T0", "P": "P0"},
    **{
        branch + state: {letter: branch + after for letter, after in ways.items()} or {branch: "last"}
        for branch in "TP"
        for state, ways in _REBER.items()
    },
    "last": {"E": "end"},
    "end": {},
}


@dataclass(frozen=True)
class Reber(DrawnTask):
    """Words of the Reber grammar, one letter a clock; the target is the set of letters that may come next, each with
    the same share of the probability (Reber 1967; embedded: Hochreiter & Schmidhuber 1997, experiment 1).

    Embedded, a whole word of the grammar stands between B T ... T E or B P ... P E: the second letter must be kept
    until the last but one. An answer is right when the letters that may come are those with the highest
    probabilities. A perfect one is always right, with the loss that is left because two letters may come, ln 2 at
    each such clock.
    """

    name: ClassVar[str] = "reber"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Reber grammar")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Which letters may come next in a word of this grammar?")
    group: ClassVar[str] = "language"
    kinds: ClassVar[tuple[Kind, ...]] = ("text",)
    output: ClassVar[str] = "softmax"
    example: ClassVar[str] = "BTBPTVVETE"

    embedded: bool = option(
        True,
        QT_TRANSLATE_NOOP("options", "Embedded"),
        QT_TRANSLATE_NOOP("options", "The second letter returns at the end, a whole word later"),
    )
    longest: int = option(
        16,
        QT_TRANSLATE_NOOP("options", "Longest word"),
        QT_TRANSLATE_NOOP("options", "Longer words of the grammar are not drawn"),
        minimum=12,
        maximum=100,
    )

    @property
    def inputs(self) -> int:
        return len(ALPHABET)

    @property
    def outputs(self) -> int:
        return len(ALPHABET)

    @property
    def start(self) -> str:
        return self.example if self.embedded else "BPTVPXVVE"

    def encode(self, sequence: Sequence) -> Array:
        codes = read_symbols(self, sequence, ALPHABET)
        self._walk("".join(sequence.labels))
        return one_hot(codes, self.inputs)

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """After each letter those that may follow; nothing follows the last E, which does not count."""
        read_symbols(self, sequence, ALPHABET)
        target = np.array([_shares(ways) for ways in self._walk("".join(sequence.labels))])
        return target, (target.sum(axis=1) > 0).astype(np.float64)

    def say(self, output: Array) -> tuple[str, ...]:
        """Every letter with a quarter of the probability or more, or else the most probable."""
        return tuple(
            "/".join(ALPHABET[code] for code in range(len(ALPHABET)) if shares[code] >= min(0.25, shares.max()))
            for shares in output
        )

    def correct(self, output: Array, target: Array) -> NDArray[np.bool_]:
        """Right when each letter that may come is more probable than each that may not."""
        least = np.where(target > 0, output, np.inf).min(axis=-1)
        most = np.where(target > 0, -np.inf, output).max(axis=-1)
        right: NDArray[np.bool_] = least > most
        return right

    @property
    def input_names(self) -> tuple[str, ...]:
        return tuple(ALPHABET)

    @property
    def output_names(self) -> tuple[str, ...]:
        return tuple(ALPHABET)

    @property
    def _grammar(self) -> dict[str, dict[str, str]]:
        return _EMBEDDED if self.embedded else _REBER

    def _walk(self, word: str) -> list[str]:
        """After each letter the letters that may follow. InputError for the first letter that may not stand there."""
        state, ways = next(iter(self._grammar)), []
        for place, letter in enumerate(word, start=1):
            if letter not in self._grammar[state]:
                wanted = translate("errors", " or ").join(self._grammar[state])
                raise InputError(
                    QT_TRANSLATE_NOOP("errors", "Letter {place} is “{letter}”; here the grammar allows {wanted}."),
                    place=place,
                    letter=letter,
                    wanted=wanted or translate("errors", "nothing more"),
                )
            state = self._grammar[state][letter]
            ways.append("".join(self._grammar[state]))
        return ways

    def _draw(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        """(longest, n) letters, -1 after the end of a word. Each way out of a state is as probable as the other."""
        graph, parts, missing = _graph(self.embedded), [], count
        while missing > 0:
            codes, state = np.full((self.longest, 2 * missing), -1), np.zeros(2 * missing, dtype=np.intp)
            for row in codes:
                way = (rng.random(len(row)) * graph.ways[state]).astype(np.intp)
                row[:] = graph.letters[state, way]
                state = graph.after[state, way]
            parts.append(codes[:, graph.ways[state] == 0][:, :missing])
            missing -= parts[-1].shape[1]
        return np.concatenate(parts, axis=1)

    def _batch(self, codes: NDArray[np.intp]) -> Batch:
        codes = codes[: int((codes >= 0).sum(axis=0).max())]
        graph, state = _graph(self.embedded), np.zeros(codes.shape[1], dtype=np.intp)
        target = np.zeros((*codes.shape, self.outputs))
        for t, row in enumerate(codes):
            way = (graph.letters[state] == row[:, None]).argmax(axis=1)
            state = graph.after[state, way]
            target[t] = np.where(row[:, None] < 0, 0.0, graph.shares[state])
        return Batch(one_hot(codes, self.inputs), target, (target.sum(axis=-1) > 0).astype(np.float64))


@dataclass(frozen=True, eq=False)
class _Graph:
    """The grammar as arrays over its S states: ways (S,) out of each, the letters (S, 2) on them, -1 beside, the states
    (S, 2) after them, and the share (S, 7) that each letter has."""

    ways: NDArray[np.intp]
    letters: NDArray[np.intp]
    after: NDArray[np.intp]
    shares: Array


@lru_cache(maxsize=2)
def _graph(embedded: bool) -> _Graph:
    grammar = _EMBEDDED if embedded else _REBER
    places = {state: place for place, state in enumerate(grammar)}
    letters = np.full((len(grammar), 2), -1)
    after = np.arange(len(grammar))[:, None].repeat(2, axis=1)
    for place, ways in enumerate(grammar.values()):
        for way, (letter, state) in enumerate(ways.items()):
            letters[place, way], after[place, way] = ALPHABET.index(letter), places[state]
    return _Graph(
        np.array([len(ways) for ways in grammar.values()]),
        letters,
        after,
        np.array([_shares("".join(ways)) for ways in grammar.values()]),
    )


def _shares(ways: str) -> list[float]:
    return [(letter in ways) / max(1, len(ways)) for letter in ALPHABET]


tasks.add(Reber.name, Reber)
