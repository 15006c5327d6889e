"""The plane in which a trajectory of states is drawn: their principal components, or the units where there are two."""

from dataclasses import dataclass

import numpy as np

from rnnviz.figure.drawing import Floats


@dataclass(frozen=True, eq=False)
class Plane:
    """origin (H,); axes (2, H), one unit vector each; shares (2,): of the variance, None where the axes are units."""

    origin: Floats
    axes: Floats
    shares: Floats | None

    def points(self, h: Floats) -> Floats:
        """(N, 2) of states (N, H)."""
        made: Floats = (h - self.origin) @ self.axes.T
        return made


def plane(h: Floats) -> Plane:
    """The plane in which states (T, H) are furthest apart (Pearson 1901), H > 1; two units are their own plane.

    The sign of a component is free: here its largest part is positive.
    """
    units = h.shape[1]
    if units == 2:
        return Plane(np.zeros(2), np.eye(2), None)
    origin = h.mean(axis=0)
    centred = h - origin
    _, variances, vectors = np.linalg.svd(centred.T @ centred)  # (H, H), however long the sequence is
    axes = vectors[:2]
    largest = np.take_along_axis(axes, np.abs(axes).argmax(axis=1)[:, None], axis=1)
    total = float(variances.sum())
    return Plane(origin, np.where(largest < 0, -axes, axes), variances[:2] / total if total else np.zeros(2))
