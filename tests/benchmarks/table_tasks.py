"""Which network learns which task? Real trainings over seeds, printed as the table of the guide.

    python tests/benchmarks/table_tasks.py                       # three seeds, as long as it takes
    python tests/benchmarks/table_tasks.py --jobs 2              # two runs at a time; the numbers are the same
    python tests/benchmarks/table_tasks.py --only adding --seeds 5
    python tests/benchmarks/table_tasks.py --guide               # and put the table into the guide's page

All networks of a row have the same hidden units, updates and learning rate (Adam; the rate falls to 0 along half a
cosine), clipping (1) and batch (32). A number is the accuracy on the held-out sequences after the last update, the
median over the seeds; the fraction says how many of the seeds learned the task: they came at least 95 % of the way from
the best constant answer to a perfect one or, where nobody knows what a perfect one reaches, to what the task says and
gives a reason for (`Task.learned`). An arrow before a number says what is claimed: ↑ the network should learn it,
↓ it should not.
"""

import argparse
import re
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import rnnviz
from rnnviz.tasks import tasks

CELLS = {"feedforward": "feed-forward", "elman": "Elman", "lstm": "LSTM", "gru": "GRU"}
RECURRENT, GATED = ("elman", "lstm", "gru"), ("lstm", "gru")
FORGETFUL, UNGATED = ("feedforward",), ("feedforward", "elman")
GUIDE, PAGE = Path(__file__).resolve().parents[2] / "resources" / "guide", "9-which-network-learns-what.md"
RATE = 0.01
NARROW = "\u202f"  # a space at which no line breaks


@dataclass(frozen=True, eq=False)
class Row:
    """A task with some options, how it is learned, who should learn it and who should not: those with a memory, those
    without one but for the rows with so many clocks that only gates carry something over them."""

    task: str
    hidden: int
    updates: int
    rate: float = RATE
    options: dict[str, Any] = field(default_factory=dict)
    should: tuple[str, ...] = RECURRENT
    should_not: tuple[str, ...] = FORGETFUL

    @property
    def words(self) -> str:
        changed = [f"{name} {value}" for name, value in self.options.items()]
        changed += [] if self.rate == RATE else [f"rate {self.rate:g}"]
        return tasks[self.task].title + (f" ({', '.join(changed)})" if changed else "")

    @property
    def enough(self) -> float:
        """The accuracy from which on the task counts as learned."""
        return tasks[self.task](**self.options).learned


ROWS = (
    Row("parity", 8, 3000),
    Row("echo", 8, 1000, options={"delay": 2}),
    Row("echo", 8, 3000, options={"delay": 8, "length": 24}, should=GATED),
    Row("xor-in-time", 8, 2500),
    Row("adding", 16, 4000, options={"length": 10}),
    Row("adding", 24, 5000, 0.005, {"length": 100}, GATED, UNGATED),
    Row("copy-memory", 32, 4000, options={"delay": 4}),
    Row("temporal-order", 8, 1000, options={"length": 10}),
    Row("temporal-order", 8, 2500, options={"length": 150}, should=GATED, should_not=UNGATED),
    Row("brackets", 16, 1500),
    Row("reber", 16, 2500, options={"embedded": True}),
    Row("next-character", 16, 300),
    Row("slot-filling", 12, 500, options={"language": "english"}),
    Row("slot-filling", 12, 500, options={"language": "portuguese"}),
    Row("sentiment", 16, 2000, options={"language": "english"}),
    Row("sentiment", 16, 2000, options={"language": "portuguese"}),
    Row("reverse", 32, 3000),
    Row("dates", 48, 4000, should=GATED, should_not=UNGATED),
    Row("drawing", 32, 2500),
    Row("sine", 8, 2000),
    Row("sum-of-sines", 16, 800),
    Row("sunspots", 8, 1000),
)


def accuracy(row: Row, cell: str, seed: int) -> float:
    """One run."""
    task = tasks[row.task](**row.options)
    net = rnnviz.Network(
        cell=cell, inputs=task.inputs, hidden=row.hidden, outputs=task.outputs, output=task.readout, seed=seed
    )
    falling = {"schedule": "cosine", "cosine_updates": row.updates}
    history = rnnviz.train(net, task, row.updates, rate=row.rate, seed=seed, validations=1, **falling)
    return float(history.validation_accuracy[-1])


