"""The border between this machine's memory and a device's; which of them is chosen; what the double refuses."""

import sys
import threading
import time
import types

import numpy as np
import pytest
from strict import Strict

import rnnviz
from rnnviz.devices import cupy
from rnnviz.devices.base import WORTH, beside, choose, devices, host, is_here
from rnnviz.errors import InputError
from rnnviz.network.network import Network
from rnnviz.network.spec import TrainingSpec


def test_the_double_is_as_strict_as_cupy(device):
    a, b = device.array(np.ones((2, 3))), np.ones((2, 3))
    refused = [
        lambda: np.asarray(a),
        lambda: np.array(a),
        lambda: a + b,
        lambda: b + a,
        lambda: np.add(a, a, b),
        lambda: np.add(a, a, where=a > 0),
        lambda: np.dot(a, b.T),
        lambda: np.concatenate([a, b]),
        lambda: np.where(b > 0, a, 0),
        lambda: np.einsum("ij->i", a, out=device.array(np.ones(2))),
        lambda: np.add.at(a, 0, a),
        lambda: np.add.reduceat(a, [0]),
        lambda: np.lexsort((a, a)),
        lambda: np.ascontiguousarray(a),
        lambda: a.__setitem__(0, b[0]),
        lambda: b.__setitem__(0, a[0]),
    ]
    for attempt in refused:
        with pytest.raises(TypeError):
            attempt()
    with pytest.raises(ValueError, match="C-contiguous"):
        np.dot(a, a.T, device.array(np.ones((2, 2))).T)


def test_the_border(device):
    here = np.arange(3.0)
    there = beside(here, device.array(np.zeros(0)))
    assert is_here(here)
    assert not is_here(there)
    assert beside(here, here) is here
    assert beside(there, there) is there
    assert host(here) is here
    np.testing.assert_array_equal(host(there), here)
    assert host(there).base is None


def test_a_network_on_a_device_is_a_copy(device):
    net = Network(seed=1)
    there = net.on(device)
    assert net.on(None) is net
    assert isinstance(net.vector, np.ndarray)
    there.vector[...] = 0
    assert net.vector.any()
    twin = there.copy()
    twin.vector[...] = 1
    assert not host(there.vector).any()
    assert host(twin.parameters["readout.bias"]).all()


def test_auto_asks_a_device_for_large_networks_only(monkeypatch):
    asked = []

    class Asked(Strict):
        def problem(self):
            asked.append(1)
            return super().problem()

    devices["cupy"]
    monkeypatch.setitem(devices._items, "cupy", strict := Asked())
    assert choose("auto", WORTH - 1) is None
    assert not asked
    assert choose("auto", WORTH) is strict
    assert choose("numpy", 10 * WORTH) is None
    assert choose("cupy", 1) is strict
    monkeypatch.setitem(devices._items, "cupy", Strict(problem=InputError("no GPU")))
    assert choose("auto", WORTH) is None
    with pytest.raises(InputError, match="no GPU"):
        choose("cupy", 1)


def fake_cupy(monkeypatch, ones):
    made = types.ModuleType("cupy")
    made.ones = ones
    monkeypatch.setitem(sys.modules, "cupy", made)
    cupy._problem.cache_clear()


@pytest.fixture(autouse=True)
def forget():
    yield
    cupy._problem.cache_clear()


def test_without_cupy_one_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "cupy", None)
    cupy._problem.cache_clear()
    net = Network(seed=1)
    before = net.vector.copy()
    with pytest.raises(InputError, match=r"needs CuPy, which is not installed: .*rnnviz\[gpu\]"):
        rnnviz.train(net, updates=1, backend="cupy")
    np.testing.assert_array_equal(net.vector, before)
    assert rnnviz.train(net, updates=1, backend="auto").backend == "NumPy"


def test_a_gpu_that_cannot_allocate_is_said_with_its_reason(monkeypatch):
    def refuse(shape):
        raise MemoryError("cudaErrorNoDevice: no CUDA-capable device is detected\nand more")

    fake_cupy(monkeypatch, refuse)
    problem = devices["cupy"].problem()
    assert "(cudaErrorNoDevice: no CUDA-capable device is detected)" in str(problem)
    assert devices["cupy"].problem() is problem


def test_a_gpu_that_multiplies_wrongly_is_none(monkeypatch):
    fake_cupy(monkeypatch, np.zeros)
    assert "finds no NVIDIA GPU that works" in str(devices["cupy"].problem())


def test_a_gpu_that_hangs_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(cupy, "SECONDS", 0.05)
    awake = threading.Event()
    fake_cupy(monkeypatch, lambda shape: awake.wait(30))
    start = time.monotonic()
    assert "did not answer within 0.05 seconds" in str(devices["cupy"].problem())
    assert time.monotonic() - start < 20
    awake.set()


def test_a_gpu_that_answers_has_no_problem(monkeypatch):
    fake_cupy(monkeypatch, np.ones)
    assert devices["cupy"].problem() is None


def test_only_known_backends():
    with pytest.raises(InputError, match="auto, numpy, cupy"):
        TrainingSpec(backend="fake")
