"""Dropout with one mask for all clocks: units are silenced for a whole update.

Gal, Y. and Ghahramani, Z. (2016). A theoretically grounded application of dropout in recurrent neural networks.
arXiv:1512.05287. As in the paper the mask does not change with time, and all gates share it. Here all sequences of a
batch share it too, so that silencing a unit is the same as taking out its column of the weights that read it, and no
pass knows of it. What stays is scaled up by 1 / (1 - p), so that a network is tried out just as it is.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rnnviz.network.parameters import views

Array = NDArray[Any]


def thinning(
    rng: np.random.Generator, shapes: Mapping[str, tuple[int, ...]], inputs: float, layers: float, recurrent: float
) -> Array:
    """(N,): what each parameter is multiplied by during one update, 0 where the unit it reads is silent.

    inputs, layers, recurrent: the probability p that a unit of x, of the layer below, of h_(t-1) is silent. Both
    directions of a layer read the same x, so they share its mask; each has a memory, and a mask, of its own.
    """
    vector = np.ones(sum(int(np.prod(shape)) for shape in shapes.values()))
    masks: dict[str, Array] = {}
    for name, block in views(shapes, vector).items():
        if "weight_hh_" in name:
            key, share = name, recurrent
        elif "weight_ih_" in name:
            key = name.removesuffix("_reverse")
            share = inputs if key == "weight_ih_l0" else layers
        else:
            continue
        if key not in masks:
            masks[key] = np.where(rng.random(block.shape[1]) < share, 0.0, 1 / (1 - share))
        block *= masks[key]
    return vector
