"""What goes wrong on the way of a gradient, found in what one run has computed anyway.

Every alarm is about one sequence and one layer, at one moment of learning. The thresholds:

- vanishing: ||dL/dh_t|| is below `VANISHED` of the largest error that enters the layer from above at t or later (from
  the readout, or from the next layer at the same clock). A network that needs nothing of clock t has the same small
  gradient as one that cannot get at it; the alarm cannot tell them apart.
- exploding: ||dL/dh_t|| is above `EXPLODED` times what all those errors could add up to if each came back at its full
  length. Without a Jacobian that stretches that is impossible.
- saturated: `SATURATED` of all values of a gate are where its slope is flat (see `saturation`).
- dead: a rectified unit is 0 at every clock.
- nan: a number is not finite.

Hochreiter (1991) and Pascanu et al. (2013, arXiv:1211.5063) for the first two; Maas, Hannun and Ng (2013) for dead
units.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, final

import numpy as np

from rnnviz.cells.base import Cell
from rnnviz.gradients.base import Array
from rnnviz.gradients.saturation import saturation_of
from rnnviz.network.passes import Passes
from rnnviz.network.results import Gradients
from rnnviz.words import QT_TRANSLATE_NOOP, translate

VANISHED = 1e-3
EXPLODED = 10.0
SATURATED = 0.9


@final
@dataclass(frozen=True)
class Alarm:
    """kind: vanishing, exploding, dead, saturated or nan. t: the clock, from 1, to look at. update: how many updates
    were made. layer: from 1, of so many `layers`. unit: from 1, None where it is not about one. `str` is one sentence
    in the language of the interface."""

    kind: str
    t: int
    update: int
    layer: int
    layers: int
    unit: int | None
    template: str
    values: Mapping[str, Any] = field(hash=False)

    def __str__(self) -> str:
        text = translate("alarms", self.template).format(t=self.t, unit=self.unit, **self.values)
        if self.layers == 1:
            return text
        return translate("alarms", "Layer {layer}: {sentence}").format(layer=self.layer, sentence=text)


def alarms(grads: Gradients, sequence: int = 0, updates: int = 0, truncated: bool = False) -> tuple[Alarm, ...]:
    """What is wrong on one sequence of the batch, in any layer, the worst first; nothing, mostly.

    updates: how many were made, for the record only. truncated: of a gradient that was cut it is not said that it
    vanishes. Where something is not a number, nothing else is said.
    """
    passes = grads.passes
    layers = passes.spec.layers
    found: list[Alarm] = []
    with np.errstate(all="ignore"):
        for layer in range(layers):
            found += _of_layer(grads, layer, sequence, {"update": updates, "layer": layer + 1, "layers": layers})
    broken = [alarm for alarm in found if alarm.kind == "nan"]
    if broken:
        return tuple(broken[:1])
    order = ("exploding", "vanishing", "dead", "saturated")
    found.sort(key=lambda alarm: (order.index(alarm.kind), -alarm.layer))
    return tuple(alarm for alarm in found if alarm.kind != "vanishing" or not truncated)


def _of_layer(grads: Gradients, layer: int, sequence: int, about: dict[str, int]) -> list[Alarm]:
    passes, ways = grads.passes, range(len(grads.passes.ways))

    def both(get: Callable[..., Array], name: str) -> Array:
        each = [get(name, layer, bool(way))[:, sequence] for way in ways]
        return each[0] if len(each) == 1 else np.concatenate(each, axis=1)

    trace = {name: both(grads.trace.get, name) for name in passes.tapes[layer][0].values}
    gradients = {name: both(grads.get, name) for name in passes.tapes[layer][0].gradients}
    broken = list(_nan(trace, gradients, about))
    if broken:
        return broken
    errors = np.linalg.norm(_from_above(passes, layer, sequence), axis=1)
    ahead, count = np.maximum.accumulate(errors[::-1])[::-1], np.arange(len(errors), 0, -1)
    if len(ways) > 1:  # a clock is reached from both sides
        ahead, count = np.full_like(errors, errors.max()), np.full_like(count, len(errors))
    known = ahead > 0
    norms = np.linalg.norm(gradients["h"], axis=1)
    ratio = np.divide(norms, ahead, out=np.ones_like(norms), where=known)
    return [
        *_exploding(ratio, count, about),
        *_vanishing(ratio, known, about),
        *_dead(trace, passes.cell, about),
        *_saturated(trace, passes.cell, about),
    ]


def _from_above(passes: Passes, layer: int, sequence: int) -> Array:
    """(T, units): what enters dL/dh of a layer at each clock, without what comes through time."""
    if layer == passes.spec.layers - 1:
        into: Array = passes.outside(passes.d_loss)[:, sequence] @ passes.named["readout.weight"]
        return into
    total: Array = np.zeros(1)
    for way, (tape, params) in enumerate(zip(passes.tapes[layer + 1], passes.weights[layer + 1], strict=True)):
        part = passes.outside(passes.cell.input_gradient(params, tape))[:, sequence]
        total = total + (part[::-1] if way else part)
    return total


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
                **about,
                unit=None,
                template=QT_TRANSLATE_NOOP(
                    "alarms", "Saturated: {share:.0%} of the values of {name} are where its slope is nearly flat."
                ),
                values={"name": name, "share": shares.share},
            )
