"""One plain sentence about one step of a cell, computed from its values: never more than the numbers say."""

import math
from collections.abc import Callable

import numpy as np

from rnnviz.cells.base import Gate
from rnnviz.figure.by_hand import computed, held_value, spot_of
from rnnviz.figure.describe import before, indexed, lettered, tied
from rnnviz.figure.describe import number as in_words
from rnnviz.figure.inside.diagram import diagram_of
from rnnviz.figure.inside.values import Numbers, tabular
from rnnviz.figure.scene import Floats, Scene
from rnnviz.session.playback import LOWER, UPPER
from rnnviz.session.state import Key
from rnnviz.words import QT_TRANSLATE_NOOP, translate

# A gate is called so from this value on.
OPENNESS = (
    (0.99, QT_TRANSLATE_NOOP("words", "open")),
    (0.90, QT_TRANSLATE_NOOP("words", "almost open")),
    (0.60, QT_TRANSLATE_NOOP("words", "mostly open")),
    (0.40, QT_TRANSLATE_NOOP("words", "half open")),
    (0.10, QT_TRANSLATE_NOOP("words", "mostly closed")),
    (0.01, QT_TRANSLATE_NOOP("words", "almost closed")),
    (-math.inf, QT_TRANSLATE_NOOP("words", "closed")),
)
# A candidate is called so from this value on; downwards the same with the other sign.
LEANING = (
    (0.90, QT_TRANSLATE_NOOP("words", "The candidate is strongly positive: {value}.")),
    (0.10, QT_TRANSLATE_NOOP("words", "The candidate is positive: {value}.")),
    (-0.10, QT_TRANSLATE_NOOP("words", "The candidate is near zero, {value}: hardly anything is proposed.")),
    (-0.90, QT_TRANSLATE_NOOP("words", "The candidate is negative: {value}.")),
    (-math.inf, QT_TRANSLATE_NOOP("words", "The candidate is strongly negative: {value}.")),
)
SATURATED = 0.99  # of the way to the end of tanh's or the sigmoid's range


def sentence(scene: Scene, key: Key) -> str:
    """About X, M, S, H, a gate of one unit (-1: of all), or the layers `LOWER` and `UPPER`, at one clock; empty where
    nothing is known yet."""
    t = key.t
    if key.name == "X" and not scene.has_x[t - 1]:
        return _without_input(scene, t)
    if key.name == "X":
        return _say(QT_TRANSLATE_NOOP("words", "The symbol “{label}” comes in."), label=scene.labels[t - 1])
    diagram = diagram_of(scene.cell)
    if t > scene.known or diagram is None or (key.name == "M" and not scene.cell.memory):
        return ""
    if key.name in (LOWER, UPPER):
        return _other_layers(scene, key)
    held = held_value(scene, key)
    if held is not None:
        return _by_hand(scene, key, held)
    if key.name == "S":
        return _answer(scene, t)
    name = "h" if key.name in ("H", "M") else key.name
    gate, numbers = scene.gate(name), Numbers.of(scene, diagram, t, key.unit)
    if numbers.unit < 0 and key.name == "M":
        sigmoid = gate.kind == "sigmoid" and scene.cell.memory == "H"
        return _of_all("M", scene.values("M", range(t, t + 1))[0], sigmoid)
    if numbers.unit < 0:
        return _of_all(gate.name, numbers.values[gate.name], gate.kind == "sigmoid")
    if key.name == "M":
        return _memory(scene, key, numbers)
    if math.isnan(numbers.one(name)):
        return _not_a_number(lettered(scene, key.name, t))
    return _BY_ROLE.get(gate.role, _any)(scene, gate, numbers)


def _not_a_number(letter: str) -> str:
    return _say(QT_TRANSLATE_NOOP("words", "{letter} is not a number (NaN)."), letter=letter)


def _answer(scene: Scene, t: int) -> str:
    if not scene.has_s[t - 1]:
        return translate("words", "No answer is asked for at this clock.")
    s = scene.values("S", range(t, t + 1))[0]
    if np.isnan(s).any():
        return _not_a_number(indexed("s", t))
    shared = tied(scene, t)
    if shared > 1:
        none = QT_TRANSLATE_NOOP("words", "No answer stands out: {count} have the largest probability, {value}.")
        return _say(none, count=shared, value=tabular(float(s.max()), False))
    return _say(QT_TRANSLATE_NOOP("words", "The answer is “{word}”."), word=scene.words(range(t, t + 1))[0])


