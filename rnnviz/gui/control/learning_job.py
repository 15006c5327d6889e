"""A machine that learns in a plain thread of its own, so that no update, however long, holds up the window."""

import threading
import time
from typing import Any

from rnnviz.energy.learning import LearningSpec, learnt
from rnnviz.errors import InputError

BURST, REST = 0.008, 0.003  # seconds: the window needs Python's lock now and then


class LearningJob:
    """`newest` is (machine, updates); `problem` says what ended it early, if anything did."""

    def __init__(self, machine: Any, data: Any, spec: LearningSpec, seed: int, updates: int, most: int | None) -> None:
        """most: how many updates to make; None until it is stopped."""
        self.newest = (machine, updates)
        self.problem: InputError | None = None
        self._data, self._spec, self._seed, self._most = data, spec, seed, most
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rnnviz-learning", daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def stop(self, timeout: float = 1.5) -> bool:
        """End after the update in hand; True when the thread has ended."""
        self._stop.set()
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        machine, updates = self.newest
        last = None if self._most is None else updates + self._most
        rest = time.monotonic() + BURST
        try:
            while not self._stop.is_set() and updates != last:
                machine = learnt(machine, self._data, self._spec, self._seed, updates)
                updates += 1
                self.newest = (machine, updates)
                if time.monotonic() > rest:
                    time.sleep(REST)
                    rest = time.monotonic() + BURST
        except InputError as error:
            self.problem = error
