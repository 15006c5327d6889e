"""The window while the network learns: paint time, frame interval, training throughput, start, memory; and its frames
while a cell is open and plays, while the network is folded, and after an edit.

    python tests/benchmarks/bench_window.py [--seconds 6] [--size 1280x720]

Prints tables; asserts nothing. Paint: time spent for one frame in the paint events of stage, tracks and curves, and in
finding out what of stage and tracks has to be painted.
Interval: from one tick of the frame timer to the next; what delays it delays every click. Throughput: updates a second
with the window beside those of the engine alone, while the window's frames stand still. Start:
from the beginning of the process to the first painted frame. Fold: making and painting the stage at places on the way.
Edit: from the change of a weight to the last paint event that follows from it.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QCoreApplication, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from rnnviz.gui.control.controller import Controller
from rnnviz.gui.dialogs.preferences import Preferences
from rnnviz.gui.toolkit import fonts
from rnnviz.gui.toolkit.drawing_view import DrawingView
from rnnviz.gui.toolkit.plot_view import BarePlot
from rnnviz.gui.views.curves_view import CurvesView
from rnnviz.gui.window import MainWindow
from rnnviz.inputs import read_text
from rnnviz.network.optimisers.adam import Adam
from rnnviz.session.start import fresh_state, initial
from rnnviz.session.state import Key, State

SIZES = ((1280, 720), (1920, 1080))
FOLDS = tuple((layers, way) for layers in (1, 3) for way in ("forward", "bidirectional"))
PLACES = np.linspace(0.02, 0.98, 25)  # of the way to the folded network
PLAYS = {False: "paused", True: "playing"}
CASES = ((8, 3), (1000, 32), (10_000, 256))

# The child is a whole program: everything up to the end of the first paint of the whole window.
CHILD = """
import resource, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from rnnviz.gui import application
from rnnviz.gui.window import MainWindow
from rnnviz.session import start
program = QApplication(sys.argv[:1])
window = MainWindow(start.initial(), application.prepare(program))
window.resize(1280, 720)
window.show()
window.controller.start()
program.processEvents()
print("painted", flush=True)
def end():
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, flush=True)
    window.close()
    program.quit()
