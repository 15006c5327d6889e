"""Every sum that the inspector takes apart is the whole sum, of the very numbers of the weights and of the trace."""

import math

import numpy as np
import pytest
from figure_scenes import real_scene

from rnnviz.cells.base import cells
from rnnviz.figure.describe import number
from rnnviz.figure.equations import equations, share_in_words, shares
from rnnviz.figure.inside.script import script
from rnnviz.figure.terms import FEW, Term, by_share, per_cent, read_by, share, total
from rnnviz.figure.weight_matrix import entry_of
from rnnviz.network.parameters import part_suffix
from rnnviz.session.state import Key

BLOCKS = {"elman": "h", "lstm": "ifgo", "gru": "rzn"}
SIGMOID = {"i", "f", "o", "r", "z"}


def expected(scene, cell, name, t, unit):
    """The products of a gate, from the parameters and the trace alone: PyTorch's blocks one below the other."""
    parameters, trace = scene.model.parameters, scene.trace
    H = trace["h"].shape[1]
    row = BLOCKS[cell].index(name) * H + unit
    x = trace["x"][t - 1]
    before = trace["h"][t - 2] if t > 1 else np.zeros(H)
    of_x = [(parameters["weight_ih_l0"][row, d], x[d]) for d in range(len(x))]
    of_h = [(parameters["weight_hh_l0"][row, k], before[k]) for k in range(H)]
    r = (trace["r"][t - 1, unit],) if name == "n" else ()
    products = [*of_x, (parameters["bias_ih_l0"][row],)]
    return products + [(*r, *product) for product in (*of_h, (parameters["bias_hh_l0"][row],))]


@pytest.mark.parametrize(("cell", "H"), [("elman", 1), ("elman", 4), ("lstm", 1), ("lstm", 3), ("gru", 3), ("gru", 11)])
def test_every_gate_of_every_unit_at_every_clock_is_the_sum_of_its_products(cell, H):
    scene = real_scene(cell=cell, H=H)
    for t in range(1, scene.steps + 1):
        for unit in range(H):
            lines = equations(scene, Key("H", t, unit))
            for gate, line in zip(scene.gates, lines, strict=True):
                true = float(scene.trace[gate.name][t - 1, unit])
                assert line.value == number(true, signed=gate.kind != "sigmoid")
                if gate.name in BLOCKS[cell]:
                    wanted = expected(scene, cell, gate.name, t, unit)
                    assert [term.factors for term in line.terms] == [tuple(map(float, product)) for product in wanted]
                    inner = sum(math.prod(product) for product in wanted)
                    assert total(line.terms) == pytest.approx(inner, abs=1e-12)
                    result = 1 / (1 + math.exp(-inner)) if gate.name in SIGMOID else math.tanh(inner)
                    assert result == pytest.approx(true, abs=1e-12)
                    assert f"({number(inner, signed=True)})" in line.substituted
                    for term, product in zip(line.terms, wanted, strict=True):
                        shown = "·".join(number(float(factor)) for factor in product)
                        assert term.text.replace(" ", "") == (shown if len(product) > 1 else "")
                elif line.terms:  # c and the GRU's h: what is carried is the sum itself
                    assert line.substituted is None
                    assert total(line.terms) == pytest.approx(true, abs=1e-12)
                else:
                    assert (cell, gate.name) == ("lstm", "h")
                    o, c = (float(scene.trace[name][t - 1, unit]) for name in "oc")
                    assert line.substituted == f"{number(o)}·tanh({number(c, signed=True)})"


@pytest.mark.parametrize("activation", ["tanh", "sigmoid", "relu", "linear"])
def test_every_activation_of_the_elman_cell_has_its_whole_sum(activation):
    scene = real_scene(cell="elman", activation=activation, H=3)
    for t in (1, 5):
        line = equations(scene, Key("H", t, 2))[0]
        inner = sum(math.prod(product) for product in expected(scene, "elman", "h", t, 2))
        assert total(line.terms) == pytest.approx(inner, abs=1e-12)
        assert number(inner, signed=True) in line.substituted


