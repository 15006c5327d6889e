"""How far one update moved each parameter, against how large it is."""

from collections.abc import Mapping

import numpy as np

from rnnviz.gradients.base import Array


def update_ratios(before: Mapping[str, Array], after: Mapping[str, Array]) -> dict[str, float]:
    """||w_after - w_before|| / ||w_before|| by parameter; infinite for a parameter that was 0 and moved, NaN for one
    that was 0 and stayed.

    About 0.001 is a usual pace; 0.1 tears the network apart, 0.00001 gets nowhere (a rule of thumb that many courses
    give, e.g. Karpathy's CS231n notes of 2015; it depends on optimiser and task).
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            name: float(np.linalg.norm(after[name] - array) / np.linalg.norm(array)) for name, array in before.items()
        }
