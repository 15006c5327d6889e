"""Reber grammar and brackets, against independent readers; reversed words and dates, against Python's own."""

import datetime
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.tasks.brackets import Brackets
from rnnviz.tasks.dates import MONTHS, Dates
from rnnviz.tasks.reber import ALPHABET, Reber
from rnnviz.tasks.reverse import Reverse

seeds = st.integers(0, 2**32)
few = settings(max_examples=15, deadline=None)


def of_grammar(word):
    """The grammar once more, as a regular expression: both ways meet, and P X leads back from the end of the lower."""
    lower = "T*V(?:PXT*V)*(?:V|PS)"
    return bool(re.fullmatch(f"B(?:TS*X(?:S|X{lower})|P{lower})E", word))


def columns(task, seed):
    for batch in (task.sample(np.random.default_rng(seed), 6), task.validation()):
        for b in range(batch.x.shape[1]):
            length = int(batch.x[:, b].any(axis=1).sum())
            assert not batch.x[length:, b].any()
            assert not batch.target[length:, b].any()
            assert not batch.mask[length:, b].any()
            yield (
                "".join(task.input_names[code] for code in batch.x[:length, b].argmax(axis=1)),
                batch.target[:length, b],
                batch.mask[:length, b],
            )


@pytest.mark.parametrize("embedded", [True, False])
@given(seeds)
@few
def test_words_are_of_the_grammar_and_targets_are_what_may_follow(embedded, seed):
    task = Reber(embedded=embedded)
    words = {}
    for word, target, mask in columns(task, seed):
        inner = word[2:-2] if embedded else word
        assert of_grammar(inner)
        assert len(word) <= task.longest
        assert not embedded or (word[0], word[-1], word[1]) == ("B", "E", word[-2])
        assert mask.tolist() == [1] * (len(word) - 1) + [0]
        assert np.allclose(target.sum(axis=1), mask)
        assert all(target[t, ALPHABET.index(word[t + 1])] > 0 for t in range(len(word) - 1))
        words[word] = target
    # Whatever followed a beginning somewhere is in the target of that beginning everywhere.
    follows = {}
    for word in words:
        for t in range(1, len(word)):
            follows.setdefault(word[:t], set()).add(word[t])
    for word, target in words.items():
        for t in range(1, len(word)):
            allowed = {ALPHABET[code] for code in np.flatnonzero(target[t - 1])}
            assert follows[word[:t]] <= allowed


def test_the_graph_of_the_literature():
    task = Reber(embedded=False)
    assert task.say(task.target(read_text("BTXSE"))[0])[:4] == ("T/P", "S/X", "S/X", "E")
    assert task.say(task.target(read_text("BPTVPXVVE"))[0])[:8] == (
        "T/P",
        "T/V",
        "T/V",
        "P/V",
        "S/X",
        "T/V",
        "P/V",
        "E",
    )
    with pytest.raises(InputError, match="Letter 3 is “B”; here the grammar allows S or X"):
        task.encode(read_text("BTB"))
    with pytest.raises(InputError, match="Letter 6 is “B”; here the grammar allows nothing more"):
        task.encode(read_text("BTXSEB"))
    with pytest.raises(InputError, match="Letter 8 is “P”; here the grammar allows T"):
        Reber().encode(read_text("BTBTXSEPE"))


def test_an_answer_is_right_when_what_may_come_is_most_probable():
    target = np.array([0, 0.5, 0.5, 0, 0, 0, 0])
    right = np.array([[0.1, 0.4, 0.2, 0.1, 0.1, 0.1, 0.0], [0.25, 0.4, 0.2, 0.15, 0, 0, 0]])
    assert Reber().correct(right, np.stack([target, target])).tolist() == [True, False]


def closes(text):
    """What has to close after each bracket, by rubbing out pairs until none is left."""
    wanted = []
    for t in range(1, len(text) + 1):
        left, before = text[:t], None
        while left != before:
            before, left = left, left.replace("()", "").replace("[]", "").replace("{}", "")
        wanted.append({"(": ")", "[": "]", "{": "}"}[left[-1]] if left else "all closed")
    return tuple(wanted)


@given(st.integers(1, 3), st.integers(2, 6), st.integers(14, 30), seeds)
@few
def test_brackets_match(pairs, depth, length, seed):
    task = Brackets(pairs, depth, length)
    for text, target, mask in columns(task, seed):
        assert len(text) == length
        assert task.say(target) == closes(text)
        levels = np.cumsum([1 if sign in "([{" else -1 for sign in text])
        assert 0 <= levels.min() <= levels.max() <= depth
        assert mask.all()


@given(st.text("()[]", min_size=1, max_size=12))
def test_typed_brackets_are_read_or_the_first_wrong_one_is_named(text):
    task, sequence = Brackets(), read_text(text, "text")
    good = 0
    for good in range(1, len(text) + 1):
        left, before = text[:good], None
        while left != before:
            before, left = left, left.replace("()", "").replace("[]", "")
        if ")" in left or "]" in left:
            with pytest.raises(InputError, match=f"Character {good} is “{re.escape(text[good - 1])}”; here only"):
                task.target(sequence)
            return
    assert task.say(task.target(sequence)[0]) == closes(text)


@given(st.integers(3, 8), st.integers(5, 8), seeds)
@few
def test_words_are_said_backwards(symbols, longest, seed):
    task = Reverse(symbols, 2, longest)
    for text, target, mask in columns(task, seed):
        word, silence = text.split("?")
        assert 2 <= len(word) <= longest
        assert silence == "." * len(word)
        assert mask.tolist() == [0] * (len(word) + 1) + [1] * len(word)
        assert "".join(task.say(target)[len(word) + 1 :]) == word[::-1]


def test_too_few_words_are_refused():
    with pytest.raises(InputError, match="Only 16 words would differ"):
        Reverse(symbols=2, longest=4)
    with pytest.raises(InputError, match="The longest word, 3, is shorter than the shortest, 4"):
        Reverse(shortest=4, longest=3)


@pytest.mark.parametrize("language", ["english", "portuguese"])
@pytest.mark.parametrize("format", ["digits", "month names", "either"])
@given(seeds)
@few
def test_dates_are_the_ones_that_python_reads(format, language, seed):
    task = Dates(format, language)
    for text, target, mask in columns(task, seed):
        typed, silence = text.split("?")
        assert silence == "." * 8
        typed = typed.rstrip(".")
        assert format == "either" or ("/" in typed) == (format == "digits")
        for number, name in enumerate(MONTHS[language], start=1):
            typed = typed.replace(f"␣{name}␣", f"/{number:02}/")
        day = datetime.datetime.strptime(typed, "%d/%m/%y")
        assert "".join(task.say(target)[-8:]) == day.strftime("%y-%m-%d")
        assert mask.tolist() == [0] * (len(text) - 8) + [1] * 8


@pytest.mark.parametrize(("typed", "answers"), [("31 feb 24?...", 0), ("02 nov 24?...", 3), ("today?...", 0)])
def test_a_typed_date_is_answered_as_far_as_asked(typed, answers):
    task = Dates()
    target, mask = task.target(read_text(typed, "text"))
    assert mask.sum() == answers
    assert not answers or "".join(task.say(target)[-3:]) == "24-"
    with pytest.raises(InputError, match="Character 1 is “é”"):
        task.encode(read_text("été"))