@pytest.mark.parametrize("output", ["linear", "softmax", "sigmoid"])
def test_the_readout_is_the_sum_of_its_products(output):
    scene = real_scene(output=output, H=5)
    for t in range(1, scene.steps + 1):
        for unit in range(scene.units("S")):
            first, read = equations(scene, Key("S", t, unit))
            a = (
                scene.model.parameters["readout.weight"] @ scene.trace["h"][t - 1]
                + scene.model.parameters["readout.bias"]
            )
            assert total(first.terms) == pytest.approx(a[unit], abs=1e-12)
            assert first.value == number(float(a[unit]), signed=True)
            assert first.substituted is None
            if output == "softmax":
                assert [term.value for term in read.terms] == pytest.approx(np.exp(a))
                assert read.terms[unit].text == f"exp({number(float(a[unit]), signed=True)})"
                assert read.substituted.endswith(f"/ {number(float(np.exp(a).sum()))}")


def test_a_gate_with_more_in_its_sum_than_the_usual_products_shows_none_of_them(monkeypatch):
    scene = real_scene(cell="lstm", H=3)
    step = type(scene.cell).step

    def with_peephole(self, params, x, state, put):
        new, values = step(self, params, x, state, put)
        return new, values | {"f_pre": values["f_pre"] * 1.001}

    monkeypatch.setattr(type(scene.cell), "step", with_peephole)
    lines = {line.role: line for line in equations(scene, Key("H", 4, 1))}
    assert lines["forget"].terms == ()
    assert len(lines["input"].terms) == scene.units("X") + 3 + 2


def test_many_terms_are_ordered_by_their_share_and_few_stand_as_in_the_equation():
    few = tuple(Term(str(k), "", (float(k),)) for k in range(FEW))
    assert by_share(few) == few
    many = tuple(Term(str(k), "", ((-1.0) ** k, float(k))) for k in range(40))
    assert [term.label for term in by_share(many)] == [str(k) for k in range(39, -1, -1)]


@pytest.mark.parametrize("cell", tuple(cells))
def test_sources_are_the_numbers_in_the_products(cell):
    """Every source is a number on screen that is a factor of its term, and the shares of single sources add up to 1."""
    scene = real_scene(cell=cell, T=5, H=3)
    for gate in scene.gates:
        name = "H" if gate.name == "h" else gate.name
        for line in equations(scene, Key(name, 4, 1)):
            for term in line.terms:
                assert len(term.sources) < len(term.factors) or term.role != ""
                for source in term.sources:
                    value = scene.value(source.name, source.t, source.unit)
                    assert any(np.isclose(value, f) or np.isclose(1 - value, f) for f in term.factors), (term, source)
        found = shares(scene, Key(name, 4, 1))
        assert found or cell == "none"
        assert all(0 <= share <= 1 + 1e-9 for _, share in found)
        sizes = [share for _, share in found]
        assert sizes == sorted(sizes, reverse=True)
        single = {source for line in equations(scene, Key(name, 4, 1)) for t in line.terms for source in t.sources}
        if gate.name in scene.cell.blocks and (cell, gate.name) != ("gru", "n"):
            assert sum(sizes) == pytest.approx(1.0)
            assert {key for key, _ in found} <= single


def test_the_memory_comes_from_the_clock_before_and_an_input_from_nowhere():
    scene = real_scene(cell="lstm", T=5, H=3)
    assert shares(scene, Key("M", 4, 2)) == ((Key("H", 3, 2), 1.0),)
    assert shares(scene, Key("M", 1, 2)) == ()
    assert shares(scene, Key("X", 4, 0)) == ()
    assert {key for key, _ in shares(scene, Key("H", 4, 1))} == {Key("o", 4, 1), Key("c", 4, 1)}
    assert {key.name for key, _ in shares(scene, Key("S", 4, 1))} == {"H"}


@pytest.mark.parametrize(
    ("cell", "options", "count"),
    [
        ("feedforward", {}, {"h": 3}),
        ("lstm", {"peepholes": True}, {"f": 8, "i": 8, "g": 7, "o": 8}),
        ("gru", {"reset": "before"}, {"r": 7, "z": 7, "n": 7}),
    ],
)
def test_options_of_a_cell_change_the_sum(cell, options, count):
    scene = real_scene(cell=cell, **options)
    for t in (1, 2, 8):
        lines = equations(scene, Key("H", t, 1))
        for gate, line in zip(scene.gates, lines, strict=True):
            if gate.name in count:
                assert len(line.terms) == count[gate.name]
                function = (lambda a: 1 / (1 + math.exp(-a))) if gate.kind == "sigmoid" else math.tanh
                true = float(scene.trace[gate.name][t - 1, 1])
                assert function(total(line.terms)) == pytest.approx(true, abs=1e-12)


