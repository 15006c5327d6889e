"""What is computed from values is a whole Portuguese sentence in every branch, and no English is left in a drawing."""

import re
from dataclasses import replace

import numpy as np
import pytest
from figure_scenes import real_scene
from held_scenes import held
from inside_scenes import opened, scene_of
from translated import messages, translator

from rnnviz import words
from rnnviz.cells.base import cells
from rnnviz.figure.describe import describe
from rnnviz.figure.drawing import Texts
from rnnviz.figure.film import film_axis, frame
from rnnviz.figure.inside.words import LEANING, OPENNESS, percent, sentence
from rnnviz.figure.states import VIEWS
from rnnviz.figure.states.view import state_drawing
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.gradients.alarms import alarms
from rnnviz.network.network import Network
from rnnviz.session.playback import end_of
from rnnviz.session.state import Key, Seen

ENGLISH = re.compile(
    r"\b(the|is|are|it|its|and|with|from|by|not|at|in|on|gate|cell|unit|units|input|output|hidden|memory|clock|"
    r"forget|update|candidate|answer|symbol|keeps|adds|goes|becomes|copied|trained|untrained|seed|weights?)\b"
)


@pytest.fixture(autouse=True)
def portuguese():
    words.set_translator(translator("pt_BR"))
    yield
    words.set_translator(None)


def with_values(cell, **values):
    """A scene in which unit 1 has these numbers at clock 4; `c_before` is the cell at clock 3."""
    scene = scene_of(cell)
    trace = {key: np.array(array) for key, array in scene.trace.items()}
    for name, value in values.items():
        trace[name.removesuffix("_before")][2 if name.endswith("_before") else 3, 0] = value
    return replace(scene, trace=trace)


def every_sentence():
    """(which, sentence) for every branch: all cells and phases, and every threshold of every gate."""
    for cell in cells:
        scene = scene_of(cell)
        for t in (1, 4, 8):
            for unit in (0, -1):
                for phase in scene.phases:
                    yield (cell, t, unit, phase.name), sentence(scene, Key(phase.name, t, unit))
    for cell, gates, kept in (("lstm", "fio", "c"), ("gru", "rz", "h")):
        for gate in gates:
            for value in (0.0, 0.005, 0.05, 0.3, 0.5, 0.7, 0.95, 0.995, 1.0):
                for before in (0.0, 0.7):
                    scene = with_values(cell, **{gate: value, f"{kept}_before": before})
                    yield (cell, gate, value, before), sentence(scene, Key(gate, 4, 0))
    for cell, name in (("lstm", "g"), ("gru", "n")):
        for value in (-0.95, -0.5, 0.0, 0.5, 0.95):
            yield (cell, name, value), sentence(with_values(cell, **{name: value}), Key(name, 4, 0))
    yield "saturated", sentence(with_values("elman", h=0.999), Key("H", 4, 0))
    for cell in ("lstm", "gru"):
        scene = held(cell)[-1]
        for name in ("M", *(gate.name for gate in scene.gates)):
            for t in range(1, 9):
                yield from (((cell, "held", name, t), sentence(scene, Key(name, t, unit))) for unit in range(3))
    for direction in ("forward", "bidirectional"):
        scene = real_scene(cell="gru", H=3, T=8, direction=direction)
        for part in scene.parts:
            for t in (1, 4, 8):
                yield (direction, part, t), sentence(scene.at(*part), Key("M", t, 0))
    for layers in (2, 3):
        scene = real_scene(cell="lstm", H=3, T=8, layers=layers)
        for part in scene.parts:
            for phase in scene.at(*part).phases:
                yield (layers, part, phase.name), sentence(scene.at(*part), Key(phase.name, 4, 0))
    for scenario in ("one-to-many", "many-to-one", "delayed"):
        scene = real_scene(cell="elman", H=3, T=8, D=2, O=2, scenario=scenario)
        for t in range(1, 9):
            yield (scenario, t), sentence(scene, Key("X", t, 0))
            yield (scenario, "S", t), sentence(scene, Key("S", t, 0))
    for unit in (0, -1):
        yield ("NaN", unit), sentence(with_values("elman", h=np.nan), Key("H", 4, unit))
    scene = scene_of("elman", output="softmax")
    yield "tied", sentence(replace(scene, trace=scene.trace | {"s": np.full((8, 2), 0.5)}), Key("S", 4, 0))


