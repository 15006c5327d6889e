"""What holds for every registered task: shapes, masks, determinism, names, and honest validation."""

import dataclasses

import numpy as np
import pytest

from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.tasks import task_for, tasks

NAMES = tuple(tasks)


def test_the_tasks_of_the_program():
    assert set(NAMES) == {"parity", "next-character", "sine", "worked-example"}


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
    sequence = read_text(task.example)
    x, (target, mask) = task.encode(sequence), task.target(sequence)
    T = len(sequence)
    assert (x.shape, target.shape, mask.shape) == ((T, task.inputs), (T, task.outputs), (T,))
    assert len(task.say(target)) == T
    assert task.correct(target, target).all()
    assert task.correct(target[:, None], target[:, None]).shape == (T, 1)
    wrong = np.where(target > 0.5, 0.0, 1.0) + (2 if task.output == "linear" else 0)
    assert not task.correct(wrong, target)[mask == 1].any()


@pytest.mark.parametrize("name", NAMES)
def test_what_encode_returns_is_the_caller_s_own(name):
    task, sequence = tasks[name](), read_text(tasks[name].example)
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
