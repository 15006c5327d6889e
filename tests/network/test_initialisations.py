"""The first weights: what their papers say of them, over seeds and gate by gate."""

import numpy as np
import pytest

from rnnviz import Network
from rnnviz.network.initialisations.base import initialisation_names, initialisations

NAMES = initialisation_names()
RANDOM = {  # name: (standard deviation of a block (H, D) with H 24 and D 6, whether it is uniform)
    "uniform": (1 / np.sqrt(24) / np.sqrt(3), True),
    "normal": (1.0, False),
    "lecun": (1 / np.sqrt(6), False),
    "xavier": (np.sqrt(2 / 30), True),
    "he": (np.sqrt(2 / 6), False),
    "identity": (0.001, False),
}


def drawn(name, cell="lstm", seeds=range(40), **more):
    return [Network(cell, inputs=6, hidden=24, outputs=4, initialisation=name, seed=s, **more) for s in seeds]


def blocks(net, name="weight_ih_l0"):
    return np.split(net.parameters[name], len(net.cell.blocks))


def test_the_default_is_what_it_always_was():
    parameters = Network("gru", inputs=2, hidden=3, outputs=2, seed=7).parameters
    rng, bound = np.random.default_rng(7), 1 / np.sqrt(3)
    for array in parameters.values():
        assert (array == rng.uniform(-bound, bound, array.shape)).all()


@pytest.mark.parametrize("cell", ["feedforward", "elman", "jordan", "lstm", "gru"])
@pytest.mark.parametrize("name", RANDOM)
def test_mean_deviation_and_shape_of_the_distribution(name, cell):
    deviation, uniform = RANDOM[name]
    for k in range(len(drawn(name, cell, range(1))[0].cell.blocks)):
        values = np.concatenate([blocks(net)[k].ravel() for net in drawn(name, cell)]) / deviation
        count = values.size
        assert abs(values.mean()) < 5 / np.sqrt(count)
        assert abs(values.var() - 1) < 5 * np.sqrt(2 / count)
        kurtosis = (values**4).mean()  # 3 for a normal distribution, 9/5 for a uniform one
        assert abs(kurtosis - (1.8 if uniform else 3)) < 5 * np.sqrt(96 / count)


@pytest.mark.parametrize("cell", ["elman", "lstm", "gru"])
def test_orthogonal_blocks_keep_lengths(cell):
    for net in drawn("orthogonal", cell, range(3)):
        for block in blocks(net, "weight_hh_l0"):
            assert np.allclose(block @ block.T, np.eye(24), atol=1e-12)
        for block in blocks(net):
            assert np.allclose(block.T @ block, np.eye(6), atol=1e-12)
        readout = net.parameters["readout.weight"]
        assert np.allclose(readout @ readout.T, np.eye(4), atol=1e-12)


def test_every_rotation_is_equally_likely():
    """Without the signs of R, QR prefers some: then the trace of 2 x 2 matrices is not 0 in the mean."""
    way, rng = initialisations["orthogonal"], np.random.default_rng(0)
    made = np.array([way.block(rng, (2, 2), True, 2) for _ in range(4000)])
    assert abs(np.trace(made, axis1=1, axis2=2).mean()) < 5 / np.sqrt(4000)
    assert abs((np.linalg.det(made) > 0).mean() - 0.5) < 5 * 0.5 / np.sqrt(4000)


def test_identity_remembers():
    net = Network("elman", inputs=2, hidden=5, outputs=2, activation="relu", initialisation="identity")
    h = np.array([[[0.5, 1.0, 0.0, 2.0, 3.0]]])
    trace = net.run(np.zeros((50, 1, 2)), {"h": h})
    assert np.allclose(trace["h"][-1], h[0], atol=1e-12)
    for block in blocks(Network("lstm", hidden=5, initialisation="identity"), "weight_hh_l0"):
        assert (block == np.eye(5)).all()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "uniform"])
def test_biases_begin_at_nothing(name):
    net = drawn(name, seeds=range(1), layers=2, direction="bidirectional")[0]
    assert all(not array.any() for key, array in net.parameters.items() if "bias" in key)


def test_zeros_are_zeros_and_stay_symmetric():
    net = Network("elman", inputs=2, hidden=3, outputs=2, initialisation="zeros")
    assert not net.vector.any()
    grads = net.gradients(np.ones((3, 1, 2)), np.ones((3, 1, 2)))
    assert not grads.parameters["weight_hh_l0"].any()


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_numbers_in_both_precisions(name):
    one, two, rounded, other = (
        Network("gru", initialisation=name, seed=seed, dtype=dtype)
        for seed, dtype in ((1, "float64"), (1, "float64"), (1, "float32"), (2, "float64"))
    )
    assert (one.vector == two.vector).all()
    assert (one.vector.astype(np.float32) == rounded.vector).all()
    assert (one.vector != other.vector).any() or name == "zeros"


def test_the_menu_goes_from_the_usual_to_the_odd():
    assert NAMES == ("uniform", "normal", "lecun", "xavier", "he", "orthogonal", "identity", "zeros")
