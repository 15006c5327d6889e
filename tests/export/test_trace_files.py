"""A trace file holds every named array, and its numbers read back exactly."""

import csv

import numpy as np
import pytest

from rnnviz.errors import InputError
from rnnviz.export.trace import run_of, write_trace

T, H = 5, 3


@pytest.fixture
def run():
    rng = np.random.default_rng(3)
    trace = {name: rng.normal(size=(T, width)) for name, width in (("x", 2), ("s", 2), ("h", H), ("c", H), ("f", H))}
    return run_of(tuple("1,0 é"), trace, {"h": rng.normal(size=(T, H))})


def test_memory_is_the_hidden_layer_of_the_clock_before(run):
    assert list(run.arrays) == ["x", "s", "h", "c", "f", "M", "grad_h"]
    assert not run.arrays["M"][0].any()
    np.testing.assert_array_equal(run.arrays["M"][1:], run.arrays["h"][:-1])


def test_npz(run, tmp_path):
    write_trace(run, tmp_path / "run.npz")
    with np.load(tmp_path / "run.npz", allow_pickle=False) as file:
        assert set(file) == {*run.arrays, "symbols"}
        assert file["symbols"].tolist() == list("1,0 é")
        for name, array in run.arrays.items():
            np.testing.assert_array_equal(file[name], array)


def test_csv(run, tmp_path):
    write_trace(run, tmp_path / "run.csv")
    with (tmp_path / "run.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0][:6] == ["t", "symbol", "x[0]", "x[1]", "s[0]", "s[1]"]
    assert {"h[0]", "f[2]", "M[1]", "grad_h[2]"} < set(rows[0])
    assert [row[:2] for row in rows[1:]] == [[str(t + 1), symbol] for t, symbol in enumerate("1,0 é")]
    np.testing.assert_array_equal(np.array([row[2:] for row in rows[1:]], float), run.table)


def test_a_film_name_is_no_trace(run, tmp_path):
    with pytest.raises(InputError, match=r"npz \(\.npz\)"):
        write_trace(run, tmp_path / "run.gif")
    assert not list(tmp_path.iterdir())
