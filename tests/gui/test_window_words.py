"""Guide, preferences, language and start."""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox

from rnnviz.figure.palette import contrast
from rnnviz.gui.dialogs import preferences as kept
from rnnviz.gui.dialogs.help import HelpWindow, page_path, pages
from rnnviz.gui.dialogs.preferences import Preferences, PreferencesDialog
from rnnviz.gui.toolkit import theme, translation
from rnnviz.paths import resource
from rnnviz.session.state import Key

ROOT = Path(__file__).resolve().parents[2]
TS = ROOT / "resources" / "translations" / "rnnviz_en.ts"


def sources(ts):
    return {
        (context.findtext("name"), message.findtext("source"))
        for context in ET.parse(ts).getroot().iter("context")
        for message in context.iter("message")
    }


def test_every_string_that_qt_finds_is_in_the_translation_file(tmp_path):
    fresh = tmp_path / "fresh.ts"
    files = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "rnnviz").rglob("*.py"))]
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    subprocess.run([tool, "-silent", *files, "-ts", str(fresh)], cwd=ROOT, check=True, capture_output=True)
    assert sources(fresh) - sources(TS) == set(), "run .ci/translations"


def visible_strings():
    """(file, text) of every literal that is marked for translation, found without Qt's tool, which overlooks some."""
    for path in sorted((ROOT / "rnnviz").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
            if place is None or len(node.args) <= place:
                continue
            text = node.args[place]
            if isinstance(text, ast.Constant):
                yield path.name, text.value
            else:
                assert not isinstance(text, ast.JoinedStr), f"{path.name}: an f-string cannot be translated"


def test_no_marked_string_is_overlooked_by_qt():
    known = {source for _, source in sources(TS)}
    assert {(file, text) for file, text in visible_strings() if text not in known} == set()


def test_the_core_speaks_the_language_of_the_window(qapp):
    contexts = {context for context, _ in sources(TS)}
    assert {"errors", "options", "tasks", "cells", "formats", "choices"} <= contexts


def test_plural_forms_are_english(qapp):
    translation.install("en")
    assert QCoreApplication.translate("TopBar", "%n unit(s)", "", 1) == "1 unit"
    assert QCoreApplication.translate("TopBar", "%n unit(s)", "", 3) == "3 units"
    text = TS.read_text(encoding="utf-8")
    assert not re.search(r"<numerusform></numerusform>", text)


def test_english_is_always_offered():
    assert translation.languages()["en"] == "English"


def test_every_page_of_the_guide_can_be_read_and_its_links_lead_somewhere(window):
    window.show_help()
    helper = window.help_window
    for name, title in pages().items():
        helper.show_page(name)
        text = helper.text.toPlainText()
        assert text.startswith(title)
        for link in re.findall(r"\]\(([^)]+)\)", page_path(name).read_text(encoding="utf-8")):
            assert link.removesuffix(".md") in pages()
    assert helper.list.count() == len(pages()) >= 8


def test_the_guide_names_every_key(window):
    text = page_path("keyboard").read_text(encoding="utf-8").replace("**", "")
    names = {"Right": "→", "Left": "←"}
    for action in vars(window.actions_).values():
        keys = getattr(action, "shortcut", None)
        if keys is not None and not action.shortcut().isEmpty():
            key = action.shortcut().toString()
            assert names.get(key, key) in text, key


def test_links_in_the_guide_are_followed(window, qtbot):
    window.show_help()
    helper = window.help_window
    assert helper.page == "first-lesson"
    helper.text.anchorClicked.emit(QUrl("what-you-see.md"))
    assert helper.page == "what-you-see"
    window.actions_.keyboard.trigger()
    assert helper.page == "keyboard"
    qtbot.keyClick(helper, Qt.Key.Key_Escape)
    assert not helper.isVisible()


def test_the_guide_follows_the_theme(window):
    window.show_help()
    assert isinstance(window.help_window, HelpWindow)
    window.actions_.theme.trigger()
    assert window.help_window.text.palette().base().color().lightness() < 80


def test_preferences_are_kept(qapp):
    assert kept.read() == Preferences()
    chosen = Preferences(theme="dark", language="en", reduced_motion=True)
    kept.write(chosen)
    assert kept.read() == chosen
    assert chosen.chosen_theme().name == "dark"


@pytest.mark.parametrize(("key", "value"), [("theme", "purple"), ("language", "xx")])
def test_nonsense_in_the_settings_is_the_default(qapp, key, value):
    QSettings().setValue(key, value)
    assert kept.read() == Preferences()


def test_a_preference_works_at_once_and_is_kept(window):
    window.show_preferences()
    dialog = window.findChild(PreferencesDialog)
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.theme.activated.emit(dialog.theme.currentIndex())
    assert window.theme.name == "dark"
    dialog.motion.setChecked(True)
    assert window.controller.reduced_motion
    assert window.timeline.reduced_motion
    assert kept.read() == Preferences("dark", "system", True)
    dialog.close()


def test_other_letters_are_everywhere_at_once(window, until):
    """Equations, stage, matrices and films; the dialog shows a sample; undo and another network leave them alone."""
    until(lambda: window.controller.fitting_snapshot is not None)
    window.cells.open(Key("H", 2, 0))
    window.weights.open()
    window.show_preferences()
    dialog = window.findChild(PreferencesDialog)
    before = dialog.sample.equations
    dialog.notation.setCurrentIndex(dialog.notation.findData("pytorch"))
    dialog.notation.activated.emit(dialog.notation.currentIndex())
    assert dialog.sample.equations != before
    assert dialog.sample.equations[0] == r"h_t = \phi(W_{ih} x_t + W_{hh} h_{t-1} + b_{ih} + b_{hh})"
    assert kept.read().notation == "pytorch"
    assert "W_{if}" in window.inspector.rows[0].line.tex
    assert {view.scene.notation.name for view in window.timeline.views} == {"pytorch"}
    texts = [button.text() for button in window.weights.window.buttons.buttons()]
    assert "Wᵢₕ" in texts
    assert "U" not in texts
    assert window.controller.footage.state.notation == "pytorch"
    window.controller.set_network(cell="elman")
    window.controller.undo()
    assert window.controller.state.notation == "pytorch"
    window.actions_.theme.trigger()
    assert kept.read().notation == "pytorch"
    dialog.close()


def test_the_style_sheet_has_no_colour_left_to_fill_in(qapp):
    for name in ("light", "dark"):
        assert "@" not in re.sub(r"/\*.*?\*/", "", theme.style_sheet(theme.THEMES[name]), flags=re.S)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_box_to_tick_can_be_seen_ticked_or_not(qtbot, name):
    before = QApplication.instance().property("theme") or "light"
    theme.apply(theme.THEMES[name])
    try:
        box = QCheckBox()
        qtbot.addWidget(box)
        box.show()
        surface = theme.THEMES[name].window
        for ticked, edge in ((False, theme.THEMES[name].muted), (True, theme.THEMES[name].accent)):
            box.setChecked(ticked)
            row = box.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
            seen = {row.pixelColor(x, row.height() // 2).name() for x in range(row.width())}
            assert edge.lower() in seen
            assert contrast(edge, surface) >= 3  # WCAG 2.2, 1.4.11
    finally:
        theme.apply(theme.THEMES[before])


def test_every_icon_can_be_drawn(qapp):
    from rnnviz.gui.toolkit.icons import picture

    names = [path.stem for path in resource("icons").glob("*.svg")]
    assert len(names) > 20
    for name in names:
        image = picture(name, "#ff0000", 32).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32)), name


PROGRAM = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
from rnnviz.gui.application import run
application = QApplication([])
def look():
    window = next(w for w in application.topLevelWidgets() if hasattr(w, "controller"))
    print(len(window.controller.state.sequence), repr(window.messages.text), flush=True)
    window.controller.toggle_training()
    window.controller.play()
    QTimer.singleShot(200, window.close)
QTimer.singleShot(300, look)
status = run(Path(sys.argv[2]) if len(sys.argv) > 2 else None, Path(sys.argv[1]) / "unsaved")
print([t.name for t in threading.enumerate()])
sys.exit(status)
"""


@pytest.mark.parametrize(("content", "says"), [("1 1 1\n", "3 ''"), ("1 x 3 4 5", "8 '"), (None, "8 'Three units")])
def test_the_program_starts_and_ends(tmp_path, content, says):
    arguments = [sys.executable, "-W", "error", "-c", PROGRAM, str(tmp_path)]
    if content is not None:
        path = tmp_path / "sequence.txt"
        path.write_text(content, encoding="utf-8")
        arguments.append(str(path))
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=60, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(says)
    assert done.stdout.splitlines()[1] == "['MainThread']"
    assert "Traceback" not in done.stderr
