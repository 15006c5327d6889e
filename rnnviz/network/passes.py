"""The two passes through a stack of layers, on arrays that are made once for sequences of one size.

Both are generators: a yield is a place to stop, to pause or to do something else for a while. It comes after at most
about a hundred million multiplications (tens of milliseconds), so that a sequence of 10 000 clocks or a huge batch
can be left halfway.
"""

from collections.abc import Generator, Mapping
from itertools import pairwise
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from rnnviz.cells.base import Cell, Size, Tape
from rnnviz.cells.product import Product
from rnnviz.devices.base import beside, is_here
from rnnviz.network import feedback, readout
from rnnviz.network.dropout import Masks, silences_memory
from rnnviz.network.held import Held, held_answers, held_clocks
from rnnviz.network.parameters import directions, views
from rnnviz.network.room import window_of
from rnnviz.network.scenario import has_x
from rnnviz.network.spec import NetworkSpec

Array = NDArray[Any]
_PRODUCTS_IN_A_SLICE = 100_000_000
_STEPS_IN_A_SLICE = 1024
_LAUNCHED = 32  # clocks at least, on a device, for which derivatives stand: each piece costs launches besides


def _layers(named: Mapping[str, Array], spec: NetworkSpec, cell: Cell) -> list[list[dict[str, Array]]]:
    """The arrays of each layer and direction, under the names that cells use."""
    names = cell.shapes(spec.inputs, spec.hidden)
    return [
        [{name: named[f"{name}_l{layer}{way}"] for name in names} for way in directions(spec)]
        for layer in range(spec.layers)
    ]


