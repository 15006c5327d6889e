"""What a film shows and how fast, and the playhead of each of its frames as a pure function."""

import math
from dataclasses import dataclass

from rnnviz.errors import InputError
from rnnviz.figure.marks import ease
from rnnviz.figure.states import VIEWS
from rnnviz.options import option, validate
from rnnviz.session.playback import ROLL, Phase, Position, at_time, clock_seconds
from rnnviz.words import QT_TRANSLATE_NOOP

Phases = tuple[Phase, ...]
STAGE = "stage"

FOLDED = 0.8  # seconds for which the folded network is seen before it unfolds


@dataclass(frozen=True)
class FilmOptions:
    """width, height in pixels; fps frames a second; speed 1 is the speed of the stage; clocks `first` to `last`
    (None: the end of the sequence); hold: seconds for which the last frame stays. shows: the network, or one of
    `rnnviz.figure.states.VIEWS`."""

    width: int = option(1280, QT_TRANSLATE_NOOP("options", "Width"), minimum=64, maximum=7680)
    height: int = option(720, QT_TRANSLATE_NOOP("options", "Height"), minimum=64, maximum=4320)
    fps: int = option(30, QT_TRANSLATE_NOOP("options", "Frames per second"), minimum=1, maximum=60)
    speed: float = option(1.0, QT_TRANSLATE_NOOP("options", "Speed"), minimum=0.25, maximum=8.0)
    first: int = option(1, QT_TRANSLATE_NOOP("options", "From clock"), minimum=1)
    last: int | None = option(
        None,
        QT_TRANSLATE_NOOP("options", "To clock"),
        QT_TRANSLATE_NOOP("options", "The end of the sequence when left empty"),
        minimum=1,
        optional=True,
    )
    theme: str = option("light", QT_TRANSLATE_NOOP("options", "Theme"), choices=("light", "dark"))
    shows: str = option(
        STAGE,
        QT_TRANSLATE_NOOP("options", "Shows"),
        QT_TRANSLATE_NOOP("options", "The network, or a view of its state over time"),
        choices=(STAGE, *VIEWS),
    )
    tracks: bool = option(
        True,
        QT_TRANSLATE_NOOP("options", "Tracks"),
        QT_TRANSLATE_NOOP("options", "Show the heat maps of gates, cell and hidden layer below the network"),
    )
    fold: str = option(
        "no",
        QT_TRANSLATE_NOOP("options", "Fold"),
        QT_TRANSLATE_NOOP(
            "options", "The network folded into one, with its loop: never, at an end of the film, always"
        ),
        choices=("no", "unfold", "fold", "both", "folded"),
    )
    loop: bool = option(
        True,
        QT_TRANSLATE_NOOP("options", "Loop"),
        QT_TRANSLATE_NOOP("options", "GIF and WebP begin again at their end"),
    )
    hold: float = option(
        1.0,
        QT_TRANSLATE_NOOP("options", "Hold"),
        QT_TRANSLATE_NOOP("options", "Seconds for which the last picture stays"),
        minimum=0.0,
        maximum=60.0,
    )

    def __post_init__(self) -> None:
        validate(self)

    def clocks(self, steps: int) -> tuple[int, int]:
        """(first, last) for a sequence of so many steps. Errors: InputError when they do not lie within it."""
        last = steps if self.last is None else self.last
        if not self.first <= last <= steps:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "A film from clock {first} to {last} is not possible; give clocks within 1 to {steps}."
                ),
                first=self.first,
                last=last,
                steps=steps,
            )
        return self.first, last


def frame_count(options: FilmOptions, phases: Phases, steps: int, fps: int) -> int:
    """How many frames the film has: every frame whose moment lies before the end, then the end for `hold` seconds
    (at least one frame)."""
    first, last = options.clocks(steps)
    play = (last - first + 1) * clock_seconds(phases) / options.speed
    play += sum(_morphs(options))
    return math.ceil(play * fps - 1e-6) + max(1, round(options.hold * fps))


def frame_position(k: int, options: FilmOptions, phases: Phases, steps: int, fps: int) -> Position:
    """The playhead of frame k, counted from 0."""
    first, last = options.clocks(steps)
    return at_time((k / fps - _morphs(options)[0]) * options.speed, phases, first, last)


def _morphs(options: FilmOptions) -> tuple[float, float]:
    """Seconds that the film needs for unfolding at its beginning and for folding at its end."""
    unfolds, folds = options.fold in ("unfold", "both"), options.fold in ("fold", "both")
    return unfolds * (FOLDED + ROLL / options.speed), folds * ROLL / options.speed


def frame_rolled(k: int, options: FilmOptions, phases: Phases, steps: int, fps: int) -> float:
    """How far the network is folded in frame k, 0 to 1."""
    if options.fold in ("no", "folded"):
        return float(options.fold == "folded")
    first, last = options.clocks(steps)
    begin, end = _morphs(options)
    play = (last - first + 1) * clock_seconds(phases) / options.speed
    seconds = k / fps
    if seconds < begin:
        return 1.0 - ease((seconds - FOLDED) * options.speed / ROLL)
    return ease((seconds - begin - play) * options.speed / ROLL) if end else 0.0


def still_rolled(options: FilmOptions) -> float:
    """The same of a picture, which shows the end of the film."""
    return float(options.fold in ("fold", "both", "folded"))
