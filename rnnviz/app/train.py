"""`rnnviz train`: a network learns a task, and is saved as a session for the window."""

import argparse
import time
from dataclasses import Field
from typing import Any

from rnnviz.app.flags import add_flags, given
from rnnviz.app.progress import Bar
from rnnviz.app.work import add_out, check_out
from rnnviz.engine.evaluate import model_of
from rnnviz.engine.messages import History
from rnnviz.engine.training import train_with
from rnnviz.errors import InputError
from rnnviz.export.place import placing
from rnnviz.inputs import Sequence, read_text
from rnnviz.network.network import Network
from rnnviz.network.optimisers.base import optimiser_names, optimisers
from rnnviz.network.room import per_clock
from rnnviz.network.schedules.base import schedules
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.options import options_of
from rnnviz.session.files import SUFFIX, save
from rnnviz.session.playback import clock_phases, end_of
from rnnviz.session.start import scenario_of
from rnnviz.session.state import State
from rnnviz.tasks.base import Task, tasks
from rnnviz.words import QT_TRANSLATE_NOOP, translate

MOST_UPDATES = 100_000_000

EPILOG = QT_TRANSLATE_NOOP(
    "app",
    """The same flags and seed give the same session. One that is there already is only replaced with --force.

examples:
  rnnviz train mine.rnnviz --task parity --cell gru --hidden 4 --updates 3000
  rnnviz train sums.rnnviz --task adding --set length=50 --cell gru --hidden 16
  rnnviz train words.rnnviz --task next-character --sequence "hello hello hello" --hidden 32
  rnnviz mine.rnnviz                      # and look at it""",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_out(parser, translate("app", "the session to make (.rnnviz)"))
    help = translate("app", "what to learn, see “rnnviz list tasks” (parity)")
    parser.add_argument("--task", metavar="NAME", default="parity", help=help)
    parser.add_argument("--updates", metavar="N", default="2000", help=translate("app", "how many updates (2000)"))
    help = translate("app", "an option of the task, as often as wanted: --set length=100")
    parser.add_argument("--set", metavar="NAME=VALUE", action="append", default=[], help=help)
    help = translate("app", "what the session shows, and for text what is learned (the task's own example)")
    parser.add_argument("--sequence", metavar="TEXT", help=help)
    add_flags(parser.add_argument_group(translate("app", "the network")), NetworkSpec, skip=("inputs", "outputs"))
    add_flags(parser.add_argument_group(translate("app", "the training")), TrainingSpec)
    _add_own_flags(parser.add_argument_group(translate("app", "options that only some of these have")))


def run(args: argparse.Namespace) -> int:
    check_out(args)
    if args.out.suffix != SUFFIX:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{path}” does not end with {suffix}; a session does."),
            path=args.out,
            suffix=SUFFIX,
        )
    updates = _whole(args.updates)
    task, sequence = _task(args)
    defaults = {"output": task.readout, "inputs": task.inputs, "outputs": task.outputs, "scenario": scenario_of(task)}
    spec = NetworkSpec(**{**defaults, **given(NetworkSpec, args)})
    training = _training(args)
    network = Network.from_spec(spec)
    started = time.monotonic()
    with Bar(args.out.name) as bar:

        def progress(done: int, history: History) -> None:
            left = (time.monotonic() - started) / done * (updates - done)
            bar.show(done, updates, left, _how_well(history))

        history = train_with(network, task, training, updates, spec.seed, progress=progress)
    stopped = history.stopped
    if stopped is not None:
        updates = stopped.best
        words = translate("app", "{path}: stopped after {updates} updates, with the weights of update {best}")
        print(words.format(path=args.out, updates=stopped.updates, best=stopped.best))
    model = model_of(network, updates, *_held_out(history))
    state = State(task, training, sequence, model, end_of(1, clock_phases(spec)))
    with placing(args.out):
        save(state, args.out)
    words = translate("app", "{path}: {updates} updates, {how} on unseen sequences")
    print(words.format(path=args.out, updates=updates, how=_how_well(history)))
    words = translate("app", "{path}: computed by {backend} in {dtype}")
    print(words.format(path=args.out, backend=history.backend, dtype=spec.dtype))
    if history.fault is not None:
        print(history.fault)
    words = translate("app", "{path}: {bytes} bytes of memory for each clock of each sequence in a batch")
    print(words.format(path=args.out, bytes=per_clock(spec, training.record)))
    return 0


def _task(args: argparse.Namespace) -> tuple[Task, Sequence]:
    """The task with the options of --set, and what its session shows."""
    kind = tasks[args.task]
    typed = dict(pair.split("=", 1) if "=" in pair else (pair, "") for pair in args.set)
    known = options_of(kind)
    for name, value in typed.items():
        if name not in known or not value:
            raise InputError(
                QT_TRANSLATE_NOOP("errors", "“{typed}” sets no option of the task {task}; there is {names}."),
                typed=f"{name}={value}",
                task=kind.name,
                names=", ".join(f"{option}=…" for option in known) or translate("app", "none"),
            )
    switches = {name: typed.pop(name) == "on" for name, (field, _) in known.items() if name in typed and _switch(field)}
    options = given(kind, argparse.Namespace(**typed)) | switches
    if args.sequence is None:
        task = kind(**options)
        return task, read_text(task.start, task.start_kind)
    sequence = read_text(args.sequence, kind.kinds[0] if len(kind.kinds) == 1 else None)
    task = kind.for_sequence(sequence)
    return (task.changed(**options) if options else task), sequence


def _switch(field: Field[Any]) -> bool:
    return field.type in (bool, "bool")


def _kinds() -> list[type[Any]]:
    """Every optimiser and schedule."""
    return [*map(optimisers.__getitem__, optimiser_names()), *map(schedules.__getitem__, schedules)]


def _add_own_flags(group: argparse._ActionsContainer) -> None:
    """One flag for each option of an optimiser or schedule; the help says which have it, and their defaults."""
    helps, owners = {}, {}
    for kind in _kinds():
        for name, (field, option) in options_of(kind).items():
            helps[name] = translate("options", option.help or option.title)
            owners.setdefault(name, []).append(f"{kind.name} {field.default:g}")
    for name, help in helps.items():
        words = f"{help} ({', '.join(owners[name])})".replace("%", "%%")
        group.add_argument("--" + name.replace("_", "-"), dest=name, metavar="N", help=words, default=None)


def _training(args: argparse.Namespace) -> TrainingSpec:
    typed: dict[str, Any] = {}
    for kind in (TrainingSpec, *_kinds()):
        typed |= given(kind, args)
    return TrainingSpec.of(**typed)


def _held_out(history: History) -> tuple[float, float]:
    """Loss and accuracy of the weights that were kept."""
    if history.stopped is not None:
        return history.stopped.loss, history.stopped.accuracy
    return float(history.validation_loss[-1]), float(history.validation_accuracy[-1])


def _how_well(history: History) -> str:
    loss, accuracy = _held_out(history)
    return translate("app", "loss {loss:.4g}, accuracy {accuracy:.1%}").format(loss=loss, accuracy=accuracy)


def _whole(typed: str) -> int:
    if not typed.strip().isdecimal() or not 1 <= int(typed) <= MOST_UPDATES:
        raise InputError(
            QT_TRANSLATE_NOOP("errors", "“{value}” updates is not possible; give a whole number from 1 to {most}."),
            value=typed,
            most=MOST_UPDATES,
        )
    return int(typed)
