"""Where things begin and end: the pieces of a pass, the bounds of what can be held."""

import pytest

from rnnviz import Network
from rnnviz.errors import InputError
from rnnviz.network.held import NOTHING_HELD, Spot, bounds, with_held
from rnnviz.network.spec import NetworkSpec


@pytest.mark.parametrize(
    ("cell", "hidden", "steps", "batch", "pieces"),
    [
        ("elman", 3, 50, 2, [(0, 50)]),
        ("elman", 3, 2500, 2, [(0, 1024), (1024, 2048), (2048, 2500)]),
        ("lstm", 384, 5, 64, [(0, 2), (2, 4), (4, 5)]),  # 38 million products a clock, of at most 100
    ],
)
def test_a_pass_stops_after_so_many_clocks_or_products(cell, hidden, steps, batch, pieces):
    network = Network(cell, 2, hidden, 2)
    assert network.passes(steps, batch, record="values").slices == pieces


@pytest.mark.parametrize(
    ("name", "low", "high"), [("f", 0.0, 1.0), ("g", -1.0, 1.0), ("c", -1e6, 1e6), ("h", -1e6, 1e6)]
)
def test_a_number_can_be_held_at_its_bounds_and_not_beyond(name, low, high):
    spec, spot = NetworkSpec(), Spot(name, 2, 1)
    assert bounds(spot, spec) == (low, high)
    for value in (low, high):
        assert with_held(NOTHING_HELD, spot, value, spec, 3) == {spot: value}
    for value in (low - 1e-3, high + 1e-3):
        with pytest.raises(InputError) as refused:
            with_held(NOTHING_HELD, spot, value, spec, 3)
        assert refused.value.values == {"name": name, "value": value, "low": low, "high": high}


@pytest.mark.parametrize(
    "spot", [Spot("f", 4, 0), Spot("f", -1, 0), Spot("f", 1, 3), Spot("f", 1, -1), Spot("r", 1, 0)]
)
def test_what_there_is_not_cannot_be_held(spot):
    with pytest.raises(InputError) as refused:
        with_held(NOTHING_HELD, spot, 0.5, NetworkSpec(), 3)
    assert refused.value.values == {"name": spot.name, "t": spot.t, "unit": spot.unit + 1}


def test_the_last_clock_and_the_last_unit_can_be_held():
    spot = Spot("f", 3, 2)
    assert with_held(NOTHING_HELD, spot, 0.5, NetworkSpec(), 3) == {spot: 0.5}
