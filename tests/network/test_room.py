"""What a run takes of the memory is known before it starts, and is what it then takes."""

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from rnnviz import Network, train
from rnnviz.errors import InputError
from rnnviz.gradients.base import methods
from rnnviz.network import room
from rnnviz.network.dropout import draw_masks
from rnnviz.network.network import finish
from rnnviz.network.parameters import parts
from rnnviz.network.room import check_room, needed, per_clock
from rnnviz.network.spec import NetworkSpec
from rnnviz.tasks.base import tasks

CELLS = [
    {"cell": "lstm"}, {"cell": "lstm", "peepholes": True}, {"cell": "gru"}, {"cell": "gru", "reset": "before"},
    {"cell": "elman"}, {"cell": "feedforward"}, {"cell": "jordan"},
]  # fmt: skip
SHAPES = [{}, {"layers": 3}, {"direction": "bidirectional"}, {"layers": 2, "direction": "bidirectional"}]
KINDS = [*CELLS, *({"cell": cell} | shape for cell in ("lstm", "elman") for shape in SHAPES[1:])]
SIZE = {"inputs": 6, "hidden": 24, "outputs": 5}
TOLERANCE = 0.12


def peak(
    network, steps: int, batch: int, method: str = "bptt", record: str = "all", apart: bool = False, k=(10, 20)
) -> int:
    """Bytes at most, from before the arrays are made until the gradient is there."""
    rng = np.random.default_rng(0)
    x = rng.standard_normal((steps, batch, network.spec.inputs)).astype(network.spec.dtype)
    target = rng.standard_normal((steps, batch, network.spec.outputs)).astype(network.spec.dtype)
    tracemalloc.start()
    try:
        passes = network.passes(steps, batch, record=record, apart=apart)
        if apart:
            passes.silence(draw_masks(rng, network.spec, batch, 0.0, 0.0, 0.5))
        if record == "values":
            finish(passes.forward(x, None))
        else:
            finish(methods[method](*k).derive(network, passes, x, target, "mse"))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("record", room.RECORDS)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: "-".join(map(str, kind.values())))
def test_the_estimate_is_what_a_run_takes(kind, record):
    network = Network(**SIZE, **kind)
    took = peak(network, 1200, 8, record=record)
    assert needed(network.spec, 1200, 8, record) == pytest.approx(took, rel=TOLERANCE)


@pytest.mark.parametrize("record", room.DERIVED)
@pytest.mark.parametrize("kind", [{"cell": "lstm", "layers": 2}, {"cell": "gru"}], ids=lambda kind: kind["cell"])
def test_so_it_is_with_dropout_of_the_memory(kind, record):
    network = Network(**SIZE, **kind)
    took = peak(network, 1200, 8, record=record, apart=True)
    assert needed(network.spec, 1200, 8, record, apart=True) == pytest.approx(took, rel=TOLERANCE)
    assert took > 1.1 * needed(network.spec, 1200, 8, record)


def test_memory_a_clock_is_as_stated():
    """The difference between two lengths, both too long for lists of clocks."""
    for kind in ({"cell": "lstm"}, {"cell": "gru", "dtype": "float32"}, {"cell": "elman", "layers": 2}):
        network = Network(**SIZE, **kind)
        each = (peak(network, 6000, 2) - peak(network, 2000, 2)) / (4000 * 2)
        assert each == pytest.approx(per_clock(network.spec), rel=0.04), kind


@pytest.mark.parametrize("record", ["all", "loss"])
@pytest.mark.parametrize("method", ["tbptt", "rtrl"])
@pytest.mark.parametrize(
    "kind", [*CELLS, {"cell": "gru", "layers": 2}], ids=lambda kind: "-".join(map(str, kind.values()))
)
def test_so_is_that_of_the_other_methods(kind, method, record):
    steps, batch, hidden = (1200, 8, 24) if method == "tbptt" else (40, 2, 24)
    network = Network(**SIZE | {"hidden": hidden}, **kind)
    more = methods[method](10, 20).extra(network.spec, steps, batch, record)
    took = peak(network, steps, batch, method, record)
    assert needed(network.spec, steps, batch, record) + more == pytest.approx(took, rel=0.25)


@pytest.mark.parametrize("record", ["all", "loss"])
@pytest.mark.parametrize(
    ("method", "steps", "k"), [("rtrl", 12, (1, 1)), ("tbptt", 240, (10, 20)), ("tbptt", 240, (2, 2))]
)
@pytest.mark.parametrize(
    "kind", [{"cell": "lstm"}, {"cell": "elman"}, {"cell": "gru", "layers": 2}], ids=lambda kind: kind["cell"]
)
def test_so_it_is_with_dropout_of_the_memory_too(kind, method, steps, k, record):
    network = Network(**SIZE, **kind)
    more = methods[method](*k).extra(network.spec, steps, 8, record, True)
    took = peak(network, steps, 8, method, record, apart=True, k=k)
    assert needed(network.spec, steps, 8, record, apart=True) + more == pytest.approx(took, rel=0.25)


