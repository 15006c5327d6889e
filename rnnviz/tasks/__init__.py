"""A task makes batches of sequences with targets and masks from a seed, and reads what a person typed."""

from rnnviz.inputs.sequence import Sequence
from rnnviz.tasks.base import Batch, Task, tasks

__all__ = ["Batch", "Task", "task_for", "tasks"]


def task_for(sequence: Sequence) -> Task:
    """The task that suits a sequence, with its widths: bits parity, text next-character, numbers sine, vectors
    worked-example, words sentiment. InputError when that task cannot be made of it (an alphabet that is too large)."""
    name = {
        "bits": "parity",
        "text": "next-character",
        "numbers": "sine",
        "vectors": "worked-example",
        "words": "sentiment",
    }[sequence.kind]
    return tasks[name].for_sequence(sequence)
