"""Words for people: every visible string passes through `translate`.

The core knows no Qt, yet its words (names of gates, tasks, errors) are shown in the window. It marks them with
`QT_TRANSLATE_NOOP` or `translate`, the two names that Qt's `lupdate` looks for, and the window installs Qt's own
translator with `set_translator`. Without a window the English source text comes back unchanged.
"""

from collections.abc import Callable

Translator = Callable[[str, str], str]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation and return it unchanged; it is translated where it is shown."""
    return text


def _english(context: str, text: str) -> str:
    return text


_translator: Translator = _english


def set_translator(translator: Translator | None) -> None:
    """Install the function (context, text) -> text that `translate` uses; None restores English."""
    global _translator
    _translator = translator or _english


def translate(context: str, text: str) -> str:
    """The text in the language of the interface."""
    return _translator(context, text)
