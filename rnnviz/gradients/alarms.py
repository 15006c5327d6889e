"""What goes wrong on the way of a gradient, found in what one run has computed anyway.

Every alarm is about the sequence and the layer that were looked at, at one moment of learning. The thresholds:

- vanishing: ||dL/dh_t|| is below `VANISHED` of the largest error that reaches the layer directly at t or later
  (||dL_k/dh_k|| at clock k, through the readout alone). A network that needs nothing of clock t has the same small
  gradient as one that cannot get at it; the alarm cannot tell them apart.
- exploding: ||dL/dh_t|| is above `EXPLODED` times what all those errors could add up to if each came back at its full
  length. Without a Jacobian that stretches that is impossible.
- saturated: `SATURATED` of all values of a gate are where its slope is flat (see `saturation`).
- dead: a rectified unit is 0 at every clock.
- nan: a number is not finite.

Hochreiter (1991) and Pascanu et al. (2013, arXiv:1211.5063) for the first two; Maas, Hannun and Ng (2013) for dead
units.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, final

import numpy as np

from rnnviz.cells.base import Cell
from rnnviz.gradients.base import Array
from rnnviz.gradients.saturation import saturation_of
from rnnviz.network.results import Gradients
from rnnviz.words import QT_TRANSLATE_NOOP, translate

VANISHED = 1e-3
EXPLODED = 10.0
SATURATED = 0.9


@final
@dataclass(frozen=True)
class Alarm:
    """kind: vanishing, exploding, dead, saturated or nan. t: the clock, from 1, to look at. update: how many updates
    were made. layer: from 1. unit: from 1, None where it is not about one. `str` is one sentence in the language of the
    interface."""

    kind: str
    t: int
    update: int
    layer: int
    unit: int | None
    template: str
    values: Mapping[str, Any] = field(hash=False)

    def __str__(self) -> str:
        return translate("alarms", self.template).format(t=self.t, layer=self.layer, unit=self.unit, **self.values)


def alarms(grads: Gradients, sequence: int = 0, updates: int = 0) -> tuple[Alarm, ...]:
    """What is wrong with the top layer on one sequence of the batch, the worst first; nothing, mostly.

    updates: how many were made, for the record only.
    """
    passes, trace = grads.passes, grads.trace
    values = {name: trace[name][:, sequence] for name in trace.names}
    gradients = {name: grads[name][:, sequence] for name in grads.names}
    both = len(passes.ways) > 1
    readout = passes.named["readout.weight"]
    return find(values, gradients, readout, passes.cell, passes.spec.layers, updates, bidirectional=both)


def find(
    trace: Mapping[str, Array],
    gradients: Mapping[str, Array],
    readout: Array,
    cell: Cell,
    layer: int,
    updates: int,
    *,
    truncated: bool = False,
    bidirectional: bool = False,
) -> tuple[Alarm, ...]:
    """The same from arrays (T, units) by name and the readout's weights (O, H). A truncated gradient is not said to
    vanish: it was cut."""
    about = {"update": updates, "layer": layer}
    broken = list(_nan(trace, gradients, about))
    if broken:
        return tuple(broken)
    found = [*_dead(trace, cell, about), *_saturated(trace, cell, about)]
    norms = np.linalg.norm(gradients["h"], axis=1)
    errors = np.linalg.norm(gradients["s"] @ readout, axis=1)
    ahead = np.full_like(errors, errors.max()) if bidirectional else np.maximum.accumulate(errors[::-1])[::-1]
    count = np.full(len(errors), len(errors)) if bidirectional else np.arange(len(errors), 0, -1)
    known = ahead > 0
    ratio = np.divide(norms, ahead, out=np.ones_like(norms), where=known)
    if not truncated:
        found = [*_vanishing(ratio, known, about), *found]
    return (*_exploding(ratio, count, about), *found)


def _nan(trace: Mapping[str, Array], gradients: Mapping[str, Array], about: dict[str, int]) -> Iterator[Alarm]:
    """The first clock that is not finite; a trace's before a gradient's, which follows from it."""
    forward = QT_TRANSLATE_NOOP("alarms", "Not a number: {name} at t = {t} is no longer finite.")
    backward = QT_TRANSLATE_NOOP("alarms", "Not a number: the gradient of {name} at t = {t} is no longer finite.")
    for arrays, template in ((trace, forward), (gradients, backward)):
        broken = {name: np.isfinite(array).all(axis=1).argmin() for name, array in arrays.items() if not _finite(array)}
        if broken:
            name = min(broken, key=lambda key: broken[key])
            yield Alarm("nan", int(broken[name]) + 1, **about, unit=None, template=template, values={"name": name})
            return


def _finite(array: Array) -> bool:
    """Whether all of it is; the sum, which is cheaper than a look at each number, decides nearly always."""
    return bool(np.isfinite(array.sum())) or bool(np.isfinite(array).all())


def _exploding(ratio: Array, count: Array, about: dict[str, int]) -> Iterator[Alarm]:
    grown = ratio / count
    worst = int(grown.argmax())
    if grown[worst] > EXPLODED:
        yield Alarm(
            "exploding",
            worst + 1,
            **about,
            unit=None,
            template=QT_TRANSLATE_NOOP(
                "alarms",
                "Exploding gradient: ‖∂L/∂h‖ at t = {t} is {ratio:.3g} times the largest error that comes back to it.",
            ),
            values={"ratio": float(ratio[worst])},
        )


def _vanishing(ratio: Array, known: Array, about: dict[str, int]) -> Iterator[Alarm]:
    gone = np.flatnonzero(known & (ratio < VANISHED))
    if gone.size:
        last = int(gone[-1])
        yield Alarm(
            "vanishing",
            last + 1,
            **about,
            unit=None,
            template=QT_TRANSLATE_NOOP(
                "alarms",
                "Vanishing gradient: at t = {t} ‖∂L/∂h‖ is {ratio:.2g} of the largest error after it; clocks: {count}.",
            ),
            values={"ratio": float(ratio[last]), "count": int(gone.size)},
        )


def _dead(trace: Mapping[str, Array], cell: Cell, about: dict[str, int]) -> Iterator[Alarm]:
    if cell.activation != "relu" or len(cell.gates) > 1:
        return
    dead = np.flatnonzero((trace["h"] == 0).all(axis=0))
    if dead.size:
        yield Alarm(
            "dead",
            1,
            **about,
            unit=int(dead[0]) + 1,
            template=QT_TRANSLATE_NOOP(
                "alarms",
                "Dead units: {count} of {units} rectified units are 0 at every clock, the first is unit {unit}.",
            ),
            values={"count": int(dead.size), "units": trace["h"].shape[1]},
        )


def _saturated(trace: Mapping[str, Array], cell: Cell, about: dict[str, int]) -> Iterator[Alarm]:
    for name, shares in saturation_of(trace, cell.gates).items():
        if shares.share >= SATURATED:
            worst = int((shares.low + shares.high).argmax())
            yield Alarm(
                "saturated",
                worst + 1,
                about["update"],
                about["layer"],
                None,
                QT_TRANSLATE_NOOP(
                    "alarms", "Saturated: {share:.0%} of the values of {name} are where its slope is nearly flat."
                ),
                {"name": name, "share": shares.share},
            )
