"""Every combination that a network can be trained in, and what each of them promises.

An axis is read from the program, so that a cell, an option of a cell, a scenario, a readout and loss, an initialisation
or a regulariser that is added there is under these tests by being there. Each check raises AssertionError.
"""

import sys
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).resolve().parent.parent / "gradients"))
sys.path.append(str(Path(__file__).resolve().parent.parent / "engine"))
from every_network import DEPTHS, KINDS, LOSSES, SCENARIOS, apart, network
from small_tasks import Echo
from textbook import textbook

import rnnviz
from rnnviz.engine.batches import Batches
from rnnviz.engine.training import _MASKS, _NOISE, Trainer
from rnnviz.gradients.base import make_method
from rnnviz.network.dropout import draw_masks
from rnnviz.network.initialisations.base import initialisation_names
from rnnviz.network.losses import FOR_READOUT
from rnnviz.network.network import finish
from rnnviz.network.noise import gradient_noise
from rnnviz.network.penalty import penalised, penalty
from rnnviz.network.spec import FED_BACK, NetworkSpec, TrainingSpec
from rnnviz.options import options_of

EPSILON = 1e-6
CLOCKS, BATCH = 5, 3
TASK = Echo(length=CLOCKS, blind=0)
# Whatever costs nothing at 0 and is 0 unless somebody asks for it.
REGULARISERS = tuple(name for name, (field, _) in options_of(TrainingSpec).items() if field.default == 0.0)
DROPOUT = tuple(name for name in REGULARISERS if name.startswith("dropout"))
DIRECTIONS = options_of(NetworkSpec)["direction"][1].choices


@dataclass(frozen=True)
class Case:
    kind: tuple[str, dict] = ("gru", {})
    direction: str = "forward"
    layers: int = 2
    scenario: str = "many-to-many"
    readout: tuple[str, str] = ("softmax", "cross_entropy")
    masked: bool = True
    initialisation: str = "uniform"
    regulariser: str | None = None
    seed: int = 3

    def __str__(self):
        return " ".join(str(getattr(self, field.name)) for field in fields(self))

    @property
    def possible(self):
        """Whether there is such a network: what reads its own last answer has a direction in time."""
        return self.direction == "forward" or (self.kind[0] != "jordan" and self.scenario not in FED_BACK)

    def network(self, **others):
        net = network(
            self.kind, self.layers, 3, self.seed, direction=self.direction, scenario=self.scenario,
            output=self.readout[0], initialisation=self.initialisation, **others,
        )  # fmt: skip
        if self.kind[1].get("activation") == "linear":  # nothing holds large answers back that are read again
            net.vector[...] *= 0.3
        if self.kind[1].get("activation") == "relu":  # a rectified sum of exactly 0, which many biases would leave
            rng = np.random.default_rng(self.seed)  # where nothing is read, has no slope
            for array in net.parameters.values():
                array += (0.1 * rng.standard_normal(array.shape) * (array.ndim == 1)).astype(array.dtype)
        return net

    def problem(self, net):
        """x (T, B, D), target (T, B, O), state, mask (T, B) or None, dropout or None."""
        rng, spec = np.random.default_rng(self.seed), net.spec
        x, target = rng.standard_normal((CLOCKS, BATCH, 2)), rng.dirichlet([1, 1], (CLOCKS, BATCH))
        count = self.layers * (1 + (self.direction == "bidirectional"))
        state = {name: 0.5 * rng.standard_normal((count, BATCH, 2 if name == "s" else 3)) for name in net.cell.states}
        mask = None
        if self.masked:
            mask = rng.integers(0, 2, (CLOCKS, BATCH)).astype(float)
            mask[0] = mask[-1] = 1
        share = {name: 0.4 * (name == self.regulariser) for name in DROPOUT}
        dropout = None
        if self.regulariser in DROPOUT:
            dropout = draw_masks(rng, spec, BATCH, *(share[f"dropout_{x}"] for x in ("inputs", "layers", "recurrent")))
        return x, target, state, mask, dropout

    def slope(self, loss):
        """Of loss(by) at 0, by a central difference; None where a weight that costs |w| is 0 and there is no slope."""
        right, left = loss(EPSILON), loss(-EPSILON)
        if self.regulariser == "l1" and self.initialisation in ("zeros", "identity"):
            return None
        return (right - left) / (2 * EPSILON)

    def gradients(self, net, problem, method="bptt"):
        x, target, state, mask, dropout = problem
        passes = net.passes(*x.shape[:2], apart=dropout is not None and dropout.memory is not None)
        passes.silence(dropout)
        made = make_method(TrainingSpec(gradient=method))
        made.check(net.spec)
        return finish(made.derive(net, passes, x, target, self.readout[1], state, mask, to_inputs=True))


