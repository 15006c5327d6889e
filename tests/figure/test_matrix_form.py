"""An equation as matrices: its numbers are the network's, they multiply out, and nothing lies on anything."""

import numpy as np
import pytest
from figure_scenes import overlaps, text_boxes
from hypothesis import given, settings
from hypothesis import strategies as st
from inside_scenes import scene_of

from rnnviz.cells.base import cells
from rnnviz.figure.drawing import Texts
from rnnviz.figure.matrix_form import Block, _parts, compact, matrix_form

CELLS = (*cells, "lstm-peepholes", "gru-before")
FUNCTIONS = {"σ": lambda a: 1 / (1 + np.exp(-a)), "tanh": np.tanh, "max": lambda _, a: np.maximum(a, 0)}


def worked_out(parts):
    """What the right side comes to when read as mathematics: @ between a matrix and what follows it."""
    names, text, before = {}, "", None
    for part in parts:
        if isinstance(part, Block):
            name = f"v{len(names)}"
            names[name] = part.values
            matrix = isinstance(before, Block)
            text += (" @ " if matrix else "") + name
        else:
            if part == "(" and isinstance(before, Block):
                text += " @ "
            text += {"⊙": " * ", "−": " - ", "=": "", "σ": "sigma", "max": "relu"}.get(part, part)
        before = part
    known = {"sigma": FUNCTIONS["σ"], "tanh": np.tanh, "relu": FUNCTIONS["max"]}
    return eval(text, known, names)


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("t", [1, 4])
def test_the_brackets_multiply_out_to_the_value(cell, t):
    """Read aloud as mathematics, the right side is the left side, which is the trace."""
    scene = scene_of(cell, H=4)
    for gate in scene.gates:
        left, equals, *right = _parts(scene, gate.name, t)
        assert equals == "="
        wanted = scene.values("H" if gate.name == "h" else gate.name, range(t, t + 1))[0]
        np.testing.assert_allclose(left.values[:, 0], wanted)
        np.testing.assert_allclose(worked_out(right)[:, 0], wanted, atol=1e-6, err_msg=gate.name)


@pytest.mark.parametrize("cell", CELLS)
def test_every_number_is_shown_to_its_digits(cell):
    scene = scene_of(cell)
    for gate in scene.gates:
        drawing = matrix_form(scene, gate.name, 4, 1, 260)
        shown = [s for b in drawing.live if isinstance(b, Texts) for s in b.strings]
        numbers = [
            compact(float(value))
            for part in _parts(scene, gate.name, 4)
            if isinstance(part, Block)
            for value in part.values.ravel()
        ]
        assert sorted(s for s in shown if s[-1].isdigit() and "." in s) == sorted(numbers)
        for batch in drawing.live:
            if isinstance(batch, Texts):
                for key, string in zip(batch.keys, batch.strings, strict=False):
                    if key is not None and string != "⋮":
                        assert compact(scene.value(key.name, key.t, key.unit)) == string


@pytest.mark.usefixtures("each_language")
@settings(max_examples=60, deadline=None)
@given(
    cell=st.sampled_from(CELLS),
    H=st.integers(1, 64),
    D=st.integers(1, 12),
    width=st.floats(200, 420),
    data=st.data(),
)
def test_nothing_on_anything_at_any_size(cell, H, D, width, data):
    scene = scene_of(cell, H=H, D=D, T=3)
    unit = data.draw(st.integers(-1, H - 1))
    gate = data.draw(st.sampled_from([gate.name for gate in scene.gates]))
    heights = set()
    for t in (1, 3):
        drawing = matrix_form(scene, gate, t, unit, width)
        heights.add(drawing.height)
        assert not overlaps(drawing)
        boxes, _ = text_boxes(drawing)
        assert (boxes[:, 0] >= -0.5).all()
        assert (boxes[:, 2] <= width + 0.5).all(), (boxes[:, 2].max(), width)
        assert (boxes[:, 1] >= -1).all()
        assert (boxes[:, 3] <= drawing.height + 1).all()
    assert len(heights) == 1


@pytest.mark.parametrize("H", [8, 40])
def test_of_a_large_matrix_the_own_row_is_there_in_full(H):
    scene = scene_of("elman", H=H)
    drawing = matrix_form(scene, "h", 4, 5, 250)
    U = np.asarray(scene.parameters["weight_hh"])
    row = [compact(float(value)) for value in U[5]]
    texts = [b.strings for b in drawing.live if isinstance(b, Texts)]
    assert tuple(row) in texts
    assert any("row 6 of U" in strings for strings in texts)
    assert any("⋯" in strings for strings in texts)


def test_numbers_are_never_wider_than_five_signs():
    for value in (0.0, -0.001, 9.994, -9.996, 99.96, -999.4, 1234.0, -99950.0, 1e12, -1e-9, np.nan, np.inf, -np.inf):
        assert len(compact(value).replace("−", "")) <= 4
        assert compact(value) != "−0.00"
