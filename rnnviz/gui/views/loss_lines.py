"""Which curves the plot of learning shows: arithmetic on a `History`, without a widget."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rnnviz.engine.messages import History

Floats = NDArray[np.floating]
MODES = ("both", "loss", "accuracy", "perplexity", "confusion")


@dataclass(frozen=True, eq=False)
class Line:
    """One curve: what it is of (loss, accuracy, perplexity), which sequences (training, validation, test), and its
    points. Accuracies lie in [0, 1], the others on a logarithmic axis."""

    quantity: str
    sequences: str
    updates: NDArray[np.integer]
    values: Floats

    def nearest(self, update: float) -> tuple[int, float]:
        """The recorded update nearest to this one, and its value."""
        index = int(np.argmin(np.abs(self.updates - update)))
        return int(self.updates[index]), float(self.values[index])


def lines_of(history: History, mode: str) -> list[Line]:
    """The curves of a mode, those without a single number left out."""
    if mode == "both":
        made = [
            Line("loss", "training", history.updates, history.loss),
            Line("accuracy", "training", history.updates, history.accuracy),
        ]
    else:
        exams = history.validation_updates
        training, validation, test = {
            "loss": (history.loss, history.validation_loss, history.test_loss),
            "accuracy": (history.accuracy, history.validation_accuracy, history.test_accuracy),
            "perplexity": (history.perplexity, history.validation_perplexity, history.test_perplexity),
        }[mode]
        made = [
            Line(mode, "training", history.updates, training),
            Line(mode, "validation", exams, validation),
            Line(mode, "test", exams, test),
        ]
    return [line for line in made if len(line.updates) and (mode == "both" or not np.isnan(line.values).all())]


def binned(values: Floats, most: int) -> Floats:
    """At most `most` values: means of neighbours, the last of which may be fewer. NaN in a bin is NaN, a gap."""
    size = -(-len(values) // max(1, most))
    if size <= 1:
        return values
    starts = np.arange(0, len(values), size)
    return np.add.reduceat(values, starts) / np.diff([*starts, len(values)])