AXES = {
    "kind": KINDS,
    "direction": DIRECTIONS,
    "layers": DEPTHS,
    "scenario": SCENARIOS,
    "readout": LOSSES,
    "masked": (False, True),
    "initialisation": initialisation_names(),
    "regulariser": (None, *REGULARISERS),
}
BASES = (Case(), Case(("jordan", {})), Case(("lstm", {}), scenario="one-to-many"))
SINGLES = {
    str(case): case
    for base in BASES
    for axis, values in AXES.items()
    for case in (replace(base, **{axis: value}) for value in values)
    if case.possible
}
ANY = st.builds(
    Case, **{axis: st.sampled_from(list(values)) for axis, values in AXES.items()}, seed=st.integers(0, 999)
).filter(lambda case: case.possible)


def check_step_is_scan(case):
    """The fast scan gives what the textbook's step gives, clock by clock."""
    net = case.network()
    x, _, state, _, _ = case.problem(net)
    trace = net.run(x, state)
    for b in range(BATCH):
        arrays, logits = textbook(net, x[:, b], {name: value[:, b] for name, value in state.items()})
        assert np.allclose(trace.logits[:, b], logits, rtol=1e-11, atol=1e-12)
        for (name, layer, reverse), array in arrays.items():
            if name.endswith("_pre"):
                continue
            assert np.allclose(trace.get(name, layer, reverse)[:, b], array, rtol=1e-11, atol=1e-12), name


def check_central_differences(case):
    """Of the parameters, of the first state and of x, each along one random direction."""
    net = case.network()
    problem = case.problem(net)
    x, target, state, mask, dropout = problem
    grads = case.gradients(net, problem)
    rng = np.random.default_rng(case.seed + 1)
    towards = {name: rng.standard_normal(value.shape) for name, value in {**net.parameters, **state, "x": x}.items()}

    def loss(name, by):
        other = net.copy()
        if name in other.parameters:
            other.parameters[name][...] += by * towards[name]
        begin = {key: value + by * towards[key] if key == name else value for key, value in state.items()}
        moved = x + by * towards["x"] if name == "x" else x
        return case.gradients(other, (moved, target, begin, mask, dropout)).loss

    found = {**grads.parameters, **grads.state, "x": grads["x"]}
    for name, gradient in found.items():
        size = max(np.linalg.norm(gradient), 1e-3)  # losses are exact to 1e-16, their slope to 1e-10
        slope = case.slope(lambda by, name=name: loss(name, by))
        assert slope is None or abs((gradient * towards[name]).sum() - slope) < 1e-6 * size, name


def check_jacobian(case):
    """dL/dh and the Jacobians tell one story: the gradient of the first state of a layer's memory is what the matrices
    carry of it; and each matrix is what central differences of the textbook's clock give."""
    net = case.network()
    x, _, state, _, _ = case.problem(net)
    names = ("h", "c") if "c" in net.cell.states else ("h",)
    for layer in range(case.layers):
        for reverse in (False, True)[: 1 + (case.direction == "bidirectional")]:
            made = rnnviz.jacobians(net, x, state, layer=layer, reverse=reverse, sequence=1)
            begin = {name: value[:, 1] for name, value in state.items()}
            at = CLOCKS - 2 if reverse else 1  # a clock in the middle, and the one that is read after it
            after = at + (-1 if reverse else 1)
            for k, (name, unit) in enumerate((name, unit) for name in names for unit in range(3)):
                ends = []
                for sign in (1, -1):
                    moved = {(at, layer, reverse): (name, unit, sign * EPSILON)}
                    arrays, _ = textbook(net, x[:, 1], begin, moved)
                    ends.append(np.concatenate([arrays[key, layer, reverse][after] for key in names]))
                column = (ends[0] - ends[1]) / (2 * EPSILON)
                assert np.allclose(made.matrices[after][:, k], column, rtol=1e-5, atol=1e-8)


def check_rtrl_is_bptt(case):
    """Forward in time and back give the same, to ten digits."""
    if case.direction != "forward":
        return
    net = case.network()
    problem = case.problem(net)
    full = case.gradients(net, problem).vector.copy()
    assert apart(case.gradients(net, problem, "rtrl").vector, full) < 1e-10 or not full.any()


