"""Learning: parity from several seeds, determinism, clipping, reconfiguring and divergence."""

import numpy as np
import pytest
from small_tasks import Echo

import rnnviz
from rnnviz.engine.objective import Objective
from rnnviz.engine.training import Trainer, train, train_with
from rnnviz.errors import InputError
from rnnviz.network.network import Network
from rnnviz.network.spec import TrainingSpec


def after(trainer: Trainer, updates: int) -> np.ndarray:
    learning = trainer.learn()
    while trainer.updates < updates:
        next(learning)
    return trainer.network.vector.copy()


@pytest.mark.parametrize("output", ["linear", "softmax"])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_parity_is_learnt_and_holds_for_sequences_never_seen(seed, output):
    net = rnnviz.Network(cell="lstm", inputs=2, hidden=3, outputs=2, output=output, seed=seed)
    history = rnnviz.train(net, task="parity", updates=2000, optimiser="adam", rate=0.01, clip=1.0, seed=0)
    bits = np.array([[(number >> place) & 1 for place in range(8)] for number in range(256)]).T
    answers = net.run(np.eye(2)[bits]).output.argmax(axis=2)
    assert (answers == np.cumsum(bits, axis=0) % 2).all()
    assert history.validation_accuracy[-1] == 1.0
    assert history.loss[-1] < 0.05 < history.loss[0]
    assert history.updates[-1] == history.validation_updates[-1] == 2000
    assert len(history.loss) == len(history.accuracy) == len(history.gradient_norms) == len(history.updates)
    assert (history.gradient_norms > 0).all()


