"""rnnviz: recurrent networks that can be seen.

The public names need no screen and no Qt: `Network`, `Trace`, `Gradients`, `train`, `History`,
`compare_gradients`;
`Hopfield`, `Boltzmann`, `RestrictedBoltzmann` and what they do (`Trajectory`, `Annealing`, `LearningSpec`, `learning`,
`attractor_of`, `capacity`, `corrupted`).
"""

from rnnviz.energy.annealing import Annealing
from rnnviz.energy.attractors import Attractor, attractor_of
from rnnviz.energy.boltzmann import Boltzmann
from rnnviz.energy.capacity import Capacity, CapacitySpec, capacity
from rnnviz.energy.checks import corrupted
from rnnviz.energy.hopfield import Hopfield
from rnnviz.energy.learning import LearningSpec, learning
from rnnviz.energy.restricted import RestrictedBoltzmann
from rnnviz.energy.trajectory import Trajectory
from rnnviz.engine.messages import History
from rnnviz.engine.training import train
from rnnviz.gradients.compare import compare_gradients
from rnnviz.network.network import Network
from rnnviz.network.results import Gradients, Trace

__version__ = "0.1.0"
__all__ = [
    "Annealing",
    "Attractor",
    "Boltzmann",
    "Capacity",
    "CapacitySpec",
    "Gradients",
    "History",
    "Hopfield",
    "LearningSpec",
    "Network",
    "RestrictedBoltzmann",
    "Trace",
    "Trajectory",
    "attractor_of",
    "capacity",
    "compare_gradients",
    "corrupted",
    "learning",
    "train",
]
