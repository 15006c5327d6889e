"""Losses by hand, at the extremes, and with masks."""

import numpy as np
import pytest

from rnnviz import Network
from rnnviz.network.losses import loss_and_gradient, loss_name


def network(output: str, logits: list[float]) -> Network:
    """Says these logits whatever it reads."""
    net = Network("elman", inputs=1, hidden=1, outputs=len(logits), output=output)
    parameters = {name: np.zeros(array.shape) for name, array in net.parameters.items()}
    net.load_parameters(parameters | {"readout.bias": logits})
    return net


def test_by_hand():
    x = np.zeros((1, 1, 1))
    quarters = [np.log(0.25), np.log(0.75)]
    assert network("linear", [3.0, 5.0]).gradients(x, [[[1.0, 4.0]]]).loss == pytest.approx((4 + 1) / 2)
    softmax = network("softmax", quarters)
    assert softmax.gradients(x, [[[1.0, 0.0]]], "cross_entropy").loss == pytest.approx(-np.log(0.25))
    sigmoid = network("sigmoid", [np.log(3.0)])  # says 0.75
    assert sigmoid.gradients(x, [[[0.0]]], "binary_cross_entropy").loss == pytest.approx(-np.log(0.25))
    assert sigmoid.gradients(x, [[[0.0]]], "mse").loss == pytest.approx(0.75**2)


def test_class_numbers_are_one_hot():
    net = Network("gru", inputs=2, hidden=3, outputs=3, output="softmax")
    x = np.random.default_rng(0).standard_normal((4, 2, 2))
    classes = np.array([[0, 1], [2, 1], [0, 0], [1, 2]])
    a, b = (net.gradients(x, target, "cross_entropy") for target in (classes, np.eye(3)[classes]))
    assert a.loss == b.loss
    assert (a["h"] == b["h"]).all()
    with pytest.raises(ValueError, match=r"class 3.*0 to 2"):
        net.gradients(x, classes + 1, "cross_entropy")


@pytest.mark.parametrize("sign", [-1, 1])
def test_huge_logits_neither_overflow_nor_lose_the_loss(sign):
    x = np.zeros((1, 1, 1))
    softmax = network("softmax", [sign * 1000.0, 0.0]).gradients(x, [[[1.0, 0.0]]], "cross_entropy")
    assert softmax.loss == pytest.approx(1000.0 if sign < 0 else 0.0)
    sigmoid = network("sigmoid", [sign * 1000.0]).gradients(x, [[[1.0]]], "binary_cross_entropy")
    assert sigmoid.loss == pytest.approx(1000.0 if sign < 0 else 0.0)
    assert np.isfinite(sigmoid["s"]).all()


@pytest.mark.parametrize("output", ["linear", "softmax", "sigmoid"])
def test_what_is_masked_does_not_count(output):
    net = Network("lstm", inputs=2, hidden=3, outputs=2, output=output, seed=1)
    rng = np.random.default_rng(0)
    x, target = rng.standard_normal((5, 3, 2)), rng.dirichlet(np.ones(2), (5, 3))
    mask = np.zeros((5, 3))
    mask[:2] = 1
    masked, short = net.gradients(x, target, None, mask=mask), net.gradients(x[:2], target[:2], None)
    assert masked.loss == pytest.approx(short.loss, rel=1e-14)
    assert (masked["h"][2:] == 0).all()
    assert np.allclose(masked["h"][:2], short["h"], rtol=1e-13)
    assert net.gradients(x, target, None, mask=np.ones((5, 3))).loss == pytest.approx(
        net.gradients(x, target, None).loss
    )


def test_a_loss_that_fits_is_chosen():
    chosen = {output: loss_name(None, output) for output in ("linear", "softmax", "sigmoid")}
    assert chosen == {"linear": "mse", "softmax": "cross_entropy", "sigmoid": "binary_cross_entropy"}


def test_when_nothing_counts_there_is_no_loss_and_no_gradient():
    a = np.ones((3, 2))
    loss, gradient = loss_and_gradient("mse", "linear", a, a, 0 * a, np.zeros((3, 1)))
    assert np.isnan(loss)
    assert (gradient == 0).all()
