"""How the network is folded and unrolled: over a moment, and back from wherever it is."""

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from rnnviz.figure.marks import ease
from rnnviz.session.playback import ROLL


class Rolling(QObject):
    """Knows how far the network is folded, 0 to 1, and moves that to where it is wanted. `moved` carries each value on
    the way. What is under way can be turned round at any moment."""

    moved = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rolled = 0.0
        self._start = self._target = 0.0
        self._animation = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._animation.valueChanged.connect(self._moved)

    @property
    def running(self) -> bool:
        """Whether it is on the way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def go(self, rolled: bool, speed: float, jump: bool) -> None:
        """Fold or unroll, `speed` times as fast as usual, or at once; a part of the way in a part of the time."""
        target = float(rolled)
        if target == self._target and (self.running or self.rolled == target):
            if jump and self.running:
                self._end()
            return
        self._animation.stop()
        self._start, self._target = self.rolled, target
        self._animation.setDuration(max(1, round(1000 * ROLL / speed * abs(target - self.rolled))))
        if jump:
            self._end()
        else:
            self._animation.start()

    def _end(self) -> None:
        self._animation.stop()
        self._set(self._target)

    def _moved(self, part: float) -> None:
        if not self.running:
            return  # a new duration makes Qt work out the value of an animation that was stopped
        self._set(self._target if part >= 1 else self._start + (self._target - self._start) * ease(part))

    def _set(self, rolled: float) -> None:
        if rolled != self.rolled:
            self.rolled = rolled
            self.moved.emit(rolled)
