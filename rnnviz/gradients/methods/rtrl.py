"""Real-time recurrent learning, exact: the sensitivities of the state to every weight, carried forward in time.

Williams, R. J. and Zipser, D. (1989). A learning algorithm for continually running fully recurrent neural networks.
Neural Computation 1(2), doi:10.1162/neco.1989.1.2.270.

With p^k_ij(t) = d h_k(t) / d w_ij the paper's equations are

    p^k_ij(t) = phi'(a_k(t)) [ sum_l u_kl p^l_ij(t - 1) + delta_ik z_j(t) ],   p^k_ij(0) = 0,
    dL/dw_ij = sum_t sum_k dL_t/dh_k(t) p^k_ij(t).

For any cell the first becomes P_t = J_t P_(t-1) + D_t with J_t = d state_t / d state_(t-1) and D_t what the weights do
to the state at once; in a stack a layer also receives the sensitivities of the layer below to all weights under it.
Where the last answer is read, as memory (Jordan) or as the next input, s carries sensitivities as well, and then every
layer depends on all weights, those of the readout among them: ds_t/dw = psi'(a_t) [ V dh_t/dw + delta (h_t, 1) ].
Nothing is unrolled and nothing is kept of the past but P, S x R x K numbers for S states, R rows of weights and K
inputs of each: time O(H^4) and memory O(H^3) a clock, whatever T is.
"""

from collections.abc import Generator, Mapping
from typing import final

import numpy as np

from rnnviz.devices.base import beside
from rnnviz.gradients.base import Array, Method, methods
from rnnviz.gradients.one_clock import OneClock, answer_slopes, made
from rnnviz.network import readout
from rnnviz.network.dropout import silences_memory
from rnnviz.network.network import Network
from rnnviz.network.parameters import cell_of
from rnnviz.network.passes import Passes
from rnnviz.network.results import Gradients
from rnnviz.network.room import check_room, numbers_of
from rnnviz.network.scenario import reads_back
from rnnviz.network.spec import NetworkSpec
from rnnviz.words import QT_TRANSLATE_NOOP

_NUMBERS = 4_000_000  # of the sensitivities, or the local derivatives, that are in work at once
_CLOCKS = 64  # for which the local derivatives are made together


