"""The loss that is learned from, over batches of several lengths, each with its dropout; and whether there is room."""

import numpy as np
import pytest
from small_tasks import Echo

from rnnviz.engine import objective as objective_module
from rnnviz.engine.batches import shares
from rnnviz.engine.objective import Objective
from rnnviz.engine.training import Trainer
from rnnviz.errors import InputError
from rnnviz.gradients.base import make_method
from rnnviz.network import room
from rnnviz.network.dropout import draw_masks
from rnnviz.network.network import Network, finish
from rnnviz.network.spec import TrainingSpec

TASK = Echo()
CUT = {"gradient": "tbptt", "k1": 1, "k2": 2}
SILENT = {"inputs": (0.5, 0.0, 0.0), "between layers": (0.0, 0.5, 0.0), "memory": (0.0, 0.0, 0.5)}


def batches_and_masks(net, *silent):
    """Two batches of other lengths and sizes, each with units of its own silent."""
    rng = np.random.default_rng(1)
    batches = tuple(Echo(length=length).sample(rng, count) for length, count in ((4, 3), (7, 5)))
    return batches, tuple(draw_masks(rng, net.spec, batch.x.shape[1], *silent) for batch in batches)


@pytest.mark.parametrize("which", SILENT)
def test_each_batch_is_learnt_from_with_its_own_silent_units(which):
    net = Network("gru", hidden=4, layers=2, output="softmax", seed=1)
    batches, masks = batches_and_masks(net, *SILENT[which])
    method, objective = make_method(TrainingSpec()), Objective(net, TASK)
    loss, gradient, right = 0.0, np.zeros_like(net.vector), 0.0
    for batch, mask, share in zip(batches, masks, shares(batches), strict=True):
        passes = net.passes(*batch.x.shape[:2], apart=mask.memory is not None)
        passes.silence(mask)
        one = finish(net.derive(passes, batch.x, batch.target, "cross_entropy", None, batch.mask))
        said = passes.outside(passes.output).argmax(-1) == batch.target.argmax(-1)
        loss, gradient = loss + share * one.loss, gradient + share * one.vector
        right += share * said[batch.mask != 0].mean()
    outcome = finish(objective.derive(batches, method, masks))
    assert outcome.loss == pytest.approx(loss, rel=1e-12)
    assert outcome.accuracy == pytest.approx(right)
    np.testing.assert_allclose(outcome.gradient, gradient, rtol=1e-12, atol=1e-15)
    assert finish(objective.value(batches, masks)) == pytest.approx(loss, rel=1e-12)
    alone = finish(objective.derive(batches[:1], method, masks[:1]))
    assert alone.loss == pytest.approx(finish(objective.value(batches[:1], masks[:1])), rel=1e-12)
    whole = finish(objective.derive(batches, method))
    assert abs(whole.loss - loss) > 1e-4  # with nothing silent it is another one


@pytest.mark.parametrize("which", SILENT)
def test_curvature_is_that_of_the_network_with_its_silent_units(which):
    net = Network("elman", hidden=2, layers=2, output="softmax", seed=1)
    batches, masks = batches_and_masks(net, *SILENT[which])
    objective, method = Objective(net, TASK), make_method(TrainingSpec())
    towards, start, ends = np.random.default_rng(2).standard_normal(net.vector.size), net.vector.copy(), []
    for sign in (1, -1):
        net.vector[...] = start + sign * 1e-6 * towards
        ends.append(finish(objective.derive(batches, method, masks)).gradient.copy())
    net.vector[...] = start
    there = (ends[0] - ends[1]) / 2e-6
    here = finish(objective.curvature(batches, masks)) @ towards
    assert np.abs(here - there).max() < 1e-6 * np.abs(there).max()
    assert np.abs(finish(objective.curvature(batches)) @ towards - there).max() > 1e-3 * np.abs(there).max()


@pytest.mark.parametrize(
    "more",
    [{}, {"gradient": "rtrl"}, {"dropout_recurrent": 0.2}, CUT, {"dropout_recurrent": 0.2, **CUT}],
    ids=str,
)
def test_learning_begins_where_it_has_room_and_nowhere_else(more, monkeypatch):
    """With exactly the memory that the run is said to take, and with a byte less."""
    training = TrainingSpec.of(batch=4, **more)
    spec, apart = Network(seed=1).spec, bool(training.dropout_recurrent)
    method = make_method(training)
    bytes_ = room.needed(spec, TASK.length, 4, "all", apart) + method.extra(spec, TASK.length, 4, "all", apart)
    for spare in (0, 2):
        monkeypatch.setattr(room, "memory", lambda most=2 * bytes_ - spare: most)
        trainer = Trainer(Network(seed=1), TASK, training, 0)
        if spare:
            with pytest.raises(InputError, match=r"6 clocks of 4 sequences with 3 hidden units need .* of memory"):
                next(trainer.learn())
        else:
            assert next(update for update in trainer.learn() if update)
    assert trainer.updates == 0


def test_a_run_of_the_same_size_is_measured_once(monkeypatch):
    asked = []
    monkeypatch.setattr(objective_module, "check_room", lambda *run: asked.append(run))
    trainer = Trainer(Network(seed=1), TASK, TrainingSpec(batch=4), 0)
    learning = trainer.learn()
    for record, count in (("all", 1), ("loss", 2), ("all", 3)):
        trainer.configure(TrainingSpec(batch=4, record=record))
        for _ in range(3):
            while not next(learning):
                continue
        assert len(asked) == count
