"""Penalties, dropout, noise, early stopping, training sets and Newton: derivatives, determinism, honesty."""

from dataclasses import replace

import numpy as np
import plain_update
import pytest
from small_tasks import Echo

from rnnviz.cells.base import cells
from rnnviz.engine.batches import Batches, shares
from rnnviz.engine.messages import Exam
from rnnviz.engine.objective import Objective
from rnnviz.engine.recorder import Recorder
from rnnviz.engine.stopping import EarlyStopping
from rnnviz.engine.training import _MASKS, Trainer, train
from rnnviz.errors import InputError
from rnnviz.gradients.base import make_method, methods
from rnnviz.network.dropout import draw_masks
from rnnviz.network.hessian import hessian
from rnnviz.network.network import Network, finish
from rnnviz.network.noise import gradient_noise
from rnnviz.network.optimisers.newton import Newton
from rnnviz.network.penalty import add_penalty_gradient, penalised, penalty
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.tasks.parity import Parity

RNG = np.random.default_rng(5)
EPSILON = 1e-6


def after(trainer: Trainer, updates: int) -> np.ndarray:
    learning = trainer.learn()
    while trainer.updates < updates:
        next(learning)
    return trainer.network.vector.copy()


def slope(function, at, towards):
    return (function(at + EPSILON * towards) - function(at - EPSILON * towards)) / (2 * EPSILON)


@pytest.mark.parametrize(("l1", "l2"), [(0.3, 0.0), (0.0, 0.7), (0.2, 0.5)])
@pytest.mark.parametrize("factor", [1.0, 1.001])
def test_the_penalty_has_the_gradient_that_central_differences_find(l1, l2, factor):
    net = Network("gru", hidden=4, seed=1)
    which, towards = penalised(net.parameters), RNG.standard_normal(net.vector.size)
    gradient = np.zeros_like(net.vector)
    add_penalty_gradient(net.vector, which, l1, l2 * factor if l2 else l2, gradient)
    gradient *= 1 if l2 else factor
    there = slope(lambda w: penalty(w, which, l1, l2), net.vector, towards)
    assert (abs(gradient @ towards - there) / np.linalg.norm(gradient) < 1e-6) == (factor == 1)


def test_biases_cost_nothing():
    net = Network("lstm", layers=2, seed=1)
    for name, array in net.parameters.items():
        array[...] = 0 if "weight" in name else 5
    assert penalty(net.vector, penalised(net.parameters), 1.0, 1.0) == 0


def test_a_weight_of_nothing_is_pulled_nowhere():
    gradient = np.zeros(3)
    add_penalty_gradient(np.array([0.0, 2.0, -2.0]), np.ones(3), 0.5, 0.25, gradient)
    assert gradient.tolist() == [0.0, 1.0, -1.0]


def test_the_penalty_is_learnt_from_and_told_apart_from_the_loss():
    plain, costly = (Trainer(Network(seed=3), Echo(), TrainingSpec("sgd", 0.1, None, 4, l2=l2), 0) for l2 in (0.0, 0.2))
    start, which = Network(seed=3).vector, penalised(Network(seed=3).parameters)
    assert np.allclose(after(costly, 1), after(plain, 1) - 0.1 * 0.2 * start * which, atol=1e-14)
    one, other = (trainer.recorder.history() for trainer in (plain, costly))
    assert one.loss[0] == other.loss[0]
    assert (one.penalty[0], other.penalty[0]) == (0, pytest.approx(0.1 * ((start * which) ** 2).sum()))


OPTIONS = {
    "dropout": {"dropout_inputs": 0.2, "dropout_recurrent": 0.3},
    "noise": {"noise": 0.1},
    "penalties": {"l1": 0.01, "l2": 0.01},
    "clip value": {"clip_value": 0.01},
    "training set": {"training_set": 20},
    "full batch": {"batch": None},
    "full set": {"batch": None, "training_set": 30},
    "schedule": {"schedule": "cosine", "cosine_updates": 10},
    "newton": {"optimiser": "newton", "training_set": 6},
    "patience": {"patience": 1000},
}


@pytest.mark.parametrize("name", OPTIONS)
def test_the_same_seeds_give_the_same_bits_and_another_seed_others(name):
    spec = TrainingSpec.of(**{"batch": 4, **OPTIONS[name]})
    runs = [after(Trainer(Network(seed=4), Echo(), spec, seed), 5) for seed in (1, 1, 2)]
    assert (runs[0] == runs[1]).all()
    assert (runs[0] != runs[2]).any()
    usual = after(Trainer(Network(seed=4), Echo(), TrainingSpec.of(batch=4), 1), 5)
    assert (usual != runs[0]).any() or name == "patience"


