"""Facts about the project as a whole."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import rnnviz
from rnnviz.paths import atomic_path, resource

ROOT = Path(__file__).resolve().parent.parent
CORE = (
    "cells",
    "tasks",
    "inputs",
    "network",
    "energy",
    "gradients",
    "experiments",
    "engine",
    "session",
    "figure",
    "export",
)


def test_the_core_imports_where_qt_is_not_installed():
    """An interpreter in which PySide6 cannot be imported still runs, trains and draws."""
    code = (
        "import sys\n"
        "for name in ('PySide6', 'shiboken6', 'pyqtgraph'): sys.modules[name] = None\n"
        "import rnnviz, numpy\n"
        + "".join(f"import rnnviz.{name}\n" for name in CORE)
        + "net = rnnviz.Network('lstm', inputs=2, hidden=3, outputs=2)\n"
        "print(net.run(numpy.zeros((4, 1, 2))).output.shape)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "(4, 1, 2)"


def test_the_version_is_said_once():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == rnnviz.__version__


def test_resources_are_found_in_a_checkout():
    assert resource("presets").is_dir()
    assert (resource("fonts") / "DejaVuSans.ttf").is_file()


def test_a_void_qt_call_keeps_the_reference_to_none(qapp):
    """Some builds of Qt's bindings lose one reference to None a call and abort after thousands: refuse those."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(2000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) - before > -1000


def test_an_atomic_write_replaces_only_when_it_ends_well(tmp_path):
    target = tmp_path / "film.gif"
    target.write_bytes(b"old")

    def half() -> None:
        with atomic_path(target) as temporary:
            temporary.write_bytes(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert target.read_bytes() == b"old"
    with atomic_path(target) as temporary:
        assert temporary.suffix == ".gif"
        temporary.write_bytes(b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["film.gif"]


def test_the_readme_shows_what_is_there():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)
    assert pictures
    for picture in pictures:
        assert (ROOT / picture).is_file(), picture
    assert text.count("<!-- test command -->") == 1


def test_the_readme_s_python_runs_and_learns():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    names = {}
    exec(code, names)
    assert names["history"].validation_accuracy[-1] == 1.0
    assert (names["trace"].output.argmax(axis=2)[:, 0] == [1, 1, 0, 1]).all()
    assert names["grads"].norm("h").shape == (4, 1)
