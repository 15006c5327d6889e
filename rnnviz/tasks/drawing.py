"""Drawing: the name of a figure unrolls into a stroke of the pen."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from rnnviz.errors import InputError
from rnnviz.inputs.sequence import Kind, Sequence, shortened
from rnnviz.options import option
from rnnviz.tasks.base import Array, Batch, Scenario, tasks
from rnnviz.tasks.held_out import DrawnTask
from rnnviz.tasks.strokes import SETS, moves
from rnnviz.words import QT_TRANSLATE_NOOP, translate

STEPS_IN_ONE = 4.0  # a move of a quarter of the half width of the paper is 1 in s
SLANTS = 2**20
MOST_SLANT = 0.4
_ARROWS = "→↗↑↖←↙↓↘"
_STILL, _ON = "·", "."


@dataclass(frozen=True)
class Drawing(DrawnTask):
    """At the first clock one unit of x says which figure, another how much it leans; then nothing is read any more. The
    target of each clock is the next move of the pen, (dx, dy) in quarters of the half width of the paper.

    The figure leans by x + slant * y with a slant from -0.4 to 0.4; a fifth of all pairs of figure and slant is held
    out. A perfect answer draws every figure: loss 0, accuracy 1. It needs to know where in the stroke it is.
    """

    name: ClassVar[str] = "drawing"
    title: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "Drawing")
    story: ClassVar[str] = QT_TRANSLATE_NOOP("tasks", "How does the pen move to draw this figure?")
    group: ClassVar[str] = "sequence"
    scenario: ClassVar[Scenario] = "one-to-many"
    kinds: ClassVar[tuple[Kind, ...]] = ("words",)
    output: ClassVar[str] = "linear"
    example: ClassVar[str] = "circle ..................."

    strokes: str = option(
        "figures",
        QT_TRANSLATE_NOOP("options", "Strokes"),
        QT_TRANSLATE_NOOP("options", "What is drawn"),
        choices=tuple(SETS),
    )
    moves: int = option(
        20,
        QT_TRANSLATE_NOOP("options", "Moves"),
        QT_TRANSLATE_NOOP("options", "In how many moves of the pen a figure is drawn"),
        minimum=4,
        maximum=200,
    )
    tolerance: float = option(
        0.3,
        QT_TRANSLATE_NOOP("options", "Tolerance"),
        QT_TRANSLATE_NOOP("options", "A move is right when it ends closer than this to where it should"),
        above=0.0,
        maximum=2.0,
    )

    @property
    def figures(self) -> tuple[str, ...]:
        """The names that can be typed; their places are the first units of x."""
        return tuple(SETS[self.strokes])

    @property
    def inputs(self) -> int:
        return len(self.figures) + 1

    @property
    def outputs(self) -> int:
        return 2

    @property
    def start(self) -> str:
        return f"{self.figures[0]} " + _ON * (self.moves - 1)

    def encode(self, sequence: Sequence) -> Array:
        """A figure, upright, and “.” for each further move."""
        self.check_kind(sequence)
        x = np.zeros((len(sequence), self.inputs))
        for place, word in enumerate(sequence.labels, start=1):
            wanted = (_ON,) if place > 1 else self.figures
            if word.lower() not in wanted:
                raise InputError(
                    QT_TRANSLATE_NOOP("errors", "Word {place} is “{word}”; give {wanted}."),
                    place=place,
                    word=shortened(word),
                    wanted=" / ".join(wanted),
                )
        x[0, self.figures.index(sequence.labels[0].lower())] = 1
        return x

    def target(self, sequence: Sequence) -> tuple[Array, Array]:
        """The moves of the upright figure; no answer after the last."""
        x = self.encode(sequence)
        stroke = moves(self.strokes, self.moves)[int(x[0].argmax())][: len(x)]
        target, mask = np.zeros((len(x), 2)), np.zeros(len(x))
        target[: len(stroke)], mask[: len(stroke)] = STEPS_IN_ONE * stroke, 1
        return target, mask

    def say(self, output: Array) -> tuple[str, ...]:
        """The direction of each move."""
        eighths = np.round(np.arctan2(output[:, 1], output[:, 0]) / (np.pi / 4))
        return tuple(
            _ARROWS[int(eighth) % 8] if np.hypot(*move) > 0.1 else _STILL
            for eighth, move in zip(np.nan_to_num(eighths), output, strict=True)
        )

    def pen(self, sequence: Sequence, output: Array) -> Array:
        """From where the named figure begins."""
        first: Array = SETS[self.strokes][sequence.labels[0].lower()][:1]
        return np.concatenate([first, first + np.cumsum(output, axis=0) / STEPS_IN_ONE])

    def correct(self, output: Array, target: Array) -> NDArray[np.bool_]:
        """Right when the pen is closer than `tolerance` to where the move should end."""
        right: NDArray[np.bool_] = np.hypot(*np.moveaxis(output - target, -1, 0)) < self.tolerance
        return right

    @property
    def input_symbols(self) -> tuple[str, ...]:
        return tuple(self.figures)

    @property
    def input_names(self) -> tuple[str, ...]:
        return (*self.figures, translate("tasks", "slant"))

    @property
    def output_names(self) -> tuple[str, ...]:
        return ("dx", "dy")

    def _draw(self, rng: np.random.Generator, count: int) -> NDArray[np.intp]:
        """(2, n): the figure, and its slant in whole steps."""
        return np.stack([rng.integers(0, len(self.figures), count), rng.integers(0, SLANTS + 1, count)])

    def _batch(self, codes: NDArray[np.intp]) -> Batch:
        figure, each = codes[0], np.arange(codes.shape[1])
        slant = MOST_SLANT * (2 * codes[1] / SLANTS - 1)
        x = np.zeros((self.moves, len(each), self.inputs))
        x[0, each, figure], x[0, :, -1] = 1, slant
        stroke = np.swapaxes(moves(self.strokes, self.moves)[figure], 0, 1)
        target = STEPS_IN_ONE * np.stack([stroke[..., 0] + slant * stroke[..., 1], stroke[..., 1]], axis=-1)
        return Batch(x, target, np.ones(x.shape[:2]))


tasks.add(Drawing.name, Drawing)
