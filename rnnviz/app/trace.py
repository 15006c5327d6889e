"""`rnnviz trace`: every named array of one run, with its gradients, as numbers. Never loads Qt."""

import argparse
import sys

from rnnviz.app.work import add_out, add_source, check_out, patterns_of, snapshot_of, state_of
from rnnviz.export.csv import write_csv
from rnnviz.export.trace import run_of, run_of_patterns, write_trace
from rnnviz.network.parameters import cell_of
from rnnviz.words import QT_TRANSLATE_NOOP, translate

EPILOG = QT_TRANSLATE_NOOP(
    "app",
    """A file that is there already is only replaced with --force.

columns: t, symbol, x[0]... the input, s[...] the output, h[...] hidden, the gates by their letter, c[...] the cell,
M[...] the memory (h of the clock before; none in feed-forward networks), grad_h[...] the gradient of the loss with
respect to h, and so on, truncated where the training truncates it; of a network of patterns s[...] the units, E the
energy, m[...] the overlaps, T the temperature

examples:
  rnnviz trace - --preset worked-example
  rnnviz trace parity.csv --preset parity --sequence "1 0 1 1"
  rnnviz trace run.npz --open lesson.rnnviz --input test.txt""",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_out(parser, translate("app", "a .npz or .csv file; - prints CSV"))
    add_source(parser)


def run(args: argparse.Namespace) -> int:
    prints = str(args.out) == "-"
    if not prints:
        check_out(args)
    patterns = patterns_of(args)
    if patterns is not None:
        run = run_of_patterns(patterns)
    else:
        state = state_of(args)
        snapshot = snapshot_of(state)
        run = run_of(
            state.sequence.labels, snapshot.trace, snapshot.gradients, cell_of(state.network.spec).memory, snapshot.held
        )
    if prints:
        write_csv(run, sys.stdout)
    else:
        write_trace(run, args.out)
    return 0
