"""A table of named columns, as it stands in a CSV file: the columns that are asked for become numbers."""

import csv
import io
import os
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rnnviz.errors import InputError
from rnnviz.inputs.disk import read_bytes
from rnnviz.inputs.files import decode, fields_of, is_header, number_in, uneven
from rnnviz.inputs.sequence import MAX_SIZE, Array, shortened
from rnnviz.words import QT_TRANSLATE_NOOP

MAX_ROWS = 100_000
MAX_COLUMNS = 256


@dataclass(frozen=True, eq=False)
class Table:
    """name: of the file. names: of the columns, all different. rows: (line number, fields), one field a column."""

    name: str
    names: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    delimiter: str | None

    def __len__(self) -> int:
        return len(self.rows)

    def columns(self, names: tuple[str, ...]) -> Array:
        """(rows, columns asked for). InputError for a name that is not there, and for the first field that is no
        number."""
        for name in names:
            if name not in self.names:
                raise InputError(
                    QT_TRANSLATE_NOOP("errors", "“{file}” has no column “{name}”; it has {names}."),
                    file=self.name,
                    name=shortened(name),
                    names=", ".join(map(shortened, self.names[:12])),
                )
        places = [self.names.index(name) for name in names]
        values = np.empty((len(self.rows), len(names)))
        for row, (line, fields) in enumerate(self.rows):
            for column, place in enumerate(places):
                number = number_in(fields[place], self.delimiter)
                if number is None or abs(float(number)) > MAX_SIZE:
                    raise InputError(
                        QT_TRANSLATE_NOOP(
                            "errors",
                            "“{file}”: line {line}, column “{name}” is “{value}”; give a number, or leave it out.",
                        ),
                        file=self.name,
                        line=line,
                        name=shortened(names[column]),
                        value=shortened(fields[place]),
                    )
                values[row, column] = float(number)
        return values

    def without_number(self, name: str) -> tuple[int, str] | None:
        """The line and the field of the first row that holds no number in this column; None where all do."""
        place = self.names.index(name)
        for line, fields in self.rows:
            if number_in(fields[place], self.delimiter) is None:
                return line, fields[place]
        return None

    def numeric(self) -> tuple[str, ...]:
        """The names of the columns that hold nothing but numbers."""
        return tuple(name for name in self.names if self.without_number(name) is None)


def read_table(path: str | os.PathLike[str]) -> tuple[str, Table]:
    """The text of a CSV file (UTF-8, at most 64 MB) and the table in it. Errors: InputError."""
    path = Path(path)
    text = decode(path.name, read_bytes(path))
    return text, table_of(path.name, text)


def table_of(name: str, text: str) -> Table:
    """The table in a text: fields separated by tabs, or else “;”, or else commas, or else white space; one that stands
    in quotation marks may hold these signs and line ends (RFC 4180).

    The first line names the columns when none of its fields is a number; else they are called 1, 2, 3, ...
    Errors: InputError for no row, too many rows or columns, a row that is longer or shorter than the first, two columns
    of the same name, and quotation marks that do not close.
    """
    delimiter, lines = _fields(name, text)
    if not lines:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{name}” is empty; give a row of names and rows of numbers."), name=name
        )
    first = lines[0][1]
    headed = is_header(list(first), delimiter)
    names = tuple(" ".join(field.split()) or str(k) for k, field in enumerate(first, start=1)) if headed else None
    rows = tuple(lines[1 if headed else 0 :])
    names = names or tuple(str(k) for k in range(1, len(first) + 1))
    if not 1 <= len(rows) <= MAX_ROWS or len(names) > MAX_COLUMNS:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” has {rows} rows of {columns} columns; give 1 to {most} rows of at most {widest} columns.",
            ),
            name=name,
            rows=len(rows),
            columns=len(names),
            most=MAX_ROWS,
            widest=MAX_COLUMNS,
        )
    for number, fields in rows:
        if len(fields) != len(names):
            raise uneven(name, number, len(fields), lines[0][0], len(names))
    for name_ in names:
        if names.count(name_) > 1:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "“{name}” has two columns “{column}”; give each its own name."),
                name=name,
                column=shortened(name_),
            )
    return Table(name, names, rows, delimiter)


def _fields(name: str, text: str) -> tuple[str | None, list[tuple[int, tuple[str, ...]]]]:
    """What separates the fields, and of each line that is not blank its number and its fields."""
    heading = re.sub(r'"[^"]*"', '""', text).strip().partition("\n")[0].partition("\r")[0]
    delimiter = next((sign for sign in "\t;," if sign in heading), None)
    if delimiter is None:
        split = enumerate(re.split(r"\r\n|\r|\n", text), start=1)
        return None, [(number, tuple(fields_of(line, None))) for number, line in split if line.strip()]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True)
    lines: list[tuple[int, tuple[str, ...]]] = []
    try:
        for found in reader:
            fields = [field.strip() for field in found]
            longer = not lines or len(fields) == len(lines[0][1]) + 1
            if delimiter != "\t" and longer and len(fields) > 1 and not fields[-1]:
                fields.pop()  # some programs end each row with a delimiter
            if any(fields) or len(fields) > 1:
                lines.append((reader.line_num, tuple(fields)))
    except csv.Error:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "errors", '“{name}”: the quotation marks before the end of line {line} do not close; give "" for one.'
            ),
            name=name,
            line=reader.line_num,
        ) from None
    return delimiter, lines
