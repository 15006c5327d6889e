"""CSV: one line a clock, one column a unit, for spreadsheets."""

import csv
from pathlib import Path
from typing import TextIO

from rnnviz.export.base import Exporter, formats
from rnnviz.export.trace import Run
from rnnviz.words import QT_TRANSLATE_NOOP


class Csv(Exporter[Run]):
    """Columns t, symbol, then x[0], h[0], h[1] and so on; numbers with all their digits."""

    name = "csv"
    title = QT_TRANSLATE_NOOP("formats", "CSV table: every number of a run, for spreadsheets")
    suffix = ".csv"
    kind = "trace"

    def write(self, source: Run, path: Path) -> None:
        with path.open("w", newline="", encoding="utf-8") as file:
            write_csv(source, file)


def write_csv(run: Run, file: TextIO) -> None:
    """Write the table to an open text file."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["t", "symbol", *run.columns])
    for t, (label, row) in enumerate(zip(run.labels, run.table.tolist(), strict=True), start=1):
        # Whole numbers without “.0”, everything else as the shortest text that reads back to the same number.
        writer.writerow([t, label, *(int(number) if number.is_integer() else repr(number) for number in row)])


formats.add(Csv.name, Csv())
