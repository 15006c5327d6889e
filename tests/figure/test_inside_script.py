"""The NumPy program, run in a fresh interpreter without rnnviz, prints the numbers that are on screen."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from figure_scenes import real_scene, state_of
from inside_scenes import OPTIONS, scene_of

from rnnviz.cells.base import cells
from rnnviz.engine.evaluate import evaluate
from rnnviz.figure.inside.diagram import diagram_of
from rnnviz.figure.inside.script import MOST_LINES, script
from rnnviz.figure.inside.values import Numbers
from rnnviz.figure.notation import notation
from rnnviz.figure.palette import LIGHT
from rnnviz.figure.scene import Scene
from rnnviz.network.held import Spot

CELLS = (*cells, "lstm-peepholes", "gru-before")


def run(text):
    """{name: numbers} that a program prints, in an interpreter that sees nothing of this project."""
    done = subprocess.run([sys.executable, "-I", "-c", text], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return {line.split()[0]: [float(n) for n in line.split()[1:]] for line in done.stdout.splitlines()}


def expected(scene, t, unit):
    numbers = Numbers.of(scene, diagram_of(scene.cell), t, unit)
    wanted = {name: numbers.values[name] for name in diagram_of(scene.cell).formulas}
    return {name: array if unit < 0 else array[unit : unit + 1] for name, array in wanted.items()}


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize(("t", "unit"), [(1, 0), (5, 2), (8, -1)])
def test_it_prints_what_is_on_screen(cell, t, unit):
    scene = scene_of(cell, output="softmax")
    text = script(scene, t, unit)
    assert len(text.splitlines()) <= MOST_LINES
    printed = run(text)
    for name, values in expected(scene, t, unit).items():
        np.testing.assert_allclose(printed[name], values, atol=5.01e-4, err_msg=name)
    np.testing.assert_allclose(printed["s"], scene.values("S", range(t, t + 1))[0], atol=5.01e-4)


@pytest.mark.parametrize("cell", CELLS)
def test_every_number_on_screen_is_printed(cell):
    diagram = diagram_of(scene_of(cell).cell)
    shown = {wire.value for wire in diagram.wires} | {node.name for node in diagram.nodes}
    assert shown - {"x"} <= set(diagram.formulas)


@pytest.mark.parametrize("activation", ["sigmoid", "relu", "linear"])
@pytest.mark.parametrize("output", ["linear", "sigmoid"])
def test_activations_and_readouts(activation, output):
    scene = real_scene(cell="elman", T=3, H=2, activation=activation, output=output)
    printed = run(script(scene, 3, 1))
    np.testing.assert_allclose(printed["h"], scene.value("H", 3, 1), atol=5.01e-4)
    np.testing.assert_allclose(printed["s"], scene.values("S", range(3, 4))[0], atol=5.01e-4)


def test_a_wrong_weight_would_be_noticed():
    scene = scene_of("lstm")
    first = repr(float(scene.model.parameters["weight_ih_l0"][3, int(scene.values("X", range(5, 6))[0].argmax())]))
    text = script(scene, 5, 0)
    assert first in text
    other = run(text.replace(first, repr(float(first) + 0.2)))
    values = expected(scene, 5, 0)
    assert any(abs(other[name][0] - values[name][0]) > 1e-3 for name in values)


def run_all(programs):
    """What each of these prints, one after the other in one fresh interpreter, none seeing the others."""
    whole = "\n".join(f"print('>>>')\nexec({program!r}, {{}})" for program in programs)
    done = subprocess.run([sys.executable, "-I", "-c", whole], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return [
        {line.split()[0]: [float(n) for n in line.split()[1:]] for line in part.strip().splitlines()}
        for part in done.stdout.split(">>>\n")[1:]
    ]


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("cell", CELLS)
def test_every_layer_direction_clock_and_unit(cell, dtype):
    """Whatever the network: the numbers of each clock, layer, direction and unit, and the output where it is theirs."""
    shapes = [{}, {"layers": 3}, {"direction": "bidirectional", "layers": 2}][: 2 if cell == "jordan" else 3]
    cases = []
    for shape in shapes:
        whole = scene_of(cell, T=5, output="softmax", dtype=dtype, **shape)
        for part in whole.parts:
            scene = whole.at(*part)
            cases += [(scene, t, unit) for t, unit in ((1, 0), (3, 2), (5, -1))]
    programs = [script(*case) for case in cases]
    assert all(len(program.splitlines()) <= MOST_LINES for program in programs)
    for (scene, t, unit), printed in zip(cases, run_all(programs), strict=True):
        for name, values in expected(scene, t, unit).items():
            np.testing.assert_allclose(printed[name], values, atol=6e-4, err_msg=f"{name} {scene.part} {t}")
        assert ("s" in printed) == (scene.layer == scene.top and not scene.bidirectional)
        if "s" in printed:
            np.testing.assert_allclose(printed["s"], scene.values("S", range(t, t + 1))[0], atol=6e-4)


@pytest.mark.parametrize("cell", CELLS)
def test_names_of_the_parameters_are_pytorchs_whatever_the_letters(cell):
    scene = replace(scene_of(cell), notation=notation("swapped"))
    assert script(scene, 4, 0) == script(scene_of(cell), 4, 0)
    assert "W_ih = " in script(scene, 4, 0)


@pytest.mark.parametrize("held", [{}, {Spot("s", 3, 0): 0.25, Spot("h", 4, 1): 0.5}], ids=["", "held"])
@pytest.mark.parametrize("scenario", ["one-to-many", "delayed"])
@pytest.mark.parametrize("cell", [cell for cell in CELLS if cell != "feedforward"])
def test_answers_that_are_read_back_are_computed_again(cell, scenario, held):
    """The program has only what comes from outside; the network's own answers it makes itself."""
    name, _, option = cell.partition("-")
    state = state_of(cell=name, T=7, D=2, O=2, output="softmax", scenario=scenario, **OPTIONS[option])
    state = replace(state, held=held)
    x, (target, mask) = state.task.encode(state.sequence), state.task.target(state.sequence)
    scene = Scene.of(state, evaluate(state.network, x, target, mask, held=held), LIGHT)
    programs = [script(scene, t, -1) for t in range(1, 8)]
    for t, (program, printed) in enumerate(zip(programs, run_all(programs), strict=True), start=1):
        assert len(program.splitlines()) <= MOST_LINES
        assert program.count("np.nan") == 2 * np.count_nonzero(scene.reads_back[:t])
        for each, values in expected(scene, t, -1).items():
            np.testing.assert_allclose(printed[each], values, atol=6e-4, err_msg=f"{each} {t}")
        np.testing.assert_allclose(printed["s"], scene.values("S", range(t, t + 1))[0], atol=6e-4)


