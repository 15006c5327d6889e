"""The language of the interface: Qt's translators, and the core's words through them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

from rnnviz import words
from rnnviz.paths import resource


def languages() -> dict[str, str]:
    """The languages whose translation is installed, by code, each called by its own name. English is always there."""
    codes = sorted(path.stem.removeprefix("rnnviz_") for path in resource("translations").glob("rnnviz_*.qm"))
    return {"en": "English"} | {code: QLocale(code).nativeLanguageName() or code for code in codes if code != "en"}


def identify() -> None:
    """Say whose settings are read and written."""
    QCoreApplication.setApplicationName("rnnviz")
    QCoreApplication.setOrganizationName("rnnviz")


def chosen() -> str:
    """The code of the language that was kept, as it was kept; there may be no translation for it."""
    identify()
    return str(QSettings().value("language", "en"))


def translator(language: str) -> Callable[[str, str], str]:
    """(context, text) -> text for a program without an application, in this language as far as it has words."""
    words = QTranslator()
    words.load(str(resource("translations", f"rnnviz_{language}.qm")))
    return lambda context, text: words.translate(context, text) or text


def install(language: str) -> None:
    """Show everything in this language from now on, and in English what it has no words for.

    English has a translation too: it holds the plural forms.
    """
    application = QCoreApplication.instance()
    words.set_translator(QCoreApplication.translate)
    for code in dict.fromkeys(("en", language)):
        translator = QTranslator(application)
        if translator.load(str(resource("translations", f"rnnviz_{code}.qm"))):
            application.installTranslator(translator)
