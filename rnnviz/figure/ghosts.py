"""What was there before an edit, as thin outlines over what is there now."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Circles, Drawing, Floats, Lines, Texts
from rnnviz.figure.metrics import text_width
from rnnviz.figure.scene import Scene
from rnnviz.session.state import Key, State


def comparable(before: State, scene: Scene) -> bool:
    """Whether the marks of this scene are those of an earlier state, with other values."""
    return before.network.spec == scene.model.spec and len(before.sequence) == scene.steps


def ghosts(new: Drawing, old: Drawing) -> list[Batch]:
    """The old values of the live marks of a drawing: a ring in the old colour around a circle that changed
    colour, a tick where the edge of a box stood that now ends elsewhere. old: the same places with the old values."""
    made: list[Batch] = _numbers(new, old)
    for after, before in zip(new.live, old.live, strict=False):
        if isinstance(after, Circles) and isinstance(before, Circles):
            made += _rings(after, before)
        elif isinstance(after, Boxes) and isinstance(before, Boxes):
            made += _ticks(after, before)
    return made


def _numbers(new: Drawing, old: Drawing) -> list[Batch]:
    """Small below each number of an open cell what stood there before, struck through; above it where a wire runs
    below."""
    level = _horizontals(new)
    earlier: dict[Key, list[str]] = {}
    for text in _written(old):
        earlier.setdefault(text.keys[0], []).append(text.strings[0])  # type: ignore[arg-type]
    made: list[Batch] = []
    for text in _written(new):
        waiting = earlier.get(text.keys[0], [])  # type: ignore[arg-type]
        before = waiting.pop(0) if waiting else text.strings[0]
        if before == text.strings[0]:
            continue
        size, colour = 0.78 * text.size, text.colour.copy()
        colour[:, 3] = 190
        x, above = text.x[0], text.y[0]
        below = above + 1.6 * text.size
        wired = (level[:, 0] <= x) & (x <= level[:, 1]) & (above < level[:, 2]) & (level[:, 2] < below)
        y = text.y + (-0.98 if wired.any() else 0.98) * text.size
        made.append(replace(text, strings=(before,), y=y, size=size, bold=False, colour=colour, keys=()))
        wide = text_width(before, size)
        left = text.x - {"l": 0.0, "c": 0.5, "r": 1.0}[text.anchor] * wide
        made.append(Lines(left, y, left + wide, y, colour, np.ones(1)))
    return made


def _horizontals(drawing: Drawing) -> Floats:
    """(N, 3): left end, right end and height of each horizontal line."""
    found = [np.zeros((0, 3))]
    for batch in drawing.live:
        if isinstance(batch, Lines):
            flat = np.abs(batch.y1 - batch.y2) < 0.5
            ends = np.minimum(batch.x1, batch.x2), np.maximum(batch.x1, batch.x2), batch.y1
            found.append(np.stack(ends, axis=1)[flat])
    return np.concatenate(found)


def _written(drawing: Drawing) -> Iterator[Texts]:
    """The numbers that stand alone, each with the key of what it is the value of."""
    for batch in drawing.live:
        if not isinstance(batch, Texts) or len(batch.strings) != 1 or not batch.keys:
            continue
        key = batch.keys[0]
        if key is not None and key.unit >= 0 and batch.strings[0][-1:].isdigit():
            yield batch


def _rings(after: Circles, before: Circles) -> list[Batch]:
    if not any(after.keys) or after.keys != before.keys:
        return []
    other = (after.fill != before.fill).any(axis=1)
    if not other.any():
        return []
    count = int(np.count_nonzero(other))
    clear = np.zeros((count, 4), np.uint8)
    return [
        Circles(after.x[other], after.y[other], after.r[other] + 2.5, clear, before.fill[other], np.full(count, 2.0))
    ]


def _ticks(after: Boxes, before: Boxes) -> list[Batch]:
    if not any(after.keys) or after.keys != before.keys:
        return []
    other = np.abs(after.y - before.y) > 0.5
    if not other.any():
        return []
    x, w, y = after.x[other], after.w[other], before.y[other]
    return [Lines(x - 1, y, x + w + 1, y, after.fill[other], np.full(len(x), 1.5))]