def _other_layers(scene: Scene, key: Key) -> str:
    below = key.name == LOWER
    count = scene.layer if below else scene.top - scene.layer
    letter = lettered(scene.at(scene.layer - below, scene.reverse), "H", key.t)
    if below:
        one = QT_TRANSLATE_NOOP("words", "The layer below computes its h, {letter}, which comes in here.")
        more = QT_TRANSLATE_NOOP(
            "words", "The layers below compute their h, one after the other; {letter} comes in here."
        )
    else:
        one = QT_TRANSLATE_NOOP("words", "The layer above computes its h from {letter}.")
        more = QT_TRANSLATE_NOOP("words", "The layers above compute their h, one after the other, from {letter} on.")
    return _say(one if count == 1 else more, letter=letter)


def _by_hand(scene: Scene, key: Key, held: float) -> str:
    value, spot = in_words(held), spot_of(scene, key)
    if spot is None or not spot.t:
        first = QT_TRANSLATE_NOOP("words", "The state before the first clock is set by hand: {value}.")
        return _say(first, value=value)
    text = QT_TRANSLATE_NOOP(
        "words", "{letter} is held by hand at {value}; the network would have computed {computed}."
    )
    return _say(text, letter=indexed(spot.name, spot.t), value=value, computed=in_words(computed(scene, key)))


def _without_input(scene: Scene, t: int) -> str:
    if scene.reads_back[t - 1]:
        text = QT_TRANSLATE_NOOP("words", "No symbol comes in: the network reads its own last answer, {letter}.")
        return _say(text, letter=indexed("s", t - 1))
    return translate("words", "No symbol comes in: the network reads zeros.")


def _say(text: str, **values: object) -> str:
    return translate("words", text).format(**values)


def openness(value: float) -> str:
    """How far a gate is open, in words."""
    return translate("words", next(word for least, word in OPENNESS if value >= least))


def percent(value: float) -> str:
    """“92 %”; “less than 1 %” and “more than 99 %” where rounding would say all or nothing."""
    if 0 < value < 0.01:
        return translate("words", "less than 1 %")
    if 0.99 < value < 1:
        return translate("words", "more than 99 %")
    return f"{100 * value:.0f} %"


def _of_all(letter: str, values: Floats, sigmoid: bool) -> str:
    lost = int(np.count_nonzero(np.isnan(values)))
    if lost:
        text = QT_TRANSLATE_NOOP("words", "{letter} is not a number (NaN) in {count} of {units} units.")
        return _say(text, letter=letter, count=lost, units=len(values))
    level = 0.5 if sigmoid else 0.0
    text = (
        QT_TRANSLATE_NOOP("words", "{letter} is above 0.5 in {count} of {units} units.")
        if sigmoid
        else QT_TRANSLATE_NOOP("words", "{letter} is positive in {count} of {units} units.")
    )
    return _say(text, letter=letter, count=int(np.count_nonzero(values > level)), units=len(values))


def _memory(scene: Scene, key: Key, numbers: Numbers) -> str:
    copied = scene.cell.memory.lower()
    if not copied:
        return _say(QT_TRANSLATE_NOOP("words", "This cell has no memory."))
    letter = before(scene, key.t)
    if key.unit >= scene.units("M"):  # Jordan's has as many units as there are outputs
        return _say(QT_TRANSLATE_NOOP("words", "The memory is {letter}, copied from the clock before."), letter=letter)
    value = tabular(float(numbers.values[f"{copied}_before"][key.unit]), True)
    if not value:
        return _not_a_number(letter)
    if not scene.clock_before(key.t):
        first = QT_TRANSLATE_NOOP("words", "Before the first clock the memory is {value}.")
        last = QT_TRANSLATE_NOOP("words", "This row begins with the last clock, where the memory is {value}.")
        return _say(last if scene.reverse else first, value=value)
    forward = QT_TRANSLATE_NOOP("words", "The memory is {letter} = {value}, copied from the clock before.")
    reverse = QT_TRANSLATE_NOOP("words", "The memory is {letter} = {value}, copied from the clock after.")
    return _say(reverse if scene.reverse else forward, letter=letter, value=value)


