"""The equations behind one unit at one clock, with the true numbers put in: what the inspector shows."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from rnnviz.cells.base import Gate
from rnnviz.figure.by_hand import computed, held_value, put_at, sums
from rnnviz.figure.describe import before, indexed, lettered, number
from rnnviz.figure.gutter import layer_word
from rnnviz.figure.inside.symbols import Symbol, symbols
from rnnviz.figure.letters import in_part, letter_tex
from rnnviz.figure.scene import Scene
from rnnviz.figure.terms import Term, gate_terms, output_terms, said_share, sizes, total
from rnnviz.session.state import Key
from rnnviz.words import translate

_READOUT = {
    "linear": r"s_t = a_t",
    "softmax": r"s_t = \mathrm{softmax}(a_t)",
    "sigmoid": r"s_t = \sigma(a_t)",
}


@dataclass(frozen=True)
class Line:
    """One equation. title: translated. role: its colour. tex: with the clock's number as the index. value: as text,
    with a sign where the quantity can be negative. terms: the products that add up to the value, or to the number in
    `substituted`, which shows the function with it and is None where the sum is the value. name, symbols: the gate, and
    its equation cut up, “” and () where it is not one of a gate. sources: the numbers on screen in
    `substituted`. held: a person holds the value, which is then not what the equation gives."""

    title: str
    role: str
    tex: str
    value: str
    substituted: str | None
    terms: tuple[Term, ...] = ()
    name: str = ""
    symbols: tuple[Symbol, ...] = ()
    sources: tuple[Key, ...] = ()
    held: bool = False


def equations(scene: Scene, key: Key) -> tuple[Line, ...]:
    """For H or a gate: every gate of that unit in the order of computing. For X, M and S: that layer.

    A unit of -1 stands for all of them: values then are the lowest and the highest.
    """
    scene = scene.about(key)
    if key.name == "X":
        return (_input(scene, key),)
    if key.name == "M":
        return (_memory(scene, key),)
    if key.name == "S":
        return _output(scene, key)
    known = quantities(scene, key.t) if key.t <= scene.known else {}
    return tuple(_gate(scene, gate, key, known) for gate in scene.gates)


def at_clock(tex: str, t: int) -> str:
    """TeX with the number of the clock for t, and of the clocks beside it for t-1 and t+1."""
    tex = tex.replace("_{t-1}", f"_{{{t - 1}}}").replace("_{t+1}", f"_{{{t + 1}}}")
    return re.sub(r"_t(?![a-zA-Z])", f"_{{{t}}}", tex)


def quantities(scene: Scene, t: int) -> Mapping[str, Any]:
    """Everything the textbook step computes at this clock, (H,) each, and the state before it under NAME_before, s
    (O,)."""
    cell = scene.cell
    x = scene.values("X", range(t, t + 1))[0]
    state = {name: scene.before(name, t) for name in cell.states}
    with np.errstate(all="ignore"):
        _, values = cell.step(scene.parameters, x, state, put_at(scene, t))
    return values | {f"{name}_before": array for name, array in state.items()}


def _gate(scene: Scene, gate: Gate, key: Key, known: Mapping[str, Any]) -> Line:
    values = scene.values(gate.name if gate.name != "h" else "H", range(key.t, key.t + 1))[0]
    unit = 0 if len(values) == 1 else key.unit
    title, value = translate("cells", gate.title), _value(values, unit, gate.kind != "sigmoid")
    cut = symbols(scene, gate.name, key.t)
    line = Line(title, gate.role, at_clock(in_part(scene, gate.tex), key.t), value, "", (), gate.name, cut)
    if unit < 0:
        return line
    here = scene.key(gate.name, key.t, unit)
    if known and held_value(scene, here) is not None:
        return replace(line, substituted=_instead(scene, here, gate.kind != "sigmoid"), held=True)
    terms = gate_terms(scene, gate.name, key.t, unit)
    if terms and gate.name not in scene.cell.blocks:
        return replace(line, substituted=None, terms=terms)
    if not known:
        return replace(line, terms=terms)
    if (scene.cell.name, gate.name) == ("lstm", "h"):
        o, c = scene.value("o", key.t, unit), scene.value("c", key.t, unit)
        of = scene.key("o", key.t, unit), scene.key("c", key.t, unit)
        return replace(line, substituted=f"{number(o)}·tanh({_sum(c)})", sources=of)
    inner = float(known[f"{gate.name}_pre"][unit])
    if terms and not math.isclose(inner, total(terms), rel_tol=1e-6, abs_tol=1e-6) and math.isfinite(inner):
        terms = ()  # a cell with more in its sum than the usual products: better none than some of them
    return replace(line, substituted=_applied(gate.tex, inner), terms=terms)


def _instead(scene: Scene, key: Key, signed: bool) -> str:
    """What the network would have in the place of what is held."""
    text = translate("figure", "held by hand · computed: {value}")
    return text.format(value=number(computed(scene, key), signed=signed))


def _applied(tex: str, inner: float) -> str:
    """The function in a gate's TeX, of this sum."""
    for sign, name in ((r"\sigma", "σ"), (r"\tanh", "tanh")):
        if sign in tex:
            return f"{name}({_sum(inner)})"
    return f"max(0, {_sum(inner)})" if r"\max" in tex else _sum(inner)


