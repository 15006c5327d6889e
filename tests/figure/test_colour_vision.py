"""Every role and every scale can be told apart, also without red or without green cones."""

from itertools import combinations

import numpy as np
import pytest
from colour_vision import VISIONS, ciede2000, lab

from rnnviz.cells.base import cells, make_cell
from rnnviz.figure.palette import THEMES, diverging, filling, ordered, rgba

# CIEDE2000: 1 is just noticed by a trained eye with both colours side by side.
APART = 8.0
THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
VISION = pytest.mark.parametrize("vision", VISIONS)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [  # of the test data of Sharma et al. (2005)
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_difference_is_that_of_the_publication(one, other, expected):
    assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)
    assert ciede2000(other, one) == pytest.approx(expected, abs=1e-4)


def test_red_and_green_of_one_lightness_are_confused_in_the_simulation():
    red, green = (203, 96, 96), (120, 130, 96)
    assert ciede2000(lab(red), lab(green)) > 25
    assert ciede2000(lab(red, "deuteranopia"), lab(green, "deuteranopia")) < 8
    grey = np.array([(k, k, k) for k in (0, 60, 128, 255)])
    for vision in VISIONS:
        assert np.allclose(lab(grey, vision), lab(grey), atol=0.1)


@VISION
@THEME
def test_the_roles_of_every_network_stay_apart(theme, vision):
    for cell in cells:
        roles = ["X", "M", "S", *dict.fromkeys(["H", *(gate.role for gate in make_cell(cell).gates)])]
        for one, other in combinations(roles, 2):
            away = ciede2000(lab(rgba(theme.role(one)), vision), lab(rgba(theme.role(other)), vision))
            assert away >= APART, (cell, one, other, away)
    for one, other in combinations(("energy", "free", "temperature"), 2):
        assert ciede2000(lab(rgba(theme.role(one)), vision), lab(rgba(theme.role(other)), vision)) >= APART


@VISION
@pytest.mark.parametrize("ramp", ["activation", "weight", "line-light", "line-dark"])
def test_the_sign_can_be_seen(ramp, vision):
    """From a fifth of the scale on."""
    values = np.linspace(0.2, 1, 33)
    away = ciede2000(lab(diverging(-values, ramp), vision), lab(diverging(values, ramp), vision))
    assert away.min() >= APART, (values[away.argmin()], away.min())


@VISION
def test_a_weight_never_looks_like_an_activation(vision):
    """Of the same size, from half of the scale on, whatever the signs."""
    values = np.linspace(0.5, 1, 33)
    for sign in (1, -1):
        for other in (1, -1):
            weight, activation = diverging(sign * values, "weight"), diverging(other * values)
            away = ciede2000(lab(weight, vision), lab(activation, vision))
            assert away.min() >= APART, (sign, other, values[away.argmin()], away.min())


@VISION
@THEME
def test_scales_never_go_back(theme, vision):
    """Away from the middle every colour is further from it; a gate that is more open is further from a closed one."""
    part = np.linspace(0, 1, 21)
    for ramp in ("activation", "weight"):
        for sign in (1, -1):
            from_middle = ciede2000(
                lab(diverging(sign * part, ramp), vision), lab(diverging(np.zeros(1), ramp), vision)
            )
            assert (np.diff(from_middle) > 0).all()
    for role in ("forget", "input", "output", "H"):
        steps = lab(filling(part, theme.role(role), theme.field), vision)
        assert (np.diff(ciede2000(steps, steps[:1])) > 0).all()
    steps = lab(ordered(part, theme), vision)
    assert (np.diff(steps[:, 0]) > 0).all(), "an order is an order of lightness"
    assert ciede2000(steps[:-4], steps[4:]).min() >= APART


def test_a_shared_colour_would_be_found():
    assert ciede2000(lab(rgba("#B36B00"), "protanopia"), lab(rgba("#D55E00"), "protanopia")) < 1
