"""What a tooltip says of a neuron or a gate."""

import numpy as np

from rnnviz.figure.by_hand import held_value
from rnnviz.figure.gutter import layer_mark
from rnnviz.figure.limits import written
from rnnviz.figure.scene import LAYERS, Scene
from rnnviz.session.state import Key
from rnnviz.words import QT_TRANSLATE_NOOP, translate

SUBSCRIPTS = str.maketrans("0123456789-", "₀₁₂₃₄₅₆₇₈₉₋")
_LETTER = {"X": "x", "H": "h", "M": "M", "S": "s"}
_ONE = {
    "X": QT_TRANSLATE_NOOP("figure", "input {letter}, unit “{name}” = {value}, symbol “{label}”"),
    "H": QT_TRANSLATE_NOOP("figure", "hidden {letter} of unit {unit} = {value} (1 of {units} units)"),
    "M": QT_TRANSLATE_NOOP("figure", "memory {letter} = {before} of unit {unit} = {value} (1 of {units} units)"),
    "S": QT_TRANSLATE_NOOP("figure", "output {letter}, unit “{name}” = {value}, answer “{word}”"),
    "sigmoid": QT_TRANSLATE_NOOP("figure", "{title} gate {letter} of unit {unit} = {value} (1 of {units} units)"),
    "other": QT_TRANSLATE_NOOP("figure", "{title} {letter} of unit {unit} = {value} (1 of {units} units)"),
}
_ALL = {
    "X": QT_TRANSLATE_NOOP("figure", "input {letter}: {units} units from {low} to {high}, symbol “{label}”"),
    "H": QT_TRANSLATE_NOOP("figure", "hidden {letter}: {units} units from {low} to {high}"),
    "M": QT_TRANSLATE_NOOP("figure", "memory {letter} = {before}: {units} units from {low} to {high}"),
    "S": QT_TRANSLATE_NOOP("figure", "output {letter}: {units} units from {low} to {high}, answer “{word}”"),
    "sigmoid": QT_TRANSLATE_NOOP("figure", "{title} gate {letter}: {units} units from {low} to {high}"),
    "other": QT_TRANSLATE_NOOP("figure", "{title} {letter}: {units} units from {low} to {high}"),
}


def number(value: float, *, signed: bool = False) -> str:
    """Three decimals, fewer where the number is large or whole; “–” where it is not known."""
    if not np.isfinite(value):
        return "–" if np.isnan(value) else ("∞" if value > 0 else "−∞")
    if value == round(value) and abs(value) < 1e6:
        text = f"{abs(value):.0f}"
    elif 1e-3 <= abs(value) < 1000:
        text = f"{abs(value):.3f}"
    else:
        text = f"{abs(value):.3g}"
    if value < 0:
        return "−" + text
    return "+" + text if signed and value > 0 else text


def indexed(letter: str, t: int) -> str:
    """h₄"""
    return letter + str(t).translate(SUBSCRIPTS)


def lettered(scene: Scene, name: str, t: int, letter: str = "") -> str:
    """h₄; where there are several layers h₄⁽²⁾, where there are two directions →h₄ or ←h₄. letter: another one."""
    letter = indexed(letter or _LETTER.get(name, name), t)
    if name in ("X", "S"):
        return letter
    way = "" if not scene.bidirectional else "←" if scene.reverse else "→"
    return way + letter + layer_mark(scene, scene.layer)


def unit_name(scene: Scene, key: Key) -> str:
    """The letter or word that a unit of X or S stands for; empty where it stands for none."""
    names = {"X": scene.task.input_names, "S": scene.task.output_names}.get(key.name, ())
    name = names[key.unit] if 0 <= key.unit < len(names) else ""
    return "" if len(names) == 1 or name == f"{key.name.lower()}{key.unit + 1}" else name


def before(scene: Scene, t: int) -> str:
    """What M_t is a copy of."""
    return lettered(scene, scene.cell.memory or "H", t + 1 if scene.reverse else t - 1)


def tied(scene: Scene, t: int) -> int:
    """How many classes are exactly as probable as the most probable one: 1 where one of them is the answer, or where
    the answer is no class; 0 where it is not known."""
    s, kind = scene.values("S", range(t, t + 1))[0], scene.model.spec.output
    if kind == "sigmoid" and len(s) == 1:
        return 2 if s[0] == 0.5 else 1  # the answers are this one and the other one
    return int(np.count_nonzero(s == s.max())) if kind == "softmax" else 1


def describe(scene: Scene, key: Key) -> str:
    """Name, value and shape in one sentence. A unit of -1 stands for all units of the layer or gate."""
    name, t = ("H" if key.name == "h" else key.name), key.t
    scene = scene.about(key)
    values = scene.values(name, range(t, t + 1))[0]
    kind, title = name, ""
    if name not in LAYERS:
        gate = scene.gate(name)
        kind = "sigmoid" if gate.kind == "sigmoid" else "other"
        title = translate("cells", gate.title)
    words = scene.words(range(t, t + 1))[0] if name == "S" else ""
    known = {
        "title": title,
        "letter": lettered(scene, name, t),
        "before": before(scene, t),
        "units": len(values),
        "label": scene.labels[t - 1],
        "word": words or "–",
    }
    tie = translate("figure", "; none of them stands out") if name == "S" and words and tied(scene, t) > 1 else ""
    signed = kind not in ("sigmoid", "X", "S")
    if key.unit < 0 and len(values) > 1:
        low, high = number(values.min(), signed=signed), number(values.max(), signed=signed)
        return (
            translate("figure", _ALL[kind]).format(**known, low=low, high=high) + tie + _saturated(values, scene.limit)
        )
    unit = max(key.unit, 0)
    text = translate("figure", _ONE[kind]).format(
        **known, unit=unit + 1, name=_unit_name(scene, name, unit), value=number(values[unit], signed=signed)
    )
    by_hand = "" if held_value(scene, key) is None else translate("figure", "; held by hand")
    return text + tie + _saturated(values[unit : unit + 1], scene.limit) + by_hand


def _unit_name(scene: Scene, name: str, unit: int) -> str:
    names = {"X": scene.task.input_names, "S": scene.task.output_names}.get(name, ())
    return names[unit] if unit < len(names) else str(unit + 1)


def _saturated(values: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", limit: float) -> str:
    if not (np.abs(np.nan_to_num(values)) > limit).any():
        return ""
    return translate("figure", "; the colours end at −{limit} and {limit}").format(limit=written(limit))
