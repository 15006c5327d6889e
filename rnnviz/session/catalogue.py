"""The shipped sessions in the order of the menu: their group, what they are called, and what can be seen in each."""

from typing import NamedTuple

from rnnviz.errors import InputError
from rnnviz.tasks.base import GROUPS
from rnnviz.words import QT_TRANSLATE_NOOP


class Entry(NamedTuple):
    """group: a key of HEADINGS. title and story are marked for translation in the context “presets”."""

    group: str
    title: str
    story: str


PATTERNS = "patterns"
HEADINGS = GROUPS | {PATTERNS: QT_TRANSLATE_NOOP("tasks", "Networks of patterns")}

CATALOGUE: dict[str, Entry] = {
    "parity": Entry(
        "first",
        QT_TRANSLATE_NOOP("presets", "Parity of ones, LSTM"),
        QT_TRANSLATE_NOOP("presets", "Three units and their gates keep one bit: was the number of ones odd or even?"),
    ),
    "parity-gru": Entry(
        "first",
        QT_TRANSLATE_NOOP("presets", "Parity of ones, GRU"),
        QT_TRANSLATE_NOOP("presets", "The same bit is kept by two gates instead of three."),
    ),
    "parity-elman": Entry(
        "first",
        QT_TRANSLATE_NOOP("presets", "Parity of ones, Elman"),
        QT_TRANSLATE_NOOP("presets", "No gates at all: the copy of H in M is enough to keep one bit."),
    ),
    "parity-jordan": Entry(
        "first",
        QT_TRANSLATE_NOOP("presets", "Parity of ones, Jordan"),
        QT_TRANSLATE_NOOP("presets", "All that it remembers is its own last answer, and for parity that is enough."),
    ),
    "parity-feedforward": Entry(
        "first",
        QT_TRANSLATE_NOOP("presets", "Parity of ones, feed-forward: it fails"),
        QT_TRANSLATE_NOOP("presets", "Without a memory M every 1 looks alike: this network can only guess."),
    ),
    "worked-example": Entry(
        "first",
        QT_TRANSLATE_NOOP("presets", "Worked example"),
        QT_TRANSLATE_NOOP("presets", "Every weight is 1, so that each number can be found on paper: 4, 12, 32."),
    ),
    "adding": Entry(
        "memory",
        QT_TRANSLATE_NOOP("presets", "Adding problem, LSTM"),
        QT_TRANSLATE_NOOP("presets", "Two marked numbers are carried to the end and added; watch the cell c."),
    ),
    "copy-memory": Entry(
        "memory",
        QT_TRANSLATE_NOOP("presets", "Copy memory, GRU"),
        QT_TRANSLATE_NOOP("presets", "Four letters are kept over a silence and said in order when asked."),
    ),
    "next-character": Entry(
        "language",
        QT_TRANSLATE_NOOP("presets", "Next character, LSTM"),
        QT_TRANSLATE_NOOP("presets", "It has read a short text and guesses the letter that follows: after q comes u."),
    ),
    "embedded-reber": Entry(
        "language",
        QT_TRANSLATE_NOOP("presets", "Embedded Reber grammar, LSTM"),
        QT_TRANSLATE_NOOP("presets", "The second letter, T or P, must be remembered until the last but one."),
    ),
    "brackets-deep": Entry(
        "language",
        QT_TRANSLATE_NOOP("presets", "Matching brackets, three layers of LSTM"),
        QT_TRANSLATE_NOOP("presets", "A deep network follows open brackets; each layer reads the H of the one below."),
    ),
    "slot-filling-english": Entry(
        "language",
        QT_TRANSLATE_NOOP("presets", "Slot filling in English, GRU"),
        QT_TRANSLATE_NOOP("presets", "Arrive Boston or leave Boston: the same word, another slot, because of memory."),
    ),
    "slot-filling-portuguese": Entry(
        "language",
        QT_TRANSLATE_NOOP("presets", "Slot filling in Portuguese, GRU"),
        QT_TRANSLATE_NOOP("presets", "Chegar Recife or sair Recife: the same word, another slot, because of memory."),
    ),
    "slot-filling-bidirectional": Entry(
        "language",
        QT_TRANSLATE_NOOP("presets", "Slot filling, both directions"),
        QT_TRANSLATE_NOOP(
            "presets", "A second row of H reads from the end, so that each word is labelled from both sides."
        ),
    ),
    "sentiment-english": Entry(
        "language",
        QT_TRANSLATE_NOOP("presets", "Sentiment in English, LSTM"),
        QT_TRANSLATE_NOOP("presets", "Boring at first but great in the end: the words are mixed, their order decides."),
    ),
    "sentiment-portuguese": Entry(
        "language",
        QT_TRANSLATE_NOOP("presets", "Sentiment in Portuguese, GRU"),
        QT_TRANSLATE_NOOP("presets", "Chato no começo mas ótimo no fim: the words are mixed, their order decides."),
    ),
    "dates": Entry(
        "sequence",
        QT_TRANSLATE_NOOP("presets", "Date formats, GRU"),
        QT_TRANSLATE_NOOP("presets", "A date is read to its end, and then said again with the year first."),
    ),
    "drawing": Entry(
        "sequence",
        QT_TRANSLATE_NOOP("presets", "Drawing, LSTM"),
        QT_TRANSLATE_NOOP("presets", "One word is read, then nothing: the rest is a stroke of the pen, move by move."),
    ),
    "sine": Entry(
        "series",
        QT_TRANSLATE_NOOP("presets", "Sine forecast, LSTM"),
        QT_TRANSLATE_NOOP("presets", "Two values tell the phase and a few more the period: then it knows what comes."),
    ),
    "sunspots": Entry(
        "series",
        QT_TRANSLATE_NOOP("presets", "Sunspots, LSTM"),
        QT_TRANSLATE_NOOP("presets", "Next year's number from all years before, counted since 1700."),
    ),
    "hopfield-figures": Entry(
        PATTERNS,
        QT_TRANSLATE_NOOP("presets", "Hopfield network, four figures"),
        QT_TRANSLATE_NOOP("presets", "A corrupted figure rolls down the energy until it is whole again."),
    ),
    "hopfield-letters": Entry(
        PATTERNS,
        QT_TRANSLATE_NOOP("presets", "Hopfield network, letters that look alike"),
        QT_TRANSLATE_NOOP("presets", "Hebb's rule mixes these letters up; the pseudo-inverse keeps them apart."),
    ),
    "hopfield-mixture": Entry(
        PATTERNS,
        QT_TRANSLATE_NOOP("presets", "Hopfield network, a false memory"),
        QT_TRANSLATE_NOOP("presets", "It settles in a mixture of three patterns that was never stored."),
    ),
    "boltzmann-xor": Entry(
        PATTERNS,
        QT_TRANSLATE_NOOP("presets", "Boltzmann machine, exclusive or"),
        QT_TRANSLATE_NOOP("presets", "Two hidden units make exactly the four patterns of exclusive or probable."),
    ),
    "boltzmann-cooling": Entry(
        PATTERNS,
        QT_TRANSLATE_NOOP("presets", "Boltzmann machine, cooling"),
        QT_TRANSLATE_NOOP("presets", "Hot units flip at random; as they cool, one of two orders is left."),
    ),
    "restricted-bars": Entry(
        PATTERNS,
        QT_TRANSLATE_NOOP("presets", "Restricted Boltzmann machine, bars"),
        QT_TRANSLATE_NOOP("presets", "Hidden units discover that the pictures are made of rows or of columns."),
    ),
}


def check_preset(name: str, names: tuple[str, ...]) -> None:
    """InputError for a name that is none of these; it lists them."""
    if name not in names:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "There is no preset “{name}”; there is {names}."),
            name=name,
            names=", ".join(names),
        )
