"""The same comparisons on a GPU, where there is one: as on the strict device, but for the order of the sums."""

import numpy as np
import pytest
from test_device_networks import KINDS, SCENARIOS, derived, same
from test_device_training import CELLS, EVERYTHING, alike, learnt

from rnnviz import Network
from rnnviz.devices.base import beside, devices, host, is_here
from rnnviz.engine.evaluate import evaluate, model_of
from rnnviz.engine.messages import Look
from rnnviz.network.optimisers.base import optimisers
from rnnviz.network.spec import TrainingSpec

pytest.importorskip("cupy")


@pytest.fixture(scope="module")
def gpu():
    problem = devices["cupy"].problem()
    if problem is not None:
        pytest.skip(str(problem))
    return devices["cupy"]


def test_the_border(gpu):
    here = np.arange(6.0).reshape(2, 3)
    there = beside(here, gpu.array(np.zeros(0)))
    assert not is_here(there)
    np.testing.assert_array_equal(host(there.T), here.T)
    assert "GB" in gpu.describe()


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize("direction", ["forward", "bidirectional"])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_cell(kind, direction, batch, dtype, gpu):
    if kind[0] == "jordan" and direction == "bidirectional":
        pytest.skip("a Jordan network runs forward")
    net = Network(kind[0], 2, 4, 3, layers=3, direction=direction, output="softmax", dtype=dtype, seed=3, **kind[1])
    same(derived(net, gpu, batch=batch), derived(net, None, batch=batch), 1e-11 if dtype == "float64" else 1e-5)


@pytest.mark.parametrize("output", ["linear", "softmax", "sigmoid"])
@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_scenario_and_loss(kind, scenario, output, gpu):
    net = Network(kind[0], 3, 4, 3, layers=2, scenario=scenario, output=output, seed=4, **kind[1])
    same(derived(net, gpu), derived(net, None), 1e-11)


@pytest.mark.parametrize("method", ["tbptt", "rtrl"])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_method(kind, method, gpu):
    net = Network(kind[0], 2, 3, 2, layers=2, seed=6, **kind[1])
    options = {"method": method, "k1": 2, "k2": 4}
    same(derived(net, gpu, **options), derived(net, None, **options), 1e-11)


def test_a_large_network(gpu):
    net = Network("lstm", 64, 256, 64, dtype="float64", seed=1)
    same(derived(net, gpu, batch=64, steps=50), derived(net, None, batch=64, steps=50), 1e-10)


@pytest.mark.parametrize("options", [{}, EVERYTHING], ids=["plain", "everything"])
@pytest.mark.parametrize("cell", CELLS, ids=str)
def test_learning(cell, options, gpu):
    def net():
        return Network(cell[0], 2, 4, 2, layers=2, output="softmax", seed=1, **cell[1])

    there = learnt("cupy", net=net(), **options)
    assert (there[1].backend, there[1].fault) == ("CuPy", None)
    alike(there, learnt("numpy", net=net(), **options), 1e-9)


@pytest.mark.parametrize("name", [name for name in optimisers if name != "newton"])
def test_every_optimiser(name, gpu):
    there = learnt("cupy", optimiser=name)
    assert there[1].fault is None
    alike(there, learnt("numpy", optimiser=name), 1e-9)


def test_a_trace(gpu):
    net = Network("gru", 2, 4, 2, layers=2, output="softmax", seed=1)
    x, target = np.eye(2)[[1, 0, 1, 1]], np.eye(2)[[1, 1, 0, 1]]
    there, here = (
        evaluate(model_of(net), x, target, np.ones(4), training=TrainingSpec(backend=name), looked_at=Look())
        for name in ("cupy", "numpy")
    )
    assert (there.backend, here.backend) == ("CuPy", "NumPy")
    for which in ("trace", "gradients"):
        for name, array in getattr(there, which).items():
            np.testing.assert_allclose(array, getattr(here, which)[name], rtol=1e-10, atol=1e-13)