@pytest.mark.parametrize("name", OPTIONS)
def test_a_pause_in_the_middle_of_an_update_changes_nothing(name):
    spec = TrainingSpec.of(**{"batch": 4, **OPTIONS[name]})
    whole = after(Trainer(Network(seed=4), Echo(), spec, 1), 6)
    trainer = Trainer(Network(seed=4), Echo(), spec, 1)
    learning, seen = trainer.learn(), []
    while trainer.updates < 6:
        before = trainer.network.vector.copy()
        if not next(learning):
            seen.append((trainer.network.vector == before).all())
            trainer.network.run(np.ones((3, 2, 2)))
    assert (trainer.network.vector == whole).all()
    assert all(seen)  # inside an update, masked or tried weights are never to be seen


def test_settings_that_change_inside_an_update_wait_for_the_next():
    trainer = Trainer(Network(seed=4), Echo(), TrainingSpec("adam", batch=4, patience=100), 1)
    learning = trainer.learn()
    assert next(learning) is None
    trainer.configure(TrainingSpec("sgd", batch=4))
    while not next(learning):
        continue
    assert (trainer.network.vector == after(Trainer(Network(seed=4), Echo(), TrainingSpec(batch=4), 1), 1)).all()


def test_noise_dies_away_as_its_paper_says():
    draws = {done: gradient_noise(np.random.default_rng(done), 200_000, 0.3, done) for done in (0, 99)}
    for done, draw in draws.items():
        assert draw.var() == pytest.approx(0.3 / (1 + done) ** 0.55, rel=0.02)


def test_a_number_of_the_gradient_is_cut_off():
    start = Network(seed=2).vector
    moved = after(Trainer(Network(seed=2), Echo(), TrainingSpec("sgd", 1.0, None, 4, clip_value=1e-3), 0), 1) - start
    assert np.abs(moved).max() == pytest.approx(1e-3)
    assert (np.abs(moved) < 0.999e-3).any()


def test_the_full_batch_of_parity_is_every_sequence_there_is():
    batches = Batches(Parity(), 0, 0, NetworkSpec()).draw(TrainingSpec(batch=None))
    seen = {tuple(batch.x[:, b, 1].astype(int)) for batch in batches for b in range(batch.x.shape[1])}
    assert len(seen) == sum(batch.x.shape[1] for batch in batches) == sum(2**n for n in range(1, 8))
    assert sum(shares(batches)) == pytest.approx(1)


def test_the_gradient_over_batches_of_several_lengths_is_that_of_the_mean_over_all_clocks():
    net = Network("lstm", hidden=3, output="softmax", seed=2)
    batches = Batches(Parity(longest=4), 0, 0, NetworkSpec()).draw(TrainingSpec(batch=None))
    outcome = finish(Objective(net, Parity()).derive(batches, make_method(TrainingSpec())))
    total, loss, right = np.zeros_like(net.vector), 0.0, 0
    clocks = sum(batch.mask.size for batch in batches)
    for batch in batches:
        for b in range(batch.x.shape[1]):
            one = net.gradients(batch.x[:, [b]], batch.target[:, [b]], "cross_entropy")
            total += one.vector * len(batch.x) / clocks
            loss += one.loss * len(batch.x) / clocks
            right += (one.trace.output[:, 0].argmax(-1) == batch.target[:, b].argmax(-1)).sum()
    assert np.allclose(outcome.gradient, total, rtol=1e-12, atol=1e-15)
    assert outcome.loss == pytest.approx(loss, rel=1e-12)
    assert outcome.accuracy == pytest.approx(right / clocks)
    assert finish(Objective(net, Parity()).value(batches)) == pytest.approx(loss, rel=1e-12)


@pytest.mark.parametrize("size", [1, 5, 40])
def test_a_training_set_is_fixed_and_mini_batches_are_drawn_from_it(size):
    batches = Batches(Parity(), 3, 0, NetworkSpec())
    whole = batches.draw(TrainingSpec(batch=None, training_set=size))
    assert batches.draw(TrainingSpec(batch=None, training_set=size)) is whole
    assert sum(batch.x.shape[1] for batch in whole) == size
    there = {batch.x[:, b].tobytes() for batch in whole for b in range(batch.x.shape[1])}
    for _ in range(20):
        (some,) = batches.draw(TrainingSpec(batch=4, training_set=size))
        assert {some.x[:, b].tobytes() for b in range(some.x.shape[1])} <= there
        assert some.x.shape[1] <= 4


