"""Tooltips, equations and the numbers in neurons say the truth, to the digits shown."""

import re

import numpy as np
import pytest
from figure_scenes import random_scene, real_scene, state_of
from hypothesis import given
from hypothesis import strategies as st

from rnnviz.figure.describe import describe, number
from rnnviz.figure.equations import at_clock, equations
from rnnviz.figure.inside.words import sentence
from rnnviz.figure.marks import short
from rnnviz.figure.metrics import fitted, text_width
from rnnviz.figure.palette import LIGHT
from rnnviz.figure.scene import Scene
from rnnviz.figure.terms import total
from rnnviz.session.state import Key


def value_of(text):
    return float(text.replace("−", "-").replace("+", ""))


def calculated(text):
    """The value of a substituted equation, worked out from the digits it shows."""
    code = text.replace("−", "-").replace("·", "*").replace("σ(", "sigmoid(").replace("^", "**")
    assert not re.search(r"[^0-9a-z+\-*/().,\s]", code)
    names = {"sigmoid": lambda a: 1 / (1 + np.exp(-a)), "tanh": np.tanh, "exp": np.exp, "max": max}
    return float(eval(code, {"__builtins__": {}}, names))


def worked_out(line):
    """The same where the sum of the terms is the value."""
    return total(line.terms) if line.substituted is None else calculated(line.substituted)


@pytest.mark.parametrize("cell", ["feedforward", "elman", "jordan", "lstm", "gru"])
@pytest.mark.parametrize("t", [1, 2, 8])
@pytest.mark.parametrize("unit", [0, 2])
def test_equations_carry_the_traces_values_and_work_out_to_them(cell, t, unit):
    scene = real_scene(cell=cell)
    lines = equations(scene, Key("H", t, unit))
    assert [line.role for line in lines] == [gate.role for gate in scene.gates]
    for line, gate in zip(lines, scene.gates, strict=True):
        true = float(scene.trace[gate.name][t - 1, unit])
        assert value_of(line.value) == pytest.approx(true, abs=6e-4)
        # Three digits of each number leave room for the roundings of a sum of products of them.
        assert worked_out(line) == pytest.approx(true, abs=8e-3)
        assert f"_{{{t}}}" in line.tex
        assert "_t" not in line.tex.replace(r"\tanh", "")
    assert (f"h_{{{t - 1}}}" in lines[0].tex) == (scene.cell.memory == "H")
    assert (f"s_{{{t - 1}}}" in lines[0].tex) == (scene.cell.memory == "S")


@pytest.mark.parametrize("activation", ["tanh", "sigmoid", "relu", "linear"])
def test_every_activation_of_the_elman_cell_has_its_form(activation):
    scene = real_scene(cell="elman", activation=activation)
    line = equations(scene, Key("H", 3, 1))[0]
    assert calculated(line.substituted) == pytest.approx(scene.value("H", 3, 1), abs=2e-3, rel=1e-3)


@pytest.mark.parametrize("output", ["linear", "softmax", "sigmoid"])
@pytest.mark.parametrize("H", [2, 9])
def test_the_readout_works_out(output, H):
    scene = real_scene(output=output, H=H)
    first, read = equations(scene, Key("S", 4, 1))
    assert value_of(read.value) == pytest.approx(scene.value("S", 4, 1), abs=6e-4)
    assert calculated(read.substituted) == pytest.approx(scene.value("S", 4, 1), abs=2e-3, rel=2e-3)
    assert worked_out(first) == pytest.approx(value_of(first.value), abs=6e-4)


@pytest.mark.parametrize("scenario", ["one-to-one", "one-to-many", "many-to-one", "delayed"])
def test_no_symbol_and_no_answer_is_told_where_there_is_none(scenario):
    scene = real_scene(cell="elman", scenario=scenario)
    symbols = scene.sequence.labels
    for t in range(1, 9):
        label, word = scene.labels[t - 1], scene.words(range(t, t + 1))[0]
        line, said = equations(scene, Key("X", t, 1))[0], sentence(scene, Key("X", t, 1))
        assert bool(word) == scene.has_s[t - 1]
        if scene.has_x[t - 1]:
            assert label == symbols[t - 1]
            assert label in said
        elif scene.reads_back[t - 1]:
            assert label == "S"
            assert line.tex.endswith(f"s_{{{t - 1}}}")
            assert "own last answer" in said
            assert scene.values("X", range(t, t + 1)).tolist() == scene.values("S", range(t - 1, t)).tolist()
        else:
            assert label == "–"
            assert "zeros" in said
            assert not scene.values("X", range(t, t + 1)).any()
    assert scene.known == 8


def test_input_and_memory():
    scene = real_scene()
    line = equations(scene, Key("X", 3, 1))[0]
    assert value_of(line.value) == scene.value("X", 3, 1)
    assert scene.labels[2] in line.substituted
    line = equations(scene, Key("M", 3, 1))[0]
    assert line.tex == "M_{3} = h_{2}"
    assert value_of(line.value) == pytest.approx(scene.value("H", 2, 1), abs=6e-4)
    assert equations(scene, Key("M", 1, 1))[0].value == "0"


