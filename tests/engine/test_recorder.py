"""The course of learning stays small however long it gets."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rnnviz.engine.messages import Exam
from rnnviz.engine.recorder import Recorder, Series


@given(first=st.integers(0, 50), count=st.integers(1, 400))
def test_memory_is_bounded_and_what_is_kept_is_true_and_evenly_spread(first, count):
    series = Series(columns=1, capacity=16)
    for update in range(first, first + count):
        series.add(update, update * 10.0)
    rows = series.rows()
    assert len(rows) <= 17
    assert (rows[:, 1] == rows[:, 0] * 10).all()
    assert rows[-1, 0] == first + count - 1
    gaps = np.diff(rows[:-1, 0])
    assert len(set(gaps)) <= 1
    assert count < 16 or len(rows) >= 8


def test_every_number_is_found_under_its_name():
    assert Recorder().history().confusion is None
    recorder, confusion = Recorder("mse"), np.eye(2, dtype=int)
    recorder.batch(1, 0.5, 0.25, 2.0, 0.125)
    recorder.exam(1, Exam(0.75, 0.875, 0.625, 0.9375, confusion))
    history = recorder.history()
    assert (history.updates.tolist(), history.loss.tolist(), history.accuracy.tolist()) == ([1], [0.5], [0.25])
    assert (history.gradient_norms.tolist(), history.penalty.tolist()) == ([2.0], [0.125])
    assert (history.validation_updates.tolist(), history.validation_updates.dtype) == ([1], np.int64)
    assert (history.validation_loss.tolist(), history.validation_accuracy.tolist()) == ([0.75], [0.875])
    assert (history.test_loss.tolist(), history.test_accuracy.tolist()) == ([0.625], [0.9375])
    assert history.confusion is confusion
    assert (history.loss_name, history.backend, history.stopped, history.fault) == ("mse", "", None, None)


def test_a_history_is_a_read_only_copy():
    recorder = Recorder()
    recorder.batch(1, 0.5, 0.25, 2.0)
    recorder.exam(1, Exam(0.75, 1.0))
    history = recorder.history()
    recorder.batch(2, 0.4, 0.5, 1.0)
    assert (history.updates.tolist(), history.loss.tolist(), history.accuracy.tolist()) == ([1], [0.5], [0.25])
    assert (history.gradient_norms.tolist(), history.validation_accuracy.tolist()) == ([2.0], [1.0])
    assert not history.loss.flags.writeable
    assert recorder.history().updates.tolist() == [1, 2]
