"""How often a network that is learning is shown anew."""

import time
from collections.abc import Callable

from rnnviz.engine.messages import Snapshot
from rnnviz.gui.toolkit.view import WEIGHTS
from rnnviz.session.state import State

SHARE = 0.08  # of the time may go into showing new weights
FASTEST, SLOWEST = 8.0, 2.0  # times a second


def _nothing() -> float:
    return 0.0


class Pace:
    """Lets a new snapshot of a learning network through so many times a second.

    Numbers that change more often cannot be read, and every frame that is painted is time in which nothing is learnt.
    Everything else (another network, another sequence, the end of learning, the playhead) passes at once.
    """

    def __init__(self, fastest: float = FASTEST, cost: Callable[[], float] = _nothing) -> None:
        """fastest: times a second. cost: the seconds that showing has taken so far; what is slow to show is shown less
        often, down to twice a second, so that no more than `SHARE` of the time is spent."""
        self._fastest, self._cost = fastest, cost
        self._shown: Snapshot | None = None
        self._moment, self._before = float("-inf"), 0.0
        self._withheld = False

    def pick(
        self, state: State, snapshot: Snapshot | None, changed: frozenset[str]
    ) -> tuple[Snapshot | None, frozenset[str]]:
        """What to show of this, and what of it is new."""
        old = self._shown
        if (
            state.learning
            and old is not None
            and snapshot is not None
            and snapshot.training
            and (snapshot.model, snapshot.shown) == (old.model, old.shown)
            and not self._due()
        ):
            self._withheld |= snapshot is not old
            return old, changed - WEIGHTS
        if snapshot is not old:
            self._moment, self._before = time.monotonic(), self._cost()
        withheld, self._withheld, self._shown = self._withheld, False, snapshot
        return snapshot, changed | WEIGHTS if withheld else changed

    def _due(self) -> bool:
        wanted = max(1 / self._fastest, (self._cost() - self._before) / SHARE)
        return time.monotonic() - self._moment >= min(wanted, 1 / SLOWEST)
