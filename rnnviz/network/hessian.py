"""The exact Hessian of the loss: the complex step along each parameter, through the network's own gradient.

Im g(w + i e u_k) / e is column k to all digits: nothing is subtracted, so e may be so small that its square is lost in
the rounding (Squire, W. and Trapp, G. (1998). Using complex variables to estimate derivatives of real functions. SIAM
Review 40(1)). The scans and the readout run as they are, on complex arrays.
"""

from collections.abc import Generator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.network.dropout import Masks, silences_memory
from rnnviz.network.losses import loss_and_gradient
from rnnviz.network.network import Network
from rnnviz.network.parameters import shapes, views
from rnnviz.network.passes import Passes
from rnnviz.network.scenario import counted

Array = NDArray[Any]
_TINY = 1e-30


def hessian(
    network: Network, x: Array, target: Array, mask: Array, loss: str, masks: Masks | None = None
) -> Generator[None, None, Array]:
    """d2L/dw2 (N, N) over all parameters, in the order of `network.vector`, in pieces.

    x (T, B, D), target (T, B, O), mask (T, B): as in `Network.gradients`; loss by its name. masks: the dropout.
    """
    spec = network.spec
    weights = network.vector.astype(np.complex128)
    steps, batch = x.shape[:2]
    named = views(shapes(spec, network.cell), weights)
    apart = silences_memory(masks)
    passes = Passes(spec, network.cell, named, steps, batch, dtype=np.complex128, apart=apart)
    passes.silence(masks)
    wanted, counts = passes.inside(target), passes.inside(counted(spec, mask)[..., None])
    result = np.empty((len(weights), len(weights)))
    for k in range(len(weights)):
        weights[k] += 1j * _TINY
        yield from passes.forward(x, None)
        _, d_logits = loss_and_gradient(loss, spec.output, passes.logits, passes.output, wanted, counts)
        yield from passes.backward(d_logits, to_inputs=False)
        weights[k] = weights[k].real
        result[:, k] = passes.vector.imag / _TINY
    return (result + result.T) / 2
