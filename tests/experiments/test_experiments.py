"""Every experiment in its quick form shows what the literature says; the exact parts to all digits."""

import numpy as np
import pytest

from rnnviz.experiments import (
    clipping,
    forget_bias,
    growth,
    orthogonal,
    rtrl_cost,
    sigmoid_layers,
    singular_value,
    weight_100,
)
from rnnviz.experiments.base import Chart, Curve, Report, experiments, table
from rnnviz.figure.drawing import Lines, Texts
from rnnviz.figure.palette import DARK, LIGHT
from rnnviz.figure.plots.chart import chart_drawing

NAMES = (
    "clipping",
    "contrastive-divergence",
    "forget-bias",
    "growth",
    "hopfield-capacity",
    "orthogonal",
    "rtrl-cost",
    "sigmoid-layers",
    "singular-value",
    "weight-100",
)


@pytest.fixture(scope="module")
def reports():
    return {name: experiments[name].run(quick=True) for name in experiments}


def test_they_are_all_there():
    assert tuple(sorted(experiments)) == NAMES
    for name in NAMES:
        found = experiments[name]
        assert found.name == name
        assert found.title
        assert found.claim.endswith(".")
        assert any(character.isdigit() for character in found.source)


@pytest.mark.parametrize("name", NAMES)
def test_the_table_has_every_row_and_the_charts_every_curve(reports, name):
    report = reports[name]
    assert len(table(report).splitlines()) == 1 + len(report.rows)
    assert all(len(row) == len(report.columns) for row in report.rows)
    for theme in (LIGHT, DARK):
        drawing = chart_drawing(report, "title", theme, 1280, 520)
        words = [text for batch in drawing.live if isinstance(batch, Texts) for text in batch.strings]
        for chart in report.charts:
            assert {chart.title, chart.x_name, chart.y_name} <= set(words)
            assert not chart.heading or chart.heading in words
            for curve in chart.curves:
                assert curve.name in words or (not curve.name and chart.heading)
                assert len(curve.x) == len(curve.y)
        for batch in drawing.live:
            if isinstance(batch, Lines):
                for x, y in ((batch.x1, batch.y1), (batch.x2, batch.y2)):
                    assert ((x >= 0) & (x <= 1280) & (y >= 0) & (y <= 520)).all()


def test_dashes_are_as_long_on_close_points_as_on_distant_ones():
    for count in (2, 400):
        x = np.linspace(0.0, 10.0, count)
        curves = Curve("a", x, 1.0 + x), Curve("b", x, 2.0 + x, style="theory")
        report = Report((), (), (Chart("chart", "x", "y", curves, log_y=False),))
        lines = [batch for batch in chart_drawing(report, "t", LIGHT, 700, 420).live if isinstance(batch, Lines)]
        dashes = next(batch for batch in lines if batch.width[0] == 1.6)
        long = np.hypot(dashes.x2 - dashes.x1, dashes.y2 - dashes.y1)
        assert len(long) > 20
        assert long[:-1] == pytest.approx(5.0)


def test_a_curve_that_another_one_covers_has_a_rim():
    x = np.arange(10.0)
    curves = Curve("hidden", x, x), Curve("apart", x, 2.0 * x), Curve("over it", x, x + 1e-9)
    report = Report((), (), (Chart("chart", "x", "y", curves, log_y=False),))
    lines = [batch for batch in chart_drawing(report, "t", LIGHT, 700, 420).live if isinstance(batch, Lines)]
    assert [batch.width[0] for batch in lines if len(batch.width) == 9] == [5.0, 2.0, 2.0]


@pytest.mark.parametrize(
    "name", [name for name in NAMES if name not in ("rtrl-cost", "growth", "clipping", "forget-bias")]
)
def test_the_same_seed_gives_the_same_numbers_and_another_one_others(reports, name):
    again = experiments[name].run(quick=True)
    assert again.rows == reports[name].rows
    assert experiments[name].run(quick=True, seed=1).rows != again.rows


@pytest.mark.parametrize("activation", ["linear", "tanh"])
@pytest.mark.parametrize("largest", [0.5, 0.9, 1.0, 2.0])
def test_a_product_stays_below_the_power_of_the_largest_singular_value(activation, largest):
    norms = singular_value.distances(activation, largest, 12, 20, 3)
    assert norms[0] == 1
    assert (norms <= largest ** np.arange(20) * (1 + 1e-9)).all()


