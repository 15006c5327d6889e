"""What RTRL costs: its multiplications a clock grow with the fourth power of the units, BPTT's with the second.

Williams, R. and Zipser, D. (1995). Gradient-based learning algorithms for recurrent networks and their computational
complexity. In: Back-propagation: theory, architectures and applications.
"""

import time
from typing import final

import numpy as np

from rnnviz.engine.blas import one_thread
from rnnviz.experiments.base import Chart, Curve, Experiment, Report, experiments
from rnnviz.gradients.base import make_method
from rnnviz.network.network import Network, finish
from rnnviz.network.spec import TrainingSpec
from rnnviz.words import QT_TRANSLATE_NOOP

CLOCKS = 4


def multiplications(method: str, hidden: int) -> float:
    """A clock's, of an Elman network with one input: RTRL's product of the Jacobian (H, H) with the sensitivities
    (H, H * (H + 2)); BPTT's products of U with dL/da, and of dL/da with what entered."""
    width = hidden + 2
    return float(hidden * hidden * hidden * width if method == "rtrl" else hidden * hidden + hidden * width)


def seconds(method: str, hidden: int, repetitions: int) -> float:
    """The fastest of some runs of forward pass and gradient, for each clock."""
    net = Network("elman", inputs=1, hidden=hidden, outputs=1)
    rng = np.random.default_rng(0)
    x, target = rng.standard_normal((2, CLOCKS, 1, 1))
    passes, made = net.passes(CLOCKS, 1), make_method(TrainingSpec(gradient=method))
    took = []
    with one_thread():
        for _ in range(repetitions):
            start = time.perf_counter()
            finish(made.derive(net, passes, x, target, "mse"))
            took.append((time.perf_counter() - start) / CLOCKS)
    return min(took)


def slope(x: list[int], y: list[float]) -> float:
    """The exponent between the last two points."""
    return float(np.log(y[-1] / y[-2]) / np.log(x[-1] / x[-2]))


@final
class RTRLCost(Experiment):
    name = "rtrl-cost"
    title = QT_TRANSLATE_NOOP("experiments", "What RTRL costs")
    claim = QT_TRANSLATE_NOOP(
        "experiments", "RTRL needs O(H^4) multiplications a clock and O(H^3) numbers, BPTT O(H^2) and all clocks."
    )
    source = "Williams and Zipser 1995"

    def run(self, quick: bool = False, seed: int = 0) -> Report:
        sizes = [4, 8, 16] if quick else [8, 16, 32, 64, 128, 256]
        repetitions = 2 if quick else 3
        counted = {m: [multiplications(m, h) for h in sizes] for m in ("rtrl", "bptt")}
        took = {m: [seconds(m, h, repetitions) for h in sizes] for m in ("rtrl", "bptt")}
        rows: list[tuple[str | float, ...]] = [
            (f"{h}", *(values[k] for m in ("rtrl", "bptt") for values in (counted[m], took[m])))
            for k, h in enumerate(sizes)
        ]
        exponents = [slope(sizes, values[m]) for m in ("rtrl", "bptt") for values in (counted, took)]
        rows.append((QT_TRANSLATE_NOOP("experiments", "last exponent"), *exponents))
        units = QT_TRANSLATE_NOOP("experiments", "hidden units H")
        at = np.array(sizes, dtype=float)
        charts = tuple(
            Chart(
                title,
                units,
                title,
                (
                    Curve("RTRL", at, np.array(values["rtrl"]), style="points"),
                    Curve("BPTT", at, np.array(values["bptt"]), style="points"),
                    Curve("H⁴", at, values["rtrl"][-1] * (at / at[-1]) ** 4, style="theory"),
                ),
                log_x=True,
            )
            for title, values in (
                (QT_TRANSLATE_NOOP("experiments", "multiplications a clock"), counted),
                (QT_TRANSLATE_NOOP("experiments", "seconds a clock"), took),
            )
        )
        columns = (
            units,
            QT_TRANSLATE_NOOP("experiments", "RTRL, multiplications"),
            QT_TRANSLATE_NOOP("experiments", "RTRL, seconds"),
            QT_TRANSLATE_NOOP("experiments", "BPTT, multiplications"),
            QT_TRANSLATE_NOOP("experiments", "BPTT, seconds"),
        )
        return Report(columns, tuple(rows), charts)


experiments.add(RTRLCost.name, RTRLCost())
