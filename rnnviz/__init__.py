"""rnnviz: recurrent networks that can be seen.

The public names need no screen and no Qt: `Network`, `Trace`, `Gradients`, `train`, `History`,
`compare_gradients`, `jacobians`, `memory`, `loss_sources`, `saturation`, `update_ratios`, `alarms`;
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
from rnnviz.gradients.alarms import Alarm, alarms
from rnnviz.gradients.compare import Comparison, compare_gradients
from rnnviz.gradients.jacobians import Jacobians, jacobians, memory
from rnnviz.gradients.saturation import Saturation, saturation
from rnnviz.gradients.sources import Sources, loss_sources
from rnnviz.gradients.updates import update_ratios
from rnnviz.network.network import Network
from rnnviz.network.results import Gradients, Trace

__version__ = "0.1.0"
__all__ = [
    "Alarm",
    "Annealing",
    "Attractor",
    "Boltzmann",
    "Capacity",
    "CapacitySpec",
    "Comparison",
    "Gradients",
    "History",
    "Hopfield",
    "Jacobians",
    "LearningSpec",
    "Network",
    "RestrictedBoltzmann",
    "Saturation",
    "Sources",
    "Trace",
    "Trajectory",
    "alarms",
    "attractor_of",
    "capacity",
    "compare_gradients",
    "corrupted",
    "jacobians",
    "learning",
    "loss_sources",
    "memory",
    "saturation",
    "train",
    "update_ratios",
]
