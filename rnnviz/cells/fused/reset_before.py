"""The loops of a GRU whose reset gate acts before the product: rows r, z, n, and two products a clock."""

import numpy as np

from rnnviz.cells.base import ALL, Array, Columns, Params, Tape
from rnnviz.cells.fused.base import Fused, both_back, of_inputs
from rnnviz.devices.kernels import Kernel

_GATES = Kernel(
    "gru_before",
    ("r", "z", "sum_r", "sum_z", "read"),
    ("r", "z", "kept"),
    (
        "r = (1 + tanh((r + sum_r) / 2)) / 2",
        "z = (1 + tanh((z + sum_z) / 2)) / 2",
        "kept = r * read",
    ),
)
_CANDIDATE = Kernel(
    "gru_before_candidate",
    ("n", "sum_n", "z", "before"),
    ("n", "h"),
    ("n = tanh(n + sum_n)", "h = (1 - z) * n + z * before"),
)
_CANDIDATE_BACK = Kernel(
    "gru_before_candidate_back",
    ("d_h", "through", "more", "z", "n", "before"),
    ("d_h", "d_z", "d_n"),
    (
        "d_h = d_h + through + more",
        "d_n = d_h * (1 - z) * (1 - n * n)",
        "d_z = d_h * (before - n) * (z * (1 - z))",
    ),
)
_GATES_BACK = Kernel(
    "gru_before_back",
    ("d_before", "d_h", "d_kept", "r", "z", "read"),
    ("d_before", "d_r", "more"),
    ("d_before = d_before + d_h * z", "d_r = d_kept * read * (r * (1 - r))", "more = d_kept * r"),
)


def name(tape: Tape) -> None:
    """See `Fused`."""
    hidden = tape.hidden
    r, z, n = (tape.block(tape.rows, k) for k in range(3))
    d_r, d_z, d_n = (tape.block(tape.d_rows, k) for k in range(3))
    tape.values |= {"r": r, "z": z, "n": n}
    tape.gradients |= {"r": d_r, "z": d_z, "n": d_n}
    tape.extra |= {"kept": tape.empty(tape.steps, hidden), "sum": tape.empty(3 * hidden), "d_kept": tape.empty(hidden)}
    tape.extra["recurrent"] = np.empty_like(tape.packed[:, :hidden])
    tape.extra["more"] = tape.empty(hidden)
    h, read = tape.h, tape.inputs[:-1, :hidden]
    tape.forward = Columns(read, h[:-1], r, z, n, tape.extra["kept"], h[1:])
    tape.backward = Columns(tape.d_h[1:], tape.d_h[:-1], r, z, n, read, h[:-1])
    tape.down = Columns(d_r, d_z, d_n, tape.d_rows[:, : 2 * hidden])


def scan(cell: Fused, tape: Tape, first: int, last: int) -> None:
    hidden, recurrent, sums = tape.hidden, tape.extra["recurrent"], tape.extra["sum"]
    of_rz, of_n = sums[: 2 * hidden], sums[2 * hidden :]
    tape.rows[first:last] = of_inputs(tape, first, last, hidden)
    for read, before, r, z, n, kept, h in tape.forward.forth(first, last):
        np.dot(recurrent[: 2 * hidden], read, of_rz)
        cell.launch(_GATES, tape, r, z, of_rz[:hidden], of_rz[hidden:], read, kept)
        np.dot(recurrent[2 * hidden :], kept, of_n)
        cell.launch(_CANDIDATE, tape, n, of_n, z, before, h)


def scan_back(cell: Fused, params: Params, tape: Tape, first: int, last: int) -> None:
    hidden, through, more, d_kept = tape.hidden, tape.extra["through"], tape.extra["more"], tape.extra["d_kept"]
    back_rz, back_n = params["weight_hh"][: 2 * hidden].T, params["weight_hh"][2 * hidden :].T
    through[...] = 0
    more[...] = 0
    for d_h, d_before, r, z, n, read, before, d_r, d_z, d_n, d_rz in both_back(tape, first, last):
        cell.launch(_CANDIDATE_BACK, tape, d_h, through, more, z, n, before, d_z, d_n)
        np.dot(back_n, d_n, d_kept)
        cell.launch(_GATES_BACK, tape, d_before, d_h, d_kept, r, z, read, d_r, more)
        np.dot(back_rz, d_rz, through)
    tape.d_read[first] += through
    tape.d_read[first] += more
    two, clocks, add = 2 * hidden, slice(first, last), last < tape.steps
    d_rows, inputs = tape.d_rows[tape.at(first, last)], tape.inputs[clocks]
    d_n = d_rows[:, two:]
    tape.product(d_rows[:, :two], inputs, (tape.d_packed[:two], ALL, ALL), add=add)
    tape.product(d_n, tape.extra["kept"][clocks], (tape.d_packed[two:, :hidden], ALL, ALL), add=add)
    tape.product(d_n, inputs[:, hidden:], (tape.d_packed[two:, hidden:], ALL, ALL), add=add)


def weight_inputs(tape: Tape, t: int) -> Array:
    """See `Cell.weight_inputs`: the rows of n read r * h_(t-1) where the others read h_(t-1)."""
    hidden = tape.hidden
    result = np.repeat(tape.inputs[t][None], 3 * hidden, axis=0)
    result[2 * hidden :, :hidden] = tape.extra["kept"][t]
    return result
