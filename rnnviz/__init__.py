"""rnnviz: recurrent networks that can be seen.

The public names need no screen and no Qt: `Network`, `Trace`, `Gradients`, `train`, `History`.
"""

from rnnviz.engine.messages import History
from rnnviz.engine.training import train
from rnnviz.network.network import Network
from rnnviz.network.results import Gradients, Trace

__version__ = "0.1.0"
__all__ = ["Gradients", "History", "Network", "Trace", "train"]
