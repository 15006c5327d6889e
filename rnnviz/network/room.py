"""How much memory a run takes, from the shapes alone, and the sentence that says so before it starts.

What stays of each clock is a choice, `record`:

all: every gate and state, and the derivative of each; what a window or a `Gradients` shows.
norms: every gate and state, and of each derivative its norm over the units, taken before it is overwritten, as below.
loss: every gate and state, which backpropagation needs, and dL/dh; the gates' derivatives go into those of the weights
some clocks at a time and are overwritten.
values: every gate and state, and nothing that a backward pass needs.

With L layers (each direction counts), v and d the numbers that a cell holds for its values and derivatives (LSTM
7 H + D + 1 and 5 H, GRU 5 H + D + 1 and 4 H, Elman 2 H + D + 1 less H and H; D of an upper layer is H), a clock of one
sequence takes

    values: L v + O;   loss: L (v + H) + 3 O;   norms: L (v + H + 1 + d / H) + 3 O;   all: L (v + d + H) + 3 O

numbers of 8 or 4 bytes. More are: another readout than the linear one O (values) or 2 O; answers that are read back 2 O
and D; two directions 2 H for both h side by side, and 2 H (with several layers 4 H) for their derivatives. Besides,
whatever T is: the weights and their gradients in three layouts, work arrays, and what Python keeps of each.
"""

import os
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from rnnviz.cells.base import SHORT, Numbers
from rnnviz.cells.product import COLUMNS
from rnnviz.errors import InputError
from rnnviz.network.parameters import cell_of, directions, shapes, size
from rnnviz.network.spec import MAX_HIDDEN, NetworkSpec
from rnnviz.words import QT_TRANSLATE_NOOP

RECORDS = ("all", "norms", "loss", "values")
DERIVED = RECORDS[:-1]  # what a backward pass can be asked for
_VIEW = 120  # bytes of an array that is a part of another
_MOST = 2**40  # clocks or sequences that nobody asks for
Extra = Callable[[NetworkSpec, int, int, str, bool], float]  # bytes that a method of computing gradients needs besides
# In one piece on one line, as Qt's lupdate reads it.
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "{steps} clocks of {batch} sequences with {hidden} hidden units need {needed:.1f} GB of memory; at most {most:.1f} GB. There would be room for {longest} clocks, or {widest} hidden units, or {sequences} sequences.",  # noqa: E501
)


def memory() -> float:
    """Bytes of the machine's memory, or 8 GB where the system does not tell."""
    try:
        return float(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    except (AttributeError, ValueError, OSError):
        return 8e9


def window_of(record: str, steps: int, batch: int) -> int | None:
    """For how many clocks the gates' derivatives stand at once; None for all."""
    return {"all": None, "values": 0}.get(record, max(1, min(steps, COLUMNS // batch)))


def numbers_of(spec: NetworkSpec) -> list[Numbers]:
    """Of each layer, in one direction."""
    cell, below = cell_of(spec), spec.hidden * len(directions(spec))
    return [cell.numbers(below if layer else spec.inputs, spec.hidden) for layer in range(spec.layers)]


def masks_of(spec: NetworkSpec) -> int:
    """Numbers in the dropout masks of one sequence: of what each layer reads and, of each direction, of its memory."""
    ways, memory = len(directions(spec)), spec.outputs if spec.cell == "jordan" else spec.hidden
    return spec.inputs + ways * ((spec.layers - 1) * spec.hidden + spec.layers * memory)


def thinned(spec: NetworkSpec) -> int:
    """Numbers of a clock, while a layer begins, of what it reads without the units that are silent."""
    above = spec.hidden * len(directions(spec)) * (spec.layers > 1)
    return 0 if spec.feeds_back else max(spec.inputs, above)  # there the derivatives of what is read take that room


def per_clock(spec: NetworkSpec, record: str = "all", apart: bool = False) -> int:
    """Bytes that each clock of each sequence takes. apart: with dropout of the memory."""
    ways, hidden = len(directions(spec)), spec.hidden
    answers = 1 + (spec.output != "linear" or spec.feeds_back)  # the sums V h + c, and what the readout makes of them
    if record != "values":
        answers += (2 if spec.output == "linear" else 3) + spec.feeds_back
    numbers = answers * spec.outputs + (spec.inputs if spec.feeds_back and record != "values" else 0)
    for values, derivatives, _ in numbers_of(spec):
        more = {"all": derivatives + hidden, "norms": hidden + 1 + derivatives // hidden, "loss": hidden, "values": 0}
        numbers += ways * (values + more[record] + (2 * hidden if apart and spec.cell != "jordan" else 0))
    if ways > 1:
        numbers += ways * hidden * (1 if record == "values" else 3 if spec.layers > 1 else 2)
    return numbers * np.dtype(spec.dtype).itemsize


def needed(spec: NetworkSpec, steps: int, batch: int, record: str = "all", apart: bool = False) -> float:
    """Bytes that a forward and a backward pass over so many clocks and sequences take."""
    ways, item = len(directions(spec)), np.dtype(spec.dtype).itemsize
    fixed = 2.0 * size(shapes(spec, cell_of(spec)))
    if apart:
        fixed += batch * (masks_of(spec) + steps * thinned(spec))
    for values, derivatives, weights in numbers_of(spec):
        if record == "values":
            fixed += ways * weights
            continue
        columns = 0 if batch == 1 else min(steps * batch, max(COLUMNS, batch))
        work = (derivatives + values) * columns
        views = (4 + 3 * (derivatives // spec.hidden)) * steps * (steps <= SHORT)
        fixed += ways * views * _VIEW / item
        fixed += ways * (3 * weights + work + derivatives * batch * (window_of(record, steps, batch) or 0))
    return float(per_clock(spec, record, apart)) * steps * batch + fixed * item


def check_room(
    spec: NetworkSpec, steps: int, batch: int, record: str = "all", apart: bool = False, extra: Extra | None = None
) -> None:
    """InputError when a run would take more than half of the machine's memory: the system would end the program,
    without a sentence. It says the longest sequence, the widest network and the largest batch that would have room,
    each with the other two as they are. extra: see `Extra`."""
    most = memory() / 2

    def total(spec: NetworkSpec, steps: int, batch: int) -> float:
        return needed(spec, steps, batch, record, apart) + (
            0 if extra is None else extra(spec, steps, batch, record, apart)
        )

    if total(spec, steps, batch) <= most:
        return
    raise InputError(
        _TOO_LARGE,
        steps=steps,
        batch=batch,
        hidden=spec.hidden,
        needed=total(spec, steps, batch) / 1e9,
        most=most / 1e9,
        longest=_largest(lambda n: total(spec, n, batch) <= most, _MOST),
        widest=_largest(lambda n: total(replace(spec, hidden=n), steps, batch) <= most, MAX_HIDDEN),
        sequences=_largest(lambda n: total(spec, steps, n) <= most, _MOST),
    )


def _largest(fits: Callable[[int], bool], most: int) -> int:
    """The largest whole number up to `most` that fits, 0 where 1 does not."""
    low, high = 0, most + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low
