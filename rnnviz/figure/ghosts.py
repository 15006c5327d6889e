"""What was there before an edit, as thin outlines over what is there now."""

import numpy as np

from rnnviz.figure.drawing import Batch, Boxes, Circles, Drawing, Lines


def ghosts(new: Drawing, old: Drawing) -> list[Batch]:
    """The old values of the live marks of a drawing: a ring in the old colour around a circle that changed
    colour, a tick where the edge of a box stood that now ends elsewhere. old: the same places with the old values."""
    made: list[Batch] = []
    for after, before in zip(new.live, old.live, strict=False):
        if isinstance(after, Circles) and isinstance(before, Circles):
            made += _rings(after, before)
        elif isinstance(after, Boxes) and isinstance(before, Boxes):
            made += _ticks(after, before)
    return made


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
