"""Every word of the program is there in every language, whole and with its places; none is forgotten."""

import re
from collections import Counter

import pytest
from translated import LANGUAGES, messages

from rnnviz.paths import resource

OTHERS = LANGUAGES[1:]

# Equal in both languages: names, formulas, and words that Portuguese has taken over.
EQUAL = {
    "pt_BR": {
        "0.138 (Amit et al. 1985)", "0.138 P / N", "AdaDelta", "AdaGrad", "Adam", "AdamW", "Backend", "Beta 1",
        "Beta 2", "CD-1", "CD-10", "CD-k", "CuPy (GPU)", "Elman", "Epsilon", "GRU", "He", "Hebb", "Jordan",
        "L = {loss}", "L1", "L2", "LSTM", "LeCun N(0, 1/n)", "Nesterov", "Newton", "NumPy", "Overlaps m", "P / N",
        "RMSProp", "RTRL", "ReLU", "Reset", "Rho", "SGD", "Storkey", "Xavier (Glorot)", "bipolar −1, 1", "bits",
        "feed-forward", "k", "linear", "m, Hebb", "m, Storkey", "normal N(0, 1)", "pixel {row},{column}", "reset",
        "softmax", "t = {t}", "t = {t} / {steps}", "tanh", "zeros", "{minutes} min {seconds} s", "{seconds} s",
        "‖∂hₜ/∂hₖ‖",
    }
}  # fmt: skip
PLACES = re.compile(r"\{[^}]*\}|%n|%\(\w+\)\w|%s")


def every_form(language):
    return [(*key, form) for key, (forms, _) in messages(language).items() for form in forms]


def test_the_list_of_languages_is_that_of_the_files():
    names = {path.stem.removeprefix("rnnviz_") for path in resource("translations").glob("*.ts")}
    assert names == set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_missing_or_unevery_form(language):
    assert set(messages(language)) == set(messages("en"))
    missing = [key for key, (forms, done) in messages(language).items() if not done or not all(forms)]
    assert not missing, "translate these in resources/translations, then run .ci/translations"


@pytest.mark.parametrize("language", OTHERS)
def test_every_place_and_sign_is_kept(language):
    for context, source, text in every_form(language):
        assert Counter(PLACES.findall(text)) == Counter(PLACES.findall(source)), (context, source, text)
        assert source.count("&") == text.count("&"), (context, source, text)
        for edge in (r"^\s*", r"[…:?]?\s*$"):
            assert re.search(edge, text)[0] == re.search(edge, source)[0], (context, source, text)
        assert text.endswith(".") or not source.endswith("."), (context, source, text)


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_is_left_as_it_was(language):
    left = set()
    for _, source, text in every_form(language):
        if text == source and re.search(r"[^\W\d_]", PLACES.sub("", source)):
            left.add(source)
    assert left <= EQUAL[language]
    assert EQUAL[language] <= {source for _, source in messages(language)}, "no longer in the program"
