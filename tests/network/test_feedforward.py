"""Without a memory: no recurrent parameters, and no clock knows of another."""

import numpy as np

import rnnviz
from rnnviz import Network

SMALL = {"inputs": 2, "hidden": 3, "outputs": 2, "layers": 2}


def test_it_has_the_parameters_of_a_linear_layer_and_no_others():
    shapes = {name: array.shape for name, array in Network("feedforward", **SMALL).parameters.items()}
    assert shapes == {
        "weight_ih_l0": (3, 2),
        "bias_ih_l0": (3,),
        "weight_ih_l1": (3, 3),
        "bias_ih_l1": (3,),
        "readout.weight": (2, 3),
        "readout.bias": (2,),
    }


def test_every_clock_is_answered_from_its_own_input_alone():
    net, rng = Network("feedforward", **SMALL), np.random.default_rng(0)
    x = rng.standard_normal((6, 2, 2))
    shuffled = rng.permutation(6)
    trace = net.run(x)
    assert np.allclose(net.run(x[shuffled]).output, trace.output[shuffled], rtol=1e-14)
    begun = net.run(x, {"h": rng.standard_normal((2, 2, 3))})
    assert (begun.output == trace.output).all()


def test_no_gradient_comes_from_another_clock():
    net, rng = Network("feedforward", **SMALL), np.random.default_rng(1)
    x, target, mask = rng.standard_normal((6, 2, 2)), np.zeros((6, 2, 2)), np.zeros((6, 2))
    mask[3] = 1
    grads = net.gradients(x, target, mask=mask)
    assert (grads.norm("h")[3] > 0).all()
    assert not np.delete(grads.norm("h"), 3, axis=0).any()
    assert not grads.state["h"].any()
    assert not rnnviz.jacobians(net, x).matrices.any()
    assert rnnviz.jacobians(net, x).recurrent == {}
