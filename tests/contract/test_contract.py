"""Every cell, direction, depth, scenario, loss, mask, initialisation and regulariser keeps every promise.

What is checked where, beside this: each cell alone in tests/cells; plain loops that share no line with the program, and
PyTorch's numbers, in tests/network; Jacobians, their products and graphs that are cut in tests/gradients; dropout
against weights without columns in tests/network; penalties, noise and Newton's step in tests/engine.
"""

import pytest
from cases import ANY, AXES, BASES, CHECKS, KINDS, REGULARISERS, SINGLES, Case
from hypothesis import HealthCheck, given, settings

from rnnviz.cells.base import cells
from rnnviz.engine.training import Trainer
from rnnviz.gradients import jacobians
from rnnviz.gradients.methods import rtrl
from rnnviz.network.passes import Passes


@pytest.mark.parametrize("case", list(SINGLES.values()), ids=list(SINGLES))
@pytest.mark.parametrize("check", list(CHECKS.values()), ids=list(CHECKS))
def test_every_value_of_every_axis(check, case):
    check(case)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(case=ANY)
@pytest.mark.parametrize("check", list(CHECKS.values()), ids=list(CHECKS))
def test_whatever_is_combined(check, case):
    check(case)


def test_the_axes_are_those_of_the_program():
    assert {name for name, _ in KINDS} == set(cells)
    assert ("lstm", {"peepholes": True}) in KINDS
    assert ("feedforward", {"activation": "relu"}) in KINDS
    assert ("gru", {"reset": "before"}) in KINDS
    assert not any(name in ("lstm", "gru") and "activation" in options for name, options in KINDS)
    assert set(REGULARISERS) == {"l1", "l2", "dropout_inputs", "dropout_layers", "dropout_recurrent", "noise"}
    for axis, values in AXES.items():
        seen = [getattr(case, axis) for case in SINGLES.values()]
        assert all(value in seen for value in values), axis


def scaled(monkeypatch, place, name, change):
    """`place.name` with `change` made to what it returns."""
    right = getattr(place, name)
    monkeypatch.setattr(place, name, lambda *a, **k: change(right(*a, **k)))


def plant_step(monkeypatch, cell):
    right = type(cell).step

    def wrong(self, *arguments):
        after, values = right(self, *arguments)
        return after, values | {"h": values["h"] * 1.001}

    monkeypatch.setattr(type(cell), "step", wrong)


def plant_backward(monkeypatch, when=lambda passes: True):
    right = Passes.backward

    def wrong(self, *arguments, **named):
        yield from right(self, *arguments, **named)
        if when(self):
            self.vector *= 1.001

    monkeypatch.setattr(Passes, "backward", wrong)


def plant_jacobian(monkeypatch, case):
    def change(found):
        return found[0] * 1.001, found[1]

    scaled(monkeypatch, jacobians, "layer_jacobians", change)


def plant_sensitivities(monkeypatch, case):
    def change(made):
        made.by_input *= 1.001
        return made

    scaled(monkeypatch, rtrl, "OneClock", change)


def plant_bits(monkeypatch):
    counted = []
    right = Trainer._step

    def wrong(self, *arguments):
        right(self, *arguments)
        counted.append(1)
        self.network.vector[0] *= 1 + 1e-3 * len(counted)

    monkeypatch.setattr(Trainer, "_step", wrong)


PLANTS = {
    "step_is_scan": lambda patch, case: plant_step(patch, case.network().cell),
    "central_differences": lambda patch, case: plant_backward(patch),
    "jacobian": plant_jacobian,
    "rtrl_is_bptt": plant_sensitivities,
    "a_batch_is_its_sequences": lambda patch, case: plant_backward(patch, lambda passes: passes.batch > 1),
    "single_precision": lambda patch, case: plant_backward(patch, lambda passes: passes.vector.dtype == "float32"),
    "the_same_seed_gives_the_same_bits": lambda patch, case: plant_bits(patch),
    "what_is_learnt_from_is_the_gradient_of_loss_and_regulariser": lambda patch, case: plant_backward(patch),
}


@pytest.mark.parametrize("case", BASES, ids=str)
@pytest.mark.parametrize("name", CHECKS)
def test_an_error_of_one_in_a_thousand_is_caught(monkeypatch, name, case):
    CHECKS[name](case)
    PLANTS[name](monkeypatch, case)
    with pytest.raises(AssertionError):
        CHECKS[name](case)


@pytest.mark.parametrize("regulariser", REGULARISERS)
def test_an_error_of_one_in_a_thousand_in_a_regulariser_is_caught(monkeypatch, regulariser):
    check, case = CHECKS["what_is_learnt_from_is_the_gradient_of_loss_and_regulariser"], Case(regulariser=regulariser)
    check(case)
    if regulariser in ("l1", "l2"):

        def wrong(weights, which, l1, l2, gradient):
            gradient += 1.001 * which * (l1 * (weights > 0) - l1 * (weights < 0) + l2 * weights)

        monkeypatch.setattr("rnnviz.engine.training.add_penalty_gradient", wrong)
    elif regulariser == "noise":
        scaled(monkeypatch, __import__("rnnviz.engine.training", fromlist=["x"]), "gradient_noise", lambda n: 1.001 * n)
    else:
        plant_backward(monkeypatch, lambda passes: passes.masks is not None)
    with pytest.raises(AssertionError):
        check(case)
