"""A file becomes a Sequence: .txt as if it were typed, .csv and .tsv a step a row, .npy a step along its first axis."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from rnnviz.errors import InputError
from rnnviz.inputs.disk import read_bytes
from rnnviz.inputs.npy import read_npy
from rnnviz.inputs.sequence import (
    KIND_TITLES,
    MAX_SIZE,
    Array,
    Kind,
    Sequence,
    check_length,
    check_width,
    sequence_of_values,
    shortened,
)
from rnnviz.inputs.text import NUMBER, read_text
from rnnviz.words import QT_TRANSLATE_NOOP, translate

_NOT_FINITE = re.compile(r"[+-]?(nan|inf|infinity)", re.IGNORECASE)


def read_file(path: str | os.PathLike[str], kind: Kind | None = None) -> Sequence:
    """The sequence in a file, at most 64 MB, of the given kind or of the kind that it looks like.

    .txt: UTF-8, read like typed text. .csv, .tsv: UTF-8 numbers, a header line is skipped, fields separated by tabs,
    or else “;”, or else commas, or else white space; a decimal comma is understood where commas do not separate.
    .npy: numbers (T,) or (T, D). Of tables, one column is bits (0 and 1 only) or numbers, several columns are vectors;
    a table of a single row is a sequence along that row, as if it were typed.

    Errors: InputError with the line and column (or index) of what cannot be read.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{name}” is not of a kind that can be read; {suffixes} files can."),
            name=path.name,
            suffixes=", ".join(SUFFIXES),
        )
    sequence = _READERS[suffix](path.name, read_bytes(path), kind)
    return replace(sequence, text=path.name)


def decode(name: str, data: bytes) -> str:
    """The text in UTF-8, without a byte order mark, with line ends as newlines."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", "“{name}” is not UTF-8 text: byte {byte} in line {line} (0x{value}); save it as UTF-8."
            ),
            name=name,
            byte=error.start - before.rfind(b"\n"),
            line=before.count(b"\n") + 1,
            value=f"{error.object[error.start]:02x}",
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _txt(name: str, data: bytes, kind: Kind | None) -> Sequence:
    return read_text(decode(name, data), kind)


def _csv(name: str, data: bytes, kind: Kind | None) -> Sequence:
    return _table(name, decode(name, data), kind, None)


def _tsv(name: str, data: bytes, kind: Kind | None) -> Sequence:
    return _table(name, decode(name, data), kind, "\t")


def _npy(name: str, data: bytes, kind: Kind | None) -> Sequence:
    return _of_array(name, read_npy(name, data), kind)


_READERS: dict[str, Callable[[str, bytes, Kind | None], Sequence]] = {
    ".txt": _txt,
    ".csv": _csv,
    ".tsv": _tsv,
    ".npy": _npy,
}
SUFFIXES = tuple(_READERS)


def _table(name: str, text: str, kind: Kind | None, delimiter: str | None) -> Sequence:
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    check_length(len(lines))
    if delimiter is None:
        delimiter = next((sign for sign in "\t;," if sign in lines[0][1]), None)
    if is_header(fields_of(lines[0][1], delimiter), delimiter):
        del lines[0]
    if not lines:
        raise InputError(QT_TRANSLATE_NOOP("errors", "“{name}” holds no row of numbers, only a header."), name=name)
    rows: list[list[float]] = []
    for line, fields in ((line, fields_of(words, delimiter)) for line, words in lines):
        if rows and len(fields) != len(rows[0]):
            raise uneven(name, line, len(fields), lines[0][0], len(rows[0]))
        rows.append([_value(name, line, column, field, delimiter) for column, field in enumerate(fields, start=1)])
    return _of_array(name, np.array(rows), kind)


def uneven(name: str, line: int, count: int, first: int, width: int) -> InputError:
    """For rows that are not equally long: `count` in this line, `width` in the first."""
    return InputError(
        QT_TRANSLATE_NOOP(
            "errors", "“{name}”: line {line} has length {count}, line {first} has {width}; all need the same length."
        ),
        name=name,
        line=line,
        count=count,
        first=first,
        width=width,
    )


def is_header(fields: list[str], delimiter: str | None) -> bool:
    """Words only; where a number is missing (NaN), it is a row of numbers all the same."""
    return not any(number_in(field, delimiter) or _NOT_FINITE.fullmatch(field) for field in fields) and any(fields)


def fields_of(line: str, delimiter: str | None) -> list[str]:
    if delimiter not in (None, "\t") and line.rstrip().endswith(delimiter):
        line = line.rstrip()[:-1]  # some programs end each row with one
    return [field.strip().strip('"').strip() for field in line.split(delimiter)]


def number_in(field: str, delimiter: str | None) -> str | None:
    """The field with a decimal point, when it is a number."""
    if delimiter != "," and field.count(",") == 1:
        field = field.replace(",", ".")
    return field if NUMBER.fullmatch(field) else None


def _value(name: str, line: int, column: int, field: str, delimiter: str | None) -> float:
    number = number_in(field, delimiter)
    if number is None or abs(float(number)) > MAX_SIZE:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", "“{name}”: line {line}, column {column} is “{value}”; give a number from -1e9 to 1e9."
            ),
            name=name,
            line=line,
            column=column,
            value=shortened(field),
        )
    return float(number)


def _of_array(name: str, array: Array, kind: Kind | None) -> Sequence:
    """A table (T, D) or one row or column of one (T,) as a sequence of the kind."""
    if array.ndim == 1 or (array.shape[0] == 1 and kind != "vectors"):
        array = array.reshape(-1, 1)
    check_length(len(array))
    check_width(array.shape[1])
    binary = array.shape[1] == 1 and bool(np.isin(array, (0.0, 1.0)).all())
    if kind is None:
        kind = "vectors" if array.shape[1] > 1 else "bits" if binary else "numbers"
    if kind in ("text", "words") or (kind == "bits" and not binary) or (kind == "numbers" and array.shape[1] > 1):
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{name}” holds {steps} steps of {width} numbers, which are not {kind}."),
            name=name,
            steps=len(array),
            width=array.shape[1],
            kind=translate("inputs", KIND_TITLES[kind]),
        )
    return sequence_of_values(name, kind, array)