@final
class Passes:
    """Runs a network forwards and backwards over sequences of T clocks, B at a time.

    named: the weights, read at each forward pass. Every array, `vector` with all parameters' gradients among them, is
    overwritten by the next pass. `weights` and `d_weights` are `named` and its gradients by layer and direction, under
    the cells' names.
    """

    def __init__(
        self,
        spec: NetworkSpec,
        cell: Cell,
        named: Mapping[str, Array],
        steps: int,
        batch: int,
        dtype: Any = None,
        held: Held | None = None,
        apart: bool = False,
        record: str = "all",
    ) -> None:
        """dtype: of every array; None for the network's own, complex for derivatives by the complex step. held: what a
        person holds; the state before the first clock is not of it, it comes with each pass. apart: whether there
        will be `Masks` of the memory. record: what stays of each clock, see `rnnviz.network.room`."""
        self.spec, self.cell, self.steps, self.batch, self.record = spec, cell, steps, batch, record
        dtype = spec.dtype if dtype is None else dtype
        window = window_of(record, steps, batch)
        if window and not is_here(named["readout.weight"]):
            window = min(steps, max(window, _LAUNCHED))
        self.ways = directions(spec)
        wide = spec.hidden * len(self.ways)
        self.tapes: list[list[Tape]] = [
            [
                cell.tape(Size(steps, batch, wide if layer else spec.inputs, spec.hidden, dtype, window, apart))
                for _ in self.ways
            ]
            for layer in range(spec.layers)
        ]
        if record == "norms":
            for tape in (tape for layer in self.tapes for tape in layer):
                tape.norms = {name: tape.empty(steps, 1) for name in tape.gradients}
        self._apart = apart
        self.masks: Masks | None = None
        self._below: list[Array] | None = None  # the masks of what each layer reads, (features[, B])
        self.held: Held = held or {}
        clocks = set()
        for (layer, reverse), at in held_clocks(self.held, spec, steps).items():
            cell.hold(self.tapes[layer][reverse], at)
            clocks |= {t + 1 for t in at}
        self.held_answers = held_answers(self.held, spec, steps)
        self.named = named
        self.weights = _layers(named, spec, cell)
        like = named["readout.weight"]
        self.vector = np.zeros(sum(array.size for array in named.values()), dtype, like=like)
        self.gradients = views({name: array.shape for name, array in named.items()}, self.vector)
        self.d_weights = _layers(self.gradients, spec, cell)
        self.slices = self._pieces(clocks, window or steps)
        self.product = Product(spec.outputs, wide, 0 if record == "values" else steps, batch, dtype, like)
        self.h: Array  # (T, H * directions[, B]) of the top layer
        self.logits = self.tapes[0][0].empty(steps, spec.outputs)  # (T, O[, B])
        self.output: Array
        self.free: Array | None = None  # (T, O[, B]): 0 where an answer is held, else 1; None where none is
        if self.held_answers:
            self.free = 1 + self.tapes[0][0].zeros(steps, spec.outputs)
            for t, (units, _) in self.held_answers.items():
                self.free[t][units] = 0
        self.d_loss: Array  # dL/d(logits) by each clock's own loss
        self.d_logits: Array  # in total: where answers are read back, also by way of later clocks
        self.d_x: Array | None = None

    def inside(self, outside: Array) -> Array:
        """(T, B, features) as (T, features, B), or (T, features) for B = 1, on the device of the weights; a view, or a
        copy that has been moved there."""
        outside = beside(outside, self.vector)
        return outside[:, 0] if self.batch == 1 else outside.swapaxes(1, 2)

    def outside(self, inside: Array) -> Array:
        """The inverse of `inside`."""
        return inside[:, None] if self.batch == 1 else inside.swapaxes(1, 2)

    def silence(self, masks: Masks | None) -> None:
        """Dropout in the passes from now on; None for no more.

        Errors: ValueError for masks of the memory where no arrays were made for them, see `apart`."""
        if silences_memory(masks) and not self._apart:
            raise ValueError("masks of the memory need passes that were made with apart=True")
        self.masks = masks
        self._below = None if masks is None else [self.inside(mask[None])[0] for mask in masks.below]
        for layer, tapes in enumerate(self.tapes):
            for way, tape in enumerate(tapes):
                memory = None if masks is None or masks.memory is None else masks.memory[layer][way]
                tape.mask = None if memory is None else self.inside(memory[None])[0]

    def thinned(self, layer: int, array: Array) -> Array:
        """What a layer reads, ([T,] features[, B]), or the gradient of that, without the units that are silent."""
        return array if self._below is None else array * self._below[layer]

    def _pieces(self, ends: set[int], window: int) -> list[tuple[int, int]]:
        """(first, last) of the clocks that are done without a pause, cut at `ends` and at multiples of `window`."""
        tapes = [tape for layer in self.tapes for tape in layer]
        products = max(tape.d_packed.size for tape in tapes) * self.batch
        length = max(1, min(_STEPS_IN_A_SLICE, _PRODUCTS_IN_A_SLICE // products))
        length -= length % min(length, tapes[0].product.clocks)  # so that no product of a slice's end is a shallow one
        if not is_here(self.vector):  # launches do not wait for what they start
            length = _STEPS_IN_A_SLICE
        cuts = sorted({*range(0, self.steps, length), *range(0, self.steps, window), self.steps, *ends})
        return list(pairwise(cuts))

    def forward(self, x: Array, state: Mapping[str, Array] | None) -> Generator[None, None, None]:
        """x (T, B, D), as far as the scenario reads it; state (layers * directions, B, H) by name, None for zeros.
        Fills `h`, `logits`, `output`."""
        if self.spec.feeds_back:
            for layer in range(self.spec.layers):
                self._begin(layer, 0, 0.0, state)
            yield from feedback.forward(self, self.inside(x))
            yield
            return
        h = self.inside(x)
        if self.spec.scenario == "one-to-one":
            h = h.copy()
            h[~has_x(self.spec, self.steps)] = 0
        for layer, tapes in enumerate(self.tapes):
            for index, (tape, way) in enumerate(zip(tapes, self.ways, strict=True)):
                self._begin(layer, index, self.thinned(layer, h[::-1] if way else h), state)
                for first, last in self.slices:
                    self._scan(tape, first, last)
                    self.cell.put(tape, last - 1)
                    if last < self.steps:
                        yield
            h = tapes[0].values["h"]
            if len(tapes) > 1:
                h = np.concatenate([h, tapes[1].values["h"][::-1]], axis=1)
        self.h = h
        readout.logits(self.named["readout.weight"], self.named["readout.bias"], h, self.logits)
        self.output = readout.respond(self.spec.output, self.logits)
        yield

    def answer_back(self, clocks: slice, d_s: Array) -> Array:
        """dL/d(logits) from dL/ds at these clocks, (N, O[, B]): nothing flows through an answer that is held."""
        s = self.output[clocks]
        if self.free is not None:  # the others are still those of the network's own sums
            s, d_s = readout.respond(self.spec.output, self.logits[clocks]), self.free[clocks] * d_s
        return readout.respond_back(self.spec.output, s, d_s)

    def _scan(self, tape: Tape, first: int, last: int) -> None:
        if tape.mask is None:
            self.cell.scan(tape, first, last)
            return
        for t in range(first, last):
            tape.thin(t)
            self.cell.scan(tape, t, t + 1)

    def _scan_back(self, params: Mapping[str, Array], tape: Tape, first: int, last: int) -> None:
        if tape.mask is None:
            self.cell.scan_back(params, tape, first, last)
        else:
            for t in range(last - 1, first - 1, -1):
                self.cell.scan_back(params, tape, t, t + 1)
                tape.thin_back(t)
        tape.measure(first, last)

    def _begin(self, layer: int, index: int, x: Array | float, state: Mapping[str, Array] | None) -> None:
        """Input, first state and weights of one layer and direction."""
        tape = self.tapes[layer][index]
        begin: dict[str, Any] = dict.fromkeys(self.cell.states, 0.0)
        if state is not None:
            begin = {
                name: beside(state[name], self.vector)[layer * len(self.ways) + index].T for name in self.cell.states
            }
            if self.batch == 1:
                begin = {name: value[:, 0] for name, value in begin.items()}
        tape.begin(x, begin)
        self.cell.pack(self.weights[layer][index], tape)

    def _under(self, layer: int, to_inputs: bool) -> Array | None:
        """Where the derivatives of what a layer reads go, (T, D[, B]); None where nobody asks for them."""
        if layer == 0:
            return np.empty_like(self.tapes[0][0].x) if to_inputs else None
        if len(self.ways) == 1:
            return self.tapes[layer - 1][0].d_h[1:]
        return np.empty_like(self.tapes[layer][0].x)

    def backward(self, d_logits: Array, *, to_inputs: bool) -> Generator[None, None, None]:
        """d_logits (T, O[, B]). Fills `gradients` and, when `to_inputs`, `d_x` (T, D[, B])."""
        if self.spec.feeds_back:
            yield from feedback.backward(self, d_logits, to_inputs=to_inputs)
            return
        self.d_logits = d_logits
        named, out = self.named, self.gradients
        readout.weight_gradients(self.h, d_logits, out["readout.weight"], out["readout.bias"], self.product)
        one_way = len(self.ways) == 1  # then a layer's derivatives begin right where they belong
        place = self.tapes[-1][0].d_h[1:] if one_way else None
        d_h = readout.backward(named["readout.weight"], d_logits, place)
        hidden = self.spec.hidden
        for layer in range(self.spec.layers - 1, -1, -1):
            under = self._under(layer, to_inputs)
            for index, (tape, way) in enumerate(zip(self.tapes[layer], self.ways, strict=True)):
                params = self.weights[layer][index]
                tape.d_h[0] = 0
                if tape.mask is not None:
                    tape.d_read[...] = 0
                if not one_way:
                    part = d_h[:, index * hidden : (index + 1) * hidden]
                    tape.d_h[1:] = part[::-1] if way else part
                for first, last in reversed(self.slices):
                    self._scan_back(params, tape, first, last)
                    if under is not None:
                        place = under[::-1][first:last] if way else under[first:last]
                        d_in = self.thinned(layer, self.cell.input_gradient(params, tape, first, last))
                        if index:
                            np.add(place, d_in, place)
                        else:
                            place[...] = d_in
                    if first > 0:
                        yield
                self.cell.weight_gradients(tape, self.d_weights[layer][index])
            d_h = d_h if under is None else under
            if layer > 0:
                yield
        if to_inputs and self.spec.scenario == "one-to-one":
            d_h[~has_x(self.spec, self.steps)] = 0
        self.d_x = d_h if to_inputs else None
