"""A damped Newton step from the exact Hessian: d = -(H + (m + s) I)^-1 g, w <- w + rate * d.

s lifts the lowest eigenvalue of H to 0 where the loss bends downwards, so that every step goes down. The damping m
adapts to how well the parabola foretold the loss: it shrinks when the forecast was good, grows when it was bad, and a
step that would raise the loss is taken back. For small networks only: the Hessian has N^2 numbers.

Levenberg, K. (1944). A method for the solution of certain non-linear problems in least squares. Quarterly of Applied
Mathematics 2(2). Marquardt, D. (1963). An algorithm for least-squares estimation of nonlinear parameters. Journal of
the SIAM 11(2). Moré, J. and Sorensen, D. (1983). Computing a trust region step. SIAM J. Sci. Stat. Comput. 4(3), for s.
"""

from dataclasses import dataclass
from typing import final

import numpy as np

from rnnviz.errors import InputError
from rnnviz.network.optimisers.base import Array, Memory, Optimiser, optimisers
from rnnviz.options import option
from rnnviz.words import QT_TRANSLATE_NOOP

MOST_PARAMETERS = 300
_LEAST, _MOST = 1e-10, 1e10  # damping; beyond these nothing changes that a number can show


@final
@dataclass(frozen=True)
class Newton(Optimiser):
    """`update` wants memory["hessian"] (N, N) of the very loss that the gradient is of; `judge` ends each update."""

    name = "newton"
    source = "Levenberg 1944; Marquardt 1963"
    place = 9
    usual_rate = 1.0

    damping: float = option(
        0.01,
        QT_TRANSLATE_NOOP("options", "Damping"),
        QT_TRANSLATE_NOOP("options", "Where the damping begins; it adapts: the larger, the shorter the step"),
        above=0.0,
        maximum=1e6,
    )

    def begin(self, weights: Array) -> Memory:
        """Errors: InputError for more than 300 parameters."""
        if len(weights) > MOST_PARAMETERS:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Newton needs the whole Hessian and takes at most {most} parameters; this network has {count}: "
                    "take fewer hidden units, or another optimiser.",
                ),
                most=MOST_PARAMETERS,
                count=len(weights),
            )
        return {
            "damping": np.array(self.damping),
            "hessian": np.zeros((len(weights), len(weights))),
            "before": weights.copy(),
            "foretold": np.array(0.0),
        }

    def update(self, weights: Array, gradient: Array, rate: float, memory: Memory, count: int) -> None:
        memory["before"][...] = weights
        bends, ways = np.linalg.eigh(memory["hessian"])
        along = ways.T @ gradient
        lifted = bends - min(float(bends[0]), 0.0) + memory["damping"]
        step = -rate * along / lifted
        memory["foretold"][...] = -(along @ step + 0.5 * (bends * step) @ step)
        weights += ways @ step

    def judge(self, weights: Array, before: float, after: float, memory: Memory) -> None:
        """The loss on the same batch before and after the step: keep it or take it back, and adapt the damping."""
        damping, foretold = memory["damping"], float(memory["foretold"])
        if not after <= before:
            weights[...] = memory["before"]
            damping *= 4
        elif before - after > 0.75 * foretold:
            damping /= 3
        elif before - after < 0.25 * foretold:
            damping *= 2
        np.clip(damping, _LEAST, _MOST, out=damping)


optimisers.add(Newton.name, Newton)
