"""Which sequences an update learns from."""

import numpy as np
import pytest

from rnnviz.engine.batches import Batches, asked, shares
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.tasks.base import Batch
from rnnviz.tasks.parity import Parity


def batch_of(length: int, count: int, first: int = 0) -> Batch:
    x = np.arange(first, first + count, dtype=float) + np.zeros((length, count))
    return Batch(x[..., None], x[..., None], np.ones((length, count)))


def some_of(*batches: Batch, size: int, draws: int) -> list[Batch]:
    source = Batches(Parity(), 0, 0, NetworkSpec())
    return [source._some(batches, size) for _ in range(draws)]


def test_larger_parts_of_a_set_are_drawn_more_often():
    drawn = some_of(batch_of(3, 30), batch_of(5, 10), size=1, draws=2000)
    share = np.mean([len(batch.x) == 3 for batch in drawn])
    assert abs(share - 0.75) < 5 * np.sqrt(0.75 * 0.25 / 2000)


def test_a_mini_batch_has_no_sequence_twice_and_keeps_x_target_and_mask_together():
    for batch in some_of(batch_of(4, 12), size=8, draws=50):
        assert len(set(batch.x[0, :, 0])) == batch.x.shape[1] == 8
        assert (batch.x == batch.target).all()
        assert batch.mask.shape == batch.x.shape[:2]
    assert some_of(batch_of(4, 3), size=8, draws=1)[0].x.shape == (4, 3, 1)


def test_the_training_set_depends_on_the_seed_alone():
    def whole(seed, updates):
        source = Batches(Parity(), seed, updates, NetworkSpec())
        return [batch.x for batch in source.draw(TrainingSpec(batch=None, training_set=20))]

    assert all((one == other).all() for one, other in zip(whole(3, 0), whole(3, 50), strict=True))
    assert [x.shape for x in whole(3, 0)] != [x.shape for x in whole(4, 0)] or any(
        (one != other).any() for one, other in zip(whole(3, 0), whole(4, 0), strict=True)
    )


def test_another_size_is_another_set():
    source = Batches(Parity(), 0, 0, NetworkSpec())
    sizes = [sum(b.x.shape[1] for b in source.draw(TrainingSpec(batch=None, training_set=n))) for n in (5, 9, 5)]
    assert sizes == [5, 9, 5]


@pytest.mark.parametrize(("scenario", "counting"), [("many-to-many", [1, 1, 1]), ("many-to-one", [0, 0, 1])])
def test_only_answers_of_the_scenario_count(scenario, counting):
    assert asked(batch_of(3, 2), NetworkSpec(scenario=scenario)).mask[:, 0].tolist() == counting


def test_batches_count_by_their_clocks():
    assert shares((batch_of(3, 2), batch_of(6, 3))) == [0.25, 0.75]
    silent = Batch(*[np.zeros((3, 2, 1))] * 2, np.zeros((3, 2)))
    assert shares((silent,)) == [0.0]
