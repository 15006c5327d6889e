"""Sentences about an open cell claim nothing that the numbers do not say: all thresholds are walked."""

import re
from dataclasses import replace

import numpy as np
import pytest
from inside_scenes import scene_of

from rnnviz.cells.base import cells
from rnnviz.figure.inside.words import LEANING, OPENNESS, openness, percent, sentence
from rnnviz.session.state import Key

CELLS = tuple(cells)


def with_value(cell, name, value, t=4):
    """A scene in which one number of unit 1 at clock t is this."""
    scene = scene_of(cell)
    trace = {key: np.array(array) for key, array in scene.trace.items()}
    trace[name][t - 1, 0] = value
    return replace(scene, trace=trace)


@pytest.mark.usefixtures("each_language")
@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("unit", [0, 2, -1])
@pytest.mark.parametrize("t", [1, 4, 8])
def test_every_step_of_every_cell_has_a_sentence(cell, unit, t):
    scene = scene_of(cell)
    for phase in scene.phases:
        text = sentence(scene, Key(phase.name, t, unit))
        assert text.endswith(".")
        assert "{" not in text
        assert len(text) < 130, text


@pytest.mark.parametrize("cell", CELLS)
def test_every_number_in_a_sentence_is_one_of_the_cells(cell):
    from rnnviz.figure.inside.diagram import diagram_of
    from rnnviz.figure.inside.values import Numbers

    scene = scene_of(cell)
    for t in range(1, 9):
        for gate in scene.gates:
            text = sentence(scene, Key("H" if gate.name == "h" else gate.name, t, 1))
            values = Numbers.of(scene, diagram_of(scene.cell), t, 1)
            known = [values.one(name) for name in values.values]
            for shown in re.findall(r"[+−]\d+\.\d+", text):
                number = float(shown.replace("−", "-"))
                assert min(abs(number - value) for value in known) < 6e-4, (shown, text)


def test_a_gate_is_never_called_more_open_than_it_is():
    words = [word for _, word in OPENNESS]
    last = len(words)
    for value in np.linspace(0, 1, 2001):
        index = words.index(openness(float(value)))
        assert index <= last
        last = index
        word = words[index]
        assert (word == "open") == (value >= 0.99)
        assert (word == "closed") == (value < 0.01)
        if "half" in word:
            assert 0.4 <= value < 0.6
        if word.startswith("almost"):
            assert value >= 0.9 or value < 0.1
    assert last == 0


def test_a_share_is_the_value_to_a_percent_and_never_all_or_nothing_when_it_is_not():
    for value in (*np.linspace(0, 1, 1001), 1e-9, 1 - 1e-9, 0.004, 0.996):
        said = percent(float(value))
        if said == "less than 1 %":
            assert 0 < value < 0.01
        elif said == "more than 99 %":
            assert 0.99 < value < 1
        else:
            assert abs(int(said.removesuffix(" %")) - 100 * value) <= 0.5 + 1e-9
        assert (said == "100 %") == (value == 1)
        assert (said == "0 %") == (value == 0)


@pytest.mark.parametrize("value", [0.918, 0.995, 0.5, 0.03, 0.001, 0.0, 1.0])
@pytest.mark.parametrize(("cell", "gate"), [("lstm", "f"), ("lstm", "i"), ("lstm", "o"), ("gru", "r"), ("gru", "z")])
def test_gates_say_their_value(cell, gate, value):
    text = sentence(with_value(cell, gate, value), Key(gate, 4, 0))
    assert openness(value) in text
    assert percent(value) in text
    if gate == "z":
        assert percent(1 - value) in text


def test_the_sentence_of_the_sketch():
    text = sentence(with_value("lstm", "f", 0.918), Key("f", 4, 0))
    assert text == "The forget gate is almost open: the cell keeps 92 % of what it knew."


def test_nothing_is_kept_of_nothing():
    assert "nothing to keep" in sentence(scene_of("lstm"), Key("f", 1, 0))
    assert "keeps" not in sentence(with_value("lstm", "c", 0.0, t=3), Key("f", 4, 0))
    assert "keeps" in sentence(with_value("lstm", "c", 0.01, t=3), Key("f", 4, 0))


