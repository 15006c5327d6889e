"""The translations as tests read them: from the .ts files, without Qt."""

import sys
import xml.etree.ElementTree as ET
from functools import cache

import pytest

from rnnviz.errors import InputError
from rnnviz.paths import resource

LANGUAGES = ("en", "pt_BR")


@cache
def messages(language):
    """{(context, source): (forms, finished)} of one language; one form, or the plural's two."""
    found = {}
    for context in ET.parse(resource("translations", f"rnnviz_{language}.ts")).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            key = (context.findtext("name"), message.findtext("source"))
            found[key] = (tuple(forms), translation.get("type") is None)
    return found


def translator(language):
    """(context, text) -> text in this language, for `words.set_translator`; None for English."""
    if language == "en":
        return None
    table = messages(language)
    return lambda context, text: table.get((context, text), ((text,), False))[0][0] or text


@pytest.fixture(scope="module", autouse=True)
def sentences_are_known():
    """Whatever the program refuses, it refuses with a sentence that the translations know."""
    right = InputError.__init__

    def checked(self, template, **values):
        if sys._getframe(1).f_globals["__name__"].startswith("rnnviz."):
            assert all(("errors", template) in messages(language) for language in LANGUAGES[1:]), template
        right(self, template, **values)

    InputError.__init__ = checked
    yield
    InputError.__init__ = right
