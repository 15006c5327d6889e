"""Which network learns which task? Real trainings over seeds, printed as the table of the guide.

    python tests/benchmarks/table_tasks.py                       # three seeds, as long as it takes
    python tests/benchmarks/table_tasks.py --budget 600          # no run is begun after ten minutes
    python tests/benchmarks/table_tasks.py --only adding --seeds 5
    python tests/benchmarks/table_tasks.py --guide               # and put the table into the guide's page

All networks of a row have the same hidden units, updates, learning rate (Adam), clipping (1) and batch (32). A number
is the accuracy on the held-out sequences after the last update, the median over the seeds; the fraction says how many
of the seeds learned the task: they came at least 95 % of the way from the best constant answer to a perfect one.
"""

import argparse
import statistics
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import rnnviz
from rnnviz.tasks import tasks

CELLS = {"feedforward": "feed-forward", "elman": "Elman", "lstm": "LSTM", "gru": "GRU"}
PAGE = Path(__file__).resolve().parents[2] / "resources" / "guide" / "9-which-network-learns-what.md"
LEARNED = 0.95
NARROW = "\u202f"  # a space at which no line breaks


@dataclass(frozen=True, eq=False)
class Row:
    """A task with some options, and how it is learned."""

    task: str
    hidden: int
    updates: int
    rate: float = 0.01
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> str:
        changed = ", ".join(f"{name} {value}" for name, value in self.options.items())
        return tasks[self.task].title + (f" ({changed})" if changed else "")


ROWS = (
    Row("parity", 8, 3000),
    Row("echo", 8, 1000, options={"delay": 2}),
    Row("echo", 8, 1000, options={"delay": 8, "length": 24}),
    Row("xor-in-time", 8, 1500),
    Row("adding", 16, 1500, options={"length": 10}),
    Row("adding", 24, 5000, 0.005, {"length": 100}),
    Row("copy-memory", 32, 3000, options={"delay": 4}),
    Row("temporal-order", 8, 1000, options={"length": 10}),
    Row("temporal-order", 16, 2000, 0.005, {"length": 60}),
    Row("brackets", 16, 1500),
    Row("reber", 16, 2000, options={"embedded": True}),
    Row("next-character", 16, 200),
    Row("slot-filling", 12, 500, options={"language": "english"}),
    Row("slot-filling", 12, 500, options={"language": "portuguese"}),
    Row("sentiment", 16, 300, options={"language": "english"}),
    Row("sentiment", 16, 300, options={"language": "portuguese"}),
    Row("reverse", 32, 3000),
    Row("dates", 48, 1500),
    Row("drawing", 32, 1500),
    Row("sine", 8, 1500),
    Row("sum-of-sines", 16, 1500),
    Row("sunspots", 8, 500),
)


def accuracy(row: Row, cell: str, seed: int) -> float:
    """One run."""
    task = tasks[row.task](**row.options)
    net = rnnviz.Network(
        cell=cell, inputs=task.inputs, hidden=row.hidden, outputs=task.outputs, output=task.readout, seed=seed
    )
    history = rnnviz.train(net, task, row.updates, rate=row.rate, seed=seed, validations=1)
    return float(history.validation_accuracy[-1])


def table(rows: tuple[Row, ...], found: dict[tuple[Row, str], list[float]]) -> list[str]:
    lines = [
        "| accuracy in % | H | updates | guessing | perfect | " + " | ".join(CELLS.values()) + " |",
        "|---|---:|---:|---:|---:|" + "---:|" * len(CELLS),
    ]
    for row in rows:
        task = tasks[row.task](**row.options)
        guess, perfect = task.baseline.accuracy, task.perfect
        entries = [row.words, str(row.hidden), str(row.updates), f"{100 * guess:.0f}"]
        entries.append("" if perfect is None else f"{100 * perfect.accuracy:.0f}")
        for cell in CELLS:
            runs = found.get((row, cell), [])
            words = f"{100 * statistics.median(runs):.1f}" if runs else "–"
            if runs and perfect is not None:
                enough = guess + LEARNED * (perfect.accuracy - guess)
                words += f"{NARROW}({sum(run >= enough for run in runs)}/{len(runs)})"
            entries.append(words)
        lines.append("| " + " | ".join(entries) + " |")
    return lines


def into_page(lines: list[str]) -> None:
    """The page with this table in the place of its own."""
    old = PAGE.read_text(encoding="utf-8").split("\n")
    places = [k for k, line in enumerate(old) if line.startswith("|")]
    PAGE.write_text("\n".join(old[: places[0]] + lines + old[places[-1] + 1 :]), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--budget", type=float, default=float("inf"), metavar="SECONDS")
    parser.add_argument("--only", nargs="+", metavar="TASK", help="these tasks")
    parser.add_argument("--updates", type=int, help="instead of each row's own: for trying the script out")
    parser.add_argument("--guide", action="store_true", help=f"put the table into {PAGE.name}")
    args = parser.parse_args()
    if args.guide and (args.only or args.updates):
        parser.error("--guide needs all rows with their own updates")
    rows = tuple(row for row in ROWS if not args.only or row.task in args.only)
    if args.updates:
        rows = tuple(replace(row, updates=args.updates) for row in rows)
    found: dict[tuple[Row, str], list[float]] = {}
    began = time.monotonic()
    for seed in range(args.seeds):
        for row in rows:
            for cell in CELLS:
                if time.monotonic() - began > args.budget:
                    continue
                right = accuracy(row, cell, seed)
                found.setdefault((row, cell), []).append(right)
                print(f"{row.words}, {cell}, seed {seed}: {right:.4f}", file=sys.stderr, flush=True)
    lines = table(rows, found)
    print("\n".join(lines))
    if args.guide:
        into_page(lines)


if __name__ == "__main__":
    main()