QTimer.singleShot(1500, end)
program.exec()
"""


class Meter:
    """Adds up what painting one frame costs; a frame begins with the controller's tick."""

    def __init__(self) -> None:
        self.paints: list[float] = []
        self.intervals: list[float] = []
        self._spent = 0.0
        self._last: float | None = None
        self._on = False

    def tick(self) -> None:
        now = time.perf_counter()
        if self._on:
            if self._spent:
                self.paints.append(self._spent)
            if self._last is not None:
                self.intervals.append(now - self._last)
        self._spent, self._last = 0.0, now

    def timed(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def paint(view: Any, *args: Any) -> None:
            started = time.perf_counter()
            method(view, *args)
            self._spent += time.perf_counter() - started

        return paint

    def begin(self) -> None:
        self._on, self._last, self._spent = True, None, 0.0

    def end(self) -> None:
        self._on = False

    def clear(self) -> None:
        self.paints.clear()
        self.intervals.clear()


def install(meter: Meter) -> None:
    """Time the paint events from now on. The plot lies in the curves view, but its paint event is its own."""
    for kind in (DrawingView, CurvesView, BarePlot):
        kind.paintEvent = meter.timed(kind.paintEvent)
    DrawingView.refresh_between = meter.timed(DrawingView.refresh_between)
    tick = Controller.tick

    def metered(controller: Controller) -> None:
        meter.tick()
        tick(controller)

    Controller.tick = metered


def wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def state_of(steps: int, hidden: int) -> State:
    bits = " ".join("1001011010"[k % 10] for k in range(steps))
    return fresh_state("parity", cell="lstm", hidden=hidden, sequence=read_text(bits, "bits"))


@contextmanager
def shown(state: State, size: tuple[int, int]) -> Iterator[MainWindow]:
    """A window of this size that has been painted, with its engine."""
    window = MainWindow(state, Preferences("light"))
    window.resize(*size)
    window.setVisible(True)
    window.controller.start()
    wait(0.5)
    yield window
    window.close()
    wait(0.2)


class Count:
    """Counts the updates of every network in this process, also while a long trace delays the snapshots."""

    def __init__(self) -> None:
        self.updates = 0
        update = Adam.update

        def counted(adam: Adam, *args: Any) -> None:
            update(adam, *args)
            self.updates += 1

        Adam.update = counted

    def rate(self, seconds: float, sleep: Callable[[float], Any]) -> float:
        """Updates a second from now on."""
        first, moment = self.updates, time.perf_counter()
        sleep(seconds)
        return (self.updates - first) / (time.perf_counter() - moment)


def measure(
    state: State, size: tuple[int, int], seconds: float, meter: Meter, count: Count, playing: bool
) -> tuple[float, float]:
    """(updates a second with nothing beside the engine's thread, and with the window showing it), each the median of
    turns of a second, which alternate: a machine that others use as well is slower at one time than at another."""
    with shown(state, size) as window:
        controller = window.controller
        controller.set_loop(True)
        controller.toggle_training()
        if playing:
            controller.play()
        wait(1.0)
        meter.clear()
        frames = controller.findChild(QTimer)
        alone, beside = [], []
        for _ in range(max(1, round(seconds))):
            frames.stop()
            wait(0.1)
            alone.append(count.rate(1.0, wait))
            frames.start()
            wait(0.2)
            meter.begin()
            beside.append(count.rate(1.0, wait))
            meter.end()
    return float(np.median(alone)), float(np.median(beside))


def open_cell(size: tuple[int, int], unit: int, seconds: float, meter: Meter) -> None:
    """A cell is open and plays: into the meter. unit: -1 for all."""
    with shown(state_of(8, 4), size) as window:
        window.cells.open(Key("H", 2, unit))
        window.controller.set_loop(True)
        window.controller.play()
        wait(1.0)
        meter.clear()
        meter.begin()
        wait(seconds)
        meter.end()


def fold(layers: int, direction: str) -> list[float]:
    """Seconds of each place on the way."""
    with shown(initial(), SIZES[0]) as window:
        window.controller.set_network(layers=layers, direction=direction)
        wait(0.5)
        stage, moments = window.timeline.stage, [time.perf_counter()]
        for place in PLACES.tolist():
            stage.set_rolled(place)
            stage.repaint()
            moments.append(time.perf_counter())
    return np.diff(moments).tolist()


def edits() -> list[float]:
    """Seconds from a change of a weight to its picture, H = 32 and T = 50."""
    with shown(state_of(50, 32), SIZES[0]) as window:
        window.controller.to_end()
        editor, took = window.weights.editor, []
        for k in range(30):
            wait(0.05)
            started = time.perf_counter()
            editor.change("weight_hh_l0", (3, 4), 0.05 * k)
            QCoreApplication.processEvents()
            took.append(time.perf_counter() - started)
        editor.finish()
    return took


def milliseconds(values: list[float]) -> str:
    if not values:
        return f"{'-':>8} {'-':>8}"
    return f"{1000 * np.median(values):8.2f} {1000 * np.percentile(values, 99):8.2f}"


def first_frame() -> tuple[float, int]:
    """(seconds to the first painted frame, peak memory in MB) of a fresh process."""
    started = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", CHILD], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    child.stdout.readline()
    seconds = time.perf_counter() - started
    memory = int(child.stdout.readline())
    child.wait()
    return seconds, memory


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=6.0, help="how long each case is measured")
    parser.add_argument("--size", default="1280x720", help="of the window")
    wanted = parser.parse_args()
    width, height = (int(part) for part in wanted.size.split("x"))

    starts = [first_frame() for _ in range(4)][1:]
    print(
        f"start, warm: first frame after {min(s for s, _ in starts):.2f} to {max(s for s, _ in starts):.2f} s, ", end=""
    )
    print(f"peak memory {max(m for _, m in starts)} MB\n")

    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, folder)
        application = QApplication.instance() or QApplication([])
        QCoreApplication.setApplicationName("bench")
        application.setFont(fonts.font(13))
        meter, count = Meter(), Count()
        install(meter)
        print(f"window {width}x{height}, learning, {os.cpu_count()} cores; milliseconds\n")
        print("| T, H, window | paint median, p99 | interval median, p99 | updates/s alone | with window | share |")
        print("| ------------ | ----------------- | -------------------- | --------------: | ----------: | ----: |")
        for steps, hidden in CASES:
            state = initial() if (steps, hidden) == (8, 3) else state_of(steps, hidden)
            for playing in PLAYS:
                alone, with_it = measure(state, (width, height), wanted.seconds, meter, count, playing)
                share = with_it / max(alone, 1.0)
                print(
                    f"| {steps}, {hidden}, {PLAYS[playing]} | {milliseconds(meter.paints)} "
                    f"| {milliseconds(meter.intervals)} | {alone:.1f} | {with_it:.1f} | {share:.0%} |",
                    flush=True,
                )
        print("\n| open cell, playing | paint median, p99 | interval median, p99 |")
        print("| ------------------ | ----------------- | -------------------- |")
        for size in SIZES:
            for unit, which in ((0, "one unit"), (-1, "all units")):
                open_cell(size, unit, wanted.seconds, meter)
                print(
                    f"| {size[0]}x{size[1]}, {which} | {milliseconds(meter.paints)} | {milliseconds(meter.intervals)} |"
                )
        print("\n| fold | a frame: median, p99 |\n| ---- | -------------------- |")
        for layers, direction in FOLDS:
            print(f"| layers: {layers}, {direction} | {milliseconds(fold(layers, direction))} |", flush=True)
        print(f"\nedit at H = 32, T = 50, to its picture: median, p99 {milliseconds(edits())}")


if __name__ == "__main__":
    main()
