"""Makes resources/presets again: `python -m rnnviz.session.make_presets [FOLDER [NAME ...]]`.

Each preset is trained by the program itself from a fixed seed; the worked example has its weights by definition.
Names after the folder make these only.
"""

import sys
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from rnnviz.engine.evaluate import model_of
from rnnviz.engine.examination import Examination
from rnnviz.engine.training import train_with
from rnnviz.inputs.text import read_text
from rnnviz.network.network import Network, finish
from rnnviz.network.spec import TrainingSpec
from rnnviz.paths import resource
from rnnviz.session.files import SUFFIX, save
from rnnviz.session.playback import clock_phases, end_of
from rnnviz.session.start import fresh_state
from rnnviz.session.state import State
from rnnviz.tasks.base import tasks


@dataclass(frozen=True)
class Recipe:
    """A preset to train; it shows what is typed, or the task's example. options: of the task; network: of its
    `NetworkSpec`; falling: whether the rate falls along half a cosine to a tenth."""

    name: str
    task: str
    cell: str
    hidden: int
    seed: int
    updates: int
    options: dict[str, Any] = field(default_factory=dict)
    network: dict[str, Any] = field(default_factory=dict)
    typed: str = ""
    falling: bool = True

    @property
    def training(self) -> TrainingSpec:
        if not self.falling:
            return TrainingSpec()
        return TrainingSpec.of(schedule="cosine", cosine_updates=self.updates, cosine_floor=0.1)


RECIPES = (
    Recipe("parity", "parity", "lstm", 3, 7, 2000, falling=False),
    Recipe("parity-gru", "parity", "gru", 3, 7, 2000, falling=False),
    Recipe("parity-elman", "parity", "elman", 4, 1, 4000, falling=False),
    Recipe("parity-jordan", "parity", "jordan", 4, 1, 4000),
    Recipe("parity-feedforward", "parity", "feedforward", 4, 1, 2000),
    Recipe("adding", "adding", "lstm", 6, 1, 4000, {"length": 12}),
    Recipe("copy-memory", "copy-memory", "gru", 24, 1, 5000),
    # Few updates: the shipped text is small, and a network that knows it by heart does worse on the part held out.
    Recipe("next-character", "next-character", "lstm", 16, 7, 200, falling=False),
    Recipe("embedded-reber", "reber", "lstm", 8, 1, 3000, {"embedded": True}),
    Recipe("brackets-deep", "brackets", "lstm", 4, 1, 3000, network={"layers": 3}),
    Recipe("slot-filling-english", "slot-filling", "gru", 8, 1, 1000, {"language": "english"}),
    Recipe("slot-filling-portuguese", "slot-filling", "gru", 8, 1, 1000, {"language": "portuguese"}),
    Recipe(
        *("slot-filling-bidirectional", "slot-filling", "gru", 5, 1, 1000),
        network={"direction": "bidirectional"},
        typed="we have to leave with my dog Denver on May 24",
    ),
    Recipe("sentiment-english", "sentiment", "lstm", 6, 1, 2000, {"language": "english"}),
    Recipe("sentiment-portuguese", "sentiment", "gru", 6, 1, 2000, {"language": "portuguese"}),
    Recipe("dates", "dates", "gru", 32, 1, 4000),
    Recipe("drawing", "drawing", "lstm", 16, 1, 4000, typed="star ..................."),
    Recipe("sine", "sine", "lstm", 4, 7, 3000, falling=False),
    Recipe("sunspots", "sunspots", "lstm", 6, 1, 600),
)


def trained(recipe: Recipe) -> State:
    """The state of a recipe, with the loss and accuracy on its task's held-out sequences."""
    task = tasks[recipe.task](**recipe.options)
    sequence = read_text(recipe.typed or task.start, task.start_kind)
    state = fresh_state(task, recipe.cell, recipe.hidden, recipe.seed, training=recipe.training, sequence=sequence)
    spec = replace(state.network.spec, **recipe.network)
    network = Network.from_spec(spec)
    history = train_with(network, task, state.training, recipe.updates, recipe.seed, validations=1)
    loss, accuracy = float(history.validation_loss[-1]), float(history.validation_accuracy[-1])
    model = model_of(network, recipe.updates, loss, accuracy)
    return replace(state, network=model, position=end_of(1, clock_phases(spec)))


def worked_example() -> State:
    """Two linear units, every weight 1, no bias, on (1,1), (1,1), (2,2)."""
    state = fresh_state("worked-example", "elman", 2, activation="linear")
    weights = {
        name: np.ones_like(array) if "weight" in name else np.zeros_like(array)
        for name, array in state.network.parameters.items()
    }
    network = Network.from_spec(state.network.spec, weights)
    return replace(state, network=model_of(network, 0, *finish(Examination(network, state.task).validation())))


def main(folder: Path, names: tuple[str, ...] = ()) -> None:
    """Write presets into the folder, all of them where no names are given."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {recipe.name: partial(trained, recipe) for recipe in RECIPES} | {"worked-example": worked_example}
    for name in names or made:
        state = made[name]()
        save(state, folder / (name + SUFFIX))
        model = state.network
        print(f"{name}: {model.updates} updates, loss {model.loss:.4g}, accuracy {model.accuracy:.2%}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else resource("presets"), tuple(sys.argv[2:]))