@pytest.mark.parametrize("cell", ["elman", "lstm", "gru"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_every_cell_learns_in_both_precisions(cell, dtype):
    net = Network(cell, inputs=2, hidden=4, outputs=2, output="softmax", dtype=dtype, seed=1)
    history = train(net, Echo(), updates=300, rate=0.03)
    assert history.validation_accuracy[-1] == 1.0
    assert net.vector.dtype == dtype


@pytest.mark.parametrize("seed", [0, 1, 3])
def test_without_a_memory_parity_is_not_learnt_and_with_one_it_is(seed):
    def learnt(cell, rate=0.01):
        net = Network(cell, inputs=2, hidden=8, outputs=2, output="softmax", seed=seed)
        return train(net, "parity", updates=1500, rate=rate, seed=seed).validation_accuracy[-1]

    # All that can be known without a memory is the first answer of eight: (1 + 7 / 2) / 8.
    assert learnt("feedforward") == 0.5625
    assert learnt("elman") > 0.99
    assert learnt("jordan", 0.03) > 0.99  # the last answer is all that has to be known


@pytest.mark.parametrize("cell", ["elman", "lstm"])
def test_only_the_last_answer_counts_where_there_is_only_one(cell):
    net = Network(cell, 2, 8, 2, output="softmax", seed=2, scenario="many-to-one")
    history = train(net, Echo(), updates=400, rate=0.03)
    assert history.validation_accuracy[-1] == 1.0
    bits = np.random.default_rng(0).integers(0, 2, (6, 40))
    answers = net.run(np.eye(2)[bits]).output.argmax(axis=2)
    assert (answers[-1] == bits[-2]).all()


def test_the_same_seeds_give_the_same_bits():
    runs = [after(Trainer(Network(seed=4), Echo(), TrainingSpec(batch=4), seed=seed), 20) for seed in (1, 1, 2)]
    assert (runs[0] == runs[1]).all()
    assert (runs[0] != runs[2]).any()


def test_a_pause_in_the_middle_of_an_update_changes_nothing():
    whole = after(Trainer(Network(seed=4), Echo(), TrainingSpec(), 1), 20)
    trainer = Trainer(Network(seed=4), Echo(), TrainingSpec(), 1)
    learning = trainer.learn()
    while trainer.updates < 20:
        if not next(learning):
            trainer.network.run(np.ones((3, 2, 2)))
            trainer.recorder.history()
    assert (trainer.network.vector == whole).all()


def test_clipping_bounds_the_step_and_the_norm_before_it_is_recorded():
    net = Network(seed=2)
    before = net.vector.copy()
    trainer = Trainer(net, Echo(scale=100.0), TrainingSpec("sgd", rate=1.0, clip=0.5), 0)
    moved = after(trainer, 1) - before
    assert np.linalg.norm(moved) == pytest.approx(0.5, rel=1e-5)
    assert trainer.recorder.history().gradient_norms[0] > 0.5


def test_the_next_update_uses_the_newest_settings():
    net = Network(seed=2)
    trainer = Trainer(net, Echo(), TrainingSpec("adam"), 0)
    after(trainer, 3)
    trainer.configure(TrainingSpec("sgd", rate=0.5, clip=0.1, batch=7))
    before = net.vector.copy()
    assert np.linalg.norm(after(trainer, 4) - before) <= 0.5 * 0.1 + 1e-12


def test_changing_the_rate_keeps_adams_memory():
    def steps(rate_after: float) -> np.ndarray:
        trainer = Trainer(Network(seed=2), Echo(), TrainingSpec("adam", rate=0.01), 0)
        start = after(trainer, 5)
        trainer.configure(TrainingSpec("adam", rate=rate_after))
        return after(trainer, 6) - start

    assert np.allclose(steps(0.02), 2 * steps(0.01), rtol=1e-9)


def test_divergence_says_where_and_brings_finite_weights_back():
    net = Network("elman", inputs=2, hidden=4, outputs=2, activation="relu", seed=1)
    with pytest.raises(InputError, match=r"no longer finite after update \d+.*below 10.*clip"):
        train(net, Echo(length=40, scale=1e3), updates=5000, optimiser="sgd", rate=10.0, clip=None)
    assert np.isfinite(net.vector).all()
    assert np.isfinite(net.gradients(*[Echo(length=40, scale=1e3).validation().x] * 2).loss)


def test_the_weights_that_come_back_are_those_before_the_update_that_is_named():
    net, seen = Network("elman", inputs=2, hidden=4, outputs=2, activation="relu", seed=1), []
    trainer = Trainer(net, Echo(length=40, scale=1e3), TrainingSpec("sgd", rate=10.0, clip=None), 0)
    learning = trainer.learn()
    seen.append(net.vector.copy())
    with np.errstate(all="ignore"), pytest.raises(InputError) as problem:
        seen.extend(net.vector.copy() for update in learning if update)
    named = problem.value.values["update"]
    assert trainer.updates == named - 1
    assert (net.vector == seen[named - 1]).all()


@pytest.mark.parametrize("optimiser", ["momentum", "adam", "rmsprop"])
def test_after_a_divergence_a_lower_rate_learns_on(optimiser):
    net, task = Network("elman", inputs=2, hidden=4, outputs=2, activation="relu", seed=1), Echo(length=40)
    trainer = Trainer(net, task, TrainingSpec(optimiser, rate=0.01, clip=None), 0)
    after(trainer, 2)
    trainer._memory[next(iter(trainer._memory))][...] = np.nan  # as an update leaves it that ran away
    with pytest.raises(InputError, match="no longer finite after update 3"):
        after(trainer, 3)
    assert trainer.updates == 2
    trainer.configure(TrainingSpec(optimiser, rate=1e-3))
    assert np.isfinite(after(trainer, 20)).all()
    assert np.isfinite(trainer.recorder.history().loss).all()


def test_progress_is_told_as_often_as_asked():
    told = []
    train(Network(), Echo(), updates=40, validations=4, progress=lambda done, history: told.append((done, history)))
    assert [done for done, _ in told] == [10, 20, 30, 40]
    assert told[-1][1].validation_updates.tolist() == [10, 20, 30, 40]
    told.clear()
    train(Network(), Echo(), updates=11, validations=4, progress=lambda done, history: told.append(done))
    assert told == [2, 4, 6, 8, 10, 11]  # not seldomer than asked, and at the end


def test_what_is_done_unless_something_else_is_asked_for():
    asked = TrainingSpec.of(optimiser="adam", rate=None, clip=1.0, batch=32)
    net, other, told = Network(seed=2), Network(seed=2), []
    history = train(net, Echo(scale=3.0), 200, progress=lambda done, _: told.append(done))
    assert len(told) == 100  # validations
    assert history.gradient_norms.max() > 2 > 1 > history.gradient_norms.min()  # some gradients are clipped
    train_with(other, Echo(scale=3.0), asked, 200, seed=0, progress=lambda done, _: told.append(done))
    assert told[100:] == told[:100]
    assert (net.vector == other.vector).all()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"task": "paritee"}, "no task “paritee”"),
        ({"updates": 0}, "0 updates"),
        ({"rate": -1}, "Learning rate: -1"),
        ({"rate": float("nan")}, "Learning rate"),
        ({"clip": 0}, "Clip norm: 0"),
        ({"batch": 0}, "Batch: 0"),
        ({"optimiser": "lion"}, r"“lion”.*adadelta, adagrad"),
        ({"momentum": 0.5}, "no option “momentum” with the optimiser adam"),
    ],
)
def test_wrong_settings_get_a_sentence_and_change_nothing(change, sentence):
    net = Network()
    before = net.vector.copy()
    with pytest.raises(InputError, match=sentence):
        train(net, **{"task": "parity", **change})
    assert (net.vector == before).all()


def test_a_task_of_another_width_is_refused():
    with pytest.raises(InputError, match=r"\(2, 2\).*\(3, 2\)"):
        train(Network(inputs=3), Echo())


def test_arrays_of_sizes_seen_before_are_used_again_and_large_ones_are_let_go(monkeypatch):
    objective = Objective(Network(seed=2), Echo())
    first = objective.passes(4, 8)
    assert objective.passes(5, 8) is not first
    assert objective.passes(4, 8) is first
    objective.record = "loss"
    less = objective.passes(4, 8)
    assert (first.record, less.record) == ("all", "loss")
    assert objective.passes(4, 8) is less
    monkeypatch.setattr("rnnviz.engine.objective._KEPT_CELLS", 100)
    objective.passes(7, 8)
    assert list(objective._passes) == [(7, 8, False)]
