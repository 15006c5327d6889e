"""The doctor finds what is broken, says the cure, and outlives Qt."""

import sys

import pytest

from rnnviz.app import doctor, system
from rnnviz.app.main import main
from rnnviz.devices import cupy
from rnnviz.devices.base import devices
from rnnviz.export.base import formats


@pytest.fixture
def asked(capsys, monkeypatch):
    """Run the doctor, with Qt's child replaced by a small program; (exit code, lines)."""

    def run(program):
        real = doctor.subprocess.run
        monkeypatch.setattr(
            doctor.subprocess, "run", lambda words, **more: real([sys.executable, "-c", program], **more)
        )
        code = main(["doctor"])
        return code, capsys.readouterr().out.splitlines()

    return run


WELL = """print('{"qt": "6", "pyside": "6", "fonts": {"a.ttf": ["A"]}}')"""


def test_a_well_machine_is_0(asked):
    code, lines = asked(WELL)
    assert code == 0
    assert any(line.startswith("ok  Qt") for line in lines)
    assert lines[-1] == "Everything essential works."


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import os; os.abort()", "ended by signal 6"),
        ("import sys; sys.exit('rnnviz: libEGL.so.1 is missing')", "libEGL.so.1 is missing"),
        (WELL.replace('["A"]', "[]"), "a.ttf: cannot be loaded"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_qt_that_breaks_is_a_line_and_1(asked, program, said):
    code, lines = asked(program)
    assert code == 1
    found = [line for line in lines if said in line]
    assert found
    assert found[0].startswith("--")
    assert any("format gif" in line for line in lines)  # it went on


def test_a_qt_that_hangs_is_ended(asked, monkeypatch):
    monkeypatch.setattr(doctor, "QT_SECONDS", 0.2)
    code, lines = asked("import time; time.sleep(60)")
    assert code == 1
    assert any("did not answer" in line for line in lines)


def test_a_missing_library_comes_with_the_install_line(asked, monkeypatch):
    monkeypatch.setattr(system, "is_linux", lambda: True)
    monkeypatch.setattr(system, "loads", lambda library: False)
    code, lines = asked("import sys; sys.exit('ImportError: libEGL.so.1')")
    assert code == 1
    assert any(system.install_line() in line for line in lines)


def test_without_pyav_films_are_marked_and_the_rest_is_well(asked, monkeypatch):
    monkeypatch.setitem(sys.modules, "av", None)
    code, lines = asked(WELL)
    assert code == 0
    marks = {line[4:].split("  ")[0]: line[:2] for line in lines if line[4:].startswith(("format", "PyAV"))}
    assert {name.removeprefix("format "): mark for name, mark in marks.items() if name != "PyAV"} == {
        name: "--" if formats[name].encoder else "ok" for name in formats
    }
    assert marks["PyAV"] == "--"
    assert any("pip install av" in line for line in lines)


def test_a_check_that_breaks_is_a_line(asked, monkeypatch):
    def broken():
        raise RuntimeError("boom")
        yield

    monkeypatch.setattr(doctor, "_resources", broken)
    code, lines = asked(WELL)
    assert code == 1
    assert any("RuntimeError: boom" in line for line in lines)


def test_the_child_says_what_qt_has(capsys):
    assert main(["doctor", "--qt"]) == 0
    assert '"DejaVuSans.ttf": ["DejaVu Sans"]' in capsys.readouterr().out


class Answers:
    """A GPU that is well."""

    def problem(self):
        return None

    def describe(self):
        return "A GPU, 80 GB, CuPy 13"


def test_a_gpu_is_described(asked, monkeypatch):
    devices["cupy"]
    monkeypatch.setitem(devices._items, "cupy", Answers())
    code, lines = asked(WELL)
    assert code == 0
    assert any("A GPU, 80 GB, CuPy 13; large networks learn on it" in line for line in lines)


def test_why_there_is_no_gpu_is_said(asked, monkeypatch):
    monkeypatch.setitem(sys.modules, "cupy", None)
    cupy._problem.cache_clear()
    _, lines = asked(WELL)
    cupy._problem.cache_clear()
    assert any("the engine runs on NumPy. The backend cupy needs CuPy" in line for line in lines)
