"""A session in one file: the parameters as safetensors, and beside them in its metadata everything else as JSON.

The records here are the file's format, apart from the program's own records, so that a change of the program cannot
change what a file means unseen.
"""

import os
import re
from dataclasses import asdict, fields
from itertools import zip_longest
from math import isfinite, nan
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import safetensors
from msgspec import Struct
from numpy.typing import NDArray
from safetensors.numpy import save as to_safetensors

from rnnviz.engine.evaluate import model_of
from rnnviz.errors import InputError
from rnnviz.inputs.disk import read_bytes
from rnnviz.inputs.sequence import (
    MAX_SIZE,
    Kind,
    Sequence,
    check_length,
    check_width,
    sequence_of_characters,
    sequence_of_values,
    sequence_of_words,
    shortened,
)
from rnnviz.network.held import NOTHING_HELD, Held, Spot, with_held
from rnnviz.network.network import Network
from rnnviz.network.optimisers.base import optimisers
from rnnviz.network.schedules.base import schedules
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.paths import atomic_path
from rnnviz.session.playback import Position, clock_phases
from rnnviz.session.state import State, part_of
from rnnviz.tasks.base import Task, tasks
from rnnviz.words import QT_TRANSLATE_NOOP, translate

FORMAT_VERSION = 1
SUFFIX = ".rnnviz"
MAX_BYTES = 2 << 30  # the largest network that there can be takes 1.7 GB
_KEY = "rnnviz"
_DTYPES = {"F64": "float64", "F32": "float32"}


class NetworkRecord(Struct, forbid_unknown_fields=True):
    """`NetworkSpec`, field by field."""

    cell: str
    inputs: int
    hidden: int
    outputs: int
    activation: str
    output: str
    layers: int
    direction: str
    seed: int
    dtype: str
    initialisation: str = "uniform"
    forget_bias: float | None = None
    peepholes: bool = False
    reset: str = "after"
    scenario: str = "many-to-many"
    encoder: int | None = None


class TrainingRecord(Struct, forbid_unknown_fields=True):
    """`TrainingSpec`, field by field."""

    optimiser: str
    rate: float
    clip: float | None
    batch: int | None
    gradient: str = "bptt"
    k1: int = 5
    k2: int = 5
    clip_value: float | None = None
    schedule: str = "constant"
    training_set: int | None = None
    l1: float = 0.0
    l2: float = 0.0
    dropout_inputs: float = 0.0
    dropout_layers: float = 0.0
    dropout_recurrent: float = 0.0
    noise: float = 0.0
    patience: int | None = None
    backend: str = "auto"
    record: str = "all"
    optimiser_options: dict[str, int | float] = {}
    schedule_options: dict[str, int | float] = {}


class TaskRecord(Struct, forbid_unknown_fields=True):
    """The task's name, the fields of its dataclass and, where the inputs stand for symbols, these."""

    name: str
    options: dict[str, bool | int | float | str]
    symbols: list[str] = []


class SequenceRecord(Struct, forbid_unknown_fields=True):
    """text: what was typed. characters: the labels of a text in a row, or of words with spaces between; values:
    (T, width) of the other kinds."""

    text: str
    kind: Kind
    characters: str = ""
    values: list[list[float]] = []


class HeldRecord(Struct, forbid_unknown_fields=True):
    """A number held by hand; t is 0 for the state before the first clock, unit and layer count from 0."""

    name: str
    t: int
    unit: int
    value: float
    layer: int = 0
    reverse: bool = False


class SessionRecord(Struct, forbid_unknown_fields=True):
    """All of a session but the parameters. loss and accuracy, of the held-out sequences, are null where unknown."""

    format_version: int
    network: NetworkRecord
    training: TrainingRecord
    task: TaskRecord
    sequence: SequenceRecord
    updates: int
    loss: float | None
    accuracy: float | None
    t: int
    phase: int
    layer: int = -1
    reverse: bool = False
    edited: bool = False
    held: list[HeldRecord] = []
    rolled: bool = False


class VersionRecord(Struct):
    """What a file of any version holds."""

    format_version: int


