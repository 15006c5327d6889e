"""Optimisers update by update against PyTorch's and against plain loops; Newton; clipping."""

import dataclasses
import math
from pathlib import Path

import numpy as np
import pytest
from golden_cases import GOLDEN, error

from rnnviz.errors import InputError
from rnnviz.network.clipping import clip_by_norm, clip_by_value
from rnnviz.network.optimisers.base import optimiser_names, optimisers
from rnnviz.network.optimisers.newton import MOST_PARAMETERS, Newton

# Ten updates of w on 0.5 w'Aw - b'w by PyTorch 2.13 at the rate 0.05 (adadelta 1), with and without a weight decay.
with np.load(Path(__file__).resolve().parent.parent / "golden" / "torch_optimisers.npz") as archive:
    DECAYING = {name: archive[name] for name in archive.files}
A, B, START = GOLDEN["optim/A"], GOLDEN["optim/b"], GOLDEN["optim/w0"]
FIRST_ORDER = [name for name in optimiser_names() if name != "newton"]
AS_GOLDEN = {"rmsprop": {"alpha": 0.9}}


def rate_of(name: str) -> float:
    return 1.0 if name == "adadelta" else 0.05


def path(optimiser, rate, updates=10):
    """(updates, N) weights on the quadratic."""
    w, rows = START.copy(), []
    memory = optimiser.begin(w)
    for count in range(1, updates + 1):
        gradient = A @ w - B
        before = gradient.copy()
        optimiser.update(w, gradient, rate, memory, count)
        assert (gradient == before).all()
        rows.append(w.copy())
    return np.array(rows)


def test_every_optimiser_of_the_golden_file_is_there():
    assert {name.split("/")[1] for name in GOLDEN if name.startswith("optim/")} - {"A", "b", "w0", "adam-l2"} <= set(
        FIRST_ORDER
    )
    assert {name.split("/")[0] for name in DECAYING} == set(FIRST_ORDER)


@pytest.mark.parametrize("name", ["sgd", "momentum", "nesterov", "rmsprop", "adadelta", "adam", "adam-l2"])
def test_ten_updates_on_a_quadratic(name):
    kind = optimisers[name.removesuffix("-l2")]
    optimiser = kind(**AS_GOLDEN.get(name, {}), weight_decay=0.1 if name == "adam-l2" else 0.0)
    for ours, theirs in zip(path(optimiser, rate_of(name)), GOLDEN[f"optim/{name}"], strict=True):
        assert error(ours, theirs) < 1e-10


@pytest.mark.parametrize("decay", [0.0, 0.1])
@pytest.mark.parametrize("name", FIRST_ORDER)
def test_ten_updates_with_weight_decay(name, decay):
    optimiser = optimisers[name](**AS_GOLDEN.get(name, {}), weight_decay=decay)
    for ours, theirs in zip(path(optimiser, rate_of(name)), DECAYING[f"{name}/{decay}"], strict=True):
        assert error(ours, theirs) < 1e-10


def by_hand(name, o, w, g, rate, m, t):
    """One number, one update, as the papers write it. m: what is remembered, by letter."""
    decay = o.weight_decay
    if name == "adamw":
        w -= rate * decay * w
    else:
        g = g + decay * w
    if name == "sgd":
        return w - rate * g
    if name in ("momentum", "nesterov"):
        m["v"] = o.momentum * m.get("v", 0.0) + g
        return w - rate * (m["v"] if name == "momentum" else g + o.momentum * m["v"])
    if name == "adagrad":
        m["s"] = m.get("s", 0.0) + g**2
        return w - rate * g / (math.sqrt(m["s"]) + o.epsilon)
    if name == "rmsprop":
        m["s"] = o.alpha * m.get("s", 0.0) + (1 - o.alpha) * g**2
        return w - rate * g / (math.sqrt(m["s"]) + o.epsilon)
    if name == "adadelta":
        m["s"] = o.rho * m.get("s", 0.0) + (1 - o.rho) * g**2
        step = math.sqrt(m.get("d", 0.0) + o.epsilon) / math.sqrt(m["s"] + o.epsilon) * g
        m["d"] = o.rho * m.get("d", 0.0) + (1 - o.rho) * step**2
        return w - rate * step
    m["m"] = o.beta1 * m.get("m", 0.0) + (1 - o.beta1) * g
    m["s"] = o.beta2 * m.get("s", 0.0) + (1 - o.beta2) * g**2
    mean, square = m["m"] / (1 - o.beta1**t), m["s"] / (1 - o.beta2**t)
    return w - rate * mean / (math.sqrt(square) + o.epsilon)


