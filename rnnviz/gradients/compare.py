"""Every method on the same network, sequence and loss, side by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import final

import numpy as np
from numpy.typing import ArrayLike

from rnnviz.errors import InputError
from rnnviz.gradients.base import Array, make_method
from rnnviz.gradients.base import methods as known_methods
from rnnviz.network import check
from rnnviz.network.clipping import clip_by_norm, clip_by_value
from rnnviz.network.losses import loss_name
from rnnviz.network.network import Network, finish
from rnnviz.network.parameters import views
from rnnviz.network.spec import TrainingSpec
from rnnviz.words import QT_TRANSLATE_NOOP

FULL = "bptt"
CLIPPED = ("clip_norm", "clip_value")
TOTAL = "all"


@dataclass(frozen=True)
class Row:
    """One method's gradient of one parameter (or of “all”) beside full BPTT's.

    norm: Euclidean. ratio: norm / BPTT's norm. cosine: of the angle between the two, NaN where either is zero.
    """

    method: str
    parameter: str
    norm: float
    ratio: float
    cosine: float


@final
@dataclass(frozen=True, eq=False)
class Comparison:
    """loss: the one that all are gradients of. gradients[method][parameter]: read-only arrays. rows: for each
    parameter, then for all together, one row a method."""

    loss: float
    gradients: Mapping[str, Mapping[str, Array]]
    rows: tuple[Row, ...]

    def row(self, method: str, parameter: str = TOTAL) -> Row:
        """Errors: KeyError when there is none."""
        for row in self.rows:
            if (row.method, row.parameter) == (method, parameter):
                return row
        raise KeyError((method, parameter))

    def __str__(self) -> str:
        wide = max(len(row.parameter) for row in self.rows)
        lines = [f"{'parameter':{wide}}  {'method':10}  {'norm':>11}  {'norm ratio':>11}  {'cosine':>12}"]
        before = ""
        for row in self.rows:
            name = row.parameter if row.parameter != before else ""
            before = row.parameter
            lines.append(
                f"{name:{wide}}  {row.method:10}  {row.norm:11.5g}  {row.ratio:11.6g}  {row.cosine:12.9f}".rstrip()
            )
        return "\n".join(lines)


def compare_gradients(
    net: Network,
    x: ArrayLike,
    target: ArrayLike,
    methods: Iterable[str] = (FULL, "tbptt", "rtrl", *CLIPPED),
    loss: str | None = "mse",
    mask: ArrayLike | None = None,
    state: Mapping[str, ArrayLike] | None = None,
    k1: int = 5,
    k2: int = 5,
    clip: float = 1.0,
    clip_value: float = 0.1,
) -> Comparison:
    """The gradient of one loss by several methods, with cosine and norm ratio against full BPTT.

    methods: names of `rnnviz.gradients.methods` (“bptt”, “tbptt”, “rtrl”), and “clip_norm” and “clip_value”: full BPTT
    scaled to the global norm `clip` where it is longer (Pascanu et al. 2013), or cut to [-clip_value, clip_value]
    number by number. x (T, B, D), target, loss, mask and state: as for `Network.gradients`. k1, k2: of truncated BPTT.

        print(rnnviz.compare_gradients(net, x, target, k1=1, k2=3))

    Errors: InputError for a method there is not or that this network cannot do, and as `Network.gradients`.
    """
    wanted = tuple(dict.fromkeys(methods))
    _check(wanted, clip, clip_value)
    full = net.gradients(x, target, loss, state, mask)
    vectors = {}
    for name in wanted:
        if name == "clip_norm":
            vectors[name] = full.vector.copy()
            clip_by_norm(vectors[name], clip)
        elif name == "clip_value":
            vectors[name] = full.vector.copy()
            clip_by_value(vectors[name], clip_value)
        else:
            vectors[name] = _by(net, TrainingSpec(gradient=name, k1=k1, k2=k2), x, target, loss, mask, state)
    shapes = {name: array.shape for name, array in full.parameters.items()}
    gradients = {}
    for method, vector in vectors.items():
        vector.flags.writeable = False
        gradients[method] = MappingProxyType(views(shapes, vector))
    rows = [_row(m, name, gradients[m][name], full.parameters[name]) for name in shapes for m in wanted]
    rows += [_row(method, TOTAL, vectors[method], full.vector) for method in wanted]
    return Comparison(full.loss, MappingProxyType(gradients), tuple(rows))


def _check(wanted: tuple[str, ...], clip: float, clip_value: float) -> None:
    known = (*known_methods, *CLIPPED)
    for name in wanted or ("",):
        if name not in known:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "There is no gradient “{name}”; there is {names}."),
                name=name,
                names=", ".join(known),
            )
    for limit in (clip, clip_value):
        if not (np.isfinite(limit) and limit > 0):
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "A gradient cannot be clipped at {limit}; give a number above 0."),
                limit=limit,
            )


def _by(
    net: Network,
    training: TrainingSpec,
    x: ArrayLike,
    target: ArrayLike,
    loss: str | None,
    mask: ArrayLike | None,
    state: Mapping[str, ArrayLike] | None,
) -> Array:
    """The vector (N,) of all parameters' gradients."""
    method = make_method(training)
    method.check(net.spec)
    inputs = check.sequence(x, net.spec)
    size = inputs.shape[:2]
    passes = net.passes(*size)
    name = loss_name(loss, net.spec.output)
    wanted = check.target(target, net.spec, name, size)
    counts = check.mask(mask, net.spec, size)
    begin = check.state(state, net.spec, net.cell.states, passes.batch)
    with np.errstate(all="ignore"):
        return finish(method.derive(net, passes, inputs, wanted, name, begin, counts)).vector.copy()


def _row(method: str, parameter: str, gradient: Array, full: Array) -> Row:
    norm, whole = float(np.linalg.norm(gradient)), float(np.linalg.norm(full))
    both = norm * whole
    cosine = float((gradient.astype(np.float64) * full).sum()) / both if both else float("nan")
    ratio = norm / whole if whole else float("nan")
    return Row(method, parameter, norm, ratio, cosine)