def test_it_vanishes_below_one_and_explodes_only_above(reports):
    for largest, linear, tanh, bound in reports["singular-value"].rows:
        assert tanh <= linear * (1 + 1e-9) <= bound * (1 + 1e-6)
        if largest < 1:
            assert linear < 0.1
        if linear > 1:
            assert largest > 1
    assert reports["singular-value"].rows[-1][1] > 1e3


def test_an_orthogonal_u_keeps_every_length_exactly_and_a_gaussian_one_does_not():
    largest, middle = orthogonal.lengths("orthogonal", "linear", 12, 50, 0)
    assert np.allclose(largest, 1, rtol=1e-10)
    assert np.allclose(middle, 1, rtol=1e-10)
    largest, middle = orthogonal.lengths("gaussian", "linear", 12, 50, 0)
    assert middle[-1] < 1e-4 * largest[-1]


def test_sigmoid_layers_differ_by_orders_of_magnitude_and_rectified_ones_do_not(reports):
    rows = np.array([row[1:] for row in reports["sigmoid-layers"].rows])
    assert (np.diff(rows[:, 0]) > 0).all()
    assert rows[-1, 0] / rows[0, 0] > 1e4
    assert rows[-1, 2] / rows[0, 2] < 100
    assert (sigmoid_layers.speeds("sigmoid", 8, 30, 0) > 0).all()


def test_weights_of_100_at_zero_multiply_by_25_and_weights_below_4_always_shrink():
    assert np.allclose(weight_100.growth(100.0), 25, rtol=1e-12)
    assert np.allclose(weight_100.growth(4.0), 1, rtol=1e-12)
    rng = np.random.default_rng(0)
    for _ in range(300):
        biases = rng.normal(0, 4, weight_100.LAYERS)
        assert (weight_100.growth(float(rng.uniform(-4, 4)), biases) < 1).all()


def test_rtrl_grows_with_the_fourth_power(reports):
    counts = [rtrl_cost.multiplications("rtrl", h) for h in (64, 128, 256)]
    assert rtrl_cost.slope([128, 256], counts[1:]) == pytest.approx(4, abs=0.02)
    assert rtrl_cost.slope([128, 256], [rtrl_cost.multiplications("bptt", h) for h in (128, 256)]) == pytest.approx(
        2, abs=0.02
    )
    assert all(row[2] > 0 for row in reports["rtrl-cost"].rows[:-1])


def test_time_and_memory_grow_in_proportion(reports):
    a, b = growth.line_through(np.array([10.0, 20.0, 40.0]), np.array([7.0, 12.0, 22.0]))
    assert (a, b) == pytest.approx((2.0, 0.5))
    rows = reports["growth"].rows
    of_cell = len(rows) // len(growth.CELLS)
    for k in range(len(growth.CELLS)):
        *lengths, fit = rows[k * of_cell : (k + 1) * of_cell]
        assert lengths[-1][1] > 1.5 * lengths[0][1] > 0
        assert all(abs(float(row[4].removesuffix(" %"))) < 20 for row in (*lengths, fit))


def test_clipping_saves_what_diverges_without(reports):
    (without, clipped) = reports["clipping"].rows
    assert without[:2] == ("0.1", "—")
    assert without[2] == "2/2"
    assert clipped[2] == "0/2"
    updates, losses, end = clipping.learning(0.1, None, 60, 0)
    assert len(updates) == len(losses)
    assert losses[0] < 1 < losses[-1]
    assert not end < clipping.WORST


def test_an_open_forget_gate_reaches_further_back_at_the_start():
    closed, opened = (forget_bias.reach(bias, 30, 0) for bias in (0.0, 1.0))
    assert closed[0] == opened[0] == 1
    assert opened[-1] > 100 * closed[-1]
    first, last = forget_bias.learning(1.0, 4, 600, 0)
    assert 0 < first <= 600
    assert last < forget_bias.LEARNT
    assert forget_bias.learning(1.0, 4, 50, 0)[0] == np.inf


def test_hebb_s_rule_holds_less_than_the_others(reports):
    first, critical, last = reports["hopfield-capacity"].rows
    assert first[1:] == (1.0, 1.0, 1.0, 1.0)
    assert 0.9 < critical[1] < 1.0
    assert last[1] < 0.7 < last[2] <= last[3] == 1.0


def test_contrastive_divergence_learns_and_stays_below_what_is_possible(reports):
    rows = {row[0]: row[1:] for row in reports["contrastive-divergence"].rows}
    assert set(rows) == {"exact", "CD-10", "CD-1"}
    for before, after in rows.values():
        assert before + 1.5 < after < -np.log(14)
    assert rows["exact"][1] > rows["CD-1"][1]
