"""Measurements that take seconds, in a plain thread of their own; a timer of the window looks at what there is."""

import logging
import threading
from collections.abc import Iterator
from typing import Any

log = logging.getLogger("rnnviz")


class ExperimentJob:
    """Takes one point after the other from an iterator. `points` grows while it runs; `failure` says what ended it
    early, if anything did."""

    def __init__(self, points: Iterator[Any]) -> None:
        self._source = points
        self._cancel = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rnnviz-experiment", daemon=True)
        self.points: tuple[Any, ...] = ()
        self.failure = ""

    def start(self) -> None:
        self._thread.start()

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def cancel(self) -> None:
        """Ask it to end after the point in hand."""
        self._cancel.set()

    def join(self, timeout: float) -> bool:
        """Wait for its end; True when it has ended."""
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            for point in self._source:
                self.points = (*self.points, point)
                if self._cancel.is_set():
                    return
        except Exception as error:  # a thread has nobody above it who could say what happened
            log.exception("experiment")
            self.failure = str(error) or repr(error)