def save(state: State, path: str | os.PathLike[str]) -> None:
    """Write the session to `path`: the whole file or, whatever happens, the old one.

    Errors: OSError from the file system; InputError where sequence and table are too large for the format.
    """
    sequence, model = state.sequence, state.network
    options = {field.name: getattr(state.task, field.name) for field in fields(state.task)}  # type: ignore[arg-type]
    is_text = sequence.kind in ("text", "words")
    record = SessionRecord(
        format_version=FORMAT_VERSION,
        network=NetworkRecord(**asdict(model.spec)),
        training=TrainingRecord(**asdict(state.training)),
        task=TaskRecord(state.task.name, options, list(state.task.input_symbols)),
        sequence=SequenceRecord(
            text=sequence.text.encode("utf-8", "replace").decode("utf-8"),  # half of a surrogate pair is no UTF-8
            kind=sequence.kind,
            characters=(" " if sequence.kind == "words" else "").join(sequence.labels) if is_text else "",
            values=[] if is_text else sequence.values.tolist(),
        ),
        updates=model.updates,
        loss=model.loss if isfinite(model.loss) else None,
        accuracy=model.accuracy if isfinite(model.accuracy) else None,
        t=state.position.t,
        phase=state.position.phase,
        layer=state.layer,
        reverse=state.reverse,
        edited=model.edited,
        held=[HeldRecord(**spot._asdict(), value=value) for spot, value in state.held.items()],
        rolled=state.rolled,
    )
    tensors = {name: np.ascontiguousarray(array) for name, array in model.parameters.items()}
    text = msgspec.json.encode(record).decode()
    try:
        data = to_safetensors(tensors, metadata={_KEY: text})
    except safetensors.SafetensorError:  # 100 million bytes, with those that it adds
        words = QT_TRANSLATE_NOOP("errors", "Sequence and table are {size} MB of text; shorten them to less than 100.")
        raise InputError(words, size=len(text) // 10**6) from None
    with atomic_path(path) as temporary:
        temporary.write_bytes(data)


def load(path: str | os.PathLike[str]) -> State:
    """The session in a file of at most 2 GB, paused where it was saved.

    Errors: InputError for a file that cannot be read or is no session, is of another version, holds a value out of
    its bounds, or parameters that are missing, not finite, or of another shape or precision than its network's.
    """
    path = Path(path)
    text, tensors = _unpack(path.name, read_bytes(path, MAX_BYTES))
    record = _decode(path.name, text)
    spec = NetworkSpec(**msgspec.structs.asdict(record.network))
    task = _task(path.name, record.task)
    _check_symbols(path.name, task, record.task.symbols, spec.inputs)
    if (task.inputs, task.outputs) != (spec.inputs, spec.outputs):
        text = translate("errors", "task {task}, network {network} inputs → outputs")
        task_, network_ = f"{task.inputs} → {task.outputs}", f"{spec.inputs} → {spec.outputs}"
        raise _broken(path.name, text.format(task=task_, network=network_))
    sequence = _sequence(path.name, record.sequence)
    task.encode(sequence)
    network = Network.from_spec(spec, _parameters(path.name, tensors, spec))
    loss, accuracy = (nan if value is None else value for value in (record.loss, record.accuracy))
    if record.updates < 0 or not (accuracy != accuracy or 0 <= accuracy <= 1):
        text = translate("errors", "updates {updates}, accuracy {accuracy}")
        raise _broken(path.name, text.format(updates=record.updates, accuracy=accuracy))
    here = clock_phases(spec, False, part_of(spec, record.layer, record.reverse))
    if not (1 <= record.t <= len(sequence) and 0 <= record.phase < len(here)):
        raise _broken(path.name, translate("errors", "t {t}, phase {phase}").format(t=record.t, phase=record.phase))
    return State(
        task=task,
        training=_training(path.name, record.training),
        sequence=sequence,
        network=model_of(network, record.updates, loss, accuracy, record.edited),
        position=Position(record.t, record.phase, 1.0),
        layer=record.layer,
        reverse=record.reverse,
        held=_held(path.name, record.held, spec, len(sequence)),
        rolled=record.rolled,
    )


def _held(name: str, records: list[HeldRecord], spec: NetworkSpec, steps: int) -> Held:
    held = NOTHING_HELD
    for record in records:
        values = msgspec.structs.asdict(record)
        value = values.pop("value")
        try:
            held = with_held(held, Spot(**values), value, spec, steps)
        except InputError as error:
            raise _broken(name, error) from None
    return held


def _broken(name: str, reason: object) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("errors", "“{name}” is a session of rnnviz that does not hold together: {reason}."),
        name=name,
        reason=str(reason).rstrip("."),
    )


def _in_plain_words(error: Exception) -> str:
    """What the decoder means, in words of the file: “Expected `int`, got `str` - at `$.task.options`” and the like."""
    place = re.search(r"at `\$\.(.*)`$", str(error))
    within = [place[1]] if place else []
    field = re.search(r"field `(\w+)`", str(error))
    if field is not None:
        words = translate("errors", "“{field}” is missing")
        if "unknown" in str(error):
            words = translate("errors", "“{field}” is not known")
        return words.format(field=".".join([*within, field[1]]))
    if within:
        return translate("errors", "“{field}” is not what it should be").format(field=within[0])
    return translate("errors", "what it says of itself cannot be read")


