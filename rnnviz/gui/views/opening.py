"""How the columns of open cells become wide and narrow again."""

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from rnnviz.figure.inside.geometry import between, widened_axis
from rnnviz.figure.marks import ease
from rnnviz.figure.time_axis import TimeAxis
from rnnviz.session.state import State

DURATION_MS = 200


class Opening(QObject):
    """Knows which cells are open, how wide that makes their columns, and moves the axis there. `moved` carries the axis
    of each frame on the way."""

    moved = Signal(object)  # TimeAxis

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clocks = range(0)
        self.column = 0.0  # the width of a column before a cell was opened
        self._start = self._target = TimeAxis(1, 600.0, 0.0)
        self._animation = QVariantAnimation(self, duration=DURATION_MS, startValue=0.0, endValue=1.0)
        self._animation.valueChanged.connect(self._moved)

    @property
    def running(self) -> bool:
        """Whether columns are on the way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def stop(self) -> None:
        """Columns stay where they are: what comes next knows where they belong."""
        self._animation.stop()

    def show(self, state: State) -> bool:
        """Take from the state which cells are open; whether that is a change."""
        clocks = range(0)
        if state.opened is not None:
            clocks = state.opened.clocks(state.position.t, len(state.sequence))
        old, self.clocks = self.clocks, clocks
        return clocks != old

    def widened(self, axis: TimeAxis, height: float) -> TimeAxis:
        """An even axis with room for the open cells on a stage `height` pixels high."""
        return widened_axis(axis, self.clocks, height) if self.clocks else axis

    def go(self, target: TimeAxis, jump: bool, speed: float = 1.0) -> None:
        """Bring the axis there in a short while, or at once: columns open or close, or what is open slides on. speed:
        of playing, so that the cell is there before its values are."""
        start = self.parent().axis
        self._animation.stop()
        if not start.opened:
            self.column = start.column
        self._start, self._target = start, target
        if jump or not (start.opened or target.opened) or not self.parent().isVisible():
            self._moved(1.0)
        else:
            self._animation.setDuration(max(1, round(DURATION_MS / speed)))
            self._animation.start()

    def _moved(self, part: float) -> None:
        self.moved.emit(between(self._start, self._target, ease(part)))
