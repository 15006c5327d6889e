"""What holds for every registered task: shapes, masks, determinism, names, and honest validation."""

import dataclasses
from typing import get_args

import numpy as np
import pytest

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.tasks import task_for, tasks
from rnnviz.tasks.base import GROUPS, Scenario

NAMES = tuple(tasks)


def test_the_tasks_of_the_program():
    assert set(NAMES) == {
        *("parity", "worked-example"),
        *("adding", "copy-memory", "echo", "temporal-order", "xor-in-time"),
        *("brackets", "next-character", "reber", "sentiment", "slot-filling"),
        *("dates", "drawing", "reverse"),
        *("own-data", "sine", "sum-of-sines", "sunspots"),
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_task_stands_in_the_list_with_a_sentence(name):
    kind = tasks[name]
    assert kind.group in GROUPS
    assert kind.story[0].isupper()
    assert kind.story[-1] in ".?"
    assert kind.scenario in get_args(Scenario)
    if kind.scenario == "delayed":  # then a network may read its own last answer
        assert kind().inputs == kind().outputs
    assert len({kind.title for kind in map(tasks.__getitem__, NAMES)}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_perfect_and_baseline_are_what_an_answer_of_that_kind_gets(name):
    task = tasks[name]()
    baseline, batch = task.baseline, task.validation()
    counts = batch.mask != 0
    same = np.broadcast_to(batch.target[counts].mean(axis=0), batch.target.shape)
    if name != "adding":  # whose baseline is the exact one
        assert baseline.accuracy == pytest.approx(task.correct(same, batch.target)[counts].mean())
    by_hand = np.square(same - batch.target)[counts].mean()
    if task.readout == "softmax":
        by_hand = -(batch.target * np.log(same + 1e-300)).sum(axis=-1)[counts].mean()
    assert baseline.loss == pytest.approx(by_hand, rel=0.1 if name == "adding" else 1e-9)
    if task.perfect is not None:
        assert 0 <= task.perfect.loss < baseline.loss
        assert baseline.accuracy < task.learned < task.perfect.accuracy <= 1
    assert task.learned is None or baseline.accuracy + 0.1 < task.learned < 1


@pytest.mark.parametrize("name", NAMES)
def test_a_batch_has_one_length_and_the_task_s_widths(name):
    task = tasks[name]()
    for batch, size in ((task.sample(np.random.default_rng(0), 5), 5), (task.validation(), None)):
        T, B, D = batch.x.shape
        assert size in (None, B)
        assert (D, batch.target.shape, batch.mask.shape) == (task.inputs, (T, B, task.outputs), (T, B))
        assert set(np.unique(batch.mask)) <= {0.0, 1.0}
        assert batch.mask.any()
        for array in (batch.x, batch.target, batch.mask):
            assert array.dtype == np.float64
            assert np.isfinite(array).all()


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_batches(name):
    def draw(seed):
        rng = np.random.default_rng(seed)
        return [task.sample(rng, 8) for task in [tasks[name]()] for _ in range(5)]

    first, second, other = draw(3), draw(3), draw(4)
    assert all(
        np.array_equal(a.x, b.x) and np.array_equal(a.target, b.target) for a, b in zip(first, second, strict=True)
    )
    assert not all(np.array_equal(a.x, b.x) for a, b in zip(first, other, strict=True))
    again = tasks[name]().validation()
    assert np.array_equal(tasks[name]().validation().x, again.x)


@pytest.mark.parametrize("name", NAMES)
def test_no_validation_sequence_is_ever_drawn(name):
    task = tasks[name]()
    validation = task.validation().x
    held_out = {validation[:, b].tobytes() for b in range(validation.shape[1])}
    rng = np.random.default_rng(0)
    for _ in range(200):
        x = task.sample(rng, 16).x
        assert not held_out & {x[:, b].tobytes() for b in range(16)}
    assert task.held_out


@pytest.mark.parametrize("name", NAMES)
def test_the_example_can_be_read_and_its_target_is_right(name):
    task = tasks[name]()
    sequence = read_text(task.example, task.kinds[0])
    x, (target, mask) = task.encode(sequence), task.target(sequence)
    T = len(sequence)
    assert (x.shape, target.shape, mask.shape) == ((T, task.inputs), (T, task.outputs), (T,))
    assert len(task.say(target)) == T
    assert task.correct(target, target)[mask == 1].all()
    assert task.correct(target[:, None], target[:, None]).shape == (T, 1)
    wrong = np.where(target > 0.5, 0.0, 1.0) + (2 if task.output == "linear" else 0)
    assert not task.correct(wrong, target)[mask == 1].any()


@pytest.mark.parametrize("name", NAMES)
def test_what_encode_returns_is_the_caller_s_own(name):
    task, sequence = tasks[name](), read_text(tasks[name].example, tasks[name].kinds[0])
    before = task.encode(sequence)
    task.encode(sequence)[...] = 7
    assert np.array_equal(task.encode(sequence), before)


@pytest.mark.parametrize("name", NAMES)
def test_names_are_as_many_as_the_widths(name):
    task = tasks[name]()
    assert len(task.input_names) == task.inputs
    assert len(task.output_names) == task.outputs
    assert task.output == task.readout


@pytest.mark.parametrize("name", NAMES)
def test_fit_gives_the_widths_asked_for_or_says_which_there_are(name):
    kind = tasks[name]
    default = kind()
    assert kind.fit(default.inputs, default.outputs) == default
    with pytest.raises(InputError, match=r"inputs|input and|Inputs"):
        kind.fit(5000, 3)


@pytest.mark.parametrize("name", NAMES)
def test_options_are_checked(name):
    assert dataclasses.is_dataclass(tasks[name])
    with pytest.raises(dataclasses.FrozenInstanceError):
        tasks[name]().other = 1


@pytest.mark.parametrize(
    ("typed", "name", "widths"),
    [
        ("1 0 1", "parity", (2, 2)),
        ("hello", "next-character", (4, 4)),
        ("0.5 -1", "sine", (1, 1)),
        ("1,2,3; 4,5,6", "worked-example", (3, 3)),
    ],
)
def test_each_kind_of_sequence_has_its_task(typed, name, widths):
    task = task_for(read_text(typed))
    assert (task.name, task.inputs, task.outputs) == (name, *widths)


@pytest.mark.parametrize("name", NAMES)
def test_a_sequence_of_another_kind_is_refused_with_the_kinds_that_are_read(name):
    task = tasks[name]()
    for typed in ("1 0 1", "hello", "0.5 -1", "1,2; 4,5"):
        sequence = read_text(typed)
        if sequence.kind in task.kinds:
            continue
        for call in (task.encode, task.target, type(task).for_sequence):
            with pytest.raises(InputError, match=f"reads {task.kinds[0]}.*holds {sequence.kind}"):
                call(sequence)


@pytest.mark.parametrize("name", NAMES)
def test_a_third_set_is_like_the_second_and_shares_nothing_with_it(name):
    task = tasks[name]()
    test, validation = task.test(), task.validation()
    if test is None:
        return
    assert (test.x.shape[2], test.target.shape[2]) == (task.inputs, task.outputs)
    assert test.mask.shape == test.x.shape[:2]
    seen = {validation.x[:, b].tobytes() for b in range(validation.x.shape[1])}
    assert not seen & {test.x[:, b].tobytes() for b in range(test.x.shape[1])}


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_is_what_is_drawn_and_nothing_that_is_held_out(name):
    task = tasks[name]()
    whole = task.whole()
    if whole is None:
        return
    assert len({len(batch.x) for batch in whole}) == len(whole)
    there = {batch.x[:, b].tobytes() for batch in whole for b in range(batch.x.shape[1])}
    for batch in [task.sample(np.random.default_rng(seed), 8) for seed in range(10)]:
        assert {batch.x[:, b].tobytes() for b in range(8)} <= there
    validation = task.validation()
    assert not there & {validation.x[:, b].tobytes() for b in range(validation.x.shape[1])}


def test_the_tasks_that_have_an_end():
    assert {name for name in NAMES if tasks[name]().whole() is not None} >= {"parity", "next-character", "sunspots"}


@pytest.mark.parametrize("name", [name for name in NAMES if tasks[name].output == "softmax"])
def test_no_class_is_called_the_answer_where_several_are_as_probable(name):
    task = tasks[name]()
    names, none = task.output_names, np.full(task.outputs, np.nan)
    even, first, two = np.full(task.outputs, 1 / task.outputs), np.eye(task.outputs)[0], np.eye(task.outputs)[0] / 2
    two[-1] = 0.5
    said = task.say(np.stack([even, first, two, none]))
    assert said[1:3] == (names[0], f"{names[0]}/{names[-1]}")
    assert said[0].startswith(f"{names[0]}/{names[1]}")
    assert said[0].endswith("/…" if name != "reber" else names[-1]) or task.outputs == 2
    assert said[3] == ""
