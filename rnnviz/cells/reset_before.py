"""The scan of a GRU whose reset gate acts on h_(t-1) before the product: n = tanh(W_n x + U_n (r * h_(t-1)) + b).

Three rows a unit, r, z and n. The candidate waits for r, so that a clock takes two products.
"""

import numpy as np

from rnnviz.cells.base import ALL, Array, Columns, Params, Size, Tape, through_weights


def tape_of(size: Size) -> Tape:
    hidden = size.hidden
    tape = Tape(size, 3 * hidden, 3 * hidden)
    r, z, n = (tape.block(tape.rows, k) for k in range(3))
    tape.values |= {"r": r, "z": z, "n": n}
    tape.gradients |= {name: tape.block(tape.d_rows, k) for k, name in enumerate("rzn")}
    kept = tape.empty(size.steps, hidden)  # r * h_(t-1)
    scale = np.repeat(np.array([0.5, 0.5, 1.0], tape.dtype), hidden)[:, None]
    tape.extra = {"kept": kept, "scale": scale, "d_kept": tape.empty(hidden), "half": np.array(0.5, tape.dtype)}
    h, read, two = tape.h, tape.inputs[:-1, :hidden], 2 * hidden
    tape.forward = Columns(tape.inputs[:-1], tape.rows[:, :two], r, z, n, kept, read, h[:-1], h[1:])
    go_back(tape, z)
    return tape


def go_back(tape: Tape, straight: Array) -> None:
    """The columns of the backward pass, with the straight way from h_(t-1) to h_t from `straight` (T, H, B)."""
    d_gates = (tape.block(tape.d_rows, k) for k in range(3))
    d_rz = tape.d_rows[:, : 2 * tape.hidden]
    tape.backward = Columns(tape.d_h[1:], tape.values["r"], straight, tape.d_h[:-1], tape.d_read)
    tape.down = Columns(*d_gates, d_rz)


def candidate(tape: Tape, t: int) -> Array:
    """n of clock t once more, (H[, B]), with the r that stands there now."""
    hidden, kept = tape.hidden, tape.extra["kept"][t]
    np.multiply(tape.values["r"][t], tape.inputs[t, :hidden], kept)
    rows = tape.packed[2 * hidden :]
    n: Array = np.tanh(rows[:, hidden:] @ tape.inputs[t, hidden:] + rows[:, :hidden] @ kept)
    return n


def scan(tape: Tape, first: int, last: int) -> None:
    dot, tanh, multiply, add, subtract = np.dot, np.tanh, np.multiply, np.add, np.subtract
    hidden, work, half = tape.hidden, tape.work, tape.extra["half"]
    gates, recurrent, of_input = (
        tape.packed[: 2 * hidden],
        tape.packed[2 * hidden :, :hidden],
        tape.packed[2 * hidden :, hidden:],
    )
    through_weights(of_input.T, tape.inputs[first:last, hidden:], tape.values["n"][first:last])
    for inputs, rz, r, z, n, kept, read, h_before, h in tape.forward.forth(first, last):
        dot(gates, inputs, rz)
        tanh(rz, rz)
        multiply(rz, half, rz)
        add(rz, half, rz)
        multiply(r, read, kept)
        dot(recurrent, kept, work)
        add(n, work, n)
        tanh(n, n)
        subtract(h_before, n, h)
        multiply(h, z, h)
        add(h, n, h)


def factors_of(tape: Tape, first: int, last: int, out: Array) -> None:
    """Of clocks [first, last): out (n, 3H, B) = d(r * h_(t-1))/da_r, dh/da_z, dh/da_n."""
    r, z, n = (tape.block(tape.rows[first:last], k) for k in range(3))
    of_r, of_z, of_n = (tape.block(out, k) for k in range(3))
    np.subtract(1, r, of_r)
    np.multiply(of_r, r, of_r)
    np.multiply(of_r, tape.inputs[first:last, : tape.hidden], of_r)
    np.subtract(1, z, of_z)
    np.multiply(n, n, of_n)
    np.subtract(1, of_n, of_n)
    np.multiply(of_n, of_z, of_n)
    np.multiply(of_z, z, of_z)
    np.multiply(of_z, tape.h[first:last] - n, of_z)
    if tape.free is not None:
        free = {name: array[first:last] for name, array in tape.free.items()}
        of_r *= free["r"]
        of_z *= free["z"] * free["h"]
        of_n *= free["n"] * free["h"]
        tape.extra["straight"][first:last] = z * free["h"]


def scan_back(params: Params, tape: Tape, first: int, last: int) -> None:
    dot, multiply, add = np.dot, np.multiply, np.add
    hidden, work, d_kept = tape.hidden, tape.work, tape.extra["d_kept"]
    back_rz, back_n = params["weight_hh"][: 2 * hidden].T, params["weight_hh"][2 * hidden :].T
    shift = tape.at(first, last).start - first
    for start, stop in tape.chunks(first, last):
        factors_of(tape, start, stop, tape.d_rows[start + shift : stop + shift])
        for (d_h, r, z, d_before, d_read), (d_r, d_z, d_n, d_rz) in zip(
            tape.backward.back(start, stop), tape.down.back(start + shift, stop + shift), strict=True
        ):
            multiply(d_z, d_h, d_z)
            multiply(d_n, d_h, d_n)
            dot(back_n, d_n, d_kept)
            multiply(d_r, d_kept, d_r)
            multiply(d_kept, r, work)
            add(d_read, work, d_read)
            multiply(d_h, z, work)
            add(d_before, work, d_before)
            dot(back_rz, d_rz, work)
            add(d_read, work, d_read)
    two, add_to, clocks = 2 * hidden, last < tape.steps, slice(first, last)
    d_rows = tape.d_rows[tape.at(first, last)]
    rz, n, recurrent, of_input = slice(two), slice(two, None), slice(hidden), slice(hidden, None)
    places = (tape.d_packed[rz], rz, ALL), (tape.d_packed[n, of_input], n, of_input)
    tape.product(d_rows, tape.inputs[clocks], *places, add=add_to)
    place = tape.d_packed[n, recurrent], ALL, ALL
    tape.product(d_rows[:, n], tape.extra["kept"][clocks], place, add=add_to)


def weight_inputs(tape: Tape, t: int) -> Array:
    """See `Cell.weight_inputs`: the rows of n read r * h_(t-1) where the others read h_(t-1)."""
    hidden = tape.hidden
    result = np.repeat(tape.inputs[t][None], 3 * hidden, axis=0)
    result[2 * hidden :, :hidden] = tape.extra["kept"][t]
    return result


def jacobian(params: Params, tape: Tape, sequence: int) -> Array:
    factors, r = np.empty_like(tape.rows), tape.values["r"]
    factors_of(tape, 0, tape.steps, factors)
    z = tape.extra.get("straight", tape.values["z"])
    if tape.batch > 1:
        factors, r, z = factors[..., sequence], r[..., sequence], z[..., sequence]
    of_r, of_z, of_n = (tape.block(factors, k)[:, :, None] for k in range(3))
    U_r, U_z, U_n = np.split(params["weight_hh"], 3)
    through_kept = U_n * r[:, None] + np.matmul(U_n, of_r * U_r)
    result: Array = of_z * U_z + of_n * through_kept
    result += np.eye(tape.hidden, dtype=tape.dtype) * z[:, :, None]
    return result
