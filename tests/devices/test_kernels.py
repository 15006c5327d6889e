"""The kernels: how many launches a clock takes, and their text as a C compiler understands it, beside the step."""

import ctypes
import itertools
import shutil
import subprocess

import numpy as np
import pytest
from strict import Strict
from test_device_networks import KINDS, derived, same

from rnnviz import Network
from rnnviz.devices.kernels import Kernel

COMPILER = shutil.which("g++") or shutil.which("c++") or shutil.which("clang++")
# CUDA's words for a compiler that does not know them: one thread, moved by hand.
AS_C = """#include <cmath>
using std::tanh;
#define __global__
struct Index { int x; };
static Index blockIdx = {0}, blockDim = {1}, threadIdx = {0};
extern "C" void move_to(int at) { threadIdx.x = at; }
"""


def counted(kind, steps):
    """(launches of the forward pass, of the backward pass) for so many clocks."""
    strict = Strict()
    net = Network(kind[0], 2, 4, 3, output="softmax", seed=3, **kind[1]).on(strict)
    passes = net.passes(steps, 3)
    rng, counts = np.random.default_rng(1), []
    for work in (
        lambda: passes.forward(rng.standard_normal((steps, 3, 2)), None),
        lambda: passes.backward(passes.inside(np.ones((steps, 3, 3))), to_inputs=False),
    ):
        before = strict.total
        for _ in work():
            continue
        counts.append(strict.total - before)
    return counts


# Product and kernel; the reset gate before the product makes two of each; Jordan's clocks go through the readout,
# whose softmax and its derivative are several launches.
MOST = {"feedforward": (0, 0), "elman": (2, 2), "lstm": (2, 2), "gru": (2, 2), "jordan": (13, 19)}


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_clock_takes_few_launches(kind):
    (forth, back), (forth_long, back_long) = counted(kind, 10), counted(kind, 30)
    each = (forth_long - forth) / 20, (back_long - back) / 20
    most = (4, 4) if kind[1].get("reset") == "before" else MOST[kind[0]]
    assert each[0] <= most[0]
    assert each[1] <= most[1]
    assert forth_long - 30 * each[0] <= 30  # what comes once, however many clocks there are
    assert back_long - 30 * each[1] <= 40


class Compiled(Strict):
    """The strict device, with its kernels compiled from their CUDA text."""

    def __init__(self, folder):
        super().__init__()
        self.folder, self.numbers = folder, itertools.count()

    def launcher(self, kernel, dtype):
        path = self.folder / f"{kernel.name}-{next(self.numbers)}"
        path.with_suffix(".cpp").write_text(AS_C + kernel.source(dtype))
        flags = ["-O1", "-shared", "-fPIC", "-ffp-contract=off", "-Wall", "-Werror", "-Wno-unused-variable"]
        subprocess.run([COMPILER, *flags, path.with_suffix(".cpp"), "-o", path.with_suffix(".so")], check=True)
        library = ctypes.CDLL(str(path.with_suffix(".so")))
        function, known = getattr(library, kernel.name), super().launcher(kernel, dtype)

        def launch(*arrays):
            expected = [array.value.copy() for array in arrays]
            count, pointers = arrays[0].size, [ctypes.c_void_p(array.value.ctypes.data) for array in arrays]
            for at in range(count):
                library.move_to(at)
                function(ctypes.c_int(count), *pointers)
            library.move_to(count)  # the threads of the last block that have nothing to do
            function(ctypes.c_int(count), *pointers)
            inside = [array.value.copy() for array in arrays]
            for array, before in zip(arrays, expected, strict=True):
                array.value[...] = before
            known(*arrays)  # the same by NumPy, from the same text
            tolerance = 1e-14 if np.dtype(dtype) == np.float64 else 1e-6
            for array, result in zip(arrays, inside, strict=True):
                np.testing.assert_allclose(result, array.value, rtol=tolerance, atol=tolerance)
                array.value[...] = result

        return launch


@pytest.mark.skipif(COMPILER is None, reason="no C++ compiler here")
@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_the_compiled_text_gives_the_same_gradients(kind, dtype, tmp_path):
    net = Network(kind[0], 2, 3, 2, layers=2, output="softmax", dtype=dtype, seed=3, **kind[1])
    compiled = Compiled(tmp_path)
    same(derived(net, compiled), derived(net, None), 1e-12 if dtype == "float64" else 3e-6)
    assert next(compiled.numbers) >= 2


class Planted(Strict):
    """The strict device, with one number of one kernel a thousandth too large."""

    def __init__(self, name="", write=""):
        super().__init__()
        self.name_of_kernel, self.write, self.seen = name, write, set()

    def launcher(self, kernel, dtype):
        self.seen |= {(kernel.name, write) for write in kernel.writes}
        body = kernel.body
        if kernel.name == self.name_of_kernel:
            body = (*body, f"{self.write} = {self.write} * 1001 / 1000")
        return super().launcher(Kernel(kernel.name, kernel.reads, kernel.writes, body), dtype)


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_an_error_of_a_thousandth_in_any_number_of_a_kernel_is_seen(kind):
    net = Network(kind[0], 2, 4, 3, output="softmax", seed=3, **kind[1])
    here, right = derived(net, None), Planted()
    same(derived(net, right), here, 1e-12)
    assert right.seen
    for name, write in sorted(right.seen):
        with pytest.raises(AssertionError):
            same(derived(net, Planted(name, write)), here, 1e-6)


def test_maximum_keeps_what_is_not_a_number():
    kernel = Kernel("rectified", ("h",), ("h",), ("h = maximum(h, 0)",))
    assert "(a) != (a)" in kernel.source("float32")
    assert "float h = h_[at]" in kernel.source("float32")
    assert "double" not in kernel.source("float32")


def test_whole_numbers_only_so_that_single_precision_stays_single():
    from rnnviz.cells.fused import activations, gru, lstm, reset_before

    made = [value for module in (gru, reset_before) for value in vars(module).values() if isinstance(value, Kernel)]
    made += [make(flag) for make in (lstm._forth, lstm._back) for flag in (False, True)]
    made += [
        make(name)
        for make in (activations.recurrent, activations.recurrent_back, activations.alone, activations.alone_back)
        for name in ("tanh", "sigmoid", "relu", "linear")
    ]
    assert len({kernel.name for kernel in made}) == len(made)
    for kernel in made:
        assert "." not in "".join(kernel.body)
