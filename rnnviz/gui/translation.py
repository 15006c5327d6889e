"""The language of the interface: Qt's translators, and the core's words through them."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from rnnviz import words
from rnnviz.paths import resource


def languages() -> dict[str, str]:
    """The languages whose translation is installed, by code, each called by its own name."""
    codes = sorted(path.stem.removeprefix("rnnviz_") for path in resource("translations").glob("rnnviz_*.qm"))
    return {
        code: QLocale(code).nativeLanguageName().capitalize() or code for code in {"en": None, **dict.fromkeys(codes)}
    }


def install(language: str) -> QTranslator | None:
    """Show everything in this language from now on; returns the translator, which the application then owns.

    English has a translation too: it holds the plural forms.
    """
    application = QCoreApplication.instance()
    words.set_translator(QCoreApplication.translate)
    translator = QTranslator(application)
    if not translator.load(str(resource("translations", f"rnnviz_{language}.qm"))):
        translator.deleteLater()
        return None
    application.installTranslator(translator)
    return translator
