"""The commands, as they are typed: what they print, what they make, and what they say of bad input."""

import csv
import io
import os
import re
import subprocess
import sys

import av
import numpy as np
import pytest
from PIL import Image

import rnnviz
from rnnviz.app.main import main
from rnnviz.network.spec import TrainingSpec
from rnnviz.session.files import load

SMALL = ("--size", "320x180", "--fps", "10", "--speed", "8", "--hold", "0.5")


@pytest.fixture
def say(capfd):
    """Run a command line; (exit code, stdout, stderr)."""

    def run(*words):
        code = main([str(word) for word in words])
        out, err = capfd.readouterr()
        return code, out, err

    return run


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty folder that is the current one."""
    folder = tmp_path / "place"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def left(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_worked_example_is_4_12_32(say):
    code, out, err = say("trace", "-", "--preset", "worked-example")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (code, err) == (0, "")
    assert [(row["s[0]"], row["s[1]"]) for row in rows] == [("4", "4"), ("12", "12"), ("32", "32")]
    assert [(row["x[0]"], row["M[0]"]) for row in rows] == [("1", "0"), ("1", "2"), ("2", "6")]


def test_a_picture_has_the_letters_that_are_asked_for(say, place):
    inside = ("--preset", "worked-example", "--inside", "1", "--size", "960x540")
    assert say("export", "own.png", *inside)[0] == 0
    assert say("export", "other.png", *inside, "--notation", "pytorch")[0] == 0
    own, other = (np.asarray(Image.open(f"{name}.png")) for name in ("own", "other"))
    assert (own != other).any()
    code, _, err = say("export", "wrong.png", *inside, "--notation", "greek")
    assert code == 2
    assert "greek" in err


@pytest.mark.parametrize("view", ["trajectory", "symbols", "alike", "saturation"])
def test_views_of_the_state_are_pictures_and_films(say, place, view):
    assert say("export", f"{view}.png", "--shows", view, "--size", "480x270")[0] == 0
    assert say("export", "network.png", "--size", "480x270")[0] == 0
    one, other = (np.asarray(Image.open(f"{name}.png")) for name in (view, "network"))
    assert (one != other).mean() > 0.02
    assert say("export", f"{view}.gif", "--shows", view, *SMALL)[0] == 0
    with Image.open(f"{view}.gif") as film:
        assert film.n_frames > 5


def test_what_a_view_of_the_state_shows_can_be_asked_for(say, place):
    size = ("--size", "480x270", "--force")
    pictures = []
    for more in (("--quantity", "f"), ("--quantity", "f", "--unit", "2"), ("--quantity", "f", "--gradient"), ()):
        assert say("export", "a.png", "--shows", "symbols", *more, *size)[0] == 0
        pictures.append(np.asarray(Image.open("a.png")).tobytes())
    assert len(set(pictures)) == 4
    for more, said in (
        (("--quantity", "z"), "f, i, g, c, o, h"),
        (("--unit", "9"), "from 1 to 3"),
        (("--shows", "tracks"), "trajectory"),
        (("--preset", "hopfield-letters", "--shows", "alike"), "no state over time"),
    ):
        code, _, err = say("export", "b.png", *more, *size)
        assert code == 1
        assert said in err
    assert left(place) == ["a.png"]


def test_trace_writes_what_a_run_is(say, place):
    assert say("trace", "run.npz", "--preset", "parity", "--sequence", "1 0 1 1")[0] == 0
    assert say("trace", "run.csv", "--preset", "parity", "--sequence", "1 0 1 1")[0] == 0
    with np.load("run.npz") as file:
        arrays = dict(file)
    assert {"x", "s", "h", "c", "f", "i", "g", "o", "M", "grad_h", "grad_c", "grad_f", "symbols"} <= set(arrays)
    assert arrays["symbols"].tolist() == ["1", "0", "1", "1"]
    assert all(len(array) == 4 for array in arrays.values())
    with open("run.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["f[1]"]) for row in rows] == arrays["f"][:, 1].tolist()
    assert [float(row["grad_h[0]"]) for row in rows] == arrays["grad_h"][:, 0].tolist()
    np.testing.assert_array_equal(arrays["M"][1:], arrays["h"][:-1])


@pytest.mark.parametrize("suffix", ["gif", "mp4", "webm", "webp"])
def test_export_makes_a_film(suffix, say, place):
    code, out, err = say("export", f"parity.{suffix}", "--preset", "parity", "--sequence", "1 0 1 1", *SMALL)
    assert (code, err) == (0, "")
    assert left(place) == [f"parity.{suffix}"]
    frames = int(out.split(": ")[1].split()[0])
    if suffix in ("gif", "webp"):
        with Image.open(f"parity.{suffix}") as film:
            assert film.size == (320, 180)
            assert 2 <= film.n_frames <= frames
    else:
        with av.open(f"parity.{suffix}") as film:
            shapes = [frame.to_ndarray(format="rgb24").shape for frame in film.decode(video=0)]
        assert shapes == [(180, 320, 3)] * frames


def test_export_makes_pictures(say, place):
    assert say("export", "a.png", "--to", "2", "--theme", "dark", "--size", "640x360")[0] == 0
    assert say("export", "b.png", "--to", "2", "--no-tracks", "--size", "640x360")[0] == 0
    assert say("export", "frames", *SMALL, "--to", "1")[0] == 0
    pictures = {name: np.array(Image.open(name)) for name in ("a.png", "b.png")}
    assert {picture.shape for picture in pictures.values()} == {(360, 640, 3)}
    assert pictures["a.png"].mean() < 100 < pictures["b.png"].mean()
    assert left(place / "frames")[0] == "frame-0001.png"


def test_export_opens_the_cell(say, place):
    pictures = []
    for name, more in (("outside", ()), ("unit", ("--inside", "2")), ("all", ("--inside", "0"))):
        assert say("export", str(place / f"{name}.png"), "--preset", "parity", "--to", "3", *more)[0] == 0
        pictures.append((place / f"{name}.png").read_bytes())
    assert len(set(pictures)) == 3
    code, _, err = say("export", str(place / "none.png"), "--preset", "parity", "--inside", "4")
    assert code != 0
    assert "There is no unit 4; give one from 1 to 3, or 0 for all." in err


def test_an_odd_size_is_told(say, place):
    code, out, err = say("export", "a.mp4", *SMALL, "--size", "321x181")
    assert code == 0
    assert "320 × 180" in err
    assert "320 × 180" in out


def test_train_saves_a_session_that_the_others_open(say, place):
    code, out, err = say("train", "mine.rnnviz", "--cell", "gru", "--hidden", "2", "--updates", "30", "--seed", "5")
    assert (code, err) == (0, "")
    assert "30 updates" in out
    assert say("trace", "a.npz", "--open", "mine.rnnviz", "--sequence", "1 1")[0] == 0
    with np.load("a.npz") as file:
        assert file["r"].shape == (2, 2)
    say("train", "again.rnnviz", "--cell", "gru", "--hidden", "2", "--updates", "30", "--seed", "5")
    say("trace", "b.npz", "--open", "again.rnnviz", "--sequence", "1 1")
    with np.load("a.npz") as first, np.load("b.npz") as second:
        np.testing.assert_array_equal(first["grad_h"], second["grad_h"])


def test_train_by_another_gradient(say, place):
    """RTRL learns what BPTT learns; truncation does not. The session remembers how it was."""
    losses = {}
    for gradient, ks in (("bptt", ()), ("rtrl", ()), ("tbptt", ("--k1", "1", "--k2", "2"))):
        flags = ("--hidden", "2", "--updates", "20", "--optimiser", "sgd", "--rate", "0.5", "--gradient", gradient)
        code, _, err = say("train", f"{gradient}.rnnviz", *flags, *ks)
        assert (code, err) == (0, "")
        state = load(f"{gradient}.rnnviz")
        assert state.training.gradient == gradient
        losses[gradient] = state.network.loss
    assert losses["rtrl"] == pytest.approx(losses["bptt"], rel=1e-9)
    assert losses["tbptt"] != pytest.approx(losses["bptt"], rel=1e-6)
    code, _, err = say("train", "no.rnnviz", "--gradient", "tbptt", "--k1", "9")
    assert (code, "k1 = 9 is more than k2 = 5" in err) == (1, True)


@pytest.mark.parametrize("what", ["presets", "cells", "tasks", "optimisers", "initialisations", "formats"])
def test_list(what, say):
    code, out, err = say("list", what)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) >= 2
    assert all(len(line.split("  ", 1)[1].strip()) > 5 for line in lines)
    expected = {
        "presets": "worked-example",
        "cells": "lstm",
        "tasks": "parity",
        "optimisers": "adam",
        "initialisations": "orthogonal",
        "formats": "gif",
    }
    assert any(line.split()[0] == expected[what] for line in lines)


def test_doctor_finds_this_machine_well(say):
    code, out, _ = say("doctor")
    assert code == 0, out
    for word in ("Python", "NumPy", "Qt ", "DejaVuSans.ttf: DejaVu Sans", "PyAV", "format gif", "GPU", "runs on NumPy"):
        assert word in out


def test_version_and_help(say):
    assert say("--version") == (0, f"rnnviz {rnnviz.__version__}\n", "")
    for command in ("", "export", "trace", "train", "list", "doctor"):
        code, out, err = say(*command.split(), "--help")
        assert (code, err) == (0, "")
        assert "exam" in out or "exit codes" in out


BAD = {
    "unknown symbol": ("trace", "out.csv", "--preset", "parity", "--sequence", "1 0 2"),
    "empty sequence": ("trace", "out.csv", "--sequence", " "),
    "NaN": ("trace", "out.csv", "--preset", "worked-example", "--sequence", "nan,1; 2,2"),
    "wrong width": ("trace", "out.csv", "--preset", "worked-example", "--sequence", "1,1,1; 2,2,2"),
    "ragged csv": ("trace", "out.csv", "--preset", "worked-example", "--input", "../ragged.csv"),
    "too long": ("trace", "out.csv", "--preset", "parity", "--sequence", "1" * 20_000),
    "not a number file": ("trace", "out.csv", "--input", "../broken.npy"),
    "no such file": ("trace", "out.csv", "--input", "../nothing.txt"),
    "a folder as input": ("trace", "out.csv", "--input", ".."),
    "no such session": ("trace", "out.csv", "--open", "../nothing.rnnviz"),
    "broken session": ("trace", "out.csv", "--open", "../broken.rnnviz"),
    "no such preset": ("export", "out.gif", "--preset", "nothing"),
    "zero units": ("train", "out.rnnviz", "--hidden", "0"),
    "half a unit": ("train", "out.rnnviz", "--hidden", "2.5"),
    "word for a number": ("train", "out.rnnviz", "--hidden", "many"),
    "negative rate": ("train", "out.rnnviz", "--rate", "-1"),
    "NaN rate": ("train", "out.rnnviz", "--rate", "nan"),
    "no updates": ("train", "out.rnnviz", "--updates", "0"),
    "no such cell": ("train", "out.rnnviz", "--cell", "transformer"),
    "no such option of the task": ("train", "out.rnnviz", "--task", "adding", "--set", "lenght=20"),
    "an option out of bounds": ("train", "out.rnnviz", "--task", "adding", "--set", "length=1"),
    "an option without a value": ("train", "out.rnnviz", "--task", "adding", "--set", "length"),
    "no such task": ("train", "out.rnnviz", "--task", "chess"),
    "not a session name": ("train", "out.txt"),
    "an option of another optimiser": ("train", "out.rnnviz", "--momentum", "0.5"),
    "an option of another schedule": ("train", "out.rnnviz", "--schedule", "cosine", "--step-every", "5"),
    "an optimiser's option out of bounds": ("train", "out.rnnviz", "--beta1", "1"),
    "Newton for a large network": ("train", "out.rnnviz", "--optimiser", "newton", "--hidden", "20"),
    "divergence": (
        *("train", "out.rnnviz", "--cell", "elman", "--activation", "linear", "--optimiser", "sgd"),
        *("--task", "sine", "--rate", "10", "--clip", "none", "--updates", "500"),
    ),
    "no such format": ("export", "out.avi"),
    "format name": ("export", "out.gif", "--format", "avi"),
    "size": ("export", "out.gif", "--size", "big"),
    "tiny size": ("export", "out.gif", "--size", "1x1"),
    "fps": ("export", "out.gif", "--fps", "0"),
    "speed": ("export", "out.gif", "--speed", "fast"),
    "theme": ("export", "out.gif", "--theme", "pink"),
    "clocks": ("export", "out.gif", "--from", "3", "--to", "2"),
    "past the end": ("export", "out.gif", "--to", "99"),
    "missing folder": ("export", "nowhere/out.gif"),
    "target is a folder": ("export", "../folder.gif"),
    "trace to a missing folder": ("trace", "nowhere/out.csv"),
    "train to a missing folder": ("train", "nowhere/out.rnnviz", "--updates", "1"),
    "no such file or command": ("exprot",),
    "no such backend": ("train", "out.rnnviz", "--backend", "tpu"),
    "no such backend to trace by": ("trace", "out.csv", "--backend", "tpu"),
    "patterns on a GPU": ("trace", "out.csv", "--preset", "hopfield-letters", "--backend", "cupy"),
}


@pytest.mark.parametrize("words", BAD.values(), ids=BAD.keys())
def test_bad_input_is_one_sentence_and_no_file(words, say, place):
    (place.parent / "ragged.csv").write_text("1,1\n2\n3,3\n")
    (place.parent / "broken.npy").write_bytes(b"\x93NUMPY\x01\x00garbage")
    (place.parent / "broken.rnnviz").write_bytes(b"garbage")
    (place.parent / "folder.gif").mkdir()
    before = left(place.parent)
    code, out, err = say(*words)
    assert code == 1, err
    assert out == ""
    lines = err.strip().splitlines()
    assert len(lines) == 1, err
    assert lines[0].startswith("rnnviz: ")
    assert len(lines[0]) > 25
    assert "Traceback" not in lines[0]
    assert left(place) == []
    assert left(place.parent) == before


@pytest.mark.parametrize(
    "words",
    [
        ("export", "old.gif", *SMALL, "--to", "1"),
        ("trace", "old.csv"),
        ("train", "old.rnnviz", "--updates", "1"),
    ],
)
def test_a_file_that_is_there_is_replaced_with_force_only(words, say, place):
    old = place / words[1]
    old.write_bytes(b"old")
    code, out, err = say(*words)
    assert (code, out) == (1, "")
    assert err == f"rnnviz: {words[1]} is already there; give another name, or --force to replace it.\n"
    assert old.read_bytes() == b"old"
    for flag in ("--force", "-f"):
        old.write_bytes(b"old")
        assert say(*words, flag)[0] == 0
        assert len(old.read_bytes()) > 100
    assert left(place) == [words[1]]


@pytest.mark.parametrize(
    "words", [("--bogus",), ("export",), ("list",), ("list", "birds"), ("trace", "-", "--preset", "a", "--open", "b")]
)
def test_wrong_usage_is_2(words, say, place):
    code, out, err = say(*words)
    assert (code, out) == (2, "")
    assert err.startswith("usage: rnnviz")


def test_every_option_of_training_has_a_flag(say, place):
    words = (
        "--optimiser",
        "nesterov",
        "--momentum",
        "0.8",
        "--schedule",
        "step",
        "--step-every",
        "5",
        "--batch",
        "none",
    )
    more = ("--l2", "0.001", "--dropout-recurrent", "0.1", "--initialisation", "orthogonal", "--training-set", "20")
    code, _, err = say("train", "out.rnnviz", "--updates", "10", *words, *more)
    assert (code, err) == (0, "")
    state = load(place / "out.rnnviz")
    assert state.training == TrainingSpec.of(
        optimiser="nesterov",
        momentum=0.8,
        schedule="step",
        step_every=5,
        batch=None,
        l2=0.001,
        dropout_recurrent=0.1,
        training_set=20,
    )
    assert state.network.spec.initialisation == "orthogonal"


def test_early_stopping_is_told_and_the_best_weights_are_saved(say, place):
    words = ("--training-set", "12", "--patience", "60", "--hidden", "8", "--rate", "0.02", "--updates", "4000")
    code, out, _ = say("train", "out.rnnviz", *words)
    assert code == 0
    stopped, kept = map(int, re.search(r"stopped after (\d+) updates, with the weights of update (\d+)", out).groups())
    assert kept < stopped < 4000
    assert load(place / "out.rnnviz").network.updates == kept
    assert f"{kept} updates, loss" in out


def test_an_interrupt_is_130_and_leaves_nothing(say, place, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("rnnviz.app.progress.Bar.show", interrupted)
    code, out, err = say("export", "out.gif", *SMALL)
    assert (code, out) == (130, "")
    assert err == "rnnviz: Interrupted; nothing was written.\n"
    assert left(place) == []


@pytest.mark.parametrize("error", [MemoryError(), OSError(5, "Input/output error", "/dev/x"), BrokenPipeError()])
def test_the_system_s_errors_are_sentences(error, say, place, monkeypatch):
    def broken(*_, **__):
        raise error

    monkeypatch.setattr("rnnviz.app.trace.run_of", broken)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        monkeypatch.setattr(sys, "stdout", nowhere)
        code, _, err = say("trace", "-")
    assert code == (0 if isinstance(error, BrokenPipeError) else 1)
    assert len(err.splitlines()) == (0 if isinstance(error, BrokenPipeError) else 1)


def rnnviz_in_a_shell(line, **environment):
    kept = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    line = line.replace("rnnviz ", f'"{sys.executable}" -m rnnviz ', 1)
    return subprocess.run(
        line, shell=True, capture_output=True, text=True, check=False, timeout=120, env={**kept, **environment}
    )


@pytest.mark.skipif(sys.platform != "linux", reason="what Linux does without a display")
def test_without_a_display_the_window_is_one_sentence():
    done = rnnviz_in_a_shell("rnnviz ")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("rnnviz: There is no display")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="what Linux does without a display")
def test_without_a_display_a_film_is_made(place):
    done = rnnviz_in_a_shell('rnnviz export parity.gif --preset parity --sequence "1 0 1 1" ' + " ".join(SMALL))
    assert (done.returncode, done.stderr) == (0, "")
    assert left(place) == ["parity.gif"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a Linux device")
def test_a_full_disk_behind_stdout_is_one_sentence():
    done = rnnviz_in_a_shell("rnnviz trace - --preset worked-example > /dev/full")
    assert done.returncode == 1
    assert done.stderr == "rnnviz: No space left on device.\n"


@pytest.mark.skipif(os.name == "nt", reason="a pipe of a POSIX shell")
def test_a_reader_that_has_seen_enough_is_no_failure():
    done = rnnviz_in_a_shell(f"rnnviz trace - --preset parity --sequence {'1' * 9000} | head -n 1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("t,symbol,")


def test_trace_and_train_load_no_qt(place):
    code = (
        "import sys\n"
        "for name in ('PySide6', 'shiboken6', 'pyqtgraph'): sys.modules[name] = None\n"
        "from rnnviz.app.main import main\n"
        "assert main(['trace', 'a.csv', '--preset', 'parity']) == 0\n"
        "assert main(['train', 'a.rnnviz', '--updates', '2']) == 0\n"
        "assert main(['list', 'formats']) == 0\n"
        "print(main(['export', 'a.gif']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "1"
    assert "Qt cannot be loaded here" in done.stderr
    assert left(place) == ["a.csv", "a.rnnviz"]


def test_a_task_is_made_as_difficult_as_it_is_set(say, place):
    words = ("--task", "reber", "--set", "embedded=off", "--set", "longest=14", "--updates", "2")
    assert say("train", "reber.rnnviz", *words)[0] == 0
    state = load("reber.rnnviz")
    assert (state.task.embedded, state.task.longest, state.sequence.text) == (False, 14, state.task.start)
    assert say("train", "text.rnnviz", "--task", "next-character", "--updates", "1")[0] == 0
    assert load("text.rnnviz").task.source == "english"
