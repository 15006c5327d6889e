"""Scenes in which numbers are held by hand."""

from dataclasses import replace
from types import MappingProxyType

from figure_scenes import real
from inside_scenes import OPTIONS

from rnnviz.engine.evaluate import evaluate
from rnnviz.figure.palette import LIGHT
from rnnviz.figure.scene import Scene
from rnnviz.network.held import Spot, fitting

EVERY = {
    Spot("h", 0, 0): 0.5,
    Spot("s", 0, 0): 0.25,
    Spot("c", 0, 1): -0.75,
    Spot("f", 2, 0): 0.125,
    Spot("i", 3, 1): 1.0,
    Spot("g", 4, 2): -0.375,
    Spot("c", 4, 0): 0.625,
    Spot("o", 5, 2): 0.0,
    Spot("r", 2, 0): 0.125,
    Spot("z", 3, 1): 1.0,
    Spot("n", 4, 2): -0.375,
    Spot("h", 5, 1): 0.25,
    Spot("s", 3, 1): 0.75,
    Spot("s", 6, 0): 0.0,
}


def held(cell, wanted=EVERY, theme=LIGHT, **sizes):
    """(State, Snapshot, Scene) with those of the wanted numbers that the cell has."""
    name, _, option = cell.partition("-")
    state, _ = real(**{"cell": name, "T": 8, "H": 3, **OPTIONS[option], **sizes})
    kept = fitting(MappingProxyType(dict(wanted)), state.network.spec, len(state.sequence))
    state = replace(state, held=kept)
    target, mask = state.task.target(state.sequence)
    snapshot = evaluate(state.network, state.task.encode(state.sequence), target, mask, held=kept)
    return state, snapshot, Scene.of(state, snapshot, theme)
