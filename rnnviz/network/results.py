"""What a run and a backward pass give back: named arrays, (T, B, units), read-only."""

from collections.abc import Mapping
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from rnnviz.cells.base import Tape
from rnnviz.errors import InputError
from rnnviz.network.passes import Passes
from rnnviz.network.scenario import has_s, has_x
from rnnviz.words import QT_TRANSLATE_NOOP, translate

Array = NDArray[Any]


def _read_only(array: Array) -> Array:
    view = array.view()
    view.flags.writeable = False
    return view


def _unknown(name: str, names: tuple[str, ...]) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("errors", "There is no array “{name}” here; there is {names}."),
        name=name,
        names=", ".join(names),
    )


def _one(passes: Passes, name: str, layer: int, reverse: bool, which: str, names: tuple[str, ...]) -> Array:
    if not -passes.spec.layers <= layer < passes.spec.layers or (reverse and len(passes.ways) == 1):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", "Layer {layer}, reverse {reverse}: this network has layers 0 to {last} and is {direction}."
            ),
            layer=layer,
            reverse=reverse,
            last=passes.spec.layers - 1,
            direction=translate("choices", passes.spec.direction),
        )
    tape = passes.tapes[layer][int(reverse)]
    arrays: Mapping[str, Array] = getattr(tape, which)
    if name not in arrays:
        raise _unknown(name, names)
    if which == "gradients" and passes.record != "all":
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The gradient of “{name}” was not recorded at each clock; record “all”, or “norms” for its length.",
            ),
            name=name,
        )
    array = passes.outside(arrays[name])
    return _read_only(array[::-1] if reverse else array)


def _top(passes: Passes, name: str, which: str, names: tuple[str, ...]) -> Array:
    ways = [_one(passes, name, -1, bool(index), which, names) for index in range(len(passes.ways))]
    return ways[0] if len(ways) == 1 else _read_only(np.concatenate(ways, axis=2))


@final
class Trace:
    """Every named array of one run.

    `trace["h"]` (T, B, H) is of the top layer, both directions side by side in (T, B, 2 H) where there are two;
    "x" (T, B, D) is what the lowest layer read, "s" (T, B, O) the output. Names: the cell's gates (LSTM f i g c o h,
    GRU r z n h, the others h). `passes` holds the arrays behind.
    """

    def __init__(self, passes: Passes) -> None:
        self.passes = passes
        self.names: tuple[str, ...] = (*(gate.name for gate in passes.cell.gates), "x", "s")

    @property
    def output(self) -> Array:
        """s_t after the readout, (T, B, O)."""
        return _read_only(self.passes.outside(self.passes.output))

    @property
    def has_x(self) -> Array:
        """(T,) of booleans: where there is an input from outside; elsewhere "x" is 0, or the last answer read back."""
        return _read_only(has_x(self.passes.spec, self.passes.steps))

    @property
    def has_s(self) -> Array:
        """(T,) of booleans: where there is an answer. "s" is computed at the other clocks as well, but asked for at
        none of them."""
        return _read_only(has_s(self.passes.spec, self.passes.steps))

    @property
    def logits(self) -> Array:
        """V h_t + c, before the readout's softmax or sigmoid, (T, B, O)."""
        return _read_only(self.passes.outside(self.passes.logits))

    @property
    def state(self) -> dict[str, Array]:
        """After the last clock, by name, (layers * directions, B, H), forward before reverse in each layer."""
        return _states(self.passes, "values")

    def get(self, name: str, layer: int = 0, reverse: bool = False) -> Array:
        """One array of one layer and direction, (T, B, H), index t of any array being clock t + 1."""
        return _one(self.passes, name, layer, reverse, "values", self.names)

    def __getitem__(self, name: str) -> Array:
        if name == "s":
            return self.output
        if name == "x":
            return _read_only(self.passes.outside(self.passes.tapes[0][0].x))
        return _top(self.passes, name, "values", self.names)


@final
class Gradients:
    """The loss and its derivative with respect to everything.

    `grads["h"]`, `grads["c"]`: dL/dh_t, dL/dc_t, in total: through the readout and through time. A gate's letter: with
    respect to its pre-activation (for the GRU's n: the whole sum inside the tanh). "h_pre": the Elman unit's
    pre-activation. "x": the input, 0 where there is none. "s": V h + c, the outputs before softmax or sigmoid; in
    total, where later clocks read the answer. Shapes as in `Trace`. `passes` holds the arrays behind.

    Where less than “all” is recorded, only "x" and "s" are there at each clock; with “norms”, `norm` is for all names.
    """

    def __init__(self, passes: Passes, loss: float) -> None:
        self.passes = passes
        self.loss = loss

    @property
    def names(self) -> tuple[str, ...]:
        """What can be asked for with `grads[name]`."""
        x = () if self.passes.d_x is None else ("x",)
        return (*self.passes.tapes[0][0].gradients, *x, "s")

    @property
    def vector(self) -> Array:
        """The gradients of all parameters, one after the other, (N,); clipping changes it in place."""
        return self.passes.vector

    @property
    def parameters(self) -> dict[str, Array]:
        """One array a parameter, with its name and shape."""
        return {name: _read_only(array) for name, array in self.passes.gradients.items()}

    @property
    def trace(self) -> Trace:
        """The forward pass that these are the derivatives of."""
        return Trace(self.passes)

    @property
    def state(self) -> dict[str, Array]:
        """With respect to the state before the first clock, by name, (layers * directions, B, H)."""
        return _states(self.passes, "starts")

    def get(self, name: str, layer: int = 0, reverse: bool = False) -> Array:
        """One array of one layer and direction, (T, B, H)."""
        return _one(self.passes, name, layer, reverse, "gradients", self.names)

    def pre(self, name: str) -> Array:
        """With respect to the pre-activation of any gate, also the Elman unit's h."""
        return self[f"{name}_pre" if f"{name}_pre" in self.names else name]

    def norm(self, name: str, layer: int | None = None, reverse: bool = False) -> Array:
        """The Euclidean norm over the units of `self[name]` or, with a layer, of `self.get(name, layer, reverse)`,
        (T, B)."""
        passes, which = self.passes, "norms" if self.passes.record == "norms" else "gradients"
        if name in ("s", "x"):
            array = self[name]
        elif layer is None:
            array = _top(passes, name, which, self.names)
        else:
            array = _one(passes, name, layer, reverse, which, self.names)
        return _read_only(np.linalg.norm(array, axis=2))

    def __getitem__(self, name: str) -> Array:
        if name == "s":
            return _read_only(self.passes.outside(self.passes.d_logits))
        if name == "x" and self.passes.d_x is not None:
            return _read_only(self.passes.outside(self.passes.d_x))
        return _top(self.passes, name, "gradients", self.names)


def _states(passes: Passes, which: str) -> dict[str, Array]:
    tapes: list[Tape] = [tape for layer in passes.tapes for tape in layer]
    result = {}
    for name in passes.cell.states:
        arrays = [tape.starts[name][1] if which == "starts" else tape.values[name][-1] for tape in tapes]
        result[name] = _read_only(np.stack([a[None] if passes.batch == 1 else a.T for a in arrays]))
    return result