@pytest.mark.parametrize("cell", ["elman", "gru", "jordan"])
@pytest.mark.parametrize("method", ["bptt", "rtrl", "tbptt"])
def test_masks_are_counted(cell, method):
    """Of a network that reads much for few clocks: there they are a large part of what dropout takes."""
    network, steps, batch, k = Network(cell, inputs=400, hidden=2, outputs=2), 4, 64, (1, 1)
    stated, took = [], []
    for apart in (False, True):
        extra = methods[method](*k).extra(network.spec, steps, batch, "all", apart)
        stated.append(needed(network.spec, steps, batch, "all", apart) + extra)
        took.append(peak(network, steps, batch, method, apart=apart, k=k))
    assert stated[1] - stated[0] > 400 * batch * 8
    assert stated[1] == pytest.approx(took[1], rel=0.25)


@pytest.mark.parametrize("kind", [{"cell": "lstm"}, {"cell": "gru"}, {"cell": "elman"}, {"cell": "lstm", "layers": 3}])
def test_recording_less_takes_less(kind):
    network = Network(**SIZE, **kind)
    every, norms, loss, values = (peak(network, 1200, 8, record=record) for record in room.RECORDS)
    assert norms < 0.8 * every
    assert loss < norms < 1.05 * loss
    assert values < 0.85 * loss


@pytest.mark.parametrize("method", ["bptt", "tbptt", "rtrl"])
@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("kind", [*CELLS, *({"cell": "lstm"} | shape for shape in SHAPES[1:])])
def test_the_gradient_is_the_same_whatever_is_recorded(kind, apart, batch, method):
    if method != "bptt" and ("direction" in kind or apart):
        return
    network = Network(inputs=3, hidden=4, outputs=2, **kind)
    rng = np.random.default_rng(1)
    x, target = rng.standard_normal((560, batch, 3)), rng.standard_normal((560, batch, 2))
    x, target = (x, target) if method != "rtrl" else (x[:8], target[:8])
    found = []
    for record in ("all", "loss"):
        passes = network.passes(len(x), batch, record=record, apart=apart)
        if apart:
            passes.silence(draw_masks(np.random.default_rng(2), network.spec, batch, 0.3, 0.0, 0.5))
        grads = finish(methods[method](7, 20).derive(network, passes, x, target, "mse", to_inputs=True))
        found.append((grads.loss, grads.vector.copy(), grads["x"].copy()))
    assert found[0][0] == found[1][0]
    assert np.allclose(found[0][1], found[1][1], rtol=1e-10, atol=1e-15)
    assert np.allclose(found[0][2], found[1][2], rtol=1e-12, atol=1e-15)
    with pytest.raises(InputError, match=r"gradient of “h” was not recorded"):
        _ = grads["h"]


@pytest.mark.parametrize("batch", [1, 3])
@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(
    "kind",
    [*CELLS, {"cell": "gru", "scenario": "delayed", "encoder": 200}, *({"cell": "lstm"} | one for one in SHAPES[1:])],
    ids=lambda kind: "-".join(map(str, kind.values())),
)
def test_recorded_norms_are_those_of_what_is_not_recorded(kind, apart, batch):
    network = Network(**{"inputs": 3, "hidden": 4, "outputs": 3} | kind)
    rng = np.random.default_rng(1)
    x, target = rng.standard_normal((560, batch, 3)), rng.standard_normal((560, batch, 3))
    found = []
    for record in ("all", "norms"):
        passes = network.passes(len(x), batch, record=record, apart=apart)
        if apart:
            passes.silence(draw_masks(np.random.default_rng(2), network.spec, batch, 0.3, 0.0, 0.5))
        found.append(finish(network.derive(passes, x, target, "mse", to_inputs=True)))
    every, norms = found
    for name in every.names:
        np.testing.assert_allclose(norms.norm(name), every.norm(name), rtol=1e-9, atol=1e-18)
    for layer, reverse in parts(network.spec):
        for name in every.passes.tapes[0][0].gradients:
            wanted = np.linalg.norm(every.get(name, layer, reverse), axis=2)
            np.testing.assert_allclose(norms.norm(name, layer, reverse), wanted, rtol=1e-9, atol=1e-18)
    with pytest.raises(InputError, match=r"gradient of “h” was not recorded at each clock; record “all”, or “norms”"):
        _ = norms["h"]


