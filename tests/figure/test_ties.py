"""Where several answers are exactly as probable, none of them is named as the answer."""

import string
from dataclasses import replace

import numpy as np
import pytest
from figure_scenes import overlaps

from rnnviz.engine.evaluate import evaluate
from rnnviz.figure.describe import describe, tied
from rnnviz.figure.inside.words import sentence
from rnnviz.figure.palette import LIGHT
from rnnviz.figure.scene import Scene
from rnnviz.figure.stage import natural_column, stage
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.inputs.text import read_text
from rnnviz.session.playback import end_of
from rnnviz.session.start import fresh_state
from rnnviz.session.state import Key
from rnnviz.tasks.next_character import NextCharacter
from rnnviz.tasks.parity import Parity


def without_weights(state):
    """The scene of an untrained network all of whose weights and biases are 0."""
    network = state.network
    zeros = {name: np.zeros_like(array) for name, array in network.parameters.items()}
    state = replace(state, network=replace(network, parameters=zeros))
    x, (target, mask) = state.task.encode(state.sequence), state.task.target(state.sequence)
    return Scene.of(state, evaluate(state.network, x, target, mask), LIGHT)


@pytest.mark.parametrize("cell", ["elman", "lstm", "jordan"])
@pytest.mark.parametrize("symbols", range(2, 31))
def test_a_network_of_zeros_names_no_symbol(symbols, cell):
    text = string.ascii_letters[:symbols]
    sequence = read_text(text[:6], "text")
    scene = without_weights(fresh_state(NextCharacter(text=text), cell, hidden=1, sequence=sequence))
    T = len(sequence)
    letters = "/".join(sorted(text)[:2])
    assert set(scene.words(range(1, T + 1))) == {letters if symbols == 2 else f"{letters}/…"}
    for t in range(1, T + 1):
        assert tied(scene, t) == symbols
        assert sentence(scene, Key("S", t)).startswith(f"No answer stands out: {symbols} have the largest probability")
        assert all(describe(scene, Key("S", t, unit)).endswith("none of them stands out") for unit in (-1, 0, 1))
    axis = TimeAxis(T, 745.0, 110.0)
    axis = replace(axis, column=natural_column(scene, axis.room))
    assert not overlaps(stage(scene, axis, 420.0, end_of(T, scene.phases)))


def test_half_a_probability_is_neither_even_nor_odd():
    scene = without_weights(fresh_state(Parity(input_width=1, output_width=1), "elman", hidden=1))
    assert set(scene.words(range(1, 9))) == {"even/odd"}
    assert describe(scene, Key("S", 3, 0)).endswith("answer “even/odd”; none of them stands out")


def test_an_answer_that_stands_out_is_named():
    scene = without_weights(fresh_state("parity", "gru", hidden=1))
    s = scene.trace["s"].copy()
    s[2] = (0.4, 0.6)
    scene = replace(scene, trace=scene.trace | {"s": s})
    assert scene.words(range(1, 5)) == ("even/odd", "even/odd", "odd", "even/odd")
    assert [tied(scene, t) for t in range(1, 5)] == [2, 2, 1, 2]
    assert "stands out" not in describe(scene, Key("S", 3, 1))
    assert sentence(scene, Key("S", 3)) == "The answer is “odd”."
