"""What of a drawing has to be painted again when another takes its place: what differs, and what lies there."""

from dataclasses import fields, replace
from functools import cached_property
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from rnnviz.figure.drawing import Batch, Boxes, Circles, Curves, Floats, Lines, Picture, Texts
from rnnviz.figure.metrics import text_width

_SEEN = {
    kind: tuple(field.name for field in fields(kind) if field.name != "keys")
    for kind in (Boxes, Circles, Curves, Lines, Picture, Texts)
}
_LARGE = 1_000_000  # bytes


class Bounds(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


class _Placed:
    """A batch, what is to be seen of it, for comparing, and where."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self._seen = (type(batch), *(_content(getattr(batch, name)) for name in _SEEN[type(batch)]))

    def same(self, other: Self) -> bool:
        return self._seen == other._seen

    @cached_property
    def marks(self) -> Floats:
        """(4, N) left, top, right, bottom of each mark, rather too far out."""
        return np.stack(_reach(self.batch))

    @cached_property
    def bounds(self) -> Bounds | None:
        return _around(self.marks)

    def within(self, bounds: Bounds) -> Batch | None:
        """The batch without the marks that lie elsewhere; keys, which painting does not need, are left out."""
        if self.bounds is None or not _meet(self.bounds, bounds):
            return None
        here = _meet(self.marks, bounds)
        if here.all() or isinstance(self.batch, Picture | Lines | Curves):
            return self.batch
        return _only(self.batch, here) if here.any() else None

    def difference(self, other: Self) -> Bounds | None:
        """Where there is another picture with the other in its place."""
        if self.same(other):
            return None
        marks, others = self.marks, other.marks
        count = marks.shape[1]
        if count > 1 and type(self.batch) is type(other.batch) and others.shape[1] == count:
            changed = _changed(self.batch, other.batch, count)
            marks, others = marks[:, changed], others[:, changed]
        return _around(np.concatenate([marks, others], axis=1))


class Layer:
    """The batches of one layer of a drawing."""

    def __init__(self, batches: tuple[Batch, ...]) -> None:
        self._placed = [_Placed(batch) for batch in batches]

    def followed(self, batches: tuple[Batch, ...]) -> tuple[Self, Bounds | None]:
        """The layer of these, and where it looks different from this one."""
        later, old = type(self)(batches), self._placed
        new, fewer = later._placed, min(len(self._placed), len(batches))
        start = next((k for k in range(fewer) if not old[k].same(new[k])), fewer)
        end = next((k for k in range(fewer - start) if not old[-1 - k].same(new[-1 - k])), fewer - start)
        # What stays knows already where it is.
        new[:start], new[len(new) - end :] = old[:start], old[len(old) - end :]
        gone, come = old[start : len(old) - end], new[start : len(new) - end]
        if len(gone) == len(come):
            parts = [one.difference(other) for one, other in zip(gone, come, strict=True)]
        else:
            parts = [one.bounds for one in (*gone, *come)]
        return later, united(*parts)

    def with_dashes(self, bounds: Bounds) -> Bounds:
        """With the whole of each dashed curve that reaches into the bounds: Qt dashes a part of one otherwise."""
        dashed = [one for one in self._placed if isinstance(one.batch, Curves) and one.batch.dash]
        before = None
        while bounds != before:
            before = bounds
            bounds = united(bounds, *(_around(one.marks[:, _meet(one.marks, before)]) for one in dashed)) or bounds
        return bounds

    def within(self, bounds: Bounds) -> tuple[Batch, ...]:
        """Those marks only that reach into the bounds."""
        return tuple(batch for one in self._placed if (batch := one.within(bounds)) is not None)


def _content(value: Any) -> Any:
    """Equal where the value is. To compare large pictures takes as long as to paint them: no two are equal."""
    if not isinstance(value, np.ndarray):
        return value
    return value.tobytes() if value.nbytes <= _LARGE else object()


def united(*parts: Bounds | None) -> Bounds | None:
    """Around all of them."""
    some = [part for part in parts if part is not None]
    if not some:
        return None
    left, top, right, bottom = zip(*some, strict=True)
    return Bounds(min(left), min(top), max(right), max(bottom))


def _meet(marks: Any, bounds: Bounds) -> Any:
    """Whether there is something of both in one place; of marks (4, N) for each of them."""
    left, top, right, bottom = marks
    return (left <= bounds.right) & (right >= bounds.left) & (top <= bounds.bottom) & (bottom >= bounds.top)


def _around(marks: Floats) -> Bounds | None:
    if not marks.shape[1]:
        return None
    left, top = marks[:2].min(axis=1).tolist()
    right, bottom = marks[2:].max(axis=1).tolist()
    return Bounds(left, top, right, bottom)


def _reach(batch: Batch) -> tuple[Floats, ...]:
    """Left, top, right and bottom (N,) of each mark."""
    if isinstance(batch, Picture):
        return tuple(np.array([value]) for value in (batch.x, batch.y, batch.x + batch.w, batch.y + batch.h))
    if isinstance(batch, Texts):
        wide = np.array([text_width(string, batch.size, batch.bold) for string in batch.strings]) + batch.size
        left = batch.x - {"l": 0.0, "c": 0.5, "r": 1.0}[batch.anchor] * wide - batch.size / 2
        return left, batch.y - batch.size, left + wide + batch.size, batch.y + batch.size
    if isinstance(batch, Circles):
        more = batch.r + batch.line_width
        return batch.x - more, batch.y - more, batch.x + more, batch.y + more
    if isinstance(batch, Boxes):
        more = batch.line_width
        return batch.x - more, batch.y - more, batch.x + batch.w + more, batch.y + batch.h + more
    more = batch.width
    if isinstance(batch, Curves):
        low, high = batch.points.min(axis=1), batch.points.max(axis=1)
        return low[:, 0] - more, low[:, 1] - more, high[:, 0] + more, high[:, 1] + more
    return (
        np.minimum(batch.x1, batch.x2) - more,
        np.minimum(batch.y1, batch.y2) - more,
        np.maximum(batch.x1, batch.x2) + more,
        np.maximum(batch.y1, batch.y2) + more,
    )


def _changed(one: Batch, other: Batch, count: int) -> NDArray[np.bool_]:
    """(N,) which marks look different in two batches of as many."""
    changed = np.zeros(count, bool)
    for name in _SEEN[type(one)]:
        old, new = getattr(one, name), getattr(other, name)
        if isinstance(old, np.ndarray) and len(old) == count:
            changed |= (old != new).reshape(count, -1).any(axis=1)
        elif name == "strings":
            changed |= np.array([a != b for a, b in zip(old, new, strict=True)], bool)
        elif isinstance(old, np.ndarray) or old != new:  # what all marks have in common
            changed[:] = True
    return changed


def _only(batch: Batch, chosen: NDArray[np.bool_]) -> Batch:
    """The marks of a batch that are `chosen` (N,)."""
    values: dict[str, Any] = {"keys": ()}
    for name in _SEEN[type(batch)]:
        value = getattr(batch, name)
        if isinstance(value, np.ndarray):
            values[name] = value[chosen]
        elif name == "strings":
            values[name] = tuple(value[k] for k in np.flatnonzero(chosen))
    return replace(batch, **values)
