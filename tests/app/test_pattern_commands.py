"""Networks of patterns on the command line: they are listed and filmed as the others are."""

import av
import numpy as np
import pytest
from PIL import Image

from rnnviz.app.main import main
from rnnviz.session.pattern_files import pattern_preset, pattern_presets, save
from rnnviz.session.patterns import run_of

SMALL = ("--size", "480x320", "--fps", "10", "--speed", "8", "--hold", "0.2")


def test_presets_of_patterns_are_listed(capsys):
    assert main(["list", "presets"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in lines} > set(pattern_presets())
    assert any("Hopfield network, 64 units, 4 patterns" in line for line in lines)


@pytest.mark.parametrize("name", ["hopfield-letters", "boltzmann-xor", "restricted-bars"])
def test_a_film_of_a_preset(tmp_path, name):
    path = tmp_path / "film.mp4"
    assert main(["export", str(path), "--preset", name, "--to", "3", *SMALL]) == 0
    with av.open(str(path)) as film:
        frames = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
    assert frames[0].shape == (320, 480, 3)
    assert abs(frames[0].astype(int) - frames[-1]).mean() > 0.3


def test_a_picture_of_a_saved_session(tmp_path):
    session, path = tmp_path / "mine.rnnviz", tmp_path / "picture.png"
    save(pattern_preset("hopfield-letters"), session)
    assert main(["export", str(path), "--open", str(session), "--size", "640x360"]) == 0
    with Image.open(path) as picture:
        assert picture.size == (640, 360)


def test_the_trace_of_a_path(tmp_path, capsys):
    path = tmp_path / "path.npz"
    assert main(["trace", str(path), "--preset", "hopfield-figures"]) == 0
    run = run_of(pattern_preset("hopfield-figures"))
    with np.load(path) as file:
        assert (file["s"] == run.states).all()
        assert (np.diff(file["E"][:, 0]) <= 0).all()
        assert file["m"].shape == (len(run), 4)
        assert file["symbols"].tolist()[1:] == [str(unit + 1) for unit in run.unit[1:]]
    assert main(["trace", "-", "--preset", "boltzmann-cooling"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "t,symbol," + ",".join(f"s[{k}]" for k in range(8)) + ",E[0],T[0]"
    assert len(lines) == 401


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--preset", "hopfield-letters", "--sequence", "1 0"), "reads no sequence"),
        (("--preset", "hopfield-letters", "--to", "99"), "within 1 to"),
    ],
)
def test_bad_input_is_one_sentence(tmp_path, capsys, words, says):
    assert main(["export", str(tmp_path / "a.png"), *words]) == 1
    err = capsys.readouterr().err
    assert says in err
    assert len(err.strip().splitlines()) == 1
    assert not list(tmp_path.iterdir())
