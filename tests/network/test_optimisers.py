"""Optimisers and clipping, update by update, against PyTorch's."""

import numpy as np
import pytest
from golden_cases import GOLDEN, error

from rnnviz.network.optimisers import clip_by_norm, make_optimiser


@pytest.mark.parametrize("name", ["sgd", "momentum", "adam"])
def test_ten_updates_on_a_quadratic(name):
    A, b, w = GOLDEN["optim/A"], GOLDEN["optim/b"], GOLDEN["optim/w0"].copy()
    optimiser = make_optimiser(name)
    for theirs in GOLDEN[f"optim/{name}"]:
        gradient = A @ w - b
        before = gradient.copy()
        optimiser.update(w, gradient, 0.05)
        assert error(w, theirs) < 1e-10
        assert (gradient == before).all()


def test_clipping_scales_all_parameters_by_one_number():
    gradient = np.concatenate([GOLDEN["clip/g0"].ravel(), GOLDEN["clip/g1"].ravel()])
    norm = clip_by_norm(gradient, 1.0)
    assert norm == pytest.approx(float(GOLDEN["clip/norm"]), rel=1e-12)
    assert error(gradient, np.concatenate([GOLDEN["clip/c0"].ravel(), GOLDEN["clip/c1"].ravel()])) < 1e-10


@pytest.mark.parametrize("limit", [None, 6.0])
def test_a_short_gradient_is_left_alone(limit):
    gradient = np.array([3.0, 4.0])
    assert clip_by_norm(gradient, limit) == 5.0
    assert gradient.tolist() == [3.0, 4.0]


def test_unknown_optimisers_are_named():
    with pytest.raises(ValueError, match=r"“adamw”.*sgd, momentum, adam"):
        make_optimiser("adamw")
