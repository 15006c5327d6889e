"""Next character, against looking at the text."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.tasks.next_character import MAX_ALPHABET, NextCharacter, shipped_text

printable = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=2, max_size=40)


@given(printable)
def test_the_target_is_the_next_character(typed):
    sequence = read_text(typed, "text")
    task = NextCharacter.for_sequence(sequence)
    x, (target, mask) = task.encode(sequence), task.target(sequence)
    assert task.say(x) == sequence.labels
    assert task.say(target)[:-1] == sequence.labels[1:]
    assert mask.tolist() == [1] * (len(sequence) - 1) + [0]
    assert not target[-1].any()
    assert task.alphabet == "".join(sorted(set(sequence.labels)))


@given(st.text("abc ", min_size=2, max_size=300), st.integers(1, 30), st.integers(0, 2**32))
def test_batches_are_windows_of_the_text_that_was_not_held_out(text, window, seed):
    task = NextCharacter(text, window)
    kept = text[: len(text) - len(text) // 5] if task.held_out else text
    batch = task.sample(np.random.default_rng(seed), 3)
    for b in range(3):
        read, answer = "".join(task.say(batch.x[:, b])), "".join(task.say(batch.target[:, b]))
        assert len(read) == min(window, len(kept) - 1)
        assert read + answer[-1] in kept
        assert read[1:] == answer[:-1]
    tail = text[len(kept) :] if task.held_out else text
    validation = task.validation()
    for b in range(validation.x.shape[1]):
        assert "".join(task.say(validation.x[:, b])) + task.say(validation.target[:, b])[-1] in tail


def test_a_short_text_says_that_nothing_is_held_out():
    hello = NextCharacter.for_sequence(read_text("hello"))
    assert not hello.held_out
    assert hello.alphabet == "ehlo"
    assert "".join(hello.say(hello.validation().x[:, 0])) == "hell"
    assert NextCharacter().held_out


def test_the_shipped_text_teaches_that_u_follows_q():
    text = shipped_text()
    assert text.count("q") > 50
    assert text.count("q") == text.count("qu")
    assert len(set(text)) == 16
    assert NextCharacter.fit(16, 16).alphabet == "".join(sorted(set(text)))


def test_an_unknown_character_is_named_with_its_place_and_the_alphabet():
    with pytest.raises(InputError, match=re.escape("Character 3 is “x”; this network reads a b ␣")):
        NextCharacter("ab␣").encode(read_text("abx"))
    assert NextCharacter("ab␣").encode(read_text("a b")).argmax(axis=1).tolist() == [0, 2, 1]


def test_alphabets_and_widths_have_bounds():
    NextCharacter("".join(map(chr, range(256, 256 + MAX_ALPHABET))))
    with pytest.raises(InputError, match="129 different characters; at most 128"):
        NextCharacter("".join(map(chr, range(256, 257 + MAX_ALPHABET))))
    with pytest.raises(InputError, match="“h” has no next character"):
        NextCharacter.for_sequence(read_text("h"))
    with pytest.raises(InputError, match="16 inputs and 16 outputs, not 2 and 16"):
        NextCharacter.fit(2, 16)
    with pytest.raises(InputError, match="Window: 0"):
        NextCharacter("ab", 0)


@pytest.mark.parametrize("source", ["english", "portuguese"])
def test_in_every_bundled_text_u_follows_q(source):
    task = NextCharacter(source=source)
    assert task.text == shipped_text(source)
    assert task.text.count("q") == task.text.count("qu") > 50
    assert task.held_out
    task.encode(read_text(task.start, "text"))


def test_another_source_is_another_text_and_ones_own_has_to_be_typed():
    own = NextCharacter("hello")
    assert own.source == "own text"
    assert own.changed(window=5).text == "hello"
    other = own.changed(source="portuguese")
    assert (other.text, other.source) == (shipped_text("portuguese"), "portuguese")
    assert NextCharacter(shipped_text("english")) == NextCharacter()
    with pytest.raises(InputError, match="Type or open the text"):
        other.changed(source="own text")
    assert own.start == "hello"


def test_who_has_learned_the_text_knows_more_than_the_present_character():
    task = NextCharacter()
    codes = np.array([task.alphabet.index(character) for character in task.text])
    read = codes[: len(codes) - len(codes) // 5]
    held_out = task.validation()
    right = []
    for behind in (1, 2):  # characters, the present one among them
        followers = np.zeros((task.inputs,) * (behind + 1))
        np.add.at(followers, tuple(read[k : len(read) - behind + k] for k in range(behind + 1)), 1)
        seen = held_out.x.argmax(axis=2)
        said = followers[tuple(seen[k : len(seen) - behind + 1 + k] for k in range(behind))]
        right.append(task.correct(said, held_out.target[behind - 1 :]).mean())
    assert right == pytest.approx([0.37, 0.45], abs=0.01)
    assert right[0] < task.learned < right[1]
    assert NextCharacter(text="hello hello").learned is None
