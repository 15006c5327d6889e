"""The two passes where a clock reads the answer of the clock before: in its memory (Jordan) or as its input.

Then no layer can run ahead of the readout: every clock goes through all layers and the readout before the next one
begins, and back the same way. The arrays are those of `Passes`, so that whatever reads them finds everything there.
"""

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.network import readout
from rnnviz.network.scenario import has_x, reads_back

if TYPE_CHECKING:
    from rnnviz.network.passes import Passes

Array = NDArray[Any]
_CLOCKS = 64  # at most, without a pause


def forward(passes: "Passes", x: Array) -> Generator[None, None, None]:
    """x inside, (T, D[, B]); the tapes have begun. Fills `h`, `logits`, `output`."""
    spec, cell, steps = passes.spec, passes.cell, passes.steps
    tapes = [tape for (tape,) in passes.tapes]
    weight, bias = passes.named["readout.weight"], passes.named["readout.bias"]
    back, jordan, pause = reads_back(spec, steps), cell.memory == "S", min(_CLOCKS, passes.slices[0][1])
    tapes[0].x[...] = passes.thinned(0, x)
    for tape in tapes:
        if jordan and tape.mask is not None:
            tape.inputs[0, : spec.outputs] *= tape.mask
    tapes[0].x[~has_x(spec, steps)] = 0
    passes.h = tapes[-1].values["h"]
    passes.output = np.empty_like(passes.logits)
    for t in range(steps):
        if back[t]:
            tapes[0].x[t] = passes.thinned(0, passes.output[t - 1])
        for layer, tape in enumerate(tapes):
            if layer:
                tape.x[t] = passes.thinned(layer, tapes[layer - 1].values["h"][t])
            if tape.mask is not None and not jordan:
                tape.thin(t)
            cell.scan(tape, t, t + 1)
            cell.put(tape, t)
        now = slice(t, t + 1)
        readout.logits(weight, bias, passes.h[now], passes.logits[now])
        passes.output[now] = readout.respond(spec.output, passes.logits[now])
        if t in passes.held_answers:
            units, values = passes.held_answers[t]
            passes.output[t][units] = np.reshape(values, (-1,) + (1,) * (passes.output.ndim - 2))
        if jordan:
            for tape in tapes:
                tape.inputs[t + 1, : spec.outputs] = (
                    passes.output[t] if tape.mask is None else tape.mask * passes.output[t]
                )
        if t % pause == pause - 1:
            yield


def backward(passes: "Passes", d_logits: Array, *, to_inputs: bool) -> Generator[None, None, None]:
    """d_logits (T, O[, B]): from the loss alone; `Passes.d_logits` becomes the total. Fills `gradients` and `d_x`."""
    passes.d_logits, d_x = d_logits.copy(), np.zeros_like(passes.tapes[0][0].x)
    yield from window(passes, 0, passes.steps, d_x, to_inputs=to_inputs)
    finish(passes, d_x if to_inputs else None)


def window(passes: "Passes", first: int, last: int, d_x: Array, *, to_inputs: bool) -> Generator[None, None, None]:
    """Clocks [first, last) backwards, with what comes before them held fixed and without what comes after them.

    `Passes.d_logits` (T, O[, B]) holds there what comes from the loss alone and becomes the total. Fills d_x
    (T, D[, B]) and the tapes' gradients at these clocks, and adds to their `d_packed`; those of the window with the
    last clock replace it.
    """
    spec, cell, steps, total = passes.spec, passes.cell, passes.steps, passes.d_logits
    tapes, weights = [tape for (tape,) in passes.tapes], [params for (params,) in passes.weights]
    weight = passes.named["readout.weight"]
    back, jordan, pause = reads_back(spec, steps), cell.memory == "S", min(_CLOCKS, passes.slices[0][1])
    for tape in tapes:
        tape.d_h[first : last + 1] = 0
        if tape.mask is not None:
            tape.d_read[first:last] = 0
        for later in tape.later.values():
            later[...] = 0
    for t in range(last - 1, first - 1, -1):
        now = slice(t, t + 1)
        if t + 1 < last and (jordan or back[t + 1]):
            d_s = np.zeros_like(total[now])
            if back[t + 1]:
                d_s += d_x[t + 1]
            if jordan:
                d_s += sum(tape.extra["d_s"][t + 1] for tape in tapes)
            total[now] += passes.answer_back(now, d_s)
        tapes[-1].d_h[t + 1] += weight.T @ total[t]
        for layer in range(len(tapes) - 1, -1, -1):
            tape = tapes[layer]
            cell.scan_back(weights[layer], tape, t, t + 1)
            if tape.mask is not None and jordan:
                tape.extra["d_s"][t] *= tape.mask
            elif tape.mask is not None:
                tape.thin_back(t)
            tape.measure(t, t + 1)
            if layer or to_inputs or back[t]:
                d_in = passes.thinned(layer, cell.input_gradient(weights[layer], tape, t, t + 1)[0])
                if layer:
                    tapes[layer - 1].d_h[t + 1] += d_in
                else:
                    d_x[t] = d_in
        if t % pause == 0:
            yield


def finish(passes: "Passes", d_x: Array | None) -> None:
    """What is left when all clocks are done: the weights' gradients, and d_x where there is an input from outside."""
    d_weight, d_bias = passes.gradients["readout.weight"], passes.gradients["readout.bias"]
    readout.weight_gradients(passes.h, passes.d_logits, d_weight, d_bias, passes.product)
    for (tape,), (gradients,) in zip(passes.tapes, passes.d_weights, strict=True):
        passes.cell.weight_gradients(tape, gradients)
    if d_x is not None:
        d_x[~has_x(passes.spec, passes.steps)] = 0  # what would have come from outside is not read there
    passes.d_x = d_x
