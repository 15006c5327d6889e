"""What a command works on: a preset or a saved session, and perhaps another sequence for it."""

import argparse
from dataclasses import replace
from pathlib import Path

from rnnviz.devices.base import BACKENDS, choose
from rnnviz.engine.messages import Snapshot
from rnnviz.errors import InputError
from rnnviz.export.film import NetworkFootage, evaluate_state
from rnnviz.export.footage import Footage
from rnnviz.export.pattern_film import PatternFootage
from rnnviz.export.place import check_place
from rnnviz.inputs import Sequence, read_file, read_text
from rnnviz.session.files import load
from rnnviz.session.pattern_files import holds_patterns, pattern_preset, pattern_presets
from rnnviz.session.pattern_files import load as load_patterns
from rnnviz.session.patterns import PatternState
from rnnviz.session.start import initial, preset
from rnnviz.session.state import State
from rnnviz.tasks.base import Task
from rnnviz.words import QT_TRANSLATE_NOOP, translate


def add_source(parser: argparse.ArgumentParser) -> None:
    """The flags that export and trace share."""
    work = parser.add_argument_group(translate("app", "what to run"))
    which = work.add_mutually_exclusive_group()
    help = translate("app", "a network that comes with rnnviz, see “rnnviz list presets” (the one of the window)")
    which.add_argument("--preset", metavar="NAME", help=help)
    help = translate("app", "a session that was saved (.rnnviz)")
    which.add_argument("--open", metavar="FILE", type=Path, help=help)
    what = work.add_mutually_exclusive_group()
    help = translate("app", "what it reads, as typed in the window: “1 0 1 1”, “0.5 -1 2”, “1,1; 2,2”, “hello”")
    what.add_argument("--sequence", metavar="TEXT", help=help)
    help = translate("app", "the same from a file (.txt, .csv, .tsv, .npy)")
    what.add_argument("--input", metavar="FILE", type=Path, help=help)
    help = translate("app", "what computes: {names} (what the session was trained with)").format(
        names=", ".join(BACKENDS)
    )
    work.add_argument("--backend", metavar="NAME", help=help)


def add_out(parser: argparse.ArgumentParser, help: str) -> None:
    """OUT, and the flag without which nothing is replaced."""
    parser.add_argument("out", metavar="OUT", type=Path, help=help)
    help = translate("app", "replace OUT if it is there already")
    parser.add_argument("-f", "--force", action="store_true", help=help)


def check_out(args: argparse.Namespace) -> None:
    """Errors: InputError for an OUT that cannot be written, or that is a file already and may not be replaced."""
    check_place(args.out)
    if args.out.exists() and not args.force:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "{path} is already there; give another name, or --force to replace it."),
            path=args.out,
        )


def state_of(args: argparse.Namespace) -> State:
    """The state that the flags of `add_source` ask for. Errors: InputError."""
    if args.preset is not None:
        state = preset(args.preset)
    elif args.open is not None:
        state = load(args.open)
    else:
        state = initial()
    if args.backend is not None:
        state = replace(state, training=replace(state.training, backend=args.backend))
        choose(args.backend, 0.0)  # one that is asked for by its name here, and not by a session, must be there
    sequence = sequence_of(args, state.task)
    return state if sequence is None else replace(state, sequence=sequence)


def footage_of(args: argparse.Namespace) -> Footage:
    """What the flags of `add_source` ask for, to be filmed: a network on a sequence, or a network of patterns, which
    reads no sequence. Errors: InputError."""
    patterns = patterns_of(args)
    return NetworkFootage(state_of(args)).whole() if patterns is None else PatternFootage(patterns)


def patterns_of(args: argparse.Namespace) -> PatternState | None:
    """The network of patterns that the flags of `add_source` ask for; None when they ask for another network.

    Errors: InputError, also for a sequence, which such a network does not read, and for a GPU, which it does not use.
    """
    patterns = None
    if args.preset in pattern_presets():
        patterns = pattern_preset(args.preset)
    elif args.open is not None and holds_patterns(args.open):
        patterns = load_patterns(args.open)
    if patterns is not None and (args.sequence is not None or args.input is not None):
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "A network of patterns reads no sequence; leave --sequence and --input out.")
        )
    if patterns is not None and args.backend == "cupy":
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "A network of patterns is always computed by NumPy; leave --backend out.")
        )
    return patterns


def sequence_of(args: argparse.Namespace, task: Task) -> Sequence | None:
    """The sequence that was typed or named, read as one of the kinds that the task knows; None when there is none."""
    kind = task.kinds[0] if len(task.kinds) == 1 else None
    if args.sequence is not None:
        return read_text(args.sequence, kind)
    return None if args.input is None else read_file(args.input, kind)


def snapshot_of(state: State) -> Snapshot:
    """Everything that the network of a state does on its sequence. Errors: InputError for what the task cannot read,
    and for numbers that are no longer finite."""
    return evaluate_state(state)