def test_every_branch_is_a_whole_portuguese_sentence():
    seen = set()
    for which, text in every_sentence():
        assert text, which
        seen.add(text)
        plain = re.sub("“[^”]*”", "", text)
        assert re.fullmatch(r"([A-Z]|[a-z][₀-₉]* ).*\.", text), (which, text)
        assert not re.search(r"[{}]|  | \.", text), (which, text)
        assert not ENGLISH.search(plain), (which, text)
        assert text.count(".") - len(re.findall(r"\d\.\d", text)) <= 2, text
    assert len(seen) > 100


def test_a_gate_which_is_feminine_is_so_in_every_degree():
    said = [words.translate("words", word) for _, word in OPENNESS]
    assert len(set(said)) == len(said)
    assert all(re.search(r"(abert|fechad)a$", word) for word in said)
    assert sentence(with_values("lstm", f=0.918), Key("f", 4, 0)) == (
        "A porta de esquecimento está quase aberta: a célula mantém 92 % do que sabia."
    )


def test_every_sentence_about_steps_is_reached():
    """What is marked for these sentences and never said would be a branch that nobody has read."""
    said = {text for _, text in every_sentence()}
    unsaid = []
    for (context, source), (forms, _) in messages("pt_BR").items():
        pattern = ".*".join(re.escape(part) for part in re.split(r"\{[^}]*\}", forms[0]))
        if context == "words" and not any(re.search(pattern, text) for text in said):
            unsaid.append(source)
    # For cells to come: gates without a role of their own, and an interior that shows no products.
    general = {"{title}: {state}, {value}.", "{title}: {value}.", "The cell goes from {before} to {value}."}
    assert set(unsaid) <= general | {"This cell has no memory."}
    assert {percent(0.001), percent(0.999)} == {"menos de 1 %", "mais de 99 %"}
    assert len(LEANING) == 5


@pytest.mark.parametrize("cell", tuple(cells))
@pytest.mark.parametrize("layers", [1, 2])
def test_no_english_is_left_in_a_drawing_or_a_tooltip(cell, layers):
    scene = real_scene(cell=cell, H=3, T=8, layers=layers)
    axis = TimeAxis(8, 760.0, 110.0)
    drawings = [
        frame(scene, film_axis(scene, 1280, 720), end_of(4, scene.phases), 1280, 720, True),
        *(opened(scene, "1920", unit=unit) for unit in (0, -1) if layers == 1),
        *(state_drawing(view, scene, Seen(), axis, 210.0, end_of(4, scene.phases), {}) for view in VIEWS),
    ]
    for drawing in drawings:
        for batch in (*drawing.static, *drawing.live):
            for text in batch.strings if isinstance(batch, Texts) else ():
                assert not ENGLISH.search(text), text
    for name in ("X", "M", "H", "S", *(gate.name for gate in scene.gates)):
        for unit in (0, -1):
            assert not ENGLISH.search(re.sub("“[^”]*”", "", describe(scene, scene.key(name, 4, unit)))), name


def test_alarms_are_portuguese():
    rng = np.random.default_rng(0)
    net = Network(cell="elman", inputs=2, hidden=4, outputs=2, seed=0)
    found, last = set(), np.arange(20)[:, None] == 19
    for factor in (0.001, 100.0):
        net.parameters["weight_hh_l0"][...] = factor * rng.standard_normal((4, 4))
        grads = net.gradients(rng.standard_normal((20, 1, 2)), rng.standard_normal((20, 1, 2)), mask=last)
        for alarm in alarms(grads):
            found.add(alarm.kind)
            assert not ENGLISH.search(str(alarm)), str(alarm)
            assert str(alarm).endswith(".")
    assert {"vanishing", "saturated"} <= found