def percent(share: float) -> str:
    return f"{100 * share:.1f}".removesuffix(".0")


def table(rows: tuple[Row, ...], found: dict[tuple[Row, str], list[float]]) -> list[str]:
    lines = [
        "| accuracy in % | H | updates | guess | enough | " + " | ".join(CELLS.values()) + " |",
        "|---|---:|---:|---:|---:|" + "---:|" * len(CELLS),
    ]
    for row in rows:
        entries = [row.words, str(row.hidden), str(row.updates)]
        entries += [f"{100 * tasks[row.task](**row.options).baseline.accuracy:.0f}", percent(row.enough)]
        for cell in CELLS:
            runs = found.get((row, cell), [])
            words = "↑" if cell in row.should else "↓" if cell in row.should_not else ""
            words += percent(statistics.median(runs)) if runs else "–"
            if runs:
                words += f"{NARROW}({sum(run >= row.enough for run in runs)}/{len(runs)})"
            entries.append(words)
        lines.append("| " + " | ".join(entries) + " |")
    return lines


def refuted(rows: tuple[Row, ...], found: dict[tuple[Row, str], list[float]]) -> Iterator[str]:
    """What the runs do not bear out: who should learn a task does in two of three seeds, who should not in none."""
    for (row, cell), runs in found.items():
        share = sum(run >= row.enough for run in runs) / len(runs)
        if (cell in row.should and share < 2 / 3) or (cell in row.should_not and share > 0):
            yield f"{row.words}, {cell}: {runs}"


def into_page(page: Path, lines: list[str]) -> None:
    """The page with this table in the place of its own, and with today's date in place of the one that stands there. A
    page in another language keeps its words: the heading and the first column, where it has as many rows."""
    text = page.read_text(encoding="utf-8")
    old = [line for line in text.split("\n") if line.startswith("|")]
    if page.parent != GUIDE:
        if len(old) != len(lines):
            raise SystemExit(f"{page} has {len(old)} rows, not {len(lines)}: translate the new ones first.")
        rest = [words.split("|", 2)[:2] + line.split("|", 2)[2:] for words, line in zip(old, lines, strict=True)]
        lines = [*old[:2], *("|".join(cells) for cells in rest[2:])]
    text = text.replace("\n".join(old), "\n".join(lines))
    page.write_text(re.sub(r"\d{4}-\d\d-\d\d", date.today().isoformat(), text), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=1, help="processes; the numbers do not depend on it")
    parser.add_argument("--only", nargs="+", metavar="TASK", help="these tasks")
    parser.add_argument("--updates", type=int, help="instead of each row's own: for trying the script out")
    parser.add_argument("--guide", action="store_true", help=f"put the table into {PAGE}, in all languages")
    args = parser.parse_args()
    if args.guide and (args.only or args.updates):
        parser.error("--guide needs all rows with their own updates")
    chosen = [k for k, row in enumerate(ROWS) if not args.only or row.task in args.only]
    rows = tuple(replace(ROWS[k], updates=args.updates or ROWS[k].updates) for k in chosen)
    runs = list(product(rows, CELLS, range(args.seeds)))
    found: dict[tuple[Row, str], list[float]] = {}
    began = time.monotonic()
    with ProcessPoolExecutor(args.jobs) as pool:
        for (row, cell, seed), right in zip(runs, pool.map(accuracy, *zip(*runs, strict=True)), strict=True):
            found.setdefault((row, cell), []).append(right)
            print(f"{row.words}, {cell}, seed {seed}: {right:.4f}", file=sys.stderr, flush=True)
    lines = table(rows, found)
    print("\n".join(lines))
    problems = list(refuted(rows, found))
    print(f"{len(runs)} runs, {(time.monotonic() - began) / 60:.0f} minutes", *problems, sep="\n", file=sys.stderr)
    if problems:
        sys.exit("The runs do not bear out what the rows claim; the guide is as it was.")
    if args.guide:
        for page in (GUIDE / PAGE, *GUIDE.glob(f"*/{PAGE}")):
            into_page(page, lines)


if __name__ == "__main__":
    main()