def check_a_batch_is_its_sequences(case):
    """Alone a sequence has the same trace, and the batch's gradient is the mean over its sequences."""
    net = case.network()
    x, target, state, _, dropout = case.problem(net)
    whole = case.gradients(net, (x, target, state, None, dropout))
    vector, loss = np.zeros_like(whole.vector), 0.0
    for b in range(BATCH):
        memory = dropout and dropout.memory and tuple(tuple(m[[b]] for m in ways) for ways in dropout.memory)
        own = dropout and replace(dropout, below=tuple(m[[b]] for m in dropout.below), memory=memory)
        begin = {name: value[:, [b]] for name, value in state.items()}
        one = case.gradients(net, (x[:, [b]], target[:, [b]], begin, None, own))
        for name in whole.names:
            assert np.allclose(BATCH * whole[name][:, [b]], one[name], rtol=1e-10, atol=1e-13), name
        vector, loss = vector + one.vector / BATCH, loss + one.loss / BATCH
    assert np.allclose(whole.vector, vector, rtol=1e-10, atol=1e-13)
    assert np.isclose(whole.loss, loss, rtol=1e-12)


def check_single_precision(case):
    """float32 gives the same to about its own digits, in its own arrays, forward and with every gradient."""
    net, half = case.network(), case.network(dtype="float32")
    problem = case.problem(net)
    for method in ("bptt", "tbptt", *(["rtrl"] if case.direction == "forward" else [])):
        if method == "tbptt" and case.direction != "forward":
            continue
        a, b = case.gradients(net, problem, method), case.gradients(half, _rounded(problem), method)
        assert b.vector.dtype == b["h"].dtype == b.trace.output.dtype == np.float32
        assert np.abs(a.vector - b.vector).max() < 1e-4 * max(np.abs(a.vector).max(), 1e-2)
        assert np.isclose(b.loss, a.loss, rtol=1e-5)
        assert np.abs(a.trace.output - b.trace.output).max() < 1e-4 * max(np.abs(a.trace.output).max(), 1)


def _rounded(problem):
    x, target, state, mask, dropout = problem

    def single(array):
        return array.astype(np.float32)

    if dropout is not None:
        memory = dropout.memory and tuple(tuple(map(single, ways)) for ways in dropout.memory)
        dropout = replace(dropout, below=tuple(map(single, dropout.below)), memory=memory)
    begin = {name: single(value) for name, value in state.items()}
    return single(x), single(target), begin, None if mask is None else single(mask), dropout


def _trainer(case, rate, seed=5):
    value = {None: {}, "noise": {"noise": 0.1}}.get(case.regulariser, {case.regulariser: 0.3})
    training = TrainingSpec("sgd", rate, None, 4, **value)
    return Trainer(case.network(), TASK, training, seed)


def _after(trainer, updates):
    learning = trainer.learn()
    while trainer.updates < updates:
        next(learning)
    return trainer.network.vector.copy()


def check_the_same_seed_gives_the_same_bits(case):
    """First weights, and weights after three updates with the regulariser; another seed gives others."""
    assert (case.network().vector == case.network().vector).all()
    one, same = (_after(_trainer(case, 1e-3), 3) for _ in range(2))
    assert (one == same).all()
    other = _trainer(case, 1e-3, seed=6)
    _after(other, 3)
    assert (other.network.vector != one).any() or not (one - case.network().vector).any()


def check_what_is_learnt_from_is_the_gradient_of_loss_and_regulariser(case):
    """One update of plain gradient descent goes down the slope that central differences find of the loss of the same
    sequences, with the same units silent, and of what weights cost."""
    trainer = _trainer(case, 1.0)
    start, training, spec = trainer.network.vector.copy(), trainer.training, trainer.network.spec
    step = start - _after(trainer, 1)
    if training.noise:
        rng = np.random.default_rng([5, 0, _NOISE])
        step -= gradient_noise(rng, len(step), training.noise, 0)
    (batch,) = Batches(TASK, 5, 0, spec).draw(training)
    silent = (training.dropout_inputs, training.dropout_layers, training.dropout_recurrent)
    dropout = draw_masks(np.random.default_rng([5, 0, _MASKS]), spec, 4, *silent) if any(silent) else None
    which, net = penalised(trainer.network.parameters), case.network()
    natural = replace(case, readout=(case.readout[0], FOR_READOUT[case.readout[0]]))
    towards = np.random.default_rng(case.seed).standard_normal(len(start))

    def cost(by):
        net.vector[...] = start + by * towards
        loss = natural.gradients(net, (batch.x, batch.target, None, batch.mask, dropout)).loss
        return loss + penalty(net.vector, which, training.l1, training.l2)

    size = max(np.linalg.norm(step), 1e-3)
    slope = case.slope(cost)
    assert slope is None or abs(step @ towards - slope) < 1e-6 * size


CHECKS = {name.removeprefix("check_"): check for name, check in list(globals().items()) if name.startswith("check_")}
