"""Rules where they begin and end: how far a decoder reaches, when Newton's damping moves, what noise is on average."""

import numpy as np
import pytest

from rnnviz.errors import InputError
from rnnviz.network.noise import gradient_noise
from rnnviz.network.optimisers.newton import Newton
from rnnviz.network.scenario import encoder_clocks, has_s, has_x, reads_back
from rnnviz.network.spec import NetworkSpec


@pytest.mark.parametrize("done", [0, 99])
def test_noise_is_nothing_on_average(done):
    draw = gradient_noise(np.random.default_rng(done), 100_000, 0.3, done)
    assert abs(draw.mean()) < 5 * draw.std() / np.sqrt(draw.size)


@pytest.mark.parametrize(("steps", "encoder", "read"), [(2, None, 1), (7, None, 3), (2, 1, 1), (5, 4, 4)])
def test_a_decoder_has_at_least_one_clock_on_either_side(steps, encoder, read):
    spec = NetworkSpec(scenario="delayed", encoder=encoder)
    assert encoder_clocks(spec, steps) == read
    assert has_x(spec, steps).tolist() == [True] * read + [False] * (steps - read)
    assert has_s(spec, steps).tolist() == [False] * read + [True] * (steps - read)
    assert reads_back(spec, steps).tolist() == [False] * (read + 1) + [True] * (steps - read - 1)


@pytest.mark.parametrize(("steps", "encoder", "count"), [(1, None, 1), (4, 4, 4), (4, 9, 9)])
def test_a_decoder_without_a_clock_is_refused(steps, encoder, count):
    with pytest.raises(InputError) as refused:
        encoder_clocks(NetworkSpec(scenario="delayed", encoder=encoder), steps)
    assert str(refused.value) == (
        f"The encoder of this delayed network reads to t = {count}, so that it cannot answer in a sequence of {steps}; "
        "give a longer one."
    )


@pytest.mark.parametrize(
    ("after", "factor", "kept"),
    [
        (1.5, 4, False),  # the step went up: taken back
        (np.nan, 4, False),
        (1.0, 2, True),  # it went nowhere although 1 was foretold
        (0.76, 2, True),
        (0.75, 1, True),  # a quarter of what was foretold
        (0.5, 1, True),
        (0.25, 1, True),  # three quarters
        (0.24, 1 / 3, True),
        (0.0, 1 / 3, True),
    ],
)
def test_newtons_damping_moves_at_a_quarter_and_at_three_quarters_of_the_forecast(after, factor, kept):
    newton, weights = Newton(damping=0.5), np.array([1.0, 2.0])
    memory = newton.begin(weights)
    assert float(memory["foretold"]) == 0
    memory["foretold"][...] = 1.0
    weights += 1
    newton.judge(weights, 1.0, after, memory)
    assert memory["damping"] == pytest.approx(0.5 * factor)
    assert weights.tolist() == ([2.0, 3.0] if kept else [1.0, 2.0])


def test_newtons_damping_weighs_the_forecast_in_its_own_units():
    newton, weights = Newton(damping=0.5), np.zeros(1)
    memory = newton.begin(weights)
    memory["foretold"][...] = 4.0
    newton.judge(weights, 1.0, 0.5, memory)  # half of one, an eighth of four
    assert memory["damping"] == 1.0


@pytest.mark.parametrize(("start", "after", "end"), [(2e-10, 0.0, 1e-10), (9e9, 2.0, 1e10)])
def test_newtons_damping_stays_within_what_a_number_can_show(start, after, end):
    newton, weights = Newton(), np.zeros(1)
    memory = newton.begin(weights)
    memory["damping"][...], memory["foretold"][...] = start, 1.0
    newton.judge(weights, 1.0, after, memory)
    assert memory["damping"] == end
