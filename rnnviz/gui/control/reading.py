"""Can the task read this sequence, and if not, which one can?"""

from dataclasses import dataclass, replace
from pathlib import Path

from rnnviz.errors import InputError
from rnnviz.inputs import Sequence, read_text
from rnnviz.inputs.table import read_table
from rnnviz.tasks import task_for
from rnnviz.tasks.base import Task, tasks
from rnnviz.tasks.own_data import from_table


@dataclass(frozen=True)
class Reading:
    """sequence: what was read, or None. complaint: one sentence, empty when all is well. offer: the name of a task
    that can read it, empty when there is none or none is needed. task: that task as it is to be, where its name does
    not say all."""

    sequence: Sequence | None
    complaint: str = ""
    offer: str = ""
    task: Task | None = None

    @property
    def fits(self) -> bool:
        return self.sequence is not None and not self.complaint


def read(given: str | Sequence, task: Task) -> Reading:
    """What was typed (or came from a file), read for this task."""
    try:
        sequence = read_text(given) if isinstance(given, str) else given
    except InputError as error:
        return _of_one_kind(given, task) or Reading(None, str(error))
    problem = problem_for(task, sequence)
    if problem is None:
        return Reading(sequence)
    # The same signs may mean something else to this task: 1 0 1 are numbers to a forecast and characters to a text.
    # A semicolon can only part vectors, whatever else the signs between could be.
    if isinstance(given, str) and ";" not in given:
        for kind in task.kinds:
            try:
                other = read_text(given, kind)
            except InputError:
                continue
            if problem_for(task, other) is None:
                return Reading(other)
        if task.kinds == ("words",) and sequence.kind == "text":
            unknown = _of_one_kind(given, task)
            complaint = str(problem) if unknown is None else unknown.complaint
            return Reading(sequence, complaint, offer_for(sequence))
    return Reading(sequence, str(problem), offer_for(sequence))


def _of_one_kind(given: str | Sequence, task: Task) -> Reading | None:
    """What is wrong in the words of the only kind that the task reads; None where it reads several,
    and for what can only be vectors."""
    if len(task.kinds) > 1 or not isinstance(given, str) or ";" in given:
        return None
    try:
        sequence = read_text(given, task.kinds[0])
    except InputError as error:
        return Reading(None, str(error))
    problem = problem_for(task, sequence)
    return Reading(sequence) if problem is None else Reading(sequence, str(problem), offer_for(sequence))


def problem_for(task: Task, sequence: Sequence) -> InputError | None:
    """Why the task cannot read the sequence; None when it can."""
    try:
        task.encode(sequence)
        task.target(sequence)
    except InputError as error:
        return error
    return None


def offer_for(sequence: Sequence) -> str:
    """The name of the task that suits the sequence; empty where none does."""
    try:
        task = task_for(sequence)
    except InputError:
        return ""
    return task.name if problem_for(task, sequence) is None else ""


def of_table(reading: Reading, path: Path) -> Reading:
    """The same with the offer to learn from the table in this file, if it holds one: its last column of numbers."""
    try:
        text, table = read_table(path)
        task = from_table(path.name, text, table)
    except InputError:
        return reading
    return replace(reading, sequence=beginning(task), offer=task.name, task=task)


def fitting(name: str, sequence: Sequence) -> tuple[Task, Sequence]:
    """The task of this name and a sequence for it: the one given where the task can read it as it is, else one to
    begin with. Numbers have a unit, which the next task does not share."""
    task = tasks[name]()
    same = sequence.kind == task.start_kind and sequence.kind not in ("numbers", "vectors")
    return task, sequence if same and problem_for(task, sequence) is None else beginning(task)


def beginning(task: Task) -> Sequence:
    """A sequence that shows what the task is."""
    return read_text(task.start, task.start_kind)
