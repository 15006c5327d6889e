"""The course of learning in bounded memory."""

from typing import final

import numpy as np

from rnnviz.engine.messages import History


@final
class Series:
    """Rows (update, values...), at most `capacity` of them: when there are more, every second one is dropped and only
    every second update is recorded from then on."""

    def __init__(self, columns: int, capacity: int = 2048) -> None:
        self._rows = np.zeros((capacity, 1 + columns))
        self._count = 0
        self._stride = 1
        self._newest: tuple[float, ...] | None = None

    def add(self, update: int, *values: float) -> None:
        self._newest = (update, *values)
        if update % self._stride:
            return
        if self._count == len(self._rows):
            self._stride *= 2
            kept = self._rows[self._rows[:, 0] % self._stride == 0]
            self._count = len(kept)
            self._rows[: self._count] = kept
            if update % self._stride:
                return
        self._rows[self._count] = self._newest
        self._count += 1

    def rows(self) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        """(N, 1 + columns), a copy that ends with the newest row."""
        rows = self._rows[: self._count]
        if self._newest is not None and (self._count == 0 or rows[-1, 0] != self._newest[0]):
            return np.vstack([rows, self._newest])
        return rows.copy()


@final
class Recorder:
    """Collects what `History` shows."""

    def __init__(self) -> None:
        self._batches = Series(3)
        self._validations = Series(2)

    def batch(self, update: int, loss: float, accuracy: float, gradient_norm: float) -> None:
        self._batches.add(update, loss, accuracy, gradient_norm)

    def validation(self, update: int, loss: float, accuracy: float) -> None:
        self._validations.add(update, loss, accuracy)

    def history(self) -> History:
        batches, validations = self._batches.rows(), self._validations.rows()
        columns = (
            batches[:, 0].astype(np.int64),
            batches[:, 1],
            batches[:, 2],
            batches[:, 3],
            validations[:, 0].astype(np.int64),
            validations[:, 1],
            validations[:, 2],
        )
        for column in columns:
            column.flags.writeable = False
        return History(*columns)
