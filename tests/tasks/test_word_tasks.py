"""Slot filling and sentiment, against a reader of the files that knows nothing of the program."""

import itertools
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.paths import resource
from rnnviz.tasks.sentiment import Sentiment
from rnnviz.tasks.slot_filling import SlotFilling

LANGUAGES = ("english", "portuguese")
few = settings(max_examples=10, deadline=None)


def lines(subject, language):
    """(sign, regular expression of the sentence, its slots in order) of each sentence of a file."""
    lists, found = {}, []
    for line in resource("sentences", f"{subject}-{language}.txt").read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        if line[0] not in "+->":
            name, phrases = line.split("=")
            lists[name.strip()] = "|".join(re.escape(phrase.strip()) for phrase in phrases.split("|"))
            continue
        pattern = re.sub(
            r"\\\{(?:(\w+):)?(\w+)\\\}", lambda place: f"(?:{lists[place[2]]})", re.escape(line[1:].strip())
        )
        found.append((line[0], re.compile(pattern), re.findall(r"\{(\w+):", line)))
    return found


def words(task, x):
    return [task.input_names[code] for code, there in zip(x.argmax(axis=1), x.any(axis=1), strict=True) if there]


def batches(task, seed):
    for batch in (task.sample(np.random.default_rng(seed), 8), task.validation()):
        for b in range(batch.x.shape[1]):
            yield batch.x[:, b], batch.target[:, b], batch.mask[:, b]


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.integers(0, 2**32))
@few
def test_every_sentence_stands_in_the_file_with_its_sign(language, seed):
    task, sentences = Sentiment(language), lines("sentiment", language)
    for x, target, mask in batches(task, seed):
        read = words(task, x)
        assert len(read) == len(x)
        sentence = " ".join(read).rstrip(" .")
        signs = {sign for sign, pattern, _ in sentences if pattern.fullmatch(sentence)}
        assert signs == {"+-"[target[-1].argmax()]}
        assert mask.tolist() == [0] * (len(x) - 1) + [1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_half_of_the_sentences_are_positive_and_no_sentence_is_both(language):
    batch = Sentiment(language).sample(np.random.default_rng(0), 2000)
    assert 0.45 < batch.target[-1, :, 0].mean() < 0.55
    sentences = lines("sentiment", language)
    signs = [sign for sign, *_ in sentences]
    assert signs.count("+") == signs.count("-")
    assert len(sentences) > 100
    task = Sentiment(language)
    for number, (sign, _) in enumerate(task.grammar.sentences):
        for seed in range(5):
            drawn, _ = task.grammar.draw(np.random.default_rng(seed), number)
            others = {s for s, pattern, _ in sentences if pattern.fullmatch(" ".join(drawn))}
            assert others == {sign}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_do_not_tell_the_feeling_but_their_order_does(language):
    """As many lines with lists on either side, and many that differ in nothing but the places of the lists."""
    sides = {"+": [], "-": []}
    for line in resource("sentences", f"sentiment-{language}.txt").read_text(encoding="utf-8").splitlines():
        if line[:1] in ("+", "-") and "{" in line:
            sides[line[0]].append(line[2:])
    assert len(sides["+"]) == len(sides["-"]) >= 20

    def frames(side):
        return {re.sub(r"\{\w+\}", "{}", line) for line in sides[side] if line.count("{") > 1}

    assert len(frames("+") & frames("-")) >= 8


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the film was not bad", "positive"),
        ("The film was NOT good", "negative"),
        ("the soup was dull at first but great in the end . .", "positive"),
        ("the soup was great at first but dull in the end", "negative"),
    ],
)
def test_a_typed_sentence_is_answered_at_its_last_clock(typed, said):
    task, sequence = Sentiment(), read_text(typed, "words")
    target, mask = task.target(sequence)
    assert mask.tolist() == [0] * (len(sequence) - 1) + [1]
    assert task.say(target)[-1] == said


def test_what_nobody_judged_has_no_answer_and_unknown_words_are_named():
    task = Sentiment()
    assert not task.target(read_text("film film film", "words"))[1].any()
    with pytest.raises(InputError, match=r"Word 2 is “flim”; of the \d+ words that are known, give one like film"):
        task.encode(read_text("the flim", "words"))
    with pytest.raises(InputError, match=r"Word 2 is “fi”; .* give one like film, first"):
        task.encode(read_text("the fi", "words"))
    with pytest.raises(InputError, match=r"reads words.*holds text"):
        task.encode(read_text("the film"))


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.integers(0, 2**32))
@few
def test_every_order_stands_in_the_file_with_its_slots(language, seed):
    task, orders = SlotFilling(language), lines("slots", language)
    for x, target, mask in batches(task, seed):
        read = words(task, x)
        assert mask.tolist() == [1] * len(read) + [0] * (len(x) - len(read))
        assert not target[len(read) :].any()
        slots = [slot for slot in task.say(target)[: len(read)] if slot != "–"]
        assert slots in [wanted for _, pattern, wanted in orders if pattern.fullmatch(" ".join(read))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_before_tell_the_slot(language):
    """No two orders begin with the same words and give the last of them different slots."""
    task, seen = SlotFilling(language), {}
    for x, target, _ in itertools.chain(*(batches(task, seed) for seed in range(40))):
        read, slots = words(task, x), task.say(target)
        for t in range(len(read)):
            assert seen.setdefault(tuple(read[: t + 1]), slots[t]) == slots[t]


@pytest.mark.parametrize(
    ("language", "typed", "slots"),
    [
        ("portuguese", "chegar Recife 2 novembro", "– destination arrival arrival"),
        ("portuguese", "sair Recife 2 novembro", "– origin departure departure"),
        ("portuguese", "chegar de manhã cedo Recife", "– – – – destination"),
        ("english", "arrive Boston November 2", "– destination arrival arrival"),
        ("english", "leave with my dog Boston", "– – – – origin"),
        ("english", "leave", "–"),
    ],
)
def test_the_same_word_fills_another_slot_because_of_memory(language, typed, slots):
    task, sequence = SlotFilling(language), read_text(typed, "words")
    target, mask = task.target(sequence)
    assert mask.all()
    assert task.say(target) == tuple(slots.split())


def test_beyond_what_an_order_can_be_there_is_no_answer():
    target, mask = SlotFilling().target(read_text("leave boston boston boston", "words"))
    assert mask.tolist() == [1, 1, 0, 0]
    assert not target[2:].any()
