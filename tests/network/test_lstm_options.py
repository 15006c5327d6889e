"""Peepholes and the forget gate's first bias."""

import numpy as np
import pytest

from rnnviz import Network
from rnnviz.network.initialisations.base import initialisations

SIZES = {"inputs": 2, "hidden": 3, "outputs": 2}


def test_peepholes_are_one_weight_a_unit_and_gate():
    net = Network("lstm", **SIZES, layers=2, direction="bidirectional", peepholes=True)
    names = [name for name in net.parameters if "peephole" in name]
    assert names == [f"weight_peephole_l{layer}{way}" for layer in range(2) for way in ("", "_reverse")]
    assert all(net.parameters[name].shape == (9,) for name in names)
    assert not [name for name in Network("gru", **SIZES, peepholes=True).parameters if "peephole" in name]


@pytest.mark.parametrize("batch", [1, 3])
def test_peepholes_of_zero_are_none(batch):
    rng = np.random.default_rng(0)
    x, target = rng.standard_normal((7, batch, 2)), rng.standard_normal((7, batch, 2))
    plain, seeing = Network("lstm", **SIZES), Network("lstm", **SIZES, peepholes=True)
    seeing.load_parameters({**plain.parameters, "weight_peephole_l0": np.zeros(9)})
    a, b = plain.gradients(x, target), seeing.gradients(x, target)
    assert np.allclose(a.trace.output, b.trace.output, rtol=1e-14)
    for name, gradient in a.parameters.items():
        assert np.allclose(gradient, b.parameters[name], rtol=1e-11, atol=1e-15)
    assert b.parameters["weight_peephole_l0"].all()


@pytest.mark.parametrize("initialisation", list(initialisations))
def test_the_forget_bias_is_added_to_the_forget_gates_bias_hh_and_to_nothing_else(initialisation):
    options = {**SIZES, "layers": 2, "direction": "bidirectional", "initialisation": initialisation}
    plain, open_ = Network("lstm", **options), Network("lstm", **options, forget_bias=1.5)
    for name, array in open_.parameters.items():
        added = np.zeros(array.shape)
        if name.startswith("bias_hh"):
            added[3:6] = 1.5
        assert np.allclose(array - plain.parameters[name], added, atol=1e-15), name
    assert (Network("gru", **SIZES, forget_bias=1.5).vector == Network("gru", **SIZES).vector).all()


def test_a_longer_slice_and_single_precision_agree_with_peepholes():
    rng = np.random.default_rng(2)
    x, target = rng.standard_normal((2100, 1, 2)), rng.standard_normal((2100, 1, 2))
    a, b = (
        Network("lstm", **SIZES, peepholes=True, dtype=dtype).gradients(x, target) for dtype in ("float64", "float32")
    )
    assert b["c"].dtype == np.float32
    for name, gradient in a.parameters.items():
        assert np.abs(gradient - b.parameters[name]).max() < 1e-4 * np.abs(gradient).max(), name
