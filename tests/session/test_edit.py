"""A weight changed by hand: the trace is that of the network with the other parameter, for every cell."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnnviz.cells.base import cells
from rnnviz.engine.evaluate import evaluate, fresh
from rnnviz.errors import InputError
from rnnviz.network.network import Network
from rnnviz.network.spec import NetworkSpec
from rnnviz.session.edit import read_weight, with_weight
from rnnviz.session.files import load, save
from rnnviz.session.start import initial


@pytest.mark.parametrize("cell", sorted(cells))
def test_the_trace_of_an_edited_network_is_that_of_the_changed_parameter(cell):
    model = fresh(NetworkSpec(cell=cell, inputs=2, hidden=3, outputs=2, output="linear", seed=3))
    x = np.random.default_rng(0).normal(size=(6, 2))
    before = evaluate(model, x, np.zeros((6, 2)), np.ones(6)).trace["s"]
    for name, array in model.parameters.items():
        index = (0,) * array.ndim
        edited = with_weight(model, name, index, 1.75)
        parameters = {key: np.array(value) for key, value in model.parameters.items()}
        parameters[name][index] = 1.75
        wanted = Network.from_spec(model.spec, parameters).run(x[:, None])
        shown = evaluate(edited, x, np.zeros((6, 2)), np.ones(6)).trace
        np.testing.assert_array_equal(shown["s"], wanted["s"][:, 0])
        assert not np.array_equal(shown["s"], before), name
        assert edited.edited
        assert edited.updates == model.updates
        assert np.isnan(edited.loss)


def test_the_network_that_was_edited_stays_as_it_was():
    model = initial().network
    name = "weight_hh_l0"
    old = float(model.parameters[name][1, 0])
    edited = with_weight(model, name, (1, 0), old + 1)
    assert model.parameters[name][1, 0] == old
    assert not model.edited
    assert not edited.parameters[name].flags.writeable
    assert with_weight(model, name, (1, 0), old) is model


@pytest.mark.parametrize(
    "text", ["", "nan", "NaN", "inf", "-inf", "1e999", "1e7", "abc", "1 2", "0x10", "1,5,2", "٣e", "1" * 500]
)
def test_hostile_typing_is_refused_in_one_sentence(text):
    with pytest.raises(InputError) as refused:
        read_weight(text)
    assert 10 < len(str(refused.value)) < 200


@given(st.floats(-1e6, 1e6))
def test_a_number_is_read_as_python_writes_it_with_point_or_comma(value):
    assert read_weight(repr(value)) == value
    assert read_weight(f" {value!r}".replace(".", ",")) == value


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e7])
def test_no_such_number_gets_into_a_network(value):
    with pytest.raises(InputError):
        with_weight(initial().network, "weight_hh_l0", (0, 0), value)


def test_a_session_remembers_that_it_was_edited(tmp_path):
    state = initial()
    state = replace(state, network=with_weight(state.network, "weight_ih_l0", (2, 1), -0.125))
    save(state, tmp_path / "edited.rnnviz")
    again = load(tmp_path / "edited.rnnviz").network
    assert again.edited
    assert again.updates == state.network.updates
    assert again.parameters["weight_ih_l0"][2, 1] == -0.125
    save(initial(), tmp_path / "plain.rnnviz")
    assert not load(tmp_path / "plain.rnnviz").network.edited
