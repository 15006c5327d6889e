"""What is typed is read as the table in the docstring says, or refused in one sentence."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import MAX_STEPS, read_text
from rnnviz.inputs.sequence import MAX_SIZE, vector_label


@pytest.mark.parametrize(
    ("typed", "kind", "labels"),
    [
        ("1 0 0 1", "bits", "1 0 0 1"),
        ("1001", "bits", "1 0 0 1"),
        ("1,0,0,1", "bits", "1 0 0 1"),
        ("[1, 0, 0, 1]", "bits", "1 0 0 1"),
        ("1;0\n1", "bits", "1 0 1"),
        ("1\n0\n1\n", "bits", "1 0 1"),
        ("1,1", "bits", "1 1"),
        ("0.5 -1 2", "numbers", "0.5 -1 2"),
        ("0.5, −1, +2.0,", "numbers", "0.5 -1 2"),
        ("1e-3 .5 2.", "numbers", "0.001 0.5 2"),
        ("3; 4; 5", "numbers", "3 4 5"),
        ("10 2", "numbers", "10 2"),
        ("1,1; 1,1; 2,2", "vectors", "1,1 1,1 2,2"),
        ("1,1;", "vectors", "1,1"),
        ("1 0\n1 1", "vectors", "1,0 1,1"),
        ("(1,1), (1,1), (2,2)", "vectors", "1,1 1,1 2,2"),
        ("[[1, 1], [2, 2.5]]", "vectors", "1,1 2,2.5"),
        ("hello", "text", "h e l l o"),
        ("a b\tc\nd\n", "text", "a ␣ b ⇥ c ↵ d"),
        ('"1001"', "text", "1 0 0 1"),
        ("2+2=4", "text", "2 + 2 = 4"),
        ("I see 2 cats", "text", "I ␣ s e e ␣ 2 ␣ c a t s"),
        ("nan", "text", "n a n"),
        ("a;b", "text", "a ; b"),
        ("...", "text", ". . ."),
        ("é\x00", "text", "é �"),
    ],
)
def test_what_is_typed_is_read_as_the_table_says(typed, kind, labels):
    sequence = read_text(typed)
    assert (sequence.kind, sequence.labels, sequence.text) == (kind, tuple(labels.split()), typed)
    assert len(sequence.values) == len(sequence)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("0.5 -1 2x", "Value 3 is “2x”"),
        ("1..2", "Value 1 is “1..2”"),
        ("1 nan 2", "Value 2 is “nan”"),
        ("1, -inf", "Value 2 is “-inf”"),
        ("-", "Value 1 is “-”"),
        ("0.5 1e", "Value 2 is “1e”"),
        ("1,,2", "Value 2 is missing"),
        ("1e999 2", "Value 1, “1e999”, is too large"),
        ("1,1; 2", "Vector 2 has length 1 and vector 1 has length 2"),
        ("1,2; 3,x; 4,5", "2 of vector 2 is “x”"),
        ("1 " * (MAX_STEPS + 1), "10001 steps"),
        ("2 " * (MAX_STEPS + 1), "10001 steps"),
        ("x" * (MAX_STEPS + 1), "10001 steps"),
        ("1,2;" * (MAX_STEPS + 1), "10001 steps"),
        (",".join("2" * 4097) + ";", "4097 values"),
        ("1" * 5_000_000, "5000000 characters"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(typed, words):
    with pytest.raises(InputError, match=r"^[^\n]{1,200}$") as caught:
        read_text(typed)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("typed", "kind", "words"),
    [
        ("1 2 0", "bits", "Bit 2 is “2”"),
        ("1 x", "numbers", "Value 2 is “x”"),
        ("hello", "vectors", "1 of vector 1 is “hello”"),
        ("", "text", "empty"),
    ],
)
def test_a_kind_that_was_asked_for_is_held_to(typed, kind, words):
    with pytest.raises(InputError, match=words):
        read_text(typed, kind)


def test_a_kind_that_was_asked_for_wins_over_the_look():
    assert read_text("1 0", "text").labels == ("1", "␣", "0")
    assert read_text("10 11", "numbers").values.tolist() == [[10], [11]]
    assert read_text("1 2 3", "vectors").values.tolist() == [[1, 2, 3]]
    with pytest.raises(ValueError, match="kind is one of"):
        read_text("1", "verses")


def test_values_cannot_be_written_to():
    with pytest.raises(ValueError, match="read-only"):
        read_text("1 0").values[0] = 5


def test_a_wide_vector_has_a_short_label():
    assert vector_label(np.array([1.0, 2.0, 3.0, 4.0])) == "1,2,3,4"
    assert vector_label(np.arange(100) / 3) == "0,0.3333,0.6667,…"


def test_a_long_wrong_value_does_not_make_a_long_sentence():
    with pytest.raises(InputError) as caught:
        read_text("1 2 3 " + "x" * 100_000)
    assert len(str(caught.value)) < 200


@settings(deadline=None, max_examples=300)
@given(st.text() | st.text('01 ,;.\n-+eE()[]"nai', max_size=40) | st.text(st.characters(codec=None), max_size=10))
def test_any_string_is_read_or_refused(typed):
    for kind in (None, "bits", "numbers", "vectors", "text"):
        try:
            sequence = read_text(typed, kind)
        except InputError:
            continue
        assert 1 <= len(sequence) == len(sequence.values)
        assert kind in (None, sequence.kind)
        assert np.all(np.abs(sequence.values) <= MAX_SIZE)
        assert all(label.isprintable() and label.strip() for label in sequence.labels if sequence.kind != "text")
        assert all(len(label) == 1 for label in sequence.labels if sequence.kind == "text")


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=20))
def test_numbers_survive_being_typed(numbers):
    sequence = read_text(" ".join(map(repr, numbers)), "numbers")
    assert sequence.values[:, 0].tolist() == numbers


@given(st.integers(1, 5), st.data())
def test_vectors_survive_being_typed(width, data):
    rows = data.draw(st.lists(st.lists(st.floats(-1e9, 1e9), min_size=width, max_size=width), min_size=2, max_size=9))
    sequence = read_text("; ".join(",".join(map(repr, row)) for row in rows), "vectors")
    assert sequence.values.tolist() == rows


def test_hostile_lengths_take_no_time():
    for typed in ("1" * 4_000_000 + "x", ")" + " " * 4_000_000, "-" * 4_000_000, "1e" * 2_000_000):
        with pytest.raises(InputError):
            read_text(typed)


@given(st.text(max_size=60))
def test_words_are_what_stands_between_spaces_and_marks_are_words_of_their_own(typed):
    expected = []
    for chunk in typed.split():
        expected += [part for part in re.split(r"([.,;:!?])", chunk) if part]
    if not expected:
        with pytest.raises(InputError, match="empty"):
            read_text(typed, "words")
        return
    sequence = read_text(typed, "words")
    assert len(sequence) == len(expected)
    assert sequence.labels == tuple("".join(c if c.isprintable() else "�" for c in word) for word in expected)
    assert (sequence.kind, sequence.values.shape) == ("words", (len(expected), 0))


def test_words_are_read_only_where_they_are_asked_for():
    assert read_text("not bad, really!", "words").labels == ("not", "bad", ",", "really", "!")
    assert read_text("not bad, really!").kind == "text"