def problem(cell="lstm", output="softmax", **more):
    net = Network(cell, inputs=2, hidden=2, outputs=2, output=output, seed=1, **more)
    rng = np.random.default_rng(3)
    mask = rng.integers(0, 2, (4, 3)).astype(float)
    mask[0] = 1
    return net, rng.standard_normal((4, 3, 2)), np.eye(2)[rng.integers(0, 2, (4, 3))], mask


LOSSES = {"linear": "mse", "softmax": "cross_entropy", "sigmoid": "binary_cross_entropy"}


@pytest.mark.parametrize("output", LOSSES)
@pytest.mark.parametrize("cell", ["feedforward", "elman", "jordan", "lstm", "gru"])
def test_the_hessian_is_that_of_an_independent_plain_loop(cell, output):
    """Second derivatives of a loop that shares no line with the program, by central differences of its complex step:
    one differentiation is exact, so the other may be coarse."""
    net, x, target, mask = problem(cell, output)
    ours = finish(hessian(net, x, target, mask, LOSSES[output]))
    theirs = plain_update.hessian(cell, output, LOSSES[output], net.parameters, x, target, mask)
    assert np.abs(ours - theirs).max() < 1e-7 * np.abs(theirs).max()
    assert (ours == ours.T).all()


KINDS = [
    *({"cell": name} for name in cells),
    {"cell": "lstm", "peepholes": True, "forget_bias": 1.0},
    *({"cell": "elman", "activation": name} for name in ("sigmoid", "relu", "linear")),
    {"cell": "gru", "layers": 2, "direction": "bidirectional"},
]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_the_hessian_of_every_cell_is_the_derivative_of_its_gradient(kind):
    """Which holds only as long as scans, readout and loss run on complex numbers."""
    net, x, target, mask = problem(**kind)
    ours = finish(hessian(net, x, target, mask, "cross_entropy"))
    twin, towards = net.copy(), RNG.standard_normal(net.vector.size)

    def gradient(w):
        twin.vector[...] = w
        return twin.gradients(x, target, "cross_entropy", mask=mask).vector.copy()

    there = slope(gradient, net.vector, towards)
    assert np.abs(ours @ towards - there).max() < 1e-7 * np.abs(there).max()
    assert np.abs(1.001 * ours @ towards - there).max() > 1e-7 * np.abs(there).max()


@pytest.mark.parametrize("cell", list(cells))
@pytest.mark.parametrize("gradient", list(methods))
def test_every_gradient_goes_with_dropout_and_sets_of_several_lengths(gradient, cell):
    spec = {"dropout_inputs": 0.2, "dropout_recurrent": 0.2, "training_set": 9, "batch": None, "gradient": gradient}
    vectors = []
    for _ in range(2):
        net = Network(cell, hidden=3, output="softmax", seed=1)
        history = train(net, Parity(), updates=4, **spec)
        assert np.isfinite(history.loss).all()
        vectors.append(net.vector)
    assert (vectors[0] == vectors[1]).all()


def test_rtrl_learns_what_bptt_learns_with_every_option():
    ends = []
    for gradient in ("bptt", "rtrl"):
        net = Network("gru", hidden=3, output="softmax", seed=1)
        more = {"dropout_recurrent": 0.3, "l2": 0.01, "noise": 0.01, "clip_value": 0.1, "training_set": 9}
        train(net, Parity(), updates=20, batch=None, gradient=gradient, **more)
        ends.append(net.vector)
    assert np.allclose(*ends, rtol=1e-8, atol=1e-10)


def test_newtons_step_is_judged_by_the_loss_with_its_penalty_on_the_same_batches_and_silent_units(monkeypatch):
    judged = []
    monkeypatch.setattr(Newton, "judge", lambda self, tried, before, after, memory: judged.extend((before, after)))
    spec = TrainingSpec.of(optimiser="newton", batch=5, l1=0.02, l2=0.3, dropout_inputs=0.4, dropout_recurrent=0.3)
    net, task = Network("gru", hidden=2, output="softmax", seed=1), Echo()
    trainer, batches = Trainer(net, task, spec, 0), Batches(task, 0, 0, net.spec).draw(spec)
    masks = (draw_masks(np.random.default_rng([0, 0, _MASKS]), net.spec, 5, 0.4, 0.0, 0.3),)
    which, weights = penalised(net.parameters), [net.vector.copy(), after(trainer, 1)]
    for vector, found in zip(weights, judged, strict=True):
        net.vector[...] = vector
        cost = penalty(vector, which, 0.02, 0.3)
        assert found == pytest.approx(finish(Objective(net, task).value(batches, masks)) + cost, rel=1e-12)
        assert cost > 1e-3


