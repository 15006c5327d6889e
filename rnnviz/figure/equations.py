"""The equations behind one unit at one clock, with the true numbers put in: what the inspector shows."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from rnnviz.cells.base import Gate
from rnnviz.figure.describe import indexed, number
from rnnviz.figure.gutter import layer_word
from rnnviz.figure.scene import Scene
from rnnviz.session.state import Key
from rnnviz.words import translate

_READOUT = {
    "linear": r"s_t = a_t",
    "softmax": r"s_t = \mathrm{softmax}(a_t)",
    "sigmoid": r"s_t = \sigma(a_t)",
}
_MOST_TERMS = 3


@dataclass(frozen=True)
class Line:
    """One equation. title: translated. role: its colour. tex: with the clock's number as the index. value: as text,
    with a sign where the quantity can be negative. substituted: the same equation with its numbers."""

    title: str
    role: str
    tex: str
    value: str
    substituted: str


def equations(scene: Scene, key: Key) -> tuple[Line, ...]:
    """For H or a gate: every gate of that unit in the order of computing. For X, M and S: that layer.

    A unit of -1 stands for all of them: values then are the lowest and the highest.
    """
    if key.name == "X":
        return (_input(scene, key),)
    if key.name == "M":
        return (_memory(scene, key),)
    if key.name == "S":
        return _output(scene, key)
    quantities = _quantities(scene, key.t) if key.t <= scene.known else {}
    return tuple(_gate(scene, gate, key, quantities) for gate in scene.gates)


def at_clock(tex: str, t: int) -> str:
    """TeX with the number of the clock for t, and of the clock before for t-1."""
    return re.sub(r"_t(?![a-zA-Z])", f"_{{{t}}}", tex.replace("_{t-1}", f"_{{{t - 1}}}"))


def _quantities(scene: Scene, t: int) -> Mapping[str, Any]:
    """Everything the textbook step computes at this clock, (H,) each, and the state before it under NAME_before."""
    cell = scene.cell
    params = {name.removesuffix("_l0"): array for name, array in scene.model.parameters.items() if "_l0" in name}
    x = scene.values("X", range(t, t + 1))[0]
    none = np.zeros(scene.units("H"))
    state = {name: np.asarray(scene.trace[name][t - 2], np.float64) if t > 1 else none for name in cell.states}
    with np.errstate(all="ignore"):
        _, values = cell.step(params, x, state)
    return values | {f"{name}_before": array for name, array in state.items()}


def _gate(scene: Scene, gate: Gate, key: Key, quantities: Mapping[str, Any]) -> Line:
    values = scene.values(gate.name if gate.name != "h" else "H", range(key.t, key.t + 1))[0]
    unit = 0 if len(values) == 1 else key.unit
    substituted = ""
    if quantities and unit >= 0:
        of_unit = {name: float(array[unit]) for name, array in quantities.items()}
        form = _FORMS.get((scene.cell.name, gate.name), _plain)
        substituted = form(gate, of_unit)
    title = translate("cells", gate.title)
    return Line(title, gate.role, at_clock(gate.tex, key.t), _value(values, unit, gate.kind != "sigmoid"), substituted)


def _value(values: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", unit: int, signed: bool) -> str:
    if unit >= 0:
        return number(float(values[unit]), signed=signed)
    if np.isnan(values).any():
        return number(float("nan"))
    return f"{number(float(values.min()), signed=signed)} … {number(float(values.max()), signed=signed)}"


def _sum(value: float) -> str:
    """A sum before its function, with its sign."""
    return number(value, signed=True)


def _factor(value: float) -> str:
    """A number as a factor: negative ones in brackets."""
    return f"({number(value)})" if value < 0 else number(value)


def _plain(gate: Gate, value: Mapping[str, float]) -> str:
    """A function of one sum, as the gate's own TeX says."""
    inner = _sum(value[f"{gate.name}_pre"])
    for sign, name in ((r"\sigma", "σ"), (r"\tanh", "tanh")):
        if sign in gate.tex:
            return f"{name}({inner})"
    return f"max(0, {inner})" if r"\max" in gate.tex else inner


