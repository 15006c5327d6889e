"""Only those marks of a Drawing that reach into a vertical strip of it: what a partial repaint needs."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.figure.drawing import Batch, Boxes, Circles, Curves, Drawing, Lines, Picture, Texts
from rnnviz.figure.metrics import text_width


def culled(drawing: Drawing, left: float, right: float) -> Drawing:
    """The drawing with the live marks between these x only; the static layer, a picture already, stays."""
    live = []
    for batch in drawing.live:
        if isinstance(batch, Picture):
            if batch.x < right and batch.x + batch.w > left:
                live.append(batch)
            continue
        low, high = _reach(batch)
        inside = (low <= right) & (high >= left)
        if inside.all():
            live.append(batch)
        elif inside.any():
            live.append(_only(batch, inside))
    return replace(drawing, live=tuple(live))


def _reach(batch: Batch) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The lowest and highest x (N,) of each mark."""
    if isinstance(batch, Circles):
        half = batch.r + batch.line_width
        return batch.x - half, batch.x + half
    if isinstance(batch, Boxes):
        return batch.x - batch.line_width, batch.x + batch.w + batch.line_width
    if isinstance(batch, Lines):
        return np.minimum(batch.x1, batch.x2) - batch.width, np.maximum(batch.x1, batch.x2) + batch.width
    if isinstance(batch, Curves):
        x = batch.points[:, :, 0]
        return x.min(axis=1) - batch.width, x.max(axis=1) + batch.width
    wide = np.array([text_width(string, batch.size, batch.bold) for string in batch.strings]) + batch.size
    part = {"l": 0.0, "c": 0.5, "r": 1.0}[batch.anchor]
    start = batch.x - part * wide - batch.size / 2
    return start, start + wide + batch.size


def _only(batch: Circles | Boxes | Lines | Curves | Texts, inside: NDArray[np.bool_]) -> Batch:
    """The marks of a batch that are marked in `inside` (N,); keys, which painting does not need, are left out."""
    count = len(inside)
    chosen: dict[str, Any] = {"keys": ()}
    for field in fields(batch):
        value = getattr(batch, field.name)
        if isinstance(value, np.ndarray) and value.shape[:1] == (count,):
            chosen[field.name] = value[inside]
    if isinstance(batch, Texts):
        chosen["strings"] = tuple(batch.strings[k] for k in np.flatnonzero(inside))
    return replace(batch, **chosen)
