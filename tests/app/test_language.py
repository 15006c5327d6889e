"""The commands speak the language that is asked for, or was chosen in the window, or is the system's."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QLocale, QSettings

from rnnviz import words
from rnnviz.app.main import main
from rnnviz.gui.toolkit import translation

ASK = ["trace", "-", "--preset", "x"]
ENGLISH, PORTUGUESE = "rnnviz: There is no preset “x”; ", "rnnviz: Não há exemplo “x”; "


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """Settings of its own, and nothing that says the language."""
    monkeypatch.delenv("RNNVIZ_LANGUAGE")
    old = QSettings.defaultFormat()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    translation.identify()
    yield QSettings()
    QSettings.setDefaultFormat(old)
    words.set_translator(None)


def system_is(monkeypatch, *names):
    class System:
        def uiLanguages(self):
            return list(names)

    monkeypatch.setattr(QLocale, "system", System)


@pytest.mark.parametrize(
    ("kept", "beginning"), [("en", ENGLISH), ("pt_BR", PORTUGUESE), ("pt", PORTUGUESE), ("xx", ENGLISH)]
)
def test_a_command_speaks_the_language_of_the_window(settings, capfd, kept, beginning):
    settings.setValue("language", kept)
    settings.sync()
    assert main(ASK) == 1
    assert capfd.readouterr().err.startswith(beginning)


@pytest.mark.parametrize(
    ("names", "beginning"),
    [
        (["pt-Latn-BR", "pt-BR", "pt"], PORTUGUESE),
        (["pt-PT"], PORTUGUESE),
        (["de-DE", "de", "pt-BR"], PORTUGUESE),
        (["en-GB", "en", "pt-BR"], ENGLISH),
        (["de-DE", "de"], ENGLISH),
        ([], ENGLISH),
    ],
)
def test_nothing_chosen_is_what_the_system_speaks(settings, capfd, monkeypatch, names, beginning):
    system_is(monkeypatch, *names)
    assert main(ASK) == 1
    assert capfd.readouterr().err.startswith(beginning)


def test_the_flag_is_above_the_variable_and_that_above_the_preferences(settings, capfd, monkeypatch):
    settings.setValue("language", "en")
    settings.sync()
    monkeypatch.setenv("RNNVIZ_LANGUAGE", "pt_BR")
    assert main(ASK) == 1
    assert capfd.readouterr().err.startswith(PORTUGUESE)
    for typed in (["--language", "en", *ASK], [*ASK, "--language=en"]):
        monkeypatch.setenv("RNNVIZ_LANGUAGE", "pt_BR")
        assert main([*typed]) == 1
        assert capfd.readouterr().err.startswith(ENGLISH)


def test_a_language_that_is_not_installed_is_refused(capfd):
    assert main([*ASK, "--language", "xx"]) == 1
    assert capfd.readouterr().err == "rnnviz: There is no language “xx”; there is en, pt_BR.\n"


def test_usage_and_help_are_translated(capfd, monkeypatch):
    monkeypatch.setenv("RNNVIZ_LANGUAGE", "pt_BR")
    assert main(["train", "--help"]) == 0
    out = capfd.readouterr().out
    assert out.startswith("uso: rnnviz train")
    assert "mostra esta ajuda e termina" in out
    assert main(["train"]) == 2
    assert "faltam os argumentos: OUT" in capfd.readouterr().err
    words.set_translator(None)


def test_where_english_is_asked_for_no_command_loads_qt():
    program = "import sys; from rnnviz.app.main import main; sys.exit(main(sys.argv[1:]) or 'PySide6' in sys.modules)"
    command = [sys.executable, "-c", program, "list", "cells"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    silent = {name: value for name, value in os.environ.items() if name != "RNNVIZ_LANGUAGE"}
    asked = [*command, "--language", "en"]
    assert subprocess.run(asked, check=False, capture_output=True, env=silent).returncode == 0
