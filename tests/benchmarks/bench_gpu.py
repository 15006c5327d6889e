"""How fast is a training step that keeps everything on a GPU? A table of ratios against cuDNN, measured in one run.

    python tests/benchmarks/bench_gpu.py [--dtype float64] [--seconds 3]

A step is forward, loss (mse), and backward through the whole sequence, with every parameter's gradient; no optimiser.
rnnviz keeps, for each clock, every gate, h, c and their gradients. "cuDNN" is PyTorch's nn.LSTM, GRU or RNN with a
Linear readout on the same GPU, without TF32, which keeps none of those. The two take turns, and each ends with the loss
on the host; the ratio is of the medians, above 1 where rnnviz is faster. "NumPy" is rnnviz on the CPU, one thread.

Then the smallest batch from which the GPU is faster than NumPy, for networks of several sizes: what
`rnnviz.devices.base.WORTH` assumes.

Needs CuPy (pip install 'rnnviz[gpu]') and a PyTorch with CUDA. Without a GPU it says so, and that is all.
"""

import argparse
from types import ModuleType
from typing import Any

import numpy as np
from bench_engine import Step, load, medians, our_step
from threadpoolctl import threadpool_limits

from rnnviz import Network
from rnnviz.devices.base import WORTH, Device, devices, host
from rnnviz.network.network import finish

SIZES = ((64, 512, 64, 100, 256), (256, 1024, 256, 200, 256))
CELLS = ("lstm", "gru", "elman")


def problem(D: int, H: int, O: int, T: int, B: int, cell: str, dtype: str) -> tuple[Any, ...]:  # noqa: E741
    net, rng = Network(cell, inputs=D, hidden=H, outputs=O, dtype=dtype, seed=1), np.random.default_rng(0)
    return net, rng.standard_normal((T, B, D)).astype(dtype), rng.standard_normal((T, B, O)).astype(dtype)


def device_step(device: Device, net: Network, x: np.ndarray, target: np.ndarray) -> Step:
    """As `our_step`, from data that lies on the GPU already, as PyTorch's does. A number of the gradient comes back to
    this machine, so that all that was launched is done."""
    there, tx, ty = net.on(device), device.array(x), device.array(target)
    passes = there.passes(*x.shape[:2])

    def step() -> float:
        grads = finish(there.derive(passes, tx, ty, "mse"))
        host(grads.vector[:1])
        return grads.loss

    return step


def cudnn_step(torch: ModuleType, net: Network, x: np.ndarray, target: np.ndarray) -> Step:
    spec = net.spec
    kind = {"elman": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}[spec.cell]
    dtype = getattr(torch, spec.dtype)
    layer = kind(spec.inputs, spec.hidden, dtype=dtype)
    readout = torch.nn.Linear(spec.hidden, spec.outputs, dtype=dtype)
    load(torch, net, layer, readout)
    layer, readout = layer.cuda(), readout.cuda()
    tx, ty = torch.tensor(x).cuda(), torch.tensor(target).cuda()
    parameters = [*layer.parameters(), *readout.parameters()]

    def step() -> float:
        for parameter in parameters:
            parameter.grad = None
        h, _ = layer(tx)
        loss = ((readout(h) - ty) ** 2).mean()
        loss.backward()
        torch.cuda.synchronize()
        return loss.item()

    return step


def against_cudnn(torch: ModuleType, device: Device, dtype: str, seconds: float) -> None:
    print("| cell | D, H, O, T, B | rnnviz ms | cuDNN ms | cuDNN / rnnviz |")
    print("|---|---|---:|---:|---:|")
    for cell in CELLS:
        for size in SIZES:
            net, x, target = problem(*size, cell, dtype)
            steps = [device_step(device, net, x, target), cudnn_step(torch, net, x, target)]
            losses = [step() for step in steps]
            if not np.allclose(losses, losses[0], rtol=1e-4):
                raise SystemExit(f"the two do not compute the same: {losses}")
            ours, theirs = (1000 * t for t in medians(steps, seconds))
            print(
                f"| {cell} | {', '.join(map(str, size))} | {ours:.2f} | {theirs:.2f} | {theirs / ours:.2f} |",
                flush=True,
            )


def against_numpy(device: Device, dtype: str, seconds: float) -> None:
    print(f"\nAssumed to be worth it from {WORTH:,} multiplications a clock.\n")
    print("| D, H, O, T, B | multiplications a clock | NumPy ms | GPU ms | NumPy / GPU |")
    print("|---|---:|---:|---:|---:|")
    for hidden in (32, 128, 512):
        for batch in (1, 8, 64, 256):
            size = (hidden, hidden, hidden, 50, batch)
            net, x, target = problem(*size, "lstm", dtype)
            with threadpool_limits(1):
                here, there = medians([our_step(net, x, target), device_step(device, net, x, target)], seconds / 2)
            row = (
                f"| {', '.join(map(str, size))} | {net.vector.size * batch:,} | {1000 * here:.2f} | {1000 * there:.2f}"
            )
            print(f"{row} | {here / there:.2f} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dtype", choices=("float64", "float32"), default="float32")
    parser.add_argument("--seconds", type=float, default=3.0, help="for each row of the tables")
    options = parser.parse_args()
    device = devices["cupy"]
    missing = device.problem()
    if missing is not None:
        print(f"Nothing measured. {missing}")
        return
    print(f"{device.describe()}, NumPy {np.__version__}, {options.dtype}")
    try:
        import torch
    except ImportError:
        print("\nPyTorch is not installed: nothing to compare with cuDNN.")
    else:
        if torch.cuda.is_available():
            torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False
            print(f"PyTorch {torch.__version__}, cuDNN {torch.backends.cudnn.version()}\n")
            against_cudnn(torch, device, options.dtype, options.seconds)
        else:
            print("\nThis PyTorch has no CUDA: nothing to compare with cuDNN.")
    against_numpy(device, options.dtype, options.seconds)


if __name__ == "__main__":
    main()
