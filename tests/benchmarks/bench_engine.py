"""How fast is a training step that keeps everything? A table of ratios against PyTorch, measured in one run.

    python tests/benchmarks/bench_engine.py                    against PyTorch, float64
    python tests/benchmarks/bench_engine.py --dtype float32    against PyTorch, float32
    python tests/benchmarks/bench_engine.py --floor            against the matrix products and tanh alone
    python tests/benchmarks/bench_engine.py --training         a whole update of `rnnviz.train`, against its gradient

Each takes about a minute, and longer with --seconds.

A step is forward, loss (mse), and backward through the whole sequence, with every parameter's gradient; no optimiser.
rnnviz keeps, for each clock, every gate, h, c and their gradients. "fused" is torch.nn.LSTM, GRU or RNN with a Linear
readout, which keeps none of those; "loop" is a cell written out step by step with retain_grad on h, c and the gates'
pre-activations, which keeps the same. The three take turns, one thread each; the ratio is of the medians, above 1
where rnnviz is faster. What is in the floor stands in floor.py.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np
from floor import floor_step
from threadpoolctl import threadpool_limits

from rnnviz import Network
from rnnviz.engine.training import Trainer
from rnnviz.network.losses import loss_name
from rnnviz.network.network import finish
from rnnviz.network.spec import TrainingSpec
from rnnviz.tasks.base import tasks

SIZES = (
    (2, 3, 2, 10, 1),
    (8, 16, 8, 50, 1),
    (8, 32, 8, 100, 1),
    (8, 32, 8, 100, 32),
    (32, 128, 32, 100, 32),
    (64, 256, 64, 100, 64),
)
Step = Callable[[], Any]


def our_step(net: Network, x: np.ndarray, target: np.ndarray) -> Step:
    passes = net.passes(*x.shape[:2])

    def step() -> float:
        return finish(net.derive(passes, x, target, "mse")).loss

    return step


def fused_step(torch: ModuleType, net: Network, x: np.ndarray, target: np.ndarray) -> Step:
    spec = net.spec
    kind = {"elman": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}[spec.cell]
    dtype = getattr(torch, spec.dtype)
    layer = kind(spec.inputs, spec.hidden, dtype=dtype)
    readout = torch.nn.Linear(spec.hidden, spec.outputs, dtype=dtype)
    load(torch, net, layer, readout)
    tx, ty = torch.tensor(x), torch.tensor(target)
    parameters = [*layer.parameters(), *readout.parameters()]

    def step() -> float:
        for parameter in parameters:
            parameter.grad = None
        h, _ = layer(tx)
        loss = ((readout(h) - ty) ** 2).mean()
        loss.backward()
        return loss.item()

    return step


def load(torch: ModuleType, net: Network, layer: Any, readout: Any) -> None:
    with torch.no_grad():
        for name, array in net.parameters.items():
            owner, _, own = name.rpartition(".")
            getattr(readout if owner else layer, own).copy_(torch.tensor(array))


def loop_step(torch: ModuleType, net: Network, x: np.ndarray, target: np.ndarray) -> Step:
    """The textbook equations clock by clock, with retain_grad on everything that rnnviz keeps."""
    spec = net.spec
    p = {name: torch.tensor(array, requires_grad=True) for name, array in net.parameters.items()}
    w, u, b, d = (p[name] for name in ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"))
    linear = torch.nn.functional.linear
    tx, ty = torch.tensor(x), torch.tensor(target)

    def keep(*tensors: Any) -> None:
        for tensor in tensors:
            tensor.retain_grad()

    def elman(x_t: Any, h: Any, c: Any) -> tuple[Any, Any]:
        a = linear(x_t, w, b) + linear(h, u, d)
        h = torch.tanh(a)
        keep(a, h)
        return h, c

    def lstm(x_t: Any, h: Any, c: Any) -> tuple[Any, Any]:
        a = linear(x_t, w, b) + linear(h, u, d)
        i, f, g, o = a.chunk(4, 1)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        h = torch.sigmoid(o) * torch.tanh(c)
        keep(a, c, h)
        return h, c

    def gru(x_t: Any, h: Any, c: Any) -> tuple[Any, Any]:
        r_x, z_x, n_x = linear(x_t, w, b).chunk(3, 1)
        r_h, z_h, n_h = linear(h, u, d).chunk(3, 1)
        r, z = r_x + r_h, z_x + z_h
        n = n_x + torch.sigmoid(r) * n_h
        z_gate = torch.sigmoid(z)
        h = (1 - z_gate) * torch.tanh(n) + z_gate * h
        keep(r, z, n, h)
        return h, c

    cell = {"elman": elman, "lstm": lstm, "gru": gru}[spec.cell]
    zeros = torch.zeros(x.shape[1], spec.hidden, dtype=tx.dtype)

    def step() -> float:
        for parameter in p.values():
            parameter.grad = None
        h = c = zeros
        outputs = []
        for x_t in tx:
            h, c = cell(x_t, h, c)
            outputs.append(h)
        s = linear(torch.stack(outputs), p["readout.weight"], p["readout.bias"])
        loss = ((s - ty) ** 2).mean()
        loss.backward()
        return loss.item()

    return step


def medians(steps: list[Step], seconds: float) -> list[float]:
    """Seconds a step. The steps take turns, some hundredths of a second each, so that a busy machine disturbs all
    alike. Each turn begins with a step that does not count, so that all others find the caches as they left them, as
    they do while they train."""
    for step in steps:
        step()
    times: list[list[float]] = [[] for _ in steps]
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times[0]) < 5:
        for step, taken in zip(steps, times, strict=True):
            step()
            count, start = 0, time.perf_counter()
            while (now := time.perf_counter()) - start < 0.02 or count == 0:
                step()
                count += 1
            taken.append((now - start) / count)
    return [statistics.median(taken) for taken in times]


def data(net: Network, steps: int, batch: int) -> tuple[np.ndarray, np.ndarray]:
    rng, spec = np.random.default_rng(0), net.spec
    x, target = rng.standard_normal((steps, batch, spec.inputs)), rng.standard_normal((steps, batch, spec.outputs))
    return x.astype(spec.dtype), target.astype(spec.dtype)


def floor_table(cells: list[str], dtype: str, seconds: float) -> None:
    print("| cell | D, H, O, T, B | rnnviz ms | floor ms | rnnviz / floor |")
    print("|---|---|---:|---:|---:|")
    for cell in cells:
        for size in SIZES:
            D, H, O, T, B = size  # noqa: E741
            net = Network(cell, inputs=D, hidden=H, outputs=O, output="linear", dtype=dtype, seed=1)
            ours, floor = medians([our_step(net, *data(net, T, B)), floor_step(cell, size, dtype)], seconds)
            sizes = ", ".join(map(str, size))
            print(f"| {cell} | {sizes} | {1000 * ours:.3f} | {1000 * floor:.3f} | {ours / floor:.2f} |", flush=True)


def training_table(cells: list[str], dtype: str, seconds: float) -> None:
    """The same batch drawn once, so that the task's own work is in neither."""
    print("| cell | H, T, B | update ms | gradient ms | update / gradient |")
    print("|---|---|---:|---:|---:|")
    for cell in cells:
        for H, T, B in ((3, 10, 1), (3, 10, 32), (16, 50, 32), (64, 100, 32)):
            task = tasks["echo"](length=T)
            net = Network(
                cell, inputs=task.inputs, hidden=H, outputs=task.outputs, output=task.readout, dtype=dtype, seed=1
            )
            trainer = Trainer(net, task, TrainingSpec(batch=B, training_set=B, backend="numpy"), 0)
            updates = trainer.learn()
            batch = task.sample(np.random.default_rng(0), B)
            passes, twin, loss = net.passes(*batch.x.shape[:2]), net.copy(), loss_name(None, task.readout)

            def update(updates: Any = updates) -> None:
                while not next(updates):
                    continue

            def gradient(net: Network = twin, passes: Any = passes, batch: Any = batch, loss: str = loss) -> None:
                finish(net.derive(passes, batch.x, batch.target, loss, None, batch.mask))

            whole, alone = medians([update, gradient], seconds)
            print(
                f"| {cell} | {H}, {T}, {B} | {1000 * whole:.3f} | {1000 * alone:.3f} | {whole / alone:.2f} |",
                flush=True,
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dtype", choices=("float64", "float32"), default="float64")
    parser.add_argument("--seconds", type=float, default=1.5, help="for each row of the table")
    parser.add_argument("--cells", nargs="+", default=["lstm", "gru", "elman"])
    parser.add_argument("--floor", action="store_true", help="against the matrix products and tanh alone")
    parser.add_argument("--training", action="store_true", help="a whole update against its gradient")
    options = parser.parse_args()
    if options.floor or options.training:
        print(f"NumPy {np.__version__}, {options.dtype}, one thread\n")
        with threadpool_limits(1), np.errstate(all="ignore"):
            table = floor_table if options.floor else training_table
            table(options.cells, options.dtype, options.seconds)
        return
    torch: ModuleType | None
    try:
        import torch
    except ImportError:
        torch = None
        print("PyTorch is not installed: only the times of rnnviz.\n")
    else:
        torch.set_num_threads(1)
        print(f"PyTorch {torch.__version__}, NumPy {np.__version__}, {options.dtype}, one thread each\n")
    print("| cell | D, H, O, T, B | rnnviz ms | fused ms | loop ms | fused / rnnviz | loop / rnnviz |")
    print("|---|---|---:|---:|---:|---:|---:|")
    with threadpool_limits(1):
        for cell in options.cells:
            for D, H, O, T, B in SIZES:  # noqa: E741
                net = Network(cell, inputs=D, hidden=H, outputs=O, dtype=options.dtype, seed=1)
                x, target = data(net, T, B)
                steps = [our_step(net, x, target)]
                if torch is not None:
                    steps += [make(torch, net, x, target) for make in (fused_step, loop_step)]
                    losses = [step() for step in steps]
                    if not np.allclose(losses, losses[0], rtol=1e-4):
                        raise SystemExit(f"the three do not compute the same: {losses}")
                ms = [1000 * t for t in medians(steps, options.seconds)]
                size = f"{D}, {H}, {O}, {T}, {B}"
                if len(ms) == 1:
                    print(f"| {cell} | {size} | {ms[0]:.3f} | | | | |", flush=True)
                else:
                    ratios = f"{ms[1] / ms[0]:.2f} | {ms[2] / ms[0]:.1f}"
                    print(f"| {cell} | {size} | {ms[0]:.3f} | {ms[1]:.3f} | {ms[2]:.3f} | {ratios} |", flush=True)


if __name__ == "__main__":
    main()
