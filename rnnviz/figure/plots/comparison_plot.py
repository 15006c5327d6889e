"""CD-k beside exact learning: both log-likelihoods, the cosine of the gradients, and both sets of weights."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from rnnviz.energy.checks import Floats
from rnnviz.energy.compare import Compared
from rnnviz.figure.drawing import Batch, Drawing, Lines, Picture, Texts
from rnnviz.figure.marks import even, frame_box, ink
from rnnviz.figure.palette import Theme, diverging
from rnnviz.figure.patterns.units import Frame
from rnnviz.figure.plots.plot import Axes, ticks
from rnnviz.words import translate


def comparison_plot(
    points: Sequence[Compared], updates: int, best: float, k: int, theme: Theme, width: float, height: float
) -> Drawing:
    """best: the log-likelihood that no machine exceeds, that of giving each pattern its own share."""
    side = min(0.3 * width, 0.5 * height - 56.0)
    plot = width - side - 118.0
    lowest = min((min(p.sampled, p.exact) for p in points), default=best - 1.0)
    axes = Axes(Frame(62.0, 56.0, plot, 0.58 * height - 56.0), (0.0, float(updates)), (np.floor(2 * lowest) / 2, best))
    live: list[Batch] = axes.grid(theme, (), ticks(*axes.y), "", translate("figure", "log-likelihood of the patterns"))
    under = Axes(Frame(62.0, 0.7 * height, plot, 0.3 * height - 54.0), axes.x, (-1.0, 1.0))
    live += under.grid(
        theme, ticks(0.0, float(updates), 6), (-1.0, 0.0, 1.0), translate("figure", "updates"),
        translate("figure", "cosine between both gradients"),
    )  # fmt: skip
    at = np.array([point.update for point in points], dtype=float)
    ways = (
        (f"CD-{k}", [p.sampled for p in points], theme.role("energy"), theme.ink("energy")),
        (translate("figure", "exact"), [p.exact for p in points], theme.role("free"), theme.ink("free")),
    )
    one = np.ones(1)
    x, y = axes.place(np.array(axes.x), np.array([best, best]))
    live.append(Lines(x[:1], y[:1], x[1:], y[1:], even(theme.muted, 1), one, (5.0, 4.0)))
    for index, (name, values, colour, shown) in reversed(tuple(enumerate(ways))):  # the exact one wide and below
        live += axes.curve(at, np.array(values), colour, 2.0 + 2.5 * index)
        value = f" {values[-1]:.2f}".replace("-", "−") if values else ""
        left = 62.0 + index * 150.0
        live.append(Texts((name + value,), left * one, 18 * one, ink(shown)[None], 13.0, "l", True))
    live += under.curve(at, np.array([point.cosine for point in points]), theme.accent)
    if points:
        shown_weights = [_weights(points[-1].sampled_machine), _weights(points[-1].exact_machine)]
        limit = max(float(np.abs(weights).max()) for weights in shown_weights) or 1.0
        for index, (weights, way) in enumerate(zip(shown_weights, ways, strict=True)):
            top = 56.0 + index * (side + 44.0)
            left = width - side - 24.0
            text = translate("figure", "weights: {way}").format(way=way[0])
            live.append(Texts((text,), left * one, (top - 14) * one, ink(way[3])[None], 12.0, "l", True))
            live.append(Picture(left, top, side, side, diverging(weights, "weight", limit)))
            live.append(frame_box(left, top, side, side, ink(theme.border), 1.0))
    return Drawing(width, height, ink(theme.stage), (), tuple(live))


def _weights(machine: Any) -> Floats:
    made: Floats = machine.weights
    return made