def _unpack(name: str, data: bytes) -> tuple[str, list[tuple[str, Any]]]:
    """The session's JSON and the tensors with their names."""
    try:
        tensors = safetensors.deserialize(data)  # type: ignore[no-untyped-call]
        header = msgspec.json.decode(data[8 : 8 + int.from_bytes(data[:8], "little")])
        return header["__metadata__"][_KEY], tensors
    except (safetensors.SafetensorError, msgspec.DecodeError, KeyError):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” is not a whole session of rnnviz: it was cut short or comes from another program; "
                "open a .rnnviz file that was saved here.",
            ),
            name=name,
        ) from None


def _decode(name: str, text: str) -> SessionRecord:
    try:
        version = msgspec.json.decode(text, type=VersionRecord).format_version
        if version != FORMAT_VERSION:
            raise InputError(
                QT_TRANSLATE_NOOP(
                    "errors", "“{name}” has the format version {version}; this rnnviz reads version {known}."
                ),
                name=name,
                version=version,
                known=FORMAT_VERSION,
            )
        return msgspec.json.decode(text, type=SessionRecord)
    except (msgspec.DecodeError, RecursionError) as error:
        raise _broken(name, _in_plain_words(error)) from None


def _training(name: str, record: TrainingRecord) -> TrainingSpec:
    kinds = {"optimiser_options": optimisers[record.optimiser], "schedule_options": schedules[record.schedule]}
    parts = {part: _with_options(name, kind, getattr(record, part)) for part, kind in kinds.items()}
    return TrainingSpec(**{**msgspec.structs.asdict(record), **parts})


def _task(name: str, record: TaskRecord) -> Task:
    task: Task = _with_options(name, tasks[record.name], record.options)
    return task


def _check_symbols(name: str, task: Task, saved: list[str], inputs: int) -> None:
    """InputError where the inputs of the saved network stood for other symbols than those of the task do now."""
    now = list(task.input_symbols)
    if not saved and now and task.inputs != inputs:  # saved when sessions did not tell
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” was saved when the task “{task}” had {before} inputs; now it has {now}, and which of them "
                "the network knows is not in the file.",
            ),
            name=name,
            task=translate("tasks", task.title),
            before=inputs,
            now=task.inputs,
        )
    if saved and saved != now:
        place, before, after = next(
            (place, one, other)
            for place, (one, other) in enumerate(zip_longest(saved, now, fillvalue="–"), start=1)
            if one != other
        )
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” was saved when input {place} of the task “{task}” stood for “{before}”; now it is “{now}”.",
            ),
            name=name,
            place=place,
            task=translate("tasks", task.title),
            before=shortened(before),
            now=shortened(after),
        )


def _with_options(name: str, kind: type[Any], options: dict[str, Any]) -> Any:
    """The dataclass with these values of some of its fields."""
    known = [field.name for field in fields(kind)]
    for option in options:
        if option not in known:
            text = translate("errors", "{kind} has no option '{option}'")
            raise _broken(name, text.format(kind=kind.name, option=option))
    try:
        return msgspec.convert(options, kind)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, InputError):
            raise error.__cause__ from None
        raise _broken(name, _in_plain_words(error)) from None


def _sequence(name: str, record: SequenceRecord) -> Sequence:
    if record.kind == "text":
        check_length(len(record.characters))
        return sequence_of_characters(record.text, record.characters)
    if record.kind == "words":
        words = record.characters.split()
        check_length(len(words))
        return sequence_of_words(record.text, words)
    check_length(len(record.values))
    width = len(record.values[0])
    check_width(width)
    allowed = width == 1 if record.kind != "vectors" else width >= 1
    if not allowed or any(len(values) != width for values in record.values):
        text = translate("errors", "the values of the sequence are not {kind}")
        raise _broken(name, text.format(kind=translate("inputs", record.kind)))
    values = np.array(record.values)
    in_bounds = np.isin(values, (0.0, 1.0)) if record.kind == "bits" else np.abs(values) <= MAX_SIZE
    if not in_bounds.all():
        raise _broken(name, translate("errors", "the sequence holds {value}").format(value=values[~in_bounds][0]))
    return sequence_of_values(record.text, record.kind, values)


def _parameters(name: str, tensors: list[tuple[str, Any]], spec: NetworkSpec) -> dict[str, NDArray[Any]]:
    arrays = {}
    for key, tensor in tensors:
        dtype = _DTYPES.get(tensor["dtype"])
        if dtype != spec.dtype:
            text = translate("errors", "the parameter {name} is {dtype}, its network {wanted}")
            raise _broken(name, text.format(name=key, dtype=dtype or tensor["dtype"], wanted=spec.dtype))
        shape = tuple(tensor["shape"])
        # An empty array is of no network; its shape may hold numbers that NumPy cannot even represent.
        if 0 in shape:
            text = translate("errors", "the parameter {name} has the shape {shape}")
            raise _broken(name, text.format(name=key, shape=shape))
        arrays[key] = np.frombuffer(tensor["data"], dtype).reshape(shape)
    return arrays
