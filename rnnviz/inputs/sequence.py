"""A sequence as a person gave it, before a task turns it into numbers for the network."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Kind = Literal["bits", "numbers", "vectors", "text"]


@dataclass(frozen=True, eq=False)
class Sequence:
    """T symbols in order.

    text: what was typed, or the name of the file. kind: how it was read. labels: T strings, shown under X.
    values: (T, width) float64, read-only; width 1 for bits and numbers, 0 for text, whose symbols are its labels.
    """

    text: str
    kind: Kind
    labels: tuple[str, ...]
    values: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.labels)
