"""What is counted while learning: sequences an update, updates of an optimiser's memory, rows of the record."""

import numpy as np
import pytest
from small_tasks import Echo

from rnnviz import Network
from rnnviz.engine.batches import DRAWN
from rnnviz.engine.recorder import Series
from rnnviz.engine.training import _NOISE, Trainer
from rnnviz.network.noise import gradient_noise
from rnnviz.network.spec import TrainingSpec


@pytest.mark.parametrize(
    ("batch", "training_set", "count"), [(8, None, 8), (8, 20, 8), (None, 20, 20), (None, None, DRAWN)]
)
def test_a_device_is_chosen_for_as_many_sequences_as_an_update_has(monkeypatch, batch, training_set, count):
    task, asked = Echo(), []
    net = Network("elman", task.inputs, 3, task.outputs, output=task.readout)
    trainer = Trainer(net, task, TrainingSpec(batch=batch, training_set=training_set), seed=1)
    monkeypatch.setattr(type(trainer.place), "device", lambda self, network, batch: asked.append((network, batch)))
    next(update for update in trainer.learn() if update)
    assert asked == [(net, count)]


def test_an_optimisers_first_update_is_its_first_and_starts_anew_with_another():
    task = Echo()
    net = Network("elman", task.inputs, 3, task.outputs, output=task.readout)
    trainer = Trainer(net, task, TrainingSpec("adam", 0.01, None), seed=1)
    learning = trainer.learn()
    for optimiser in ("adam", "rmsprop", "adam"):
        trainer.configure(TrainingSpec(optimiser, 0.01, None))
        before = net.vector.copy()
        while not next(learning):
            continue
        if optimiser == "adam":  # corrected for its bias, the first step of Adam is the rate in every direction
            moved = np.abs(net.vector - before)
            assert np.allclose(moved[moved > 0], 0.01, rtol=1e-3)


@pytest.mark.parametrize("last", [15, 16, 17, 29, 30, 31, 63])
def test_the_newest_row_stays_when_nothing_came_after_it(last):
    series = Series(columns=1, capacity=16)
    for update in range(last + 1):
        series.add(update, 2.0 * update)
    rows = series.rows()
    series.back_to(last)
    assert np.array_equal(series.rows(), rows)
    assert rows[-1].tolist() == [last, 2.0 * last]
    series.back_to(last - 1)
    assert series.rows()[-1, 0] <= last - 1
    series.back_to(-1)
    assert series.rows().shape == (0, 2)


def test_noise_is_added_to_the_gradient_and_replaces_nothing():
    task, ends = Echo(), []
    for noise in (0.0, 0.2):
        net = Network("elman", task.inputs, 3, task.outputs, output=task.readout)
        trainer = Trainer(net, task, TrainingSpec("sgd", 0.5, None, noise=noise), seed=1)
        next(update for update in trainer.learn() if update)
        ends.append(net.vector)
    added = gradient_noise(np.random.default_rng([1, 0, _NOISE]), net.vector.size, 0.2, 0)
    assert np.allclose(ends[1], ends[0] - 0.5 * added, rtol=1e-12, atol=1e-14)
