"""Schedules are pure functions of the update, bounded, and what their papers say."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.network.schedules.base import schedules
from rnnviz.network.schedules.constant import Constant
from rnnviz.network.schedules.cosine import Cosine
from rnnviz.network.schedules.step import Step
from rnnviz.network.schedules.warm_up import WarmUp
from rnnviz.network.spec import TrainingSpec

UPDATES = st.integers(0, 10**7)
SPANS = st.integers(1, 10**6)


@given(UPDATES)
def test_constant_is_one(done):
    assert Constant().share(done) == 1


@given(UPDATES, SPANS, st.floats(0.01, 1.0))
def test_steps_fall_by_the_factor_exactly_where_they_should(done, every, factor):
    schedule = Step(every, factor)
    assert 0 <= schedule.share(done + 1) <= schedule.share(done) <= 1
    before = schedule.share(done - every) * factor if done >= every else 1.0
    assert schedule.share(done) == pytest.approx(before, rel=1e-9, abs=1e-300)
    assert schedule.share((done // every) * every) == schedule.share(done)


@given(UPDATES, SPANS, st.floats(0.0, 1.0))
def test_cosine_falls_from_one_to_its_floor_and_stays(done, over, floor):
    schedule = Cosine(over, floor)
    assert schedule.share(0) == pytest.approx(1)
    assert schedule.share(over + done) == pytest.approx(floor)
    assert floor - 1e-12 <= schedule.share(done + 1) <= schedule.share(done) + 1e-12
    if done <= over:  # the two halves of the cosine mirror each other
        assert schedule.share(done) + schedule.share(over - done) == pytest.approx(1 + floor)


@given(UPDATES, SPANS)
def test_warm_up_climbs_in_equal_steps_to_one(done, over):
    schedule = WarmUp(over)
    assert schedule.share(0) == pytest.approx(1 / over)
    assert schedule.share(over - 1 + done) == 1
    if done + 1 < over:
        assert schedule.share(done + 1) - schedule.share(done) == pytest.approx(1 / over)


@pytest.mark.parametrize("name", list(schedules))
def test_a_spec_multiplies_its_rate_by_the_share(name):
    spec = TrainingSpec(rate=0.2, schedule=name)
    assert type(spec.schedule_options) is schedules[name]
    assert [spec.rate_after(n) for n in (0, 7, 3000)] == [0.2 * spec.schedule_options.share(n) for n in (0, 7, 3000)]


def test_options_by_name_go_where_they_belong():
    spec = TrainingSpec.of(optimiser="momentum", momentum=0.5, schedule="step", step_every=10, l2=0.1)
    assert (spec.optimiser_options.momentum, spec.schedule_options.step_every, spec.l2, spec.rate) == (
        0.5,
        10,
        0.1,
        0.01,
    )
    assert TrainingSpec.of(optimiser="adadelta").rate == TrainingSpec.of(optimiser="newton").rate == 1.0
    assert TrainingSpec.of(optimiser="adadelta", rate=0.5).rate == 0.5
    with pytest.raises(InputError, match="no option “momentum” with the optimiser adam and the schedule constant"):
        TrainingSpec.of(momentum=0.5)
    with pytest.raises(InputError, match="Step factor: 0"):
        TrainingSpec.of(schedule="step", step_factor=0)


def test_another_optimiser_begins_with_its_defaults():
    spec = TrainingSpec.of(optimiser="momentum", momentum=0.5)
    assert replace(spec, rate=0.3).optimiser_options.momentum == 0.5
    assert replace(spec, optimiser="nesterov").optimiser_options.momentum == 0.9
    assert replace(spec, optimiser="nesterov") == TrainingSpec.of(optimiser="nesterov")


def test_a_schedule_without_options_is_a_sensible_one():
    assert [Step().share(n) for n in (0, 999, 1000, 2000)] == [1, 1, 0.5, 0.25]
    assert [Cosine().share(n) for n in (1000, 2000)] == pytest.approx([0.5, 0])
    assert [WarmUp().share(n) for n in (99, 199)] == [0.5, 1]