def test_gates_of_all_units_give_their_range():
    scene = real_scene()
    line = equations(scene, Key("f", 4, -1))[0]
    low, high = line.value.split(" … ")
    assert value_of(low) == pytest.approx(scene.trace["f"][3].min(), abs=6e-4)
    assert value_of(high) == pytest.approx(scene.trace["f"][3].max(), abs=6e-4)
    assert line.substituted == ""


def test_before_a_snapshot_there_are_equations_without_numbers():
    scene = Scene.of(state_of(), None, LIGHT)
    for key in (Key("H", 2, 0), Key("X", 2, 0), Key("S", 2, 0), Key("M", 2, 0), Key("H", 2, -1), Key("S", 2, -1)):
        lines = equations(scene, key)
        assert lines
        for line in lines:
            assert not re.search(r"\d", line.value)
            assert not re.search(r"\d\.\d", line.substituted or "")
            assert np.isnan(total(line.terms)) or not line.terms
        assert "–" in describe(scene, key)


def test_tex_takes_the_number_of_the_clock():
    assert at_clock(r"h_t = \tanh(W x_t + U h_{t-1})", 12) == r"h_{12} = \tanh(W x_{12} + U h_{11})"
    assert at_clock(r"s_t = o_t \odot \tanh(c_t)", 1) == r"s_{1} = o_{1} \odot \tanh(c_{1})"


@pytest.mark.parametrize("cell", ["feedforward", "elman", "jordan", "lstm", "gru"])
def test_tooltips_name_the_thing_its_clock_unit_and_value(cell):
    scene = real_scene(cell=cell)
    for gate in scene.gates:
        text = describe(scene, Key(gate.name, 4, 1))
        true = float(scene.trace[gate.name][3, 1])
        assert gate.title in text
        assert f"{gate.name}₄" in text
        assert "unit 2" in text
        assert "1 of 3 units" in text
        shown = re.search(r"= ([−+]?[0-9.]+)", text)
        assert shown is not None
        assert value_of(shown.group(1)) == pytest.approx(true, abs=6e-4)
    assert not scene.cell.memory or f"M₄ = {scene.cell.memory.lower()}₃" in describe(scene, Key("M", 4, 1))
    assert f"“{scene.labels[3]}”" in describe(scene, Key("X", 4, 1))
    assert describe(scene, Key("h", 4, 1)) == describe(scene, Key("H", 4, 1))


def test_tooltips_say_when_the_colours_end():
    scene = random_scene()
    beyond = np.argwhere(np.abs(scene.trace["c"]) > 1)[0]
    within = np.argwhere(np.abs(scene.trace["c"]) < 1)[0]
    assert "colours end" in describe(scene, Key("c", int(beyond[0]) + 1, int(beyond[1])))
    assert "colours end" not in describe(scene, Key("c", int(within[0]) + 1, int(within[1])))


def test_tooltips_of_a_whole_layer_give_its_range():
    scene = real_scene()
    for name in ("X", "H", "M", "S", "f", "c"):
        text = describe(scene, Key(name, 4, -1))
        low, high = scene.values(name, range(4, 5)).min(), scene.values(name, range(4, 5)).max()
        assert number(low, signed=name in "HMc") in text
        assert number(high, signed=name in "HMc") in text


@given(st.floats(-1e5, 1e5, allow_nan=False), st.floats(8, 40))
def test_numbers_in_neurons_fit_and_are_rounded_truly(value, room):
    size = 9.0
    text = short(value, room, size)
    assert text_width(text, size) <= room
    if text:
        digits = len(text.partition(".")[2])
        tolerance = 0.5 * 10**-digits if "e" not in text else 0.5 * 10 ** int(text.partition("e")[2])
        assert abs(float(text) - value) <= tolerance * (1 + 1e-9)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.577, ".58"),
        (-0.311, "-.31"),
        (12.0, "12"),
        (32.0, "32"),
        (-0.0, "0"),
        (0.0, "0"),
        (-0.001, ".00"),
        (1.0, "1"),
        (-1.0, "-1"),
    ],
)
def test_numbers_are_short(value, text):
    assert short(value, 20.0, 9.0) == text


def test_unknown_and_huge_values_have_no_number_or_a_short_one():
    assert short(float("nan"), 30.0, 9.0) == ""
    assert short(float("inf"), 30.0, 9.0) == ""
    assert short(2.5e7, 24.0, 9.0) == "2e7"
    assert number(float("nan")) == "–"
    assert number(float("-inf")) == "−∞"
    assert number(1234567.0) == "1.23e+06"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=30), st.floats(1, 300), st.booleans())
def test_text_is_cut_to_its_room(string, room, bold):
    cut = fitted(string, room, 12.0, bold)
    assert text_width(cut, 12.0, bold) <= room or cut == ""
    assert cut == string or cut == "" or cut.endswith("…")
    if text_width(string, 12.0, bold) <= room:
        assert cut == string
