"""What goes wrong on the way of a gradient, found in what one run has computed anyway.

Every alarm is about one sequence, one layer and one direction of it, at one moment of learning. The thresholds:

- vanishing: ||dL/dh_t|| is below `VANISHED` of the largest error that enters the layer from above at t or at a clock
  read later (from the readout, or from the next layer at the same clock). A network that needs nothing of clock t has
  the same small gradient as one that cannot get at it; the alarm cannot tell them apart.
- exploding: ||dL/dh_t|| is above `EXPLODED` times what all those errors could add up to if each came back at its full
  length. Without a Jacobian that stretches that is impossible.
- saturated: `SATURATED` of all values of a gate are where its slope is flat (see `saturation`).
- dead: a rectified unit is 0 at every clock.
- nan: a number is not finite.

Hochreiter (1991) and Pascanu et al. (2013, arXiv:1211.5063) for the first two; Maas, Hannun and Ng (2013) for dead
units.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
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
    were made. layer: from 1, of so many `layers`. reverse: whether it is the row that runs right to left; None
    where there is only one. unit: from 1, None where it is not about one. `str` is one sentence
    in the language of the interface."""

    kind: str
    t: int
    update: int
    layer: int
    layers: int
    reverse: bool | None
    unit: int | None
    template: str
    values: Mapping[str, Any] = field(hash=False)

    def __str__(self) -> str:
        text = translate("alarms", self.template).format(t=self.t, unit=self.unit, **self.values)
        return located(text, self.layer, self.layers, self.reverse)


_WHERE = {  # by whether there are several layers, and by direction
    (True, None): QT_TRANSLATE_NOOP("alarms", "Layer {layer} · {sentence}"),
    (False, False): QT_TRANSLATE_NOOP("alarms", "Forward row · {sentence}"),
    (False, True): QT_TRANSLATE_NOOP("alarms", "Reverse row · {sentence}"),
    (True, False): QT_TRANSLATE_NOOP("alarms", "Layer {layer}, forward · {sentence}"),
    (True, True): QT_TRANSLATE_NOOP("alarms", "Layer {layer}, reverse · {sentence}"),
}


def located(sentence: str, layer: int, layers: int, reverse: bool | None) -> str:
    """The sentence after the words for its layer, from 1, and its direction; alone where a network has only one of
    each. reverse: None where there is one direction."""
    where = _WHERE.get((layers > 1, reverse))
    return sentence if where is None else translate("alarms", where).format(layer=layer, sentence=sentence)


def alarms(grads: Gradients, sequence: int = 0, updates: int = 0, truncated: bool = False) -> tuple[Alarm, ...]:
    """What is wrong on one sequence of the batch, in any layer and direction, the worst first; nothing, mostly.

    updates: how many were made, for the record only. truncated: of a gradient that was cut it is not said that it
    vanishes. Where something is not a number, nothing else is said.
    """
    passes = grads.passes
    layers = passes.spec.layers
    found: list[Alarm] = []
    with np.errstate(all="ignore"):
        for layer in range(layers):
            above = _from_above(passes, layer, sequence)
            for way in range(len(passes.ways)):
                reverse = bool(way) if len(passes.ways) > 1 else None
                about = {"update": updates, "layer": layer + 1, "layers": layers, "reverse": reverse}
                found += _of_row(grads, layer, way, above, sequence, about)
    broken = [alarm for alarm in found if alarm.kind == "nan"]
    if broken:
        return (min(broken, key=lambda alarm: alarm.template == _NAN_GRADIENT),)
    order = ("exploding", "vanishing", "dead", "saturated")
    found.sort(key=lambda alarm: (order.index(alarm.kind), -alarm.layer))
    return tuple(alarm for alarm in found if alarm.kind != "vanishing" or not truncated)


