"""The least that a training step can cost: its matrix products and its tanh, and nothing else."""

from collections.abc import Callable
from typing import Any

import numpy as np

from rnnviz.cells import arrays

# Rows of the products with [h; x; 1], and tanh evaluations, a unit and clock. A GRU's candidate reads x by itself.
ROWS = {"elman": 1, "lstm": 4, "gru": 3}
TANHS = {"elman": 1, "lstm": 5, "gru": 3}


def floor_step(cell: str, size: tuple[int, int, int, int, int], dtype: str) -> Callable[[], Any]:
    """One forward and backward pass with no arithmetic besides these, on arrays (made once) that lie as is best:

    clock by clock: the rows (R, H + D + 1) times [h; x; 1] (H + D + 1, B), with R = H (Elman), 4 H (LSTM) or 3 H (GRU,
    whose candidate takes H more rows of [x; 1]); the readout (O, H) times h; backwards the readout (H, O) times dL/ds,
    and U transposed (H, R) times the rows' gradients (R, B);
    at once: the weights' gradients (H + D + 1, T B) times (T B, R), and the readout's (H, T B) times (T B, O);
    one tanh of each gate, and for the LSTM of c: 1, 5 or 3 H B a clock, clock by clock.

    No gate is multiplied, no derivative taken, no sum, loss or bias formed; nothing is copied.
    """
    D, H, O, T, B = size  # noqa: E741
    rng = np.random.default_rng(0)
    last = () if B == 1 else (B,)

    def some(*shape: int) -> np.ndarray:
        array = arrays.empty(shape, dtype)
        array[...] = rng.standard_normal(shape)
        return array

    rows, K = ROWS[cell] * H, H + D + 1
    packed, back, V = some(rows, K), some(rows, H), some(O, H)
    inputs, sums, d_sums = some(T, K, *last), some(T, rows, *last), some(T, rows, *last)
    h, d_h, s, d_s = some(T, H, *last), some(T, H, *last), some(T, O, *last), some(T, O, *last)
    plain = sums if TANHS[cell] == ROWS[cell] else some(T, TANHS[cell] * H, *last)
    d_packed, d_V = some(K, rows), some(H, O)  # the faster way round
    # Side by side, as one product over all clocks and sequences wants them.
    d_sums_flat, inputs_flat, d_s_flat, h_flat = (some(n, T * B) for n in (rows, K, O, H))
    of_x, x, n, d_n_flat, d_of_x = (
        some(H, D + 1),
        some(T, D + 1, *last),
        some(T, H, *last),
        some(H, T * B),
        some(D + 1, H),
    )
    dot, tanh, U_back, V_back = np.dot, np.tanh, back.T, V.T
    forward = list(zip(inputs, sums, plain, strict=True))
    clocks = list(zip(d_sums, d_h, strict=True))

    def over_time(weights: np.ndarray, read: np.ndarray, out: np.ndarray) -> None:
        if B == 1:
            np.matmul(read, weights.T, out)
        else:
            np.matmul(weights, read, out)

    def step() -> None:
        if cell == "gru":
            over_time(of_x, x, n)
        for read, sums_t, plain_t in forward:
            dot(packed, read, sums_t)
            tanh(plain_t, plain_t)
        over_time(V, h, s)
        over_time(V_back, d_s, d_h)
        for d_sums_t, d_h_t in clocks:
            dot(U_back, d_sums_t, d_h_t)
        dot(inputs_flat, d_sums_flat.T, d_packed)
        dot(h_flat, d_s_flat.T, d_V)
        if cell == "gru":
            dot(inputs_flat[H:], d_n_flat.T, d_of_x)

    return step
