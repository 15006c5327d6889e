"""Early stopping: learning ends by itself when the held-out loss has not fallen for a while.

Prechelt, L. (1998). Early stopping, but when? In Neural networks: tricks of the trade.
"""

from dataclasses import replace
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from rnnviz.engine.messages import Stopped

_LOOKS = 20  # validations within the patience


@final
class EarlyStopping:
    """Keeps the best weights so far. When it looks depends on the number of the update alone, never on the clock."""

    def __init__(self, patience: int) -> None:
        self.patience = patience
        self.every = max(1, patience // _LOOKS)
        self._best: Stopped | None = None
        self._weights: NDArray[Any] = np.zeros(0)

    def due(self, update: int) -> bool:
        """Whether to validate after this update."""
        return update % self.every == 0

    def look(self, update: int, loss: float, accuracy: float, weights: NDArray[Any]) -> Stopped | None:
        """What the held-out loss and accuracy are after this update. When the patience is over, the best weights are
        back in `weights`, and the answer says which they are."""
        best = self._best
        if best is None or loss < best.loss:
            self._best, self._weights = Stopped(update, update, loss, accuracy), weights.copy()
            return None
        if update - best.best < self.patience:
            return None
        weights[...] = self._weights
        return replace(best, updates=update)
