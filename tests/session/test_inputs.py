"""One input replaced: the sequence that is typed for it is read as this very sequence, and nothing else changes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.session.edit import read_number
from rnnviz.session.inputs import symbols_of, with_input, with_symbol
from rnnviz.session.start import fresh_state
from rnnviz.tasks import tasks


@pytest.mark.parametrize("name", tuple(tasks))
def test_every_task_takes_another_input_or_says_why_not(name):
    state = fresh_state(name)
    task, sequence = state.task, state.sequence
    symbols, changed = symbols_of(task, sequence), 0
    if symbols:
        for t in range(1, len(sequence) + 1):
            for symbol in symbols[:6]:
                try:
                    made = with_symbol(task, sequence, t, symbol)
                except InputError:
                    continue
                assert made.labels[t - 1] == symbol
                assert made.labels[: t - 1] + made.labels[t:] == sequence.labels[: t - 1] + sequence.labels[t:]
                assert made.kind == sequence.kind
                if made is not sequence:
                    changed += 1
                    again = read_text(made.text, made.kind)
                    assert again.labels == made.labels
    else:
        made = with_input(task, sequence, 2, 0, 0.375)
        assert task.encode(made)[1, 0] == pytest.approx(0.375, rel=1e-9)
        old, new = task.encode(sequence), task.encode(made)
        assert (old != new).sum() == 1
        changed += made is not sequence
    assert changed or name in ("reber", "brackets", "drawing", "phrases")


@given(st.floats(-1e6, 1e6, allow_subnormal=False), st.integers(1, 8))
def test_a_number_becomes_this_number_exactly(value, t):
    state = fresh_state("sine")
    made = with_input(state.task, state.sequence, t, 0, value)
    assert state.task.encode(made)[t - 1, 0] == value
    assert np.array_equal(read_text(made.text, made.kind).values, made.values)
    assert with_input(state.task, made, t, 0, value) is made


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), 1e10, 1e300])
def test_a_number_out_of_bounds_is_said(value):
    state = fresh_state("sine")
    with pytest.raises(InputError, match="out of bounds"):
        with_input(state.task, state.sequence, 1, 0, value)


def test_what_is_no_symbol_is_said():
    state = fresh_state("parity")
    for wrong in ("2", "", "one", "1e400", "\n"):
        with pytest.raises(InputError, match="none of the symbols"):
            with_symbol(state.task, state.sequence, 1, wrong)
    with pytest.raises(InputError, match="no number of its own"):
        with_input(state.task, state.sequence, 1, 0, 0.5)


@pytest.mark.parametrize("text", ["", "  ", "abc", "1,2,3", "nan", "0x10", "--1", "1e", "½", "1 2"])
def test_what_is_no_number_is_said(text):
    with pytest.raises(InputError, match="is not a number"):
        read_number(text)


def test_numbers_as_people_type_them():
    assert read_number(" 0,5 ") == 0.5
    assert read_number("−2") == -2.0
    assert read_number("1e400") == float("inf")
