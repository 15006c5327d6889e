"""A session survives its file bit by bit, and no damaged or hostile file gets in."""

import dataclasses
import json
import re

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.numpy import save as to_safetensors

from rnnviz.engine.evaluate import fresh
from rnnviz.errors import InputError
from rnnviz.inputs import read_text
from rnnviz.network.held import NOTHING_HELD, Spot, bounds, with_held
from rnnviz.network.parameters import cell_of
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.session import files
from rnnviz.session.files import load, save
from rnnviz.session.playback import Position
from rnnviz.session.start import fresh_state
from rnnviz.tasks import tasks


def assert_equal(one, other):
    for name in ("task", "training", "position"):
        assert getattr(one, name) == getattr(other, name)
    assert (one.sequence.text, one.sequence.kind) == (other.sequence.text, other.sequence.kind)
    assert one.sequence.labels == other.sequence.labels
    assert np.array_equal(one.sequence.values, other.sequence.values)
    a, b = one.network, other.network
    assert (a.spec, a.updates, str(a.loss), str(a.accuracy)) == (b.spec, b.updates, str(b.loss), str(b.accuracy))
    assert list(a.parameters) == list(b.parameters)
    for name, array in a.parameters.items():
        assert array.dtype == b.parameters[name].dtype
        assert np.array_equal(array, b.parameters[name])


@pytest.mark.parametrize("task", tuple(tasks))
@pytest.mark.parametrize("cell", ["feedforward", "elman", "jordan", "lstm", "gru"])
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_what_is_saved_is_loaded(tmp_path, task, cell, dtype):
    state = fresh_state(
        task,
        cell,
        hidden=4,
        seed=5,
        training=TrainingSpec("sgd", 0.1, None, 7, gradient="tbptt", k1=2, k2=3),
        dtype=dtype,
    )
    model = dataclasses.replace(state.network, updates=12, loss=1 / 3, accuracy=0.1)
    state = dataclasses.replace(state, network=model, position=Position(2, 1))
    save(state, tmp_path / "a.rnnviz")
    again = load(tmp_path / "a.rnnviz")
    assert_equal(state, again)
    assert not any(array.flags.writeable for array in again.network.parameters.values())


def test_deep_networks_and_odd_texts_survive(tmp_path):
    state = fresh_state("next-character", sequence=read_text("olá\tça �\ud800 ☃\n…", "text"))
    spec = dataclasses.replace(state.network.spec, layers=3, direction="bidirectional")
    save(dataclasses.replace(state, network=fresh(spec)), tmp_path / "a.rnnviz")
    again = load(tmp_path / "a.rnnviz")
    assert again.sequence.labels == state.sequence.labels
    assert again.task == state.task
    assert again.network.spec == spec


def test_every_option_of_training_comes_back(tmp_path):
    training = TrainingSpec.of(
        optimiser="adamw",
        rate=0.5,
        beta1=0.8,
        schedule="cosine",
        cosine_floor=0.25,
        batch=None,
        training_set=50,
        clip_value=0.1,
        l1=1e-3,
        l2=1e-4,
        dropout_inputs=0.1,
        dropout_layers=0.2,
        dropout_recurrent=0.3,
        noise=0.01,
        patience=77,
        backend="numpy",
    )
    state = fresh_state(training=training)
    save(state, tmp_path / "a.rnnviz")
    assert load(tmp_path / "a.rnnviz").training == training


def test_a_file_from_before_there_were_so_many_options_opens(tmp_path):
    def older(record):
        for name in list(record["training"]):
            if name not in ("optimiser", "rate", "clip", "batch"):
                del record["training"][name]
        first = ["cell", "inputs", "hidden", "outputs", "activation", "output", "layers", "direction", "seed", "dtype"]
        record["network"] = {name: record["network"][name] for name in first}

    assert load(edited(tmp_path, older)).training == TrainingSpec()


def test_saving_again_writes_the_same_bytes(tmp_path):
    state = fresh_state()
    save(state, tmp_path / "a.rnnviz")
    save(load(tmp_path / "a.rnnviz"), tmp_path / "b.rnnviz")
    assert (tmp_path / "a.rnnviz").read_bytes() == (tmp_path / "b.rnnviz").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.rnnviz", "b.rnnviz"]


def test_the_file_s_records_hold_every_field_of_the_program_s():
    for record, spec in ((files.NetworkRecord, NetworkSpec), (files.TrainingRecord, TrainingSpec)):
        assert list(record.__struct_fields__) == [field.name for field in dataclasses.fields(spec)]


def edited(tmp_path, edit=None, tensors=None, state=None):
    """A session file whose JSON went through `edit`, with some tensors replaced; None removes one."""
    state = state or fresh_state()
    save(state, tmp_path / "whole.rnnviz")
    data = (tmp_path / "whole.rnnviz").read_bytes()
    header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
    record = json.loads(header["__metadata__"]["rnnviz"])
    if edit is not None:
        edit(record)
    arrays = {**state.network.parameters, **(tensors or {})}
    arrays = {name: np.ascontiguousarray(array) for name, array in arrays.items() if array is not None}
    path = tmp_path / "edited.rnnviz"
    path.write_bytes(to_safetensors(arrays, metadata={"rnnviz": json.dumps(record)}))
    return path


