"""All methods side by side."""

import numpy as np
import pytest
from every_network import KINDS, network, problem

import rnnviz
from rnnviz.errors import InputError


@pytest.mark.parametrize("kind", KINDS)
def test_rtrl_and_bptt_agree_and_truncation_shows(kind):
    net = network(kind)
    x, target, state, mask = problem(net)
    table = rnnviz.compare_gradients(net, x, target, mask=mask, state=state, k1=1, k2=2)
    rtrl, cut = table.row("rtrl"), table.row("tbptt")
    assert rtrl.cosine == pytest.approx(1, abs=1e-10)
    assert rtrl.ratio == pytest.approx(1, abs=1e-10)
    # What does not run through time is not truncated; and a network without memory loses nothing.
    # In a Jordan network the readout is on the way through time.
    apart = abs(table.row("tbptt", "readout.weight").ratio - 1)
    assert apart > 1e-6 if net.spec.feeds_back else apart < 1e-10
    if max(np.abs(gradient).max() for gradient in net.gradients(x, target, state=state).state.values()) > 1e-9:
        assert cut.cosine < 1 - 1e-9


def test_clipping_by_norm_keeps_the_direction_and_by_value_does_not():
    net = network()
    x, target, _, _ = problem(net)
    table = rnnviz.compare_gradients(net, x, 10 * target, clip=0.5, clip_value=0.1)
    assert table.row("clip_norm").norm == pytest.approx(0.5, rel=1e-5)
    assert table.row("clip_norm").cosine == pytest.approx(1, abs=1e-12)
    assert table.row("clip_value").cosine < 0.999
    assert max(np.abs(a).max() for a in table.gradients["clip_value"].values()) == 0.1
    assert table.row("bptt").ratio == 1


def test_rows_cover_every_parameter_and_the_text_shows_them():
    net = network()
    x, target, _, _ = problem(net)
    table = rnnviz.compare_gradients(net, x, target, methods=("rtrl", "bptt", "rtrl"))
    assert [(row.parameter, row.method) for row in table.rows] == [
        (name, method) for name in (*net.parameters, "all") for method in ("rtrl", "bptt")
    ]
    lines = str(table).splitlines()
    assert len(lines) == 1 + len(table.rows)
    assert lines[0].split() == ["parameter", "method", "norm", "norm", "ratio", "cosine"]
    assert lines[-2].split()[:2] == ["all", "rtrl"]
    assert float(lines[-2].split()[2]) == pytest.approx(table.row("rtrl").norm, rel=1e-4)
    with pytest.raises(ValueError, match="read-only"):
        table.gradients["rtrl"]["readout.bias"][...] = 0
    with pytest.raises(KeyError):
        table.row("tbptt")


def test_a_gradient_of_nothing_has_no_direction():
    net = network()
    net.vector[...] = 0
    x, _, _, _ = problem(net)
    row = rnnviz.compare_gradients(net, x, np.zeros_like(x), methods=("rtrl",)).row("rtrl")
    assert (row.norm, np.isnan(row.ratio), np.isnan(row.cosine)) == (0, True, True)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"methods": ("newton",)}, r"no gradient “newton”.*bptt.*clip_value"),
        ({"methods": ()}, "no gradient “”"),
        ({"clip": 0}, "clipped at 0"),
        ({"clip_value": float("nan")}, "clipped at nan"),
        ({"k1": 3, "k2": 2}, "k1 = 3 is more than k2 = 2"),
        ({"mask": np.zeros((9, 3))}, "mask"),
    ],
)
def test_wrong_settings_get_a_sentence(change, sentence):
    net = network()
    x, target, _, _ = problem(net)
    with pytest.raises(InputError, match=sentence):
        rnnviz.compare_gradients(net, x, target, **change)
