"""What a longer sequence costs: time and memory of full BPTT, with every gate and gradient, are proportional to T.

Werbos, P. J. (1990). Backpropagation through time: what it does and how to do it. Proceedings of the IEEE 78(10),
doi:10.1109/5.58337. What must be kept of each clock is stated in `rnnviz.network.room`, for a cell of H units with D
inputs and O outputs; here it is held against what the interpreter says was taken.
"""

import time
import tracemalloc
from typing import final

import numpy as np

from rnnviz.engine.blas import one_thread
from rnnviz.experiments.base import Chart, Curve, Experiment, Floats, Report, experiments
from rnnviz.network.network import Network, finish
from rnnviz.network.room import needed, per_clock
from rnnviz.words import QT_TRANSLATE_NOOP

CELLS = ("lstm", "gru", "elman")
INPUTS, HIDDEN, OUTPUTS, BATCH = 4, 16, 4, 1


def step_cost(cell: str, steps: int, seed: int, repetitions: int) -> tuple[float, int]:
    """(seconds of the processor, bytes) that a forward and a backward pass over T clocks take: the fastest of some, and
    the most at a time."""
    net = Network(cell, inputs=INPUTS, hidden=HIDDEN, outputs=OUTPUTS, output="linear", seed=seed)
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((steps, BATCH, INPUTS))
    target = rng.standard_normal((steps, BATCH, OUTPUTS))
    tracemalloc.start()
    try:
        finish(net.derive(net.passes(steps, BATCH), x, target, "mse"))
        taken = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    passes, took = net.passes(steps, BATCH), []
    for _ in range(repetitions + 1):  # the first finds nothing in the cache
        start = time.process_time()
        finish(net.derive(passes, x, target, "mse"))
        took.append(time.process_time() - start)
    return min(took), taken


def line_through(steps: Floats, seconds: Floats) -> tuple[float, float]:
    """(a, b) of the line a + b T from which the measured times differ least, each in proportion to itself."""
    scaled = np.stack([1 / seconds, steps / seconds], axis=1)
    (a, b), *_ = np.linalg.lstsq(scaled, np.ones_like(seconds))
    return float(a), float(b)


@final
class Growth(Experiment):
    name = "growth"
    title = QT_TRANSLATE_NOOP("experiments", "How time and memory grow")
    claim = QT_TRANSLATE_NOOP(
        "experiments",
        "The time of a training step is proportional to the length T of the sequence, and so is its memory.",
    )
    source = "Werbos 1990"

    def run(self, quick: bool = False, seed: int = 0) -> Report:
        lengths = [1200, 2400, 4800] if quick else [2000, 5000, 10_000, 20_000, 50_000, 100_000]
        at = np.array(lengths, dtype=float)
        rows: list[tuple[str | float, ...]] = []
        times: list[Curve] = []
        sizes: list[Curve] = []
        for cell in CELLS:
            spec = Network(cell, inputs=INPUTS, hidden=HIDDEN, outputs=OUTPUTS, output="linear").spec
            with one_thread(), np.errstate(all="ignore"):
                costs = [step_cost(cell, steps, seed, 2 if quick else 3) for steps in lengths]
            seconds, taken = np.array([cost[0] for cost in costs]), np.array([float(cost[1]) for cost in costs])
            a, b = line_through(at, seconds)
            line = a + b * at
            stated = np.array([needed(spec, steps, BATCH) for steps in lengths])
            rows += [
                (
                    f"{cell}, T = {n}",
                    seconds[k],
                    percent(seconds[k], line[k]),
                    taken[k] / n,
                    percent(taken[k], stated[k]),
                )
                for k, n in enumerate(lengths)
            ]
            each = float(np.diff(taken)[-1] / np.diff(at)[-1])
            clock = per_clock(spec) * BATCH
            rows.append(
                (QT_TRANSLATE_NOOP("experiments", "the fit, for each clock"), b, "", each, percent(each, clock))
            )
            times += [Curve(cell, at, seconds, style="points"), Curve("", at, line, style="beside")]
            sizes += [Curve(cell, at, taken, style="points"), Curve("", at, stated, style="beside")]
        clocks = QT_TRANSLATE_NOOP("experiments", "clocks T")
        per_step = QT_TRANSLATE_NOOP("experiments", "seconds a step")
        memory = QT_TRANSLATE_NOOP("experiments", "bytes a step")
        charts = tuple(
            Chart(title, clocks, title, tuple(curves), log_x=True, heading=heading)
            for title, curves, heading in (
                (per_step, times, QT_TRANSLATE_NOOP("experiments", "dashed: a + b T")),
                (memory, sizes, QT_TRANSLATE_NOOP("experiments", "dashed: the estimate")),
            )
        )
        columns = (
            clocks,
            QT_TRANSLATE_NOOP("experiments", "seconds"),
            QT_TRANSLATE_NOOP("experiments", "off the line"),
            QT_TRANSLATE_NOOP("experiments", "bytes a clock"),
            QT_TRANSLATE_NOOP("experiments", "off the estimate"),
        )
        return Report(columns, tuple(rows), charts)


def percent(measured: float, expected: float) -> str:
    """How far from it: “+1.2 %”."""
    return f"{100 * (measured / expected - 1):+.1f} %"


experiments.add(Growth.name, Growth())