def test_newton_needs_far_fewer_updates_than_gradient_descent():
    def losses(**options):
        net = Network("elman", inputs=2, hidden=3, outputs=2, output="softmax", seed=1)
        return train(net, Echo(), updates=30, batch=None, training_set=16, clip=None, **options).loss

    newton, sgd = losses(optimiser="newton"), losses(optimiser="sgd", rate=0.5)
    assert (np.diff(newton) <= 1e-12).all()  # a step that would raise the loss is taken back
    assert newton[-1] < 1e-3 < 0.05 < sgd[-1]


def test_newton_goes_with_penalties_and_dropout_and_other_precisions():
    net = Network("gru", hidden=2, output="softmax", dtype="float32", seed=1)
    history = train(net, Echo(), updates=20, optimiser="newton", batch=8, l2=0.01, dropout_recurrent=0.2)
    assert history.loss[-1] < history.loss[0]
    assert net.vector.dtype == np.float32


def test_newton_refuses_a_large_network_before_anything_changes():
    net = Network(hidden=20)
    before = net.vector.copy()
    with pytest.raises(InputError, match="at most 300 parameters"):
        train(net, Echo(), updates=3, optimiser="newton")
    assert (net.vector == before).all()


def test_early_stopping_brings_the_best_weights_back():
    stopping, weights = EarlyStopping(40), np.zeros(1)
    assert stopping.every == 2
    answers = []
    for update, loss in ((2, 1.0), (4, 0.5), (6, 0.5), (42, 0.6), (44, 0.6)):
        weights[...] = update
        answers.append(stopping.look(update, loss, 0.75, weights))
    assert answers[:4] == [None] * 4
    assert (answers[4].updates, answers[4].best, answers[4].loss, answers[4].accuracy) == (44, 4, 0.5, 0.75)
    assert weights == 4


@pytest.mark.parametrize(("patience", "every"), [(1, 1), (19, 1), (39, 1), (40, 2), (200, 10)])
def test_the_held_out_loss_is_looked_at_about_twenty_times_within_the_patience(patience, every):
    stopping = EarlyStopping(patience)
    assert [update for update in range(1, 41) if stopping.due(update)] == list(range(every, 41, every))


def test_learning_stops_by_itself_and_says_so():
    net = Network("lstm", hidden=8, output="softmax", seed=1)
    history = train(net, Parity(), updates=5000, rate=0.02, training_set=12, batch=None, patience=100)
    stopped = history.stopped
    assert stopped is not None
    assert stopped.best < stopped.updates == history.updates[-1] < 5000
    assert stopped.updates - stopped.best >= 100
    again = Network("lstm", hidden=8, output="softmax", seed=1)
    train(again, Parity(), updates=stopped.best, rate=0.02, training_set=12, batch=None)
    assert (net.vector == again.vector).all()


def test_who_goes_on_after_a_stop_goes_on_from_the_best_weights():
    net = Network("lstm", hidden=8, output="softmax", seed=1)
    trainer = Trainer(net, Parity(), TrainingSpec(rate=0.02, training_set=12, batch=None, patience=100), 0)
    learning = trainer.learn()
    while trainer.stopped is None:
        next(learning)
    best = trainer.stopped.best
    assert trainer.updates == best < trainer.recorder.history().updates[-1]
    trainer.configure(replace(trainer.training, patience=None))
    while not next(learning):
        continue
    assert trainer.stopped is None
    assert trainer.updates == trainer.recorder.history().updates[-1] == best + 1


def test_a_recorder_forgets_what_came_after():
    recorder = Recorder()
    for update in range(1, 11):
        recorder.batch(update, 1.0 / update, 0.5, 1.0)
        recorder.exam(update, Exam(1.0, 0.5))
    recorder.go_on(4)
    assert recorder.history().updates.tolist() == recorder.history().validation_updates.tolist() == [1, 2, 3, 4]
    recorder.go_on(0)
    assert len(recorder.history().updates) == 0
