"""The language of the interface: Qt's translators, and the core's words through them."""

import os
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from rnnviz import words
from rnnviz.paths import resource

SYSTEM = "system"

_installed: list[QTranslator] = []
_language = "en"


def languages() -> dict[str, str]:
    """The languages whose translation is installed, by code, each called by its own name. English is always there."""
    codes = sorted(path.stem.removeprefix("rnnviz_") for path in resource("translations").glob("rnnviz_*.qm"))
    return {"en": "English"} | {code: _own_name(code) for code in codes if code != "en"}


def _own_name(code: str) -> str:
    """“português (Brasil)”, as its speakers write it."""
    locale = QLocale(code)
    name = locale.nativeLanguageName() or code
    return f"{name} ({locale.nativeTerritoryName()})" if "_" in code and "(" not in name else name


def identify() -> None:
    """Say whose settings are read and written."""
    QCoreApplication.setApplicationName("rnnviz")
    QCoreApplication.setOrganizationName("rnnviz")


def chosen() -> str:
    """What was chosen, a code or “system”: by the variable RNNVIZ_LANGUAGE, else in the preferences."""
    identify()
    return os.environ.get("RNNVIZ_LANGUAGE") or str(QSettings().value("language", SYSTEM))


def spoken(choice: str) -> str:
    """The code of the installed language that serves a choice best: the same, or one of the same tongue, or English.

    The system may name several, the dearest first.
    """
    installed = languages()
    for wanted in QLocale.system().uiLanguages() if choice == SYSTEM else [choice]:
        code = wanted.replace("-", "_")
        tongue = [name for name in installed if name.split("_")[0] == code.split("_")[0]]
        if code in installed or tongue:
            return code if code in installed else tongue[0]
    return "en"


def translator(language: str) -> Callable[[str, str], str]:
    """(context, text) -> text for a program without an application, in this language as far as it has words."""
    words = QTranslator()
    words.load(str(resource("translations", f"rnnviz_{language}.qm")))
    return lambda context, text: words.translate(context, text) or text


def install(language: str) -> None:
    """Show everything in this language from now on, and in English what it has no words for.

    English has a translation too: it holds the plural forms. Qt's own dialogues and menus have theirs.
    """
    global _language
    application = QCoreApplication.instance()
    while _installed:
        application.removeTranslator(_installed.pop())
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for path in (
        resource("translations", "rnnviz_en.qm"),
        f"{qt}/qtbase_{language}.qm",
        resource("translations", f"rnnviz_{language}.qm"),
    ):
        translator = QTranslator()  # no parent: it goes with the list
        if translator.load(str(path)):
            application.installTranslator(translator)
            _installed.append(translator)
    words.set_translator(QCoreApplication.translate)
    _language = language


def installed() -> str:
    """The code of the language that the window speaks."""
    return _language