OTHER = {
    "momentum": {"momentum": 0.5},
    "nesterov": {"momentum": 0.5},
    "rmsprop": {"alpha": 0.7},
    "adadelta": {"rho": 0.7},
    "adam": {"beta1": 0.6, "beta2": 0.8},
    "adamw": {"beta1": 0.6, "beta2": 0.8},
}


def loop(name, optimiser, rate):
    w, memories, rows = START.tolist(), [{} for _ in START], []
    for t in range(1, 11):
        gradient = [sum(A[i, j] * w[j] for j in range(len(w))) - B[i] for i in range(len(w))]
        w = [by_hand(name, optimiser, w[i], gradient[i], rate, memories[i], t) for i in range(len(w))]
        rows.append(w)
    return np.array(rows)


@pytest.mark.parametrize("name", FIRST_ORDER)
def test_plain_loops_agree_with_other_options(name):
    optimiser = optimisers[name](**OTHER.get(name, {}), weight_decay=0.3)
    assert error(path(optimiser, 0.02), loop(name, optimiser, 0.02)) < 1e-12


@pytest.mark.parametrize("name", FIRST_ORDER)
def test_an_error_of_one_in_a_thousand_is_caught(name):
    optimiser = optimisers[name](weight_decay=0.3)
    assert error(path(optimiser, 0.02 * 1.001), loop(name, optimiser, 0.02)) > 1e-10


@pytest.mark.parametrize("name", FIRST_ORDER)
def test_options_can_change_in_the_middle_of_a_run(name):
    w = START.copy()
    optimiser = optimisers[name]()
    memory = optimiser.begin(w)
    optimiser.update(w, A @ w - B, 0.01, memory, 1)
    kept, before = {key: array.copy() for key, array in memory.items()}, w.copy()
    dataclasses.replace(optimiser, weight_decay=0.5).update(w, np.zeros_like(w), 0.01, memory, 2)
    assert (w != before).any()
    assert all((memory[key] != array).any() for key, array in kept.items()) or name == "adagrad"


def test_one_newton_step_solves_a_quadratic_and_damping_shortens_it():
    convex = A @ A.T + np.eye(len(A))
    for damping in (1e-9, 1.0, 100.0):
        newton, w = Newton(damping), START.copy()
        memory = newton.begin(w)
        memory["hessian"][...] = convex
        newton.update(w, convex @ w - B, 1.0, memory, 1)
        assert np.allclose(w - START, -np.linalg.solve(convex + damping * np.eye(len(A)), convex @ START - B))


def test_newton_goes_down_where_the_loss_bends_downwards():
    newton, w = Newton(0.1), np.array([0.5, 0.5])
    memory = newton.begin(w)
    memory["hessian"][...] = np.diag([2.0, -3.0])
    gradient = np.array([1.0, -1.5])
    newton.update(w, gradient, 1.0, memory, 1)
    assert gradient @ (w - 0.5) < 0
    assert np.allclose(w - 0.5, [-1 / 5.1, 1.5 / 0.1])


def test_newtons_damping_follows_how_good_the_forecast_was():
    def judged(after):
        newton, w = Newton(1.0), np.array([1.0])
        memory = newton.begin(w)
        memory["hessian"][...] = 2.0
        newton.update(w, np.array([2.0]), 1.0, memory, 1)
        newton.judge(w, 1.0, after, memory)
        return float(memory["damping"]), float(w[0])

    step = 1 - 2 / 3  # at w = 1 of w^2: foretold 1 - (1/3)^2
    assert judged(step**2) == (pytest.approx(1 / 3), pytest.approx(step))
    assert judged(1 - 0.5 * 8 / 9) == (1.0, pytest.approx(step))
    assert judged(0.99) == (2.0, pytest.approx(step))
    assert judged(1.01) == (4.0, 1.0)
    assert judged(float("nan")) == (4.0, 1.0)


