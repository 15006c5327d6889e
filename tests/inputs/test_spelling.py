"""A sequence, from wherever it came, can be typed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnnviz.inputs import read_file, read_text, spelled
from rnnviz.inputs.sequence import sequence_of_characters, sequence_of_values, sequence_of_words

FINITE = st.floats(-1e9, 1e9)


@pytest.mark.parametrize("text", ["1001", "1 0 0 1", "0.5 -1 2", "1,1; 2,2", "1,1;", "hello", '"1001"', "a b\tc\nd"])
def test_what_was_typed_stays_as_it_was_typed(text):
    assert spelled(read_text(text)) == text


@pytest.mark.parametrize(
    ("name", "content", "typed"),
    [
        ("a.txt", "1 1 1 0\n", "1 1 1 0"),
        ("a.txt", "hello you\n", "hello you"),
        ("a.csv", "0.5\n-1\n2.25\n", "0.5 -1 2.25"),
        ("a.csv", "x,y\n1,1\n0.1,2\n", "1,1; 0.1,2"),
        ("a.tsv", "1\n0\n", "1 0"),
    ],
)
def test_a_file_can_be_typed(tmp_path, name, content, typed):
    (tmp_path / name).write_text(content, encoding="utf-8")
    sequence = read_file(tmp_path / name)
    assert sequence.text == name
    assert spelled(sequence) == typed


def same(text, sequence):
    again = read_text(text, sequence.kind)
    assert again.labels == sequence.labels
    np.testing.assert_array_equal(again.values, sequence.values)


@given(st.lists(FINITE, min_size=1, max_size=20))
def test_numbers_keep_every_digit(values):
    sequence = sequence_of_values("file.npy", "numbers", [[value] for value in values])
    same(spelled(sequence), sequence)


@given(st.lists(st.tuples(FINITE, FINITE, FINITE), min_size=1, max_size=8))
def test_vectors_keep_every_digit(values):
    sequence = sequence_of_values("file.csv", "vectors", values)
    same(spelled(sequence), sequence)


@given(st.text(alphabet="ab 1,.;\n\t", min_size=1, max_size=20))
def test_text_is_spelled_or_left(characters):
    """What no typing gives (a line end at the end, say) is left to the name of the file."""
    sequence = sequence_of_characters("file.txt", characters)
    text = spelled(sequence)
    assert text or characters != characters.rstrip("\n") or not characters.strip()
    if text:
        assert any(read_text(text, kind).labels == sequence.labels for kind in (None, "text") if readable(text, kind))


def readable(text, kind):
    try:
        read_text(text, kind)
    except ValueError:
        return False
    return True


def test_words_are_spelled():
    sequence = sequence_of_words("file.txt", ["good", "film"])
    assert spelled(sequence) == "good film"
