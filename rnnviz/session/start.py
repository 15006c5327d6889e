"""Where a session begins: the shipped presets, an untrained network on a task, or another task for a sequence."""

from dataclasses import replace

from rnnviz.engine.evaluate import fresh
from rnnviz.inputs.sequence import Sequence
from rnnviz.inputs.text import read_text
from rnnviz.network.held import fitting
from rnnviz.network.spec import FED_BACK, NetworkSpec, TrainingSpec
from rnnviz.paths import resource
from rnnviz.session.catalogue import CATALOGUE, PATTERNS, check_preset
from rnnviz.session.files import SUFFIX, load
from rnnviz.session.playback import clock_phases, end_of
from rnnviz.session.state import State
from rnnviz.tasks import task_for
from rnnviz.tasks.base import Task, tasks

FIRST = "parity"


def presets() -> tuple[str, ...]:
    """The names of the shipped sessions, the one that the window opens with first."""
    return tuple(name for name, entry in CATALOGUE.items() if entry.group != PATTERNS)


def preset(name: str) -> State:
    """A shipped session, paused at the end of clock 1. Errors: InputError lists the names there are."""
    check_preset(name, presets())
    return load(resource("presets", name + SUFFIX))


def initial() -> State:
    """What the window shows first: the trained parity preset at the end of clock 1."""
    return preset(FIRST)


def fresh_state(
    task: str | Task = FIRST,
    cell: str = "lstm",
    hidden: int = 3,
    seed: int = 0,
    activation: str = "tanh",
    training: TrainingSpec | None = None,
    sequence: Sequence | None = None,
    dtype: str = "float64",
) -> State:
    """An untrained network on a task, at the end of clock 1 of `sequence`, or of the task's example.

    Errors: InputError for a name or number out of bounds, and a sequence that the task cannot read.
    """
    if isinstance(task, str):
        kind = tasks[task]
        task = kind() if sequence is None else kind.for_sequence(sequence)
    sequence = sequence or read_text(task.start, task.start_kind)
    task.encode(sequence)
    spec = NetworkSpec(
        cell=cell,
        inputs=task.inputs,
        hidden=hidden,
        outputs=task.outputs,
        activation=activation,
        output=task.readout,
        seed=seed,
        dtype=dtype,
        scenario=scenario_of(task),
    )
    return State(task, training or TrainingSpec(), sequence, fresh(spec), end_of(1, clock_phases(spec)))


def scenario_of(task: Task) -> str:
    """The scenario to begin a task with: many-to-one where that is its own. Reading one's own answers is left to the
    person: the tasks that could be learned so can also be learned without."""
    return task.scenario if task.scenario == "many-to-one" else "many-to-many"


def spec_for(task: Task, spec: NetworkSpec) -> NetworkSpec:
    """The same network with the widths and the readout of a task. A scenario in which answers are read back needs as
    many outputs as inputs: where the task has not, there is an input and an answer at every clock."""
    possible = task.inputs == task.outputs or spec.scenario not in FED_BACK
    return replace(
        spec,
        inputs=task.inputs,
        outputs=task.outputs,
        output=task.readout,
        scenario=spec.scenario if possible else "many-to-many",
    )


def adapt(state: State, sequence: Sequence, task: Task | None = None) -> State:
    """What to offer when a sequence does not fit the task: the one given, or that which suits the sequence, with a new
    untrained network of the same cell, units, layers, activation, precision and seed, at the end of clock 1.

    Errors: InputError where no task suits it.
    """
    task = task_for(sequence) if task is None else task
    task.encode(sequence)
    spec = replace(spec_for(task, state.network.spec), scenario=scenario_of(task))
    position = end_of(1, clock_phases(spec))
    return replace(
        state,
        task=task,
        sequence=sequence,
        network=fresh(spec),
        held=fitting(state.held, spec, len(sequence)),
        position=position,
        playing=False,
        learning=False,
        selection=None,
    )