def test_newton_refuses_a_network_that_is_too_large():
    Newton().begin(np.zeros(MOST_PARAMETERS))
    with pytest.raises(InputError, match=r"at most 300 parameters; this network has 301: take fewer hidden units"):
        Newton().begin(np.zeros(MOST_PARAMETERS + 1))


@pytest.mark.parametrize(
    ("name", "option", "value"),
    [("momentum", "momentum", 1.0), ("adam", "beta2", -0.1), ("adam", "epsilon", 0.0), ("newton", "damping", 0.0)],
)
def test_options_out_of_bounds_get_a_sentence(name, option, value):
    with pytest.raises(InputError, match="out of range"):
        optimisers[name](**{option: value})


def test_clipping_scales_all_parameters_by_one_number():
    gradient = np.concatenate([GOLDEN["clip/g0"].ravel(), GOLDEN["clip/g1"].ravel()])
    norm = clip_by_norm(gradient, 1.0)
    assert norm == pytest.approx(float(GOLDEN["clip/norm"]), rel=1e-12)
    assert error(gradient, np.concatenate([GOLDEN["clip/c0"].ravel(), GOLDEN["clip/c1"].ravel()])) < 1e-10


@pytest.mark.parametrize("limit", [None, 6.0])
def test_a_short_gradient_is_left_alone(limit):
    gradient = np.array([3.0, 4.0])
    assert clip_by_norm(gradient, limit) == 5.0
    assert gradient.tolist() == [3.0, 4.0]


def test_clipping_by_value_cuts_each_number():
    gradient = np.array([3.0, -4.0, 0.5])
    clip_by_value(gradient, 1.0)
    assert gradient.tolist() == [1.0, -1.0, 0.5]
    clip_by_value(gradient, None)
    assert gradient.tolist() == [1.0, -1.0, 0.5]


def test_unknown_optimisers_are_named():
    with pytest.raises(InputError, match=r"“lion”.*adadelta"):
        optimisers["lion"]


def with_option(name):
    return [(optimiser, name) for optimiser in optimiser_names() if hasattr(optimisers[optimiser](), name)]


@pytest.mark.parametrize(("optimiser", "option"), with_option("weight_decay") + with_option("epsilon"))
def test_what_an_option_may_be_is_said_when_it_is_something_else(optimiser, option):
    title = {"weight_decay": "Weight decay", "epsilon": "Epsilon"}[option]
    good = {"weight_decay": (0.0, 10.0), "epsilon": (1e-300, 1.0)}[option]
    bad = {"weight_decay": (-1e-9, 10.000001, math.nan), "epsilon": (0.0, -1e-8, 1.000001, math.inf)}[option]
    accepted = {"weight_decay": "0 to 10", "epsilon": "more than 0, at most 1"}[option]
    for value in good:
        assert getattr(optimisers[optimiser](**{option: value}), option) == value
    for value in bad:
        with pytest.raises(InputError, match=rf"^{title}: .*{accepted}"):
            optimisers[optimiser](**{option: value})


def test_defaults_are_pytorchs():
    made = {name: dataclasses.asdict(optimisers[name]()) for name in optimiser_names()}
    adam = {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weight_decay": 0.0}
    assert made == {
        "sgd": {"weight_decay": 0.0},
        "momentum": {"momentum": 0.9, "weight_decay": 0.0},
        "nesterov": {"momentum": 0.9, "weight_decay": 0.0},
        "adagrad": {"epsilon": 1e-10, "weight_decay": 0.0},
        "rmsprop": {"alpha": 0.99, "epsilon": 1e-8, "weight_decay": 0.0},
        "adadelta": {"rho": 0.9, "epsilon": 1e-6, "weight_decay": 0.0},
        "adam": adam,
        "adamw": adam | {"weight_decay": 0.01},
        "newton": {"damping": 0.01},
    }
    assert list(made) == [*FIRST_ORDER, "newton"]
    assert {name: optimisers[name].usual_rate for name in made if optimisers[name].usual_rate != 0.01} == {
        "adadelta": 1.0,
        "newton": 1.0,
    }
