"""The course of learning in bounded memory."""

from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from rnnviz.engine.messages import Exam, History, Stopped
from rnnviz.engine.place import Place


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

    def back_to(self, update: int) -> None:
        """Forget what came after this update."""
        self._count = int(np.count_nonzero(self._rows[: self._count, 0] <= update))
        if self._newest is not None and self._newest[0] > update:
            self._newest = None

    def rows(self) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        """(N, 1 + columns), a copy that ends with the newest row."""
        rows = self._rows[: self._count]
        if self._newest is not None and (self._count == 0 or rows[-1, 0] != self._newest[0]):
            return np.vstack([rows, self._newest])
        return rows.copy()


@final
class Recorder:
    """Collects what `History` shows."""

    def __init__(self, loss_name: str = "", place: Place | None = None) -> None:
        self._loss_name = loss_name
        self._batches = Series(4)
        self._exams = Series(4)
        self._confusion: NDArray[np.int64] | None = None
        self.stopped: Stopped | None = None
        self.backend = ""
        self._place = place or Place()

    def batch(self, update: int, loss: float, accuracy: float, gradient_norm: float, penalty: float = 0.0) -> None:
        self._batches.add(update, loss, accuracy, gradient_norm, penalty)

    def exam(self, update: int, exam: Exam) -> None:
        if self.stopped is None:  # afterwards the weights are earlier ones, whose numbers are known
            self._exams.add(update, exam.loss, exam.accuracy, exam.test_loss, exam.test_accuracy)
        self._confusion = exam.confusion

    def go_on(self, update: int) -> None:
        """Learning goes on from the weights of this update: what came after them is no part of their course."""
        self._batches.back_to(update)
        self._exams.back_to(update)
        self.stopped = None

    def history(self) -> History:
        batches, exams = self._batches.rows(), self._exams.rows()
        columns: dict[str, Any] = {
            "updates": batches[:, 0].astype(np.int64),
            "loss": batches[:, 1],
            "accuracy": batches[:, 2],
            "gradient_norms": batches[:, 3],
            "penalty": batches[:, 4],
            "validation_updates": exams[:, 0].astype(np.int64),
            "validation_loss": exams[:, 1],
            "validation_accuracy": exams[:, 2],
            "test_loss": exams[:, 3],
            "test_accuracy": exams[:, 4],
        }
        for column in columns.values():
            column.flags.writeable = False
        return History(
            **columns,
            confusion=self._confusion,
            loss_name=self._loss_name,
            stopped=self.stopped,
            backend=self.backend,
            fault=self._place.fault,
        )