@pytest.mark.parametrize("cell", tuple(cells))
def test_a_source_says_the_share_that_the_table_says(cell):
    """The same percent in the tooltip as in the table; what is no source says nothing."""
    scene = real_scene(cell=cell, T=5, H=3)
    for gate in scene.gates:
        chosen = scene.key("H" if gate.name == "h" else gate.name, 4, 1)
        line = next(line for line in equations(scene, chosen) if line.name == gate.name)
        for term in line.terms:
            for source in term.sources:
                own = [other for other in line.terms if source in other.sources]
                said = share_in_words(scene, chosen, source)
                if len(own) == 1:
                    assert said.startswith(share(term, line.terms) + " of what is added up"), (said, term)
                assert "of unit 2" in said
        assert share_in_words(scene, chosen, Key("S", 5, 0)) == ""


@pytest.mark.parametrize(
    ("part", "said"),
    [(0.9971, "99.7 %"), (0.5, "50.0 %"), (0.0031, "0.31 %"), (1e-7, "<0.01 %"), (0.99999, ">99.9 %"), (1, "100.0 %"),
     (0, "0.0 %"), (math.nan, "–")],
)  # fmt: skip
def test_a_probability_is_never_none_or_all_when_it_is_not(part, said):
    assert per_cent(part) == said


def test_a_number_has_one_name():
    """The clock stands below the letter and the unit in brackets; biases are called as in the equation."""
    scene = real_scene(cell="lstm", H=3)
    f = equations(scene, Key("H", 3, 1))[0]
    labels = [term.label for term in f.terms]
    assert [label for label in labels if label.startswith("h")] == ["h₂[1]", "h₂[2]", "h₂[3]"]
    assert [label for label in labels if label.startswith("b")] == ["bf (ih)", "bf (hh)"]
    assert all(label.startswith("x₃[") for label in labels if label.startswith("x"))
    (total_line, _) = equations(scene, Key("S", 3, 0))
    assert [term.label for term in total_line.terms] == ["h₃[1]", "h₃[2]", "h₃[3]", "c"]
    assert "c_out" in script(scene, 3, 0)
    n = equations(real_scene(cell="gru", H=3), Key("H", 3, 1))[2]
    assert [term.label for term in n.terms if "b" in term.label] == ["bn", "r·bhn"]


@pytest.mark.parametrize("cell", ["elman", "jordan", "lstm", "gru"])
@pytest.mark.parametrize("way", [{}, {"layers": 2}, {"layers": 2, "direction": "bidirectional"}])
def test_what_a_weight_reads_is_the_other_factor_of_its_product(cell, way):
    """By name and value as in the sum that the inspector shows, for every layer and direction, and the readout."""
    if cell == "jordan" and "direction" in way:
        return
    whole = real_scene(cell=cell, O=3, **way)
    for layer, reverse in whole.parts:
        scene = whole.at(layer, reverse)
        for t in (1, 4, 8):
            gate = equations(scene, Key("H", t, 1, layer, reverse))[0]
            read = equations(scene, Key("S", t, 1))[0]
            factors = {term.label: term.factors[-1] for term in (*gate.terms, *read.terms) if len(term.factors) > 1}
            for edge in ("XH", "MH", "HS"):
                name = {"XH": "weight_ih", "MH": "weight_hh", "HS": "readout.weight"}[edge]
                filed = name if edge == "HS" else name + part_suffix(layer, reverse)
                row = 1 if edge != "HS" else 0
                for column in range(whole.model.parameters[filed].shape[1]):
                    label, value = read_by(scene, entry_of(scene, filed, row, column), t)
                    assert factors[label] == value, (edge, label)
    none, value = read_by(whole, entry_of(whole, "readout.bias", 0, 0), 4)
    assert none == ""
    assert math.isnan(value)
