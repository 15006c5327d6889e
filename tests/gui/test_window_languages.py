"""The window in every language: its keys, its buttons, its preferences, its guide."""

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QStyle, QStyleOptionComboBox, QToolButton
from translated import LANGUAGES

from rnnviz.gui.dialogs import preferences as kept
from rnnviz.gui.dialogs.help import pages
from rnnviz.gui.dialogs.preferences import PreferencesDialog
from rnnviz.gui.toolkit import translation
from rnnviz.gui.window import SMALLEST


@pytest.fixture(params=LANGUAGES)
def language(request, monkeypatch, qapp):
    """What the window fixture, when it comes after this one, speaks."""
    monkeypatch.setenv("RNNVIZ_LANGUAGE", request.param)
    yield request.param
    translation.install("en")


def test_no_two_menus_have_one_letter(language, window, spin):
    spin(0.3)
    for kind in ("hopfield", "boltzmann", "restricted"):
        window.patterns.new(kind)
    for owner in (window, *window.patterns.open_ones):
        titles = [action.text() for action in owner.menus.actions() if action.isVisible()]
        letters = Counter(title[title.index("&") + 1].lower() for title in titles)
        assert max(letters.values()) == 1, titles
    spin(0.3)
    window.patterns.close()


@pytest.mark.parametrize("cell", ["lstm", "feedforward"])
def test_no_word_on_a_button_or_in_a_choice_is_cut(language, window, spin, cell):
    window.resize(SMALLEST)
    window.controller.set_network(cell=cell)
    spin(0.3)
    for button in window.findChildren(QAbstractButton):
        icon_only = (
            isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        if not button.isVisible() or icon_only or button is window.topbar.preset:
            continue
        words = max(button.text().replace("&", "").split("\n"), key=len)
        room = button.width() - 6 - (button.iconSize().width() + 4 if not button.icon().isNull() else 0)
        assert button.fontMetrics().horizontalAdvance(words) <= room, (button.text(), button.width())
    for choice in window.findChildren(QComboBox):
        if choice.isVisible() and choice.isEnabled():
            option = QStyleOptionComboBox()
            choice.initStyleOption(option)
            field = choice.style().subControlRect(
                QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, choice
            )
            for index in range(choice.count()):
                if choice.model().index(index, 0).flags() & Qt.ItemFlag.ItemIsEnabled:
                    assert choice.fontMetrics().horizontalAdvance(choice.itemText(index)) <= field.width() + 2, (
                        choice.itemText(index)
                    )


def test_the_words_of_qt_itself_are_in_the_language(language, window):
    said = QCoreApplication.translate("QPlatformTheme", "Close")
    assert (said in ("", "Close")) == (language == "en"), said


def test_plurals(language, window):
    said = [QCoreApplication.translate("TopBar", "%n unit(s)", "", count) for count in (1, 3)]
    assert said == {"en": ["1 unit", "3 units"], "pt_BR": ["1 unidade", "3 unidades"]}[language]


def test_a_language_can_be_chosen_and_is_kept(window, monkeypatch):
    window.show_preferences()
    dialog = window.findChild(PreferencesDialog)
    names = [dialog.language.itemText(index) for index in range(dialog.language.count())]
    assert names == ["Like the system", "English", "português (Brasil)"]
    dialog.language.setCurrentIndex(2)
    dialog.language.activated.emit(2)
    dialog.close()
    assert kept.read().language == QSettings().value("language") == "pt_BR"
    monkeypatch.delenv("RNNVIZ_LANGUAGE")
    assert translation.spoken(translation.chosen()) == "pt_BR"


def test_the_guide_is_read_in_the_language_of_the_window(qapp):
    english = pages()
    try:
        translation.install("pt_BR")
        portuguese = pages()
    finally:
        translation.install("en")
    assert list(portuguese) == list(english)
    assert portuguese["first-lesson"] == "Primeira lição"
