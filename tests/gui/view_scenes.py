"""States and true snapshots of any size for the tests of the views."""

from dataclasses import replace

import numpy as np

from rnnviz.engine.evaluate import evaluate
from rnnviz.engine.messages import Snapshot
from rnnviz.inputs import read_text
from rnnviz.session.start import fresh_state
from rnnviz.session.state import State


def bits(steps: int) -> str:
    return " ".join("1001011010"[k % 10] for k in range(steps))


def scene_of(steps: int = 8, hidden: int = 3, cell: str = "lstm", model: int = 1) -> tuple[State, Snapshot]:
    """An untrained network on parity, and what the engine says of it on `steps` bits."""
    state = fresh_state("parity", cell=cell, hidden=hidden, sequence=read_text(bits(steps), "bits"))
    return state, snapshot_of(state, model)


def snapshot_of(state: State, model: int = 1, shown: int = 1) -> Snapshot:
    target, mask = state.task.target(state.sequence)
    return evaluate(state.network, state.task.encode(state.sequence), target, mask, number=model, shown=shown)


def later(snapshot: Snapshot, updates: int, scale: float = 0.5, **norms: np.ndarray) -> Snapshot:
    """The same snapshot after so many updates, with other norms."""
    scaled = {name: array * scale for name, array in snapshot.norms.items()} | norms
    return replace(snapshot, network=replace(snapshot.network, updates=updates), norms=scaled)