def _of_row(grads: Gradients, layer: int, way: int, above: Array, sequence: int, about: dict[str, Any]) -> list[Alarm]:
    """Of one direction, clock after clock in the order in which it reads. above (T, units): see `_from_above`."""
    passes, hidden = grads.passes, grads.passes.spec.hidden
    tape = passes.tapes[layer][way]
    trace = {name: passes.outside(array)[:, sequence] for name, array in tape.values.items()}
    gradients = {name: passes.outside(array)[:, sequence] for name, array in tape.gradients.items()}
    found = list(_nan(trace, gradients, about))
    if not found:
        errors = np.linalg.norm(above[:, way * hidden : (way + 1) * hidden], axis=1)[:: -1 if way else 1]
        ahead, count = np.maximum.accumulate(errors[::-1])[::-1], np.arange(len(errors), 0, -1)
        known = ahead > 0
        norms = np.linalg.norm(gradients["h"], axis=1)
        ratio = np.divide(norms, ahead, out=np.ones_like(norms), where=known)
        found = [
            *_exploding(ratio, count, about),
            *_vanishing(ratio, known, about),
            *_dead(trace, passes.cell, about),
            *_saturated(trace, passes.cell, about),
        ]
    return [replace(alarm, t=passes.steps + 1 - alarm.t) if way else alarm for alarm in found]


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


_NAN = QT_TRANSLATE_NOOP("alarms", "Not a number: {name} at t = {t} is no longer finite.")
_NAN_GRADIENT = QT_TRANSLATE_NOOP("alarms", "Not a number: the gradient of {name} at t = {t} is no longer finite.")


def _nan(trace: Mapping[str, Array], gradients: Mapping[str, Array], about: dict[str, Any]) -> Iterator[Alarm]:
    """The first clock that is not finite; a trace's before a gradient's, which follows from it."""
    for arrays, template in ((trace, _NAN), (gradients, _NAN_GRADIENT)):
        broken = {name: np.isfinite(array).all(axis=1).argmin() for name, array in arrays.items() if not _finite(array)}
        if broken:
            name = min(broken, key=lambda key: broken[key])
            yield Alarm("nan", int(broken[name]) + 1, **about, unit=None, template=template, values={"name": name})
            return


def _finite(array: Array) -> bool:
    """Whether all of it is; the sum, which is cheaper than a look at each number, decides nearly always."""
    return bool(np.isfinite(array.sum())) or bool(np.isfinite(array).all())


def _exploding(ratio: Array, count: Array, about: dict[str, Any]) -> Iterator[Alarm]:
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


_VANISHING = QT_TRANSLATE_NOOP(
    "alarms",
    "Vanishing gradient: at t = {t} ‖∂L/∂h‖ is {ratio:.2g} of the largest error after it; clocks: {count}.",
)
_VANISHING_BACKWARDS = QT_TRANSLATE_NOOP(
    "alarms",
    "Vanishing gradient: at t = {t} ‖∂L/∂h‖ is {ratio:.2g} of the largest error before it; clocks: {count}.",
)


def _vanishing(ratio: Array, known: Array, about: dict[str, Any]) -> Iterator[Alarm]:
    gone = np.flatnonzero(known & (ratio < VANISHED))
    if gone.size:
        last = int(gone[-1])
        yield Alarm(
            "vanishing",
            last + 1,
            **about,
            unit=None,
            template=_VANISHING_BACKWARDS if about["reverse"] else _VANISHING,
            values={"ratio": float(ratio[last]), "count": int(gone.size)},
        )


def _dead(trace: Mapping[str, Array], cell: Cell, about: dict[str, Any]) -> Iterator[Alarm]:
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


def _saturated(trace: Mapping[str, Array], cell: Cell, about: dict[str, Any]) -> Iterator[Alarm]:
    for name, shares in saturation_of(trace, cell.gates).items():
        if shares.share >= SATURATED:
            worst = int((shares.low + shares.high).argmax())
            yield Alarm(
                "saturated",
                worst + 1,
                **about,
                unit=None,
                template=QT_TRANSLATE_NOOP(
                    "alarms", "Saturated: {percent:.0f} % of the values of {name} are where its slope is nearly flat."
                ),
                values={"name": name, "percent": 100 * shares.share},
            )
