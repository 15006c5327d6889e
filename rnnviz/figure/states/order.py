"""The colours of clocks along an order: their own, or that of their symbols."""

import numpy as np

from rnnviz.figure.drawing import Batch, Circles, Floats, Picture
from rnnviz.figure.gutter import MARGIN
from rnnviz.figure.marks import even
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.palette import ordered
from rnnviz.figure.scene import Scene
from rnnviz.figure.states.room import Anchor, Room, word

_ROW = 16.0
_BEYOND = 14.0  # how far the name of the last clock may reach beyond the bar


def symbols(scene: Scene) -> list[str]:
    """Every symbol of the sequence once: numbers by their size, others by the alphabet."""

    def make() -> list[str]:
        values, labels = scene.sequence.values, scene.labels
        if values.shape[1] == 1:
            return list(dict.fromkeys(labels[k] for k in np.argsort(values[:, 0], kind="stable").tolist()))
        return sorted(set(labels))

    return scene.remember("symbols", make)


def parts(scene: Scene, by: str) -> Floats:
    """(T,) the place of each clock in the order, 0 to 1."""
    if by == "time":
        return np.linspace(0.0, 1.0, scene.steps)
    names = symbols(scene)
    place = {name: index / max(1, len(names) - 1) for index, name in enumerate(names)}
    return np.array([place[label] for label in scene.labels])


def legend(scene: Scene, by: str, left: float, height: float, room: Room) -> list[Batch]:
    """In the gutter, left of `left`: a bar from the first to the last clock; or a dot for each symbol, as many as there
    is room for."""
    theme, one, top, names = scene.theme, np.ones(1), 66.0, symbols(scene)
    if by == "symbol" and len(names) * _ROW <= height - top - 40.0:
        made: list[Batch] = []
        fills = ordered(np.linspace(0.0, 1.0, len(names)), theme)
        for index, name in enumerate(names):
            y, shown = top + index * _ROW, fitted(name, left - MARGIN - 62.0, 11.0)
            if room.take(shown, MARGIN + 14.0, y, 11.0, "l"):
                dot = Circles(
                    (MARGIN + 5) * one, y * one, 4 * one, fills[index][None], even("#000000", 1, 0.0), 0 * one
                )
                made += [dot, word(shown, MARGIN + 14.0, y, theme.text, 11.0, "l")]
        return made
    first, last = ("t=1", f"t={scene.steps}") if by == "time" else (names[0], names[-1])
    width = left - 2 * MARGIN - 34.0
    rgba = np.ascontiguousarray(ordered(np.linspace(0.0, 1.0, 64), theme)[None])
    made = [Picture(MARGIN, top - 3.0, width, 6.0, rgba)]
    first = fitted(first, width / 2 - 2.0, 10.0)
    last = fitted(last, width + _BEYOND - text_width(first, 10.0) - 5.0, 10.0)
    begins = max(MARGIN + width - text_width(last, 10.0), MARGIN + text_width(first, 10.0) + 5.0)
    ends: tuple[tuple[str, float, Anchor], ...] = ((first, MARGIN, "l"), (last, begins, "l"))
    for shown, x, anchor in ends:
        if shown and room.take(shown, x, top + 13.0, 10.0, anchor):
            made.append(word(shown, x, top + 13.0, theme.muted, 10.0, anchor))
    return made
