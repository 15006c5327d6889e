"""The products behind one number, one by one: what the inspector adds up. Weights and traced values, nothing else."""

import math
from typing import Any, NamedTuple

import numpy as np

from rnnviz.figure.describe import before, indexed, lettered, number
from rnnviz.figure.gutter import layer_mark
from rnnviz.figure.scene import Scene
from rnnviz.figure.weight_matrix import Entry
from rnnviz.session.state import Key

FEW = 3  # terms whose order is not changed
MOST = 8  # terms at first; of more, the largest ones are shown and the others are added up


class Term(NamedTuple):
    """One product, or one number, of a sum. label: which one. role: its colour role, “” for a bias. `factors` hold NaN
    where nothing is known yet. exponential: the term is e to the power of its only factor. sources: the numbers on
    screen that it is made of, in the order of the factors; weights and biases are none. chosen: it is the very number
    that the equation is about, one of those of a softmax."""

    label: str
    role: str
    factors: tuple[float, ...]
    exponential: bool = False
    sources: tuple[Key, ...] = ()
    chosen: bool = False

    @property
    def value(self) -> float:
        if self.exponential:
            with np.errstate(over="ignore"):
                return float(np.exp(self.factors[0]))
        return math.prod(self.factors)

    @property
    def text(self) -> str:
        """“0.512 · −0.318”, “exp(+8.009)”; of a single number nothing, because that is its value."""
        if self.exponential:
            return f"exp({number(self.factors[0], signed=True)})"
        if len(self.factors) < 2:
            return ""
        return (" · " if len(self.factors) == 2 else "·").join(map(number, self.factors))  # three have less room


def total(terms: tuple[Term, ...]) -> float:
    """The sum; NaN while a factor is not known."""
    return sum(term.value for term in terms)