def test_gradients_are_recorded_as_asked():
    network = Network("gru", **SIZE)
    rng = np.random.default_rng(0)
    x, target = rng.standard_normal((9, 2, 6)), rng.standard_normal((9, 2, 5))
    every, norms, loss = (network.gradients(x, target, record=record) for record in room.DERIVED)
    np.testing.assert_allclose(norms.norm("z"), every.norm("z"), rtol=1e-12)
    np.testing.assert_allclose(loss.vector, every.vector, rtol=1e-10)
    np.testing.assert_array_equal(loss.trace["h"], every.trace["h"])
    for ask in (lambda: loss.norm("z"), lambda: loss.norm("h", 0), lambda: norms.get("z")):
        with pytest.raises(InputError, match="was not recorded"):
            ask()
    with pytest.raises(InputError, match="“values” cannot be recorded of gradients; there is all, norms, loss"):
        network.gradients(x, target, record="values")


def test_a_run_that_does_not_fit_says_what_would(monkeypatch):
    spec = NetworkSpec(cell="lstm", inputs=8, hidden=64, outputs=4)
    monkeypatch.setattr(room, "memory", lambda: 2 * needed(spec, 1000, 32))
    check_room(spec, 1000, 32)
    with pytest.raises(InputError, match=r"1001 clocks of 32 sequences with 64 hidden units need 0\.\d+ GB") as refused:
        check_room(spec, 1001, 32)
    longest, widest, most = (refused.value.values[name] for name in ("longest", "widest", "sequences"))
    assert (longest, widest, most) == (1000, 63, 31)
    for steps, hidden, batch in ((longest, 64, 32), (1001, widest, 32), (1001, 64, most)):
        check_room(replace(spec, hidden=hidden), steps, batch)
    assert str(longest) in str(refused.value)
    check_room(spec, 1001, 32, "loss")


@pytest.mark.parametrize("gradient", ["bptt", "tbptt", "rtrl"])
def test_training_says_it_before_it_starts(monkeypatch, gradient):
    task = tasks["echo"]()
    network = Network(inputs=task.inputs, hidden=8, outputs=task.outputs, output=task.readout)
    before = network.vector.copy()
    monkeypatch.setattr(room, "memory", lambda: 2e5)
    with pytest.raises(InputError, match=r"There would be room for \d+ clocks, or \d+ hidden units, or \d+ sequences"):
        train(network, task, updates=1, gradient=gradient)
    assert np.array_equal(network.vector, before)


def test_training_records_what_is_asked():
    ends = []
    for record in ("all", "loss"):
        task = tasks["echo"]()
        network = Network(inputs=task.inputs, hidden=4, outputs=task.outputs, output=task.readout)
        history = train(network, task, updates=20, record=record)
        ends.append((network.vector, history.loss[-1]))
    assert np.allclose(ends[0][0], ends[1][0], rtol=1e-8, atol=1e-12)


H, D, O = SIZE["hidden"], SIZE["inputs"], SIZE["outputs"]  # noqa: E741
LSTM, BACK = 7 * H + D + 1, 5 * H  # values and derivatives of a clock


@pytest.mark.parametrize(
    ("kind", "every", "loss", "values"),
    [
        ({}, LSTM + BACK + H + 3 * O, LSTM + H + 3 * O, LSTM + O),
        ({"output": "softmax"}, LSTM + BACK + H + 5 * O, LSTM + H + 5 * O, LSTM + 2 * O),
        ({"cell": "elman"}, 3 * H + D + 1 + 3 * O, 2 * H + D + 1 + 3 * O, H + D + 1 + O),
        ({"cell": "gru"}, 10 * H + D + 1 + 3 * O, 6 * H + D + 1 + 3 * O, 5 * H + D + 1 + O),
        (
            {"direction": "bidirectional"},
            2 * (LSTM + BACK + H) + 4 * H + 3 * O, 2 * (LSTM + H) + 4 * H + 3 * O, 2 * LSTM + 2 * H + O,
        ),
        (
            {"scenario": "one-to-many", "outputs": D},
            LSTM + BACK + H + 5 * D + D, LSTM + H + 5 * D + D, LSTM + 2 * D,
        ),
    ],
    ids=lambda kind: "-".join(map(str, kind.values())) if isinstance(kind, dict) else None,
)  # fmt: skip
def test_numbers_a_clock_are_those_of_the_formula(kind, every, loss, values):
    spec = NetworkSpec(**{"cell": "lstm", "output": "linear"} | SIZE | kind)
    kept = {record: per_clock(spec, record) for record in ("all", "loss", "values")}
    assert kept == {"all": 8 * every, "loss": 8 * loss, "values": 8 * values}
    directions = 1 + (spec.direction == "bidirectional")  # a norm of dL/dh, and of each block of derivatives
    gates = 8 * directions * (1 + {"lstm": 5, "gru": 4, "elman": 1}[spec.cell])
    assert per_clock(spec, "norms") == 8 * loss + gates
    assert per_clock(spec) == 8 * every
    assert per_clock(replace(spec, dtype="float32")) == 4 * every
    silent = 2 * H * (1 + (spec.direction == "bidirectional"))  # h apart from what the weights read, and its derivative
    assert {per_clock(spec, record, apart=True) - kept[record] for record in kept} == {8 * silent}