def _value(values: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", unit: int, signed: bool) -> str:
    if unit >= 0:
        return number(float(values[unit]), signed=signed)
    if np.isnan(values).any():
        return number(float("nan"))
    return f"{number(float(values.min()), signed=signed)} … {number(float(values.max()), signed=signed)}"


def _sum(value: float) -> str:
    """A sum before its function, with its sign."""
    return number(value, signed=True)


def _input(scene: Scene, key: Key) -> Line:
    values = scene.values("X", range(key.t, key.t + 1))[0]
    label = scene.labels[key.t - 1]
    names = scene.task.input_names
    name = names[key.unit] if 0 <= key.unit < len(names) else "x"
    tex, unit = f"x_{{{key.t}}}", 0 if len(values) == 1 else key.unit
    text = translate("figure", "at this clock the symbol “{label}” is read").format(label=label)
    if unit >= 0:
        text = translate("figure", "the symbol “{label}” gives unit “{name}” this value").format(name=name, label=label)
    if scene.reads_back[key.t - 1]:
        tex += f" = s_{{{key.t - 1}}}"
        text = translate("figure", "read from {letter}").format(letter=indexed("s", key.t - 1))
    elif not scene.has_x[key.t - 1]:
        text = translate("figure", "nothing is read at this clock")
    return Line(layer_word("X"), "X", tex, _value(values, unit, False), text)


def _memory(scene: Scene, key: Key) -> Line:
    values = scene.values("M", range(key.t, key.t + 1))[0]
    unit = 0 if len(values) == 1 else key.unit
    copied = scene.cell.memory.lower() or "h"
    letter = letter_tex(scene, copied, scene.layer, scene.reverse) if copied == "h" else copied
    tex = f"M_{{{key.t}}} = {letter}_{{{key.t + 1 if scene.reverse else key.t - 1}}}"
    set_by_hand = unit >= 0 and held_value(scene, scene.key("M", key.t, unit)) is not None
    if set_by_hand:
        text = translate("figure", "the state before the first clock, set by hand")
        if scene.reverse:
            text = translate("figure", "the state before the last clock, set by hand")
    elif key.t == (scene.steps if scene.reverse else 1):
        text = (
            translate("figure", "right to left, the memory of the last clock is 0")
            if scene.reverse
            else translate("figure", "before the first clock the memory is 0")
        )
    else:
        text = translate("figure", "copied from {letter}").format(letter=before(scene, key.t))
    clock = scene.clock_before(key.t)
    of = (scene.key(scene.cell.memory, clock, unit),) if clock and unit >= 0 else ()
    return Line(layer_word("M"), "M", tex, _value(values, unit, True), text, sources=of, held=set_by_hand)


def _output(scene: Scene, key: Key) -> tuple[Line, ...]:
    """The sum over the hidden units, then the readout."""
    kind = scene.model.spec.output
    s = scene.values("S", range(key.t, key.t + 1))[0]
    a = sums(scene, key.t)
    unit = 0 if len(s) == 1 else key.unit
    first = Line(
        translate("figure", "sum"),
        "S",
        at_clock(_readout_sum(scene), key.t),
        _value(a, unit, True),
        None,
    )
    read = Line(layer_word("S"), "S", at_clock(_READOUT[kind], key.t), _value(s, unit, kind == "linear"), "")
    if kind == "softmax":
        names, at = scene.task.output_names, [scene.key("S", key.t, k) for k in range(len(a))]
        each = [Term(names[k], "S", (float(a[k]),), True, (at[k],), k == unit) for k in range(len(a))]
        read = replace(read, terms=tuple(each))
    if unit < 0:
        return replace(first, substituted=""), read
    first = replace(first, terms=output_terms(scene, key.t, unit))
    if np.isnan(a[unit]):
        return first, read
    if held_value(scene, scene.key("S", key.t, unit)) is not None:
        return first, replace(read, substituted=_instead(scene, key._replace(unit=unit), kind == "linear"), held=True)
    inner = _sum(float(a[unit]))
    if kind == "softmax":
        text = f"exp({inner}) / {number(total(read.terms))}"
    else:
        text = f"σ({inner})" if kind == "sigmoid" else inner
    return first, replace(read, substituted=text)


def _readout_sum(scene: Scene) -> str:
    V, c = scene.notation.letter("V"), scene.notation.letter("c")
    return f"a_t = {V} {letter_tex(scene, 'h', scene.top, None)}_t + {c}"


def _products(line: Line) -> list[Term]:
    """The terms that a number was made of; the exponentials of a softmax are numbers beside it."""
    return [term for term in line.terms if not term.exponential]


def shares(scene: Scene, key: Key) -> tuple[tuple[Key, float], ...]:
    """The numbers that one number was computed from, the largest share first: a share is the size of a product over
    that of all products. Empty for an input, for what is held, for all units at once, and where nothing is known."""
    if key.unit < 0 or (key.name != "M" and key.t > scene.known) or held_value(scene, key) is not None:
        return ()
    name = "h" if key.name == "H" else key.name
    lines = [line for line in equations(scene, key) if line.name in ("", name)]
    sizes: dict[Key, float] = {}
    for line in lines:
        for source in line.sources:
            sizes.setdefault(source, 1.0)
        for term in _products(line):
            for source in term.sources:
                sizes[source] = sizes.get(source, 0.0) + abs(term.value)
    whole = sum(abs(term.value) for line in lines for term in _products(line) if term.sources) or float(len(sizes) or 1)
    return tuple(sorted(((source, size / whole) for source, size in sizes.items()), key=lambda pair: -pair[1]))


def share_in_words(scene: Scene, chosen: Key, source: Key) -> str:
    """How much of what is added up for a number comes by way of another one, as the inspector's table says it; empty
    where it is not among its products, and for what is held."""
    if held_value(scene, chosen) is not None:
        return ""
    name = "h" if chosen.name == "H" else chosen.name
    for line in equations(scene, chosen) if chosen.unit >= 0 and chosen.t <= scene.known else ():
        terms = _products(line)
        size = sum(abs(term.value) for term in terms if source in term.sources)
        if line.name in ("", name) and any(source in term.sources for term in terms):
            letter = lettered(scene.about(chosen), chosen.name, chosen.t)
            text = translate("figure", "{share} of what is added up for {letter} of unit {unit}, without signs")
            return text.format(share=said_share(size, sizes(tuple(terms))), letter=letter, unit=chosen.unit + 1)
    return ""
