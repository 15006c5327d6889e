"""One table of letters: whatever is chosen, equations, diagrams, tooltips and matrices say the same."""

import re
from dataclasses import replace

import pytest
from figure_scenes import real_scene
from inside_scenes import opened, scene_of

from rnnviz.cells.base import cells
from rnnviz.figure.drawing import Texts
from rnnviz.figure.equations import equations
from rnnviz.figure.inside.describe import describe_inside
from rnnviz.figure.inside.diagram import diagram_of
from rnnviz.figure.inside.script import script
from rnnviz.figure.inside.symbols import symbols
from rnnviz.figure.notation import notation
from rnnviz.figure.weight_matrix import parameters_of, shown_letter
from rnnviz.session.state import NOTATIONS, Key

CELLS = (*cells, "lstm-peepholes", "gru-before")
OWN = notation("rnnviz")


def squeezed(text):
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("cell", CELLS)
def test_the_own_notation_changes_nothing(cell):
    for gate in scene_of(cell).gates:
        assert OWN.tex(gate.tex, scene_of(cell).cell.memory) == gate.tex


@pytest.mark.parametrize(
    ("name", "lstm", "gru", "elman", "readout"),
    [
        ("swapped", "U_f x_t + W_f h_{t-1} + b_f", "U_n x_t + b_n + r_t \\odot (W_n h_{t-1} + b_{hn})",
         "U x_t + W h_{t-1} + b", ("V", "c")),
        ("pytorch", "W_{if} x_t + W_{hf} h_{t-1} + b_{if} + b_{hf}",
         "W_{in} x_t + b_{in} + r_t \\odot (W_{hn} h_{t-1} + b_{hn})",
         "W_{ih} x_t + W_{hh} h_{t-1} + b_{ih} + b_{hh}", ("W_{out}", "b_{out}")),
        ("layers", "W_{xf} x_t + W_{hf} h_{t-1} + b_f", "W_{xn} x_t + b_{xn} + r_t \\odot (W_{hn} h_{t-1} + b_{hn})",
         "W_{xh} x_t + W_{hh} h_{t-1} + b_h", ("W_{hs}", "b_s")),
    ],
)  # fmt: skip
def test_textbooks(name, lstm, gru, elman, readout):
    chosen = notation(name)
    for cell, gate, wanted in (("lstm", "f", lstm), ("gru", "n", gru), ("elman", "h", elman)):
        assert wanted in chosen.tex(scene_of(cell).gate(gate).tex)
    assert (chosen.letter("V"), chosen.letter("c")) == readout
    jordan = scene_of("jordan")
    assert ("W_{sh} s_{t-1}" in chosen.tex(jordan.gate("h").tex, "S")) == (name == "layers")


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("name", NOTATIONS)
def test_symbols_say_what_the_equation_says(cell, name):
    """The pieces in the inspector are the equation, at the letters chosen, and point at the same values as ever."""
    own = scene_of(cell)
    scene = replace(own, notation=notation(name))
    for gate in scene.gates:
        cut, plain = symbols(scene, gate.name, 4), symbols(own, gate.name, 4)
        assert [symbol.name for symbol in cut] == [symbol.name for symbol in plain]
        whole = re.sub(r"_t(?![a-z])|_\{t-1\}", "", scene.notation.tex(gate.tex, scene.cell.memory))
        assert squeezed("".join(symbol.tex for symbol in cut)) == squeezed(whole)
        line = next(line for line in equations(scene, Key("H", 4, 0)) if line.name == gate.name)
        assert squeezed(line.tex).startswith(squeezed(gate.tex.split("=")[0].replace("_t", "_{4}")))


@pytest.mark.parametrize("name", NOTATIONS)
@pytest.mark.parametrize("cell", CELLS)
def test_every_letter_is_in_the_table(cell, name):
    """Nothing that is shown keeps rnnviz's letters when others are chosen; the program always has PyTorch's."""
    scene = replace(scene_of(cell), notation=notation(name))
    chosen, memory = scene.notation, scene.cell.memory
    shown = {chosen.written("W"), chosen.written("U", memory=memory), chosen.written("b")}
    signs = {node.sign for node in diagram_of(scene.cell).nodes if node.kind == "weights"}
    strings = {s for b in opened(scene, "1920").live if isinstance(b, Texts) for s in b.strings}
    assert {chosen.written(sign, memory=memory) for sign in signs} <= strings & shown
    for part in diagram_of(scene.cell).meanings:
        said = describe_inside(scene, Key(part, 4, 0))
        assert "{" not in said
        if name == "pytorch":
            assert not re.search(r"\b[UV][a-z]?\b", said), said
    letters = {parameter: shown_letter(scene, parameter) for parameter in parameters_of(scene)}
    assert letters["readout.weight"] == chosen.written("V")
    assert letters["weight_ih_l0"] == chosen.written("W")
    assert "W_ih" in script(scene, 4, 0)
    assert script(scene, 4, 0) == script(scene_of(cell), 4, 0)


@pytest.mark.parametrize("name", NOTATIONS)
def test_the_readout_has_the_letters_too(name):
    scene = replace(real_scene(cell="lstm", output="softmax"), notation=notation(name))
    line = equations(scene, Key("S", 4, 0))[0]
    assert line.tex.startswith(f"a_{{4}} = {scene.notation.letter('V')} h")
    assert line.tex.endswith(f"+ {scene.notation.letter('c')}")


def test_two_letters_never_stand_for_the_same():
    """Within a notation every parameter of a cell has a letter of its own."""
    for name in NOTATIONS:
        for cell in CELLS:
            gates = [symbols(replace(scene_of(cell), notation=notation(name)), g.name, 4) for g in scene_of(cell).gates]
            plain = [symbols(scene_of(cell), g.name, 4) for g in scene_of(cell).gates]
            pairs = {
                (a.tex, b.tex)
                for new, old in zip(gates, plain, strict=True)
                for a, b in zip(new, old, strict=True)
                if b.tex[0] in "WUb"
            }
            assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