@pytest.mark.parametrize("cell", ["elman", "jordan"])
def test_what_other_layers_computed_is_said_to_be_the_trace_s(cell):
    whole = scene_of(cell, layers=2, D=2, O=2, scenario="one-to-many")
    lower, upper = (script(whole.at(layer), 4, 0) for layer in (0, 1))
    assert "taken from the trace: X" in lower
    assert "taken from the trace: X" in upper
    assert ("X, S" in lower.split("trace: ")[1].splitlines()[0]) == (cell == "jordan")
    assert "np.nan" not in lower + upper
    assert "trace" not in script(scene_of(cell), 4, 0)


@pytest.mark.parametrize("cell", CELLS)
def test_eight_layers_in_one_direction_and_in_both(cell):
    """Run in a fresh interpreter, the program of every layer and direction prints what is on screen."""
    cases = []
    for direction in ("forward", "bidirectional")[: 1 if cell == "jordan" else 2]:
        whole = scene_of(cell, T=4, H=2, output="softmax", layers=8, direction=direction)
        assert len(whole.parts) == (8 if direction == "forward" else 16)
        cases += [(whole.at(*part), t, -1) for part in whole.parts for t in (1, 3)]
    programs = [script(*case) for case in cases]
    assert all(len(program.splitlines()) <= MOST_LINES for program in programs)
    for (scene, t, unit), printed in zip(cases, run_all(programs), strict=True):
        for name, values in expected(scene, t, unit).items():
            np.testing.assert_allclose(printed[name], values, atol=6e-4, err_msg=f"{name} {scene.part} {t}")
        assert ("s" in printed) == (scene.layer == 7 and not scene.bidirectional)
        if "s" in printed:
            np.testing.assert_allclose(printed["s"], scene.values("S", range(t, t + 1))[0], atol=6e-4)
