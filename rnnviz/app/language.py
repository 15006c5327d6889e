"""The language of the commands: the one that was asked for, or chosen in the window, or the system's."""

import argparse
import os

from rnnviz import words
from rnnviz.errors import InputError
from rnnviz.paths import resource
from rnnviz.words import QT_TRANSLATE_NOOP, translate

FLAG, VARIABLE = "--language", "RNNVIZ_LANGUAGE"

# What argparse itself says, of all that it can say, to those who use these commands.
_ARGPARSE = (
    QT_TRANSLATE_NOOP("argparse", "usage: "),
    QT_TRANSLATE_NOOP("argparse", "positional arguments"),
    QT_TRANSLATE_NOOP("argparse", "options"),
    QT_TRANSLATE_NOOP("argparse", "show this help message and exit"),
    QT_TRANSLATE_NOOP("argparse", "%(prog)s: error: %(message)s\n"),
    QT_TRANSLATE_NOOP("argparse", "argument %(argument_name)s: %(message)s"),
    QT_TRANSLATE_NOOP("argparse", "expected one argument"),
    QT_TRANSLATE_NOOP("argparse", "the following arguments are required: %s"),
    QT_TRANSLATE_NOOP("argparse", "unrecognized arguments: %s"),
    QT_TRANSLATE_NOOP("argparse", "invalid choice: %(value)r (choose from %(choices)s)"),
    QT_TRANSLATE_NOOP("argparse", "ambiguous option: %(option)s could match %(matches)s"),
)


def add_language(parser: argparse.ArgumentParser) -> None:
    """The flag, for the help: `taken_out` reads it before there is a parser, whose own words it changes."""
    known = ", ".join(codes())
    help = translate("app", "speak this language, whatever the preferences say: {names}").format(names=known)
    parser.add_argument(FLAG, metavar="CODE", help=help)


def codes() -> list[str]:
    """The codes of the languages that are installed; English needs no file."""
    return sorted({"en"} | {path.stem.removeprefix("rnnviz_") for path in resource("translations").glob("rnnviz_*.qm")})


def taken_out(typed: list[str]) -> tuple[str, list[str]]:
    """The code after --language, "" where there is none, and the other words of a command line."""
    for place, word in enumerate(typed):
        if word == FLAG and place + 1 < len(typed):
            return typed[place + 1], typed[:place] + typed[place + 2 :]
        if word.startswith(f"{FLAG}="):
            return word.removeprefix(f"{FLAG}="), typed[:place] + typed[place + 1 :]
    return "", typed


def speak(code: str = "") -> None:
    """Say everything from now on, also in a window, in the language of this code; without one, in that of the variable
    RNNVIZ_LANGUAGE, of the preferences, or of the system.

    Qt, which keeps the choice and the translations, is not loaded where English is asked for. Errors: InputError for
    a language that is not installed.
    """
    if code and code not in codes():
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "There is no language “{name}”; there is {names}."),
            name=code,
            names=", ".join(codes()),
        )
    if code:
        os.environ[VARIABLE] = code
    words.set_translator(None)
    argparse._ = lambda text: translate("argparse", text)  # where it asks gettext, which has no words of ours
    if os.environ.get(VARIABLE) == "en":
        return
    try:
        from rnnviz.gui.toolkit.translation import chosen, spoken, translator
    except ImportError:  # a command that needs Qt will say what is missing
        return
    words.set_translator(translator(spoken(chosen())))