@pytest.mark.parametrize(("cell", "name"), [("lstm", "g"), ("gru", "n")])
def test_candidates_lean_as_their_value_says(cell, name):
    for value in np.linspace(-1, 1, 401).round(4):
        text = sentence(with_value(cell, name, value), Key(name, 4, 0))
        assert ("strongly" in text) == (abs(value) >= 0.9 - 1e-9)
        assert ("near zero" in text) == (abs(value) < 0.1 - 1e-9), (value, text)
        assert ("positive" in text) == (value >= 0.1 - 1e-9)
        assert ("negative" in text) == (value <= -0.1 + 1e-9), (value, text)
    assert len({text for _, text in LEANING}) == 5


def test_saturation_is_said_only_where_it_is():
    for activation, value, said in (
        ("tanh", 0.995, True), ("tanh", -0.995, True), ("tanh", 0.95, False), ("sigmoid", 0.998, True),
        ("sigmoid", 0.002, True), ("sigmoid", 0.5, False), ("sigmoid", 0.98, False), ("relu", 5.0, False),
        ("linear", 0.995, False),
    ):  # fmt: skip
        scene = scene_of("elman", activation=activation)
        trace = {key: np.array(array) for key, array in scene.trace.items()}
        trace["h"][3, 0] = value
        assert ("saturated" in sentence(replace(scene, trace=trace), Key("H", 4, 0))) == said, (activation, value)


def test_all_units_are_counted():
    scene = scene_of("lstm", H=5)
    text = sentence(scene, Key("f", 4, -1))
    count = int((scene.values("f", range(4, 5))[0] > 0.5).sum())
    assert f"{count} of 5" in text


def test_what_is_not_known_is_not_said():
    assert sentence(replace(scene_of("lstm"), known=3), Key("f", 4, 0)) == ""


EXTREME = (np.nan, np.inf, -np.inf, 0.0, 1.0, -1.0, 0.5, 0.9995, 1e-9, -1e-9, 2e4)
OPTIONS = [(cell, {}) for cell in CELLS] + [
    ("elman", {"activation": activation, "H": hidden})
    for activation in ("sigmoid", "relu", "linear")
    for hidden in (1, 3)
]


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("output", ["softmax", "sigmoid", "linear"])
@pytest.mark.parametrize(("cell", "sizes"), OPTIONS)
def test_extreme_values_are_said_as_they_are(cell, sizes, output):
    """All numbers of a trace are this one: no sentence has a hole in it, and none claims what they do not say."""
    whole = scene_of(cell, output=output, **sizes)
    for value in EXTREME:
        trace = {name: array if name == "x" else np.full_like(array, value) for name, array in whole.trace.items()}
        scene = replace(whole, trace=trace)
        for name in (*[gate.name for gate in scene.gates if gate.name != "h"], "H", "M", "S"):
            for unit in (-1, 0):
                text = sentence(scene, Key(name, 4, unit))
                if name == "M" and not scene.cell.memory:
                    continue
                assert text.endswith(".")
                assert not re.search(r"  | [,.:]|“”|{|}", text), text
                assert ("NaN" in text) == np.isnan(value), text
                if name == "S" and not np.isnan(value):
                    tied = output == "softmax"
                    assert ("No answer stands out: 2 have" in text) == tied, text


def test_an_answer_of_one_half_of_two_is_none():
    scene = scene_of("elman", output="sigmoid", O=1)
    for value, said in ((0.5, "No answer stands out: 2 have the largest probability, 0.500."), (0.51, "The answer is")):
        assert sentence(replace(scene, trace=scene.trace | {"s": np.full((8, 1), value)}), Key("S", 4)).startswith(said)


@pytest.mark.parametrize("cell", ["elman", "jordan", "lstm", "gru"])
def test_the_sentence_about_all_of_the_memory_counts_the_memory(cell):
    scene = scene_of(cell)
    for t in range(1, 9):
        memory = scene.values("M", range(t, t + 1))[0]
        said = f"M is positive in {np.count_nonzero(memory > 0)} of {len(memory)} units."
        assert sentence(scene, Key("M", t)) == said


def test_where_no_answer_is_asked_for_none_is_said():
    scene = scene_of("jordan", scenario="many-to-one", output="softmax")
    assert sentence(scene, Key("S", 3)) == "No answer is asked for at this clock."
    assert sentence(scene, Key("S", 8)).startswith("The answer is “")


def test_only_an_empty_cell_has_nothing_to_keep():
    for before, empty in ((0.0, True), (4e-4, False), (-4e-4, False)):
        scene = with_value("lstm", "c", before, t=3)
        assert ("nothing to keep" in sentence(scene, Key("f", 4, 0))) == empty
