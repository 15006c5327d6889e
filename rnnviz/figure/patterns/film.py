"""One frame of a film of a network with symmetric weights: title, stage and tracks, at any size."""

import numpy as np

from rnnviz.figure.drawing import Batch, Drawing, Texts
from rnnviz.figure.film import DESIGNED
from rnnviz.figure.marks import ink, line
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.patterns.scene import PatternScene
from rnnviz.figure.patterns.stage import pattern_stage
from rnnviz.figure.patterns.tracks import pattern_tracks
from rnnviz.figure.place import moved, scaled
from rnnviz.figure.time_axis import MAX_COLUMN, MIN_COLUMN, TimeAxis
from rnnviz.session.playback import Position
from rnnviz.words import QT_TRANSLATE_NOOP, translate

TITLES = {
    "hopfield": QT_TRANSLATE_NOOP("figure", "Hopfield network"),
    "boltzmann": QT_TRANSLATE_NOOP("figure", "Boltzmann machine"),
    "restricted": QT_TRANSLATE_NOOP("figure", "Restricted Boltzmann machine"),
}
GUTTER = 110.0
_TITLE = 34.0
_LEAST_STAGE = 230.0


def kind_title(kind: str) -> str:
    """“Hopfield network”, in the language of the interface."""
    return translate("figure", TITLES[kind])


def facts_of(scene: PatternScene) -> str:
    """Units, patterns, and how the network came to its weights."""
    state = scene.state
    if state.spec.kind == "hopfield":
        text = translate("figure", "{units} units · {patterns} patterns by {rule} · seed {seed}")
        rule = {"hebb": "Hebb", "storkey": "Storkey"}.get(state.spec.rule, translate("choices", state.spec.rule))
        return text.format(units=scene.units, patterns=len(state.patterns), rule=rule, seed=state.spec.seed)
    learnt = translate("figure", "trained, {updates} updates") if state.updates else translate("figure", "untrained")
    text = translate("figure", "{pixels} visible, {hidden} hidden units · {learnt} · seed {seed}")
    return text.format(
        pixels=scene.pixels, hidden=scene.hidden, learnt=learnt.format(updates=state.updates), seed=state.spec.seed
    )


def pattern_axis(scene: PatternScene, width: float) -> TimeAxis:
    """The time axis of a view so wide: the whole path, as far as columns may be narrow or wide."""
    axis = TimeAxis(scene.steps, width, GUTTER, 16.0)
    column = min(max(axis.room / scene.steps, MIN_COLUMN), MAX_COLUMN)
    return TimeAxis(scene.steps, width, GUTTER, 16.0, column)


def pattern_frame(scene: PatternScene, position: Position, width: float, height: float, with_tracks: bool) -> Drawing:
    """The frame for this position; it follows the playhead by itself."""
    scale = max(1.0, height / DESIGNED)
    wide, high = width / scale, height / scale
    title = _TITLE if high >= 300 else 0.0
    room = high - title
    below = 0.36 * room if with_tracks and 0.64 * room >= _LEAST_STAGE else 0.0
    top = pattern_stage(scene, wide, room - below, position)
    static, live = moved(top.static, 0.0, title), moved(top.live, 0.0, title)
    if below:
        axis = pattern_axis(scene, wide)
        axis = axis.scrolled((position.t - 0.5) * axis.column - 0.45 * axis.room)
        under = pattern_tracks(scene, axis, below, position)
        start = high - below
        live += (*moved(under.live, 0.0, start), line(0.0, start, wide, start, ink(scene.theme.border), 1.0))
    if title:
        live += _title(scene, wide)
    whole = Drawing(wide, high, top.background, static, live, (top.static_id, scale, title, below))
    return scaled(whole, scale, width, height)


def _title(scene: PatternScene, width: float) -> tuple[Batch, ...]:
    theme, one, y = scene.theme, np.ones(1), _TITLE / 2 + 1
    right = fitted(facts_of(scene), 0.6 * width, 12.0)
    left = fitted(kind_title(scene.state.spec.kind), width - 60 - text_width(right, 12.0), 15.0, True)
    return (
        Texts((left,), 18 * one, y * one, ink(theme.text)[None], 15.0, "l", True),
        Texts((right,), (width - 18) * one, y * one, ink(theme.muted)[None], 12.0, "r"),
        line(0.0, _TITLE, width, _TITLE, ink(theme.border), 1.0),
    )
