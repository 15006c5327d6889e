"""The plot of the capacity experiment: recall against load, with the load at which theory says it breaks down."""

from collections.abc import Sequence

import numpy as np

from rnnviz.energy.capacity import CRITICAL, CapacityPoint, CapacitySpec
from rnnviz.figure.drawing import Batch, Drawing, Lines, Texts
from rnnviz.figure.marks import even, ink
from rnnviz.figure.palette import Theme
from rnnviz.figure.patterns.units import Frame
from rnnviz.figure.plots.plot import Axes
from rnnviz.words import translate


def capacity_plot(
    points: Sequence[CapacityPoint], spec: CapacitySpec, theme: Theme, width: float, height: float
) -> Drawing:
    """The points measured so far."""
    axes = Axes(Frame(58.0, 56.0, width - 78.0, height - 106.0), (0.0, 0.31), (0.0, 1.0))
    one = np.ones(1)
    live: list[Batch] = axes.grid(
        theme, (0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3), (0, 0.25, 0.5, 0.75, 1),
        translate("figure", "load P / N"), "",
    )  # fmt: skip
    if spec.rule == "hebb":
        x, y = axes.place(np.array([CRITICAL, CRITICAL]), np.array([0.0, 1.0]))
        muted = even(theme.muted, 1)
        live.append(Lines(x[:1], y[:1], x[1:], y[1:], muted, np.full(1, 1.4), (5.0, 4.0)))
        text = translate("figure", "0.138 (Amit et al. 1985)")
        live.append(Texts((text,), (x[0] + 8) * one, (y[0] - 12) * one, muted, 11.0, "l"))
    load = np.array([point.load for point in points])
    curves = (
        (translate("figure", "overlap m after recall"), [p.overlap for p in points], theme.accent),
        (translate("figure", "patterns that are fixed points"), [p.fixed for p in points], theme.role("energy")),
    )
    left = 24.0
    for name, values, colour in curves:
        live += axes.curve(load, np.array(values), colour, points=True)
        shown = theme.ink("energy") if colour == theme.role("energy") else colour
        live.append(Lines(left * one, 22 * one, (left + 18) * one, 22 * one, even(colour, 1), 2.4 * one))
        live.append(Texts((name,), (left + 25) * one, 22 * one, ink(shown)[None], 12.0, "l", True))
        left += 60.0 + 7.6 * len(name)
    if points:
        spreads = np.array([point.spread for point in points])
        overlaps = np.array([point.overlap for point in points])
        x, low = axes.place(load, np.clip(overlaps - spreads, 0, 1))
        _, high = axes.place(load, np.clip(overlaps + spreads, 0, 1))
        live.append(Lines(x, low, x, high, even(theme.accent, len(x)), np.full(len(x), 1.2)))
    return Drawing(width, height, ink(theme.stage), (), tuple(live))
