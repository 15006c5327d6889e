"""Scenes for the tests of the figure: from the real engine, and made of random numbers where only sizes matter."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from rnnviz.engine.evaluate import evaluate, fresh
from rnnviz.engine.messages import Snapshot
from rnnviz.figure.metrics import text_width
from rnnviz.figure.palette import LIGHT
from rnnviz.figure.scene import Scene
from rnnviz.inputs.sequence import Sequence
from rnnviz.network.parameters import array_name
from rnnviz.network.spec import NetworkSpec, TrainingSpec
from rnnviz.session.state import State
from rnnviz.tasks.base import Task


@dataclass(frozen=True)
class AnyTask(Task):
    """A task of any width that says its first output."""

    name: ClassVar[str] = "any"
    title: ClassVar[str] = "Any task"
    story: ClassVar[str] = ""
    kinds: ClassVar = ("vectors",)
    output: ClassVar[str] = "linear"
    example: ClassVar[str] = "1"

    D: int
    O: int  # noqa: E741

    @property
    def inputs(self):
        return self.D

    @property
    def outputs(self):
        return self.O

    @classmethod
    def fit(cls, inputs, outputs):
        return cls(inputs, outputs)

    @classmethod
    def for_sequence(cls, sequence):
        return cls(sequence.values.shape[1], 1)

    def sample(self, rng, batch_size):
        raise NotImplementedError

    def validation(self):
        raise NotImplementedError

    def encode(self, sequence):
        return sequence.values

    def target(self, sequence):
        return np.zeros((len(sequence), self.O)), np.ones(len(sequence))

    def say(self, output):
        return tuple(f"{value:.2f}" for value in output[:, 0])

    def correct(self, output, target):
        raise NotImplementedError


def state_of(
    cell="lstm",
    T=8,
    D=2,
    H=3,
    O=2,  # noqa: E741
    label=None,
    output="linear",
    activation="tanh",
    seed=0,
    **options,
):
    rng = np.random.default_rng(seed)
    values = np.eye(D)[rng.integers(0, D, T)]
    labels = tuple(label or str(v.argmax()) for v in values)
    sequence = Sequence(" ".join(labels), "vectors", labels, values)
    spec = NetworkSpec(
        cell=cell, inputs=D, hidden=H, outputs=O, output=output, activation=activation, seed=seed, **options
    )
    return State(AnyTask(D, O), TrainingSpec(), sequence, fresh(spec))


def real(**sizes):
    """State and snapshot as the engine computes them, with weights large enough for varied values."""
    state = state_of(**sizes)
    model = state.network
    parameters = {name: 2.5 * array for name, array in model.parameters.items()}
    from dataclasses import replace

    state = replace(state, network=replace(model, parameters=parameters, updates=12))
    x, (target, mask) = state.task.encode(state.sequence), state.task.target(state.sequence)
    return state, evaluate(state.network, x, target, mask)


def real_scene(theme=LIGHT, reduced_motion=False, **sizes):
    state, snapshot = real(**sizes)
    return Scene.of(state, snapshot, theme, reduced_motion)


def random_scene(theme=LIGHT, **sizes):
    """A scene of random values within [-1.5, 1.5], quick to make at any size."""
    state = state_of(**sizes)
    spec = state.network.spec
    rng = np.random.default_rng(1)
    T = len(state.sequence)
    empty = Scene.of(state, None, theme)
    trace = {
        array_name(spec, gate.name, *part): rng.uniform(-1.5, 1.5, (T, spec.hidden))
        for gate in empty.gates
        for part in empty.parts
    }
    trace |= {"x": state.sequence.values, "s": rng.uniform(-1.5, 1.5, (T, spec.outputs))}
    return Scene.of(state, Snapshot(0, 0, state.network, trace, {}, {}, 0.0), theme)


def text_boxes(drawing):
    """(N, 4): left, top, right, bottom of every text, and the texts."""
    from rnnviz.figure.drawing import Texts

    boxes, strings = [], []
    for batch in (*drawing.static, *drawing.live):
        if isinstance(batch, Texts):
            part = {"l": 0.0, "c": 0.5, "r": 1.0}[batch.anchor]
            for string, x, y in zip(batch.strings, batch.x, batch.y, strict=True):
                width = text_width(string, batch.size, batch.bold)
                left = x - part * width
                # Capitals are 0.73 em high around the middle, descenders reach 0.24 em below the line.
                boxes.append((left, y - 0.42 * batch.size, left + width, y + 0.56 * batch.size))
                strings.append(string)
    return np.array(boxes).reshape(-1, 4), strings


def overlaps(drawing):
    """Pairs of texts that lie on one another."""
    boxes, strings = text_boxes(drawing)
    left, top, right, bottom = (boxes[:, k] for k in range(4))
    across = (left[:, None] < right[None] - 0.25) & (left[None] < right[:, None] - 0.25)
    down = (top[:, None] < bottom[None] - 0.25) & (top[None] < bottom[:, None] - 0.25)
    found = np.argwhere(np.triu(across & down, 1))
    return [(strings[a], strings[b], boxes[a].round(1), boxes[b].round(1)) for a, b in found]


def marks(drawing, kind, layers=("static", "live")):
    """{key: mark's fields} of all marks of one kind that have a key; later marks win."""
    from dataclasses import fields

    found = {}
    for layer in layers:
        for batch in getattr(drawing, layer):
            if isinstance(batch, kind) and batch.keys:
                for index, key in enumerate(batch.keys):
                    if key is not None:
                        values = {f.name: getattr(batch, f.name) for f in fields(batch)}
                        found[key] = {
                            name: value[index] for name, value in values.items() if isinstance(value, np.ndarray)
                        }
    return found
