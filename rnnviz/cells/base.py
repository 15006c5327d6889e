"""What every cell is: parameters, a textbook step, and a fast scan over time that must equal the step.

Letters: T time, B batch, D input width, H hidden units, G row blocks in the weights (LSTM 4, GRU 3, Elman 1).
Shapes inside are feature-major, (T, features, B), one column per sequence, so that each gate is one contiguous block.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Gate:
    """One named array of a cell, as it is computed, drawn and differentiated.

    name: its key in a trace, and its letter in the equations. title: marked for translation in the context "cells".
    kind: sigmoid gates lie in [0, 1] and are drawn as lights; tanh in [-1, 1]; state is what is carried (c, h).
    role: its colour role, see `rnnviz.figure.palette`. tex: its equation with t as index, in TeX.
    """

    name: str
    title: str
    kind: Literal["sigmoid", "tanh", "state"]
    role: str
    tex: str
