"""The commands speak the language that was chosen in the window."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from rnnviz import words
from rnnviz.app import language
from rnnviz.app.main import main
from rnnviz.gui import translation

TS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="pt"><context><name>errors</name>
<message><source>There is no preset “{name}”; there is {names}.</source>
<translation>Não há o exemplo “{name}”; há {names}.</translation></message></context></TS>"""


@pytest.fixture
def portuguese(tmp_path, monkeypatch):
    """An installation with a translation, and settings of its own."""
    (tmp_path / "rnnviz_pt.ts").write_text(TS, encoding="utf-8")
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([lrelease, "-silent", tmp_path / "rnnviz_pt.ts"], check=True)
    for module in (language, translation):
        monkeypatch.setattr(module, "resource", lambda *parts: tmp_path.joinpath(*parts[1:]))
    old = QSettings.defaultFormat()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    translation.identify()
    yield QSettings()
    QSettings.setDefaultFormat(old)
    words.set_translator(None)


def test_an_error_is_in_the_language_of_the_window(portuguese, capfd):
    for kept, beginning in (("en", "There is no preset"), ("pt", "Não há o exemplo"), ("fr", "There is no preset")):
        portuguese.setValue("language", kept)
        portuguese.sync()
        words.set_translator(None)
        assert main(["trace", "-", "--preset", "x"]) == 1
        assert capfd.readouterr().err.startswith(f"rnnviz: {beginning} “x”; ")
    portuguese.setValue("language", "pt")
    portuguese.sync()
    assert main(["trace", "-", "--sequence", ""]) == 1  # no words for this one: English
    assert capfd.readouterr().err.startswith("rnnviz: The sequence is empty")


def test_with_english_alone_no_command_loads_qt():
    program = (
        "import sys; from rnnviz.app.main import main; main(['list', 'cells']); sys.exit('PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
