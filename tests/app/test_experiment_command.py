"""`rnnviz experiment`: the table, the picture, and what it says when it cannot."""

import pytest
from PIL import Image

from rnnviz.app.main import main
from rnnviz.experiments.base import experiments


def test_a_table_and_a_picture(tmp_path, capsys):
    path = tmp_path / "plot.png"
    assert main(["experiment", "weight-100", "--quick", "--picture", str(path), "--theme", "dark"]) == 0
    said = capsys.readouterr().out
    assert "Nielsen 2015" in said
    assert "25" in said.splitlines()[-3].split()
    with Image.open(path) as picture:
        assert picture.size == (820, 520)
        assert len(picture.getcolors(1 << 20)) > 20
    assert main(["experiment", "weight-100", "--quick", "--picture", str(path)]) == 1
    assert "already there" in capsys.readouterr().err
    assert main(["experiment", "weight-100", "--quick", "--picture", str(path), "--force"]) == 0


def test_they_are_listed(capsys):
    assert main(["list", "experiments"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(experiments)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["nothing"], "no experiment “nothing”; there is clipping"),
        (["weight-100", "--seed", "x"], "“x” is no seed"),
        (["weight-100", "--picture", "plot.svg"], "does not end with .png"),
        (["weight-100", "--picture", "/no/such/folder/plot.png"], "no folder"),
    ],
)
def test_what_cannot_be_done_is_said(words, says, capsys):
    assert main(["experiment", *words]) == 1
    captured = capsys.readouterr()
    assert says in captured.err
    assert captured.out == ""
