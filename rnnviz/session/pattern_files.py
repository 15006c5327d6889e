"""A session of patterns in one file, in the same wrapping as the other sessions: weights as safetensors, the rest JSON.

The records here are the file's format, apart from the program's own records.
"""

import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import safetensors
from msgspec import Struct
from safetensors.numpy import save as to_safetensors

from rnnviz.energy.annealing import Annealing
from rnnviz.energy.boltzmann import Boltzmann
from rnnviz.energy.learning import LearningSpec
from rnnviz.energy.restricted import RestrictedBoltzmann
from rnnviz.errors import InputError
from rnnviz.inputs.disk import read_bytes
from rnnviz.paths import atomic_path, resource
from rnnviz.session.catalogue import CATALOGUE, PATTERNS, check_preset
from rnnviz.session.patterns import (
    Machine,
    Pattern,
    PatternSpec,
    PatternState,
    check_clamps,
    check_patterns,
    run_of,
    untrained,
)
from rnnviz.session.playback import Position
from rnnviz.words import QT_TRANSLATE_NOOP, translate

FORMAT_VERSION = 1
SUFFIX = ".rnnviz"
_KEY = "rnnviz-patterns"
_ARRAYS = {"boltzmann": ("weights", "biases"), "restricted": ("weights", "visible_biases", "hidden_biases")}


class SpecRecord(Struct, forbid_unknown_fields=True):
    """`PatternSpec`, field by field."""

    kind: str
    rows: int
    columns: int
    rule: str
    values: str
    update: str
    hidden: int
    clock: str
    clocks: int
    corruption: float
    seed: int


class AnnealingRecord(Struct, forbid_unknown_fields=True):
    start: float
    schedule: str
    end: float


class TrainingRecord(Struct, forbid_unknown_fields=True):
    method: str
    k: int
    rate: float
    chains: int


class PatternRecord(Struct, forbid_unknown_fields=True):
    """rows: a string each, “#” for black and “.” for white."""

    name: str
    rows: list[str]


class PatternsRecord(Struct, forbid_unknown_fields=True):
    """All of a session but the weights; those of a Hopfield network follow from its patterns."""

    format_version: int
    spec: SpecRecord
    annealing: AnnealingRecord
    training: TrainingRecord
    patterns: list[PatternRecord]
    drawn: PatternRecord
    updates: int
    t: int
    layout: str = "grid"
    clamped: list[tuple[int, int]] = []
    matrix: bool = False


