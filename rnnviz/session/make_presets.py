"""Makes resources/presets again: `python -m rnnviz.session.make_presets [FOLDER]`.

Each preset is trained by the program itself from a fixed seed; the worked example has its weights by definition.
"""

import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from rnnviz.engine.evaluate import model_of, validate
from rnnviz.engine.training import train_with
from rnnviz.network.network import Network, finish
from rnnviz.paths import resource
from rnnviz.session.files import SUFFIX, save
from rnnviz.session.start import fresh_state
from rnnviz.session.state import State


@dataclass(frozen=True)
class Recipe:
    """A preset to train; it shows the task's example."""

    name: str
    task: str
    cell: str
    hidden: int
    seed: int
    updates: int


RECIPES = (
    Recipe("parity", "parity", "lstm", 3, 7, 2000),
    Recipe("parity-gru", "parity", "gru", 3, 7, 2000),
    Recipe("parity-elman", "parity", "elman", 4, 1, 4000),
    # Few updates: the shipped text is small, and a network that knows it by heart does worse on the part held out.
    Recipe("next-character", "next-character", "lstm", 16, 7, 200),
    Recipe("sine", "sine", "lstm", 4, 7, 3000),
)


def trained(recipe: Recipe) -> State:
    """The state of a recipe, with the loss and accuracy on its task's held-out sequences."""
    state = fresh_state(recipe.task, recipe.cell, recipe.hidden, recipe.seed)
    network = Network.from_spec(state.network.spec)
    history = train_with(network, state.task, state.training, recipe.updates, recipe.seed, validations=1)
    loss, accuracy = float(history.validation_loss[-1]), float(history.validation_accuracy[-1])
    return replace(state, network=model_of(network, recipe.updates, loss, accuracy))


def worked_example() -> State:
    """Two linear units, every weight 1, no bias, on (1,1), (1,1), (2,2)."""
    state = fresh_state("worked-example", "elman", 2, activation="linear")
    weights = {
        name: np.ones_like(array) if "weight" in name else np.zeros_like(array)
        for name, array in state.network.parameters.items()
    }
    network = Network.from_spec(state.network.spec, weights)
    return replace(state, network=model_of(network, 0, *finish(validate(network, state.task))))


def main(folder: Path) -> None:
    """Write every preset into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {recipe.name: trained(recipe) for recipe in RECIPES} | {"worked-example": worked_example()}
    for name, state in made.items():
        save(state, folder / (name + SUFFIX))
        model = state.network
        print(f"{name}: {model.updates} updates, loss {model.loss:.4g}, accuracy {model.accuracy:.2%}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else resource("presets"))