def setting(*place, value):
    def edit(record):
        for key in place[:-1]:
            record = record[key]
        record[place[-1]] = value

    return edit


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (setting("format_version", value=2), r"format version 2; this rnnviz reads version 1"),
        (setting("format_version", value="1"), r"does not hold together"),
        (lambda record: record.pop("format_version"), r"format_version"),
        (lambda record: record.pop("updates"), r": “updates” is missing\."),
        (setting("colour", value="red"), r": “colour” is not known\."),
        (setting("network", "wings", value=2), r": “network\.wings” is not known\."),
        (setting("network", "seed", value="seven"), r": “network\.seed” is not what it should be\."),
        (setting("network", "cell", value="transformer"), r"transformer"),
        (setting("network", "hidden", value=0), r"Hidden units: 0"),
        (setting("network", "hidden", value=2**70), r"does not hold together|Hidden units"),
        (setting("network", "hidden", value=4), r"\(12, 2\); this network needs \(16, 2\)"),
        (setting("network", "inputs", value=3), r"task 2 → 2, network 3 → 2"),
        (setting("network", "dtype", value="float32"), r"is float64, its network float32"),
        (setting("training", "rate", value=-1), r"Learning rate: -1"),
        (setting("training", "optimiser_options", "momentum", value=0.5), r"adam has no option 'momentum'"),
        (setting("training", "optimiser_options", "beta1", value=1.5), r"Beta 1: 1.5 is out of range"),
        (setting("training", "schedule_options", "step_every", value=5), r"constant has no option 'step_every'"),
        (setting("training", "schedule", value="daily"), r"no schedule “daily”"),
        (setting("task", "name", value="chess"), r"There is no task “chess”"),
        (setting("task", "options", "wings", value=2), r"no option 'wings'"),
        (setting("task", "options", "longest", value="seven"), r"does not hold together"),
        (setting("task", "options", "longest", value=0), r"Max\. length: 0"),
        (setting("sequence", "kind", value="verses"), r"does not hold together"),
        (setting("sequence", "kind", value="numbers"), r"reads bits; this sequence holds numbers"),
        (setting("sequence", "values", value=[]), r"empty"),
        (setting("sequence", "values", value=[[1], [0, 1]]), r"are not bits"),
        (setting("sequence", "values", value=[[]]), r"are not bits"),
        (setting("sequence", "values", value=[[0.5]]), r"holds 0.5"),
        (setting("sequence", "values", value=[[0]] * 10_001), r"10001 steps"),
        (setting("updates", value=-1), r"updates -1"),
        (setting("accuracy", value=1.5), r"accuracy 1.5"),
        (setting("t", value=9), r"t 9, phase 8"),
        (setting("t", value=0), r"t 0"),
        (setting("phase", value=9), r"phase 9"),
    ],
)
def test_a_record_that_is_wrong_is_refused_in_one_sentence(tmp_path, edit, words):
    with pytest.raises(InputError, match=words) as caught:
        load(edited(tmp_path, edit))
    assert not re.search(r"`|\$|Expected|Object|deserial", str(caught.value))


@pytest.mark.parametrize(
    ("tensors", "words"),
    [
        ({"weight_hh_l0": None}, r"“weight_hh_l0” is missing; its shape is \(12, 3\)"),
        ({"weight_xx_l0": np.ones(1)}, r"no parameter “weight_xx_l0”"),
        ({"weight_hh_l0": np.ones((3, 12))}, r"\(3, 12\); this network needs \(12, 3\)"),
        ({"weight_hh_l0": np.ones((12, 3), np.float32)}, r"is float32, its network float64"),
        ({"weight_hh_l0": np.ones((12, 3), np.int64)}, r"is I64, its network float64"),
        ({"bias_ih_l0": np.full(12, np.nan)}, r"“bias_ih_l0” holds something that is not a finite number"),
        ({"bias_ih_l0": np.full(12, np.inf)}, r"not a finite number"),
        ({"bias_ih_l0": np.zeros((0, 12))}, r"the shape \(0, 12\)"),
    ],
)
def test_parameters_that_are_wrong_are_refused_in_one_sentence(tmp_path, tensors, words):
    with pytest.raises(InputError, match=words):
        load(edited(tmp_path, tensors=tensors))