def _lstm_cell(gate: Gate, value: Mapping[str, float]) -> str:
    f, c, i, g = (_factor(value[name]) for name in ("f", "c_before", "i", "g"))
    return f"{f}·{c} + {i}·{g}"


def _lstm_hidden(gate: Gate, value: Mapping[str, float]) -> str:
    return f"{_factor(value['o'])}·tanh({_sum(value['c'])})"


def _gru_hidden(gate: Gate, value: Mapping[str, float]) -> str:
    z, n, h = (_factor(value[name]) for name in ("z", "n", "h_before"))
    return f"(1 − {z})·{n} + {z}·{h}"


_FORMS: dict[tuple[str, str], Callable[[Gate, Mapping[str, float]], str]] = {
    ("lstm", "c"): _lstm_cell,
    ("lstm", "h"): _lstm_hidden,
    ("gru", "h"): _gru_hidden,
}


def _input(scene: Scene, key: Key) -> Line:
    values = scene.values("X", range(key.t, key.t + 1))[0]
    label = scene.labels[key.t - 1]
    names = scene.task.input_names
    name = names[key.unit] if 0 <= key.unit < len(names) else "x"
    text = translate("figure", "unit “{name}”, symbol “{label}”").format(name=name, label=label)
    unit = 0 if len(values) == 1 else key.unit
    return Line(layer_word("X"), "X", f"x_{{{key.t}}}", _value(values, unit, False), text)


def _memory(scene: Scene, key: Key) -> Line:
    values = scene.values("M", range(key.t, key.t + 1))[0]
    unit = 0 if len(values) == 1 else key.unit
    tex = f"M_{{{key.t}}} = h_{{{key.t - 1}}}"
    if key.t == 1:
        text = translate("figure", "before the first clock the memory is 0")
    else:
        text = translate("figure", "copied from {letter}").format(letter=indexed("h", key.t - 1))
    return Line(layer_word("M"), "M", tex, _value(values, unit, True), text)


def _output(scene: Scene, key: Key) -> tuple[Line, ...]:
    """The sum over the hidden units, then the readout."""
    kind = scene.model.spec.output
    s = scene.values("S", range(key.t, key.t + 1))[0]
    h = scene.values("H", range(key.t, key.t + 1))[0]
    weight = np.asarray(scene.model.parameters["readout.weight"], np.float64)
    bias = np.asarray(scene.model.parameters["readout.bias"], np.float64)
    with np.errstate(all="ignore"):
        a = weight @ h + bias
    unit = 0 if len(s) == 1 else key.unit
    terms = inner = ""
    if unit >= 0 and not np.isnan(a[unit]):
        terms = _terms(weight[unit], h, float(bias[unit]))
        inner = _sum(float(a[unit]))
        if kind == "softmax" and len(a) <= _MOST_TERMS:
            inner = f"exp({inner}) / ({' + '.join(f'exp({_sum(float(other))})' for other in a)})"
        elif kind != "linear":
            inner = f"{'σ' if kind == 'sigmoid' else 'softmax'}({inner})"
    total = Line(
        translate("figure", "sum"), "S", at_clock("a_t = V h_t + c", key.t), _value(a, unit, True), terms
    )  # fmt: skip
    read = Line(layer_word("S"), "S", at_clock(_READOUT[kind], key.t), _value(s, unit, kind == "linear"), inner)
    return total, read


def _terms(weight: Any, h: Any, bias: float) -> str:
    """w·h + ... + c, in full for few units."""
    if len(h) > _MOST_TERMS:
        return translate("figure", "sum of {count} products + {bias}").format(count=len(h), bias=_factor(bias))
    products = [f"{_factor(float(w))}·{_factor(float(v))}" for w, v in zip(weight, h, strict=True)]
    return " + ".join([*products, _factor(bias)])
