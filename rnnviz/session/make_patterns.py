"""Makes resources/presets/patterns again: `python -m rnnviz.session.make_patterns [FOLDER]`."""

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from rnnviz.energy.annealing import Annealing
from rnnviz.energy.learning import LearningSpec, learnt
from rnnviz.paths import resource
from rnnviz.session.pattern_files import SUFFIX, save
from rnnviz.session.patterns import Pattern, PatternSpec, PatternState, begin, data_of
from rnnviz.session.playback import Position
from rnnviz.words import QT_TRANSLATE_NOOP

FIGURES = {
    QT_TRANSLATE_NOOP("patterns", "house"): """
        ...##... ..####.. .######. ######## .##..##. .##..##. .######. .######.""",
    QT_TRANSLATE_NOOP("patterns", "face"): """
        ..####.. .#....#. #.#..#.# #......# #.#..#.# #..##..# .#....#. ..####..""",
    QT_TRANSLATE_NOOP("patterns", "arrow"): """
        ....#... ....##.. #######. ######## ######## #######. ....##.. ....#...""",
    QT_TRANSLATE_NOOP("patterns", "letter H"): """
        ##....## ##....## ##....## ######## ######## ##....## ##....## ##....##""",
}
LETTERS = {
    "R": "######. ##...## ##...## ######. ####... ##.##.. ##..##. ##...##",
    "N": "##...## ###..## ####.## ##.#### ##..### ##...## ##...## ##...##",
    "V": "##...## ##...## ##...## ##...## .##.##. .##.##. ..###.. ...#...",
    "Z": "####### ####### ....##. ...##.. ..##... .##.... ####### #######",
}


def drawn(name: str, text: str) -> Pattern:
    """A pattern from its rows, “#” for black."""
    return Pattern(name, np.array([[sign == "#" for sign in row] for row in text.split()]))


def figures() -> PatternState:
    """Four figures, Hebb's rule, a fifth of the pixels corrupted."""
    patterns = tuple(drawn(name, text) for name, text in FIGURES.items())
    return begin(PatternSpec(seed=3), patterns, patterns[0])


def mixture() -> PatternState:
    """Three random patterns; recall starts near the sign of their sum and stays there."""
    rng = np.random.default_rng(5)
    patterns = tuple(Pattern(name, rng.random((10, 10)) < 0.5) for name in "ABC")
    mixed = np.sum([pattern.pixels for pattern in patterns], axis=0) >= 2
    spec = PatternSpec(rows=10, columns=10, corruption=0.05, seed=1)
    return begin(spec, patterns, Pattern("A + B + C", mixed))


def letters() -> PatternState:
    """Letters look alike: Hebb's rule mixes them up, the pseudo-inverse keeps them apart."""
    patterns = tuple(drawn(name, text) for name, text in LETTERS.items())
    spec = PatternSpec(rows=8, columns=7, rule="pseudo-inverse", update="synchronous", corruption=0.25, seed=2)
    return begin(spec, patterns, patterns[0])


def exclusive_or() -> PatternState:
    """The third unit is on when one of the first two is, not both: no network without hidden units can hold that."""
    rows = ("...", ".##", "#.#", "##.")
    patterns = tuple(drawn(name, row) for name, row in zip(("0 0 0", "0 1 1", "1 0 1", "1 1 0"), rows, strict=True))
    spec = PatternSpec("boltzmann", rows=1, columns=3, hidden=2, clocks=300, corruption=0.0, seed=2)
    state = begin(spec, patterns, training=LearningSpec("exact", rate=1.0))
    return trained(replace(state, layout="ring"), 800)


def bars() -> PatternState:
    """Every row or every column of a 4 x 4 picture is black or white: 30 patterns, learnt by CD."""
    found: dict[bytes, Pattern] = {}
    for number in range(16):
        bits = np.array([(number >> k) & 1 for k in range(4)], dtype=bool)
        for name, pixels in (
            (f"r{number}", bits[:, None] & np.ones(4, bool)),
            (f"c{number}", bits & np.ones((4, 1), bool)),
        ):
            found.setdefault(pixels.tobytes(), Pattern(name, pixels))
    spec = PatternSpec("restricted", rows=4, columns=4, hidden=10, clocks=120, corruption=0.25, seed=0)
    state = begin(spec, tuple(found.values()), training=LearningSpec("cd", 5, 0.2))
    return trained(replace(state, drawn=state.patterns[5]), 4000)


def cooling() -> PatternState:
    """Units that inhibit their neighbours in a ring, cooled slowly: the energy sinks to one of two ground states."""
    spec = PatternSpec("boltzmann", rows=1, columns=8, hidden=0, clocks=400, corruption=0.5, seed=6)
    ways = ("#.#.#.#.", ".#.#.#.#")
    patterns = tuple(drawn(name, row) for name, row in zip(("1 3 5 7", "2 4 6 8"), ways, strict=True))
    state = begin(spec, patterns, annealing=Annealing(4.0, "geometric", 0.05), training=LearningSpec("exact", rate=0.2))
    return trained(replace(state, layout="ring"), 120)


def trained(state: PatternState, updates: int) -> PatternState:
    """The state after so many updates of its machine."""
    machine, data = state.machine, data_of(state.spec, state.patterns)
    for update in range(updates):
        machine = learnt(machine, data, state.training, state.spec.seed, update)  # type: ignore[type-var]
    return replace(state, machine=machine, updates=updates, position=Position())


PRESETS = {
    "hopfield-figures": figures,
    "hopfield-letters": letters,
    "hopfield-mixture": mixture,
    "boltzmann-xor": exclusive_or,
    "boltzmann-cooling": cooling,
    "restricted-bars": bars,
}


def main(folder: Path) -> None:
    """Write every preset into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in PRESETS.items():
        state = make()
        save(state, folder / (name + SUFFIX))
        print(f"{name}: {len(state.patterns)} patterns, {state.updates} updates")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else resource("presets", "patterns"))
