"""The stage of a network with symmetric weights: its units now, its weights, its patterns, and what happens."""

from typing import NamedTuple

import numpy as np

from rnnviz.figure.drawing import Batch, Drawing, Texts
from rnnviz.figure.marks import ease, ink, kept
from rnnviz.figure.metrics import first_fitting, fitted, text_width
from rnnviz.figure.patterns.memory import memory, memory_titles
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.figure.patterns.units import Frame, Places, clamps, edges, marked, places, reconstruction, units, wrong
from rnnviz.figure.patterns.weights import weights, weights_scale, weights_titles
from rnnviz.figure.patterns.words import clock_words, end_words
from rnnviz.session.playback import Position
from rnnviz.session.state import Key
from rnnviz.words import translate

MARGIN = 18.0
HEAD = 40.0
CAPTION = 24.0
BOTTOM = 14.0
SCALE = 130.0  # the width of the scale of the weights with its numbers
LEAST_WITH_WORDS = 160.0  # a lower stage has no room for sentences


class StageId(NamedTuple):
    """What the static layer depends on: the edges, where all of them are drawn."""

    machine: object
    layout: str
    width: float
    height: float
    theme: str
    unit: int | None


class Parts(NamedTuple):
    """The three frames below their captions."""

    state: Frame
    weights: Frame
    memory: Frame


def parts(scene: PatternScene, width: float, height: float) -> Parts:
    """State and weights are as large as the height allows, the patterns have what is left, at least a quarter."""
    top = HEAD + CAPTION if height >= LEAST_WITH_WORDS else 4.0
    high = height - top - min(BOTTOM, 0.1 * height)
    inner = max(width - 4 * MARGIN, 0.5 * width)
    spec = scene.state.spec
    shape = spec.columns / spec.rows if scene.state.layout == "grid" and spec.kind == "hopfield" else 1.0
    first = second = min(min(max(shape, 0.75), 1.8) * high, 0.37 * inner)
    if spec.kind == "restricted":  # the reconstruction stands beside the state, or the layers are long
        first, second = min(1.6 * high, 0.42 * inner), min(high, 0.3 * inner)
    rest = inner - first - second
    return Parts(
        Frame(MARGIN, top, first, high),
        Frame(2 * MARGIN + first, top, second, high),
        Frame(3 * MARGIN + first + second, top, rest, high),
    )


def looked_at(scene: PatternScene, t: int, selection: Key | None) -> int | None:
    """The unit whose weights are shown: the selected one, else the one that is updated at this clock."""
    if selection is not None and selection.name == "unit" and selection.unit < scene.units:
        return selection.unit
    unit = int(scene.run.unit[t - 1])
    return unit if unit >= 0 else None


def pattern_stage(
    scene: PatternScene, width: float, height: float, position: Position, selection: Key | None = None
) -> Drawing:
    """The stage at a position; the same position always gives the same Drawing."""
    t = min(position.t, scene.steps)
    progress = 1.0 if scene.reduced_motion else ease(position.progress)
    theme, frames = scene.theme, parts(scene, width, height)
    unit = looked_at(scene, t, selection)
    at = places(scene, frames.state)
    around = unit if at.pixel or scene.units > 2 else None
    identity = StageId(scene.state.machine, scene.state.layout, width, height, theme.name, around)
    static = kept((identity, scene.state.spec), lambda: tuple(edges(scene, at, around)))
    live: list[Batch] = []
    live += units(scene, at, t, progress)
    live += wrong(scene, at, t)
    live += clamps(scene, at)
    live += reconstruction(scene, at, frames.state, t)
    updated = int(scene.run.unit[t - 1])
    if updated >= 0:
        live.append(marked(scene, at, updated, theme.accent, 2.6))
    if selection is not None and unit is not None and unit != updated:
        live.append(marked(scene, at, unit, theme.text, 2.6))
    live += weights(scene, frames.weights, t, unit)
    live += memory(scene, frames.memory, t)
    if height >= LEAST_WITH_WORDS:
        live += _words(scene, frames, width, t, unit, at)
    return Drawing(width, height, ink(theme.stage), static, tuple(live), identity)


def _words(scene: PatternScene, frames: Parts, width: float, t: int, unit: int | None, at: Places) -> list[Batch]:
    """The sentence of the clock and of the end, and what each part is."""
    theme, one = scene.theme, np.ones(1)
    end = end_words(scene, t)
    size = 13.0
    left = f"t = {t}: {clock_words(scene, t)}"
    room = width - 2 * MARGIN - 24
    y, y_end, x_end = HEAD / 2 + 3, HEAD / 2 + 3, width - MARGIN
    if text_width(left, size, True) + text_width(end, size) > room:  # below each other
        y, y_end, x_end = 13.0, 30.0, MARGIN
        left, end = fitted(left, room, size, True), fitted(end, room, size)
    exact = scene.attractor is None or scene.attractor.kind == "stored"
    shown = ink(theme.text if exact else theme.ink("energy"))[None]
    made: list[Batch] = [
        Texts((left,), MARGIN * one, y * one, ink(theme.text)[None], size, "l", True),
        Texts((end,), x_end * one, y_end * one, shown, size, "l" if x_end == MARGIN else "r"),
    ]
    y_title = HEAD + CAPTION / 2 - 2
    names = weights_titles(scene, unit)
    scaled = frames.weights.w - text_width(names[-1], 11.0) > SCALE
    dots = (translate("figure", "State; dot: not yet as at the end"),) if wrong(scene, at, t) else ()
    titles = (
        first_fitting((*dots, translate("figure", "State")), frames.state.w, 11.0),
        first_fitting(names, frames.weights.w - (SCALE if scaled else 0.0), 11.0),
        first_fitting(memory_titles(scene), frames.memory.w, 11.0),
    )
    for frame, title in zip(frames, titles, strict=True):
        made.append(Texts((title,), frame.x * one, y_title * one, ink(theme.muted)[None], 11.0, "l"))
    return made + weights_scale(scene, frames.weights, y_title) if scaled else made
