"""A view of the state as a frame of a film or a figure of its own: title, name of the view, and the view."""

from collections.abc import Mapping

from rnnviz.engine.messages import Array
from rnnviz.figure.drawing import Drawing
from rnnviz.figure.film import scale_of, title_line
from rnnviz.figure.gutter import MARGIN
from rnnviz.figure.metrics import fitted
from rnnviz.figure.place import moved, scaled
from rnnviz.figure.scene import Scene
from rnnviz.figure.states.choice import chosen, title
from rnnviz.figure.states.room import word
from rnnviz.figure.states.view import state_drawing
from rnnviz.figure.time_axis import MAX_COLUMN, TimeAxis
from rnnviz.session.playback import Position
from rnnviz.session.state import Seen
from rnnviz.words import QT_TRANSLATE_NOOP, translate

_NAMES = {
    "trajectory": QT_TRANSLATE_NOOP("figure", "trajectory of hₜ"),
    "symbols": QT_TRANSLATE_NOOP("figure", "symbols by {what}, unit {unit}"),
    "alike": QT_TRANSLATE_NOOP("figure", "where else h is alike"),
    "alike alone": QT_TRANSLATE_NOOP("figure", "where else h is alike in unit {unit}"),
    "saturation": QT_TRANSLATE_NOOP("figure", "saturated units"),
}
_TITLE, _EDGE = 34.0, 16.0


def state_page(
    name: str,
    scene: Scene,
    seen: Seen,
    position: Position,
    width: float,
    height: float,
    gradients: Mapping[str, Array],
) -> Drawing:
    """One of `VIEWS`, `width` by `height` pixels. The same position always gives the same page."""
    scale = scale_of(height)
    wide, high = width / scale, height / scale
    left = min(max(0.13 * wide, 110.0), 128.0)
    axis = TimeAxis(scene.steps, wide, left, _EDGE)
    column = min(axis.room / scene.steps, MAX_COLUMN)
    axis = TimeAxis(scene.steps, wide, left, _EDGE, column)
    top = _TITLE if high >= 300 else 0.0
    under = state_drawing(name, scene, seen, axis, high - top - 6.0, position, gradients)
    choice = chosen(scene, seen, gradients)
    what = title(scene, choice.name, choice.gradient)
    alone = name == "alike" and seen.alone
    said = translate("figure", _NAMES["alike alone" if alone else name]).format(what=what, unit=choice.unit + 1)
    head = word(fitted(said, wide - 2 * MARGIN, 13.0, True), MARGIN, top + 13.0, scene.theme.text, 13.0, "l", True)
    live = (*moved(under.live, 0.0, top), head)
    if top:
        live += title_line(scene, wide, top)
    whole = Drawing(wide, high, under.background, moved(under.static, 0.0, top), live)
    return scaled(whole, scale, width, height)