@final
class RTRL(Method):
    """The gradient of the parameters is RTRL's. The derivatives clock by clock, which RTRL does without, are those of
    a backward pass, so that they can be looked at."""

    name = "rtrl"
    title = QT_TRANSLATE_NOOP("gradients", "RTRL")
    source = "Williams and Zipser 1989"

    def extra(self, spec: NetworkSpec, steps: int, batch: int, record: str, apart: bool = False) -> float:
        """Bytes of the sensitivities, of what a clock adds to them, and of the local derivatives of some clocks."""
        numbers, layers = _numbers(spec), numbers_of(spec)
        states = len(made(cell_of(spec))) * spec.hidden
        at_once = min(batch, max(1, _NUMBERS // numbers))
        added = 2 * states * max(layer.weights for layer in layers)
        rows = max(layer.derivatives for layer in layers)
        clocks = max(1, min(_CLOCKS, steps, _NUMBERS // (at_once * states * rows)))
        memory = spec.outputs if spec.cell == "jordan" else states
        read = spec.inputs if spec.layers == 1 else max(spec.inputs, spec.hidden)
        local = (1 + (clocks < steps)) * clocks * len(layers) * states * (memory + rows + read)
        # Of one layer at a time: two clocks on a tape of their own, and copies of what is read.
        local += clocks * max(3 * layer.values + 2 * layer.derivatives for layer in layers)
        if apart:  # masks for those clocks, and h beside what the weights read of it
            local += clocks * (memory + 5 * spec.hidden)
        return float(at_once * (numbers + added + local) * np.dtype(spec.dtype).itemsize)

    def derive(
        self,
        network: Network,
        passes: Passes,
        x: Array,
        target: Array,
        loss: str,
        state: Mapping[str, Array] | None = None,
        mask: Array | None = None,
        *,
        to_inputs: bool = False,
    ) -> Generator[None, None, Gradients]:
        apart = silences_memory(passes.masks)
        check_room(network.spec, passes.steps, passes.batch, passes.record, apart, self.extra)
        yield from passes.forward(x, state)
        value, d_logits = network.judge(passes, target, loss, mask)
        yield from passes.backward(d_logits, to_inputs=to_inputs)
        total = [np.zeros_like(tape.d_packed) for (tape,) in passes.tapes]
        if network.spec.feeds_back:
            total.append(_of_readout(passes, d_logits))
        group = max(1, _NUMBERS // _numbers(network.spec))
        for first in range(0, passes.batch, group):
            yield from _carry(passes, slice(first, min(first + group, passes.batch)), d_logits, total)
        for (tape,), (out,), gradient in zip(passes.tapes, passes.d_weights, total, strict=False):
            tape.d_packed[...] = gradient
            passes.cell.weight_gradients(tape, out)
        if network.spec.feeds_back:
            passes.gradients["readout.weight"][...] = total[-1][:, :-1]
            passes.gradients["readout.bias"][...] = total[-1][:, -1]
        return Gradients(passes, value)


def _of_readout(passes: Passes, d_logits: Array) -> Array:
    """(O, H + 1): what the weights and biases of the readout do to the losses of the same clocks."""
    weight = passes.named["readout.weight"]
    of_weight, of_bias = np.zeros_like(weight), np.zeros_like(weight[:, 0])
    readout.weight_gradients(passes.h, d_logits, of_weight, of_bias, passes.product)
    return np.concatenate([of_weight, of_bias[:, None]], axis=1)


def _numbers(spec: NetworkSpec) -> int:
    """How many sensitivities one sequence has."""
    states = len(made(cell_of(spec))) * spec.hidden
    weights = [of_layer.weights for of_layer in numbers_of(spec)]
    if spec.feeds_back:
        return (states * spec.layers + spec.outputs) * (sum(weights) + spec.outputs * (spec.hidden + 1))
    return states * sum(sum(weights[: layer + 1]) for layer in range(len(weights)))


def _carry(passes: Passes, columns: slice, d_logits: Array, total: list[Array]) -> Generator[None, None, None]:
    """Clock after clock: add to total[m] (R, K) the gradient of layer m's weights, of these sequences; where answers
    are read back, total[-1] (O, H + 1) is the readout's. d_logits (T, O[, B]): of each clock's own loss."""
    spec, cell, tapes, weight = passes.spec, passes.cell, [t for (t,) in passes.tapes], passes.named["readout.weight"]
    hidden, layers, fed, jordan = spec.hidden, len(tapes), spec.feeds_back, cell.memory == "S"
    states, batch = len(made(cell)) * hidden, columns.stop - columns.start
    at_once = passes.outside(d_logits) @ weight  # dL_t/dh_t of the top layer
    back = reads_back(spec, passes.steps)
    # carried[n][m] (B, S, R * K): layer n's state to layer m's weights; answer[m] (B, O, R * K): s_(t-1) to them.
    reach = [range(len(total) if fed else n + 1) for n in range(layers)]
    carried = [[np.zeros_like(weight, shape=(batch, states, total[m].size)) for m in reach[n]] for n in range(layers)]
    answer = [np.zeros_like(weight, shape=(batch, spec.outputs, one.size)) for one in total] if fed else []
    clocks = max(1, min(_CLOCKS, _NUMBERS // (batch * states * tapes[0].d_packed.shape[0])))
    for start in range(0, passes.steps, clocks):
        stop = min(start + clocks, passes.steps)
        local = [OneClock(passes, layer, start, stop, columns) for layer in range(layers)]
        for t in range(start, stop):
            for n, here in enumerate(local):
                for m in reach[n]:
                    now = here.by_state[t - start] @ (answer[m] if jordan else carried[n][m])
                    if n and m < len(carried[n - 1]):
                        now += here.by_input[t - start] @ carried[n - 1][m][:, :hidden]
                    elif n == 0 and back[t]:
                        now += here.by_input[t - start] @ answer[m]
                    if m == n:
                        now += here.by_weight(t - start).reshape(now.shape)
                    carried[n][m] = now
            for m, gradient in enumerate(total):
                by_h = np.einsum("bh,bhw->w", at_once[t, columns], carried[-1][m][:, :hidden])
                gradient += by_h.reshape(gradient.shape)
            if fed:
                answer = _answers(passes, t, columns, carried[-1])
            yield


def _answers(passes: Passes, t: int, columns: slice, by_weights: list[Array]) -> list[Array]:
    """ds_t/d(weights) of each layer and, last, of the readout, (B, O, R * K), from d state_t/d(weights) of the top
    layer."""
    spec = passes.spec
    slopes = answer_slopes(spec.output, passes.outside(passes.output[t : t + 1])[0, columns])
    by_a = [passes.named["readout.weight"] @ one[:, : spec.hidden] for one in by_weights]
    read = passes.outside(passes.h[t : t + 1])[0, columns]
    read = np.concatenate([read, np.ones_like(read[:, :1])], axis=1)
    own = beside(np.eye(spec.outputs, dtype=read.dtype), read)[:, :, None] * read[:, None, None]  # (B, O, O, H + 1)
    by_a[-1] += own.reshape(by_a[-1].shape)
    return [slopes @ one for one in by_a]


methods.add(RTRL.name, RTRL)
