"""`rnnviz [FILE]`: the window opens, on a file if there is one, and ends as a program should."""

import os
import signal
import subprocess
import sys
import time

import pytest

from rnnviz.app import main as program
from rnnviz.app import window
from rnnviz.app.main import main


@pytest.fixture
def opened(monkeypatch):
    """Open no window; remember what it would have been opened with."""
    import rnnviz.gui.application as application

    files = []

    def run(path):
        files.append(path)
        return 0

    monkeypatch.setattr(application, "run", run)
    return files


def test_the_window_opens_with_and_without_a_file(opened, tmp_path):
    path = tmp_path / "bits.txt"
    path.write_text("1 0 1")
    assert main([]) == 0
    assert main([str(path)]) == 0
    assert opened == [None, path]


def test_a_file_that_is_missing_is_said_before_anything_opens(opened, capsys):
    assert main(["nothing.rnnviz"]) == 1
    assert capsys.readouterr().err.startswith("rnnviz: There is no file “nothing.rnnviz”")
    assert opened == []


def test_qt_that_cannot_be_loaded_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(window, "is_linux", lambda: True)
    monkeypatch.setitem(sys.modules, "rnnviz.gui.application", None)
    assert main([]) == 1
    err = capsys.readouterr().err
    assert err.startswith("rnnviz: Qt cannot be loaded here")
    assert len(err.splitlines()) == 1


def test_a_missing_library_names_the_install_line(monkeypatch):
    monkeypatch.setattr(window, "is_linux", lambda: True)
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert window.install_line() in str(window.qt_problem(error))
    assert "pip install" in str(window.qt_problem(ImportError("No module named 'PySide6'")))


def test_a_program_without_a_console_keeps_its_crashes_in_a_file(opened, monkeypatch, tmp_path):
    """As on Windows, where sys.stderr and sys.stdout of such a program are None."""
    for name in ("stderr", "stdout"):
        monkeypatch.setattr(sys, name, None)
    monkeypatch.setattr(sys, "argv", ["rnnviz-gui"])
    monkeypatch.setattr(program.tempfile, "gettempdir", lambda: str(tmp_path))
    enabled = []
    monkeypatch.setattr(program.faulthandler, "enable", lambda *files: enabled.extend(files))
    assert program.window() == 0
    assert opened == [None]
    assert [path.name for path in tmp_path.iterdir()] == ["rnnviz-crash.log"]
    (file,) = enabled
    file.close()


def test_such_a_program_says_what_is_wrong_in_a_box(monkeypatch):
    import ctypes
    from types import SimpleNamespace

    said = []
    user32 = SimpleNamespace(MessageBoxW=lambda *words: said.append(words[1]))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "platform", "win32")
    assert main(["nothing.rnnviz"]) == 1
    assert said[0].startswith("There is no file “nothing.rnnviz”")


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window(number, tmp_path):
    own = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    environment = {**os.environ, **own}
    child = subprocess.Popen([sys.executable, "-m", "rnnviz"], stderr=subprocess.PIPE, text=True, env=environment)
    time.sleep(2.5)  # long enough to be open; earlier, it ends as well
    child.send_signal(number)
    _, err = child.communicate(timeout=30)
    assert (child.returncode, err) in ((130, ""), (130, "rnnviz: Interrupted; nothing was written.\n"))
