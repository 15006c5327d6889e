"""What is held by hand in a session is in the trace that the command line writes of it."""

from dataclasses import replace

import numpy as np

from rnnviz.app.main import main
from rnnviz.network.held import Spot
from rnnviz.session.files import save
from rnnviz.session.start import initial


def test_a_written_trace_has_what_is_held(tmp_path):
    held = {Spot("f", 4, 1): 0.5, Spot("h", 0, 0): -0.25}
    save(replace(initial(), held=held), tmp_path / "a.rnnviz")
    arguments = ["trace", str(tmp_path / "a.npz"), "--open", str(tmp_path / "a.rnnviz")]
    assert main(arguments) == 0
    with np.load(tmp_path / "a.npz") as run:
        assert run["f"][3, 1] == 0.5
        assert run["M"][0].tolist() == [-0.25, 0.0, 0.0]
        assert run["grad_f"][3, 1] == 0.0
        whole = run["h"]
    assert main([*arguments, "--force", "--sequence", "1 0"]) == 0  # too short for the gate's clock
    with np.load(tmp_path / "a.npz") as run:
        assert run["M"][0].tolist() == [-0.25, 0.0, 0.0]
        assert np.array_equal(run["h"], whole[:2])
