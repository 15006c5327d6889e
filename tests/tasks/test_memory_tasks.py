"""Echo, XOR in time, adding, copy memory and temporal order, each against a loop that reads what was drawn."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.tasks.adding import Adding
from rnnviz.tasks.copy_memory import CopyMemory
from rnnviz.tasks.echo import Echo
from rnnviz.tasks.temporal_order import TemporalOrder
from rnnviz.tasks.xor_in_time import XorInTime

seeds = st.integers(0, 2**32)
few = settings(max_examples=25, deadline=None)
bits = st.lists(st.integers(0, 1), min_size=1, max_size=40)


def columns(task, seed):
    """(x, target, mask) of each sequence of a batch to learn from and of the validation."""
    for batch in (task.sample(np.random.default_rng(seed), 6), task.validation()):
        for b in range(batch.x.shape[1]):
            yield batch.x[:, b], batch.target[:, b], batch.mask[:, b]


def spelt(task, x):
    return "".join(task.input_names[code] for code in x.argmax(axis=1))


def typed(values):
    return read_text(" ".join(map(str, values)), "bits")


@given(st.integers(0, 7), seeds)
@few
def test_an_echo_is_the_bit_of_some_clocks_ago(delay, seed):
    task = Echo(delay=delay, length=8)
    for x, target, mask in columns(task, seed):
        said = task.say(target)
        for t in range(8):
            assert mask[t] == (t >= delay)
            assert t < delay or said[t] == spelt(task, x)[t - delay]


@given(bits, st.integers(0, 50))
def test_a_typed_sequence_is_echoed(values, delay):
    target, mask = Echo(delay=delay, length=60).target(typed(values))
    expected = [None] * delay + values
    assert mask.tolist() == [value is not None for value in expected[: len(values)]]
    assert [row.argmax() for row in target[delay:]] == values[: max(0, len(values) - delay)]


@given(st.integers(4, 9), seeds)
@few
def test_every_third_bit_is_the_xor_of_the_two_before(triples, seed):
    task = XorInTime(triples)
    for x, target, mask in columns(task, seed):
        read, said = spelt(task, x), task.say(target)
        assert all(int(read[k + 2]) == int(read[k]) ^ int(read[k + 1]) for k in range(0, len(read), 3))
        assert "".join(said[:-1]) == read[1:]
        assert mask.tolist() == [1] * (len(read) - 1) + [0]


@given(bits)
def test_a_perfect_answer_follows_the_rule_where_there_is_one(values):
    target, mask = XorInTime().target(typed(values))
    for t in range(len(values)):
        following = values[t + 1] if t + 1 < len(values) else None
        answer = values[t - 1] ^ values[t] if t % 3 == 1 else following
        assert mask[t] == (answer is not None)
        assert answer is None or target[t].argmax() == answer


def test_guesses_at_random_bits_seldom_make_a_network_look_as_if_it_had_not_learned_xor():
    task = XorInTime()
    counted = np.count_nonzero(task.validation().mask)
    spread = np.sqrt(128 * (2 * task.triples - 1) / 4) / counted
    assert task.learned == pytest.approx(task.perfect.accuracy - 3 * spread, abs=0.005)


def test_what_can_be_reached_in_xor_is_what_an_answer_that_knows_the_rule_reaches():
    task = XorInTime(200)
    batch = task.validation()
    sure = np.arange(600) % 3 == 1
    answer = np.where(sure[:, None, None], batch.target, 0.5)
    counts = batch.mask != 0
    loss = -(batch.target * np.log(np.maximum(answer, 1e-300))).sum(axis=-1)[counts].mean()
    assert task.perfect.loss == pytest.approx(loss)
    assert task.perfect.loss == pytest.approx(2 / 3 * math.log(2), rel=0.01)
    assert task.perfect.accuracy == pytest.approx(task.correct(answer, batch.target)[counts].mean(), abs=0.01)


@given(st.integers(2, 30), seeds)
@few
def test_the_sum_of_the_two_marked_values(length, seed):
    for x, target, mask in columns(Adding(length), seed):
        marked = [value for value, mark in x if mark == 1]
        assert len(marked) == 2
        assert sum(x[: length // 2, 1]) == 1
        assert set(x[:, 1]) <= {0, 1}
        assert ((x[:, 0] >= 0) & (x[:, 0] < 1)).all()
        assert target[-1, 0] == pytest.approx(sum(marked))
        assert mask.tolist() == [0] * (length - 1) + [1]


def test_what_always_answering_1_costs():
    batch = Adding(2, tolerance=0.3).sample(np.random.default_rng(0), 200_000)
    off = batch.target[-1, :, 0] - 1
    assert np.square(off).mean() == pytest.approx(1 / 6, rel=0.01)
    assert Adding().baseline.loss == pytest.approx(1 / 6)
    assert (np.abs(off) < 0.3).mean() == pytest.approx(Adding(2, tolerance=0.3).baseline.accuracy, abs=0.005)


@pytest.mark.parametrize("wrong", ["0.5,0; 0.3,2", "0.5,0; 1.5,1", "0.5,0,0; 0.1,0,0", "0.5,0; -0.1,1"])
def test_a_typed_step_is_a_value_and_a_mark(wrong):
    with pytest.raises(InputError, match=r"Step \d is “.*”; give a value from 0 to 1 and a mark"):
        Adding().encode(read_text(wrong, "vectors"))


@given(st.integers(2, 8), st.integers(2, 6), st.integers(0, 5), seeds)
@few
def test_letters_are_copied_after_the_question(symbols, items, delay, seed):
    if symbols**items < 100:
        with pytest.raises(InputError, match=f"Only {symbols**items} sequences would differ"):
            CopyMemory(symbols, items, delay)
        return
    task = CopyMemory(symbols, items, delay)
    for x, target, mask in columns(task, seed):
        read = spelt(task, x)
        kept, silence = read[:items], read[items : items + delay]
        assert set(kept) <= set("abcdefgh"[:symbols])
        assert (silence, read[items + delay :]) == ("." * delay, "?" + "." * items)
        assert mask.tolist() == [0] * (items + delay + 1) + [1] * items
        assert "".join(task.say(target)[-items:]) == kept


@given(st.text("abcd", max_size=6), st.integers(0, 4), st.integers(0, 8))
def test_typed_letters_are_copied_as_far_as_the_silence_goes(letters, before, after):
    task = CopyMemory()
    target, mask = task.target(read_text(letters + "." * before + "?" + "." * after, "text"))
    answered = letters[:after]
    asked = len(letters) + before
    assert mask.tolist() == [0] * (asked + 1) + [1] * len(answered) + [0] * (after - len(answered))
    assert "".join(task.say(target)[asked + 1 :][: len(answered)]) == answered


def test_after_the_question_there_is_silence():
    with pytest.raises(InputError, match=r"Character 3 is “b”; after “\?” only “\.” is read"):
        CopyMemory().encode(read_text("a?b"))
    with pytest.raises(InputError, match="Character 2 is “z”; this network reads a b c d"):
        CopyMemory().encode(read_text("az?"))
    assert not CopyMemory().target(read_text("ab.."))[1].any()


@given(st.integers(8, 40), seeds)
@few
def test_the_order_of_the_two_signals(length, seed):
    task = TemporalOrder(length)
    seen = set()
    for x, target, mask in columns(task, seed):
        read = spelt(task, x)
        assert (read[0], read[-1], len(read)) == ("E", "B", length)
        places = [t for t, letter in enumerate(read) if letter in "XY"]
        assert len(places) == 2
        assert 1 <= places[0] <= length // 3
        assert length // 2 <= places[1] < length - 1
        assert set(read[1:-1]) <= set("abcdXY")
        assert mask.tolist() == [0] * (length - 1) + [1]
        assert task.say(target)[-1] == read[places[0]] + read[places[1]]
        seen.add(task.say(target)[-1])
    assert len(seen) == 4


def test_typed_signals():
    task = TemporalOrder()
    assert task.say(task.target(read_text("EcYbbXaB"))[0])[-1] == "YX"
    assert not task.target(read_text("EcYbbaB"))[1].any()
    with pytest.raises(InputError, match="Character 4 is the third signal, “X”"):
        task.target(read_text("YXaX"))
    with pytest.raises(InputError, match="Character 2 is “x”; this network reads a b c d X Y E B"):
        task.encode(read_text("Ex"))


def test_a_delay_longer_than_the_sequence_is_refused():
    with pytest.raises(InputError, match="The delay is 12; give less than the sequence length, 12"):
        Echo(delay=12, length=12)
