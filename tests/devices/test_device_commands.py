"""Traces and films are computed where the session's training says, or where the command line asks for it."""

from dataclasses import replace

import numpy as np
import pytest

from rnnviz.app.main import main
from rnnviz.errors import InputError
from rnnviz.export.film import evaluate_state
from rnnviz.session.files import save
from rnnviz.session.start import initial


@pytest.fixture
def session(tmp_path, monkeypatch):
    """A file whose training has this backend, and how it learns."""
    monkeypatch.chdir(tmp_path)

    def saved(**training):
        state = initial()
        state = replace(state, training=replace(state.training, **training))
        save(state, "one.rnnviz")
        return state

    return saved


@pytest.mark.parametrize(
    ("backend", "flags", "used"),
    [
        ("auto", (), False),
        ("cupy", (), True),
        ("cupy", ("--backend", "numpy"), False),
        ("numpy", (), False),
        ("numpy", ("--backend", "cupy"), True),
        ("numpy", ("--backend", "auto"), False),
    ],
)
@pytest.mark.parametrize("command", ["trace", "export"])
def test_what_computes_is_the_sessions_unless_asked_otherwise(command, backend, flags, used, session, device, capfd):
    session(backend=backend)
    out = "run.npz" if command == "trace" else "run.png"
    assert main([command, out, "--open", "one.rnnviz", *flags]) == 0, capfd.readouterr().err
    assert bool(device.launches) == used
    if command == "trace" and used:
        main(["trace", "here.npz", "--open", "one.rnnviz", "--backend", "numpy"])
        with np.load("run.npz") as there, np.load("here.npz") as here:
            assert set(there) == set(here)
            for name in set(here) - {"symbols"}:
                np.testing.assert_allclose(there[name], here[name], rtol=1e-10, atol=1e-13)


def test_a_gpu_that_is_missing_is_refused_only_where_it_is_asked_for(session, device, monkeypatch, capfd):
    session(backend="cupy")
    monkeypatch.setattr(device, "problem", lambda: InputError("no GPU here"))
    assert main(["trace", "run.npz", "--open", "one.rnnviz"]) == 0
    assert main(["trace", "more.npz", "--open", "one.rnnviz", "--backend", "cupy"]) == 1
    assert "no GPU here" in capfd.readouterr().err


def test_a_trace_has_the_gradients_that_the_window_shows(session):
    whole, cut = (
        evaluate_state(session(gradient=gradient, k1=1, k2=1)).gradients["h"] for gradient in ("bptt", "tbptt")
    )
    assert not np.allclose(whole[:-1], cut[:-1])
    np.testing.assert_allclose(whole[-1], cut[-1])