def by_share(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The largest contribution first; up to `FEW` as they stand in the equation."""
    if len(terms) <= FEW:
        return terms
    return tuple(sorted(terms, key=lambda term: -abs(term.value)))


def sizes(terms: tuple[Term, ...]) -> float:
    """The sum of the terms without their signs: what shares are parts of. NaN while a factor is not known."""
    return sum(abs(term.value) for term in terms)


def share(term: Term, terms: tuple[Term, ...]) -> str:
    """How large a term is beside all others, whatever their signs: “31 %”, “<1 %”; “–” where that cannot be said."""
    return said_share(abs(term.value), sizes(terms))


def said_share(size: float, whole: float) -> str:
    """A size as a part of the sum of all sizes, to a percent, and never none or all when it is not."""
    if not math.isfinite(whole) or whole == 0:
        return "–"
    part = size / whole
    return "<1 %" if 0 < part < 0.01 else ">99 %" if 0.99 < part < 1 else f"{100 * part:.0f} %"


def per_cent(part: float) -> str:
    """A probability as it is read: “99.7 %”, “0.31 %”, “<0.01 %”, and never none or all when it is not."""
    if not math.isfinite(part):
        return "–"
    if 0 < part < 1e-4:
        return "<0.01 %"
    if 0.9995 < part < 1:
        return ">99.9 %"
    return f"{100 * part:.{2 if 0 < part < 0.01 else 1}f} %"


def gate_terms(scene: Scene, name: str, t: int, unit: int) -> tuple[Term, ...]:
    """What is added up for a gate (or c, or h) of one unit at one clock; () where it is no sum."""
    cell = scene.cell

    def at(gate: str, clock: int = t) -> float:
        return scene.value(gate, clock, unit) if clock else float(scene.first(gate)[unit])

    def key(gate: str, clock: int = t) -> Key:
        return scene.key(gate, clock, unit)

    earlier = scene.clock_before(t)

    if (cell.name, name) == ("lstm", "c"):
        old = (key("c", earlier),) if earlier else ()
        kept = Term("f·c", "cell", (at("f"), at("c", earlier)), sources=(key("f"), *old))
        return kept, Term("i·g", "candidate", (at("i"), at("g")), sources=(key("i"), key("g")))
    if (cell.name, name) == ("gru", "h"):
        z = at("z")
        of_z, of_n, of_m = (key(source) for source in ("z", "n", "M"))
        new = Term("(1−z)·n", "candidate", (1 - z, at("n")), sources=(of_z, of_n))
        return new, Term("z·h", "M", (z, scene.value("M", t, unit)), sources=(of_z, of_m))
    if name not in cell.blocks:
        return ()
    params = scene.parameters
    if not cell.memory:
        W, bias_ih = (np.asarray(params[name], np.float64)[unit] for name in ("weight_ih", "bias_ih"))
        return (*_products(_inputs(scene, t), "X", W, scene, t), _bias(_biases(scene, name)[0], bias_ih))
    W, U, bias_ih, bias_hh = (np.asarray(array, np.float64)[unit] for array in cell.split(params)[name])
    names = _biases(scene, name)
    of_input = (*_products(_inputs(scene, t), "X", W, scene, t), _bias(names[0], bias_ih))
    memory = _units(before(scene, t), scene.units("M"))
    of_hidden = (*_products(memory, "M", U, scene, t), _bias(names[1], bias_hh))
    if (cell.name, cell.reset, name) == ("gru", "before", "n"):
        r = scene.values("r", range(t, t + 1))[0].tolist()
        of_hidden = (
            *(
                Term(f"r·{term.label}", "M", (r[k], *term.factors), sources=(Key("r", t, k), *term.sources))
                for k, term in enumerate(of_hidden[:-1])
            ),
            of_hidden[-1],
        )
    elif (cell.name, name) == ("gru", "n"):
        r = at("r")
        of_r = key("r")
        of_hidden = tuple(
            Term(f"r·{term.label}", term.role, (r, *term.factors), sources=(of_r, *term.sources)) for term in of_hidden
        )
    if cell.peepholes and name in ("f", "i", "o"):
        p = np.split(np.asarray(params["weight_peephole"], np.float64), 3)["ifo".index(name)][unit]
        clock = t if name == "o" else earlier
        of_c = (key("c", clock),) if clock else ()
        return (
            *of_input,
            *of_hidden,
            Term(f"{lettered(scene, 'c', clock)}[{unit + 1}]", "cell", (float(p), at("c", clock)), sources=of_c),
        )
    return *of_input, *of_hidden


def output_terms(scene: Scene, t: int, unit: int) -> tuple[Term, ...]:
    """What is added up for an output unit before its readout function."""
    V, c = (np.asarray(scene.model.parameters[f"readout.{name}"], np.float64)[unit] for name in ("weight", "bias"))
    labels, h = _read(scene, scene.top, t), scene.read_out(range(t, t + 1))[0]
    return *_terms(labels, "H", V, h, _keys(scene, scene.top, t)), _bias(scene.notation.written("c"), c)


def read_by(scene: Scene, entry: Entry, t: int) -> tuple[str, float]:
    """What a weight is multiplied by at clock t: its name as in the sums, and its value, NaN where that is not known or
    there is none."""
    here, clock = scene.at(*entry.part), range(t, t + 1)
    if entry.edge == "HS":
        labels, values = _read(scene, scene.top, t), scene.read_out(clock)[0]
    elif entry.edge == "XH":
        labels, values = _inputs(here, t), here.values("X", clock)[0]
    elif entry.edge == "MH":
        values = here.values("M", clock)[0]
        labels = _units(before(here, t), len(values))
    else:
        return "", float("nan")
    return labels[entry.source], float(values[entry.source])


def _products(labels: list[str], layer: str, weights: Any, scene: Scene, t: int) -> list[Term]:
    """A row of weights times the values of X or M at clock t."""
    values = scene.values(layer, range(t, t + 1))[0]
    if layer == "X" and scene.layer:
        return _terms(labels, "H", weights, values, _keys(scene, scene.layer - 1, t))
    return _terms(labels, layer, weights, values, [scene.key(layer, t, unit) for unit in range(len(values))])


def _terms(labels: list[str], role: str, weights: Any, values: Any, keys: list[Key]) -> list[Term]:
    rows = zip(labels, weights.tolist(), values.tolist(), keys, strict=True)
    return [Term(label, role, (weight, value), sources=(key,)) for label, weight, value, key in rows]


def _keys(scene: Scene, layer: int, t: int) -> list[Key]:
    """All units of a layer, as what reads it numbers them: the forward ones first."""
    ways = (False, True)[: 1 + scene.bidirectional]
    return [scene.at(layer, way).key("H", t, unit) for way in ways for unit in range(scene.units("H"))]


def _read(scene: Scene, layer: int, t: int) -> list[str]:
    """The same as words: h₂[1], in deep networks h₂⁽²⁾[1], in two directions →h₂[1] and ←h₂[1]."""
    letter = indexed("h", t) + layer_mark(scene, layer)
    ways = ("→", "←") if scene.bidirectional else ("",)
    return [label for way in ways for label in _units(way + letter, scene.units("H"))]


def _biases(scene: Scene, gate: str) -> tuple[str, str]:
    """What the two biases of a gate are called: as in the equation where it has two, else after the one letter that it
    has, with PyTorch's ending behind it."""
    letter, notation = scene.gate(gate).tex, scene.notation
    below = gate if "b_" in letter else ""
    if "b_{h" in letter:
        return notation.written("b(x)", below), notation.written("b(h)", below)
    whole = notation.written("b", below)
    first, plus, second = whole.partition(" + ")
    return (first, second) if plus else (f"{whole} (ih)", f"{whole} (hh)")


def _bias(label: str, value: Any) -> Term:
    return Term(label, "", (float(value),))


def _units(letter: str, count: int) -> list[str]:
    """One unit of a layer at one clock: the clock stands below the letter, the unit in brackets."""
    return [f"{letter}[{unit + 1}]" for unit in range(count)]


def _inputs(scene: Scene, t: int) -> list[str]:
    """x₂[1], x₂[2] where the inputs have no names of their own; in higher layers the units of the one below."""
    if scene.layer:
        return _read(scene, scene.layer - 1, t)
    names = scene.task.input_names
    own = tuple(f"x{unit + 1}" for unit in range(len(names)))
    letter = indexed("x", t)
    return _units(letter, len(names)) if names == own else [f"{letter}[“{name}”]" for name in names]