def test_an_empty_tensor_of_impossible_size_is_refused(tmp_path):
    state = fresh_state()
    save(state, tmp_path / "a.rnnviz")
    data = (tmp_path / "a.rnnviz").read_bytes()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    header["monster"] = {"dtype": "F64", "shape": [0, 2**62], "data_offsets": [len(data) - 8 - size] * 2}
    text = json.dumps(header).encode()
    (tmp_path / "a.rnnviz").write_bytes(len(text).to_bytes(8, "little") + text + data[8 + size :])
    with pytest.raises(InputError, match=r"monster has the shape \(0, 4611686018427387904\)"):
        load(tmp_path / "a.rnnviz")


@pytest.mark.parametrize(
    "data",
    [b"", b"1 0 1", b"\xff" * 100, to_safetensors({"a": np.ones(2)}), (10).to_bytes(8, "little") + b"x" * 10],
)
def test_what_is_no_session_is_refused(tmp_path, data):
    (tmp_path / "a.rnnviz").write_bytes(data)
    with pytest.raises(InputError, match=r"“a\.rnnviz” is not a whole session of rnnviz: it was cut short or comes"):
        load(tmp_path / "a.rnnviz")


def test_what_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(InputError, match="There is no file"):
        load(tmp_path / "missing.rnnviz")
    with pytest.raises(InputError, match="is a folder"):
        load(tmp_path)
    with (tmp_path / "huge.rnnviz").open("wb") as file:
        file.truncate((2 << 30) + 1)  # sparse: takes no room
    with pytest.raises(InputError, match="at most 2048 MB"):
        load(tmp_path / "huge.rnnviz")


def test_a_sequence_that_is_too_large_for_the_format_is_said(tmp_path):
    state = fresh_state()
    state = dataclasses.replace(state, sequence=dataclasses.replace(state.sequence, text="1" * 10**8))
    with pytest.raises(InputError, match="are 100 MB of text"):
        save(state, tmp_path / "large.rnnviz")
    assert list(tmp_path.iterdir()) == []


def test_a_session_with_a_large_network_can_be_opened_again(tmp_path):
    state = fresh_state(hidden=1024)
    spec = dataclasses.replace(state.network.spec, layers=2, dtype="float64")
    state = dataclasses.replace(state, network=fresh(spec))
    save(state, tmp_path / "large.rnnviz")
    assert (tmp_path / "large.rnnviz").stat().st_size > 64 << 20
    assert load(tmp_path / "large.rnnviz").network.spec == spec


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_file_is_loaded_or_refused(tmp_path, data):
    save(fresh_state(), tmp_path / "a.rnnviz")
    whole = bytearray((tmp_path / "a.rnnviz").read_bytes())
    for _ in range(data.draw(st.integers(0, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "damaged.rnnviz"
    path.write_bytes(bytes(whole[: data.draw(st.integers(0, len(whole)))] if data.draw(st.booleans()) else whole))
    try:
        state = load(path)
    except InputError:
        return
    assert all(np.isfinite(array).all() for array in state.network.parameters.values())


def test_a_failed_save_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a.rnnviz"
    save(fresh_state(), path)
    before = path.read_bytes()

    def full(self, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(path), "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        save(fresh_state(seed=2), path)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["a.rnnviz"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_what_is_held_by_hand_survives_the_file(tmp_path, data):
    cell = data.draw(st.sampled_from(["elman", "jordan", "lstm", "gru"]))
    state = fresh_state("parity", cell, hidden=3)
    spec, steps, held = state.network.spec, len(state.sequence), NOTHING_HELD
    for _ in range(data.draw(st.integers(0, 5))):
        t, unit = data.draw(st.integers(0, steps)), data.draw(st.integers(0, 1))
        names = [gate.name for gate in cell_of(spec).gates] if t else cell_of(spec).states
        spot = Spot(data.draw(st.sampled_from(names)), t, unit)
        low, high = bounds(spot, spec)
        held = with_held(held, spot, data.draw(st.floats(low, high)), spec, steps)
    save(dataclasses.replace(state, held=held), tmp_path / "a.rnnviz")
    assert dict(load(tmp_path / "a.rnnviz").held) == dict(held)


@pytest.mark.parametrize(
    "bad",
    [
        {"name": "f", "t": 1, "unit": 0, "value": 1.5},
        {"name": "z", "t": 1, "unit": 0, "value": 0.5},
        {"name": "f", "t": 10_000, "unit": 0, "value": 0.5},
        {"name": "f", "t": -1, "unit": 0, "value": 0.5},
        {"name": "f", "t": 1, "unit": 99, "value": 0.5},
        {"name": "c", "t": 1, "unit": 0, "value": 1e300},
        {"name": "c", "t": 1, "unit": 0},
    ],
)
def test_a_held_number_that_the_network_cannot_have_is_refused(tmp_path, bad):
    state = fresh_state("parity", "lstm", hidden=3)
    path = tmp_path / "a.rnnviz"
    save(state, path)
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    record = json.loads(header["__metadata__"]["rnnviz"])
    record["held"] = [bad]
    header["__metadata__"]["rnnviz"] = json.dumps(record)
    text = json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + data[8 + size :])
    with pytest.raises(InputError, match="does not hold together"):
        load(path)