def holds_patterns(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a session of patterns; false for every other file, also one that cannot be read."""
    try:
        with Path(path).open("rb") as file:
            size = min(int.from_bytes(file.read(8), "little"), 2**20)
            return f'"{_KEY}"'.encode() in file.read(size)
    except OSError:
        return False


def save(state: PatternState, path: str | os.PathLike[str]) -> None:
    """Write the session to `path`: the whole file or, whatever happens, the old one. Errors: OSError."""
    record = PatternsRecord(
        format_version=FORMAT_VERSION,
        spec=SpecRecord(**asdict(state.spec)),
        annealing=AnnealingRecord(**asdict(state.annealing)),
        training=TrainingRecord(**asdict(state.training)),
        patterns=[_written(pattern) for pattern in state.patterns],
        drawn=_written(state.drawn),
        updates=state.updates,
        t=state.position.t,
        layout=state.layout,
        clamped=list(state.clamped),
        matrix=state.matrix,
    )
    names = _ARRAYS.get(state.spec.kind, ())
    tensors = {name: np.ascontiguousarray(getattr(state.machine, name)) for name in names}
    data = to_safetensors(tensors, metadata={_KEY: msgspec.json.encode(record).decode()})
    with atomic_path(path) as temporary:
        temporary.write_bytes(data)


def _written(pattern: Pattern) -> PatternRecord:
    name = pattern.name.encode("utf-8", "replace").decode("utf-8")  # half of a surrogate pair is no UTF-8
    return PatternRecord(name, ["".join("#" if on else "." for on in row) for row in pattern.pixels.tolist()])


def load(path: str | os.PathLike[str]) -> PatternState:
    """The session in a file of at most 64 MB, paused where it was saved.

    Errors: InputError for a file that cannot be read or is no session of patterns, is of another version, or holds
    patterns, options or weights that do not fit together.
    """
    path = Path(path)
    record, tensors = _unpack(path.name, read_bytes(path))
    try:
        spec = PatternSpec(**msgspec.structs.asdict(record.spec))
        annealing = Annealing(**msgspec.structs.asdict(record.annealing))
        training = LearningSpec(**msgspec.structs.asdict(record.training))
        patterns = tuple(_read(path.name, pattern, spec) for pattern in record.patterns)
        check_patterns(spec, patterns)
        check_clamps(spec, tuple(record.clamped))
        machine = _machine(path.name, spec, tensors) if spec.kind in _ARRAYS else untrained(spec, patterns)
    except InputError as error:
        raise _broken(path.name, error) from None
    state = PatternState(
        spec, annealing, training, patterns, _read(path.name, record.drawn, spec), machine, record.updates,
        tuple(record.clamped), Position(record.t), layout=record.layout, matrix=record.matrix,
    )  # fmt: skip
    if record.updates < 0 or not 1 <= record.t <= len(run_of(state)) or record.layout not in ("grid", "ring"):
        text = translate("errors", "updates {updates}, t {t}, layout {layout}")
        raise _broken(path.name, text.format(updates=record.updates, t=record.t, layout=record.layout))
    return state


def _broken(name: str, reason: object) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP("errors", "“{name}” is a session of patterns that does not hold together: {reason}."),
        name=name,
        reason=str(reason).rstrip("."),
    )


def _unpack(name: str, data: bytes) -> tuple[PatternsRecord, dict[str, Any]]:
    try:
        tensors = dict(safetensors.deserialize(data))  # type: ignore[no-untyped-call]
        header = msgspec.json.decode(data[8 : 8 + int.from_bytes(data[:8], "little")])
        text = header["__metadata__"][_KEY]
    except (safetensors.SafetensorError, msgspec.DecodeError, KeyError):
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{name}” is not a whole session of patterns; open a .rnnviz file."), name=name
        ) from None
    try:
        record = msgspec.json.decode(text, type=PatternsRecord)
    except (msgspec.DecodeError, RecursionError) as error:
        raise _broken(name, error) from None
    if record.format_version != FORMAT_VERSION:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", "“{name}” has the format version {version}; this rnnviz reads version {known}."
            ),
            name=name,
            version=record.format_version,
            known=FORMAT_VERSION,
        )
    return record, tensors


def _read(name: str, record: PatternRecord, spec: PatternSpec) -> Pattern:
    if len(record.rows) != spec.rows or any(len(row) != spec.columns or set(row) - {"#", "."} for row in record.rows):
        text = translate("errors", "the pattern “{name}” is not {rows} rows of {columns} # and .")
        raise _broken(name, text.format(name=record.name, rows=spec.rows, columns=spec.columns))
    return Pattern(record.name, np.array([[sign == "#" for sign in row] for row in record.rows]))


def _machine(name: str, spec: PatternSpec, tensors: dict[str, Any]) -> Machine:
    arrays = []
    shapes: dict[str, tuple[int, ...]] = {
        "biases": (spec.pixels + spec.hidden,),
        "visible_biases": (spec.pixels,),
        "hidden_biases": (spec.hidden,),
    }
    units = spec.pixels + spec.hidden
    shapes["weights"] = (units, units) if spec.kind == "boltzmann" else (spec.pixels, spec.hidden)
    for key in _ARRAYS[spec.kind]:
        tensor = tensors.get(key)
        if tensor is None or tensor["dtype"] != "F64" or tuple(tensor["shape"]) != shapes[key]:
            text = translate("errors", "{name} is missing or not float64 {shape}")
            raise _broken(name, text.format(name=key, shape=shapes[key]))
        arrays.append(np.frombuffer(tensor["data"], np.float64).reshape(shapes[key]))
    if spec.kind == "boltzmann":
        return Boltzmann(arrays[0], arrays[1], spec.pixels)
    return RestrictedBoltzmann(*arrays)


def pattern_presets() -> tuple[str, ...]:
    """The names of the shipped sessions of patterns."""
    return tuple(name for name, entry in CATALOGUE.items() if entry.group == PATTERNS)


def pattern_preset(name: str) -> PatternState:
    """A shipped session of patterns, their names in the language of the interface. Errors: InputError lists the names
    there are."""
    check_preset(name, pattern_presets())
    state = load(resource("presets", "patterns", name + SUFFIX))
    drawn, *patterns = (
        replace(pattern, name=translate("patterns", pattern.name)) for pattern in (state.drawn, *state.patterns)
    )
    return replace(state, drawn=drawn, patterns=tuple(patterns))
