"""The engine's thread: commands in through a queue, the newest snapshot out through a mailbox of one slot."""

import contextlib
import queue
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import final

import numpy as np

from rnnviz.engine.blas import one_thread
from rnnviz.engine.messages import Command, Pause, Snapshot, Train
from rnnviz.engine.worker import Worker

_LONGEST_HOLD = 0.05  # seconds; however long a frame takes, learning goes on by an update in this time


@final
class Mailbox:
    """Holds the newest snapshot until it is taken. A newer one replaces it; only a problem not yet read is kept."""

    def __init__(self) -> None:
        self._filled = threading.Condition()
        self._snapshot: Snapshot | None = None

    def put(self, snapshot: Snapshot) -> None:
        with self._filled:
            old = self._snapshot
            if old is not None and old.problem is not None and snapshot.problem is None and old.model == snapshot.model:
                snapshot = replace(snapshot, problem=old.problem)
            self._snapshot = snapshot
            self._filled.notify()

    def take(self, patience: float = 0.0) -> Snapshot | None:
        with self._filled:
            if self._snapshot is None and patience > 0:
                self._filled.wait(patience)
            snapshot, self._snapshot = self._snapshot, None
            return snapshot


@final
class Engine:
    """One plain thread that trains and traces; it sleeps when there is nothing to do.

        engine = Engine()
        engine.start()
        engine.send(Build(1, fresh(spec), task, TrainingSpec()))
        engine.send(Show(1, x, target, mask))
        engine.send(Train())
        snapshot = engine.latest()   # from a timer; None when there is nothing new
        engine.stop()

    While it runs, NumPy's BLAS uses one thread: with more, small matrices are many times slower beside a busy window.
    """

    def __init__(self) -> None:
        self._commands: queue.SimpleQueue[Command | None] = queue.SimpleQueue()
        self._mailbox = Mailbox()
        self.held = 0.0  # seconds that `hold` has taken so far
        self._free = threading.Event()
        self._free.set()
        self._worker = Worker(self._mailbox.put, wanted=lambda: not self._free.is_set())
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()

    def start(self) -> None:
        """Start the thread, if it does not run."""
        if self._thread is None:
            self._stopping.clear()
            self._thread = threading.Thread(target=self._loop, name="rnnviz-engine", daemon=True)
            self._thread.start()

    def send(self, command: Command) -> None:
        """Queue a command; commands are obeyed in order, all that wait before the next piece of work."""
        self._commands.put(command)

    def latest(self, patience: float = 0.0) -> Snapshot | None:
        """The newest snapshot since the last call, or the next one within `patience` seconds, or None."""
        return self._mailbox.take(patience)

    @contextlib.contextmanager
    def hold(self) -> Iterator[None]:
        """While a frame is made: learning pauses after the update in hand, so that the two do not fight for the
        interpreter, which costs both more than it gives either. Never waits; large products go on beside it."""
        if not self._free.is_set():  # within another hold
            yield
            return
        start = time.perf_counter()
        self._free.clear()
        try:
            yield
        finally:
            self._free.set()
            self.held += time.perf_counter() - start

    def stop(self, timeout: float = 2.0) -> bool:
        """End the thread, also in the middle of an update or a long trace; True when it has ended in time."""
        thread = self._thread
        if thread is None:
            return True
        self._stopping.set()
        self._commands.put(None)
        thread.join(timeout)
        if thread.is_alive():
            return False
        self._thread = None
        return True

    def run_inline(self, updates: int = 0) -> None:
        """Without a thread: obey what was sent, learn for so many updates, trace, and come back when all is done."""
        with one_thread(), np.errstate(all="ignore"):
            while not self._commands.empty():
                self._obey(self._commands.get())
            self._worker.handle(Train(updates) if updates else Pause())
            while self._worker.advance():
                continue

    def _obey(self, command: Command | None) -> None:
        if command is not None:
            self._worker.handle(command)

    def _loop(self) -> None:
        busy = False
        with one_thread(), np.errstate(all="ignore"):
            while not self._stopping.is_set():
                if not busy:
                    self._obey(self._commands.get())
                while not self._commands.empty():
                    self._obey(self._commands.get())
                busy = not self._stopping.is_set() and self._worker.advance()
                if busy:
                    time.sleep(0)  # lets a waiting thread have the interpreter at once
                    self._free.wait(_LONGEST_HOLD)
