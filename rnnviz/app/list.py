"""`rnnviz list`: what there is to choose from, one line each."""

import argparse
from collections.abc import Iterator

from rnnviz.cells.base import cells
from rnnviz.experiments.base import experiments
from rnnviz.export.base import formats
from rnnviz.figure.patterns.film import kind_title
from rnnviz.network.initialisations.base import initialisation_names, initialisations
from rnnviz.network.optimisers.base import optimiser_names, optimisers
from rnnviz.options import options_of
from rnnviz.session.pattern_files import pattern_preset, pattern_presets
from rnnviz.session.patterns import PatternState
from rnnviz.session.start import preset, presets
from rnnviz.session.state import State
from rnnviz.tasks.base import tasks
from rnnviz.words import QT_TRANSLATE_NOOP, translate

EPILOG = QT_TRANSLATE_NOOP("app", "examples:\n  rnnviz list presets\n  rnnviz list formats")
WHAT = ("presets", "cells", "tasks", "optimisers", "initialisations", "formats", "experiments")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=WHAT, help=translate("app", "what to list"))


def run(args: argparse.Namespace) -> int:
    kinds = {
        "presets": _presets,
        "cells": _cells,
        "tasks": _tasks,
        "optimisers": _optimisers,
        "initialisations": _initialisations,
        "formats": _formats,
        "experiments": _experiments,
    }
    lines = list(kinds[args.what]())
    width = max(len(name) for name, _ in lines)
    for name, words in lines:
        print(f"{name:{width}}  {words}")
    return 0


def _presets() -> Iterator[tuple[str, str]]:
    for name in presets():
        yield name, one_line(preset(name))
    for name in pattern_presets():
        yield name, pattern_line(pattern_preset(name))


def pattern_line(state: PatternState) -> str:
    """The kind of network and how many patterns it holds."""
    words = translate("app", "patterns: {kind}, {units} units, {patterns} patterns, {updates} updates")
    return words.format(
        kind=kind_title(state.spec.kind),
        units=state.spec.pixels + (state.spec.hidden if state.spec.kind != "hopfield" else 0),
        patterns=len(state.patterns),
        updates=state.updates,
    )


def one_line(state: State) -> str:
    """The task and its network, trained or not."""
    spec, updates = state.network.spec, state.network.updates
    words = translate("app", "{task}: {cell}, {hidden} units, {updates} updates, shows “{sequence}”")
    return words.format(
        task=translate("tasks", state.task.title),
        cell=translate("cells", cells[spec.cell].title),
        hidden=spec.hidden,
        updates=updates,
        sequence=state.sequence.text,
    )


def _cells() -> Iterator[tuple[str, str]]:
    for name in cells:
        yield name, f"{translate('cells', cells[name].title)} ({cells[name].source})"


def _tasks() -> Iterator[tuple[str, str]]:
    for name in tasks:
        yield name, translate("tasks", tasks[name].story)


def _optimisers() -> Iterator[tuple[str, str]]:
    """With the flags that each has, and their defaults."""
    for name in optimiser_names():
        kind = optimisers[name]
        flags = (f"--{key.replace('_', '-')} {field.default:g}" for key, (field, _) in options_of(kind).items())
        yield name, f"{kind.source}: {' '.join(flags)}"


def _initialisations() -> Iterator[tuple[str, str]]:
    for name in initialisation_names():
        yield name, initialisations[name].source


def _formats() -> Iterator[tuple[str, str]]:
    for name in formats:
        problem = formats[name].problem()
        yield name, translate("formats", formats[name].title) if problem is None else str(problem)


def _experiments() -> Iterator[tuple[str, str]]:
    for name in experiments:
        found = experiments[name]
        yield name, f"{translate('experiments', found.title)} ({found.source})"