def _any(scene: Scene, gate: Gate, numbers: Numbers) -> str:
    title, value = translate("cells", gate.title), numbers.one(gate.name)
    if gate.kind == "sigmoid":
        text = QT_TRANSLATE_NOOP("words", "{title}: {state}, {value}.")
        return _say(text, title=title, state=openness(value), value=tabular(value, False))
    return _say(QT_TRANSLATE_NOOP("words", "{title}: {value}."), title=title, value=tabular(value, True))


def _forget(scene: Scene, gate: Gate, numbers: Numbers) -> str:
    value, before = numbers.one(gate.name), numbers.one("c_before")
    if before == 0:
        text = QT_TRANSLATE_NOOP("words", "The forget gate is {state}, but the cell holds {before}: nothing to keep.")
    else:
        text = QT_TRANSLATE_NOOP("words", "The forget gate is {state}: the cell keeps {share} of what it knew.")
    return _say(text, state=openness(value), share=percent(value), before=tabular(before, True))


def _input(scene: Scene, gate: Gate, numbers: Numbers) -> str:
    value = numbers.one(gate.name)
    text = QT_TRANSLATE_NOOP("words", "The input gate is {state}: {share} of the candidate is let in.")
    return _say(text, state=openness(value), share=percent(value))


def _output(scene: Scene, gate: Gate, numbers: Numbers) -> str:
    value = numbers.one(gate.name)
    text = QT_TRANSLATE_NOOP("words", "The output gate is {state}: {share} of tanh(c) is let out.")
    return _say(text, state=openness(value), share=percent(value))


def _reset(scene: Scene, gate: Gate, numbers: Numbers) -> str:
    value = numbers.one(gate.name)
    text = QT_TRANSLATE_NOOP(
        "words", "The reset gate is {state}: {share} of what the memory says reaches the candidate."
    )
    return _say(text, state=openness(value), share=percent(value))


def _update(scene: Scene, gate: Gate, numbers: Numbers) -> str:
    value = numbers.one(gate.name)
    text = QT_TRANSLATE_NOOP(
        "words", "The update gate is {state}: {share} of the old h stays, {rest} of the candidate joins."
    )
    return _say(text, state=openness(value), share=percent(value), rest=percent(1 - value))


def _candidate(scene: Scene, gate: Gate, numbers: Numbers) -> str:
    value = numbers.one(gate.name)
    for least, text in LEANING:
        if value > least or least == -math.inf or (least > 0 and value == least):
            return _say(text, value=tabular(value, True))
    return ""


def _cell(scene: Scene, gate: Gate, numbers: Numbers) -> str:
    before, value = numbers.one("c_before"), numbers.one("c")
    known = {"before": tabular(before, True), "value": tabular(value, True)}
    if "kept" in numbers.values and "added" in numbers.values:
        known |= {name: tabular(numbers.one(name), True) for name in ("kept", "added")}
        text = QT_TRANSLATE_NOOP("words", "The cell goes from {before} to {value}: it keeps {kept} and adds {added}.")
    else:
        text = QT_TRANSLATE_NOOP("words", "The cell goes from {before} to {value}.")
    return _say(text, **known)


def _hidden(scene: Scene, gate: Gate, numbers: Numbers) -> str:
    before, value = numbers.one("h_before"), numbers.one("h")
    known = {"before": tabular(before, True), "value": tabular(value, True)}
    parts = [name for name in ("wx", "uh", "b", "h_pre") if name in numbers.values]
    known |= {name: tabular(numbers.one(name), True) for name in parts}
    if len(parts) == 4:
        text = QT_TRANSLATE_NOOP(
            "words",
            "Input {wx}, memory {uh} and bias {b} make {h_pre}; h becomes {value}.",
        )
    elif not scene.cell.memory and "uh" not in parts and len(parts) == 3:
        text = QT_TRANSLATE_NOOP("words", "Input {wx} and bias {b} make {h_pre}; h becomes {value}.")
    else:
        text = QT_TRANSLATE_NOOP("words", "h goes from {before} to {value}.")
    said = _say(text, **known)
    middle, reach = (0.5, 0.5) if gate.kind == "sigmoid" else (0.0, 1.0)
    if gate.kind != "state" and abs(numbers.one("h") - middle) >= SATURATED * reach:
        said += " " + translate("words", "It is saturated.")
    return said


_BY_ROLE: dict[str, Callable[[Scene, Gate, Numbers], str]] = {
    "forget": _forget,
    "input": _input,
    "output": _output,
    "reset": _reset,
    "update": _update,
    "candidate": _candidate,
    "cell": _cell,
    "H": _hidden,
}
